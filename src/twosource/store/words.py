"""In: texts and what a person types to find them. Out: folded words with their places, and queries of such words."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from twosource.text.folding import fold

LONGEST_WORD = 64
MOST_TERMS = 64
GAP = "·"
"""Stands between two texts that are indexed as one, so that no phrase runs from the one into the other."""

_WORD = re.compile(r"[^\W_]+")
_ASKED = re.compile(r'"([^"]*)(?:"|$)|(\S+)')
_AROUND = 90
_MOST_WORDS, _MOST_PLACES = 200_000, 2_000


class Word(NamedTuple):
    """A folded word and the offsets at which it stands in the text."""

    folded: str
    start: int
    end: int


class Term(NamedTuple):
    """Words that must stand together; the last may be the beginning of one (`vaccin*`)."""

    words: tuple[str, ...]
    begins: bool = False


def words_of(text: str) -> Iterator[Word]:
    """The words of a text in their order, folded: without case, accents and marks, none over 64 characters."""
    for match in _WORD.finditer(text):
        for folded in _folded(match.group()):
            yield Word(folded, match.start(), match.end())


def folded_words(text: str) -> list[str]:
    """The folded words of a text."""
    found: list[str] = []
    for written in _WORD.findall(text):
        if written.isascii():  # most are, and this is most of the time that an index takes
            found.append(written[:LONGEST_WORD].lower())
        else:
            found += _folded(written)
    return found


def _folded(written: str) -> list[str]:
    """The folded form of a word as written, or the parts into which it falls ("½" is 1 and 2)."""
    return [folded[:LONGEST_WORD] for folded in fold(written[: LONGEST_WORD * 4]).split()]


def terms_of(query: str) -> tuple[Term, ...]:
    """What a query asks for, at most 64 terms, none twice: single words and `"words that stand together"`.

    No character has another meaning than these marks and a closing `*`; what is no word is passed over.
    """
    found: dict[Term, None] = {}
    for match in _ASKED.finditer(query):
        piece = match.group(1) if match.group(1) is not None else match.group(2)
        words = tuple(folded_words(piece))
        if words:
            found[Term(words, begins=piece.endswith("*"))] = None
        if len(found) == MOST_TERMS:
            break
    return tuple(found)


def place(text: str, terms: Sequence[Term]) -> tuple[int, int]:
    """Start and end of what was found: the first term that stands where most terms stand close together.

    (0, 0) where the text, of which the first 200,000 words are looked at and 2,000 places of a term, holds none of
    them: a text without end must not hold up a search.
    """
    words = list(itertools.islice(words_of(text), _MOST_WORDS))
    folded = [word.folded for word in words]
    places = sorted(
        (index, end, number)
        for number, term in enumerate(terms)
        for index, end in itertools.islice(_runs(folded, term), _MOST_PLACES)
    )
    best, most = (0, 0), 0
    first = 0
    for last, (index, _, _) in enumerate(places):
        while index - places[first][0] > _AROUND // 3:
            first += 1
        held = len({number for _, _, number in places[first : last + 1][:200]})
        if held > most:
            most = held
            best = (words[places[first][0]].start, words[places[first][1] - 1].end)
    return best


def _runs(words: list[str], term: Term) -> Iterator[tuple[int, int]]:
    """Where a term stands in a list of words: index of its first word, and of the word after its last."""
    length = len(term.words)
    *head, tail = term.words
    for index, word in enumerate(words[: len(words) - length + 1] if length > 1 else words):
        if head and (word != head[0] or words[index : index + length - 1] != head):
            continue
        last = words[index + length - 1]
        if last == tail or (term.begins and last.startswith(tail)):
            yield index, index + length


def snippet(text: str, start: int, end: int) -> str:
    """What stands around a place, cut between words, on one line; "…" where something is left out."""
    left, right = max(0, start - _AROUND), min(len(text), end + _AROUND)
    while 0 < left < start and not text[left - 1].isspace():
        left += 1
    while end < right < len(text) and not text[right].isspace():
        right -= 1
    line = " ".join(text[left:right].split())
    return f"{'… ' if left else ''}{line}{' …' if right < len(text) else ''}"
