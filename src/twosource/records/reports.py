"""In: what a source gave. Out: `Report` and what is known of it from outside its sentences."""

from typing import Literal

import msgspec

from twosource.records.spans import Span

HowDated = Literal["given", "metadata", "url", "dateline", "text", "sibling"]


class Problem(msgspec.Struct, frozen=True, kw_only=True, gc=False, order=True):
    """What went wrong with one report or file: the stage, a short code, where, and a message for a person."""

    stage: str
    code: str
    where: str
    message: str


class Day(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A publication day: ISO `value` ("2025-08-22"), how it was found, and the words that settle it, if words do."""

    value: str
    how: HowDated
    words: Span | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One report as it was read. `text` is never cleaned: `furniture` marks what is no part of the article.

    `outlet` and `url` are as given or as found in the text, else None. `credit` names the agency whose text the report
    says it is ("Union Wire"), `title` is the headline's span; `headline` is the headline of a saved page whose `text`,
    the article's body, does not hold it. `language` is an ISO 639-1 code; reports in another language than English are
    kept and shown, and no mentions are read from them. `around` is a day or month (ISO) near which a report was written
    whose own day is not settled: good for counting "in April" or "last year", never shown as its day.
    """

    id: str
    text: str
    outlet: str | None = None
    url: str | None = None
    published: Day | None = None
    around: str | None = None
    title: Span | None = None
    headline: str | None = None
    byline: Span | None = None
    credit: str | None = None
    credit_span: Span | None = None
    dateline: Span | None = None
    furniture: tuple[Span, ...] = ()
    language: str = "en"

    def span(self, start: int, end: int) -> Span:
        """The stretch from `start` to `end` of this report's text, as a Span."""
        return Span(report=self.id, start=start, end=end, words=self.text[start:end])


class Copy(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """`report` is the text of `of`, whole or cut or lightly rewritten; `share` of its words are there too (0 to 1)."""

    report: str
    of: str
    share: float
    why: tuple[str, ...] = ()


class Group(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Reports of one story: their ids sorted, the event of each, and the words that hold them together."""

    reports: tuple[str, ...]
    events: dict[str, str]
    ties: tuple[str, ...] = ()


class StoryOrder(msgspec.Struct, frozen=True, kw_only=True):
    """A person's word that reports `a` and `b` are of one story ("merge"), or of two ("split")."""

    kind: Literal["merge", "split"]
    a: str
    b: str


class Passage(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A stretch two reports share, `words` of them equal: of copies, a pasted background, or one quoted statement."""

    a: Span
    b: Span
    words: int
    kind: Literal["copy", "background", "quote"]
