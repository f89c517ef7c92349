"""In: relations of casualties to their dead and injured. Out: the same, with the sum of one report told as derived."""

from collections.abc import Mapping, Sequence

from msgspec import structs

from twosource.reconciling.readings import Reading
from twosource.records import Claim, Relation
from twosource.text.telling import bounds

_PARTS = ("killed", "injured")


def with_sums(
    related: Sequence[Relation], claims: Sequence[Claim], readings: Mapping[str, Reading]
) -> tuple[Relation, ...]:
    """Tell where a report's dead and injured, added up, stand to the casualties that another gives.

    "Killed 300 and wounded 2,700" may be compared with "3,000 casualties"; nobody said the sum: it is called derived.
    It is made only of two numbers of one report and one chain, and it is never a reading of any claim.
    """
    of = {claim.id: [readings[name] for name in claim.figures] for claim in claims}
    pairs: dict[str, dict[str, str]] = {}
    for relation in related:
        measures = [_measure(of[name]) for name in (relation.a, relation.b)]
        if relation.why == "other measure" and measures[0] == "casualties" and measures[1] in _PARTS:
            pairs.setdefault(relation.a, {})[measures[1]] = relation.b
    told = {
        whole: _told(of[whole], *(of[parts[name]] for name in _PARTS))
        for whole, parts in pairs.items()
        if len(parts) > 1
    }
    return tuple(
        structs.replace(relation, detail=f"{relation.detail}; {told[relation.a]}")
        if told.get(relation.a) and relation.b == pairs[relation.a]["killed"]
        else relation
        for relation in related
    )


def _measure(readings: Sequence[Reading]) -> str:
    names = sorted(reading.figure.measure for reading in readings)
    return max(names, key=names.count)


def _told(whole: Sequence[Reading], dead: Sequence[Reading], hurt: Sequence[Reading]) -> str:
    """The sum of the first report that gives both by one chain, in words; "" where none does."""
    for one in sorted(dead, key=lambda reading: reading.key):
        for other in sorted(hurt, key=lambda reading: reading.key):
            if _who(one) != _who(other) or one.figure.span.report != other.figure.span.report:
                continue
            low = _sum(one.figure.low, other.figure.low)
            high = _sum(one.figure.high, other.figure.high)
            if low is None and high is None:
                continue
            met = any(_meets(low, high, reading) for reading in whole)
            return (
                f"the {bounds(one.figure.low, one.figure.high)} killed and"
                f" {bounds(other.figure.low, other.figure.high)} injured that one report gives add up to"
                f" {bounds(low, high)}, a derived sum that nobody gives;"
                f" it {'meets' if met else 'does not meet'} the casualties told"
            )
    return ""


def _who(reading: Reading) -> tuple[str, ...]:
    return tuple(link.name.casefold() for link in reading.figure.chain)


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def _meets(low: float | None, high: float | None, reading: Reading) -> bool:
    least, most = reading.figure.low, reading.figure.high
    return (most is None or low is None or low <= most) and (least is None or high is None or least <= high)
