"""In: the ends of a claim's chains. Out: which of them are one origin, and the edges that say why."""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

from twosource.reconciling.circle import Circle
from twosource.reconciling.meant import may_mean
from twosource.reconciling.readings import Reading
from twosource.reconciling.rulings import edge_between, edge_id, pair
from twosource.reconciling.same import meet, one_count, one_series, set_against
from twosource.reconciling.sources import is_paper
from twosource.records import Edge, EdgeWhy, Span
from twosource.text.bodies import individual, without_document


def merge(
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
    pairs = sorted(
        itertools.combinations(names, 2), key=lambda two: not circle.joined or pair(*two) not in circle.joined
    )
    tied = [(one, other, edge) for one, other in pairs if (edge := _edge(one, other, said, circle)) is not None]
    for one, other, edge in sorted(tied, key=lambda row: by_government(row[2].detail)):  # these hang on who is who
        mine, theirs = ([name for name in names if find(name) == find(end)] for end in (one, other))
        if _kept_apart(edge, mine, theirs, said, circle):
            continue
        edges[edge.id] = edge
        first, second = sorted((find(one), find(other)), key=lambda name: (_rank(name, said), name))
        root[second] = first
    return {name: find(name) for name in names}


def _edge(one: str, other: str, said: Mapping[str, list[Reading]], circle: Circle) -> Edge | None:
    """Why two names are one origin, by a person's word or by the rules; None where they are not."""
    edge = _put_together(one, other, said, circle)
    if edge is None and not circle.ruled.severed(one, other, *_TIES):
        edge = _tie(one, other, said, circle)
    return edge


def _kept_apart(
    edge: Edge, mine: Sequence[str], theirs: Sequence[str], said: Mapping[str, list[Reading]], circle: Circle
) -> bool:
    """Whether two groups of names are not to be one for an edge.

    A person says so, or they are bodies of one government and a report sets their numbers against each other.
    """
    if edge.why == "joined" or set(mine) & set(theirs):
        return False
    if circle.ruled.apart and any(circle.ruled.are_apart(*two) for two in itertools.product(mine, theirs)):
        return True
    ours, others = ([reading for name in side for reading in said[name]] for side in (mine, theirs))
    return by_government(edge.detail) and set_against(ours, others, circle)


#: Why two names are one origin by the rules: a pair that a person has cut for one is not tied for the other.
_TIES: tuple[EdgeWhy, ...] = ("same root", "organ of")


def _put_together(one: str, other: str, said: Mapping[str, list[Reading]], circle: Circle) -> Edge | None:
    """The edge of two names that a person has put together."""
    if not circle.joined or pair(one, other) not in circle.joined or edge_id(one, other, "joined") in circle.ruled.cut:
        return None
    return edge_between(one, other, "joined", _first_said(one, other, said), "put together by a person")


def _first_said(one: str, other: str, said: Mapping[str, list[Reading]]) -> tuple[Span, ...]:
    return tuple(readings[0].figure.span for readings in (said[one], said[other]) if readings)


def _rank(name: str, said: Mapping[str, list[Reading]]) -> tuple[int, int]:
    """The name to stand for a body first: the one said most, the longer one."""
    return -len(said[name]), -len(name)


def _tie(one: str, other: str, said: Mapping[str, list[Reading]], circle: Circle) -> Edge | None:
    evidence = _first_said(one, other, said)
    if circle.bodies.same(one, other):
        return edge_between(one, other, "same root", evidence, f"“{one}” and “{other}” name one body")
    paper = _paper_of(one, other, said, circle) or _paper_of(other, one, said, circle)
    if paper is not None:
        detail = f"“{one}” and “{other}” stand in one chain"
        return edge_between(one, other, "organ of", (paper.figure.span, *evidence), detail)
    if one_count(said[one], said[other], circle) and _role_fits(one, other, said, circle):
        detail = f"“{one}” and “{other}” give one number, and one is named by its role alone"
        return edge_between(one, other, "same root", evidence, detail)
    reason = circle.bodies.family(one, other)
    if reason and (_OWNED in reason or _APART in reason) and not one_count(said[one], said[other], circle):
        return None
    if reason and (not by_government(reason) or one_series(said[one], said[other], circle)):
        return edge_between(one, other, "organ of", evidence, reason)
    return None


def _paper_of(paper: str, owner: str, said: Mapping[str, list[Reading]], circle: Circle) -> Reading | None:
    """The reading in whose chain `paper`, a document named by its kind alone, stands directly behind `owner`.

    None where the owner by itself gives other numbers than the paper: then it cites what is another's.
    """
    if not is_paper(paper):
        return None
    if said[owner] and not any(meet(one, other, circle) for one in said[owner] for other in said[paper]):
        return None
    for reading in said[paper]:
        chain = reading.figure.chain
        for before, link in itertools.pairwise(chain):
            if link.name == paper and before.name == owner and before.kind != "person":
                return reading
    return None


def _is_officer_of(one: str, other: str, circle: Circle) -> bool:
    """Whether one is told by his rank in a force ("a police inspector"), and the other is that force."""
    officer = _OFFICER.fullmatch(one) if individual(one) else None
    return officer is not None and circle.bodies.same(officer["force"], other)


#: Not "an officer of the police", who may be anyone of it, on the spot.
_OFFICER = re.compile(
    r"(?:(?:an?|the|one|senior|young|local|duty)\s){0,3}"
    r"(?P<force>(?:[\w’'-]+\s){0,2}(?:police|army|gendarmerie|guard|navy|military|fire|rescue))\s"
    r"(?:officer|inspector|superintendent|constable|sergeant|captain|lieutenant|major|colonel|commander)",
    re.IGNORECASE,
)


def _role_fits(one: str, other: str, said: Mapping[str, list[Reading]], circle: Circle) -> bool:
    """Whether one is named by its role alone ("the company") and the other may be who is meant, not in one report."""
    for role, name in ((one, other), (other, one)):
        if _is_officer_of(role, name, circle):
            return True
        if may_mean(without_document(role) or role, name):
            return not _naming(role, said[role]) & _naming(name, said[name])
    return False


def _naming(name: str, readings: Iterable[Reading]) -> set[str]:
    """The reports whose own chains have the name, not those whose outlet was followed to it."""
    return {r.figure.span.report for r in readings if any(name in link.name for link in r.figure.chain)}


#: So the reason says that a company is the state's: then it and a ministry are one only where they pass on one count.
_OWNED = "owned by the state"
#: So it says that two bodies of a government are for different things: what one counts, the other does not count on.
_APART = "for different fields"


def by_government(reason: str) -> bool:
    """Whether two bodies may be one only as bodies of one government."""
    return "bodies of one government" in reason.casefold()
