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
        ("He counted 70 shells, not a paltry 30.", "30"),
        ("The railway retracted the speed of 58 kph, for which it blamed a clerk.", "58 kph"),
        ("Its earlier figure of 640,000 ducks should have been 615,000, it conceded.", "640,000"),
        ("She asked the public to disregard messages according to which 300 people had drowned.", "300"),
        ("As to the assertion that boxes were stuffed in 97 schools, the Board says that this did not occur.", "97"),
        ("FALSE: Film does not show execution of 200 hostages", "200"),
        ("Verify: no, 303 pupils were not kidnapped", "303"),
    ],
)
def test_a_number_is_denied(parse: Parse, text: str, words: str) -> None:
    assert _stances(parse, text)[words] == "denied"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Some 40 people should have been moved in March, she said.", "Some 40"),
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
        "Word in the market is that 12 traders died too.",
        "A Facebook post has it that 12 patients died when the ward came down.",
        "The caption of a much-shared clip claims that 12 people fell from the bridge.",
        "The paper dishes up the tale of 12 boxes under the stairs.",
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


def test_how_often_a_post_was_seen_is_no_rumour(parse: Parse) -> None:
    text = "Posts shared on several sites, and viewed more than 4 million times, say that a drone killed 200 people."
    figures = {one.span.words: one for one in find_mentions(parse(text)).figures}
    assert (figures["more than 4 million"].stance, figures["more than 4 million"].chain) == ("asserted", ())
    assert figures["200"].stance == "doubted"
