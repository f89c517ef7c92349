"""In: the fields of a judgement's form. Out: the decision that they tell."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from twosource.records import CutEdge, DifferentNames, JoinOrigins, SameName
from twosource.records.judgements import (
    Confirm,
    Decision,
    EditSlot,
    JoinStories,
    PartStories,
    Reject,
    Slot,
    Undo,
)
from twosource.records.orders import JoinReadings, MoveReading, PartReadings
from twosource.web.refusals import Refused

_LONGEST = 2_000
_MOST = 5_000
_MOST_LINKS = 12
_YES = {"yes": True, "no": False}


class Form:
    """The fields of a form; each may be given several times."""

    def __init__(self, fields: Sequence[tuple[str, str]]) -> None:
        self.fields = tuple(fields)

    def words(self, name: str, otherwise: str | None = None) -> str:
        """One field. Raises Refused where it is missing (and no other value will do), or too long."""
        found = next((value.strip() for key, value in self.fields if key == name), "")
        if len(found) > _LONGEST:
            raise Refused(422, "too-long", f"“{name}” has more than {_LONGEST:,} characters.")
        if not found and otherwise is None:
            raise Refused(422, "missing", f"The form does not say “{name}”.")
        return (found or otherwise or "").encode("utf-8", "replace").decode().replace("\x00", "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field that is given at least once. Raises Refused where it is missing."""
        found = tuple(dict.fromkeys(value.strip() for key, value in self.fields if key == name and value.strip()))
        if not found:
            raise Refused(422, "missing", f"Nothing was chosen for “{name}”.")
        if len(found) > _MOST or any(len(value) > _LONGEST for value in found):
            raise Refused(422, "too-long", f"“{name}” holds too much.")
        return found


def decision(form: Form) -> Decision:
    """What a form decides, by its field "kind". Raises Refused where it says too little or what no slot can hold."""
    kind = form.words("kind")
    if kind not in _KINDS:
        raise Refused(422, "no-such-kind", f"There is no judgement of the kind “{kind}”.")
    return _KINDS[kind](form)


def _edit(form: Form) -> EditSlot:
    slot = form.words("slot")
    slots: dict[str, Slot] = {name: name for name in get_args(Slot)}
    if slot not in slots:
        raise Refused(422, "no-such-slot", f"A figure has no slot “{slot}”.")
    value = _value(slots[slot], form.words("value", ""))
    return EditSlot(figure=form.words("figure"), slot=slots[slot], value=value)


def _value(slot: Slot, given: str) -> float | bool | str | tuple[str, ...] | None:
    match slot:
        case "low" | "high":
            return None if given.casefold() in {"", "open", "none"} else _number(given)
        case "about":
            if given.casefold() not in _YES:
                raise Refused(422, "no-truth", "“about” is yes or no.")
            return _YES[given.casefold()]
        case "chain":
            links = [link.strip() for link in given.replace("\n", ";").split(";")]
            return tuple(link for link in links if link)[:_MOST_LINKS]
        case "stance":
            return given.casefold() or "asserted"
        case "unit" | "measure":
            return given
        case _:
            return given or None


def _number(given: str) -> float:
    try:
        found = float(given.replace(",", "").replace("\N{NO-BREAK SPACE}", "").replace(" ", ""))
    except ValueError:
        found = math.nan
    if not math.isfinite(found):
        raise Refused(422, "no-number", f"“{given}” is no number; write digits, as in 1,200 or 0.5.")
    return found


_KINDS: Mapping[str, Callable[[Form], Decision]] = {
    "confirm": lambda form: Confirm(figure=form.words("figure")),
    "reject": lambda form: Reject(figure=form.words("figure")),
    "edit": _edit,
    "join claims": lambda form: JoinReadings(a=form.words("a"), b=form.words("b")),
    "split claim": lambda form: PartReadings(figures=form.all("figures")),
    "move": lambda form: MoveReading(figure=form.words("figure"), to=form.words("to")),
    "join stories": lambda form: JoinStories(a=form.words("a"), b=form.words("b")),
    "split story": lambda form: PartStories(reports=form.all("reports")),
    "cut edge": lambda form: CutEdge(edge=form.words("edge")),
    "join origins": lambda form: JoinOrigins(
        a=form.words("a"), b=form.words("b"), claim=form.words("claim", "") or None
    ),
    "same name": lambda form: SameName(a=form.words("a"), b=form.words("b")),
    "different names": lambda form: DifferentNames(a=form.words("a"), b=form.words("b")),
    "undo": lambda form: Undo(judgement=form.words("judgement")),
}
