"""In: a command line. Out: a dossier on standard output or in a file, and an exit code.

What reads language and draws pages is loaded inside the commands, so that `--help` and a wrong option answer at once.
"""

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.errors import SourceError, TwosourceError
from twosource.settings import Settings
from twosource.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twosource.pipeline import Progress
    from twosource.records import Change, Dossier, Story

_NOTHING_READ = 1
_PIPE_WIDTH = 100
_PATIENCE = 1.0


class Format(StrEnum):
    """How a dossier is written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


class Listing(StrEnum):
    """How a list is written."""

    TEXT = "text"
    JSON = "json"


app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:  # noqa: FBT001  typer calls it so
    if wanted:
        typer.echo(f"twosource {VERSION}")
        raise typer.Exit


@app.callback(
    epilog="Exit codes: 0 done, also with problems; 1 nothing could be read; 2 wrong use of the command line."
)
def main(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """What many reports of one story say, who says so, and from how many independent origins."""


@app.command()
def read(  # noqa: PLR0913  one parameter an option
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE…", help="Folders or files of reports; `-` is standard input.", show_default=False
        ),
    ],
    form: Annotated[
        Format, typer.Option("--format", "-f", help="`text` to read here, `json` for programs, `html` to send on.")
    ] = Format.TEXT,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write to this file.", show_default=False)
    ] = None,
    model: Annotated[
        str, typer.Option("--model", metavar="NAME", help="The installed spaCy package that reads sentences.")
    ] = Settings().model,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DAY",
            help="The day of the run as YYYY-MM-DD: publication days after it are suspect.",
            show_default=False,
        ),
    ] = None,
    *,
    policy: Annotated[
        str | None,
        typer.Option(
            "--policy",
            metavar="NAME",
            help="Also choose one number of each claim: lowest-reported, low-best-high, most-origins or latest.",
            show_default=False,
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but what stops the run.")
    ] = False,
) -> None:
    """Read reports, set them side by side, and print the dossier.

    A source is a folder of reports, such a folder with a `reports.json` that tells what is known of them, or a file.
    The reports of one story are found by themselves: a source may hold several.

    For instance:

    `twosource read samples/ferry-capsize`  the whole dossier, here

    `twosource read reports/ -f html -o dossier.html`  one page that stands alone

    `twosource read a.txt b.html -f json | jq '.stories[].claims[] | select(.verdict == "conflict")'`

    `cat report.txt | twosource read -`  one report from standard input
    """
    settings = _settings(model, as_of, policy)
    with _errors_in_one_line():
        dossier = _run(sources, settings, quiet=quiet)
        _write(_drawn(dossier, form, to_file=out is not None), out)
    if not quiet:
        _tell_problems(dossier)


@app.command()
def changes(  # noqa: PLR0913  one parameter an option
    before: Annotated[
        str, typer.Argument(metavar="BEFORE", help="The earlier JSON dossier; with `--since` the reports themselves.")
    ],
    after: Annotated[
        str | None, typer.Argument(metavar="AFTER", help="The later JSON dossier.", show_default=False)
    ] = None,
    *,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DAY",
            help="Set the reports of BEFORE, a folder or file, beside those published before this day (YYYY-MM-DD).",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        Listing, typer.Option("--format", "-f", help="`text` to read here, `json` for programs.")
    ] = Listing.TEXT,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write to this file.", show_default=False)
    ] = None,
    model: Annotated[
        str, typer.Option("--model", metavar="NAME", help="The installed spaCy package that reads sentences.")
    ] = Settings().model,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but what stops the run.")
    ] = False,
) -> None:
    """Tell what changed: numbers raised, conflicts new and settled, claims borne out, reports new and gone.

    Either between two JSON dossiers, or since a day within one pile of reports.

    For instance:

    `twosource changes monday.json tuesday.json`  what Tuesday's run found that Monday's had not

    `twosource changes reports/ --since 2025-05-03`  what the reports from 3 May on have changed
    """
    from twosource.dossier.changed import changes_json, changes_text  # noqa: PLC0415  loaded late, see above

    if (after is None) == (since is None):
        message = "give either a second dossier or --since DAY"
        raise typer.BadParameter(message, param_hint="AFTER")
    settings = _settings(model, None, None)
    first = None if since is None else _day(since)
    with _errors_in_one_line():
        found, stories = _between(before, after) if after else _since(before, first or "", settings, quiet=quiet)
        _write(changes_json(found) if form is Listing.JSON else changes_text(found, stories).encode(), out)


@app.command()
def schema(
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write to this file.", show_default=False)
    ] = None,
) -> None:
    """Print the JSON Schema of the JSON dossier.

    Example: `twosource schema -o dossier.schema.json`
    """
    from twosource.dossier.wire import schema as dossier_schema  # noqa: PLC0415  loaded late, see above

    with _errors_in_one_line():
        _write(dossier_schema(), out)


def _settings(model: str, as_of: str | None, policy: str | None) -> Settings:
    """The settings of a run; a day that is none is wrong use of the command line."""
    return Settings(model=model, as_of=None if as_of is None else _day(as_of, "--as-of"), policy=policy)


def _day(words: str, option: str = "--since") -> str:
    """A day as ISO 8601 has it."""
    from datetime import date  # noqa: PLC0415  loaded late, see above

    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        message = f"{words!r} is no day of the form YYYY-MM-DD"
        raise typer.BadParameter(message, param_hint=option) from None


def _between(before: str, after: str) -> "tuple[Sequence[Change], Sequence[Story]]":
    """What changed from one JSON dossier to another, and the stories as they are now."""
    from twosource.reconciling import changes as compared  # noqa: PLC0415  loaded late, see above

    old, new = _reread(before), _reread(after)
    return compared(old, new), (*old.stories, *new.stories)


def _reread(path: str) -> "Dossier":
    """The dossier of a JSON file."""
    from twosource.dossier.unwire import from_json  # noqa: PLC0415  loaded late, see above

    try:
        return from_json(Path(path).read_bytes())
    except SourceError as error:
        message = f"{path}: {error}"
        raise SourceError(message) from None


def _since(source: str, day: str, settings: Settings, *, quiet: bool) -> "tuple[Sequence[Change], Sequence[Story]]":
    """What the reports from a day on have changed, and the stories as they are now."""
    dossier = _run([source], settings, quiet=quiet)
    from twosource.reconciling import changes_since  # noqa: PLC0415

    return [change for story in dossier.stories for change in changes_since(story, day)], dossier.stories


@contextlib.contextmanager
def _errors_in_one_line() -> Iterator[None]:
    """Turn what can go wrong outside the program into one line on standard error and an exit code."""
    try:
        yield
    except TwosourceError as error:
        _complain(str(error))
        raise typer.Exit(_NOTHING_READ) from None
    except BrokenPipeError:
        # Whoever read our output has seen enough; what is still buffered must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _complain(f"{where}{error.strerror or error}")
        raise typer.Exit(_NOTHING_READ) from None
    except KeyboardInterrupt:
        _complain("stopped")
        raise typer.Exit(130) from None


def _complain(message: str) -> None:
    typer.echo("twosource: " + " ".join(message.split()), err=True)


def _run(sources: list[str], settings: Settings, *, quiet: bool) -> "Dossier":
    """The dossier of the sources, with a bar on a terminal's standard error while it is made."""
    with _progress(shown=not quiet and sys.stderr.isatty()) as progress:
        from twosource.pipeline import read as read_reports  # noqa: PLC0415  loaded late, see above

        return read_reports(*sources, settings=settings, progress=progress)


@contextlib.contextmanager
def _progress(*, shown: bool) -> Iterator["Progress | None"]:
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


def _drawn(dossier: "Dossier", form: Format, *, to_file: bool) -> bytes:
    """The dossier in a format; text is as wide as the terminal and coloured there, unless NO_COLOR is set."""
    match form:
        case Format.JSON:
            from twosource.dossier.wire import to_json  # noqa: PLC0415  loaded late, see above

            return to_json(dossier)
        case Format.HTML:
            from twosource.dossier.html import to_html  # noqa: PLC0415  loaded late, see above

            return to_html(dossier).encode()
        case Format.TEXT:
            from twosource.dossier.terminal import to_text  # noqa: PLC0415  loaded late, see above

            screen = sys.stdout.isatty() and not to_file
            width = shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns if screen else _PIPE_WIDTH
            colour = screen and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
            encoding = "utf-8" if to_file else sys.stdout.encoding or "utf-8"
            return to_text(dossier, width=width, colour=colour).encode(encoding, "replace")


def _write(content: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        out.write_bytes(content)


def _tell_problems(dossier: "Dossier") -> None:
    """What could not be read, in short: the dossier has it in full."""
    shown = 5
    for problem in dossier.problems[:shown]:
        _complain(problem.message)
    if len(dossier.problems) > shown:
        _complain(f"and {len(dossier.problems) - shown:,} more problems, all listed in the dossier")
