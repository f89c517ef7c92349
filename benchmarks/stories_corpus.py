"""In: a number of reports and a seed. Out: a made corpus of short reports in many stories, a part of them copies.

The language is invented, as in `copies_corpus`. Stories are of very different sizes, run for days or months, have names
of their own, and share places and stock words with others. No text of anybody is in it.
"""

import datetime as dt
import random
from collections.abc import Iterator

from copies_corpus import Language

from twosource.records import Day, Report

_PLACES, _OF_PLACES, _OWN_NAMES, _OWN_WORDS = 150, 2, 10, 25
_NAME, _OWN, _COPIED = 0.14, 0.16, 0.2
_FIRST = dt.date(2025, 1, 1).toordinal()


class _Affair:
    """One story: its names, words and days."""

    def __init__(self, dice: random.Random, language: Language, places: list[str]) -> None:
        self._dice, self._language = dice, language
        self._names = [
            "".join(dice.choices(language.words, k=2))[:12].capitalize() for _ in range(_OWN_NAMES)
        ] + dice.sample(places, _OF_PLACES)
        self._words = dice.sample(language.words, _OWN_WORDS)
        self._day = dice.randrange(300)
        self._length = dice.choice((2, 5, 20, 90))

    def sentence(self, least: int, most: int, names: float) -> str:
        """A sentence of the story."""
        words = []
        for word in self._language.sentence(self._words).rstrip(".").split()[: self._dice.randint(least, most)]:
            die = self._dice.random()
            if die < names:
                words.append(self._dice.choice(self._names))
            elif die < names + _OWN:
                words.append(self._dice.choice(self._words))
            else:
                words.append(word.lower())
        return " ".join([words[0].capitalize(), *words[1:]])

    def text(self) -> str:
        """A report of some hundred words under a headline."""
        body = [
            ". ".join(self.sentence(8, 26, _NAME) for _ in range(self._dice.randint(2, 4))) + "."
            for _ in range(self._dice.randint(2, 4))
        ]
        return "\n\n".join([self.sentence(6, 10, 3 * _NAME), *body]) + "\n"

    def day(self) -> str:
        """A day on which it is in the news."""
        return dt.date.fromordinal(_FIRST + self._day + self._dice.randrange(self._length)).isoformat()


def stories(count: int, seed: int = 1) -> Iterator[tuple[str, Report]]:
    """About `count` reports, each with the name of its story, story after story."""
    dice = random.Random(seed)  # noqa: S311 -- a made corpus, no secret
    language = Language(dice)
    places = [word.capitalize() for word in dice.sample(language.words, _PLACES)]
    made = number = 0
    while made < count:
        affair = _Affair(dice, language, places)
        text = ""
        for at in range(min(500, int(dice.paretovariate(0.9)))):
            if not text or dice.random() >= _COPIED:
                text = affair.text()
            name = f"{dice.getrandbits(40):010x}-{number}-{at}"
            day = Day(value=affair.day(), how="given")
            yield str(number), Report(id=name, text=text, outlet=f"Outlet {dice.randrange(400)}", published=day)
            made += 1
        number += 1
