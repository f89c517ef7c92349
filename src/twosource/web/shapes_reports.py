"""In: nothing. Out: the shapes in which pages about reports, quotations, times and searches are given as JSON."""

import msgspec

from twosource.records.kept import FigureQuery, Hit
from twosource.web.shapes import ClaimRef, Evidence, JudgementLine, LinkLine, Pager, StoryRef


class ReportLine(msgspec.Struct, frozen=True, kw_only=True):
    """One report of a story: `how_dated` says in words where the day is from, `copy_of` whose text it is."""

    id: str
    address: str
    number: int
    label: str
    outlet: str | None
    day: str | None
    how_dated: str
    title: str | None
    copy_of: str | None
    credit: str | None
    language: str


class ReportsPage(msgspec.Struct, frozen=True, kw_only=True):
    """The reports of a story in the order of their ids."""

    story: StoryRef
    reports: tuple[ReportLine, ...]
    pager: Pager


class FigureLine(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of a report, with the claim it answers (None where it answers none)."""

    id: str
    start: int
    end: int
    words: str
    amount: str
    address: str
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
    claim: ClaimRef | None


class SharedWith(msgspec.Struct, frozen=True, kw_only=True):
    """Another report that shares stretches with this one: how many words in how many stretches, and of what kinds."""

    report: str
    label: str
    words: int
    stretches: int
    kinds: tuple[str, ...]
    address: str


class VersionLine(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a report's text, when it was first seen (UTC); `address` compares it with the one before."""

    hash: str
    seen: str
    characters: int
    address: str | None


class MarkLine(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the text that was read as something: "furniture", "quote", "time", "name" or "figure"."""

    kind: str
    start: int
    end: int
    words: str


class ReportPage(msgspec.Struct, frozen=True, kw_only=True):
    """One report: its newest text, what was read in it, what it shares with others, its versions.

    Where the story has very many reports (`compared_with_all` is false), only copies were compared with this one.
    """

    id: str
    story: StoryRef | None
    label: str
    outlet: str | None
    url: str | None
    day: str | None
    how_dated: str
    title: str | None
    credit: str | None
    language: str
    copy_of: Evidence | None
    text: str
    marks: tuple[MarkLine, ...]
    figures: tuple[FigureLine, ...]
    shared: tuple[SharedWith, ...]
    compared_with_all: bool
    versions: tuple[VersionLine, ...]
    problems: tuple[str, ...]
    judgements: tuple[JudgementLine, ...]


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch that two reports share: offsets in each, how many words are equal, and its kind."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    words: int
    kind: str


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of two reports set side by side."""

    report: str
    label: str
    day: str | None
    address: str
    text: str


class ComparePage(msgspec.Struct, frozen=True, kw_only=True):
    """Two reports side by side, with the stretches they share."""

    a: Side
    b: Side
    story: StoryRef | None
    stretches: tuple[Stretch, ...]


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """A run of words of two versions: "same", "new" or "gone"."""

    kind: str
    words: str


class VersionsPage(msgspec.Struct, frozen=True, kw_only=True):
    """What one version of a report changed against another; `whole` is false where it was too long to compare."""

    report: str
    label: str
    address: str
    old: VersionLine
    new: VersionLine
    runs: tuple[Changed, ...]
    whole: bool


class RenderingLine(msgspec.Struct, frozen=True, kw_only=True):
    """An utterance as one report has it, in pieces, and what it changes against the first rendering."""

    report: str
    number: int
    label: str
    address: str
    chain: tuple[str, ...]
    pieces: tuple[str, ...]
    changes: tuple[Changed, ...]


class QuoteLine(msgspec.Struct, frozen=True, kw_only=True):
    """One utterance; `speakers` are all those it is given to."""

    id: str
    speaker: str | None
    speakers: tuple[str, ...]
    differences: tuple[str, ...]
    renderings: tuple[RenderingLine, ...]
    more: int


class QuotesPage(msgspec.Struct, frozen=True, kw_only=True):
    """The quotations of a story: those in several reports first."""

    story: StoryRef
    query: str
    quotes: tuple[QuoteLine, ...]
    pager: Pager


class EntryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One happening on its days, with the words that date it."""

    start: str
    end: str
    days: str
    what: str
    mentions: tuple[Evidence, ...]
    more: int


class MomentLine(msgspec.Struct, frozen=True, kw_only=True):
    """One happening: more than one entry where reports date it differently."""

    disputed: bool
    entries: tuple[EntryLine, ...]


class TimelinePage(msgspec.Struct, frozen=True, kw_only=True):
    """The happenings of a story, the earliest first."""

    story: StoryRef
    moments: tuple[MomentLine, ...]
    pager: Pager


class HitLine(msgspec.Struct, frozen=True, kw_only=True):
    """One thing found, and where it stands. `parts` is the snippet, with what was found marked."""

    hit: Hit
    label: str
    address: str
    story_address: str
    parts: tuple[tuple[bool, str], ...]


class SearchPage(msgspec.Struct, frozen=True, kw_only=True):
    """What a search found; `figures` is how it was read as a search for figures; `trouble` why it could not be read."""

    query: str
    figures: FigureQuery | None
    hits: tuple[HitLine, ...]
    pager: Pager
    trouble: str
