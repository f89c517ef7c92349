"""In: nouns that count something. Out: the kind they belong to, so that a "warplane" can stand beside a "jet"."""

import re
from functools import cache

from twosource.reconciling.around import words_before, words_behind
from twosource.reconciling.units import family
from twosource.records import Figure

#: What comes after a number and narrows whom it counts: "nine of them children", "four of the dead were women".
_NARROWED = re.compile(
    r"^\s*(?:\w+\s+){0,2}?(?:of\s+(?:them|whom|those|these|(?:all\s+)?(?:the|its|their|our)\s+\w+(?:\s+so far)?),?"
    r"(?:\s+(?:are|were|was|being|had been))?|are|were)\s+(?:\w+\s+)?([\w-]+)",
    re.IGNORECASE,
)
_NARROWED_BEFORE = re.compile(r"\b(\w+)\s*[:–—-]\s*$")
_NEXT_WORDS, _LAST_WORDS = 7, 3
_STEM = 4

#: Words for people as such: a number of these is a number of whoever the story is about.
PEOPLE = frozenset(
    str.split(
        "person people human individual soul victim body corpse fatality death life dead name martyr casualty being "
        "man-and-woman other one total toll figure number count case"
    )
)
#: Words that name the people of an event by their part in it: they may stand for all of them.
_LOOSE = (
    "passenger traveller commuter", "resident inhabitant villager local townspeople citizen civilian neighbour",
    "worker employee staffer colleague labourer workforce staff", "migrant refugee asylum-seeker",
    "participant attendee marcher demonstrator protester supporter rallygoer crowd", "patient",
    "survivor", "visitor tourist guest", "prisoner inmate detainee suspect arrest", "volunteer adult",
    "voter member", "evacuee", "man", "hostage captive",
)  # fmt: skip
#: Words that single out some: a number of these is never the number of all.
_STRICT = (
    "child kid minor youngster boy girl teenager infant toddler schoolchild pupil student juvenile",
    "baby newborn", "woman mother female", "father male", "pensioner elderly senior",
    "police policeman policewoman officer gendarme constable cop", "firefighter fireman",
    "soldier troop serviceman servicemember conscript trooper recruit infantryman marine paratrooper reservist",
    "militant fighter gunman terrorist insurgent rebel combatant militiaman jihadist bandit guerrilla separatist",
    "doctor medic nurse paramedic physician", "journalist reporter photographer", "crew sailor seafarer crewman",
    "driver pilot", "rescuer", "diver", "teacher", "foreigner", "family household", "lawyer",
    "lawmaker deputy senator legislator mp", "judge", "farmer", "official", "witness", "shareholder investor",
)  # fmt: skip
_THINGS = (
    "home house dwelling residence property flat apartment", "building structure", "door exit gate",
    "aircraft plane jet warplane airplane airliner fighter-jet bomber", "helicopter chopper", "drone uav",
    "missile rocket projectile", "bomb explosive munition", "bullet round shot", "ship vessel boat ferry dinghy",
    "car vehicle automobile",
    "bus coach", "lorry truck", "train", "step stage phase tranche instalment",
    "dose jab vaccination", "reaction case report complaint", "lot batch", "hospital clinic", "school college",
    "factory plant works mill",
    "shop store outlet branch", "flight", "vote ballot", "protest rally demonstration march",
    "strike attack raid", "explosion blast", "fire blaze wildfire", "quake earthquake tremor aftershock",
    "storey floor story level", "job post position role", "town city municipality", "village hamlet",
    "country nation state", "year", "time occasion", "member-state", "call", "page", "animal head cattle sheep cow",
    "tree", "bridge", "road street", "shelter camp", "firm company business", "tank", "goal", "seat", "test", "death",
)  # fmt: skip


def _table(groups: tuple[str, ...]) -> dict[str, str]:
    return {word: group.split()[0] for group in groups for word in group.split()}


_LOOSE_KINDS, _STRICT_KINDS, _THING_KINDS = _table(_LOOSE), _table(_STRICT), _table(_THINGS)
#: Units of things that stand for one person each.
FOR_PEOPLE = frozenset(
    str.split("person name report reaction case coffin body victim patient vote death arrest job position post")
)


_IRREGULAR = {
    "children": "child", "women": "woman", "men": "man", "people": "person", "policemen": "policeman", "lives": "life",
    "policewomen": "policewoman", "firemen": "fireman", "servicemen": "serviceman", "babies": "baby", "bodies": "body",
    "casualties": "casualty", "families": "family", "militiamen": "militiaman", "infantrymen": "infantryman",
}  # fmt: skip


def is_rule(figure: Figure) -> bool:
    """Whether an amount is an age or a term that a rule sets: the old one and the new one are two questions."""
    return family(figure.unit) == "[time]"


@cache
def kind(noun: str | None) -> tuple[str, str]:
    """How far a noun of people narrows: ("all", ""), ("loose", kind) or ("strict", kind)."""
    if not noun:
        return "all", ""
    word = noun.casefold().replace("_", "-")
    word = _IRREGULAR.get(word, word)
    for form in (word, word.removesuffix("s"), word.removesuffix("es")):
        if form in PEOPLE:
            return "all", ""
        if form in _STRICT_KINDS:
            return "strict", _STRICT_KINDS[form]
        if form in _LOOSE_KINDS:
            return "loose", _LOOSE_KINDS[form]
    return "loose", word


@cache
def thing(noun: str) -> str:
    """The kind of a counted thing: "house", "home" and "dwelling" give one word; an unlisted noun its own head."""
    word = noun.casefold()
    head = word.split()[-1] if word.split() else word
    for form in (word, word.replace(" ", "-"), head):
        if form in _THING_KINDS:
            return _THING_KINDS[form]
    return head


@cache
def counted(figure: Figure) -> tuple[tuple[str, str], bool]:
    """The kind of people a figure counts, as `kind` gives it, and whether the words beside the figure say so.

    A noun that stands nowhere near was taken from a sentence before: it may be wrong and rules nothing out.
    """
    narrow = narrowed(figure)
    return (narrow, True) if narrow else (kind(figure.noun), stated(figure))


@cache
def narrowed(figure: Figure) -> tuple[str, str] | None:
    """The kind of people that the words beside a figure narrow it to ("22 of them women"), or None."""
    before, after = _beside(figure)
    for match in (_NARROWED.match(after), _NARROWED_BEFORE.search(before)):
        if match is not None and kind(match.group(1))[0] == "strict":
            return kind(match.group(1))
    return None


@cache
def stated(figure: Figure) -> bool:
    """Whether the counted noun, or none at all, stands right beside the figure."""
    if not figure.noun:
        return True
    before, after = _beside(figure)
    near = {*re.findall(r"\w+", after)[:_NEXT_WORDS], *re.findall(r"\w+", before)[-_LAST_WORDS:]}
    noun = figure.noun.casefold().split()[-1]
    stem = noun[: max(_STEM - 1, min(_STEM, len(noun) - 1))]  # "bod" of body and bodies
    forms = {_IRREGULAR.get(word.casefold(), word.casefold()) for word in near}
    return figure.noun == "person" or any(form.startswith(stem) for form in forms)


def _beside(figure: Figure) -> tuple[str, str]:
    return words_before(figure, 60), words_behind(figure, 90)
