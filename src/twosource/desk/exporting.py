"""In: a store. Out: its stories as a Dossier, one claim of one, and both as JSON with judgements, or a table."""

import csv
import io
from collections.abc import Iterator, Sequence

from msgspec import structs

from twosource import pipeline
from twosource.desk.standing import standing
from twosource.dossier.shapes import JudgementShape
from twosource.dossier.wire import to_json
from twosource.dossier.words import verdict_name
from twosource.records import Claim, Dossier, Problem, Story
from twosource.store import View

_PAGE = 500
_COLUMNS = (
    "story", "title", "claim", "question", "verdict", "independent", "at_most", "report", "outlet", "published", "text",
    "low", "high", "about", "unit", "measure", "of", "place", "as_of", "chain", "stance", "origin", "superseded",
    "figure",
)  # fmt: skip
#: Cells that begin so are formulas to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def dossier_of(view: View, stories: Sequence[str] | None = None) -> Dossier:
    """The stories of a store (lasting ids), or all, with the problems of their reports, as a run would have found them.

    With all stories of a store it is the dossier that `read` makes of the same reports at once.
    """
    names = list(_names(view)) if stories is None else list(stories)
    kept = [view.story(name) for name in names]
    found = [one.story for one in kept if one is not None]
    problems: list[Problem] = []
    for story in found:
        for report in view.kept([one.id for one in story.reports]):
            problems += report.problems
    return pipeline.dossier(found, problems)


def claim_of(view: View, figure: str) -> tuple[Story, Claim] | None:
    """The claim that a figure (full id) answers, and its story; None where it answers none."""
    home = next((report for name, report in view.figures_like(figure) if name == figure), None)
    kept = view.story(view.story_of(home) or "") if home else None
    if kept is None:
        return None
    claim = next((claim for claim in kept.story.claims if figure in claim.figures), None)
    return (kept.story, claim) if claim else None


def only_claim(story: Story, claim: Claim) -> Dossier:
    """A story with this claim alone."""
    mentions = tuple(structs.replace(one, quotes=(), times=(), statements=(), names=()) for one in story.mentions)
    bare = structs.replace(story, related=(), utterances=(), timeline=(), names=())
    alone = structs.replace(bare, claims=(claim,), mentions=mentions)
    return pipeline.dossier([alone], [])


def exported_json(view: View, stories: Sequence[str] | None = None) -> bytes:
    """The JSON dossier, with all judgements on its stories under "judgements" where there are any."""
    dossier = dossier_of(view, stories)
    inside = {report.id for story in dossier.stories for report in story.reports}
    judgements = [one for one in view.judgements() if stories is None or inside & set(one.reports)]
    held = {one.id for one in standing(view.judgements())}
    shapes = [
        JudgementShape(
            id=one.id,
            by=one.by,
            at=one.at,
            words=one.words,
            why=one.why,
            reports=one.reports,
            holds=one.id in held,
            decision=one.decision,
        )
        for one in judgements
    ]
    return to_json(dossier, shapes)


def exported_csv(view: View, stories: Sequence[str] | None = None) -> bytes:
    """A table of all readings, a line each, UTF-8 with a mark for spreadsheets; no cell is a formula."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for story in dossier_of(view, stories).stories:
        for row in _rows(story):
            writer.writerow([_cell(row[column]) for column in _COLUMNS])
    return table.getvalue().encode("utf-8-sig", "replace")


def _rows(story: Story) -> Iterator[dict[str, object]]:
    """The readings of a story as rows of the table."""
    reports = {report.id: report for report in story.reports}
    figures = {figure.id: figure for one in story.mentions for figure in one.figures}
    for claim in story.claims:
        origins = {name: origin.names[0] for origin in claim.origins for name in origin.figures}
        for name in claim.figures:
            figure = figures[name]
            report = reports[figure.span.report]
            yield {
                **{column: getattr(figure, column) for column in ("low", "high", "unit", "measure", "of", "place")},
                "about": "yes" if figure.about else "no",
                "as_of": figure.as_of,
                "stance": figure.stance,
                "text": figure.span.words,
                "chain": " < ".join(link.name for link in figure.chain),
                "story": story.id,
                "title": story.title,
                "claim": claim.id,
                "question": claim.question,
                "verdict": verdict_name(claim.verdict),
                "independent": claim.independent,
                "at_most": claim.at_most,
                "report": report.id,
                "outlet": report.outlet,
                "published": report.published.value if report.published else None,
                "origin": origins.get(name),
                "superseded": "yes" if name in claim.superseded else "no",
                "figure": name,
            }


def _cell(value: object) -> object:
    match value:
        case None:
            return ""
        case float():
            return f"{value:.15g}"
        case str() if value.startswith(_FORMULA):
            return f"'{' '.join(value.split())}"
        case str():
            return " ".join(value.split())
        case _:
            return value


def _names(view: View) -> Iterator[str]:
    start = 0
    while cards := view.cards(order="title", start=start, count=_PAGE):
        yield from (card.id for card in cards)
        start += len(cards)
