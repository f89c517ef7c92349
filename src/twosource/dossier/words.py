"""In: numbers, days and verdicts of records. Out: the words in which a reader sees them."""

import re
import textwrap
from typing import assert_never

from twosource.dossier.shapes import VerdictName
from twosource.records import Agree, Conflict, Day, Denied, Edge, Figure, Relation, Single, Updated, Verdict, Why
from twosource.text.telling import MONTHS, UNKNOWN, amount, bounds, count, day, days, number, plural

__all__ = [
    "ONE_NAME",
    "UNKNOWN",
    "amount",
    "as_of",
    "bounds",
    "count",
    "day",
    "days",
    "edge",
    "how_dated",
    "number",
    "open_label",
    "origins",
    "plain",
    "plural",
    "reading",
    "shortened",
    "verdict_label",
    "verdict_name",
    "why_apart",
]

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def verdict_name(verdict: Verdict) -> VerdictName:
    """The verdict's word in the guide and in the JSON dossier."""
    match verdict:
        case Single():
            return "single"
        case Agree():
            return "agree"
        case Updated():
            return "updated"
        case Conflict():
            return "conflict"
        case Denied():
            return "denied"
        case _ as unreachable:
            assert_never(unreachable)


def plain(text: str) -> str:
    """Report text fit for one line of a screen: white space joined, control and direction marks made visible."""
    return " ".join(_UNSAFE.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split())).split())


def shortened(text: str, longest: int) -> str:
    """The first words of a text, at most `longest` characters and an ellipsis where some were cut."""
    return textwrap.shorten(plain(text), longest, placeholder=" …") if " " in text.strip() else plain(text)[:longest]


def reading(figure: Figure) -> str:
    """One figure's normalised amount, with what its report does to it where it does not assert it."""
    words = amount(figure.low, figure.high, figure.unit, about=figure.about)
    return words if figure.stance == "asserted" else f"{words} ({figure.stance})"


def as_of(when: str | None) -> str:
    """The day or period a figure speaks of: "2025-03-14", "2025-03", "2025", or two of them with a stroke between."""
    first, _, last = (when or "").partition("/")
    ends = [_spelt(end) for end in (first, last) if end]
    return " to ".join(ends)


def _spelt(when: str) -> str:
    """A day, month or year in words; what is none of them stays as it is."""
    found = _MONTH.fullmatch(when)
    return f"{MONTHS[int(found[2]) - 1]} {found[1]}" if found else day(when)


_HOW = {
    "given": "given with the report",
    "metadata": "from the page's metadata",
    "url": "from its address",
    "dateline": "from its dateline",
    "text": "from its text",
    "sibling": "from another report of the same happening",
}


def how_dated(published: Day | None) -> str:
    """How a publication day was found, in words."""
    return "no day found" if published is None else _HOW[published.how]


def origins(independent: int, at_most: int) -> str:
    """How many independent origins, with what is unknown: "1 origin", "1–3 origins", "origin unknown"."""
    most = max(independent, at_most)
    if independent == 0:
        return "origin unknown" if most <= 1 else f"0–{most} origins, none known"
    if independent == most:
        return f"{independent} origin{'s' if independent > 1 else ''}"
    return f"{independent}–{most} origins"


_WHY: dict[Why, str] = {
    "subset": "one counts a part of the other",
    "other measure": "they measure different things",
    "other period": "they speak of different times",
    "other place": "they speak of different places",
}


def why_apart(relation: Relation) -> str:
    """Why two claims must not be set against each other, and whether even the part is given as more than the whole."""
    if relation.detail:
        return plain(relation.detail)
    return _WHY[relation.why] + (", and yet the part is larger than the whole" if relation.broken else "")


#: How an edge ends that only says that two words are names of one.
ONE_NAME = "name one body"


def edge(found: Edge, a: str, b: str) -> str:
    """Why two ends count as one, in words: `a` and `b` are the names or outlets that a reader knows them by."""
    detail = plain(found.detail)
    match found.why:
        case "named":
            return f"{a} passes on the word of {b}"
        case "copy":
            return f"{a} carries the text of {b}"
        case "shared text":
            told = detail.partition("“")[2].rpartition("”")[0]
            shared = f", “{told}”" if told else ""
            return f"One voice: {_both(a, b)} share the wording around the claim{shared}"
        case "same credit":
            credit = detail.rpartition(" credit ")[2]
            return f"One voice: {_both(a, b)} credit {credit or 'one agency'}"
        case "same root" | "organ of":
            return f"One origin: {detail or f'{a} and {b}'}"
        case "joined":
            return f"One origin by a person's word: {a} and {b}"
        case _ as unreachable:
            assert_never(unreachable)


def _both(a: str, b: str) -> str:
    """Two reports by their outlets, which may be one."""
    return f"two reports of {a}" if a == b else f"{a} and {b}"


_VERDICT: dict[VerdictName, str] = {
    "conflict": "Conflict",
    "denied": "Denied",
    "updated": "Updated",
    "agree": "Agree",
    "single": "One report",
}


def verdict_label(name: VerdictName) -> str:
    """A verdict as a heading."""
    return _VERDICT[name]


_OPEN: dict[VerdictName, str] = {"conflict": "Spread", "denied": "At issue"}


def open_label(name: VerdictName) -> str:
    """What the bounds of a claim are called: they stand, or in a dispute they are a spread or at issue."""
    return _OPEN.get(name, "Stands")
