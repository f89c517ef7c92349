"""In: a story folder with gold labels. Out: a Dossier that says what the labels say, made without reading language."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from twosource.records import (
    Agree,
    Claim,
    Conflict,
    Copy,
    Day,
    Denied,
    Dossier,
    Edge,
    Figure,
    Identity,
    Link,
    LinkKind,
    Mentions,
    Origin,
    Problem,
    Quote,
    Reason,
    Relation,
    Report,
    Single,
    Span,
    Story,
    Time,
    TimelineEntry,
    Updated,
    Utterance,
    Verdict,
    content_id,
)
from twosource.text.sentences import sentences

Row = dict[str, Any]

_VERDICTS: dict[str, Callable[..., Verdict]] = {
    "single": Single,
    "agree": Agree,
    "updated": Updated,
    "conflict": Conflict,
    "denied": Denied,
}
_REASONS = {
    "single": "One report gives this number.",
    "agree": "One number satisfies the readings of all reports.",
    "updated": "The later readings supersede the earlier: the count moved on.",
    "conflict": "No one number satisfies these readings, which speak of the same moment.",
    "denied": "A denial is all that stands against the number.",
}


def gold_dossier(folder: Path) -> Dossier:
    """The labels of one story as a dossier."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    outside = {row["id"]: row for row in json.loads((folder / "reports.json").read_text("utf-8"))}
    reports = {
        row["id"]: _report(row, outside[row["id"]], (folder / "reports" / f"{row['id']}.txt").read_text("utf-8"))
        for row in gold["reports"]
    }
    figures = {
        key: tuple(_figure(row, reports[key]) for row in gold["figures"] if row["report"] == key) for key in reports
    }
    of_claim: dict[str, list[Figure]] = {row["id"]: [] for row in gold["claims"]}
    for row, figure in zip(
        sorted(gold["figures"], key=_place), sorted(sum(figures.values(), ()), key=_spot), strict=True
    ):
        of_claim[row["claim"]].append(figure)
    quotes = {
        key: tuple(_quote(row, reports[key]) for row in gold["quotes"] if row["report"] == key) for key in reports
    }
    entries = tuple(_entry(row, reports) for row in gold["timeline"])
    days = sorted(row["published"] for row in gold["reports"] if row["published"])
    story = Story(
        id=content_id(folder.name),
        title=next(iter(reports.values())).text.split("\n", 1)[0],
        start=days[0] if days else None,
        end=days[-1] if days else None,
        reports=tuple(reports.values()),
        copies=tuple(Copy(report=row["id"], of=row["copy_of"], share=0.9) for row in gold["reports"] if row["copy_of"]),
        mentions=tuple(
            Mentions(
                report=key,
                figures=figures[key],
                quotes=quotes[key],
                times=tuple(
                    Time(span=span, sentence=span, type="DATE", value=entry.start, start=entry.start, end=entry.end)
                    for entry in entries
                    for span in entry.mentions
                    if span.report == key
                ),
            )
            for key in reports
        ),
        events=dict.fromkeys(reports, "e1"),
        claims=tuple(_claim(row, of_claim[row["id"]]) for row in gold["claims"]),
        related=tuple(Relation(a=row["a"], b=row["b"], why=row["why"], detail="") for row in gold["related"]),
        utterances=_utterances(gold["quotes"], quotes),
        timeline=entries,
        names=tuple(Identity(name=row["name"], kind=row["kind"], also=tuple(row["also"])) for row in gold["names"]),
    )
    problem = Problem(stage="reading", code="not-text", where="r9.bin", message="r9.bin: is no text, left out")
    return Dossier(version="0.0.0", stories=(story,), problems=(problem,))


def _place(row: Row) -> tuple[str, int, int]:
    return row["report"], row["start"], row["end"]


def _spot(figure: Figure) -> tuple[str, int, int]:
    return figure.span.report, figure.span.start, figure.span.end


def _report(row: Row, outside: Row, text: str) -> Report:
    title = text.split("\n", 1)[0]
    furniture = [(text.find(stretch), stretch) for stretch in row["furniture"]]
    how = "given" if outside["published"] else "dateline"
    return Report(
        id=row["id"],
        text=text,
        outlet=row["outlet"],
        url=outside["url"],
        published=Day(value=row["published"], how=how) if row["published"] else None,  # type: ignore[arg-type]
        title=Span(report=row["id"], start=0, end=len(title), words=title),
        furniture=tuple(
            Span(report=row["id"], start=start, end=start + len(words), words=words)
            for start, words in sorted(furniture)
        ),
    )


def _link(name: str) -> Link:
    kind: LinkKind = "person" if len(name.split()) > 1 and name.istitle() else "body"
    return Link(name=name, kind=kind)


def _figure(row: Row, report: Report) -> Figure:
    span = report.span(row["start"], row["end"])
    line = report.text.rfind("\n", 0, span.start) + 1
    stop = report.text.find("\n", span.end)
    around = sentences(report.text, line, stop if stop >= 0 else len(report.text))
    low, high = next(((left, right) for left, right in around if left <= span.start < right), (span.start, span.end))
    return Figure(
        id=content_id("figure", span),
        span=span,
        sentence=report.span(low, max(high, span.end)),
        low=row["low"],
        high=row["high"],
        about=row["about"],
        unit=row["unit"],
        measure=row["measure"],
        of=row["of"],
        place=row["place"],
        as_of=row["as_of"],
        chain=tuple(_link(name) for name in row["chain"]),
        stance=row["stance"],
    )


def _quote(row: Row, report: Report) -> Quote:
    span = report.span(row["start"], row["end"])
    return Quote(
        id=content_id("quote", span),
        span=span,
        speaker=row["speaker"],
        chain=tuple(_link(name) for name in row["chain"]),
        utterance=row["group"],
    )


def _entry(row: Row, reports: dict[str, Report]) -> TimelineEntry:
    spans = []
    for mention in row["mentions"]:
        report = reports[mention["report"]]
        start = report.text.find(mention["text"])
        spans.append(report.span(start, start + len(mention["text"])))
    return TimelineEntry(
        id=row["id"],
        start=row["start"],
        end=row["end"],
        what=row["what"],
        mentions=tuple(spans),
        disputed=row.get("disputed"),
    )


def _claim(row: Row, figures: list[Figure]) -> Claim:
    origins = []
    for names in row["origins"]:
        known = {name.casefold() for name in names}
        backed = [
            figure for figure in figures if figure.chain and {link.name.casefold() for link in figure.chain} & known
        ]
        edges = tuple(
            Edge(
                id=content_id(figure.id, names[0]),
                a=figure.span.report,
                b=names[0],
                why="named",
                evidence=(figure.sentence,),
                detail=figure.chain[-1].name,
            )
            for figure in backed
        )
        origins.append(Origin(names=tuple(names), figures=tuple(figure.id for figure in backed), edges=edges))
    backed_ids = {key for origin in origins for key in origin.figures}
    unknown = {figure.span.report for figure in figures if figure.id not in backed_ids}
    reason = Reason(rule=row["verdict"], detail=_REASONS[row["verdict"]], spans=tuple(f.span for f in figures))
    return Claim(
        id=row["id"],
        question=row["question"],
        figures=tuple(figure.id for figure in figures),
        verdict=_VERDICTS[row["verdict"]](reasons=(reason,)),
        origins=tuple(origins),
        independent=row["independent"],
        at_most=row["independent"] + len(unknown),
        low=row["low"],
        high=row["high"],
        unit=row["unit"],
        measure=figures[0].measure if figures else "",
    )


def _utterances(rows: list[Row], quotes: dict[str, tuple[Quote, ...]]) -> tuple[Utterance, ...]:
    groups: dict[str, list[Quote]] = {}
    for quote in sum(quotes.values(), ()):
        groups.setdefault(quote.utterance, []).append(quote)
    speakers = {row["group"]: row["speaker"] for row in rows}
    return tuple(
        Utterance(id=key, quotes=tuple(quote.id for quote in group), speaker=speakers[key])
        for key, group in groups.items()
    )
