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
from twosource.text.titles import CORPORATE, HONORIFICS, RANKS, ROLES

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
    " prefecture embassy office service observatory survey union exchange association force command brigade corps"
    " administration junta branch laboratory"
)
_BANKS = listed("central national state development reserve world investment commercial federal")
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
    " directorate institute university hospital parliament party office cross nations wire times post herald news league"
    " chamber civil defence defense association hospital bloc confederation syndicate agence presse radio television tv"
)
_MOST = 5_000
_NEAR = 400
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def join_phrases(table: Table, sentences: Sequence[Sentence]) -> None:
    """Note what is told beside each name, then give phrases like "the ministry" and "the colonel" to whom they mean."""
    phrases = [phrase for sentence in sentences for phrase in phrases_of(sentence)][:_MOST]
    text = sentences[0].report.text if sentences else ""
    places = _Places(table)
    _titles(table)
    attached = {id(phrase) for phrase in phrases if _attach(phrase, places, text)}
    free = [phrase for phrase in phrases if id(phrase) not in attached]
    for phrase in sorted(free, key=lambda one: not _names_itself(one)):
        if not phrase.person:
            _body(phrase, table, places)
    places = _Places(table)
    places.subjects = _subjects(places, sentences)
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
        self.subjects: frozenset[int] = frozenset()

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

    def topic(self, phrase: Phrase, but: Entity) -> str | None:
        """The body that "its" in a phrase means: what the clauses before speak of, the subject before the rest."""
        first = phrase.sentence.start
        for left, right in ((first, phrase.start), (first - _NEAR, first), (0, first - _NEAR)):
            bodies = [row for row in self.inside(max(0, left), right) if row[2].kind == "organisation" and row[2] is not but]
            if bodies:
                subjects = [row for row in bodies if row[0] in self.subjects]
                return (subjects or bodies)[-1 if subjects else 0][2].name
        return None

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


def _subjects(places: _Places, sentences: Sequence[Sentence]) -> frozenset[int]:
    """The starts of the mentions that are subjects of a clause."""
    found = set()
    for sentence in sentences:
        ends = {
            sentence.start + token.idx + len(token) for token in sentence.doc if token.dep_ in _SUBJECTS
        }
        found.update(row[0] for row in places.inside(sentence.start, sentence.end) if row[1] in ends)
    return frozenset(found)


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
        entity.votes["person"] += 0 if phrase.noun in _EITHER else 2
        entity.roles.setdefault(_role(phrase))
    else:
        entity.votes["organisation"] += _SURE
    return True


#: Words for who may be a person or a body: "the ship's owner, Ana Pop", "the owner, Pop Lines".
_EITHER = listed("owner partner founder shareholder member dealer vendor seller builder")
_SURE = 3


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
        bare = text[head_end : follower[0]].replace(".", "").replace("-", "")
        titled = phrase.person and all(word in ROLES | RANKS | HONORIFICS for word in between)
        if not bare.strip() or (titled and all(sign.isalpha() or sign.isspace() for sign in bare)):
            return follower[2]
    follower = places.after(phrase.end)
    if follower is not None and follower[1] <= phrase.sentence.end and _fits(phrase, follower[2]):
        between = text[phrase.end : follower[0]].strip()
        titles = fold(between).split()
        named = between[:1] == "," and all(word in ROLES | RANKS | HONORIFICS for word in titles)
        if named and (phrase.article in _ARTICLES | {"whose"} or phrase.owner) and _closed(text, follower[1]):
            return follower[2]
    leader = places.before(phrase.start)
    if leader is not None and leader[0] >= phrase.sentence.start and _fits(phrase, leader[2]) and _ends(phrase):
        if _BEHIND.match(text[leader[1] : phrase.start]):
            return leader[2]
    return None


def _ends(phrase: Phrase) -> bool:
    """Whether a phrase can be a description behind a name: nothing of its own noun phrase follows its head."""
    doc = phrase.sentence.doc
    follower = doc[phrase.head + 1] if phrase.head + 1 < len(doc) else None
    if follower is not None and follower.tag_ in {"NN", "NNS", "NNP", "POS"}:
        return False
    return phrase.person or bool(phrase.article)


def _closed(text: str, end: int) -> bool:
    return text[end : end + 1] in {",", ".", ")", ";", ":", ""} or text[end : end + 1].isspace()


def _fits(phrase: Phrase, entity: Entity) -> bool:
    """Whether the kind of an entity allows it to be what the phrase says."""
    if phrase.person:
        if entity.kind == "person":
            return True
        return len(entity.words) > 1 and entity.votes["organisation"] + entity.votes["place"] <= 2
    return entity.kind == "organisation" or (
        entity.votes["organisation"] + entity.votes["place"] <= 2 and not _known_place(entity)
    )


def _known_place(entity: Entity) -> bool:
    return entity.kind == "place" and entity.votes["place"] > 2


def _body(phrase: Phrase, table: Table, places: _Places) -> None:
    """Give a phrase for a body to the body that it means, or let it name one itself."""
    named = _named_inside(phrase, places)
    if named is not None:
        named.nouns.add(phrase.noun)
        named.forms.setdefault(_body_words(phrase))
        return
    if phrase.article in {"a", "an", "another", "every", "each", "some", "no", "any"}:
        return
    if not phrase.article and not phrase.modifiers and not phrase.owner and phrase.noun not in _ALONE:
        return
    bodies = [one for one in places.entities if one.kind == "organisation"]
    known = [one for one in bodies if phrase.noun in _heads_of(one) and _means(phrase, one, places)]
    known = known or [one for one in bodies if _means(phrase, one, places)]
    entity = places.last(phrase.start, known) if known else None
    if entity is None and not known and _names_itself(phrase):
        entity = Entity(_body_words(phrase))
        entity.votes["organisation"] += 2
        entity.nouns.add(phrase.noun)
        entity.of = _owner_words(phrase)
        table.add(entity)
    if entity is None:
        return
    words = _body_words(phrase)
    if not entity.name[:1].isupper() and len(words.split()) > len(entity.name.split()):
        entity.name = words
        entity.of = entity.of or _owner_words(phrase)
    entity.add(phrase.start, phrase.start + len(words), words)
    places.add(phrase.start, phrase.start + len(words), entity)


_UMBRELLAS = listed("un united eu nato au asean oas opec")


def _named_inside(phrase: Phrase, places: _Places) -> Entity | None:
    """The body named right before the noun: "South Korea's Yonhap news agency", "the FFU rail federation"."""
    begin = phrase.owner[1] + 1 if phrase.owner else phrase.first
    if not begin < phrase.head <= begin + 3:
        return None
    start = phrase.place((begin, begin + 1))[0]
    row = places.after(start)
    if row is None or row[0] != start or row[1] >= phrase.end or row[2].kind == "place":
        return None
    entity = row[2]
    if set(entity.words) & _UMBRELLAS or country_of(entity.name) or entity.votes["place"] or len(entity.words) > 2:
        return None
    rest = [token for token in phrase.sentence.doc[begin : phrase.head] if token.text[:1].islower()]
    return entity if len(rest) <= 1 and phrase.noun in _NAMED_NOUNS else None


_NAMED_NOUNS = listed(
    "agency federation union newspaper paper group company firm airline charity organisation organization network channel"
    " station broadcaster website party foundation operator maker retailer movement alliance ngo association daily weekly"
)


def _body_words(phrase: Phrase) -> str:
    """The words of a phrase for a body as written, with what stands behind "of" where that tells which it is."""
    end = phrase.end if _of_words(phrase) else phrase.place((phrase.head, phrase.head + 1))[1]
    return phrase.sentence.report.text[phrase.start : end]


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
    if phrase.noun == "bank":
        return bool(_BANKS & set(phrase.modifiers))
    return phrase.noun in _FORMAL and bool(phrase.modifiers or phrase.owner or _of_words(phrase))


def _heads_of(entity: Entity) -> set[str]:
    """The nouns that say what a body is: of its name, and told of it."""
    words = entity.words
    return entity.nouns | {words[-1]} | ({words[0]} if {"of", "for"} & set(words) else set())


def _means(phrase: Phrase, entity: Entity, places: _Places) -> bool:
    """Whether a phrase may mean an entity: its noun is one of the entity's, and what limits it does not contradict."""
    name = frozenset(entity.words)
    nouns = entity.nouns | (name & _FORMAL) | {entity.words[-1]}
    noun = phrase.noun
    heads = _heads_of(entity)
    limits = frozenset(phrase.modifiers) | _of_words(phrase)
    limits = frozenset(word for word in limits if country_of(word) is None and word not in IDLE)
    if noun not in heads:
        alike = any(noun in group and nouns & group for group in _ALIKE)
        firm = noun in _ALIKE[0] and _is_firm(entity) and (bool(name & CORPORATE) or _only_firm(entity, places))
        if not alike and not firm:
            return False
        return not limits - name and _same_owner(phrase, entity) and _own_country(phrase, entity)
    if entity.name[:1].isupper():
        return limits <= name | {noun} and _same_owner(phrase, entity)
    own = name - {noun} - {"the", "of", "s"}
    own = frozenset(word for word in own if country_of(word) is None)
    return (limits <= own or (own <= limits and bool(own)) or not limits) and _same_owner(phrase, entity)


def _own_country(phrase: Phrase, entity: Entity) -> bool:
    """Whether the country in a phrase, if any, is the entity's own."""
    countries = {country_of(word) for word in phrase.modifiers} - {None}
    return not countries or _country_in(entity) in countries


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
    firms = [one for one in places.entities if _is_firm(one) and not one.nouns]
    return len(firms) == 1 and firms[0] is entity


def _is_firm(entity: Entity) -> bool:
    """Whether a body may be a company: it is named, and nothing says that it is another kind of body."""
    if entity.kind != "organisation" or not entity.name[:1].isupper() or set(entity.words) & _NO_FIRM:
        return False
    return not entity.nouns & _NO_FIRM and not (len(entity.words) == 1 and entity.name.isupper())


def _serves(phrase: Phrase, places: _Places, text: str) -> None:
    """Note the body in a person's description: "coast guard spokesman", "director of the hospital", "its director"."""
    entity = _beside(phrase, places, text)
    if entity is None or entity.of is not None:
        return
    begin = phrase.start
    bodies = [one for one in places.inside(begin, phrase.end) if one[2].kind == "organisation" and one[2] is not entity]
    if bodies:
        entity.of = max(bodies, key=lambda one: (one[1] - one[0], -one[0]))[2].name
    elif phrase.article in {"its", "their", "whose"} or (phrase.owner and phrase.sentence.doc[phrase.owner[0]].tag_ == "PRP$"):
        entity.of = places.topic(phrase, entity)
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
