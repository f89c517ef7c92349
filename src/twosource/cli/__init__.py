"""In: a command line. Out: a dossier or a store, lines on standard output, and an exit code.

What reads language and draws pages is loaded inside the commands, so that `--help` and a wrong option answer at once.
"""

from typing import Annotated

import typer

from twosource.cli import _adding, _judging, _looking, _reading, _serve
from twosource.version import VERSION

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
    epilog="Exit codes: 0 done, also with problems; 1 nothing could be read or done; 2 wrong use of the command line."
)
def main(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """What many reports of one story say, who says so, and from how many independent origins."""


_DESK = "The desk: reports kept in a store"

app.command()(_reading.read)
app.command()(_reading.changes)
app.command()(_reading.schema)
for command in (
    _adding.add,
    _adding.watch,
    _looking.stories,
    _looking.show,
    _looking.search,
    _looking.export,
    _judging.judge,
    _judging.undo,
    _looking.log,
    _adding.alerts,
    _adding.withdraw,
    _serve.serve,
):
    app.command(rich_help_panel=_DESK)(command)
