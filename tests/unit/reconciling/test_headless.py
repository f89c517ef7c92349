from typing import Any

import pytest
from told import figure, story

from twosource.reconciling.headless import told_in_full
from twosource.records import Figure, Mentions


def _told(*figures: Figure) -> list[Figure]:
    reports = sorted({one.span.report for one in figures})
    mentions = [
        Mentions(report=name, figures=tuple(one for one in figures if one.span.report == name)) for name in reports
    ]
    found = {one.id: one for told in told_in_full(mentions) for one in told.figures}
    return [found[one.id] for one in figures]


_HOMES: dict[str, Any] = {"unit": "home", "measure": "destroyed", "noun": "home"}


def test_a_number_that_stands_alone_has_the_unit_of_the_same_number_told_in_full() -> None:
    full = figure("a", "214", "The flood destroyed 214 homes in the valley.", **_HOMES)
    alone = figure("b", "214", "The mayor holds to 214, he said.", measure="arrested", noun=None)
    assert [(one.unit, one.measure) for one in _told(full, alone)] == [("home", "destroyed")] * 2


@pytest.mark.parametrize(
    ("sentence", "slots"),
    [
        ("The police arrested 214 on Monday.", {"measure": "arrested", "noun": None}),
        ("There were 214 guests at the inn.", {"measure": "number", "noun": "guest"}),
        ("By noon 214 of us sat in the hall.", {"measure": "number", "noun": None}),
    ],
)
def test_what_a_number_says_itself_stands(sentence: str, slots: dict[str, Any]) -> None:
    full = figure("a", "214", "The flood destroyed 214 homes in the valley.", **_HOMES)
    assert _told(full, figure("b", "214", sentence, **slots))[1].unit == "person"


def test_a_round_number_is_explained_by_its_own_source_alone() -> None:
    full = figure("a", "200", "The flood destroyed 200 homes, the mayor said.", chain=["mayor"], **_HOMES)
    slots: dict[str, Any] = {"measure": "number", "noun": None}
    same = figure("b", "200", "The mayor no longer holds to 200, he says.", chain=["mayor"], **slots)
    other = figure("c", "200", "The baker holds to 200, she says.", chain=["baker"], **slots)
    assert [one.unit for one in _told(full, same, other)] == ["home", "home", "person"]


def test_numbers_told_in_full_of_two_things_explain_nothing() -> None:
    homes = figure("a", "214", "The flood destroyed 214 homes in the valley.", **_HOMES)
    dead = figure("b", "214", "The flood killed 214 people.")
    alone = figure("c", "214", "The mayor holds to 214, he said.", measure="arrested", noun=None)
    assert _told(homes, dead, alone)[2].measure == "arrested"


def test_a_number_alone_beside_one_so_explained_is_its_like() -> None:
    hours: dict[str, Any] = {"unit": "hour", "measure": "duration", "noun": None}
    full = figure("a", "36", "The freezer was off for 36 hours, employees said.", **hours)
    sentence = "The freezer report is out: employees had spoken of 36, the board of 9."
    slots: dict[str, Any] = {"measure": "sold", "noun": None}
    first, second = figure("b", "36", sentence, **slots), figure("b", "9", sentence, **slots)
    assert [one.unit for one in _told(full, first, second)] == ["hour"] * 3


def test_numbers_are_explained_once_and_for_all() -> None:
    full = figure("a", "214", "The flood destroyed 214 homes in the valley.", **_HOMES)
    alone = figure("b", "214", "The mayor holds to 214, he said.", measure="arrested", noun=None)
    once = _told(full, alone)
    assert _told(*once) == once
    assert len(story([full, alone]).claims) == 1


def test_a_part_told_beside_has_the_measure_of_its_whole() -> None:
    full = figure("a", "31", "The blast killed 31 people in the mill.")
    sentence = "The count of the ministry came to rest at 31, 22 of them women."
    slots: dict[str, Any] = {"measure": "arrived", "noun": None}
    whole, part = figure("b", "31", sentence, **slots), figure("b", "22", sentence, **slots)
    assert [one.measure for one in _told(full, whole, part)] == ["killed"] * 3


def test_amounts_of_one_sentence_that_name_no_coin_are_of_one_coin() -> None:
    sentence = "The firm offered 50,000, then 150,000 and a bus."
    slots: dict[str, Any] = {"measure": "offered", "noun": None}
    one = figure("a", "50,000", sentence, unit="EGP", **slots)
    other = figure("a", "150,000", sentence, unit="GBP", **slots)
    assert [told.unit for told in _told(one, other)] == ["EGP", "EGP"]


def test_a_number_alone_is_what_the_same_number_among_the_same_words_counts() -> None:
    aboard: dict[str, Any] = {"measure": "aboard", "noun": "person"}
    full = figure("a", "93", "There were 93 people aboard the trawler when it left the harbour.", **aboard)
    knots: dict[str, Any] = {"unit": "knot", "measure": "speed", "noun": None, "lent": True, "leaning": True}
    alone = figure("b", "93", "Aboard the trawler, says a survivor, it was 93.", **knots)
    assert [(one.unit, one.measure) for one in _told(full, alone)] == [("person", "aboard")] * 2
    apart = figure("b", "93", "By the gauge, says a survivor, it was 93.", **knots)
    assert _told(full, apart)[1].unit == "knot"
    kept = figure("b", "93", "Aboard the trawler, says a survivor, it was 93.", **{**knots, "leaning": False})
    assert _told(full, kept)[1].unit == "knot"


def test_a_strength_named_before_its_number_explains_the_same_number_alone() -> None:
    strong: dict[str, Any] = {"unit": "magnitude", "measure": "magnitude", "noun": None, "low": 6.4, "high": 6.4}
    full = figure("a", "6.4", "The earthquake had a magnitude of 6.4, the survey said.", **strong)
    bare: dict[str, Any] = {"unit": "", "measure": "number", "noun": None, "low": 6.4, "high": 6.4}
    alone = figure("b", "6.4", "In May the survey took back its 6.4 for the earthquake.", **bare)
    assert [one.unit for one in _told(full, alone)] == ["magnitude", "magnitude"]
