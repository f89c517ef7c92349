"""In: one report's text and address. Out: what its own words say of the day it was published."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from twosource.reading.date_lines import Stamp, is_date_line, lone_weekday, stamps
from twosource.records import HowDated, Report
from twosource.text.date_words import MONTHS, WEEKDAYS
from twosource.text.dates import Expression, find_expressions


def _listed(words: str) -> list[str]:
    return words.split()


_TOP_LINES, _SHORT_LINE, _LEAD = 12, 14, 700
_FOOT_LINES, _SOON, _PROSE = 8, 14, 12
#: So many sentences may stand under a headline before its day; below more of them it stands alone.
_STANDFIRST = 2
_CLOSED = (".", "”", '"', "!", "?")
#: The order of stamps: what says "published", what stands below the headline, a masthead, "updated", a day in a line.
_RANKS = {"published": 0, "byline": 1, "plain": 2, "updated": 3, "loose": 4}
_YEARS = range(1990, 2100)
_MONTH_NAMES = {name[:length] for name in MONTHS for length in (3, 4, len(name))}
_SHORT_MONTHS = {name[:3]: number + 1 for number, name in enumerate(MONTHS)}
_URL_DAY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[/._-]?(?P<m>0[1-9]|1[0-2]|[a-z]{3,9})[/._-]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)",
    re.IGNORECASE,
)
_URL_TURNED = re.compile(r"(?<!\d)(?P<d>0[1-9]|[12]\d|3[01])-(?P<m>0[1-9]|1[0-2])-(?P<y>(?:19|20)\d\d)(?!\d)")
_PLACE_LINE = re.compile(r"\s{0,8}(?P<place>[^\W\d_][^\n,(:–—]{1,40}(?:,[^\n,(:–—\d]{2,30}){0,2}),\s{1,3}")
_NOTE = re.compile(r"(?:corrections?|clarifications?|editor|note|updated?|amended|factbox|timeline)\b", re.IGNORECASE)
_AFTER_DATELINE = re.compile(r"\s{0,3}(?:[(:–—/]|--?\s|\.\s)")
_DIGEST = re.compile(
    r"(?:['’]s)?\s+(?:[^\W\d_]+\s+){0,2}?(?:edition|update|briefing|guide|round-?up|digest|newsletter|issue|paper"
    r"|live|bulletin|recap)\b",
    re.IGNORECASE,
)
_BYLINE_DAY = re.compile(
    r"^\s*(?:by|posted by|from)\b[^\n]{1,60},\s*(?P<day>[^\W\d_]+day)\b[\s\d:apm.]*$", re.IGNORECASE
)
#: The head of a paragraph, up to where its day must have ended.
_OPENING = re.compile(r"^(?=[^\W_])[^\n]{4,40}", re.MULTILINE)
_AFTER_OPENING = re.compile(r"\s?(?:[.:]|[–—-])\s")
_WROTE = re.compile(
    r"\b(?:I|[Ww]e) (?:wrote|write|am writing|are writing|finished|filed|typed|sent|recorded) (?:this"
    r"|these lines)\b[^.!?\n]{0,80}"
)
_NOTICE = re.compile(
    r"^[\W_]*(?:correction|clarification|corrected|amended|update|editor['’]s note|note)s?[\s,:(\[–—-]{1,4}(?:on "
    r"|of |from )?"
    r"(?P<day>[^\n:)\]–—.]{4,30}[:)\]–—.])",
    re.IGNORECASE | re.MULTILINE,
)
_STANDS = re.compile(r"\b(?:stands?|here['’]?s|here is|here are|is|are)\b[^.!?\n]{0,40}\bon $", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s[^\n]{0,40}?((?:19|20)\d\d)\b", re.IGNORECASE)
_DAY_WORD = re.compile(r"\b(?:today|yesterday|tomorrow)\b", re.IGNORECASE)
_DAYS_SINCE = re.compile(
    r"\b(?:today|now)\b[^.!?\n]{0,20}\b"
    r"(?:day (?P<a>[a-z]+|\d{1,2})|(?:the )?(?P<b>[a-z]+|\d{1,2}(?:st|nd|rd|th)) day)\b",
    re.IGNORECASE,
)
_CARDINALS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ORDINALS = _listed("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")


class Clue(msgspec.Struct, frozen=True, kw_only=True):
    """A date in the text that is `shift` days from publication; the year or all but the weekday may be missing.

    `either` is set where month and day may change places ("12/03/2025").
    """

    how: HowDated
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int = 0
    either: bool = False


def url_day(url: str | None) -> date | None:
    """The full day in a report's address ("/2025/08/26/", "2025-nov-29"), or None."""
    if not url:
        return None
    for pattern in (_URL_DAY, _URL_TURNED):
        for match in pattern.finditer(url):
            month = match["m"].lower()
            number = int(month) if month.isdigit() else _SHORT_MONTHS.get(month[:3]) if month in _MONTH_NAMES else None
            if number is not None and int(match["y"]) in _YEARS:
                try:
                    return date(int(match["y"]), number, int(match["d"]))
                except ValueError:
                    continue
    return None


def clues(report: Report) -> Iterator[Clue]:
    """What a report's words say of its day, the surest first.

    What a page is stamped with stands before the dateline of its text, which is an agency's where the page is a
    client's; but a masthead long after the dateline only tells when the page was saved.
    """
    stamped = _stamped(report)
    dateline = next(_dateline(report), None)
    late = [pair for pair in stamped if pair[0] >= _RANKS["updated"] or (dateline and _is_apart(pair[1], dateline))]
    yield from (clue for pair in stamped if pair not in late for clue in pair[1:])
    if dateline is not None:
        yield dateline
    yield from (clue for _, clue in late)
    yield from _opened(report)
    yield from _counted(report)
    yield from _day_words(report)
    yield from _lead(report)


def _is_apart(stamp: Clue, dateline: Clue) -> bool:
    """Whether a stamp is of another time than the dateline, whatever the year: more than a week or so."""
    if not (stamp.month and stamp.day and dateline.month and dateline.day) or stamp.either:
        return False
    days = [31 * (one.month or 0) + (one.day or 0) for one in (stamp, dateline)]
    return (days[0] - days[1]) % 372 > _SOON


def weekday_of(report: Report) -> Clue | None:
    """The weekday of publication where only that is said: "Thursday edition", "By Staff, Tuesday", "today, Friday"."""
    for start, line in _top(report.text):
        alone_at = lone_weekday(line)
        if alone_at is not None:
            number, first, last = alone_at
            return Clue(how="dateline", start=start + first, end=start + last, weekday=number)
        byline = _BYLINE_DAY.match(line)
        if byline and byline["day"].lower() in WEEKDAYS:
            number = WEEKDAYS.index(byline["day"].lower())
            return Clue(
                how="dateline", start=start + byline.start("day"), end=start + byline.end("day"), weekday=number
            )
        for said in find_expressions(line):
            if said.kind == "weekday" and said.weekday is not None and said.toward is None:
                alone = len(line.split()) <= 3 and said.start <= 1  # noqa: PLR2004 ("Tuesday, 14:05")
                if alone or _DIGEST.match(line, said.start + len(WEEKDAYS[said.weekday])):
                    return Clue(how="dateline", start=start + said.start, end=start + said.end, weekday=said.weekday)
    return _stated_weekday(report)


def _stated_weekday(report: Report) -> Clue | None:
    text = report.text[:20_000]
    for match in _DAY_WORD.finditer(text):
        said = next(iter(find_expressions(text[match.start() : match.end() + 14].split("\n")[0])), None)
        if said is not None and said.kind == "day" and said.weekday is not None:
            return Clue(
                how="text",
                start=match.start(),
                end=match.start() + said.end,
                weekday=(said.weekday - int(said.count or 0)) % 7,
            )
    for said in find_expressions(text[:_LEAD]):
        if (
            said.kind == "weekday"
            and said.part is not None
            and _STANDS.search(text[max(0, said.start - 60) : said.start])
        ):
            return Clue(how="text", start=said.start, end=said.end, weekday=said.weekday)
    return None


def weekdays_said(report: Report) -> list[int]:
    """The weekdays named in the first sentences (Monday is 0), "last" and "next" ones left out."""
    found = find_expressions(report.text[: _LEAD * 2])
    return [one.weekday for one in found if one.kind == "weekday" and one.weekday is not None and one.toward is None]


def years_named(report: Report) -> list[int]:
    """The years a report names, sorted; a copyright line's counts."""
    named = {one.year for one in find_expressions(report.text[:20_000]) if one.year is not None and one.span == "year"}
    return sorted(year for year in named if year in _YEARS)


_LATER = re.compile(
    r"\b(?P<n>a|an|one|two|three|four|five|six|eight|ten|twelve) (?P<unit>day|week|month|year)s? (?:after|since)\b",
    re.IGNORECASE,
)
_LENGTHS = {"day": 1, "week": 7, "month": 30, "year": 365}


def days_later(report: Report) -> int:
    """How long after what it tells of a report says it was written: "A month after the earthquake" is 30 days; or 0."""
    match = _LATER.search(report.text[:_LEAD])
    if match is None:
        return 0
    word = match["n"].lower()
    number = 1 if word in {"a", "an"} else _CARDINALS.index(word) + 1
    return number * _LENGTHS[match["unit"].lower()]


def copyright_year(report: Report) -> int | None:
    """The latest year of a copyright line, or None."""
    return max((int(year) for year in _COPYRIGHT.findall(report.text)), default=None)


def _top(text: str) -> Iterator[tuple[int, str]]:
    """Offset and words of the short lines at the head of a text."""
    place = seen = prose = 0
    closed = False
    for line in text[:8_000].split("\n"):
        if line.strip():
            seen += 1
            if seen > _TOP_LINES:
                return
            if len(line.split()) <= _SHORT_LINE + 8 and (prose < _STANDFIRST or (closed and is_date_line(line))):
                yield place, line
            prose += len(line.split()) > _PROSE and line.rstrip().endswith(_CLOSED)
            if prose > _STANDFIRST + 1:
                return
            closed = line.rstrip().endswith(_CLOSED) or is_date_line(line)
        place += len(line) + 1


def _clue(said: Expression, how: HowDated, offset: int, shift: int = 0) -> Clue:
    return Clue(
        how=how,
        start=offset + said.start,
        end=offset + said.end,
        year=said.year,
        month=said.month,
        day=said.day,
        weekday=said.weekday,
        shift=shift,
    )


def _dateline(report: Report) -> Iterator[Clue]:
    """Find "LIMA, Aug 26 (Wire) -": a place, a day and a dash, colon or bracket at the head of a line."""
    if report.dateline is not None:
        for said in find_expressions(report.dateline.words):
            if said.day is not None and said.month is not None:
                yield _clue(said, "dateline", report.dateline.start)
                return
    place = 0
    for line in report.text[:6_000].split("\n"):
        match = _PLACE_LINE.match(line)
        if match:
            rest = line[match.end() : match.end() + 40]
            first = None if _NOTE.match(match["place"]) else next(iter(find_expressions(rest)), None)
            if first and not first.start and first.day and first.month and _AFTER_DATELINE.match(rest, first.end):
                yield _clue(first, "dateline", place + match.end())
                return
        place += len(line) + 1


def _stamped(report: Report) -> list[tuple[int, Clue]]:
    """The days a page is stamped with at its head or foot, each with its rank: 0 published … 3 updated."""
    found: list[tuple[int, Clue]] = []
    title = report.title
    for start, line in _top(report.text):
        if title is not None and title.start <= start < title.end:
            dated = [stamp for stamp in stamps(line) if stamp.weekday is not None]
            loose = [stamp for stamp in dated if stamp.year or line[stamp.end :].strip() == ")"]
            found += [(_RANKS["loose"], _from_stamp(stamp, start)) for stamp in loose]
            continue
        below = title is not None and start > title.start
        begin = _after_name(line, report.outlet)
        for stamp in stamps(line) or [_moved(one, begin) for one in stamps(line[begin:])]:
            rank = _RANKS[stamp.sort] if stamp.sort != "plain" or not below else _RANKS["byline"]
            found.append((rank, _from_stamp(stamp, start)))
    for start, line, alone in _foot(report.text):
        for stamp in stamps(line):
            if stamp.sort in {"published", "updated"} or (alone and stamp.year and is_date_line(line)):
                rank = _RANKS[stamp.sort] if stamp.sort != "plain" else _RANKS["byline"]
                found.append((rank, _from_stamp(stamp, start)))
    return sorted(found, key=lambda pair: pair[0])


def _after_name(line: str, outlet: str | None) -> int:
    """Where a line goes on after the outlet's name and a sign, 0 where it does not begin with the name."""
    name = (outlet or "").casefold().removeprefix("the ")
    skip = 4 if line[:4].casefold() == "the " else 0
    if not name or not line.casefold().startswith(name, skip) or not line[skip + len(name) :].strip():
        return 0
    return skip + len(name) + len(line[skip + len(name) :]) - len(line[skip + len(name) :].lstrip(" .,:;–—-/"))


def _moved(stamp: Stamp, by: int) -> Stamp:
    return msgspec.structs.replace(stamp, start=stamp.start + by, end=stamp.end + by)


def _from_stamp(stamp: Stamp, offset: int) -> Clue:
    return Clue(
        how="dateline",
        start=offset + stamp.start,
        end=offset + stamp.end,
        year=stamp.year,
        month=stamp.month,
        day=stamp.day,
        weekday=stamp.weekday,
        either=stamp.either,
    )


def _foot(text: str) -> Iterator[tuple[int, str, bool]]:
    """Offset and words of the last lines of a text; and whether the line above ends a paragraph of running text."""
    cut = max(0, len(text) - 3_000)
    lines = [(cut + match.start(), match[0]) for match in re.finditer(r"[^\n]+", text[cut:]) if match[0].strip()]
    for number in range(max(1, len(lines) - _FOOT_LINES), len(lines)):
        above = lines[number - 1][1].rstrip()
        prose = len(above.split()) > _FOOT_LINES and above.endswith(_CLOSED)
        yield *lines[number], prose


def _counted(report: Report) -> Iterator[Clue]:
    """Count from the first day: "Today, day four of the strike that began on Feb. 16"."""
    for match in _DAYS_SINCE.finditer(report.text[:6_000]):
        number = _day_number((match["a"] or match["b"] or "").lower())
        if number is None:
            continue
        rest = report.text[match.end() : match.end() + 80].split(".\n")[0]
        for said in find_expressions(rest):
            if (
                said.day
                and said.month
                and re.search(r"\b(?:began|started|broke out|since|opened)\b", rest[: said.start])
            ):
                yield _clue(said, "text", match.end(), shift=number - 1)
                return


def _opened(report: Report) -> Iterator[Clue]:
    """Find the day a letter opens with, "25 September. Good morning", or says it was written on; a diary has many."""
    opened: list[tuple[Expression, int]] = []
    for match in _OPENING.finditer(report.text[:20_000]):
        said = next(iter(find_expressions(match[0])), None)
        if (
            said is not None
            and said.day
            and said.month
            and said.start == 0
            and _AFTER_OPENING.match(match[0], said.end)
        ):
            opened.append((said, match.start()))
    if len(opened) == 1 and opened[0][1] < _LEAD:
        yield _clue(opened[0][0], "dateline", opened[0][1])
    for match in _WROTE.finditer(report.text[:20_000]):
        for said in find_expressions(match[0]):
            if said.day and said.month:
                yield _clue(said, "dateline", match.start())
                return


def noted(report: Report) -> Iterator[Clue]:
    """Find the day of a correction notice, "Correction, 10 September: …": the text was there by then, or is of it."""
    for match in _NOTICE.finditer(report.text[:40_000]):
        said = next(iter(find_expressions(match["day"])), None)
        if said is not None and said.day and said.month and said.start <= 1:
            yield _clue(said, "text", match.start("day"))
            return


def _day_number(word: str) -> int | None:
    for names in (_CARDINALS, _ORDINALS):
        if word in names:
            return names.index(word) + 1
    digits = re.match(r"\d{1,2}", word)
    return int(digits[0]) if digits else None


def _day_words(report: Report) -> Iterator[Clue]:
    """Find a word of the day of writing beside a date: "Yesterday, 27 August"."""
    text = report.text[:20_000]
    for match in _DAY_WORD.finditer(text):
        window = text[match.start() : match.end() + 40].split("\n")[0]
        near = find_expressions(window)
        if len(near) < 2 or near[0].kind != "day" or not (near[1].day and near[1].month):  # noqa: PLR2004 (a pair)
            continue
        between = window[near[0].end : near[1].start]
        if between.strip(" (–—-").strip() in {",", ""} and between.strip() and len(between) <= 3:  # noqa: PLR2004 (", ")
            yield _clue(near[1], "text", match.start(), shift=-int(near[0].count or 0))
            return


def _lead(report: Report) -> Iterator[Clue]:
    """Find weekday and date together in the first sentences: "On Friday, August 22, released"."""
    text = report.text[: _LEAD * 3]
    for said in find_expressions(text):
        words = text[said.start : said.end].lower()
        if said.day and said.month and words.startswith(WEEKDAYS) and not said.timed:
            yield msgspec.structs.replace(
                _clue(said, "text", 0), weekday=next(n for n, name in enumerate(WEEKDAYS) if words.startswith(name))
            )
            return


def moved(day: date, days: int) -> date | None:
    """`days` later, or None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
