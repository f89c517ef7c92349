"""In: the runs of proper nouns of a report. Out: who and what they name, variants of one name joined."""

import bisect
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from twosource.finding.name_runs import Run
from twosource.records import NameKind
from twosource.text.countries import country_of
from twosource.text.folding import fold
from twosource.text.listing import listed
from twosource.text.titles import BODY_WORDS, CORPORATE, PLACE_WORDS

#: Words that begin many names of bodies and so stand for none of them alone.
_COMMON = listed(
    "national international united european african asian american world global central north south east west northern"
    " southern eastern western new royal federal state regional general first islamic democratic people peoples"
    " independent free great saint san santa los las el la le the my grand upper lower old high health defence defense"
    " interior foreign labour labor transport education finance civil public emergency human medical"
)
#: Bodies named after a place: the name without this word is the place.
_LOCAL = listed(
    "hospital university college school police court council port airport clinic municipality district region"
)
_LINKS = listed("of for and the in de du des der e y")
_SURE, _HINT = 3, 1


class Entity:
    """One person, body or place of a report while its mentions are gathered."""

    def __init__(self, name: str) -> None:
        """Start from the name as first written."""
        self.name = name
        self.spans: dict[tuple[int, int], str] = {}
        self.votes: Counter[NameKind] = Counter()
        self.forms: dict[str, None] = {}
        self.roles: dict[str, None] = {}
        self.nouns: set[str] = set()
        self.sure: set[NameKind] = set()
        self.of: str | None = None
        self.keys: list[str] = []
        self.weak = False

    @property
    def kind(self) -> NameKind:
        """What most of the evidence says; where there is none, a name of several words is a person's."""
        if self.votes:
            told = self.votes.get
            person, body, place = told("person", 0), told("organisation", 0), told("place", 0)
            if person >= body and person >= place:
                return "person"
            return "organisation" if body >= place else "place"
        return "person" if len(self.words) > 1 else "organisation"

    @property
    def words(self) -> list[str]:
        """The folded words of the name."""
        return fold(self.name).split()

    def add(self, start: int, end: int, words: str) -> None:
        """Note one mention."""
        self.spans.setdefault((start, end), words)
        self.forms.setdefault(" ".join(words.split()))

    def swallow(self, other: "Entity") -> None:
        """Take the mentions of another entity that turned out to be this one."""
        self.spans.update(other.spans)
        self.forms.update(other.forms)
        self.keys += other.keys
        self.roles.update(other.roles)
        self.nouns |= other.nouns
        self.of = self.of or other.of
        self.votes.update(other.votes)


class Table:
    """The named entities of a report: built from its runs, asked by form or by place."""

    def __init__(self, found: Sequence[Run]) -> None:
        """Gather runs of one folded form, then join variants under the fullest."""
        self.entities: list[Entity] = []
        self._by_key: dict[str, Entity] = {}
        for key, group in _grouped(found).items():
            entity = _entity(group)
            if entity is not None:
                self._by_key[key] = entity
                entity.keys.append(key)
        self._join_acronyms(found)
        self._join_persons()
        self._join_bodies()
        self._join_countries()
        self.entities = sorted((one for one in _distinct(self._by_key) if not one.weak), key=_first)

    def add(self, entity: Entity) -> None:
        """Enter an entity that is not made of proper nouns."""
        self.entities.append(entity)

    def _merge(self, keep: Entity, gone: Entity) -> None:
        if keep is gone:
            return
        keep.swallow(gone)
        for key in gone.keys:
            self._by_key[key] = keep

    def _join_acronyms(self, found: Sequence[Run]) -> None:
        """Join a body and the acronym in brackets behind it, or one that has its initials."""
        for run, follower in itertools.pairwise(found):
            bracketed = _bracketed(run, follower)
            if bracketed is None:
                continue
            keep, gone = self._by_key.get(fold(bracketed[0].words)), self._by_key.get(fold(bracketed[1].words))
            if keep and gone:
                keep.votes["organisation"] += _SURE
                self._merge(keep, gone)
        initials = _indexed(_distinct(self._by_key), lambda other: [_initials(other.name)])
        acronyms = [(key, one) for key, one in self._by_key.items() if one.name.isupper() and " " not in key]
        for key, one in acronyms:
            if country_of(one.name):
                continue
            full = [other for other in initials.get(key, ()) if other is not one]
            if len(full) == 1 and len(key) > 1:
                self._merge(full[0], one)

    def _join_persons(self) -> None:
        """Join a surname, a first name with the surname, or the first word of an eastern name with the full name."""
        people = [one for one in _distinct(self._by_key) if _may_be_person(one)]
        full = _indexed((one for one in people if len(one.words) > 1), lambda one: one.words)
        for one in sorted(people, key=lambda entity: -len(entity.words)):
            words = one.words
            near = full.get(words[0], []) + full.get(words[-1], [])
            hosts = [other for other in _once(near) if other is not one and _short_for(words, other.words)]
            hosts = [other for other in hosts if not any(_short_for(other.words, more.words) for more in hosts)]
            last = [other for other in hosts if other.words[-1] == words[-1]] or hosts
            if not last or (len(words) == 1 and not _is_short(one)):
                continue
            if len(last) == 1:
                last[0].votes["person"] += _HINT + (len(words) == 1 and last[0].words[-1] == words[0])
                self._merge(last[0], one)
            else:
                _share_out(one, last)
                for key in one.keys:
                    self._by_key[key] = last[0]

    def _join_bodies(self) -> None:
        """Join a body's short form: its first words, its last words with its kind of body, or its words turned."""
        full = _indexed(_distinct(self._by_key), lambda one: one.words)
        for one in sorted(_distinct(self._by_key), key=lambda entity: -len(entity.words)):
            if "place" in one.sure or (one.kind == "person" and one.votes["person"] >= _SURE):
                continue
            hosts = [
                other
                for other in _once(full.get(one.words[0], []) + full.get(one.words[-1], []))
                if other is not one and other.kind == "organisation" and _body_short_for(one.words, other.words)
                if one.kind != "place" or other.words[-1] in CORPORATE
            ]
            hosts = [other for other in hosts if not any(_body_short_for(other.words, more.words) for more in hosts)]
            if len(hosts) == 1:
                hosts[0].votes["organisation"] += _SURE
                self._merge(hosts[0], one)

    def _join_countries(self) -> None:
        """Join the names of one country: "DPRK" and "North Korea"."""
        known: dict[str, Entity] = {}
        for one in sorted(_distinct(self._by_key), key=lambda entity: (-len(entity.spans), entity.name)):
            country = country_of(one.name)
            if country is not None and one.kind == "place":
                host = known.setdefault(country.name, one)
                if fold(one.name) == fold(country.name):
                    host.name = one.name
                self._merge(host, one)


def _first(entity: Entity) -> tuple[int, int]:
    return min(entity.spans, default=(0, 0))


def _distinct(table: dict[str, Entity]) -> list[Entity]:
    return list({id(entity): entity for entity in table.values()}.values())


def _once(entities: Iterable[Entity]) -> list[Entity]:
    return list({id(entity): entity for entity in entities}.values())[:_MOST_HOSTS]


def _indexed(entities: Iterable[Entity], words: Callable[[Entity], list[str]]) -> dict[str, list[Entity]]:
    """Entities by each of their words."""
    index: dict[str, list[Entity]] = {}
    for entity in entities:
        for word in dict.fromkeys(words(entity)):
            index.setdefault(word, []).append(entity)
    return index


_MOST_HOSTS = 50


def _grouped(found: Iterable[Run]) -> dict[str, list[Run]]:
    groups: dict[str, list[Run]] = {}
    for run in found:
        key = fold(run.words)
        if key:
            groups.setdefault(key, []).append(run)
    return groups


def _entity(group: list[Run]) -> Entity | None:
    """The entity of all runs of one form, None where they are no name.

    It is `weak` where only the start of sentences lent it a capital: then it is kept only as the short form of another.
    """
    if all(_describes(run) or _field(run) for run in group) or all(_shouted(run) for run in group):
        return None
    entity = Entity(_best_form([run.words for run in group]))
    single = group[0].last - group[0].first == 1
    entity.weak = (single and all(run.first_word and not (run.vote or run.kind or run.title) for run in group)) or (
        set(entity.words) <= PLACE_WORDS or all(_headline(run) for run in group)
    )
    for run in group:
        entity.add(run.start, run.end, run.words)
        if run.kind:
            entity.votes[run.kind] += _SURE
            entity.sure.add(run.kind)
        if run.vote and not run.sentence.heading:
            entity.votes[run.vote] += _HINT
        around = _around(run)
        if around:
            entity.votes[around] += _SURE - 1
        if run.title:
            entity.forms.setdefault(f"{run.title} {run.words}")
    return entity


def _headline(run: Run) -> bool:
    """Whether a run begins a heading, where a capital tells nothing; a byline is short."""
    long = len(run.sentence.doc) > _BYLINE
    return run.sentence.heading and long and run.first_word and not run.title and run.kind is None


_BYLINE = 5


def _describes(run: Run) -> bool:
    """Whether one word with the ending of a people's adjective stands before a common noun: "the Ruritanian army"."""
    doc = run.sentence.doc
    if run.last - run.first > 1 or run.kind is not None or run.title or run.last >= len(doc):
        return False
    follower = doc[run.last]
    return run.words.endswith(_ADJECTIVE) and follower.text[0].islower() and follower.tag_ in {"NN", "NNS", "JJ"}


def _field(run: Run) -> bool:
    """Whether a run is what a minister is for: "the Secretary of Mobility"."""
    doc, first = run.sentence.doc, run.first
    return first > 1 and doc[first - 1].lower_ in {"of", "for"} and doc[first - 2].lower_ in _MINISTERS


_MINISTERS = listed("minister ministers secretary undersecretary viceminister vice-minister")


def _shouted(run: Run) -> bool:
    """Whether capitals throughout are a heading's and no acronym's or dateline's."""
    return run.words.isupper() and len(run.words) > _ACRONYM and run.kind is None and run.vote is None


_ACRONYM = 5
_ADJECTIVE = ("an", "ese", "ish", "i", "ic")


def _around(run: Run) -> NameKind | None:
    """The kind that the words around a name tell: ", who" follows a person, ", which" or "the" tell a body."""
    doc = run.sentence.doc
    behind = [token.lower_ for token in doc[run.last : run.last + 2]]
    if _placed(run):
        return "place"
    if behind == [",", "who"] or behind[:1] == ["who"]:
        return "person"
    if behind[:1] and behind[0].rstrip(".") in _LEGAL:
        return "organisation"
    if behind == [",", "which"]:
        return None if run.kind == "place" or run.vote == "place" else "organisation"
    if run.title_first and doc[run.title_first - 1].lower_ == "the" and not run.title and run.vote is None:
        return None if run.kind == "place" or run.vote == "place" else "organisation"
    return None


#: What the law calls a firm, in small letters behind its name.
_LEGAL = listed("plc ltd inc llc gmbh corp")


def _placed(run: Run) -> bool:
    """Whether the words before a name make it a place: "in Old Mill", "the town of Old Mill"."""
    doc, first = run.sentence.doc, run.first
    if first == 0 or run.title or run.kind is not None:
        return False
    before = doc[first - 1]
    if before.tag_ == "IN" and before.lower_ in _PLACE_BEFORE:
        follower = doc[run.last] if run.last < len(doc) else None
        return follower is None or follower.tag_ not in {"NN", "NNS", "POS"}
    town = doc[first - 2] if first > 1 and before.lower_ == "of" else before
    return fold(town.text) in _TOWNS and (before.lower_ == "of" or before.text.islower())


_PLACE_BEFORE = listed("in near outside inside around across throughout")
_TOWNS = listed(
    "town city village port island district province region suburb hamlet settlement capital neighbourhood neighborhood"
    " county state municipality resort enclave valley river mountain lake"
)


def _best_form(forms: Sequence[str]) -> str:
    """The commonest spelling, not all in capitals where another is at hand; accents are kept."""
    plain = [form for form in forms if not form.isupper()] or list(forms)
    counts = Counter(plain)
    best = max(counts, key=lambda form: (sum(not sign.isascii() for sign in form), counts[form], -plain.index(form)))
    return " ".join(best.split())


def _bracketed(run: Run, follower: Run) -> tuple[Run, Run] | None:
    """(full, short) where `follower` stands alone in brackets right behind `run` and one abbreviates the other."""
    if run.sentence is not follower.sentence:
        return None
    doc = run.sentence.doc
    between = [token.text for token in doc[run.last : follower.first]]
    behind = doc[follower.last].text if follower.last < len(doc) else ""
    if between not in (["("], [",", "or"], [",", "known", "as"], ["["], ["(", "the"]) or (
        between[0] in "([" and behind not in {")", "]", ","}
    ):
        return None
    short, full = sorted((run, follower), key=lambda one: len(one.words))
    letters = short.words.replace(".", "")
    words = fold(full.words).split()
    if not letters.isupper() or " " in letters or len(words) < 2 or full.kind == "place":  # noqa: PLR2004
        return None
    if full.kind == "organisation" and full is run:
        return full, short
    rest = iter("".join(words))
    return (full, short) if all(letter in rest for letter in letters.lower()) else None


def _initials(name: str) -> str:
    parts = [part for part in fold(name).split() if part not in _LINKS]
    return "".join(part[0] for part in parts) if len(parts) > 1 else ""


def _may_be_person(entity: Entity) -> bool:
    if entity.votes["person"] >= _SURE:
        return True
    words = entity.words
    if set(words) & (BODY_WORDS | PLACE_WORDS) or entity.name.isupper() or country_of(entity.name):
        return False
    return entity.votes["organisation"] < _SURE and entity.votes["place"] < _SURE


def _is_short(entity: Entity) -> bool:
    """Whether one word may stand for a person: it is no place and no body by what is known of it."""
    return not entity.votes["place"] >= _SURE or entity.votes["person"] >= _SURE


def _short_for(words: list[str], full: list[str]) -> bool:
    """Whether `words` is a shorter form of a person's name: its end, its beginning, or without middle names."""
    if not len(words) < len(full):
        return False
    if full[-len(words) :] == words or full[: len(words)] == words:
        return len(words[-1]) > 1
    if len(words) < 2 or words[-1] != full[-1]:  # noqa: PLR2004 - a first name and a surname
        return False
    rest = iter(full)
    return all(any(word == other or (len(word) == 1 and other.startswith(word)) for other in rest) for word in words)


def _body_short_for(words: list[str], full: list[str]) -> bool:
    own, other = _plain(words), _plain(full)
    if not own or (own == other and words == full):
        return False
    if len(own) < len(other) and other[: len(own)] == own:
        if other[-1] in _LOCAL:
            return False
        return len(own) > 1 or (own[0] not in _COMMON | BODY_WORDS and country_of(own[0]) is None)
    if len(own) < len(other) and other[-len(own) :] == own:
        return own[-1] in BODY_WORDS
    return own[-1] == other[-1] and own[-1] in BODY_WORDS and set(own) <= set(other) and len(own) > 1


def _plain(words: list[str]) -> list[str]:
    """The words of a body's name, what it is first where "of" says so: "Ministry of Health" is "Health Ministry"."""
    if len(words) > 2 and words[1] in {"of", "for"} and words[0] in BODY_WORDS:  # noqa: PLR2004
        return [word for word in words[2:] if word not in _LINKS] + [words[0]]
    return [word for word in words if word not in _LINKS]


def _share_out(one: Entity, hosts: list[Entity]) -> None:
    """Give each mention of a shared surname to the person of that name met last before it."""
    places = sorted((start, index) for index, host in enumerate(hosts) for start, _ in host.spans)
    for (start, end), words in one.spans.items():
        spot = bisect.bisect_left(places, (start, -1))
        host = hosts[places[spot - 1][1]] if spot else hosts[places[0][1]]
        host.add(start, end, words)
