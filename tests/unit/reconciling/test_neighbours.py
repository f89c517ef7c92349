"""Numbers that stand by each other in one text: rivals, successors, corrections."""

from typing import Any

import pytest
from msgspec import structs
from told import figure, story

from twosource.records import Figure


def _text(*told: tuple[str, str, dict[str, Any]]) -> list[Figure]:
    """The figures of one report, of which each sentence follows the one before."""
    start, found = 0, []
    for number, sentence, slots in told:
        one = figure("a", number, sentence, **slots)
        span, whole = one.span, one.sentence
        found.append(
            structs.replace(
                one,
                span=structs.replace(span, start=span.start + start, end=span.end + start),
                sentence=structs.replace(whole, start=start, end=start + len(sentence)),
            )
        )
        start += len(sentence) + 1
    return found


def _together(figures: list[Figure]) -> bool:
    return len(story(figures).claims) == 1


@pytest.mark.parametrize(
    ("sentence", "one"),
    [
        ("The State Police make it 3200.", True),
        ("The State Police put the number at 3200.", True),
        ("The State Police say 3200.", True),
        ("The State Police stand by 3200.", True),
        ("The State Police had spoken of only 3200.", True),
        ("The State Police have seen 3200 on its list.", False),
        ("The State Police has 3200 on its list.", True),
        ("The figure given by the State Police was 3200.", True),
        ("The State Police got to 3200, without counting the side streets.", True),
        ("3200, says the State Police.", True),
        ("3200, says nobody.", False),
        ("The State Police sent 3200.", False),
        ("The State Police say 3200 candles were lit.", False),
    ],
)
def test_a_bare_number_of_another_source_is_for_the_question_before_it(sentence: str, one: bool) -> None:  # noqa: FBT001
    slots: dict[str, Any] = {"measure": "number", "noun": None}
    first = ("5000", "Rovan Mothers say 5000 stood there.", {**slots, "chain": ["Rovan Mothers"]})
    second = ("3200", sentence, {**slots, "chain": ["State Police"], "terms": (), "near": ()})
    assert _together(_text(first, second)) is one


@pytest.mark.parametrize(("unit", "one"), [("minute", True), ("%", False)])
def test_a_bare_number_answers_one_of_the_reports_own_unless_it_is_a_share(unit: str, one: bool) -> None:  # noqa: FBT001
    slots: dict[str, Any] = {"measure": "number", "noun": None, "unit": unit}
    first = ("55", "I rang every morning, and it was 55 on average.", slots)
    second = ("40", "The State Police speaks of 40.", {**slots, "chain": ["State Police"], "terms": (), "near": ()})
    assert _together(_text(first, second)) is one


def test_a_bare_number_answers_the_one_of_its_own_sentence_before_any_other() -> None:
    slots: dict[str, Any] = {"measure": "evacuated", "noun": None, "terms": (), "near": ()}
    sentence = "The guests among them numbered 870, by the count of the Rovan Mothers; the State Police says 640."
    figures = _text(
        ("7400", "The Red Cross of the valley has 7400.", {**slots, "chain": ["Red Cross"]}),
        ("870", sentence, {**slots, "chain": ["Rovan Mothers"], "noun": "guest"}),
        ("640", sentence, {**slots, "chain": ["State Police"]}),
    )
    start = figures[1].sentence.start
    last = structs.replace(
        figures[2],
        span=structs.replace(
            figures[2].span, start=start + sentence.index("640"), end=start + sentence.index("640") + 3
        ),
        sentence=figures[1].sentence,
    )
    claims = [set(claim.figures) for claim in story([*figures[:2], last]).claims]
    assert {figures[1].id, last.id} in claims


def test_a_notice_that_takes_a_number_back_gives_the_right_one() -> None:
    slots: dict[str, Any] = {"measure": "number", "noun": "job"}
    first = ("1540", "The number of jobs was given as 1540.", {**slots, "stance": "denied"})
    second = ("1450", "It is 1450, the company says.", {**slots, "measure": "laid off", "chain": ["company"]})
    assert _together(_text(first, second))


def test_nobody_hurt_at_one_place_says_nothing_of_another() -> None:
    slots: dict[str, Any] = {"measure": "injured", "noun": None}
    one = figure("a", "11", "In all 11 people were injured.", **slots, chain=["service"])
    other = figure("b", "11", "Some 11 people were injured.", **slots, chain=["service"])
    none = figure("c", "0", "There were 0 people injured at Laru.", **slots)
    assert len(story([one, other, none]).claims) == 2


def test_a_number_that_many_are_still_missing_of_dwindles() -> None:
    slots: dict[str, Any] = {"measure": "missing", "noun": None, "chain": ["Civil Protection"]}
    one = figure("a", "70", "More than 70 are missing, Civil Protection said.", **slots)
    other = figure("b", "4", "But 4 remain missing.", **{**slots, "terms": ("remain",)})
    assert len(story([one, other]).claims) == 1


@pytest.mark.parametrize(
    ("sentence", "one"),
    [
        ("Norkol says that 9 faults are repaired, the union says 2.", True),
        ("Norkol says that 9 faults are repaired, and the union sent 2.", False),
    ],
)
def test_a_bare_number_by_anothers_word_in_one_sentence_is_for_one_question(sentence: str, one: bool) -> None:  # noqa: FBT001
    slots: dict[str, Any] = {"unit": "fault", "measure": "repaired", "noun": "fault"}
    first = figure("a", "9", sentence, **slots, chain=["Norkol"])
    second = figure("a", "2", sentence, **slots)
    assert _together([first, second]) is one
