"""In: readings of one unit family. Out: for every pair of two reports how surely each is all the other can answer."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from twosource.reconciling.evidence import counted_by
from twosource.reconciling.kinds import thing
from twosource.reconciling.pairs import WEAK, Matrix, as_floats, both_flagged, numbered, same_label
from twosource.reconciling.readings import Reading
from twosource.reconciling.units import family
from twosource.records import Figure


def of_counterparts(readings: Sequence[Reading], found: Mapping[str, Matrix]) -> dict[str, Matrix]:
    """The feature "sole": two reports' numbers of one measure and kind, the fewer of these each report gives the more.

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
    return {"sole": as_floats(sole)}


#: So much more it says where neither report gives any other number of the kind.
_ONLY = 0.25


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
