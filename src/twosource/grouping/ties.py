"""In: the reports of one story. Out: its ties, the names, numbers and telling words that hold it together.

Ties depend on the story's reports and on a table of common words alone, so no other story's growth changes them.
"""

import itertools
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from twosource.grouping.terms import SAYS_NOTHING, common_words, head_words, stem
from twosource.records import Report

_MOST, _SHARE, _TELLING_DIGITS = 8, 0.4, 3
_BACKGROUND = 1_000
_NAME = 1.3
#: So many reports of a story are read for its ties.
_READ = 40
_REMEMBERED = 1 << 17


def telling(names: Sequence[str]) -> list[str]:
    """Of the ids of a story's reports those whose reports are read for its ties."""
    return sorted(names)[:_READ]


def find_ties(reports: Sequence[Report]) -> tuple[str, ...]:
    """The words that hold a story together, as they are written there, the most telling first."""
    by_id = {report.id: report for report in reports}
    reports = [by_id[name] for name in telling(list(by_id))]
    if len(reports) == 1:
        return ()
    seen = [_first_forms(report) for report in reports]
    held = Counter(itertools.chain.from_iterable(seen))
    least = max(2, _SHARE * len(reports))
    strength: dict[str, float] = {}
    written: dict[str, Counter[str]] = {}
    for key, number in held.items():
        if number >= least and not (key.isdigit() and len(key) < _TELLING_DIGITS):
            written[key] = Counter(forms[key] for forms in seen if key in forms)
            strength[key] = number / len(reports) * _telling(key, written[key])
    best = sorted((key for key in strength if strength[key] > 0), key=lambda key: (-strength[key], key))[:_MOST]
    return tuple(min(written[key], key=lambda form: (-written[key][form], form)) for key in best)


def _first_forms(report: Report) -> dict[str, str]:
    """The stems of a report's head, each with how it is written in its first place, without possessive ending."""
    return dict(map(_stem_and_form, reversed(dict.fromkeys(head_words(report)))))


@lru_cache(maxsize=_REMEMBERED)
def _stem_and_form(word: str) -> tuple[str, str]:
    return stem(word), word.removesuffix("'s").removesuffix("’s")


def _telling(key: str, forms: Counter[str]) -> float:
    """How much a word that reports share says: the rarer it is in news, and more where it is written as a name."""
    rarity = _rarity(key)
    if not rarity:
        return 0.0
    capitals = sum(number for form, number in forms.items() if form[0].isupper())
    return rarity * (_NAME if 2 * capitals > forms.total() or key[0].isdigit() else 1.0)


@lru_cache(maxsize=_REMEMBERED)
def _rarity(key: str) -> float:
    """How rare a word is in news: 0 where it says nothing."""
    share = common_words().get(key, 0.0)
    return 0.0 if share >= SAYS_NOTHING else float(np.log((_BACKGROUND + 1) / (_BACKGROUND * share + 0.5)))
