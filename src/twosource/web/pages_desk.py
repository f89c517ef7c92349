"""In: a request for a search, the news, the log of judgements, the intake. Out: the page as data."""

import re

from twosource.desk import alerts, find, titles_of
from twosource.dossier import words
from twosource.errors import QueryError
from twosource.records.kept import FigureQuery, Hit, News
from twosource.web import hrefs, log
from twosource.web.lines import pager, story_ref, title_of
from twosource.web.opened import Opened
from twosource.web.pages_stories import Answer, news_address
from twosource.web.refusals import no_job, no_story
from twosource.web.shapes import (
    IntakePage,
    JobPage,
    JudgementsPage,
    NewsLine,
    NewsPage,
    Pager,
    StoryRef,
)
from twosource.web.shapes_reports import HitLine, SearchPage
from twosource.web.site import Asked

_HITS, _NEWS, _LOG, _RUNS, _TOUCHED = 50, 200, 100, 20, 50
_MARKED = 20


def search(asked: Asked) -> Answer:
    """What a search finds: reports by their words, or figures by what they say."""
    query, start = asked.words("q"), asked.start()
    nothing = pager("/search", start, 0, 0, _HITS)
    if not query:
        return SearchPage(query="", figures=None, hits=(), pager=nothing, trouble=""), {}
    try:
        found = find(asked.store, query, start=start, count=_HITS + 1)
    except QueryError as error:
        return SearchPage(query=query, figures=None, hits=(), pager=nothing, trouble=str(error)), {}
    shown = found.hits[:_HITS]
    total = start + len(found.hits)  # one more than shown where there are more
    page = SearchPage(
        query=query,
        figures=found.query,
        hits=tuple(_hit(hit, "" if found.query else found.words) for hit in shown),
        pager=pager("/search", start, len(shown), total, _HITS, q=query),
        trouble="",
    )
    return page, {"asked_for": _asked_for(found.query)}


_ASKED = {
    "measure": "measure",
    "low": "at least",
    "high": "at most",
    "unit": "in",
    "of": "of",
    "said_by": "said by",
    "words": "words",
    "since": "since",
    "until": "until",
}


def _asked_for(query: FigureQuery | None) -> list[tuple[str, str]]:
    """How a search for figures was understood, in words."""
    if query is None:
        return []
    values = [(said, getattr(query, name)) for name, said in _ASKED.items()]
    return [
        (said, words.number(value) if isinstance(value, float) else str(value))
        for said, value in values
        if value is not None
    ]


def _hit(hit: Hit, wanted: str) -> HitLine:
    return HitLine(
        hit=hit,
        label=words.plain(hit.outlet or hit.report),
        address=hrefs.place(hit.report, hit.start, hit.end),
        story_address=hrefs.claim(hit.story, hit.figure) if hit.figure else hrefs.story(hit.story),
        parts=_parts(hit.snippet, wanted),
    )


def _parts(snippet: str, wanted: str) -> tuple[tuple[bool, str], ...]:
    """A snippet in pieces, with the words that were looked for marked (true)."""
    bare = re.findall(r"\w+", wanted)[:_MARKED]
    if not bare:
        return ((False, words.plain(snippet)),)
    found = re.compile(rf"\b({'|'.join(map(re.escape, bare))})", re.IGNORECASE)
    return tuple((number % 2 == 1, piece) for number, piece in enumerate(found.split(words.plain(snippet))) if piece)


def news(asked: Asked) -> Answer:
    """What changed, in all stories or in one, newest first: what is worth an alert, or everything."""
    opened = _one(asked)
    show = asked.one_of("show", ("alerts", "all"))
    story = opened.id if opened else None
    found = _found(asked, show, story)
    titles = titles_of(asked.store, found)
    page = NewsPage(
        story=story_ref(opened) if opened else None,
        show=show,
        news=tuple(
            NewsLine(news=one, title=title_of(titles.get(one.story, "")), address=news_address(one)) for one in found
        ),
        feed="/news.atom" + hrefs.query(story=story),
    )
    return page, {"story": page.story}


def _found(asked: Asked, show: str, story: str | None) -> tuple[News, ...]:
    if show == "alerts":
        return alerts(asked.store, story=story, count=_NEWS)
    return asked.store.news(story=story, count=_NEWS)


def judgements(asked: Asked) -> Answer:
    """The log of judgements, newest first; of one story where it is named, then with those that lost their object."""
    opened, start = _one(asked), asked.start()
    everything = asked.store.judgements()
    found = tuple(reversed(asked.store.judgements(opened.id) if opened else everything))
    shown = found[start : start + _LOG]
    lines = log.lines(shown, everything, asked.store, opened)
    ref = story_ref(opened) if opened else None
    page = JudgementsPage(
        story=ref,
        judgements=lines,
        orphans=sum(line.orphan is not None for line in lines),
        pager=_log_pager(opened, start, len(shown), len(found)),
    )
    return page, {"story": ref, "late": asked.words("late") == "yes"}


def _log_pager(opened: Opened | None, start: int, count: int, total: int) -> Pager:
    return pager("/judgements", start, count, total, _LOG, story=opened.id if opened else "")


def _one(asked: Asked) -> Opened | None:
    """The story that the query names, if it names one."""
    name = asked.words("story")
    if not name:
        return None
    found = asked.site.shelf.take(asked.store, name)
    if found is None:
        raise no_story()
    return found


def intake(asked: Asked) -> Answer:
    """Where reports are added: what is being read, and the newest runs."""
    return IntakePage(jobs=asked.site.jobs.all()[:_RUNS], runs=asked.store.runs(_RUNS)), {}


def job(asked: Asked) -> Answer:
    """One job: how far it is, what it brought, what was rejected and why."""
    found = asked.site.jobs.get(asked.path["job"])
    if found is None:
        raise no_job()
    touched = []
    for name in found.outcome.stories[:_TOUCHED] if found.outcome else ():
        card = asked.store.card(name)
        if card:
            touched.append(StoryRef(id=card.id, title=title_of(card.title), address=hrefs.story(card.id)))
    return JobPage(job=found, stories=tuple(touched)), {}
