"""In: a report's lines and heading. Out: the stretches that are page furniture, no part of the article."""

import re
from collections.abc import Mapping, Sequence

from twosource.reading.date_lines import is_date_line
from twosource.reading.edges import is_of_outlet, mark_foot, tells
from twosource.reading.heading import Heading, has_motto, is_dated, is_kicker, is_nameplate, is_stamp
from twosource.reading.house import is_house
from twosource.reading.lines import Line
from twosource.reading.menus import is_menu, is_section
from twosource.reading.phrases import ALONE
from twosource.reading.pleas import ENOUGH, LIST_SIGNS, calls, points
from twosource.reading.scraps import ANYWHERE, HEADING, LABELLED, OUTSIDE, PICTURE, PLACEHOLDER, WEAK

Stretch = tuple[int, int]

#: Notes and credits that belong to the article though they stand apart from its text.
_OWN = re.compile(
    r"(?!.{0,40}\bpolic(?:y|ies)\b)[(\[*—–\s]*(?:correct(?:ion|s|ed)|clarification|editor'?s'? note"
    r"|note to (?:readers|editors)|update[ds]?\b"
    r"|this (?:version|story|article"
    r"|report|post|piece) (?:corrects|updates|was|has been|is (?:updated|part|based)|originally|first)"
    r"|an earlier version|an? (?:previous|earlier)"
    r"|(?:additional |with )?(?:reporting"
    r"|assistance|writing|editing|compiled|translated|contribut\w+|research|edited|written"
    r"|interview|graphics?) by"
    r"|(?:additional|further) (?:reporting|research)|disclosure|the (?:author|writer)|\w+ \w+ (?:is|was) (?:a|the"
    r"|an)\b|[\w .,]{4,60} contributed"
    r"|[^.!?]{2,40}; (?:additional |further )?(?:reporting|research|editing|writing) by"
    r"|with (?:files|material|reporting|agencies|inputs?) |(?:see you|until|till next|best wishes|kind regards"
    r"|yours)\b.{0,30},$|source:|— .{2,60}\(@\w+\)|by |posted by )"
)
#: A photo credit at the end of a caption: "… in Cairo. Photo: Name/Agency", "(Name / Getty Images)".
_PHOTO = (
    r"(?i:photo(?:graph)?s?|pictures?|pics?|images?|illustration|graphics?|video|credits?|foto"
    r"|(?:photo|image|picture) credit)"
)
_TAIL_CREDIT = re.compile(
    rf"(?:(?<=[.!?”\"’)…])\s+|^)(?P<credit>(?:[\[(]\s*)?(?:(?:{_PHOTO}(?: (?:by|courtesy(?: of)?|from|via))?\s*[:/©"
    rf"|]|{_PHOTO} (?:by|courtesy(?: of)?|via)\s"
    rf"|courtesy of\s|(?:AP|AFP|EPA|EFE|REUTERS|Reuters) (?:Photo|PHOTO|photo)\b|©)[^.!?]{{0,80}}"
    rf"|[^.!?()\[\]]{{2,60}}(?:/| via | - )\s?(?:Getty Images|Getty|AFP|AP"
    rf"|Reuters|REUTERS|EPA|Shutterstock|Alamy|PA|Bloomberg|Anadolu)[^.!?]{{0,40}})(?:[\])])?\.?)\s*$",
)
_MAILBOX = re.compile(r"[\w' -]{3,20}:? ?\S+@\S+\.\w+")
_CREDIT_LONGEST = 160
_BETWEEN = 8
_LEGAL_LONGEST, _NOTICE_STARTS, _NOTICE_LONGEST = 25, 80, 400
#: A copyright notice at the end of a paragraph, and a photo credit before its caption.
_TAIL_LEGAL = re.compile(
    r"(?<=[.!?”\"’)])\s+(?P<credit>(?:©|\(c\)|copyright)[^.]{0,80}\.? ?all rights reserved.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LINK_SHORTEST = 4
_LINK_LEAST = 11
_CAPITALS = 0.75
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_CREDIT_WORDS = frozenset(
    "photo photos photograph photographs picture pictures image images credit by via courtesy of the and for"  # noqa: SIM905
    " from in file archive handout agency agencies archives pool screenshot screengrab library family police"
    " de van von del".split()
)
_SMALL = frozenset(
    "a an and as at but by for from in into is nor of off on or over per so than that the to up via vs was with".split()  # noqa: SIM905 - words read better as words
)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+")
_ARROW = re.compile(
    r"^(?:[→»▶►➤←‹«](?!\w)|>>|<<)|(?:[→»›▶►➤↑↓]|>>)$|\s{2,}(?:FOLLOW|Follow|SUBSCRIBE|Subscribe|SHARE|Share|SAVE|Save)$"
)
#: A sign that points to another page at the head of a line.
_POINTER = re.compile(r"(?:>>|»|→|►|▶|➤|☞|👉)\s?(?=\w)")
_AFTER_ADVERT = re.compile(
    r"[\W_]*(?:advert\w*|sponsored(?: content)?|promoted(?: content)?|ads?|(?:ads?|promoted|sponsored) (?:by|from"
    r"|links|stories) ?.{0,40})[\W_]*"
)
#: "SOURCE Hollow Farm Co.": the last line of a company's release.
_RELEASE = re.compile(r"SOURCE:?\s+[A-Z0-9].{0,100}")
_FOOT = 6
#: What a paper's top line has beside its day: sky, sea and exchanges.
_WEATHER = re.compile(
    r"\d\s?°|\b(?:tides?|weather|sunrise|sunset|sunny|cloudy|showers?|humidity|dollar|euro|brent|bitcoin|pollen)\b"
)
_LOCAL = re.compile(r"\b\d{1,2}\s?°[cf]?\b|\bedition\b|\bprice\b|\bno\. ?\d|\bvol\.? ?\d")


def find_furniture(
    lines: Sequence[Line], heading: Heading, outlet: str | None, repeats: Mapping[str, int]
) -> list[Stretch]:
    """The furniture of a report, as sorted stretches that do not touch.

    `repeats` counts in how many reports of the same site a line (in its plain form) stands, reports with one text as
    one: what a site prints under every report is no part of any.
    """
    marked = [False] * len(lines)
    house = {number for number in range(max(0, len(lines) - _FOOT), len(lines)) if is_house(lines[number], outlet)}
    last = max(
        (number for number, line in enumerate(lines) if line.prose and number not in house and not _scrap(line)),
        default=-1,
    )
    title = heading.title_line if heading.title_line is not None else min(heading.body, len(lines))
    for number, line in enumerate(lines):
        if number in house:
            marked[number] = True
        elif number != heading.title_line and not _protected(line, heading):
            marked[number] = _is_furniture(line, number, (title, last), outlet, repeats) and not (
                number < title and _is_dated_plate(lines, number, outlet)
            )
    if heading.title_line is not None:
        for number, line in enumerate(lines[:title]):
            marked[number] = marked[number] or not (
                ((is_dated(line) or is_date_line(line.words)) and not (_WEATHER.search(line.plain) or has_motto(line)))
                or is_kicker(line)
                or (_protected(line, heading) and not is_house(line, outlet))
                or _is_dated_plate(lines, number, outlet)
            )
    _lists(lines, marked, heading)
    _loose_lists(lines, marked, heading)
    _neighbours(lines, marked, title, last, heading)
    _loose_links(lines, marked, heading, last)
    _lone_clock(lines, marked)
    if not heading.cut:
        mark_foot(
            lines, marked, heading.body, outlet, lambda line: _protected(line, heading) or bool(_photo_credit(line))
        )
    stretches = [(line.start, line.end) for line, is_one in zip(lines, marked, strict=True) if is_one]
    stretches += [
        stretch
        for number, line in enumerate(lines)
        if not marked[number] and number != heading.title_line
        for stretch in _photo_credit(line)
    ]
    return sorted(stretches)


def _is_dated_plate(lines: Sequence[Line], number: int, outlet: str | None) -> bool:
    """Whether a line is the outlet's name right above the day: the masthead of the report's own."""
    if number + 1 >= len(lines) or lines[number + 1].block != lines[number].block:
        return False
    return is_date_line(lines[number + 1].words) and is_nameplate(lines[number], outlet)


def _scrap(line: Line) -> bool:
    return bool(
        PLACEHOLDER.fullmatch(line.plain)
        or (PICTURE.fullmatch(line.plain) and not line.prose)
        or ALONE.fullmatch(line.plain)
        or _is_notice(line)
        or (LABELLED.fullmatch(line.plain) and not WEAK.fullmatch(line.plain))
    )


def _is_outside(line: Line) -> bool:
    """Whether a line away from the text is a row of hashtags, a link with an arrow, or has a house label."""
    if line.prose:
        return False
    link = not line.closed and bool(_HASHTAGS.fullmatch(line.words) or _ARROW.search(line.words))
    link = link or line.words[0] in "¿¡"  # the site's own tongue beside a text in English
    return link or bool(OUTSIDE.fullmatch(line.plain))


def _is_notice(line: Line) -> bool:
    """Whether a line is a legal notice or a script, and not a paragraph that ends with one."""
    found = ANYWHERE.search(line.plain)
    return found is not None and (line.count <= _LEGAL_LONGEST or found.start() <= _NOTICE_STARTS)


def _protected(line: Line, heading: Heading) -> bool:
    parts = [part for part in (heading.byline, heading.dateline) if part]
    if heading.credit_span and "©" not in line.words and "|" not in line.words:
        parts.append(heading.credit_span)
    if any(start < line.end and line.start < end for start, end in parts):
        return True
    return bool(_OWN.match(line.plain)) and "|" not in line.words and not _MAILBOX.fullmatch(line.plain)


def _is_furniture(  # noqa: PLR0911 (one return a sign)
    line: Line, number: int, places: tuple[int, int], outlet: str | None, repeats: Mapping[str, int]
) -> bool:
    """Whether a line is furniture by its own words, its shape and its place (before the headline, after the text)."""
    title, last = places
    head, tail = number < title, number > last
    if not line.plain:
        return False
    if _scrap(line) or (HEADING.fullmatch(line.plain) and not line.closed and line.count > 0):
        return True
    if is_menu(line, head=head) or ((head or tail) and (is_section(line.plain) or _is_outside(line))):
        return True
    if head and is_nameplate(line, outlet):
        return not is_stamp(line)
    if tail and is_nameplate(line, outlet) and not tells(line):
        return True
    if not line.closed and _POINTER.match(line.words) and not (head or tail) and not _POINTER.search(line.words, 3):
        return True
    if tail and _RELEASE.fullmatch(line.words):
        return True
    if not line.prose and calls(line) and is_of_outlet(line, frozenset(), outlet):
        return True
    return _points(line, repeats.get(line.plain, 0), head=head, outside=head or tail) >= ENOUGH


def _points(line: Line, times: int, *, head: bool, outside: bool) -> int:
    """Points for a plea, for standing outside the article, and for being printed under other reports of the site."""
    total = points(line)
    total += outside and total > 0
    if line.lead and not outside and line.words[0] in LIST_SIGNS:
        total -= 2  # rather a list of the article's own
    if times > 1 and not line.prose:
        total += 2 + outside + (times > 2)  # noqa: PLR2004 - in three reports it is a habit
    elif times > 2 and outside:  # noqa: PLR2004
        total += ENOUGH
    if head and _LOCAL.search(line.plain) and len(re.findall(r"[·|•]", line.words)) > 1:
        total += ENOUGH
    return total


def _loose_lists(lines: Sequence[Line], marked: list[bool], heading: Heading) -> None:
    """Mark two links and more under a heading of links where every link stands in a block of its own."""
    for number, line in enumerate(lines):
        if not (marked[number] and HEADING.fullmatch(line.plain)) or line.closed:
            continue
        end = number + 1
        while (
            end < len(lines)
            and not (lines[end].prose or lines[end].closed or _protected(lines[end], heading))
            and end != heading.title_line
            and lines[end].count >= _LINK_SHORTEST
            and not lines[end].words[0].islower()
        ):
            end += 1
        if end - number > 2:  # noqa: PLR2004 - one alone may be a heading of the article's own
            marked[number:end] = [True] * (end - number)


def _lists(lines: Sequence[Line], marked: list[bool], heading: Heading) -> None:
    """Mark the links that stand under "READ ALSO", "Most read" or an advert's label, up to a blank line or text."""
    under: int | None = None
    for number, line in enumerate(lines):
        if under is not None:
            near = line.block == lines[under].block or (line.lead and line.block <= lines[number - 1].block + 1)
            if (
                near
                and not line.prose
                and (line.lead or not line.words.endswith("."))
                and number != heading.title_line
                and not _protected(line, heading)
            ):
                marked[number] = True
                continue
            under = None
        if marked[number] and not line.prose and (HEADING.fullmatch(line.plain) or _AFTER_ADVERT.fullmatch(line.plain)):
            under = number


def _neighbours(lines: Sequence[Line], marked: list[bool], title: int, last: int, heading: Heading) -> None:
    """Mark short lines that stand in one block with furniture, above the headline or below the text."""
    for number, line in enumerate(lines):
        outside = number < title or number > last
        if marked[number] or not outside or line.prose or _protected(line, heading) or number == heading.title_line:
            continue
        around = [near for near in (number - 1, number + 1) if 0 <= near < len(lines) and marked[near]]
        same = [near for near in around if lines[near].block == line.block]
        between = len(around) == 2 and number > last and line.count <= _BETWEEN and not _is_sentence(line)  # noqa: PLR2004
        if (same and not (is_stamp(line) or is_date_line(line.words)) and not _is_sentence(line)) or between:
            marked[number] = True


def _is_sentence(line: Line) -> bool:
    """Whether a short line ends as sentences do, which rows of links and buttons hardly ever do."""
    return line.words.rstrip('"”’)').endswith(".") and line.count > 2 and not points(line)  # noqa: PLR2004


def _lone_clock(lines: Sequence[Line], marked: list[bool]) -> None:
    """Mark an hour that stands alone in a text: how long a film runs. Entries of a running report have one each."""
    clocks = [number for number, line in enumerate(lines) if _CLOCK.fullmatch(line.words)]
    if len(clocks) == 1:
        marked[clocks[0]] = True


def _loose_links(lines: Sequence[Line], marked: list[bool], heading: Heading, last: int) -> None:
    """Mark a headline of another story that stands alone between paragraphs: long, in capitals, the only one such."""
    options = [
        number
        for number, line in enumerate(lines)
        if heading.body < number < last
        and not marked[number]
        and not line.closed
        and line.count >= _LINK_LEAST
        and not _protected(line, heading)
        and lines[number - 1].block < line.block < lines[number + 1].block
        and lines[number - 1].prose
        and lines[number + 1].prose
        and _in_capitals(line.words)
    ]
    if len(options) == 1:
        marked[options[0]] = True


def _in_capitals(words: str) -> bool:
    found = [word for word in _WORDS.findall(words) if word.casefold() not in _SMALL]
    return bool(found) and sum(1 for word in found if word[0].isupper()) >= _CAPITALS * len(found) + 1


def _photo_credit(line: Line) -> list[Stretch]:
    """The photo credit at the end of a caption, if there is one."""
    cut = max(0, len(line.words) - _CREDIT_LONGEST)
    found = _TAIL_CREDIT.search(line.words, cut)
    if found is None or not _is_credit(found.group("credit")):
        found = _TAIL_LEGAL.search(line.words, max(0, len(line.words) - _NOTICE_LONGEST))
    if found is None:
        return []
    return [(line.start + found.start("credit"), line.start + found.end("credit"))]


def _is_credit(words: str) -> bool:
    """Whether the words of a photo credit are names: but for a few small words, none is in lower case."""
    return all(word[0].isupper() or word.casefold() in _CREDIT_WORDS for word in _WORDS.findall(words))
