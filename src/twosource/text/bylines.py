"""In: a byline as printed. Out: the reporters it names, without the words around them."""

import re

_OPENS = re.compile(
    r"^\s*(?:(?:exclusive|words|text|story|report|reporting|posted|written|analysis|opinion)\s*(?:by|:)\s*|by[\s:]+|from\s+"
    r"|author\s*:\s*|special to\s+)+",
    re.IGNORECASE,
)
_JOB = re.compile(r"^(?:our|the|a|staff)\b(?:\s+[a-z]+)*\s+(?=[A-Z])")
_ENDS = re.compile(r"\s*(?:[,|/•·(\[–—]|\s-\s|\s(?:in|at|for|reports|with)\s)")
_NAME = re.compile(r"^[^\W\d_a-zß-öø-ÿ]")


def reporters(byline: str) -> str:
    """The reporters of a byline, by name: "By Ada Reem in Kilat, 3 May" gives "Ada Reem"; "" where it names nobody."""
    rest = _JOB.sub("", _OPENS.sub("", byline), count=1).strip()
    name = _ENDS.split(rest, maxsplit=1)[0].strip(" .:")
    return name if _NAME.match(name) and " " in name else ""
