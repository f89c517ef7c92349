"""In: the reports and mentions of a story in which bodies of several states speak. Out: the mentions, each told whose.

"The defence ministry" of one report and that of another may be those of two states at war. Where a story tells of
several, a public body that a report names without its state gets the state that the report speaks of there.
"""

import re
from collections.abc import Mapping, Sequence

from msgspec import structs

from twosource.records import Figure, Link, Mentions, Name, Report
from twosource.text.bodies import is_public
from twosource.text.countries import country_of
from twosource.text.folding import fold
from twosource.text.known_bodies import known_body
from twosource.text.realms import one_realm, realm

_WORD = re.compile(r"[A-Z][\w-]+")
_BACK = 240
#: A state that a report names so many times as often as any other is the one whose bodies it names without it.
_CLEARLY = 3
_STATE = re.compile(
    r"\b(?:ministry|government|army|military|(?:armed|air|security) forces?|general staff|navy|presidency)$",
    re.IGNORECASE,
)


def with_states(reports: Sequence[Report], mentions: Sequence[Mentions]) -> list[Mentions]:
    """The mentions, in which bodies of several states that are named alike have their states before their names.

    Nothing changes in a story that does not set bodies of at least two states side by side.
    """
    known = states(mentions)
    if len(known) < 2:  # noqa: PLR2004 - two sides
        return list(mentions)
    texts = {report.id: report.text for report in reports}
    return [_told(one, texts.get(one.report, ""), known) for one in mentions]


def states(mentions: Sequence[Mentions]) -> dict[str, str]:
    """The states whose bodies the chains name, by folded word, each with the word as written."""
    found: dict[str, str] = {}
    for one in mentions:
        for link in (link for figure in one.figures for link in figure.chain):
            if not _STATE.search(link.name) or not is_public(link.name) or known_body(link.name) is not None:
                continue
            told = realm(link.name)
            if not told or told.startswith("-") or " " in told:
                continue
            word = next((word for word in _WORD.findall(link.name) if land(word) == told), None)
            if word is not None and not any(one_realm(told, other) for other in found):
                found[told] = word
    return found


def _told(one: Mentions, text: str, known: Mapping[str, str]) -> Mentions:
    named = [(match.start(), state) for match in _WORD.finditer(text) if (state := _state_of(match.group(), known))]
    if not named:
        return one
    count = {state: sum(state == other for _, other in named) for state in known}
    first, *rest = sorted(count, key=lambda state: (-count[state], state))
    clear = first if all(count[first] >= _CLEARLY * count[other] for other in rest) and count[first] > 1 else None

    def qualified(name: str, place: int | None) -> str:
        if not _STATE.search(name) or not is_public(name) or realm(name) or known_body(name) is not None:
            return name
        before = [state for at, state in named if place is not None and place - _BACK < at < place]
        state = clear or (before[-1] if before else None)
        return f"{known[state]} {name.removeprefix('the ').removeprefix('The ')}" if state else name

    def link(old: Link) -> Link:
        name = qualified(old.name, old.span.start if old.span else None)
        return old if name == old.name else structs.replace(old, name=name)

    def figure(old: Figure) -> Figure:
        return structs.replace(old, chain=tuple(map(link, old.chain)))

    def who(old: Name) -> Name:
        place = old.spans[0].start if old.spans else None
        if old.kind == "organisation":
            forms = (qualified(old.name, place), *(qualified(form, place) for form in old.also))
            return structs.replace(old, name=forms[0], also=tuple(dict.fromkeys(forms[1:])))
        return structs.replace(old, of=qualified(old.of, place)) if old.of else old

    return structs.replace(one, figures=tuple(map(figure, one.figures)), names=tuple(map(who, one.names)))


def land(word: str) -> str:
    """The folded name of the country whose name or adjective a word is, else the word."""
    bare = word.removesuffix("'s").removesuffix("’s")
    country = country_of(bare)
    return fold(country.name if country is not None else bare)


def _state_of(word: str, known: Mapping[str, str]) -> str | None:
    folded = land(word)
    return next((state for state in known if len(folded) > 3 and one_realm(folded, state)), None)  # noqa: PLR2004
