from pathlib import Path

import pytest

from twosource import pipeline
from twosource.errors import SettingsError
from twosource.finding import Parsed, find_mentions
from twosource.records import Mentions
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


def test_an_unknown_policy_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="low-best-high"):
        pipeline.read(tmp_path / "nowhere", settings=Settings(policy="mean"))
