"""In: readings of one unit family. Out: for every pair what their numbers, measures and counted nouns say."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from twosource.reconciling.kinds import FOR_PEOPLE, counted, kind, narrowed, stated, thing
from twosource.reconciling.pairs import (
    CLOSED,
    VAGUE,
    Flags,
    Matrix,
    as_floats,
    both_flagged,
    is_weak,
    numbered,
    same_label,
)
from twosource.reconciling.readings import Reading, as_worded, last_digit
from twosource.reconciling.units import ROUNDING, Rates, base, family

#: Verbs that say nothing of what is counted.
WEAK_VERBS = frozenset(
    str.split("be have say do make give put get go come tell add accord report show stand run take see hold call know")
)


class Values:
    """Bounds of the readings in the base unit of their family, as arrays; open ends are infinities."""

    def __init__(self, readings: Sequence[Reading], rates: Rates) -> None:
        """Money whose currency has no known rate is put in its own currency."""
        low, high, slack, digits = [], [], [], []
        for reading in readings:
            figure = reading.figure
            low.append(-math.inf if figure.low is None else base(figure.low, figure.unit, rates))
            high.append(math.inf if figure.high is None else base(figure.high, figure.unit, rates))
            slack.append(0.1 if figure.about else 0.0)
            digits.append(_digits(figure.low if figure.low is not None else figure.high))
        self.low, self.high = np.array(low), np.array(high)
        self.point = np.where(np.isfinite(self.low), self.low, np.where(np.isfinite(self.high), self.high, 0.0))
        self.slack = np.array(slack)
        self.digits = np.array(digits)
        self.half = np.array(
            [base(last_digit(r.figure), r.figure.unit, rates) if family(r.figure.unit) != "temperature" else 0.5
             for r in readings]
        )  # fmt: skip


def _digits(value: float | None) -> float:
    """How many digits say something: 5 for 46,843, 1 for 600; large round numbers a little more than small ones."""
    if not value:
        return 0.5
    text = f"{abs(value):.6g}"
    mantissa, _, exponent = f"{abs(value):e}".partition("e")
    significant = len(mantissa.rstrip("0").rstrip(".").replace(".", "")) if "e" not in text else 1
    return significant + 0.3 * max(0, int(exponent) - 1)


def of_values(readings: Sequence[Reading], rates: Rates) -> dict[str, Matrix]:
    """Equal, close and far numbers; how telling an equal number is by its digits and by how many reports give it."""
    values = Values(readings, rates)
    counts = family(readings[0].figure.unit) == "count"  # a house and a home are one, and no conversion of each other
    mixed = ~same_label([counts or reading.figure.unit for reading in readings])
    converted = np.array([reading.figure.relation == "conversion" for reading in readings])
    mixed |= converted[:, None] | converted[None, :]
    if family(readings[0].figure.unit) == "money":
        known = [rates.base(reading.figure.unit)[0] for reading in readings]
        worded = same_label([as_worded(reading) for reading in readings])
        blind = ~same_label(known) & ~worded
    else:
        blind = worded = np.zeros_like(mixed)
    point = np.abs(values.point)
    larger = np.maximum(point[:, None], point[None, :])
    half = np.minimum(np.maximum(values.half[:, None], values.half[None, :]), larger * _COARSE)
    room = np.where(mixed, np.maximum(larger * ROUNDING, half), 0.0)
    room = np.maximum(room, larger * 1e-6)
    distance = np.abs(values.point[:, None] - values.point[None, :])
    equal = ((distance <= room) & ~blind) | worded
    slack = np.abs(values.point) * values.slack
    low, high = values.low - slack, values.high + slack
    meets = (low[:, None] <= high[None, :] + room) & (low[None, :] <= high[:, None] + room) & ~blind & ~equal
    room_for_few = _FEW if counts else 0.0  # two and one differ less than two hundred and a hundred
    logs = np.log(np.maximum(point, 1e-3) + room_for_few)
    far = np.minimum(np.abs(logs[:, None] - logs[None, :]), _FAR)
    none = (values.low == 0) & (values.high == 0)
    against = none[:, None] ^ none[None, :]
    blind = blind | against
    far = np.where(equal | blind, 0.0, far)
    close = meets & (far < 0.15)  # noqa: PLR2004 - a rounded restatement lies within some 15 %
    sign = np.minimum(values.digits[:, None], values.digits[None, :])
    if family(readings[0].figure.unit) == "money":  # two sums in two coins come near each other by chance
        sign = np.where(mixed & ~worded & ~_shown(readings), np.minimum(sign, 1.0), sign)
    return {
        "equal": as_floats(equal),
        "equal 2": as_floats(equal & (sign >= 2)),  # noqa: PLR2004 - telling digits, as the names say
        "equal 3": as_floats(equal & (sign >= 3)),  # noqa: PLR2004
        "equal 4": as_floats(equal & (sign >= 4)),  # noqa: PLR2004
        "salient": as_floats(equal & _salient(equal, [reading.source for reading in readings])[:, None]),
        "meets": as_floats(close),
        "none": as_floats(against & _one_kind(readings)),
        "none against": as_floats(against),
        "apart": as_floats(~equal & ~close & ~blind),
        "far": as_floats(np.where(~equal & ~close & ~blind, far, 0.0)),
    }


#: Numbers further apart than this (a natural logarithm of their ratio) are simply far.
_FAR = 3.0


def _shown(readings: Sequence[Reading]) -> Flags:
    """Pairs of which one is itself a conversion in brackets, so that its coin is the story's second."""
    told = np.array([reading.figure.relation == "conversion" for reading in readings])
    return np.asarray(told[:, None] | told[None, :])


_FEW = 3.0
#: A round number of one unit is taken for one of another no further off than this share of it.
_COARSE = 0.12


def _one_kind(readings: Sequence[Reading]) -> Flags:
    """Pairs that count one narrow kind of people or things: "no door" may answer "two exits"."""
    figures = [reading.figure for reading in readings]
    kinds = [kind(f.noun)[1] if f.unit == "person" else thing(f.unit) for f in figures]
    return same_label(kinds) & both_flagged(np.array([bool(name) for name in kinds]))


_MANY = 3


def _salient(equal: Flags, sources: Sequence[str]) -> Flags:
    """Which values stand in several reports: numbers by which the story is known."""
    reports = numbered(sources)
    inside = np.zeros((len(sources), int(reports.max()) + 1), dtype=np.float32)
    inside[np.arange(len(sources)), reports] = 1.0
    return np.asarray(((equal.astype(np.float32) @ inside) > 0).sum(axis=1) >= _MANY)


def of_measures(readings: Sequence[Reading]) -> dict[str, Matrix]:
    """Equal and different measures, nouns and verbs; those that say nothing count neither way."""
    measures = [reading.figure.measure.casefold() for reading in readings]
    fates = [reading.figure.unit in FOR_PEOPLE or not reading.figure.unit for reading in readings]
    closed = np.array([measure in CLOSED and fate for measure, fate in zip(measures, fates, strict=True)])
    weak = np.array([is_weak(r.figure.measure.casefold(), r.figure.unit) for r in readings])
    same = same_label(measures)
    alike = _overlap([frozenset() if w else frozenset(m.split()) for m, w in zip(measures, weak, strict=True)])
    soft = weak | np.array([measure in VAGUE for measure in measures])
    both, one = both_flagged(closed), closed[:, None] ^ closed[None, :]
    nouns = [reading.figure.noun or "" for reading in readings]
    verbs = [reading.figure.verb or "" for reading in readings]
    return {
        "closed same": as_floats(both & same),
        "closed other": as_floats(both & ~same),
        "closed open": as_floats(one & ~soft[:, None] & ~soft[None, :]),
        "measure": as_floats(np.where(both | one, 0.0, alike)),
        "noun": as_floats(
            same_label(nouns) & both_flagged(np.array([bool(noun) and kind(noun)[0] != "all" for noun in nouns]))
        ),
        "verb": as_floats(
            same_label(verbs) & both_flagged(np.array([bool(verb) and verb not in WEAK_VERBS for verb in verbs]))
        ),
    }


def _overlap(bags: Sequence[frozenset[str]]) -> npt.NDArray[np.float32]:
    """Shared words of each pair as a share of all words of both."""
    column = {word: number for number, word in enumerate(sorted({word for bag in bags for word in bag}))}
    table = np.zeros((len(bags), max(1, len(column))), dtype=np.float32)
    for row, bag in enumerate(bags):
        for word in bag:
            table[row, column[word]] = 1.0
    shared = table @ table.T
    sizes = table.sum(axis=1)
    either = sizes[:, None] + sizes[None, :] - shared
    return np.where(either > 0, shared / np.maximum(either, 1.0), 0.0).astype(np.float32)


def _counted_thing(unit: str) -> str:
    """The kind of thing that a count, or a count a day, is of; "" for a measured amount."""
    if family(unit).startswith("rate count/"):
        return thing(unit.partition("/")[0])
    return thing(unit) if family(unit) == "count" else ""


def _of_two_states(readings: Sequence[Reading]) -> Flags:
    told = [reading.party for reading in readings]
    return both_flagged(np.array([bool(party) for party in told])) & ~same_label(told)


#: Kinds of people that fight one another: of these each side gives numbers as far apart as it likes.
SIDES = frozenset(("soldier", "militant"))


def counted_by(reading: Reading) -> tuple[tuple[str, str], bool]:
    """The kind of people a reading counts, by the words beside it or by the side it is of, and whether that is sure."""
    if reading.side:
        return ("strict", reading.side), True
    found = counted(reading.figure)
    if reading.party and found[0][0] != "strict" and found[0][1] not in _CIVIL:
        return ("strict", "soldier"), True  # "9,000 Sarvians", "480 men" of one side
    return found


#: Kinds of people of a state who do not fight for it.
_CIVIL = frozenset(("resident", "passenger", "worker", "migrant", "patient", "voter", "visitor", "participant"))


def of_kinds(readings: Sequence[Reading]) -> dict[str, Matrix]:
    """Whether two counts of people or things count the same kind, or one a narrower kind than the other."""
    told = np.array([narrowed(reading.figure) is not None or bool(reading.side) for reading in readings])
    people = told | np.array([reading.figure.unit in FOR_PEOPLE for reading in readings])
    persons = told | np.array([reading.figure.unit == "person" for reading in readings])
    found = [counted_by(r) if p else (("all", ""), stated(r.figure)) for r, p in zip(readings, persons, strict=True)]
    said = np.array([sure for _, sure in found])
    kinds, sure = [pair for pair, _ in found], both_flagged(said)
    level = np.array(
        [min(("all", "loose", "strict").index(name), 2 if told else 1) for (name, _), told in found]
    )  # a narrow noun that was taken from elsewhere narrows nothing
    same = same_label([name for _, name in kinds])
    both = both_flagged(people)
    everyone, narrow = level == 0, level == 2  # noqa: PLR2004 - the third level
    result = {
        "whole": both & both_flagged(everyone),
        "kind same": both & same & both_flagged(~everyone),
        "one side": same & both_flagged(np.array([name in SIDES for _, name in kinds])) & sure,
        "kind loose": both & ~same & ~narrow[:, None] & ~narrow[None, :],
        "kind narrower": both & ~same & ((narrow & said)[:, None] ^ (narrow & said)[None, :]) & ~both_flagged(narrow),
        "kind other": (both & sure & ~same & both_flagged(narrow)) | _of_two_states(readings),
    }
    things = [_counted_thing(r.figure.unit) for r in readings]
    objects = np.array([bool(name) for name in things]) & ~people
    alike = same_label(things)
    result["thing same"] = both_flagged(objects) & alike
    objects &= np.array([reading.figure.unit != "" for reading in readings])
    result["thing other"] = (both_flagged(objects) & ~alike) | (objects[:, None] & people[None, :])
    result["thing other"] = (result["thing other"] | result["thing other"].T) & sure
    return {name: as_floats(matrix) for name, matrix in result.items()}
