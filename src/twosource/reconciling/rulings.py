"""In: a person's orders. Out: what they say of edges, origins and names, and a story's bodies as they make them."""

import functools
import itertools
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from twosource.reconciling.name_lookup import bare
from twosource.reconciling.sources import Bodies
from twosource.records import (
    Copy,
    CutEdge,
    DifferentNames,
    Edge,
    EdgeWhy,
    Identity,
    JoinOrigins,
    Order,
    SameName,
    Span,
    content_id,
)
from twosource.text.folding import fold

Pair = tuple[str, str]


class Rulings(msgspec.Struct, frozen=True, kw_only=True):
    """Orders laid out for asking. Names are folded and without article, the two of a pair in alphabetical order.

    `same` gives for each name that was put together with others all of them, itself first as worded.
    """

    cut: frozenset[str] = frozenset()
    joined: tuple[JoinOrigins, ...] = ()
    same: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    apart: frozenset[Pair] = frozenset()

    def are_apart(self, a: str, b: str) -> bool:
        """Whether a person has said that two names are not of one body."""
        return bool(self.apart) and any(
            pair(one, other) in self.apart for one in self.alike(a) for other in self.alike(b)
        )

    def are_same(self, a: str, b: str) -> bool:
        """Whether a person has said, over however many names, that two are of one body."""
        return bare(b) in map(bare, self.same.get(bare(a), ()))

    def alike(self, name: str) -> tuple[str, ...]:
        """The name and all that were put together with it."""
        return self.same.get(bare(name), (name,))

    def severed(self, a: str, b: str, *kinds: EdgeWhy) -> bool:
        """Whether an edge of one of these kinds between two ends was cut."""
        return bool(self.cut) and any(edge_id(a, b, why) in self.cut for why in kinds)

    def joined_in(self, claim: Iterable[str]) -> frozenset[Pair]:
        """The pairs of origins that count as one in a claim, of which the id and those of its figures are given."""
        inside = set(claim)
        return frozenset(
            pair(order.a, order.b) for order in self.joined if order.claim is None or order.claim in inside
        )


NO_RULINGS = Rulings()


def pair(a: str, b: str) -> Pair:
    """Two names as a key that hangs neither on their order nor on their case."""
    one, other = sorted((bare(a), bare(b)))
    return one, other


def edge_id(a: str, b: str, why: EdgeWhy) -> str:
    """The id of an edge: made of its two ends and its kind, whichever claim it is in."""
    return content_id(*sorted((a, b)), why)


def edge_between(a: str, b: str, why: EdgeWhy, evidence: tuple[Span, ...], detail: str = "") -> Edge:
    """Why two ends count as one, with an id that is made of the ends and the kind alone."""
    return Edge(id=edge_id(a, b, why), a=a, b=b, why=why, evidence=evidence, detail=detail)


def rulings(orders: Sequence[Order]) -> Rulings:
    """Lay out orders. Of two orders that say the opposite of the same two names the later holds."""
    names: dict[Pair, Order] = {}
    cut: set[str] = set()
    joined: dict[tuple[Pair, str], JoinOrigins] = {}
    for order in orders:
        match order:
            case CutEdge():
                cut.add(order.edge)
            case JoinOrigins():
                joined[pair(order.a, order.b), order.claim or ""] = order
            case SameName() | DifferentNames():
                names[pair(order.a, order.b)] = order
    together = [order for _, order in sorted(names.items()) if isinstance(order, SameName)]
    return Rulings(
        cut=frozenset(cut),
        joined=tuple(joined[key] for key in sorted(joined)),
        same=_classes(together),
        apart=frozenset(key for key, order in names.items() if isinstance(order, DifferentNames)),
    )


def _classes(together: Sequence[SameName]) -> dict[str, tuple[str, ...]]:
    """For each name all that are one with it over the orders, itself first."""
    groups: list[set[str]] = []
    for order in together:
        mine = [group for group in groups if {bare(order.a), bare(order.b)} & set(map(bare, group))]
        groups = [group for group in groups if group not in mine] + [{order.a, order.b}.union(*mine)]
    return {
        bare(name): (name, *sorted(other for other in group if bare(other) != bare(name)))
        for group in groups
        for name in sorted(group)
    }


class Ruled:
    """The bodies of a story with a person's word on which of them are one, which stands above all rules."""

    def __init__(self, bodies: Bodies, ruled: Rulings) -> None:
        """Take bodies as the rules see them."""
        self._bodies = bodies
        self._ruled = ruled

    def same(self, a: str, b: str) -> bool:
        """Whether both names are of one person or body."""
        if not self._ruled.same and not self._ruled.apart:
            return self._bodies.same(a, b)
        if self._ruled.are_apart(a, b):
            return False
        return self._ruled.are_same(a, b) or any(self._bodies.same(one, other) for one, other in self._pairs(a, b))

    def family(self, a: str, b: str) -> str | None:
        """Why the two speak as one, or None."""
        if not self._ruled.same and not self._ruled.apart:
            return self._bodies.family(a, b)
        if self._ruled.are_apart(a, b):
            return None
        if self._ruled.are_same(a, b):
            return f"a person has said that “{a}” and “{b}” are one"
        reasons = (self._bodies.family(one, other) for one, other in self._pairs(a, b))
        return next((reason for reason in reasons if reason), None)

    def canonical(self, name: str) -> str:
        """The name to show: of names that a person put together the fullest; one that was told apart keeps its own."""
        names = [self._bodies.canonical(one) for one in self._ruled.alike(name)]
        if len(names) == 1 and self._ruled.are_apart(name, names[0]):
            return name
        return max(sorted(names), key=_fullness)

    def _pairs(self, a: str, b: str) -> Iterable[Pair]:
        return itertools.product(self._ruled.alike(a), self._ruled.alike(b))


def _fullness(name: str) -> tuple[int, int]:
    return len(name.split()), len(name)


def ruled_names(identities: Sequence[Identity], ruled: Rulings) -> tuple[Identity, ...]:
    """The persons, bodies and places with those joined or told apart that a person has named.

    A name told apart leaves the one it was taken for; a name that no report has adds nobody.
    """
    if not ruled.same and not ruled.apart:
        return tuple(identities)
    done: list[Identity] = []
    for one in (part for whole in identities for part in _split(whole, ruled)):
        hosts = [other for other in done if _put_together(one, other, ruled)]
        done = [other for other in done if other not in hosts] + [functools.reduce(_joined, hosts, one)]
    return tuple(sorted(done, key=lambda one: (fold(one.name), one.name)))


def _split(one: Identity, ruled: Rulings) -> list[Identity]:
    """An identity without the forms that were told apart from its name, or from each other; and each of these."""
    kept, gone = [one.name], list[str]()
    for form in one.also:
        (gone if any(ruled.are_apart(form, other) for other in kept) else kept).append(form)
    whole = Identity(name=one.name, kind=one.kind, also=tuple(kept[1:]))
    return [whole, *(Identity(name=form, kind=one.kind) for form in gone)]


def _put_together(one: Identity, other: Identity, ruled: Rulings) -> bool:
    return any(ruled.are_same(a, b) for a in (one.name, *one.also) for b in (other.name, *other.also))


def _joined(one: Identity, other: Identity) -> Identity:
    name = max(sorted((one.name, other.name)), key=_fullness)
    kind = one.kind if name == one.name else other.kind
    also = {one.name, *one.also, other.name, *other.also} - {name}
    return Identity(name=name, kind=kind, also=tuple(sorted(also)))


def standing(copies: Sequence[Copy], roots: Mapping[str, str], ruled: Rulings) -> list[Copy]:
    """The copies without those whose edge to the report copied, or to the first of the row, a person has cut."""
    return [
        copy
        for copy in copies
        if not ruled.severed(copy.report, copy.of, "copy")
        and not ruled.severed(copy.report, roots.get(copy.report, copy.of), "copy")
    ]
