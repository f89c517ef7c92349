"""In: the statements that hold a figure. Out: those of them that tell it, without what another only speaks of."""

import re
from collections.abc import Collection, Sequence

from twosource.finding.chain_words import UNTRUE
from twosource.records import Figure, Statement

#: Deeds that a body does to people, which a speaker tells of it.
_DEED = re.compile(
    r"\b(?:admit(?:s|ted|ting)?|treat(?:s|ed|ing)?|tak(?:es?|en|ing) in|took in|receiv(?:es?|ed|ing))\b(?! to\b)",
    re.IGNORECASE,
)
_AHEAD = 3
_HAS = re.compile(r"(?:\w+ ){0,2}(?:has|have|had|holds?|held|counts?|numbers?)", re.IGNORECASE)
#: A count of an earlier day, which only says when.
_EARLIER = re.compile(
    r"\b(?:previous|last|earlier|prior|preceding|first|second|third|latest|former|past)\b", re.IGNORECASE
)
_FALSE = re.compile(rf"\b(?:is|are|was|were|remains?)\s+(?:\w+\s+){{0,2}}?{UNTRUE}\b", re.IGNORECASE)
_TURN = re.compile(r";|,\s+(?:and|but|while|whereas|yet)\s", re.IGNORECASE)


#: More statements than this over one number are no sentence of a report, and each would be held against each.
_MANY = 24


def weighed(figure: Figure, holding: Sequence[Statement], text: str, places: Collection[str]) -> list[Statement]:
    """The statements over a figure that tell it; `places` are the names of places in the report."""
    if len(holding) > _MANY:
        return list(holding)
    kept = [one for one in holding if not _only_does(one, holding, figure, text, places)]
    kept = [one for one in kept if not _says_when(one, kept)]
    kept = [one for one in kept if not _called_false(one, kept, figure, text)]
    return [one for one in kept if not _passed(one, kept, figure, text)]


def _others(one: Statement, holding: Sequence[Statement]) -> list[Statement]:
    """Those who speak over a figure beside one, and are not the same."""
    return [other for other in holding if other.force == "says" and other.chain != one.chain]


def _only_does(
    one: Statement, holding: Sequence[Statement], figure: Figure, text: str, places: Collection[str]
) -> bool:
    """Whether one is only what a speaker tells of it: "The hospital has admitted 83, its surgeon said"."""
    if one.cue is None or not one.told or not any(_tells_of(other, one) for other in _others(one, holding)):
        return False
    if one.chain[-1].name in places and _HAS.fullmatch(one.cue.words) is not None:
        return True
    deed = _DEED.search(text[one.cue.start : one.cue.end + _AHEAD])
    return one.chain[-1].kind == "body" and deed is not None and one.cue.end <= figure.span.start


def _tells_of(one: Statement, other: Statement) -> bool:
    return other.cue is not None and one.content.holds(other.cue)


def _says_when(one: Statement, holding: Sequence[Statement]) -> bool:
    """Whether one is an earlier count in which a speaker places a number: "In the last census it was 24, X said"."""
    source = one.source
    inside = one.cue is not None and one.cue.words.lower() in {"in", "at", "on"}
    early = (
        inside and source is not None and _EARLIER.search(source.words) is not None and one.chain[-1].kind == "document"
    )
    return early and any(
        other.cue is not None and other.cue.start > one.content.start for other in _others(one, holding)
    )


#: So far behind a number, at most, is it called false; what one sentence holds may be without bound.
_CALLS = 300


def _called_false(one: Statement, holding: Sequence[Statement], figure: Figure, text: str) -> bool:
    """Whether what one maintains is called false by who tells of it: the figure has the chain of its denier."""
    for other in _others(one, holding):
        ends = max(other.content.end, one.content.end)
        inside = one.cue is not None and other.content.holds(one.cue) and one.content.holds(figure.span)
        if inside and _FALSE.search(text[figure.span.end : min(ends, figure.span.end + _CALLS)]):
            return True
    return False


def _passed(one: Statement, holding: Sequence[Statement], figure: Figure, text: str) -> bool:
    """Whether another takes over between a speaker set into a sentence and a figure behind him.

    "Repairs will cost 3 million, the ministry estimates, and the union has promised 1 million".
    """
    cue = one.cue
    parts = [part for part in (one.source, cue) if part is not None]
    if cue is None or not one.content.start < min(part.start for part in parts) < figure.span.start:
        return False
    begun = max(part.end for part in parts)
    for other in holding:
        who = [part for part in (other.source, other.cue) if part is not None]
        if other is one or other.force == "acts" or other.chain == one.chain or not who:
            continue
        turn = _TURN.search(text, begun, min(figure.span.start, max(begun, min(part.start for part in who))))
        if turn is not None and min(part.start for part in who) >= turn.end():
            return True
    return False
