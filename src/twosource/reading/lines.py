"""In: a report's text. Out: its lines, each with what its shape says: prose, short, closed, in which block."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from twosource.text.sentences import paragraphs

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*")
_CLOSED = re.compile(r"[.!?…][\"”’»)\]]*$")
_STOP = re.compile(r"[.…][\"”’»)\]]*$|[.,!?][\"”’»]+$")
_TRAIL = "-–—_|•·↑→»›*<=~ "
#: Signs that open a link, a list item or a button and say nothing themselves.
_LEAD = re.compile(r"^(?:[•·●▪◦‣➤►▶▸»›>→✓✔☰*#|~=_+-]|&gt;|\d{1,2}[.)](?=\s))+\s*")
_LOWER = re.compile(r"(?<!\S)[^\W\d_A-Z][\w’'-]*")
_LOWER_LEAST = 6
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_COMMON = frozenset(
    "about above after again also among because been before being below between both could does down during each even"  # noqa: SIM905 - words read better as words
    " ever every first from have having here into just last less like made make many more most much must next"
    " only other"
    " over own same should since some such than that their them then there these they this those through under"
    " until upon"
    " very want well were what when where which while will with within without would year years your".split()
)
_LONG = 600
_PROSE_LEAST = 9
_PROSE_SURE = 25
_SMALL = re.compile(
    r"\b(?:the|a|an|of|to|in|on|at|by|for|from|with|and|but|or|that|which|who|was|were|is|are|had|has|have|been"
    r"|be|it|he"
    r"|she|they|his|her|their|its|as|not|after|before|when|while|would|will|there)\b"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: `text[start:end]` trimmed, its plain form, and its shape.

    `plain` is in lower case with single spaces, plain apostrophes, and without the sign of a list item or button;
    `lead` says whether there was one. `block` counts stretches between blank lines. `prose` lines are running text.
    """

    start: int
    end: int
    words: str
    plain: str
    count: int
    block: int
    lead: bool
    closed: bool
    prose: bool


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold more than white space, in order; hard-wrapped lines of a paragraph are one."""
    found: list[Line] = []
    block, last = 0, 0
    for start, end in paragraphs(text):
        if found and text.count("\n", last, start) > 1:
            block += 1
        last = end
        found.append(_line(text[start:end], start, block))
    return found


def _line(words: str, start: int, block: int) -> Line:
    if len(words) > _LONG:  # running text, whatever it says; its plain form is not needed
        return Line(start, start + len(words), words, "", len(words) // 6, block, lead=False, closed=True, prose=True)
    plain = _SPACE.sub(" ", words.casefold()).replace("’", "'").replace("‘", "'")
    bare = strip_lead(plain)
    count = len(_WORD.findall(bare))
    closed = bool(_CLOSED.search(words))
    return Line(
        start=start,
        end=start + len(words),
        words=words,
        plain=bare,
        count=count,
        block=block,
        lead=bare != plain,
        closed=closed,
        prose=_is_prose(words, bare, count, closed=closed),
    )


def stems(lines: Iterable[Line]) -> frozenset[str]:
    """The longer words of some lines in lower case, cut to their first letters so that inflected forms meet."""
    return frozenset(
        word[:_STEM]
        for line in lines
        for word in _LONG_WORD.findall(line.plain or line.words.casefold())
        if word not in _COMMON
    )


def strip_lead(plain: str) -> str:
    """A line without list signs, emoji and the blanks after them at its start, unless nothing else would be left."""
    bare = plain
    while bare:
        shorter = _LEAD.sub("", bare)
        if shorter and unicodedata.category(shorter[0]) in {"So", "Sk", "Cn", "Mn", "Cf"} and shorter[0] not in "©®℗":
            shorter = shorter[1:].lstrip()
        if shorter == bare:
            return bare.rstrip(_TRAIL) or bare
        bare = shorter
    return plain


def _is_prose(words: str, plain: str, count: int, *, closed: bool) -> bool:
    if count < _PROSE_LEAST:
        return False
    if not _SMALL.search(plain) and len(_LOWER.findall(words)) < _LOWER_LEAST:  # other languages have other small words
        return False
    return count >= _PROSE_SURE or bool(_STOP.search(words)) or (closed and count >= 2 * _PROSE_LEAST)
