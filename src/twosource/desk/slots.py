"""In: a figure and a person's correction of one slot. Out: the figure with that slot mended, or what is wrong."""

import math
import re
from collections.abc import Mapping
from typing import get_args

from msgspec import structs

from twosource.errors import JudgementError
from twosource.records import Figure, Link, LinkKind, Mentions, NameKind, Stance
from twosource.records.judgements import EditSlot

_KINDS: Mapping[NameKind, LinkKind] = {"person": "person", "organisation": "body", "place": "body"}
_PERIOD = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?\Z")
_LONGEST = 200


def edited(figure: Figure, decision: EditSlot, mentions: Mentions) -> Figure:
    """The figure with one slot as a person says; the value was checked when the judgement was made."""
    value = decision.value
    match decision.slot:
        case "low" | "high" if value is None or isinstance(value, int | float):
            return structs.replace(figure, **{decision.slot: None if value is None else float(value)})
        case "about" if isinstance(value, bool):
            return structs.replace(figure, about=value)
        case "chain" if isinstance(value, tuple | list):
            return structs.replace(figure, chain=tuple(_link(str(name), mentions) for name in value))
        case "unit" | "measure":
            return structs.replace(figure, **{decision.slot: str(value or "")})
        case "of" | "place" | "as_of" | "stance":
            return structs.replace(figure, **{decision.slot: value})
        case _:
            return figure


def check(figure: Figure, decision: EditSlot) -> None:
    """Raise JudgementError where the slot cannot hold the value."""
    slot, value = decision.slot, decision.value
    match slot:
        case "low" | "high":
            _check_bound(figure, slot, value)
        case "about":
            _demand(isinstance(value, bool), "about is true or false")
        case "chain":
            named = isinstance(value, tuple | list) and all(str(name).strip() for name in value)
            _demand(named, "chain is a list of names, the nearest first")
        case "stance":
            _demand(value in get_args(Stance), f"stance is one of {', '.join(get_args(Stance))}")
        case "as_of":
            fits = value is None or (isinstance(value, str) and _PERIOD.match(value))
            _demand(bool(fits), "as_of is a day, month or year as YYYY-MM-DD, YYYY-MM, YYYY, or two of these with /")
        case "unit" | "measure" | "of" | "place":
            fits = value is None or (isinstance(value, str) and len(value) <= _LONGEST)
            _demand(bool(fits), f"{slot} is a few words, or nothing")


def _check_bound(figure: Figure, slot: str, value: object) -> None:
    number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    _demand(value is None or number, f"{slot} is a number, or nothing for an open end")
    low, high = (value, figure.high) if slot == "low" else (figure.low, value)
    if isinstance(low, int | float) and isinstance(high, int | float):
        _demand(low <= high, f"low would be {low:,.15g} and high {high:,.15g}: edit the other end first")


def _demand(holds: bool, message: str) -> None:  # noqa: FBT001 - it reads as a sentence
    if not holds:
        raise JudgementError(message)


def _link(name: str, mentions: Mentions) -> Link:
    """A link of this name, as the report has one in another chain, else of the kind the name has there."""
    chains = [figure.chain for figure in mentions.figures]
    chains += [statement.chain for statement in mentions.statements] + [quote.chain for quote in mentions.quotes]
    for link in (link for chain in chains for link in chain):
        if link.name == name:
            return link
    for one in mentions.names:
        if name in {one.name, *one.also}:
            return Link(name=name, kind=_KINDS[one.kind], span=one.spans[0] if one.spans else None)
    return Link(name=name, kind="body")
