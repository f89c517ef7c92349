"""In: a `reports.json`. Out: what it tells of each report from outside: outlet, address, publication day; Problems."""

import datetime as dt
import json
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from twosource.records import Problem

NAME = "reports.json"
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ][\d:.,+\-Z ]{0,40})?")
_LARGEST = 64_000_000


@dataclass(frozen=True)
class Known:
    """One row: what is known of a report from outside."""

    outlet: str | None = None
    url: str | None = None
    published: str | None = None


@dataclass(frozen=True)
class Table:
    """All rows of one `reports.json`, by report id, and what was wrong with it."""

    path: Path
    rows: dict[str, Known] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def same_id(name: str) -> str:
    """An id or file stem in the one form in which they are compared (composed letters)."""
    return unicodedata.normalize("NFC", name)


def load(path: Path, where: str) -> Table:
    """Read a `reports.json`; whatever is wrong becomes a Problem, and every row and field that is right is kept."""
    try:
        if path.stat().st_size > _LARGEST:
            return Table(path, problems=(_problem(where, "is too large to be a list of reports"),))
        whole = json.loads(path.read_bytes())
    except OSError as error:
        return Table(path, problems=(_problem(where, f"cannot be read: {error.strerror}"),))
    except (ValueError, RecursionError):
        return Table(path, problems=(_problem(where, "is not JSON; the reports are read without it"),))
    if isinstance(whole, dict) and isinstance(whole.get("reports"), list):
        whole = whole["reports"]
    if not isinstance(whole, list):
        return Table(path, problems=(_problem(where, "is not a list of reports"),))
    rows: dict[str, Known] = {}
    problems: list[Problem] = []
    for number, row in enumerate(whole, 1):
        name = row.get("id") if isinstance(row, dict) else None
        if not isinstance(row, dict) or not isinstance(name, str) or not name:
            problems.append(_problem(where, f"row {number} has no id"))
        elif same_id(name) in rows:
            problems.append(_problem(where, f"row {number} repeats the id {name[:80]!r}; the first row counts"))
        else:
            known, wrong = _known(row)
            rows[same_id(name)] = known
            problems += [_problem(where, f"{name[:80]!r}: {what}") for what in wrong]
    return Table(path, rows, tuple(problems))


def _known(row: dict[str, object]) -> tuple[Known, list[str]]:
    wrong: list[str] = []
    texts: dict[str, str | None] = {}
    for key in ("outlet", "url", "published"):
        value = row.get(key)
        if value is not None and not isinstance(value, str):
            wrong.append(f"{key} is no text")
            value = None
        texts[key] = (value or "").strip() or None
    if texts["published"] is not None:
        day = day_of(texts["published"])
        if day is None:
            wrong.append(f"published is no day like 2025-08-22: {texts['published'][:40]!r}")
        texts["published"] = day
    return Known(outlet=texts["outlet"], url=texts["url"], published=texts["published"]), wrong


def day_of(value: str) -> str | None:
    """The ISO day of an ISO day or time ("2025-08-22T09:30:00Z"), or None where it is none."""
    found = _DAY.fullmatch(value.strip())
    if not found:
        return None
    try:
        return dt.date.fromisoformat(found.group(1)).isoformat()
    except ValueError:
        return None


def _problem(where: str, what: str) -> Problem:
    return Problem(stage="reading", code="reports-json", where=where, message=f"{where}: {what}")


def unknown(table: Table, where: str, found: set[str]) -> list[Problem]:
    """A Problem for each row of a table that no file answers to."""
    return [
        _problem(where, f"no report file for the id {name[:80]!r}") for name in sorted(table.rows) if name not in found
    ]
