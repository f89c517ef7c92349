"""In: a headless draft and its verb. Out: whether it counts people, by what they do and things hardly."""

from collections.abc import Sequence

from twosource.finding.figures.clauses import Words
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.nouns import is_person, singular
from twosource.text.listing import listed

_MILLION = 1e6
_TAKES_PEOPLE = listed(
    "house shelter accommodate host let discharge admit treat vaccinate interview question dismiss employ hire recruit"
    " acquit convict sentence jail imprison marry bury elect appoint pardon expel exile summon subpoena baptise behead"
    " enrol enroll train teach"
    " educate invite evict deport"
)
_PEOPLE_DO = listed(
    "come go arrive work walk join sleep wait board march stand live refuse sign vote return leave"
    " attend cross travel stay"
    " gather queue flee volunteer apply complain testify resign strike enrol enroll register escape swim"
    " climb die perish drink eat watch read speak live own believe think want fear know remember work vote"
    " celebrate pray"
    " drown survive mourn grieve honor honour"
)


#: What things do too: "The lorry carried 12,000 doses. Only 7,400 arrived."
_THINGS_DO = listed("come go arrive return stay leave remain wait board stand cross")
#: What only people are.
_PEOPLE_ARE = listed(
    "stranded homeless jobless bereaved orphaned widowed quarantined unaccounted asleep awake pregnant unconscious"
    " drunk unemployed retired married illiterate literate sober"
)
_DWELLS = listed("live sleep dwell reside die perish")


def thing_before(made: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The count of things last told, in the sentence or the one before; None where people are counted there."""
    near = [d for d in drafts[-4:] if made.order - d.order <= 1 and d.amount.kind == "" and d.unit]
    return near[-1] if near and not near[-1].people and near[-1].paragraph == made.paragraph else None


_HOUSES_OF = listed("hospital clinic ward school university college club museum prison theatre it they he she")


def _takes_in(words: Words, verb: int) -> bool:
    """Whether who admits is a house that takes people in: a commission only admits a number."""
    if words.passive(verb):
        return True
    return any(words.lemma(k) in _HOUSES_OF for k in words.children(verb) if words.dep[k] == "nsubj" and k < verb)


def is_doing(made: Draft, thing: Draft | None) -> bool:
    """Whether a headless number counts those who do or undergo what only people do: "Some 2,300 came to work".

    `thing` is the count of things told before it, which it may go on from.
    """
    words, verb = made.words, made.verb
    if words.get(made.first - 1) in ("which", "other", "remaining"):
        return False  # "231 houses, of which 96 stood in the town", "the other 40 stayed open"
    fits = thing is not None and thing.top >= (made.amount.low or made.amount.high or 0)
    signs = words.dep[words.head[made.first]] == "agent"  # "was signed by 40,000"
    if signs or (words.get(made.np_end) in _PEOPLE_ARE and not fits):
        return True
    if verb is None:
        return False
    if verb == made.first - 1 and words.lemma(verb) in _DWELLS:
        return True  # "in them lived 190"
    if made.role in ("object", "passive"):
        lemma = words.lemma(verb)
        return lemma in _TAKES_PEOPLE and (lemma != "admit" or _takes_in(words, verb))
    return _does(made, verb, thing=fits)


def _does(made: Draft, verb: int, *, thing: bool) -> bool:
    """Whether the subject of a verb does what people do; `thing` is true where it may be things told before."""
    words, lemma = made.words, made.words.lemma(verb)
    if made.role != "subject" or words.dep[made.first] not in ("nsubj", "nummod", "quantmod", "compound"):
        return False
    if lemma == "be":
        if any(words.low[child] in _PEOPLE_ARE for child in words.children(verb) if child > verb):
            return True
        told = (child for child in words.children(verb) if words.dep[child] == "attr" and child > verb)
        return any(is_person(words.low[child], singular(words.low[child])) for child in told)
    if lemma in ("show", "turn"):
        return any(words.low[child] in ("up", "out") for child in words.children(verb))
    money = made.amount.scale >= _MILLION and lemma in ("come", "go", "arrive", "return", "leave")
    return lemma in _PEOPLE_DO and not money and not (thing and lemma in _THINGS_DO)
