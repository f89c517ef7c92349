"""In: a few words. Out: invented reports, with figures in them, and stories, as a store is given them."""

import re
from typing import Any

from msgspec import structs

from twosource.records import Agree, Claim, Conflict, Copy, Day, Figure, Identity, Link, Mentions, Reason, Report, Story
from twosource.records.judgements import Decision, Judgement, Undo
from twosource.records.kept import Batch, Kept, KeptStory, News, Run
from twosource.records.spans import content_id

SEEN = "2025-05-03T14:05:00Z"
_AMOUNT = re.compile(r"\d+")


def report(name: str, text: str, day: str | None = "2025-05-01", outlet: str | None = "The Quay") -> Report:
    """A report of these words; its title is its first line."""
    bare = Report(
        id=name, text=text, outlet=outlet, published=Day(value=day, how="given") if day else None, language="en"
    )
    return structs.replace(bare, title=bare.span(0, len(text.split("\n", 1)[0])))


def mentions(of: Report, said_by: str = "Harbour Office") -> Mentions:
    """A figure for every run of digits: so many people killed, says one body."""
    figures = tuple(
        Figure(
            id=content_id(of.id, match.start(), match.group()),
            span=of.span(*match.span()),
            sentence=of.span(0, len(of.text)),
            low=float(match.group()),
            high=float(match.group()),
            measure="killed",
            of="people",
            chain=(Link(name=said_by, kind="body"),),
        )
        for match in _AMOUNT.finditer(of.text)
    )
    return Mentions(report=of.id, figures=figures)


def kept(of: Report, **other: Any) -> Kept:  # noqa: ANN401 - fields of Kept
    """A report as it is kept; its hash is its text."""
    fields = {"mentions": mentions(of), "hash": content_id(of.text), "seen": SEEN, "rules": "1 sm", **other}
    return Kept(report=of, features=fields.pop("features", f"features of {of.id}".encode()), **fields)


def story(name: str, *reports: Report, title: str = "A ferry sinks", changed: str = SEEN) -> KeptStory:
    """The story of these reports: one claim in dispute, one that agrees, and one name."""
    found = tuple(mentions(each) for each in reports)
    figures = tuple(figure.id for each in found for figure in each.figures)
    reasons = (Reason(rule="made", detail="made up for a test"),)
    return KeptStory(
        id=name,
        changed=changed,
        story=Story(
            id=content_id(*sorted(each.id for each in reports)),
            title=title,
            start="2025-05-01",
            end="2025-05-02",
            reports=reports,
            copies=(),
            mentions=found,
            events={each.id: "2025-05-01" for each in reports},
            claims=(
                Claim(id="c1", question="How many died?", figures=figures, verdict=Conflict(reasons=reasons)),
                Claim(
                    id="c2",
                    question="And aboard?",
                    figures=(),
                    verdict=Agree(reasons=reasons),
                    independent=2,
                    at_most=2,
                ),
            ),
            names=(Identity(name="Ludmíla Harsányi", kind="person", also=("Harsanyi",)),),
        ),
    )


def news(name: str, story_id: str, at: str = SEEN) -> News:
    """A change that a run brought to a story."""
    return News(id=name, at=at, story=story_id, kind="new story", words=f"{name} of {story_id}")


def run(name: str, begun: str = SEEN) -> Run:
    """A run that found one new report."""
    return Run(
        id=name,
        command="add",
        begun=begun,
        ended=begun,
        rules="1 sm",
        read=1,
        new=1,
        changed=0,
        problems=0,
        seconds=0.5,
    )


def judgement(name: str, *reports: str, decision: Decision | None = None) -> Judgement:
    """A judgement that bears on these reports."""
    return Judgement(
        id=name, by="Ada", at=SEEN, decision=decision or Undo(judgement="nothing"), why="because", reports=reports
    )


def batch(*reports: Report, **other: Any) -> Batch:  # noqa: ANN401 - fields of Batch
    """A batch of these reports with what else is given."""
    return Batch(kept=tuple(kept(each) for each in reports), **other)


def copy(name: str, of: str) -> Copy:
    """One report as a copy of another."""
    return Copy(report=name, of=of, share=0.9)
