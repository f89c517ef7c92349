"""In: a Dossier. Out: one page that stands alone: no script, no request to anywhere, every item linked to its words."""

import base64
import functools
import hashlib
from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined

from twosource.dossier import words
from twosource.dossier.differences import Change, changes
from twosource.dossier.marks import Piece, anchor, pieces
from twosource.dossier.scale import scale
from twosource.dossier.spool import Spool
from twosource.dossier.tree import tree
from twosource.dossier.view import Card, Rendering, Said, View, chain_words, origin_words, view
from twosource.records import Dossier, Identity, Span, Story, Unfolding, unfolded

COLOURS = 8


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One story with the fragments of its items; `claim` and `figure_of` map ids of claims and figures to fragments."""

    number: int
    view: View
    claim: dict[str, str]
    claim_of: dict[str, str]
    said_of: dict[str, str]
    questions: dict[str, str]
    named_at: dict[str, list[Span]]

    def at(self, span: Span, kind: str = "figure") -> str:
        """The link to an item's own words."""
        return "#" + anchor(self.view.source(span.report).number, span, kind)

    def said_at(self, said: Said) -> str:
        """The fragment of an utterance."""
        return self.said_of[said.renderings[0].quotes[0].id]

    def near(self, span: Span) -> str:
        """The link to the item that stands in a stretch, or to its report where none does."""
        mentions = next((found for found in self.view.story.mentions if found.report == span.report), None)
        inside = sorted(figure.span for figure in mentions.figures if span.meets(figure.span)) if mentions else []
        return self.at(inside[0]) if inside else f"#r{self.view.source(span.report).number}"

    def met(self, name: Identity) -> list[tuple[int, str]]:
        """The number of each report that uses a form of a name, and the link to the first such place."""
        found: dict[int, str] = {}
        for form in (name.name, *name.also):
            for span in self.named_at.get(form.casefold(), ()):
                found.setdefault(self.view.source(span.report).number, self.at(span, "name"))
        return sorted(found.items())

    def text(self, report: str) -> tuple[Piece, ...]:
        """A report's text in pieces."""
        source = self.view.source(report)
        mentions = next((found for found in self.view.story.mentions if found.report == report), None)
        return pieces(source.report, source.number, mentions)

    def back(self, piece: Piece) -> str | None:
        """From words in a report to the claim or utterance they belong to."""
        if piece.item is None:
            return None
        found = self.claim_of.get(piece.item) or self.said_of.get(piece.item)
        return f"#{found}" if found else None

    def question(self, claim: str) -> str:
        """A claim's question by its id."""
        return self.questions.get(claim, claim)


def to_html(dossier: Dossier) -> str:
    """The whole dossier as one HTML page, which ends with each report's text; everything of a report is escaped."""
    return "".join(html_parts(unfolded(dossier)))


def html_parts(whole: Unfolding) -> Iterator[str]:
    """What `to_html` gives in parts; nothing comes before all stories are told, as their index comes first."""
    style = files("twosource.dossier").joinpath("templates", "page.css").read_text("utf-8")
    template = _environment().get_template("story.html")
    index: list[tuple[int, str, int]] = []
    first = 1
    with closing(Spool()) as told:
        for number, story in enumerate(whole.stories, 1):
            seen = view(story, first)
            index.append((number, story.title, len(seen.sources)))
            told.put(template.render(page=_page(number, seen), **_DRAWING))
            first += len(story.reports)
        page = (
            _environment()
            .get_template("page.html")
            .generate(
                version=whole.version,
                problems=whole.problems(),
                index=index,
                stories=told,
                style=style,
                style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
                **_DRAWING,
            )
        )
        for part in page:
            yield part.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\N{REPLACEMENT CHARACTER}")


@functools.cache
def _environment() -> Environment:
    """The templates with their filters, compiled once a process."""
    environment = Environment(
        loader=PackageLoader("twosource.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "plain": words.plain,
        "day": words.day,
        "colour": _colour,
        "chain": chain_words,
        "origin": origin_words,
        "apart": words.why_apart,
        "label": words.verdict_label,
        "open": words.open_label,
    }
    return environment


def _page(number: int, seen: View) -> Page:
    claim = {card.claim.id: f"s{number}-c{index}" for index, card in enumerate(seen.cards, 1)}
    return Page(
        number=number,
        view=seen,
        claim=claim,
        questions={card.claim.id: card.claim.question for card in seen.cards},
        claim_of={figure: claim[card.claim.id] for card in seen.cards for figure in card.claim.figures},
        named_at=_named_at(seen.story),
        said_of={
            quote.id: f"s{number}-q{index}"
            for index, item in enumerate(seen.said, 1)
            for rendering in item.renderings
            for quote in rendering.quotes
        },
    )


def _named_at(story: Story) -> dict[str, list[Span]]:
    """Where each name stands first in each report, by the name's forms in lower case."""
    found: dict[str, list[Span]] = {}
    for mentions in story.mentions:
        for name in mentions.names:
            for form in (name.name, *name.also) if name.spans else ():
                found.setdefault(form.casefold(), []).append(name.spans[0])
    return found


def _colour(origin: int | None) -> str:
    """The class that colours an origin; more than eight share the last one."""
    return "unknown" if origin is None else f"o{min(origin, COLOURS - 1)}"


def _spread(card: Card) -> list[tuple[str, list[str]]]:
    """Each end of what is still open with those who give it, where the ends belong to different voices."""
    claim = card.claim
    if card.verdict not in {"conflict", "denied"} or claim.low == claim.high:
        return []
    ends = ((claim.low, card.owners(claim.low, None)), (claim.high, card.owners(None, claim.high)))
    return [(words.number(end), owners) for end, owners in ends if end is not None and owners]


def _rendered(said: Said, rendering: Rendering) -> tuple[Change, ...]:
    """A rendering's words, with what it changes against the first rendering."""
    own = " … ".join(words.plain(quote.span.words) for quote in rendering.quotes)
    if rendering is said.renderings[0]:
        return (Change(kind="same", words=own),)
    first = " … ".join(words.plain(quote.span.words) for quote in said.renderings[0].quotes)
    return changes(first, own)


_DRAWING = {
    "days": words.days,
    "count": words.count,
    "how_dated": words.how_dated,
    "scale": scale,
    "tree": tree,
    "spread": _spread,
    "rendered": _rendered,
}
