"""In: the names of a report and its sentences. Out: the names with what is told beside them: offices, bodies, kinds."""

import bisect
import re
from collections.abc import Sequence

from twosource.finding.name_bodies import IDLE, Phrase, phrases_of
from twosource.finding.name_table import Entity, Table
from twosource.finding.parse import Sentence
from twosource.text.countries import country_of
from twosource.text.folding import fold
from twosource.text.listing import listed
from twosource.text.titles import HONORIFICS, RANKS, ROLES

_ARTICLES = listed("the this that these those its his her their our")
_BEHIND = re.compile(
    r"(?:,|\s\(|\s[–—-])\s*(?:(?:who\s+(?:is|was)|the|a|an|its|his|her|their|then|now|also|one\s+of\s+the)\s+)*\Z",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r",\s*who\s+(?:also\s+)?(?:heads?|leads?|runs?|chairs?|directs?|commands?|represents?|speaks\s+for|headed|led)\s",
    re.IGNORECASE,
)
_BELONGS = re.compile(r"\s(?:of|from|at|with)\s(?:the\s)?\Z", re.IGNORECASE)
_FULL = {
    "lt": "lieutenant", "col": "colonel", "gen": "general", "maj": "major", "capt": "captain", "cmdr": "commander",
    "cdr": "commander", "brig": "brigadier", "sgt": "sergeant", "cpl": "corporal", "adm": "admiral", "dr": "doctor",
    "prof": "professor", "gov": "governor", "sen": "senator", "rep": "representative", "insp": "inspector",
    "supt": "superintendent", "det": "detective", "pm": "premier",
}  # fmt: skip
#: Nouns of bodies so formal that the phrase itself names one: "the interior ministry", "the coast guard".
_FORMAL = listed(
    "ministry agency council court tribunal commission federation committee board department police constabulary guard"
    " coastguard gendarmerie army navy military authority directorate parliament senate government cabinet assembly"
    " hospital university institute treasury prosecution presidency inspectorate secretariat intelligence municipality"
    " prefecture embassy office service observatory survey union bank exchange association force command brigade corps"
    " administration junta branch laboratory"
)
_ALONE = listed(
    "police coastguard gendarmerie army navy military government cabinet parliament senate guard ministry court union"
    " company municipality prosecution junta presidency congress operator airline regulator council commission hospital"
)
#: Nouns that may stand for one another when a body is named again.
_ALIKE = [
    listed(
        "company firm group maker manufacturer operator carrier airline retailer producer drugmaker carmaker automaker"
        " supplier insurer lender utility builder developer corporation business brand chain publisher startup outfit"
        " line railway"
    ),
    listed("union federation confederation bloc association syndicate"),
    listed("agency directorate authority regulator watchdog office service institute department"),
    listed("charity ngo organisation organization group association foundation campaign network body"),
    listed("newspaper paper daily weekly magazine outlet broadcaster station website site portal channel"),
    listed("police gendarmerie constabulary force"),
    listed("army military force forces navy"),
    listed("hospital clinic facility"),
]
_NO_FIRM = listed(
    "ministry agency council court commission federation union department police guard army government committee"
    " directorate institute university hospital parliament party office cross nations wire times post herald news"
)
_MOST = 5_000


def join_phrases(table: Table, sentences: Sequence[Sentence]) -> None:
    """Note what is told beside each name, then give phrases like "the ministry" and "the colonel" to whom they mean."""
    phrases = [phrase for sentence in sentences for phrase in phrases_of(sentence)][:_MOST]
    text = sentences[0].report.text if sentences else ""
    places = _Places(table)
    _titles(table)
    attached = {id(phrase) for phrase in phrases if _attach(phrase, places, text)}
    free = [phrase for phrase in phrases if id(phrase) not in attached]
    for phrase in free:
        if not phrase.person:
            _body(phrase, table, places)
    places = _Places(table)
    for phrase in phrases:
        if phrase.person:
            _serves(phrase, places, text)
    _heads(table, places, text)
    for phrase in free:
        if phrase.person:
            _holder(phrase, places)


class _Places:
    """The mentions of a report's entities by their offsets."""

    def __init__(self, table: Table) -> None:
        self.rows = sorted(
            ((start, end, number) for number, one in enumerate(table.entities) for start, end in one.spans)
        )
        self._entities = table.entities

    def after(self, offset: int) -> tuple[int, int, Entity] | None:
        """The first mention that begins at or behind an offset."""
        spot = bisect.bisect_left(self.rows, (offset, -1, -1))
        return self._at(spot)

    def before(self, offset: int) -> tuple[int, int, Entity] | None:
        """The last mention that begins before an offset."""
        return self._at(bisect.bisect_left(self.rows, (offset, -1, -1)) - 1)

    def inside(self, start: int, end: int) -> list[tuple[int, int, Entity]]:
        """The mentions that lie between two offsets."""
        first = bisect.bisect_left(self.rows, (start, -1, -1))
        last = bisect.bisect_left(self.rows, (end, -1, -1))
        found = [self._at(spot) for spot in range(first, last)]
        return [one for one in found if one is not None and one[1] <= end]

    def last(self, offset: int, wanted: Sequence[Entity]) -> Entity | None:
        """Of the wanted entities the one met last before an offset, else the only one there is."""
        ids = {id(one) for one in wanted}
        for spot in range(bisect.bisect_left(self.rows, (offset, -1, -1)) - 1, -1, -1):
            one = self._entities[self.rows[spot][2]]
            if id(one) in ids:
                return one
        return wanted[0] if len(ids) == 1 else None

    def add(self, start: int, end: int, entity: Entity) -> None:
        """Enter one more mention."""
        number = next(index for index, one in enumerate(self._entities) if one is entity)
        bisect.insort(self.rows, (start, end, number))

    @property
    def entities(self) -> list[Entity]:
        """All entities."""
        return self._entities

    def _at(self, spot: int) -> tuple[int, int, Entity] | None:
        if not 0 <= spot < len(self.rows):
            return None
        start, end, number = self.rows[spot]
        return start, end, self._entities[number]


def _titles(table: Table) -> None:
    """Read the offices in the titles that stand before persons' names."""
    for entity in table.entities:
        for form in list(entity.forms):
            words = fold(form).split()
            title = words[: max((i + 1 for i, w in enumerate(words[:-1]) if w in ROLES | RANKS | HONORIFICS), default=0)]
            if not title or title == entity.words[: len(title)]:
                continue
            entity.nouns.update(_FULL.get(word, word) for word in title)
            if set(title) & ROLES and not set(title) <= HONORIFICS:
                entity.roles.setdefault(" ".join(_FULL.get(word, word) for word in title))


def _attach(phrase: Phrase, places: _Places, text: str) -> bool:
    """Whether a phrase stands beside a name as its description; the name then has its noun."""
    entity = _beside(phrase, places, text)
    if entity is None:
        return False
    entity.nouns.add(phrase.noun)
    if phrase.person:
        entity.votes["person"] += 2
        entity.roles.setdefault(_role(phrase))
    else:
        entity.votes["organisation"] += 2
    return True


def _role(phrase: Phrase) -> str:
    doc = phrase.sentence.doc
    first = phrase.owner[1] + 1 if phrase.owner else phrase.first
    words = [fold(token.text) for token in doc[first : phrase.head + 1]]
    return " ".join(word for word in words if word)


def _beside(phrase: Phrase, places: _Places, text: str) -> Entity | None:
    """The entity whose name stands right before or right behind a phrase."""
    head_end = phrase.place((phrase.head, phrase.head + 1))[1]
    follower = places.after(head_end)
    if follower is not None and follower[1] <= phrase.sentence.end and _fits(phrase, follower[2]):
        between = fold(text[head_end : follower[0]]).split()
        bare = text[head_end : follower[0]].strip()
        if all(word in ROLES | RANKS | HONORIFICS for word in between) and "," not in bare and "." not in bare[:1]:
            return follower[2]
    follower = places.after(phrase.end)
    if follower is not None and follower[1] <= phrase.sentence.end and _fits(phrase, follower[2]):
        named = text[phrase.end : follower[0]].strip() == ","
        if named and (phrase.article in _ARTICLES or phrase.owner) and _closed(text, follower[1]):
            return follower[2]
    leader = places.before(phrase.start)
    if leader is not None and leader[0] >= phrase.sentence.start and _fits(phrase, leader[2]):
        if _BEHIND.match(text[leader[1] : phrase.start]):
            return leader[2]
    return None


def _closed(text: str, end: int) -> bool:
    return text[end : end + 1] in {",", ".", ")", ";", ":", ""} or text[end : end + 1].isspace()


def _fits(phrase: Phrase, entity: Entity) -> bool:
    """Whether the kind of an entity allows it to be what the phrase says."""
    if phrase.person:
        return entity.kind == "person" or (entity.votes["person"] > 0 and len(entity.words) > 1)
    return entity.kind == "organisation" or (
        entity.votes["organisation"] + entity.votes["place"] <= 2 and not _known_place(entity)
    )


def _known_place(entity: Entity) -> bool:
    return entity.kind == "place" and entity.votes["place"] > 2


def _body(phrase: Phrase, table: Table, places: _Places) -> None:
    """Give a phrase for a body to the body that it means, or let it name one itself."""
    if phrase.article in {"a", "an", "another", "every", "each", "some", "no", "any"}:
        return
    if not phrase.article and not phrase.modifiers and not phrase.owner and phrase.noun not in _ALONE:
        return
    known = [one for one in places.entities if one.kind == "organisation" and _means(phrase, one, places)]
    entity = places.last(phrase.start, known) if known else None
    if entity is None and not known and _names_itself(phrase):
        entity = Entity(phrase.words)
        entity.votes["organisation"] += 2
        entity.nouns.add(phrase.noun)
        entity.of = _owner_words(phrase)
        table.add(entity)
    if entity is None:
        return
    if not entity.name[:1].isupper() and len(phrase.words.split()) > len(entity.name.split()):
        entity.name = phrase.words
        entity.of = entity.of or _owner_words(phrase)
    end = phrase.end if _of_words(phrase) else phrase.place((phrase.head, phrase.head + 1))[1]
    start = phrase.start
    entity.add(start, end, phrase.sentence.report.text[start:end])
    places.add(start, end, entity)


def _owner_words(phrase: Phrase) -> str | None:
    """The country or body that owns a body, as the phrase says it, or None."""
    doc = phrase.sentence.doc
    if phrase.owner:
        return " ".join(token.text for token in doc[phrase.owner[0] : phrase.owner[1]])
    if phrase.of and _of_words(phrase):
        words = [token.text for token in doc[phrase.of[0] : phrase.of[1]] if token.lower_ not in _ARTICLES]
        return " ".join(words)
    return None


def _of_words(phrase: Phrase) -> frozenset[str]:
    """The folded words of weight behind "of", where they tell which body is meant."""
    if phrase.of is None or phrase.sentence.doc[phrase.head + 1].lower_ not in {"of", "for"}:
        return frozenset()
    tokens = phrase.sentence.doc[phrase.of[0] : phrase.of[1]]
    if not any(token.tag_ in {"NNP", "NNPS"} for token in tokens) and not (
        phrase.noun in _FORMAL and tokens[0].lower_ == "the"
    ):
        return frozenset()
    return frozenset(fold(token.text) for token in tokens if token.tag_.startswith(("NN", "JJ"))) - {""}


def _names_itself(phrase: Phrase) -> bool:
    if phrase.noun in _ALONE and not phrase.modifiers:
        return phrase.article in _ARTICLES | {""} or phrase.owner is not None
    return phrase.noun in _FORMAL and bool(phrase.modifiers or phrase.owner or _of_words(phrase))


def _means(phrase: Phrase, entity: Entity, places: _Places) -> bool:
    """Whether a phrase may mean an entity: its noun is one of the entity's, and what limits it does not contradict."""
    name = frozenset(entity.words)
    nouns = entity.nouns | (name & _FORMAL) | {entity.words[-1]}
    noun = phrase.noun
    limits = frozenset(phrase.modifiers) | _of_words(phrase)
    limits = frozenset(word for word in limits if country_of(word) is None and word not in IDLE)
    if noun not in nouns and noun not in name:
        alike = any(noun in group and nouns & group for group in _ALIKE)
        firm = noun in _ALIKE[0] and not nouns & _NO_FIRM and not name & _NO_FIRM and _only_firm(entity, places)
        if not alike and not firm:
            return False
        if limits - name:
            return False
        return _same_owner(phrase, entity)
    if entity.name[:1].isupper():
        return limits <= name | {noun} and _same_owner(phrase, entity)
    own = name - {noun} - {"the", "of", "s"}
    own = frozenset(word for word in own if country_of(word) is None)
    return (limits <= own or (own <= limits and bool(own)) or not limits) and _same_owner(phrase, entity)


def _same_owner(phrase: Phrase, entity: Entity) -> bool:
    """Whether the owner a phrase names is not another than the entity's."""
    owner = _owner_words(phrase) if phrase.owner else None
    if owner is None:
        countries = {country_of(word) for word in phrase.modifiers} - {None}
        mine = _country_in(entity)
        return not countries or mine is None or mine in countries
    country, mine = country_of(owner), _country_in(entity)
    if country is not None and mine is not None:
        return country == mine
    if entity.of is None:
        return country is not None or not entity.name[:1].isupper() or fold(owner) in fold(entity.name)
    return fold(entity.of) == fold(owner) or country_of(entity.of) == country


def _country_in(entity: Entity) -> object:
    words = entity.words
    pairs = [" ".join(words[index : index + 2]) for index in range(len(words) - 1)]
    return next((found for word in (*pairs, *words) if (found := country_of(word)) is not None), None)


def _only_firm(entity: Entity, places: _Places) -> bool:
    firms = [
        one
        for one in places.entities
        if one.kind == "organisation"
        and one.name[:1].isupper()
        and not (set(one.words) & _NO_FIRM)
        and not (len(one.words) == 1 and one.name.isupper())
        and not one.nouns
    ]
    return len(firms) == 1 and firms[0] is entity


def _serves(phrase: Phrase, places: _Places, text: str) -> None:
    """Note the body in a person's description: "coast guard spokesman", "director of the hospital", "its director"."""
    entity = _beside(phrase, places, text)
    if entity is None or entity.of is not None:
        return
    begin = phrase.start
    bodies = [one for one in places.inside(begin, phrase.end) if one[2].kind == "organisation" and one[2] is not entity]
    if bodies:
        entity.of = max(bodies, key=lambda one: (one[1] - one[0], -one[0]))[2].name
    elif phrase.article in {"its", "their"} or (phrase.owner and phrase.sentence.doc[phrase.owner[0]].tag_ == "PRP$"):
        wanted = [one for one in places.entities if one.kind == "organisation" and one is not entity]
        last = places.last(phrase.start, wanted)
        entity.of = last.name if last is not None else None
    elif phrase.of is not None and places.inside(*phrase.place(phrase.of)):
        place = places.inside(*phrase.place(phrase.of))[0][2]
        entity.of = place.name if place is not entity else None


def _heads(table: Table, places: _Places, text: str) -> None:
    """Note the body that a person heads or belongs to: "X, who heads the directorate", "X of the Red Cross"."""
    for entity in table.entities:
        if entity.kind != "person" or entity.of is not None:
            continue
        for _, end in sorted(entity.spans):
            heads = _HEADS.match(text, end, end + 60)
            follower = places.after(heads.end() if heads else end)
            if follower is None or follower[2].kind != "organisation":
                continue
            between = text[heads.end() if heads else end : follower[0]]
            if heads and len(between) < 12 and "." not in between:
                entity.of = follower[2].name
                entity.roles.setdefault("head")
                entity.nouns.add("head")
                break
            if not heads and len(between) < 12 and _BELONGS.fullmatch(between):
                entity.of = follower[2].name
                break
        if entity.of is None:
            _titled_of(entity, table)


def _titled_of(entity: Entity, table: Table) -> None:
    """Note the body in a person's title: "World Bank President", "Interior Minister" beside "the interior ministry"."""
    for role in entity.roles:
        words = role.split()
        if len(words) < 2:
            continue
        portfolio = set(words[:-1])
        for other in table.entities:
            name = set(other.words)
            if other.kind != "organisation" or other is entity:
                continue
            office = name & {"ministry", "department", "office"}
            if (office and words[-1] in {"minister", "secretary"} and portfolio <= name) or (
                not office and name <= portfolio
            ):
                entity.of = other.name
                return


def _holder(phrase: Phrase, places: _Places) -> None:
    """Give "the colonel" to the person of that rank met last."""
    if phrase.article not in {"the", "this", "that"} or phrase.sentence.doc[phrase.head].tag_ not in {"NN", "NNP"}:
        return
    wanted = [one for one in places.entities if one.kind == "person" and _holds(phrase, one, places)]
    entity = places.last(phrase.start, wanted) if wanted else None
    if entity is None:
        return
    end = phrase.place((phrase.head, phrase.head + 1))[1]
    entity.add(phrase.start, end, phrase.sentence.report.text[phrase.start : end])
    places.add(phrase.start, end, entity)


def _holds(phrase: Phrase, entity: Entity, places: _Places) -> bool:
    if phrase.noun not in entity.nouns:
        return False
    limits = {word for word in phrase.modifiers if country_of(word) is None}
    known = {word for role in entity.roles for word in role.split()} | set(entity.words)
    if not limits <= known:
        return False
    if phrase.owner or phrase.of:
        inside = places.inside(phrase.start, phrase.end)
        return entity.of is not None and any(one[2].name == entity.of for one in inside)
    return True
