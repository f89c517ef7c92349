"""In: spans of a report. Out: what a report says in them: figures, times, statements, quotes, names."""

from typing import Literal

import msgspec

from twosource.records.spans import Span

LinkKind = Literal["person", "body", "unnamed", "document", "agency", "outlet", "post"]
Stance = Literal["asserted", "denied", "doubted"]
NameKind = Literal["person", "organisation", "place"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Part = Literal["part", "total", "remainder", "conversion", "restatement"]
Force = Literal["says", "thinks", "pledges", "acts"]


class Link(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One link of a chain: the name as resolved inside its report, its kind, and the words that name it there.

    `plural` is true for an unnamed plural or generic source ("officials", "witnesses"), which is no origin.
    """

    name: str
    kind: LinkKind
    span: Span | None = None
    plural: bool = False


class Figure(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A stated amount. Slots are those of the guide to labels; the rest is what comparing needs.

    `low` and `high` are bounds in units, None where open. `noun` is the lemma of the counted head noun, `verb` that of
    the predicate which governs it, `terms` the lower-case content lemmas of the figure's clause and `near` those of the
    clause's neighbourhood (the sentence and, for headless figures, the sentence before). `relation` and `whole` link a
    part, remainder, total, conversion or restatement to another figure's id. `event` is the day or period the clause
    itself states, before narrowing by the report's day. `lent` is true where no word of its own clause tells its
    measure: it is that of a figure before, or a word that says nothing. `leaning` is true where
    nor does one tell its unit. `read` are the unit and measure that its own
    report gave it where those of the story's other readings now stand in their place.
    """

    id: str
    span: Span
    sentence: Span
    low: float | None
    high: float | None
    about: bool = False
    unit: str = ""
    measure: str = ""
    of: str | None = None
    place: str | None = None
    as_of: str | None = None
    chain: tuple[Link, ...] = ()
    stance: Stance = "asserted"
    noun: str | None = None
    verb: str | None = None
    terms: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    relation: Part | None = None
    whole: str | None = None
    heading: bool = False
    corrected: bool = False
    lent: bool = False
    leaning: bool = False
    read: tuple[str, str] | None = None


class Time(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A time expression: TIMEX3 `type` and `value`, the days it covers (ISO, None where it names no day).

    `happening` is true where it dates something that happened or is planned; `what` is that clause in words, `terms`
    its lower-case content lemmas, `verb` the lemma of the dated verb or event noun. `echo` are the content lemmas of
    the next sentence where that points back ("at the time"). A time that counts from a happening ("two days after the
    crash") has its lemma as `event` and its `shift` in days; the day is found where the story tells when that was.
    """

    span: Span
    sentence: Span
    type: TimeType
    value: str
    start: str | None = None
    end: str | None = None
    happening: bool = False
    what: str | None = None
    verb: str | None = None
    terms: tuple[str, ...] = ()
    echo: tuple[str, ...] = ()
    event: str | None = None
    shift: int = 0


class Statement(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An attribution: who (`source`), the words of saying (`cue`), what (`content`), and the chain from near to far.

    `stance` is what the attribution itself does to its content: "denied" for "denied that", "doubted" for "claimed".
    `force`: "says" and "thinks" make their subject the source of what stands in the content, "pledges"
    (demands, offers, fines) of an amount in it; "acts" tells an attitude ("attacked", "supports") and is no source of
    a figure. A statement is `told` where its cue stands in what another says: "the mayor said he feared 40 had died".
    A `tally` gives its source to the numbers in it and is no attribution of words: "the mayor's list has 40".
    """

    kind: Literal["direct", "indirect", "mixed"]
    source: Span | None
    cue: Span | None
    content: Span
    chain: tuple[Link, ...] = ()
    stance: Stance = "asserted"
    told: bool = False
    force: Force = "says"
    tally: bool = False


class Quote(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A direct quotation of three words or more; `span` is what stands between the marks.

    Pieces of one utterance inside a report share `utterance`; renderings across reports are grouped when reconciling.
    """

    id: str
    span: Span
    speaker: str | None = None
    chain: tuple[Link, ...] = ()
    utterance: str = ""


class Name(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One person, body or place of a report: the fullest form without title, its kind, other forms, all its spans.

    `role` is what the report calls a person ("spokesman", "interior minister") or a body ("charity"); `of` names the
    body a person speaks for or holds office in, by the name it has in the report.
    """

    name: str
    kind: NameKind
    also: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    role: str | None = None
    of: str | None = None


class Mentions(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """All that was found in one report."""

    report: str
    figures: tuple[Figure, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    quotes: tuple[Quote, ...] = ()
    names: tuple[Name, ...] = ()
