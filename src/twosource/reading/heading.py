"""In: a report's lines. Out: its headline, byline, agency credit and dateline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.reading.date_lines import is_date_line, stamps
from twosource.reading.house import is_house
from twosource.reading.lines import Line, stems
from twosource.reading.menus import is_menu, is_section
from twosource.reading.phrases import ALONE
from twosource.reading.plates import is_plate
from twosource.reading.pleas import ENOUGH, points
from twosource.reading.scraps import ANYWHERE, HEADING, LABELLED, OUTSIDE, PICTURE, PLACEHOLDER

_DEEP = 14
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?"
    r"|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DAY = (
    rf"(?:{_WEEKDAY},? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH})"
    rf"(?:,? (?:19|20)\d\d)?|{_WEEKDAY}"
)
_CAP = r"[A-ZÀ-ÖØ-Þ][\w.’'-]*"
_PLACE = rf"{_CAP}(?:[ /](?:{_CAP}|de|del|la|al|el|of|the|and|du|da|do|sur|am)){{0,4}}"
_NAME = r"[A-Z][\w.&’'-]*(?: (?:[A-Z&][\w.&’'-]*|of|the|de|and)){0,5}"
#: "CAIRO, Egypt, Nov 5 (Levant Press) - "; one of capitals, a day or an agency must be there, see `_dateline`.
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?P<more>(?:, (?!(?i:{_DAY})){_PLACE}){{0,2}})(?P<day>,? (?i:{_DAY}))?"
    rf"(?: ?\((?P<agency>{_NAME}(?:[/,] ?{_NAME})?)\))?"
    r"(?P<end>\s?[-–—]+\s|\s?:\s|\.\s)"
)
_AGENCY_ONLY = re.compile(rf"\((?P<agency>{_NAME})\)\s?[-–—:]+\s")
_BYLINE = re.compile(
    r"(?:by|words by|words:|text by|text:|story by|report by|reporting by|posted by|written by|author:|exclusive by"
    r"|analysis by"
    r"|opinion by|special to"
    r"|(?:\w+ )?(?:column|commentary|comment|essay|dispatch|letter|interview|review|despatch) by)\s+\S"
    r"|from (?:the )?(?:[\w.’'-]+ ){0,4}(?:agency|agencies|newswire|wire|news service|press)$"
    r"|from (?:our|the|a|staff)\b.{0,20}\b(?:correspondents?|reporters?|staff|desk"
    r"|writers?|agencies)\b"
)
_PERSON = re.compile(rf"{_CAP}(?: (?:{_CAP}|de|del|van|von|der|bin|al|el|ibn|da|dos|la|le|ten|ter)){{1,4}}")
_PEOPLE = re.compile(
    rf"{_PERSON.pattern}(?:(?:, | and | & ){_PERSON.pattern}){{0,4}}(?:(?:,| in|, in| \|| at)\s.{{2,60}})?"
)
_AGENCY = re.compile(
    r"\b(?:agency|agencies|agence|agencia|agenzia|agentur|newswires?|wires?|press|news service|wire service|news"
    r"|media|staff and agencies"
    r"|tass|reuters|bloomberg|xinhua|interfax|ansa|kyodo|yonhap|bernama|antara|anadolu)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{2,6}(?:/[A-Z]{2,6}){0,2}\Z")
_CREDIT_PLACE = re.compile(rf"(?P<name>{_NAME})(?:, | in | — | – | - )(?P<place>{_PLACE})\Z")
_CREDIT_LABEL = re.compile(
    r"(?:source|credit|agency|agencies|from|via|with|by|[-–—(\[©]+)\s*:?\s*(?:material from |reporting (?:by|from) "
    r"|agencies )?"
    rf"(?P<name>{_NAME}(?:(?:/| and |, ){_NAME})?)[)\].]*\Z",
    re.IGNORECASE,
)
_STAMP = re.compile(
    rf"(?:(?:first |last )?(?:published|updated|posted|modified|created)\b.*|.*\b(?i:{_DAY})\b.*"
    rf"|.*\b{_MONTH},? (?:19|20)\d\d\b.*|.*\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}.*"
    r"|.*\b\d{1,2}:\d\d\b.*|.*\bedition\b.*)",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"{_MONTH} \d|\d(?:st|nd|rd|th)?(?: of)? {_MONTH}|\d[./]\d{{1,2}}[./]\d|\b(?:published|updated|posted"
    rf"|modified|edition)\b"
)
#: What a site says of itself above its headlines: mottoes, weather, breaking news.
_MOTTO = re.compile(
    r".*\bsince (?:1[6-9]|20)\d\d.*|.*\b(?:your|our) (?:\w+ )?(?:town|news|city|voice|paper|source|region|community"
    r"|home|daily|window).*"
    r"|.*\bnews\b.{0,20}\b(?:you|noise|matters?|everywhere|first|now|daily|source|views?|from)\b.*"
    r"|(?:no\. ?)?1 (?:for|in|source|site)\b.*|.*\d ?°.*"
    r"|.*\bweather\b.{0,40}|the voice of .*|.*\bnews every .*|\S+\.[a-z]{2,7} [–—|-] .*|breaking\b.*"
    r"|live\b.{0,8}:.*|must[- ]\w+:.*|watch\b.*"
    r"|(?:\w+[.!] ){1,3}\w+[.!]"
)
#: Kickers, which belong to the article.
_KICKER = re.compile(
    r"(?:news )?(?:analysis|opinion|exclusive|editorial|comment|commentary|interview|feature|explainer|explained"
    r"|letter|obituary|profile"
    r"|report|special report|investigation|dispatch|essay|review|reportage|column|fact[- ]check|q ?& ?a"
    r"|first person|long read)s?"
)
#: What may follow a site's name in a line of its own: a mark and a motto, the end of an address, "Online".
_PLATE_END = re.compile(
    r"(?:\.?(?i:com|net|org|info|news|co\.\w\w|tv|io|\w\w)\b)?\s*(?:(?i:online|digital|news|live|today|media"
    r"|website|app|tv)\s*)?"
    r"(?:[|¦·•–—:/,»›~*\u2300-\u2bff\U0001f000-\U0001faff-].*)?",
    re.DOTALL,
)
#: A headline of a running report.
_LIVE = re.compile(r"(?:live(?: (?:updates?|blog|ticker|report))?|as it happened)\s?(?:[:|]|[–—-]\s)\s?(?:\S+\s+){3}\S")
_DOMAIN = re.compile(r"\.(?:com|net|org|info|news|co\.\w\w|tv|io)\b")
_TITLE_LEAST = 2
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?")
_TEXT = 6
_NAMEPLATE = 4


@dataclass(frozen=True)
class Heading:
    """What stands at the top of a report; each part by its offsets, `title` also by the number of its line.

    `cut` says that the article was told apart from its page before: what stands below its text is rarely the site's.
    """

    title: tuple[int, int] | None = None
    title_line: int | None = None
    byline: tuple[int, int] | None = None
    credit: str | None = None
    credit_span: tuple[int, int] | None = None
    dateline: tuple[int, int] | None = None
    body: int = 0
    cut: bool = False


def find_heading(lines: Sequence[Line], outlet: str | None, outlets: frozenset[str]) -> Heading:
    """The heading of a report. `outlet` is its own, `outlets` are those of all reports read, in lower case.

    `body` is the number of the first line of running text, or the number of lines where there is none.
    """
    body = next(
        (number for number, line in enumerate(lines) if line.prose and not _is_own_talk(line, outlet)), len(lines)
    )
    title = _title(lines[: min(body, _DEEP)], outlet, stems(lines[body : body + _TEXT]))
    date = _first_dateline(lines, body)
    byline = credit = None
    for line in lines[: min(body + 1, _DEEP)] if title is None else lines[title + 1 : min(body + 1, title + _DEEP)]:
        if line.prose or _is_scrap(line) or is_nameplate(line, outlet):
            continue
        name = agency_of(line, outlets, outlet)
        if name and credit is None:
            credit = (name, line.start, line.end)
        elif byline is None and _is_byline(line, outlets):
            byline = (line.start, line.end)
    named = credit or (date and date[1]) or _closing_credit(lines, outlets)
    return Heading(
        title=(lines[title].start, lines[title].end) if title is not None else None,
        title_line=title,
        byline=byline,
        credit=named[0] if named else None,
        credit_span=named[1:] if named else None,
        dateline=date[0] if date else None,
        body=body,
    )


def is_stamp(line: Line) -> bool:
    """Whether a short line is a date, an edition or an "Updated …" note."""
    return bool(_STAMP.fullmatch(line.words)) and not line.prose


def is_dated(line: Line) -> bool:
    """Whether a short line really names a day, an edition or when it was updated, and not only an hour or a weekday."""
    return is_stamp(line) and bool(is_date_line(line.words) or stamps(line.words) or _DATED.search(line.plain))


def is_kicker(line: Line) -> bool:
    """Whether a line is a word such as "Analysis", which belongs to the headline below it."""
    return bool(_KICKER.fullmatch(line.plain.strip(" :|")))


def is_nameplate(line: Line, outlet: str | None) -> bool:
    """Whether a line is the outlet's name, alone or with a motto, an edition or a section behind it."""
    if not outlet or not line.plain:
        return False
    name = _squashed(outlet)
    if not name:
        return False
    rest = _after_name(line.words, name)
    if rest is None:
        return False
    return not rest or bool(_PLATE_END.fullmatch(rest)) or (is_stamp(line) and not rest[0].isalnum())


def _is_named(line: Line, outlet: str | None) -> bool:
    """Whether a line begins with the outlet's name."""
    name = _squashed(outlet or "")
    return bool(name) and _after_name(line.words, name) is not None


def has_motto(line: Line) -> bool:
    """Whether a row has a motto among its parts: "VOLNA POST * 4 May 2025 * The voice of the river"."""
    parts = [part for part in re.split(r"\s[|¦·•*~+/–—-]+\s", line.plain) if part.strip()]
    return len(parts) > 2 and any(_MOTTO.fullmatch(part) for part in parts)  # noqa: PLR2004 - a name, a day and it


def _after_name(words: str, name: str) -> str | None:
    """What follows a site's name at the head of a line, however the name is spaced and written; None without it."""
    signs = [(place, sign) for place, char in enumerate(words) for sign in char.casefold() if sign.isalnum()]
    plain = "".join(sign for _, sign in signs)
    skip = 3 if plain.startswith("the") and not plain.startswith(name) else 0
    if not plain.startswith(name, skip):
        return None
    end = signs[skip + len(name) - 1][0] + 1
    if end < len(words) and words[end].isalnum():
        return None
    return words[end:].strip(" ®™.'’")


def _squashed(name: str) -> str:
    plain = "".join(char for char in name.casefold().removeprefix("the ") if char.isalnum())
    found = _DOMAIN.search(name.casefold())
    return "".join(char for char in name[: found.start()].casefold() if char.isalnum()) if found else plain


def _bare(name: str) -> str:
    plain = " ".join(re.findall(r"[^\W_]+", name.casefold()))
    return plain.removeprefix("the ")


def _is_own_talk(line: Line, outlet: str | None) -> bool:
    """Whether running text is what a site says of itself, or asks of its readers, above its article."""
    return _is_scrap(line) or is_house(line, outlet) or points(line) >= ENOUGH


def _is_scrap(line: Line) -> bool:
    return bool(
        PLACEHOLDER.fullmatch(line.plain)
        or ALONE.fullmatch(line.plain)
        or LABELLED.fullmatch(line.plain)
        or HEADING.fullmatch(line.plain)
    )


def _title(head: Sequence[Line], outlet: str | None, body: frozenset[str]) -> int | None:
    """The headline's line: the first above the running text that is none of the other things that stand there."""
    options: list[int] = []
    seconds: list[int] = []  # what sounds like a link or a plea is the headline where nothing else is
    for number, line in enumerate(head):
        if (
            line.count < _TITLE_LEAST
            or line.prose
            or is_date_line(line.words)
            or is_section(line.plain)
            or is_nameplate(line, outlet)
            or _CLOCK.fullmatch(line.plain)
        ):
            continue
        if _BYLINE.match(line.plain) or is_menu(line, head=True) or _is_never_title(line):
            continue
        (options if _LIVE.match(line.plain) or not _is_second(line) else seconds).append(number)
    if not options:
        return seconds[0] if seconds else None
    while (
        len(options) > 1
        and not _LIVE.match(head[options[0]].plain)
        and (
            is_plate(head[options[0]], body, outlet, head[options[1]])
            or _is_below_row(head, options[0], options[-1], outlet)
            or _is_under_name(head, options[0], options[1], outlet, body)
        )
    ):
        options.pop(0)
    first = options[0]
    shared = [len(stems([head[option]]) & body) for option in options[:2]]
    if len(shared) > 1 and (not shared[0] or shared[0] < shared[1]) and _MOTTO.fullmatch(head[first].plain):
        return options[1]
    if head[first].count <= _NAMEPLATE and len(options) > 1 and _looks_like_plate(head, first, options[1], outlet):
        return options[1]
    return first


def _is_second(line: Line) -> bool:
    """Whether a line sounds like a link or a plea, or is stamped with a day."""
    labelled = LABELLED.fullmatch(line.plain) and not _MOTTO.fullmatch(line.plain)
    stamped = any(stamp.sort != "loose" for stamp in stamps(line.words))
    return bool(labelled) or points(line) >= ENOUGH or stamped


def _is_under_name(head: Sequence[Line], option: int, other: int, outlet: str | None, body: frozenset[str]) -> bool:
    """Whether a line right under the site's name names nobody and shares hardly a word with the text: a motto.

    The line apart below it, which is then the headline, shares more.
    """
    above, line, rival = head[option - 1] if option else None, head[option], head[other]
    if above is None or above.block != line.block or rival.block == line.block or not is_nameplate(above, outlet):
        return False
    shared = len(stems([line]) & body)
    named = any(not char.islower() for char in re.findall(r"(?<=\s)[\w$€£]", line.words)) and not line.words.istitle()
    return not named and shared <= 1 and shared < len(stems([rival]) & body)


def _is_below_row(head: Sequence[Line], option: int, other: int, outlet: str | None) -> bool:
    """Whether a line stands in one block below the site's rows, or between its name and one; the other option apart."""
    if head[option].block == head[other].block:
        return False
    above = [line for line in head[:option] if line.block == head[option].block]
    below = [line for line in head[option + 1 :] if line.block == head[option].block]
    if any(is_menu(line, head=True) or is_section(line.plain) or "‹" in line.words for line in above):
        return True
    named = any(is_nameplate(line, outlet) for line in above) or _is_named(head[option], outlet)
    return named and any(is_menu(line, head=True) for line in below)


def _is_never_title(line: Line) -> bool:
    return bool(
        PLACEHOLDER.fullmatch(line.plain)
        or ALONE.fullmatch(line.plain)
        or HEADING.fullmatch(line.plain)
        or OUTSIDE.fullmatch(line.plain)
        or PICTURE.fullmatch(line.plain)
        or ANYWHERE.search(line.plain)
    )


def _looks_like_plate(head: Sequence[Line], first: int, second: int, outlet: str | None) -> bool:
    """Whether a short first line is rather the site's name: the outlet is unknown, and a longer line stands below."""
    line, below = head[first], head[second]
    if outlet or _PEOPLE.fullmatch(below.words) or is_stamp(below):
        return False
    return line.words.isupper() and not below.words.isupper() and below.count > line.count and below.lead is False


def _is_byline(line: Line, outlets: frozenset[str]) -> bool:
    if line.count > _DEEP + 6 or (line.closed and line.count > _NAMEPLATE + 2):
        return False
    if _BYLINE.match(line.plain):
        return True
    return bool(_PEOPLE.fullmatch(line.words)) and _bare(line.words) not in outlets and line.count <= _DEEP


def agency_of(line: Line, outlets: frozenset[str], outlet: str | None) -> str | None:
    """The agency that a line of its own credits ("Union Wire, Praia", "LPA"), or None."""
    if line.count > 8 or is_nameplate(line, outlet):  # noqa: PLR2004 - more words are no credit
        return None
    words = line.words.strip("()[]–—- ")
    place = _CREDIT_PLACE.match(words)
    name = place.group("name") if place else words
    labelled = _CREDIT_LABEL.match(words)
    if _is_agency(name, outlets):
        return name
    if labelled and _is_agency(labelled.group("name"), outlets):
        return labelled.group("name")
    return None


def _is_agency(name: str, outlets: frozenset[str]) -> bool:
    if not re.fullmatch(rf"{_NAME}(?:/{_NAME})?", name):
        return False
    plain = _bare(name)
    if plain in outlets or any(other.startswith(plain + " ") and _AGENCY.search(other) for other in outlets):
        return True
    if _INITIALS.match(name):
        return any(_initials(other) == plain for other in outlets) or not is_section(plain)
    return bool(_AGENCY.search(name)) and not is_section(plain)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _first_dateline(lines: Sequence[Line], body: int) -> tuple[tuple[int, int], tuple[str, int, int] | None] | None:
    """The dateline at the start of running text, and the agency in its brackets."""
    for line in lines[body : body + 2]:
        found = _DATELINE.match(line.words[:200]) or _AGENCY_ONLY.match(line.words[:80])
        if found is None:
            continue
        groups = found.groupdict()
        place = groups.get("place")
        if place is not None and not _is_dateline(groups):
            continue
        agency = groups.get("agency")
        start = line.start
        named = (agency, start + found.start("agency"), start + found.end("agency")) if agency else None
        return (start, start + len(found.group().rstrip())), named
    return None


def _is_dateline(groups: dict[str, str | None]) -> bool:
    place, end = groups["place"] or "", (groups["end"] or "").strip()
    capitals = place.isupper() and len(place) > 2  # noqa: PLR2004
    if end == ".":
        return bool(groups["day"]) or bool(groups["agency"])
    if end == ":":
        return bool(groups["day"]) or (capitals and bool(groups["more"]))
    return capitals or bool(groups["day"]) or bool(groups["agency"]) or bool(groups["more"])


def _closing_credit(lines: Sequence[Line], outlets: frozenset[str]) -> tuple[str, int, int] | None:
    """An agency that one of the last lines names as the source: "Source: AFP", "— AFP", "(AFP)"."""
    for line in reversed(lines[-6:]):
        labelled = None if line.prose else _CREDIT_LABEL.match(line.words)
        if labelled and line.count <= 6 and _is_agency(labelled.group("name"), outlets):  # noqa: PLR2004
            return labelled.group("name"), line.start + labelled.start("name"), line.start + labelled.end("name")
    return None
