"""In: nothing but types. Out: the shapes of the JSON dossier; its JSON Schema is made from them.

Field names and meanings are those of the guide to labels. Offsets count code points of a report's `text`. A null means
unknown or open-ended, never nought.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, UnsetType

from twosource.records import EdgeWhy, HowDated, LinkKind, NameKind, Problem, Stance, TimeType, Why
from twosource.records.judgements import Decision

Offset = Annotated[int, msgspec.Meta(ge=0)]
IsoDay = Annotated[str, msgspec.Meta(description="a day as YYYY-MM-DD")]
VerdictName = Literal["single", "agree", "updated", "conflict", "denied"]


class PlaceShape(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the text of the report that is named beside it."""

    start: Offset
    end: Offset


class SpanShape(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a report: `report.text[start:end] == text`."""

    report: str
    start: Offset
    end: Offset
    text: str


class LinkShape(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a chain with its kind and, where the report names it in words of its own, their place."""

    name: str
    kind: LinkKind
    plural: bool
    words: PlaceShape | None


class ReportShape(msgspec.Struct, frozen=True, kw_only=True):
    """One report. `copy_of` is the report whose text it carries; `published_how` is how its day was found."""

    id: str
    outlet: str | None
    url: str | None
    published: IsoDay | None
    published_how: HowDated | None
    copy_of: str | None
    copy_share: float | None
    event: str | None
    title: str | None
    credit: str | None
    language: str
    text: str
    furniture: tuple[SpanShape, ...]


class FigureShape(msgspec.Struct, frozen=True, kw_only=True):
    """A stated amount: its words, both bounds, what is counted, who says so, and the claim it is a reading of."""

    report: str
    start: Offset
    end: Offset
    text: str
    low: float | None
    high: float | None
    about: bool
    unit: str
    measure: str
    of: str | None
    place: str | None
    as_of: str | None
    chain: tuple[str, ...]
    stance: Stance
    claim: str | None
    id: str
    links: tuple[LinkShape, ...]
    sentence: PlaceShape


class EdgeShape(msgspec.Struct, frozen=True, kw_only=True):
    """Why two names, two reports, or a report and a name count as one origin or voice. `id` outlasts runs."""

    id: str
    a: str
    b: str
    why: EdgeWhy
    detail: str
    evidence: tuple[SpanShape, ...]


class OriginShape(msgspec.Struct, frozen=True, kw_only=True):
    """One origin in full: its names, the figures (ids) that go back to it, and the edges that led there."""

    names: tuple[str, ...]
    figures: tuple[str, ...]
    edges: tuple[EdgeShape, ...]


class ReasonShape(msgspec.Struct, frozen=True, kw_only=True):
    """The rule that decided, a sentence a reader understands, and the stretches compared."""

    rule: str
    detail: str
    spans: tuple[SpanShape, ...]


class ChoiceShape(msgspec.Struct, frozen=True, kw_only=True):
    """One number that a named policy takes from a claim, why that one, and what it hides."""

    policy: str
    low: float | None
    high: float | None
    unit: str
    figures: tuple[str, ...]
    reason: str
    warning: str | None


class ClaimShape(msgspec.Struct, frozen=True, kw_only=True):
    """One question that figures answer. The number of origins lies between `independent` and `at_most`.

    `edges` say why reports of unknown origin are fewer voices than they are reports.
    """

    id: str
    question: str
    verdict: VerdictName
    origins: tuple[tuple[str, ...], ...]
    independent: Offset
    at_most: Offset
    low: float | None
    high: float | None
    unit: str
    measure: str
    of: str | None
    why: tuple[ReasonShape, ...]
    figures: tuple[str, ...]
    superseded: tuple[str, ...]
    chosen: ChoiceShape | None
    origin_details: tuple[OriginShape, ...]
    edges: tuple[EdgeShape, ...] = ()


class RelatedShape(msgspec.Struct, frozen=True, kw_only=True):
    """Two claims that must not be set against each other; `broken` where even the inequality between them fails."""

    a: str
    b: str
    why: Why
    detail: str
    broken: bool


class QuoteShape(msgspec.Struct, frozen=True, kw_only=True):
    """A direct quotation; `group` joins the renderings of one utterance."""

    report: str
    start: Offset
    end: Offset
    text: str
    speaker: str | None
    chain: tuple[str, ...]
    group: str
    id: str


class UtteranceShape(msgspec.Struct, frozen=True, kw_only=True):
    """The renderings (quote ids) of one utterance, its speaker, and how the renderings differ."""

    id: str
    quotes: tuple[str, ...]
    speaker: str | None
    speakers: tuple[str, ...]
    differences: tuple[str, ...]


class EntryShape(msgspec.Struct, frozen=True, kw_only=True):
    """One happening. Entries of one happening that reports date differently share `disputed`, absent elsewhere."""

    id: str
    start: IsoDay
    end: IsoDay
    what: str
    mentions: tuple[SpanShape, ...]
    disputed: str | UnsetType = UNSET


class TimeShape(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression, with `type` and `value` as TIMEX3 defines them."""

    report: str
    start: Offset
    end: Offset
    text: str
    type: TimeType
    value: str


class StatementShape(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution: who, the words of saying, what was said, and the chain from the nearest to the furthest."""

    report: str
    kind: Literal["direct", "indirect", "mixed"]
    source: PlaceShape | None
    cue: PlaceShape | None
    content: PlaceShape
    chain: tuple[str, ...]


class NameShape(msgspec.Struct, frozen=True, kw_only=True):
    """A person, body or place, and the other forms the reports use."""

    name: str
    kind: NameKind
    also: tuple[str, ...]


class StoryShape(msgspec.Struct, frozen=True, kw_only=True):
    """One running affair."""

    id: str
    title: str
    start: IsoDay | None
    end: IsoDay | None
    reports: tuple[ReportShape, ...]
    figures: tuple[FigureShape, ...]
    claims: tuple[ClaimShape, ...]
    related: tuple[RelatedShape, ...]
    quotes: tuple[QuoteShape, ...]
    utterances: tuple[UtteranceShape, ...]
    timeline: tuple[EntryShape, ...]
    times: tuple[TimeShape, ...]
    statements: tuple[StatementShape, ...]
    nested: tuple[StatementShape, ...]
    names: tuple[NameShape, ...]


class JudgementShape(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided, in words and as `decision`: by whom, when (UTC), why, on which reports; if it holds."""

    id: str
    by: str
    at: str
    words: str
    why: str
    reports: tuple[str, ...]
    holds: bool
    decision: Decision


class DossierShape(msgspec.Struct, frozen=True, kw_only=True):
    """What one run found: the stories, largest first, and what could not be read. `version` is the program's.

    `judgements` are there only where a store was exported in which somebody judged.
    """

    version: str
    stories: tuple[StoryShape, ...]
    problems: tuple[Problem, ...]
    judgements: tuple[JudgementShape, ...] | UnsetType = UNSET
