"""In: paths of report files. Out: one id for each, the same whatever order the files come in."""

import re
from collections import Counter
from collections.abc import Sequence

from twosource.reading.outside import same_id
from twosource.records import content_id

_NOISE = "reports"
_BREAKS = re.compile(r"[/\\\x00-\x1f\x7f]+")


def shown(path: str) -> str:
    """A path fit to be shown: bytes of a file name that are no text become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def idents(paths: Sequence[str], stems: Sequence[str]) -> list[str]:
    """An id for each path (relative to the source, with "/"): its stem, where two are equal its folder and stem,
    then its whole path, and at last a hash of the path. An id holds no "/".
    """  # noqa: D205 - one sentence of two lines
    levels = [
        [_tidy(stem) for stem in stems],
        [_tidy("-".join([*_folders(path), stem])) for path, stem in zip(paths, stems, strict=True)],
        [_tidy(path.replace("/", "-")) for path in paths],
    ]
    counts = [Counter(level) for level in levels]
    chosen: list[str] = []
    for number, path in enumerate(paths):
        options = [level[number] for level, count in zip(levels, counts, strict=True) if count[level[number]] == 1]
        chosen.append(options[0] if options else f"{levels[0][number]}-{content_id(path)}")
    twice = Counter(chosen)
    return [
        name if twice[name] == 1 else f"{name}-{content_id(path)}" for name, path in zip(chosen, paths, strict=True)
    ]


def _folders(path: str) -> list[str]:
    return [part for part in path.split("/")[:-1] if part != _NOISE]


def _tidy(name: str) -> str:
    return same_id(_BREAKS.sub("-", shown(name)))
