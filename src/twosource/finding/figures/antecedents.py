"""In: a headless draft and the sentence before it. Out: the noun it stands for: "And the pumps? Six were working"."""

import re

from twosource.finding.figures.clauses import Words
from twosource.finding.figures.deeds import NOUNS
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.nouns import is_person, singular
from twosource.text.listing import listed

_ASKS = listed("did do does were are was is have has had will would can could")
_NO_COUNT = listed(
    "things times ways lives people's terms talks news rights odds ones others means thanks lots politics"
    " eyes hands legs arms faces lives limbs damages savings goods surroundings headquarters"
    " hours minutes days weeks months years dollars euros pounds"
)
_TITLE = re.compile(
    r"^\W*(?:and|but|what\s+(?:of|about)|how\s+about|so|then)?\s*(?:the|those|these|our|their|its|his|her)?\b",
    re.IGNORECASE,
)
_SHORT = 9
_JOINS = ("and", "but", "so")


def noun_asked(words: Words) -> int | None:
    """The plural that a question is about: "pumps" of "Did the pumps work?" or "And the pumps?"; or None."""
    text = words.text.strip()
    if re.search(r"\b(?:how\s+(?:many|much)|who|whom|what\s+(?!of|about)|why|when|where)\b", text, re.IGNORECASE):
        return None
    plurals = _plurals(words)
    verbless = not any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in words.tag)
    if verbless and words.size <= _SHORT and _TITLE.match(text):
        return plurals[-1] if plurals else None
    first = next((k for k in range(words.size) if words.low[k].isalpha() and words.low[k] not in _JOINS), 0)
    if words.get(first) not in _ASKS:
        return None
    return next((k for k in plurals if words.dep[k] in ("nsubj", "nsubjpass")), plurals[0] if plurals else None)


def noun_before(words: Words, stop: int, verb: int | None = None) -> int | None:
    """The plural that "of them" takes up: the last subject, object or topic before token `stop`; or None."""
    doer = verb if verb is not None and verb <= stop else -1
    plurals = [k for k in _plurals(words) if k < stop and words.head[k] != doer]
    subjects = [k for k in plurals if words.dep[k] in ("nsubj", "nsubjpass", "dobj", "attr", "ROOT")]
    found = subjects or plurals
    return found[-1] if found else None


_REACHES = listed("reach hit total number exceed top pass surpass rise climb fall drop grow jump stand soar swell")
_LEVELS = listed(
    "share stock price sale export import revenue profit loss cost temperature level rate yield rent wage figure number"
    " total result estimate toll damage debt rating odd deficit earning income fee fare poll wind gust score"
    " point value"
    " donation reserve saving spending lead water river flame wave tide fine bill tax ticket index future bond holding"
    " measles mumps rabies shingles rickets herpes diabetes sports economics politics"
    " asset cut loan deposit bid currency margin"
)


def noun_reaching(made: Draft) -> int | None:
    """The plural whose count a headless number tells: "Complaints have reached 14,700"; or None."""
    words, verb = made.words, made.verb
    if verb is None or verb > made.first or made.role not in ("object", "oblique") or made.amount.kind:
        return None
    before = words.get(words.at(made.amount.start) - 1)
    if words.lemma(verb) not in _REACHES or before in ("by", "in", "of", "on", "for", "since", "with"):
        return None
    for k in words.children(verb):
        if words.dep[k] == "nsubj" and k < verb and words.tag[k] == "NNS" and singular(words.low[k]) not in _LEVELS:
            return k
    return None


_NAMED = re.compile(r"\b[a-z]{3,}s:\s+(?:(?:about|some|only|at\s+least)\s+)?$")


def numbered_before(made: Draft) -> int | None:
    """The plural before the colon behind which a headless subject stands: "They counted bolts: 400 were missing"."""
    words = made.words
    if made.role not in ("subject", "passive") or not _NAMED.search(words.text[: made.amount.start]):
        return None
    k = words.at(words.text.rindex(":", 0, made.amount.start)) - 1
    return k if k in _plurals(words) and singular(words.low[k]) not in NOUNS else None


def is_apposed(made: Draft) -> bool:
    """Whether the number stands in apposition to the plural before it: "Commandos, 60 of them, ring the street"."""
    words, k = made.words, made.words.at(made.amount.start)
    return words.get(k - 1) == "," and k - 2 in _plurals(words)


_HOUSES = listed("hold house shelter host accommodate contain seat take")
_ROOFS = listed(
    "camp shelter prison jail school hall gym gymnasium stadium church mosque hospital tent ground arena cell barracks"
    " hostel hotel centre center dormitory theatre monastery convent orphanage"
)
_BRINGS = listed("carry bring take send fly drive ferry ship bus")


def is_housed(made: Draft) -> bool:
    """Whether a headless number counts people that a place holds, or that are brought home: "camps hold 31,000"."""
    words, verb = made.words, made.verb
    if verb is None or made.role != "object" or verb > made.first or made.amount.kind or made.noun is not None:
        return False
    if words.lemma(verb) in _BRINGS:
        return words.get(made.np_end) in ("home", "ashore")
    if words.lemma(verb) not in _HOUSES:
        return False
    return any(words.dep[k] == "nsubj" and singular(words.low[k]) in _ROOFS for k in words.children(verb))


_CHARGES = listed("charge cost fetch owe")


def is_charged(made: Draft) -> bool:
    """Whether a headless number is a price by its verb: "was charging 250"."""
    words, verb = made.words, made.verb
    return verb is not None and made.role == "object" and verb < made.first and words.lemma(verb) in _CHARGES


def stand_for(made: Draft, words: Words, noun: int) -> None:
    """Give a headless draft the unit of a noun that it stands for."""
    word = words.low[noun]
    made.lemma = singular(word)
    made.people = word == "people" or is_person(word, made.lemma)
    made.unit = "person" if made.people else made.lemma
    made.of = made.of or words.word[noun]
    made.leaning = False


def _plurals(words: Words) -> list[int]:
    return [
        k
        for k in range(words.size)
        if (words.tag[k] == "NNS" or words.low[k] == "people" or (k == 0 and words.tag[k] == "NNPS"))
        and words.low[k] not in _NO_COUNT
        and words.low[k].isalpha()
        and words.dep[k] not in ("compound", "npadvmod")
    ]
