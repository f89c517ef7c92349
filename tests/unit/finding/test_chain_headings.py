"""A number in a heading has the source that the same number has further down."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed, find_mentions

Parse = Callable[..., Parsed]


def heading(parse: Parse, text: str) -> list[str]:
    return [link.name for link in find_mentions(parse(text)).figures[0].chain]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        pytest.param(
            "Steelmaker to shut two plants\n\nThe works will close two plants, the ministry said on Monday.",
            ["ministry"],
            id="the same number of the same things, told otherwise",
        ),
        pytest.param(
            "Two held after the match\n\nTwo people died in the crush, the ministry said on Monday.",
            [],
            id="a small number of people who came to another end",
        ),
        pytest.param(
            "The 1,450 jobs that go\n\nThe firm will dismiss 1,450 workers, the union said on Monday.",
            ["union"],
            id="a large number of people",
        ),
        pytest.param(
            "Thousands cut off in the valley\n\nSome 4,500 people are cut off, the army said on Monday.",
            ["army"],
            id="a number that stands for thousands",
        ),
        pytest.param(
            "Dozens killed in blast\n\nThe blast killed 31 people, the police said on Monday.\n\n"
            "It killed 52 people, the hospital said on Monday.",
            [],
            id="numbers of two sources stand for dozens",
        ),
        pytest.param(
            "Dam safe, says operator; council wants 14 sirens\n\nThe dam held in the storm on Monday.",
            ["council"],
            id="another speaks behind the semicolon",
        ),
        pytest.param(
            "Minister: 31 killed in blast\n\nNothing is known yet of those who laid the bomb in the market.",
            ["Minister"],
            id="a source of its own",
        ),
    ],
)
def test_a_heading_has_the_chain_of_the_same_number_below(parse: Parse, text: str, chain: list[str]) -> None:
    assert heading(parse, text) == chain


def test_a_speaker_who_cites_a_paper_speaks_on(parse: Parse) -> None:
    text = "He fired 63 rounds, the commission wrote, citing the ballistics report. He paid $780 for it, it found."
    chains = [[link.name for link in figure.chain] for figure in find_mentions(parse(text)).figures]
    assert chains == [["commission", "ballistics report"], ["commission"]]


def test_what_a_count_rests_on_may_stand_first(parse: Parse) -> None:
    text = "Relying on the dispatch log, the commission puts the wait at 11 minutes."
    assert heading(parse, text) == ["commission", "dispatch log"]


def test_who_dismisses_so_many_people_denies_nothing(parse: Parse) -> None:
    figure = find_mentions(parse("The firm will dismiss 1,450 workers, the union said on Monday.")).figures[0]
    assert ([link.name for link in figure.chain], figure.stance) == (["union"], "asserted")
