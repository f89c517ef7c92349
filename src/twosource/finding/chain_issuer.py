"""In: a report. Out: who stands behind its own words: the body that issued it ("Source: X"), or its reporter."""

import re

from twosource.finding.chain_words import STRUCTURES, kind_of_words
from twosource.records import Link, Report
from twosource.text.bylines import reporters
from twosource.text.listing import listed

_HEAD = 1_500
_LINES = 5
#: "Source: Global Health Office (GHO)", "Issued by the Ministry of Health"; a longer line is no credit.
_CREDIT = re.compile(
    r"(?:sources?|issued by|published by|released by|prepared by|press release (?:of|by|from)|statement (?:of|by|from))"
    r"\s*:?\s+(?:the )?(?P<name>[A-Z][^\n|•·:;()]{2,70}?)\s*(?:\([A-Z][\w.-]{1,9}\))?\s*\.?",
    re.IGNORECASE,
)
_MEDIA = listed(
    "news press wire times post herald tribune daily gazette journal courier mirror star radio tv television mail group"
)
_WORD = re.compile(r"\w+")


def issuer(report: Report) -> Link | None:
    """The body whose situation report or release a text is, or None; never the outlet itself or an agency."""
    at = told = 0
    for line in report.text[:_HEAD].split("\n"):
        told += bool(line.strip())
        if told > _LINES:  # further down it is the source of a chart
            break
        found = _CREDIT.fullmatch(line.strip())
        name = found["name"].strip() if found is not None else ""
        if found is not None and name[:1].isupper() and _is_body(name) and _words(name) != _words(report.outlet or ""):
            start = at + line.index(name)
            return Link(name=name, kind="body", span=report.span(start, start + len(name)))
        at += len(line) + 1
    return None


def _words(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


def _is_body(name: str) -> bool:
    words = set(_words(name))
    return bool(words & (STRUCTURES - _MEDIA)) and not words & _MEDIA and kind_of_words(name) is None


def is_issuer(report: Report, words: set[str]) -> bool:
    """Whether words name the body that issued a report: its words, or its letters in the line that names it."""
    found = issuer(report)
    if found is None or found.span is None:
        return False
    line = report.text[found.span.start : report.text.find("\n", found.span.start) + 1 or None]
    return bool(words) and words <= set(_words(line))


def reporter_of(report: Report) -> str:
    """The reporter of a report by the name in its byline, or else as one of its outlet."""
    named = "" if report.byline is None else reporters(report.byline.words)
    return named or f"{report.outlet or 'own'} reporter"
