"""In: the mentions of a story about two states. Out: by figure id the state whose people a number counts."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from twosource.reconciling.around import words_behind
from twosource.reconciling.sides import ADMITS, ENEMY, LOST, OWN, clause_before, owned_after
from twosource.reconciling.states import land, states
from twosource.records import Figure, Mentions, Span

_FATES = frozenset(str.split("killed injured casualties missing captured trapped deployed"))
_WORD = re.compile(r"[A-Z][\w-]+")
_ARMED = r"(?:border |frontier )?guards?|soldiers?|servicem[ae]n|troops?|infantry(?:men)?|forces|army"
_PEOPLE = re.compile(
    rf"\b([A-Z][\w-]+)(?:['’]s)? (?:{_ARMED}|fighters?|military|side|dead"
    r"|losses|casualties|prisoners?|sailors?|pilots?|marines?|citizens?|nationals?|civilians?|men|fallen|wounded)\b"
)
_FIGHTERS = re.compile(rf"\b([A-Z][\w-]+)(?:['’]s)? (?:{_ARMED})\b")
_AFTER = 60


def parties(mentions: Sequence[Mentions]) -> dict[str, str]:
    """By figure id the state whose people it counts, as the words about it tell; {} where fewer than two states are."""
    figures = [f for one in mentions for f in one.figures if f.unit == "person" and f.measure in _FATES]
    known = _known(mentions, figures)
    if len(known) < 2:  # noqa: PLR2004 - two sides
        return {}
    people = {
        name: land_of
        for one in mentions
        for named in one.names
        if named.kind == "person" and named.of and (land_of := _first(named.of, known))
        for name in (named.name, *named.also)
    }
    return {figure.id: party for figure in figures if (party := _party(figure, known, people))}


def _known(mentions: Sequence[Mentions], figures: Sequence[Figure]) -> frozenset[str]:
    """The states whose bodies speak, and those whose soldiers are counted at least twice."""
    words = Counter(land(word) for figure in figures for word in _PEOPLE.findall(figure.sentence.words))
    spoken = set(states(mentions))
    counted = {word for word, times in words.items() if times > 1 and any(_same(word, other) for other in spoken)}
    if len(counted) > 1:
        return frozenset(spoken)
    return _counted(figures)


def _counted(figures: Sequence[Figure]) -> frozenset[str]:
    """The states whose fighters reports count, where each is named twice and there are two of them."""
    found: dict[str, set[Span]] = {}
    for figure in figures:
        for word in (*_FIGHTERS.findall(figure.sentence.words), *_FIGHTERS.findall(figure.of or "")):
            name = land(word)
            known = next((other for other in found if _same(name, other)), name)
            found.setdefault(known, set()).add(figure.sentence)
    often = {name for name, sentences in found.items() if len(sentences) > 1}
    return frozenset(often if len(often) == 2 else ())  # noqa: PLR2004 - two sides


def _same(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) > 3 and (one == other or longer.startswith(shorter[:-1]))  # noqa: PLR2004 - "Uldmark's"


def _first(words: str, known: frozenset[str]) -> str:
    for word in _WORD.findall(words):
        for state in sorted(known):
            if _same(land(word), state):
                return state
    return ""


def _party(figure: Figure, known: frozenset[str], people: Mapping[str, str]) -> str:
    """The state whose people a figure counts: as named beside it, else by whose word it is."""
    after = _after(figure)
    beside = _PEOPLE.search(after)
    told = _first(figure.of or "", known)
    if not told and beside is not None and beside.start() < _NEXT:
        told = _first(beside.group(1), known)
    for_whom = _FOR.match(after)
    if not told and for_whom is not None:
        told = _first(for_whom.group(1), known)
    return told or _by_speaker(figure, known, people, named=beside is not None)


def _by_speaker(figure: Figure, known: frozenset[str], people: Mapping[str, str], *, named: bool) -> str:
    before = clause_before(figure)
    links = [link.name for link in figure.chain]
    speaker = next((who for name in reversed(links) if (who := people.get(name) or _first(name, known))), "")
    others = known - {speaker}
    other = next(iter(others)) if speaker and len(others) == 1 else ""
    if ENEMY.search(before) or ("enemy" in figure.near and not owned_after(figure) and not named):
        return other
    if other and figure.measure == "captured" and _HOLDS.search(before):
        return other
    for name in links:
        before = before.replace(name, " ")
    found = {state for word in _WORD.findall(before) if (state := _first(word, known))}
    if len(found) == 1 and (LOST.search(before) or _PEOPLE.search(before)):
        return next(iter(found))
    return speaker if OWN.search(before) or ADMITS.search(before) or owned_after(figure) else ""


#: Directly before a number of prisoners: whose they are not.
_HOLDS = re.compile(
    r"\b(?:it|they|we|its \w+|his \w+)\s+(?:now\s+)?"
    r"(?:holds?|held|(?:have|has|had)\s+(?:taken|captured|seized)|took|captured|seized)"
    r"\s+(?:some|about|over|at least|more than)?\s*$",
    re.IGNORECASE,
)
#: Directly behind a number: for whom it is ("11 for Merovar", "three on the Kandrian side").
_FOR = re.compile(r"^\s(?:\w+\s){0,2}?(?:for|among|on)\s(?:the\s)?([A-Z][\w-]+)")
#: So near behind the number its people are named.
_NEXT = 14


def _after(figure: Figure) -> str:
    return words_behind(figure, _AFTER)
