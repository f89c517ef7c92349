"""In: readings of one unit family. Out: for every pair what place, time, rate, report and neighbourhood say."""

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from twosource.reconciling.cues import added, ballot, is_norm, moves, rate, told_as_past, wish, withdrawn
from twosource.reconciling.kinds import is_rule, narrowed, thing
from twosource.reconciling.pairs import RUNNING, WEAK, Flags, Matrix, as_floats, both_flagged, same_label
from twosource.reconciling.readings import Reading
from twosource.reconciling.subjects import subjects_differ
from twosource.reconciling.units import family
from twosource.reconciling.whereabouts import of_places
from twosource.records import Figure


def of_circumstances(readings: Sequence[Reading]) -> dict[str, Matrix]:
    """Parts, rates, copies, headings, sources, places and days of every pair."""
    figures = [reading.figure for reading in readings]
    part = _parts(readings)
    more = _added(figures)
    norm = np.array([is_norm(figure.sentence, figure.span) and figure.unit != "person" for figure in figures])
    heading = np.array([figure.heading for figure in figures])
    part_known = ~heading
    ends = [figure.chain[-1].name.casefold() if figure.chain else "" for figure in figures]
    rates = [rate(figure.sentence, figure.span) for figure in figures]
    hidden = np.array([figure.heading for figure in figures])
    copied = np.array([reading.copied for reading in readings])
    other_report = ~same_label([figure.span.report for figure in figures])
    result = {
        "bias": np.ones((len(figures), len(figures)), dtype=bool),
        "part one": (part[:, None] ^ part[None, :]) & part_known[:, None] & part_known[None, :],
        "part both": both_flagged(part),
        "added": more[:, None] ^ more[None, :],
        "denied": _denials(figures),
        "wish other": _wishes_differ(figures),
        "norm other": norm[:, None] ^ norm[None, :],
        **_of_ballots(figures),
        "rate other": ~same_label(rates) & ~hidden[:, None] & ~hidden[None, :],
        "copy": same_label([reading.source for reading in readings])
        & other_report
        & (copied[:, None] | copied[None, :]),
        "heading": heading[:, None] | heading[None, :],
        "same end": same_label(ends) & both_flagged(np.array([bool(end) for end in ends])),
        **of_places(readings),
        "name other": subjects_differ(readings),
    }
    periods = _of_periods(readings)
    result["ballot same"] &= (periods["days apart"] == 0) & (periods["years apart"] == 0)
    return {**{name: as_floats(matrix) for name, matrix in result.items()}, **periods}


def _of_ballots(figures: Sequence[Figure]) -> dict[str, Flags]:
    """Pairs of shares that are of one side of a vote, or of its turnout, and pairs that are of two of these."""
    told = [ballot(f.sentence, f.span) if family(f.unit) == "share" else "" for f in figures]
    both = both_flagged(np.array([bool(name) for name in told]))
    return {"ballot same": both & same_label(told), "ballot other": both & ~same_label(told)}


def _parts(readings: Sequence[Reading]) -> Flags:
    """Which figures are a part of what their own measure counts: the dead of 112 casualties are all the dead."""
    measures = {reading.figure.id: reading.figure.measure for reading in readings}
    before = _before([reading.figure for reading in readings])
    return np.array(
        [
            (reading.figure.relation in ("part", "remainder") or narrowed(reading.figure) is not None)
            and measures.get(reading.figure.whole or "", before.get(reading.figure.id)) == reading.figure.measure
            for reading in readings
        ]
    )


def _added(figures: Sequence[Figure]) -> Flags:
    """Which figures come on top of another count of their measure: not "27 died and another 118 were hurt"."""
    before = _before(figures)
    return np.array([added(f.sentence, f.span) and before.get(f.id, f.measure) == f.measure for f in figures])


def _before(figures: Sequence[Figure]) -> dict[str, str]:
    """By figure id the measure of the figure that stands before it in its report."""
    found = {}
    last: Figure | None = None
    for figure in sorted(figures, key=lambda figure: figure.span):
        if last is not None and last.span.report == figure.span.report:
            found[figure.id] = last.measure
        last = figure
    return found


def _denials(figures: Sequence[Figure]) -> Flags:
    """Pairs of a denied number and the same number said by somebody."""
    denied = np.array([figure.stance == "denied" for figure in figures])
    ends = [(figure.low, figure.high) for figure in figures]
    return np.asarray((denied[:, None] | denied[None, :]) & same_label(ends))


def of_questions(readings: Sequence[Reading], found: dict[str, Matrix]) -> dict[str, Matrix]:
    """Pairs that by kind ask one thing: of one crowd one fate, or of a quantity that the story seldom speaks of."""
    persons = both_flagged(np.array([reading.figure.unit == "person" for reading in readings]))
    one_fate = np.maximum(found["closed same"], persons * (found["measure"] == 1))
    people = one_fate * (1 - found["part one"]) * (1 - found["added"]) * (1 - found["years apart"])
    crowd = people * np.maximum(found["whole"], np.maximum(found["kind same"], np.float32(1.0) * found["kind loose"]))
    figures = [reading.figure for reading in readings]
    labels = [thing(f.unit) if family(f.unit) == "count" else family(f.unit) for f in figures]
    values: dict[str, set[object]] = {}
    for label, figure in zip(labels, figures, strict=True):
        values.setdefault(label, set()).add((figure.low, figure.high, figure.unit))
    few = np.array([max(0.0, 1 - math.log2(len(values[label])) / _COMMON) for label in labels], dtype=np.float32)
    few[[figure.unit in ("", "person") for figure in figures]] = 0.0
    other = found["equal 2"] * np.maximum(found["closed other"], found["closed open"])
    other *= 1 - np.clip(
        2.0 * found["terms"] - 0.5, 0.0, 1.0
    )  # one number, and neither the fate nor the words are the same
    other *= 1 - _ONE_SPEAKER * found["same end"]
    scarce = same_label(labels) * few[:, None]
    return {
        "one crowd": crowd,
        "one side's fate": people * found["closed same"] * found["one side"] * (1 - found["place other"]),
        "one quantity": scarce * (found["measure"] == 1),
        "equal other": other,
        "scarce": scarce,
    }


#: Above two to this many values of one unit nothing follows from sharing it.
_COMMON = 5.0
_BESIDE = 220
#: So much less does it tell that one number stands with two fates where one source gives it both times.
_ONE_SPEAKER = 0.7


def _wishes_differ(figures: Sequence[Figure]) -> Flags:
    """Pairs of an amount that is asked for and one that is held out."""
    wishes = [wish(figure.sentence, figure.span) for figure in figures]
    asked, offered = (np.array([found == kind for found in wishes]) for kind in ("demand", "offer"))
    return np.asarray((asked[:, None] & offered[None, :]) | (offered[:, None] & asked[None, :]))


def of_neighbours(readings: Sequence[Reading], found: dict[str, Matrix]) -> dict[str, Matrix]:
    """Numbers that stand together in a text: rival counts of two sources, and one that gave way to another."""
    size = len(readings)
    rivals, near, moved, listed, right_set = (np.zeros((size, size), dtype=np.float32) for _ in range(5))
    by_report: dict[str, list[int]] = {}
    alone = Counter(reading.figure.sentence for reading in readings)
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
                right_set[left, right] = right_set[right, left] = float(_set_right(one, other))
                listed[left, right] = listed[right, left] = float(one.sentence == other.sentence)
                if found["far"][left, right] >= _ORDERS or any(found[name][left, right] for name in _APART):
                    continue
                against = rivals if one.sentence == other.sentence else near
                against[left, right] = against[right, left] = float(_are_rivals(one, other))
                moved[left, right] = moved[right, left] = float(
                    _gave_way(one, other) or (alone[other.sentence] == 1 and _takes_up(one, other))
                )
                if rivals[left, right] or moved[left, right]:
                    listed[left, right] = listed[right, left] = 0.0
    return {
        "rivals": np.maximum(rivals, near),
        "beside": rivals,
        "moves": moved,
        "set right": right_set,
        "list": listed,
    }


#: Rival counts of one thing lie within so many orders of magnitude (natural) of each other.
_ORDERS = 3.0
#: Neighbours of different kinds are no rival counts of one thing.
_APART = ("kind other", "kind narrower", "thing other", "closed other", "norm other")


def _are_rivals(one: Figure, other: Figure) -> bool:
    """Whether two sources give two neighbouring numbers for one measure, and neither is a part of something."""
    if "part" in (one.relation, other.relation) or "remainder" in (one.relation, other.relation):
        return False
    if not (one.chain and other.chain) or one.chain[-1].name == other.chain[-1].name:
        return False
    if {wish(one.sentence, one.span), wish(other.sentence, other.span)} == {"demand", "offer"}:
        return False
    if "person" in (one.unit, other.unit) and one.unit != other.unit and "" not in (one.unit, other.unit):
        return False
    first, second = one.measure.casefold(), other.measure.casefold()
    if first in WEAK or second in WEAK:
        return one.sentence == other.sentence and (one.unit == other.unit or "" in (one.unit, other.unit))
    return first == second


def _gave_way(one: Figure, other: Figure) -> bool:
    if one.sentence.start != other.sentence.start or not _one_unit(one.unit, other.unit) or is_rule(one):
        return False
    left, right = one.span.end - one.sentence.start, other.span.start - one.sentence.start
    if (one.measure == other.measure and taken_back(one, other)) or parted_by_time(one, other):
        return True
    if (one.stance == "denied") != (other.stance == "denied") and one.measure == other.measure:
        return [link.name for link in one.chain[-1:]] == [link.name for link in other.chain[-1:]]  # "not 340 but 19"
    return moves(one.sentence.words[left:right], one.sentence.words[: one.span.start - one.sentence.start])


def _takes_up(one: Figure, other: Figure) -> bool:
    """Whether the next sentence tells what the same source had counted before: "It had spoken of 2,100 at first"."""
    if not one.sentence.end <= other.sentence.start <= one.sentence.end + _NEXT or not _one_unit(one.unit, other.unit):
        return False
    if one.measure != other.measure and not {one.measure, other.measure} & WEAK:
        return False
    ends = [figure.chain[-1].name.casefold() for figure in (one, other) if figure.chain]
    if len(ends) == 2 and ends[0] != ends[1]:  # noqa: PLR2004 - both tell who says it
        return False
    if {wish(one.sentence, one.span), wish(other.sentence, other.span)} == {"demand", "offer"}:
        return False
    return _of_before(other) and not _of_before(one) and _is_range(one) == _is_range(other)


def _of_before(figure: Figure) -> bool:
    return told_as_past(figure.sentence, figure.span) or bool(
        _SPOKE.search(figure.sentence.words[: max(0, figure.span.start - figure.sentence.start)])
    )


#: A sentence that takes up the last number begins with who had given another before, and with no other subject.
_SPOKE = re.compile(
    r"^[\"“'‘]?(?:It|They|He|She|Its|Their|His|Her|That)\b[^.;:]{0,30}?\bhad (?:first |initially |earlier"
    r" |originally |previously |still )?(?:spoken|put|said|given|reported|estimated|counted|announced|cited|claimed"
    r"|expected|planned|forecast|reckoned|been|stood|budgeted|told|promised|set)\b[^.;]{0,40}$"
)
_NEXT = 3


def parted_by_time(one: Figure, other: Figure) -> bool:
    """Whether the text tells one of two numbers of one measure, and not the other, as what was so before."""
    if one.measure != other.measure or is_rule(one) or _is_range(one) != _is_range(other):
        return False
    return told_as_past(one.sentence, one.span) != told_as_past(other.sentence, other.span)


def _is_range(figure: Figure) -> bool:
    return figure.low != figure.high and None not in (figure.low, figure.high)


def taken_back(one: Figure, other: Figure) -> bool:
    """Whether the text says of one of two numbers, and not of the other, that it was withdrawn."""
    return withdrawn(one.sentence, one.span) != withdrawn(other.sentence, other.span)


def _set_right(one: Figure, other: Figure) -> bool:
    """Whether a source denies one number and gives another at once: "not 2,000 are missing: there are 47"."""
    denies = (one.stance == "denied") != (other.stance == "denied") and one.measure == other.measure
    ends = [[link.name for link in figure.chain[-1:]] for figure in (one, other)]
    whole = not {"part", "remainder"} & {one.relation, other.relation}
    return denies and whole and ends[0] == ends[1] != [] and one.unit == other.unit


#: Days that lie between two affairs rather than within one.
_LONG_AGO = 200
#: A number of so many days before its report is told for comparison with what the report is about.
_ANOTHER_AGE = 550


def _of_periods(readings: Sequence[Reading]) -> dict[str, Matrix]:
    periods = [reading.period for reading in readings]
    known = np.array([period is not None for period in periods])
    first = np.array([period.first if period else 0 for period in periods], dtype=np.float64)
    last = np.array([period.last if period else 0 for period in periods], dtype=np.float64)
    running = np.array([reading.figure.measure in RUNNING for reading in readings])
    gap = np.maximum(0, np.maximum(first[:, None] - last[None, :], first[None, :] - last[:, None]))
    both = both_flagged(known)
    length = np.log(last - first + 1)
    told = np.array([reading.published or 0 for reading in readings], dtype=np.float64)
    until = np.where(known, last, told)
    before = known[:, None] & (until > 0)[None, :] & (until[None, :] - last[:, None] > _LONG_AGO)
    old = known & (told > 0) & (told - last > _ANOTHER_AGE)
    ratio = np.abs(length[:, None] - length[None, :])
    still = ~both_flagged(running)
    return {
        "years apart": as_floats((both & (gap > _LONG_AGO)) | before | before.T),
        "ages apart": as_floats((old[:, None] ^ old[None, :]) | (both_flagged(old) & (gap > 0))),
        "days apart": as_floats(both & still & (gap > 0) & (gap <= _LONG_AGO)),
        "longer": as_floats(np.where(both & still, np.minimum(ratio, 2.0) / 2.0, 0.0)),
    }


def _one_unit(one: str, other: str) -> bool:
    """Whether two units may be of one quantity: the same, or both money."""
    return one == other or (family(one) == family(other) == "money")
