"""In: a number of reports on the command line. Out: what reading costs where most reports are copies, as a ratio.

    python benchmarks/bench_repeats.py 100

Two made corpora of the same number of reports are read in one run: one of originals alone, and one in which three in
five reports are copies of others, lightly edited: in each copy some sentences are changed, left out, or added.
Sentences that were read in another report are not read again, so the second should cost at most half of the first.
"""

import argparse
import random
import time
from collections.abc import Sequence

from twosource.finding import Parser, find_mentions
from twosource.records import Report
from twosource.settings import Settings

_COPIES, _EDITED, _DROPPED, _ADDED = 0.6, 0.07, 0.04, 0.03
_SENTENCES = 16
_PLACES = (
    "Korval",
    "Tessary",
    "Lower Marn",
    "Bellhaven",
    "Quarry Park",
    "Port Osk",
    "Ambria",
    "Vell",
    "Sarn",
    "Upper Dole",
)
_PEOPLE = ("Harsanyi", "Volsung", "Idris", "Maren", "Okoro", "Tamm", "Belisle", "Draganov", "Quist", "Ferreira")
_BODIES = ("interior ministry", "river authority", "grid company", "fire service", "teachers' union", "port office")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FRAMES = (
    "At least {n} people were killed in {place} on {day}, the {body} said.",
    "The {body} in {place} put the damage at {n} million crowns, up from {m} million a day earlier.",
    "“We wrote to them {m} times before {day},” said {person}, who runs the {body} in {place}.",
    "{person} told reporters that {n} houses near {place} had no power, though the {body} spoke of only {m}.",
    "According to the {body}, about {n} workers left {place} before {day} and {m} of them have not come back.",
    "A spokesman for the {body} denied that {person} had been warned about the bridge at {place}.",
    "Of the {n} boats that put out from {place} on {day}, {m} were still missing in the evening.",
    "The court in {place} will hear {person} again on {day}, together with {m} officials of the {body}.",
    "Prices in {place} rose by {m} per cent in a year, {person} of the {body} wrote in a letter seen on {day}.",
    "Some {n} families were taken to schools in {place}, and {person} promised each of them {m} crowns.",
)


def _sentence(dice: random.Random) -> str:
    return dice.choice(_FRAMES).format(
        n=dice.randint(200, 99_999),
        m=dice.randint(2, 199),
        place=dice.choice(_PLACES),
        person=dice.choice(_PEOPLE),
        body=dice.choice(_BODIES),
        day=dice.choice(_DAYS),
    )


def _report(number: int, sentences: Sequence[str]) -> Report:
    text = "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2))
    return Report(id=f"r{number:05d}", text=text + "\n")


def _edited(sentences: Sequence[str], dice: random.Random) -> list[str]:
    """A copy's sentences: some changed in a word or wholly, some left out, some added."""
    found: list[str] = []
    for sentence in sentences:
        die = dice.random()
        if die < _DROPPED:
            continue
        found.append(sentence.replace("the ", "the local ", 1) if die < _DROPPED + _EDITED else sentence)
        if die > 1 - _ADDED:
            found.append(_sentence(dice))
    return found


def corpora(count: int, seed: int = 1) -> tuple[list[Report], list[Report]]:
    """`count` originals, and `count` reports of which three in five are copies, in a shuffled order."""
    dice = random.Random(seed)  # noqa: S311 -- made corpora, no secret
    originals = [[_sentence(dice) for _ in range(_SENTENCES)] for _ in range(count)]
    own = [[_sentence(dice) for _ in range(_SENTENCES)] for _ in range(count - int(count * _COPIES))]
    mixed = own + [_edited(dice.choice(own), dice) for _ in range(int(count * _COPIES))]
    dice.shuffle(mixed)
    return [_report(at, one) for at, one in enumerate(originals)], [_report(at, one) for at, one in enumerate(mixed)]


def _cost(parser: Parser, reports: Sequence[Report]) -> tuple[float, float]:
    """Seconds of the processor for parsing all reports, and for finding what they say in them."""
    parsing = finding = 0.0
    begun = time.process_time()
    for parsed in parser(reports, Settings().longest):
        between = time.process_time()
        find_mentions(parsed)
        parsing += between - begun
        begun = time.process_time()
        finding += begun - between
    return parsing, finding


def main() -> None:
    """Read both corpora and print what they cost."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("count", nargs="?", type=int, default=100)
    count = arguments.parse_args().count
    parser = Parser(Settings().model)
    _cost(parser, corpora(4, seed=2)[0])  # loads the model and every lazy table before the clock counts
    originals, mixed = corpora(count)
    alone, repeated = _cost(parser, originals), _cost(parser, mixed)
    print(f"{count} originals: parsing {alone[0]:.1f} s, finding {alone[1]:.1f} s")
    print(f"{count} reports, {_COPIES:.0%} copies: parsing {repeated[0]:.1f} s, finding {repeated[1]:.1f} s")
    print(f"parsing, ratio {repeated[0] / alone[0]:.3f}; parsing and finding, ratio {sum(repeated) / sum(alone):.3f}")


if __name__ == "__main__":
    main()
