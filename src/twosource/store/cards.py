"""In: a story as it was reconciled. Out: its line in the list of stories, and the words by which it is found there."""

from twosource.records import Group, Report
from twosource.records.kept import Card, KeptStory
from twosource.records.stories import Claim, Conflict, Denied, Story, Updated

_MOST_NAMED = 32_000
_LONGEST_TITLE = 300
_LINES = 200


def card_of(kept: KeptStory) -> Card:
    """What the list shows of a story. A denied number counts as a conflict: somebody stands against it."""
    story = kept.story
    return Card(
        id=kept.id,
        title=story.title,
        start=story.start,
        end=story.end,
        reports=len(story.reports),
        outlets=len({report.outlet for report in story.reports if report.outlet}),
        claims=len(story.claims),
        conflicts=_count(story, Conflict, Denied),
        updated=_count(story, Updated),
        corroborated=sum(claim.independent > 1 for claim in story.claims),
        single_origin=sum(_single(claim) for claim in story.claims),
        unknown_origin=sum(claim.independent == 0 for claim in story.claims),
        changed=kept.changed,
    )


def group_of(kept: KeptStory) -> Group:
    """The group that a story was made of."""
    story = kept.story
    return Group(reports=tuple(report.id for report in story.reports), events=story.events, ties=story.ties)


def title_of(report: Report) -> str:
    """The headline of a report, else the first line that is no page furniture; on one line, cut where it is long."""
    if report.title or report.headline:
        return _line(report.title.words if report.title else report.headline or "")
    start = 0
    for line in report.text.splitlines(keepends=True)[:_LINES]:
        whole = report.span(start, start + len(line))
        if line.strip() and not any(part.meets(whole) for part in report.furniture):
            return _line(line)
        start += len(line)
    return _line(report.text[: _LONGEST_TITLE * 2])


def _line(words: str) -> str:
    return " ".join(words.split())[:_LONGEST_TITLE]


def named_in(story: Story) -> str:
    """Title and names of a story, by which it is found: bounded, the title first."""
    names = (" · ".join((identity.name, *identity.also)) for identity in story.names)
    return " · ".join((story.title, *names))[:_MOST_NAMED]


def _count(story: Story, *verdicts: type) -> int:
    return sum(isinstance(claim.verdict, verdicts) for claim in story.claims)


def _single(claim: Claim) -> bool:
    return claim.independent == 1
