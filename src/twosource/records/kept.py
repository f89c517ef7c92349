"""In: what a run read and concluded. Out: the forms in which a store keeps it and hands it back."""

from typing import Literal

import msgspec

from twosource.records.changes import ChangeOf
from twosource.records.mentions import Mentions
from twosource.records.reports import Copy, Day, Problem, Report
from twosource.records.stories import Story

ChangeKind = ChangeOf | Literal["joined", "split", "judged"]


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What was known of a report before its text and its siblings were asked: from outside, or from its page.

    `alone` is true where its siblings told nothing: what is known of it now is all from its own text.
    """

    outlet: str | None = None
    published: Day | None = None
    alone: bool = False


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a report with what was found in it.

    `hash` is that of the text and of all that is known from outside it; `seen` is when this version was first read
    (UTC, "2025-05-03T14:05:00Z"); `rules` names the program's version and the model that read it; `features` are the
    bytes by which copies and stories are found. `given` is what `report` had before it was described: furniture, day
    and outlet may be settled anew by reports that come later, and then the same version is kept again with them.
    `problems` are what went wrong with this report.
    """

    report: Report
    mentions: Mentions
    hash: str
    seen: str
    rules: str
    features: bytes = b""
    given: Given = Given()
    problems: tuple[Problem, ...] = ()


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list of stories: all that the list shows, so that no story need be opened for it.

    `id` is kept from run to run: a story that grows keeps the id of the largest story it grew from. `changed` is when
    a run last concluded something new about it (UTC).
    """

    id: str
    title: str
    start: str | None
    end: str | None
    reports: int
    outlets: int
    claims: int
    conflicts: int
    updated: int
    corroborated: int
    single_origin: int
    unknown_origin: int
    changed: str


class KeptStory(msgspec.Struct, frozen=True, kw_only=True):
    """A reconciled story under its lasting id. `story.id` is the id of its present set of reports."""

    id: str
    changed: str
    story: Story


class News(msgspec.Struct, frozen=True, kw_only=True):
    """One change that a run brought to a story: when it was seen (UTC), what kind, in words, and where to look.

    `figure` is a figure of the claim that changed, None where the change is of no claim; `day` is the publication day
    of the report that brought it, None where unknown.
    """

    id: str
    at: str
    story: str
    kind: ChangeKind
    words: str
    report: str | None = None
    figure: str | None = None
    day: str | None = None


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One run over a store: what was asked, when (UTC), with which rules, how many reports were new, seconds taken.

    `told` are the problems with what was asked for: sources and files that could not be read.
    """

    id: str
    command: str
    begun: str
    ended: str
    rules: str
    read: int
    new: int
    changed: int
    problems: int
    seconds: float
    told: tuple[Problem, ...] = ()


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """All that one run adds, written whole or not at all.

    `stories` replaces the stories of these ids; `gone` maps ids of stories that are no more to the story in which most
    of their reports now are. `copies` replaces all copies of the reports in `touched`. A Kept of a known report and
    hash takes the place of that version and keeps its `seen`; of another hash it is a new version. `marks` are notes
    that the program leaves for itself, by name; None strikes one out.
    """

    kept: tuple[Kept, ...] = ()
    withdrawn: tuple[str, ...] = ()
    touched: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    stories: tuple[KeptStory, ...] = ()
    gone: dict[str, str] = {}
    news: tuple[News, ...] = ()
    run: Run | None = None
    marks: dict[str, str | None] = {}


class FigureQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which figures are looked for; None asks for nothing. Bounds are in the figure's own unit.

    `measure` and `unit` are compared whole, `of`, `said_by` (any link of the chain) and `words` by the words in them.
    A figure meets `low` where its own upper bound may lie at or above it ("killed ≥ 100"), and `high` likewise.
    """

    measure: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    of: str | None = None
    said_by: str | None = None
    words: str | None = None
    since: str | None = None
    until: str | None = None


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One thing found by a search: the report, its story (lasting id), outlet and day, and a snippet.

    `start` and `end` are the offsets of what was found in the report's text; `figure` is the id of a figure hit.
    """

    report: str
    story: str
    title: str
    outlet: str | None
    day: str | None
    start: int
    end: int
    snippet: str
    figure: str | None = None
