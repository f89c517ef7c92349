"""In: the claims of two states of a story. Out: which of them are one claim, by their figures and by their question."""

from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec

from twosource.records import Claim, Figure, Report, Story

Key = tuple[object, ...]


class State(msgspec.Struct, frozen=True, kw_only=True):
    """A story laid out for comparing: its reports and figures by id, and the keys by which a figure is known again."""

    story: Story
    reports: Mapping[str, Report]
    figures: Mapping[str, Figure]
    keys: frozenset[Key]

    def has(self, figure: Figure) -> bool:
        """Whether the story has this figure, be it at another place of a text that was changed."""
        return not self.keys.isdisjoint(keys_of(figure))

    def of(self, claim: Claim) -> list[Figure]:
        """The figures of a claim, in its order."""
        return [self.figures[name] for name in claim.figures if name in self.figures]


def state(story: Story) -> State:
    """Lay out a story."""
    figures = {figure.id: figure for mentions in story.mentions for figure in mentions.figures}
    reports = {report.id: report for report in story.reports}
    return State(
        story=story,
        reports=reports,
        figures=figures,
        keys=frozenset(key for one in figures.values() for key in keys_of(one)),
    )


def keys_of(figure: Figure) -> tuple[Key, Key]:
    """A figure's id, and its words in their sentence, which outlast a change elsewhere in the text."""
    return (figure.id,), (figure.span.report, figure.span.words, figure.sentence.words)


def pairs(before: State, after: State) -> Iterator[tuple[Claim | None, Claim | None]]:
    """Each claim of two states with the same claim in the other, None where there is none; each claim once.

    Claims that share most figures are one; of those that share none, such as ask the same question in the same unit.
    """
    left, right = _keyed(before), _keyed(after)
    holders: dict[Key, list[int]] = {}
    for number, (_, keys) in enumerate(left):
        for key in keys:
            holders.setdefault(key, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for number, (_, keys) in enumerate(right):
        for key in keys & holders.keys():
            shared.update((other, number) for other in holders[key])
    ordered = sorted(shared, key=lambda two: (-shared[two], left[two[0]][0].id, right[two[1]][0].id))
    found = _each_once(ordered)
    asked: dict[tuple[str, str, str], list[int]] = {}
    for number, (claim, _) in enumerate(left):
        if number not in found:
            asked.setdefault(_question(claim), []).append(number)
    taken = set(found.values())
    for number, (claim, _) in enumerate(right):
        waiting = asked.get(_question(claim), [])
        if number not in taken and waiting:
            found[waiting.pop(0)] = number
    back = {new: old for old, new in found.items()}
    for number, (claim, _) in enumerate(right):
        yield (left[back[number]][0] if number in back else None), claim
    yield from ((claim, None) for number, (claim, _) in enumerate(left) if number not in found)


def _keyed(known: State) -> list[tuple[Claim, frozenset[Key]]]:
    return [
        (claim, frozenset(key for figure in known.of(claim) for key in keys_of(figure))) for claim in known.story.claims
    ]


def _each_once(ordered: list[tuple[int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    taken: set[int] = set()
    for old, new in ordered:
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def _question(claim: Claim) -> tuple[str, str, str]:
    return claim.question.casefold(), claim.measure, claim.unit
