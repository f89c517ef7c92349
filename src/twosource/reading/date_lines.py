"""In: a line at the head or foot of a page. Out: the day it is stamped with, and what kind of stamp that is."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from twosource.reading.date_tongues import (
    DAY_ABROAD,
    DAY_EAST,
    MONTHS_ABROAD,
    PUBLISHED_ABROAD,
    UPDATED_ABROAD,
    WEEKDAY_ABROAD,
)
from twosource.text.date_words import MONTHS, WEEKDAYS

Sort = Literal["published", "byline", "updated", "plain", "loose"]

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d|['’]\d\d)"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
#: The second day of a weekend edition ("17/18 January"), or of a longer stretch, which is no stamp.
_NEXT = r"(?:\s?[-–/&]\s?(?P<next>[12]?\d|3[01])(?![\d:/.]))?"
_ALONE = r"(?<![\w/.–-])"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        (
            rf"(?<![\w/.-])(?P<year>(?:19|20)\d\d)(?P<sign>[-/.])\s?(?P<number>0?[1-9]|1[0-2])(?P=sign)\s?{_DAY}(?!\d)"
            r"\.?(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
        ),
        (
            rf"{_ALONE}{_MONTH}[ .-]{{0,2}}{_DAY}(?:st|nd|rd|th)?{_NEXT}\b(?![:/]\d)(?:(?:\s?,\s?|\s|-){_YEAR})?"
            r"(?![\w:])"
        ),
        (
            rf"{_ALONE}{_DAY}(?:st|nd|rd|th)?{_NEXT}(?:\s(?:of\s)?|[-.]\s?)?{_MONTH}(?:(?:\s?,\s?|\s|-){_YEAR})?"
            r"(?!\w)"
        ),
        (
            rf"(?<![\w/.:-]){_DAY}(?P<sign>[/.-])(?P<number>0?[1-9]|1[0-2])(?P=sign)(?P<year>(?:19|20)\d\d|\d\d)"
            r"(?![\w/-])"
        ),
        (
            r"(?<![\w/.:-])(?P<number>0?[1-9]|1[0-2])(?P<sign>[/-])(?P<day>1[3-9]|2\d|3[01])(?P=sign)"
            r"(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-])"
        ),
        DAY_ABROAD,
        DAY_EAST,
    )
)
_FULL_WEEKDAY = re.compile(rf"(?<!\w){_WEEKDAY}", re.IGNORECASE)
#: What may stand beside a day without making the line anything but a stamp.
_IDLE = re.compile(
    rf"(?<!\w)(?:{_WEEKDAY}|(?:{WEEKDAY_ABROAD})\b)(?:['’]s)?"
    r"|@?\s?\b\d{1,2}(?::\s?|[.h])\d\d(?:[:.]\s?\d\d)?(?:\s?[ap]\.?\s?m\b\.?)?|\b\d{1,2}\s?[ap]\.?\s?m\b\.?"
    r"|\b\d{4}\s?(?:hrs|hours)?\s?(?=gmt|utc|hrs|hours)"
    r"|\b(?:gmt|utc|uk|bst|cet|cest|eet|eest|msk|wat|cat|eat|sast|ist|pkt|wib|sgt|hkt|jst|kst|aest|aedt|nzst|nzdt"
    r"|(?:[ecmp]|ak|h|a|n)[sd]?t|z)\b(?:\s?[+-]\d{1,2}(?::?\s?\d\d)?)?"
    r"|\b(?:morning|afternoon|evening|night|noon|midday|midnight)\b"
    r"|(?<!\w)(?:à|às|a las|um|om|kl|alle|klo|rédaction|redacción|redação|redaktion|redazione)\b\.?"
    r"|(?<=\s)[+-]\d\d:?\d\d\b|\ball times(?: are| in)?(?: local)?\b"
    r"|\b(?:latest|newest|oldest|earliest|most recent)(?: \w+)?(?: (?:first|(?:on|at)(?: the)? (?:top|bottom)))\b"
    r"|\b(?:est(?:imated|\.)? )?(?:reading time|time to read)\b:?|\b\d{1,2} minutes\b"
    r"|\(?\btranslated (?:from|by)\b[^)\n]{0,40}\)?"
    r"|\b(?:hrs|hours|uhr|local time|time|at|on|the|from|for|of|est\. read)\b"
    r"|\b(?:morning|evening|afternoon|night|late|early|first|second|third|final|weekend|print|online|digital|city"
    r"|national|international|special|daily|weekly|monthly|\w+day)?\s?(?:edition|issue|sheet)\b"
    r"|\b(?:vol(?:ume)?|no|nr|issue|number|page|p)\b\.?\s?[\dA-Z]{1,6}\b|[$€£¥₹]\s?\d[\d.,]*|\b\d{1,3}p\b"
    r"|\b\d{1,2}[- ]?min(?:ute)?s?(?: read)?\b|\b\d[\d.,]*k?\s(?:views|reads|comments?|shares)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:(?:first |originally |web |was |article )?(?:published|posted|publication date|publish date)(?: online)?"
    r"|date (?:published|posted|of publication)|pub(?:lication)?\.? date|issued|issue date|filed|uploaded|released"
    r"|release(?: date)?|for immediate release|press release|news release|embargoed (?:until|to|till)|date|dated"
    r"|created|added|submitted|online(?: since| from)?"
    r"|broadcast|aired|written|run off|typed|put up|pinned up|handed out|read out|duplicated"
    rf"|recorded|checked|circulated|sitting of|notice of|{PUBLISHED_ABROAD})\b(?!\w)",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:(?:last |latest |lastly )?(?:updated?|modified|edited|revised|amended|reviewed|refreshed|changed)"
    rf"|(?:data |situation |status |correct |figures )?as (?:of|at)|{UPDATED_ABROAD}"
    r"|(?:in|appeared in)(?: the)? print|appears? (?:on|in)\b.{0,40}|appeared (?:on|in)\b.{0,40})\b",
    re.IGNORECASE,
)
#: Days that say nothing of publication, and people other than the one who writes.
_OTHER = re.compile(
    r"\b(?:born|died|death|killed|when|where|deadline|expir\w+|starts?|ends?|event|opens?|opening|closes?|due|until"
    r"|since|valid|effective|retrieved|accessed|archived|captured|crawled|printed|joined|member|last seen|copyright"
    r"|next|upcoming|tickets?|appointment|meeting|hearing|kick-?off|tip-?off|vs?|rsvp|save the date|timeline|after"
    r"|before|anniversary|concerts?|vigils?|festival|parade|funeral|exhibition|match|conference|fair)\b"
    r"|[@©?!\"“”]|\b\d[ap]?m?\s?[–-]\s?\d",
    re.IGNORECASE,
)
#: Words of sentences, which a byline or a place before a day has not.
_SMALL = re.compile(r"\b(?:between|through|to|anti|a|an|as|in|was|were|is|are|has|had)\b", re.IGNORECASE)
#: What an outlet or an office sends out under a day: "A letter to members, 9 November", "Evening bulletin: 4 May 2025".
_ISSUED = re.compile(
    r"\b(?:message|letter|statement|note|notice|circular|bulletin|newsletter|briefing|digest|update|report|dispatch"
    r"|press|communiqu[ée]|transcript|minutes|memo|release|broadcast|programme|news|live|blog|diary|log|journal|column"
    r"|gazette|magazine|weekly|daily|issue|edition|sermon|speech|remarks|leaflet|flyer|poster|thread|radio|online"
    r"|status)\b",
    re.IGNORECASE,
)
#: Verbs that make a sentence of a line.
_FINITE = re.compile(r"\b(?:was|were|is|are|has|had|have|will|would|did|does|says?|said|weeks?)\b", re.IGNORECASE)
_LOOSE = 9
_IN_PLACE = re.compile(r"\bin(?= [A-Z])")
_IN_BRACKETS = re.compile(r"\s*\([A-Z][^()]{1,40}\)\s*")
_OPENS = re.compile(
    r"(?:an? (?:earlier |longer )?version of )?(?:this|the) (?:article|story|post|report|piece|column|page|item|release"
    r"|interview|text)\b",
    re.IGNORECASE,
)
_LABEL_WORDS = 2
_BY = re.compile(
    r"(?:by|from|words(?: by|:)|text(?: by|:)|story by|report by|reporting by|posted by|written by|author:"
    r"|(?P<piece>(?:an?|the|our) (?:\w+ )?(?:essay|column|commentary|comment|opinion|report|reportage|letter|interview"
    r"|feature|analysis|dispatch|review|diary) by))\s",
    re.IGNORECASE,
)
_NAMES = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|de|del|van|von|der|bin|al|el|ibn|da|dos|la|le|of|and|the|&)(?:\s|,|$)")
_PARTS = re.compile(
    r"\s*(?:[|¦·•∙⋅●▪►▸▶»›→~]|//|::|(?<=\s)[*+^=]+(?=\s)|[\u2190-\u2bff\U0001f000-\U0001faff])+\s*|\s[/–—-]{1,2}\s|\s{2,}|\t"
    r"|(?<=\.)\s(?=(?:Run off|Typed|Printed|Put up|Pinned up|Posted|Published|Updated|Issued|Filed|Written|Recorded)\b)"
)
_HOURS = re.compile(r"\d\s?(?:[ap]\.?m\.?)?\s?(?:[–—-]|to)\s?\d{1,2}(?::\d\d)?\s?[ap]\.?m\b", re.IGNORECASE)
_STAFF = re.compile(
    r"\b(?:staff|reporters?|correspondents?|desk|bureau|editors?|writers?|agenc(?:y|ies)|news|press|admin|share|world"
    r"|team)\b",
    re.IGNORECASE,
)
_EDGE = " \t,.;:()[]|·•–—-/*_#>"
_LONGEST, _MOST_WORDS, _MOST_NAMES = 200, 24, 7
_OLDEST, _PIVOT, _CENTURY = 1990, 60, 100


class Stamp(msgspec.Struct, frozen=True, kw_only=True):
    """A day in a line, at `start:end` of it; `either` where month and day of a numeric date may be the other way."""

    start: int
    end: int
    sort: Sort
    month: int | None = None
    day: int | None = None
    year: int | None = None
    weekday: int | None = None
    either: bool = False


def is_date_line(line: str) -> bool:
    """Whether a line is a day and nothing but what goes with it: a weekday, an hour, an edition, "Published"."""
    if len(line) > _LONGEST:
        return False
    found = [one for part, _ in _parts(line) for one in _days(part)]
    parts = [part for part, _ in _parts(line)]
    return bool(found) and all(not _rest(_without(part, _days(part))) for part in parts)


def stamps(line: str) -> list[Stamp]:
    """The days a line is stamped with, the likeliest to be that of publication first.

    A day counts where its part of the line (between bars, bullets or dashes) is a stamp alone, has "published",
    "updated" or a byline before it, or a place's or person's name. Sentences, events and ranges of days have none.
    """
    if len(line) > _LONGEST or len(line.split()) > _MOST_WORDS or _HOURS.search(line):
        return []
    found = []
    label: Sort | None = None
    for part, place in _parts(line):
        days = _days(part)
        for number, match in enumerate(days):
            begin = days[number - 1].end() if number else 0
            sort = _sort(part, begin, match, days) or label
            if sort is not None and (one := _stamp(match, place, part, sort)) is not None:
                found.append(one)
        rest = _without(part, days)
        label = None if days else _label_alone(rest)
    order = ("published", "byline", "plain", "updated", "loose")
    return sorted(found, key=lambda one: (order.index(one.sort), one.start))


def lone_weekday(line: str) -> tuple[int, int, int] | None:
    """The weekday (Monday is 0) a line without a date is stamped with, and where: "Tuesday, 14:05 GMT"."""
    if len(line) > _LONGEST or any(_days(part) for part, _ in _parts(line)):
        return None
    for part, place in _parts(line):
        match = _FULL_WEEKDAY.search(part)
        if match and not _rest(part) and len(match[0].strip(".")) > 3 and match[0].lower().endswith("day"):  # noqa: PLR2004
            return _weekday(match[0]), place + match.start(), place + match.end()
    return None


def _parts(line: str) -> Iterator[tuple[str, int]]:
    place = 0
    for match in _PARTS.finditer(line):
        if line[place : match.start()].strip():
            yield line[place : match.start()], place
        place = match.end()
    if line[place:].strip():
        yield line[place:], place


def _days(part: str) -> list[re.Match[str]]:
    """The dates in a part of a line, in order, without those of a range of days."""
    found: list[re.Match[str]] = []
    for form in _FORMS:
        for match in form.finditer(part):
            if not any(match.start() < other.end() and other.start() < match.end() for other in found):
                found.append(match)
    return sorted(found, key=lambda match: match.start())


def _without(part: str, days: list[re.Match[str]]) -> str:
    for match in reversed(days):
        part = part[: match.start()] + " , " + part[match.end() :]
    return part


def _rest(part: str) -> str:
    """What a part says beside weekdays, hours, editions and "published"."""
    for pattern in (_PUBLISHED, _UPDATED, _IDLE):
        part = pattern.sub(" ", part)
    return part.strip(_EDGE + "'’")


def _label_alone(rest: str) -> Sort | None:
    if _rest(rest):
        return None
    if _PUBLISHED.search(rest):
        return "published"
    return "updated" if _UPDATED.search(rest) else None


def _is_labelled(part: str) -> bool:
    """Whether one of the first words of a part is its label, as in "Posted by", "Web posted on"."""
    found = _PUBLISHED.search(part) or _UPDATED.search(part)
    if found is None or (part.rstrip().endswith(".") and len(part.split()) > _MOST_WORDS // 2):
        return False
    return len(part[: found.start()].split()) <= _LABEL_WORDS


def _sort(part: str, begin: int, match: re.Match[str], days: list[re.Match[str]]) -> Sort | None:  # noqa: PLR0911
    before, after = part[begin : match.start()], part[match.end() :]
    following = match.groupdict().get("next")
    if following and int(following) != int(match["day"]) + 1:
        return None
    if re.match(r"\s?[-–—/]\s?\d{1,2}\b(?![:.]\d\d)|\s(?:to|until|through)\s", after) or re.search(
        r"\d\s?[-–—/]\s?$", before
    ):
        return None
    published = [hit.end() for hit in _PUBLISHED.finditer(before)]
    updated = [hit.end() for hit in _UPDATED.finditer(before)]
    labelled: Sort | None = None
    if published or updated:
        labelled = "published" if max(published, default=-1) > max(updated, default=-1) else "updated"
    rest = _rest(_without(part, days))
    if not rest:
        return labelled or "plain"
    if labelled and (_OPENS.match(part.lstrip(_EDGE)) or _is_labelled(part)):
        short = len(part.split()) <= _MOST_WORDS and not _OTHER.search(_rest(before).rstrip(" @"))
        return labelled if short and not part.rstrip().endswith((".”", "?", "!")) else None
    by = _BY.match(part.lstrip())
    whole = by is None or by["piece"] is None or not (_rest(after) or part.rstrip().endswith("."))
    if (by and whole) or _BY.match(after.lstrip(_EDGE)):
        rest = _BY.sub("", rest, count=1)
        plain = not _OTHER.search(rest.rstrip(" @")) and not _SMALL.search(_IN_PLACE.sub(" ", rest))
        return "byline" if plain and len(rest.split()) <= 2 * _MOST_NAMES else None
    dated = match.groupdict().get("year")
    if dated and not _rest(before) and _IN_BRACKETS.fullmatch(after):
        return "byline"
    if dated and not _rest(after) and _IN_BRACKETS.fullmatch(before):
        return "byline"
    ends = not _rest(after) or not _rest(before)
    comma = not _rest(after) and bool(re.search(rf",\s*(?:(?:{_WEEKDAY}),?\s*)?(?:the\s*)?\(?$", before, re.IGNORECASE))
    names = bool(rest) and _NAMES.sub("", rest + " ").strip(_EDGE) == ""
    comma = comma or bool(match.groupdict().get("year") and _STAFF.search(rest))
    if ends and comma and names and len(rest.split()) <= _MOST_NAMES and not part.rstrip().endswith("."):
        return "byline" if not _OTHER.search(rest) and not _SMALL.search(rest) else None
    return "loose" if _is_loose(before, after, match) else None


def _is_loose(before: str, after: str, match: re.Match[str]) -> bool:
    """Whether a full day stands at one end of a line of a few words that are no sentence: "Strike day, Mon 4 May 2025".

    At the end it stands apart by a sign, and has a weekday or what is sent out under it; in front it has both a weekday
    and a year.
    """
    rest = f"{_rest(before)} {_rest(after)}".strip()
    year = bool(match.groupdict().get("year"))
    weekday = bool(_FULL_WEEKDAY.search(before[-14:]) or _FULL_WEEKDAY.match(after.lstrip(" ,(")))
    if len(rest.split()) > _LOOSE or _OTHER.search(rest) or _FINITE.search(rest) or after.rstrip().endswith((".", "?")):
        return False
    if not _rest(before):
        return weekday and year
    apart = re.search(rf"(?:[,.:;()–—-]|\b(?:of|at))\s*(?:(?:{_WEEKDAY}),?\s*)?(?:the\s*)?\(?$", before, re.IGNORECASE)
    alone = apart is not None or (before.isupper() and match[0].isupper())
    return not _rest(after) and alone and (weekday or (year and _ISSUED.search(before) is not None))


def _stamp(match: re.Match[str], place: int, part: str, sort: Sort) -> Stamp | None:
    groups = match.groupdict()
    day = int(groups["day"])
    name = groups.get("month")
    abroad = groups.get("abroad")
    month = MONTHS_ABROAD[abroad.lower()] if abroad else _month(name) if name else int(groups["number"])
    year = _year(groups.get("year"))
    if year is not None and not _OLDEST <= year <= _OLDEST + _CENTURY:
        return None
    before = _FULL_WEEKDAY.findall(part[max(0, match.start() - 14) : match.start()])
    after = _FULL_WEEKDAY.match(part[match.end() :].lstrip(" ,("))
    weekday = _weekday(before[-1]) if before else _weekday(after[0]) if after else None
    either = (
        name is None
        and abroad is None
        and groups.get("sign") != "."
        and day <= len(MONTHS)
        and day != month
        and _last(groups, match)
    )
    return Stamp(
        start=place + match.start(),
        end=place + match.end(),
        sort=sort,
        month=month,
        day=day,
        year=year,
        weekday=weekday,
        either=either,
    )


def _last(groups: dict[str, str], match: re.Match[str]) -> bool:
    """Whether the year comes last, as in "12/03/2025"."""
    return match.end() == match.start() + match[0].rfind(groups["year"]) + len(groups["year"])


def _month(name: str) -> int:
    return next(number + 1 for number, full in enumerate(MONTHS) if full.startswith(name.lower()[:3]))


def _weekday(name: str) -> int:
    return next(number for number, full in enumerate(WEEKDAYS) if full.startswith(name.lower().strip(".")[:3]))


def _year(said: str | None) -> int | None:
    if said is None:
        return None
    number = int(said.strip("'’"))
    return number if number >= _CENTURY else number + (2000 if number < _PIVOT else 1900)
