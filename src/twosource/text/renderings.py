"""In: two quotations as words. Out: whether they render one utterance, and in what they differ."""

import difflib
import functools
import re

from twosource.text.folding import fold
from twosource.text.listing import listed

_IDLE = listed(
    "a an the and or but nor so if then than that this these those there here it its is are was were be been being am"
    " has have had having do does did doing will would shall should can could may might must to of in on at by for with"
    " from into as about over under up down out off not no nor never ever i me my we us our you your he him his she her"
    " they them their who whom which what when where how why all any some one ones just only also too very more most"
    " every each own same such s t d ll re ve m don doesn didn won wasn isn aren weren hasn haven hadn"
)
_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_NUMBERS = {word: str(number) for number, word in enumerate(_UNITS)}
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "twenty": 20}
_DENIES = re.compile(
    r"\b(?:no|not|cannot|never|none|nobody|nothing|nowhere|neither|nor|without)\b|n[’']t\b", re.IGNORECASE
)
_STITCH = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*")
_TOKEN = re.compile(r"\S+")
_MOST_WORDS = 400
_FUNCTION_WEIGHT = 0.25
_RUN = 3
_HALF, _MOST = 0.5, 0.75
_LONG_RUN = 5
_SHOWN = 70


@functools.lru_cache(maxsize=32_768)
def tokens(words: str) -> tuple[str, ...]:
    """The folded words of a quotation without their endings, numbers in figures; at most the first 400."""
    found: list[str] = []
    for word in fold(re.sub(r"[’'](?:s|ll|re|ve|d|m|t)\b", " ", words)).split()[:_MOST_WORDS]:
        if found and found[-1].isdigit() and int(found[-1]) in _TENS.values() and word in _NUMBERS:
            found[-1] = str(int(found[-1]) + int(_NUMBERS[word]))
            continue
        found.append(str(_TENS[word]) if word in _TENS else _NUMBERS.get(word, _stem(word)))
    return tuple(found)


def _stem(word: str) -> str:
    """A word without its ending, roughly; both sides of a comparison are treated alike."""
    if word in _IDLE:
        return word
    for ending, least, instead in (("ies", 5, "y"), ("ing", 6, ""), ("ed", 5, ""), ("s", 4, "")):
        if len(word) >= least and word.endswith(ending) and not word.endswith("ss"):
            word = word.removesuffix(ending) + instead
            break
    return word.removesuffix("e") if len(word) > len("the") else word


def telling(words: str) -> frozenset[str]:
    """The words of a quotation that tell what it says."""
    return frozenset(token for token in tokens(words) if token not in _IDLE)


def alike(one: str, other: str, *, sure: bool) -> bool:  # noqa: PLR0911 (one return a sign)
    """Whether two quotations render one utterance: the shorter stands mostly in the longer.

    `sure` where both are known to be one speaker's: then half of what the shorter says is enough, since translations
    differ; else most of it is asked.
    """
    if _recalls(one) != _recalls(other):
        return False
    for left, right in ((one, other), (other, one)):
        pieces = [piece for piece in _STITCH.split(left) if len(tokens(piece)) >= _RUN]
        if len(pieces) > 1 and all(_contained(piece, right) for piece in pieces):
            return True
    short, full = sorted((tokens(one), tokens(other)), key=len)
    if len(short) >= _RUN and _inside(short, full):
        return True
    shared = telling(one) & telling(other)
    least = min(_weight(short), _weight(full))
    overlap = sum(_weight((token,)) for token in set(short) & set(full))
    share = overlap / least if least else 0.0
    if len(shared) < 2:  # noqa: PLR2004 - one word in common tells nothing
        return bool(shared) and sure and share >= _MOST and len(short) >= _RUN
    if sure:
        if len(shared) == 2 and not _same_way(one, other, shared):  # noqa: PLR2004 - two words in common, said otherwise
            return False
        told = len(shared) / min(len(telling(one)), len(telling(other)))
        return (share >= _HALF and told >= _HALF) or _run(short, full) >= _LONG_RUN
    return share >= _MOST and _run(short, full) >= _RUN


def _same_way(one: str, other: str, shared: frozenset[str]) -> bool:
    """Whether the words in common come in one order, and both quotations deny or neither does."""
    orders = [[token for token in dict.fromkeys(tokens(words)) if token in shared] for words in (one, other)]
    return orders[0] == orders[1] and bool(_DENIES.search(one)) == bool(_DENIES.search(other))


def word_for_word(one: str, other: str) -> bool:
    """Whether two quotations are so alike in their very words that two speakers of them are a dispute, not a chance."""
    short, full = sorted((tokens(one), tokens(other)), key=len)
    if _recalls(one) != _recalls(other) or len(telling(one) & telling(other)) < 2:  # noqa: PLR2004 - a phrase of chance
        return False
    if len(short) > _RUN and _inside(short, full):
        return True
    if short == full and len(telling(one)) >= _RUN:
        return True
    shared = sum(_weight((token,)) for token in set(short) & set(full))
    return shared >= _MOST * _weight(short) and _run(short, full) >= _LONG_RUN


def _contained(piece: str, whole: str) -> bool:
    part, full = tokens(piece), tokens(whole)
    shared = set(part) & set(full)
    return _inside(part, full) or sum(_weight((word,)) for word in shared) >= _MOST * _weight(part)


def _recalls(words: str) -> bool:
    """Whether a quotation itself tells what its speaker said before: "I told you that …"."""
    return _BEFORE.match(words) is not None


_BEFORE = re.compile(
    r"\W*(?:as\s+)?(?:i|we)(?:[’']ve|\s+have|\s+had)?\s+(?:already\s+|always\s+)?(?:told|said|warned|promised)\b",
    re.IGNORECASE,
)


def _weight(words: tuple[str, ...]) -> float:
    return sum(_FUNCTION_WEIGHT if word in _IDLE else 1.0 for word in set(words))


def _inside(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return any(full[first : first + len(short)] == short for first in range(len(full) - len(short) + 1))


def _run(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """The length of the longest run of words that both have."""
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return matcher.find_longest_match(0, len(one), 0, len(other)).size


def differences(full: str, other: str) -> tuple[str, ...]:
    """How a rendering differs from a fuller one, in short phrases: "cut: ‘and the dust’", "‘bodies’ for ‘dead’"."""
    left, right = _TOKEN.findall(full)[:_MOST_WORDS], _TOKEN.findall(other)[:_MOST_WORDS]
    matcher = difflib.SequenceMatcher(
        None, [_plain(word) for word in left], [_plain(word) for word in right], autojunk=False
    )
    found: list[str] = []
    for kind, i, j, k, m in matcher.get_opcodes():
        before, after = _shown(left[i:j]), _shown(right[k:m])
        if kind == "delete" and before:
            found.append(f"cut: ‘{before}’")
        elif kind == "insert" and after and after != "…":
            found.append(f"added: ‘{after}’")
        elif kind == "replace" and after == "…":
            found.append(f"cut: ‘{before}’")
        elif kind == "replace":
            found.append(f"‘{after}’ for ‘{before}’")
    return tuple(found)


def _plain(word: str) -> str:
    return fold(word) or word


def _shown(words: list[str]) -> str:
    line = " ".join(words).strip(" ,.;:")
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
