"""In: the names of a report and its sentences. Out: the names with what is told beside them: offices, bodies, kinds."""

import re
from collections.abc import Sequence

from twosource.finding.name_beside import attach, beside, read_titles
from twosource.finding.name_bodies import Phrase, phrases_of
from twosource.finding.name_meaning import main_firm, names_itself, settle
from twosource.finding.name_places import Places, Row, subjects
from twosource.finding.name_table import Entity, Table
from twosource.finding.parse import Sentence
from twosource.text.bodies import body_key
from twosource.text.countries import country_of
from twosource.text.listing import listed
from twosource.text.titles import SPEAKERS

_HEADS = re.compile(
    r",\s*who\s+(?:also\s+)?(?:heads?|leads?|runs?|chairs?|directs?|commands?|represents?|speaks\s+for|headed|led)\s",
    re.IGNORECASE,
)
_BELONGS = re.compile(r"\s(?:of|from|at|with)\s(?:the\s)?\Z", re.IGNORECASE)
#: Who speaks for a body even where none is named: "A Red Cross convoy came, delegate Ana Pop said".
_MOUTHS = SPEAKERS | listed("delegate")
#: Who heads a province or town: "its governor" is of no body that was spoken of.
_OF_PLACES = listed("governor mayor mayoress prefect sheriff")
#: Words by which a phrase means another holder of an office than the one of now.
_OTHERS = listed("first second third next last former previous other new late future only ex-")
_MINISTRIES = listed("ministry department office")
_MOST = 1_000
_NEAR, _AHEAD = 12, 60


def join_phrases(table: Table, sentences: Sequence[Sentence]) -> None:
    """Note what is told beside each name, then give phrases like "the ministry" and "the colonel" to whom they mean."""
    phrases = [phrase for sentence in sentences for phrase in phrases_of(sentence)][:_MOST]
    text = sentences[0].report.text if sentences else ""
    places = Places(table)
    read_titles(table)
    attached = {id(phrase) for phrase in phrases if attach(phrase, places, text)}
    free = [phrase for phrase in phrases if id(phrase) not in attached]
    for phrase in sorted(free, key=lambda one: not names_itself(one)):
        if not phrase.person:
            settle(phrase, table, places)
    places = Places(table)
    places.subjects = subjects(places, sentences)
    spoken: dict[str, Phrase] = {}
    for phrase in phrases:
        if phrase.person:
            _serves(phrase, places, text, spoken.get(phrase.noun))
            if phrase.noun in _MOUTHS and (phrase.modifiers or phrase.owner or phrase.of):
                spoken[phrase.noun] = phrase
    _heads(table, places, text)
    _compounds(sentences, places)
    _executives(table)
    holders: dict[str, list[Entity]] = {}
    for entity in table.entities:
        for noun in entity.nouns if entity.kind == "person" else ():
            holders.setdefault(noun, []).append(entity)
    for phrase in free:
        if phrase.person and phrase.noun in holders:
            _holder(phrase, places, holders[phrase.noun][:_MOST_HOLDERS])


def _serves(phrase: Phrase, places: Places, text: str, before: Phrase | None) -> None:
    """Note the body in a person's description: "coast guard spokesman", "director of the hospital", "its director".

    `before` is the last phrase that told of its noun whose it is: "a police spokesman said … the spokesman, Ana Pop".
    """
    entity = beside(phrase, places, text)
    if entity is None or entity.of is not None:
        return
    bodies = _bodies_in(phrase, places, entity)
    again = phrase.article == "the" and not (phrase.modifiers or phrase.owner or phrase.of)
    if again and before is not None:
        bodies = _bodies_in(before, places, entity)
    if bodies:
        entity.of = max(bodies, key=lambda one: (one[1] - one[0], -one[0]))[2].name
    elif phrase.article in {"its", "their", "whose"} or (
        phrase.owner and phrase.sentence.doc[phrase.owner[0]].tag_ == "PRP$"
    ):
        topic = places.topic(phrase.sentence, phrase.start, entity)
        entity.of = topic if phrase.noun not in _OF_PLACES or "bank" in (topic or "").casefold() else None
    elif phrase.of is not None and phrase.sentence.doc[phrase.head + 1].lower_ != "from":
        place = next(iter(places.inside(*phrase.place(phrase.of))), None)
        entity.of = place[2].name if place is not None and place[2] is not entity else None
    elif phrase.of is None and phrase.noun in _MOUTHS:
        entity.of = places.near(phrase.sentence, phrase.start)


def _bodies_in(phrase: Phrase, places: Places, but: Entity) -> list[Row]:
    found = places.inside(phrase.start, phrase.end)
    return [one for one in found if one[2].kind == "organisation" and one[2] is not but]


def _heads(table: Table, places: Places, text: str) -> None:
    """Note the body that a person heads or belongs to: "X, who heads the directorate", "X of the Red Cross"."""
    for entity in table.entities:
        if entity.kind != "person" or entity.of is not None:
            continue
        for _, end in sorted(entity.spans):
            heads = _HEADS.match(text, end, end + _AHEAD)
            follower = places.after(heads.end() if heads else end)
            if follower is None or follower[2].kind != "organisation":
                continue
            between = text[heads.end() if heads else end : follower[0]]
            if heads and len(between) < _NEAR and "." not in between:
                entity.of = follower[2].name
                entity.roles.setdefault("head")
                entity.nouns.add("head")
                break
            if not heads and len(between) < _NEAR and _BELONGS.fullmatch(between):
                entity.of = follower[2].name
                break
        if entity.of is None:
            _titled_of(entity, table)


def _compounds(sentences: Sequence[Sentence], places: Places) -> None:
    """Note the body that stands in the noun phrase right before a person: "UN numbers man Pim Vos"."""
    for sentence in sentences:
        if sentence.heading:
            continue
        for index, token in enumerate(sentence.doc):
            row = places.at(sentence.start + token.idx) if token.text[:1].isupper() else None
            if row is None or row[2].kind != "person" or row[2].of is not None:
                continue
            first = index
            while first > 0 and index - first < _LONG and sentence.doc[first - 1].tag_ in _NOUNS:
                first -= 1
            found = places.inside(sentence.start + sentence.doc[first].idx, row[0] - 1)
            bodies = [one for one in found if one[2].kind == "organisation" and one[2] is not row[2]]
            between = [one for one in sentence.doc[first:index] if bodies and sentence.start + one.idx >= bodies[-1][1]]
            if between and between[-1].tag_ == "NN" and between[-1].text.islower():
                row[2].of = bodies[-1][2].name
                if between[-1].lower_ not in _MEN:
                    row[2].roles.setdefault(" ".join(one.lower_ for one in between if one.text.isalpha()))


_LONG = 8
_NOUNS = frozenset({"NN", "NNP", "NNPS", "JJ", "HYPH"})
_MEN = listed("man woman guy lady person")


def _executives(table: Table) -> None:
    """Note the firm of who heads one where the report names only one, or one more than all others."""
    wanted = [one for one in table.entities if one.of is None and one.kind == "person" and _is_executive(one)]
    firm = main_firm(table.entities) if wanted else None
    for entity in wanted:
        entity.of = firm.name if firm is not None else None


def _is_executive(entity: Entity) -> bool:
    return any(
        {"executive", "ceo", "cfo", "coo"} & set(role.split()) or "managing director" in role for role in entity.roles
    )


def _titled_of(entity: Entity, table: Table) -> None:
    """Note the body in a person's title: "World Bank President", "Interior Minister" beside "the interior ministry"."""
    for role in entity.roles:
        words = role.split()
        portfolio = set(words[:-1])
        if not portfolio:
            continue
        for other in table.entities:
            name = set(other.words)
            if other.kind != "organisation" or other is entity:
                continue
            office = name & _MINISTRIES
            if (office and words[-1] in {"minister", "secretary"} and portfolio <= name) or (
                not office and name <= portfolio
            ):
                entity.of = other.name
                return


_MOST_HOLDERS = 60


def _holder(phrase: Phrase, places: Places, holders: Sequence[Entity]) -> None:
    """Give "the colonel" to the person of that rank met last."""
    if phrase.article not in {"the", "this", "that"} or phrase.sentence.doc[phrase.head].tag_ not in {"NN", "NNP"}:
        return
    inside = phrase.sentence.doc[phrase.first : phrase.head]
    if any(token.lower_ in _OTHERS for token in inside):
        return
    wanted = [one for one in holders if _holds(phrase, one, places)]
    entity = places.last(phrase.start, wanted) if wanted else None
    if entity is None:
        return
    end = phrase.place((phrase.head, phrase.head + 1))[1]
    entity.add(phrase.start, end, phrase.sentence.report.text[phrase.start : end])
    places.add(phrase.start, end, entity)


def _holds(phrase: Phrase, entity: Entity, places: Places) -> bool:
    if phrase.noun not in entity.nouns:
        return False
    country = body_key(phrase.words)[1]
    if country and all(body_key(role)[1] != country for role in entity.roles):
        return False
    limits = {word for word in phrase.modifiers if country_of(word) is None}
    known = {word for role in entity.roles for word in role.split()} | set(entity.words)
    if not limits <= known:
        return False
    if phrase.owner or phrase.of:
        inside = places.inside(phrase.start, phrase.end)
        return entity.of is not None and any(one[2].name == entity.of for one in inside)
    return True
