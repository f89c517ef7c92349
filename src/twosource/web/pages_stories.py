"""In: a request for the list of stories or for one story. Out: the page as data, with its drawings."""

from collections.abc import Sequence

import msgspec

from twosource.dossier import words
from twosource.dossier.scale import Scale, scale
from twosource.dossier.view import Card
from twosource.records import Relation
from twosource.records.kept import News
from twosource.web import hrefs
from twosource.web.lines import claim_line, pager, pair, story_ref, title_of
from twosource.web.opened import Opened
from twosource.web.shapes import (
    ApartPage,
    ClaimLine,
    ClaimsPage,
    Pair,
    StoriesPage,
    StoryPage,
    Toll,
)
from twosource.web.shapes_reports import ReportLine, ReportsPage
from twosource.web.site import Asked
from twosource.web.tolls import moves, toll, toll_plot

STORIES = 50
_DISPUTED, _SHARED, _SINGLE, _PAIRS, _TOLLS, _NEWS = 12, 25, 20, 12, 3, 8
_CLAIMS = 100
_REPORTS = 200
_READINGS_DRAWN = 10
_DISPUTES = ("conflict", "denied")

Answer = tuple[msgspec.Struct, dict[str, object]]


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with its drawing: `line` is what its JSON says, `card` and `scale` what the drawing is made from."""

    line: ClaimLine
    card: Card
    scale: Scale | None
    most: int = _READINGS_DRAWN


def stories(asked: Asked) -> Answer:
    """The list of stories, searched and ordered."""
    query = asked.words("q")
    order = asked.one_of("order", ("changed", "size", "title"))
    start = asked.start()
    cards = asked.store.cards(query=query, order=order, start=start, count=STORIES)
    total = asked.store.count(query)
    page = StoriesPage(
        query=query,
        order=order,
        stories=cards,
        pager=pager("/stories", start, len(cards), total, STORIES, q=query, order=order if order != "changed" else ""),
    )
    return page, {}


def story(asked: Asked) -> Answer:
    """One story: its numbers, open conflicts first, then what is updated or agreed, then what one report says."""
    opened = asked.story()
    seen, kept = opened.view, opened.kept
    disputed = [card for card in seen.shared if card.verdict in _DISPUTES]
    shared = [card for card in seen.shared if card.verdict not in _DISPUTES]
    tolls = _tolls(opened)
    news = asked.store.news(story=opened.id, count=_NEWS)
    page = StoryPage(
        id=opened.id,
        title=title_of(kept.story.title),
        start=kept.story.start,
        end=kept.story.end,
        changed=kept.changed,
        reports=len(seen.sources),
        outlets=len({source.report.outlet for source in seen.sources if source.report.outlet}),
        verdicts={name: seen.count(name) for name in ("conflict", "denied", "updated", "agree", "single")},
        **_corroboration(seen.cards),
        disputed=tuple(claim_line(opened, card) for card in disputed[:_DISPUTED]),
        shared=tuple(claim_line(opened, card) for card in shared[:_SHARED]),
        single=tuple(claim_line(opened, card) for card in seen.single[:_SINGLE]),
        tolls=tuple(made for _, made in tolls),
        apart=_pairs(opened, _first_pairs(opened)),
        pairs=len(kept.story.related),
        quotes=len(seen.said),
        happenings=len(seen.moments),
        names=len(kept.story.names),
        news=news,
    )
    return page, {
        "story": story_ref(opened),
        "drawn": [_drawn(line, card) for line, card in zip(page.disputed, disputed, strict=False)],
        "strips": [_drawn(line, card) for line, card in zip(page.shared, shared, strict=False)],
        "plots": [toll_plot(opened, card) for card, _ in tolls],
        "singles": list(zip(page.single, seen.single, strict=False)),
        "a_report": seen.sources[0].report.id if seen.sources else "",
        "news_at": [(one, news_address(one)) for one in news],
    }


def claims(asked: Asked) -> Answer:
    """A story's claims as a list: all, or of one verdict, or whose question holds the words of the query."""
    opened = asked.story()
    verdict = asked.one_of("verdict", ("all", "conflict", "denied", "updated", "agree", "single", "shared"))
    query, start = asked.words("q"), asked.start()
    wanted = query.casefold().split()
    found = [
        card
        for card in opened.view.cards
        if verdict in {"all", card.verdict} or (verdict == "shared" and card.shared)
        if all(word in card.claim.question.casefold() for word in wanted)
    ]
    cards = found[start : start + _CLAIMS]
    ref = story_ref(opened)
    page = ClaimsPage(
        story=ref,
        verdict=verdict,
        query=query,
        claims=tuple(claim_line(opened, card) for card in cards),
        pager=pager(
            hrefs.story(opened.id, "claims"),
            start,
            len(cards),
            len(found),
            _CLAIMS,
            verdict=verdict if verdict != "all" else "",
            q=query,
        ),
    )
    return page, {
        "story": ref,
        "strips": [_drawn(line, card) for line, card in zip(page.claims, cards, strict=True)],
        "verdicts": {name: opened.view.count(name) for name in ("conflict", "denied", "updated", "agree", "single")},
    }


def apart(asked: Asked) -> Answer:
    """All pairs of a story that must not be set against each other."""
    opened, start = asked.story(), asked.start()
    related = opened.kept.story.related
    found = _pairs(opened, related[start : start + _CLAIMS])
    ref = story_ref(opened)
    address = hrefs.story(opened.id, "apart")
    return ApartPage(story=ref, pairs=found, pager=pager(address, start, len(found), len(related), _CLAIMS)), {
        "story": ref
    }


def reports(asked: Asked) -> Answer:
    """The reports of a story."""
    opened, start = asked.story(), asked.start()
    found = opened.view.sources[start : start + _REPORTS]
    ref = story_ref(opened)
    page = ReportsPage(
        story=ref,
        reports=tuple(
            ReportLine(
                id=source.report.id,
                address=hrefs.report(source.report.id),
                number=source.number,
                label=source.label,
                outlet=source.report.outlet,
                day=source.report.published.value if source.report.published else None,
                how_dated=words.how_dated(source.report.published),
                title=words.plain(source.report.title.words if source.report.title else source.report.headline or "")
                or None,
                copy_of=source.copied_from,
                credit=source.credit,
                language=source.report.language,
            )
            for source in found
        ),
        pager=pager(hrefs.story(opened.id, "reports"), start, len(found), len(opened.view.sources), _REPORTS),
    )
    return page, {"story": ref}


def news_address(news: News) -> str:
    """Where to look for a change: its claim, its report, its story."""
    if news.figure:
        return hrefs.claim(news.story, news.figure)
    return hrefs.report(news.report) if news.report else hrefs.story(news.story)


def _drawn(line: ClaimLine, card: Card) -> Drawn:
    return Drawn(line=line, card=card, scale=scale(card))


def _corroboration(cards: Sequence[Card]) -> dict[str, int]:
    """How many claims have two or more known origins, one, none."""
    known = [card.claim.independent for card in cards]
    return {
        "corroborated": sum(many >= 2 for many in known),  # noqa: PLR2004 - two sources
        "single_origin": sum(many == 1 for many in known),
        "unknown_origin": sum(many == 0 for many in known),
    }


def _tolls(opened: Opened) -> list[tuple[Card, Toll]]:
    """The claims whose number moves over time, those that most reports tell first."""
    ranked = sorted(
        ((moves(card), number, card) for number, card in enumerate(opened.view.shared)),
        key=lambda one: (one[0], -one[1]),
    )
    moving = [card for (days, _), _, card in reversed(ranked) if days][:_TOLLS]
    return [(card, made) for card in moving if (made := toll(opened, card))]


def _first_pairs(opened: Opened) -> Sequence[Relation]:
    """The pairs most worth telling: those of claims that several reports speak of."""
    shared = {card.claim.id for card in opened.view.shared}
    ranked = sorted(
        opened.kept.story.related, key=lambda one: (not one.broken, -((one.a in shared) + (one.b in shared)))
    )
    return ranked[:_PAIRS]


def _pairs(opened: Opened, related: Sequence[Relation]) -> tuple[Pair, ...]:
    claims = {claim.id: claim for claim in opened.kept.story.claims}
    return tuple(pair(opened, one, claims) for one in related if one.a in claims and one.b in claims)
