"""In: a Story. Out: the same story in the order in which a person reads it; terminal and page are drawn from this."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from twosource.dossier import words
from twosource.dossier.shapes import VerdictName
from twosource.records import (
    Claim,
    Copy,
    Edge,
    EdgeWhy,
    Figure,
    Identity,
    Origin,
    Quote,
    Relation,
    Report,
    Span,
    Story,
    TimelineEntry,
    Utterance,
)

_MOST_READINGS = 40
_LABEL, _LABEL_LONGEST = 40, 200
_ORDER: dict[VerdictName, int] = {"conflict": 0, "denied": 1, "updated": 2, "agree": 3, "single": 4}


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One report as a reader meets it: its number from 1, its name, and the report it is a copy of."""

    number: int
    report: Report
    label: str
    copy: Copy | None
    copied_from: str | None
    credit: str | None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What one report says in answer to a claim, however often: `origin` is an index into the claim's origins."""

    figures: tuple[Figure, ...]
    source: Source
    origin: int | None
    superseded: bool

    @property
    def first(self) -> Figure:
        """The reading with the longest chain, the earliest of these in the report."""
        return max(self.figures, key=lambda figure: (len(figure.chain), -figure.span.start))

    @property
    def amount(self) -> str:
        """The reading's normalised amount in words."""
        return words.reading(self.first)

    @property
    def when(self) -> str:
        """The day or period it speaks of, in words, or nothing where the report does not say."""
        return next((words.as_of(figure.as_of) for figure in self.figures if figure.as_of), "")

    @property
    def chain(self) -> tuple[str, ...]:
        """The chain's names from the nearest to the furthest."""
        return tuple(link.name for link in self.first.chain)


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """An edge as a reader meets it: why two ends are one origin or voice, and the words that show it."""

    edge: Edge
    words: str

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The stretches that show it, each once."""
        return tuple(dict.fromkeys(self.edge.evidence))


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One claim with its readings, and the claims it must not be set against."""

    claim: Claim
    verdict: VerdictName
    readings: tuple[Reading, ...]
    apart: tuple[tuple[Claim, Relation], ...]
    why: tuple[str, ...]
    chosen: str | None = None
    ties: tuple[Tie, ...] = ()

    @property
    def telling(self) -> tuple[Tie, ...]:
        """The ties that tell a reader something new: no copies, no two spellings of a name, no tie over again."""
        root: dict[str, str] = {}
        kept: dict[str, Tie] = {}
        silent = {tie.edge.id for tie in self.ties if tie.edge.why == "copy" or tie.words.endswith(words.ONE_NAME)}
        for tie in sorted(self.ties, key=lambda tie: tie.edge.id not in silent):
            one, other = root.get(tie.edge.a, tie.edge.a), root.get(tie.edge.b, tie.edge.b)
            if one == other:
                continue
            ends = {tie.edge.a, tie.edge.b, *(end for end, first in root.items() if first in (one, other))}
            root |= dict.fromkeys(ends, one)
            if tie.edge.id not in silent:
                kept.setdefault(tie.words, tie)
        return tuple(kept.values())

    @property
    def shown(self) -> tuple[Reading, ...]:
        """The readings that a page has room for: all, or the first of the current ones where there are very many."""
        if len(self.readings) <= _MOST_READINGS:
            return self.readings
        return tuple(sorted(self.readings, key=lambda reading: reading.superseded))[:_MOST_READINGS]

    @property
    def shared(self) -> bool:
        """Whether more than one report, copies aside, answers it, or it is disputed."""
        return self.verdict != "single"

    @property
    def origins(self) -> str:
        """How many independent origins it comes from, as an interval in words."""
        return words.origins(self.claim.independent, self.claim.at_most)

    @property
    def open(self) -> str:
        """What is still open, in words."""
        return words.amount(self.claim.low, self.claim.high, self.claim.unit)

    def owners(self, low: float | None, high: float | None) -> list[str]:
        """Who gives a bound of the claim: origins by name, else outlets; in the order of the readings."""
        found = [
            self.voice(reading)
            for reading in self.readings
            if not reading.superseded and reading.first.stance != "denied"
            if (low is not None and low in (reading.first.low, reading.first.high))
            or (high is not None and high in (reading.first.low, reading.first.high))
        ]
        return list(dict.fromkeys(found))

    def voice(self, reading: Reading) -> str:
        """Who is behind a reading: its origin where known, else the outlet that printed it."""
        if reading.origin is not None:
            return self.claim.origins[reading.origin].names[0]
        return f"{reading.source.label}, which names no source" if not reading.chain else reading.chain[-1]


class Rendering(msgspec.Struct, frozen=True, kw_only=True):
    """One utterance as one report gives it, in the pieces it is printed in."""

    source: Source
    quotes: tuple[Quote, ...]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One utterance with all its renderings."""

    id: str
    speaker: str | None
    speakers: tuple[str, ...]
    renderings: tuple[Rendering, ...]
    differences: tuple[str, ...]


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """One happening: a single entry, or the rival entries of a disputed one, the earliest first."""

    entries: tuple[TimelineEntry, ...]

    @property
    def disputed(self) -> bool:
        """Whether reports date it differently."""
        return len(self.entries) > 1 or self.entries[0].disputed is not None


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A whole story, ready to be drawn. `shared` claims come before those that one report alone makes.

    `names` are those that the reports give in more than one way.
    """

    story: Story
    sources: tuple[Source, ...]
    by_report: dict[str, Source]
    shared: tuple[Card, ...]
    single: tuple[Card, ...]
    said: tuple[Said, ...]
    moments: tuple[Moment, ...]
    names: tuple[Identity, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """All claims in reading order."""
        return self.shared + self.single

    def source(self, report: str) -> Source:
        """The source of a report's id."""
        return self.by_report[report]

    def count(self, verdict: VerdictName) -> int:
        """How many claims have a verdict."""
        return sum(card.verdict == verdict for card in self.cards)


def view(story: Story, first: int = 1) -> View:
    """The story in reading order: disputed claims first, then those of several reports, then those of one.

    Its reports are numbered from `first`.
    """
    sources = _sources(story, first)
    by_report = {source.report.id: source for source in sources}
    cards = sorted(_cards(story, by_report), key=_rank)
    return View(
        story=story,
        sources=sources,
        by_report=by_report,
        shared=tuple(card for card in cards if card.shared),
        single=tuple(card for card in cards if not card.shared),
        said=_said(story, by_report),
        moments=_moments(story.timeline),
        names=tuple(name for name in story.names if name.also),
    )


def _sources(story: Story, first: int) -> tuple[Source, ...]:
    copies = {copy.report: copy for copy in story.copies}
    labels = {report.id: _label(report) for report in story.reports}
    return tuple(
        Source(
            number=number,
            report=report,
            label=labels[report.id],
            copy=copies.get(report.id),
            copied_from=labels.get(copies[report.id].of, copies[report.id].of) if report.id in copies else None,
            credit=_credit(report),
        )
        for number, report in enumerate(story.reports, first)
    )


def _credit(report: Report) -> str | None:
    """The agency whose text a report says it is, unless it is that agency's own."""
    credit = words.plain(report.credit or "")
    return credit if credit and credit.casefold() != (report.outlet or "").casefold() else None


def _label(report: Report) -> str:
    """What a reader calls a report: its outlet, else the first words of its headline, else its id."""
    if report.outlet:
        return words.plain(report.outlet)
    headline = report.title.words if report.title else report.headline or report.text[:_LABEL_LONGEST]
    return f"“{words.shortened(headline, _LABEL)}”" if words.plain(headline).strip() else words.plain(report.id)


def _rank(card: Card) -> tuple[int, int, int, float, str]:
    reports = {reading.source.number for reading in card.readings}
    first = card.readings[0] if card.readings else None
    where = (first.source.number, first.figures[0].span.start) if first else (0, 0)
    return _ORDER[card.verdict], -len(reports), *where, card.claim.id


def _cards(story: Story, sources: dict[str, Source]) -> Iterable[Card]:
    figures = {figure.id: figure for mentions in story.mentions for figure in mentions.figures}
    claims = {claim.id: claim for claim in story.claims}
    apart: dict[str, list[tuple[Claim, Relation]]] = {claim: [] for claim in claims}
    for relation in story.related:
        for one, other in ((relation.a, relation.b), (relation.b, relation.a)):
            if one in apart and other in claims:
                apart[one].append((claims[other], relation))
    told = _Outlets(sources)
    for claim in story.claims:
        found = [figures[key] for key in claim.figures if key in figures]
        yield Card(
            claim=claim,
            verdict=words.verdict_name(claim.verdict),
            readings=_readings(claim, found, sources),
            apart=tuple(apart[claim.id]),
            why=_why(claim, told),
            chosen=_chosen(claim, told),
            ties=_ties(claim, sources),
        )


_REASONS_SHOWN = 3


def _why(claim: Claim, told: "_Outlets") -> tuple[str, ...]:
    """The reasons of a verdict as sentences, each once, and only the first few."""
    found = list(dict.fromkeys(told(reason.detail) for reason in claim.verdict.reasons if reason.detail))
    rest = len(found) - _REASONS_SHOWN
    more = [f"And {words.count(rest, 'reason')} of the same kind."] if rest > 0 else []
    return tuple(found[:_REASONS_SHOWN] + more)


#: Ties of reports before those of names: the reader knows the ministry's spokesman, not whose text an outlet prints.
_TIES: dict[EdgeWhy, int] = {
    "joined": 0, "named": 1, "copy": 2, "same credit": 3, "shared text": 4, "organ of": 5, "same root": 6,
}  # fmt: skip


def _ties(claim: Claim, sources: dict[str, Source]) -> tuple[Tie, ...]:
    """Why names and reports count as fewer voices than there are of them, each edge once."""
    edges = {edge.id: edge for edge in (*claim.edges, *(edge for origin in claim.origins for edge in origin.edges))}

    def named(end: str) -> str:
        return sources[end].label if end in sources else words.plain(end)

    ordered = sorted(edges.values(), key=lambda edge: (_TIES[edge.why], edge.a, edge.b, edge.id))
    return tuple(Tie(edge=edge, words=words.edge(edge, named(edge.a), named(edge.b))) for edge in ordered)


def _chosen(claim: Claim, told: "_Outlets") -> str | None:
    """The number that the policy asked for takes from the claim, why, and what it hides; None without a policy."""
    if claim.chosen is None:
        return None
    choice = claim.chosen
    said = told(f"{words.amount(choice.low, choice.high, choice.unit)} by “{choice.policy}”: {choice.reason}")
    return f"{said} But {choice.warning}." if choice.warning else said


class _Outlets:
    """Makes a sentence of a reason: outlets stand for the ids of their reports."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self._labels = {report: source.label for report, source in sources.items()}
        ids = "|".join(re.escape(report) for report in sorted(self._labels, key=len, reverse=True))
        self._ids = re.compile(rf"(?<![\w-])(?:{ids})(?![\w-])")

    def __call__(self, detail: str) -> str:
        said = self._ids.sub(lambda found: self._labels[found[0]], words.plain(detail))
        said = said[:1].upper() + said[1:]
        return said if said.endswith((".", "!", "?")) else f"{said}."


def _readings(claim: Claim, figures: Sequence[Figure], sources: dict[str, Source]) -> tuple[Reading, ...]:
    origin_of = {key: number for number, origin in enumerate(claim.origins) for key in origin.figures}
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        origin = origin_of.get(figure.id)
        old = figure.id in claim.superseded
        groups.setdefault(
            (figure.span.report, figure.low, figure.high, figure.unit, figure.stance, origin, old), []
        ).append(figure)
    return tuple(
        Reading(
            figures=tuple(sorted(group, key=lambda figure: figure.span)),
            source=sources[group[0].span.report],
            origin=origin_of.get(group[0].id),
            superseded=group[0].id in claim.superseded,
        )
        for group in groups.values()
    )


def _said(story: Story, sources: dict[str, Source]) -> tuple[Said, ...]:
    quotes = {quote.id: quote for mentions in story.mentions for quote in mentions.quotes}
    grouped = {key for utterance in story.utterances for key in utterance.quotes}
    alone = [
        Utterance(id=quote.id, quotes=(quote.id,), speaker=quote.speaker)
        for quote in quotes.values()
        if quote.id not in grouped
    ]
    said = []
    for utterance in (*story.utterances, *alone):
        pieces: dict[str, list[Quote]] = {}
        for key in utterance.quotes:
            if key in quotes:
                pieces.setdefault(quotes[key].span.report, []).append(quotes[key])
        renderings = tuple(
            Rendering(source=sources[report], quotes=tuple(sorted(group, key=lambda quote: quote.span)))
            for report, group in sorted(pieces.items(), key=lambda item: sources[item[0]].number)
        )
        if renderings:
            said.append(
                Said(
                    id=utterance.id,
                    speaker=utterance.speaker,
                    speakers=utterance.speakers,
                    renderings=renderings,
                    differences=utterance.differences,
                )
            )
    return tuple(sorted(said, key=_said_rank))


def _said_rank(said: Said) -> tuple[int, int, Span]:
    first = said.renderings[0]
    return -len(said.renderings), first.source.number, first.quotes[0].span


def _moments(timeline: Sequence[TimelineEntry]) -> tuple[Moment, ...]:
    groups: dict[str, list[TimelineEntry]] = {}
    for entry in sorted(timeline, key=lambda entry: (entry.start, entry.end, entry.id)):
        groups.setdefault(entry.disputed or f" {entry.id}", []).append(entry)
    return tuple(Moment(entries=tuple(entries)) for entries in groups.values())


def chain_words(names: Sequence[str]) -> str:
    """A chain from the nearest to the furthest: "Yonhap, citing South Korean lawmakers"."""
    return ", citing ".join(words.plain(name) for name in names)


def origin_words(origin: Origin) -> str:
    """An origin's names: the first, and the others in brackets."""
    first, *others = [words.plain(name) for name in origin.names]
    return f"{first} (also: {', '.join(others)})" if others else first
