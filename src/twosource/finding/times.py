"""In: a parsed report. Out: its time expressions as TIMEX3, with the days they cover and what they date."""

import re
from collections.abc import Iterator
from datetime import date

import msgspec
from msgspec import structs
from spacy.tokens import Span as Tokens

from twosource.finding.parse import Parsed, Sentence
from twosource.finding.time_checks import borne_out, is_aside, is_measured, is_rate, looks_ahead
from twosource.finding.time_clauses import dated_clause
from twosource.records import Report, Time
from twosource.text.dates import Anchor, Expression, Partial, Resolved, find_expressions, resolve

_OLD_ENOUGH = 5
_DASH = re.compile(r"[^.\n]{0,40}?(?:[–—]|--|\s-\s)")
_DATELINE_REACH = 60


class _Said(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression in its sentence, with the tokens it covers."""

    sentence: Sentence
    expression: Expression
    tokens: Tokens


def find_times(parsed: Parsed) -> Iterator[Time]:
    """The time expressions of a report in order, counted from its day or, in a history, from the day last spoken of."""
    found = list(_expressions(parsed))
    written = _day(parsed.report)
    narrative = _is_history([said.expression for said in found], written)
    spoken: Partial | None = None
    for said in found:
        if said.expression.weak and _is_unsure(said.expression, spoken, narrative=narrative):
            continue
        ahead = looks_ahead(said.tokens)
        anchor = Anchor(written=written, spoken=spoken, narrative=narrative, future=ahead and not narrative)
        resolved = resolve(said.expression, anchor)
        if resolved.spoken is not None and _leads(said, narrative=narrative):
            spoken = resolved.spoken
        yield _time(parsed, said, resolved)


def _is_unsure(said: Expression, spoken: Partial | None, *, narrative: bool) -> bool:
    """A number of three digits is a year only where years before Christ are spoken of."""
    return (said.year or 0) < 0 and not (narrative and spoken is not None and spoken[0] < 0)


def _leads(said: _Said, *, narrative: bool) -> bool:
    """Whether later times count from this one: not, in a history, from a glance aside."""
    if not narrative:
        return True
    expression = said.expression
    return expression.span == "year" and not is_aside(said.tokens, bare=expression.month is None)


def _day(report: Report) -> date | None:
    """The day of writing; None where it is unknown or coarser than a day."""
    if report.published is None:
        return None
    try:
        return date.fromisoformat(report.published.value)
    except ValueError:
        return None


def _expressions(parsed: Parsed) -> Iterator[_Said]:
    for sentence in parsed.sentences:
        for expression in find_expressions(sentence.text):
            tokens = sentence.doc.char_span(expression.start, expression.end, alignment_mode="expand")
            if tokens is None or not len(tokens) or not borne_out(expression, tokens):
                continue
            if expression.kind == "duration" and expression.weak and is_rate(tokens):
                rate = resolve(expression, Anchor()).value
                yield _Said(
                    sentence=sentence, expression=structs.replace(expression, kind="set", value=rate), tokens=tokens
                )
                continue
            yield _Said(sentence=sentence, expression=expression, tokens=tokens)


def _is_history(said: list[Expression], written: date | None) -> bool:
    """Whether the text tells of long ago: many dates with a year of the past, few that count from the day of writing."""
    years = [one.year for one in said if one.kind == "date" and one.year is not None]
    near = sum(one.kind in {"weekday", "day"} for one in said)
    old = sum(1 for year in years if written is None or year < written.year - 1)
    return old >= _OLD_ENOUGH and old >= 3 * near


def _time(parsed: Parsed, said: _Said, resolved: Resolved) -> Time:
    sentence, expression = said.sentence, said.expression
    begin = sentence.start + expression.start
    span = parsed.report.span(begin, sentence.start + expression.end)
    first, last = resolved.days if resolved.days else (None, None)
    what, verb, terms = dated_clause(said.tokens) if first else (None, None, ())
    happening = first is not None and not is_measured(said.tokens) and not _in_dateline(parsed, said)
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


def _in_dateline(parsed: Parsed, said: _Said) -> bool:
    """Whether the time is the day of a dateline: marked as such, or at the head of a paragraph before a dash."""
    report, sentence = parsed.report, said.sentence
    begin = sentence.start + said.expression.start
    if report.dateline is not None:
        return report.dateline.start <= begin < report.dateline.end
    if said.expression.month is None or begin - parsed.paragraphs[sentence.paragraph][0] > _DATELINE_REACH:
        return False
    return _DASH.match(report.text, sentence.start + said.expression.end) is not None
