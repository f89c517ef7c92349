"""In: a story as it was reconciled. Out: its line in the list of stories, and the words by which it is found there."""

from twosource.records.kept import Card, KeptStory
from twosource.records.stories import Claim, Conflict, Denied, Story, Updated

_MOST_WORDS = 4_000


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


def named_in(story: Story) -> str:
    """Title and names of a story, by which it is found: bounded, the title first."""
    names = (" · ".join((identity.name, *identity.also)) for identity in story.names)
    return " · ".join((story.title, *names))[: _MOST_WORDS * 8]


def _count(story: Story, *verdicts: type) -> int:
    return sum(isinstance(claim.verdict, verdicts) for claim in story.claims)


def _single(claim: Claim) -> bool:
    return claim.independent == 1
