"""In: readings of one unit family. Out: for every pair what place, time, rate, report and neighbourhood say."""

import math
import re
from collections.abc import Sequence

import numpy as np

from twosource.reconciling.around import words_before
from twosource.reconciling.cues import added, ballot, is_norm, of_more, rate, wish
from twosource.reconciling.kinds import narrowed, thing
from twosource.reconciling.pairs import RUNNING, Flags, Matrix, as_floats, both_flagged, same_label
from twosource.reconciling.periods import Period, period
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
    wide = np.array([of_more(figure.sentence, figure.span) for figure in figures])
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
        "scope other": wide[:, None] ^ wide[None, :],
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
    return np.array(
        [
            family(f.unit) != "share" and added(f.sentence, f.span) and before.get(f.id, f.measure) == f.measure
            for f in figures
        ]
    )


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
    two = ~same_label([reading.source for reading in readings])
    return {
        "one crowd": crowd,
        "none elsewhere": persons * found["none against"] * found["place alone"],
        "one side's fate": people * found["closed same"] * found["one side"] * (1 - found["place other"]),
        "one quantity": scarce * (found["measure"] == 1),
        "equal other": other,
        "scarce": scarce,
        "equal thing": found["equal"]
        * two
        * _one_unit_of_things(figures)
        * np.prod([1 - found[n] for n in _OTHERS], axis=0),
        "terms abroad": found["terms"] * found["apart"] * (1 - found["years apart"]) * two,
        "time otherwise": found["apart"] * _other_times(figures),
    }


#: What makes an equal number, all the same, one of another year, name or standard.
_OTHERS = ("years apart", "name other", "norm other")


def _one_unit_of_things(figures: Sequence[Figure]) -> Flags:
    """Pairs of one unit that is no count of people: of these a number is seldom met twice in a story by chance."""
    things = np.array([figure.unit not in ("", "person") for figure in figures])
    return both_flagged(things) & same_label([figure.unit.casefold() for figure in figures])


def _other_times(figures: Sequence[Figure]) -> Flags:
    """Pairs of times in two units, neither given in brackets: a strike of two days, and a sitting of 19 hours."""
    times = np.array([family(figure.unit) == "[time]" and figure.relation != "conversion" for figure in figures])
    return both_flagged(times) & ~same_label([figure.unit.casefold() for figure in figures])


#: Above two to this many values of one unit nothing follows from sharing it.
_COMMON = 5.0
#: So much less does it tell that one number stands with two fates where one source gives it both times.
_ONE_SPEAKER = 0.7


def _wishes_differ(figures: Sequence[Figure]) -> Flags:
    """Pairs of an amount that is asked for and one that is held out."""
    wishes = [wish(figure.sentence, figure.span) for figure in figures]
    asked, offered = (np.array([found == kind for found in wishes]) for kind in ("demand", "offer"))
    return np.asarray((asked[:, None] & offered[None, :]) | (offered[:, None] & asked[None, :]))


#: Days that lie between two affairs rather than within one.
_LONG_AGO = 200
#: A number of so many days before its report is told for comparison with what the report is about.
_ANOTHER_AGE = 550


#: A year in the words before a number, of which a clause tells: "since 1994, when 31 died".
_YEAR_WHEN = re.compile(r"\b((?:1[5-9]|20)\d\d),?\s+(?:when|in which)\b[^.;:\d]{0,90}$")


def _year_before(figure: Figure) -> Period | None:
    told = _YEAR_WHEN.search(words_before(figure, 120))
    return period(told.group(1)) if told else None


def _of_periods(readings: Sequence[Reading]) -> dict[str, Matrix]:
    periods = [reading.period or _year_before(reading.figure) for reading in readings]
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
