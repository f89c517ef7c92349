from pathlib import Path

import pytest

from twosource import pipeline
from twosource.errors import ModelMissing, SettingsError
from twosource.finding import Parsed, find_mentions
from twosource.records import Mentions, content_id
from twosource.settings import Settings


def test_a_fault_that_one_report_brings_to_light_loses_no_other_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("A dam broke near Orla on Monday, and 12 people died, police said.", "utf-8")
    (tmp_path / "b.txt").write_text("At Orla 12 people died when a dam broke on Monday, the police said.", "utf-8")

    def faulty(parsed: Parsed) -> Mentions:
        if parsed.report.id == "a":
            raise IndexError
        return find_mentions(parsed)

    monkeypatch.setattr("twosource.finding.find_mentions", faulty)
    dossier = pipeline.read(tmp_path)
    assert {report.id for story in dossier.stories for report in story.reports} == {"a", "b"}
    found = {m.report: len(m.figures) for story in dossier.stories for m in story.mentions}
    assert found == {"a": 0, "b": 1}
    assert [(problem.code, problem.where) for problem in dossier.problems] == [("fault", "a")]


def test_a_fault_in_one_paragraph_loses_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(
        "A dam broke near Orla, and 12 people died, police said.\n\nIt leaked for 31 hours.\n\nAbout 40 are missing.",
        "utf-8",
    )

    def faulty(parsed: Parsed) -> Mentions:
        if any("leaked" in sentence.text for sentence in parsed.sentences):
            raise IndexError
        return find_mentions(parsed)

    monkeypatch.setattr("twosource.finding.find_mentions", faulty)
    dossier = pipeline.read(tmp_path)
    words = [one.span.words for story in dossier.stories for m in story.mentions for one in m.figures]
    assert words == ["12", "About 40"]
    (problem,) = dossier.problems
    assert (problem.code, problem.where) == ("fault", "a")
    assert "1 of 3 paragraphs could not be searched" in problem.message


def test_an_unknown_policy_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="low-best-high"):
        pipeline.read(tmp_path / "nowhere", settings=Settings(policy="mean"))


STORIES = {
    "dam": "Dam breaks near Orla\n\nA dam broke near Orla on {day}, and {n} people died, the police of Orla said.\n",
    "fire": "Fire at Korval mill\n\nFire destroyed the mill at Korval on {day}; {n} workers were hurt, they said.\n",
    "vote": "Tessary votes again\n\nTessary holds its vote again on {day}, after {n} ballots were lost by clerks.\n",
}


def put_stories(folder: Path) -> None:
    for name, text in STORIES.items():
        for number, day in enumerate(("Monday", "Tuesday", "Sunday")):
            (folder / f"{name}{number}.txt").write_text(text.format(day=day, n=12 + number), "utf-8")


def test_stories_come_in_the_order_of_the_dossier_and_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_stories(tmp_path)
    (tmp_path / "alone.txt").write_text("The mayor of Vell resigned after 9 years in office, he said.", "utf-8")
    whole = pipeline.read(tmp_path)
    assert len(whole.stories) > 1
    monkeypatch.setattr(pipeline, "_REPORTS_AT_ONCE", 1)  # every story is read alone
    unfolding = pipeline.unfold(tmp_path)
    assert unfolding.total == len(whole.stories)
    assert list(unfolding.stories) == list(whole.stories)
    assert unfolding.problems() == whole.problems
    assert [story.id for story in whole.stories] == [
        content_id(*(report.id for report in story.reports)) for story in whole.stories
    ]


def test_several_processes_give_the_same_dossier_and_the_same_errors(tmp_path: Path) -> None:
    put_stories(tmp_path)
    assert pipeline.read(tmp_path, settings=Settings(processes=2)) == pipeline.read(tmp_path)
    with pytest.raises(ModelMissing, match="nowhere"):
        pipeline.read(tmp_path, settings=Settings(processes=2, model="nowhere"))


def test_progress_is_told_of_every_report_and_every_story(tmp_path: Path) -> None:
    put_stories(tmp_path)
    told: dict[str, list[tuple[int, int]]] = {}
    whole = pipeline.read(tmp_path, progress=lambda stage, done, of: told.setdefault(stage, []).append((done, of)))
    assert {stage: steps[-1] for stage, steps in told.items()} == {
        "describing": (9, 9),
        "reading sentences": (9, 9),
        "setting side by side": (len(whole.stories), len(whole.stories)),
    }
