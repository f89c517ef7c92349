"""In: the mentions of a story about a fight. Out: by figure id whose people it counts where no noun says so.

"It acknowledged 118 dead", said by a ministry of defence, counts soldiers; "we buried four" those of the speaker;
"the enemy lost 1,720" those of the other side. The two sides are named by the kinds of people that fight for them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from twosource.reconciling.around import words_before, words_behind
from twosource.reconciling.kinds import kind, stated
from twosource.records import Figure, Link, Mentions
from twosource.text.folding import fold

#: The kinds of people, as `kinds.kind` names them, that stand for a state's side and for that of its opponents.
STATE, REBELS = "soldier", "militant"
_SIDES = frozenset((STATE, REBELS))
_OTHER = {STATE: REBELS, REBELS: STATE}
_STATE_WORDS = frozenset(
    str.split(
        "army military troops soldiers forces garrison regime government ministry defence defense navy servicemen junta"
        " gendarmerie loyalists regiment brigade battalion division general"
    )
)
_REBEL_WORDS = frozenset(
    str.split(
        "rebels rebel insurgents insurgent insurgency militants militant guerrillas guerrilla separatists separatist"
        " militia militiamen jihadists fighters front resistance uprising gunmen terrorists bandits alliance movement"
    )
)
_FATES = frozenset(str.split("killed injured casualties missing captured"))
#: Nouns that say nothing of the side.
_NEUTRAL = frozenset(
    str.split(
        "person people man men body name martyr hero dead casualty soul life loss fatality death victim one number"
        " fighter-of-ours comrade brother son prisoner captive wounded"
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ENEMY = re.compile(r"\b(?:enem(?:y|ies)|adversar(?:y|ies)|opponents?|invaders?|occupiers?)\b", re.IGNORECASE)
#: Before a number: whoever says it, or stands before it, speaks of people of their own.
OWN = re.compile(
    r"\b(?:our|its|their|his|her|my)(?:\s+own)?\s+(?:\w+\s+)?(?:losses|dead|casualties|fallen|wounded|men|ranks|side"
    r"|prisoners|martyrs|heroes)\b",
    re.IGNORECASE,
)
LOST = re.compile(
    r"\b(?:lost|loses?|losing|(?:has|have) had|suffer(?:s|ed|ing)?|bur(?:y|ied|ying)|mourn(?:s|ed)?)\b", re.IGNORECASE
)
ADMITS = re.compile(
    r"\b(?:admit(?:s|ted|ting)?|acknowledg(?:es?|ed|ing)|conced(?:es?|ed|ing)|confess(?:es|ed)?|(?:the\s+)?names of)\b",
    re.IGNORECASE,
)
#: Directly before a number: what its subject did to the other side.
_DID = re.compile(
    r"(?<!were )(?<!was )(?<!been )\b(?:kill(?:ed|ing|s)?|eliminat(?:ed|ing|es)|liquidat(?:ed|ing)|destroy(?:ed|ing)"
    r"|captur(?:ed|ing|es)|wip(?:ed|ing) out|neutrali[sz](?:ed|ing)|t(?:aken?|ook|aking) prisoner)\s+(?:some|about|over"
    r"|at least|more than|around)?\s*$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?]\s|\s[–—]\s")
_REACH = 150
#: A party named within so many words before "lost" is its subject.
_BESIDE = 3


def sides(mentions: Sequence[Mentions]) -> dict[str, str]:
    """By figure id the side whose people a number counts, where nothing beside it says whose; {} where none fight."""
    figures = [
        figure for one in mentions for figure in one.figures if figure.unit == "person" and figure.measure in _FATES
    ]
    if not _fight(figures):
        return {}
    people = _people(mentions)
    found = {}
    for figure in figures:
        side = _side(figure, people)
        if side:
            found[figure.id] = side
    return found


def _fight(figures: Iterable[Figure]) -> bool:
    """Whether numbers are told of people of both sides."""
    told = {kind(figure.noun)[1] for figure in figures if stated(figure)}
    if told >= _SIDES:
        return True
    words = {word.casefold() for figure in figures for word in _WORD.findall(figure.sentence.words)}
    return bool(told & _SIDES) and bool(words & _STATE_WORDS) and bool(words & _REBEL_WORDS)


def _people(mentions: Sequence[Mentions]) -> dict[str, str]:
    """The side of each person, by folded name, as the reports tell of their office."""
    found: dict[str, str] = {}
    for one in mentions:
        for name in one.names:
            if name.kind != "person":
                continue
            side = _of_words(_WORD.findall(f"{name.role or ''} {name.of or ''}"))
            for form in (name.name, *name.also) if side else ():
                found.setdefault(fold(form), side)
    return found


def _of_words(words: Iterable[str]) -> str:
    """The side that words name, "" where they name none or both."""
    folded = {word.casefold().removesuffix("'s").removesuffix("’s") for word in words}
    state, rebels = bool(folded & _STATE_WORDS), bool(folded & _REBEL_WORDS)
    return "" if state == rebels else STATE if state else REBELS


def _speaker(chain: Sequence[Link], people: Mapping[str, str]) -> str:
    for link in reversed(chain):
        side = people.get(fold(link.name)) or _of_words(_WORD.findall(link.name))
        if side:
            return side
    return ""


def _side(figure: Figure, people: Mapping[str, str]) -> str:
    noun = (figure.noun or "").casefold()
    if noun and noun not in _NEUTRAL and stated(figure):
        return ""
    before = clause_before(figure)
    speaker = _speaker(figure.chain, people)
    if ENEMY.search(before):
        return _OTHER.get(speaker, "")
    own = [match for cue in (OWN, LOST, ADMITS) for match in cue.finditer(before)]
    if own:
        last = max(own, key=lambda match: match.start())
        return _owner(before[: last.start()], speaker, admits=last.re is ADMITS)
    if owned_after(figure):
        return speaker
    if _DID.search(before):
        return _OTHER.get(_owner(before, speaker, admits=True), "")
    return ""


def clause_before(figure: Figure) -> str:
    """The words of a figure's clause before it."""
    return _CLAUSE.split(words_before(figure, _REACH))[-1]


def owned_after(figure: Figure) -> bool:
    """Whether the words behind a number make those it counts the speaker's own ("12 of our own")."""
    return _OURS.match(words_behind(figure, 40)) is not None


_OURS = re.compile(
    r"\s*(?:(?:\w+\s+)?of\s+(?:(?:its|their|our|his)\s+own|ours)\b"
    r"|(?:\w+\s+){0,2}(?:(?:have|had)\s+)?(?:gave|given|laid\s+down|sacrificed)\s+their\s+lives\b)",
    re.IGNORECASE,
)


def _owner(before: str, speaker: str, *, admits: bool) -> str:
    """Whose people are meant: those of the party named right before the cue, else of the speaker, else of the last."""
    words = _WORD.findall(before)
    beside = _of_words(words[-_BESIDE:])
    if beside and not admits:
        return beside
    named = [side for word in words if (side := _of_words([word]))]
    return speaker or (named[-1] if named else "")
