"""Corrections stick: over re-runs, changed texts and changed rules; else they are kept and shown as orphaned."""

from pathlib import Path

import pytest
from desks import FLOOD, LATER, NOW, figure, story_with
from msgspec import structs

from twosource.desk import Desk, orphans, standing
from twosource.desk.standing import bidding
from twosource.errors import JudgementError
from twosource.records import (
    Claim,
    CutEdge,
    DifferentNames,
    Figure,
    JoinOrigins,
    JoinReadings,
    MoveReading,
    PartReadings,
    SameName,
    Story,
)
from twosource.records.judgements import Confirm, Decision, EditSlot, JoinStories, PartStories, Reject, Slot, Undo
from twosource.store import Store

BY = {"by": "ana", "now": LATER}


@pytest.fixture
def kept(desk: Desk, inbox: Path) -> Desk:
    """A desk that holds a flood and a match."""
    desk.add([inbox], now=NOW)
    return desk


def _story(store: Store) -> Story:
    return story_with(store, "first").story


def _claim(store: Store, name: str) -> Claim | None:
    return next((claim for claim in _story(store).claims if name in claim.figures), None)


def _figure(store: Store, name: str) -> Figure:
    return next(one for mentions in _story(store).mentions for one in mentions.figures if one.id == name)


def _again(desk: Desk, inbox: Path) -> None:
    """A later run that touches the story."""
    (inbox / "third.txt").write_text("Orla mourns\n\nThe Maruga dam broke above Orla and killed 41 people.\n", "utf-8")
    desk.add([inbox], now="2025-05-04T08:00:00Z", again=True)


def test_a_rejected_figure_answers_no_claim_in_any_later_run(kept: Desk, store: Store, inbox: Path) -> None:
    name = figure(store, "Some 120", "first")
    made = kept.judge(Reject(figure=name), why="it is a guess", **BY)
    assert (made.by, made.why, made.reports, made.words) == (
        "ana", "it is a guess", ("first",), "“Some 120” in The First Post is no figure",
    )  # fmt: skip
    assert _claim(store, name) is None
    _again(kept, inbox)
    assert _claim(store, name) is None
    assert figure(store, "Some 120", "first") == name, "it stays on the report's page"


def test_an_edited_slot_holds_in_every_later_run(kept: Desk, store: Store, inbox: Path) -> None:
    name = figure(store, "At least 41", "first")
    kept.judge(EditSlot(figure=name, slot="low", value=44.0), **BY)
    assert _figure(store, name).low == 44
    _again(kept, inbox)
    assert _figure(store, name).low == 44


def test_an_edited_chain_has_links_of_the_report(kept: Desk, store: Store) -> None:
    name = figure(store, "At least 41", "first")
    kept.judge(EditSlot(figure=name, slot="chain", value=("Ludmil Harsanyi", "Orla Hospital")), **BY)
    links = _figure(store, name).chain
    assert [(link.name, link.kind) for link in links] == [("Ludmil Harsanyi", "person"), ("Orla Hospital", "body")]


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("low", "many"),
        ("low", float("nan")),
        ("about", "yes"),
        ("stance", "certain"),
        ("as_of", "yesterday"),
        ("chain", "police"),
        ("of", "x" * 300),
        ("high", 3.0),
        ("low", True),
    ],
)
def test_a_slot_cannot_hold_what_it_cannot_hold(kept: Desk, store: Store, slot: Slot, value: object) -> None:
    name = figure(store, "131", "second")
    with pytest.raises(JudgementError) as caught:
        kept.judge(EditSlot(figure=name, slot=slot, value=value), **BY)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    with store.view() as view:
        assert view.judgements() == ()


def test_of_contradictory_judgements_the_later_holds(kept: Desk, store: Store) -> None:
    name = figure(store, "At least 41", "first")
    kept.judge(Reject(figure=name), **BY)
    kept.judge(EditSlot(figure=name, slot="low", value=44.0), by="bo", now="2025-05-03T16:00:00Z")
    assert _figure(store, name).low == 44
    kept.judge(Confirm(figure=name), by="cy", now="2025-05-03T17:00:00Z")
    assert _figure(store, name).low == 41


def test_undoing_takes_back_and_undoing_that_brings_it_back(kept: Desk, store: Store) -> None:
    name = figure(store, "Some 120", "first")
    made = kept.judge(Reject(figure=name), **BY)
    undone = kept.undo(made.id, by="bo", now="2025-05-03T16:00:00Z")
    assert _claim(store, name) is not None
    kept.undo(undone.id, by="ana", now="2025-05-03T17:00:00Z")
    assert _claim(store, name) is None
    with store.view() as view:
        assert len(view.judgements()) == 3
        assert [one.id for one in standing(view.judgements())] == [made.id]


def test_what_is_undone_already_cannot_be_undone_again(kept: Desk, store: Store) -> None:
    made = kept.judge(Reject(figure=figure(store, "Some 120", "first")), **BY)
    kept.undo(made.id, by="bo", now="2025-05-03T16:00:00Z")
    with pytest.raises(JudgementError, match="undone already"):
        kept.undo(made.id, by="bo", now="2025-05-03T17:00:00Z")


def test_claims_are_joined_split_and_readings_moved(kept: Desk, store: Store, inbox: Path) -> None:
    dead, hurt, hurt_too = (
        figure(store, "At least 41", "first"), figure(store, "Some 120", "first"), figure(store, "131", "second"),
    )  # fmt: skip
    dead_too = figure(store, "52", "second")
    kept.judge(JoinReadings(a=dead, b=dead_too), **BY)
    assert (claim := _claim(store, dead)) is not None
    assert dead_too in claim.figures
    kept.judge(PartReadings(figures=(dead_too,)), by="ana", now="2025-05-03T16:00:00Z")
    assert (claim := _claim(store, dead_too)) is not None
    assert claim.figures == (dead_too,)
    kept.judge(MoveReading(figure=hurt, to=dead), by="ana", now="2025-05-03T17:00:00Z")
    _again(kept, inbox)
    assert (claim := _claim(store, dead)) is not None
    assert hurt in claim.figures
    assert hurt_too not in claim.figures
    assert dead_too not in claim.figures


def test_figures_of_two_stories_are_not_joined(kept: Desk, store: Store) -> None:
    both = JoinReadings(a=figure(store, "52", "second"), b=figure(store, "41,000", "cup"))
    with pytest.raises(JudgementError, match="join the stories first"):
        kept.judge(both, **BY)


def test_stories_are_joined_and_split_for_good(kept: Desk, store: Store, inbox: Path) -> None:
    kept.judge(JoinStories(a="cup", b="first"), **BY)
    assert len(_story(store).reports) == 3
    _again(kept, inbox)
    assert {report.id for report in _story(store).reports} == {"first", "second", "cup", "third"}
    kept.judge(PartStories(reports=("second",)), by="ana", now="2025-05-05T08:00:00Z")
    _again(kept, inbox)
    assert [report.id for report in story_with(store, "second").story.reports] == ["second"]
    with store.view() as view:
        assert any(news.kind == "joined" for news in view.news())
        assert any(news.kind == "split" for news in view.news())


def test_of_two_stories_that_are_joined_no_report_stays_behind(kept: Desk, store: Store, inbox: Path) -> None:
    text = "Rovers parade the cup\n\nBellhaven Rovers showed the Northern Cup at Quarry Park to 30,000 people, "
    text += "the club said.\n"
    (inbox / "parade.txt").write_text(text, "utf-8")
    kept.add([inbox], now=LATER)
    assert len(story_with(store, "cup").story.reports) == 2
    made = kept.judge(JoinStories(a="first", b="cup"), by="ana", now="2025-05-03T16:00:00Z")
    assert {report.id for report in _story(store).reports} == {"first", "second", "cup", "parade"}
    kept.undo(made.id, by="ana", now="2025-05-03T17:00:00Z")
    assert {report.id for report in _story(store).reports} == {"first", "second"}
    assert {report.id for report in story_with(store, "cup").story.reports} == {"cup", "parade"}


def test_names_are_put_together_and_told_apart(kept: Desk, store: Store) -> None:
    story = story_with(store, "first").id
    kept.judge(SameName(a="interior ministry", b="Red Crescent"), story=story, **BY)
    with store.view() as view:
        assert orphans(view, story) == {}
    kept.judge(DifferentNames(a="interior ministry", b="Red Crescent"), by="bo", now=LATER, story=story)
    with pytest.raises(JudgementError, match="no “Blue Crescent”"):
        kept.judge(SameName(a="interior ministry", b="Blue Crescent"), story=story, **BY)


@pytest.mark.parametrize(
    "decision",
    [
        Reject(figure="000000000000"),
        JoinReadings(a="000000000000", b="111111111111"),
        PartReadings(figures=()),
        JoinStories(a="first", b="second"),
        JoinStories(a="first", b="nowhere"),
        PartStories(reports=()),
        PartStories(reports=("cup",)),
        CutEdge(edge="000000000000"),
        JoinOrigins(a="x", b="y"),
        Undo(judgement="000000000000"),
    ],
)
def test_what_is_not_there_cannot_be_judged(kept: Desk, store: Store, decision: Decision) -> None:
    with pytest.raises(JudgementError):
        kept.judge(decision, **BY)
    with store.view() as view:
        assert view.judgements() == ()


def test_a_judgement_says_who_made_it(kept: Desk, store: Store) -> None:
    with pytest.raises(JudgementError, match="who"):
        kept.judge(Reject(figure=figure(store, "131", "second")), by=" ", now=NOW)


def test_a_judgement_finds_its_words_in_a_text_that_grew(kept: Desk, store: Store, inbox: Path) -> None:
    kept.judge(Reject(figure=figure(store, "Some 120", "first")), **BY)
    grown = FLOOD.replace("By Ana Lum", "By Ana Lum and Bo Vess, with more from the valley")
    (inbox / "first.txt").write_text(grown, "utf-8")
    kept.add([inbox], now="2025-05-04T08:00:00Z")
    moved = figure(store, "Some 120", "first")
    assert _claim(store, moved) is None
    with store.view() as view:
        assert orphans(view, story_with(store, "first").id) == {}


@pytest.mark.parametrize("now", ["Some 150 people were injured", "In all, some 120 people were injured"])
def test_a_judgement_whose_words_are_gone_is_kept_and_shown_as_orphaned(
    kept: Desk, store: Store, inbox: Path, now: str
) -> None:
    made = kept.judge(Reject(figure=figure(store, "Some 120", "first")), **BY)
    (inbox / "first.txt").write_text(FLOOD.replace("Some 120 people were injured", now), "utf-8")
    kept.add([inbox], now="2025-05-04T08:00:00Z")
    with store.view() as view:
        lost = orphans(view, story_with(store, "first").id)
        assert view.judgements() == (made,)
    assert list(lost) == [made.id]
    assert "“Some 120”" in lost[made.id]
    (inbox / "first.txt").write_text(FLOOD, "utf-8")
    kept.add([inbox], now="2025-05-05T08:00:00Z")
    with store.view() as view:
        assert orphans(view, story_with(store, "first").id) == {}
    assert _claim(store, figure(store, "Some 120", "first")) is None, "and it holds again where they are back"


def test_changed_rules_that_read_more_words_find_the_same_figure(kept: Desk, store: Store) -> None:
    name = figure(store, "At least 41", "first")
    made = kept.judge(EditSlot(figure=name, slot="high", value=60.0), **BY)
    with store.view() as view:
        (there,) = view.kept(["first"])
    (old,) = (one for one in there.mentions.figures if one.id == name)
    new = structs.replace(old, id="other", span=there.report.span(old.span.start, old.span.end + 7))
    bid = bidding([made], [there.report], [structs.replace(there.mentions, figures=(new,))])
    assert bid.lost == {}
    assert next(one for one in bid.mentions[0].figures if one.id == "other").high == 60


def test_a_judgement_made_while_nobody_recounted_is_obeyed_by_the_next_run(
    kept: Desk, store: Store, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = figure(store, "Some 120", "first")
    with monkeypatch.context() as patched:
        patched.setattr(Desk, "_settled", lambda *_: None)
        kept.judge(Reject(figure=name), **BY)
    assert _claim(store, name) is not None
    kept.add([inbox], now="2025-05-04T08:00:00Z")
    assert _claim(store, name) is None


def test_a_judgement_is_news_of_its_story_once(kept: Desk, store: Store, inbox: Path) -> None:
    kept.judge(Reject(figure=figure(store, "Some 120", "first")), **BY)
    _again(kept, inbox)
    with store.view() as view:
        told = [news.words for news in view.news() if news.kind == "judged"]
    assert told == ["“Some 120” in The First Post is no figure (ana)"]


def test_a_figure_is_not_set_against_itself(kept: Desk, store: Store) -> None:
    name = figure(store, "At least 41", "first")
    for decision in (JoinReadings(a=name, b=name), MoveReading(figure=name, to=name)):
        with pytest.raises(JudgementError, match="both are the same figure"):
            kept.judge(decision, **BY)


def test_figures_in_units_of_two_families_are_not_joined_until_a_unit_is_mended(kept: Desk, store: Store) -> None:
    dead, hurt = figure(store, "52", "second"), figure(store, "131", "second")
    kept.judge(EditSlot(figure=hurt, slot="unit", value="USD"), **BY)
    for decision in (JoinReadings(a=dead, b=hurt), MoveReading(figure=hurt, to=dead)):
        with pytest.raises(JudgementError, match="mend a unit first"):
            kept.judge(decision, **BY)
    kept.judge(EditSlot(figure=hurt, slot="unit", value="person"), **BY)
    kept.judge(JoinReadings(a=dead, b=hurt), **BY)
    assert _claim(store, dead) == _claim(store, hurt)
