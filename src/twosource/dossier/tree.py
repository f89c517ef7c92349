"""In: a claim's readings. Out: the drawing of how they go back, report by link by link, to their origins."""

import itertools
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import structs

from twosource.dossier import words
from twosource.dossier.view import Card, Reading

_GAP = 48
_ROW = 30
_HEIGHT = 22
_LETTER = 7.0
_BOLD = 7.9
_LONGEST = 28
_MARGIN = 6

Key = tuple[str, ...]


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A box: its place in pixels, its words (cut short, with the whole beside), and the origin it belongs to."""

    kind: str
    x: float
    y: float
    width: float
    label: str
    whole: str
    origin: int | None
    href: str | None

    @property
    def middle(self) -> float:
        """The height of the box's middle."""
        return self.y + _HEIGHT / 2


class Path(msgspec.Struct, frozen=True, kw_only=True):
    """A line from a box to the next one towards the origin."""

    d: str
    origin: int | None
    copy: bool


class Tree(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing, `width` by `height` pixels."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    paths: tuple[Path, ...]


class _Plan:
    """Boxes by key with their column, in the order in which they were first met, and the lines between them."""

    def __init__(self) -> None:
        self.columns: dict[Key, int] = {}
        self.origin: dict[Key, int | None] = {}
        self.lines: dict[tuple[Key, Key], tuple[int | None, bool]] = {}

    def box(self, key: Key, column: int, origin: int | None) -> Key:
        self.columns[key] = max(column, self.columns.get(key, 0))
        if key in self.origin and self.origin[key] != origin:
            origin = None
        self.origin[key] = origin
        return key

    def line(self, start: Key, end: Key, origin: int | None, *, copy: bool = False) -> None:
        if start != end:
            self.lines.setdefault((start, end), (origin, copy))


def tree(card: Card) -> Tree | None:
    """How a claim's readings go back to their origins; None where there is nothing to draw."""
    readings = [reading for reading in card.shown if reading.first.stance != "denied"]
    if not readings:
        return None
    plan = _plan(card, sorted(readings, key=_order))
    rows = _rows(plan)
    nodes = {key: _node(key, plan, rows[key], card) for key in plan.columns}
    left = _columns(plan, nodes)
    nodes = {key: structs.replace(node, x=left[plan.columns[key]]) for key, node in nodes.items()}
    return Tree(
        width=max(node.x + node.width for node in nodes.values()) + _MARGIN,
        height=max(node.y for node in nodes.values()) + _HEIGHT + _MARGIN,
        nodes=tuple(nodes.values()),
        paths=tuple(
            Path(d=_curve(nodes[start], nodes[end]), origin=origin, copy=copy)
            for (start, end), (origin, copy) in plan.lines.items()
        ),
    )


def _order(reading: Reading) -> tuple[int, tuple[str, ...], int]:
    return (999 if reading.origin is None else reading.origin, reading.chain[::-1], reading.source.number)


def _plan(card: Card, readings: Sequence[Reading]) -> _Plan:
    plan = _Plan()
    here = {reading.source.report.id for reading in readings}
    copied = {r.source.report.id for r in readings if r.source.copy and r.source.copy.of in here}
    depth = max(
        (len(_between(card, reading)) for reading in readings if reading.source.report.id not in copied), default=0
    )
    first = 1 if copied else 0
    last = first + depth + 1
    for reading in readings:
        report = reading.source.report.id
        if reading.source.copy and report in copied:
            start = plan.box(("report", report), 0, reading.origin)
            plan.line(
                start, plan.box(("report", reading.source.copy.of), first, reading.origin), reading.origin, copy=True
            )
            continue
        steps = [plan.box(("report", report), first, reading.origin)]
        steps += [
            plan.box(("link", name.casefold(), name), first + 1 + number, reading.origin)
            for number, name in enumerate(_between(card, reading))
        ]
        if reading.origin is None:
            steps.append(plan.box(("unknown", report, *reading.chain[-1:]), last, None))
        else:
            steps.append(plan.box(("origin", str(reading.origin)), last, reading.origin))
        for start, end in itertools.pairwise(steps):
            plan.line(start, end, reading.origin)
    return plan


def _between(card: Card, reading: Reading) -> tuple[str, ...]:
    """The links between a report and its origin: the chain without the end that is the origin itself."""
    if reading.origin is None:
        return reading.chain[:-1]
    names = {name.casefold() for name in card.claim.origins[reading.origin].names}
    chain = reading.chain
    while chain and chain[-1].casefold() in names:
        chain = chain[:-1]
    return chain


def _rows(plan: _Plan) -> dict[Key, float]:
    """The row of each box: reports one below the other, every other box level with those that lead to it."""
    rows: dict[Key, float] = {}
    columns = sorted(set(plan.columns.values()))
    reports = [key for key in plan.columns if key[0] == "report"]
    for number, key in enumerate(reports):
        rows[key] = float(number)
    for column in columns:
        boxes = [key for key, where in plan.columns.items() if where == column and key not in rows]
        wished = {key: _mean(rows[start] for start, end in plan.lines if end == key and start in rows) for key in boxes}
        free = 0.0
        for key in sorted(boxes, key=lambda key: wished[key]):
            rows[key] = max(wished[key], free)
            free = rows[key] + 1
    return rows


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0


def _node(key: Key, plan: _Plan, row: float, card: Card) -> Node:
    kind, href = key[0], None
    match kind:
        case "report":
            source = next(reading.source for reading in card.readings if reading.source.report.id == key[1])
            whole, href = f"{source.number} {source.label}", f"#r{source.number}"
        case "origin":
            whole = words.plain(card.claim.origins[int(key[1])].names[0])
        case "unknown":
            whole = f"unknown: {words.plain(key[2])}" if len(key) > 2 else "source unknown"  # noqa: PLR2004
        case _:
            whole = words.plain(key[2])
    label = whole if len(whole) <= _LONGEST else whole[: _LONGEST - 1].rstrip() + "…"
    return Node(
        kind=kind,
        x=0,
        y=round(_MARGIN + row * _ROW, 1),
        width=round(len(label) * (_BOLD if kind == "origin" else _LETTER) + 18, 1),
        label=label,
        whole=whole,
        origin=plan.origin[key],
        href=href,
    )


def _columns(plan: _Plan, nodes: dict[Key, Node]) -> dict[int, float]:
    """Where each column begins: after the widest box of the one before it."""
    left, at = {}, float(_MARGIN)
    for column in sorted(set(plan.columns.values())):
        left[column] = round(at, 1)
        at += max(node.width for key, node in nodes.items() if plan.columns[key] == column) + _GAP
    return left


def _curve(start: Node, end: Node) -> str:
    left = start.x + start.width
    bend = (end.x - left) / 2
    return (
        f"M{left:g} {start.middle:g}C{left + bend:g} {start.middle:g} {end.x - bend:g} {end.middle:g} "
        f"{end.x:g} {end.middle:g}"
    )
