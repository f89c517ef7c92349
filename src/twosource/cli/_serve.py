"""In: a store and an address. Out: the store's pages, served there."""

from typing import Annotated

import typer

from twosource.cli._frame import MODEL, STORE, errors_in_one_line
from twosource.settings import Settings


def serve(  # noqa: PLR0913  one parameter an option
    store: Annotated[str, STORE],
    host: Annotated[
        str,
        typer.Option("--host", metavar="ADDRESS", help="Where to listen; any but this machine's own needs a token."),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")] = 8000,
    *,
    token: Annotated[
        str | None,
        typer.Option(
            "--token",
            metavar="TOKEN",
            envvar="TWOSOURCE_TOKEN",
            help="What browsers and programs must give; no list of processes shows it where the environment gives it.",
            show_default=False,
            show_envvar=True,
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A further host name to answer to.", show_default=False),
    ] = None,
    model: Annotated[str, MODEL] = Settings().model,
) -> None:
    """Serve the pages of a store: stories, claims, reports, search, news, judgements, intake.

    Example: `twosource serve news.db`, then open http://127.0.0.1:8000/
    """
    from twosource.web import serving  # noqa: PLC0415  loaded late, so that --help answers at once

    with errors_in_one_line():
        door = serving.make_door(host, token, tuple(name or ()))
        serving.serve(store, host, port, door, Settings(model=model))
