"""In: nothing. Out: what every store promises: `Store`, its `Writer` and its `View`."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from twosource.records import Copy, Group, Report
from twosource.records.judgements import Judgement
from twosource.records.kept import Batch, Card, FigureQuery, Hit, Kept, KeptStory, News, Run


class View(Protocol):
    """One moment of a store, read only: whatever is written meanwhile, a view sees whole batches and none halfway."""

    def cards(self, *, query: str = "", order: str = "changed", start: int = 0, count: int = 50) -> tuple[Card, ...]:
        """The list of stories whose title or names hold the words of `query`; order "changed", "size" or "title"."""
        ...

    def count(self, query: str = "") -> int:
        """How many stories `cards` would give in all."""
        ...

    def story(self, name: str) -> KeptStory | None:
        """The story of a lasting id; an id that is no more leads to the story in which most of its reports now are."""
        ...

    def card(self, name: str) -> Card | None:
        """The line of one story, found as `story` finds it."""
        ...

    def group(self, name: str) -> Group | None:
        """The group that a story was made of, found as `story` finds it; the story itself is not opened for it."""
        ...

    def groups(self, reports: Iterable[str]) -> dict[str, Group]:
        """The stories that hold one of these reports, by lasting id, each as the group it was made of."""
        ...

    def story_of(self, report: str) -> str | None:
        """The lasting id of the story that holds a report."""
        ...

    def reports(self) -> Iterator[str]:
        """The ids of all reports that are not withdrawn, sorted."""
        ...

    def kept(self, reports: Sequence[str], *, mentions: bool = True) -> tuple[Kept, ...]:
        """The newest version of each of these reports, withdrawn ones too, in the order asked for.

        Unknown ids are left out. Without `mentions` those are empty, and it takes a tenth of the time.
        """
        ...

    def known(self, reports: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Hash and rules of the newest version of each report that is there, withdrawn ones too."""
        ...

    def features(self) -> Iterator[tuple[str, bytes]]:
        """Id and features of every report that is not withdrawn, in the order in which the reports first came."""
        ...

    def versions(self, report: str) -> tuple[tuple[str, str, Report], ...]:
        """All versions of a report's text, oldest first: when seen, hash, and the report. A text may come back."""
        ...

    def copies(self, reports: Sequence[str] | None = None) -> tuple[Copy, ...]:
        """All copies, or those in which one of these reports has a part."""
        ...

    def search(self, words: str, *, start: int = 0, count: int = 50) -> tuple[Hit, ...]:
        """Reports whose text holds all the words, best first; `"words in quotes"` must stand together."""
        ...

    def figures(self, query: FigureQuery, *, start: int = 0, count: int = 50) -> tuple[Hit, ...]:
        """Figures that meet the query, newest day first."""
        ...

    def figures_like(self, name: str, count: int = 10) -> tuple[tuple[str, str], ...]:
        """Figure id and report of the figures, of newest versions, whose id begins so: sorted, at most `count`."""
        ...

    def news(self, *, since: str | None = None, story: str | None = None, count: int = 200) -> tuple[News, ...]:
        """Changes seen at or after `since` (UTC), newest first, those of one moment in the order they were written.

        Of a story also those of stories that have since come into it.
        """
        ...

    def judgements(self, story: str | None = None) -> tuple[Judgement, ...]:
        """All judgements in the order they were made, or those with a report of the story in `Judgement.reports`."""
        ...

    def marks(self, names: Sequence[str]) -> dict[str, str]:
        """The notes of these names that the program left for itself (`Batch.marks`); unknown names are left out."""
        ...

    def runs(self, count: int = 50) -> tuple[Run, ...]:
        """The newest runs, newest first."""
        ...


class Writer(Protocol):
    """The one who writes. Only one at a time; a second waits, then raises StoreBusy."""

    def write(self, batch: Batch) -> None:
        """Add a batch, whole or not at all; what was written is on disk when this returns. Twice is as once.

        A report and a story come once in a batch.
        """
        ...

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement. Twice is as once."""
        ...


class Store(Protocol):
    """A store that is open. Raises StoreIsNewer, StoreBusy, NotAStore (all StoreError)."""

    def view(self) -> AbstractContextManager[View]:
        """A view of this moment."""
        ...

    def writer(self) -> AbstractContextManager[Writer]:
        """The right to write, until the end of the `with`: nobody else has it, also between two batches."""
        ...

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement, also while another has the right to write. Twice is as once."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...
