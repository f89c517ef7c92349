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

#: Words that say nothing of what is measured: they stand where the sentence gave no better.
WEAK = frozenset(
    ("", "number", "amount", "count", "total", "figure", "said", "say", "price", "value", "quantity", "size", "held",
     "had", "have", "made", "run", "put", "distance", "given", "share", "rate", "level")
)  # fmt: skip


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
