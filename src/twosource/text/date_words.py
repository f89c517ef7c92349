"""In: a string. Out: its words as `Word`s, each with the one-letter class the date grammar is written in."""

import re
from collections.abc import Iterator
from typing import NamedTuple


def _listed(words: str) -> list[str]:
    return words.split()


class Word(NamedTuple):
    """A word or mark at `start:end`; `kind` is its class (see `_LEXICON`), `value` what it means there."""

    start: int
    end: int
    kind: str
    value: int | float | str
    text: str


MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ONES = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = _listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_DECADES = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]

_UNITS = {
    "day": "D",
    "week": "W",
    "fortnight": "2W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "centurie": "CE",
    "millennium": "10CE",
    "weekend": "WE",
}
_HOURS = {"hour": "H", "minute": "M", "min": "M", "hr": "H"}
_PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "nighttime": "NI",
    "daytime": "DT",
    "lunchtime": "MI",
    "midday": "MI",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "dusk": "EV",
    "sunset": "EV",
    "nightfall": "NI",
}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_SETS = {
    "daily": "P1D",
    "nightly": "P1D",
    "everyday": "P1D",
    "hourly": "PT1H",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
}
#: Words that stand for a time by themselves, without a day: TIMEX3 references.
_REFERENCES = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "current": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "recently": "PAST_REF",
    "recent": "PAST_REF",
    "lately": "PAST_REF",
    "former": "PAST_REF",
}

#: Words that may stand between a number and its unit: "six straight days".
_BETWEEN = _listed(
    "consecutive straight successive full solid more trading working business additional further calendar "
    "long short extra difficult bitter bloody brutal intervening tense"
)


def _lexicon() -> dict[str, tuple[str, int | float | str]]:
    words: dict[str, tuple[str, int | float | str]] = {}
    words |= {word: ("N", number) for number, word in enumerate(_ONES)}
    words |= {word: ("N", 10 * (number + 2)) for number, word in enumerate(_TENS)}
    words |= {"hundred": ("N", 100), "thousand": ("N", 1000), "dozen": ("N", 12)}
    words |= {word: ("O", number + 1) for number, word in enumerate(_ORDINALS)}
    words |= {"thirtieth": ("O", 30)}
    words |= {word: ("X", 1920 + 10 * number) for number, word in enumerate(_DECADES)}
    words |= {word: ("U", unit) for word, unit in _UNITS.items()} | {
        f"{word}s": ("V", unit) for word, unit in _UNITS.items()
    }
    words |= {word: ("H", unit) for word, unit in _HOURS.items()} | {
        f"{word}s": ("I", unit) for word, unit in _HOURS.items()
    }
    words |= {"seconds": ("I", "S"), "moments": ("j", "X")}
    words |= {word: ("P", part) for word, part in _PARTS.items()} | {
        f"{word}s": ("P", part) for word, part in _PARTS.items()
    }
    words |= {"noon": ("n", "12:00"), "midnight": ("n", "24:00")}
    words |= {word: ("S", season) for word, season in _SEASONS.items()}
    words |= {word: ("v", value) for word, value in _SETS.items()}
    words |= {word: ("R", value) for word, value in _REFERENCES.items()}
    words |= {
        "today": ("T", 0),
        "yesterday": ("T", -1),
        "tomorrow": ("T", 1),
        "tonight": ("t", 0),
        "overnight": ("t", -1),
    }
    words |= dict.fromkeys(("last", "past"), ("L", -1))
    words |= dict.fromkeys(("previous", "preceding", "prior"), ("l", -1))
    words |= dict.fromkeys(("next", "coming", "upcoming"), ("K", 1))
    words |= dict.fromkeys(("following", "ensuing", "subsequent"), ("k", 1))
    words |= {"this": ("J", 0), "that": ("i", 0), "same": ("s", 0), "very": ("y", 0), "these": ("J", 0)}
    words |= {"ago": ("G", -1)}
    words |= {"earlier": ("g", -1), "later": ("h", 1)}
    words |= dict.fromkeys(("before", "previously", "beforehand"), ("<", -1))
    words |= dict.fromkeys(("after", "afterwards", "afterward", "hence"), (">", 1))
    words |= {"early": ("E", "early"), "mid": ("E", "mid"), "late": ("E", "late")}
    words |= dict.fromkeys(("beginning", "start", "outset"), ("B", "start"))
    words |= {"middle": ("B", "mid"), "end": ("B", "end"), "close": ("B", "end")}
    words |= dict.fromkeys(("rest", "remainder", "course", "entire", "whole"), ("b", "part"))
    words |= {"a": ("a", 1), "an": ("a", 1), "another": ("a", 1), "one": ("N", 1), "the": ("e", 0), "of": ("f", 0)}
    words |= {"several": ("Q", 0), "few": ("Q", 0), "some": ("Q", 0), "many": ("Q", 0), "couple": ("Q", 2)}
    words |= {"dozens": ("Q", 0), "hundreds": ("Q", 0), "numerous": ("Q", 0)}
    words |= {"every": ("r", 0), "each": ("r", 0), "per": ("p", 0), "once": ("q", 1), "twice": ("q", 2)}
    words |= {"half": ("F", 0.5), "in": ("o", 0), "on": ("o", 0), "at": ("o", 0), "from": ("o", 0), "to": ("z", "to")}
    words |= {word: ("z", word) for word in ("and", "or", "until", "till", "through")}
    words |= {"&": ("z", "and")}
    words |= dict.fromkeys(("bc", "bce", "b.c.", "b.c", "b.c.e."), ("c", "bc"))
    words |= dict.fromkeys(("a.d.", "ad", "ce"), ("d", "ad"))
    words |= {word: ("m", word[0]) for word in ("am", "pm", "a.m.", "p.m.", "a.m", "p.m")}
    words |= dict.fromkeys(("gmt", "utc"), ("Z", "Z"))
    words |= dict.fromkeys(("est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "cest"), ("Z", ""))
    words |= {word: ("u", word) for word in ("time", "period", "moment", "point", "era")}
    words |= {"final": ("6", -1), "latter": ("6", 2), "single": ("N", 1)}
    words |= {"old": ("A", 0), "future": ("7", "FUTURE_REF"), "present": ("7", "PRESENT_REF")}
    words |= dict.fromkeys(_BETWEEN, ("+", 0))
    return words


_LEXICON = _lexicon()
_SHORT_MONTHS = {name[:3]: number + 1 for number, name in enumerate(MONTHS)} | {"sept": 9}
_SHORT_DAYS = {name[:3]: number for number, name in enumerate(WEEKDAYS)} | {
    "tues": 1,
    "wednes": 2,
    "thur": 3,
    "thurs": 3,
}
_LONG_MONTHS = {name: number + 1 for number, name in enumerate(MONTHS)}
_LONG_DAYS = {name: number for number, name in enumerate(WEEKDAYS)}
#: Short forms that are common words or names too; they count only with their full stop or beside a number.
_RISKY = frozenset({"mar", "jan", "sat", "sun", "wed", "mon", "wednes"})

_WORD = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?!\d))"
    r"|(?P<slashed>\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?![\d/.]\d))"
    r"|(?P<short>(?<!\w)['’‘]\d\ds?(?!\w))"
    r"|(?P<decade>\d{2,3}0['’]?s(?!\w))"
    r"|(?P<quarter>[Qq][1-4](?!\w))"
    r"|(?P<holiday>(?:Christmas(?:\s(?:Eve|Day))?|Boxing\sDay|New\sYear['’]?s\s(?:Eve|Day)|Halloween|May\sDay|All\sSaints['’]\sDay"
    r"|St\.?\s(?:Stephen|Patrick|Valentine|Nicholas)['’]?s\sDay|Valentine['’]?s\sDay|Epiphany|Easter(?:\s(?:Sunday|Monday))?"
    r"|Good\sFriday|Thanksgiving(?:\sDay)?|Ascension\sDay|Whit\s(?:Sunday|Monday)|Pentecost)(?!\w))"
    r"|(?P<clock>\d{1,2}[:.h]\d\d(?::\d\d)?(?=\s*(?:[ap]\.?m\b|[ap]\.m\.|hrs\b|GMT|UTC|hours\b))"
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<number>\d{1,12}(?:[.,]\d{1,3}){0,4})"
    r"|(?P<dotted>[abAB]\.\s?[mcdMCD]\.?(?:[eE]\.)?|[pP]\.\s?[mM]\.?)(?!\w)"
    r"|(?P<word>[^\W\d_]+(?:['’](?!s\b|S\b)[^\W\d_]+)?)"
    r"|(?P<mark>[^\w\s])"
)
_TRIGGER = re.compile(
    r"\d|day|month|week|year|decade|centur|quarter|hour|minute|second|morrow|night|morning|noon|evening|dawn|dusk|sunrise"
    r"|sunset|spring|summer|autumn|fall|winter|annual|daily|everyday|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|now|current|present|recent|former|late|soon|moment|time|period|era\b|future|past"
    r"|jan\b|feb\b|mar\b|apr\b|jun\b|jul\b|aug\b|sept?\b|oct\b|nov\b|dec\b|ongoing|nineties|eighties|seventies|sixties"
    r"|christmas|easter|eve\b|ten past|half past|term\b",
)
_YEARS = range(1000, 2200)
_LAST_DAY = 31


def words(text: str) -> list[Word]:
    """The words and marks of `text` in order, classed for the grammar; empty where nothing in it can be a time."""
    return list(_words(text)) if _TRIGGER.search(text.lower()) else []


def _words(text: str) -> Iterator[Word]:
    done = 0
    for match in _WORD.finditer(text):
        shape = match.lastgroup or "mark"
        start, end = match.span()
        if start < done:  # the full stop of a short form
            continue
        found = match.group()
        if shape == "word":
            kind, value = _classed(found, text, start, end)
            if kind in "Mw" and text[end : end + 1] == "." and found.lower() not in _LONG_MONTHS:
                end += 1
        elif shape == "mark":
            kind, value = _marked(found)
        else:
            kind, value = _numbered(shape, found)
        done = end
        yield Word(start, end, kind, value, found)


def _marked(mark: str) -> tuple[str, int | float | str]:
    if mark in "-–—‐‑":
        return "-", 0
    return (mark, 0) if mark in ",/." else ("x", 0)


def _numbered(shape: str, found: str) -> tuple[str, int | float | str]:  # noqa: PLR0911 (one return a kind)
    match shape:
        case "iso":
            return "!", found
        case "slashed":
            return "#", found
        case "short":
            number = int(re.sub(r"\D", "", found))
            return ("X" if found.endswith("s") else "~"), 1900 + number if number >= 30 else 2000 + number  # noqa: PLR2004 (a pivot, as in every two-digit year)
        case "decade":
            return "X", int(re.sub(r"\D", "", found))
        case "quarter":
            return "4", int(found[1])
        case "holiday":
            return "$", re.sub(r"[^a-z]", "", found.lower())
        case "clock":
            return "C", found
        case "ordinal":
            return "O", int(re.sub(r"\D", "", found))
        case "dotted":
            return _LEXICON.get(found.lower().replace(" ", ""), ("x", 0))
        case _:
            return _plain_number(found)


def _plain_number(found: str) -> tuple[str, int | float | str]:
    if found.isdecimal():
        number = int(found)
        if len(found) == 4 and number in _YEARS:  # noqa: PLR2004 (digits of a year)
            return "Y", number
        if len(found) <= 2 and 1 <= number <= _LAST_DAY:  # noqa: PLR2004 (digits of a day)
            return "D", number
        return ("8", found) if len(found) == 4 and found[0] == "0" else ("9", number)  # noqa: PLR2004 ("0600 GMT")
    plain = found.replace(",", "")
    return ("9", float(plain)) if plain.count(".") <= 1 else ("x", 0)


def _classed(found: str, text: str, start: int, end: int) -> tuple[str, int | float | str]:  # noqa: PLR0911 (one return a kind)
    lower = found.lower()
    if found[0].isupper():
        if lower in _LONG_MONTHS:
            return "M", _LONG_MONTHS[lower]
        if lower in _LONG_DAYS:
            return "W", _LONG_DAYS[lower]
        if lower in _SHORT_MONTHS and _stands(lower, text, start, end):
            return "M", _SHORT_MONTHS[lower]
        if lower in _SHORT_DAYS and _stands(lower, text, start, end):
            return "w", _SHORT_DAYS[lower]
        if lower.endswith("days") and lower[:-1] in _LONG_DAYS:
            return "0", _LONG_DAYS[lower[:-1]]
    elif lower in _LONG_DAYS:
        return "W", _LONG_DAYS[lower]
    if lower == "s" and text[start - 1 : start] in {"'", "’"}:
        return "'", 0
    return _LEXICON.get(lower, ("x", 0))


def _stands(word: str, text: str, start: int, end: int) -> bool:
    """Whether a short form of a month or weekday is one here: it has a full stop, a number beside it, or is no risk."""
    beside = (
        text[max(0, start - 4) : start].strip(" ,.")[-1:].isdigit() or text[end : end + 3].strip(" .,")[:1].isdigit()
    )
    return beside or (word not in _RISKY and text[end : end + 1] == ".")
