"""In: parts of a page, one by one. Out: the same again when all are there, without all of them in memory at once."""

import tempfile
import weakref
from collections.abc import Iterator

#: So many bytes are held in memory; of more, all are in a temporary file that has no name.
_HELD = 32_000_000


class Spool:
    """Strings one behind another."""

    def __init__(self) -> None:
        """An empty spool."""
        self._file = tempfile.SpooledTemporaryFile(max_size=_HELD)  # noqa: SIM115  closed with this
        weakref.finalize(self, self._file.close)
        self._sizes: list[int] = []

    def close(self) -> None:
        """Forget everything."""
        self._file.close()

    def put(self, text: str) -> None:
        """Add a string. Raises OSError where the disk is full."""
        data = text.encode("utf-8", "surrogatepass")
        self._file.write(data)
        self._sizes.append(len(data))

    def __iter__(self) -> Iterator[str]:
        """The strings, in their order."""
        self._file.seek(0)
        for size in self._sizes:
            yield self._file.read(size).decode("utf-8", "surrogatepass")
