"""In: a parsed sentence. Out: its runs of proper nouns, titles cut off, with what the words tell of their kind."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc, Token

from twosource.finding.parse import Sentence
from twosource.records import NameKind
from twosource.text.agencies import is_agency, is_outlet
from twosource.text.countries import country_of, is_adjective, seat_of
from twosource.text.folding import fold
from twosource.text.listing import listed
from twosource.text.titles import BODY_WORDS, HEADS, HONORIFICS, PLACE_BEFORE, PLACE_WORDS, RANKS, ROLES, SPEAKERS

_DAYS = listed(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
    " christmas easter ramadan gmt utc est edt bst cet pst i"
)
_PARTICLES = listed(
    "de da do dos das di del della dello dei du des van von der den ter ten la le el al bin ibn bint ben abu umm y zu"
    " af av în of-the ul ur ud e"
)
_LINKS = listed("of for and the & in")
_OPEN_BODIES = BODY_WORDS | listed(
    "families friends mothers port gulf house order doctors lawyers save medici people republic kingdom union hospital"
    " daughters sons voice radio children reporters physicians scientists campaign museum museu sons church"
)
_BODY_FIRST = listed(
    "bank radio club fc ac grupo groupe banco banca banque team save doctors médecins medecins fundación fundacion"
    " instituto université universidad ministerio amnesty partido parti télé tv"
)
_OWNERS = listed("people women men children doctor teacher world king queen nurse worker farmer player lord citizen")
_SUFFIXES = listed("jr sr ii iii iv jnr snr esq")
_PLACES_FIRST = listed("mount mt lake cape port gulf isle fort saint puerto playa rio río san santa são bay strait")
_NOT_NAMES = listed("the a an and but or if so yet he she it they we you his her its their our this that these those")
_TITLES = HONORIFICS | RANKS | ROLES
#: Offices before whose name anything may stand: "World Bank President Ana Pop".
_OFFICES = HEADS | SPEAKERS | listed(
    "senator representative ambassador envoy judge justice prosecutor spokesman deputy speaker congressman congresswoman"
    " professor coach captain commander officer detective inspector analyst economist minister president general dr"
)
_KINDS: dict[str, NameKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
_BREAKING = frozenset({"LAW", "WORK_OF_ART", "EVENT"})
_COMPOUND = listed("led made born era held run wide area bred only like type year long old off on up in aged plus odd")
_NO_NAME_TAGS = frozenset({"PRP", "PRP$", "DT", "IN", "CC", "MD", "WP", "WRB", "CD", "RB", "UH", "EX", "WDT"})
_SHORT = 4
_ACRONYM = 5
#: What ministers and secretaries are for: no part of the name behind it, "Minister of Defence Ana Pop".
_PORTFOLIOS = listed(
    "defence defense health interior finance foreign affairs internal external justice transport transportation"
    " education labour labor energy state security environment agriculture culture trade industry economy economic"
    " development housing infrastructure tourism science technology communications information planning public works"
    " administration emergencies emergency situations climate women family youth sports sport immigration migration"
    " homeland commerce treasury interior fisheries mines water social welfare protection population"
)


class Run(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Tokens `first` up to `last` of a sentence that name someone or something; `title` is what stood before.

    `title_first` is the first token of the title. `kind` is what the words themselves tell, `vote` what the model
    says; `first_word` is true at the start of a sentence, where a capital tells nothing.
    """

    sentence: Sentence
    first: int
    last: int
    title: str
    title_first: int
    kind: NameKind | None
    vote: NameKind | None
    first_word: bool

    @property
    def start(self) -> int:
        """The offset of the bare name in the report."""
        return self.sentence.start + self.sentence.doc[self.first].idx

    @property
    def end(self) -> int:
        """The offset behind the bare name."""
        token = self.sentence.doc[self.last - 1]
        return self.sentence.start + token.idx + len(token)

    @property
    def words(self) -> str:
        """The bare name as written."""
        return self.sentence.report.text[self.start : self.end]


def runs(sentence: Sentence) -> Iterator[Run]:
    """The names of one sentence, in order."""
    doc = sentence.doc
    index = 0
    while index < len(doc):
        if not _capital(doc, index):
            index += 1
            continue
        last = _reach(doc, index)
        yield from _run(sentence, index, last)
        index = max(last, index + 1)


def _capital(doc: Doc, index: int) -> bool:
    """Whether a token may begin a name: a capital that the start of a sentence does not explain."""
    token = doc[index]
    word = token.text
    if not word[:1].isupper() or fold(word) in _DAYS:
        return False
    if not opens(doc, index):
        return token.tag_ not in _NO_NAME_TAGS or (word.isupper() and len(word) > 1)
    return _proper(token) or (
        index + 1 < len(doc) and token.tag_ in {"NN", "JJ", "NNS", "VBG", "VBN"} and _titled(token, doc[index + 1])
    )


def _proper(token: Token) -> bool:
    return token.tag_ in {"NNP", "NNPS"} and fold(token.text) not in _NOT_NAMES


def _titled(token: Token, follower: Token) -> bool:
    return follower.text[:1].isupper() and (
        follower.tag_ in {"NNP", "NNPS"} or fold(token.text) in ROLES or fold(follower.text) in BODY_WORDS
    )


def opens(doc: Doc, index: int) -> bool:
    """Whether a token begins a sentence, or a quotation, or what follows a colon or a bullet."""
    return index == 0 or doc[index - 1].text in {'"', "“", "‘", "'", ":", "-", "–", "—", "•", "*", "«", "„", "(", "|"}


def _reach(doc: Doc, first: int) -> int:
    """The token behind the run of capitals that begins at `first`, linking words inside it included."""
    last = first + 1
    while last < len(doc):
        word = doc[last].text
        lower = word.lower()
        if _goes_on(doc, last):
            last += 1
        elif word == "-" and _hyphen(doc, first, last):
            last += 2
        elif word in {".", "’", "'"} and _abbreviated(doc, last):
            last += 1
        elif (step := _linked(doc, first, last, lower)) and last + step < len(doc):
            last += step + 1
        else:
            break
    return last


def _goes_on(doc: Doc, index: int) -> bool:
    token = doc[index]
    word = token.text
    if word[:1].isupper():
        return fold(word) not in _DAYS and (token.tag_ not in {"PRP", "DT", "MD", "WP", "WRB"} or word.isupper())
    return word[:1].isdigit() and word.isalnum() and not word.isdigit() and doc[index - 1].text.isupper()


def _abbreviated(doc: Doc, index: int) -> bool:
    before = doc[index - 1]
    return (
        doc[index].text == "."
        and before.idx + len(before) == doc[index].idx
        and len(before.text) <= _SHORT
        and index + 1 < len(doc)
        and _goes_on(doc, index + 1)
    )


def _hyphen(doc: Doc, first: int, index: int) -> bool:
    """Whether a hyphen stands inside a name: "Abdel-Ghani", "Jong-un", and not "Moscow-based", "Russia-Ukraine"."""
    if index + 1 >= len(doc) or doc[index - 1].whitespace_ or doc[index].whitespace_:
        return False
    left, right = doc[index - 1].text, doc[index + 1].text
    if not right[:1].isupper():
        given = len(right) <= _SHORT and index - first > 1 and right.isalpha()
        return given and (doc[index + 1].ent_type_ == "PERSON" or right not in _COMPOUND)
    return not (country_of(left) and country_of(right))


def _linked(doc: Doc, first: int, last: int, lower: str) -> int:
    """How many linking words stand between the run and the next capital that belongs to it, 0 for none."""
    before = fold(doc[last - 1].text)
    following = doc[last + 1].text if last + 1 < len(doc) else ""
    after_that = doc[last + 2].text if last + 2 < len(doc) else ""
    if lower in {"'s", "’s"}:
        return 1 if before in _OWNERS and following[:1].isupper() else 0
    if lower in {"'", "’"}:
        return 1 if before.endswith("s") and following[:1].isupper() and _body_ahead(doc, last + 1) else 0
    if lower in _PARTICLES:
        if following[:1].isupper():
            return 1
        return 2 if following.lower() in _PARTICLES | {"-"} and after_that[:1].isupper() else 0
    if lower not in _LINKS:
        return 0
    together = _one_entity(doc, last)
    inside = {fold(token.text) for token in doc[first:last]}
    if lower in {"and", "&"}:
        return 1 if following[:1].isupper() and (lower == "&" or together or _and_inside(doc, first, last)) else 0
    if lower == "the":
        return 0
    open_body = before in _OPEN_BODIES or before in PLACE_WORDS or bool(inside & {"ministry", "department", "institute"})
    if not (open_body or together) or (lower == "in" and not together):
        return 0
    if following[:1].isupper():
        return 1
    return 2 if following.lower() == "the" and after_that[:1].isupper() and (together or lower == "of") else 0


def _and_inside(doc: Doc, first: int, last: int) -> bool:
    """Whether "and" joins the halves of what a ministry is for: "Ministry of Health and Population"."""
    words = [fold(token.text) for token in doc[first:last]]
    if not any(link in words for link in ("of", "for")) or words[0] not in {"ministry", "department", "office"}:
        return False
    return fold(doc[last + 1].text) not in BODY_WORDS | _NOT_NAMES and not country_of(doc[last + 1].text)


def _one_entity(doc: Doc, index: int) -> bool:
    """Whether the model reads the token and both its neighbours as one name."""
    if not 0 < index < len(doc) - 1:
        return False
    return doc[index].ent_iob_ == "I" and doc[index + 1].ent_iob_ == "I" and doc[index].ent_type_ not in _BREAKING


def _body_ahead(doc: Doc, index: int) -> bool:
    while index < len(doc) and doc[index].text[:1].isupper():
        if fold(doc[index].text) in BODY_WORDS | PLACE_WORDS:
            return True
        index += 1
    return False


def _run(sentence: Sentence, first: int, last: int) -> Iterator[Run]:
    """The names in one run of capitals: the adjective of a people before a person's title is none of it."""
    doc = sentence.doc
    first += _portfolio_length(doc, first, last)
    words = [fold(token.text) for token in doc[first:last]]
    if not words or words[0] in _NOT_NAMES or set(words) <= PLACE_WORDS or (last - first == 1 and _no_name(doc, first)):
        return
    cut = _title_length(words)
    name = first + cut
    if name >= last or not any(words[cut:]) or set(words) <= _TITLES or is_adjective(" ".join(filter(None, words))):
        return
    title = sentence.report.text[
        sentence.start + doc[first].idx : sentence.start + doc[name - 1].idx + len(doc[name - 1])
    ] if cut else ""  # fmt: skip
    title_words = set(words[:cut])
    vote = _vote(doc, name, last)
    kind = _kind(words[cut:], title_words, doc, name, last)
    yield Run(
        sentence=sentence, first=name, last=last, title=title, title_first=first, kind=kind, vote=vote,
        first_word=opens(doc, name),
    )  # fmt: skip


def _no_name(doc: Doc, index: int) -> bool:
    """Whether one capital word is a people's adjective or a currency's code."""
    token = doc[index]
    neighbours = doc[max(0, index - 1) : index + 2]
    if token.text.isupper() and len(token.text) == len("EUR"):
        return any(other.text[:1].isdigit() for other in neighbours if other.i != index)
    if any(sign.isdigit() for sign in token.text):
        return True
    noun_next = index + 1 < len(doc) and doc[index + 1].tag_ in {"NN", "NNS"}
    return (token.ent_type_ == "NORP" or token.tag_ == "JJ") and noun_next


def _portfolio_length(doc: Doc, first: int, last: int) -> int:
    """How many words at the start of a run belong to the office before it: "Minister of *Defence* Ana Pop"."""
    if first < 2 or doc[first - 1].lower_ not in {"of", "for", "the"}:  # noqa: PLR2004 - an office and "of"
        return 0
    if not any(fold(token.text) in ROLES for token in doc[max(0, first - 3) : first - 1]):
        return 0
    length = 0
    while first + length < last and fold(doc[first + length].text) in _PORTFOLIOS | _LINKS | {""}:
        length += 1
    return length


def _title_length(words: list[str]) -> int:
    """How many words of a run are the title before the name in it."""
    if words[-1] in BODY_WORDS - HONORIFICS or words[-1] in PLACE_WORDS:
        plain = [word for word in words[:-1] if word in HONORIFICS - {"st"}]
        if not plain or len(words) > 3:
            return 0
    for index in range(len(words) - 2, -1, -1):
        if words[index] in _TITLES:
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
    return word in _TITLES or word in _PORTFOLIOS or word == "" or is_adjective(word)


def _vote(doc: Doc, first: int, last: int) -> NameKind | None:
    votes = [_KINDS[token.ent_type_] for token in doc[first:last] if token.ent_type_ in _KINDS]
    return max(sorted(set(votes)), key=votes.count) if votes else None


def _kind(words: list[str], title: set[str], doc: Doc, first: int, last: int) -> NameKind | None:
    """The kind that the words of a name, its title or its acronym's shape tell, or None."""
    name = " ".join(word for word in words if word)
    if name in {"un", "eu", "nato", "who"} or is_agency(name):
        return "organisation"
    if country_of(name) or seat_of(name) or (first == 0 and _dateline(doc, last)):
        return "place"
    if title & _TITLES:
        return "person"
    if (words[0] in _PLACES_FIRST and len(words) > 1) or words[-1] in PLACE_WORDS - BODY_WORDS:
        return "place"
    if words[-1] in BODY_WORDS or words[0] in _BODY_FIRST or is_outlet(name) or (words[0] in _OPEN_BODIES and set(words) & {"of", "for"}):
        return "organisation"
    word = doc[first].text
    if last - first == 1 and word.isupper() and 1 < len(word) <= _ACRONYM:
        return "organisation"
    if first and doc[first - 1].lower_ in PLACE_BEFORE and doc[first - 1].tag_ == "IN" and last - first == 1:
        return "place"
    return None
