"""In: a phrase for a body ("the ministry", "Spain's coast guard"). Out: the body that it means or names."""

import functools

from twosource.finding.name_beside import DEFINITE
from twosource.finding.name_bodies import IDLE, Phrase
from twosource.finding.name_places import Places
from twosource.finding.name_table import Entity, Table
from twosource.text.agencies import is_agency, is_outlet
from twosource.text.countries import Country, country_of
from twosource.text.folding import fold
from twosource.text.listing import listed
from twosource.text.titles import CORPORATE

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
    " directorate institute university hospital parliament party office cross nations wire times post herald news"
    " league chamber civil defence defense association hospital bloc confederation syndicate agence presse radio"
    " television tv newspaper weekly daily magazine gazette voice fund house school general office mail ledger"
    " military press newswire facebook telegram twitter youtube instagram whatsapp tiktok x front brigade militia court"
    " bureau"
)
_UMBRELLAS = listed("un united eu nato au asean oas opec")
_NAMED_NOUNS = listed(
    "agency federation union newspaper paper group company firm airline charity organisation organization network"
    " channel station broadcaster website party foundation operator maker retailer movement alliance ngo"
    " association daily weekly bloc coalition front"
)
_INDEFINITE = listed("a an another every each some no any")
_LIKELY = 2


def settle(phrase: Phrase, table: Table, places: Places) -> None:
    """Give a phrase for a body to the body that it means, or let it name one itself."""
    if phrase.article in {"his", "her", "my", "our", "your"} or not _may_speak(phrase):
        return
    named = _named_inside(phrase, places)
    if named is not None:
        named.nouns.add(phrase.noun)
        named.forms.setdefault(_body_words(phrase))
        return
    if phrase.article in _INDEFINITE and not _of_a_place(phrase, places):
        return
    if not phrase.article and not phrase.modifiers and not phrase.owner and phrase.noun not in _ALONE:
        return
    known = _meant(phrase, places)
    entity = places.last(phrase.start, known) if known else None
    if entity is None and not known and names_itself(phrase):
        entity = Entity(_body_words(phrase))
        entity.votes["organisation"] += _LIKELY
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


def _of_a_place(phrase: Phrase, places: Places) -> bool:
    """Whether "a Bucharest court" tells by its place which body is meant."""
    first = phrase.place((phrase.first, phrase.first + 1))[0]
    row = places.at(first)
    return row is not None and row[2].kind == "place" and phrase.noun in _FORMAL and phrase.last == phrase.head + 1


def _may_speak(phrase: Phrase) -> bool:
    """Whether a noun that mostly is a thing stands for a body: "the line" that speaks or has a spokesman."""
    token = phrase.sentence.doc[phrase.head]
    if token.lower_ not in _THINGS or (phrase.modifiers[-1:] and phrase.modifiers[-1] in _CARRIERS):
        return True
    return token.dep_ in {"nsubj", "poss", "agent"} and not phrase.modifiers


_THINGS = listed("line railway station site works chain brand channel branch body network body unit post")
_CARRIERS = listed("shipping cruise ferry bus coach freight container budget passenger radio television tv news police")
#: Nouns whose "of" and a noun tell which they are: "the commission of inquiry", "a court of appeal".
_OFFICES = listed(
    "commission committee court council ministry department office institute bureau authority chamber board tribunal"
)


def _meant(phrase: Phrase, places: Places) -> list[Entity]:
    """The bodies a phrase may mean: those with its noun, else those of a noun alike."""
    bodies = places.bodies
    known = [one for one in bodies if phrase.noun in _heads_of(one) and _means(phrase, one, places)]
    if phrase.article == "their":  # "their association" is no union named before
        return known
    return known or [one for one in bodies if _means(phrase, one, places)] or _main_firm(phrase, bodies)


def _main_firm(phrase: Phrase, bodies: list[Entity]) -> list[Entity]:
    """The firm that a report is about, for "the company": of all that may be firms, the one named most before it."""
    if phrase.noun not in _FIRM_NOUNS or phrase.article not in {"the", "its"} or phrase.owner or phrase.of:
        return []
    if phrase.modifiers and not set(phrase.modifiers) <= _IDLE_FIRM:
        return []
    text = phrase.sentence.report.text
    best = main_firm([one for one in bodies if not _is_masthead(one, text)], phrase.start)
    return [best] if best is not None else []


def _is_masthead(entity: Entity, text: str) -> bool:
    """Whether a name only stands on lines of its own, as a paper's does."""
    return all(
        text[text.rfind("\n", 0, start) + 1 : start].strip() == "" and text[end : end + 1] in {"\n", ""}
        for start, end in entity.spans
    )


def main_firm(bodies: list[Entity], before: int | None = None) -> Entity | None:
    """Of all that may be firms the one named most, before an offset where one is given; None where two are even."""
    firms = [one for one in bodies if _is_firm(one) and not one.nouns & _OTHER_FIRMS]
    counts = [sum(before is None or end <= before for _, end in one.spans) for one in firms]
    most = max(counts, default=0)
    best = [one for count, one in zip(counts, firms, strict=True) if count == most > 0]
    return best[0] if len(best) == 1 else None


_FIRM_NOUNS = listed("company firm corporation business operator manufacturer")
_IDLE_FIRM = listed("family family-run small big local private listed")


_OTHER_FIRMS = listed("insurer lender exchange newspaper paper broadcaster agency channel website pollster law union")


def _named_inside(phrase: Phrase, places: Places) -> Entity | None:
    """The body named right before the noun: "South Korea's Yonhap news agency", "the FFU rail federation"."""
    begin = phrase.owner[1] + 1 if phrase.owner else phrase.first
    if not begin < phrase.head <= begin + _LIKELY + 1:
        return None
    start = phrase.place((begin, begin + 1))[0]
    row = places.after(start)
    if row is None or row[0] != start or row[1] >= phrase.end or row[2].kind == "place":
        return None
    entity = row[2]
    if (
        set(entity.words) & _UMBRELLAS
        or country_of(entity.name)
        or entity.votes["place"]
        or len(entity.words) > _LIKELY
    ):
        return None
    rest = [token for token in phrase.sentence.doc[begin : phrase.head] if token.text[:1].islower()]
    return entity if len(rest) <= 1 and phrase.noun in _NAMED_NOUNS else None


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
        words = [token.text for token in doc[phrase.of[0] : phrase.of[1]] if token.lower_ not in DEFINITE]
        return " ".join(words)
    return None


@functools.lru_cache(maxsize=8)  # asked again for every body that a phrase may mean
def _of_words(phrase: Phrase) -> frozenset[str]:
    """The folded words of weight behind "of", where they tell which body is meant."""
    if phrase.of is None or phrase.sentence.doc[phrase.head + 1].lower_ not in {"of", "for"}:
        return frozenset()
    tokens = phrase.sentence.doc[phrase.of[0] : phrase.of[1]]
    plain = tokens[0].lower_ == "the" or (tokens[0].tag_ == "NN" and phrase.noun in _OFFICES)
    if not any(token.tag_ in {"NNP", "NNPS"} for token in tokens) and not (phrase.noun in _FORMAL and plain):
        return frozenset()
    return frozenset(fold(token.text) for token in tokens if token.tag_.startswith(("NN", "JJ"))) - {""}


def names_itself(phrase: Phrase) -> bool:
    """Whether a phrase is formal enough to name a body that has no name of its own: "the interior ministry"."""
    if phrase.noun in _ALONE and not phrase.modifiers:
        return phrase.article in DEFINITE | {""} or phrase.owner is not None
    if phrase.noun == "bank":
        return bool(_BANKS & set(phrase.modifiers))
    return phrase.noun in _FORMAL and bool(phrase.modifiers or phrase.owner or _of_words(phrase))


def _heads_of(entity: Entity) -> set[str]:
    """The nouns that say what a body is: of its name, and told of it."""
    words = entity.words
    return entity.nouns | {words[-1]} | ({words[0]} if {"of", "for"} & set(words) else set())


def _means(phrase: Phrase, entity: Entity, places: Places) -> bool:
    """Whether a phrase may mean an entity: its noun is one of the entity's, and what limits it does not contradict."""
    name = frozenset(entity.words)
    nouns = entity.nouns | (name & _FORMAL) | {entity.words[-1]}
    noun = phrase.noun
    if noun in _ALIKE[0] and noun not in _heads_of(entity) and not entity.name[:1].isupper():
        return False  # "the insurer" and "the company", both without a name, are two
    heads = _heads_of(entity)
    limits = frozenset(phrase.modifiers) | _of_words(phrase)
    limits = frozenset(word for word in limits if country_of(word) is None and word not in IDLE)
    if noun not in heads:
        alike = noun not in _OTHER_FIRMS and any(noun in group and nouns & group for group in _ALIKE)
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
        return country is not None or fold(owner) in fold(entity.name) or _may_own(phrase, entity)
    return fold(entity.of) == fold(owner) or (country is not None and country_of(entity.of) == country)


def _may_own(phrase: Phrase, entity: Entity) -> bool:
    """Whether a body without name may be an owner's: "the police" are the town's, the harbour authority no bishop's."""
    if entity.name[:1].isupper():
        return False
    told = phrase.owner is not None and phrase.sentence.doc[phrase.owner[1] - 1].text[:1].isupper()
    return told or phrase.noun in _heads_of(entity)


def _country_in(entity: Entity) -> Country | None:
    words = entity.words
    pairs = [" ".join(words[index : index + 2]) for index in range(len(words) - 1)]
    return next((found for word in (*pairs, *words) if (found := country_of(word)) is not None), None)


def _only_firm(entity: Entity, places: Places) -> bool:
    firms = [one for one in places.bodies if _is_firm(one) and not one.nouns]
    return len(firms) == 1 and firms[0] is entity


def _is_firm(entity: Entity) -> bool:
    """Whether a body may be a company: it is named, and nothing says that it is another kind of body."""
    if entity.kind != "organisation" or not entity.name[:1].isupper() or set(entity.words) & _NO_FIRM:
        return False
    if is_agency(entity.name) or is_outlet(entity.name):
        return False
    return not entity.nouns & _NO_FIRM and not (len(entity.words) == 1 and entity.name.isupper())
