"""In: bounds, units and days. Out: the words in which a reader sees them."""

import calendar
import re
from datetime import date

UNKNOWN = "unknown"

_SYMBOLS = frozenset({"%", "°C", "°F", "ppm", "magnitude", "ratio"})
_IRREGULAR = {"person": "people", "child": "children", "man": "men", "woman": "women", "foot": "feet", "inch": "inches"}
MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_MILLION = 1_000_000
_CURRENCY = re.compile(r"[A-Z]{3}")  # ISO 4217
_UNCHANGING = frozenset({"mph", "aircraft", "hertz", "people", "series", "species", "personnel", "staff"})
_SYMBOL = re.compile(r".{1,2}|.*/.*|per .*|.*\W|[A-Z]+")
_SCALES = ((1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (_MILLION, "million"))


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
    return f"{parsed.day} {MONTHS[parsed.month - 1]} {parsed.year}"


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
    month = MONTHS[last.month - 1]
    if (first.year, first.month) == (last.year, last.month):
        whole = (first.day, last.day) == (1, calendar.monthrange(last.year, last.month)[1])
        return f"{month} {last.year}" if whole else f"{first.day}–{last.day} {month} {last.year}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {last.day} {month} {last.year}"
    return f"{day(start)} – {day(end)}"


def count(many: int, noun: str) -> str:
    """A number of things in words: "1 report", "3 reports"."""
    return f"{many:,} {noun if many == 1 else plural(noun)}"
