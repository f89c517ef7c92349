"""In: a view of the store. Out: stories opened for reading, the last few kept so that a second page costs nothing."""

import re
import threading
from collections import OrderedDict

import msgspec

from twosource.desk.working import TURN
from twosource.dossier.view import Card, Source, View, view
from twosource.records import Edge, Figure, Mentions, Report
from twosource.records.kept import KeptStory
from twosource.store import View as StoreView

# An id holds no space; one that does stays as it is.
_WORD = re.compile(r"[^\s,;:()“”]+")
_MOST_STORIES = 8
_MOST_REPORTS = 6_000


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """A story in reading order, with its things by id."""

    kept: KeptStory
    view: View
    figures: dict[str, Figure]
    mentions: dict[str, Mentions]
    card_of: dict[str, Card]
    context: dict[tuple[str, int], str]

    @property
    def id(self) -> str:
        """The story's lasting id."""
        return self.kept.id

    def source(self, report: str) -> Source | None:
        """A report as a reader meets it in this story."""
        return self.view.by_report.get(report)

    def report(self, name: str) -> Report | None:
        """A report of the story."""
        source = self.view.by_report.get(name)
        return source.report if source else None

    def named(self, name: str) -> str:
        """A report's label where the name is a report's id, else the name."""
        source = self.view.by_report.get(name)
        return source.label if source else name

    def outlets(self, told: str) -> str:
        """A sentence in which outlets stand for the ids of their reports, as reasons have it: “words”, then the id."""
        return _WORD.sub(lambda found: self.named(found[0]), told)

    def edge_ends(self, edge: Edge) -> tuple[str, str]:
        """What an edge ties together, in words."""
        return self.named(edge.a), self.named(edge.b)


def open_story(kept: KeptStory) -> Opened:
    """A kept story in reading order."""
    seen = view(kept.story)
    return Opened(
        kept=kept,
        view=seen,
        figures={figure.id: figure for mentions in kept.story.mentions for figure in mentions.figures},
        mentions={mentions.report: mentions for mentions in kept.story.mentions},
        card_of={figure: card for card in seen.cards for figure in card.claim.figures},
        context={
            (figure.span.report, figure.span.start): figure.sentence.words
            for mentions in kept.story.mentions
            for figure in mentions.figures
        },
    )


class Shelf:
    """The stories opened last. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stories: OrderedDict[tuple[object, ...], Opened] = OrderedDict()

    def take(self, store: StoreView, name: str) -> Opened | None:
        """The story of a lasting id as the store has it now, or None where there is none."""
        card = store.card(name)
        if card is None:
            return None
        # A judgement is noted before it is counted: the turn of the desk tells that it is.
        key = (card, len(store.judgements(card.id)), store.marks([TURN]).get(TURN))
        with self._lock:
            found = self._stories.get(key)
            if found:
                self._stories.move_to_end(key)
                return found
        kept = store.story(card.id)
        if kept is None:
            return None
        found = open_story(kept)
        with self._lock:
            self._stories[key] = found
            while len(self._stories) > _MOST_STORIES or (len(self._stories) > 1 and self._reports() > _MOST_REPORTS):
                self._stories.popitem(last=False)
        return found

    def forget(self) -> None:
        """Put all stories back."""
        with self._lock:
            self._stories.clear()

    def _reports(self) -> int:
        return sum(len(opened.view.sources) for opened in self._stories.values())
