"""In: nothing. Out: the filters and functions that templates draw with."""

from collections.abc import Callable
from typing import Any

from twosource.dossier import words
from twosource.dossier.html import COLOURS
from twosource.dossier.view import Card, chain_words, origin_words
from twosource.records.kept import Card as StoryCard
from twosource.web import hrefs

_KINDS = {
    "person": "person",
    "body": "body",
    "unnamed": "unnamed source",
    "document": "document",
    "agency": "news agency",
    "outlet": "outlet",
    "post": "post",
}
_WHY = {
    "named": "names it as its source",
    "same root": "the same one by another name",
    "shared text": "the same wording",
    "same credit": "credit the same agency",
    "organ of": "speaks for it",
    "copy": "the same text",
    "joined": "joined by a person",
}
_VERDICTS = {
    "conflict": "in conflict",
    "denied": "denied",
    "updated": "updated",
    "agree": "agreed",
    "single": "from one report",
}


def colour(origin: int | None) -> str:
    """The class that colours an origin; more than there are colours share the last one."""
    return "unknown" if origin is None else f"o{min(origin, COLOURS - 1)}"


def moment(utc: str) -> str:
    """A moment (UTC) in words: "3 May 2025, 14:05 UTC"."""
    day, mark, time = utc.partition("T")
    return f"{words.day(day)}, {time[:5]} UTC" if mark else utc


def glance(card: StoryCard) -> tuple[tuple[str, float, float], ...]:
    """How far a story's claims are corroborated, as a bar: a class, where it begins and how wide it is, in per cent."""
    parts = (
        ("two", card.corroborated),
        ("one", card.single_origin),
        ("none", card.unknown_origin),
    )
    total = sum(many for _, many in parts)
    made, at = [], 0.0
    for name, many in parts:
        wide = round(100 * many / total, 2) if total else 0.0
        if wide:
            made.append((name, round(at, 2), wide))
        at += wide
    return tuple(made)


def origin_of(card: Card, origin: int | None) -> str:
    """An origin's first name, or that it is unknown."""
    return words.UNKNOWN if origin is None else words.plain(card.claim.origins[origin].names[0])


def node_address(card: Card, href: str | None) -> str | None:
    """Where a box of the drawing of origins leads: the report of that number in the claim."""
    if href is None:
        return None
    number = int(href.removeprefix("#r"))
    return next((hrefs.report(one.source.report.id) for one in card.readings if one.source.number == number), None)


FILTERS: dict[str, Callable[..., Any]] = {
    "plain": words.plain,
    "day": words.day,
    "moment": moment,
    "colour": colour,
    "chain": chain_words,
    "origin": origin_words,
    "label": words.verdict_label,
    "open": words.open_label,
    "as_of": words.as_of,
    "link_kind": lambda kind: _KINDS.get(kind, kind),
    "edge_why": lambda why: _WHY.get(why, why),
    "verdict_word": lambda name: _VERDICTS[name],
    "json_of": hrefs.json_of,
}
GLOBALS: dict[str, Callable[..., Any]] = {
    "count": words.count,
    "days": words.days,
    "amount": words.amount,
    "glance": glance,
    "origin_of": origin_of,
    "node_address": node_address,
}
