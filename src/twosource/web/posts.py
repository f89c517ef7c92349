"""In: a form that was sent. Out: a judgement made, reports taken in, a token checked; then on to a page."""

import asyncio
import logging
import re
from urllib.parse import unquote, urlsplit

from python_multipart.exceptions import ParseError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from twosource.desk import Document
from twosource.dossier import words
from twosource.errors import JudgementError, NothingRead
from twosource.records.judgements import JoinStories, Judgement, Undo
from twosource.web import answers, hrefs, uploads
from twosource.web.guard import LOGIN_COOKIE, is_token, login_mark
from twosource.web.jobs import Outcome, Progress
from twosource.web.judging import Form, decision
from twosource.web.refusals import Refused, no_story
from twosource.web.site import Site

_LOG = logging.getLogger(__name__)
_COUNTING = 15.0  # seconds that a browser waits for the count
_HALF_A_YEAR = 15_552_000
_LONGEST_BY = 100
_WRONG_TOKEN = 0.5  # seconds before the next try
_MOST_FIELDS = 6_000
_FIELD = 6_000_000
_BACK = re.compile(r"/(?![/\\])[!-\[\]-~]*")


async def judge(site: Site, request: Request) -> Response:
    """Record a judgement, recount at once, and go back to the page it was made on."""
    async with _Fields(site, request) as fields:
        form = Form(_texts(fields))
    chosen = decision(form)
    if isinstance(chosen, JoinStories):
        chosen = JoinStories(a=chosen.a, b=await run_in_threadpool(_report_of, site, chosen.b))
    by = words.plain(form.words("by", ""))[:_LONGEST_BY]
    if not by:
        fields_again = [(key, value) for key, value in form.fields if key not in {"by", "csrf", "back"}]
        values: dict[str, object] = {"fields": fields_again, "back_to": form.words("back", "")}
        return answers.as_html(site, request, "sign.html", values)
    why, story = form.words("why", ""), form.words("story", "") or None

    def act() -> Judgement:
        if isinstance(chosen, Undo):
            return site.desk.undo(chosen.judgement, by=by, now=site.now(), why=why)
        return site.desk.judge(chosen, by=by, now=site.now(), why=why, story=story)

    # Where reports are just being read, the judgement is noted at once and counted when that is done.
    task = asyncio.ensure_future(run_in_threadpool(act))
    done, _ = await asyncio.wait({task}, timeout=_COUNTING)
    if done:
        try:
            answer = answers.see_other(_back(form.words("back", ""), task.result().id))
        except JudgementError as error:
            raise Refused(422, "judgement", str(error)) from None
    else:
        task.add_done_callback(_note_fault)
        answer = answers.see_other("/judgements?late=yes")
    answers.set_cookie(answer, request, answers.NAME_COOKIE, by.encode().hex(), _HALF_A_YEAR)
    return answer


def _report_of(site: Site, given: str) -> str:
    """The id of a report, of which a person gave the address, or its story's. Raises Refused for no such story."""
    found = re.search(r"/(stories|reports)/([^/?#]+)", given)
    if not found:
        return given
    name = hrefs.unpart(unquote(found[2]))
    if found[1] == "reports":
        return name
    with site.store.view() as view:
        opened = site.shelf.take(view, name)
    if opened is None or not opened.view.sources:
        raise no_story()
    return opened.view.sources[0].report.id


def _note_fault(task: asyncio.Future[Judgement]) -> None:
    """Say in the program's log why a judgement that nobody waits for any longer was not counted."""
    if not task.cancelled() and task.exception():
        _LOG.error("a judgement was not counted", exc_info=task.exception())


def _back(given: str, judgement: str) -> str:
    """A page of this site to go back to, which then tells of the judgement."""
    address = given if _BACK.fullmatch(given) else "/judgements"
    path, _, query = urlsplit(address)._replace(fragment="").geturl().partition("?")
    kept = [part for part in query.split("&") if part and not part.startswith("judged=")]
    return f"{path}?{'&'.join([*kept, f'judged={judgement}'])}"


async def take_in(site: Site, request: Request) -> Response:
    """Queue what was dropped, pasted or named, and go to the page of the job."""
    async with _Fields(site, request, uploads.MOST_FILES) as fields:
        given = await _given(fields)
    if not given.documents and not given.addresses:
        told = "; ".join(problem.message for problem in given.problems)
        raise Refused(422, "nothing-given", told or "Give a file, a text or an address.")

    def work(progress: Progress) -> Outcome:
        return _added(site, given, progress)

    job = site.jobs.put(given.title, site.now(), work)
    if job is None:
        raise Refused(503, "busy", "Too many jobs are waiting; try again in a while.")
    return answers.see_other(f"/intake/{job.id}")


def _added(site: Site, given: uploads.Given, progress: Progress) -> Outcome:
    try:
        added = site.desk.add([*given.documents, *given.addresses], now=site.now(), progress=progress)
    except NothingRead as error:
        told = "; ".join([str(error), *(problem.message for problem in given.problems)])
        raise NothingRead(told) from None
    return Outcome(
        new=added.new,
        changed=added.changed,
        unchanged=added.unchanged,
        stories=added.stories,
        problems=tuple(sorted({*added.problems, *given.problems})),
        seconds=round(added.seconds, 1),
    )


async def _given(fields: FormData) -> uploads.Given:
    form = Form(_texts(fields, but="text"))
    said = uploads.about(
        form.words("outlet", ""), form.words("url", ""), form.words("published", ""), form.words("name", "")
    )
    documents, problems = [], []
    text = fields.get("text")
    if isinstance(text, str) and text.strip():
        documents.append(uploads.pasted(text, said))
    for field in fields.getlist("files"):
        if not isinstance(field, UploadFile) or not field.filename:
            continue
        for found in uploads.uploaded(field.filename, await field.read()):
            if isinstance(found, Document):
                documents.append(found)
            else:
                problems.append(found)
    addresses = uploads.addresses(form.words("address", ""))
    return uploads.Given(documents=tuple(documents), addresses=addresses, problems=tuple(problems))


async def log_in(site: Site, request: Request) -> Response:
    """Check the token and remember the browser that gave it."""
    async with _Fields(site, request) as fields:
        form = Form(_texts(fields))
    token = site.door.token
    if token is None:
        return answers.see_other("/stories")
    if not is_token(form.words("token", ""), token):
        await asyncio.sleep(_WRONG_TOKEN)
        return answers.as_html(site, request, "login.html", {"trouble": "That is not the token."}, 401)
    answer = answers.see_other("/stories")
    answers.set_cookie(answer, request, LOGIN_COOKIE, login_mark(token), _HALF_A_YEAR)
    return answer


async def log_out(site: Site, request: Request) -> Response:
    """Forget the browser."""
    async with _Fields(site, request):
        pass
    answer = answers.see_other("/login")
    answer.delete_cookie(LOGIN_COOKIE, httponly=True, samesite="strict")
    return answer


class _Fields:
    """The fields of a form that this site made for this browser; its files are closed at the end."""

    def __init__(self, site: Site, request: Request, files: int = 0) -> None:
        self._site, self._request, self._files = site, request, files

    async def __aenter__(self) -> FormData:
        """The fields. Raises Refused where the form is broken or not ours."""
        try:
            self._fields = await self._request.form(
                max_files=self._files, max_fields=_MOST_FIELDS, max_part_size=_FIELD
            )
        except ParseError:
            raise Refused(400, "broken-form", "The form did not arrive whole.") from None
        mark = self._fields.get("csrf")
        if not isinstance(mark, str) or not answers.is_our_form(self._site, self._request, mark):
            await self._fields.close()
            raise Refused(403, "form", "This form is too old, or was not made for this browser: load its page anew.")
        return self._fields

    async def __aexit__(self, *_: object) -> None:
        await self._fields.close()


def _texts(fields: FormData, but: str = "") -> list[tuple[str, str]]:
    return [(key, value) for key, value in fields.multi_items() if isinstance(value, str) and key != but]
