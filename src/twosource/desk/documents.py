"""In: nothing but types. Out: what a desk is given and what it gives back: `Document`, `Added`, `Finding`."""

import msgspec

from twosource.records import Problem
from twosource.records.kept import FigureQuery, Hit, News


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A report that is in no file: pasted or uploaded, with what is known of it from outside.

    `name` is that of a file ("paste.txt", "page.html") and says what kind of bytes `data` are.
    """

    name: str
    data: bytes
    outlet: str | None = None
    url: str | None = None
    published: str | None = None


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What a run over a store did.

    `new` and `changed` are ids of reports, `stories` lasting ids of the stories that were set side by side again.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()
    stories: tuple[str, ...] = ()
    news: tuple[News, ...] = ()
    seconds: float = 0.0


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What a search found: hits, and how the question was understood: words to find, or figures."""

    hits: tuple[Hit, ...]
    words: str = ""
    query: FigureQuery | None = None
