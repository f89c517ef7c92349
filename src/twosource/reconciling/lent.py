"""In: clusters of readings. Out: the same; where a reading's words do not tell its unit or measure, the others' do."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from msgspec import structs

from twosource.reconciling.headless import is_telling
from twosource.reconciling.pairs import WEAK
from twosource.reconciling.readings import Reading
from twosource.records import Figure, Mentions

_SEVERAL, _LARGE = 2, 1000
Bounds = tuple[float | None, float | None]


def settle(clusters: Sequence[Sequence[Reading]]) -> list[list[Reading]]:
    """Give each reading without a unit that of its cluster, and each without a measure of its own the cluster's.

    Copies say nothing of their own. A measure lent by a figure before gives way to one that at least two readings tell
    in their own words. So does a word that says nothing ("number"), but not of a small number, which is met twice by
    chance; what a clause says itself by a word that is no usual fate only where one of them gives the same number.
    """
    return [_settled(cluster) for cluster in clusters]


def _settled(cluster: Sequence[Reading]) -> list[Reading]:
    if len(cluster) == 1:
        return list(cluster)
    units = Counter(reading.figure.unit for reading in cluster if reading.figure.unit and not reading.copied)
    told = Counter(
        reading.figure.measure
        for reading in cluster
        if not reading.copied and not reading.figure.lent and reading.figure.measure not in WEAK
    )
    unit, (measure, several) = _first(units)[0], _first(told)
    if several < _SEVERAL:
        measure = ""
    numbers = {
        (reading.figure.low, reading.figure.high)
        for reading in cluster
        if reading.figure.measure == measure and not reading.figure.lent
    }
    return [_with(reading, unit, measure, numbers) for reading in cluster]


def _first(counts: Mapping[str, int]) -> tuple[str, int]:
    """The label most often told and how often; of labels told equally often the first by letters; "" of none."""
    if not counts:
        return "", 0
    return min(counts.items(), key=lambda item: (-item[1], item[0]))


def _with(reading: Reading, unit: str, measure: str, numbers: Collection[Bounds]) -> Reading:
    figure = reading.figure
    changed: dict[str, str] = {}
    if not figure.unit and unit:
        changed["unit"] = unit
    silent = figure.measure in WEAK or (figure.lent and (figure.low, figure.high) in numbers)
    telling = is_telling(figure) or (figure.low or figure.high or 0.0) >= _LARGE
    if measure and measure != figure.measure and ((figure.lent and figure.leaning) or (silent and telling)):
        changed["measure"] = measure
    if not changed:
        return reading
    return structs.replace(reading, figure=structs.replace(figure, read=(figure.unit, figure.measure), **changed))


def as_read(mentions: Sequence[Mentions]) -> list[Mentions]:
    """The mentions as their own reports give them: what an earlier reconciling lent is taken back."""

    def own(figure: Figure) -> Figure:
        if figure.read is None:
            return figure
        unit, measure = figure.read
        return structs.replace(figure, unit=unit, measure=measure, read=None)

    return [structs.replace(one, figures=tuple(map(own, one.figures))) for one in mentions]


def with_settled(mentions: Sequence[Mentions], readings: Sequence[Reading]) -> list[Mentions]:
    """The mentions with the units and measures of the readings."""
    known = {reading.figure.id: reading.figure for reading in readings}

    def told(figure: Figure) -> Figure:
        other = known.get(figure.id, figure)
        if other.read is None:
            return figure
        return structs.replace(figure, unit=other.unit, measure=other.measure, read=(figure.unit, figure.measure))

    return [structs.replace(one, figures=tuple(map(told, one.figures))) for one in mentions]
