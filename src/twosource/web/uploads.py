"""In: what was dropped, pasted or named on the intake page. Out: documents and addresses for the desk to add.

A file's name is only ever a name: its last part is kept to call the report by, and nothing is written under it.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePath

import msgspec

from twosource.desk import Document
from twosource.records import Problem
from twosource.web.refusals import Refused

MOST_BYTES = 64_000_000
MOST_FILES = 500
_MOST_UNPACKED = 200_000_000
_MOST_MEMBERS = 5_000
_LONGEST_NAME = 200
_LONGEST_TEXT = 5_000_000
_LONGEST_ADDRESS = 2_000
_MOST_ADDRESSES = 50
#: A name without an ending may be that of a text.
_KINDS = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})
_UNFIT = re.compile(r"[\x00-\x1f\x7f]+")


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What the intake form gave: documents, addresses, and what of it could not even be opened."""

    documents: tuple[Document, ...] = ()
    addresses: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def title(self) -> str:
        """What was given, in words."""
        named = [document.name for document in self.documents] + list(self.addresses)
        first = ", ".join(named[:3])
        return f"{first} and {len(named) - 3:,} more" if len(named) > 3 else first  # noqa: PLR2004 - fits one line


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What the form says of a pasted text."""

    outlet: str | None
    url: str | None
    published: str | None
    name: str


def about(outlet: str, url: str, published: str, name: str) -> About:
    """What the form says, checked. Raises Refused for a day that is none."""
    if published:
        try:
            published = dt.date.fromisoformat(published).isoformat()
        except ValueError:
            raise Refused(422, "no-day", f"“{published}” is no day of the form YYYY-MM-DD.") from None
    return About(outlet=outlet or None, url=url or None, published=published or None, name=name)


def pasted(text: str, said: About) -> Document:
    """A pasted text as a document; text that begins like a page is one. Raises Refused where it is too long."""
    if len(text) > _LONGEST_TEXT:
        raise Refused(413, "too-large", f"A pasted text has at most {_LONGEST_TEXT:,} characters.")
    page = re.match(r"\s{0,100}<(?:!doctype html|html)\b", text, re.IGNORECASE)
    stem = file_name(said.name) or file_name(text.strip().split("\n", 1)[0][:60]) or "pasted"
    return Document(
        name=f"{stem}.{'html' if page else 'txt'}",
        data=text.encode("utf-8", "replace"),
        outlet=said.outlet,
        url=said.url,
        published=said.published,
    )


def addresses(text: str) -> tuple[str, ...]:
    """The addresses of a text, one a line. Raises Refused for what is none, or too many."""
    found = tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
    if len(found) > _MOST_ADDRESSES:
        raise Refused(422, "too-many", f"At most {_MOST_ADDRESSES} addresses at once.")
    for address in found:
        if len(address) > _LONGEST_ADDRESS or not re.match(r"https?://[^\s/]", address, re.IGNORECASE):
            raise Refused(422, "no-address", f"“{address[:100]}” is no address; it begins with http:// or https://.")
    return found


def file_name(given: str) -> str:
    """The last part of a name that a browser gave, fit to call a report by; "" where nothing is left of it."""
    last = _UNFIT.sub(" ", re.split(r"[/\\]", given)[-1]).strip(" .")
    return " ".join(last.split())[-_LONGEST_NAME:]


def uploaded(name: str, data: bytes) -> Iterator[Document | Problem]:
    """An uploaded file as a document; a zip file as one document for each file in it, as far as its bounds go."""
    called = file_name(name) or "upload"
    if not called.casefold().endswith(".zip"):
        yield _document(called, data)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield from _unpacked(called, packed)
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError, EOFError) as error:
        yield _problem(called, f"{called}: cannot be unpacked ({type(error).__name__})")


def _unpacked(called: str, packed: zipfile.ZipFile) -> Iterator[Document | Problem]:
    room = _MOST_UNPACKED
    files = [one for one in packed.infolist() if not one.is_dir()]
    if len(files) > _MOST_MEMBERS:
        yield _problem(called, f"{called}: holds {len(files):,} files; only the first {_MOST_MEMBERS:,} were read")
    for one in files[:_MOST_MEMBERS]:
        name = file_name(one.filename)
        if not name or one.filename.startswith("__MACOSX/"):
            continue
        with packed.open(one) as opened:
            data = opened.read(min(MOST_BYTES, room) + 1)  # the size that the file itself tells may be a lie
        if len(data) > min(MOST_BYTES, room):
            yield _problem(called, f"{called}: unpacks to more than can be taken; read up to {name}")
            return
        room -= len(data)
        yield _document(name, data)


def _document(name: str, data: bytes) -> Document | Problem:
    """A file as a document, where its name is not that of another kind of file."""
    kind = PurePath(name.casefold().removesuffix(".gz")).suffix
    if kind and kind not in _KINDS:
        return _problem(name, f"{name}: a file of this kind ({kind}) is not read", "kind")
    return Document(name=name, data=data)


def _problem(where: str, message: str, code: str = "unpacking") -> Problem:
    return Problem(stage="reading", code=code, where=where, message=message)
