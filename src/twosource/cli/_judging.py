"""In: a store, and what a person decides. Out: the store with the judgement, obeyed at once and by every later run."""

import getpass
import os
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli._adding import desk_of
from twosource.cli._frame import STORE, errors_in_one_line, moment, opened, write
from twosource.settings import Settings

if TYPE_CHECKING:
    from twosource.records.judgements import Decision, Slot
    from twosource.store import View


class Kind(StrEnum):
    """What can be decided."""

    CONFIRM = "confirm"
    REJECT = "reject"
    EDIT = "edit"
    MOVE = "move"
    JOIN = "join"
    SPLIT = "split"
    JOIN_STORIES = "join-stories"
    SPLIT_STORY = "split-story"
    CUT = "cut"
    JOIN_ORIGINS = "join-origins"
    SAME_NAME = "same-name"
    DIFFERENT_NAMES = "different-names"


BY = typer.Option("--by", metavar="NAME", help="Who decides. [default: your name on this machine]", show_default=False)
WHY = typer.Option("--why", metavar="WORDS", help="Why.", show_default=False)


def judge(  # noqa: PLR0913  one parameter an option
    store: Annotated[str, STORE],
    kind: Annotated[Kind, typer.Argument(help="What is decided; see above.", show_default=False)],
    items: Annotated[list[str], typer.Argument(metavar="ITEM…", help="Of what.", show_default=False)],
    *,
    by: Annotated[str | None, BY] = None,
    why: Annotated[str, WHY] = "",
    story: Annotated[
        str | None,
        typer.Option("--story", metavar="ID", help="The story whose names or edges are meant.", show_default=False),
    ] = None,
    claim: Annotated[
        str | None,
        typer.Option(
            "--claim", metavar="FIGURE", help="`join-origins` only in the claim of this figure.", show_default=False
        ),
    ] = None,
) -> None:
    """Decide something that the program got wrong: it is kept, obeyed at once, and by every later run.

    `confirm FIGURE`  it is as the program reads it

    `reject FIGURE`  it is none, and answers no claim

    `edit FIGURE SLOT VALUE`  low, high, about, unit, measure, of, place, as_of, stance, or chain with names, nearest
    first; `none` empties a slot

    `join FIGURE FIGURE`  their claims are one

    `split FIGURE…`  these are a claim of their own

    `move FIGURE FIGURE`  the first answers the question of the second

    `join-stories ID ID`  of stories, or of reports in them

    `split-story REPORT…`  these are a story of their own

    `cut EDGE`, `join-origins NAME NAME`, `same-name NAME NAME`, `different-names NAME NAME`  with `--story`

    Ids are those that `show` prints, and may be shortened.

    For instance:

    `twosource judge desk.db edit 3fa1 high 19 --why "the report says 17 to 19"`

    `twosource judge desk.db same-name "Ocean Rescue" ORN --story 84006d`
    """
    from twosource.cli._finding import story_of  # noqa: PLC0415  loaded late, see __init__

    with errors_in_one_line(), opened(store) as kept:
        with kept.view() as view:
            decision = _decision(view, kind, items, claim)
            home = story_of(view, story) if story else None
        desk = desk_of(kept, Settings())
        made = desk.judge(decision, by=by or _whoever(), now=moment(), why=why, story=home)
    write(f"{made.id}  {made.words}\n".encode("utf-8", "replace"), None)


def undo(
    store: Annotated[str, STORE],
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id, as `log` shows it.")],
    *,
    by: Annotated[str | None, BY] = None,
    why: Annotated[str, WHY] = "",
) -> None:
    """Take a judgement back; it stays in the log. Undoing an undoing makes it hold again.

    Example: `twosource undo desk.db 5c1e`
    """
    from twosource.cli._finding import judgement_of  # noqa: PLC0415  loaded late, see __init__

    with errors_in_one_line(), opened(store) as kept:
        with kept.view() as view:
            name = judgement_of(view, judgement)
        made = desk_of(kept, Settings()).undo(name, by=by or _whoever(), now=moment(), why=why)
    write(f"{made.id}  {made.words}\n".encode("utf-8", "replace"), None)


def _whoever() -> str:
    """The person at the keyboard, as far as the machine knows."""
    name = os.environ.get("TWOSOURCE_BY") or os.environ.get("USER") or os.environ.get("USERNAME")
    if name:
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"


def _decision(view: "View", kind: Kind, items: list[str], claim: str | None) -> "Decision":
    """The decision that the words on the command line make."""
    from twosource.cli._finding import figure_of, report_of  # noqa: PLC0415  loaded late, see __init__
    from twosource.records import PartReadings  # noqa: PLC0415
    from twosource.records.judgements import PartStories  # noqa: PLC0415

    match kind:
        case Kind.EDIT:
            return _edit(view, items)
        case Kind.SPLIT:
            return PartReadings(figures=tuple(figure_of(view, figure) for figure in items))
        case Kind.SPLIT_STORY:
            return PartStories(reports=tuple(report_of(view, report) for report in items))
        case Kind.CONFIRM | Kind.REJECT | Kind.CUT:
            return _of_one(view, kind, items)
        case _:
            return _of_two(view, kind, items, figure_of(view, claim) if claim else None)


def _of_one(view: "View", kind: Kind, items: list[str]) -> "Decision":
    from twosource.cli._finding import figure_of  # noqa: PLC0415  loaded late, see __init__
    from twosource.records import CutEdge  # noqa: PLC0415
    from twosource.records.judgements import Confirm, Reject  # noqa: PLC0415

    (one,) = _items(kind, items, 1)
    match kind:
        case Kind.CUT:
            return CutEdge(edge=one)
        case Kind.CONFIRM:
            return Confirm(figure=figure_of(view, one))
        case _:
            return Reject(figure=figure_of(view, one))


def _of_two(view: "View", kind: Kind, items: list[str], claim: str | None) -> "Decision":
    from twosource.cli._finding import figure_of  # noqa: PLC0415  loaded late, see __init__
    from twosource.records import DifferentNames, JoinOrigins, JoinReadings, MoveReading, SameName  # noqa: PLC0415
    from twosource.records.judgements import JoinStories  # noqa: PLC0415

    a, b = _items(kind, items, 2)
    match kind:
        case Kind.JOIN:
            return JoinReadings(a=figure_of(view, a), b=figure_of(view, b))
        case Kind.MOVE:
            return MoveReading(figure=figure_of(view, a), to=figure_of(view, b))
        case Kind.JOIN_STORIES:
            return JoinStories(a=_report_in(view, a), b=_report_in(view, b))
        case Kind.JOIN_ORIGINS:
            return JoinOrigins(a=a, b=b, claim=claim)
        case Kind.SAME_NAME:
            return SameName(a=a, b=b)
        case _:
            return DifferentNames(a=a, b=b)


def _items(kind: Kind, items: list[str], count: int) -> list[str]:
    if len(items) != count:
        message = f"{kind.value} takes {count} of them, not {len(items)}"
        raise typer.BadParameter(message, param_hint="ITEM…")
    return items


def _edit(view: "View", items: list[str]) -> "Decision":
    """A correction of a slot, its value read as the slot needs it."""
    from twosource.cli._finding import figure_of  # noqa: PLC0415  loaded late, see __init__

    if len(items) < 3:  # noqa: PLR2004
        message = "edit takes a figure, a slot and a value"
        raise typer.BadParameter(message, param_hint="ITEM…")
    figure, slot, *values = items
    from typing import get_args  # noqa: PLC0415

    from twosource.records.judgements import EditSlot  # noqa: PLC0415  loaded late, see __init__
    from twosource.records.judgements import Slot as Slots  # noqa: PLC0415

    if slot not in get_args(Slots):
        message = f"{slot!r} is no slot; there are {', '.join(get_args(Slots))}"
        raise typer.BadParameter(message, param_hint="ITEM…")
    known: Slot = slot  # type: ignore[assignment]  # it is one of them
    words = " ".join(values).strip()
    value: float | bool | str | tuple[str, ...] | None = None if words.casefold() in {"none", ""} else words
    if slot == "chain":
        value = tuple(one for one in values if one.strip().casefold() != "none")
    elif slot == "about":
        value = _truth(words)
    elif slot in {"low", "high"} and value is not None:
        try:
            value = float(words.replace(",", ""))
        except ValueError:
            message = f"{words!r} is no number"
            raise typer.BadParameter(message, param_hint="ITEM…") from None
    return EditSlot(figure=figure_of(view, figure), slot=known, value=value)


def _truth(words: str) -> bool:
    if words.casefold() not in {"yes", "no", "true", "false"}:
        message = "about is yes or no"
        raise typer.BadParameter(message, param_hint="ITEM…")
    return words.casefold() in {"yes", "true"}


def _report_in(view: "View", name: str) -> str:
    """A report: itself, or the first of the story of this id."""
    from twosource.cli._finding import item_of, report_of  # noqa: PLC0415  loaded late, see __init__

    kind, found = item_of(view, name)
    if kind == "story" and (kept := view.story(found)) is not None:
        return kept.story.reports[0].id
    return report_of(view, name)
