import json
from pathlib import Path

import jsonschema
import pytest
from gold_dossier import gold_dossier
from msgspec import structs

from twosource.dossier.wire import schema, story_shape, to_json
from twosource.records import Dossier, Report, Statement, Story


def test_every_label_of_a_story_stands_in_its_json_with_the_same_words_and_offsets(
    root: Path, labelled: Dossier
) -> None:
    gold = json.loads((root / "samples/ferry-capsize/gold.json").read_text("utf-8"))
    story = json.loads(to_json(labelled))["stories"][0]
    texts = {report["id"]: report["text"] for report in story["reports"]}
    keys = ("report", "start", "end", "text", "low", "high", "about", "unit", "measure", "chain", "stance", "claim")
    assert [{key: row[key] for key in keys} for row in story["figures"]] == [
        {key: row[key] for key in keys} for row in gold["figures"]
    ]
    for name in ("figures", "quotes", "times"):
        assert all(texts[row["report"]][row["start"] : row["end"]] == row["text"] for row in story[name])


def test_the_json_keeps_to_its_own_schema(labelled: Dossier) -> None:
    jsonschema.validate(json.loads(to_json(labelled)), json.loads(schema()))


def test_the_schema_refuses_a_verdict_outside_the_closed_set(labelled: Dossier) -> None:
    whole = json.loads(to_json(labelled))
    whole["stories"][0]["claims"][0]["verdict"] = "true"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(whole, json.loads(schema()))


def test_the_same_dossier_gives_the_same_bytes(root: Path, labelled: Dossier) -> None:
    assert to_json(labelled) == to_json(gold_dossier(root / "samples/ferry-capsize"))


def test_only_entries_in_dispute_carry_the_key_of_their_dispute(labelled: Dossier) -> None:
    entries = json.loads(to_json(labelled))["stories"][0]["timeline"]
    assert [entry["id"] for entry in entries if "disputed" in entry] == [
        entry.id for entry in labelled.stories[0].timeline if entry.disputed
    ]


def test_half_a_surrogate_pair_in_a_report_keeps_offsets_true_and_gives_valid_json() -> None:
    report = Report(id="r", text="a\ud800b")
    story = Story(id="s", title="", start=None, end=None, reports=(report,), copies=(), mentions=(), events={"r": "e"})
    text = json.loads(to_json(Dossier(version="0", stories=(story,))))["stories"][0]["reports"][0]["text"]
    assert text == "a?b"


def test_what_is_told_inside_anothers_words_stands_in_a_list_of_its_own(labelled: Dossier) -> None:
    story = labelled.stories[0]
    report = story.reports[0]
    outer = Statement(kind="indirect", source=None, cue=None, content=report.span(0, 9))
    inner = Statement(kind="indirect", source=None, cue=None, content=report.span(3, 9), told=True)
    mentions = structs.replace(story.mentions[0], report=report.id, statements=(outer, inner))
    shape = story_shape(structs.replace(story, mentions=(mentions,)))
    assert [one.content.start for one in shape.statements] == [0]
    assert [one.content.start for one in shape.nested] == [3]


def test_an_empty_dossier_is_a_document_too() -> None:
    whole = json.loads(to_json(structs.replace(Dossier(version="1", stories=()))))
    assert whole == {"version": "1", "stories": [], "problems": []}
