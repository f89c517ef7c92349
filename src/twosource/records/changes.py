"""In: two states of a story. Out: `Change`: one thing that is otherwise now, in words."""

from typing import Literal

import msgspec

ChangeOf = Literal[
    "new conflict",
    "denied",
    "corrected",
    "conflict settled",
    "figure changed",
    "corroborated",
    "new origin",
    "no longer corroborated",
    "new claim",
    "claim gone",
    "new story",
    "story gone",
    "report added",
    "report changed",
    "report gone",
    "copy found",
]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One change from an earlier state of a story to a later one.

    `words` say it in one sentence without a full stop. `story` and `claim` are ids as they are now, of what is gone as
    they were; `report` is the one that brought the change, or that it is of; `figures` (ids) are the readings that show
    it. `day` is the publication day (ISO) of the report that brought it, None where unknown.
    """

    kind: ChangeOf
    words: str
    story: str
    claim: str | None = None
    report: str | None = None
    day: str | None = None
    figures: tuple[str, ...] = ()
