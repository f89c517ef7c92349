"""In: the names of public bodies. Out: whose they are, as far as the names tell; whether two can be of one state."""

import functools
import itertools
import re

from twosource.text.countries import country_of
from twosource.text.folding import fold
from twosource.text.known_bodies import known_body
from twosource.text.listing import listed
from twosource.text.titles import BODIES, BODY_WORDS

#: What a body of a state may be for, or how it is ranked: with a capital these are no proper names.
_FIELDS = listed(
    "interior health defence defense foreign finance transport transportation labour labor justice education energy"
    " agriculture environment economy economic trade emergency emergencies situations internal external home affairs"
    " civil protection disaster disasters management national federal state royal imperial general central public"
    " security coast border air armed special presidential prime social welfare population family youth sports culture"
    " tourism science technology communications information industry water forestry fisheries housing planning"
    " development local regional provincial municipal supreme chief staff joint high human rights medicines food drug"
    " the of for and on in at its republic people peoples revolutionary democratic united states"
)
_HELD = re.compile(r"([\w’'.-]+?)-(?:run|led|held|controlled|backed|aligned|appointed|administered)\b", re.IGNORECASE)
_LEAST = 4


@functools.lru_cache(maxsize=65_536)
def realm(name: str) -> str:
    """The country, people or place whose a public body is by its name, folded; "" where none is told.

    "Gaza health ministry" is Gaza's, "the Norrland police" Norrland's; of "the Houthi-run ministry" it is told who runs
    it, marked by a stroke.
    """
    held = _HELD.search(name)
    if held is not None:
        return f"-{fold(held[1])}"
    words = re.sub(r"[’']s\b", "", name).split()
    for length in (3, 2, 1):
        for first in range(len(words) - length + 1):
            country = country_of(" ".join(words[first : first + length]))
            if country is not None:
                return fold(country.name)
    if known_body(name) is not None:
        return ""
    proper = [fold(word) for word in words if word[:1].isupper() and not _plain(word)]
    return " ".join(proper)


def _plain(word: str) -> bool:
    folded = fold(word)
    return folded in _FIELDS or folded in BODIES or folded in BODY_WORDS or folded.removesuffix("s") in BODY_WORDS


def one_realm(one: str, other: str) -> bool:
    """Whether two bodies whose realms are given can be of one state: alike, or one of them not told.

    "Karsovan" and "Karsova" are alike. Who runs a body says nothing of the place that another body is named for, and
    much against the country that it is named for.
    """
    if not one or not other or one == other:
        return True
    held = [one.startswith("-"), other.startswith("-")]
    if any(held):
        return not all(held) and country_of(other if held[0] else one) is None
    common = sum(1 for _ in itertools.takewhile(lambda two: two[0] == two[1], zip(one, other, strict=False)))
    return common >= max(_LEAST, min(len(one), len(other)) - 2)
