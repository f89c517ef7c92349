"""In: readings of one unit family. Out: for every pair of two reports how surely each is all the other can answer."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from twosource.reconciling.cues import added
from twosource.reconciling.evidence import counted_by
from twosource.reconciling.kinds import kind, thing
from twosource.reconciling.pairs import CLOSED, WEAK, Flags, Matrix, as_floats, both_flagged, numbered, same_label
from twosource.reconciling.readings import Reading
from twosource.reconciling.units import family
from twosource.records import Figure


def of_counterparts(readings: Sequence[Reading], found: Mapping[str, Matrix]) -> dict[str, Matrix]:
    """Features "sole", of two reports' numbers of one measure and kind, and "main", of each report's first of a fate.

    A report that gives one number of dead speaks of the dead that another speaks of, whatever their numbers; of
    a report that gives three, none is the sure counterpart.
    """
    parts = found["part both"].diagonal() > 0
    plain = [_label(reading.figure, part=part) for reading, part in zip(readings, parts, strict=True)]
    kinds = [_kind(reading) for reading in readings]
    apart = (found["kind other"] > 0) | (found["kind narrower"] > 0)
    loosely = np.where(apart, 0.0, _sole(readings, plain))
    telling = np.array([reading.figure.measure.casefold() not in WEAK for reading in readings])
    sole = np.maximum(loosely, _sole(readings, list(zip(plain, kinds, strict=True)))) * both_flagged(telling)
    sole = sole * (1 + _ONLY * (sole == 1))
    return {"sole": as_floats(sole), "main": as_floats(_main(readings, parts, found))}


#: So much more it says where neither report gives any other number of the kind.
_ONLY = 0.25


def _main(readings: Sequence[Reading], parts: Flags, found: Mapping[str, Matrix]) -> Flags:
    """Pairs of the numbers that two reports give first of one fate, of people as such: the toll of the affair."""
    first: dict[tuple[str, str], object] = {}
    flags = np.zeros(len(readings), dtype=bool)
    for number in sorted(range(len(readings)), key=lambda number: readings[number].key):
        reading = readings[number]
        if not parts[number] and _is_plain(reading):
            figure = reading.figure
            value = figure.low if figure.low is not None else figure.high
            flags[number] = first.setdefault((figure.span.report, figure.measure), value) == value
    barred = np.add.reduce([found[name] for name in _NOT_MAIN]) > 0
    two = ~same_label([reading.figure.span.report for reading in readings])
    return np.asarray(both_flagged(flags) & two & (found["closed same"] > 0) & ~barred)


#: What makes a number one of something else than the affair itself.
_NOT_MAIN = ("kind narrower", "kind other", "scope other", "years apart", "place other", "place alone")


def _is_plain(reading: Reading) -> bool:
    """Whether a number of a fate is of people as such, by its own words neither a part, nor gone by, nor none."""
    figure = reading.figure
    if figure.unit != "person" or figure.measure not in CLOSED or figure.relation in ("part", "remainder"):
        return False
    told = reading.past or reading.none or added(figure.sentence, figure.span)
    return not told and kind(figure.noun)[0] == "all"


def _sole(readings: Sequence[Reading], labels: Sequence[object]) -> npt.NDArray[np.float64]:
    reports = numbered([reading.figure.span.report for reading in readings])
    values: dict[tuple[int, object], set[object]] = {}
    for report, label, reading in zip(reports, labels, readings, strict=True):
        told = values.setdefault((int(report), label), set())
        if reading.figure.relation not in ("conversion", "restatement"):
            told.add((reading.figure.low, reading.figure.high, reading.figure.unit))
    several = np.array(
        [max(1, len(values[int(report), label])) for report, label in zip(reports, labels, strict=True)], dtype=float
    )
    alike = same_label(labels) & (reports[:, None] != reports[None, :])
    return np.asarray(alike / np.outer(several, several))


def _label(figure: Figure, *, part: bool) -> object:
    counts = family(figure.unit) == "count" and figure.unit != "person"
    return figure.measure.casefold(), thing(figure.unit) if counts else family(figure.unit), part


def _kind(reading: Reading) -> str:
    (level, name), sure = counted_by(reading)
    return name if level == "strict" and sure else ""
