"""Which words in marks are speech, and which pieces are one quotation."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed
from twosource.finding.quotes import find_quotes

Parse = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge is gone,” said the mayor.", ["The bridge is gone,"]),
        ("He spoke of a “wall of water” and left.", ["wall of water"]),
        ("The so-called “special status” ended.", []),
        ("Her film “The Long Way Home” won a prize.", []),
        ("The song “Nothing but rain” was played.", []),
        ("They sang “All the Way Home” and went.", []),
        ("The “two open doors” doctrine is dead.", []),
        ("He called for a “full and open” inquiry.", ["full and open"]),
        ("‘We Have Nothing Left’: Villagers Flee The Flood", ["We Have Nothing Left"]),
        ("It rained.\n\n“We Have Nothing Left”\n\nIt rained again.", ["We Have Nothing Left"]),
        ("“NO MORE CUTS” Mugs Sell Well In The Capital", []),
        ("“We are here … and we stay [in town],” she said.", ["We are here … and we stay [in town],"]),
    ],
)
def test_speech_is_told_from_titles_and_terms(parse: Parse, text: str, expected: list[str]) -> None:
    assert [quote.span.words for quote in find_quotes(parse(text))] == expected


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("“We lost the barn,” said Ana Pop. “The house still stands.”", 1),
        ("“We lost the barn,” said Ana Pop, who keeps goats. “The house still stands.”", 1),
        ("“We lost the barn,” said Ana Pop. She added: “The house still stands.”", 1),
        ("“It was a bad night”, adding that roads were “closed since the morning”.", 1),
        ("“It is a fair offer,” the minister said, and thanked “the people who stayed”.", 2),
        ("“We are not leaving the street.” The mayor: “That is for me to say.”", 2),
        ("“We lost the barn,” said Ana Pop. The mayor came at noon. “The house still stands,” he said.", 2),
        ("“We lost the barn.\n\n“The house still stands,” said Ana Pop.", 1),
        ("“We lost the barn,” said Ana Pop.\n\n“The house still stands,” said the mayor.", 2),
        ("“He told me ‘go home and wait’ and left,” said Ana Pop. “I went home.”", 2),
    ],
)
def test_pieces_of_one_quotation_share_a_key(parse: Parse, text: str, keys: int) -> None:
    assert len({quote.utterance for quote in find_quotes(parse(text))}) == keys


def test_every_quote_opens_at_its_words(parse: Parse) -> None:
    parsed = parse("“We lost the barn,” said Ana Pop.\n\nMenu\n\n‘Nothing to be done,’ said the mayor.")
    quotes = list(find_quotes(parsed))
    assert len({quote.id for quote in quotes}) == 2
    assert all(parsed.report.text[q.span.start : q.span.end] == q.span.words for q in quotes)
