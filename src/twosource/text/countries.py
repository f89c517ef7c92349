"""In: words. Out: the country they name: by its name, its people's adjective, or the seat of its government."""

import functools
import importlib.resources
from typing import NamedTuple

from twosource.text.folding import fold


class Country(NamedTuple):
    """A country's name and all its other forms, as written: other names, adjectives and seats of government."""

    name: str
    also: tuple[str, ...]
    adjectives: tuple[str, ...]
    seats: tuple[str, ...]


@functools.cache
def countries() -> tuple[Country, ...]:
    """All countries known, in alphabetical order."""
    listing = importlib.resources.files("twosource.text").joinpath("countries.txt").read_text("utf-8")
    rows = [line.split("|") for line in listing.splitlines() if line and not line.startswith("#")]
    return tuple(Country(name, *(tuple(filter(None, cell.split(","))) for cell in cells)) for name, *cells in rows)


@functools.cache
def _forms() -> dict[str, tuple[Country, str]]:
    forms: dict[str, tuple[Country, str]] = {}
    for country in countries():
        for kind, words in (
            ("name", (country.name, *country.also)), ("adjective", country.adjectives), ("seat", country.seats),
        ):  # fmt: skip
            for word in words:
                forms.setdefault(fold(word), (country, kind))
    return forms


def country_of(words: str) -> Country | None:
    """The country whose name or adjective the words are ("Spain", "Spanish", "Spaniards"), or None."""
    found = _forms().get(_bare(words)) or _forms().get(_bare(words).removesuffix("s"))
    return found[0] if found and found[1] != "seat" else None


def is_adjective(words: str) -> bool:
    """Whether the words are no more than a people's adjective ("Spanish", "South Korean"), and no country's name."""
    folded = _bare(words)
    found = _forms().get(folded) or _forms().get(folded.removesuffix("s"))
    return found is not None and found[1] == "adjective"


def seat_of(words: str) -> Country | None:
    """The country whose government the words may stand for, being its seat ("Seoul", "the Kremlin"), or None."""
    found = _forms().get(_bare(words))
    return found[0] if found and found[1] == "seat" else None


def _bare(words: str) -> str:
    folded = fold(words)
    return folded.removeprefix("the ") if folded.startswith("the ") and folded not in _forms() else folded
