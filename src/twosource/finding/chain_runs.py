"""In: a parsed sentence. Out: its runs of proper nouns, and the words that tell what a named person is."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from twosource.finding.chain_words import TITLES
from twosource.text.listing import listed
from twosource.text.titles import RANKS

_PARTICLES = listed("al bin ibn de da van von der el la du dos ben abu den di st")


def run_head(doc: Doc, first: int, last: int) -> Token:
    """The token of a run that hangs on a word outside it."""
    return next((token for token in reversed(doc[first:last]) if not first <= token.head.i < last), doc[last - 1])


def proper_runs(doc: Doc, first: int = 0, last: int | None = None) -> Iterator[tuple[int, int]]:
    """Runs of proper nouns, initials and hyphens inside names; particles in lower case between two of them."""
    end = len(doc) if last is None else last
    index = first
    while index < end:
        if doc[index].pos_ != "PROPN" or not doc[index].text[:1].isupper():
            index += 1
            continue
        begin = index
        index += 1
        while index < end and _goes_on(doc, index, end):
            index += 1
        yield begin, index


def _goes_on(doc: Doc, index: int, end: int) -> bool:
    token = doc[index]
    if token.pos_ == "PROPN" and token.text[:1].isupper():
        return True
    following = doc[index + 1] if index + 1 < end else None
    if following is None or (not following.text[:1].isupper() and token.text != "-"):
        return False
    if token.text == ".":  # a rank cut short: "Brig. Ferrante"
        return doc[index - 1].lower_ in RANKS and following.pos_ == "PROPN"
    joined = token.text in {"-", "‑"} and doc[index - 1].whitespace_ == "" and token.whitespace_ == ""
    return joined or (token.lower_ in _PARTICLES and following.pos_ == "PROPN")


def described(doc: Doc, head: Token, first: int, last: int) -> Iterator[Token]:
    """Words that tell what a named person is: titles before the name, appositions on either side."""
    yield from _titles(doc, first)
    for token in (*head.children, head.head):
        if token.dep_ == "appos" or (token == head.head and head.dep_ == "appos"):
            yield token
            yield from (below for below in token.lefts if below.dep_ in {"compound", "amod"})
    yield from (token for token in doc[first:last] if token.lower_.rstrip(".") in TITLES)
    if last + 1 < len(doc) and doc[last].text == ",":
        yield from _until_break(doc[last + 1 : last + 8])
    if first > 1 and doc[first - 1].text == ",":
        yield from _until_break(reversed(doc[max(0, first - 8) : first - 1]))


def _titles(doc: Doc, first: int) -> Iterator[Token]:
    """Nouns right before a name: "coast guard spokesman"."""
    for index in range(first - 1, max(-1, first - 7), -1):
        token = doc[index]
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"} and token.text not in {"'s", "’s", "of", "-"}:
            return
        yield token


def _until_break(tokens: Iterable[Token]) -> Iterator[Token]:
    """Nouns of an apposition up to the next mark, verb or relative pronoun."""
    for token in tokens:
        if token.text in {",", ".", ";", "”", '"'} or token.tag_[:2] == "VB" or token.tag_ in {"WP", "WDT"}:
            return
        yield token
