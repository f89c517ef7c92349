"""In: a folder, file or standard input. Out: Reports as they were read, and Problems for what could not be."""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from twosource.errors import SourceError
from twosource.reading import outside
from twosource.reading.decoding import decode, unpack
from twosource.reading.idents import idents, shown
from twosource.reading.language import language_of
from twosource.reading.outside import Known, Table
from twosource.reading.pages import looks_like_page, read_page
from twosource.records import Day, Problem, Report

_TEXTS = frozenset({".txt", ".text", ".md", ".markdown"})
_PAGES = frozenset({".html", ".htm", ".xhtml"})
#: Data beside reports, told of by nobody and missed by nobody.
_PASSED_OVER = frozenset({".json"})
_FOLDER = "reports"
#: A text of more code points is a heap of reports, or none: the longest ones of newspapers are a tenth of it.
LONGEST_TEXT = 2_000_000
_STDIN = "stdin"


@dataclass(frozen=True)
class _Found:
    """A file to read: where it is, and its path as shown, relative to the source."""

    path: Path
    where: str


class Located(NamedTuple):
    """A report and where it was in its source: the path relative to the folder, or the file's name."""

    report: Report
    where: str


Skip = Callable[[Path, Sequence[Path]], bool]


def read_source(source: str | Path, largest: int) -> tuple[list[Report], list[Problem]]:
    """Read all reports of a source, as `locate` does, without telling where each was."""
    found, problems = locate(source, largest)
    return [one.report for one in found], problems


def read_bytes(data: bytes, name: str, largest: int) -> tuple[Report | None, list[Problem]]:
    """The report in the bytes of a file of this name, which need not be on any disk; None where there is none."""
    where = shown(name)
    stem = idents([where], [_stem(Path(name))])[0]
    return _from_bytes(data, _Found(Path(name), where), stem, largest)


def locate(source: str | Path, largest: int, skip: Skip | None = None) -> tuple[list[Located], list[Problem]]:
    """Read all reports of a source, as `locate_each` does, and what is wrong with single files."""
    problems: list[Problem] = []
    return list(locate_each(source, largest, problems, skip)), problems


def locate_each(
    source: str | Path, largest: int, problems: list[Problem], skip: Skip | None = None
) -> Iterator[Located]:
    """Read the reports of a source: a folder with everything in it, one file, or "-" for standard input.

    Of a folder, files of which `skip` says that they need not be read are passed over; it is asked with the file's path
    and the paths of the `reports.json` that speak of it.

    `largest` bounds the bytes of one file. Reports come sorted by id, and an id does not depend on the order in which
    the file system lists its files. Raises SourceError where the source does not exist or its folder cannot be listed;
    what is wrong with a single file is added to the problems, by the time that the last report has come.
    """
    if str(source) == "-":
        report, wrong = _standard_input(largest)
        problems += wrong
        yield from [] if report is None else [Located(report, _STDIN)]
        return
    if source == "":
        message = "a source without a name was given; the folder that you are in is '.'"
        raise SourceError(message)
    root = Path(source)
    try:
        mode = root.stat().st_mode
    except (OSError, ValueError) as error:
        raise SourceError(_missing(root, error)) from None
    if stat.S_ISDIR(mode):
        yield from _folder(root, largest, skip, problems)
        return
    name = shown(root.name)
    tables = _tables_beside(root.parent, 2)
    report, wrong = _read(_Found(root, name), outside.same_id(_stem(root)), largest)
    problems += sorted([*wrong, *(problem for table in tables for problem in table.problems)])
    yield from [] if report is None else [Located(_with_known(report, _known(tables, root)), name)]


def _missing(root: Path, error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) and not isinstance(error, FileNotFoundError) else None
    return f"{shown(str(root))}: " + (f"cannot be opened: {reason}" if reason else "there is no such file or folder")


def _standard_input(largest: int) -> tuple[Report | None, list[Problem]]:
    data = sys.stdin.buffer.read(largest + 1)
    return _from_bytes(data, _Found(Path(_STDIN), "standard input"), _STDIN, largest)


def _folder(root: Path, largest: int, skip: Skip | None, told: list[Problem]) -> Iterator[Located]:
    files, others, problems = _listed(root)
    problems += others
    tables = {folder: _tables_of(folder, root) for folder in {file.path.parent for file in files}}
    every = {table.path: table for chain in tables.values() for table in chain}
    names = idents([file.where for file in files], [_stem(file.path) for file in files])
    answered: set[tuple[Path, str]] = set()
    for file, name in sorted(zip(files, names, strict=True), key=lambda pair: pair[1]):
        chain = tables[file.path.parent]
        answered |= {(table.path, outside.same_id(_stem(file.path))) for table in chain}
        if skip is not None and skip(file.path, [table.path for table in chain]):
            continue
        report, wrong = _read(file, name, largest)
        problems += wrong
        if report is not None:
            yield Located(_with_known(report, _known(chain, file.path)), file.where)
    for table in every.values():
        where = _where(table.path, root)
        problems += table.problems
        if table.path.parent == root.parent and root.name != _FOLDER:
            continue  # it also lists reports of folders that were not asked for
        problems += outside.unknown(table, where, {name for path, name in answered if path == table.path})
    if not files:
        message = f"{shown(str(root))}: no reports in this folder (text files or saved pages)"
        problems.append(Problem(stage="reading", code="empty", where=shown(str(root)), message=message))
    told += sorted(set(problems))


def _listed(root: Path) -> tuple[list[_Found], list[Problem], list[Problem]]:
    """The files of a folder that can be reports, a Problem for each other kind of file, and what is shut."""
    shut: list[OSError] = []
    files: list[_Found] = []
    others: dict[str, list[str]] = {}
    for path in _walk(root, shut):
        suffix = _suffix(path)
        if suffix in _TEXTS or suffix in _PAGES:
            files.append(_Found(path, _where(path, root)))
        elif suffix not in _PASSED_OVER:
            others.setdefault(suffix, []).append(_where(path, root))
    problems = []
    for suffix, wheres in sorted(others.items()):
        more = f" (and {len(wheres) - 1:,} more of the kind)" if len(wheres) > 1 else ""
        message = f"{min(wheres)}: {suffix or 'a file without a suffix'} is no kind of report that can be read{more}"
        problems.append(Problem(stage="reading", code="kind", where=min(wheres), message=message))
    if shut and not files:
        raise SourceError(_missing(root, shut[0]))
    closed = [
        Problem(stage="reading", code="unreadable", where=where, message=f"{where}: cannot be opened: {error.strerror}")
        for error in shut
        for where in [_where(Path(error.filename or root), root)]
    ]
    return sorted(files, key=lambda file: file.where), problems, closed


def _walk(root: Path, shut: list[OSError]) -> Iterator[Path]:
    """Every file below a folder but hidden ones and the pictures saved with a page; linked folders are not entered.

    A linked file that lies elsewhere is not read and told in `shut`: a folder that was sent by somebody else must not
    fetch what is its reader's own.
    """
    for folder, inside, names in os.walk(root, onerror=shut.append, followlinks=False):
        pages = {_stem(Path(name)) for name in names if _suffix(Path(name)) in _PAGES}
        inside[:] = sorted(
            name for name in inside if not name.startswith(".") and not (name.endswith("_files") and name[:-6] in pages)
        )
        for name in sorted(names):
            path = Path(folder, name)
            if name.startswith("."):
                continue
            if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
                shut.append(OSError(errno.EPERM, "it links to a file outside of the folder", str(path)))
                continue
            yield path


def _suffix(path: Path) -> str:
    """The suffix that tells a file's kind, in lower case: that under a ".gz", if there is one."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    return suffixes[-2] if len(suffixes) > 1 and suffixes[-1] == ".gz" else (suffixes or [""])[-1]


def _stem(path: Path) -> str:
    name = path.name[:-3] if path.name.lower().endswith(".gz") else path.name
    return Path(name).stem


def _where(path: Path, root: Path) -> str:
    try:
        return shown(path.relative_to(root).as_posix())
    except ValueError:
        return shown(f"../{path.name}")


def _tables_of(folder: Path, root: Path) -> tuple[Table, ...]:
    """The tables that speak of a folder's reports, nearest first: in it, and above it up to the source."""
    above = [folder]
    while above[-1] != root and above[-1].parent != above[-1]:
        above.append(above[-1].parent)
    above.append(root.parent)
    return tuple(
        outside.load(path, _where(path, root)) for path in (place / outside.NAME for place in above) if path.is_file()
    )


def _tables_beside(folder: Path, levels: int) -> tuple[Table, ...]:
    places = [folder, *folder.absolute().parents][:levels]
    return tuple(
        outside.load(place / outside.NAME, outside.NAME) for place in places if (place / outside.NAME).is_file()
    )


def _known(tables: Sequence[Table], path: Path) -> Known:
    name = outside.same_id(_stem(path))
    return next((table.rows[name] for table in tables if name in table.rows), Known())


def _with_known(report: Report, known: Known) -> Report:
    """What is given from outside stands before what the page says of itself."""
    day = Day(value=known.published, how="given") if known.published else report.published
    return structs.replace(report, outlet=known.outlet or report.outlet, url=known.url or report.url, published=day)


def _read(file: _Found, name: str, largest: int) -> tuple[Report | None, list[Problem]]:
    try:
        seen = file.path.stat()
        if not stat.S_ISREG(seen.st_mode):
            return None, [_problem(file, "kind", "is no ordinary file")]
        if seen.st_size > largest:
            return None, [
                _problem(file, "too-large", f"has {seen.st_size:,} bytes, more than the limit of {largest:,}")
            ]
        with file.path.open("rb") as opened:
            data = opened.read(largest + 1)
    except OSError as error:
        return None, [_problem(file, "unreadable", f"cannot be opened: {error.strerror}")]
    return _from_bytes(data, file, name, largest)


def _from_bytes(data: bytes, file: _Found, name: str, largest: int) -> tuple[Report | None, list[Problem]]:
    if len(data) > largest:
        return None, [_problem(file, "too-large", f"has more bytes than the limit of {largest:,}")]
    inside = unpack(data, largest)
    if inside is None:
        return None, [_problem(file, "binary", "is packed, and what is inside is broken or too large")]
    decoded = decode(inside)
    if decoded.text is None:
        return None, [_problem(file, decoded.code, decoded.reason)]
    page = _suffix(file.path) in _PAGES or (_suffix(file.path) not in _TEXTS and looks_like_page(decoded.text))
    if page:
        return _from_page(inside, decoded.text, file, name)
    problems = [_problem(file, decoded.code, decoded.reason)] if decoded.code else []
    if len(decoded.text) > LONGEST_TEXT:
        return None, [_too_long(file, decoded.text)]
    report = Report(id=name, text=decoded.text, language=language_of(decoded.text))
    return report, problems + _language_problem(report, file)


def _from_page(data: bytes, text: str, file: _Found, name: str) -> tuple[Report | None, list[Problem]]:
    page = read_page(data, text)
    if page is None:
        return None, [_problem(file, "no-article", "no article could be found in this page")]
    if len(page.text) > LONGEST_TEXT:
        return None, [_too_long(file, page.text)]
    report = Report(
        id=name,
        text=page.text,
        outlet=page.outlet,
        url=page.url,
        published=Day(value=page.published, how="metadata") if page.published else None,
        headline=page.headline,
        language=language_of(page.text),
    )
    return report, _language_problem(report, file)


def _too_long(file: _Found, text: str) -> Problem:
    what = f"has a text of {len(text):,} characters, more than the limit of {LONGEST_TEXT:,} for one report"
    return _problem(file, "too-large", what)


def _language_problem(report: Report, file: _Found) -> list[Problem]:
    if report.language == "en":
        return []
    what = f"is not in English (it looks like {report.language!r}); it is kept and shown, and nothing is read from it"
    return [_problem(file, "language", what)]


def _problem(file: _Found, code: str, what: str) -> Problem:
    return Problem(stage="reading", code=code, where=file.where, message=f"{file.where}: {what}")
