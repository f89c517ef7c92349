"""In: a person's decision about one item. Out: `Judgement`, append-only, which every later run obeys.

An item is named by what outlasts a run: a figure, quote or time by its content id, a claim by the id of any figure in
it, a story by the id of any report in it.
"""

from typing import Literal

import msgspec

from twosource.records.orders import (
    CutEdge,
    DifferentNames,
    JoinOrigins,
    JoinReadings,
    MoveReading,
    PartReadings,
    SameName,
)

Slot = Literal["low", "high", "about", "unit", "measure", "of", "place", "as_of", "chain", "stance"]


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """Where an item stood when a person judged it: its report, offsets, words, and the text just around them.

    On a changed text the item is found again only where words, `before`, `after` and all numerals are the same.
    """

    report: str
    start: int
    end: int
    words: str
    before: str = ""
    after: str = ""


class Confirm(msgspec.Struct, frozen=True, kw_only=True, tag="confirm", tag_field="order"):
    """A person read the figure's words, and it is as the program says."""

    figure: str


class Reject(msgspec.Struct, frozen=True, kw_only=True, tag="reject", tag_field="order"):
    """The figure is none (a date, a name, a misreading): it answers no claim. It stays on the report's page, struck."""

    figure: str


class EditSlot(msgspec.Struct, frozen=True, kw_only=True, tag="edit", tag_field="order"):
    """One slot of a figure was misread; `value` is what the words say.

    A number, or None for an open end, in "low" and "high"; a truth value in "about"; the names of the chain, nearest
    first, in "chain"; a string or None in the other slots.
    """

    figure: str
    slot: Slot
    value: float | bool | str | tuple[str, ...] | None


class JoinStories(msgspec.Struct, frozen=True, kw_only=True, tag="join stories", tag_field="order"):
    """The stories of two reports are one story."""

    a: str
    b: str


class PartStories(msgspec.Struct, frozen=True, kw_only=True, tag="split story", tag_field="order"):
    """`reports` belong to another story than the rest of theirs: they form a story of their own."""

    reports: tuple[str, ...]


class Undo(msgspec.Struct, frozen=True, kw_only=True, tag="undo", tag_field="order"):
    """The judgement of this id no longer holds. Undoing an undoing makes it hold again."""

    judgement: str


Decision = (
    Confirm
    | Reject
    | EditSlot
    | JoinReadings
    | PartReadings
    | MoveReading
    | JoinStories
    | PartStories
    | CutEdge
    | JoinOrigins
    | SameName
    | DifferentNames
    | Undo
)


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided, who, when (UTC, "2025-05-03T14:05:00Z"), why; `story` by the id of a report in it.

    Judgements are only ever added, and of two that say the opposite the later holds. `id` is made of all the rest.
    `reports` are the ids of all reports that it bears on, and `anchors` tell where each figure that it names stood,
    by its id: so it is found again where the report's text was changed before or behind it. `words` says the decision
    in a sentence ("“17 people” is no figure"), so that it can be read where what it speaks of is gone.
    """

    id: str
    by: str
    at: str
    decision: Decision
    why: str = ""
    story: str | None = None
    reports: tuple[str, ...] = ()
    anchors: dict[str, Anchor] = {}
    words: str = ""
