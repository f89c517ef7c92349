"""In: numbers, days and verdicts of records. Out: the words in which a reader sees them."""

import calendar
import re
import textwrap
from datetime import date
from typing import assert_never

from twosource.dossier.shapes import VerdictName
from twosource.records import Agree, Conflict, Day, Denied, Edge, Figure, Relation, Single, Updated, Verdict, Why

UNKNOWN = "unknown"

_SYMBOLS = frozenset({"%", "°C", "°F", "ppm", "magnitude", "ratio"})
_IRREGULAR = {"person": "people", "child": "children", "man": "men", "woman": "women", "foot": "feet", "inch": "inches"}
_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_MILLION = 1_000_000
_CURRENCY = re.compile(r"[A-Z]{3}")  # ISO 4217
_UNCHANGING = frozenset({"mph", "aircraft", "hertz", "people", "series", "species", "personnel", "staff"})
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SYMBOL = re.compile(r".{1,2}|.*/.*|per .*|.*\W|[A-Z]+")
_SCALES = ((1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (_MILLION, "million"))


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


def number(value: float) -> str:
    """A number as a newspaper prints it: "1,234", "0.16", "25 million"."""
    for scale, word in _SCALES:
        if abs(value) >= scale and round(value / scale, 3) * scale == value:
            return f"{value / scale:,.3f}".rstrip("0").rstrip(".") + f" {word}"
    if float(value).is_integer():
        return f"{value:,.0f}"
    return f"{value:,.10g}" if abs(value) < _MILLION else f"{value:,.2f}"


def bounds(low: float | None, high: float | None, *, about: bool = False) -> str:
    """Both bounds in words: "17", "about 17", "at least 17", "up to 17", "17 to 20"."""
    nearly = "about " if about else ""
    if low is None and high is None:
        return UNKNOWN
    if high is None:
        return f"at least {nearly}{number(low or 0)}"
    if low is None:
        return f"up to {nearly}{number(high)}"
    if low == high:
        return nearly + number(low)
    return f"{nearly}{number(low)} to {number(high)}"


def amount(low: float | None, high: float | None, unit: str, *, about: bool = False) -> str:
    """Bounds with their unit: "at least 17 people", "IDR 5 million", "25%", "twice" as "2 times"."""
    words = bounds(low, high, about=about)
    if words == UNKNOWN or not unit:
        return words
    if _CURRENCY.fullmatch(unit):
        return f"{words} {unit}"
    match unit:
        case "%":
            return f"{words}%"
        case "ratio":
            return f"{words} times"
        case "magnitude":
            return f"magnitude {words}"
        case _:
            one = low == high == 1
            return f"{words} {unit if one else plural(unit)}"


def reading(figure: Figure) -> str:
    """One figure's normalised amount, with what its report does to it where it does not assert it."""
    words = amount(figure.low, figure.high, figure.unit, about=figure.about)
    return words if figure.stance == "asserted" else f"{words} ({figure.stance})"


def plural(unit: str) -> str:
    """The plural of a unit of measure or counted noun; symbols and rates stay as they are."""
    if unit in _SYMBOLS or unit in _UNCHANGING or _SYMBOL.fullmatch(unit):
        return unit
    before, space, last = unit.rpartition(" ")
    if last in _IRREGULAR:
        return before + space + _IRREGULAR[last]
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return unit[:-1] + "ies"
    return unit + ("es" if unit.endswith(("s", "x", "z", "ch", "sh")) else "s")


def day(iso: str | None) -> str:
    """An ISO day as "14 March 2025"; other words stay as they are, None is "unknown"."""
    if iso is None:
        return UNKNOWN
    try:
        parsed = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{parsed.day} {_MONTHS[parsed.month - 1]} {parsed.year}"


def days(start: str | None, end: str | None) -> str:
    """A day or a range of days, each part said once: "14 March 2025", "1–10 March 2025", "all of 2019"."""
    if start is None or end is None or start == end:
        return day(start or end)
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return f"{start} to {end}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    month = _MONTHS[last.month - 1]
    if (first.year, first.month) == (last.year, last.month):
        whole = (first.day, last.day) == (1, calendar.monthrange(last.year, last.month)[1])
        return f"{month} {last.year}" if whole else f"{first.day}–{last.day} {month} {last.year}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {last.day} {month} {last.year}"
    return f"{day(start)} – {day(end)}"


def as_of(when: str | None) -> str:
    """The day or period a figure speaks of: "2025-03-14", "2025-03", "2025", or two of them with a stroke between."""
    first, _, last = (when or "").partition("/")
    ends = [_spelt(end) for end in (first, last) if end]
    return " to ".join(ends)


def _spelt(when: str) -> str:
    """A day, month or year in words; what is none of them stays as it is."""
    found = _MONTH.fullmatch(when)
    return f"{_MONTHS[int(found[2]) - 1]} {found[1]}" if found else day(when)


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
            return f"One voice: {a} and {b} share the wording around the claim{shared}"
        case "same credit":
            credit = detail.rpartition(" credit ")[2]
            return f"One voice: {a} and {b} credit {credit or 'one agency'}"
        case "same root" | "organ of":
            return f"One origin: {detail or f'{a} and {b}'}"
        case "joined":
            return f"One origin by a person's word: {a} and {b}"
        case _ as unreachable:
            assert_never(unreachable)


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


def count(many: int, noun: str) -> str:
    """A number of things in words: "1 report", "3 reports"."""
    return f"{many:,} {noun if many == 1 else plural(noun)}"
