"""In: links of chains. Out: whether a name is nobody in particular, several bodies in one, or a paper or agency."""

import re
from functools import cache
from typing import Protocol

from twosource.reconciling.meant import MEANT
from twosource.records import Link
from twosource.text.bodies import individual, without_document
from twosource.text.countries import is_adjective
from twosource.text.known_bodies import known_body

#: Whoever these name stays in the dark: no origin, in the singular or the plural.
_GENERIC = frozenset(
    str.split(
        "source sources insider insiders official officials analyst analysts observer observers expert "
        "experts media outlet outlets press report reports reporting rumour rumours rumor rumors channel "
        "channels post posts user users poster posters commenter blogger bloggers estimate estimates figure "
        "figures data news website websites somebody someone many others critics some unknown networks "
        "diplomat diplomats aide aides newspapers newspaper sites site pages tweets"
    )
)
#: Bodies that nobody names while there are several of them.
_BODIES = frozenset(
    str.split(
        "groups agencies hospitals clinics organisations organizations charities firms companies airlines banks "
        "churches schools clubs parties ngos institutes laboratories labs universities embassies councils ministries "
        "governments associations networks shops factories mosques households brokers insurers carriers retailers"
    )
)
#: Words that do not say whose a paper or a figure is.
_WHICHEVER = frozenset(
    str.split(
        "official public new latest recent early preliminary provisional partial internal independent local media news "
        "press some unconfirmed initial first various several separate earlier previous other many multiple "
        "conflicting widespread unverified available confidential secret leaked published unpublished"
    )
)
#: In the plural they are a crowd; one of them, on the spot, is a person of its own.
_CROWDS = frozenset(
    str.split(
        "witness eyewitness survivor resident local villager neighbour neighbor relative family worker "
        "employee passenger passerby passer-by bystander people person parent mother father friend colleague "
        "doctor medic nurse donor insider activist campaigner supporter member student teacher fan customer "
        "shopper driver farmer fisherman islander refugee migrant economist trader investor lawyer victim man "
        "woman protester demonstrator staff crew rescuer motorist onlooker guest attendee participant soldier "
        "fighter user blogger official diplomat"
    )
)
#: Known by what they do: there is one such body at the place, and it is named by its role.
_ROLES = frozenset(
    str.split(
        "police organisers organizers prosecutors prosecution authorities unions union rebels military army "
        "gendarmes gendarmerie firefighters coastguard regulators regulator insurgents separatists operators "
        "airline company management government lawmakers scouts firefighters rescuers"
    )
)
#: Words that name nobody, should they ever be read as a name.
_NO_NAMES = frozenset(
    str.split("then whose which who that it they he she we i this there when what here now page pages figure list")
)
#: Words for a number, which stand for people that nobody names.
_NUMBERS = frozenset(
    str.split(
        "one ones two three four five six seven eight nine ten dozen dozens score scores hundred hundreds thousand "
        "thousands million millions several many most half both none number numbers"
    )
)
#: Those who speak in the plural for the body that employs them.
_EMPLOYED = frozenset(
    str.split(
        "lawyers attorneys solicitors engineers economists analysts scientists researchers seismologists inspectors "
        "investigators statisticians forecasters meteorologists epidemiologists auditors observers monitors"
    )
)
_PLACELESS = re.compile(
    r"\b(?:familiar with|close to|briefed on|with knowledge|anonymity|unnamed|anonymous)\b", re.IGNORECASE
)
_NEWS = re.compile(
    r"\b(?:news|newspaper|press|wire|times|post|herald|tribune|gazette|daily|weekly|journal|courier|chronicle|observer"
    r"|mirror|guardian|telegraph|voice|star|tv|television|radio|channel|broadcaster|media|magazine|website|site|blog"
    r"|paper|outlet|online|reuters|bloomberg|tass|xinhua|anadolu|interfax|yonhap|kyodo|bernama|[a-z]*news[a-z]*"
    r"|(?:news|press|state) agency|afp|dpa|efe|ansa|bbc|cnn|nbc|cbs|abc)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:union|unions|ministry|department|office|council|police|army|military|intelligence|agencies|authority"
    r"|authorities|government|institute|bureau|commission|committee|service|services|guard|party|company|court"
    r"|federation|association|hospital|university|bank|board|organi[sz]ation|league|society)\b",
    re.IGNORECASE,
)
_EXPERTS = re.compile(
    r"^(?i:(?:the\s+)?(?:analysts?|economists?|strategists?|researchers?|scientists?|engineers?|forecasters?))\s+"
    r"(?:at|from|with|of)\s+(?:the\s+)?([A-Z].*)$"
)
_ACCOUNTS = re.compile(
    r"\b(?:statements?|accounts?|testimony|testimonies|words|reports?|interviews?|claims?|estimates?)\s+"
    r"(?:of|by|from|with)\s+(?:the\s+|some\s+|local\s+)?(\w+)$",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"^(?:the|a|an|some of the|some|several|many|two|three|four|local|other)\s+", re.IGNORECASE)
_BEHIND = re.compile(r"\s(?:of|in|at|from|on|who|near|with|for|inside|around|across)\s", re.IGNORECASE)


@cache
def house(name: str) -> str | None:
    """The named house whose experts speak ("Analysts at Bank Sole"), or None: they give its view."""
    match = _EXPERTS.match(name)
    return match.group(1) if match else None


@cache
def head(name: str) -> str:
    """The head noun of a name, lower case: "residents" of "residents of Silver Street"."""
    bare = ARTICLE.sub("", name.strip())
    words = _BEHIND.split(bare, maxsplit=1)[0].split()
    return words[-1].casefold() if words else ""


def _proper(name: str) -> bool:
    bare = ARTICLE.sub("", name.strip())
    return bare[:1].isupper() and not any(head(name) == word for word in _GENERIC | _CROWDS)


def nobody(link: Link) -> bool:
    """Whether a link names nobody in particular ("officials", "witnesses", "a person familiar with the matter")."""
    last = head(link.name)
    if house(link.name) or last in _ROLES or _speaks_for_body(link.name) or known_body(link.name):
        return False
    if (link.name.casefold() in _NO_NAMES and not link.name.isupper()) or last in _NUMBERS:
        return True
    crowded = (
        link.kind in ("unnamed", "document") and link.plural and not (_papers(link.name) or _named_data(link.name))
    )
    if (
        crowded
        or (link.plural and last in _BODIES and not _proper(link.name))
        or _PLACELESS.search(link.name)
        or _told(link.name)
    ):
        return True
    if link.kind in ("outlet", "agency"):
        return False
    if last in _GENERIC and link.kind != "person":
        return not _named_data(link.name)
    unnamed = not _proper(link.name) or last == link.name.split()[-1].casefold()
    return link.kind != "document" and _crowd(last) and unnamed


def _told(name: str) -> bool:
    """Whether it is what a crowd tells ("first accounts of survivors")."""
    told = _ACCOUNTS.search(name)
    return told is not None and told.group(1).removesuffix("s").casefold() in _CROWDS


@cache
def _speaks_for_body(name: str) -> bool:
    """Whether people speak by their work for the body named beside them: its lawyers, its engineers, its analysts."""
    owner = without_document(name)
    if owner is None or not {head(name), name.rsplit(maxsplit=1)[-1].casefold()} & _EMPLOYED:
        return False
    if owner[:1].isupper():
        return not is_adjective(owner) and owner.casefold() not in _REGIONS
    held = "’s " in name or "'s " in name or name.casefold().startswith(tuple(f"{word} " for word in _EMPLOYED))
    return held and (head(owner) in MEANT or head(owner) in _ROLES)


def _crowd(last: str) -> bool:
    """Whether a head noun is a plural of people of whom nobody is named."""
    if last == last.removesuffix("s") and last not in ("people", "men", "women", "fishermen", "crew", "staff"):
        return False
    singular = {last.removesuffix("s"), last.removesuffix("es"), f"{last.removesuffix('ies')}y", f"{last[:-2]}an"}
    return bool({last, *singular} & _CROWDS)


def _named_data(name: str) -> bool:
    """Whether it is the data, report or figures of somebody: "exchange data", "UN figures"."""
    data = head(name) in ("data", "figures", "report", "estimates", "website", "news")
    return data and name.rsplit(maxsplit=1)[-1].casefold() == head(name) and _told_apart(name)


def _papers(name: str) -> bool:
    """Whether papers or instruments in the plural are told apart from others: "court records", "satellite images"."""
    return head(name) in _PAPERS - _GENERIC and _told_apart(name)


def _told_apart(name: str) -> bool:
    """Whether a word before the head noun says whose or which it is, and not only when or how sure."""
    words = ARTICLE.sub("", name.strip()).split()
    return any(word.casefold() not in _WHICHEVER for word in words[: words.index(words[-1])])


_PRESS = frozenset(str.split("media press outlets newspapers papers websites sites channels networks broadcasters"))
_PAPERS = frozenset(
    str.split(
        "system log logs register registers record records recorder recorders data database report plan document"
        " documents file files list lists statistics ledger archive survey footage images readings measurements"
        " books accounts filing filings minutes briefings"
    )
)


@cache
def is_paper(name: str) -> bool:
    """Whether a name is a document's or an instrument's by its kind alone, with no body's name in it."""
    return name[:1].islower() and name == name.casefold() and head(name) in _PAPERS


#: Who counted what they tell is no outlet.
_REPORTERS = frozenset(str.split("reporter correspondent journalist photographer cameraman"))


@cache
def is_reporter(name: str) -> bool:
    """Whether it is a reporter, who counts for an outlet and is not the outlet."""
    return head(name) in _REPORTERS


@cache
def is_press(name: str) -> bool:
    """Whether it is the press at large ("local media", "news websites"), of which no one outlet is named."""
    return head(name) in _PRESS and not name.casefold().startswith("state ")


def prints(link: Link) -> bool:
    """Whether a link is a paper, a station or an agency, which passes on what others say."""
    if is_reporter(link.name) or (_BODY.search(link.name) and not _NEWS.search(link.name)):
        return False
    return link.kind in ("outlet", "agency", "post")


def single_person(link: Link) -> bool:
    """Whether the link is one unnamed person on the spot ("a doctor at the hospital"), an origin of its own."""
    return link.kind == "unnamed" and not link.plural and not nobody(link)


#: Parts of the world and their adjectives: "Western agencies" are those "in the West".
_REGIONS = {
    "western": "west", "eastern": "east", "northern": "north", "southern": "south", "european": "europe",
    "african": "africa", "asian": "asia", "american": "america",
}  # fmt: skip


@cache
def words_of(name: str) -> frozenset[str]:
    """The telling words of a name, lower case, without articles and titles."""
    idle = {"the", "a", "an", "of", "and", "its", "in", "for", "s", "mr", "mrs", "ms", "dr"}
    found = re.findall(r"\w+", name.casefold().replace("’", "'").replace("'s", ""))
    return frozenset(_REGIONS.get(word, word) for word in found if word not in idle)


class Bodies(Protocol):
    """What is known of names: which are one body, which belong together and why."""

    def same(self, a: str, b: str) -> bool:
        """Whether both names are of one person or body."""

    def family(self, a: str, b: str) -> str | None:
        """Why the two speak as one (spokesman, organ, head, document, capital), or None."""

    def canonical(self, name: str) -> str:
        """The name to show."""


class Names:
    """The story's bodies, and names of which one has all its words in the other: inside one claim these are one."""

    def __init__(self, bodies: Bodies) -> None:
        """Take the bodies of the story as they were read."""
        self._bodies = bodies

    def same(self, a: str, b: str) -> bool:
        """Whether both names are of one person or body."""
        if self._bodies.same(a, b):
            return True
        if individual(a) != individual(b):
            return False
        one, other = words_of(a), words_of(b)
        return bool(one and other and (one <= other or other <= one))

    def family(self, a: str, b: str) -> str | None:
        """Why the two speak as one, or None."""
        return self._bodies.family(a, b)

    def canonical(self, name: str) -> str:
        """The name to show."""
        return self._bodies.canonical(name)
