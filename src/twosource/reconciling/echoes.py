"""In: a report's figures in their order. Out: which bare number answers which before it: "The police make it 3,200"."""

import re
from collections.abc import Mapping, Sequence

from twosource.reconciling.around import words_behind
from twosource.reconciling.kinds import stated
from twosource.reconciling.pairs import Matrix, is_weak
from twosource.reconciling.readings import Reading
from twosource.reconciling.sources import words_of
from twosource.reconciling.units import family
from twosource.records import Figure

#: A number and its answer stand so near each other, and so many numbers apart at most.
BESIDE, _NUMBERS = 220, 5
#: Rival counts of one thing lie within so many orders of magnitude (natural) of each other.
ORDERS = 3.0
#: Neighbours of different kinds are no rival counts of one thing.
APART = ("kind other", "kind narrower", "thing other", "closed other", "norm other", "scope other", "whole named")
#: Verbs, and what goes with them, directly before a number that their subject gives.
_GIVES = (
    r"makes? (?:it|them|that)"
    r"|(?:puts?|sets?|gives?) (?:it|them|that|(?:the|that|its|their) (?:number|figure|count|toll|total)) (?:at|as)"
    r"|counts?|counted|says?|said|speaks? of|sp(?:oke|oken) of|reckons?|has|had|claims?|claimed|reports?|reported"
    r"|estimates?|estimated|arrive[sd]? at|c(?:omes?|ame) to|recogni[sz]e[sd]?|admit(?:s|ted)?(?: to)?|concede[sd]?"
    r"|acknowledge[sd]?|got(?: to)?|gets?|found|finds?|gives?|gave|shows?|showed|lists?|listed|holds? to|held to"
    r"|st(?:ands?|ood) by|stick(?:s|ing)? to|stuck to|insist(?:s|ed)? on|maintain(?:s|ed)|talk(?:s|ed) of|names?|named"
    r"|measure[sd]?|records?|recorded|register(?:s|ed)|(?:has|had) seen"
)
_ONLY = (
    r"(?:(?:its|his|her|their|that|there (?:were|was|are)|it (?:was|is)|only|just|as many as|no more than|they were)"
    r"\s+)*"
)
#: All that a sentence says before a bare number which its subject sets against the number before it.
_TOO = re.compile(
    rf"\b(?:{_GIVES}|(?:number|figure|count|toll|total|tally|estimate|sum)"
    rf"(?: (?:given|named|quoted|cited) by [^.;,]{{2,50}})? (?:is|was|stands at|stood at))\s+{_ONLY}$",
    re.IGNORECASE,
)
_FEW_WORDS = 18
#: All that stands behind a bare number: nothing, who says so, or how it was got.
_BARE = re.compile(
    r"^\s*(?:$|[,;–—-]\s"
    r"|\b(?:on|in|by) (?:its|his|her|their|the) (?:own )?(?:lists?|books?|count|reckoning|tally|records?|register"
    r"|files?)\b|\b(?:in all|in total|so far|at most|at least|instead|now|today|yesterday|by now|without)\b)"
)
#: So many characters at most stand between the two sentences ("Nineteen were children.").
_SHORT = 60
#: … and so many where the report itself gives the first, no share: a share is often a limit that others are held to.
_NEXT = 3
#: Between two numbers of one sentence: another gives the second for the same ("…, the union says two").
_WHILE = re.compile(
    rf"[,;]\s+(?:but\s+|while\s+|and\s+|whereas\s+)?(?:[Tt]he\s+|an?\s+)?[\w’' -]{{1,40}}?\b(?:{_GIVES})\s+{_ONLY}$"
)
#: … unless it is the one who is spoken of that has another number.
_SELF = re.compile(r"\b(?:it|they|he|she) (?:only |now )?(?:has|had|got|gets|lists?|shows?)\s+[\w ]*$")


#: "…at 240 million by the farmers and at 190 million by the ministry": between the two numbers, and behind them.
_BY = re.compile(
    r"^(?:\s[\w’'-]+){0,3},?\s+(?:by|according to)\s[^.;:\d]{2,70}?,?\s(?:and|but|while|against)\s+(?:only\s+|just\s+)?"
    r"(?:(?:at|as|to|of)\s+)?$"
)
_BY_TOO = re.compile(r"^(?:\s[\w’'-]+){0,3},?\s+(?:by|according to)\s")
#: All that stands before a number that begins its sentence, and who says it behind: "Over 1,500, says the union."
_FIRST = re.compile(r"^[\W\d]*$")
_SAYS = re.compile(
    r"^\W{1,3}\s?(?:says?|said|reckons?|claims?|claimed|counts?|insists?|insisted|reports?|answers?|replie[sd]|puts? in"
    r"|estimates?|maintains?|retorts?|counters?|calculates?)\s(?:the|an?|its|his|her|their|[A-Z])"
)


def echoes(readings: Sequence[Reading], numbers: Sequence[int], found: Mapping[str, Matrix]) -> set[tuple[int, int]]:
    """Pairs of numbers of a report of which the second says no more than that somebody else counts another.

    Of several that it may answer in one sentence it answers the one that it is nearest to in size.
    """
    pairs = set()
    for position, right in enumerate(numbers):
        other = readings[right].figure
        best: tuple[float, int] | None = None
        for left in reversed(numbers[max(0, position - _NUMBERS) : position]):
            one = readings[left].figure
            if other.span.start - one.span.end > BESIDE or (best and one.sentence != readings[best[1]].figure.sentence):
                break
            if found["equal"][left, right] or any(found[name][left, right] for name in APART):
                continue
            if one.as_of and other.as_of and found["years apart"][left, right]:
                continue
            if answered(one, other) or (_one_measure(one, other) and _counts_too(one, other)):
                best = min(best or (ORDERS, left), (float(found["far"][left, right]), left))
            elif one.sentence == other.sentence and one.unit == other.unit:
                break  # what it answers stands in its own sentence
        if best:
            pairs.add((best[1], right))
    return pairs


def _one_measure(one: Figure, other: Figure) -> bool:
    """Whether two measures are one, or one of them says no more than the unit does."""
    first, second = one.measure.casefold(), other.measure.casefold()
    told = family(other.unit) == "count" and other.unit
    return first == second or not told or is_weak(first, one.unit) or is_weak(second, other.unit)


def _counts_too(one: Figure, other: Figure) -> bool:
    """Whether the next sentence, or the one after a short one, is another's number: "The police make it 3,200"."""
    if not one.sentence.end <= other.sentence.start <= one.sentence.end + _SHORT or other.unit not in ("", one.unit):
        return False
    if not one.chain and (other.sentence.start - one.sentence.end > _NEXT or family(one.unit) == "share"):
        return False
    if not other.chain or one_source(one, other) or "part" in (one.relation, other.relation):
        return False
    ahead = other.sentence.words[: max(0, other.span.start - other.sentence.start)]
    if _FIRST.match(ahead) and _SAYS.match(words_behind(other, 40)):
        return True
    behind = other.sentence.words[other.span.end - other.sentence.start :].strip(' .!?”"’')
    bare = bool(_BARE.match(behind)) and len(ahead.split()) <= _FEW_WORDS
    return bare and bool(_TOO.search(ahead)) and not (other.noun and stated(other) and one.noun != other.noun)


def answered(one: Figure, other: Figure) -> bool:
    """Whether one sentence gives a second, bare number by the word of somebody else."""
    if one.sentence != other.sentence or other.span.start < one.span.end:
        return False
    between = one.sentence.words[one.span.end - one.sentence.start : other.span.start - one.sentence.start]
    if one.unit == other.unit and _BY.match(between[:BESIDE]) and _BY_TOO.match(words_behind(other, 60)):
        return True
    behind = one.sentence.words[other.span.end - one.sentence.start :].strip(' .!?”"’')
    told = _WHILE.search(between[-BESIDE:])
    return not behind and one.unit == other.unit and bool(told) and not _SELF.search(between)


def one_source(one: Figure, other: Figure) -> bool:
    """Whether two chains end in one name, or in one of which the other is short ("Rovan", "Rovan Steel")."""
    left, right = (words_of(figure.chain[-1].name) if figure.chain else frozenset[str]() for figure in (one, other))
    return bool(left and right) and (left <= right or right <= left)
