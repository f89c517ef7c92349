"""In: a line above a headline. Out: whether it is rather the site's own than the headline: plate, promise, ticker."""

import re

from twosource.reading.lines import Line, stems
from twosource.reading.pleas import points

#: Marks between the parts of a row, figures of weather and exchanges, and addresses: no headline has several of these.
_ROW = re.compile(r"[|¦‖·•›‹»«▸▶►→←~★☆*]|::|\s:\s|\s{2,}|\s[–—/]\s")
_TICKER = re.compile(
    r"[▲▼%°@]|[$€£¥]\s?\d|\b\d+[.,]\d+\b|\b\d{1,2}[:.]\d\d\b|\(\d+\)|\b(?:no|nr|number|ref|vol|issue|fm|am|khz"
    r"|mhz)\b\.?"
)
#: What a site tells its readers to do or see, and what it says of its text.
_SAYS = re.compile(
    r"\b(?:your?|yours|we|ours?|us|my)\b|\b(?:since|est\.?|established|founded) (?:in )?\d{4}\b"
    r"|\b(?:translat(?:ed|ion)|original|edition|listen|watch|live|now playing|on air|today(?:'s)?|subscribe\w*|readers?"
    r"|newspaper|newsroom|news|daily|weekly|monthly|magazine|journal|media|title|publication|tomorrow|paper|site"
    r"|browser|warning|notice|cookies"
    r"|portal|radio|tv|official|registered)\b"
)
#: Letters that English words have not: the site's own tongue above a text put into English.
_FOREIGN = re.compile(r"[^\W\d_a-zA-Z]")
_SHORT, _HEADLINE, _MUCH = 3, 12, 3


def is_plate(line: Line, text: frozenset[str], outlet: str | None, rival: Line | None = None) -> bool:
    """Whether a line shares no word with the `text` (see `stems`) and looks like a site's name, row or promise.

    The words of the outlet's own name, which every page says, do not count as shared. Less is asked where a `rival`
    below it has the length of a headline and much of the text's words.
    """
    own = _stems_of_name(outlet)
    said = stems([line])
    signs = len(_ROW.findall(line.words)) + len(_TICKER.findall(line.plain)) + len(_SAYS.findall(line.plain))
    signs += bool(_FOREIGN.search(line.words))
    named = bool(own) and (own <= said or _opens_with_name(line, own))
    shared = (said - own) & text
    if shared:
        return named and signs > 0 and len(shared) == 1
    signs += points(line) > 0
    better = rival is not None and rival.count <= _HEADLINE and len(stems([rival]) & text) >= _MUCH
    return named or signs > 1 or (signs > 0 and better) or (signs > 0 and (line.closed or line.count <= _SHORT))


def _opens_with_name(line: Line, own: frozenset[str]) -> bool:
    """Whether the words before a line's first sign are of the outlet's name: "Evening Post: first with the truth"."""
    opening = _SIGN.split(line.words, maxsplit=1)
    words = _stems_of_name(opening[0]) if len(opening) > 1 else frozenset()
    return bool(words) and words <= own


_SIGN = re.compile(r"\s*[|¦:·•]\s+|\s+[–—-]\s+")


def _stems_of_name(outlet: str | None) -> frozenset[str]:
    return frozenset(word[:5] for word in re.findall(r"[^\W\d_]{4,}", (outlet or "").casefold()))
