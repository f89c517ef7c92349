"""In: what commands share. Out: options, errors in one line, progress, and what goes to standard output or a file."""

import contextlib
import errno
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from twosource.errors import TwosourceError
from twosource.settings import Settings

if TYPE_CHECKING:
    from twosource.pipeline import Progress
    from twosource.records import Dossier, Unfolding
    from twosource.store import Store

NOTHING_DONE = 1
_PIPE_WIDTH = 100
_PATIENCE = 1.0
#: So many bytes of a dossier are held in memory until it is written to a file; of more, all are in a temporary file.
_HELD = 32_000_000
_SQLITE = b"SQLite format 3\0"

STORE = typer.Argument(metavar="STORE", help="The file of a store, or a `postgresql://` address.", show_default=False)
MODEL = typer.Option("--model", metavar="NAME", help="The installed spaCy package that reads sentences.")


class Format(StrEnum):
    """How a dossier is written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


class Table(StrEnum):
    """How a dossier is written, or its readings as a table."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    CSV = "csv"


class Listing(StrEnum):
    """How a list is written."""

    TEXT = "text"
    JSON = "json"


class Order(StrEnum):
    """By what stories are ordered."""

    CHANGED = "changed"
    SIZE = "size"
    TITLE = "title"


def moment() -> str:
    """The present moment (UTC), as the store notes it."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def settings_of(model: str, as_of: str | None, policy: str | None) -> Settings:
    """The settings of a run; a day that is none is wrong use of the command line."""
    return Settings(model=model, as_of=None if as_of is None else day_of(as_of, "--as-of"), policy=policy)


def day_of(words: str, option: str = "--since") -> str:
    """A day as ISO 8601 has it."""
    from datetime import date  # noqa: PLC0415  loaded late, see above

    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        message = f"{words!r} is no day of the form YYYY-MM-DD"
        raise typer.BadParameter(message, param_hint=option) from None


@contextlib.contextmanager
def errors_in_one_line() -> Iterator[None]:
    """Turn what can go wrong outside the program into one line on standard error and an exit code."""
    try:
        yield
    except TwosourceError as error:
        complain(str(error))
        raise typer.Exit(NOTHING_DONE) from None
    except BrokenPipeError:
        # Whoever read our output has seen enough; what is still buffered must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        complain(f"{where}{error.strerror or error}")
        raise typer.Exit(NOTHING_DONE) from None
    except KeyboardInterrupt:
        complain("stopped")
        raise typer.Exit(130) from None


def complain(message: str) -> None:
    typer.echo("twosource: " + " ".join(message.split()), err=True)


@contextlib.contextmanager
def progress(*, shown: bool) -> Iterator["Progress | None"]:
    """A bar for each stage, drawn once the run has taken a second; None where nobody looks."""
    if not shown:
        yield None
        return
    from rich.console import Console  # noqa: PLC0415  loaded late, see above
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    begun = time.monotonic()
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    tasks = {}

    def tell(stage: str, done: int, total: int) -> None:
        if stage not in tasks:
            tasks[stage] = bar.add_task(stage, total=total)
        bar.update(tasks[stage], completed=done, total=total)
        if not bar.live.is_started and time.monotonic() - begun > _PATIENCE:
            bar.start()

    try:
        yield tell
    finally:
        if bar.live.is_started:
            bar.stop()


def drawn(dossier: "Dossier", form: Format, *, to_file: bool) -> bytes:
    """The dossier in a format; text is as wide as the terminal and coloured there, unless NO_COLOR is set."""
    from twosource.records import unfolded  # noqa: PLC0415  loaded late, see above

    return b"".join(drawn_parts(unfolded(dossier), form, to_file=to_file))


def drawn_parts(whole: "Unfolding", form: Format, *, to_file: bool) -> Iterator[bytes]:
    """What `drawn` gives in parts, as the stories come."""
    match form:
        case Format.JSON:
            from twosource.dossier.wire import json_parts  # noqa: PLC0415  loaded late, see above

            yield from json_parts(whole)
        case Format.HTML:
            from twosource.dossier.html import html_parts  # noqa: PLC0415  loaded late, see above

            yield from (part.encode() for part in html_parts(whole))
        case Format.TEXT:
            from twosource.dossier.terminal import text_parts  # noqa: PLC0415  loaded late, see above

            screen = sys.stdout.isatty() and not to_file
            width = shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns if screen else _PIPE_WIDTH
            colour = screen and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
            encoding = "utf-8" if to_file else sys.stdout.encoding or "utf-8"
            yield from (part.encode(encoding, "replace") for part in text_parts(whole, width=width, colour=colour))


def write(content: bytes, out: Path | None) -> None:
    write_parts((content,), out)


def write_parts(parts: Iterable[bytes], out: Path | None) -> None:
    """Write to standard output as the parts come, or to a file when all are there: a run that fails leaves it as it is.

    Raises OSError before any part is asked for where there is no folder for the file.
    """
    if out is None:
        for part in parts:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
        return
    if not out.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(out))
    with tempfile.SpooledTemporaryFile(max_size=_HELD) as held:
        held.writelines(parts)
        held.seek(0)
        with out.open("wb") as file:
            shutil.copyfileobj(held, file)


def listed(form: Listing, rows: "Sequence[object]", lines: Sequence[str]) -> bytes:
    """A list as JSON or as lines."""
    if form is Listing.TEXT:
        return ("\n".join(lines) + "\n").encode("utf-8", "replace")
    import msgspec  # noqa: PLC0415  loaded late, see __init__

    return msgspec.json.format(msgspec.json.encode(list(rows)), indent=1) + b"\n"


def flat(words: str) -> str:
    """Words of a report on one line, without signs that a terminal would obey."""
    from twosource.dossier.words import plain  # noqa: PLC0415  loaded late, see __init__

    return plain(words)


@contextlib.contextmanager
def opened(address: str, *, create: bool = False) -> "Iterator[Store]":
    """A store for the length of a `with`. Raises StoreError."""
    from twosource.store import open_store  # noqa: PLC0415  loaded late, see __init__

    store = open_store(address, create=create)
    try:
        yield store
    finally:
        store.close()


def is_store(address: str) -> bool:
    """Whether an address is that of a database, or a file begins like one."""
    if address.startswith(("postgresql://", "postgres://")):
        return True
    try:
        with Path(address).open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False
