"""In: very many reports, one after another, and where to find them again. Out: their copies and their stories."""

import itertools
from collections.abc import Iterable

from twosource.grouping.copies import copies_of
from twosource.grouping.features import Features, Texts, features_of, gathered, unpack
from twosource.grouping.stories import group, ties_from
from twosource.records import Group, Report

_AT_ONCE = 1_000


def group_many(reports: Iterable[Report], texts: Texts) -> list[Group]:
    """The stories that `find_stories` finds with the copies of `find_copies`, with no more than features in memory.

    Reports come sorted by id, each once; `texts` gives those of some ids again.
    """
    ids: list[str] = []
    parts: list[Features] = []
    reports = iter(reports)
    while some := list(itertools.islice(reports, _AT_ONCE)):
        ids += [report.id for report in some]
        parts.append(unpack(features_of(some)))
    taken = gathered(parts)
    return group(ids, taken, copies_of(ids, taken, texts), (), ties_from(texts))
