"""In: reports. Out: which report is another's text, from which, how much of it, and why.

Batch over all reports given, and independent of their order. What a new report changes is found by `streaming`, which
gives the same copies: it looks only at reports that are linked, over others, with one that shares a rare mark with it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from twosource.grouping.credits import credited, same_outlet
from twosource.grouping.features import Features, Texts
from twosource.grouping.prints import Print, shared_words, take_print
from twosource.grouping.search import Marked, likely_pairs, marked
from twosource.records import Copy, Report
from twosource.text.shingles import Hashes

_RUN = 3
_LEAST_WORDS = 20
_LEAST_UNQUOTED = 15
#: A copy has its original's lead and most of one text, or a good part of both; see `are_copies`.
_LEAD, _MOST, _GOOD, _GOOD_BOTH = 0.4, 0.6, 0.42, 0.3
_WITHOUT_LEAD, _WITHOUT_LEAD_BOTH = 0.75, 0.5
_CUT_LEAD, _CUT_WORDS = 0.8, 120
#: The prints of so many reports are held from the search to the comparison; those of others are taken twice.
_KEPT_PRINTS = 10_000


class Likeness(NamedTuple):
    """How much two texts share: the share of each one's words (0 to 1), the number of words, and of their leads."""

    left: float
    right: float
    words: int
    lead: float


def find_copies(reports: Sequence[Report]) -> list[Copy]:
    """The reports that are another's text, whole, cut or lightly rewritten, each with its original, sorted by report.

    A family of copies has one original: the outlet that the others credit, else the earliest, else the one that holds
    most of the shared text. Words inside quotation marks don't count, so that a shared statement makes no copy.
    """
    reports = sorted(reports, key=lambda report: report.id)
    kept: dict[int, Print] = {}
    words = list[int]()
    marks = list[Hashes]()
    for at, report in enumerate(reports):
        taken = take_print(report)
        words.append(len(taken.words.hashes))
        marks.append(taken.marks.marks)
        if at < _KEPT_PRINTS:
            kept[at] = taken
    pairs = likely_pairs(marked([report.id for report in reports], words, marks))

    def take(members: list[int]) -> dict[int, Print]:
        return {at: kept[at] if at in kept else take_print(reports[at]) for at in members}

    return copies_among(pairs, take)


def copies_of(ids: Sequence[str], taken: Features, texts: Texts) -> list[Copy]:
    """The copies among reports known by their ids, ascending, and features: those that `find_copies` finds.

    `texts` gives the reports of some ids; only those are asked for that may have a copy, a family at a time.
    """
    owners = np.repeat(np.arange(len(ids)), np.diff(taken.mark_ends))

    def take(members: list[int]) -> dict[int, Print]:
        return dict(zip(members, map(take_print, texts([ids[at] for at in members])), strict=True))

    return copies_among(likely_pairs(Marked(ids, taken.words, taken.marks, owners)), take)


def copies_among(pairs: Sequence[tuple[int, int]], take: Callable[[list[int]], Mapping[int, Print]]) -> list[Copy]:
    """The copies among reports of which some pairs are likely; `take` gives the prints of a few at a time."""
    copies: list[Copy] = []
    for family, inside in _by_family(pairs, {at for pair in pairs for at in pair}):
        prints = take(family)
        likes = {(i, j): likeness(prints[i], prints[j]) for i, j in inside}
        links = {pair: like for pair, like in likes.items() if are_copies(like)}
        copies += trace_copies(links, family, prints)
    return sorted(copies, key=lambda copy: copy.report)


def trace_copies(
    links: Mapping[tuple[int, int], Likeness], members: Sequence[int], prints: Mapping[int, Print]
) -> list[Copy]:
    """The copies among some reports whose links are known, each with its original."""
    return [
        copy
        for family, inside in _by_family(links, members)
        for copy in _trace(family, prints, {pair: links[pair] for pair in inside})
    ]


def _by_family(
    pairs: Iterable[tuple[int, int]], members: Iterable[int]
) -> list[tuple[list[int], list[tuple[int, int]]]]:
    """Families of members joined by pairs, each with its pairs."""
    pairs = list(pairs)
    families = _families(pairs, members)
    home = {at: number for number, family in enumerate(families) for at in family}
    inside: list[list[tuple[int, int]]] = [[] for _ in families]
    for pair in pairs:
        inside[home[pair[0]]].append(pair)
    return list(zip(families, inside, strict=True))


def likeness(one: Print, other: Print) -> Likeness:
    """How much two reports share, counted in words that stand in common runs of three and more outside quotations."""
    left, right = shared_words((one.words.hashes, other.words.hashes), _RUN)
    if len(left) == len(right) and np.array_equal(one.words.hashes, other.words.hashes):
        return Likeness(1.0, 1.0, max(len(left), _LEAST_WORDS) if len(left) else 0, 1.0)
    shares: list[float] = []
    counts: list[int] = []
    leads: list[float] = []
    for print_, found in ((one, left), (other, right)):
        counted = ~print_.quoted if int((~print_.quoted).sum()) >= _LEAST_UNQUOTED else np.ones_like(print_.quoted)
        shares.append(float(found[counted].mean()) if counted.any() else 0.0)
        counts.append(int(found[counted].sum()))
        leads.append(float(found[print_.lead_words].mean()) if len(found[print_.lead_words]) else 0.0)
    return Likeness(shares[0], shares[1], min(counts), max(leads))


def are_copies(like: Likeness) -> bool:
    """Whether one of two texts is the other's.

    A pasted background paragraph is neither the lead nor most of a report; a cut story with another one after it keeps
    its lead and a good stretch of text.
    """
    if like.words < _LEAST_WORDS:
        return False
    less, more = sorted((like.left, like.right))
    if like.lead >= _LEAD and (more >= _MOST or (more >= _GOOD and less >= _GOOD_BOTH)):
        return True
    if more >= _WITHOUT_LEAD or less >= _WITHOUT_LEAD_BOTH:
        return True
    return like.lead >= _CUT_LEAD and like.words >= _CUT_WORDS


def _families(links: Iterable[tuple[int, int]], members: Iterable[int]) -> list[list[int]]:
    """Members joined by links, two and more each, in ascending order."""
    within = set(members)
    parent: dict[int, int] = {}

    def top(node: int) -> int:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, j in sorted(links):
        if i in within and j in within:
            low, high = sorted((top(i), top(j)))
            parent[high] = low
    families: dict[int, list[int]] = {}
    for node in sorted(parent):
        families.setdefault(top(node), []).append(node)
    return list(families.values())


def _trace(family: list[int], prints: Mapping[int, Print], likes: dict[tuple[int, int], Likeness]) -> list[Copy]:
    """The copies of a family, all of its original; who is no copy of it directly forms families of the rest."""
    copies: list[Copy] = []
    waiting = [(family, True)]
    while waiting:
        members, search = waiting.pop()
        original, reason = _original(members, prints)
        rest: list[int] = []
        for member in members:
            if member == original:
                continue
            pair = (min(member, original), max(member, original))
            like = likes.get(pair)
            if like is None and search:
                # A large family's members are compared with its hubs only, so the original may be a new pairing.
                like = likeness(prints[pair[0]], prints[pair[1]])
            if like is not None and are_copies(like):
                copies.append(_copy(prints[member], prints[original], like, member < original, reason))
            else:
                rest.append(member)
        waiting += [(few, False) for few in _families(likes, rest)] if rest else []
    return copies


def _original(members: list[int], prints: Mapping[int, Print]) -> tuple[int, str]:
    """The member whose text it is, and what speaks for that."""
    names = {at: credited(prints[at].report) for at in members}
    foreign = {at: [n for n in names[at] if not same_outlet(n, prints[at].report.outlet)] for at in members}
    backers = Counter(name for at in members for name in set(foreign[at]))
    by_outlet = {
        outlet: sum(number for name, number in backers.items() if same_outlet(name, outlet))
        for outlet in {prints[at].report.outlet for at in members}
    }
    named = {at: by_outlet[prints[at].report.outlet] for at in members}
    held = _held(members, prints)
    agency_away = all(foreign.values()) and not any(named.values())

    def rank(at: int) -> tuple[int, bool, tuple[int, int], str, tuple[int, int], str]:
        published = prints[at].report.published
        day = published.value if published is not None else "9999"
        least = (-held[at][0], -held[at][1])
        return -named[at], bool(foreign[at]), least if agency_away else (0, 0), day, least, prints[at].report.id

    ranked = sorted(members, key=rank)
    best, second = rank(ranked[0]), rank(ranked[1])
    where = next((place for place in range(5) if best[place] != second[place]), 5)
    reasons = ("credited", "credits no one", "most text", "earliest", "most text", "name")
    return ranked[0], reasons[where]


def _held(members: list[int], prints: Mapping[int, Print]) -> dict[int, tuple[int, int]]:
    """How complete each member is: how many of its marks stand in another one too, then how many words it has."""
    marks = np.concatenate([prints[at].marks.marks for at in members])
    known, counts = np.unique(marks, return_counts=True)
    shared = known[counts > 1]
    return {at: (int(np.isin(prints[at].marks.marks, shared).sum()), len(prints[at].words.hashes)) for at in members}


def _copy(copy: Print, original: Print, like: Likeness, first: bool, reason: str) -> Copy:  # noqa: FBT001 -- which side
    share = like.left if first else like.right
    return Copy(
        report=copy.report.id,
        of=original.report.id,
        share=round(share, 3),
        why=tuple(_why(copy.report, original.report, share, like, reason)),
    )


def _why(copy: Report, original: Report, share: float, like: Likeness, reason: str) -> Iterable[str]:
    """What speaks for the copy and its direction, in sentences."""
    name = original.outlet or original.id
    yield f"{round(100 * share)} % of its words outside quotations stand in {name} too, in runs of three and more"
    if like.lead >= _LEAD:
        yield "the two open with the same text"
    agencies = credited(copy)
    backing = [agency for agency in agencies if same_outlet(agency, original.outlet)]
    if backing and not same_outlet(backing[0], copy.outlet):
        yield f"it credits {backing[0]}"
    elif agencies and set(agencies) & set(credited(original)):
        yield f"both credit {min(set(agencies) & set(credited(original)))}"
    if copy.published and original.published and original.published.value < copy.published.value:
        yield f"{name} is of {original.published.value}, it of {copy.published.value}"
    if reason == "most text":
        yield f"{name} holds most of the shared text"
    elif reason == "name":
        yield "nothing tells which of them came first"
