"""In: the names of a story's reports. Out: which of them are one person, body or place, and what is told of each."""

from collections import Counter
from collections.abc import Callable, Sequence

from twosource.records import Mentions, Name, NameKind
from twosource.text.bodies import body_key, loose_key, one_level, same_person, same_spelling
from twosource.text.countries import country_of
from twosource.text.folding import fold, skeleton
from twosource.text.listing import listed
from twosource.text.titles import BODIES, BODY_WORDS, CORPORATE, EITHER, ROLES

_BARE = BODIES | ROLES
_UMBRELLAS = listed("un eu us uk")
_LEAST_LETTERS = 4
_MOST_HOSTS = 60
#: Words for a company.
FIRMS = listed("company firm operator maker manufacturer carrier airline group business corporation")
_UNIONS = listed("union federation confederation bloc association syndicate")
_ALIKE = (FIRMS | CORPORATE, _UNIONS)


class Person:
    """One person, body or place of a story while its names are gathered."""

    def __init__(self, name: Name) -> None:
        """Start from a name of one report."""
        self._name: str | None = None
        self.forms: Counter[str] = Counter()
        self.also: Counter[str] = Counter()
        self.votes: Counter[NameKind] = Counter()
        self.roles: list[str] = []
        self.of: list[str] = []
        self.of_state = False
        self.take(name)

    def take(self, name: Name) -> None:
        """Add what one report says."""
        self._name = None
        weight = max(1, len(name.spans))
        self.forms[name.name] += weight
        weight *= 2
        told = bool(name.role) and not set((name.role or "").split()) <= EITHER
        if name.kind == "person":
            weight = weight * 2 if told else weight if _called_shortly(name) else weight // 2
        self.votes[name.kind] += weight
        self.also.update(name.also)
        if name.role and name.role not in self.roles:
            self.roles.append(name.role)
        if name.of and name.of not in self.of:
            self.of.append(name.of)

    def merge(self, other: "Person") -> None:
        """Add what is known of another who turned out to be this one."""
        self._name = None
        self.forms.update(other.forms)
        self.also.update(other.also)
        self.votes.update(other.votes)
        self.roles += [role for role in other.roles if role not in self.roles]
        self.of += [body for body in other.of if body not in self.of]

    @property
    def kind(self) -> NameKind:
        """What most reports read it as; of equals a person before a body before a place."""
        person, body, place = (self.votes[kind] for kind in ("person", "organisation", "place"))
        if person >= body and person >= place:
            return "person"
        return "organisation" if body >= place else "place"

    @property
    def name(self) -> str:
        """The name of the story: the fullest form, capitals before none, accents kept, the commonest of equals."""
        if self._name is None:
            self._name = max(sorted(self.forms), key=lambda form: _fullness(form, self.forms[form], self.kind))
        return self._name

    @property
    def words(self) -> list[str]:
        """The folded words of the name."""
        return fold(self.name).split()


def _called_shortly(name: Name) -> bool:
    """Whether a report calls somebody by a last name or a title too, as it does persons."""
    *ahead, last = fold(name.name).split() or [""]
    return not ahead or any(fold(form).split()[-1:] == [last] for form in name.also)


def _fullness(form: str, count: int, kind: NameKind) -> tuple[int, bool, bool, int, int]:
    words = form.split()
    capital = form[:1].isupper() and not (form.isupper() and len(words) == 1)
    accents = sum(not sign.isascii() and sign.isalpha() for sign in form)
    telling = len(words) if kind == "person" else len(body_key(form)[0].split()) + bool(body_key(form)[1])
    return telling, capital, not form.isupper(), count, accents


def _no_persons(people: list[Person]) -> list[Person]:
    """The people, in which a one-word "person" without office is the body that some report calls so for short."""
    short: dict[str, list[Person]] = {}
    for one in people:
        if one.kind == "organisation" and len(one.words) > 1:
            for form in {fold(form) for form in one.also} & set(one.words):
                short.setdefault(form, []).append(one)
    kept = []
    for one in people:
        bodies = short.get(fold(one.name), []) if one.kind == "person" and not one.roles else []
        if len(bodies) == 1 and bodies[0].forms.total() > one.forms.total():
            bodies[0].also.update({one.name: one.forms.total()})
        else:
            kept.append(one)
    return kept


def gather(mentions: Sequence[Mentions]) -> list[Person]:
    """The persons, bodies and places of a story, variants of one joined, in an order that hangs on names alone."""
    found: dict[str, Person] = {}
    for name in sorted((name for one in mentions for name in one.names), key=lambda one: (fold(one.name), one.name)):
        key = fold(name.name).removeprefix("the ")
        if not key:
            continue
        if key in found:
            found[key].take(name)
        else:
            found[key] = Person(name)
    people = list(found.values())
    people = _joined(people, _share_form, _forms)
    people = _joined([one for one in people if one.kind == "person"], _same_human, _sounds) + [
        one for one in people if one.kind != "person"
    ]
    people = _shortened(people)
    people = _initialled(people)
    people = _joined(people, _same_body, lambda one: {body_key(one.name)[0], loose_key(one.name)[0]} - {""})
    people = _narrowed(people)
    people = _called(people)
    people = _no_persons(people)
    people = _joined(people, _same_spelling, lambda one: {skeleton(fold(one.name))} - {""})
    return sorted(people, key=lambda one: (fold(one.name), one.name))


def _joined(
    people: list[Person], same: Callable[[Person, Person], bool], keys: Callable[[Person], set[str]]
) -> list[Person]:
    """People with those merged that `same` finds to be one; only those who share one of their `keys` are compared."""
    kept: list[Person] = []
    index: dict[str, list[Person]] = {}
    for one in sorted(people, key=lambda person: (-len(person.words), fold(person.name), person.name)):
        near = {id(other): other for key in sorted(keys(one)) for other in index.get(key, ())}
        host = next((other for other in near.values() if same(other, one)), None)
        if host is None:
            kept.append(one)
            host = one
        else:
            host.merge(one)
        for key in sorted(keys(one)):
            if host not in index.setdefault(key, [])[-1:]:
                index[key].append(host)
    return kept


def _forms(one: Person) -> set[str]:
    """The forms by which a name is found with certainty."""
    return {fold(form).removeprefix("the ") for form in (*one.forms, *one.also) if _telling(form)}


def _sounds(one: Person) -> set[str]:
    """The words of a person's name and how its first and last sound."""
    words = one.words
    return {*words, *(f"~{skeleton(word)}" for word in (words[0], words[-1], "".join(words[1:])) if word)}


def _telling(form: str) -> bool:
    """Whether a form is one name's alone: several words, an acronym, a capital that no kind of body explains."""
    words = fold(form).split()
    if len(words) > 1:
        return form[:1].isupper() or bool(set(words) - _BARE - _UMBRELLAS)
    if not words or not form[:1].isupper() or country_of(form) is not None:
        return False
    return form.isupper() if len(words[0]) < _LEAST_LETTERS else words[0] not in BODY_WORDS | _BARE


def _share_form(one: Person, other: Person) -> bool:
    """Whether a form that tells is common to both, and they are not two persons by one surname."""
    shared = _forms(one) & _forms(other)
    if not shared:
        return False
    if "person" in (one.kind, other.kind):
        return any(" " in form for form in shared) and (one.kind == other.kind or fold(one.name) in shared)
    if "place" in (one.kind, other.kind) and one.kind != other.kind:
        named, host = (one, other) if one.kind == "place" else (other, one)
        return country_of(named.name) is None and fold(named.name) in {fold(form) for form in host.also}
    return compatible(body_key(one.name)[1], body_key(other.name)[1])


def _same_spelling(one: Person, other: Person) -> bool:
    """Whether two names that are no persons' are spellings of one."""
    named = one.name[:1].isupper() and other.name[:1].isupper()
    return named and "person" not in (one.kind, other.kind) and same_spelling(one.name, other.name)


def compatible(country: str, other: str) -> bool:
    """Whether two countries, "" for one that is not told, may be one."""
    return country == other or not country or not other


def _same_human(one: Person, other: Person) -> bool:
    return same_person(one.name, other.name)


def _shortened(people: list[Person]) -> list[Person]:
    """People with short forms given to the only full name of the story that they can be short for."""
    ends: dict[str, list[Person]] = {}
    for one in people:
        if one.kind == "person" and len(one.words) > 1:
            for form in sorted({one.words[-1], *(fold(form) for form in one.also)}):
                ends.setdefault(form, []).append(one)
    kept: list[Person] = []
    for one in people:
        words = one.words
        near = {id(other): other for key in (words[-1], " ".join(words)) for other in ends.get(key, ())}
        hosts = [other for other in near.values() if len(other.words) > len(words) and _short(words, other)]
        if len(hosts) > 1:
            roles = {word for role in one.roles for word in role.split()}
            hosts = [other for other in hosts if roles & {word for role in other.roles for word in role.split()}]
        if len(hosts) == 1 and one.kind != "place" and not (set(words) & BODY_WORDS):
            hosts[0].merge(one)
        else:
            kept.append(one)
    return kept


def _short(words: list[str], host: Person) -> bool:
    if host.words[-len(words) :] == words:
        return True
    alone = {fold(form) for form in host.also}
    return " ".join(words) in alone


def _initialled(people: list[Person]) -> list[Person]:
    """People with acronyms given to the only body of the story whose initials they are."""
    bodies: dict[str, list[Person]] = {}
    for one in people:
        if one.kind != "person" and len(one.words) > 1:
            bodies.setdefault(_initials(one.name), []).append(one)
    kept: list[Person] = []
    for one in people:
        word = fold(one.name)
        hosts = bodies.get(word, ())
        if one.name.isupper() and len(word) >= _LEAST_ACRONYM and len(hosts) == 1 and country_of(one.name) is None:
            hosts[0].merge(one)
        else:
            kept.append(one)
    return kept


_LEAST_ACRONYM = 3
_SMALL = listed("of the and for in de du des der la le")


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold(name).split() if word not in _SMALL)


def _same_body(one: Person, other: Person) -> bool:
    """Whether two names of bodies have the same telling words, and not the names of two countries."""
    if "organisation" not in (one.kind, other.kind):
        return False
    key, other_key = body_key(one.name), body_key(other.name)
    loose, other_loose = loose_key(one.name)[0], loose_key(other.name)[0]
    alike = key[0] == other_key[0] or (bool(loose) and loose == other_loose)
    return alike and compatible(key[1], other_key[1]) and one_level(one.name, other.name)


def _narrowed(people: list[Person]) -> list[Person]:
    """People with short names of bodies given to the only body of the story that they can mean."""
    index: dict[str, list[Person]] = {}
    for one in people:
        if one.kind == "organisation":
            for word in sorted({_head(one.name), *body_key(one.name)[0].split()}):
                index.setdefault(word, []).append(one)
    gone: set[int] = set()
    for one in people:
        if one.kind != "organisation":
            continue
        own = body_key(one.name)[0].split()
        alike = {word for group in _ALIKE if group & set(own) for word in group} if len(own) == 1 else set()
        near = {id(other): other for word in sorted({*own, *alike}) for other in index.get(word, ())[:_MOST_HOSTS]}
        hosts = [other for other in near.values() if id(other) not in gone and shorter_for(one, other)]
        hosts = [other for other in hosts if not any(shorter_for(other, more) for more in hosts)]
        if len(hosts) == 1:
            hosts[0].merge(one)
            gone.add(id(one))
    return [one for one in people if id(one) not in gone]


def _called(people: list[Person]) -> list[Person]:
    """People with mere kinds of body ("company") given to the only named one that the story calls so."""
    carriers: dict[str, list[Person]] = {}
    for one in people:
        named = one.name[:1].isupper() and not (one.name.isupper() and len(one.words) > 1)
        if one.kind == "organisation" and (named or (len(one.words) > 1 and one.words[-1] in _STATE)):
            for form in sorted(
                {*(fold(form) for form in one.also), *(word for role in one.roles for word in role.split())}
            ):
                carriers.setdefault(form, []).append(one)
    kept: list[Person] = []
    for one in people:
        hosts = carriers.get(fold(one.name), ())
        plain = one.name.islower() or (len(one.words) == 1 and one.words[0] in _STATE)
        generic = one.kind == "organisation" and plain and set(one.words) <= _BARE
        if generic and len(hosts) == 1:
            hosts[0].merge(one)
        else:
            kept.append(one)
    return kept


#: Kinds of public body of which "the Ministry" means the only one that a story speaks of.
_STATE = listed("ministry commission inspectorate directorate")


def shorter_for(one: Person, other: Person) -> bool:
    """Whether a body's name is a shorter or looser one of another's: "drugs watchdog", "Kesh Drugs Institute"."""
    words, country = body_key(one.name)
    full, other_country = body_key(other.name)
    own, more = set(words.split()), set(full.split())
    loose, other_loose = loose_key(one.name)[0], loose_key(other.name)[0]
    if loose and other_loose:
        own, more = set(loose.split()), set(other_loose.split())
    if not compatible(country, other_country) or not one_level(one.name, other.name):
        return False
    if one.name.islower() and other.name[:1].isupper() and _union(one.name) == _union(other.name) != frozenset():
        return True
    if own == more:
        return False
    if own < more:
        head, host_head = _head(one.name), _head(other.name)
        same = head == host_head or bool(loose and other_loose)
        return same and head in BODY_WORDS | BODIES
    if len(own) > 1 or not own & _BARE:
        return False
    return any(own & group and more & group for group in _ALIKE) and other.name[:1].isupper()


def _union(name: str) -> frozenset[str]:
    """Whose union a union is: "the railway workers' union" and "United Railway Workers' Federation" are of one."""
    words = frozenset(body_key(name)[0].split())
    return words - _UNIONS - _UNION_NAMES if words & _UNIONS else frozenset()


_UNION_NAMES = listed("united independent free general national main biggest largest democratic trade all")


def _head(name: str) -> str:
    words = fold(name).split()
    for link in ("of", "for"):
        if link in words[1:]:
            return words[words.index(link, 1) - 1]
    return words[-1] if words else ""
