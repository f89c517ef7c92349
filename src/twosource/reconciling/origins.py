"""In: the readings of one claim. Out: who first says them, how many are independent of each other, and the evidence."""

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from twosource.reconciling.circle import Circle
from twosource.reconciling.joint import parts, shares_head
from twosource.reconciling.meant import may_mean
from twosource.reconciling.readings import Reading, bounds
from twosource.reconciling.rulings import edge_id, pair
from twosource.reconciling.sources import (
    house,
    is_paper,
    is_press,
    is_reporter,
    nobody,
    prints,
    words_of,
)
from twosource.reconciling.units import comparable
from twosource.reconciling.unknown import voices_unknown
from twosource.records import Edge, EdgeWhy, Link, Origin, Span
from twosource.text.bodies import without_document

#: How many reports that give the same number are asked whose word it is.
_MOST = 8


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
    trail = _Trail(readings, circle)
    named = _as_copied(readings, {reading.figure.id: trail.ends(reading) for reading in readings})
    edges = trail.edges
    heard = [reading for reading in readings if reading.figure.id not in silent]
    names = sorted({name for reading in readings for name in named[reading.figure.id]})
    group = _merge(names, readings, named, circle, edges)
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


def _as_copied(readings: Sequence[Reading], named: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The ends of each reading's chain; a copy has those of the same number in the report that it copies."""
    own: dict[object, set[str]] = {}
    for reading in readings:
        if not reading.copied:
            own.setdefault(
                (reading.source, reading.figure.low, reading.figure.high, reading.figure.unit), set()
            ).update(named[reading.figure.id])
    result = dict(named)
    for reading in readings:
        figure = reading.figure
        first = own.get((reading.source, figure.low, figure.high, figure.unit))
        if reading.copied and first is not None and not first.issuperset(named[figure.id]):
            result[figure.id] = tuple(sorted(first))
    return result


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
    return _edge(report, reading.source, "copy", (reading.figure.span,), detail)


class _Trail:
    """Follows chains to their ends through the readings of one claim, and keeps the edges it went along."""

    def __init__(self, everyone: Sequence[Reading], circle: Circle) -> None:
        self._sourced = [r for r in everyone if r.figure.chain and r.figure.stance != "denied"]
        self._circle = circle
        self._papers = sorted(set(circle.outlets.values()))
        self._passes_on: dict[tuple[str, str], bool] = {}
        self._known: dict[tuple[object, ...], tuple[str, ...]] = {}
        self.edges: dict[str, Edge] = {}

    def ends(self, reading: Reading) -> tuple[str, ...]:
        """The furthest known ends of a reading's chain, followed through the other reports where it stops short."""
        chain = list(reading.figure.chain)
        while chain:
            link = chain.pop()
            if nobody(link):
                followed = self._follow(chain[-1], reading) if chain else ()
                if followed:
                    return followed
                if chain and self._is_outlet(chain[-1]):
                    return ()
                continue
            if len(self._parts(link.name)) > 1:
                return self._parts(link.name)
            if self._is_outlet(link):
                return self._follow(link, reading) or (() if is_press(link.name) else (link.name,))
            return self._parts(house(link.name) or _whose(link, chain))
        return ()

    def _parts(self, name: str) -> tuple[str, ...]:
        """The bodies of a joint attribution; one where the story knows no half of it by itself."""
        found = parts(name)
        known = self._circle.known
        if len(found) == 1 or not known or shares_head(name):
            return found
        halves = [half.casefold().removeprefix("the ") for half in found]
        return found if any(half in known for half in halves) else (name,)

    def _is_outlet(self, link: Link) -> bool:
        key = link.name, link.kind
        if key not in self._passes_on:
            printed = any(_one_name(link.name, outlet) for outlet in self._papers) and not is_reporter(link.name)
            self._passes_on[key] = printed or prints(link)
        return self._passes_on[key]

    def _follow(self, link: Link, reading: Reading) -> tuple[str, ...]:
        """Whose word an outlet passes on: its own report's chain, else that of the same number elsewhere."""
        if not self._is_outlet(link):
            return ()
        figure = reading.figure
        key = link.name, figure.low, figure.high, figure.unit, figure.span.report
        if key not in self._known:
            self._known[key] = ()  # a word that goes round in a circle ends nowhere
            self._known[key] = self._ask(link, reading)
        return self._known[key]

    def _ask(self, link: Link, reading: Reading) -> tuple[str, ...]:
        here = reading.figure.span.report
        others = [other for other in self._sourced if other.figure.span.report != here]
        others.sort(key=lambda other: not _printed_by(link, other, self._circle))
        asked = 0
        for other in others:
            if asked == _MOST:
                break
            if not _same_number(reading, other, self._circle):
                continue
            asked += 1
            found = tuple(name for name in self.ends(other) if not _one_name(link.name, name))
            edge = _edge(link.name, found[0], "named", (reading.figure.span, other.figure.span)) if found else None
            if edge is not None and edge.id not in self._circle.ruled.cut:
                self.edges[edge.id] = edge
                return found
        return ()


def _whose(link: Link, before: Sequence[Link]) -> str:
    """A document's name with its owner's where it names none itself: "briefings" are of somebody."""
    name = link.name
    if name[:1].isupper() or not before or any(word[:1].isupper() for word in name.split()):
        return name
    words = before[-1].name.split()
    owner = [word for word in words if word[:1].isupper()]
    adjective = owner and before[-1].kind != "person" and len(owner) < len(words)
    return f"{' '.join(owner)} {name}" if adjective else name


def _one_name(name: str, outlet: str) -> bool:
    one, other = words_of(name), words_of(outlet)
    return bool(one and other and (one <= other or other <= one))


def _printed_by(link: Link, other: Reading, circle: Circle) -> bool:
    outlet = circle.outlets.get(other.figure.span.report)
    return outlet is not None and _one_name(link.name, outlet)


def _same_number(one: Reading, other: Reading, circle: Circle) -> bool:
    unit = one.figure.unit
    if not comparable(unit, other.figure.unit, circle.rates):
        return False
    left, right = bounds(one, unit, circle.rates), bounds(other, unit, circle.rates)
    ends = [(a, b) for a in (left.low, left.high) for b in (right.low, right.high) if math.isfinite(a + b)]
    return left.meets(right) and any(abs(a - b) <= 0.02 * abs(b) for a, b in ends)


def _edge(a: str, b: str, why: EdgeWhy, evidence: tuple[Span, ...], detail: str = "") -> Edge:
    return Edge(id=edge_id(a, b, why), a=a, b=b, why=why, evidence=evidence, detail=detail)


def _merge(
    names: Sequence[str],
    readings: Sequence[Reading],
    named: Mapping[str, tuple[str, ...]],
    circle: Circle,
    edges: dict[str, Edge],
) -> dict[str, str]:
    """For every name the name that stands for its body."""
    root = {name: name for name in names}

    def find(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    said = {name: [reading for reading in readings if name in named[reading.figure.id]] for name in names}
    pairs = sorted(itertools.combinations(names, 2), key=lambda two: pair(*two) not in circle.joined)
    for one, other in pairs:
        edge = _put_together(one, other, said, circle)
        if edge is None and not circle.ruled.severed(one, other, *_TIES):
            edge = _tie(one, other, said, circle)
        if edge is not None and edge.why != "joined" and circle.ruled.apart:
            mine, theirs = ([name for name in names if find(name) == find(end)] for end in (one, other))
            if any(circle.ruled.are_apart(*two) for two in itertools.product(mine, theirs)):
                continue
        if edge is not None:
            edges[edge.id] = edge
            first, second = sorted((find(one), find(other)), key=lambda name: (_rank(name, said), name))
            root[second] = first
    return {name: find(name) for name in names}


#: Why two names are one origin by the rules: a pair that a person has cut for one is not tied for the other.
_TIES: tuple[EdgeWhy, ...] = ("same root", "organ of")


def _put_together(one: str, other: str, said: Mapping[str, list[Reading]], circle: Circle) -> Edge | None:
    """The edge of two names that a person has put together."""
    if pair(one, other) not in circle.joined or edge_id(one, other, "joined") in circle.ruled.cut:
        return None
    return _edge(one, other, "joined", _first_said(one, other, said), "put together by a person")


def _first_said(one: str, other: str, said: Mapping[str, list[Reading]]) -> tuple[Span, ...]:
    return tuple(readings[0].figure.span for readings in (said[one], said[other]) if readings)


def _rank(name: str, said: Mapping[str, list[Reading]]) -> tuple[int, int]:
    """The name to stand for a body first: the one said most, the longer one."""
    return -len(said[name]), -len(name)


def _tie(one: str, other: str, said: Mapping[str, list[Reading]], circle: Circle) -> Edge | None:
    evidence = _first_said(one, other, said)
    if circle.bodies.same(one, other):
        return _edge(one, other, "same root", evidence, f"“{one}” and “{other}” name one body")
    paper = _paper_of(one, other, said) or _paper_of(other, one, said)
    if paper is not None:
        detail = f"“{one}” and “{other}” stand in one chain"
        return _edge(one, other, "organ of", (paper.figure.span, *evidence), detail)
    if _one_count(said[one], said[other], circle) and _role_fits(one, other, said):
        detail = f"“{one}” and “{other}” give one number, and one is named by its role alone"
        return _edge(one, other, "same root", evidence, detail)
    reason = circle.bodies.family(one, other)
    if reason and (not _by_government(reason) or _one_series(said[one], said[other], circle)):
        return _edge(one, other, "organ of", evidence, reason)
    return None


def _paper_of(paper: str, owner: str, said: Mapping[str, list[Reading]]) -> Reading | None:
    """The reading in whose chain `paper`, a document named by its kind alone, stands directly behind `owner`."""
    if not is_paper(paper):
        return None
    for reading in said[paper]:
        chain = reading.figure.chain
        for before, link in itertools.pairwise(chain):
            if link.name == paper and before.name == owner and before.kind != "person":
                return reading
    return None


def _role_fits(one: str, other: str, said: Mapping[str, list[Reading]]) -> bool:
    """Whether one is named by its role alone ("the company") and the other may be who is meant, not in one report."""
    for role, name in ((one, other), (other, one)):
        if may_mean(without_document(role) or role, name):
            return not _naming(role, said[role]) & _naming(name, said[name])
    return False


def _naming(name: str, readings: Iterable[Reading]) -> set[str]:
    """The reports whose own chains have the name, not those whose outlet was followed to it."""
    return {r.figure.span.report for r in readings if any(name in link.name for link in r.figure.chain)}


def _by_government(reason: str) -> bool:
    return "bodies of one government" in reason.casefold()


def _one_count(left: Iterable[Reading], right: Iterable[Reading], circle: Circle) -> bool:
    """Whether two bodies of one government pass on one count rather than give each its own."""
    ours, theirs = _distinct(left), _distinct(right)
    return any(_same_number(one, other, circle) for one in ours for other in theirs)


def _one_series(left: Iterable[Reading], right: Iterable[Reading], circle: Circle) -> bool:
    """Whether two bodies of one government pass on one count, or one count as it went on from day to day.

    Each gives its own where they differ for one moment.
    """
    ours, theirs = list(left), list(right)
    if _one_count(ours, theirs, circle):
        return True
    days = {reading.moment for reading in (*ours, *theirs)}
    if None in days or not ours or not theirs:
        return False
    return {reading.moment for reading in ours}.isdisjoint(reading.moment for reading in theirs)


def _distinct(readings: Iterable[Reading]) -> list[Reading]:
    """One reading for each number and wording."""
    found: dict[object, Reading] = {}
    for reading in readings:
        figure = reading.figure
        found.setdefault((figure.low, figure.high, figure.unit, figure.about, figure.relation), reading)
    return list(found.values())
