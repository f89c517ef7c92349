"""What says that a number is not so, what only looks as if it did, and what passes on a rumour."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed, find_mentions

Parse = Callable[..., Parsed]


def _stances(parse: Parse, text: str) -> dict[str, str]:
    return {one.span.words: one.stance for one in find_mentions(parse(text)).figures}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is not exact that the price has fallen to 31 cents, she said.", "31 cents"),
        ("The office stresses that the figure of 187 victims does not correspond to reality.", "187"),
        ("He dismissed as fantasy the claim that 27 vans had been held.", "27"),
        ("Colonel Benn, asked about the 120 million euros, denied that it had been paid.", "120 million euros"),
        ("He counted 83 canisters, not a paltry 55.", "55"),
        ("FALSE: Film does not show execution of 200 hostages", "200"),
        ("Verify: no, 303 pupils were not kidnapped", "303"),
    ],
)
def test_a_number_is_denied(parse: Parse, text: str, words: str) -> None:
    assert _stances(parse, text)[words] == "denied"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Untrue, says the water office: only 12 homes were flooded.", "12"),
        ("There was not one life vest on board, the coast guard maintains.", "not one"),
        ("A first offer of 4.5 percent by the mill had been rejected by the guild.", "4.5 percent"),
    ],
)
def test_a_number_is_not_denied(parse: Parse, text: str, words: str) -> None:
    assert _stances(parse, text)[words] == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "Word on the terraces is that 12 fans died too.",
        "Users of the app are spreading the story that the dam has burst and 12 people have drowned.",
    ],
)
def test_what_is_passed_round_is_doubted(parse: Parse, text: str) -> None:
    assert _stances(parse, text)["12"] == "doubted"


def test_rumours_that_a_body_answers_to_are_no_source(parse: Parse) -> None:
    text = "In view of rumours the club states: the log of 13 May shows 31,386 admissions."
    (figure,) = find_mentions(parse(text)).figures
    assert "rumours" not in [link.name for link in figure.chain]
    assert figure.stance == "asserted"
