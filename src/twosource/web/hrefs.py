"""In: ids of stories, claims, reports. Out: the addresses of their pages, every id quoted whole."""

from urllib.parse import quote, urlencode

from twosource.dossier.marks import anchor
from twosource.records import Span

_SUFFIXES = (".json", ".html")


def part(name: str) -> str:
    """An id as one part of a path; one that could be read as something else there gets ".html" behind it."""
    safe = quote(name.encode("utf-8", "replace"), safe="")
    return safe + ".html" if _misread(name) else safe


def unpart(name: str) -> str:
    """The id of a part of a path as the server hands it on, without the ending of `part`."""
    bare = name.removesuffix(".html")
    return bare if bare != name and _misread(bare) else name


def _misread(name: str) -> bool:
    """Whether an id ends like a page's address, or means a folder in one."""
    return name.endswith(_SUFFIXES) or name in {".", ".."}


def query(**values: object) -> str:
    """A query string of the values that say something, or ""."""
    said = {name: str(value).encode("utf-8", "replace") for name, value in values.items() if value not in {None, ""}}
    return "?" + urlencode(said) if said else ""


def story(name: str, section: str = "", **values: object) -> str:
    """A story's page, or one of its sections."""
    return f"/stories/{part(name)}" + (f"/{section}" if section else "") + query(**values)


def claim(story_name: str, figure: str) -> str:
    """The page of the claim that holds a figure."""
    return f"/stories/{part(story_name)}/claims/{part(figure)}"


def report(name: str, fragment: str = "") -> str:
    """A report's page."""
    return f"/reports/{part(name)}" + (f"#{fragment}" if fragment else "")


def place(name: str, start: int, end: int) -> str:
    """Any stretch of a report's text, which its page then marks."""
    return f"/reports/{part(name)}?at={start}-{end}#here"


def words(span: Span, kind: str = "figure") -> str:
    """The place of an item's own words on its report's page."""
    return report(span.report, anchor(1, span, kind))


def compare(one: str, other: str) -> str:
    """Two reports side by side."""
    return "/compare" + query(a=one, b=other)


def version(name: str, old: str, new: str) -> str:
    """Two versions of one report."""
    return "/versions" + query(report=name, old=old, new=new)


def json_of(address: str) -> str:
    """The address of the same page as JSON."""
    path, mark, rest = address.partition("?")
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}{unpart(name)}.json{mark}{rest}"
