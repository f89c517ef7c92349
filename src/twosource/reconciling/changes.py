"""In: two states of a story, or of all stories. Out: what is otherwise now, in words: `Change`s, the gravest first."""

import math
from collections.abc import Iterator, Sequence
from typing import get_args

from twosource.reconciling.matching import State, pairs, state
from twosource.reconciling.story import reconcile
from twosource.reconciling.units import ROUNDING, comparable, convert
from twosource.records import (
    Change,
    ChangeOf,
    Claim,
    Conflict,
    Denied,
    Dossier,
    Figure,
    Group,
    Order,
    Report,
    Story,
)
from twosource.text.telling import amount, bounds, day

_ORDER: dict[ChangeOf, int] = {kind: number for number, kind in enumerate(get_args(ChangeOf))}
_TWO = 2


def changes(before: Story | Dossier, after: Story | Dossier) -> tuple[Change, ...]:
    """What is otherwise in a later state of a story, or of all stories: the gravest first, of equals the earliest.

    Stories are matched by their reports; claims by the figures that they share, else by their question. Two states that
    say the same have no changes.
    """
    if isinstance(before, Story) and isinstance(after, Story):
        found = list(_of_story(state(before), state(after)))
    else:
        found = [change for two in _stories(_all(before), _all(after)) for change in _of_two(*two)]
    return tuple(sorted(dict.fromkeys(found), key=_rank))


def earlier(story: Story, until: str, orders: Sequence[Order] = ()) -> Story | None:
    """The story as it was before a day (ISO): recounted from the reports published before it; None where none was.

    A report without a day is taken for one of the first. `orders` are those with which the story itself was counted.
    Nothing is read again.
    """
    reports = [one for one in story.reports if one.published is None or one.published.value < until]
    if not any(one.published for one in reports):
        return None
    inside = {report.id for report in reports}
    return reconcile(
        Group(
            reports=tuple(sorted(inside)),
            events={name: event for name, event in story.events.items() if name in inside},
            ties=story.ties,
        ),
        reports,
        [copy for copy in story.copies if copy.report in inside and copy.of in inside],
        [mentions for mentions in story.mentions if mentions.report in inside],
        orders,
    )


def changes_since(story: Story, since: str, orders: Sequence[Order] = ()) -> tuple[Change, ...]:
    """What the reports published on a day (ISO) and after it have changed in a story; it is new where all are.

    `orders` are those with which the story was counted.
    """
    if not any(report.published and report.published.value >= since for report in story.reports):
        return ()
    before = earlier(story, since, orders)
    return tuple(_of_two(None, story)) if before is None else changes(before, story)


def _rank(change: Change) -> tuple[str, int, str, str, str]:
    return change.story, _ORDER[change.kind], change.day or "9999", change.words, change.claim or ""


def _all(whole: Story | Dossier) -> Sequence[Story]:
    return (whole,) if isinstance(whole, Story) else whole.stories


def _stories(before: Sequence[Story], after: Sequence[Story]) -> Iterator[tuple[Story | None, Story | None]]:
    """Stories that share most reports are one; of a story that was split the larger part is the old one."""
    shared = [
        (len(_names(old) & _names(new)), number, index)
        for number, old in enumerate(before)
        for index, new in enumerate(after)
        if _names(old) & _names(new)
    ]
    olds: set[int] = set()
    news: set[int] = set()
    for _, number, index in sorted(shared, key=lambda row: (-row[0], before[row[1]].id, after[row[2]].id)):
        if number not in olds and index not in news:
            olds.add(number)
            news.add(index)
            yield before[number], after[index]
    yield from ((None, new) for index, new in enumerate(after) if index not in news)
    yield from ((old, None) for number, old in enumerate(before) if number not in olds)


def _names(story: Story) -> set[str]:
    return {report.id for report in story.reports}


def _of_two(before: Story | None, after: Story | None) -> Iterator[Change]:
    if before is not None and after is not None:
        yield from _of_story(state(before), state(after))
    elif after is not None:
        many = f"{len(after.reports)} reports" if len(after.reports) > 1 else "one report"
        words = f"New story of {many}: {after.title or 'untitled'}"
        yield Change(kind="new story", words=words, story=after.id, day=after.start)
    elif before is not None:
        words = f"The story is there no more: {before.title or 'untitled'}"
        yield Change(kind="story gone", words=words, story=before.id, day=before.end)


def _of_story(before: State, after: State) -> Iterator[Change]:
    yield from _of_reports(before.story, after.story)
    for old, new in pairs(before, after):
        if old is not None and new is not None:
            yield from _of_claim(old, new, before, after)
        elif new is not None:
            yield from _new(new, before, after)
        elif old is not None and not any(after.has(figure) for figure in before.of(old)):
            yield Change(
                kind="claim gone",
                words=f"No report gives it any more: {old.question} ({_stands(old)})",
                story=after.story.id,
                claim=old.id,
                figures=old.figures,
            )


def _of_reports(before: Story, after: Story) -> Iterator[Change]:
    old, new = ({report.id: report for report in story.reports} for story in (before, after))
    of = {copy.report: copy.of for copy in after.copies}
    known = {(copy.report, copy.of) for copy in before.copies}
    for name, report in new.items():
        if name not in old:
            copied = f", the text of {_label(of[name], new)}" if name in of else ""
            yield _report("report added", f"New report: {_label(name, new)}{copied}", report, after)
        elif report.text != old[name].text:
            yield _report("report changed", f"Another text than before: {_label(name, new)}", report, after)
        if name in old and name in of and (name, of[name]) not in known:
            words = f"{_label(name, new)} carries the text of {_label(of[name], new)}"
            yield _report("copy found", words, report, after)
    for name, report in old.items():
        if name not in new:
            yield _report("report gone", f"The report is there no more: {_label(name, old)}", report, after)


def _report(kind: ChangeOf, words: str, report: Report, story: Story) -> Change:
    published = report.published.value if report.published else None
    return Change(kind=kind, words=words, story=story.id, report=report.id, day=published)


def _label(name: str, reports: dict[str, Report]) -> str:
    report = reports.get(name)
    if report is None:
        return name
    title = report.title.words if report.title else report.headline
    outlet = report.outlet or report.id
    return f"{outlet}, “{' '.join(title.split())[:120]}”" if title else outlet


def _new(claim: Claim, before: State, after: State) -> Iterator[Change]:
    """A claim that was not there; none where its figures were, and only answer another claim now."""
    fresh = [figure for figure in after.of(claim) if not before.has(figure)]
    if not fresh or len(fresh) < len(after.of(claim)):
        return
    first = _last(fresh, claim, after) or fresh[0]
    words = f"New claim: {claim.question} {_stands(claim)}, {_by(first, claim, after)}"
    yield _change("new claim", words, claim, [first], after)
    if isinstance(claim.verdict, Conflict):
        yield _conflict(claim, fresh, after)


def _of_claim(old: Claim, new: Claim, before: State, after: State) -> Iterator[Change]:
    fresh = [figure for figure in after.of(new) if not before.has(figure)]
    if isinstance(new.verdict, Conflict) and not isinstance(old.verdict, Conflict):
        yield _conflict(new, fresh, after)
    elif isinstance(old.verdict, Conflict) and not isinstance(new.verdict, Conflict):
        words = f"No more in conflict: {new.question} {_stands(new)}, where it was {_stands(old)}"
        yield _change("conflict settled", words, new, fresh[:1], after)
    elif not isinstance(new.verdict, Conflict | Denied):
        yield from _moved(old, new, fresh, after)
    denial = next((figure for figure in fresh if figure.stance == "denied"), None)
    if isinstance(new.verdict, Denied) and not isinstance(old.verdict, Denied):
        who = f", {_by(denial, new, after)}" if denial is not None else ""
        yield _change(
            "denied", f"Now denied: {new.question} {_stands(old)}{who}", new, [denial] if denial else [], after
        )
    taken_back = [one for one in fresh if one.corrected or (one.stance == "denied" and not one.chain)]
    for figure in taken_back[:1]:
        words = f"Corrected: {new.question} “{figure.span.words}” is withdrawn in {_outlet(figure, after)}"
        yield _change("corrected", words, new, [figure], after)
    yield from _origins(old, new, after)


def _moved(old: Claim, new: Claim, fresh: Sequence[Figure], after: State) -> Iterator[Change]:
    """What stands is another number than stood: raised, lowered, or told otherwise."""
    figure = _last(fresh, new, after)
    if figure is None or not comparable(old.unit, new.unit):
        return
    stood = _ends(old, new.unit)
    stands = _ends(new, new.unit)
    close = ROUNDING if old.unit != new.unit else 0.0
    if all(one == other or abs(one - other) <= close * abs(other) for one, other in zip(stood, stands, strict=True)):
        return
    first = bounds(old.low, old.high) if old.unit == new.unit else _stands(old)
    words = f"{new.question} {_how(stood, stands)} from {first} to {_stands(new)}, {_by(figure, new, after)}"
    yield _change("figure changed", words, new, [figure], after)


def _ends(claim: Claim, unit: str) -> tuple[float, float]:
    """The bounds of what stands, in a unit, open ends as infinities."""
    low, high = (None if end is None else convert(end, claim.unit, unit) for end in (claim.low, claim.high))
    return -math.inf if low is None else low, math.inf if high is None else high


def _how(stood: tuple[float, float], stands: tuple[float, float]) -> str:
    (low, high), (new_low, new_high) = stood, stands
    if new_low > high or (new_low > low and new_high > high):
        return "Raised"
    if new_high < low or (new_low < low and new_high < high):
        return "Lowered"
    return "Changed"


def _conflict(claim: Claim, fresh: Sequence[Figure], after: State) -> Change:
    """The words of the verdict's first reason that a fresh reading brought, else of its first."""
    spans = {figure.span for figure in fresh}
    reasons = [one for one in claim.verdict.reasons if spans.intersection(one.spans)] or list(claim.verdict.reasons)
    detail = f" {reasons[0].detail[:1].upper()}{reasons[0].detail[1:]}" if reasons else ""
    for span in reasons[0].spans if reasons else ():
        report = after.reports.get(span.report)
        if report is not None and report.outlet:
            detail = detail.replace(f"(in {span.report})", f"(in {report.outlet})")
    told = {span for reason in reasons[:1] for span in reason.spans}
    shown = [figure for figure in after.of(claim) if figure.span in told] or list(fresh[:1])
    return _change("new conflict", f"In conflict: {claim.question}{detail}", claim, shown, after)


def _origins(old: Claim, new: Claim, after: State) -> Iterator[Change]:
    """A claim that a further independent origin bears out, or that turned out to have one only."""
    if new.independent < _TWO <= old.independent:
        words = f"No longer borne out by two origins: {new.question} {_stands(new)}"
        yield _change("no longer corroborated", words, new, [], after)
    if new.independent <= old.independent or new.independent < _TWO:
        return
    known = {name.casefold() for origin in old.origins for name in origin.names}
    added = [one for one in new.origins if known.isdisjoint(name.casefold() for name in one.names)]
    if not added:
        return
    shown = [after.figures[name] for origin in added for name in origin.figures[:1] if name in after.figures]
    who = ", ".join(origin.names[0] for origin in added)
    first = old.independent < _TWO
    kind: ChangeOf = "corroborated" if first and not isinstance(new.verdict, Conflict | Denied) else "new origin"
    told = "Now given by two origins" if kind == "corroborated" else "Another origin"
    yield _change(kind, f"{told}: {new.question} {_stands(new)}, also {who}", new, shown, after)


def _stands(claim: Claim) -> str:
    return amount(claim.low, claim.high, claim.unit)


def _last(figures: Sequence[Figure], claim: Claim, after: State) -> Figure | None:
    """The last of some readings that stands: asserted, not superseded, of the latest report."""
    standing = [one for one in figures if one.stance == "asserted" and one.id not in claim.superseded]
    sourced = {name for origin in claim.origins for name in origin.figures}
    return max(
        standing,
        key=lambda one: (_published(one, after) or "", one.id in sourced, len(one.chain), one.id),
        default=None,
    )


def _by(figure: Figure, claim: Claim, after: State) -> str:
    """Who gives a reading and when: "by the coast guard on 3 May 2024"."""
    origin = next((one.names[0] for one in claim.origins if figure.id in one.figures), None)
    who = origin or (figure.chain[-1].name if figure.chain else f"{_outlet(figure, after)}, which names no source,")
    published = _published(figure, after)
    return f"by {who} on {day(published)}" if published else f"by {who}".rstrip(",")


def _outlet(figure: Figure, after: State) -> str:
    report = after.reports.get(figure.span.report)
    return report.outlet if report is not None and report.outlet else figure.span.report


def _published(figure: Figure, after: State) -> str | None:
    report = after.reports.get(figure.span.report)
    return report.published.value if report is not None and report.published else None


def _change(kind: ChangeOf, words: str, claim: Claim, figures: Sequence[Figure], after: State) -> Change:
    first = figures[-1] if figures else None
    return Change(
        kind=kind,
        words=" ".join(words.split()),
        story=after.story.id,
        claim=claim.id,
        report=first.span.report if first else None,
        day=_published(first, after) if first else None,
        figures=tuple(figure.id for figure in figures),
    )
