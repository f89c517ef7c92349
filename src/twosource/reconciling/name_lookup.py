"""In: the persons and bodies of a story, and the chains in which names stand. Out: who is meant by a name."""

import functools
import re
from collections.abc import Callable, Iterator, Sequence

from twosource.reconciling.name_joining import Person, compatible, shorter_for
from twosource.records import Link, Mentions, Name
from twosource.text.bodies import body_key, loose_key, one_level
from twosource.text.countries import is_adjective
from twosource.text.folding import fold
from twosource.text.listing import listed
from twosource.text.titles import BODIES, HEADS, HONORIFICS, RANKS, ROLES, SPEAKERS

_TITLES = HEADS | SPEAKERS | RANKS | HONORIFICS | ROLES
_BRACKETED = re.compile(r"\s*[\[(][^\])]{1,40}[\])]\s*$")
_OFFICE_OF = re.compile(
    r"(?:[Tt]he\s+|[Aa]\s+)?(?:(?P<office>\w+(?:\s\w+){0,2})\s(?:of|for)\s(?P<body>.{2,60})"
    r"|(?P<owner>.{2,60}?)[’']s?\s(?P<late>\w+(?:\s\w+){0,2}))"
)
_ARTICLES = ("the ", "The ", "a ", "an ", "A ", "An ", "its ", "their ", "Its ", "Their ", "some ", "this ", "This ")
_LINKS = listed("of for at in on from by with to and or near about against between")
#: Words before a name that tell that someone else is meant, or something beside it.
_OTHERS = listed("former ex anti pro non outside inside close other another rival new insurgents rebels residents not")
_MOST_WORDS = 12
#: Offices of which a place or body has one.
_ALONE = HEADS | listed("priest pastor vicar imam abbot coroner sheriff")


class Lookup:
    """Finds persons and bodies by name, in a report or in the whole story."""

    def __init__(self, people: Sequence[Person], mentions: Sequence[Mentions]) -> None:
        """Enter all forms; those of several who are not one are left to the report in which they stand."""
        self.people = people
        self._asked: dict[str, Person | None] = {}
        self._forms = _forms(people)
        self._keys: dict[str, list[Person]] = {}
        self._loose: dict[str, list[Person]] = {}
        self._ends: dict[str, list[Person]] = {}
        for one in people:
            if one.kind == "organisation":
                self._keys.setdefault(body_key(one.name)[0], []).append(one)
                self._loose.setdefault(loose_key(one.name)[0], []).append(one)
            if one.kind == "person" and one.words:
                self._ends.setdefault(one.words[-1], []).append(one)
        self._local = _local(people, mentions)
        self._where = _where(mentions)

    def here(self, report: str, name: str) -> Person | None:
        """Who has a name in one report, or None."""
        return self._local.get((report, bare(name)))

    def find(self, name: str) -> Person | None:
        """Who is meant by a name, or None; asked once a name."""
        if name not in self._asked:
            self._asked[name] = self._search(name)
        return self._asked[name]

    def holder(self, name: str, means: Callable[[str, str], bool]) -> Person | None:
        """The only holder of an office that a name tells: "the hospital's director", "chairman of Kesh Mills"."""
        held = _OFFICE_OF.fullmatch(name.strip())
        if held is None:
            return None
        office, body = (held["office"], held["body"]) if held["office"] else (held["late"], held["owner"])
        word = fold(office).split()[-1:]
        if not word or word[0] not in ROLES:
            return None
        holders = [one for one in self.people if one.kind == "person" and _holds(one, word[0])]
        told = [one for one in holders if any(means(body, other) for other in one.of)]
        known = body.islower() or self.find(body) is not None
        found = told or [one for one in holders if known and not one.of]
        return found[0] if len(found) == 1 else None

    def _search(self, name: str) -> Person | None:
        """Who is meant: by a form of the report or the story, by the name behind a title, by the telling words."""
        words = bare(_BRACKETED.sub("", name)).split()
        if not words:
            return None
        whole = self._here(name) or self._forms.get(" ".join(words))
        if whole is not None:
            return whole
        return (
            self._titled(words)
            or self._by_end(name, words)
            or self._described(_BRACKETED.sub("", name).split())
            or self._by_key(name)
            or self._narrower(name)
            or self._by_role(name)
        )

    def _here(self, name: str) -> Person | None:
        """Who has the name in the reports whose chains hold it, if that is one person or body."""
        found = {
            id(one): one
            for report in self._where.get(name, ())
            if (one := self._local.get((report, bare(name)))) is not None
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _titled(self, words: list[str]) -> Person | None:
        for first in range(1, len(words)):
            behind = self._forms.get(" ".join(words[first:]))
            titled = len(words) - first > 1 or words[first - 1] in _TITLES
            if (
                behind is not None
                and behind.kind == "person"
                and titled
                and (words[0] in _TITLES or not set(words[:first]) & _LINKS)
            ):
                return behind
        return None

    def _by_end(self, name: str, words: list[str]) -> Person | None:
        """The only person whose name ends with these words."""
        ends = [one for one in self._ends.get(words[-1], ()) if one.words[-len(words) :] == words]
        return ends[0] if len(ends) == 1 and name[:1].isupper() else None

    def _described(self, words: list[str]) -> Person | None:
        """The named body behind or before its description: "state-owned operator Rail", "Rail satellite service"."""
        if len(words) > _MOST_WORDS:
            return None
        for first in range(1, len(words)):
            if not words[first][:1].isupper() or not _describes(words[:first]):
                continue
            one = self._forms.get(fold(" ".join(words[first:]))) or self._begun(fold(" ".join(words[first:])).split())
            if one is not None and one.kind != "place":
                return one
        for last in range(len(words) - 1, 0, -1):
            tail = words[last:]
            named = words[last - 1][:1].isupper() and words[0][:1].isupper()
            if named and all(word.islower() for word in tail) and fold(tail[-1]) in BODIES:
                one = self._forms.get(fold(" ".join(words[:last])))
                known = one is not None and one.kind == "organisation" and not one.name.isupper()
                return one if known and _is_kind(one, tail) else None
        return None

    def _begun(self, words: list[str]) -> Person | None:
        """The only body whose name begins with these words, and has one more."""
        longer = [
            one
            for one in self.people
            if one.kind == "organisation" and len(one.words) == len(words) + 1 and one.words[:-1] == words
        ]
        return longer[0] if len(longer) == 1 else None

    def _by_key(self, name: str) -> Person | None:
        """The only body of the story with the same telling words."""
        key, country = body_key(name)
        alike = [one for one in self._keys.get(key, ()) if compatible(country, body_key(one.name)[1])]
        if not alike:
            loose = loose_key(name)[0]
            alike = [
                one
                for one in self._loose.get(loose, ())
                if loose and compatible(country, body_key(one.name)[1]) and one_level(name, one.name)
            ]
        return alike[0] if len(alike) == 1 else None

    def _by_role(self, name: str) -> Person | None:
        """The only person whom a report calls by this office: "fire chief", "village priest"."""
        role = bare(name)
        words = role.split()
        if not name.islower() or len(words) < 2 or words[-1] not in _ALONE:  # noqa: PLR2004 - an office and of what
            return None
        holders = [one for one in self.people if one.kind == "person" and role in one.roles]
        return holders[0] if len(holders) == 1 else None

    def _narrower(self, name: str) -> Person | None:
        """The only named body that a description without a name may mean: "the dock workers' union"."""
        plain = next((name.removeprefix(article) for article in _ARTICLES if name.startswith(article)), name)
        if " " not in plain or not plain.islower() or not any(word in BODIES for word in fold(plain).split()):
            return None
        asked = Person(Name(name=plain, kind="organisation"))
        bodies = [one for one in self.people if one.kind == "organisation" and one.name[:1].isupper()]
        hosts = [one for one in bodies[:_MOST_BODIES] if shorter_for(asked, one)]
        return hosts[0] if len(hosts) == 1 else None


_MOST_BODIES = 500


@functools.lru_cache(maxsize=65_536)
def bare(name: str) -> str:
    """The folded name without its article."""
    for article in _ARTICLES:
        if name.startswith(article):
            name = name[len(article) :]
            break
    return fold(name)


def _is_kind(one: Person | None, tail: list[str]) -> bool:
    """Whether words behind a name only say what the body is, and are no organ of it."""
    return one is not None and (len(tail) == 1 or len(one.words) == 1)


def _describes(words: list[str]) -> bool:
    """Whether words before a name can be its description: no preposition, no name, its noun at the end or an "-ed"."""
    if any(fold(word) in _OTHERS | _LINKS or word.endswith(("'s", "’s", "'", "’")) for word in words):
        return False
    plain = [word for word in words if word.islower() or is_adjective(word)]
    if len(plain) < len(words) - 1 or (len(plain) < len(words) and words[0].islower()):
        return False  # a first word may have its sentence's capital
    return any(word.islower() for word in words) or fold(words[-1]) in BODIES or is_adjective(words[-1])


def _holds(one: Person, office: str) -> bool:
    return any(office in role.split() for role in one.roles)


def _forms(people: Sequence[Person]) -> dict[str, Person]:
    """Who is meant by each folded form that the story gives to one only, own names first."""
    forms: dict[str, Person] = {}
    doubtful: set[str] = set()
    for one in people:
        for form in (*one.forms, *one.also):
            key = bare(form)
            if forms.setdefault(key, one) is not one:
                doubtful.add(key)
    names = {bare(one.name): one for one in people}
    for key in doubtful:
        del forms[key]
    return {**forms, **names}


def _local(people: Sequence[Person], mentions: Sequence[Mentions]) -> dict[tuple[str, str], Person]:
    """Who is meant by each form in each report."""
    owners = {bare(form): one for one in people for form in one.forms}
    local: dict[tuple[str, str], Person] = {}
    for found in mentions:
        for name in found.names:
            one = owners.get(bare(name.name))
            if one is None:
                continue
            for form in (name.name, *name.also):
                local.setdefault((found.report, bare(form)), one)
    return local


def _where(mentions: Sequence[Mentions]) -> dict[str, set[str]]:
    """The reports in whose chains a name stands."""
    where: dict[str, set[str]] = {}
    for found in mentions:
        for link in _links(found):
            where.setdefault(link.name, set()).add(found.report)
    return where


def _links(found: Mentions) -> Iterator[Link]:
    for chain in (one.chain for holders in (found.figures, found.quotes, found.statements) for one in holders):
        yield from chain
