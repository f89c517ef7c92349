"""In: links of chains. Out: whether a name is nobody in particular, several bodies in one, or a paper or agency."""

import re
from functools import cache
from typing import Protocol

from twosource.reconciling.meant import MEANT
from twosource.reconciling.source_words import (
    BY_ROLE,
    CROWDS,
    EMPLOYED,
    GENERIC,
    NO_NAMES,
    NUMBERS,
    PAPERS,
    PRESS,
    REPORTERS,
    SEVERAL,
    SPEAKING,
    WHICHEVER,
)
from twosource.records import Link
from twosource.text.bodies import individual, singular, without_document
from twosource.text.countries import is_adjective
from twosource.text.folding import fold
from twosource.text.known_bodies import known_body

#: A paper of several, of whom no one is named: it stands for them, and adds nobody to them.
_JOINT = re.compile(r"(?:the |a |their )?joint [a-z]+", re.IGNORECASE)
_LIST_ITEM = re.compile(r",|\band\b")
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


@cache
def _proper(name: str) -> bool:
    bare = ARTICLE.sub("", name.strip())
    return bare[:1].isupper() and head(name) not in GENERIC | CROWDS


def nobody(link: Link) -> bool:
    """Whether a link names nobody in particular ("officials", "witnesses", "a person familiar with the matter")."""
    last = head(link.name)
    if (
        house(link.name)
        or last in BY_ROLE
        or _speaks_for_body(link.name)
        or known_body(link.name)
        or _a_group(link.name)
    ):
        return False
    if (link.name.casefold() in NO_NAMES and not link.name.isupper()) or last in NUMBERS or not _can_speak(link):
        return True
    crowded = (
        link.kind in ("unnamed", "document") and link.plural and not (_papers(link.name) or _named_data(link.name))
    )
    if (
        crowded
        or (link.plural and last in SEVERAL and not _proper(link.name))
        or _PLACELESS.search(link.name)
        or _told(link.name)
    ):
        return True
    if link.kind in ("outlet", "agency"):
        return False
    if last in GENERIC and link.kind != "person":
        return not _named_data(link.name)
    unnamed = not _proper(link.name) or last == link.name.split()[-1].casefold()
    return link.kind != "document" and _crowd(last) and unnamed


#: Staff that is no crowd but the head of an army.
_STAFF = re.compile(r"\b(?:general|joint|army|defen[cs]e|command) staff$", re.IGNORECASE)
_CAPITALS = re.compile(r"(?:[A-Z][\w’'-]*\s+)+[A-Z][a-z]\w*")


@cache
def _a_group(name: str) -> bool:
    """Whether it is an army's staff, or the own name of a group ("Rovan Mothers"): capitals throughout, no people's."""
    if _STAFF.search(name):
        return True
    if not _CAPITALS.fullmatch(name) or name.isupper():
        return False
    *ahead, last = name.split()
    return _crowd(last.casefold()) and not any(is_adjective(word) for word in ahead)


def _can_speak(link: Link) -> bool:
    """Whether a name may be anybody's.

    It is no paper of several who are not named, it begins with no number, and a plain word taken for a body may be one.
    """
    if _JOINT.fullmatch(link.name):
        return False
    return link.kind != "body" or (not link.name[:1].isdigit() and _may_be_body(link.name))


@cache
def _may_be_body(name: str) -> bool:
    """Whether a name has a capital, or its head noun is for a body, a place, a paper or somebody."""
    if name != name.casefold() or _LIST_ITEM.search(name):
        return True
    heads = {fold(head(name)), fold(name.rsplit(maxsplit=1)[-1])} if name.split() else set()
    heads |= {singular(word) for word in heads}
    return bool(heads & SPEAKING) or any(word.endswith(("man", "woman", "men", "women")) for word in heads)


def _told(name: str) -> bool:
    """Whether it is what a crowd tells ("first accounts of survivors")."""
    told = _ACCOUNTS.search(name)
    return told is not None and told.group(1).removesuffix("s").casefold() in CROWDS


@cache
def _speaks_for_body(name: str) -> bool:
    """Whether people speak by their work for the body named beside them: its lawyers, its engineers, its analysts."""
    owner = without_document(name)
    if owner is None or not {head(name), name.rsplit(maxsplit=1)[-1].casefold()} & EMPLOYED:
        return False
    if owner[:1].isupper():
        return not is_adjective(owner) and owner.casefold() not in _REGIONS
    held = "’s " in name or "'s " in name or name.casefold().startswith(tuple(f"{word} " for word in EMPLOYED))
    return held and (head(owner) in MEANT or head(owner) in BY_ROLE)


def _crowd(last: str) -> bool:
    """Whether a head noun is a plural of people of whom nobody is named."""
    if last == last.removesuffix("s") and last not in ("people", "men", "women", "fishermen", "crew", "staff"):
        return False
    singular = {last.removesuffix("s"), last.removesuffix("es"), f"{last.removesuffix('ies')}y", f"{last[:-2]}an"}
    return bool({last, *singular} & CROWDS)


def _named_data(name: str) -> bool:
    """Whether it is the data, report or figures of somebody: "exchange data", "UN figures"."""
    data = head(name) in ("data", "figures", "report", "estimates", "website", "news")
    return data and name.rsplit(maxsplit=1)[-1].casefold() == head(name) and _told_apart(name)


def _papers(name: str) -> bool:
    """Whether papers or instruments in the plural are told apart from others: "court records", "satellite images"."""
    return head(name) in PAPERS - GENERIC and _told_apart(name)


def _told_apart(name: str) -> bool:
    """Whether a word before the head noun says whose or which it is, and not only when or how sure."""
    words = ARTICLE.sub("", name.strip()).split()
    return any(word.casefold() not in WHICHEVER for word in words[: words.index(words[-1])])


@cache
def is_paper(name: str) -> bool:
    """Whether a name is a document's or an instrument's by its kind alone, with no body's name in it."""
    return name[:1].islower() and name == name.casefold() and head(name) in PAPERS


@cache
def is_reporter(name: str) -> bool:
    """Whether it is a reporter, who counts for an outlet and is not the outlet."""
    return head(name) in REPORTERS


@cache
def is_press(name: str) -> bool:
    """Whether it is the press at large ("local media", "news websites"), of which no one outlet is named."""
    return head(name) in PRESS and not name.casefold().startswith("state ")


def prints(link: Link) -> bool:
    """Whether a link is a paper, a station or an agency, which passes on what others say."""
    if is_reporter(link.name) or (_BODY.search(link.name) and not _NEWS.search(link.name)):
        return False
    return link.kind in ("outlet", "agency", "post")


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
        self._same: dict[tuple[str, str], bool] = {}  # many claims ask the same of the same two
        self._family: dict[tuple[str, str], str | None] = {}

    def same(self, a: str, b: str) -> bool:
        """Whether both names are of one person or body."""
        found = self._same.get((a, b))
        if found is None:
            found = self._same[a, b] = self._bodies.same(a, b) or _inside(a, b)
        return found

    def family(self, a: str, b: str) -> str | None:
        """Why the two speak as one, or None."""
        if (a, b) not in self._family:
            self._family[a, b] = self._bodies.family(a, b)
        return self._family[a, b]

    def canonical(self, name: str) -> str:
        """The name to show."""
        return self._bodies.canonical(name)


def _inside(a: str, b: str) -> bool:
    """Whether one of two names, both of a person or both of a body, has all its words in the other."""
    one, other = words_of(a), words_of(b)
    return individual(a) == individual(b) and bool(one and other and (one <= other or other <= one))
