"""In: readings of one unit family. Out: for every pair how much speaks for both answering one question.

Each feature is a matrix over all pairs, so that thousands of figures are compared at once. The weights say how much a
feature counts; 0 is where a pair is as likely as not to answer one question.
"""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse

from twosource.reconciling.cues import added, moves, rate
from twosource.reconciling.kinds import FOR_PEOPLE, kind, thing
from twosource.reconciling.readings import Reading, last_digit
from twosource.reconciling.units import NO_RATES, ROUNDING, Rates, base, family
from twosource.records import Figure

Matrix = npt.NDArray[np.float32]
Vector = npt.NDArray[np.float64]

#: Measures of people from a closed list: two different ones never answer one question.
CLOSED = frozenset(
    "killed injured casualties missing captured rescued evacuated displaced arrested infected hospitalised deployed "
    "attended trapped homeless".split()
) | {"laid off"}
#: What only grows, or is revised, as time passes: readings of different days may differ and be one question.
RUNNING = CLOSED - {"attended", "deployed"}

#: Words that say nothing of what is measured: they stand where the sentence gave no better.
WEAK = frozenset(
    ("", "number", "amount", "count", "total", "figure", "said", "say", "price", "value", "quantity", "size", "held",
     "had", "have", "made", "run", "put", "distance", "given", "share", "rate", "level")
)  # fmt: skip
_WEAK_VERBS = frozenset(
    "be have say do make give put get go come tell add accord report show stand run take see hold call know".split()
)

#: Evidence: what one unit of each feature counts for.
WEIGHTS: dict[str, float] = {
    "bias": -3.3,
    "equal": 3.0,
    "equal 2": 2.7,
    "equal 3": 2.7,
    "equal 4": 1.5,
    "salient": 2.0,
    "meets": 3.0,
    "apart": -1.6,
    "closed same": 4.2,
    "closed other": -3.5,
    "closed open": -2.5,
    "measure": 2.6,
    "noun": 1.0,
    "verb": 0.9,
    "whole": 0.8,
    "kind same": 1.8,
    "kind loose": 0.8,
    "kind narrower": -1.2,
    "kind other": -2.4,
    "thing same": 2.3,
    "thing other": -2.8,
    "terms": 4.0,
    "near": 1.0,
    "part one": -1.3,
    "part both": 0.0,
    "added": -1.7,
    "rate other": -1.6,
    "years apart": -1.8,
    "days apart": -1.2,
    "longer": -1.0,
    "place other": -2.3,
    "copy": 1.2,
    "heading": 0.9,
    "same end": 0.5,
    "denied": 1.1,
    "list": -2.2,
    "rivals": 3.8,
    "moves": 4.2,
}
#: Two clearly different quantities in one sentence, or a part and its whole: no evidence outweighs it.
NEVER = -1e6
ALWAYS = 60.0
_NEAR = 0.35
_HEAD = 1.8


class Weigher:
    """How rare a word is among the figures of a story: what stands beside every figure tells none apart."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        """Count in how many sentences of the story each word stands near a figure."""
        seen: dict[tuple[str, int], set[str]] = {}
        for reading in readings:
            words = seen.setdefault((reading.source, reading.figure.sentence.start), set())
            words.update(reading.figure.terms, reading.figure.near, _heads(reading))
        self._count = Counter(word for words in seen.values() for word in sorted(words))
        self._all = len(seen)

    def __call__(self, word: str) -> float:
        """The word's weight: its inverse frequency, at least a little."""
        return math.log((self._all + 2) / (self._count[word] + 1)) + 0.1

    def rows(self, readings: Sequence[Reading], *, near: bool) -> sparse.csr_matrix:
        """Unit vectors of the readings' words; with `near` those of the neighbourhood too."""
        words: dict[str, int] = {}
        at: list[int] = []
        column: list[int] = []
        weight: list[float] = []
        for row, reading in enumerate(readings):
            for word, times in _bag(reading, near=near).items():
                at.append(row)
                column.append(words.setdefault(word, len(words)))
                weight.append(times * self(word))
        matrix = sparse.csr_matrix((weight, (at, column)), shape=(len(readings), max(1, len(words))))
        norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
        norms[norms == 0] = 1.0
        return sparse.diags(1.0 / norms) @ matrix


def _heads(reading: Reading) -> list[str]:
    figure = reading.figure
    words = [] if figure.measure in CLOSED else figure.measure.casefold().split()
    words += [word.casefold() for word in (figure.noun, figure.verb) if word]
    words += (figure.of or "").casefold().split()
    return [word.removesuffix("s") for word in words if len(word) > 2]  # noqa: PLR2004 - "of", "in"


def _bag(reading: Reading, *, near: bool) -> dict[str, float]:
    bag: dict[str, float] = {}
    if near:
        bag.update(dict.fromkeys(reading.figure.near, _NEAR))
    bag.update(dict.fromkeys(reading.figure.terms, 1.0))
    for word in _heads(reading):
        bag[word] = _HEAD
    return bag


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


def features(readings: Sequence[Reading], weigher: Weigher, rates: Rates = NO_RATES) -> dict[str, Matrix]:
    """Every feature of every pair: symmetric matrices by name; the names are those of WEIGHTS."""
    found: dict[str, Matrix] = {}
    found.update(_of_values(readings, rates))
    found.update(_of_measures(readings))
    found.update(_of_kinds(readings))
    rows, wide = weigher.rows(readings, near=False), weigher.rows(readings, near=True)
    found["terms"] = np.asarray((rows @ rows.T).todense(), dtype=np.float32)
    found["near"] = np.asarray((wide @ wide.T).todense(), dtype=np.float32)
    found.update(_of_circumstances(readings))
    found.update(_of_neighbours(readings, found))
    return found


def _f(matrix: npt.NDArray[np.bool_] | npt.NDArray[np.float64]) -> Matrix:
    return np.asarray(matrix, dtype=np.float32)


def _same(labels: Sequence[object]) -> npt.NDArray[np.bool_]:
    numbers = _numbers(labels)
    return numbers[:, None] == numbers[None, :]


def _numbers(labels: Sequence[object]) -> npt.NDArray[np.int64]:
    known: dict[object, int] = {}
    return np.array([known.setdefault(label, len(known)) for label in labels])


def _both(flags: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    return flags[:, None] & flags[None, :]


def _of_values(readings: Sequence[Reading], rates: Rates) -> dict[str, Matrix]:
    values = Values(readings, rates)
    mixed = ~_same([reading.figure.unit for reading in readings])
    converted = np.array([reading.figure.relation == "conversion" for reading in readings])
    mixed |= converted[:, None] | converted[None, :]
    if family(readings[0].figure.unit) == "money":
        known = [rates.base(reading.figure.unit)[0] for reading in readings]
        blind = ~_same(known)
    else:
        blind = np.zeros_like(mixed)
    point = np.abs(values.point)
    larger = np.maximum(point[:, None], point[None, :])
    room = np.where(mixed, np.maximum(larger * ROUNDING, np.maximum(values.half[:, None], values.half[None, :])), 0.0)
    room = np.maximum(room, larger * 1e-6)
    distance = np.abs(values.point[:, None] - values.point[None, :])
    equal = (distance <= room) & ~blind
    slack = np.abs(values.point) * values.slack
    low, high = values.low - slack, values.high + slack
    meets = (low[:, None] <= high[None, :] + room) & (low[None, :] <= high[:, None] + room) & ~blind & ~equal
    logs = np.log(np.maximum(point, 1e-3))
    far = np.minimum(np.abs(logs[:, None] - logs[None, :]), 4.0)
    none = (values.low == 0) & (values.high == 0)
    blind = blind | (none[:, None] ^ none[None, :])
    far = np.where(equal | blind, 0.0, far)
    close = meets & (far < 0.15)  # noqa: PLR2004 - a rounded restatement lies within some 15 %
    sign = np.minimum(values.digits[:, None], values.digits[None, :])
    return {
        "equal": _f(equal),
        "equal 2": _f(equal & (sign >= 2)),  # noqa: PLR2004 - telling digits, as the names say
        "equal 3": _f(equal & (sign >= 3)),  # noqa: PLR2004
        "equal 4": _f(equal & (sign >= 4)),  # noqa: PLR2004
        "salient": _f(equal & _salient(equal, [reading.source for reading in readings])[:, None]),
        "meets": _f(close),
        "apart": _f(np.where(~equal & ~close & ~blind, 1.0 + far, 0.0)),
    }


_MANY = 3


def _salient(equal: npt.NDArray[np.bool_], sources: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Which values stand in several reports: numbers by which the story is known."""
    reports = _numbers(sources)
    inside = np.zeros((len(sources), int(reports.max()) + 1), dtype=np.float32)
    inside[np.arange(len(sources)), reports] = 1.0
    return np.asarray(((equal.astype(np.float32) @ inside) > 0).sum(axis=1) >= _MANY)


def _of_measures(readings: Sequence[Reading]) -> dict[str, Matrix]:
    measures = [reading.figure.measure.casefold() for reading in readings]
    closed = np.array([measure in CLOSED for measure in measures])
    weak = np.array([measure in WEAK for measure in measures])
    same = _same(measures)
    alike = _overlap([frozenset() if m in WEAK else frozenset(m.split()) for m in measures])
    both, one = _both(closed), closed[:, None] ^ closed[None, :]
    nouns = [reading.figure.noun or "" for reading in readings]
    verbs = [reading.figure.verb or "" for reading in readings]
    return {
        "closed same": _f(both & same),
        "closed other": _f(both & ~same),
        "closed open": _f(one & ~weak[:, None] & ~weak[None, :]),
        "measure": _f(np.where(both | one, 0.0, alike)),
        "noun": _f(_same(nouns) & _both(np.array([bool(noun) and kind(noun)[0] != "all" for noun in nouns]))),
        "verb": _f(_same(verbs) & _both(np.array([bool(verb) and verb not in _WEAK_VERBS for verb in verbs]))),
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


def _of_kinds(readings: Sequence[Reading]) -> dict[str, Matrix]:
    people = np.array([reading.figure.unit in FOR_PEOPLE for reading in readings])
    persons = np.array([reading.figure.unit == "person" for reading in readings])
    kinds = [kind(reading.figure.noun) if p else ("all", "") for reading, p in zip(readings, persons, strict=True)]
    level = np.array([("all", "loose", "strict").index(name) for name, _ in kinds])
    same = _same([name for _, name in kinds])
    both = _both(people)
    everyone, narrow = level == 0, level == 2  # noqa: PLR2004 - the third level
    result = {
        "whole": both & _both(everyone),
        "kind same": both & same & _both(~everyone),
        "kind loose": both & ~same & ~narrow[:, None] & ~narrow[None, :],
        "kind narrower": both & ~same & (narrow[:, None] ^ narrow[None, :]),
        "kind other": both & ~same & _both(narrow),
    }
    things = [thing(r.figure.unit) if family(r.figure.unit) == "count" else "" for r in readings]
    counted = np.array([bool(name) for name in things]) & ~people
    alike = _same(things)
    result["thing same"] = _both(counted) & alike
    counted &= np.array([reading.figure.unit != "" for reading in readings])
    result["thing other"] = (_both(counted) & ~alike) | (counted[:, None] & people[None, :])
    result["thing other"] |= result["thing other"].T
    return {name: _f(matrix) for name, matrix in result.items()}


def _of_circumstances(readings: Sequence[Reading]) -> dict[str, Matrix]:
    figures = [reading.figure for reading in readings]
    part = _parts(readings)
    more = np.array([added(figure.sentence, figure.span) for figure in figures])
    heading = np.array([figure.heading for figure in figures])
    part_known = ~heading
    ends = [figure.chain[-1].name.casefold() if figure.chain else "" for figure in figures]
    rates = [rate(figure.sentence, figure.span) for figure in figures]
    hidden = np.array([figure.heading for figure in figures])
    copied = np.array([reading.copied for reading in readings])
    other_report = ~_same([figure.span.report for figure in figures])
    result = {
        "bias": np.ones((len(figures), len(figures)), dtype=bool),
        "part one": (part[:, None] ^ part[None, :]) & part_known[:, None] & part_known[None, :],
        "part both": _both(part),
        "added": more[:, None] ^ more[None, :],
        "denied": _denials(figures),
        "rate other": ~_same(rates) & ~hidden[:, None] & ~hidden[None, :],
        "copy": _same([reading.source for reading in readings]) & other_report & (copied[:, None] | copied[None, :]),
        "heading": heading[:, None] | heading[None, :],
        "same end": _same(ends) & _both(np.array([bool(end) for end in ends])),
        "place other": _places_differ([figure.place for figure in figures]),
    }
    return {**{name: _f(matrix) for name, matrix in result.items()}, **_of_periods(readings)}


def _parts(readings: Sequence[Reading]) -> npt.NDArray[np.bool_]:
    """Which figures are a part of what their own measure counts: the dead of 112 casualties are all the dead."""
    measures = {reading.figure.id: reading.figure.measure for reading in readings}
    return np.array(
        [
            reading.figure.relation in ("part", "remainder")
            and measures.get(reading.figure.whole or "", reading.figure.measure) == reading.figure.measure
            for reading in readings
        ]
    )


def _denials(figures: Sequence[Figure]) -> npt.NDArray[np.bool_]:
    """Pairs of a denied number and the same number said by somebody."""
    denied = np.array([figure.stance == "denied" for figure in figures])
    ends = [(figure.low, figure.high) for figure in figures]
    return np.asarray((denied[:, None] | denied[None, :]) & _same(ends))


_BESIDE = 220


def _of_neighbours(readings: Sequence[Reading], found: dict[str, Matrix]) -> dict[str, Matrix]:
    """Numbers that stand together in a text: rival counts of two sources, and one that gave way to another."""
    size = len(readings)
    rivals, moved, listed = (np.zeros((size, size), dtype=np.float32) for _ in range(3))
    by_report: dict[str, list[int]] = {}
    for number in sorted(range(size), key=lambda number: readings[number].key):
        by_report.setdefault(readings[number].figure.span.report, []).append(number)
    for numbers in by_report.values():
        for position, left in enumerate(numbers):
            for right in numbers[position + 1 : position + 6]:
                one, other = readings[left].figure, readings[right].figure
                if other.span.start - one.span.end > _BESIDE:
                    break
                if found["equal"][left, right]:
                    continue
                listed[left, right] = listed[right, left] = float(one.sentence == other.sentence)
                if any(found[name][left, right] for name in _APART):
                    continue
                rivals[left, right] = rivals[right, left] = float(_are_rivals(one, other))
                moved[left, right] = moved[right, left] = float(_gave_way(one, other))
                if rivals[left, right] or moved[left, right]:
                    listed[left, right] = listed[right, left] = 0.0
    return {"rivals": rivals, "moves": moved, "list": listed}


#: Neighbours of different kinds are no rival counts of one thing.
_APART = ("kind other", "kind narrower", "thing other", "closed other")


def _are_rivals(one: Figure, other: Figure) -> bool:
    """Whether two sources give two neighbouring numbers for one measure, and neither is a part of something."""
    if "part" in (one.relation, other.relation) or "remainder" in (one.relation, other.relation):
        return False
    if not (one.chain and other.chain) or one.chain[-1].name == other.chain[-1].name:
        return False
    first, second = one.measure.casefold(), other.measure.casefold()
    if first in WEAK or second in WEAK:
        return one.sentence == other.sentence and (one.unit == other.unit or "" in (one.unit, other.unit))
    return first == second


def _gave_way(one: Figure, other: Figure) -> bool:
    if one.sentence.start != other.sentence.start or one.unit != other.unit:
        return False
    left, right = one.span.end - one.sentence.start, other.span.start - one.sentence.start
    return moves(one.sentence.words[left:right], one.sentence.words[: one.span.start - one.sentence.start])


def _places_differ(places: Sequence[str | None]) -> npt.NDArray[np.bool_]:
    sets = [frozenset(place.casefold().split()) if place else frozenset() for place in places]
    unique = sorted({group for group in sets if group}, key=sorted)
    table = np.array([[bool(one) and bool(other) and not one & other for other in unique] for one in unique], dtype=bool)
    number = {group: index for index, group in enumerate(unique)}
    at = np.array([number.get(group, -1) for group in sets])
    known = at >= 0
    if not unique:
        return np.zeros((len(sets), len(sets)), dtype=bool)
    return np.asarray(table[at[:, None], at[None, :]] & _both(known))


#: Days that lie between two affairs rather than within one.
_LONG_AGO = 200


def _of_periods(readings: Sequence[Reading]) -> dict[str, Matrix]:
    periods = [reading.period for reading in readings]
    known = np.array([period is not None for period in periods])
    first = np.array([period.first if period else 0 for period in periods], dtype=np.float64)
    last = np.array([period.last if period else 0 for period in periods], dtype=np.float64)
    running = np.array([reading.figure.measure in RUNNING for reading in readings])
    gap = np.maximum(0, np.maximum(first[:, None] - last[None, :], first[None, :] - last[:, None]))
    both = _both(known)
    length = np.log(last - first + 1)
    told = np.array([reading.published or 0 for reading in readings], dtype=np.float64)
    until = np.where(known, last, told)
    before = known[:, None] & (until > 0)[None, :] & (until[None, :] - last[:, None] > _LONG_AGO)
    ratio = np.abs(length[:, None] - length[None, :])
    still = ~_both(running)
    return {
        "years apart": _f((both & (gap > _LONG_AGO)) | before | before.T),
        "days apart": _f(both & still & (gap > 0) & (gap <= _LONG_AGO)),
        "longer": _f(np.where(both & still, np.minimum(ratio, 2.0) / 2.0, 0.0)),
    }


def forbidden(readings: Sequence[Reading], equal: Matrix, close: Matrix) -> Matrix:
    """1 where a pair can never be one question: a part and its whole, or two quantities told apart in one sentence."""
    size = len(readings)
    never = np.zeros((size, size), dtype=np.float32)
    by_id = {reading.figure.id: number for number, reading in enumerate(readings)}
    sentences: dict[tuple[str, int], list[int]] = {}
    for number, reading in enumerate(readings):
        figure = reading.figure
        sentences.setdefault((figure.span.report, figure.sentence.start), []).append(number)
        whole = by_id.get(figure.whole or "")
        if whole is not None and figure.relation in ("part", "remainder", "total"):
            never[number, whole] = never[whole, number] = 1.0
    for together in sentences.values():
        for position, left in enumerate(together):
            for right in together[position + 1 :]:
                if not equal[left, right] and not close[left, right] and _told_apart(readings[left], readings[right]):
                    never[left, right] = never[right, left] = 1.0
    return never


def _told_apart(one: Reading, other: Reading) -> bool:
    """Whether one sentence gives two numbers for two things: no word of change between them, and one source."""
    first, second = (one, other) if one.figure.span.start < other.figure.span.start else (other, one)
    if "conversion" in (one.figure.relation, other.figure.relation):
        return False
    sentence = first.figure.sentence
    if first.figure.stance == "denied" or second.figure.stance == "denied":
        return False
    ends = [reading.figure.chain[-1].name if reading.figure.chain else None for reading in (first, second)]
    if ends[0] != ends[1] and None not in ends:
        return False
    left, right = first.figure.span.end - sentence.start, second.figure.span.start - sentence.start
    return not moves(sentence.words[left:right], sentence.words[: first.figure.span.start - sentence.start])


def joined(readings: Sequence[Reading]) -> list[tuple[int, int]]:
    """Pairs that are one question by their words: a conversion in brackets, a number said again."""
    by_id = {reading.figure.id: number for number, reading in enumerate(readings)}
    return [
        (number, by_id[reading.figure.whole])
        for number, reading in enumerate(readings)
        if reading.figure.relation in ("conversion", "restatement") and reading.figure.whole in by_id
    ]


def scores(readings: Sequence[Reading], weigher: Weigher, rates: Rates = NO_RATES) -> Matrix:
    """How much speaks for each pair being one question; 0 is as likely as not, NEVER rules it out."""
    found = features(readings, weigher, rates)
    total = np.zeros((len(readings), len(readings)), dtype=np.float32)
    for name, weight in WEIGHTS.items():
        total += np.float32(weight) * found[name]
    total[forbidden(readings, found["equal"], found["meets"]) > 0] = NEVER
    for left, right in joined(readings):
        total[left, right] = total[right, left] = ALWAYS
    return total
