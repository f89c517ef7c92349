"""In: a request for a report, for two side by side, or for two versions of one. Out: the page as data and in pieces."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from twosource.desk import standing
from twosource.dossier import words
from twosource.dossier.marks import anchor, pieces
from twosource.grouping import passages
from twosource.records import Mentions, Passage, Report, Span
from twosource.records.judgements import Reject
from twosource.records.kept import Kept
from twosource.web import hrefs, log
from twosource.web.lines import claim_ref, links, story_ref
from twosource.web.opened import Opened
from twosource.web.pages_stories import Answer
from twosource.web.refusals import Refused, no_report, no_version
from twosource.web.shapes import Evidence
from twosource.web.shapes_reports import (
    Changed,
    ComparePage,
    FigureLine,
    MarkLine,
    ReportPage,
    SharedWith,
    Side,
    Stretch,
    VersionLine,
    VersionsPage,
)
from twosource.web.site import Asked

_LONGEST = 200_000
_MOST_MARKS = 6_000
_MOST_FIGURES = 300
_COMPARED = 30
_MOST_DIFFERENCES = 6_000
_WORD = re.compile(r"\S+\s*")
_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


def report(asked: Asked) -> Answer:
    """One report: its text with what was read in it, its figures, shared passages, versions, judgements."""
    name = asked.path["report"]
    kept = _kept(asked, name)
    story = asked.store.story_of(name)
    opened = asked.site.shelf.take(asked.store, story) if story else None
    shown, mentions = kept.report, _as_judged(kept.mentions, opened)
    label = _label(opened, shown)
    everything = asked.store.judgements()
    judged = [one for one in everything if name in one.reports]
    rejected = {one.decision.figure for one in standing(everything) if isinstance(one.decision, Reject)}
    versions = _versions(asked, name)
    page = ReportPage(
        id=name,
        story=story_ref(opened) if opened else None,
        label=label,
        outlet=shown.outlet,
        url=shown.url,
        day=shown.published.value if shown.published else None,
        how_dated=words.how_dated(shown.published),
        title=words.plain(shown.title.words if shown.title else shown.headline or "") or None,
        credit=shown.credit,
        language=shown.language,
        copy_of=_copy_of(opened, name),
        text=shown.text,
        marks=_marks(shown, mentions),
        figures=_figures(opened, mentions),
        shared=_shared(asked, opened, shown),
        compared_with_all=opened is None or len(opened.view.sources) - 1 <= _COMPARED,
        versions=versions,
        problems=tuple(problem.message for problem in kept.problems),
        judgements=log.lines(reversed(judged), everything, asked.store, opened),
    )
    cut = _cut(shown)
    here = _here(asked, cut)
    number = source.number if opened and (source := opened.source(name)) else None
    return page, {
        "story": page.story,
        "number": number,
        "pieces": pieces(cut, 1, _bounded(mentions), [("here", here)] if here else []),
        "back": _back(opened, page.figures),
        "cut": len(cut.text) < len(shown.text),
        "rejected": rejected,
        "others": tuple(
            (source.report.id, source.label) for source in opened.view.sources[:200] if source.report.id != name
        )
        if opened
        else (),
    }


def compare(asked: Asked) -> Answer:
    """Two reports side by side with the stretches that they share marked and linked."""
    one, other = (_kept(asked, asked.words(side)).report for side in ("a", "b"))
    if one.id == other.id:
        raise Refused(400, "same-report", "A report is compared with another one, not with itself.")
    story = asked.store.story_of(one.id)
    opened = asked.site.shelf.take(asked.store, story) if story else None
    left, right = _cut(one), _cut(other)
    found = _passages(asked, left, right)
    page = ComparePage(
        a=_side(opened, one),
        b=_side(opened, other),
        story=story_ref(opened) if opened else None,
        stretches=tuple(
            Stretch(
                a_start=passage.a.start,
                a_end=passage.a.end,
                b_start=passage.b.start,
                b_end=passage.b.end,
                words=passage.words,
                kind=passage.kind,
            )
            for passage in found
        ),
    )
    return page, {
        "story": page.story,
        "left": pieces(left, 1, None, [("shared", passage.a) for passage in found]),
        "right": pieces(right, 2, None, [("shared", passage.b) for passage in found]),
        "meets": {anchor(1, passage.a, "shared"): anchor(2, passage.b, "shared") for passage in reversed(found)}
        | {anchor(2, passage.b, "shared"): anchor(1, passage.a, "shared") for passage in reversed(found)},
    }


def versions(asked: Asked) -> Answer:
    """What one version of a report changed against another, word by word."""
    name = asked.words("report")
    kept = _kept(asked, name)
    found = {key: (seen, text) for seen, key, text in asked.store.versions(name)}
    old, new = asked.words("old"), asked.words("new")
    if old not in found or new not in found:
        raise no_version()
    lines = {line.hash: line for line in _versions(asked, name)}
    runs = differences(found[old][1].text, found[new][1].text)
    story = asked.store.story_of(name)
    opened = asked.site.shelf.take(asked.store, story) if story else None
    page = VersionsPage(
        report=name,
        label=_label(opened, kept.report),
        address=hrefs.report(name),
        old=lines[old],
        new=lines[new],
        runs=runs or (),
        whole=runs is not None,
    )
    return page, {"story": story_ref(opened) if opened else None}


def differences(old: str, new: str) -> tuple[Changed, ...] | None:
    """The newer text with what it adds and leaves out, by words; None where the changed middle is too long to compare.

    What both begin and end with is set aside first, so that a long text with a small change is still compared.
    """
    first, second = _WORD.findall(old), _WORD.findall(new)
    before = 0
    while before < min(len(first), len(second)) and first[before] == second[before]:
        before += 1
    after = 0
    while after < min(len(first), len(second)) - before and first[-1 - after] == second[-1 - after]:
        after += 1
    middle = (first[before : len(first) - after], second[before : len(second) - after])
    if len(middle[0]) * len(middle[1]) > _MOST_DIFFERENCES**2 // 4:
        return None
    made = [Changed(kind="same", words="".join(second[:before]))]
    matcher = SequenceMatcher(None, [word.strip() for word in middle[0]], [word.strip() for word in middle[1]])
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            made.append(Changed(kind="same", words="".join(middle[1][new_start:new_end])))
            continue
        made.append(Changed(kind="gone", words="".join(middle[0][old_start:old_end])))
        made.append(Changed(kind="new", words="".join(middle[1][new_start:new_end])))
    made.append(Changed(kind="same", words="".join(second[len(second) - after :])))
    return tuple(run for run in made if run.words)


def _as_judged(mentions: Mentions, opened: Opened | None) -> Mentions:
    """What was found in a report, as people corrected it; rejected figures stay, so that they can be shown struck."""
    judged = opened.mentions.get(mentions.report) if opened else None
    if judged is None:
        return mentions
    figures = {figure.id: figure for figure in (*mentions.figures, *judged.figures)}
    return Mentions(
        report=mentions.report,
        figures=tuple(figures.values()),
        times=mentions.times,
        statements=mentions.statements,
        quotes=judged.quotes,
        names=mentions.names,
    )


def _kept(asked: Asked, name: str) -> Kept:
    found = asked.store.kept([name])
    if not found:
        raise no_report()
    return found[0]


def _label(opened: Opened | None, report: Report) -> str:
    if opened and (source := opened.source(report.id)):
        return source.label
    return words.plain(report.outlet or "") or words.plain(report.id)


def _cut(report: Report) -> Report:
    """The report as far as a page shows it: very long texts to their bound, with the furniture that fits."""
    if len(report.text) <= _LONGEST:
        return report
    return Report(
        id=report.id,
        text=report.text[:_LONGEST],
        furniture=tuple(span for span in report.furniture if span.end <= _LONGEST),
    )


def _here(asked: Asked, report: Report) -> Span | None:
    """The stretch that the address asks to be marked."""
    found = _AT.fullmatch(asked.words("at"))
    if not found:
        return None
    start, end = int(found[1]), int(found[2])
    return report.span(start, end) if 0 <= start < end <= len(report.text) else None


def _bounded(mentions: Mentions) -> Mentions:
    return Mentions(
        report=mentions.report,
        figures=mentions.figures[:_MOST_MARKS],
        times=mentions.times[:_MOST_MARKS],
        quotes=mentions.quotes[:_MOST_MARKS],
        names=mentions.names[:_MOST_MARKS],
    )


def _copy_of(opened: Opened | None, name: str) -> Evidence | None:
    source = opened.source(name) if opened else None
    if source is None or source.copy is None:
        return None
    return Evidence(
        report=source.copy.of,
        label=source.copied_from or source.copy.of,
        words=f"{source.copy.share:.0%} of its words",
        address=hrefs.report(source.copy.of),
    )


def _marks(report: Report, mentions: Mentions) -> tuple[MarkLine, ...]:
    found = [("furniture", span) for span in report.furniture]
    found += [("quote", quote.span) for quote in mentions.quotes]
    found += [("time", time.span) for time in mentions.times]
    found += [("name", span) for name in mentions.names for span in name.spans[:1]]
    found += [("figure", figure.span) for figure in mentions.figures]
    found.sort(key=lambda one: (one[1], one[0]))
    return tuple(
        MarkLine(kind=kind, start=span.start, end=span.end, words=span.words) for kind, span in found[:_MOST_MARKS]
    )


def _figures(opened: Opened | None, mentions: Mentions) -> tuple[FigureLine, ...]:
    return tuple(
        FigureLine(
            id=figure.id,
            start=figure.span.start,
            end=figure.span.end,
            words=words.plain(figure.span.words),
            amount=words.reading(figure),
            address=hrefs.words(figure.span),
            low=figure.low,
            high=figure.high,
            about=figure.about,
            unit=figure.unit,
            measure=figure.measure,
            of=figure.of,
            place=figure.place,
            as_of=figure.as_of,
            stance=figure.stance,
            chain=links(figure.chain),
            claim=claim_ref(opened, opened.card_of[figure.id].claim)
            if opened and figure.id in opened.card_of
            else None,
        )
        for figure in sorted(mentions.figures, key=lambda one: one.span)[:_MOST_FIGURES]
    )


def _back(opened: Opened | None, figures: Sequence[FigureLine]) -> dict[str, str]:
    """From a figure's id to the page of its claim, which the words in the text link to."""
    if opened is None:
        return {}
    return {figure.id: hrefs.claim(opened.id, figure.id) for figure in figures if figure.claim}


def _shared(asked: Asked, opened: Opened | None, report: Report) -> tuple[SharedWith, ...]:
    """The reports of the story that share stretches with this one, those that share most first.

    In a story of very many reports only copies of this report, and what it is a copy of, are compared.
    """
    if opened is None:
        return ()
    others = [source.report for source in opened.view.sources if source.report.id != report.id]
    if len(others) > _COMPARED:
        near = {one for copy in asked.store.copies([report.id]) for one in (copy.report, copy.of)}
        others = [other for other in others if other.id in near][:_COMPARED]
    made = []
    for other in others:
        found = _passages(asked, _cut(report), _cut(other))
        if found:
            made.append(
                SharedWith(
                    report=other.id,
                    label=opened.named(other.id),
                    words=sum(passage.words for passage in found),
                    stretches=len(found),
                    kinds=tuple(sorted({passage.kind for passage in found})),
                    address=hrefs.compare(report.id, other.id),
                )
            )
    return tuple(sorted(made, key=lambda one: (-one.words, one.report)))


def _passages(asked: Asked, one: Report, other: Report) -> list[Passage]:
    """The stretches that two reports share, the first report's as `a`."""
    found = passages(one, other, asked.store.copies([one.id, other.id]))
    turned = [
        passage
        if passage.a.report == one.id
        else Passage(a=passage.b, b=passage.a, words=passage.words, kind=passage.kind)
        for passage in found
    ]
    return sorted(turned, key=lambda passage: (passage.a, passage.b))


def _versions(asked: Asked, name: str) -> tuple[VersionLine, ...]:
    found = asked.store.versions(name)
    return tuple(
        VersionLine(
            hash=key,
            seen=seen,
            characters=len(text.text),
            address=hrefs.version(name, found[number - 1][1], key) if number else None,
        )
        for number, (seen, key, text) in enumerate(found)
    )


def _side(opened: Opened | None, report: Report) -> Side:
    return Side(
        report=report.id,
        label=_label(opened, report),
        day=report.published.value if report.published else None,
        address=hrefs.report(report.id),
        text=report.text,
    )
