"""In: a string. Out: its time expressions: what the words mean before any day is known to count from."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import msgspec
from msgspec import structs

from twosource.text.date_calendar import CALENDAR_RULES
from twosource.text.date_relative import RELATIVE_RULES
from twosource.text.date_words import Word, words

Kind = Literal["date", "weekday", "day", "unit", "shift", "duration", "set", "reference", "clock"]
Mod = Literal["early", "mid", "late", "start", "end", "part"]
Borrow = Literal["next", "previous"]


class Expression(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression at `start:end` of its string, not yet counted from any day.

    `toward` is -1, 0 or 1 for last, this, next. `textual` expressions count from the day last spoken of ("the next
    day"), the others from the day of writing ("tomorrow"). `weak` ones are times only where the sentence
    bears it out; `indefinite` ones ("the weekend") do not say which.
    """

    start: int
    end: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    span: Literal["year", "decade", "century"] = "year"
    week: int | None = None
    holiday: str | None = None
    part: str | None = None
    clock: str | None = None
    zone: str = ""
    mod: Mod | None = None
    unit: str | None = None
    count: float | None = None
    toward: int | None = None
    year_toward: int | None = None
    textual: bool = False
    value: str | None = None
    borrow: Borrow | None = None
    weak: bool = False
    indefinite: bool = False

    @property
    def timed(self) -> bool:
        """Whether it names a time of day."""
        return self.part is not None or self.clock is not None


_NUMBER = r"(?P<n>(?:N-?N|[ND9Y])(?:-?z-?a?-?F)?|a?Qf?)"
_YEAR = r"(?P<y>dY|d[9D]|[Y9D]c|Y|~)"
_OF_YEAR = rf"(?:,?f?(?:e?U)?{_YEAR}|,?f?(?:e|)(?P<yr>[LlKkJisb]{{1,2}})(?P<yu>U))?"
_MOD = r"(?:(?P<e>E)-?(?:oe?|f|e)?|(?P<gh>[gh])(?:oe?|e)?|e?y?(?P<b>[Bb])fe?)?"
_RELATIVE = r"(?P<l>[LlKkJ]|is?|s)"

_RULES = CALENDAR_RULES | RELATIVE_RULES
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"!"),
    ("slashed", r"#"),
    ("month_day", rf"(?:(?P<w>[Ww])P?,?)?e?(?P<m>M)e?(?P<d>[DO])(?![%9])(?:{_OF_YEAR})"),
    ("day_month", rf"(?:(?P<w>[Ww])P?,?)?e?(?P<d>[DO])-?f?(?P<m>M)(?:{_OF_YEAR})"),
    ("day_left", r"e?(?P<d>[DO])(?=(?:[-,z/]e?[DO]){1,3}f?M)"),
    ("day_right", rf"(?<=M[DO][-z/])e?(?P<d>[DO])(?![UVHIN-])(?:,?{_YEAR})?"),
    ("week_of", r"e?(?P<o>[OL6])(?P<u>U)f(?P<m>M)(?:,?f?(?P<y>Y))?"),
    ("weekday_of", r"e?(?P<o>[OL6])(?P<w>W)(?P<i>[fo])(?P<m>M)(?:,?f?(?P<y>Y))?"),
    ("days_of", r"e?(?P<o>[O6L])(?P<v>V)f(?P<m>M)(?:,?f?(?P<y>Y))?"),
    ("relative_month", r"(?:(?P<e>E)-?)?(?P<l>[LKlkJ])(?P<m>M)(?![DO])"),
    ("month", rf"{_MOD}e?(?P<m>M)(?:{_OF_YEAR})"),
    ("quarter", rf"e?(?:(?P<o>[OL6])-?(?P<u>U)|(?P<q>4))(?:{_OF_YEAR})"),
    ("half", rf"e?(?P<o>[Oh6])F(?=[fY])(?:f|)(?:{_YEAR}|(?:e|)(?P<yr>[LlKkJisb]{{0,2}})(?P<yu>U))"),
    ("century", rf"{_MOD}e?(?P<o>O)(?:-|)(?P<u>U)(?P<c>c?)"),
    ("decade", rf"(?:e(?=[EB]))?{_MOD}(?P<t>e?)(?P<x>X)(?P<c>c?)"),
    ("season_year", rf"{_MOD}e?(?P<s>S)(?:,?f?{_YEAR}|f(?P<yr>[LlKkJisb]{{1,2}})(?P<yu>U))"),
    ("year_season", r"e?(?P<y>Y)(?P<s>S)"),
    ("season", rf"{_MOD}(?P<t>e?)(?:{_RELATIVE})?(?P<s>S)"),
    ("holiday", rf"(?:{_RELATIVE})?(?P<h>[$])(?:,?f?{_YEAR})?"),
    ("set_weekday", r"(?P<r>r)(?P<w>W)P?|(?P<z>0)|r(?P<s>[SP])"),
    ("weekday", rf"e?(?:J(?=K)|)(?:{_RELATIVE})?(?P<w>W)(?P<p>[Pt]?)(?P<u>U?)"),
    ("night_before_last", r"eP<L"),
    ("day_beside", r"eU(?P<g>[<>])(?P<t>T)"),
    ("day_word", r"(?:(?P<e>E)-?|g|h)?(?P<t>[Tt])(?P<p>P?)"),
    ("clock_words", r"(?:(?P<h>[FN])(?P<l>L)|(?P<u>aU|U)(?P<z>[Lz]))(?P<n>N)"),
    ("clock", r"(?P<c>C)(?P<a>m?)(?P<k>Z?)|(?P<d>D)(?P<m>m)(?P<k2>Z?)|(?P<w>[8Y9])(?P<k3>Z)|(?P<n>n)(?![A-Za-z]?x-)"),
    ("part_relative", rf"(?:(?P<e>E)-?)?(?P<t>e?){_RELATIVE}(?P<p>P)"),
    ("set_every", r"(?P<r>[rp])(?:(?P<o>O)|(?P<n>[ND9]))?(?P<u>[UVHI])"),
    ("set_rate", r"(?P<q>q)(?P<a>a)(?P<u>[UH])"),
    ("set_word", r"(?P<v>v)"),
    ("shift", rf"(?:{_NUMBER}|(?P<a>a))\+?-?(?P<u>[UVHIj])(?P<g>[Ggh<>])"),
    ("shift_loose", r"(?P<u>[VIj])(?P<g>[Ggh<>])"),
    (
        "spell_relative",
        rf"e?(?P<l>[LlKk])(?:{_NUMBER})\+?(?P<u>[UVHI])|e?(?:{{2}}|(?P<n2>[ND9]))(?P<l2>[Llk])\+?(?P<u2>[VI])".replace(
            "{2}", r"(?P<n3>N-?N)"
        ),
    ),
    ("spell_loose", r"(?P<t>e?)(?P<l>[LlKkRJ])(?P<u>[VI])"),
    ("beside", r"e(?P<u>U)(?P<g>[lgkh])(?![a-zA-Z0-9])"),
    ("unit_relative", rf"{_MOD}(?P<t>e?)y?{_RELATIVE}(?P<u>U)"),
    ("unit_bare", rf"{_MOD}(?P<t>e)(?P<u>U)(?P<s>['B]?)"),
    ("unit_end", r"e?(?P<u>U)x'(?P<b>B)"),
    ("half_unit", r"(?P<f>F)-?a?-?(?P<u>[UH])"),
    ("unit_and_half", r"(?P<a>[aN])(?P<u>[UH])zaF"),
    ("duration", rf"{_NUMBER}\+?-?(?P<u>[UVHIj])-?(?P<A>A?)"),
    ("duration_one", r"(?P<a>a)(?:\+)?(?P<u>[UH])"),
    ("duration_bare", r"(?P<u>[VI])"),
    ("short_year", r"(?<=Y[-/z])(?P<d>[D9])(?![UVHI])"),
    ("year", rf"{_MOD}(?:e?[UV])?{_YEAR}"),
    ("short_date", r"(?P<t>e)(?P<d>O)"),
    ("number_bare", r"(?<=o)(?P<n>9)(?![A-Za-z'%-])|(?<=[oE])(?P<n2>9)(?=[,.])"),
    ("part_bare", r"e?E?(?P<p>P)I?"),
    ("reference", r"y?(?P<r>R)|(?P<t>e?)(?P<f>7)(?:-U)?|e(?P<l>L)(?![UVHINDSQPM$x])"),
    ("reference_time", r"(?P<l>(?:[Jies]|is|es))(?P<u>u)"),
)
_INNER = re.compile(r"\(\?P<\w+>")
_ONE = {name: re.compile(pattern) for name, pattern in _PATTERNS}
_NAMES = tuple(_ONE)
#: One pattern over all classes of a sentence: the first rule that fits at the leftmost place wins.
_ALL = re.compile(
    r"(?=[^x,./zof+A'mZu-])(?:"  # none begins with a word of these classes: the search hurries past them
    + "|".join(f"(?P<{name}>{_INNER.sub('(?:', pattern)})" for name, pattern in _PATTERNS)
    + ")"
)


_SENTENCE = 600


def find_expressions(text: str) -> list[Expression]:
    """The time expressions of `text` in order, none overlapping; times of day joined to the day they stand beside."""
    return list(_kept(text)) if len(text) <= _SENTENCE else _found(text)


@lru_cache(maxsize=4096)
def _kept(text: str) -> tuple[Expression, ...]:
    """Those of a sentence; it is asked for several times, by its report's day and by its mentions."""
    return tuple(_found(text))


def _found(text: str) -> list[Expression]:
    row = words(text)
    if not row:
        return []
    kinds = "".join(word.kind for word in row)
    found: list[tuple[Expression, int, int]] = []
    place = 0
    while (match := _ALL.search(kinds, place)) is not None:
        place = match.start() + 1
        for name in _NAMES[_NAMES.index(match.lastgroup or "iso") :]:
            inner = _ONE[name].match(kinds, match.start())
            expression = _built(name, inner, row) if inner and inner.end() > inner.start() else None
            if inner is not None and expression is not None:
                found.append((expression, inner.start(), inner.end()))
                while place < inner.end() and row[place].start < expression.end:
                    place += 1
                break
    return _lend(_join(found, kinds, row), text)


def _built(name: str, inner: re.Match[str], row: Sequence[Word]) -> Expression | None:
    """The expression a rule makes of the words it matched, or None where it is none after all."""
    groups = {
        key: list(row[inner.start(key) : inner.end(key)])
        for key, value in inner.groupdict().items()
        if value is not None
    }
    slots = _RULES[name](groups, row, inner.end())
    if slots is None:
        return None
    expression = Expression(start=row[inner.start()].start, end=row[inner.end() - 1].end, kind="date")
    return structs.replace(expression, **slots)


def _join(found: list[tuple[Expression, int, int]], kinds: str, row: Sequence[Word]) -> list[Expression]:
    """Put a part of the day or a clock time and the day right beside it together."""
    joined: list[tuple[Expression, int, int]] = []
    for expression, first, last in found:
        if joined:
            before, begun, ended = joined[-1]
            between = kinds[ended:first]
            one = _together(before, expression, between, "".join(word.text.lower() for word in row[ended:first]))
            if one is not None:
                joined[-1] = (one, begun, last)
                continue
        joined.append((expression, first, last))
    return [expression for expression, _, _ in joined]


_DAYS = frozenset({"date", "weekday", "day"})


def _together(  # noqa: PLR0911 (one return a pair)
    a: Expression, b: Expression, between: str, said: str
) -> Expression | None:
    if a.kind == "clock" and b.kind in _DAYS and _names_day(b) and said in {"", "on", ",", "of", ",on"}:
        part = b.part if a.clock is None else None
        return structs.replace(b, start=a.start, clock=a.clock, part=a.part or part, zone=a.zone)
    if (
        b.kind == "clock"
        and a.kind in _DAYS
        and _names_day(a)
        and said in {"", "at", ",", "around"}
        and not between.count("x")
    ):
        if b.clock is None and said not in {"", "at"}:
            return None
        return structs.replace(a, end=b.end, clock=b.clock, part=b.part if b.clock is None else None, zone=b.zone)
    if (
        b.kind == "weekday"
        and b.toward is None
        and a.kind in {"date", "day"}
        and _names_day(a)
        and said in {",", ",a", "(", ",a("}
    ):
        return structs.replace(a, end=b.end, weekday=b.weekday)  # "12 October, a Sunday", "tomorrow, Friday"
    if (
        a.kind == "weekday"
        and a.toward is None
        and b.kind == "unit"
        and b.unit == "W"
        and not b.mod
        and said in {"", ","}
    ):
        return structs.replace(a, end=b.end, unit="W", toward=b.toward)  # "Friday last week"
    if a.kind == "day" and a.indefinite and b.kind == "weekday" and said in {"", "on"}:
        return structs.replace(b, start=a.start, part="NI")  # "overnight on Monday"
    if a.kind == "day" and b.kind == "clock" and said == "at":
        return structs.replace(a, end=b.end, clock=b.clock, part=None, zone=b.zone)
    return None


def _names_day(expression: Expression) -> bool:
    return expression.kind in {"weekday", "day"} or expression.day is not None or expression.holiday is not None


_LINK = re.compile(r"\s*(?:[-–—,/]|and|to|or|until|till|through|,\s*and)?\s*(?:the\s)?", re.IGNORECASE)


def _lend(found: list[Expression], text: str) -> list[Expression]:
    """Give a day its month, and a month its year, from the date right after or before it: "6 and 7 January 1916"."""
    linked = [
        _LINK.fullmatch(text[one.end : after.start]) is not None
        for one, after in zip(found, [*found, None][1:], strict=True)
        if after is not None
    ]
    for place in reversed(range(len(linked))):
        one, after = found[place], found[place + 1]
        if linked[place] and one.borrow == "next" and after.month is not None:
            found[place] = structs.replace(one, month=after.month, borrow=None)
    for place, (before, one) in enumerate(zip(list(found), found[1:], strict=False)):
        if one.borrow == "previous" and before.month is not None:
            found[place + 1] = structs.replace(one, month=before.month, year=one.year or before.year, borrow=None)
    for place in reversed(range(len(linked))):
        if linked[place]:
            found[place] = _dated_by_next(found[place], found[place + 1])
    for place in range(len(linked)):
        if linked[place]:
            found[place + 1] = _dated_by_last(found[place], found[place + 1])
            one, after = found[place], found[place + 1]
            if one.kind == after.kind == "weekday" and after.unit == "W" and one.unit is None and one.toward is None:
                found[place] = structs.replace(one, unit="W", toward=after.toward)  # "Monday to Friday last week"
    return [one for one in found if one.borrow is None]


def _dated_by_next(one: Expression, after: Expression) -> Expression:
    """The year of the later end of a range; the year before where the months turn: "December to February 2020"."""
    if one.year is not None or one.year_toward is not None or after.year is None:
        return one
    if not (one.month or one.season) or not (after.month or after.season):
        return one
    back = bool(one.month and after.month and one.month > after.month)
    return structs.replace(one, year=after.year - back)


def _dated_by_last(before: Expression, one: Expression) -> Expression:
    """The year of the earlier end of a range: "21 November 1948 to 3 January"."""
    if one.year is not None or before.year is None or not (one.month and one.day and before.day):
        return one
    return structs.replace(one, year=before.year + bool(before.month and one.month < before.month))
