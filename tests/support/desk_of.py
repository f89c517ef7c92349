"""In: a dossier. Out: a store that holds it, a site over the store, and a browser that asks it without a socket."""

import asyncio
import html
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx
from msgspec import structs

from twosource import pipeline
from twosource.desk.settling import rules_of
from twosource.reconciling import revise
from twosource.records import Dossier, Group, Identity, Name, Report, Story, content_id
from twosource.records.kept import Batch, Given, Kept, KeptStory, News, Run
from twosource.settings import Settings
from twosource.store import Store, open_store
from twosource.web.app import make_app, make_site
from twosource.web.guard import Door
from twosource.web.site import Site

SEEN = "2025-05-03T14:05:00Z"
BASE = "http://127.0.0.1:8000"


def keep(dossier: Dossier, path: Path, *, counted: bool = True) -> Store:
    """A new store at a path, with the dossier's stories as a run would leave them, and a piece of news of each.

    Its reports are described and its claims counted as a run does it, so that after a judgement nothing is read again
    and nothing else is new; or they are left as they are.
    """
    store = open_store(str(path), create=True)
    stories = [
        KeptStory(id=f"s{number}", changed=SEEN, story=_counted(story) if counted else story)
        for number, story in enumerate(dossier.stories)
    ]
    with store.writer() as writer:
        writer.write(
            Batch(
                kept=tuple(
                    Kept(
                        report=report,
                        mentions=mentions,
                        hash=content_id(report.text),
                        seen=SEEN,
                        rules=rules_of(Settings()),  # as if read already: a judgement reads nothing again
                        given=Given(outlet=report.outlet, published=report.published),
                    )
                    for one in stories
                    for report, mentions in zip(one.story.reports, one.story.mentions, strict=True)
                ),
                touched=tuple(report.id for one in stories for report in one.story.reports),
                copies=tuple(copy for one in stories for copy in one.story.copies),
                stories=tuple(stories),
                news=tuple(
                    News(
                        id=content_id(one.id),
                        at=SEEN,
                        story=one.id,
                        kind="new conflict",
                        words="Two numbers that cannot both be",
                        figure=one.story.claims[0].figures[0] if one.story.claims else None,
                        day="2025-03-15",
                    )
                    for one in stories
                ),
                run=Run(
                    id="run",
                    command="add",
                    begun=SEEN,
                    ended=SEEN,
                    rules="test",
                    read=7,
                    new=7,
                    changed=0,
                    problems=0,
                    seconds=1.5,
                ),
            )
        )
    return store


def _counted(story: Story) -> Story:
    reports = _described(story)
    mentions = tuple(
        structs.replace(found, names=_names(report, story.names))
        for report, found in zip(reports, story.mentions, strict=True)
    )
    return revise(structs.replace(story, reports=reports, mentions=mentions), ())


def _names(report: Report, known: Sequence[Identity]) -> tuple[Name, ...]:
    """The names of a story that stand in a report, each in the forms it has there."""
    made = []
    for one in known:
        forms = [form for form in (one.name, *one.also) if form in report.text]
        spans = [report.span(report.text.index(form), report.text.index(form) + len(form)) for form in forms]
        if forms:
            made.append(Name(name=forms[0], kind=one.kind, also=tuple(forms[1:]), spans=tuple(spans)))
    return tuple(made)


def _described(story: Story) -> tuple[Report, ...]:
    group = Group(reports=tuple(report.id for report in story.reports), events=story.events, ties=story.ties)
    bare = {
        one.id: Report(
            id=one.id, text=one.text, outlet=one.outlet, url=one.url, published=one.published, headline=one.headline
        )
        for one in story.reports
    }
    return tuple(pipeline.together(group, bare, Settings()))


def change(store: Store, report: str, text: str, seen: str = "2025-05-04T08:00:00Z") -> None:
    """Keep another version of a report, with another text and nothing found in it."""
    with store.view() as view:
        old = view.kept([report])[0]
    plain = structs.replace(old.report, text=text, furniture=(), title=None, byline=None, dateline=None)
    mentions = structs.replace(old.mentions, figures=(), times=(), statements=(), quotes=(), names=())
    with store.writer() as writer:
        writer.write(
            Batch(kept=(Kept(report=plain, mentions=mentions, hash=content_id(text), seen=seen, rules="test"),))
        )


def site_of(store: Store, door: Door | None = None) -> Site:
    """A site over a store, at a moment that stands still."""
    return make_site(store, None, door, now=lambda: "2025-05-03T15:00:00Z")


class Asking:
    """Asks a site as one browser would, keeping its cookies."""

    def __init__(self, site: Site, base: str = BASE) -> None:
        self._app, self._base = make_app(site), base
        self.cookies = httpx.Cookies()

    def get(self, address: str, **more: Any) -> httpx.Response:  # noqa: ANN401 - as httpx takes it
        """What the site answers to GET."""
        return self.ask("GET", address, **more)

    def ask(self, method: str, address: str, **more: Any) -> httpx.Response:  # noqa: ANN401 - as httpx takes it
        """What the site answers."""
        return asyncio.run(self._ask(method, address, **more))

    def send(self, address: str, fields: dict[str, Any], page: str = "/intake", **more: Any) -> httpx.Response:  # noqa: ANN401 - as httpx takes it
        """What the site answers to a form that was loaded with a page."""
        return self.ask("POST", address, data={"csrf": self.mark(page), **fields}, **more)

    def mark(self, page: str = "/intake") -> str:
        """The mark that a page puts into its forms for this browser."""
        found = re.search(r'name="csrf" value="(\w+)"', self.get(page).text)
        assert found
        return html.unescape(found[1])

    async def _ask(self, method: str, address: str, **more: Any) -> httpx.Response:  # noqa: ANN401 - as httpx takes it
        transport = httpx.ASGITransport(app=self._app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=self._base, cookies=self.cookies) as client:
            answer = await client.request(method, address, **more)
            self.cookies = client.cookies
            return answer
