"""In: what a person names as sources. Out: `Arrival`s: reports as read, with how each is known again; Problems."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import structs

from twosource.desk.documents import Document
from twosource.desk.files import Files, Marks
from twosource.desk.identity import Arrival, path_key
from twosource.errors import SourceError
from twosource.reading.outside import day_of
from twosource.reading.sources import Located, locate, read_bytes
from twosource.records import Day, Problem, Report

STANDARD_INPUT = "-"


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """What came of some sources: reports in the order of their ids, and the problems of no single report.

    `as_before` is how many files need not be read, since they are as they were; `marks` are to be noted for that once
    the reports are kept.
    """

    arrivals: tuple[Arrival, ...]
    problems: tuple[Problem, ...]
    as_before: int = 0
    marks: dict[str, str | None] = {}


def taken_in(
    sources: Sequence[str | Path | Document], largest: int, marks: Marks | None = None, now: float = 0.0
) -> Intake:
    """The reports of folders, files, standard input and documents; `largest` bounds the bytes of one file.

    `marks` looks up what was noted of the files of a folder, None where all are to be read; `now` is the time by the
    clock of files (seconds). A source that cannot be opened is a Problem as long as another can be. Raises SourceError
    where none can.
    """
    arrivals: list[Arrival] = []
    problems: list[Problem] = []
    shut: list[SourceError] = []
    files = Files(marks, now)
    for source in sources:
        try:
            found, wrong = _one(source, largest, files)
        except SourceError as error:
            shut.append(error)
            problems.append(Problem(stage="reading", code="source", where=_shown(source), message=str(error)))
            continue
        own = {where: tuple(p for p in wrong if p.where == where and p.code in _OF_A_REPORT) for _, where in found}
        arrivals += [_arrival(source, one, own[one.where]) for one in found]
        problems += [problem for problem in wrong if problem not in own.get(problem.where, ())]
    if shut and len(shut) == len(sources):
        raise shut[0]
    ordered = sorted(arrivals, key=lambda one: (one.report.id, one.report.text, one.path or ""))
    return Intake(
        arrivals=tuple(ordered),
        problems=tuple(sorted(set(problems))),
        as_before=files.passed_over,
        marks=dict(files.notes),
    )


#: Problems that stay with a report as long as it is kept.
_OF_A_REPORT = frozenset({"language", "encoding"})


def _one(source: str | Path | Document, largest: int, files: Files) -> tuple[list[Located], list[Problem]]:
    if not isinstance(source, Document):
        return locate(source, largest, files.is_as_before)
    report, problems = read_bytes(source.data, source.name, largest)
    return ([] if report is None else [Located(_with_given(report, source), source.name)]), problems


def _with_given(report: Report, document: Document) -> Report:
    """What a person gives stands before what a page says of itself."""
    day = day_of(document.published) if document.published else None
    return structs.replace(
        report,
        outlet=(document.outlet or "").strip() or report.outlet,
        url=(document.url or "").strip() or report.url,
        published=Day(value=day, how="given") if day else report.published,
    )


def _arrival(source: str | Path | Document, found: Located, problems: tuple[Problem, ...]) -> Arrival:
    """A file is known again by its whole path; what came by standard input or a paste by its address or text."""
    path = None
    if not isinstance(source, Document) and str(source) != STANDARD_INPUT:
        root = Path(source).absolute()
        place = root if root.is_dir() else root.parent
        path = path_key(str(place / found.where), "")
    return Arrival(report=found.report, path=path, problems=problems)


def _shown(source: str | Path | Document) -> str:
    return source.name if isinstance(source, Document) else str(source)
