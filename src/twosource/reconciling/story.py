"""In: one group's reports, copies, mentions. Out: the reconciled Story."""

from collections.abc import Sequence

from twosource.records import Copy, Group, Mentions, Report, Story, content_id


def reconcile(group: Group, reports: Sequence[Report], copies: Sequence[Copy], mentions: Sequence[Mentions]) -> Story:
    """Set the reports of one story side by side (stub)."""
    return Story(
        id=content_id(*group.reports),
        title="",
        start=None,
        end=None,
        reports=tuple(reports),
        copies=tuple(copies),
        mentions=tuple(mentions),
        events=group.events,
    )
