"""In: an amount in its sentence. Out: whether it is a day, a year, a clock time, an age or a mere point in time."""

import re
from collections.abc import Sequence

from twosource.finding.figures.agents import is_agent
from twosource.finding.figures.clauses import Words
from twosource.finding.figures.nouns import is_person, singular
from twosource.text.amounts import Amount
from twosource.text.listing import listed

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY_BEFORE = re.compile(rf"\b{_MONTH}(?:\s+the)?\s+(?:\d{{1,2}}\s*(?:,|and|-|–|to)\s*)?$", re.IGNORECASE)
_DAY_AFTER = re.compile(
    rf"(?:\s*(?:-|–|to|and|or)\s*\d{{1,2}})?(?:\s+of)?\s+{_MONTH}(?!\s+(?:have|be|not|well|also|still|yet"
    rf"|lead|need|take|come|go|seem)\b)",
    re.IGNORECASE,
)
_CLOCK_AFTER = re.compile(
    r"\s?(?:[ap]\.?\s?m\b|o['’]clock|(?:hours\s+)?(?:gmt|utc|bst|est|edt|cet|pst|pdt|ist|et|pt)\b|(?:past"
    r"|to)\s+(?:\w+teen|\w+ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon"
    r"|midnight)\b)",
    re.IGNORECASE,
)
_SINCE_NOON = re.compile(r"\b(?:midnight|noon|midday)\s+(?:and|to|till|until)\s+(?:about\s+)?$", re.IGNORECASE)
_CLOCK_TOLL = re.compile(
    r"\b(?:toll|stands?|stood|put|number|count|remain\w*|rate|total|priced|valued|estimated|figure|rose"
    r"|reached|arrives?|speed|profit|shares?|closed|held|kept)\b[^.;]*$",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(r"\b(?:at|by|past|before|after|until|from|since|around|about|the)\s+$", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|of|from|until|till|to|for|between|during|before|after|early|late|mid|and|or"
    r"|year|years|spring|summer|autumn|fall|winter|the|"
    r"born|ending|back|around|circa|until|through|season|edition|copa|cup|games|election|elections"
    r"|olympics|vintage)[\s-]+|[\(,;:'‘’/–—-]\s*|^)$",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(r"\s+(?:[a-z]+\s+)?[a-z]{3,}(?:s|ren|men|ople)\b")
_AGE_AFTER = re.compile(
    r"(?:\s*-?\s*(?:year|month|week|day)s?[\s-]+olds?\b|\s+years?\s+of\s+age\b|-(?:year|month|week|day)[\s-]+olds?\b"
    r"|\s*(?:y/o|yoa?|yrs?\.?[\s-]+olds?)\b)",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?s?|ages|(?:mother|father|mum|mom|dad|parent|grandmother|grandfather)s?\s+of|age\s+of"
    r"|(?:people|persons|those|anyone|everyone|adults?|children|kids|women|men|patients?|boys?|girls?"
    r"|players?|citizens|residents|"
    r"volunteers|participants|voters|workers|pensioners|youths?|one|all|everybody)\s+(?:aged\s+)?(?:over"
    r"|above|under|below|older\s+than|younger\s+than|between|from)|turn(?:s|ed|ing)?|of\s+(?:them|whom)\s+(?:aged\s+)?(?:over|above|under|below))"
    r"\s+(?:between\s+|from\s+|about\s+|around\s+|at\s+least\s+|over\s+|under\s+)?$",
    re.IGNORECASE,
)
_AGE_APPOSED = re.compile(r"(?:[^\W\d_]{2,}[”\"’)]?|\b[A-Z]\.|\b(?:Jr|Sr)\.),\s+$")
_AGO = re.compile(
    r"\s*(?:\w+\s+)?ago\b|\s+on(?=\s*[,.;:—–]|$)|\s+(?:earlier|before|after|later|from\s+now|hence|since)\b(?!\s+than)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:past|last|previous|preceding|next|coming|recent|following|first)\s+(?:about\s+|some\s+)?$", re.IGNORECASE
)
_TO_LAST = re.compile(
    r"\b(?:to|will|would|can|could|may|might|shall|should|must|not|n['’]t|did|does|do|they|these|those)\s+(?:only\s+|just\s+|then\s+)?"
    r"last\s+(?:about\s+|some\s+)?$",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:for|lasted|took)\s+(?:(?:about|some|nearly|almost|only|just|at least|up to)\s+)?$", re.IGNORECASE
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|these|those)\b")
Spot = tuple[int, int]


def is_dated(amount: Amount, spots: Sequence[Spot]) -> bool:
    """Whether an amount stands inside a date or clock time already found; `spots` are offsets in the sentence."""
    if amount.kind == "time" and amount.unit in ("second", "minute"):
        return False
    return any(start <= amount.at and amount.stop <= end for start, end in spots)


def is_calendar(text: str, amount: Amount) -> bool:  # noqa: PLR0911 - a list of cases
    """Whether a number is a day, a year or a clock time by its shape and neighbours."""
    before, after = text[max(0, amount.at - 28) : amount.at], text[amount.stop : amount.stop + 24]
    plain = not amount.unit or amount.kind == "time"
    if amount.kind not in ("", "time", "length") or (amount.low is None and amount.high is None):
        return False
    value = amount.high if amount.high is not None else amount.low
    if value is None:
        return False
    if value <= 31 and plain and (_DAY_BEFORE.search(before) or (_DAY_AFTER.match(after) and not amount.unit)):  # noqa: PLR2004
        return amount.kind != "time"
    if value < 13 and _SINCE_NOON.search(before) and not amount.unit:  # noqa: PLR2004 - hours of half a day
        return True
    if value < 25 and _CLOCK_AFTER.match(after) and not amount.unit:  # noqa: PLR2004 - small sizes of English prose
        return True
    written = text[amount.at : amount.stop]
    if _is_hour(text, amount, value):
        return True
    if (
        re.fullmatch(r"[0-2]?\d[.:][0-5]\d", written)
        and not amount.unit
        and (
            _CLOCK_BEFORE.search(before)
            and re.match(r"\s+(?:to|from|train|bus|on|in|and|yesterday|today|this)\b", after)
        )
    ):
        return True
    return _is_year(text, amount, before, after, value)


_LEADS = re.compile(
    r"\b(?:lead\w*|led|trail\w*|w[io]ns?|lost|loses?|beat\w*|r[oi]se[sn]?|fell|falls?|ahead|behind|cut\w*|grew|grown|outnumber\w*"
    r"|reduc\w+|increas\w+|rais\w+|short|exceed\w*|miss\w*)\s+(?:\w+\s+)?by\s+$"
)
_HOUR_AFTER = re.compile(r"\s*(?:[.,;]|and\b|in the\b|this\b|tomorrow|yesterday|on\b|$|every)")


def _is_hour(text: str, amount: Amount, value: float) -> bool:  # noqa: PLR0911 - a list of cases
    """Whether a bare number is a clock time without "o'clock": "by seven", "the 7.12 to", "at 0815", "12 Jan 90"."""
    before, after = text[max(0, amount.at - 28) : amount.at], text[amount.stop : amount.stop + 24]
    written = text[amount.at : amount.stop]
    if amount.unit:
        return False
    if re.fullmatch(r"0\d[0-5]\d", written):
        return True
    if amount.modifier:
        return False
    if (
        amount.words
        and value <= 12  # noqa: PLR2004
        and re.search(r"\b(?:[Aa]t|[Bb]y|[Uu]ntil|till|(?:shortly|soon|just)\s+(?:after|before))\s+$", before)
        and _HOUR_AFTER.match(after)
    ):
        before = text[max(0, amount.at - 50) : amount.at]
        return not (_CLOCK_TOLL.search(before) or _LEADS.search(before))
    if re.fullmatch(r"(?:[01]?\d|2[0-3])\.[0-5]\d", written) and (
        (amount.at == 0 and re.match(r"\s+[A-Z“\"]", after)) or re.match(r"\s+(?:entry|update|post|bulletin)\b", after)
    ):
        return True  # "16.40 The army says …" in a live page
    if re.fullmatch(r"\d{1,2}\.[0-5]\d", written) and re.search(r"\b(?:the|no)\s+$", before):
        return bool(re.match(r"\s*(?:[.,;]|to\b|$|from\b)", after))
    if re.fullmatch(r"(?:1\d|2[0-3])[0-5]\d", written) and re.search(r"\b(?:at|until|till|between|by)\s+$", before):
        return not re.match(r"\s+[a-z]+s\b", after)
    if amount.words and value <= 12 and re.search(r"\b(?:open|from|since)\s+(?:from\s+)?$", before):  # noqa: PLR2004
        return bool(re.match(r"\s*[.,;]", after)) and not re.search(
            r"\b(?:up|down|away|apart|\w+ed|rose|fell|rise|fall|drop|increase)\s+from\s+$", before
        )
    return bool(re.fullmatch(r"\d\d", written)) and bool(re.search(rf"\d\s+{_MONTH}\s+['’]?$", before, re.IGNORECASE))


def _is_year(text: str, amount: Amount, before: str, after: str, value: float) -> bool:  # noqa: PLR0911
    if amount.words or amount.unit or not value.is_integer() or not 1000 <= value <= 2100:  # noqa: PLR2004
        return False
    written = text[amount.at : amount.stop]
    if amount.joined:
        return all(
            re.fullmatch(r"1[0-9]\d\d|20\d\d|\d\d", part) for part in re.findall(r"\d[\d,.]*", written)
        ) and bool(re.search(r"1[0-9]\d\d|20\d\d", written))
    if not re.fullmatch(r"1[0-9]\d\d|20\d\d", written):
        return False
    if amount.modifier and not amount.modifier.startswith(("around", "about", "some")):
        return amount.modifier.startswith(("over", "beyond")) and not _YEAR_AFTER.match(after)
    if re.search(rf"{_MONTH},?\s*$", before, re.IGNORECASE):
        return True
    if re.match(r"[-–/]\d\d\b|s\b", after):
        return True
    if _YEAR_AFTER.match(after) and not re.search(r"\b(?:in|since|by|from|until|the)\s+$", before, re.IGNORECASE):
        return False
    if value >= 1500 and _YEAR_BEFORE.search(before):  # noqa: PLR2004 - small sizes of English prose
        return True
    return value >= 1900 and not re.match(r"\s+[a-z]", after)  # noqa: PLR2004 - small sizes of English prose


_AGED_PEOPLE = re.compile(
    r"\b(?:children|people|those|kids|boys|girls|women|men|aged|ages|adults|youths|patients|volunteers"
    r"|teenagers|pupils|students)\s+$",
    re.IGNORECASE,
)
_OLDEST = 120
_ARE = re.compile(
    r"\b(?:them|children|people|those|patients|women|men|whom|who|refugees|migrants|victims)\s+(?:are|were|is|was)\s+$"
)
_RULED = re.compile(r"(?:retirement|pension|voting|minimum|legal)\s+age")
_APPOSED_NAME = re.compile(r"([^\W\d_][\w.’'-]*)[”\"’)]?,\s+$")
_AGE_CLOSE = re.compile(r"\s*(?:,|\)|;|\.$|–|—|\s-\s|\[|$)")
#: What may follow the age of someone named where the second comma is missing: "Troy Pitts, 30 was killed".
_AGE_OPEN = re.compile(r"\s+(?:and|who|whose|was|is|had|has|died|after|when|of)\b(?!\s+(?:a\s+half|\d))")


def is_age(text: str, amount: Amount) -> bool:  # noqa: PLR0911 - a list of cases
    """Whether a number is the age of a person."""
    before, after = text[max(0, amount.start - 40) : amount.start], text[amount.stop : amount.stop + 24]
    old = _AGE_AFTER.match(after)
    if old:
        return (amount.high or amount.low or 0) <= _OLDEST and not _is_thing(text[amount.stop + old.end() :])
    value = amount.low if amount.low is not None else amount.high or 0.0
    if amount.unit not in ("", "year") or value > _OLDEST:
        return False
    if not amount.unit and re.match(r"(?:under|over|below|above)\b", amount.modifier) and _ARE.search(before):
        return value >= 5 and bool(re.match(r"\s*(?:[,.;)]|and\b|or\b|$)", after))  # noqa: PLR2004 - "half are under 18"
    if amount.joined and not amount.unit and _AGED_PEOPLE.search(before):
        return (amount.high or 0) <= _OLDEST  # "children between 12 and 16"
    if re.search(r"\b(?:aged|ages)\s+[\w-]+(?:,\s+[\w-]+)*,?\s+and\s+$", before) or (
        re.search(r",\s+(?:then|now|just|only|both|each)\s+$", before) and re.match(r"\s*(?:[,.;)]|$)", after)
    ):
        return True
    if re.search(r"\bfrom\s+$", before) and re.match(r"\s+[a-z-]{4,}s\b(?<!years)", after):
        return False  # "people from nine villages"
    if _AGE_BEFORE.search(before) or _AGE_BEFORE.search(text[max(0, amount.start - 40) : amount.at]):
        return not _RULED.search(before)
    if amount.unit:
        return bool(re.search(r"\b(?:is|was|turned)\s+$", before) and re.match(r"\s+years?\s+old", after))
    if amount.words:
        apposed = re.search(r"\b([a-z]{3,}),\s+$", before.lower())
        return bool(
            apposed and is_person(apposed.group(1), apposed.group(1)) and not amount.modifier and after[:1] == ","
        )  # "The girl, four, was found"; of a plural it is a count
    return not amount.modifier and _is_apposed(before, after, value)


def _is_apposed(before: str, after: str, value: float) -> bool:
    """Whether a number stands behind a name as an age does: "Ana Sosa, 24," or "Sosa (24)"."""
    if _OF_THEM.match(after):
        return False  # "said Ana Sosa, 38 of them under 16"
    if _AGE_APPOSED.search(before) and _AGE_CLOSE.match(after) and 0 < value < _OLDEST:
        name = _APPOSED_NAME.search(before)
        word = name.group(1) if name else ""
        if re.fullmatch(rf"(?:mon|tues|wednes|thurs|fri|satur|sun)day|{_MONTH}", word, re.IGNORECASE):
            return False  # "on Tuesday, 96"
        return word[:1].isupper() or is_person(word, singular(word))
    bracket = re.search(r"[A-Z][\w’'-]+\s*\($", before) and re.match(r"\)", after)
    return bool(bracket) and 10 <= value < _OLDEST  # noqa: PLR2004 - small sizes of English prose


def _is_thing(following: str) -> bool:
    """Whether what is "50-year-old" is no person: a building, a rock, a company."""
    match = re.match(r"[\s-]+((?:[a-z][\w-]*\s+){0,2}?[a-z][\w-]*)", following)
    if match is None:
        return False
    return any(word in _OLD_THINGS for word in match.group(1).lower().split())


_OLD_THINGS = listed(
    """building house church cathedral mosque temple tower bridge tunnel dam road railway ship vessel ferry boat
    aircraft plane jet car truck bus train fossil skull bone rock bedrock site city town village company firm
    business institution agreement law treaty conflict war feud dispute tradition practice record tree forest
    whisky wine factory plant mine reactor stadium school hospital prison hotel pub ceasefire truce ban rule
    system network technology software star galaxy planet mummy tomb manuscript painting statue monument
    castle palace fort ruins remains civil military"""
)


#: "A nurse of 41 has died": one person, and behind the number no further noun that it could count.
_ONE_OF = re.compile(r"\ban?\s+(?:\w+\s+)?([a-z]{3,})\s+of\s+$")
_AGE_OVER = re.compile(
    r"\s*(?:[,.;:)]|$|(?:has|had|was|is|who|whose|from|in|at|and|died|dies|said|says|told|tells|[a-z]+ed)\b)"
)


def is_old_person(words: Words, amount: Amount) -> bool:  # noqa: PLR0911 - a list of cases
    """Whether a bare number tells how old somebody is: "the cook is eighty-one and", "a girl of twelve"."""
    if (
        amount.unit
        or amount.form != "count"
        or amount.joined
        or amount.hyphen
        or not 1 <= (amount.low or amount.high or 0) <= 110  # noqa: PLR2004 - small sizes of English prose
    ):
        return False
    i = words.at(amount.at)
    text = words.text
    if _OF_THEM.match(text, amount.stop):
        return False
    if i > 1 and words.low[i - 1] == "," and words.doc[i - 2].ent_type_ == "PERSON" and not amount.words:
        return bool(_AGE_OPEN.match(text, amount.stop)) and not amount.modifier
    before = text[max(0, amount.start - 24) : amount.start].lower()
    if re.search(
        r"\b(?:girl|boy|man|woman|child|daughter|son|widow|lad|pensioner|grandmother|grandfather"
        r"|youth)s?\s+of\s+(?:about\s+|barely\s+)?$",
        before,
    ):
        return True
    one = _ONE_OF.search(before)
    if one and is_agent(one.group(1)) and not amount.modifier and _AGE_OVER.match(text, amount.stop):
        return True
    if re.match(r"(?:older|younger)\s+than", amount.modifier) or re.search(r"\bas\s+(?:young|old)\s+as\s+$", before):
        return True
    if not re.search(r"\b(?:is|was|be|now|just|only|turns|turned|i'm|i’m|'s|’s)\s+$", before) or not re.match(
        r"\s*(?:now\b)?\s*(?:,|\.|;|and\b|years?\s+old|$|but\b|when\b)", text[amount.stop :]
    ):
        return False
    verb = words.head[i] if words.tag[words.head[i]].startswith("VB") else i - 1
    for k in range(words.size):
        if words.head[k] == verb and words.dep[k] == "nsubj":
            low = words.low[k]
            return (
                low in ("he", "she", "i", "who")
                or words.doc[k].ent_type_ == "PERSON"
                or (words.tag[k] == "NN" and is_person(low, low))
            )
    return False


def is_placing(text: str, amount: Amount) -> bool:
    """Whether a span of time only places something: "three days ago", "two years earlier"."""
    if amount.kind != "time":
        return False
    after = text[amount.tail : amount.tail + 16]
    if _LASTING.search(text[max(0, amount.start - 24) : amount.start]) and not re.match(r"\s*(?:\w+\s+)?ago\b", after):
        return False  # "were inside for nine days before they were noticed"
    if _AGO.match(after):
        if re.match(r"\s*(?:\w+\s+)?ago\b", after):
            return True
        return amount.unit not in ("second", "minute")
    before = text[max(0, amount.start - 120) : amount.start]
    if _PAST.search(before) and not _TO_LAST.search(before):
        return not re.search(r"\bfirst\s+$", before)
    return bool(
        re.search(r"\b(?:first|last|only|\w+est|most|worst|best)\b[^.;]*\bin\s+(?:the\s+)?$", before)
    ) and amount.unit in ("year", "decade", "century")
