"""In: files of a folder, and what was noted of them. Out: which are as they were when they were read last."""

from collections.abc import Callable, Sequence
from pathlib import Path

from twosource.records import content_id

_FILE = "file:"
#: A file that was written so shortly before it was read may be written again without a sign of it.
_UNSURE = 3.0

Marks = Callable[[Sequence[str]], dict[str, str]]


class Files:
    """Passes over files whose size and time, and those of the `reports.json` that speak of them, are as they were."""

    def __init__(self, marks: Marks | None, now: float) -> None:
        """`marks` looks up what was noted, None to pass over nothing; `now` is the time by the clock of files."""
        self._marks, self._now = marks, now
        self.notes: dict[str, str | None] = {}
        self.passed_over = 0

    def is_as_before(self, path: Path, tables: Sequence[Path]) -> bool:
        """Whether a file need not be read; one that must be is noted for the next time."""
        sign = _sign(path, tables, self._now)
        if self._marks is None or sign is None:
            return False
        name = _FILE + content_id(str(path.absolute()))
        if self._marks([name]).get(name) == sign:
            self.passed_over += 1
            return True
        self.notes[name] = sign
        return False


def _sign(path: Path, tables: Sequence[Path], now: float) -> str | None:
    """What a file looks like from outside; None where it is too young to be trusted, or cannot be looked at."""
    try:
        seen = [one.stat() for one in (path, *tables)]
    except OSError:
        return None
    if any(now - one.st_mtime < _UNSURE for one in seen):
        return None
    return content_id(*((one.st_size, one.st_mtime_ns, one.st_ino) for one in seen))
