"""In: one group's reports, copies, mentions. Out: the reconciled Story."""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import structs

from twosource.reconciling.circle import Circle
from twosource.reconciling.claims import cluster, exchange_rates
from twosource.reconciling.coins import with_coins
from twosource.reconciling.headless import told_in_full
from twosource.reconciling.identities import Bodies, join_names
from twosource.reconciling.lent import as_read, settle, with_settled
from twosource.reconciling.obeyed import obey
from twosource.reconciling.origins import origins
from twosource.reconciling.parties import parties
from twosource.reconciling.policies import with_policy
from twosource.reconciling.questions import question
from twosource.reconciling.readings import Reading, day_of, readings_of, roots, with_event_days
from twosource.reconciling.relations import relations
from twosource.reconciling.rulings import Ruled, ruled_names, rulings, standing
from twosource.reconciling.sides import sides
from twosource.reconciling.sources import Names
from twosource.reconciling.states import with_states
from twosource.reconciling.timeline import build_timeline
from twosource.reconciling.utterances import group_quotes, name_speakers
from twosource.reconciling.verdicts import contradicted, judge
from twosource.records import Claim, Copy, Group, Mentions, Order, Report, Story, content_id


def reconcile(
    group: Group,
    reports: Sequence[Report],
    copies: Sequence[Copy],
    mentions: Sequence[Mentions],
    orders: Sequence[Order] = (),
) -> Story:
    """Set the reports of one story side by side: claims with verdicts and origins, relations, timeline, names.

    The order in which reports, copies and mentions are given changes nothing. `orders` are a person's objections, which
    stand above all rules: edges cut, origins joined, names put together or told apart, readings joined, parted
    and moved. Their order matters only where two say the opposite of one another: then the later holds. Such as fit
    nothing in the story change nothing.
    """
    ruled = rulings(orders)
    copies = standing(copies, roots(copies), ruled)
    reports = sorted(reports, key=lambda report: report.id)
    mentions = told_in_full(with_coins(reports, as_read(sorted(mentions, key=lambda one: one.report))))
    outlets = {report.id: report.outlet for report in reports if report.outlet}
    stated = with_states(reports, mentions)
    figures = [figure for one in stated for figure in one.figures]
    readings = readings_of(
        figures, {report.id: report for report in reports}, roots(copies), sides(stated), parties(stated)
    )
    rates = exchange_rates(readings)
    identities = ruled_names(join_names(reports, mentions), ruled)
    bodies = Bodies(reports, stated)
    utterances = group_quotes(reports, mentions, identities, Ruled(bodies, ruled))
    known = frozenset(form.casefold() for one in identities for form in (one.name, *one.also))
    circle = Circle(
        bodies=Ruled(Names(bodies), ruled),
        outlets=outlets,
        rates=rates,
        known=known,
        credits=_credits(reports),
        ruled=ruled,
    )
    clusters = settle(obey(cluster(readings, rates), orders))
    readings = tuple(sorted(itertools.chain.from_iterable(clusters), key=lambda reading: reading.key))
    by_id = {reading.figure.id: reading for reading in readings}
    claims = sorted((_claim(one, circle) for one in clusters), key=lambda claim: _place(claim, by_id))
    claims = _told_apart(claims, by_id)
    start, end = _span(reports)
    return Story(
        id=content_id(*sorted(group.reports)),
        title=_title(reports, mentions, copies),
        start=start,
        end=end,
        reports=tuple(reports),
        copies=tuple(sorted(copies, key=lambda copy: (copy.report, copy.of))),
        mentions=name_speakers(with_settled(mentions, readings), utterances),
        events=dict(sorted(group.events.items())),
        claims=tuple(claims),
        related=relations(claims, by_id, rates),
        utterances=utterances,
        timeline=build_timeline(reports, mentions),
        names=identities,
        ties=group.ties,
    )


def _credits(reports: Sequence[Report]) -> dict[str, str]:
    """The agency whose text each report says it is, by report id."""
    return {report.id: report.credit for report in reports if report.credit}


def _place(claim: Claim, readings: Mapping[str, Reading]) -> tuple[int, tuple[str, int, int], str]:
    """The claims most reports speak of first, then in the order of the texts."""
    found = [readings[name] for name in claim.figures]
    return -len({reading.source for reading in found}), min(reading.key for reading in found), claim.id


def revise(story: Story, orders: Sequence[Order]) -> Story:
    """The story recounted with a person's orders, and nothing read again.

    Give the orders all at once: those of an earlier revision are not kept in the story. A number that a policy had
    chosen is chosen anew.
    """
    group = Group(reports=tuple(report.id for report in story.reports), events=story.events, ties=story.ties)
    again = reconcile(group, story.reports, story.copies, story.mentions, orders)
    policy = next((claim.chosen.policy for claim in story.claims if claim.chosen), None)
    return with_policy(again, policy) if policy else again


def _claim(readings: Sequence[Reading], circle: Circle) -> Claim:
    name = content_id(*sorted(reading.figure.id for reading in readings))
    joined = circle.ruled.joined_in((name, *(reading.figure.id for reading in readings)))
    circle = structs.replace(circle, joined=joined)
    readings = with_event_days(readings)
    everyone = origins(readings, circle)
    silent = contradicted(readings, everyone, circle.rates)
    counted = origins(readings, circle, silent) if silent else everyone
    judged = judge(readings, everyone, circle.rates)
    by_day = sorted(readings, key=lambda reading: (reading.published or 0, reading.key))
    measures = Counter(reading.figure.measure for reading in by_day)
    whom = Counter(reading.figure.of for reading in by_day if reading.figure.of)
    return Claim(
        id=name,
        question=question(by_day),
        figures=tuple(reading.figure.id for reading in by_day),
        verdict=judged.verdict,
        origins=counted.origins,
        independent=counted.independent,
        at_most=counted.at_most,
        edges=counted.shared,
        low=judged.low,
        high=judged.high,
        unit=judged.unit,
        measure=min(measures, key=lambda name: (-measures[name], name)),
        of=min(whom, key=lambda name: (-whom[name], name)) if whom else None,
        superseded=judged.superseded,
    )


def _told_apart(claims: Sequence[Claim], readings: Mapping[str, Reading]) -> list[Claim]:
    """The claims, where several had one question all but the first with a clause that tells them apart."""
    asked: set[str] = set()
    result = []
    for claim in claims:
        again = claim.question in asked
        asked.add(claim.question)
        if again:
            inside = [readings[name] for name in claim.figures]
            claim = structs.replace(claim, question=question(inside, quoted=True))  # noqa: PLW2901
        result.append(claim)
    return result


def _span(reports: Sequence[Report]) -> tuple[str | None, str | None]:
    """First and last publication day (ISO), None where no report has one."""
    days = [day for day in map(day_of, reports) if day is not None]
    if not days:
        return None, None
    return dt.date.fromordinal(min(days)).isoformat(), dt.date.fromordinal(max(days)).isoformat()


def _title(reports: Sequence[Report], mentions: Sequence[Mentions], copies: Sequence[Copy]) -> str:
    """The headline of the report that shares most names with the others and is no copy, else a first line."""
    names = {one.report: {name.name.casefold() for name in one.names} for one in mentions}
    count = Counter(name for found in names.values() for name in found)
    copied = {copy.report for copy in copies}

    def rank(report: Report) -> tuple[bool, bool, float, str]:
        central = sum(count[name] - 1 for name in names.get(report.id, ()))
        return report.id in copied, not (report.title or report.headline), -central, report.id

    for report in sorted(reports, key=rank):
        title = report.title.words if report.title else report.headline
        words = title or next(iter(report.text.strip().splitlines()), "")
        if words.strip():
            return " ".join(words.split())[:200]
    return ""
