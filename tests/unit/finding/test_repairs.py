"""What the model misreads is put right before anything else reads it."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed, find_mentions
from twosource.finding.repairs import repair

Parse = Callable[..., Parsed]

_MISREAD = [
    ("The police, who cannot count beyond their fingers, held to 2,500 last week.", "2,500", "police"),
    ("The guards took 60 people; the village chief, Oren Tal, says 94.", "94", "Oren Tal"),
    ("On 20 February UNICEF warned that 5,000 children were at risk of severe hunger.", "5,000", "UNICEF"),
    (
        "Mayor Ann Lee told the council as late as January that the bill would be €236 million.",
        "€236 million",
        "Ann Lee",
    ),
    ("The dead number at least 23, the health office said overnight; more are sought.", "at least 23", "health office"),
]


@pytest.mark.parametrize(("text", "words", "source"), _MISREAD)
def test_a_misread_sentence_gives_its_source(parse: Parse, text: str, words: str, source: str) -> None:
    figure = next(one for one in find_mentions(parse(text)).figures if one.span.words == words)
    assert [link.name for link in figure.chain] == [source]


@pytest.mark.parametrize("text", [text for text, _, _ in _MISREAD])
def test_a_repaired_sentence_is_one_tree_and_stays_as_it_is(parse: Parse, text: str) -> None:
    for sentence in parse(text).sentences:
        doc = sentence.doc
        assert [token.dep_ for token in doc].count("ROOT") == 1
        before = [(token.dep_, token.head.i, token.tag_) for token in doc]
        repair(doc)
        assert [(token.dep_, token.head.i, token.tag_) for token in doc] == before


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, a former nurse, beaten by masked men in her garden.",
        "Ferry, overdue since dawn, found in pieces",
        "On Friday the court heard that nine people had died.",
        "The injured number 9",
        "The dead number",
    ],
)
def test_other_sentences_are_left_alone(parse: Parse, text: str) -> None:
    doc = parse(text).sentences[0].doc
    assert not any(token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and token.head.tag_ == "VBN" for token in doc)
    root = next(token for token in doc if token.dep_ == "ROOT")
    assert root.text in {"mayor", "Ferry", "heard", "number"}
