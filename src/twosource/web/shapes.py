"""In: nothing. Out: the shapes in which pages about stories and claims are given as JSON."""

import msgspec

from twosource.records import Choice, NameKind
from twosource.records.kept import Card, News, Run
from twosource.web.jobs import Job


class Pager(msgspec.Struct, frozen=True, kw_only=True):
    """Which part of a list this is: `count` of `total` items from `start` on; addresses of the parts beside it."""

    start: int
    count: int
    total: int
    before: str | None = None
    after: str | None = None

    @property
    def several(self) -> bool:
        """Whether there is more than this part."""
        return self.before is not None or self.after is not None


class StoriesPage(msgspec.Struct, frozen=True, kw_only=True):
    """The list of stories."""

    query: str
    order: str
    stories: tuple[Card, ...]
    pager: Pager


class StoryRef(msgspec.Struct, frozen=True, kw_only=True):
    """Which story a page belongs to."""

    id: str
    title: str
    address: str


class ClaimRef(msgspec.Struct, frozen=True, kw_only=True):
    """Which claim: its question and its page."""

    question: str
    address: str


class ClaimLine(msgspec.Struct, frozen=True, kw_only=True):
    """One claim in short. `figure` is the figure whose id names it here; `stands` and `origins` are in words."""

    id: str
    figure: str
    address: str
    question: str
    verdict: str
    independent: int
    at_most: int
    origins: str
    low: float | None
    high: float | None
    unit: str
    stands: str
    why: tuple[str, ...]
    reports: int


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two claims that must not be set against each other, and why."""

    a: ClaimRef
    b: ClaimRef
    why: str
    broken: bool


class TollPoint(msgspec.Struct, frozen=True, kw_only=True):
    """One reading on its day: `day` is the day it speaks of, or (`of_report`) that of its report."""

    day: str
    of_report: bool
    low: float | None
    high: float | None
    amount: str
    label: str
    address: str
    origin: str | None
    superseded: bool
    stance: str


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """A number over time; `undated` readings have no day and are not among the points."""

    claim: ClaimRef
    unit: str
    points: tuple[TollPoint, ...]
    undated: int


class StoryPage(msgspec.Struct, frozen=True, kw_only=True):
    """A story in numbers, and its claims, each list cut where it is long: `verdicts` says how many there are."""

    id: str
    title: str
    start: str | None
    end: str | None
    changed: str
    reports: int
    outlets: int
    verdicts: dict[str, int]
    corroborated: int
    single_origin: int
    unknown_origin: int
    disputed: tuple[ClaimLine, ...]
    shared: tuple[ClaimLine, ...]
    single: tuple[ClaimLine, ...]
    tolls: tuple[Toll, ...]
    apart: tuple[Pair, ...]
    pairs: int
    quotes: int
    happenings: int
    names: int
    news: tuple[News, ...]


class ClaimsPage(msgspec.Struct, frozen=True, kw_only=True):
    """A story's claims, all or those of one verdict or whose question holds some words."""

    story: StoryRef
    verdict: str
    query: str
    claims: tuple[ClaimLine, ...]
    pager: Pager


class ApartPage(msgspec.Struct, frozen=True, kw_only=True):
    """All pairs of a story that must not be set against each other."""

    story: StoryRef
    pairs: tuple[Pair, ...]
    pager: Pager


class LinkLine(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a chain: `address` leads to the words that name it, None where no words do."""

    name: str
    kind: str
    plural: bool
    words: str | None
    address: str | None


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a report says a number: the figure, and its sentence in three pieces."""

    figure: str
    address: str
    before: str
    words: str
    after: str


class ReadingLine(msgspec.Struct, frozen=True, kw_only=True):
    """What one report says in answer to a claim: `figures` are all places where it says so, `figure` the fullest.

    `before`, `words` and `after` are the fullest figure's sentence, `places` those of all. `origin` is None where it is
    unknown.
    """

    figure: str
    figures: tuple[str, ...]
    address: str
    report: str
    number: int
    label: str
    day: str | None
    amount: str
    low: float | None
    high: float | None
    about: bool
    unit: str
    measure: str
    of: str | None
    place: str | None
    as_of: str | None
    stance: str
    chain: tuple[LinkLine, ...]
    origin: str | None
    superseded: bool
    before: str
    words: str
    after: str
    places: tuple[Place, ...]


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report that speak for something, and the sentence they stand in, if it is known."""

    report: str
    label: str
    words: str
    address: str
    context: str = ""


class EdgeLine(msgspec.Struct, frozen=True, kw_only=True):
    """Why two names or reports count as one voice; `between` are the two ends in words."""

    id: str
    a: str
    b: str
    between: tuple[str, str]
    why: str
    detail: str
    evidence: tuple[Evidence, ...]


class OriginLine(msgspec.Struct, frozen=True, kw_only=True):
    """One origin by all its names, with how many readings go back to it."""

    names: tuple[str, ...]
    figures: tuple[str, ...]


class JudgementLine(msgspec.Struct, frozen=True, kw_only=True):
    """One judgement in words: `holds` is false where it was undone, `orphan` says why it finds nothing to act on."""

    id: str
    by: str
    at: str
    kind: str
    words: str
    why: str
    holds: bool
    orphan: str | None
    story: str | None
    address: str | None


class ClaimPage(msgspec.Struct, frozen=True, kw_only=True):
    """One claim with all that speaks to it."""

    story: StoryRef
    claim: ClaimLine
    readings: tuple[ReadingLine, ...]
    pager: Pager
    origins: tuple[OriginLine, ...]
    edges: tuple[EdgeLine, ...]
    policies: tuple[Choice, ...]
    apart: tuple[Pair, ...]
    toll: Toll | None
    history: tuple[News, ...]
    judgements: tuple[JudgementLine, ...]


class JudgementsPage(msgspec.Struct, frozen=True, kw_only=True):
    """The judgement log, newest first; `orphans` counts those of the story that find nothing to act on."""

    story: StoryRef | None
    judgements: tuple[JudgementLine, ...]
    orphans: int
    pager: Pager


class NameLine(msgspec.Struct, frozen=True, kw_only=True):
    """One person, body or place under its canonical name, with its other forms and the reports that use any of them."""

    name: str
    kind: NameKind
    also: tuple[str, ...]
    reports: tuple[Evidence, ...]
    more: int


class NamesPage(msgspec.Struct, frozen=True, kw_only=True):
    """The names of a story."""

    story: StoryRef
    query: str
    names: tuple[NameLine, ...]
    pager: Pager


class NewsLine(msgspec.Struct, frozen=True, kw_only=True):
    """One change with the story it belongs to and where to look."""

    news: News
    title: str
    address: str


class NewsPage(msgspec.Struct, frozen=True, kw_only=True):
    """What changed, newest first: `show` is "alerts" for what is worth one, or "all"."""

    story: StoryRef | None
    show: str
    news: tuple[NewsLine, ...]
    feed: str


class IntakePage(msgspec.Struct, frozen=True, kw_only=True):
    """The jobs of this process and the newest runs over the store."""

    jobs: tuple[Job, ...]
    runs: tuple[Run, ...]


class JobPage(msgspec.Struct, frozen=True, kw_only=True):
    """One job, with addresses of the stories it touched."""

    job: Job
    stories: tuple[StoryRef, ...]
