"""In: a number of reports and a seed. Out: a made corpus of reports with known copies, quotes and backgrounds.

The language is invented: word lengths, word frequencies and stock phrases are like those of news, so that chance runs
of words happen about as often. No text of anybody is in it.
"""

import random
from typing import NamedTuple

from twosource.records import Day, Report

_SYLLABLES = tuple(a + b for a in "bcdfghjklmnprstvw" for b in ("a", "e", "i", "o", "u", "an", "er"))
_VOCABULARY, _PHRASES = 25_000, 2_500
_SLOTS = 200_000
_PHRASE, _TOPIC, _NAME = 0.08, 0.22, 0.4
_WIRED, _SHARING = 0.6, 0.5
_PASSAGE = 40


class KnownCopy(NamedTuple):
    """`report` has `share` (0 to 1) of its words from `of`, by one of the ways of `MODES`."""

    report: str
    of: str
    share: float
    mode: str


class KnownPassage(NamedTuple):
    """The same `words` words stand in `a` and, verbatim, in `b`; `text` as printed."""

    a: str
    b: str
    words: int
    text: str


class Corpus(NamedTuple):
    """Reports in a shuffled order, and what is true of them."""

    reports: list[Report]
    copies: list[KnownCopy]
    passages: list[KnownPassage]


MODES = ("whole", "cut", "rewritten", "with another")


class Language:
    """A made language: words by falling frequency, and phrases that come up again and again."""

    def __init__(self, dice: random.Random) -> None:
        """Draw the vocabulary."""
        words = sorted(
            {"".join(dice.choices(_SYLLABLES, k=dice.choice((1, 2, 2, 3, 3, 4)))) for _ in range(_VOCABULARY * 2)}
        )
        dice.shuffle(words)
        self.words = sorted(words[:_VOCABULARY], key=len)
        self._dice = dice
        ranks = [1 / (rank + 3) for rank in range(len(self.words))]
        self._slots = dice.choices(self.words, ranks, k=_SLOTS)
        self._phrases = [self._run(dice.randint(3, 9)) for _ in range(_PHRASES)]
        self._often = dice.choices(self._phrases, [1 / (rank + 5) for rank in range(_PHRASES)], k=_SLOTS // 10)

    def _run(self, count: int) -> list[str]:
        start = self._dice.randrange(_SLOTS - count)
        return self._slots[start : start + count]

    def sentence(self, topic: list[str]) -> str:
        """One sentence of 8 to 30 words about a topic."""
        words: list[str] = []
        wanted = self._dice.randint(8, 30)
        while len(words) < wanted:
            if self._dice.random() < _PHRASE:
                words += self._dice.choice(self._often)
            elif self._dice.random() < _TOPIC:
                words.append(self._dice.choice(topic))
            else:
                words.append(self._dice.choice(self._slots))
        return " ".join(words).capitalize() + "."

    def paragraph(self, topic: list[str], least: int = 30) -> str:
        """One paragraph of at least so many words."""
        sentences: list[str] = []
        while sum(len(sentence.split()) for sentence in sentences) < least:
            sentences.append(self.sentence(topic))
        return " ".join(sentences)

    def topic(self) -> list[str]:
        """The words a story is about."""
        return [
            word.capitalize() if self._dice.random() < _NAME else word for word in self._dice.sample(self.words, 60)
        ]

    def another(self, word: str) -> str:
        """A word in place of another one."""
        return self._dice.choice(self._slots) + word[-1:] if word[-1:] in ".," else self._dice.choice(self._slots)


class _Story:
    """Makes the reports of one story and notes what they share."""

    def __init__(self, number: int, dice: random.Random, language: Language, corpus: Corpus) -> None:
        self._number, self._dice, self._language, self._corpus = number, dice, language, corpus
        self._topic = language.topic()
        self._made = 0
        self._day = dice.randint(1, 28)
        self._background = language.paragraph(self._topic, dice.randint(40, 70))
        self._quote = " ".join(language.paragraph(self._topic, 42).split()[:55]).rstrip(".")
        self._holders: dict[str, list[str]] = {self._background: [], self._quote: []}

    def _add(self, paragraphs: list[str], agency: str | None = None) -> str:
        report = f"s{self._number:06d}-{self._made:03d}"
        self._made += 1
        head = [self._language.sentence(self._topic).rstrip(".")] + ([agency] if agency else [])
        self._corpus.reports.append(
            Report(
                id=report,
                text="\n\n".join(head + paragraphs) + "\n",
                outlet=f"Outlet {self._made}" if agency else f"Agency {self._number}",
                published=Day(value=f"2025-03-{min(28, self._day + self._made // 3):02d}", how="given"),
                credit=agency,
            )
        )
        return report

    def _body(self, paragraphs: int) -> list[str]:
        return [self._language.paragraph(self._topic) for _ in range(paragraphs)]

    def lone(self) -> None:
        """A report of its own that may quote the story's statement or paste its background."""
        body = self._body(self._dice.randint(6, 11))
        used: list[str] = []
        if self._dice.random() < _SHARING:
            body.insert(self._dice.randint(3, len(body)), self._background)
            used.append(self._background)
        if self._dice.random() < _SHARING:
            body.insert(self._dice.randint(2, len(body)), f"“{self._quote},” {self._language.sentence(self._topic)}")
            used.append(self._quote)
        report = self._add(body)
        for text in used:
            self._corpus.passages.extend(
                KnownPassage(report, other, len(text.split()), text) for other in self._holders[text]
            )
            self._holders[text].append(report)

    def wire(self, clients: int) -> None:
        """An agency's report and its clients' copies."""
        body = self._body(self._dice.randint(6, 12))
        original = self._add(body)
        for _ in range(clients):
            mode = self._dice.choice(MODES)
            kept, added = list(body), list[str]()
            if mode == "cut":
                kept = body[: max(3, int(len(body) * self._dice.uniform(0.35, 0.8)))]
            elif mode == "rewritten":
                kept = [self._rewritten(text, self._dice.uniform(0.04, 0.12)) for text in body]
            elif mode == "with another":
                added = [
                    self._language.paragraph(self._language.topic()) for _ in range(self._dice.randint(1, len(body)))
                ]
            report = self._add(kept + added, f"Agency {self._number}")
            same = sum(
                one == other
                for text, new in zip(body, kept, strict=False)
                for one, other in zip(text.split(), new.split(), strict=True)
            )
            words = sum(len(text.split()) for text in kept + added)
            self._corpus.copies.append(KnownCopy(report, original, same / words, mode))
            if mode != "rewritten":
                self._corpus.passages.extend(
                    KnownPassage(original, report, len(text.split()), text)
                    for text in kept
                    if len(text.split()) >= _PASSAGE
                )

    def _rewritten(self, text: str, rate: float) -> str:
        return " ".join(self._language.another(word) if self._dice.random() < rate else word for word in text.split())


def make(count: int, seed: int = 1) -> Corpus:
    """A corpus of about `count` reports of about 400 words; two fifths of them are copies."""
    dice = random.Random(seed)  # noqa: S311 -- a made corpus, no secret
    language = Language(dice)
    corpus = Corpus([], [], [])
    number = 0
    while len(corpus.reports) < count:
        story = _Story(number, dice, language, corpus)
        if dice.random() < _WIRED:
            story.wire(min(1 + int(dice.expovariate(0.35)), 40))
        for _ in range(dice.randint(1, 4)):
            story.lone()
        number += 1
    dice.shuffle(corpus.reports)
    return corpus
