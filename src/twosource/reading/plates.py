"""In: a line above a headline. Out: whether it is rather the site's own than the headline: plate, promise, ticker."""

import re

from twosource.reading.lines import Line, stems

#: Marks between the parts of a row, figures of weather and exchanges, and addresses: no headline has several of these.
_ROW = re.compile(r"[|¦‖·•›‹»«▸▶►→←~★☆*]|::|\s:\s|\s{2,}|\s[–—/]\s")
_TICKER = re.compile(
    r"[▲▼%°@]|[$€£¥]\s?\d|\b\d+[.,]\d+\b|\b\d{1,2}[:.]\d\d\b|\(\d+\)|\b(?:no|nr|number|ref|vol|issue|fm|am|khz"
    r"|mhz)\b\.?"
)
#: What a site tells its readers to do or see, and what it says of its text.
_SAYS = re.compile(
    r"\b(?:your?|yours|we|our|us|my)\b|\b(?:since|est\.?|established|founded) (?:in )?\d{4}\b"
    r"|\b(?:translat(?:ed|ion)|original|edition|listen|watch|live|now playing|on air|today(?:'s)?|subscribe\w*|readers?"
    r"|newspaper|newsroom|news|daily|weekly|monthly|magazine|journal|portal|radio|tv|official|registered)\b"
)
#: Letters that English words have not: the site's own tongue above a text put into English.
_FOREIGN = re.compile(r"[^\W\d_a-zA-Z]")
_SHORT = 3


def is_plate(line: Line, text: frozenset[str], outlet: str | None) -> bool:
    """Whether a line shares no word with the `text` (see `stems`) and looks like a site's name, row or promise.

    The words of the outlet's own name, which every page says, do not count as shared.
    """
    own = _stems_of_name(outlet)
    said = stems([line])
    signs = len(_ROW.findall(line.words)) + len(_TICKER.findall(line.plain)) + len(_SAYS.findall(line.plain))
    signs += bool(_FOREIGN.search(line.words))
    named = bool(own) and own <= said
    shared = (said - own) & text
    if shared:
        return named and signs > 0 and len(shared) == 1
    return named or signs > 1 or (signs > 0 and (line.closed or line.count <= _SHORT))


def _stems_of_name(outlet: str | None) -> frozenset[str]:
    return frozenset(word[:5] for word in re.findall(r"[^\W\d_]{4,}", (outlet or "").casefold()))
