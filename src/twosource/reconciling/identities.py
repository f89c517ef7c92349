"""In: a story's reports and mentions. Out: its persons, bodies and places joined, and who is whose voice."""

import re
from collections.abc import Iterator, Sequence

from twosource.reconciling.name_joining import Person, gather
from twosource.records import Identity, Mentions, Report
from twosource.text.bodies import body_key, is_public, same_person, without_document
from twosource.text.countries import country_of, seat_of
from twosource.text.folding import fold
from twosource.text.listing import listed
from twosource.text.titles import HEADS, HONORIFICS, RANKS, ROLES, SPEAKERS

#: Offices whose holder's word is the body's: who speaks for it, who heads it, who has a rank in it.
_VOICES = SPEAKERS | HEADS | RANKS | listed("delegate official secretary officer representative steward press mayor")
_MINISTERS = listed("minister secretary premier president chancellor pm")
_GOVERNMENT = listed("government cabinet state presidency administration kremlin authorities")
_TITLES = HEADS | SPEAKERS | RANKS | HONORIFICS | ROLES
_BRACKETED = re.compile(r"\s*[\[(][^\])]{1,40}[\])]\s*$")
_OFFICE_OF = re.compile(
    r"(?:[Tt]he\s+|[Aa]\s+)?(?:(?P<office>\w+(?:\s\w+){0,2})\s(?:of|for)\s(?P<body>.{2,60})"
    r"|(?P<owner>.{2,60}?)[’']s?\s(?P<late>\w+(?:\s\w+){0,2}))"
)
_ARTICLES = ("the ", "The ", "a ", "an ", "A ", "An ", "its ", "their ")


def join_names(reports: Sequence[Report], mentions: Sequence[Mentions]) -> tuple[Identity, ...]:
    """The persons, bodies and places of a story, variants of one joined, those of different ones kept apart.

    `name` is the fullest form of the story, `also` every other form that a report has. The order of the reports changes
    nothing.
    """
    known = {report.id for report in reports}
    return tuple(_identity(one) for one in gather([one for one in mentions if one.report in known]))


def _identity(one: Person) -> Identity:
    forms = {form for form in (*one.forms, *one.also) if form != one.name}
    return Identity(name=one.name, kind=one.kind, also=tuple(sorted(forms)))


class Bodies:
    """Who is who in a story: whether two names are one person or body, whether two ends of chains are one origin."""

    def __init__(self, reports: Sequence[Report], mentions: Sequence[Mentions]) -> None:
        """Read the names of all reports, and what these tell of offices."""
        known = {report.id for report in reports}
        self._people = gather([one for one in mentions if one.report in known])
        self._forms: dict[str, Person] = {}
        self._asked: dict[str, Person | None] = {}
        doubtful: set[str] = set()
        for one in self._people:
            for form in (*one.forms, *one.also):
                key = _bare(form)
                if key in self._forms and self._forms[key] is not one:
                    doubtful.add(key)
                self._forms.setdefault(key, one)
        for one in self._people:
            self._forms[_bare(one.name)] = one
        self._keys: dict[str, list[Person]] = {}
        for one in self._people:
            if one.kind == "organisation":
                self._keys.setdefault(body_key(one.name)[0], []).append(one)
        names = {_bare(one.name) for one in self._people}
        for key in doubtful - names:
            del self._forms[key]

    def canonical(self, name: str) -> str:
        """The name the story uses for a person, body or place; the words themselves where none is known."""
        one = self._find(name)
        return one.name if one is not None else name

    def same(self, a: str, b: str) -> bool:
        """Whether two names stand for one person, body or place."""
        one, other = self._find(a), self._find(b)
        if one is not None and one is other:
            return True
        if _bare(a) == _bare(b):
            return True
        left, right = body_key(a), body_key(b)
        if left[0] == right[0] and (left[1] == right[1] or not (left[1] and right[1])):
            return True
        persons = [person is None or person.kind == "person" for person in (one, other)]
        return all(persons) and a[:1].isupper() and b[:1].isupper() and same_person(a, b)

    def family(self, a: str, b: str) -> str | None:
        """Why two ends of chains are one origin, in words a reader understands; None where they are not.

        One origin are a body, its spokesperson, its organ, its head, its document and the capital used for its
        government. Two bodies of one government are told by the reason "… are bodies of one government": whether they
        pass on one count is for the caller to see. Where the two names are the same, the reason says so.
        """
        if self.same(a, b):
            return f"“{a}” and “{b}” are two names of one"
        for one, other in ((a, b), (b, a)):
            for reason in self._reasons(one, other):
                return reason
        return self._colleagues(a, b) or self._one_government(a, b)

    def body_of(self, name: str) -> str | None:
        """The body a person of the story speaks for, by its name in the story, or None."""
        one = self._find(name)
        if one is None or one.kind != "person" or not self._voices(one):
            return None
        return next((self.canonical(body) for body in one.of), None)

    def _find(self, name: str) -> Person | None:
        """Who is meant by a name, or None; asked once a name."""
        if name not in self._asked:
            self._asked[name] = None  # an office told by an office that is told by it: nobody
            self._asked[name] = self._search(name)
        return self._asked[name]

    def _search(self, name: str) -> Person | None:
        """Who is meant: by a form of the reports, by the name behind a title, by the words that tell a body."""
        words = _bare(_BRACKETED.sub("", name)).split()
        whole = self._forms.get(" ".join(words))
        if whole is not None:
            return whole
        for first in range(1, len(words)):
            behind = self._forms.get(" ".join(words[first:]))
            titled = len(words) - first > 1 or words[first - 1] in _TITLES
            if behind is not None and behind.kind == "person" and titled:
                return behind
        if not words:
            return None
        ends = [one for one in self._people if one.kind == "person" and one.words[-len(words) :] == words]
        if len(ends) == 1 and name[:1].isupper():
            return ends[0]
        holder = self._holder(name)
        if holder is not None:
            return holder
        key, country = body_key(name)
        alike = self._keys.get(key, [])
        alike = [one for one in alike if country in ("", body_key(one.name)[1]) or not body_key(one.name)[1]]
        return alike[0] if len(alike) == 1 else None

    def _holder(self, name: str) -> Person | None:
        """The only holder of an office that a name tells: "the hospital's director", "chairman of Kesh Mills"."""
        held = _OFFICE_OF.fullmatch(name.strip())
        if held is None:
            return None
        office, body = (held["office"], held["body"]) if held["office"] else (held["late"], held["owner"])
        word = fold(office).split()[-1:]
        if not word or word[0] not in ROLES:
            return None
        holders = [one for one in self._people if one.kind == "person" and _holds(one, word[0])]
        told = [one for one in holders if any(self._means(body, other) for other in one.of)]
        found = told or [one for one in holders if not one.of]
        return found[0] if len(found) == 1 else None

    def _means(self, body: str, other: str) -> bool:
        """Whether the words for a body may mean another's name: they are the same, or its kind."""
        return self.same(body, other) or set(_bare(body).split()) <= set(_bare(other).split())

    def _voices(self, one: Person) -> bool:
        words = {word for role in one.roles for word in role.split()}
        return bool(words & _VOICES) or not one.roles

    def _reasons(self, one: str, other: str) -> Iterator[str]:
        """Why `one` speaks with the voice of `other`."""
        person = self._find(one)
        if person is not None and person.kind == "person" and self._voices(person):
            for body in person.of:
                if self.same(body, other):
                    yield f"{one} is {_office(person)} of “{other}”"
        if person is not None and person.kind == "person":
            yield from self._minister(one, person, other)
        owner = without_document(one)
        if owner is not None and (self.same(owner, other) or fold(owner) == fold(other)):
            yield f"“{one}” are words or papers of “{other}”"
        if person is not None and person.kind == "organisation":
            owners = [owner for owner in person.of if country_of(owner) is None]
            if any(self.same(owner, other) for owner in owners):
                yield f"“{one}” is an organ of “{other}”"
        yield from _seats(one, other)

    def _minister(self, one: str, person: Person, other: str) -> Iterator[str]:
        """Why a minister speaks with the voice of a ministry, or of the government."""
        offices = [role.split() for role in person.roles if role.split()[-1:] and role.split()[-1] in _MINISTERS]
        key, country = body_key(other)
        words = set(key.split())
        for office in offices:
            field, mine = body_key(" ".join(office[:-1])) if len(office) > 1 else ("", "")
            if country and mine and country != mine:
                continue
            telling = set(field.split()) - {"prime", "deputy", "first", "vice"}
            if telling and words - {"ministry", "department"} == telling and words & {"ministry", "department"}:
                yield f"{one} is {' '.join(office)}, and heads “{other}”"
            elif words & _GOVERNMENT and words <= _GOVERNMENT | {"federal", "national"}:
                yield f"{one} is {' '.join(office)}, and speaks for “{other}”"

    def _colleagues(self, a: str, b: str) -> str | None:
        """Why two persons speak with one voice: both speak for one body."""
        one, other = self.body_of(a), self.body_of(b)
        if one is not None and other is not None and self.same(one, other):
            return f"{a} and {b} both speak for “{one}”"
        return None

    def _one_government(self, a: str, b: str) -> str | None:
        """Why two bodies are of one government: both are public, and no two countries are told of them."""
        left, right = self._state(a), self._state(b)
        if left is None or right is None or (left and right and left != right):
            return None
        return f"“{a}” and “{b}” are bodies of one government"

    def _state(self, name: str) -> str | None:
        """The country of a body of government, "" where none is told, None where it is no such body."""
        one = self._find(name)
        if one is not None and one.kind == "person":
            office = next((role for role in one.roles if set(role.split()) & _MINISTERS), None)
            body = self.body_of(name)
            if office is None and body is None:
                return None
            return body_key(office)[1] if body is None and office else self._state(body or "")
        seat = seat_of(name)
        if seat is not None:
            return seat.name
        country = body_key(name)[1]
        return country if is_public(name) else None


def _holds(one: Person, office: str) -> bool:
    return any(office in role.split() for role in one.roles)


def _seats(one: str, other: str) -> Iterator[str]:
    """Why the seat of a government speaks with the voice of `other`."""
    country = seat_of(one)
    if country is None:
        return
    if country_of(other) == country:
        yield f"“{one}” stands for the government of {country.name}"
    elif body_key(other)[1] == country.name and is_public(other):
        yield f"“{one}” stands for the government of {country.name}, whose body is “{other}”"


def _bare(name: str) -> str:
    """The folded name without its article."""
    for article in _ARTICLES:
        if name.startswith(article):
            name = name[len(article) :]
            break
    return fold(name)


def _office(person: Person) -> str:
    """What a person is to a body, in words."""
    return next((role for role in person.roles if set(role.split()) & _VOICES), "a voice")
