"""In: a report and what was found in it. Out: its text in nested pieces, so that every item has a place to link to."""

from collections.abc import Sequence

import msgspec

from twosource.records import Mentions, Report, Span


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that is an item (`kind` and `anchor`) or plain (`kind` ""), with its pieces in order."""

    kind: str
    anchor: str | None
    words: str
    item: str | None = None
    pieces: tuple["Piece", ...] = ()


class _Item(msgspec.Struct, frozen=True, kw_only=True, order=True):
    start: int
    minus_end: int
    rank: int
    kind: str
    anchor: str
    item: str | None

    @property
    def end(self) -> int:
        return -self.minus_end


_DEEPEST = 20
_SUFFIX = {"furniture": "f", "shared": "s", "quote": "q", "time": "t", "name": "n", "figure": "", "here": "h"}
_RANK = {kind: rank for rank, kind in enumerate(_SUFFIX)}


def anchor(number: int, span: Span, kind: str = "figure") -> str:
    """The fragment of an item's words on the page: report 3 from code point 1040 is "r3-1040"."""
    return f"r{number}-{span.start}{_SUFFIX[kind]}"


def pieces(
    report: Report, number: int, mentions: Mentions | None, more: Sequence[tuple[str, Span]] = ()
) -> tuple[Piece, ...]:
    """The text of a report in pieces: furniture, quotations, times, names and figures, nested where one holds another.

    Of a name only the first place is a piece. Where two items overlap without one holding the other, the later is cut
    at the earlier one's end. `more` are further stretches, each of kind "shared" or "here".
    """
    found: list[tuple[str, Span, str | None]] = [("furniture", span, None) for span in report.furniture]
    found += [(kind, span, None) for kind, span in more]
    if mentions:
        found += [("quote", quote.span, quote.id) for quote in mentions.quotes]
        found += [("time", time.span, None) for time in mentions.times]
        found += [("name", span, None) for name in mentions.names for span in name.spans[:1]]
        found += [("figure", figure.span, figure.id) for figure in mentions.figures]
    items = {
        anchor(number, span, kind): _Item(
            start=span.start,
            minus_end=-span.end,
            rank=_RANK[kind],
            kind=kind,
            anchor=anchor(number, span, kind),
            item=item,
        )
        for kind, span, item in found
        if 0 <= span.start < span.end <= len(report.text)
    }
    return _nest(report.text, 0, len(report.text), sorted(items.values()), 0)


def _nest(text: str, start: int, end: int, items: Sequence[_Item], depth: int) -> tuple[Piece, ...]:
    made: list[Piece] = []
    at, index = start, 0
    while index < len(items):
        item = items[index]
        stop = min(item.end, end)
        inside = index + 1
        while inside < len(items) and items[inside].start < stop:
            inside += 1
        if item.start > at:
            made.append(_plain(text[at : item.start]))
        held = items[index + 1 : inside] if depth < _DEEPEST else ()
        within = _nest(text, item.start, stop, held, depth + 1)
        made.append(
            Piece(kind=item.kind, anchor=item.anchor, words=text[item.start : stop], item=item.item, pieces=within)
        )
        at, index = stop, inside
    if at < end:
        made.append(_plain(text[at:end]))
    return tuple(made)


def _plain(text: str) -> Piece:
    return Piece(kind="", anchor=None, words=text)
