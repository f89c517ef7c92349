"""In: readings of one unit family. Out: for every pair how much speaks for both answering one question.

Each feature is a matrix over all pairs, so that thousands of figures are compared at once. The weights say how much a
feature counts; 0 is where a pair is as likely as not to answer one question.
"""

import itertools
from collections.abc import Iterable, Sequence

import numpy as np

from twosource.reconciling.circumstances import of_circumstances, of_questions
from twosource.reconciling.counterparts import of_counterparts
from twosource.reconciling.cues import moves, parts_off
from twosource.reconciling.echoes import answered
from twosource.reconciling.evidence import of_kinds, of_measures, of_values
from twosource.reconciling.kinds import is_rule
from twosource.reconciling.neighbours import of_neighbours, parted_by_time, taken_back
from twosource.reconciling.pairs import CLOSED, Flags, Matrix, as_floats, both_flagged, same_label
from twosource.reconciling.readings import Reading
from twosource.reconciling.units import NO_RATES, Rates
from twosource.reconciling.words import Weigher

#: Evidence: what one unit of each feature counts for.
WEIGHTS: dict[str, float] = {
    "bias": -3.8,
    "equal": 2.8,
    "equal 2": 3.6,
    "equal 3": 3.2,
    "equal 4": 1.5,
    "salient": 1.8,
    "meets": 3.4,
    "none": 1.8,
    "none against": -3.6,
    "none elsewhere": -4.0,
    "apart": -2.8,
    "far": -2.0,
    "equal other": -9.0,
    "equal thing": 2.5,
    "one crowd": 2.0,
    "one quantity": 3.0,
    "scarce": 1.5,
    "sole": 1.6,
    "time otherwise": -2.0,
    "closed same": 4.2,
    "closed other": -2.8,
    "closed open": -2.8,
    "measure": 2.6,
    "noun": 2.3,
    "verb": 0.4,
    "whole": 0.8,
    "kind same": 2.0,
    "kind loose": 0.8,
    "kind narrower": -2.6,
    "kind other": -7.0,
    "thing same": 2.8,
    "thing other": -2.8,
    "terms": 4.0,
    "terms abroad": 1.0,
    "near": 1.5,
    "part one": -1.0,
    "added": -3.0,
    "divided": -2.0,
    "rate other": -1.5,
    "years apart": -2.4,
    "ages apart": -5.0,
    "days apart": -1.6,
    "longer": -0.8,
    "place other": -2.3,
    "place alone": -1.0,
    "name other": -1.0,
    "one side's fate": 3.5,
    "heading": 0.4,
    "same end": 1.0,
    "denied": 1.1,
    "wish other": -3.0,
    "norm other": -4.0,
    "scope other": -5.0,
    "ballot same": 5.0,
    "ballot other": -2.0,
    "list": -2.2,
    "rivals": 3.8,
    "moves": 4.2,
}
#: So much less does a distance say between numbers of one side's dead: its friends and its enemies count them.
_PARTISAN = 0.7
#: Of the missing all are found in the end: 4 of one day and 70 of another are one count.
_DWINDLING, _DWINDLED = frozenset(("missing", "trapped")), 0.6
#: Two clearly different quantities in one sentence, or a part and its whole: no evidence outweighs it.
NEVER = -1e6
ALWAYS = 60.0


def features(readings: Sequence[Reading], weigher: Weigher, rates: Rates = NO_RATES) -> dict[str, Matrix]:
    """Every feature of every pair: symmetric matrices by name; the names are those of WEIGHTS."""
    found: dict[str, Matrix] = {}
    found.update(of_values(readings, rates))
    found.update(of_measures(readings))
    found.update(of_kinds(readings))
    found["far"] = found["far"] * (1 - _PARTISAN * found["one side"] * found["closed same"])
    left = np.array([reading.figure.measure in _DWINDLING for reading in readings], dtype=np.float32)
    found["far"] = found["far"] * (1 - _DWINDLED * np.outer(left, left) * found["closed same"])
    rows, wide = weigher.rows(readings, near=False), weigher.rows(readings, near=True)
    found["terms"] = np.asarray((rows @ rows.T).todense(), dtype=np.float32)
    found["near"] = np.asarray((wide @ wide.T).todense(), dtype=np.float32)
    found.update(of_circumstances(readings))
    found.update({name: matrix * (1 - found["equal"]) for name, matrix in _of_wholes(readings).items()})
    found.update(of_questions(readings, found))
    found.update(of_counterparts(readings, found))
    found.update(of_neighbours(readings, found))
    return found


def _of_wholes(readings: Sequence[Reading]) -> dict[str, Matrix]:
    """Pairs of which one alone is a whole that another number is told as a part of, and those where words say so."""
    sentences = list(_by_sentence(readings).values())
    divided, named = _divided(readings, sentences), _named_wholes(readings, sentences)
    return {
        "divided": as_floats(divided[:, None] ^ divided[None, :]),
        "whole named": as_floats(named[:, None] ^ named[None, :]),
    }


def _by_sentence(readings: Sequence[Reading]) -> dict[tuple[str, int], list[int]]:
    found: dict[tuple[str, int], list[int]] = {}
    for number, reading in enumerate(readings):
        found.setdefault((reading.figure.span.report, reading.figure.sentence.start), []).append(number)
    return found


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
    divided = _divided(readings, sentences.values())
    none = np.array([reading.none for reading in readings])
    never[none[:, None] & divided[None, :]] = (
        1.0  # "none was" answers how many of the three were, not how many there are
    )
    never[divided[:, None] & none[None, :]] = 1.0
    never[_denies_itself(readings, none)] = 1.0
    parties = [reading.party for reading in readings]
    never[both_flagged(np.array([bool(party) for party in parties])) & ~same_label(parties)] = 1.0
    for together in sentences.values():
        for position, left in enumerate(together):
            for right in together[position + 1 :]:
                if not equal[left, right] and not close[left, right] and _told_apart(readings[left], readings[right]):
                    never[left, right] = never[right, left] = 1.0
    return never


def _denies_itself(readings: Sequence[Reading], none: Flags) -> Flags:
    """Pairs of a number and a "none" of one report and one source: "Four fell ill. None of them is in danger"."""
    reports = same_label([reading.figure.span.report for reading in readings])
    ends = [reading.figure.chain[-1].name.casefold() if reading.figure.chain else "" for reading in readings]
    unsaid = np.array([not end for end in ends]) & none
    firm = np.array([reading.figure.stance == "asserted" and not reading.past for reading in readings])
    one_mouth = same_label(ends) | unsaid[:, None] | unsaid[None, :]
    return np.asarray(reports & one_mouth & (none[:, None] ^ none[None, :]) & both_flagged(firm))


def _divided(readings: Sequence[Reading], sentences: Iterable[Sequence[int]]) -> Flags:
    """Which figures are wholes that another figure is a part of, by its slots or by the words between the two."""
    wholes = {(r.figure.whole, r.figure.unit) for r in readings if r.figure.relation in ("part", "remainder")}
    flags = np.array([r.figure.relation is None and (r.figure.id, r.figure.unit) in wholes for r in readings])
    return np.asarray(flags | _named_wholes(readings, sentences))


def _named_wholes(readings: Sequence[Reading], sentences: Iterable[Sequence[int]]) -> Flags:
    """Which figures the words between them and the number before make a whole: "41 of the island's 64 schools"."""
    flags = np.zeros(len(readings), dtype=bool)
    for together in sentences:
        inside = sorted(together, key=lambda number: readings[number].key)
        for left, right in itertools.pairwise(inside):
            one, other = readings[left].figure, readings[right].figure
            flags[right] |= parts_off(
                one.sentence.words[one.span.end - one.sentence.start : other.span.start - one.sentence.start]
            )
    return flags


def _told_apart(one: Reading, other: Reading) -> bool:
    """Whether one sentence gives two numbers for two things: no word of change between them, and one source."""
    first, second = (one, other) if one.figure.span.start < other.figure.span.start else (other, one)
    if "conversion" in (one.figure.relation, other.figure.relation):
        return False
    sentence = first.figure.sentence
    if first.figure.stance == "denied" or second.figure.stance == "denied" or taken_back(one.figure, other.figure):
        return False
    if parted_by_time(first.figure, second.figure) or answered(first.figure, second.figure):
        return False
    ends = [reading.figure.chain[-1].name if reading.figure.chain else None for reading in (first, second)]
    one_fate = first.figure.measure == second.figure.measure and first.figure.measure in CLOSED
    if ends[0] != ends[1] and (None not in ends or one_fate):
        return False  # "a quarter of a million marched; the police counted 42,000"
    left, right = first.figure.span.end - sentence.start, second.figure.span.start - sentence.start
    return is_rule(first.figure) or not moves(
        sentence.words[left:right], sentence.words[: first.figure.span.start - sentence.start]
    )


def joined(readings: Sequence[Reading]) -> list[tuple[int, int]]:
    """Pairs that are one question by their words: a conversion in brackets, a number said again."""
    by_id = {reading.figure.id: number for number, reading in enumerate(readings)}
    return [
        (number, by_id[reading.figure.whole])
        for number, reading in enumerate(readings)
        if reading.figure.relation in ("conversion", "restatement") and reading.figure.whole in by_id
    ]


def scores(readings: Sequence[Reading], weigher: Weigher, rates: Rates = NO_RATES) -> tuple[Matrix, Matrix]:
    """How much speaks for each pair being one question; 0 is as likely as not, NEVER rules it out.

    The second matrix has 1 where a sentence itself sets the two numbers against each other or lets one follow another.
    """
    found = features(readings, weigher, rates)
    total = np.zeros((len(readings), len(readings)), dtype=np.float32)
    for name, weight in WEIGHTS.items():
        total += np.float32(weight) * found[name]
    total[forbidden(readings, found["equal"], found["meets"]) > 0] = NEVER
    for left, right in joined(readings):
        total[left, right] = total[right, left] = ALWAYS
    return total, np.maximum(np.maximum(found["moves"], found["beside"]), found["set right"])
