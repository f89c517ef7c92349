"""Of which of two states a number counts the people."""

import pytest
from told import figure, story

from twosource.reconciling.parties import parties
from twosource.records import Figure, Mentions

WAR = (
    figure("a", "9", "The ministry said 9 Velian border guards were killed.", noun="guard"),
    figure("a", "40", "A Rovian spokesman spoke of 40 Velian soldiers killed.", noun="soldier"),
    figure("b", "4", "It holds 4 Rovian soldiers, the ministry said.", measure="captured", noun="soldier"),
    figure("b", "25", "On the slope 25 Rovian soldiers were killed.", noun="soldier"),
)


def _mentions(*more: Figure) -> list[Mentions]:
    figures = (*WAR, *more)
    return [
        Mentions(report=report, figures=tuple(one for one in figures if one.span.report == report)) for report in "abc"
    ]


@pytest.mark.parametrize(
    ("sentence", "number", "party"),
    [
        ("The mission puts the dead at 11 for Velia.", "11", "velia"),
        ("By dusk 11 had died on the Rovian side.", "11", "rovia"),
        ("Some 11 Rovian infantrymen fell.", "11", "rovia"),
        ("The mission puts the dead at 11 for May.", "11", ""),
        ("In the village 11 people died.", "11", ""),
    ],
)
def test_a_state_is_known_by_its_fighters_though_no_body_of_it_speaks(sentence: str, number: str, party: str) -> None:
    last = figure("c", number, sentence, noun=None)
    told = parties(_mentions(last)).get(last.id, "")
    assert told.startswith(party) if party else told == ""


def test_one_state_alone_is_no_party() -> None:
    alone = [Mentions(report="b", figures=WAR[2:])]
    assert parties(alone) == {}


def test_numbers_of_two_states_are_never_one_question() -> None:
    claims = [set(claim.figures) for claim in story(list(WAR)).claims]
    assert not any({WAR[1].id, WAR[3].id} <= claim for claim in claims)
