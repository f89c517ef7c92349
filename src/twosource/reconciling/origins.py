"""In: the readings of one claim. Out: who first says them, how many are independent of each other, and the evidence."""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec import structs

from twosource.reconciling.circle import Circle
from twosource.reconciling.readings import Reading
from twosource.reconciling.rulings import edge_between
from twosource.reconciling.ties import merge
from twosource.reconciling.trails import Trail
from twosource.reconciling.unknown import voices_unknown
from twosource.records import Edge, Origin


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """The origins of a claim, and for each reading (by figure id) the numbers of its origins in that list.

    `shared` says why reports of unknown origin are fewer voices than they are reports.
    """

    origins: tuple[Origin, ...]
    of: Mapping[str, tuple[int, ...]]
    independent: int
    at_most: int
    shared: tuple[Edge, ...] = ()


def origins(readings: Sequence[Reading], circle: Circle, silent: frozenset[str] = frozenset()) -> Counted:
    """Count the independent origins of one claim's readings.

    `silent` are ids of readings that bring none (denied, or doubted and contradicted). `independent` counts the known
    origins, `at_most` adds a voice for every report whose reading has no known one.
    """
    trail = Trail(readings, circle)
    ends = {reading.figure.id: trail.ends(reading) for reading in readings}
    whole = ends
    if circle.ruled.cut:  # what an original names does not shrink for its copies where a person cuts an edge of it
        uncut = Trail(readings, structs.replace(circle, ruled=structs.replace(circle.ruled, cut=frozenset())))
        whole = {reading.figure.id: (*ends[reading.figure.id], *uncut.ends(reading)) for reading in readings}
    named = _as_copied(readings, ends, whole)
    edges = trail.edges
    heard = [reading for reading in readings if reading.figure.id not in silent]
    names = sorted({name for reading in readings for name in named[reading.figure.id]})
    group = merge(names, readings, named, circle, edges)
    numbers: dict[str, int] = {}
    for reading in heard:
        for name in named[reading.figure.id]:
            numbers.setdefault(group[name], len(numbers))
    of = {
        reading.figure.id: tuple(
            sorted({numbers[group[name]] for name in named[reading.figure.id] if group[name] in numbers})
        )
        for reading in readings
    }
    more, shared = voices_unknown(
        [reading for reading in heard if not named[reading.figure.id]],
        [reading for reading in heard if named[reading.figure.id]],
        named,
        circle,
    )
    every = [*edges.values(), *(_copy(reading) for reading in readings if reading.copied)]
    made = tuple(
        _origin(root, [name for name in names if group[name] == root], heard, named, every) for root in numbers
    )
    return Counted(origins=made, of=of, independent=len(made), at_most=len(made) + more, shared=shared)


def _as_copied(
    readings: Sequence[Reading], named: Mapping[str, tuple[str, ...]], whole: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """The ends of each reading's chain; a copy has those of the same number in the report that it copies.

    `whole` has also the ends that are `named` no more since a person cut an edge.
    """
    own: dict[object, set[str]] = {}
    known: dict[object, set[str]] = {}
    for reading in readings:
        if not reading.copied:
            own.setdefault(_printed(reading), set()).update(named[reading.figure.id])
            known.setdefault(_printed(reading), set()).update(whole[reading.figure.id])
    result = dict(named)
    for reading in readings:
        first = own.get(_printed(reading)) if reading.copied else None
        if first is not None and not known[_printed(reading)].issuperset(named[reading.figure.id]):
            result[reading.figure.id] = tuple(sorted(first))
    return result


def _printed(reading: Reading) -> tuple[object, ...]:
    """What a report prints: the number, and whether it stands by it."""
    figure = reading.figure
    return reading.source, figure.low, figure.high, figure.unit, figure.stance


def _origin(
    root: str,
    names: list[str],
    heard: Sequence[Reading],
    named: Mapping[str, tuple[str, ...]],
    edges: Sequence[Edge],
) -> Origin:
    figures = [reading.figure for reading in heard if set(named[reading.figure.id]) & set(names)]
    told = {name for figure in figures for name in named[figure.id]}
    known = tuple(dict.fromkeys([root, *(name for name in names if name in told)]))
    inside = {*names, *(figure.span.report for figure in figures), *(link.name for f in figures for link in f.chain)}
    used = [edge for edge in edges if edge.a in inside and (edge.b in names or edge.why == "copy")]
    return Origin(
        names=tuple(name for name in known if name in told) or known,
        figures=tuple(figure.id for figure in figures),
        edges=tuple({edge.id: edge for edge in sorted(used, key=lambda edge: edge.id)}.values()),
    )


def _copy(reading: Reading) -> Edge:
    """Why a copy's reading is no voice of its own."""
    report = reading.figure.span.report
    detail = f"{report} is the text of {reading.source}"
    return edge_between(report, reading.source, "copy", (reading.figure.span,), detail)
