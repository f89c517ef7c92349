"""In: sources. Out: their dossier, what changed in it, and its schema; nothing is kept."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import structs

from twosource.cli._frame import (
    MODEL,
    Format,
    Listing,
    complain,
    day_of,
    drawn_parts,
    errors_in_one_line,
    flat,
    is_store,
    listed,
    opened,
    progress,
    settings_of,
    write,
    write_parts,
)
from twosource.errors import SourceError
from twosource.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from twosource.records import Change, Dossier, Problem, Story

_MOST_NEWS = 1_000


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
    model: Annotated[str, MODEL] = Settings().model,
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
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            help="Read with so many processes; each takes half a gigabyte of memory. The dossier is the same.",
        ),
    ] = 1,
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
    settings = structs.replace(settings_of(model, as_of, policy), processes=jobs)
    with errors_in_one_line():
        with progress(shown=not quiet and sys.stderr.isatty()) as tell:
            from twosource.pipeline import unfold  # noqa: PLC0415  loaded late, see above

            whole = unfold(*sources, settings=settings, progress=tell)
            parts: Iterable[bytes] = drawn_parts(whole, form, to_file=out is not None)
            if out is None and sys.stdout.isatty():
                parts = list(parts)  # the bar and what is printed share the screen
            else:
                write_parts(parts, out)
                parts = ()
        write_parts(parts, None)
    if not quiet:
        _tell_problems(whole.problems())


def changes(  # noqa: PLR0913  one parameter an option
    before: Annotated[
        str,
        typer.Argument(
            metavar="BEFORE", help="The earlier JSON dossier; or a store; or, with `--since`, the reports themselves."
        ),
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
    model: Annotated[str, MODEL] = Settings().model,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but what stops the run.")
    ] = False,
) -> None:
    """Tell what changed: numbers raised, conflicts new and settled, claims borne out, reports new and gone.

    Either between two JSON dossiers, or since a day within one pile of reports, or what runs brought to a store.

    For instance:

    `twosource changes monday.json tuesday.json`  what Tuesday's run found that Monday's had not

    `twosource changes reports/ --since 2025-05-03`  what the reports from 3 May on have changed

    `twosource changes desk.db --since 2025-05-03`  what was added and judged from 3 May on, newest first
    """
    from twosource.dossier.changed import changes_json, changes_text  # noqa: PLC0415  loaded late, see above

    if after is None and is_store(before):
        _of_store(before, since, form, out)
        return
    if (after is None) == (since is None):
        message = "give either a second dossier or --since DAY"
        raise typer.BadParameter(message, param_hint="AFTER")
    settings = settings_of(model, None, None)
    first = None if since is None else day_of(since)
    with errors_in_one_line():
        found, stories = _between(before, after) if after else _since(before, first or "", settings, quiet=quiet)
        write(changes_json(found) if form is Listing.JSON else changes_text(found, stories).encode(), out)


def schema(
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write to this file.", show_default=False)
    ] = None,
) -> None:
    """Print the JSON Schema of the JSON dossier.

    Example: `twosource schema -o dossier.schema.json`
    """
    from twosource.dossier.wire import schema as dossier_schema  # noqa: PLC0415  loaded late, see above

    with errors_in_one_line():
        write(dossier_schema(), out)


def _of_store(address: str, since: str | None, form: Listing, out: Path | None) -> None:
    """What runs and judgements brought to the stories of a store, newest first."""
    first = None if since is None else day_of(since)
    with errors_in_one_line():
        with opened(address) as store, store.view() as view:
            found = view.news(since=first, count=_MOST_NEWS)
            cards = {name: view.card(name) for name in sorted({one.story for one in found})}
        titles = {name: card.title for name, card in cards.items() if card is not None}
        lines: list[str] = []
        last: tuple[str, str] | None = None
        for one in found:
            if (one.at, one.story) != last:
                lines.append(f"{one.at}  {one.story}  {flat(titles.get(one.story, ''))}".rstrip())
                last = one.at, one.story
            lines.append(f"  {one.kind:<20}  {flat(one.words)}")
        write(listed(form, found, lines or ["Nothing has changed."]), out)


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


def _run(sources: list[str], settings: Settings, *, quiet: bool) -> "Dossier":
    """The dossier of the sources, with a bar on a terminal's standard error while it is made."""
    with progress(shown=not quiet and sys.stderr.isatty()) as tell:
        from twosource.pipeline import read as read_reports  # noqa: PLC0415  loaded late, see above

        return read_reports(*sources, settings=settings, progress=tell)


def _tell_problems(problems: "Sequence[Problem]") -> None:
    """What could not be read, in short: the dossier has it in full."""
    shown = 5
    for problem in problems[:shown]:
        complain(problem.message)
    if len(problems) > shown:
        complain(f"and {len(problems) - shown:,} more problems, all listed in the dossier")
