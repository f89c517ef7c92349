"""In: a store and who may come in. Out: the web application over it: every page as HTML and JSON, forms, the feed."""

import contextlib
import re
from collections.abc import AsyncIterator, Awaitable, Callable

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from twosource.desk import Desk, alerts, atom, titles_of
from twosource.errors import StoreBusy, StoreError
from twosource.settings import Settings
from twosource.store import Store
from twosource.web import answers, hrefs, log, posts, uploads
from twosource.web.guard import LOGIN, Door, Guard, Scope
from twosource.web.jobs import Jobs
from twosource.web.openapi import openapi
from twosource.web.refusals import Across, Elsewhere, Refused
from twosource.web.routes import PAGES, Page
from twosource.web.shapes import JudgementLine
from twosource.web.site import Asked, Site, utc_now

_JUDGED = re.compile(r"[0-9a-f]{1,40}")
_FEED = 200
_HTTP = {
    404: ("not-there", "There is no page at this address."),
    405: ("method", "This page takes no such request."),
}
Handler = Callable[[Request], Response]
Later = Callable[[Request], Awaitable[Response]]


def make_site(
    store: Store, settings: Settings | None = None, door: Door | None = None, *, now: Callable[[], str] = utc_now
) -> Site:
    """A site over a store, open to this machine alone unless `door` says otherwise."""
    door = door or Door()
    bounded = Door(
        names=door.names,
        any_address=door.any_address,
        token=door.token,
        most={"/intake": uploads.MOST_BYTES, **door.most},
        otherwise=door.otherwise,
        patience=door.patience,
    )
    return Site(store=store, desk=Desk(store, settings), door=bounded, jobs=Jobs(), now=now)


def make_app(site: Site) -> Guard:
    """The ASGI application of a site. Its jobs end with it; its store is closed by whom opened it."""

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        site.jobs.close()

    def refuse(scope: Scope, refused: Refused) -> Response:
        return answers.refusal(site, Request(scope), refused)

    inside = Starlette(
        routes=_routes(site),
        exception_handlers={
            kind: lambda request, error: answers.refusal(site, request, _why(error))
            for kind in (Refused, HTTPException, StoreError, Exception)
        },
        lifespan=lifespan,
    )
    # Around everything, so that even the answer to a fault has its headers.
    return Guard(inside, site.door, refuse)


def _routes(site: Site) -> list[Route]:
    def post(act: Callable[[Site, Request], Awaitable[Response]]) -> Later:
        async def endpoint(request: Request) -> Response:
            return await act(site, request)

        return endpoint

    routes = [
        Route("/", lambda _: RedirectResponse("/stories", 307)),
        Route("/static/{version}/{name}", _static),
        Route("/favicon.ico", lambda _: RedirectResponse(answers.static_address("icon.svg"), 307)),
        Route("/openapi.json", lambda _: Response(openapi(), media_type="application/json")),
        Route("/news.atom", _feed(site)),
        Route("/help", lambda request: answers.as_html(site, request, "help.html", {})),
        Route(LOGIN, _login(site), methods=["GET"]),
        Route(LOGIN, post(posts.log_in), methods=["POST"]),
        Route("/logout", post(posts.log_out), methods=["POST"]),
        Route("/judge", post(posts.judge), methods=["POST"]),
        Route("/intake", post(posts.take_in), methods=["POST"]),
    ]
    for page in PAGES:
        path = page.path.replace("{report}", "{report:path}")  # "/" in an id comes unquoted
        routes.append(Route(f"{path}.json", _json(site, page), methods=["GET"]))
        routes.append(Route(path, _html(site, page), methods=["GET"]))
    return routes


def _json(site: Site, page: Page) -> Handler:
    def endpoint(request: Request) -> Response:
        try:
            data, _, _ = _made(site, page, request, {name: str(value) for name, value in request.path_params.items()})
        except (Elsewhere, Across) as other:
            return RedirectResponse(_moved(page, request, other, ".json"), 307)
        return answers.as_json(data, request)

    return endpoint


def _html(site: Site, page: Page) -> Handler:
    def endpoint(request: Request) -> Response:
        try:
            parts = {name: hrefs.unpart(str(value)) for name, value in request.path_params.items()}
            data, drawn, flash = _made(site, page, request, parts)
        except (Elsewhere, Across) as other:
            return RedirectResponse(_moved(page, request, other, ""), 307)
        address = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        values = {"page": data, "flash": flash, "json_address": hrefs.json_of(address), "at": page.name, **drawn}
        return answers.as_html(site, request, page.template, values)

    return endpoint


def _made(
    site: Site, page: Page, request: Request, path: dict[str, str]
) -> tuple[msgspec.Struct, dict[str, object], JudgementLine | None]:
    """The page as data, its drawings, and the judgement after which this browser comes back to it."""
    with site.store.view() as store:
        asked = Asked(site=site, store=store, path=path, query=request.query_params)
        data, drawn = page.make(asked)
        flash = _flash(asked)
    return data, drawn, flash


def _flash(asked: Asked) -> JudgementLine | None:
    name = asked.query.get("judged", "")
    if not _JUDGED.fullmatch(name):
        return None
    everything = asked.store.judgements()
    found = [one for one in everything if one.id == name]
    return next(iter(log.lines(found, everything, asked.store, None)), None)


def _moved(page: Page, request: Request, other: Elsewhere | Across, ending: str) -> str:
    """The same page of the story in which the one asked for now is; or the page that shows it better."""
    asked = f"?{request.url.query}" if request.url.query else ""
    if isinstance(other, Across):
        path, mark, fragment = other.address.partition("#")
        path, _, query = path.partition("?")
        told = "&".join(part for part in (query, request.url.query) if part)
        return f"{path}{ending}" + (f"?{told}" if told else "") + mark + fragment
    parts = {**request.path_params, "story": other.story}
    path = re.sub(r"\{(\w+)\}", lambda found: hrefs.part(str(parts[found[1]])), page.path)
    return f"{path}{ending}{asked}"


def _why(error: Exception) -> Refused:
    """Why a request gets no page, from what was raised on its way."""
    match error:
        case Refused():
            return error
        case HTTPException():
            code, message = _HTTP.get(error.status_code, ("request", str(error.detail)))
            return Refused(error.status_code, code, message)
        case StoreBusy():
            return Refused(503, "busy", "Another process is writing to the store; try again in a while.")
        case StoreError():
            return Refused(500, "store", str(error))
        case _:
            return Refused(500, "fault", "A fault of the program; its log tells more.")


def _static(request: Request) -> Response:
    return answers.static_answer(request.path_params["version"], request.path_params["name"])


def _login(site: Site) -> Handler:
    return lambda request: answers.as_html(site, request, "login.html", {"trouble": ""})


def _feed(site: Site) -> Handler:
    def endpoint(request: Request) -> Response:
        with site.store.view() as store:
            asked = Asked(site=site, store=store, path={}, query=request.query_params)
            found = alerts(store, story=asked.words("story") or None, count=_FEED)
            titles = titles_of(store, found)
            changed = store.cards(count=1)
        updated = changed[0].changed if changed else ""
        base = str(request.base_url).rstrip("/")
        return Response(
            atom(found, titles, link=base, updated=updated), media_type="application/atom+xml; charset=utf-8"
        )

    return endpoint
