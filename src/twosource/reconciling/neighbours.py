"""In: readings of one unit family. Out: for every pair close by in a text whether they are rivals or successors."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from twosource.reconciling.around import words_before
from twosource.reconciling.cues import moves, told_as_past, wish, withdrawn
from twosource.reconciling.echoes import APART, BESIDE, ORDERS, echoes, one_source
from twosource.reconciling.kinds import is_rule
from twosource.reconciling.pairs import WEAK, Matrix
from twosource.reconciling.readings import Reading
from twosource.reconciling.units import family
from twosource.records import Figure


def of_neighbours(readings: Sequence[Reading], found: Mapping[str, Matrix]) -> dict[str, Matrix]:
    """Numbers that stand together in a text: rival counts of two sources, and one that gave way to another."""
    size = len(readings)
    rivals, near, moved, listed, right_set = (np.zeros((size, size), dtype=np.float32) for _ in range(5))
    by_report: dict[str, list[int]] = {}
    alone = Counter(reading.figure.sentence for reading in readings)
    for number in sorted(range(size), key=lambda number: readings[number].key):
        by_report.setdefault(readings[number].figure.span.report, []).append(number)
    for numbers in by_report.values():
        answers = echoes(readings, numbers, found)
        for position, left in enumerate(numbers):
            for right in numbers[position + 1 : position + 6]:
                one, other = readings[left].figure, readings[right].figure
                if other.span.start - one.span.end > BESIDE:
                    break
                if found["equal"][left, right]:
                    continue
                right_set[left, right] = right_set[right, left] = float(_set_right(one, other))
                listed[left, right] = listed[right, left] = float(one.sentence == other.sentence)
                if found["far"][left, right] >= ORDERS or any(found[name][left, right] for name in APART):
                    continue
                echo = (left, right) in answers
                against = rivals if echo or one.sentence == other.sentence else near
                against[left, right] = against[right, left] = float(echo or _are_rivals(one, other))
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


def _are_rivals(one: Figure, other: Figure) -> bool:
    """Whether two sources give two neighbouring numbers for one measure, and neither is a part of something."""
    if "part" in (one.relation, other.relation) or "remainder" in (one.relation, other.relation):
        return False
    if not (one.chain and other.chain) or one_source(one, other):
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
        _SPOKE.search(words_before(figure, len(figure.sentence.words)))
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


#: How a notice goes on that has taken a number back: "It is 1,450, the company says."
_NOTICE = re.compile(
    r"^\W*(?:(?:It|They|There|That) (?:is|are|was|were)|The (?:correct|right|actual|true) \w+ (?:is|was))\b"
)


def _set_right(one: Figure, other: Figure) -> bool:
    """Whether a source denies one number and gives another at once: "not 2,000 are missing: there are 47"."""
    denies = (one.stance == "denied") != (other.stance == "denied") and one.measure == other.measure
    if denied_here := one.stance == "denied" and other.stance != "denied" and not one.chain:
        near = one.sentence.end <= other.sentence.start <= one.sentence.end + _NEXT
        denied_here = near and one.unit == other.unit and bool(_NOTICE.match(other.sentence.words))
    if denied_here:
        return True
    ends = [[link.name for link in figure.chain[-1:]] for figure in (one, other)]
    whole = not {"part", "remainder"} & {one.relation, other.relation}
    return denies and whole and ends[0] == ends[1] != [] and one.unit == other.unit


def _one_unit(one: str, other: str) -> bool:
    """Whether two units may be of one quantity: the same, or both money."""
    return one == other or (family(one) == family(other) == "money")
