"""The program over all labelled stories, against the floors of evaluation/floors.json."""

import json
from pathlib import Path

import gate


def test_no_score_is_below_its_floor(root: Path) -> None:
    floors = json.loads((root / "evaluation/floors.json").read_text("utf-8"))["floors"]
    measured = gate.measure(gate.stories())
    assert {column: (measured.get(column), floors[column]) for column in gate.below(measured, floors)} == {}
