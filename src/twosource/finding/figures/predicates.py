"""In: a draft and the verb that governs it. Out: what its own predicate says of it, in a word or two, or ""."""

import re

from twosource.finding.figures.clauses import NOUNS, Words
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.nouns import is_person, singular
from twosource.finding.figures.participles import participle
from twosource.text.listing import listed

#: Verbs that only join a number to what it is: the measure is that of the figure before, or of the noun.
_LINKS = listed(
    "be become include comprise number total reach equal exceed average amount remain come hail belong bear age consist"
    " represent mean make constitute account say tell report claim state admit put add count list give speak"
    " see show know think"
    " believe estimate expect want like seem appear look sound feel prove do"
)
#: Verbs that say little without what follows them: "had a fever", "lay at anchor", "live in tents".
_LIGHT = listed(
    "have suffer develop contract get need undergo receive sustain show face experience take make hold carry"
    " bear require"
    " give do lose draw"
)
_POSTURE = listed("lie stand sit remain stay live sleep camp hang be go keep")
_STATES = listed("on at in under without out off behind inside underground adrift ablaze")
_PARTICLES = listed("away out up off down back over aside together apart aground through home on")
#: What stands between a number and a verb that is not its own: "8,000, if one goes by the police".
_ANOTHER = re.compile(r"[;:]|,\s+(?:if|as|should|according|depending|going|judging)\b")
_PROVIDES = listed(
    "set build open provide have need prepare order plan send bring lay erect put make design pitch find offer"
    " bake cook"
)
_NO_PURPOSE = listed(
    "hope fear search hunt call demand plan time reason record look vote bid first cause day week month year"
)
_CHANGES = listed("expand raise increase cut extend lower bring take widen reduce double limit")
_PLAIN_OBJECT = 3
_VAGUE_OBJECTS = listed(
    "hurt injured wounded dead missing living place part time way one it them lot number people person man"
    " woman thing amount kind sort"
)


def own_predicate(made: Draft) -> str:  # noqa: PLR0911 - a list of cases
    """What the verb of a figure that is its subject says, as a measure: "kidney failure", "on strike", "washed away".

    "" where the figure is no subject or the verb only joins it to what it is ("twelve were women"): then it says
    again what the figure before it says.
    """
    words, verb = made.words, made.verb
    if verb is None or made.role not in ("subject", "passive") or verb < made.first:
        return ""
    if _ANOTHER.search(words.text, made.amount.end, words.idx[verb]):
        return ""
    if words.low[verb - 1] == "," and verb - 1 <= made.np_end:
        return ""  # "No more than 700, replies the ministry"
    lemma = words.lemma(verb)
    if made.role == "passive" or (words.tag[verb] == "VBN" and words.passive(verb)):
        return _undergone(words, verb)
    state = _state(words, verb) if lemma in _POSTURE else ""
    if state or lemma in _LINKS:
        return state
    if lemma in _LIGHT and not particle(words, verb):
        return _object(words, verb)
    if lemma == "lose" and _object(words, verb):
        return f"lost {_object(words, verb)}"
    if lemma == "stand":
        return "stood" if made.people else ""
    told = words.get(verb + 1) if words.get(verb + 1) in ("positive", "negative") else _complement(words, verb)
    return f"{participle(lemma)} {told}".strip()


def is_apart(made: Draft, verb: int) -> bool:
    """Whether another clause begins between a number and the verb behind it, which says nothing of the number."""
    return verb > made.first and bool(_ANOTHER.search(made.words.text, made.amount.end, made.words.idx[verb]))


def own_ailment(made: Draft) -> str:
    """What ails those who are the subject: "kidney failure" of "twelve of them suffered kidney failure"; else ""."""
    words, verb = made.words, made.verb
    if verb is None or made.role != "subject" or words.lemma(verb) not in ("suffer", "develop", "contract"):
        return ""
    return _object(words, verb)


def _undergone(words: Words, verb: int) -> str:
    """The participle of a passive with its particle and result: "washed away", "found faulty"."""
    told = _complement(words, verb)
    if words.lemma(verb) == "leave" and not told:
        return "remaining"
    if words.lemma(verb) in ("be", "say", "report", "believe", "think", "know", "estimate", "expect", "put", "count"):
        return f"{words.low[verb]} {told}" if told in _PARTICLES else ""
    return f"{words.low[verb]} {told}".strip()


def particle(words: Words, verb: int) -> str:
    """The particle of a verb: "out" of "knocked out 11 tanks", "aside" of "set aside"; else ""."""
    return next(
        (
            words.low[child]
            for child in words.children(verb)
            if child > verb
            and words.low[child] in _PARTICLES
            and (words.dep[child] == "prt" or (child == verb + 1 and words.low[child] == "out"))
        ),
        "",
    )


def purpose_of(made: Draft) -> str:
    """The thing that is meant for those counted: "shelter" of "set up shelters for 2,300 people"; else ""."""
    words = made.words
    anchor = made.noun if made.noun is not None else words.at(max(made.amount.at, made.amount.stop - 1))
    up = words.head[anchor]
    if words.low[up] != "for" or words.dep[anchor] != "pobj":
        return ""
    above = words.head[up]
    if words.tag[above] in ("NN", "NNS"):
        thing: int | None = above
    elif words.lemma(above) in _PROVIDES:
        thing = _object_of(words, above)
        if thing is None:  # "600 meals are cooked for 400"
            thing = next((k for k in words.children(above) if words.dep[k] == "nsubjpass"), None)
    else:
        thing = None
    if thing is None or thing > up or words.tag[thing] not in ("NN", "NNS"):
        return ""
    lemma = singular(words.low[thing])
    return "" if lemma in _NO_PURPOSE or is_person(words.low[thing], lemma) else lemma


_FOR_PEOPLE = listed(
    "tent food shelter bed meal ration blanket home housing house room lodging accommodation dinner lunch"
    " breakfast soup"
    " bread clothing camp seat place job visa hostel mattress"
)


def is_meant_for(made: Draft) -> bool:
    """Whether a headless number counts people for whom something is meant: "tents for 5,000"."""
    return made.noun is None and purpose_of(made) in _FOR_PEOPLE


#: Nouns that tell by themselves what was done to things of which they give a number: "a recall of 300 cars".
_NOMINALS = {
    "recall": "recalled", "closure": "closed", "closing": "closed", "cancellation": "cancelled", "sale": "sold",
    "destruction": "destroyed", "demolition": "demolished", "delivery": "delivered", "seizure": "seized",
    "theft": "stolen", "construction": "built", "shipment": "shipped", "export": "exported", "import": "imported",
    "launch": "launched", "firing": "fired", "purchase": "bought", "collapse": "collapsed", "suspension": "suspended",
    "testing": "tested", "vaccination": "vaccinated", "distribution": "distributed", "hiring": "hired",
    "inspection": "inspected", "production": "produced", "output": "produced", "burning": "burned",
    "release": "released", "withdrawal": "withdrawn", "order": "ordered", "capture": "captured",
}  # fmt: skip


def nominal_of(made: Draft) -> str:
    """What the noun that has the number says: "recalled" of "a recall of 300 cars", "expanded its recall to 300"."""
    words = made.words
    anchor = made.noun if made.noun is not None else words.at(max(made.amount.at, made.amount.stop - 1))
    up = words.head[anchor]
    if words.dep[anchor] != "pobj":
        return ""
    above = words.head[up]
    if words.low[up] == "of":
        return _NOMINALS.get(words.low[above], "")
    if words.low[up] in ("to", "by", "from", "at") and words.lemma(above) in _CHANGES:
        thing = _object_of(words, above)
        return _NOMINALS.get(words.low[thing], "") if thing is not None else ""
    return ""


def _object_of(words: Words, verb: int) -> int | None:
    return next((k for k in words.children(verb) if words.dep[k] == "dobj"), None)


def _complement(words: Words, verb: int) -> str:
    """The particle or the adjective that goes with a verb: "away", "negative"; else ""."""
    for child in words.children(verb):
        if child < verb or child > verb + 2:
            continue
        if words.low[child] in _PARTICLES and words.dep[child] in ("prt", "advmod"):
            return words.low[child]
        if words.dep[child] in ("acomp", "oprd") and words.tag[child] in ("JJ", "VBN"):
            return words.low[child]
    return ""


def _state(words: Words, verb: int) -> str:
    """The state that a verb of being puts its subject in: "on strike", "without power", "shut"; else ""."""
    if words.low[verb + 1 : verb + 2] == ["still"]:
        return _state_at(words, verb, verb + 2)
    return _state_at(words, verb, verb + 1)


def _state_at(words: Words, verb: int, k: int) -> str:
    if k >= words.size:
        return ""
    if words.low[k] in _STATES and words.tag[k] == "IN" and k + 1 < words.size and words.tag[k + 1] in NOUNS:
        behind = words.get(k + 2)
        if words.tag[k + 1] in ("NN", "NNS") and behind != "of" and words.tag[min(k + 2, words.size - 1)] not in NOUNS:
            return f"{words.low[k]} {words.low[k + 1]}"
    if words.lemma(verb) in ("remain", "stay", "stand", "lie", "keep") and words.tag[k] in ("JJ", "VBN", "VBG"):
        return words.low[k]
    if words.lemma(verb) in ("stay", "live", "sleep", "camp"):
        return participle(words.lemma(verb))
    return ""


def _object(words: Words, verb: int) -> str:
    """The object of a verb that says little by itself: "kidney failure", "pneumonia"; "" without a plain one."""
    found = next((k for k in words.children(verb) if words.dep[k] == "dobj" and k > verb), None)
    if found is None or words.tag[found] not in ("NN", "NNS") or words.low[found] in _VAGUE_OBJECTS:
        return ""
    start = found
    while start > verb + 1 and words.tag[start - 1] in ("NN", "JJ") and words.head[start - 1] == found:
        start -= 1
    named = words.low[start : found + 1]
    return (
        " ".join(named) if len(named) <= _PLAIN_OBJECT and all(re.fullmatch(r"[\w-]+", word) for word in named) else ""
    )
