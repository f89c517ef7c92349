"""In: a line. Out: whether it is a row of links or buttons: a menu, a breadcrumb, a share bar, a footer."""

import re

from twosource.reading.lines import Line
from twosource.reading.phrases import ALONE
from twosource.reading.scraps import LABELLED

#: What separates the items of a row. Slashes and dashes only with blanks around them, blanks only by two.
_BREAK = re.compile(r"\s*(?:[|¦‖·•›»▸▶►>→⋅∙‧]|::|\t)\s*|\s(?:[/–—~*]|//|\|\|)\s|\s{2,}")
#: Signs and pictures that only a site of its own taste puts between its links.
_ODD_BREAK = re.compile(
    r"\s*[\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\u203b\U0001f000-\U0001faff]\ufe0f?\s*|\s(?:[/–—~*]|//)\s"
    r"|\s*[|·•]\s*"
)
_BRACKETED = re.compile(r"(?:\[[^\[\]]{1,24}\]\s*){2,}|(?:\([^()]{1,24}\)\s*){3,}")
_COUNTERS = re.compile(
    r"(?:[\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?\s*\d[\d.,]*[kKmM]?\s*){2,}"
)
_CRUMB = re.compile(r"\s[›»▸▶►>→]\s")
_DATE = re.compile(
    r"\b(?:(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?"
    r"|oct|nov|dec)[a-z]*\.? \d"
    r"|\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec))",
)
#: What stands beside a byline and a day: how long it takes to read, how many have read it.
_COUNT = re.compile(r"\d[\d.,]*k?[ -](?:min(?:ute)?s?(?: read)?|views?|reads|comments?|shares?)(?: read)?")
_BY = re.compile(r"(?:by|from|words by|text by|posted by|written by|author:?|reporting by|editing by)\s")
_ROW, _FEW, _MANY = 2, 3, 4
_ITEM_WORDS = 5
_BUTTONS = frozenset(
    "share tweet print email e-mail send save whatsapp facebook twitter x linkedin reddit pinterest telegram"  # noqa: SIM905
    " instagram youtube"
    " tiktok threads bluesky mastodon flipboard messenger sms copy link comment comments like login menu home"
    " search close"
    " ad ads about contact privacy terms cookies imprint sitemap rss careers jobs advertise help faq donate store"
    " shop e-paper epaper"
    " newsletter newsletters subscribe register follow app feedback corrections dmca accessibility archive archives"
    " next previous top"
    " unsubscribe premium listen watch upgrade news world local nation national international politics business"
    " markets money economy"
    " sport sports opinion culture arts lifestyle life tech technology science health travel weather video videos"
    " photos podcasts"
    " obituaries puzzles games crossword classifieds events entertainment celebrity celebrities food faith fashion"
    " motoring property"
    " education environment climate crypto investigations live latest trending europe asia africa americas us uk"
    " forum community"
    " members support reviews deals careers topics tags more gear map radio tv media style books film music people"
    " features letters"
    " editorials columnists cartoons horoscopes lottery autos homes crime courts religion family parenting wellness"
    " royals showbiz"
    " football cricket tennis rugby golf cycling boxing basketball baseball hockey finance personal regions"
    " regional city state metro".split()
)
_BUTTON_PHRASES = frozenset(
    {
        "front page",
        "report bot",
        "community guidelines",
        "contact us",
        "ethics policy",
        "e-edition",
        "log in",
        "sign in",
        "sign up",
        "log out",
        "go premium",
        "about us",
        "privacy policy",
        "terms of use",
        "terms of service",
        "terms and conditions",
        "cookie policy",
        "cookie settings",
        "read more",
        "see more",
        "follow us",
        "pin it",
        "tweet this",
        "share this",
        "like this",
        "[f]",
        "[x]",
        "[in]",
        "advertise with us",
        "top stories",
        "latest news",
        "most read",
        "real estate",
        "middle east",
        "latin america",
        "north america",
        "all news",
        "rss feed",
        "e-mail",
        "view in browser",
        "manage preferences",
    }
)


def is_menu(line: Line, *, head: bool) -> bool:
    """Whether a line is a row of short items with a mark between them, as a site's menus, share bars and footers are.

    Before the headline (`head`) three short items are enough; elsewhere some must be known buttons. A row with a date
    or a byline in it is the report's own line.
    """
    if (line.prose and "|" not in line.words and "·" not in line.words) or _BY.match(line.plain):
        return False
    if _COUNTERS.fullmatch(line.words) or _is_bracketed(line, head=head) or (head and _is_odd_row(line)):
        return True
    items = [item for item in _BREAK.split(line.words.strip("|·•/ \t☰")) if item.strip(" |>")]
    plain = [_plain(item) for item in items]
    dated = bool(_DATE.search(line.plain))
    known = sum(1 for item in plain if is_button(item) and not (dated and _COUNT.fullmatch(item)))
    if len(items) < _ROW or any(_BY.match(item) for item in plain) or (known < _ROW and dated):
        return False
    short = all(len(item.split()) <= _ITEM_WORDS for item in items)
    if known >= _ROW and (short or known * 2 >= len(items) or known >= _FEW):
        return True
    if not short or line.closed:
        return False
    crumbs = bool(_CRUMB.search(line.words)) and (head or known > 0)
    return crumbs or (head and len(items) >= _FEW) or len(items) > _MANY or (len(items) >= _FEW and known > 0)


def _is_bracketed(line: Line, *, head: bool) -> bool:
    """Links in brackets: "[Home] [Politics] [Contact]"."""
    if not _BRACKETED.fullmatch(line.words):
        return False
    return head or any(is_button(_plain(item)) for item in re.findall(r"[\[(]([^\[\]()]+)[\])]", line.words))


def _is_odd_row(line: Line) -> bool:
    """Three short items and more with stars, flashes or other pictures between them: "DAILY ★ News ★ Sport"."""
    items = [item for item in _ODD_BREAK.split(line.words.strip()) if item.strip()]
    return (
        len(items) >= _FEW
        and not line.closed
        and all(len(item.split()) <= _FEW for item in items)
        and not _DATE.search(line.plain)
        and not any(_BY.match(_plain(item)) for item in items)
    )


def is_button(item: str) -> bool:
    """Whether one item, in lower case, is something that pages have buttons and links for."""
    item = item.strip(" .!:*()[]") if not item.startswith("[") else item
    return item in _BUTTON_PHRASES or item in _BUTTONS or bool(ALONE.fullmatch(item)) or bool(LABELLED.fullmatch(item))


def is_section(plain: str) -> bool:
    """Whether a line is nothing but the name of a section or a button ("World", "Sign in")."""
    return plain.strip(" :") in _BUTTONS or plain.strip(" :") in _BUTTON_PHRASES


def _plain(item: str) -> str:
    return re.sub(r"^[^\w\[(©@]+", "", re.sub(r"\s+", " ", item.casefold()).replace("’", "'")).strip()
