"""In: labels and flags of readings. Out: matrices over all pairs of them, and the closed list of measures."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

#: Measures of people from a closed list: two different ones never answer one question.
CLOSED = frozenset(
    str.split(
        "killed injured casualties missing captured rescued evacuated displaced arrested infected hospitalised deployed"
        " attended trapped homeless"
    )
) | {"laid off"}
#: What only grows, or is revised, as time passes: readings of different days may differ and be one question.
RUNNING = CLOSED - {"attended", "deployed"}

#: What may fall as well as rise, and what is settled at one time: a later count of these overtakes nobody's.
SETTLED = frozenset(str.split("missing trapped rescued captured evacuated attended deployed aboard inside"))

#: Other words for a fate of the closed list, of people; and those that are one of jobs alone.
_FATES = {
    word: fate
    for fate, words in {
        "trapped": "encircled surrounded besieged cornered",
        "attended": "marched protested rallied demonstrated gathered",
        "arrested": "detained apprehended",
        "displaced": "fled uprooted",
        "injured": "hurt wounded",
        "killed": "slain died perished drowned massacred",
        "rescued": "saved",
        "infected": "sickened",
        "missing": "vanished disappeared",
        "deployed": "stationed mobilised mobilized",
        "laid off": "dismissed sacked fired axed",
    }.items()
    for word in words.split()
}
_LOST_JOBS = frozenset(str.split("gone cut shed lost going axed scrapped eliminated slashed"))
_JOBS = frozenset(str.split("job position post role"))


def fate(measure: str, noun: str | None) -> str:
    """The measure of the closed list that a word for what became of people means; the word itself where it is none."""
    if measure in _LOST_JOBS and noun in _JOBS:
        return "laid off"
    return _FATES.get(measure, measure)


#: Words that say nothing of what is measured: they stand where the sentence gave no better.
WEAK = frozenset(
    ("", "number","amount", "count", "total", "figure", "said", "say", "price", "value", "quantity", "size", "held",
     "had", "have", "made", "run", "put", "given", "share", "rate", "level", "ratio")
)  # fmt: skip


#: Open measures of people that say what became of them; other words for people ("squeezed", "set") say it by chance.
OF_PEOPLE = frozenset(
    str.split(
        "aboard capacity charged discharged affected registered born suing sued voted employed inside signed dismissed"
        " vaccinated tested convicted sentenced released fined sick ill survived died starved crossed polled enrolled"
        " recruited suspended wanted hired quarantined deported poisoned members"
    )
)


#: Said of whoever an affair has to do with, whatever became of them.
VAGUE = frozenset(str.split("affected involved concerned hit touched"))


def is_weak(measure: str, unit: str) -> bool:
    """Whether a measure says nothing of what is measured, or says it of people by a word that is no usual fate."""
    if measure in WEAK:
        return True
    return unit == "person" and " " not in measure and measure not in CLOSED and measure not in OF_PEOPLE


def as_floats(matrix: Flags | npt.NDArray[np.float64]) -> Matrix:
    """The matrix as 32-bit floats, flags as 0 and 1."""
    return np.asarray(matrix, dtype=np.float32)


def same_label(labels: Sequence[object]) -> Flags:
    """For every pair whether both have one label."""
    found = numbered(labels)
    return np.asarray(found[:, None] == found[None, :])


def numbered(labels: Sequence[object]) -> npt.NDArray[np.int64]:
    """A number for each label, equal labels one number, in order of their first."""
    known: dict[object, int] = {}
    return np.array([known.setdefault(label, len(known)) for label in labels])


def both_flagged(flags: Flags) -> Flags:
    """For every pair whether both have the flag."""
    return flags[:, None] & flags[None, :]
