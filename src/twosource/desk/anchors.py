"""In: where a figure stood when it was judged, and a report now. Out: the same figure, or why none is there."""

from collections.abc import Mapping, Sequence

from twosource.records import Figure, Report
from twosource.records.judgements import Anchor

#: So many code points before and behind a figure must be the same for it to be found again in another place.
_AROUND = 40


def anchor(figure: Figure, report: Report) -> Anchor:
    """Where a figure stands now."""
    span = figure.span
    return Anchor(
        report=span.report,
        start=span.start,
        end=span.end,
        words=span.words,
        before=report.text[max(0, span.start - _AROUND) : span.start],
        after=report.text[span.end : span.end + _AROUND],
    )


def find_again(
    name: str, where: Anchor, reports: Mapping[str, Report], figures: Mapping[str, Sequence[Figure]]
) -> tuple[str | None, str]:
    """The present id of a figure that had the id `name` when it was judged; else None and why there is none.

    `figures` are those of each report as the program reads them. The words and the text just around them, with every
    numeral in it, must be as they were. Where changed rules read the figure with more or fewer words, it is the only
    figure that shares a word with the old one.
    """
    report = reports.get(where.report)
    if report is None:
        return None, f"the report {where.report} is not in the story"
    there = figures.get(where.report, ())
    if any(figure.id == name for figure in there):
        return name, ""
    start = _place(where, report.text)
    if start is None:
        return None, f"the words “{where.words}” are no longer in {where.report}, or the text around them has changed"
    end = start + len(where.words)
    exact = [figure.id for figure in there if (figure.span.start, figure.span.end) == (start, end)]
    near = [figure.id for figure in there if figure.span.start < end and start < figure.span.end]
    found = exact or near
    if len(found) != 1:
        return None, f"at “{where.words}” in {where.report} no single figure is read any more"
    return found[0], ""


def _place(where: Anchor, text: str) -> int | None:
    """Where the anchor's words stand in a text: where they stood, else the one place with the same text around."""
    whole = where.before + where.words + where.after
    here = where.start - len(where.before)
    if here >= 0 and text.startswith(whole, here):
        return where.start
    first = text.find(whole)
    if first < 0 or text.find(whole, first + 1) >= 0:
        return None
    return first + len(where.before)
