import json
from pathlib import Path

import gate
import pytest
from gold_dossier import gold_dossier

from twosource import to_json


def test_the_scorer_gives_full_marks_to_a_dossier_that_says_what_the_labels_say(tmp_path: Path) -> None:
    folders = gate.stories()
    for folder in folders:
        (tmp_path / f"{folder.name}.json").write_bytes(to_json(gold_dossier(folder)))
    row = gate.score(folders, tmp_path)
    assert {column: value for column, value in row.items() if value != pytest.approx(1.0)} == {}


def test_an_empty_dossier_scores_next_to_nothing(tmp_path: Path) -> None:
    folders = gate.stories()[:2]
    for folder in folders:
        (tmp_path / f"{folder.name}.json").write_text('{"stories": []}', "utf-8")
    assert gate.score(folders, tmp_path)["desk"] < 0.15


def test_sixty_nine_stories_are_measured_each_of_one_name() -> None:
    names = [folder.name for folder in gate.stories()]
    assert len(names) == len(set(names)) == 69


def test_the_floors_belong_to_the_stories_that_are_here(root: Path) -> None:
    floors = json.loads((root / "evaluation/floors.json").read_text("utf-8"))
    assert floors["corpus"] == gate.corpus_digest(gate.stories())
    assert floors["floors"]


def test_a_changed_label_changes_the_digest(tmp_path: Path) -> None:
    story = tmp_path / "s"
    story.mkdir()
    (story / "gold.json").write_text("{}", "utf-8")
    before = gate.corpus_digest([story])
    (story / "gold.json").write_text("{ }", "utf-8")
    assert gate.corpus_digest([story]) != before


@pytest.mark.parametrize(
    ("measured", "expected"),
    [({"a": 0.5}, []), ({"a": 0.4996}, []), ({"a": 0.498}, ["a"]), ({}, ["a"]), ({"a": 0.9, "b": 0.1}, [])],
)
def test_below_a_floor_is_worse_by_more_than_rounding_or_not_measured(
    measured: dict[str, float], expected: list[str]
) -> None:
    assert gate.below(measured, {"a": 0.5}) == expected


def test_floors_rise_by_themselves_and_fall_only_when_told_to() -> None:
    floors, measured = {"a": 0.5, "b": 0.5}, {"a": 0.7777, "b": 0.25}
    assert gate.raised(measured, floors, lower=False) == {"a": 0.777, "b": 0.5}
    assert gate.raised(measured, floors, lower=True) == {"a": 0.777, "b": 0.25}
