"""In: a person's orders and the copies. Out: what must be together and what apart, without contradiction.

Of orders that contradict one another the later wins; a copy is with its original unless an order says otherwise.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from twosource.records import Copy, StoryOrder


class Bonds(NamedTuple):
    """Pairs of report ids that must be in one story and in two, and the copies that are not with their original."""

    together: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, str], ...]
    loose: frozenset[str]


def split_orders(reports: Sequence[str], rest: Sequence[str]) -> list[StoryOrder]:
    """The orders by which some reports of a story form a story of their own, apart from all the rest of it."""
    first, *others = sorted(set(reports))
    return [
        *(StoryOrder(kind="merge", a=first, b=other) for other in others),
        *(StoryOrder(kind="split", a=first, b=other) for other in sorted(set(rest))),
    ]


def settle_orders(orders: Sequence[StoryOrder], copies: Iterable[Copy], known: Iterable[str]) -> Bonds:
    """The bonds among known reports that follow from orders, oldest first, and from the copies that they concern."""
    ids = set(known)
    knots = _Knots()
    together: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    for order in reversed(orders):
        if order.a == order.b or not {order.a, order.b} <= ids:
            continue
        if order.kind == "merge" and knots.tie(order.a, order.b):
            together.append((order.a, order.b))
        elif order.kind == "split" and knots.part(order.a, order.b):
            apart.append((order.a, order.b))
    loose = {
        copy.report
        for copy in sorted(copies, key=lambda copy: (copy.of, copy.report))
        if copy.of in ids and not knots.tie(copy.report, copy.of)
    }
    return Bonds(tuple(sorted(together)), tuple(sorted(apart)), frozenset(loose))


class _Knots:
    """Reports tied into knots, and the knots that must stay apart."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}

    def _top(self, report: str) -> str:
        while (parent := self._parent.setdefault(report, report)) != report:
            self._parent[report] = self._parent[parent]
            report = parent
        return report

    def tie(self, one: str, other: str) -> bool:
        """Tie two knots into one, unless they must stay apart; whether they are one now."""
        one, other = self._top(one), self._top(other)
        if one == other:
            return True
        if other in self._apart.get(one, ()):
            return False
        self._parent[other] = one
        for foreign in self._apart.pop(other, set()):
            self._apart[foreign].discard(other)
            self._apart[foreign].add(one)
            self._apart.setdefault(one, set()).add(foreign)
        return True

    def part(self, one: str, other: str) -> bool:
        """Keep two knots apart, unless they are one; whether they are apart now."""
        one, other = self._top(one), self._top(other)
        if one == other:
            return False
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)
        return True
