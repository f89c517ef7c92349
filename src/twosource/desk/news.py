"""In: a story before and after a run. Out: `News`: what the run brought to it, in words."""

from collections.abc import Sequence

from twosource.reconciling import changes
from twosource.records import Report, Story, content_id
from twosource.records.judgements import Judgement
from twosource.records.kept import ChangeKind, News


class Teller:
    """Makes the news of one story: its lasting id, and when the run saw it."""

    def __init__(self, story: str, at: str) -> None:
        """Name the story and the moment (UTC)."""
        self._story, self._at = story, at

    def __call__(
        self, kind: ChangeKind, words: str, report: str | None = None, figure: str | None = None, day: str | None = None
    ) -> News:
        """One piece of news; its id is made of all that it says."""
        parts = (self._at, self._story, kind, words, report, figure, day)
        return News(
            id=content_id(*parts),
            at=self._at,
            story=self._story,
            kind=kind,
            words=words,
            report=report,
            figure=figure,
            day=day,
        )


def of_story(tell: Teller, before: Story | None, after: Story, joined: Sequence[str], parted: str | None) -> list[News]:
    """What a run brought to a story.

    `joined` are titles of other stories that came into it whole, `parted` is the title of the one it was split from.
    """
    if before is None:
        if parted is not None:
            return [tell("split", f"Split from “{parted}”", day=after.start)]
        many = f"{len(after.reports)} reports" if len(after.reports) > 1 else "one report"
        first = min(after.reports, key=_when)
        return [tell("new story", f"New story of {many}", report=first.id, day=_day(first))]
    news = [tell("joined", f"The story “{title}” came into this one", day=after.end) for title in joined]
    for change in changes(before, after):
        figure = change.figures[-1] if change.figures else None
        news.append(tell(change.kind, change.words, change.report, figure, change.day))
    return news


def of_judgements(tell: Teller, judgements: Sequence[Judgement]) -> list[News]:
    """The decisions of persons that were obeyed for the first time."""
    return [
        tell("judged", f"{one.words} ({one.by})", next(iter(one.reports), None), day=one.at[:10]) for one in judgements
    ]


def _when(report: Report) -> tuple[str, str]:
    return _day(report) or "9999", report.id


def _day(report: Report) -> str | None:
    return report.published.value if report.published else None
