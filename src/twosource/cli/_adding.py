"""In: a store, and sources. Out: the store with what is new in them, once (`add`) or again and again (`watch`)."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli._frame import (
    MODEL,
    STORE,
    complain,
    errors_in_one_line,
    moment,
    opened,
    progress,
    settings_of,
    write,
)
from twosource.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twosource.desk import Added, Desk
    from twosource.records import Problem
    from twosource.store import Store

_SHOWN = 5
_LEAST, _USUAL = 5, 300

SOURCES = typer.Argument(
    metavar="SOURCE…",
    help="Folders or files of reports, http(s) addresses of pages or feeds; `-` is standard input.",
    show_default=False,
)
WEBHOOK = typer.Option(
    "--webhook", metavar="URL", help="Post what is worth an alert to this address, as JSON.", show_default=False
)
ATOM = typer.Option("--atom", metavar="FILE", help="Write the alerts as an Atom feed to this file.", show_default=False)


def add(  # noqa: PLR0913  one parameter an option
    store: Annotated[str, STORE],
    sources: Annotated[list[str] | None, SOURCES] = None,
    model: Annotated[str, MODEL] = Settings().model,
    *,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help="Read reports again that are as they were; without sources all of the store that older rules read.",
        ),
    ] = False,
    webhook: Annotated[str | None, WEBHOOK] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but what stops the run.")
    ] = False,
) -> None:
    """Add reports to a store, which is made if it is not there: only what is new is read.

    A report is known again by its file, its address, or its text and outlet; where its text has changed it is a new
    version. Only the stories that are touched are set side by side again. A run that was stopped goes on where it was.

    For instance:

    `twosource add desk.db reports/`  all reports of a folder

    `twosource add desk.db https://news.example/feed.xml`  the pages of a feed's entries

    `twosource add desk.db --again`  after a new version of the program
    """
    if not sources and not again:
        message = "name a source, or --again to read the store's reports by the present rules"
        raise typer.BadParameter(message, param_hint="SOURCE…")
    with errors_in_one_line(), opened(store, create=bool(sources)) as kept:
        desk = desk_of(kept, settings_of(model, None, None))
        _check(webhook)
        now = moment()
        with progress(shown=not quiet) as tell:
            if sources:
                added = desk.add(sources, now=now, again=again, progress=tell)
            else:
                added = desk.renew(now=now, progress=tell)
        write(f"{summary(added)}\n".encode(), None)
        if not quiet:
            tell_problems(added.problems)
        _send(kept, now, webhook)


def watch(  # noqa: PLR0913  one parameter an option
    store: Annotated[str, STORE],
    sources: Annotated[list[str], SOURCES],
    model: Annotated[str, MODEL] = Settings().model,
    *,
    every: Annotated[
        int, typer.Option("--every", metavar="SECONDS", min=_LEAST, help="How long to wait between two rounds.")
    ] = _USUAL,
    rounds: Annotated[
        int | None,
        typer.Option("--rounds", metavar="N", min=1, help="Stop after so many rounds.", show_default=False),
    ] = None,
    webhook: Annotated[str | None, WEBHOOK] = None,
    atom: Annotated[Path | None, ATOM] = None,
) -> None:
    """Add what is new in folders and feeds, again and again, until it is stopped with Ctrl-C.

    Each round says in one line what it found.

    For instance:

    `twosource watch desk.db inbox/ https://news.example/feed.xml --every 600 --atom alerts.xml`
    """
    from twosource.errors import NothingRead, SourceError, StoreBusy  # noqa: PLC0415  loaded late, see __init__

    with errors_in_one_line(), opened(store, create=True) as kept:
        desk = desk_of(kept, settings_of(model, None, None))
        _check(webhook)
        number = 0
        told: set[Problem] = set()
        while True:
            number += 1
            now = moment()
            try:
                added = desk.add(list(sources), now=now)
            except (NothingRead, SourceError, StoreBusy) as error:
                complain(str(error))
            else:
                _say_round(added, [problem for problem in added.problems if problem not in told])
                told.update(added.problems)
                _send(kept, now, webhook)
            if atom is not None:
                write(feed(kept), atom)
            if number == rounds:
                return
            time.sleep(every)


def withdraw(
    store: Annotated[str, STORE],
    reports: Annotated[list[str], typer.Argument(metavar="REPORT…", help="Ids of reports.", show_default=False)],
) -> None:
    """Take reports out of their stories. Their versions are kept; `add --again` brings them back.

    Example: `twosource withdraw desk.db r4-kilat-daily`
    """
    from twosource.cli._finding import report_of  # noqa: PLC0415

    with errors_in_one_line(), opened(store) as kept:
        with kept.view() as view:
            names = [report_of(view, name) for name in reports]
        added = desk_of(kept, Settings()).withdraw(names, now=moment())
        write(f"{len(names)} taken out, {len(added.stories)} stories touched\n".encode(), None)


def alerts(
    store: Annotated[str, STORE],
    atom: Annotated[Path | None, ATOM] = None,
    link: Annotated[
        str,
        typer.Option(
            "--link", metavar="URL", help="The address at which the desk's pages are served.", show_default=False
        ),
    ] = "",
) -> None:
    """Write what is worth an alert as an Atom feed: changed figures, new conflicts, claims with a second origin.

    Example: `twosource alerts desk.db --atom alerts.xml`
    """
    with errors_in_one_line(), opened(store) as kept:
        write(feed(kept, link), atom)


def desk_of(store: "Store", settings: Settings) -> "Desk":
    """The desk over an open store."""
    from twosource.desk import Desk  # noqa: PLC0415  loaded late, see __init__

    return Desk(store, settings)


def feed(store: "Store", link: str = "") -> bytes:
    """The alerts of a store as an Atom feed."""
    from twosource.desk import alerts as alerts_of  # noqa: PLC0415  loaded late, see __init__
    from twosource.desk import atom as atom_of  # noqa: PLC0415
    from twosource.desk import titles_of  # noqa: PLC0415

    with store.view() as view:
        found = alerts_of(view)
        runs = view.runs(1)
        return atom_of(found, titles_of(view, found), link=link, updated=runs[0].begun if runs else "")


def summary(added: "Added") -> str:
    """What a run did, in one line."""
    parts = [f"{len(added.new):,} new"]
    if added.changed:
        parts.append(f"{len(added.changed):,} changed")
    if added.unchanged:
        parts.append(f"{added.unchanged:,} as before")
    many = "1 story" if len(added.stories) == 1 else f"{len(added.stories):,} stories"
    return f"{', '.join(parts)}; {many} brought up to date ({added.seconds:.1f} s)"


def tell_problems(problems: "tuple[Problem, ...]") -> None:
    """What could not be read, in short."""
    for problem in problems[:_SHOWN]:
        complain(problem.message)
    if len(problems) > _SHOWN:
        complain(f"and {len(problems) - _SHOWN:,} more problems; `twosource log` has them all")


def _say_round(added: "Added", problems: "Sequence[Problem]") -> None:
    """One line; a problem that an earlier round had too is not told again."""
    words = summary(added) if added.new or added.changed or added.stories else "nothing new"
    if problems:
        words += f"; {len(problems)} new {'problem' if len(problems) == 1 else 'problems'}: {problems[0].message}"
    write(f"{moment()}  {' '.join(words.split())}\n".encode(), None)


def _check(webhook: str | None) -> None:
    if webhook is not None:
        from twosource.desk.alerts import check_address  # noqa: PLC0415  loaded late, see __init__

        check_address(webhook)


def _send(store: "Store", since: str, webhook: str | None) -> None:
    """Post what is worth an alert; that it could not be posted loses no run, and it is posted the next time."""
    if webhook is None:
        return
    from twosource.desk import send  # noqa: PLC0415  loaded late, see __init__
    from twosource.errors import FetchError  # noqa: PLC0415

    try:
        send(store, webhook, since)
    except FetchError as error:
        complain(str(error))
