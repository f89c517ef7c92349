"""In: a parsed sentence and a capital in it. Out: how far the run of capitals reaches, linking words included."""

from spacy.tokens import Doc

from twosource.text.countries import country_of
from twosource.text.folding import fold
from twosource.text.listing import listed
from twosource.text.titles import BODY_WORDS, PLACE_WORDS

DAYS = listed(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
    " christmas easter ramadan gmt utc est edt bst cet pst i"
)
_PARTICLES = listed(
    "de da do dos das di del della dello dei du des van von der den ter ten la le el al bin ibn bint ben abu umm y zu"
    " af av în of-the ul ur ud e"
)
LINKS = listed("of for and the & in")
OPEN_BODIES = BODY_WORDS | listed(
    "families friends mothers port gulf house order doctors lawyers save medici people republic kingdom union hospital"
    " daughters sons voice radio children reporters physicians scientists campaign museum museu sons church"
)
_OWNERS = listed("people women men children doctor teacher world king queen nurse worker farmer player lord citizen")
NOT_NAMES = listed(
    "no yes not there here when where what who why how all some many most more the a an and but or if so yet he"
    " she it they we you his her its their our this that these those"
)
_BREAKING = frozenset({"LAW", "WORK_OF_ART", "EVENT"})
_COMPOUND = listed("led made born era held run wide area bred only like type year long old off on up in aged plus odd")
_MINISTRIES = listed("ministry department institute office")
_SHORT = 4


def reach(doc: Doc, first: int) -> int:
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
        return fold(word) not in DAYS and (token.tag_ not in {"PRP", "DT", "MD", "WP", "WRB"} or word.isupper())
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
    capitals = [token.text[:1].isupper() for token in doc[last + 1 : last + 3]] + [False, False]
    if lower in _PARTICLES:
        again = last + 1 < len(doc) and doc[last + 1].lower_ in _PARTICLES | {"-"}
        return 1 if capitals[0] else 2 * (again and capitals[1])
    if lower in {"and", "&"}:
        joined = lower == "&" or _one_entity(doc, last) or _and_inside(doc, first, last)
        return int(capitals[0] and joined)
    if lower in {"'s", "’s", "'", "’"}:
        return int(capitals[0] and _owned(doc, last, lower))
    if lower in {"of", "for", "in"} and _opened(doc, first, last, lower):
        the = last + 1 < len(doc) and doc[last + 1].lower_ == "the" and (lower == "of" or _one_entity(doc, last))
        return 1 if capitals[0] else 2 * (the and capitals[1])
    return 0


def _owned(doc: Doc, last: int, lower: str) -> bool:
    """Whether a possessive belongs to a name: "People's Army", "Workers' Union"."""
    before = fold(doc[last - 1].text)
    if lower in {"'s", "’s"}:
        return before in _OWNERS
    return before.endswith("s") and _body_ahead(doc, last + 1)


def _opened(doc: Doc, first: int, last: int, lower: str) -> bool:
    """Whether the run so far goes on behind "of" or "for": "Bank of England", "Institute for Geology"."""
    if _one_entity(doc, last):
        return True
    before = fold(doc[last - 1].text)
    inside = {fold(token.text) for token in doc[first:last]}
    return lower != "in" and (before in OPEN_BODIES or before in PLACE_WORDS or bool(inside & _MINISTRIES))


def _and_inside(doc: Doc, first: int, last: int) -> bool:
    """Whether "and" joins the halves of what a ministry is for: "Ministry of Health and Population"."""
    words = [fold(token.text) for token in doc[first:last]]
    if not any(link in words for link in ("of", "for")) or words[0] not in _MINISTRIES:
        return False
    return fold(doc[last + 1].text) not in BODY_WORDS | NOT_NAMES and not country_of(doc[last + 1].text)


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
