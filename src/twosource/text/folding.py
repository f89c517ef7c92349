"""In: words as written. Out: their folded form, by which variants of one name are found equal."""

import functools
import re
import unicodedata

_APART = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "ı": "i"})
_DROPPED = re.compile(r"[’'‘`ʻʼ´]")
_BETWEEN = re.compile(r"[\W_]+")
_OWNER = re.compile(r"[’'](?:s\b|(?=\s|$))")


@functools.lru_cache(maxsize=65_536)
def fold(words: str) -> str:
    """Lower case without accents, possessive endings and marks; hyphens and full stops become single spaces.

    "Drăgan’s" and "dragan" fold to the same; so do "Jong-un" and "Jong Un", "U.N." and "UN".
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", words).casefold().translate(_APART))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = _DROPPED.sub("", _OWNER.sub(" ", plain))
    plain = re.sub(r"\b(?:[a-z]\.){2,}", lambda match: match.group().replace(".", ""), plain)
    return _BETWEEN.sub(" ", plain).strip().casefold()


_SAME_SOUND = (
    ("sch", "s"), ("sh", "s"), ("ch", "c"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"),
    ("zh", "z"), ("ck", "k"), ("q", "k"), ("c", "k"), ("x", "ks"), ("w", "v"), ("j", "y"), ("z", "s"),
)  # fmt: skip


@functools.lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """The consonants of a folded word, those of one sound written alike and none doubled."""
    for signs, sound in _SAME_SOUND:
        word = word.replace(signs, sound)
    bare = [sign for index, sign in enumerate(word) if sign not in "aeiouyh " or (sign == "h" and index == 0)]
    return "".join(sign for index, sign in enumerate(bare) if index == 0 or bare[index - 1] != sign)
