"""In: the name of a body or person. Out: the words that tell which it is, and which names mean one."""

import functools
import re

from twosource.text.countries import country_of
from twosource.text.folding import fold, skeleton
from twosource.text.known_bodies import known_body
from twosource.text.listing import listed
from twosource.text.titles import BODIES, HEADS, ROLES, SPEAKERS

_ALIKE = {
    "coastguard": "coast guard", "defense": "defence", "labor": "labour", "organisation": "organization",
    "internal affairs": "interior", "home affairs": "interior", "foreign affairs": "foreign", "center": "centre",
    "organizers": "organisers", "organizer": "organiser", "trade union": "union",
    "program": "programme", "emergencies": "emergency", "spy agency": "intelligence",
    "intelligence agency": "intelligence", "intelligence service": "intelligence",
    "intelligence services": "intelligence", "intelligence agencies": "intelligence", "spy service": "intelligence",
    "transportation": "transport", "u n": "un", "federation of workers": "workers federation",
}  # fmt: skip
_IDLE = listed("the of for and a an s its his her their on in at de du des")
#: Papers, counts and instruments by which a body speaks.
DOCUMENTS = listed(
    "figures figure data statistics statement statements report reports website site records record filing filings"
    " communique estimate estimates count tally toll briefing briefings survey poll log logs logbook ledger register"
    " list bulletin account accounts numbers documents document study findings release notice post letter memo tracker"
    " database analysis footage images ruling verdict judgment judgement decision order decree indictment petition"
    " lawsuit complaint audit assessment inquiry investigation review charts chart files archives registry papers"
    " minutes system computer books plan dispatch circular declaration announcement message calculations model"
    " projections projection forecast forecasts update dashboard portal page tweet notes protocol protocols"
)
#: Those whose word is the word of the body that they work for.
STAFF = listed(
    "spokesperson spokesman spokeswoman spokespeople official officials source sources lawyers attorneys lawyer"
    " attorney solicitors counsel economists analysts analyst experts researchers scientists seismologists engineers"
    " inspectors investigators archivists observers monitors auditors statisticians forecasters meteorologists"
    " organisers organizers management bosses leadership leaders board directors representatives representative"
    " executives campaigners press-office press-service envoy delegates delegate secretariat headquarters chief head"
    " boss chairman chairwoman director president commander commanders staffers strategists commissioners"
)
#: Words of bodies that are a government's, and words of bodies that are another's.
_PUBLIC = listed(
    "government cabinet ministry intelligence police army navy military coastguard gendarmerie gendarmes presidency"
    " treasury regime state authorities kremlin forces minister"
)
_PHRASES = ("coast guard", "air force", "border guard", "national guard", "general staff", "civil defence")
_ELSEWHERE = listed(
    "un eu united nations european western west international world nato african arab global red cross crescent rebel"
    " council provincial regional municipal local city county district state's private secret"
    " audit auditor auditors ombudsman"
)


@functools.lru_cache(maxsize=65_536)
def body_key(name: str) -> tuple[str, str]:
    """(words, country): the words that tell which body a name means, sorted, and the country they name or "".

    "Spain's interior ministry" and "Spanish Ministry of the Interior" have one key. A body that everyone knows has
    the key of its own name.
    """
    known = known_body(name)
    if known is not None:
        return known, ""
    folded = fold(_OWNER.sub("", name)).removeprefix("the ")
    for words, alike in _ALIKE.items():
        folded = f" {folded} ".replace(f" {words} ", f" {alike} ").strip()
    country, rest = _without_country(folded.split())
    kept = sorted({singular(word) for word in rest if word not in _IDLE})
    return (" ".join(kept) or folded), country


#: Whose a body is, in words that name nobody: "the country's health ministry".
_OWNER = re.compile(r"^(?:the\s)?(?:country|nation|kingdom|republic|island|territory)[’']s\s(?=\S)", re.IGNORECASE)

#: What a state's or a council's body for one matter may be called, and words that add nothing to which it is.
_OFFICES = listed(
    "department directorate agency office service bureau institute authority centre board regulator watchdog"
    " inspectorate"
)
#: Words by which an office is one of the whole country.
_WHOLE = listed("national federal state emergency emergencies defense defence homeland interior justice foreign")
_LEVELS = listed("national state federal rebel central official main")
_WIDE = listed("national federal central")
_NARROW = listed("county city district regional provincial municipal local town borough parish village")


@functools.lru_cache(maxsize=65_536)
def loose_key(name: str) -> tuple[str, str]:
    """`body_key` with one word for all kinds of office: "health department" and "national health directorate" are one.

    The words are empty where nothing but the kind of office is told.
    """
    words, country = body_key(name)
    kept = [word for word in words.split() if word not in _LEVELS]
    telling = [word for word in kept if word not in _OFFICES]
    if not telling or len(telling) == len(kept):
        return "", country
    return " ".join([*telling, "office"]), country


def one_level(name: str, other: str) -> bool:
    """Whether no words of two bodies say that one is the whole country's and the other a part's."""
    left, right = fold(name).split(), fold(other).split()
    return not any(_WIDE & set(wide) and _NARROW & set(narrow) for wide, narrow in ((left, right), (right, left)))


def _without_country(words: list[str]) -> tuple[str, list[str]]:
    """The country among words and the other words; words that are no more than a country keep themselves."""
    for length in (3, 2, 1):
        for first in range(len(words) - length + 1):
            part = " ".join(words[first : first + length])
            country = country_of(part) if part != "us" or first == 0 else None
            rest = words[:first] + words[first + length :]
            if country is not None and any(word not in _IDLE for word in rest):
                return country.name, rest
    return "", words


def singular(word: str) -> str:
    """A folded noun without its plural ending, roughly: both sides of a comparison are treated alike."""
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > len("gas"):
        return word[:-1]
    return word


_STAFF_OF = re.compile(
    r"(?P<ahead>.{2,60}?)\s(?:of|at|for|from|by|with|in)\s(?:the\s)?(?P<body>.{2,80})", re.IGNORECASE
)
_OWNED_BY = re.compile(r"(?P<body>.{2,80}?)(?:[’']s|(?<=s)[’'])\s(?P<behind>.{2,80})")
_BEFORE_LINK = re.compile(r"\s(?:of|at|for|from|by|with|in|on|to|about)\s")


@functools.lru_cache(maxsize=65_536)
def without_document(name: str) -> str | None:
    """The body whose paper, staff or count a name is ("IOM figures", "the ministry's website"), or None.

    "analysts at Bank Pop", "Pop Farm's attorneys" and "record of the commission" are the body's words too.
    """
    owned = _OWNED_BY.fullmatch(name)
    if owned is not None and _tells(owned["behind"]):
        return owned["body"]
    held = _STAFF_OF.fullmatch(name)
    if held is not None and _tells(held["ahead"]) and not _STAFF_OF.fullmatch(held["ahead"]):
        return held["body"]
    words = name.split()
    kept = max((number + 1 for number, word in enumerate(words) if not word.islower()), default=0)
    if 0 < kept < len(words) and _tells(" ".join(words[kept:])):
        return " ".join(words[:kept])
    kept = len(words)
    while kept and fold(words[kept - 1]) in DOCUMENTS | STAFF:
        kept -= 1
    return " ".join(words[:kept]) if 0 < kept < len(words) else None


def _tells(words: str) -> bool:
    """Whether a phrase is for papers or staff of somebody by its head."""
    head = _BEFORE_LINK.split(words, maxsplit=1)[0].split()
    return bool(head) and fold(head[-1]) in DOCUMENTS | STAFF


def is_public(name: str) -> bool:
    """Whether a body is of a national government by its words: a ministry, the police, an army."""
    folded = known_body(name) or fold(name)
    words = {word for told in folded.split() for word in (told, singular(told))}
    if words & _ELSEWHERE:
        return False
    office = bool(words & _OFFICES and words & _WHOLE)
    return office or bool(words & _PUBLIC) or any(phrase in folded for phrase in _PHRASES)


#: One of whom speaks for all.
_GROUPED = listed("organiser organizer prosecutor coroner sheriff ombudsman magistrate")
_ONE_OF = listed("of at in for from with on near by who inside aboard")


@functools.lru_cache(maxsize=65_536)
def individual(name: str) -> bool:
    """Whether a name is one unnamed person's by work or fate ("an officer of the gendarmerie"), not a body's voice.

    Who speaks for a body or heads it ("police spokesman", "the hospital's director") is its voice.
    """
    words: list[str] = []
    for word in name.split():
        if word in _ONE_OF and words:
            break
        words.append(word)
    last = fold(words[-1]) if words and words[-1].islower() else ""
    return last in ROLES and last not in SPEAKERS | HEADS | BODIES | _GROUPED


def same_person(one: str, other: str) -> bool:
    """Whether two full names may be spellings of one person's: "Leyla Osmani", "Leyla Hatun Usmani"."""
    left, right = fold(one).split(), fold(other).split()
    if left == right:
        return True
    if len(left) < 2 or len(right) < 2:  # noqa: PLR2004 - a first name and a surname
        return False
    shorter, longer = sorted((left, right), key=len)
    if _within(shorter, longer):
        return True
    if "".join(left) == "".join(right):
        return True
    first, last = (
        _alike(left[0], right[0]),
        _alike("".join(left[1:]), "".join(right[1:])) or _alike(left[-1], right[-1]),
    )
    return first and last


def same_spelling(one: str, other: str) -> bool:
    """Whether two names of bodies or places may be one in two spellings: "Bank Huerlimann", "Bank Hürlimann"."""
    left = [word for word in fold(one).split() if word not in _IDLE_ARTICLES]
    right = [word for word in fold(other).split() if word not in _IDLE_ARTICLES]
    if len(left) != len(right) or country_of(one) is not None or country_of(other) is not None:
        return False
    return all(_alike(word, same) for word, same in zip(left, right, strict=True))


_IDLE_ARTICLES = listed("the el al la le a an")


def _within(shorter: list[str], longer: list[str]) -> bool:
    """Whether a name leaves out middle names of a longer one, or its last of two surnames."""
    if shorter[0] != longer[0] and not (len(shorter[0]) == 1 and longer[0].startswith(shorter[0])):
        return False
    rest = iter(longer)
    inside = all(
        any(word == other or (len(word) == 1 and other.startswith(word)) for other in rest) for word in shorter
    )
    return inside and (shorter[-1] == longer[-1] or longer[: len(shorter)] == shorter)


_SOUNDS, _LEAST = 3, 4


def _alike(one: str, other: str) -> bool:
    """Whether two words may be one word of another alphabet; a last "a" tells women from men and is kept."""
    if one == other:
        return True
    if min(len(one), len(other)) < _LEAST or one.endswith("a") != other.endswith("a"):
        return False
    if one[-1] != other[-1] and {one[-1], other[-1]} <= {"a", "o", "e"}:
        return False
    sounds = skeleton(one)
    return (
        sounds == skeleton(other)
        and len(sounds) >= _SOUNDS
        and (one[0] == other[0] or {one[0], other[0]} <= set("aeiou"))
    )
