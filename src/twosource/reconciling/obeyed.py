"""In: clusters of readings, and a person's orders. Out: the clusters, readings joined, parted and moved as bidden."""

from collections.abc import Sequence

from twosource.reconciling.readings import Reading
from twosource.records import JoinReadings, MoveReading, Order, PartReadings


def obey(clusters: Sequence[Sequence[Reading]], orders: Sequence[Order]) -> list[list[Reading]]:
    """The clusters as a person's orders change them, one after the other, so that the later holds.

    Every reading stays in exactly one cluster, and each cluster in the order of the text. An order that names a figure
    which is not there changes nothing.
    """
    kept = [list(cluster) for cluster in clusters]
    home = {reading.figure.id: number for number, cluster in enumerate(kept) for reading in cluster}
    for order in orders:
        match order:
            case JoinReadings():
                _move(kept, home, _all(kept, home, order.b), order.a)
            case MoveReading():
                _move(kept, home, [order.figure], order.to)
            case PartReadings():
                kept.append([])
                for name in order.figures:
                    _put(kept, home, name, len(kept) - 1)
            case _:
                pass
    return [sorted(cluster, key=lambda reading: reading.key) for cluster in kept if cluster]


def _all(kept: list[list[Reading]], home: dict[str, int], figure: str) -> list[str]:
    """The figures of the cluster that holds a figure."""
    return [reading.figure.id for reading in kept[home[figure]]] if figure in home else []


def _move(kept: list[list[Reading]], home: dict[str, int], figures: Sequence[str], to: str) -> None:
    if to in home:
        for name in figures:
            _put(kept, home, name, home[to])


def _put(kept: list[list[Reading]], home: dict[str, int], figure: str, number: int) -> None:
    if figure not in home or home[figure] == number:
        return
    moved = [reading for reading in kept[home[figure]] if reading.figure.id == figure]
    kept[home[figure]] = [reading for reading in kept[home[figure]] if reading.figure.id != figure]
    kept[number] += moved
    home[figure] = number
