"""In: the sentence of a count of jobs. Out: whether they are cut."""

import re

from twosource.finding.figures.clauses import Words
from twosource.text.listing import listed

#: Nouns that count employment.
JOBS = listed("job post position role")
_CUT = re.compile(
    r"\b(?:cuts?|cutting|ax(?:e|ed|es|ing)|cost|costs|los[et]|losing|loss(?:es)?|shed(?:s|ding)?|slash\w*|eliminat\w*|go|going|gone|risk|scrap\w*"
    r"|trim\w*|redundan\w+|disappear\w*|vanish\w*|wiped\s+out|abolish\w*|destroy\w*|affect\w*)\b",
    re.IGNORECASE,
)
_MAKES = re.compile(
    r"\b(?:creat\w+|add(?:s|ed|ing)?|hir(?:e|es|ed|ing)|recruit\w*|fill(?:ed|ing|s)?|vacan\w+|unfilled|new|sav(?:e|es|ed|ing)|secur\w+"
    r"|keep\w*|kept|preserv\w+|protect\w*|employ\w*|advertis\w+|support\w*)\b",
    re.IGNORECASE,
)
_SHRINKS = re.compile(
    r"\b(?:lay-?offs?|laid\s+off|job\s+(?:cuts|losses)|redundanc\w+|redundant|restructuring|downsizing"
    r"|(?:cut|cutting|cuts|shed|sheds|axe|axes|lose|losing|loss\s+of)\s+(?:[\w,.]+\s+){0,4}(?:jobs|posts|positions))\b",
    re.IGNORECASE,
)
_OPENING = 20_000


def is_shed(words: Words) -> bool:
    """Whether jobs counted in a sentence are cut: it says so, or the report does and the sentence makes none."""
    return bool(_CUT.search(words.text)) or (
        not _MAKES.search(words.text) and bool(_SHRINKS.search(words.sentence.report.text[:_OPENING]))
    )


_CREATES = re.compile(
    r"\b(?:creat\w+|promis\w+|bring\w*|brought|generat\w+|offer\w*|add(?:s|ed|ing)?|vacan\w+|unfilled|advertis\w+|new)\b",
    re.IGNORECASE,
)


def is_made(words: Words) -> bool:
    """Whether jobs counted in a sentence are made or open, so that they stand for nobody yet."""
    return bool(_CREATES.search(words.text)) and not _CUT.search(words.text)


def shrinks(text: str) -> bool:
    """Whether a text tells of a firm that sheds staff."""
    return bool(_SHRINKS.search(text))
