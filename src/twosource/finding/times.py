"""In: a parsed report. Out: its time expressions as TIMEX3, with the days they cover and what they date."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec
from msgspec import structs
from spacy.tokens import Span as Tokens

from twosource.finding.parse import Parsed, Sentence
from twosource.finding.time_checks import (
    borne_out,
    goes_on,
    is_aside,
    is_measured,
    is_perfect,
    is_period_of_count,
    is_rate,
    is_told,
    looks_ahead,
    surely_ahead,
)
from twosource.finding.time_clauses import dated_clause
from twosource.finding.time_echoes import with_echoes
from twosource.finding.time_events import event_times
from twosource.records import Report, Time
from twosource.text.dates import Anchor, Expression, Partial, Resolved, find_expressions, real_day, resolve
from twosource.text.hemisphere import is_southern

_OLD_ENOUGH = 5
_DASH = re.compile(r"[^.\n]{0,40}?(?:[–—](?!\s?\d)|--|\s-\s(?!\d))")
_OPENING = re.compile(r"[^.!?\n]{3,70}?\)?\s{0,2}(?:[–—]|--|\s-)\s|[A-Z][^.!?\n:]{3,50}\d:\s")
_DATELINE_REACH, _TOP, _STAMP_LONGEST = 60, 8, 16
_ONE_DAY = timedelta(days=1)
#: "In the night to 12 March", "Monday night into Tuesday": the night of two days.
_NIGHT_TO = re.compile(r"\b(?:night|evening|overnight)\s(?:in)?to(?:wards)?\s(?:the\s)?$", re.IGNORECASE)
_TO_DAY = re.compile(r"\s(?:in)?to(?:wards)?\s(?:the\s)?(?=\d|[A-Z])")
_AT_THE_TIME = re.compile(
    r"\b(?:(?:even |back )?then|at the time|that day|had (?:said|told|warned|cautioned|promised|vowed))\b"
)


class _Said(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression in its sentence, with the tokens it covers."""

    sentence: Sentence
    expression: Expression
    tokens: Tokens


def find_times(parsed: Parsed) -> Iterator[Time]:
    """The time expressions of a report in order, counted from its day or, in a history, from the day last spoken of."""
    yield from with_echoes(parsed, _with_events(_times(parsed), list(event_times(parsed))))


def _with_events(times: Iterator[Time], events: Sequence[Time]) -> Iterator[Time]:
    """The times in order; one that a named happening tells better ("two days after" the crash) learns of it."""
    waiting = list(events)
    for time in times:
        while waiting and waiting[0].span.end <= time.span.start:
            yield waiting.pop(0)
        if waiting and waiting[0].span.start < time.span.end and time.span.start < waiting[0].span.end:
            event = waiting.pop(0)
            days = (time.start, time.end) if time.type == "DATE" else (None, None)
            yield structs.replace(event, span=time.span, type=time.type, value=time.value, start=days[0], end=days[1])
        else:
            yield time
    yield from waiting


def _times(parsed: Parsed) -> Iterator[Time]:
    found = list(_expressions(parsed))
    written, coarse = _day(parsed.report)
    narrative = _is_history([said.expression for said in found], written)
    southern = is_southern(parsed.report.text)
    spoken: Partial | None = None
    day: Partial | None = None  # the last one spoken of that is one day: what hours count from
    for number, bare in enumerate(found):
        said = bare if narrative or not number else _continued(found[number - 1], bare, written)
        if not narrative and said.tokens[-1].lower_ == "former":
            continue  # of a person in the news it tells no time
        if said.expression.weak and _is_unsure(said.expression, spoken, narrative=narrative):
            continue
        ahead = _is_announced(said) or (looks_ahead(said.tokens) and _is_ahead(said, written, spoken))
        exact = None if coarse and _too_fine(said.expression) else written
        anchor = Anchor(written=exact, spoken=spoken, narrative=narrative, future=ahead and not narrative)
        if number and spoken is not None and _next_to(found[number - 1], said):
            # "Tuesday and Wednesday": the second day comes after the first
            anchor = structs.replace(anchor, written=real_day(spoken), future=True)
        if said.expression.kind == "clock" and not narrative:
            anchor = structs.replace(anchor, spoken=None if _is_of_now(said) and exact else day or spoken)
        elif said.expression.kind == "day" and exact is not None and _in_quotes(said):
            anchor = structs.replace(anchor, written=_speech_day(found, said, anchor) or exact)
        elif coarse and written and _is_bare_day(said.expression) and spoken is None:
            anchor = structs.replace(anchor, spoken=(written.year, written.month, None), narrative=True)
        resolved = resolve(said.expression, anchor, southern=southern)
        week = _week_of(found, number)
        if week is not None and (span := resolve(week.expression, anchor).days) is not None:
            resolved = _on_day_of(said.expression, span[0], resolved)
        if resolved.spoken is not None and _leads(said, narrative=narrative):
            spoken = resolved.spoken
            day = spoken if real_day(spoken) else day
        time = _time(parsed, said, resolved)
        yield structs.replace(time, happening=False) if number and _week_of(found, number - 1) is said else time


def _week_of(found: Sequence[_Said], number: int) -> _Said | None:
    """The week in which a weekday is said to be: "Friday of last week"."""
    if number + 1 >= len(found) or found[number].expression.kind != "weekday":
        return None
    said, week = found[number], found[number + 1]
    between = said.sentence.text[said.expression.end : week.expression.start]
    whole = week.sentence is said.sentence and week.expression.kind == "unit" and week.expression.unit == "W"
    return week if whole and between.strip().lower() == "of" else None


def _on_day_of(said: Expression, monday: date, resolved: Resolved) -> Resolved:
    """What a weekday means in the week that begins on `monday`."""
    day = monday + timedelta(days=said.weekday or 0)
    return structs.replace(resolved, value=day.isoformat(), days=(day, day), spoken=(day.year, day.month, day.day))


def _is_ahead(said: _Said, written: date | None, spoken: Partial | None) -> bool:
    """Whether a clause that may look ahead does: a date without a year in the present tense is the nearest one."""
    expression = said.expression
    if written is None or expression.month is None or expression.day is None or expression.year is not None:
        return True
    if surely_ahead(said.tokens):
        return True
    anchor = Anchor(written=written, spoken=spoken)
    both = [resolve(expression, structs.replace(anchor, future=future)).days for future in (False, True)]
    if both[0] is None or both[1] is None:
        return True
    return abs((both[1][0] - written).days) <= abs((both[0][0] - written).days)


def _is_announced(said: _Said) -> bool:
    """Whether a heading says since when or until when something will be: "Timetable restored from Saturday"."""
    if not said.sentence.heading or said.expression.kind != "weekday":
        return False
    return said.tokens.root.head.lower_ in {"from", "until", "till"}


def _in_quotes(said: _Said) -> bool:
    """Whether a time stands in a speaker's own words."""
    before = said.sentence.text[: said.expression.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _speech_day(found: Sequence[_Said], said: _Said, anchor: Anchor) -> date | None:
    """The day on which quoted words were said, where their sentence tells it: "till tonight," she said on Monday."""
    for other in found:
        if other.sentence is said.sentence and other.expression.kind == "weekday" and not _in_quotes(other):
            days = resolve(other.expression, structs.replace(anchor, future=False)).days
            return days[0] if days else None
    return None


def _is_of_now(said: _Said) -> bool:
    """Whether an hour is of the day of writing: in a speaker's own words, or since when something has been so."""
    return _in_quotes(said) or (said.tokens.root.head.lower_ == "since" and is_perfect(said.tokens))


def _is_bare_day(said: Expression) -> bool:
    return said.kind == "date" and said.day is not None and said.month is None


def _continued(before: _Said, said: _Said, written: date | None) -> _Said:
    """The same with the year of the date before it, where the sentence goes on: "held in June 2019, freed in May"."""
    first, second = before.expression, said.expression
    if not (first.year and first.month and second.month and before.sentence is said.sentence):
        return said
    if second.year is not None or second.toward is not None or second.year_toward is not None:
        return said
    if written is None or first.year >= written.year or not goes_on(before.tokens, said.tokens):
        return said
    year = first.year + (second.month < first.month)
    return _Said(sentence=said.sentence, expression=structs.replace(second, year=year), tokens=said.tokens)


_AND = re.compile(r"\s*(?:[-–—,]|and|to|or|through)\s*", re.IGNORECASE)


def _next_to(before: _Said, said: _Said) -> bool:
    """Whether a weekday is named right after another one, as its pair."""
    both = before.expression.kind == said.expression.kind == "weekday" and before.sentence is said.sentence
    between = said.sentence.text[before.expression.end : said.expression.start]
    return both and said.expression.toward is None and _AND.fullmatch(between) is not None


def _is_unsure(said: Expression, spoken: Partial | None, *, narrative: bool) -> bool:
    """A number of three digits is a year only where years before Christ are spoken of."""
    return (said.year or 0) < 0 and not (narrative and spoken is not None and spoken[0] < 0)


def _leads(said: _Said, *, narrative: bool) -> bool:
    """Whether later times count from this one: not, in a history, from a glance aside, ahead, or at a mere season."""
    if not narrative:
        return True
    expression = said.expression
    if expression.span != "year" or (expression.season is not None and expression.year is None):
        return False
    return not is_aside(said.tokens, bare=expression.month is None) and not looks_ahead(said.tokens)


def _day(report: Report) -> tuple[date | None, bool]:
    """The day of writing, or one near it, None where unknown; and whether it is good for months and years only."""
    for value in (report.published.value if report.published else "", report.around or ""):
        for said, coarse in ((value, False), (f"{value}-15", True)):
            try:
                return date.fromisoformat(said), coarse
            except ValueError:
                continue
    return None, False


def _too_fine(said: Expression) -> bool:
    """Whether a time can only be counted from an exact day."""
    return said.kind in {"weekday", "day", "clock"} or (said.unit or "") in {"D", "W", "2W", "WE"}


def _expressions(parsed: Parsed) -> Iterator[_Said]:
    for sentence in parsed.sentences:
        for expression in find_expressions(sentence.text):
            tokens = sentence.doc.char_span(expression.start, expression.end, alignment_mode="expand")
            if tokens is None or not len(tokens) or not borne_out(expression, tokens):
                continue
            yield _settled(_Said(sentence=sentence, expression=expression, tokens=tokens))


def _settled(said: _Said) -> _Said:
    """The expression as its sentence means it: "to last six weeks" is no last week, "15 a year" is a rate."""
    expression, tokens = said.expression, said.tokens
    if tokens[0].lower_ == "last" and tokens[0].tag_ in {"VB", "VBP"} and len(tokens) > 1:
        expression = structs.replace(expression, start=tokens[1].idx)
        return _Said(sentence=said.sentence, expression=expression, tokens=tokens[1:])
    if expression.kind == "duration" and expression.weak and is_rate(tokens):
        rate = structs.replace(expression, kind="set", value=resolve(expression, Anchor()).value)
        return _Said(sentence=said.sentence, expression=rate, tokens=tokens)
    return said


def _is_history(said: list[Expression], written: date | None) -> bool:
    """Whether the text tells of long ago: many dates with a past year, few that count from the day of writing."""
    years = [one.year for one in said if one.kind == "date" and one.year is not None]
    near = sum(one.kind in {"weekday", "day"} for one in said)
    old = sum(1 for year in years if written is None or year < written.year - 1)
    return old >= _OLD_ENOUGH and old >= 3 * near


def _time(parsed: Parsed, said: _Said, resolved: Resolved) -> Time:
    sentence, expression = said.sentence, said.expression
    begin = sentence.start + expression.start
    span = parsed.report.span(begin, sentence.start + expression.end)
    first, last = resolved.days or (None, None)
    if first is not None and first == last and _NIGHT_TO.search(sentence.text[: expression.start]):
        first -= _ONE_DAY  # "in the night to 12 March"
    if first is not None and last is not None and expression.day is not None and first == last:
        first, last = _week(sentence.text[: expression.start], first)
    if first is not None and first == last and _is_the_night(said) and first == _day(parsed.report)[0]:
        first -= _ONE_DAY
    happening = first is not None and _happens(parsed, said)
    what, verb, terms = dated_clause(said.tokens, _after_dateline(parsed, sentence)) if happening else (None, None, ())
    return Time(
        span=span,
        sentence=sentence.whole,
        type=resolved.type,
        value=resolved.value,
        start=first.isoformat() if first else None,
        end=last.isoformat() if last else None,
        happening=happening,
        what=what,
        verb=verb,
        terms=terms,
    )


_WEEK_OF = re.compile(
    r"\bweek\s(?:(of|from)|(beginning|starting|commencing)|(ending|ended|to))(?:\son)?\s(?:the\s)?$", re.IGNORECASE
)


def _week(before: str, day: date) -> tuple[date, date]:
    """The week that a day stands for: "in the week of 10 March", "in the week ending 16 March"; else the day alone."""
    found = _WEEK_OF.search(before)
    if found is None:
        return day, day
    if found[3]:
        return day - 6 * _ONE_DAY, day
    monday = day - day.weekday() * _ONE_DAY if found[1] else day
    return monday, monday + 6 * _ONE_DAY


def _is_the_night(said: _Said) -> bool:
    """Whether a text speaks of the night before its day: "in the course of the night"."""
    expression = said.expression
    words = said.sentence.text[expression.start : expression.end].lower()
    return expression.kind == "clock" and words == "the night" and said.tokens.root.dep_ == "pobj"


def _happens(parsed: Parsed, said: _Said) -> bool:  # noqa: PLR0911 (one return a sign)
    """Whether it dates something: no hour but of what was done then, no unit that only means its span, no masthead."""
    expression, report = said.expression, parsed.report
    if expression.kind == "clock":
        whole = expression.part == "NI" and _TO_DAY.match(said.sentence.text, expression.end)
        return is_told(said.tokens) and not whole
    if expression.kind in {"duration", "set", "reference"} or (
        expression.weak and expression.kind != "day" and not (expression.year or expression.month or expression.day)
    ):
        return False
    if expression.kind == "shift" and (expression.unit or "").startswith("T"):
        return False
    if expression.kind == "unit" and expression.unit == "Y" and not expression.toward and is_perfect(said.tokens):
        return False  # "1,000 people have died this year": a period so far
    if expression.kind == "day" and _in_quotes(said) and _AT_THE_TIME.search(said.sentence.text):
        return False  # of the day of speaking, which is not told
    if (
        is_measured(said.tokens)
        or is_period_of_count(said.tokens, year=expression.year is not None)
        or _in_dateline(parsed, said)
    ):
        return False
    found = report.published.words if report.published and report.published.how == "dateline" else None
    at = said.sentence.start + expression.start
    return found is None or not found.start <= at < found.end


def _after_dateline(parsed: Parsed, sentence: Sentence) -> int:
    """Where in a sentence that opens a paragraph its own words begin, after a dateline."""
    report = parsed.report
    if report.dateline is not None and sentence.start <= report.dateline.start < sentence.end:
        return report.dateline.end - sentence.start
    if parsed.paragraphs[sentence.paragraph][0] != sentence.start:
        return 0
    match = _OPENING.match(sentence.text)
    return match.end() if match else 0


def _is_stamp(parsed: Parsed, said: _Said) -> bool:
    """Whether the day only dates the text: in a sentence without a verb at the head of a paragraph ("3 May.")."""
    sentence, expression = said.sentence, said.expression
    if expression.month is None or expression.day is None:
        return False
    if parsed.paragraphs[sentence.paragraph][0] != sentence.start or len(sentence.doc) > _STAMP_LONGEST:
        return False
    return not any(token.pos_ in {"VERB", "AUX"} for token in sentence.doc) and sentence.text.rstrip().endswith(".")


def _in_dateline(parsed: Parsed, said: _Said) -> bool:
    """Whether the time is the day of a dateline or masthead: marked, before a dash, or in a verbless line on top."""
    report, sentence = parsed.report, said.sentence
    begin = sentence.start + said.expression.start
    if _is_stamp(parsed, said):
        return True
    if report.dateline is not None and report.dateline.start <= begin < report.dateline.end:
        return True
    titled = report.title is not None and report.title.start <= begin < report.title.end
    if sentence.heading and not titled and sentence.paragraph < _TOP:
        return not any(token.tag_.startswith("VB") for token in sentence.doc)
    if said.expression.month is None or begin - parsed.paragraphs[sentence.paragraph][0] > _DATELINE_REACH:
        return False
    return _DASH.match(report.text, sentence.start + said.expression.end) is not None
