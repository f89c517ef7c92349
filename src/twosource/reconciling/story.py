"""In: one group's reports, copies, mentions. Out: the reconciled Story."""

from collections.abc import Sequence

from twosource.reconciling.claims import cluster, exchange_rates
from twosource.reconciling.origins import Circle, origins
from twosource.reconciling.readings import Reading, readings_of, roots
from twosource.reconciling.sources import PlainBodies
from twosource.reconciling.verdicts import contradicted, judge
from twosource.records import Claim, Copy, Group, Mentions, Report, Story, content_id


def reconcile(group: Group, reports: Sequence[Report], copies: Sequence[Copy], mentions: Sequence[Mentions]) -> Story:
    """Set the reports of one story side by side (stub)."""
    figures = [f for m in mentions for f in m.figures]
    rs = readings_of(figures, {r.id: r for r in reports}, roots(copies))
    rates = exchange_rates(rs)
    circle = Circle(bodies=PlainBodies(), outlets={r.id: r.outlet for r in reports if r.outlet}, rates=rates)
    claims = tuple(_claim(g, circle) for g in cluster(rs, rates))
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


def _claim(readings: Sequence[Reading], circle: Circle) -> Claim:
    everyone = origins(readings, circle)
    counted = origins(readings, circle, contradicted(readings, everyone, circle.rates))
    judged = judge(readings, everyone, circle.rates)
    return Claim(
        id=content_id(*sorted(r.figure.id for r in readings)),
        question="",
        figures=tuple(r.figure.id for r in readings),
        verdict=judged.verdict,
        origins=counted.origins,
        independent=counted.independent,
        at_most=counted.at_most,
        low=judged.low,
        high=judged.high,
        unit=judged.unit,
        superseded=judged.superseded,
    )
