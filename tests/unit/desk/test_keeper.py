"""Reports come, change and go; only what is new is read, and only touched stories are set side by side again."""

import json
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from desks import CUP, FLOOD, FLOOD_LATER, LATER, NOW, figure, story_with

from twosource import finding, pipeline
from twosource.desk import Desk, Document, keeper, settling
from twosource.desk.exporting import dossier_of
from twosource.desk.working import Task, Work
from twosource.dossier.wire import to_json
from twosource.errors import NothingRead, SourceError
from twosource.records import Mentions, Problem, Report
from twosource.records.judgements import Reject
from twosource.settings import Settings
from twosource.store import Store


class Told(pipeline.Reader):
    """A reader that notes which reports were read."""

    def __init__(self, reader: pipeline.Reader) -> None:
        self.read: list[str] = []
        self._true = reader

    def __call__(self, reports: Sequence[Report]) -> Iterator[tuple[Mentions, tuple[Problem, ...]]]:
        """Note and read."""
        self.read += [report.id for report in reports]
        return self._true(reports)


@pytest.fixture
def told(desk: Desk) -> Told:
    """Who reads for the desk, and what was read."""
    watched = Told(desk._reader)  # noqa: SLF001
    desk._reader = watched  # noqa: SLF001
    return watched


def test_what_is_exported_is_what_read_makes_of_the_same_reports(desk: Desk, store: Store, inbox: Path) -> None:
    desk.add([inbox], now=NOW)
    with store.view() as view:
        assert to_json(dossier_of(view)) == to_json(pipeline.read(inbox))


def test_a_report_that_is_as_it_was_is_not_read_again(desk: Desk, told: Told, inbox: Path) -> None:
    first = desk.add([inbox], now=NOW)
    assert (len(first.new), len(first.stories)) == (3, 2)
    again = desk.add([inbox], now=LATER)
    assert (again.new, again.changed, again.unchanged, again.stories, again.news) == ((), (), 3, (), ())
    assert sorted(told.read) == ["cup", "first", "second"]


def test_reports_are_read_again_where_that_is_asked_for(desk: Desk, told: Told, inbox: Path) -> None:
    desk.add([inbox], now=NOW)
    desk._settings = Settings(longest=1_000)  # noqa: SLF001  other rules
    again = desk.add([inbox], now=LATER, again=True)
    assert sorted(told.read) == sorted(["cup", "first", "second"] * 2)
    assert again.stories == ()


def test_all_is_read_again_by_new_rules_and_nothing_twice(
    desk: Desk, store: Store, told: Told, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add([inbox], now=NOW)
    assert desk.renew(now=LATER).changed == ()
    for module in (keeper, settling):
        monkeypatch.setattr(module, "rules_of", lambda _: "rules of tomorrow")
    told.read.clear()
    assert desk.renew(now=LATER).changed == ("cup", "first", "second")
    assert sorted(told.read) == ["cup", "first", "second"]
    assert desk.renew(now=LATER).changed == ()
    with store.view() as view:
        assert {rules for _, rules in view.known(["cup", "first", "second"]).values()} == {"rules of tomorrow"}
        assert view.marks(["pending"]) == {}


def test_a_person_judges_while_reports_are_read(
    desk: Desk, store: Store, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add([inbox / "first.txt"], now=NOW)
    name = figure(store, "Some 120", "first")
    true = settling.Settlement._read  # noqa: SLF001
    calls: list[str] = []

    def slow(self: settling.Settlement, task: Task, work: Work) -> None:
        true(self, task, work)
        calls.append(task.run)
        if len(calls) == 1:
            desk.judge(Reject(figure=name), by="ana", now=LATER)

    monkeypatch.setattr(settling.Settlement, "_read", slow)
    desk.add([inbox / "second.txt"], now=LATER)
    story = story_with(store, "first").story
    assert len(story.reports) == 2
    assert all(name not in claim.figures for claim in story.claims)


def test_only_the_touched_story_is_set_side_by_side_again(
    desk: Desk, store: Store, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (inbox / "second.txt").unlink()
    desk.add([inbox], now=NOW)
    made: list[str] = []
    true = pipeline.side_by_side

    def watched(group, *rest):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN002, ANN202
        made.extend(group.reports)
        return true(group, *rest)

    monkeypatch.setattr(pipeline, "side_by_side", watched)
    (inbox / "second.txt").write_text(FLOOD_LATER, "utf-8")
    before = story_with(store, "first").id
    added = desk.add([inbox], now=LATER)
    assert made == ["first", "second"]
    assert added.stories == (before,), "a story that grows keeps its id"


def test_a_changed_text_is_a_new_version_of_the_same_report(desk: Desk, store: Store, inbox: Path) -> None:
    desk.add([inbox], now=NOW)
    (inbox / "first.txt").write_text(FLOOD.replace("41", "43"), "utf-8")
    added = desk.add([inbox], now=LATER)
    assert (added.new, added.changed) == ((), ("first",))
    with store.view() as view:
        assert [seen for seen, _, _ in view.versions("first")] == [NOW, LATER]
    figures = {one.span.words for one in story_with(store, "first").story.mentions[0].figures}
    assert "At least 43" in figures
    assert any(news.kind == "report changed" for news in added.news)


def test_two_folders_may_hold_files_of_one_name(desk: Desk, store: Store, tmp_path: Path) -> None:
    for name, text in {"monday": FLOOD, "tuesday": CUP}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.txt").write_text(text, "utf-8")
    desk.add([tmp_path / "monday"], now=NOW)
    added = desk.add([tmp_path / "tuesday"], now=LATER)
    assert len(added.new) == 1
    with store.view() as view:
        assert len(list(view.reports())) == 2
    assert desk.add([tmp_path / "monday", tmp_path / "tuesday"], now=LATER).unchanged == 2


def test_a_moved_folder_brings_nothing_new(desk: Desk, inbox: Path) -> None:
    desk.add([inbox], now=NOW)
    moved = inbox.rename(inbox.parent / "elsewhere")
    assert desk.add([moved], now=LATER).unchanged == 3


def test_one_address_is_one_report_however_it_comes(desk: Desk) -> None:
    page = Document(name="paste.txt", data=FLOOD.encode(), url="https://quay.example/dam?utm_source=x")
    first = desk.add([page], now=NOW)
    later = Document(name="other.txt", data=FLOOD.replace("41", "44").encode(), url="http://www.quay.example/dam/#top")
    added = desk.add([later], now=LATER)
    assert (len(first.new), added.new, added.changed) == (1, (), first.new)


def test_two_texts_with_one_address_in_one_run_are_two_reports(desk: Desk) -> None:
    pages = [
        Document(name=f"{n}.txt", data=text.encode(), url="https://quay.example/live")
        for n, text in enumerate((FLOOD, CUP))
    ]
    assert len(desk.add(pages, now=NOW).new) == 2


def test_the_same_text_in_the_same_outlet_is_one_report(desk: Desk) -> None:
    pages = [Document(name=f"{n}.txt", data=FLOOD.encode(), outlet="The Quay") for n in range(3)]
    added = desk.add(pages, now=NOW)
    assert (len(added.new), added.unchanged) == (1, 0)
    other = Document(name="x.txt", data=FLOOD.encode(), outlet="The Mole")
    assert len(desk.add([other], now=LATER).new) == 1


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(desk: Desk, inbox: Path, tmp_path: Path) -> None:
    (inbox / "bad.txt").write_bytes(b"\x00\x01\x02\x00")
    added = desk.add([inbox, tmp_path / "nowhere"], now=NOW)
    assert len(added.new) == 3
    assert {problem.code for problem in added.problems} == {"binary", "source"}


def test_nothing_at_all_is_an_error(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        desk.add([tmp_path / "nowhere"], now=NOW)
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingRead):
        desk.add([tmp_path / "empty"], now=NOW)


def test_a_withdrawn_report_stays_away_until_it_is_asked_for(desk: Desk, store: Store, inbox: Path) -> None:
    desk.add([inbox], now=NOW)
    desk.withdraw(["second"], now=LATER)
    assert [report.id for report in story_with(store, "first").story.reports] == ["first"]
    assert desk.add([inbox], now=LATER).new == ()
    with store.view() as view:
        assert view.story_of("second") is None
        assert len(view.versions("second")) == 1
    desk.add([inbox / "second.txt"], now=LATER, again=True)
    assert len(story_with(store, "first").story.reports) == 2


def test_a_story_whose_last_report_is_withdrawn_is_gone(desk: Desk, store: Store, inbox: Path) -> None:
    desk.add([inbox], now=NOW)
    name = story_with(store, "cup").id
    desk.withdraw(["cup"], now=LATER)
    with store.view() as view:
        assert view.story(name) is None
        assert view.count() == 1


def test_a_killed_run_goes_on_where_it_stopped(
    desk: Desk, store: Store, told: Told, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after the reports were read and before any story was written."""

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(settling.Settlement, "_concluded", killed)
        with pytest.raises(KeyboardInterrupt):
            desk.add([inbox], now=NOW)
    with store.view() as view:
        assert view.count() == 0, "no story is there halfway"
        assert list(view.reports()) == ["cup", "first", "second"]
    added = desk.add([inbox], now="2025-05-03T14:06:00Z")
    assert len(added.stories) == 2
    assert sorted(told.read) == ["cup", "first", "second"], "nothing is read twice"


def test_a_run_long_dead_is_gone_on_with_by_any_other(
    desk: Desk, store: Store, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(settling, "work_at", killed)
        with pytest.raises(KeyboardInterrupt):
            desk.add([inbox], now=NOW)
    paste = Document(name="p.txt", data=CUP.replace("Rovers", "Wanderers").encode())
    desk.add([paste], now="2025-05-03T14:06:00Z")
    with store.view() as view:
        assert view.story_of("first") is None, "it may still be running"
    desk.add([paste], now="2025-05-03T14:30:00Z")
    assert len(story_with(store, "first").story.reports) == 2


def test_two_runs_at_once_leave_a_whole_store(desk: Desk, store: Store, inbox: Path) -> None:
    other = Desk(store)
    other._reader = desk._reader  # noqa: SLF001
    other._one_at_a_time = desk._one_at_a_time  # noqa: SLF001  one model for both
    runs = [
        threading.Thread(target=desk.add, args=([inbox / "first.txt", inbox / "cup.txt"],), kwargs={"now": NOW}),
        threading.Thread(target=other.add, args=([inbox / "second.txt"],), kwargs={"now": NOW}),
    ]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    with store.view() as view:
        assert to_json(dossier_of(view)) == to_json(pipeline.read(inbox))
        assert view.marks(["pending"]) == {}


def test_who_is_overtaken_begins_anew(desk: Desk, store: Store, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true = settling.Settlement._read  # noqa: SLF001
    other = Desk(store)
    other._reader = desk._reader  # noqa: SLF001
    calls: list[str] = []

    def slow(self: settling.Settlement, task: Task, work: Work) -> None:
        calls.append("read")
        if len(calls) == 1:
            other.add([inbox / "second.txt"], now=NOW)
        true(self, task, work)

    monkeypatch.setattr(settling.Settlement, "_read", slow)
    desk.add([inbox / "first.txt"], now=NOW)
    assert [report.id for report in story_with(store, "first").story.reports] == ["first", "second"]


def test_runs_are_logged_with_what_went_wrong(desk: Desk, store: Store, inbox: Path) -> None:
    (inbox / "bad.txt").write_bytes(b"\x00\x01\x02\x00")
    desk.add([inbox], now=NOW)
    with store.view() as view:
        (run,) = view.runs()
    assert (run.command, run.new, run.problems) == ("add", 3, 1)
    assert [problem.code for problem in run.told] == ["binary"]


def test_large_piles_are_written_in_bounded_batches(
    desk: Desk, store: Store, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (settling, keeper):
        monkeypatch.setattr(module, "READ_AT_ONCE", 1)
    monkeypatch.setattr(keeper, "ADD_AT_ONCE", 2)
    desk.add([inbox], now=NOW)
    with store.view() as view:
        assert to_json(dossier_of(view)) == to_json(pipeline.read(inbox))
        assert view.marks(["pending"]) == {}


def test_what_a_report_is_given_from_outside_may_change(desk: Desk, store: Store, inbox: Path) -> None:
    desk.add([inbox], now=NOW)
    rows = json.loads((inbox / "reports.json").read_text("utf-8"))
    rows[0]["outlet"] = "The Harbour Post"
    (inbox / "reports.json").write_text(json.dumps(rows), "utf-8")
    assert desk.add([inbox], now=LATER).changed == ("first",)
    assert story_with(store, "first").story.reports[0].outlet == "The Harbour Post"


def test_a_fault_in_one_report_loses_no_other(
    desk: Desk, store: Store, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    true = finding.find_mentions

    def faulty(parsed: finding.Parsed) -> Mentions:
        if parsed.report.id == "cup":
            raise IndexError
        return true(parsed)

    monkeypatch.setattr("twosource.finding.find_mentions", faulty)
    desk.add([inbox], now=NOW)
    with store.view() as view:
        assert [problem.code for problem in dossier_of(view).problems] == ["fault"]
