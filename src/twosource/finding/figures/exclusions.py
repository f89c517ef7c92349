"""In: an amount in its sentence. Out: whether it is no figure: a date, an age, a name, a pointer back, an idiom."""

import re
from collections.abc import Sequence

from twosource.finding.figures.clauses import NOUNS, Words
from twosource.finding.figures.nouns import is_person, singular
from twosource.text.amounts import Amount
from twosource.text.lexicon import lexicon

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
    r"(?:\s*-?\s*(?:year|month|week|day)s?[\s-]+olds?\b|\s+years?\s+of\s+age\b|-(?:year|month|week|day)[\s-]+olds?\b)",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?s?|ages|(?:mother|father|mum|mom|dad|parent|grandmother|grandfather)s?\s+of|age\s+of"
    r"|(?:people|persons|those|anyone|everyone|adults?|children|kids|women|men|patients?|boys?|girls?"
    r"|players?|citizens|residents|"
    r"volunteers|participants|voters|workers|pensioners|youths?|one|all|everybody)\s+(?:aged\s+)?(?:over"
    r"|above|under|below|older\s+than|younger\s+than|between|from)|turn(?:s|ed|ing)?)"
    r"\s+(?:between\s+|from\s+|about\s+|around\s+|at\s+least\s+|over\s+|under\s+)?$",
    re.IGNORECASE,
)
_AGE_APPOSED = re.compile(r"[^\W\d_]{2,}[”\"’)]?,\s+$")
_NAME_NOUNS = lexicon(
    """room page chapter article section phase category level line route flight type number channel grade gate
    seat round version step tier stage group unit reactor block platform runway tram bus chapter class ward
    zone lot district sector highway interstate road track bed floor exhibit count appendix figure table
    paragraph clause amendment resolution rule act bill item question volume issue episode part act scene
    pier berth dock terminal hangar gate junction exit checkpoint hall building apartment flat suite cell
    studio box engine model mark series generation area region brigade division battalion regiment squadron
    battery precinct station post mile km kilometer kilometre order directive regulation law decree protocol
    formation boeing airbus freezer camp hole lane car pit day week game match stage lap heat proposition
    prop measure ballot code plan no nos nr vol pp ch sec art fig windows office xbox playstation"""
)
_NAME_AFTER = re.compile(r"(?:th|st|nd|rd)\b|-?(?:jet|class)\b", re.IGNORECASE)
_MID_NAME_OK = lexicon(
    "about over under some nearly almost around least than to only just at up another more including"
    " dead killed and or the a an in of for with by as after from"
    " monday tuesday wednesday thursday friday saturday sunday i we they he she it all these those was"
    " were is are has have had said but while when that not"
)
_HYPHEN_TERMS = lexicon(
    "way time timer times sided off dimensional state party tier nil man star point pointer wheel"
    " wheeler piece legged handed"
    " track hit string figure digit stop size speed seater ply goal under pronged fold turn round degree"
    " word plus dose or step and to run seed three two one five four ten six seven eight nine a"
    " parent child bit bag ball handers in old olds on up horse second third shot shots lane liner alarm"
    " pound gun bed bedroom bedrooms"
)
_POINTER_NOUNS = lexicon(
    "side leader country nation man woman neighbour neighbor party ally rival institution government"
    " brother sister friend pair couple group"
    " team camp faction state capital company official minister president firm agency organisation"
    " organization body candidate"
)
_SOURCE_NOUNS = lexicon(
    "official source witness person people diplomat aide resident analyst expert officer lawmaker agency"
    " newspaper outlet report sources trader economist eyewitness executive"
    " survivor lawyer insider researcher study medic employee"
)
_SAY = re.compile(
    r"\W*(?:[\w-]+\s+){0,5}?(?:said|say|told|tell|confirmed|added|reported|report|claimed|briefed"
    r"|familiar with|close to|with (?:direct )?knowledge|who (?:spoke|asked|declined|requested))\b"
)
_AGO = re.compile(
    r"\s*(?:\w+\s+)?ago\b|\s+(?:earlier|before|after|later|from\s+now|hence|since)\b(?!\s+than)", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:past|last|previous|preceding|next|coming|recent|following|first)\s+(?:about\s+|some\s+)?$", re.IGNORECASE
)
_IDIOM = re.compile(
    r"(?:\b(?:one\s+(?:another|other)|one\s+(?:day|morning|evening|night|afternoon|point|time|thing|way"
    r"|hand|side|another|anothers)\b|no\s+one\s+(?:can|could|knows?|else|has\s+ever|wants?|will|would"
    r"|should)|one-on-one"
    r"|one\s+by\s+one|two\s+by\s+two|one\s+or\s+other|day\s+one|one\s+more\s+(?:time|thing)"
    r"|second\s+to\s+none|none\s+of\s+(?:this|that|it)|none\s+other|none\s+too|one\s+and\s+only"
    r"|one\s+and\s+the\s+same"
    r"|hundred\s+per\s*cent\s+sure|twenty-four\s+seven|sixes\s+and\s+sevens|million\s+dollar\s+question"
    r"|six\s+feet\s+under|nine\s+to\s+five|dressed\s+to\s+the\s+nines|cloud\s+nine))",
    re.IGNORECASE,
)
_LIST_NUMBER = re.compile(r"^\s*[(#]?\d{1,3}[.):]\s*")
_PHONE = re.compile(r"\+?\(?\d[\d\s()./-]{7,}\d")
_ADDRESS = re.compile(
    r"\d{1,5}(?:-\d+)?\s+(?:(?:[A-Z][\w.’'-]*|\d+(?:st|nd|rd|th))\s+){1,4}(?:Road|Rd|Street|St|Avenue|Ave"
    r"|Way|Lane|Drive|Dr|Boulevard|Blvd|Square|Place|Court|Terrace|Row|Close|Crescent"
    r"|Quay|Highway)\b|\d{1,4}\s+(?:Ave|Rue|Via|Calle|Avenida)\s+[A-Z]"
)
_DIALLED = re.compile(r"\b\d{3}[-.\s]\d{3}[-.]\d{4}\b|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}-\d{4}\b")
_URL = re.compile(r"https?://|www\.|\w@\w|\w\.(?:com|org|net|info|gov)\b", re.IGNORECASE)

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
    if amount.words and value <= 12 and re.search(r"\b(?:at|by|until|till)\s+$", before) and _HOUR_AFTER.match(after):  # noqa: PLR2004
        return not _CLOCK_TOLL.search(text[max(0, amount.at - 50) : amount.at])
    if re.fullmatch(r"\d{1,2}\.[0-5]\d", written) and re.search(r"\b(?:the|no)\s+$", before):
        return bool(re.match(r"\s*(?:[.,;]|to\b|$|from\b)", after))
    if re.fullmatch(r"(?:1\d|2[0-3])[0-5]\d", written) and re.search(r"\b(?:at|until|till|between|by)\s+$", before):
        return not re.match(r"\s+[a-z]+s\b", after)
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
_RULED = re.compile(r"(?:retirement|pension|voting|minimum|legal)\s+age")
_APPOSED_NAME = re.compile(r"([^\W\d_][\w.’'-]*)[”\"’)]?,\s+$")


def is_age(text: str, amount: Amount) -> bool:  # noqa: PLR0911 - a list of cases
    """Whether a number is the age of a person."""
    before, after = text[max(0, amount.start - 40) : amount.start], text[amount.stop : amount.stop + 24]
    old = _AGE_AFTER.match(after)
    if old:
        return (amount.high or amount.low or 0) <= _OLDEST and not _is_thing(text[amount.stop + old.end() :])
    value = amount.low if amount.low is not None else amount.high or 0.0
    if amount.unit not in ("", "year") or value > _OLDEST:
        return False
    if amount.joined and not amount.unit and _AGED_PEOPLE.search(before):
        return (amount.high or 0) <= _OLDEST  # "children between 12 and 16"
    if re.search(r"\b(?:aged|ages)\s+[\w-]+(?:,\s+[\w-]+)*,?\s+and\s+$|,\s+(?:then|now|just|only)\s+$", before):
        return True
    if _AGE_BEFORE.search(before) or _AGE_BEFORE.search(text[max(0, amount.start - 40) : amount.at]):
        return not _RULED.search(before)
    if amount.unit:
        return bool(re.search(r"\b(?:is|was|turned)\s+$", before) and re.match(r"\s+years?\s+old", after))
    return not amount.modifier and not amount.words and _is_apposed(before, after, value)


def _is_apposed(before: str, after: str, value: float) -> bool:
    """Whether a number stands behind a name as an age does: "Ana Sosa, 24," or "Sosa (24)"."""
    if _AGE_APPOSED.search(before) and re.match(r"\s*(?:,|\)|;|\.$|–|—)", after) and 0 < value < _OLDEST:
        name = _APPOSED_NAME.search(before)
        word = name.group(1) if name else ""
        return word[:1].isupper() or is_person(word, singular(word))
    bracket = re.search(r"[A-Z][\w’'-]+\s*\($", before) and re.match(r"\)", after)
    return bool(bracket) and 10 <= value < _OLDEST  # noqa: PLR2004 - small sizes of English prose


def _is_thing(following: str) -> bool:
    """Whether what is "50-year-old" is no person: a building, a rock, a company."""
    match = re.match(r"[\s-]+((?:[a-z][\w-]*\s+){0,2}?[a-z][\w-]*)", following)
    if match is None:
        return False
    return any(word in _OLD_THINGS for word in match.group(1).lower().split())


_OLD_THINGS = lexicon(
    """building house church cathedral mosque temple tower bridge tunnel dam road railway ship vessel ferry boat
    aircraft plane jet car truck bus train fossil skull bone rock bedrock site city town village company firm
    business institution agreement law treaty conflict war feud dispute tradition practice record tree forest
    whisky wine factory plant mine reactor stadium school hospital prison hotel pub ceasefire truce ban rule
    system network technology software star galaxy planet mummy tomb manuscript painting statue monument
    castle palace fort ruins remains civil military"""
)


def is_old_person(words: Words, amount: Amount) -> bool:
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
    before = text[max(0, amount.start - 24) : amount.start].lower()
    if re.search(
        r"\b(?:girl|boy|man|woman|child|daughter|son|widow|lad|pensioner|grandmother|grandfather"
        r"|youth)s?\s+of\s+(?:about\s+|barely\s+)?$",
        before,
    ):
        return True
    if re.match(r"(?:older|younger)\s+than", amount.modifier):
        return True
    if not re.search(r"\b(?:is|was|be|now|just|only|turns|turned|i'm|i’m|'s|’s)\s+$", before) or not re.match(
        r"\s*(?:,|\.|;|and\b|years?\s+old|$|but\b|when\b)", text[amount.stop :]
    ):
        return False
    verb = words.head[i] if words.tag[words.head[i]].startswith("VB") else i - 1
    for k in range(words.size):
        if words.head[k] == verb and words.dep[k] == "nsubj":
            return words.low[k] in ("he", "she", "i", "who") or words.doc[k].ent_type_ == "PERSON"
    return False


def is_name(words: Words, amount: Amount, *, title_case: bool) -> bool:  # noqa: C901, PLR0911 - a list of cases
    """Whether a number belongs to a name or a code: "Boeing 737", "Room 7", "Article 5", "3-point range"."""
    text = words.text
    if amount.words and not amount.hyphen:
        i = words.at(amount.at)
        counted = words.get(i - 1) in _NAME_NOUNS and not amount.modifier and not amount.unit and amount.form == "count"
        return (
            counted
            and words.get(i - 2) != "the"
            and (
                words.after(amount.stop) >= words.size or words.tag[words.after(amount.stop)] not in ("NNS", "NN", "JJ")
            )
        )
    if amount.hyphen:
        first = amount.hyphen.split("-")[0]
        return first in _HYPHEN_TERMS
    if amount.unit or amount.form != "count" or amount.modifier:
        return False
    i = words.at(amount.at)
    before = words.get(i - 1)
    if not before or text[amount.at - 1 : amount.at] not in (" ", "\u00a0"):
        return False
    written = text[amount.at : amount.stop]
    if before in _NAME_NOUNS and words.word[i - 1][:1].isupper() and not title_case:
        return True
    if re.fullmatch(r"7[0-8]7", written) and text[amount.stop : amount.stop + 2].strip()[:1].isupper():
        return True
    if "," in written or not written.isdigit():
        return before in ("no.", "nos.") or (
            bool(re.fullmatch(r"\d+\.\d+", written)) and words.word[i - 1][:1].isupper() and before in _NAME_NOUNS
        )
    following = words.tag[words.after(amount.stop)] if words.after(amount.stop) < words.size else ""
    if before.rstrip(".") in _NAME_NOUNS:
        if before == "number" and words.get(i - 2) in ("the", "this", "that"):
            return False
        plural = following in ("NNS", "NNPS") or words.get(words.after(amount.stop)) in ("people", "more")
        return not plural
    if re.search(r"[a-z][A-Z]", words.word[i - 1]) and len(written) <= 2:  # noqa: PLR2004
        return True
    upper = words.word[i - 1][:1].isupper() and before not in _MID_NAME_OK and words.tag[i - 1] in ("NNP", "NNPS", "NN")
    if not upper or title_case or i < 2:  # noqa: PLR2004 - small sizes of English prose
        return upper and not title_case and following not in ("NNS", "NNPS", "JJ", "VBN", "NN") and len(written) < 4  # noqa: PLR2004
    return (
        following not in ("NNS", "NNPS")
        or words.dep[i] != "nummod"
        or (words.tag[i - 1] == "NNP" and words.head[i] == i - 1)
    )


def is_furniture(text: str, amount: Amount) -> bool:  # noqa: PLR0911 - a list of cases
    """Whether a number counts a list, is part of a telephone number or an address, or of an idiom."""
    if not amount.words and _ADDRESS.match(text, amount.at):
        return True
    if amount.unit == "%" and re.match(
        r"\s+confidence\b|\s+(?:CI|prediction interval)\b", text[amount.end : amount.end + 24]
    ):
        return True
    if re.match(r"0\d{2,4}(?:[\s-]\d{2,4}){1,3}", text[amount.at :]) or re.search(
        r"\b0\d{2,4}[\s-](?:\d{2,4}[\s-])?$", text[max(0, amount.at - 12) : amount.at]
    ):
        return True
    if not amount.unit and _DIALLED.search(text[max(0, amount.at - 8) : amount.stop + 9]):
        return True
    if not amount.unit and re.search(
        r"\b(?:per|for\s+every|in\s+every|out\s+of\s+every)\s+$", text[max(0, amount.start - 16) : amount.start]
    ):
        return True
    listed = _LIST_NUMBER.match(text)
    if listed and amount.stop <= listed.end() and not amount.unit:
        return True
    if not amount.words and (_is_address(text, amount) or _is_phone(text, amount)):
        return True
    start = max(0, amount.at - 12)
    return any(
        start + match.start() <= amount.at < start + match.end()
        for match in _IDIOM.finditer(text[start : amount.stop + 16])
    )


_WINDOW = 60


def _is_address(text: str, amount: Amount) -> bool:
    """Whether a number stands inside a web or mail address."""
    left = text[max(0, amount.at - _WINDOW) : amount.at].rsplit(maxsplit=1)
    right = text[amount.at : amount.stop + _WINDOW].split(maxsplit=1)
    before = left[-1] if left and not text[amount.at - 1 : amount.at].isspace() else ""
    return bool(_URL.search(before + right[0]))


def _is_phone(text: str, amount: Amount) -> bool:
    """Whether a number is a group of a telephone number."""
    if amount.unit or amount.joined:
        return False
    begin = max(0, amount.at - _WINDOW)
    for match in _PHONE.finditer(text[begin : amount.stop + _WINDOW]):
        spot = match.group()
        inside = begin + match.start() <= amount.at < begin + match.end()
        if (
            inside
            and spot.count(" ") + spot.count("-") >= 1
            and not re.search(r"\d, ?\d", spot)
            and re.search(r"[+(-]", spot)
        ):
            return True
    return False


def is_pointer(words: Words, amount: Amount, noun: int | None, lemma: str) -> bool:
    """Whether a number only points back: "the two leaders", "all three", "the nine were", "these four"."""
    if (
        amount.modifier
        or amount.unit
        or amount.form != "count"
        or not amount.words
        or (amount.low or 0) > 12  # noqa: PLR2004 - small sizes of English prose
        or amount.joined
    ):
        return False
    i = words.at(amount.at)
    before = words.get(i - 1)
    if before in ("these", "those", "both") or (
        before == "all" and (noun is None or (words.get(i + 1) != "of" and lemma in _POINTER_NOUNS))
    ):
        return True
    if before == "the" or (before in ("other", "first", "last", "same") and words.get(i - 2) == "the"):
        return (
            noun is None and words.get(i + 1) not in ("of", "who", "that", "dead", "killed", "injured", "missing")
        ) or (
            lemma in _POINTER_NOUNS
            and words.get(i - 2) != "of"
            and words.get(i + 2) not in ("who", "that", "killed", "arrested", "dead", "detained")
        )
    return before in ("his", "her", "their", "its", "our") and lemma in _POINTER_NOUNS


def is_source_count(words: Words, amount: Amount, noun: int | None, lemma: str) -> bool:
    """Whether a number counts those who speak: "two officials said", "three people familiar with the matter"."""
    if noun is None or lemma not in _SOURCE_NOUNS or (amount.low or 0) > 20 or amount.modifier or not amount.words:  # noqa: PLR2004
        return False
    after = words.text[words.end(noun) : words.end(noun) + 70].lower()
    if re.match(r"\W*(?:said|have been|were|was|had been|has been)\s+(?:killed|to have)", after):
        return False
    if _SAY.match(after):
        return not re.match(r"\W*(?:were|are|have|had|was|is|died|lost|in |on )", after)
    before = words.text[max(0, amount.start - 24) : amount.start].lower()
    return bool(re.search(r"\b(?:according to|citing|told by|quoting)\s+(?:the\s+)?$", before)) and lemma != "report"


def is_placing(text: str, amount: Amount) -> bool:
    """Whether a span of time only places something: "three days ago", "two years earlier"."""
    if amount.kind != "time":
        return False
    after = text[amount.tail : amount.tail + 16]
    if _AGO.match(after):
        if re.match(r"\s*(?:\w+\s+)?ago\b", after):
            return True
        return amount.unit not in ("second", "minute")
    before = text[max(0, amount.start - 60) : amount.start]
    if _PAST.search(before):
        return not re.search(r"\bfirst\s+$", before)
    return bool(
        re.search(r"\b(?:first|last|only|\w+est|most|worst|best)\b[^.;]*\bin\s+(?:the\s+)?$", before)
    ) and amount.unit in ("year", "decade", "century")


_NOT_AFTER_ONE = lexicon("of 's ’s , - can could might would should must that in by who")
_NOT_BEFORE_ONE = lexicon(
    "the this that another no any every each such which my your his her their good new first last next big only a an"
    " old other"
    " right wrong as from like - than"
)


def is_bare_one(words: Words, amount: Amount, *, beside: bool, noun: int | None) -> bool:
    """Whether "one" is a pronoun or an article and no count; `beside` tells of another figure in the sentence."""
    if (
        not amount.words
        or amount.low != 1
        or amount.high not in (1, None)
        or amount.unit
        or amount.joined
        or amount.form != "count"
    ):
        return False
    if words.text[amount.at : amount.stop].lower() != "one":
        return False
    if amount.modifier and amount.high is None:
        return False
    i = words.at(amount.at)
    before, after = words.get(i - 1), words.get(i + 1)
    if after in _NOT_AFTER_ONE or before in _NOT_BEFORE_ONE:
        return not (before in ("from", "only") and noun is not None and beside)
    if noun is not None:
        return (
            not beside
            or words.tag[noun] not in NOUNS
            or words.get(noun) in ("thing", "day", "time", "way", "point", "side", "case", "reason")
        )
    return not (
        beside and after in ("has", "was", "is", "died", "injured", "dead", "killed", "missing", "had", "wounded")
    )
