"""In: a saved web page. Out: its article as plain text, and what the page says of itself."""

import html
import re
from collections import defaultdict
from copy import deepcopy
from dataclasses import dataclass

import trafilatura
from lxml.etree import LxmlError  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]
from trafilatura.settings import Document, use_config

from twosource.reading.lines import lines_of
from twosource.reading.outside import day_of

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
#: Names that sites give to the parts of one article's body, and those they give to what only looks like it.
_BODY = re.compile(
    r"(?:article|story|post|entry|content|main)[-_]*(?:body|text|content|chunk|copy|section)|body[-_]*(?:text|copy"
    r"|content|container)|chunk",
    re.IGNORECASE,
)
_NO_BODY = re.compile(
    r"comment|related|teaser|promo|card|sidebar|footer|recommend|newsletter|reply|widget|caption|list", re.IGNORECASE
)
_LONG_PARAGRAPH = 80
_LARGEST = 12_000_000
_WORD = re.compile(r"\w+")
_RUNNING_LEAST = 0.6
_TITLE_LINES = 4
_LONG_HEADLINE = 25

#: trafilatura's own settings, but never a time limit by signal, which works in the main thread only.
_CONFIG = use_config()
_CONFIG.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")


#: How it looks for the day: in what the page says of itself, and without a glance at today's date.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


@dataclass(frozen=True)
class Page:
    """An article: its plain text without the headline, and what the page says of outlet, address, day and headline."""

    text: str
    headline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None


def looks_like_page(text: str) -> bool:
    """Whether a text is the source of a web page."""
    return bool(_PAGE.match(text[:4000]))


def read_page(data: bytes, text: str) -> Page | None:
    """The article of a web page, given its bytes and (for where they cannot be parsed) the text they decode to.

    None where no words are left. The text is as the extractor gives it, a paragraph or list item a line.
    """
    if len(data) > _LARGEST:
        return _plain(text[:_LARGEST])
    tree = _tree(data) if data else None
    if tree is None:
        tree = _tree(text.encode("utf-8", "replace"))
    if tree is None:
        return _plain(text)
    _join_chunks(tree)
    headlines = {_key("".join(element.itertext())) for element in tree.iter("h1", "title")}
    found = _extract(tree, fast=True)
    if found is None or _running(found.text) < _RUNNING_LEAST:  # mostly menus: worth a second, slower look
        second = _extract(tree, fast=False)
        if second is not None and (found is None or _running(second.text) > _running(found.text)):
            found = second
    if found is None:
        return _plain(text)
    headline = _tidy(found.title)
    body = _paragraphs(_without_headline(found.text or "", headlines | {_key(headline or "")}))
    if not body.strip():
        return _plain(text)
    return Page(
        text=body,
        headline=headline,
        outlet=_tidy(found.sitename),
        url=found.url if found.url and found.url.startswith("http") else None,
        published=day_of(found.date) if found.date else None,
    )


def _tree(data: bytes) -> HtmlElement | None:
    try:
        tree = trafilatura.load_html(data)
    except (ValueError, TypeError, AttributeError, RecursionError, LxmlError):
        return None
    return tree if isinstance(tree, HtmlElement) else None


def _extract(tree: HtmlElement, *, fast: bool) -> Document | None:
    """What the extractor makes of a page; None where it finds no text, or trips over what is broken in the page."""
    try:
        found = trafilatura.bare_extraction(
            deepcopy(tree),
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            fast=fast,
            config=_CONFIG,
            date_extraction_params=_DATES,
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError, LxmlError):
        return None
    return found if isinstance(found, Document) and (found.text or "").strip() else None


def _running(text: str | None) -> float:
    """Which share of a text's words stands in running text."""
    lines = lines_of(text or "")
    return sum(line.count for line in lines if line.prose) / max(1, sum(line.count for line in lines))


def _join_chunks(tree: HtmlElement) -> None:
    """Put an article's body together again where a site cut it into equal boxes with adverts between them."""
    boxes: dict[tuple[str, str], list[HtmlElement]] = defaultdict(list)
    for box in tree.iter("div", "section"):
        name = box.get("class") or ""
        if _BODY.search(name) and not _NO_BODY.search(name) and _has_text(box):
            boxes[str(box.tag), name].append(box)
    for alike in boxes.values():
        first, *others = alike
        for other in others:
            if not _relatives(first, other):
                continue
            for child in list(other):
                first.append(child)


def _has_text(box: HtmlElement) -> bool:
    return any(child.tag == "p" and len("".join(child.itertext())) >= _LONG_PARAGRAPH for child in box)


def _relatives(first: HtmlElement, other: HtmlElement) -> bool:
    """Whether two boxes hang on one element, at most three levels up, and neither lies in the other."""
    above = [element for element, _ in zip(first.iterancestors(), range(3), strict=False)]
    return (
        first not in other.iterancestors()
        and other not in first.iterancestors()
        and any(element in above for element, _ in zip(other.iterancestors(), range(3), strict=False))
    )


def _tidy(value: str | None) -> str | None:
    return " ".join(html.unescape(value).split()) or None if value else None


def _key(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _without_headline(body: str, headlines: set[str]) -> str:
    """The text without the headline among its first lines: it is told apart, with the page's other data."""
    lines = body.strip().split("\n")
    return "\n".join(
        line
        for number, line in enumerate(lines)
        if number >= _TITLE_LINES or not _key(line) or not any(_same(_key(line), headline) for headline in headlines)
    )


def _same(line: str, headline: str) -> bool:
    """Whether a line is a headline, which the window's title repeats with the site's name behind it."""
    return line == headline or (len(line) >= _LONG_HEADLINE and headline.startswith(line + " "))


def _paragraphs(body: str) -> str:
    """The lines as paragraphs with a blank line between them; items of a list stay together."""
    lines = [line.strip() for line in body.replace("\r", "").split("\n") if line.strip()]
    parts: list[str] = []
    for number, line in enumerate(lines):
        item = line.startswith("- ") and number > 0 and lines[number - 1].startswith("- ")
        parts.append(line if item or not parts else "\n" + line)
    return "\n".join(parts) + "\n"


def _plain(text: str) -> Page | None:
    """Every word of a page without its tags: what is left to do where no article can be told apart."""
    bare = re.sub(
        r"<!--.*?-->|<(script|style|noscript|template)\b.*?</\1\s*>", " ", text, flags=re.IGNORECASE | re.DOTALL
    )
    bare = re.sub(
        r"</?(?:p|div|br|li|h\d|tr|section|article|ul|ol|table|header|footer)\b[^>]*>", "\n", bare, flags=re.IGNORECASE
    )
    bare = html.unescape(re.sub(r"<[^>]*>", " ", bare))
    lines = [" ".join(line.split()) for line in bare.split("\n")]
    joined = "\n".join(line for line in lines if line)
    return Page(text=joined + "\n") if _WORD.search(joined) else None
