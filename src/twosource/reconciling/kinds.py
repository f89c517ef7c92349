"""In: nouns that count something. Out: the kind they belong to, so that a "warplane" can stand beside a "jet"."""

from functools import cache

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
    "voter member", "evacuee",
)  # fmt: skip
#: Words that single out some: a number of these is never the number of all.
_STRICT = (
    "child kid minor youngster boy girl teenager infant toddler schoolchild pupil student juvenile",
    "baby newborn", "woman mother female", "man father male", "pensioner elderly senior",
    "police policeman policewoman officer gendarme constable cop", "firefighter fireman",
    "soldier troop serviceman servicemember conscript trooper recruit infantryman marine",
    "militant fighter gunman terrorist insurgent rebel combatant militiaman jihadist",
    "doctor medic nurse paramedic physician", "journalist reporter photographer", "crew sailor seafarer crewman",
    "driver pilot", "rescuer", "diver", "teacher", "hostage captive", "foreigner", "family household", "lawyer",
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
FOR_PEOPLE = frozenset(str.split("person name report reaction case coffin body victim patient vote death arrest"))


@cache
def kind(noun: str | None) -> tuple[str, str]:
    """How far a noun of people narrows: ("all", ""), ("loose", kind) or ("strict", kind)."""
    if not noun:
        return "all", ""
    word = noun.casefold().replace("_", "-")
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
