"""In: numbers. Out: a folder of short invented English reports in many stories, most of them copies of others."""

import random
from pathlib import Path
from typing import NamedTuple

from copies_corpus import Language

_ROOM = 1_000
#: Most of what is told is made of words of the story's own, in sentences of common English words.
_FRAMES = (
    "At least {n} {x} of the {y} were killed near {place} on {day}, the {body} said.",
    "The {body} put the cost of the {x} at {n} million {y}, up from {m} million a day before.",
    "{person} said that {n} {x} in {place} had no {y}, and the {body} spoke of only {m}.",
    "According to the {body}, about {n} {x} were taken from the {y} in {place} to {other}.",
    "The {body} denied on {day} that {person} had been told of the {x} and of its {y}.",
    "“We had {m} of these {x} before {day} and all were {y},” said {person} of the {body}.",
    "For {person}, who was in {place} with {m} {x}, it was the last {y} of the year.",
    "Some {n} {x} are to be in {other} by {day}, if the {body} and its {y} are right.",
    "There were {n} {x} at the {y} in {place} that night, and {m} of them were {z}.",
    "In {other} the {x} was as {y} as it had been, but the {z} was not, said {person}.",
)
_BODIES = ("ministry", "authority", "company", "service", "union", "office")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMES, _OWN = 6, 30


class Kind(NamedTuple):
    """What share of reports (0 to 1) are copies, how many sentences a report has, and how many reports a story."""

    copied: float = 0.95
    sentences: int = 5
    story: int = 20


def write_reports(folder: Path, count: int, kind: Kind, seed: int = 1) -> None:
    """Write so many reports, a thousand to a folder; which reports are of one story hangs on the seed alone."""
    dice = random.Random(seed)  # noqa: S311 -- made reports, no secret
    language = Language(dice)
    written = 0
    while written < count:
        names = ["".join(dice.choices(language.words, k=2))[:12].capitalize() for _ in range(_NAMES)]
        own = dice.sample(language.words, _OWN)
        original = ""
        for _ in range(min(count - written, 1 + int(dice.expovariate(1 / kind.story)))):
            if not original or dice.random() >= kind.copied:
                title = f"{names[0]} {' '.join(dice.sample(own, 5))} {names[1]}"
                body = [_sentence(dice, names, own) for _ in range(kind.sentences)]
                original = "\n\n".join((title, *body)) + "\n"
            place = folder / f"{written // _ROOM:04}"
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{dice.getrandbits(40):010x}.txt").write_text(original, "utf-8")
            written += 1


def _sentence(dice: random.Random, names: list[str], own: list[str]) -> str:
    place, other = dice.sample(names[:3], 2)
    x, y, z = dice.sample(own, 3)
    return dice.choice(_FRAMES).format(
        n=dice.randint(200, 99_999),
        m=dice.randint(2, 199),
        place=place,
        other=other,
        person=dice.choice(names[3:5]),
        body=f"{names[5]} {dice.choice(_BODIES)}",
        day=dice.choice(_DAYS),
        x=x,
        y=y,
        z=z,
    )
