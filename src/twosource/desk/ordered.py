"""In: groups of reports, and judgements on stories. Out: the groups joined and split as a person says."""

from collections.abc import Iterable, Sequence

from twosource.records import Group
from twosource.records.judgements import JoinStories, Judgement, PartStories


def ordered(groups: Sequence[Group], judgements: Iterable[Judgement]) -> list[Group]:
    """The groups as the judgements that hold change them, one after the other, so that the later holds.

    A judgement on a report that is not there changes nothing.
    """
    kept: list[Group] = list(groups)
    for judgement in judgements:
        match judgement.decision:
            case JoinStories(a=a, b=b):
                kept = _joined(kept, a, b)
            case PartStories(reports=reports):
                kept = _parted(kept, frozenset(reports))
            case _:
                pass
    return sorted(kept, key=lambda group: (-len(group.reports), group.reports))


def _joined(groups: list[Group], a: str, b: str) -> list[Group]:
    one = next((group for group in groups if a in group.reports), None)
    other = next((group for group in groups if b in group.reports), None)
    if one is None or other is None or one is other:
        return groups
    return [group for group in groups if group not in (one, other)] + [_together(one, other)]


def _parted(groups: list[Group], reports: frozenset[str]) -> list[Group]:
    """These reports as a story of their own, wherever they are."""
    inside = [group for group in groups if not reports.isdisjoint(group.reports)]
    parts = [part for group in inside if (part := _only(group, reports)) is not None]
    rests = [rest for group in inside if (rest := _only(group, frozenset(group.reports) - reports)) is not None]
    if not rests and len(parts) < 2:  # noqa: PLR2004 - it is one story of its own already
        return groups
    whole = parts[0]
    for part in parts[1:]:
        whole = _together(whole, part)
    return [group for group in groups if group not in inside] + [*rests, whole]


def _only(group: Group, reports: frozenset[str]) -> Group | None:
    inside = tuple(report for report in group.reports if report in reports)
    if not inside:
        return None
    return Group(reports=inside, events=_numbered([group.events[report] for report in inside], inside), ties=group.ties)


def _together(one: Group, other: Group) -> Group:
    """Two groups as one; their events stay apart."""
    events = [*(f"a{one.events[report]}" for report in one.reports)]
    events += [f"b{other.events[report]}" for report in other.reports]
    by_report = dict(zip((*one.reports, *other.reports), events, strict=True))
    reports = tuple(sorted(by_report))
    ties = tuple(dict.fromkeys((*one.ties, *other.ties)))
    return Group(reports=reports, events=_numbered([by_report[report] for report in reports], reports), ties=ties)


def _numbered(events: Sequence[str], reports: Sequence[str]) -> dict[str, str]:
    """Events numbered from "1" in the order of the reports."""
    numbers = {event: str(number) for number, event in enumerate(dict.fromkeys(events), start=1)}
    return {report: numbers[event] for report, event in zip(reports, events, strict=True)}
