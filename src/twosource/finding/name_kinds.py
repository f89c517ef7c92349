"""In: a run of capitals. Out: how much of it is a title, and the kind that its words, its shape or the model tell."""

from collections import Counter

from spacy.tokens import Doc

from twosource.finding.name_linking import LINKS, OPEN_BODIES
from twosource.records import NameKind
from twosource.text.agencies import is_agency, is_outlet
from twosource.text.countries import country_of, is_adjective, seat_of
from twosource.text.folding import fold
from twosource.text.listing import listed
from twosource.text.titles import (
    BODY_WORDS,
    HEADS,
    HONORIFICS,
    PLACE_BEFORE,
    PLACE_WORDS,
    RANKS,
    ROLES,
    SPEAKERS,
)

_BODY_FIRST = listed(
    "bank radio club fc ac grupo groupe banco banca banque team save doctors médecins medecins fundación fundacion"
    " instituto université universidad ministerio amnesty partido parti télé tv"
)
_SUFFIXES = listed("jr sr ii iii iv jnr snr esq")
_PLACES_FIRST = listed("mount mt lake cape port gulf isle fort saint puerto playa rio río san santa são bay strait")
TITLES = HONORIFICS | RANKS | ROLES
#: Offices before whose name anything may stand: "World Bank President Ana Pop".
_OFFICES = (
    HEADS
    | SPEAKERS
    | listed(
        "senator representative ambassador envoy judge justice prosecutor spokesman deputy speaker congressman"
        " congresswoman professor coach captain commander officer detective inspector analyst economist minister"
        " president general dr"
    )
)
_KINDS: dict[str, NameKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
_ACRONYM = 5
_TITLED_BODY = 3
#: What ministers and secretaries are for: no part of the name behind it, "Minister of Defence Ana Pop".
_PORTFOLIOS = listed(
    "defence defense health interior finance foreign affairs internal external justice transport transportation"
    " education labour labor energy state security environment agriculture culture trade industry economy economic"
    " development housing infrastructure tourism science technology communications information planning public works"
    " administration emergencies emergency situations climate women family youth sports sport immigration migration"
    " homeland commerce treasury interior fisheries mines water social welfare protection population"
)


#: Letters by which the law tells a firm, as written behind its name.
LEGAL = frozenset({"AS", "ASA", "SA", "AB", "SE", "NV", "BV", "KG", "SpA", "Oy", "Oyj", "Srl", "Pty", "AG", "KK", "Re"})


def no_name(doc: Doc, index: int) -> bool:
    """Whether one capital word is a people's adjective or a currency's code."""
    token = doc[index]
    neighbours = doc[max(0, index - 1) : index + 2]
    if token.text.isupper() and len(token.text) == len("EUR"):
        return any(other.text[:1].isdigit() for other in neighbours if other.i != index)
    if any(sign.isdigit() for sign in token.text):
        return True
    noun_next = index + 1 < len(doc) and doc[index + 1].tag_ in {"NN", "NNS"}
    return (token.ent_type_ == "NORP" or token.tag_ == "JJ") and noun_next


def portfolio_length(doc: Doc, first: int, last: int) -> int:
    """How many words at the start of a run belong to the office before it: "Minister of *Defence* Ana Pop"."""
    if first < 2 or doc[first - 1].lower_ not in {"of", "for", "the"}:  # noqa: PLR2004 - an office and "of"
        return 0
    if not any(fold(token.text) in ROLES for token in doc[max(0, first - 3) : first - 1]):
        return 0
    length = 0
    while first + length < last and fold(doc[first + length].text) in _PORTFOLIOS | LINKS | {""}:
        length += 1
    return length


def title_length(words: list[str]) -> int:
    """How many words of a run are the title before the name in it."""
    if words[-1] in BODY_WORDS - HONORIFICS or words[-1] in PLACE_WORDS:
        plain = [word for word in words[:-1] if word in HONORIFICS - {"st"}]
        if not plain or len(words) > _TITLED_BODY:
            return 0
    for index in range(len(words) - 2, -1, -1):
        if words[index] in TITLES:
            if words[index] not in _OFFICES and not all(_may_precede(word) for word in words[:index]):
                continue
            rest = [word for word in words[index + 1 :] if word]
            if rest and not all(word in _SUFFIXES for word in rest):
                return index + 1 + (words[index + 1] == "")
    return 0


def _dateline(doc: Doc, last: int) -> bool:
    """Whether a sentence begins with a place in capitals and a mark, as a report does: "PRAIA, Aug 26 -"."""
    return doc[last - 1].text.isupper() and last < len(doc) and doc[last].text in {",", "(", "—", "–", "-", "/", ":"}


def _may_precede(word: str) -> bool:
    return word in TITLES or word in _PORTFOLIOS or word == "" or is_adjective(word)


def vote_of(doc: Doc, first: int, last: int) -> NameKind | None:
    """The kind that the model reads in most tokens of a name, or None."""
    votes: list[NameKind] = [_KINDS[token.ent_type_] for token in doc[first:last] if token.ent_type_ in _KINDS]
    return Counter(sorted(votes)).most_common(1)[0][0] if votes else None


def kind_of(words: list[str], title: set[str], doc: Doc, first: int, last: int) -> NameKind | None:
    """The kind that the words of a name (folded), its title or its acronym's shape tell, or None."""
    name = " ".join(word for word in words if word)
    if name in _UMBRELLAS or is_agency(name):
        return "organisation"
    if country_of(name) or seat_of(name) or (first == 0 and _dateline(doc, last)):
        return "place"
    if title & TITLES:
        return "person"
    if last - first > 1 and doc[last - 1].text in LEGAL:
        return "organisation"
    return _kind_of_words(words, name) or _kind_of_shape(doc, first, last)


_UMBRELLAS = listed("un eu nato who")


def _kind_of_words(words: list[str], name: str) -> NameKind | None:
    if (words[0] in _PLACES_FIRST and len(words) > 1) or words[-1] in PLACE_WORDS - BODY_WORDS:
        return "place"
    opened = words[0] in OPEN_BODIES and bool(set(words) & {"of", "for"})
    if words[-1] in BODY_WORDS or words[0] in _BODY_FIRST or is_outlet(name) or opened:
        return "organisation"
    return None


def _kind_of_shape(doc: Doc, first: int, last: int) -> NameKind | None:
    """What one word's capitals or the preposition before it tell."""
    if last - first > 1:
        return None
    word = doc[first].text
    if word.isupper() and 1 < len(word) <= _ACRONYM:
        return "organisation"
    before = doc[first - 1] if first else None
    placed = before is not None and before.tag_ == "IN" and before.lower_ in PLACE_BEFORE
    return "place" if placed else None
