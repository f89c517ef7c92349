"""In: a phrase for an office or a kind of body, and the names around it. Out: the name that it describes."""

import re

from twosource.finding.name_bodies import Phrase
from twosource.finding.name_places import Places
from twosource.finding.name_table import Entity, Table
from twosource.text.folding import fold
from twosource.text.listing import listed
from twosource.text.titles import EITHER, HONORIFICS, RANKS, ROLES

DEFINITE = listed("the this that these those its his her their our")
_TITLES = ROLES | RANKS | HONORIFICS
_BEHIND = re.compile(
    r"(?:,|\s\(|\s[–—-])\s*(?:(?:who\s+(?:is|was)|the|a|an|its|his|her|their|then|now|also|one\s+of\s+the|most|\w{2,12}est)\s+)*\Z",
    re.IGNORECASE,
)
_FULL = {
    "lt": "lieutenant", "col": "colonel", "gen": "general", "maj": "major", "capt": "captain", "cmdr": "commander",
    "cdr": "commander", "brig": "brigadier", "sgt": "sergeant", "cpl": "corporal", "adm": "admiral", "dr": "doctor",
    "prof": "professor", "gov": "governor", "sen": "senator", "rep": "representative", "insp": "inspector",
    "supt": "superintendent", "det": "detective", "pm": "premier",
}  # fmt: skip
_SURE, _LIKELY = 3, 2


def read_titles(table: Table) -> None:
    """Read the offices in the titles that stand before persons' names."""
    for entity in table.entities:
        for form in list(entity.forms):
            words = fold(form).split()
            length = max((index + 1 for index, word in enumerate(words[:-1]) if word in _TITLES), default=0)
            title = words[:length]
            if not title or title == entity.words[: len(title)]:
                continue
            entity.nouns.update(_FULL.get(word, word) for word in title)
            if set(title) & ROLES and not set(title) <= HONORIFICS:
                entity.roles.setdefault(" ".join(_FULL.get(word, word) for word in title))


def attach(phrase: Phrase, places: Places, text: str) -> bool:
    """Whether a phrase stands beside a name as its description; the name then has its noun."""
    entity = beside(phrase, places, text)
    if entity is None:
        return False
    entity.nouns.add(phrase.noun)
    if phrase.person:
        entity.votes["person"] += 0 if phrase.noun in EITHER else _LIKELY
        entity.roles.setdefault(_role(phrase))
    else:
        entity.votes["organisation"] += _SURE
    return True


def _role(phrase: Phrase) -> str:
    doc = phrase.sentence.doc
    first = phrase.owner[1] + 1 if phrase.owner else phrase.first
    words = [fold(token.text) for token in doc[first : phrase.head + 1]]
    return " ".join(word for word in words if word)


def beside(phrase: Phrase, places: Places, text: str) -> Entity | None:
    """The entity whose name stands right before or right behind a phrase, and whose description it is."""
    return _close_behind(phrase, places, text) or _behind_comma(phrase, places, text) or _before(phrase, places, text)


def _close_behind(phrase: Phrase, places: Places, text: str) -> Entity | None:
    """The name right behind the head, titles between: "coast guard spokesman Commander Ana Pop"."""
    head_end = phrase.place((phrase.head, phrase.head + 1))[1]
    follower = places.after(head_end)
    if follower is None or follower[1] > phrase.sentence.end or not _fits(phrase, follower[2]):
        return None
    bare = text[head_end : follower[0]].replace(".", "").replace("-", "")
    titled = phrase.person and all(word in _TITLES for word in fold(bare).split())
    if not bare.strip() or (titled and all(sign.isalpha() or sign.isspace() for sign in bare)):
        return follower[2]
    return None


def _behind_comma(phrase: Phrase, places: Places, text: str) -> Entity | None:
    """The name behind a comma: "its director, Ana Pop,"."""
    follower = places.after(phrase.end)
    if follower is None or follower[1] > phrase.sentence.end or not _fits(phrase, follower[2]):
        return None
    between = text[phrase.end : follower[0]].strip()
    named = between[:1] == "," and all(word in _TITLES for word in fold(between).split())
    definite = phrase.article in DEFINITE or phrase.article == "whose" or phrase.owner is not None
    return follower[2] if named and definite and _closed(text, follower[1]) else None


def _before(phrase: Phrase, places: Places, text: str) -> Entity | None:
    """The name before a phrase that is its apposition: "Ana Pop, the director"."""
    leader = places.before(phrase.start)
    if leader is None or leader[0] < phrase.sentence.start or not _fits(phrase, leader[2]) or not _ends(phrase):
        return None
    return leader[2] if _BEHIND.match(text[leader[1] : phrase.start]) else None


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
        return len(entity.words) > 1 and entity.votes["organisation"] + entity.votes["place"] <= _LIKELY
    return entity.kind == "organisation" or (
        entity.votes["organisation"] + entity.votes["place"] <= _LIKELY and not _known_place(entity)
    )


def _known_place(entity: Entity) -> bool:
    return entity.kind == "place" and entity.votes["place"] > _LIKELY
