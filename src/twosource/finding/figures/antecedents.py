"""In: a headless draft and the sentence before it. Out: the noun it stands for: "And the pumps? Six were working"."""

import re
from collections.abc import Sequence

from twosource.finding.figures.clauses import NOUNS as NOUN_TAGS
from twosource.finding.figures.clauses import Words
from twosource.finding.figures.deeds import NOUNS, TO_ONE_EACH
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.heads import named_at, tells_of_disease
from twosource.finding.figures.nouns import is_person, singular
from twosource.text.listing import listed

_ASKS = listed("did do does were are was is have has had will would can could")
_NO_COUNT = listed(
    "things times ways lives people's terms talks news rights odds ones others means thanks lots politics"
    " eyes hands legs arms faces lives limbs damages savings goods surroundings headquarters"
    " hours minutes days weeks months years dollars euros pounds yours theirs ours hers"
    " doors wounds injuries burns tears ruins flames clothes belongings scenes ashes shoulders heads feet minds hearts"
)
_TITLE = re.compile(
    r"^\W*(?:and|but|what\s+(?:of|about)|how\s+about|so|then)?\s*(?:the|those|these|our|their|its|his|her)?\b",
    re.IGNORECASE,
)
_SHORT = 9
_JOINS = ("and", "but", "so")


_FEW = re.compile(r"\b(?:so|too)\s+(?:few|many)\b", re.IGNORECASE)
_TOPIC = re.compile(
    r"^\W*(?:(?:and|but)\s+(?:what\s+(?:of|about)\s+)?|what\s+(?:of|about)\s+|how\s+about\s+)(?:the|those|these|our|their|its|his|her|all|other)\b",
    re.IGNORECASE,
)
_BOAST = re.compile(r"\b(?:which|that|who|whom)\b", re.IGNORECASE)


def noun_asked(words: Words) -> int | None:
    """The plural that a question is about: "pumps" of "Did the pumps work?" or "And the pumps?"; or None."""
    text = words.text.strip()
    few = _FEW.search(text)
    if few:
        return next((k for k in _plurals(words) if words.idx[k] >= few.end()), None)
    if re.search(r"\b(?:how\s+(?:many|much)|who|whom|what\s+(?!of|about)|why|when|where)\b", text, re.IGNORECASE):
        return None
    plurals = _plurals(words)
    if _TOPIC.match(text) and plurals:
        return plurals[0] if _BOAST.search(text) else plurals[-1]
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


_NAMED = re.compile(
    r"\b[a-z]{3,}s(?:\s+(?:in|on|at|from|of|around|along|across)\s+(?:[\w’'-]+\s*){1,4}?|\s+[a-z]+ed)?:\s+$"
)
_NO_LIST = listed(
    "number figure result reading word thing fact total count tally question answer rule reason step point statistic"
    " detail name headline term condition example case way case day estimate"
)


def numbered_before(made: Draft) -> int | None:
    """The plural before the colon behind which a headless subject stands: "They counted bolts: 400 were missing"."""
    words = made.words
    named = _NAMED.search(words.text[: made.amount.start])
    if words.low[0] == "people" or named is None:
        return None
    k = words.at(words.text.rindex(":", 0, made.amount.start)) - 1
    lemmas = {j: singular(words.low[j]) for j in _plurals(words) if words.at(named.start()) <= j <= k}
    first = min(lemmas, default=None)
    return first if first is not None and lemmas[first] not in _NO_LIST and lemmas[first] not in NOUNS else None


_BESIDE = re.compile(
    r"\s+(at|in|on|for|from|along|near|to|by)\s+[^;.]{1,40}?,?\s+(?:(?:and|but|while)\s+)?(?:\w+\s+)?$", re.IGNORECASE
)


def parallel_before(made: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The count whose noun a number behind it shares: "30 lambs at the first farm and 14 at the next"; or None."""
    last = drafts[-1] if drafts else None
    if last is None or last.words is not made.words or last.noun is None or last.amount.kind or not last.unit:
        return None
    found = _BESIDE.match(made.words.text[made.words.end(last.np_end - 1) : made.amount.start])
    behind = re.match(r"\s+([a-z]+)\s+(?:the|another|an?)\b", made.words.text[made.amount.end :], re.IGNORECASE)
    return last if found and behind and found.group(1).lower() == behind.group(1).lower() else None


_ALL_TOLD = re.compile(r"\s+(?:in\s+all|altogether|all\s+told|in\s+total)\b", re.IGNORECASE)


def apposed_before(made: Draft) -> int | None:
    """The plural that a number behind a comma sums up: "Buses were sent, 22 in all"; or None."""
    words, k = made.words, made.words.at(made.amount.start)
    if words.get(k - 1) != "," or not _ALL_TOLD.match(words.text, made.amount.end):
        return None
    found = [j for j in _plurals(words) if j < k and words.dep[j] in _PLACES and singular(words.low[j]) not in _LEVELS]
    return found[-1] if found else None


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


def is_housed(made: Draft, before: Draft | None) -> bool:
    """Whether a headless number counts people that a place holds, or that are brought home: "camps hold 31,000".

    `before` is the figure before it, which a pronoun takes up.
    """
    words, verb = made.words, made.verb
    if verb is None or made.role != "object" or verb > made.first or made.amount.kind or made.noun is not None:
        return False
    if words.lemma(verb) in _BRINGS:
        return words.get(made.np_end) in ("home", "ashore")
    if words.lemma(verb) not in _HOUSES:
        return False
    roofs = [k for k in words.children(verb) if words.dep[k] == "nsubj"]
    if any(words.low[k] in ("they", "it") for k in roofs) and before is not None:
        return before.lemma in _ROOFS and made.order - before.order <= 1
    return any(singular(words.low[k]) in _ROOFS for k in roofs)


_CHARGES = listed("charge cost fetch owe")


def is_charged(made: Draft) -> bool:
    """Whether a headless number is a price by its verb: "was charging 250"."""
    words, verb = made.words, made.verb
    return verb is not None and made.role == "object" and verb < made.first and words.lemma(verb) in _CHARGES


_PLACES = ("nsubj", "nsubjpass", "attr", "dobj")


def noun_in_sight(words: Words, *, people: bool = False) -> int | None:
    """The things that a sentence without figures speaks of, which the next may count: "a crate of canisters"; or None.

    People are left out unless asked for: they are who counts.
    """
    plurals = [
        k
        for k in sorted({*_plurals(words), *(k for k in range(1, words.size) if _is_single(words, k))})
        if singular(words.low[k]) not in _LEVELS | _NO_LIST | _TALK
        and (people or not is_person(words.low[k], singular(words.low[k])))
    ]
    firsts = [k for k in plurals if words.dep[k] in _PLACES]
    found = firsts or plurals
    return found[0] if found else None


def _is_single(words: Words, k: int) -> bool:
    """Whether a token is what there was one of: "there had been one explosion"."""
    return words.low[k - 1] == "one" and words.tag[k] == "NN" and words.dep[k] in _PLACES and words.low[k].isalpha()


_TALK = listed(
    "account claim report statement story rumour rumor version document paper source message post photo picture image"
    " video hour minute day week month year time reason problem concern lesson critic ally side party body talk effort"
    " plan"
    " authority government ministry union company firm circumstance condition term detail record datum archive"
)


def stand_for(made: Draft, words: Words, noun: int) -> None:
    """Give a headless draft the unit of a noun that it stands for."""
    word = words.low[noun]
    made.lemma = singular(word)
    each = made.lemma in TO_ONE_EACH or (made.lemma == "case" and tells_of_disease(words))
    made.people = word == "people" or each or is_person(word, made.lemma)
    made.unit = "person" if made.people else named_at(words, noun)
    made.of = made.of or words.word[noun]
    made.leaning = False


def _plurals(words: Words) -> list[int]:
    return [
        k
        for k in range(words.size)
        if (
            words.tag[k] == "NNS"
            or words.low[k] == "people"
            or (k == 0 and words.tag[k] == "NNPS")
            or (re.fullmatch(r"[A-Z]{4,}S", words.word[k]) and words.tag[k] in NOUN_TAGS)
        )
        and words.low[k] not in _NO_COUNT
        and words.low[k].isalpha()
        and words.dep[k] not in ("compound", "npadvmod")
    ]
