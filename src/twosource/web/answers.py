"""In: a page as data with its drawings, or a refusal. Out: the HTTP answer, as HTML or JSON."""

import functools
import hashlib
import hmac
import re
import secrets
from importlib.resources import files
from urllib.parse import urlsplit

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource.dossier import words
from twosource.dossier.wire import fit_for_utf8
from twosource.version import VERSION
from twosource.web import hrefs
from twosource.web.drawing import FILTERS, GLOBALS
from twosource.web.refusals import Refused, fault_page
from twosource.web.site import Site

FORM_COOKIE = "twosource_form"
NAME_COOKIE = "twosource_by"
_YEAR = 31_536_000
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\N{REPLACEMENT CHARACTER}")
_SESSION = re.compile(r"[0-9a-f]{32}")
_STATIC = {
    "page.css": ("twosource.dossier", "templates/page.css", "text/css; charset=utf-8"),
    "desk.css": ("twosource.web", "static/desk.css", "text/css; charset=utf-8"),
    "desk.js": ("twosource.web", "static/desk.js", "text/javascript; charset=utf-8"),
    "icon.svg": ("twosource.web", "static/icon.svg", "image/svg+xml"),
}


@functools.cache
def static(name: str) -> tuple[bytes, str, str] | None:
    """A static file: its bytes, its kind, and the version that stands in its address; None for an unknown name."""
    if name not in _STATIC:
        return None
    package, path, kind = _STATIC[name]
    content = files(package).joinpath(*path.split("/")).read_bytes()
    return content, kind, hashlib.sha256(content).hexdigest()[:10]


def static_address(name: str) -> str:
    """The address of a static file, with its version in it so that it may be kept for ever."""
    found = static(name)
    return f"/static/{found[2] if found else VERSION}/{name}"


def static_answer(version: str, name: str) -> Response:
    """A static file, to be kept for ever. Raises Refused for another name or version."""
    found = static(name)
    if found is None or found[2] != version:
        raise Refused(404, "not-there", "There is no such file.")
    content, kind, _ = found
    headers = {"Content-Type": kind, "Cache-Control": f"public, max-age={_YEAR}, immutable", "ETag": f'"{version}"'}
    return Response(content, headers=headers)


def as_json(data: msgspec.Struct, request: Request | None = None, status: int = 200) -> Response:
    """A page as JSON; the half of a surrogate pair that only hostile text holds becomes "?"."""
    try:
        body = msgspec.json.encode(data)
    except UnicodeEncodeError:
        body = msgspec.json.encode(fit_for_utf8(msgspec.to_builtins(data)))
    return _tagged(Response(body, status, media_type="application/json"), request)


def as_html(site: Site, request: Request, template: str, values: dict[str, object], status: int = 200) -> Response:
    """A page as HTML. A browser without a form cookie gets one, so that its forms are known again."""
    given = request.cookies.get(FORM_COOKIE, "")
    session = given if _SESSION.fullmatch(given) else secrets.token_hex(16)
    context: dict[str, object] = {
        "csrf": form_mark(site, session),
        "by": shown_name(request),
        "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "json_address": None,
        "story": None,
        "flash": None,
        "signed_in": site.door.token is not None,
        "query": "",
        **values,
    }
    text = environment().get_template(template).render(context)
    body = text.encode("utf-8", "replace").replace(b"\x00", "\N{REPLACEMENT CHARACTER}".encode())
    answer = _tagged(Response(body, status, media_type="text/html"), request)
    if session != given:
        set_cookie(answer, request, FORM_COOKIE, session)
    return answer


def form_mark(site: Site, session: str) -> str:
    """What a form must bring along to be known as ours: made for one browser by this process."""
    return hmac.new(site.secret, session.encode(), hashlib.sha256).hexdigest()


def is_our_form(site: Site, request: Request, given: str) -> bool:
    """Whether a form was made for this very browser."""
    session = request.cookies.get(FORM_COOKIE, "")
    if not _SESSION.fullmatch(session):
        return False
    return hmac.compare_digest(form_mark(site, session).encode(), given.encode("utf-8", "replace"))


def shown_name(request: Request) -> str:
    """The name under which this browser judged last, hex in its cookie so that any letter fits."""
    try:
        return words.plain(bytes.fromhex(request.cookies.get(NAME_COOKIE, "")[:400]).decode())
    except ValueError:
        return ""


def set_cookie(answer: Response, request: Request, name: str, value: str, age: int | None = None) -> None:
    """A cookie that no script reads and no other site sends."""
    secure = request.url.scheme == "https"
    answer.set_cookie(name, value, max_age=age, httponly=True, samesite="strict", secure=secure)


def refusal(site: Site, request: Request, refused: Refused) -> Response:
    """A refusal, in JSON to whom asked for JSON, else as a page."""
    path = request.url.path
    accepts = request.headers.get("accept", "")
    if path.endswith((".json", ".atom")) or ("json" in accepts and "html" not in accepts):
        answer = as_json(fault_page(refused), None, refused.status)
    elif refused.code == "token":
        answer = as_html(site, request, "login.html", {"trouble": ""}, refused.status)
    else:
        answer = as_html(
            site, request, "refused.html", {"refused": refused, "back_address": _came_from(request)}, refused.status
        )
    if refused.status == 401:  # noqa: PLR2004 - HTTP
        answer.headers["WWW-Authenticate"] = 'Bearer realm="twosource"'
    if refused.status in {408, 413}:
        answer.headers["Connection"] = "close"
    return answer


def _came_from(request: Request) -> str | None:
    """The page of this site from which a form was sent."""
    if request.method != "POST":
        return None
    came = urlsplit(request.headers.get("referer", ""))
    if came.netloc != request.headers.get("host") or not re.fullmatch(r"/(?![/\\])[!-~]*", came.path):
        return None
    return came.path + (f"?{came.query}" if came.query else "")


def see_other(address: str) -> Response:
    """Go on with GET there."""
    return RedirectResponse(address, 303)


def _tagged(answer: Response, request: Request | None) -> Response:
    """The answer with a tag made of its bytes, or "not modified" to whom has just these."""
    if request is None or answer.status_code != 200 or request.method == "POST":  # noqa: PLR2004 - HTTP
        return answer
    tag = f'W/"{hashlib.blake2b(bytes(answer.body), digest_size=8).hexdigest()}"'
    if tag in [one.strip() for one in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers={"ETag": tag})
    answer.headers["ETag"] = tag
    return answer


def _unturned(value: object) -> object:
    """A word with marks of direction made visible: one that is never closed turns round what stands behind it."""
    return value.translate(_TURNING) if isinstance(value, str) else value


@functools.cache
def environment() -> Environment:
    """The templates with their filters, compiled once a process. Everything is escaped."""
    made = Environment(
        loader=PackageLoader("twosource.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_unturned,
    )
    made.filters |= FILTERS
    made.globals |= {**GLOBALS, "hrefs": hrefs, "words": words, "version": VERSION, "static": static_address}
    return made
