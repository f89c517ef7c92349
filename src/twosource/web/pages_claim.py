"""In: a request for one claim. Out: its readings, chains, origins, edges, policies, history and judgements."""

import msgspec

from twosource.dossier.scale import scale
from twosource.dossier.tree import tree
from twosource.dossier.view import Card
from twosource.reconciling import POLICIES
from twosource.reconciling.policies import choose
from twosource.records import Choice, Figure
from twosource.web import hrefs, log
from twosource.web.lines import (
    claim_line,
    claim_ref,
    edge_line,
    edges_of,
    origin_lines,
    pager,
    pair,
    reading_line,
    story_ref,
)
from twosource.web.opened import Opened
from twosource.web.pages_stories import Answer
from twosource.web.refusals import Across, Refused
from twosource.web.shapes import ClaimPage
from twosource.web.site import Asked
from twosource.web.tolls import toll, toll_plot

_READINGS = 40
_EDGES = 100
_APART = 60
_HISTORY = 2_000
_OTHERS = 200


def claim(asked: Asked) -> Answer:
    """The claim that holds the figure which the path names."""
    opened = asked.story()
    card = opened.card_of.get(asked.path["figure"])
    if card is None:
        place = _unanswered(asked, asked.path["figure"])
        if place:
            raise Across(place)
        raise Refused(404, "no-claim", "This figure answers no claim of this story: it was rejected, moved or is gone.")
    start = asked.start()
    found = card.readings[start : start + _READINGS]
    shown = msgspec.structs.replace(card, readings=found)
    line = claim_line(opened, card)
    edges = edges_of(card.claim)
    claims = {claim.id: claim for claim in opened.kept.story.claims}
    everything = asked.store.judgements()
    mine = set(card.claim.figures)
    news = [one for one in asked.store.news(story=opened.id, count=_HISTORY) if one.figure in mine]
    judged = [one for one in everything if mine & set(log.figures_of(one))]
    ref = story_ref(opened)
    page = ClaimPage(
        story=ref,
        claim=line,
        readings=tuple(reading_line(card, reading) for reading in found),
        pager=pager(line.address, start, len(found), len(card.readings), _READINGS),
        origins=origin_lines(card.claim),
        edges=tuple(edge_line(opened, edge) for edge in edges[:_EDGES]),
        policies=_policies(opened, card),
        apart=tuple(
            pair(opened, relation, claims)
            for _, relation in card.apart[:_APART]
            if relation.a in claims and relation.b in claims
        ),
        toll=toll(opened, card),
        history=tuple(news),
        judgements=log.lines(reversed(judged), everything, asked.store, opened),
    )
    return page, {
        "story": ref,
        "card": shown,
        "scale": scale(shown),
        "tree": tree(shown),
        "apart_fields": lambda figures: [("figures", figure) for figure in figures],
        "toll_plot": toll_plot(opened, card),
        "opened": opened,
        "many_edges": len(edges),
        "voices": _voices(card),
        "others": _others(opened, card),
    }


def _unanswered(asked: Asked, figure: str) -> str | None:
    """The place of a figure that answers no claim, as one that was rejected; None where there is no such figure."""
    for judgement in reversed(asked.store.judgements()):
        if figure in judgement.anchors:
            anchor = judgement.anchors[figure]
            return hrefs.place(anchor.report, anchor.start, anchor.end)
    for found, report in asked.store.figures_like(figure, 1):
        if found == figure:
            return hrefs.report(report)
    return None


def _policies(opened: Opened, card: Card) -> tuple[Choice, ...]:
    """What each policy would take from the claim."""
    figures: dict[str, Figure] = {name: opened.figures[name] for name in card.claim.figures if name in opened.figures}
    days = {
        source.report.id: source.report.published.value if source.report.published else None
        for source in opened.view.sources
    }
    made = [choose(policy, card.claim, figures, days) for policy in sorted(POLICIES)]
    return tuple(msgspec.structs.replace(one, reason=opened.outlets(one.reason)) for one in made if one is not None)


def _voices(card: Card) -> tuple[tuple[str, str], ...]:
    """What may be joined as one origin: the origins by name, reports of unknown origin by id, each with its words."""
    known = {origin.names[0]: origin.names[0] for origin in card.claim.origins}
    unknown = {
        reading.source.report.id: f"{reading.source.label} (origin unknown)"
        for reading in card.readings
        if reading.origin is None
    }
    return tuple((known | unknown).items())[:_OTHERS]


def _others(opened: Opened, card: Card) -> tuple[tuple[str, str], ...]:
    """Other claims of the story that a reading may belong to instead: those of its measure first."""
    rank = {True: 0, False: 1}
    others = [one for one in opened.view.cards if one.claim.id != card.claim.id and one.claim.figures]
    others.sort(
        key=lambda one: (rank[one.claim.measure == card.claim.measure], rank[one.claim.unit == card.claim.unit])
    )
    return tuple((one.claim.figures[0], claim_ref(opened, one.claim).question) for one in others[:_OTHERS])
