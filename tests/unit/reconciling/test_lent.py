from typing import Any

from told import figure, story

from twosource.dossier.wire import to_json
from twosource.reconciling import revise
from twosource.records import Dossier, Figure, Story

_LENT: dict[str, Any] = {"measure": "number", "lent": True}
_TOLD = "The collapse of the stand at the fairground killed 41 people, the {} said."
_ALONE = "The toll at the fairground stand is 41 people, the {} said."


def _figures(told: Story) -> dict[str, Figure]:
    return {one.span.report: one for mentions in told.mentions for one in mentions.figures}


def test_a_measure_that_no_word_tells_is_lent_by_two_readings_of_the_claim() -> None:
    told = [figure(name, "41", _TOLD.format(who)) for name, who in (("a", "mayor"), ("b", "prefect"))]
    alone = figure("c", "41", _ALONE.format("doctor"), **_LENT)
    found = story([*told, alone])
    assert len(found.claims) == 1
    assert _figures(found)["c"].measure == "killed"
    assert _figures(found)["c"].read == ("person", "number")
    assert b'"measure": "number"' not in to_json(Dossier(version="", stories=(found,)))


def test_one_reading_lends_no_measure_and_neither_does_its_copy() -> None:
    told = figure("a", "41", _TOLD.format("mayor"))
    alone = figure("c", "41", _ALONE.format("doctor"), **_LENT)
    assert _figures(story([told, alone]))["c"].measure == "number"
    copied = figure("b", "41", _TOLD.format("mayor"))
    assert _figures(story([told, copied, alone], copies={"b": "a"}))["c"].measure == "number"


def test_a_measure_of_its_own_words_is_never_lent_another() -> None:
    told = [figure(name, "41", _TOLD.format(who)) for name, who in (("a", "mayor"), ("b", "prefect"))]
    own = figure("c", "41", "The fairground stand fell on 41 people, the doctor said.", measure="hit")
    assert _figures(story([*told, own]))["c"].measure == "hit"


def test_recounting_takes_back_what_was_lent_and_lends_it_again() -> None:
    told = [figure(name, "41", _TOLD.format(who)) for name, who in (("a", "mayor"), ("b", "prefect"))]
    unnamed = figure("c", "41", _ALONE.format("doctor"), **{**_LENT, "unit": ""})
    found = story([*told, unnamed])
    assert _figures(found)["c"].unit == "person"
    assert revise(found, []) == found


def test_a_small_number_is_lent_no_fate_by_others_of_its_size() -> None:
    told = [figure(name, "2", f"Shots at the fairground killed 2 people, the {who} said.") for name, who in _WHO]
    alone = figure("c", "2", "The fairground shots: the doctor said that 2 people are sought.", **_LENT)
    assert _figures(story([*told, alone]))["c"].measure == "number"


_WHO = (("a", "mayor"), ("b", "prefect"))
