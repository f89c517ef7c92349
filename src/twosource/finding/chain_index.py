"""In: statements of a report. Out: those whose content, source or cue stands at a place, without asking all of them."""

from collections import defaultdict
from collections.abc import Sequence

from twosource.records import Span, Statement

#: Statements are kept by stretches of so many code points that their parts touch.
_STRETCH = 512


class Told:
    """Statements by where their parts stand, so that a text of very many is searched in the time of a few."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Enter each statement under every stretch that its content, source and cue touch."""
        self._contents: dict[int, list[Statement]] = defaultdict(list)
        self._sources: dict[int, list[Statement]] = defaultdict(list)
        self._cues: dict[int, list[tuple[int, Statement]]] = defaultdict(list)
        for number, statement in enumerate(statements):
            for stretch in _stretches(statement.content):
                self._contents[stretch].append(statement)
            for stretch in _stretches(statement.source) if statement.source is not None else ():
                self._sources[stretch].append(statement)
            if statement.cue is not None:
                self._cues[statement.cue.start // _STRETCH].append((number, statement))

    def holding(self, span: Span) -> list[Statement]:
        """The statements that hold a figure in what they say, and not in their source or cue, in their order."""
        return [one for one in self._contents.get(span.start // _STRETCH, ()) if _holds(one, span)]

    def naming(self, span: Span) -> list[Statement]:
        """The statements that hold a figure in the words for their source, in their order."""
        near = self._sources.get(span.start // _STRETCH, ())
        return [one for one in near if one.source is not None and one.source.start <= span.start < one.source.end]

    def cued(self, start: int, end: int) -> list[Statement]:
        """The statements whose cue begins from `start` up to, not including, `end`, in their order."""
        near = [row for stretch in range(start // _STRETCH, end // _STRETCH + 1) for row in self._cues.get(stretch, ())]
        near.sort(key=lambda row: row[0])
        return [one for _, one in near if one.cue is not None and start <= one.cue.start < end]


def _stretches(span: Span) -> range:
    return range(span.start // _STRETCH, max(span.start, span.end - 1) // _STRETCH + 1)


def _holds(statement: Statement, span: Span) -> bool:
    content = statement.content
    if not content.start <= span.start < content.end:
        return False
    return not any(
        part is not None and part.start <= span.start < part.end for part in (statement.source, statement.cue)
    )
