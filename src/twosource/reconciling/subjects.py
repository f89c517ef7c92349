"""In: readings. Out: for every pair whether the words beside the two numbers name two parties, firms or teams."""

import math
import re
from collections.abc import Sequence

import numpy as np

from twosource.reconciling.around import words_before, words_behind
from twosource.reconciling.pairs import Flags, both_flagged
from twosource.reconciling.readings import Reading
from twosource.records import Figure

_NAME = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]*[a-z](?:[\s-][A-Z][\w’'-]*)*")
_EDGE = re.compile(r"[.;:!?]\s|\s[–—]\s")
_FIRST = re.compile(r"^\W*([A-Z][\w’'-]*)(?!\s+[A-Z])")
_IDLE = frozenset(
    str.split(
        "the a an in on at of for it he she they we i some about more at least that this these those there mr mrs ms dr"
        " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
        " september october november december while but and as by from with after before when if no not only another"
        " its his her their our prime minister president mayor governor"
    )
)
_REACH = 90


def named(figure: Figure) -> tuple[frozenset[str], str]:
    """The words of names, lower case, in a figure's own clause, and that of them which begins the sentence, or "".

    Words of its sources are none; a first word may have its capital from where it stands.
    """
    ahead = _EDGE.split(words_before(figure, _REACH))[-1]
    after = _EDGE.split(words_behind(figure, _REACH))[0]
    spoken = {word.casefold() for link in figure.chain for word in link.name.split()}
    found = {word for side in (ahead, after) for name in _NAME.findall(side) for word in re.split(r"[\s-]", name)}
    bare = {_bare(word) for word in found}
    first = _FIRST.match(figure.sentence.words)
    return frozenset(bare - spoken - _IDLE), _bare(first.group(1)) if first else ""


def _bare(word: str) -> str:
    return word.casefold().removesuffix("’s").removesuffix("'s")


def subjects_differ(readings: Sequence[Reading]) -> Flags:
    """Pairs of which each clause names others than the other's does: two parties' seats, two firms' shares.

    A name beside which most numbers of the story stand tells nothing.
    """
    told = [named(reading.figure) for reading in readings]
    sure = {name for names, first in told for name in names if name != first}
    found = [names & sure for names, _ in told]
    common: dict[str, set[tuple[str, int]]] = {}
    for reading, names in zip(readings, found, strict=True):
        for name in names:
            common.setdefault(name, set()).add((reading.source, reading.figure.sentence.start))
    total = max(1, len({(reading.source, reading.figure.sentence.start) for reading in readings}))
    weight = {name: max(0.0, 1 - math.log1p(len(at)) / math.log1p(total)) for name, at in common.items()}
    telling = np.array([any(weight[name] > _LITTLE for name in names) for names in found])
    column = {name: number for number, name in enumerate(sorted(common))}
    table = np.zeros((len(readings), max(1, len(column))), dtype=np.float32)
    for row, names in enumerate(found):
        table[row, [column[name] for name in names]] = 1.0
    return np.asarray((table @ table.T == 0) & both_flagged(telling))


_LITTLE = 0.3
