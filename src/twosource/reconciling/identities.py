"""In: a story's reports and mentions. Out: its persons, bodies and places joined, and who is whose voice."""

from collections.abc import Iterator, Sequence

from twosource.reconciling.name_governments import MINISTERS, commanded, governor, minister, seats, two_fields
from twosource.reconciling.name_joining import FIRMS, Person, gather
from twosource.reconciling.name_lookup import Lookup, bare
from twosource.reconciling.name_offices import add_offices
from twosource.reconciling.name_roles import heads
from twosource.reconciling.states import states
from twosource.records import Identity, Mentions, Report
from twosource.text.bodies import body_key, individual, is_public, same_person, without_document
from twosource.text.countries import country_of, seat_of
from twosource.text.folding import fold
from twosource.text.known_bodies import known_body
from twosource.text.listing import listed
from twosource.text.realms import one_realm, realm
from twosource.text.titles import BODIES, CORPORATE, HEADS, RANKS, SPEAKERS

#: Offices whose holder's word is the body's: who speaks for it, who heads it, who has a rank in it.
_VOICES = (
    SPEAKERS
    | HEADS
    | RANKS
    | listed(
        "delegate official secretary officer representative steward press mayor coordinator organiser organizer lawyer"
        " attorney counsel analyst economist treasurer convener convenor negotiator envoy"
    )
)
_BOSSES = listed("bosses management board owners directors executives")
_FIRM = FIRMS - {"group"}
#: Offices that companies alone have.
_FIRM_HEADS = listed("ceo managing branch executive owner boss")
_UNIONS = listed("union unions federation confederation bloc syndicate")
#: Papers and people that one kind of body alone has: of a story with one court every "ruling" is this court's.
_ONE_KIND = (
    (listed("ruling verdict judgment judgement judges magistrates bench"), listed("court tribunal")),
    (listed("indictment prosecutors prosecutor"), listed("prosecution prosecutor prosecutors")),
    (
        listed("organisers organizers"),
        _UNIONS | listed("movement campaign alliance coalition party league forum families"),
    ),
    (_UNIONS, _UNIONS),
    (
        listed("rebels rebel insurgents insurgency militants separatists guerrillas jihadists"),
        listed(
            "front militia brigade brigades resistance rebel rebels insurgents militants liberation jihad guerrilla"
        ),
    ),
)
_CALLED_FIRM = _FIRM | CORPORATE | {"owner"}
_NO_FIRMS = listed(
    "ministry police army council commission court committee party union federation hospital university parliament"
    " government cross agency press times"
)


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
        inside = [one for one in mentions if one.report in known]
        self._people = gather(inside)
        self._lookup = Lookup(self._people, inside)
        add_offices(self._lookup, reports, inside)
        self._asked: dict[str, Person | None] = {}
        self._states_several = len(states(inside)) > 1

    def canonical(self, name: str) -> str:
        """The name the story uses for a person, body or place; the words themselves where none is known."""
        one = self._find(name)
        return one.name if one is not None else name

    def same(self, a: str, b: str) -> bool:
        """Whether two names stand for one person, body or place."""
        one, other = self._find(a), self._find(b)
        if one is not None and one is other:
            return True
        if bare(a) == bare(b):
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
        if individual(a) or individual(b):
            return None
        for one, other in ((a, b), (b, a)):
            for reason in self._reasons(one, other):
                return reason
        return self._colleagues(a, b) or self._one_government(a, b) or self._of_state(a, b)

    def body_of(self, name: str) -> str | None:
        """The body a person of the story speaks for, by its name in the story, or None."""
        one = self._find(name)
        if one is None or one.kind != "person" or not self._voices(one):
            return None
        return next((self.canonical(body) for body in self._served(one)), None)

    def _find(self, name: str) -> Person | None:
        """Who is meant by a name, or None; asked once a name."""
        if name not in self._asked:
            self._asked[name] = None  # an office of an office of … ends here
            self._asked[name] = self._lookup.find(name) or self._lookup.holder(name, self._means)
        return self._asked[name]

    def _means(self, body: str, other: str) -> bool:
        """Whether the words for a body may mean another's name: they are the same, or its kind."""
        return self.same(body, other) or set(bare(body).split()) <= set(bare(other).split())

    def _voices(self, one: Person) -> bool:
        words = {word for role in one.roles for word in role.split()}
        return bool(words & _VOICES) or not one.roles

    def _reasons(self, one: str, other: str) -> Iterator[str]:
        """Why `one` speaks with the voice of `other`."""
        person = self._find(one)
        if person is not None and person.kind == "person" and self._voices(person):
            for body in self._served(person):
                organ = self._owned(other, body) or self._owned(body, other)
                if self._means_body(body, other) or organ or any(self._kinds(other, body)):
                    yield f"{one} is {_office(person)} of “{body}”"
        if person is not None and person.kind == "person":
            yield from minister(one, person, other)
            if set(person.roles).union(*(role.split() for role in person.roles)) & _FIRM_HEADS and self._is_the_firm(
                other
            ):
                yield f"{one} is {_office(person)} of “{other}”"
            if not self._is_person(other):
                yield from governor(one, person, other)
            yield from (f"{one} is {role}, and speaks for “{other}”" for role in person.roles if heads(role, other))
        owner = without_document(one)
        if owner is not None and (self._one(owner, other) or any(self._kinds(owner, other))):
            yield f"“{one}” are words or papers of “{other}”"
        if self._owned(one, other):
            yield f"“{one}” is an organ of “{other}”"
        yield from self._kinds(one, other)
        yield from seats(one, other)

    def _means_body(self, body: str, other: str) -> bool:
        """Whether the words by which a person's body is told mean a body: they are its name, or short for it."""
        if self.same(body, other):
            return True
        short, full = bare(body).split(), bare(other).split()
        if not short or len(short) >= len(full) or country_of(body) is not None:
            return False
        told = short == full[-len(short) :] and (short[-1] in BODIES or len(short) > 1)
        return told or heads(f"{body} head", other)

    def _one(self, owner: str, other: str) -> bool:
        """Whether the owner of a paper, as worded, is another body, a person of it included."""
        if self.same(owner, other) or fold(owner) == fold(other):
            return True
        return any(self.same(owner, body) for body in self._of(other))

    def _of(self, name: str) -> list[str]:
        person = self._find(name)
        return self._served(person) if person is not None and person.kind == "person" and self._voices(person) else []

    def _served(self, person: Person) -> list[str]:
        """The bodies of a person; where none is told, the only one of the story that the office fits."""
        if person.of:
            told = [bare(body) for body in person.of]
            return [body for body in person.of if not any(other.endswith(f" {bare(body)}") for other in told)]
        for role in person.roles:
            words = role.split()
            if words and set(words) & _FIRM_HEADS and (firm := self._only_firm()) is not None:
                return [firm.name]
            kinds = frozenset(words[:-1]) & BODIES | (_UNIONS if words[-1] in {"steward", "unionist"} else frozenset())
            bodies = [one for one in self._people if kinds and one.kind == "organisation" and _of_kind(one, kinds)]
            if len(bodies) == 1:
                return [bodies[0].name]
        return []

    def _owned(self, one: str, other: str) -> bool:
        """Whether a body is an organ of another: by what is told of it, or as its words say ("UN aid office")."""
        body = self._find(one)
        if body is not None and body.kind == "organisation":
            owners = [owner for owner in body.of if country_of(owner) is None]
            if any(self.same(owner, other) for owner in owners):
                return True
        known = known_body(one)
        if known is not None and known.startswith("un") and known_body(other) == "united nations":
            return True
        if self._led(one, other) or commanded(one, other):
            return True
        whole, part = bare(other), bare(one)
        tail = fold(one.rpartition(" ")[2])
        if not whole or country_of(other) is not None or tail not in BODIES:
            return False
        named = other.removeprefix("the ").removeprefix("The ")[:1].isupper()
        return named and (part.startswith(f"{whole} ") or part.endswith((f" of {whole}", f" of the {whole}")))

    def _led(self, one: str, other: str) -> bool:
        """Whether a body is told by who leads it ("Ana Sole's assembly"), and is another by its kind."""
        owner, mark, tail = one.replace("’", "'").rpartition("'s ")
        person = self._find(owner) if mark else None
        if person is None or not person.of or bare(tail) not in BODIES:
            return False
        return bare(other).split()[-1:] == [bare(tail)] and any(bare(tail) in bare(body).split() for body in person.of)

    def _kinds(self, one: str, other: str) -> Iterator[str]:
        """Why a paper or people of one kind of body are the words of the only such body of the story."""
        words = bare(one).split()
        body = self._find(other)
        if not words or len(words) > _FEW or body is None or body.kind != "organisation":
            return
        told = any(words[-1] in tellers and self._only(body, kinds) for tellers, kinds in _ONE_KIND)
        if told or (words[-1] in _BOSSES | _FIRM and len(words) == 1 and self._only_firm() is body):
            yield f"“{one}” can only be “{other}”, or words of it"

    def _is_person(self, name: str) -> bool:
        one = self._find(name)
        return one is not None and one.kind == "person"

    def _is_place(self, name: str) -> bool:
        one = self._find(name)
        return one is not None and one.kind == "place"

    def _only(self, body: Person, kinds: frozenset[str]) -> bool:
        """Whether a body is of certain kinds, and the only one in the story."""
        return _of_kind(body, kinds) and not any(
            _of_kind(one, kinds) for one in self._people if one is not body and one.kind == "organisation"
        )

    def _only_firm(self) -> Person | None:
        """The one named company of the story, or the one that it is about; None where there is none."""
        firms = [one for one in self._people if one.kind == "organisation" and _is_firm(one)]
        named = [one for one in firms if not one.name.islower()]
        named.sort(key=lambda one: (-one.forms.total(), one.name))
        clear = len(named) == 1 or (named and named[0].forms.total() >= _FAR_MORE * named[1].forms.total())
        return named[0] if clear else None

    def _is_the_firm(self, name: str) -> bool:
        """Whether a name is a mere word for a company, in a story that names none."""
        words = bare(name).split()
        named = any(one.kind == "organisation" and _is_firm(one) and not one.name.islower() for one in self._people)
        return words[-1:] != [] and set(words[-1:]) <= _FIRM and len(words) == 1 and not named

    def _colleagues(self, a: str, b: str) -> str | None:
        """Why two persons speak with one voice: both speak for one body."""
        one, other = self.body_of(a), self.body_of(b)
        if one is not None and other is not None and self.same(one, other):
            return f"{a} and {b} both speak for “{one}”"
        return None

    def _one_government(self, a: str, b: str) -> str | None:
        """Why two bodies are of one government: both are public, and no two countries or peoples are told of them."""
        left, right = self._state(a), self._state(b)
        if left is None or right is None or not one_realm(left, right):
            return None
        if self._states_several and not (left and right) and not _one_field(a, b, {left, right}):
            return None  # whose a body is that names no state, nobody can tell where several states speak
        if two_fields(self._office_of(a), self._office_of(b)):
            return f"“{a}” and “{b}” are bodies of one government, for different fields"
        return f"“{a}” and “{b}” are bodies of one government"

    def _of_state(self, a: str, b: str) -> str | None:
        """Why a company of the state and a body of its government are not independent: one may pass on the other's."""
        for one, other in ((a, b), (b, a)):
            firm = self._find(one)
            if firm is not None and firm.of_state and self._state(one) is None and self._state(other) is not None:
                return f"“{one}” is owned by the state, whose body is “{other}”"
        return None

    def _state(self, name: str) -> str | None:
        """The country of a body of government, "" where none is told, None where it is no such body."""
        one = self._find(name)
        if one is not None and one.kind == "person":
            return self._state_of_person(name, one)
        seat = seat_of(name)
        if seat is not None:
            return fold(seat.name)
        if one is not None and one.kind == "place" and len(one.words) <= _CITY:
            country = country_of(name)
            return fold(country.name) if country is not None else ""  # a place that speaks is a seat of government
        return realm(name) if is_public(name) else None

    def _office_of(self, name: str) -> str:
        """The words that tell what a body of a government is for, "" for a seat of one; those of a person's body."""
        one = self._find(name)
        if seat_of(name) is not None or (one is not None and one.kind == "place"):
            return ""
        if one is None or one.kind != "person":
            return name
        office = next((role for role in one.roles if set(role.split()) & MINISTERS), "")
        return self.body_of(name) or office

    def _state_of_person(self, name: str, one: Person) -> str | None:
        office = next((role for role in one.roles if set(role.split()) & MINISTERS), None)
        body = self.body_of(name)
        if body is None or self._is_person(body):  # a body that is itself a person leads nowhere, or in a ring
            return realm(office) if office else None
        if self._is_place(body) and country_of(body) is None and seat_of(body) is None and one.roles:
            return fold(body)  # who heads a town is of no other's government
        return self._state(body)


_FEW = 3
#: Of several companies "the company" is the one that is named so many times as often as any other.
_FAR_MORE = 4
#: A seat of government has so many words in its name at most; a longer "place" is a body that was taken for one.
_CITY = 2


def _of_kind(one: Person, kinds: frozenset[str]) -> bool:
    words = {word for form in (one.name, *one.also, *one.roles) for word in fold(form).split()}
    return bool(words & kinds)


_PLAIN_KINDS = listed("ministry department service services agency office directorate bureau administration the of")


def _one_field(a: str, b: str, realms: set[str]) -> bool:
    """Whether two bodies are for one thing by their words, whichever state one of them names."""
    one, other = (
        {word for word in fold(name).removesuffix("'s").split() if word not in _PLAIN_KINDS | realms} for name in (a, b)
    )
    return bool(one and other) and (one <= other or other <= one)


def _is_firm(one: Person) -> bool:
    """Whether the story calls a body a company."""
    words = {word for form in (*one.forms, *one.also, *one.roles) for word in fold(form).split()}
    return bool(words & _CALLED_FIRM) and not words & _NO_FIRMS


def _office(person: Person) -> str:
    """What a person is to a body, in words."""
    return next((role for role in person.roles if set(role.split()) & _VOICES), "a voice")
