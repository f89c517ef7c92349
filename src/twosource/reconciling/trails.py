"""In: the readings of one claim. Out: where their chains end, followed through the other reports, and the edges."""

from collections.abc import Sequence
from functools import cached_property

from twosource.reconciling.circle import Circle
from twosource.reconciling.joint import parts, shares_head
from twosource.reconciling.readings import Reading
from twosource.reconciling.rulings import edge_between
from twosource.reconciling.same import same_number
from twosource.reconciling.sources import house, is_paper, is_press, is_reporter, nobody, prints, words_of
from twosource.reconciling.ties import by_government
from twosource.records import Edge, Link
from twosource.text.bodies import individual

#: How many reports that give the same number are asked whose word it is.
_MOST = 8


class Trail:
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
            return (
                self._named(chain, link, reading)
                or self._further(link, reading)
                or self._parts(house(link.name) or _whose(link, chain))
            )
        return ()

    def _named(self, before: Sequence[Link], link: Link, reading: Reading) -> tuple[str, ...]:
        """The person whom an outlet's own report names for a number, where one who cites it says "a nurse"."""
        paper = before[-1] if before and self._is_outlet(before[-1]) else link  # "the Gazette's reporter" names it too
        if not individual(link.name) or (paper is link and not is_reporter(link.name)):
            return ()
        for other in self._sourced:
            end = other.figure.chain[-1]
            if end.kind != "person" or not end.name[:1].isupper() or not _printed_by(paper, other, self._circle):
                continue
            if other.figure.span.report == reading.figure.span.report or not same_number(reading, other, self._circle):
                continue
            edge = edge_between(link.name, end.name, "named", (reading.figure.span, other.figure.span))
            if edge.id not in self._circle.ruled.cut:
                self.edges[edge.id] = edge
                return (end.name,)
        return ()

    def _further(self, link: Link, reading: Reading) -> tuple[str, ...]:
        """Whose word a body or person passes on, where another report that gives the same number of it tells so."""
        here = reading.figure.span.report
        for other, behind in self._behind.get(link.name, ()):
            if other.figure.span.report == here:
                continue
            if not same_number(reading, other, self._circle) and not self._given(behind[-1].name, reading):
                continue
            detail = f"“{link.name}” passes on what “{behind[-1].name}” says"
            edge = edge_between(link.name, behind[-1].name, "named", (reading.figure.span, other.figure.span), detail)
            if edge.id not in self._circle.ruled.cut:
                self.edges[edge.id] = edge
                return self._parts(_whose(behind[-1], [link, *behind[:-1]]))
        return ()

    def _says_first(self, link: Link) -> bool:
        """Whether a body or a named paper stands at the end of a chain: persons behind persons are often misread."""
        return not (nobody(link) or self._is_outlet(link) or is_paper(link.name) or link.kind == "person")

    def _given(self, name: str, reading: Reading) -> bool:
        """Whether a body itself gives a number in another report: who passes on its counts has passed on this one."""
        return any(
            other.figure.chain[-1].name == name
            and len(other.figure.chain) == 1
            and other.figure.span.report != reading.figure.span.report
            and same_number(reading, other, self._circle)
            for other in self._sourced
        )

    @cached_property
    def _behind(self) -> dict[str, list[tuple[Reading, tuple[Link, ...]]]]:
        """For each name that ends a chain the readings in whose chains the same body stands before others."""
        ends = sorted({reading.figure.chain[-1].name for reading in self._sourced})
        found: dict[str, list[tuple[Reading, tuple[Link, ...]]]] = {}
        for other in self._sourced:
            chain = other.figure.chain
            if len(chain) == 1 or not self._says_first(chain[-1]):
                continue
            for place, link in enumerate(chain[:-1]):
                if nobody(link) or self._is_outlet(link):
                    continue
                for end in ends:
                    if end != chain[-1].name and self._one_voice(end, link.name):
                        found.setdefault(end, []).append((other, chain[place + 1 :]))
        return found

    def _one_voice(self, end: str, name: str) -> bool:
        """Whether two names are of one body, or one speaks for the other: a minister, and the ministry."""
        if self._circle.bodies.same(end, name):
            return True
        reason = self._circle.bodies.family(end, name)
        return reason is not None and not by_government(reason)

    def _parts(self, name: str) -> tuple[str, ...]:
        """The bodies of a joint attribution; one where the story knows no half of it by itself."""
        found = parts(name)
        known = self._circle.known
        if len(found) == 1 or not known or shares_head(name):
            return found
        if name.casefold().removeprefix("the ") in known:
            return (name,)
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
            if not same_number(reading, other, self._circle):
                continue
            asked += 1
            found = tuple(name for name in self.ends(other) if not _one_name(link.name, name))
            edge = (
                edge_between(link.name, found[0], "named", (reading.figure.span, other.figure.span)) if found else None
            )
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
