"""In: a report's lines, its address. Out: the outlet's name as the page itself gives it."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from twosource.reading.heading import Heading
from twosource.reading.lines import Line
from twosource.reading.menus import is_button, is_menu, is_section

_NAME = r"(?:The |the )?[A-Z0-9][\w&’'.-]*(?: (?:[A-Z0-9&][\w&’'.-]*|of|the|de|del|and)){0,5}"
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|[Cc]opyright)[\s©]*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?,?\s*(?:by\s)?(?P<name>{_NAME})"
)
_FOLLOW = re.compile(
    rf"(?:[Ff]ollow|[Ll]ike|[Jj]oin)\s+(?P<name>{_NAME})\s+on\s+(?:Facebook|Twitter|X|Instagram|Telegram|WhatsApp"
    rf"|TikTok|YouTube|LinkedIn)"
)
_SPLIT = re.compile(r"\s*(?:[|·•›»▸]|::)\s*|\s[–—/-]\s")
_TAIL_WORDS = frozenset({"all", "rights", "reserved", "contact", "privacy", "terms", "photo", "getty", "images"})
_TOP, _BOTTOM = 4, 8


def plain_name(name: str) -> str:
    """An outlet's name in lower case, words only, without "the"."""
    return " ".join(re.findall(r"[^\W_]+", name.casefold())).removeprefix("the ")


def host_of(url: str | None) -> str | None:
    """The host of an address without "www.", or None."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def outlet_in(lines: Sequence[Line], heading: Heading) -> str | None:
    """The outlet that a page names: in its copyright line, in "Follow … on …", or before the menu at its top."""
    for line in reversed(lines[-_BOTTOM:]):
        found = None if line.prose and "©" not in line.words else _COPYRIGHT.search(line.words)
        if found and (name := _clean(found.group("name"))):
            return name
    for line in lines:
        found = None if line.prose else _FOLLOW.match(line.words)
        if found and "'s" not in found.group("name"):
            name = found.group("name")
            if len(name.split()) != 2 or name.startswith("The "):  # noqa: PLR2004 - two plain words may be the author
                return name
    end = heading.title_line if heading.title_line is not None else heading.body
    for number, line in enumerate(lines[: min(end, _TOP)]):
        items = _SPLIT.split(line.words)
        name = items[0].strip(" ☰#|")
        if is_menu(line, head=True) and len(items) > 1 and _is_name(name):
            return name
        if number == 0 and len(items) == 1 and _is_name(name) and not line.closed and name.isupper():
            return name
    return None


def _is_name(name: str) -> bool:
    plain = name.casefold()
    return bool(re.fullmatch(_NAME, name)) and not is_section(plain) and not is_button(plain) and len(name) > 2  # noqa: PLR2004


def _clean(name: str) -> str | None:
    words = name.split()
    while words and words[-1].casefold().strip(".") in _TAIL_WORDS:
        words.pop()
    return " ".join(words).rstrip(".") or None
