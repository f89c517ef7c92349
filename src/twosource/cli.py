"""In: a command line. Out: a dossier on standard output or in a file, and an exit code."""

import sys
from typing import Annotated

import typer

from twosource.dossier.wire import to_json
from twosource.pipeline import read as read_reports

app = typer.Typer(no_args_is_help=True)


@app.callback()
def main() -> None:
    """Compare many reports of one story (stub)."""


@app.command()
def read(sources: list[str], format: Annotated[str, typer.Option("--format")] = "text") -> None:  # noqa: A002
    """Read reports and print the dossier."""
    sys.stdout.buffer.write(to_json(read_reports(*sources)))
