"""In: one group's reports, copies, mentions. Out: the reconciled Story."""

from collections.abc import Sequence

from twosource.reconciling.claims import cluster, exchange_rates
from twosource.reconciling.readings import readings_of, roots
from twosource.records import Claim, Copy, Group, Mentions, Report, Single, Story, content_id


def reconcile(group: Group, reports: Sequence[Report], copies: Sequence[Copy], mentions: Sequence[Mentions]) -> Story:
    """Set the reports of one story side by side (stub)."""
    figures = [f for m in mentions for f in m.figures]
    rs = readings_of(figures, {r.id: r for r in reports}, roots(copies))
    rates = exchange_rates(rs)
    claims = tuple(
        Claim(id=content_id(*sorted(r.figure.id for r in g)), question="", figures=tuple(r.figure.id for r in g), verdict=Single(reasons=()))
        for g in cluster(rs, rates)
    )
    return Story(
        id=content_id(*group.reports),
        title="",
        start=None,
        end=None,
        reports=tuple(reports),
        copies=tuple(copies),
        mentions=tuple(mentions),
        events=group.events,
        claims=claims,
    )
