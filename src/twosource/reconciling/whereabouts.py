"""In: readings. Out: the places that the words beside each figure name, and which of them only some of a story has."""

import re
from collections.abc import Sequence

import numpy as np

from twosource.reconciling.around import words_before, words_behind
from twosource.reconciling.pairs import Flags
from twosource.reconciling.readings import Reading
from twosource.records import Figure

_NAME = r"[A-Z][\w’'-]*[a-z](?:[\s-](?:[A-Z][\w’'-]+))*"
_IN = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]cross|[Aa]round|[Tt]hroughout)\s+(?:the\s+)?"
    rf"(?:(?:town|city|village|district|province|county|region|state|port|suburb|settlement|camp|island)\s+of\s+)?({_NAME})"
)
_NO_PLACE = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|Spring|Summer|Autumn|Winter|Easter|Christmas|Ramadan|Parliament|English|French)\b"
)
_EDGE = re.compile(r"[.;:!?]\s|\s[–—]\s|, (?:said|according|while|but|and)\b|\b(?:said|says|told)\b")
_REACH = 70
#: A place that so small a share of the reports tell numbers of is a part of where the story happens.
_MINOR = 0.34


def places(figure: Figure) -> frozenset[str]:
    """The places, lower case, in which a figure's own clause says that its number is; those of its source are none."""
    ahead = _EDGE.split(words_before(figure, _REACH))[-1]
    after = _EDGE.split(words_behind(figure, _REACH))[0]
    found = [match.group(1) for side in (ahead, after) for match in _IN.finditer(side)]
    if figure.place and figure.place[:1].isupper():
        found.append(figure.place)
    told = " ".join(link.name for link in figure.chain).casefold()
    return frozenset(name.casefold() for name in found if not _NO_PLACE.match(name) and name.casefold() not in told)


def of_places(readings: Sequence[Reading]) -> dict[str, Flags]:
    """Pairs of which both name places and none in common, and of which one alone names a place that few reports do."""
    found = [places(reading.figure) for reading in readings]
    reports: dict[str, set[str]] = {}
    for reading, names in zip(readings, found, strict=True):
        for name in names:
            reports.setdefault(name, set()).add(reading.source)
    size = max(1, len({reading.source for reading in readings}))
    heads = " ".join(reading.figure.sentence.words.casefold() for reading in readings if reading.figure.heading)
    minor = {
        name
        for name, inside in reports.items()
        if len(inside) <= max(1, _MINOR * size) and size > 1 and name not in heads
    }
    named = np.array([bool(names) for names in found])
    some = np.array([bool(names) and names <= minor for names in found])
    words = [{word for name in names for word in name.split()} for names in found]
    column = {word: number for number, word in enumerate(sorted(set().union(*words)))}
    table = np.zeros((len(found), max(1, len(column))), dtype=np.float32)
    for row, inside in enumerate(words):
        table[row, [column[word] for word in sorted(inside)]] = 1.0
    other = (table @ table.T == 0) & named[:, None] & named[None, :]
    alone = (some[:, None] & ~named[None, :]) | (~named[:, None] & some[None, :])
    return {"place other": np.asarray(other), "place alone": np.asarray(alone)}
