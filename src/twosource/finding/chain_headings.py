"""In: figures with chains. Out: the same, those of headings with the chain of the same figure further down."""

from collections.abc import Sequence

from msgspec import structs

from twosource.finding.parse import Parsed
from twosource.records import Figure

_NEAR = 0.03
_ROUNDED = 0.06
_ABOVE = 1.1
_LARGE = 1000
_TITLE_WORDS = 20


def inherit(parsed: Parsed, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Figures in order; one in a heading that names no source takes the chain of the first like it in the body."""
    body = [figure for figure in figures if not _in_heading(parsed, figure)]
    return tuple(_inherited(parsed, figure, body) for figure in figures)


def converted(parsed: Parsed, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Figures in order; one in brackets right behind another has that one's chain and stance: "50 miles (80 km)"."""
    ends = {figure.span.end: figure for figure in figures}
    done: list[Figure] = []
    for figure in figures:
        before = parsed.report.text[max(0, figure.span.start - 12) : figure.span.start]
        bracket = before.rfind("(")
        at = figure.span.start - len(before) + len(before[:bracket].rstrip()) if bracket >= 0 else -1
        of = ends.get(at) if bracket >= 0 and len(before[bracket + 1 :].split()) <= 1 else None
        done.append(figure if of is None else structs.replace(figure, chain=of.chain, stance=of.stance))
    return tuple(done)


def _in_heading(parsed: Parsed, figure: Figure) -> bool:
    sentence = parsed.at(figure.span.start)
    if sentence is None:
        return False
    first = sentence.paragraph == 0 and len(sentence.text.split()) <= _TITLE_WORDS and not sentence.text.endswith(".")
    return sentence.heading or first


def _inherited(parsed: Parsed, figure: Figure, body: Sequence[Figure]) -> Figure:
    if not _in_heading(parsed, figure):
        return figure
    generic = bool(figure.chain) and figure.chain[-1].name.islower() and figure.chain[-1].kind in {"unnamed", "person"}
    if figure.chain and not generic:
        return figure
    later = [other for other in body if other.span.start > figure.span.start and _alike(figure, other)]
    first = next((other for other in later if other.chain and _fits(figure, other)), None)
    return figure if first is None else structs.replace(figure, chain=first.chain)


def _fits(heading: Figure, other: Figure) -> bool:
    """Whether a figure further down stands as the heading's does; a question in the heading asks of a plain one."""
    return heading.stance == other.stance or (heading.stance == "doubted" and other.stance == "asserted")


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two figures can be one: of the same unit and measure, and a stated bound of both the same or nearly.

    What is measured may be told otherwise where a number of things is told exactly.
    """
    if one.unit and other.unit and one.unit != other.unit:
        return False
    exact = bool(one.unit) and one.unit == other.unit and one.unit not in {"person", "%"} and _figures(one) > 1
    if one.measure and other.measure and one.measure != other.measure and not exact:
        return False
    mine = [bound for bound in (one.low, one.high) if bound is not None]
    theirs = [bound for bound in (other.low, other.high) if bound is not None]
    if one.low is not None and one.high is not None and one.high > 1.5 * one.low:
        return False
    if one.high is None and one.low is not None and one.unit and other.low is not None:  # "more than 60" over 63
        return one.measure == other.measure and one.low <= other.low <= _ABOVE * one.low
    near = _ROUNDED if _figures(one) == 1 and _figures(other) > 1 and max(mine, default=0) >= _LARGE else _NEAR
    loose = one.about or near == _ROUNDED
    return any(_same(a, b) or (loose and abs(a - b) <= near * max(abs(a), abs(b))) for a in mine for b in theirs)


def _figures(figure: Figure) -> int:
    """How many digits of a number are told before the noughts: 2 of 310,000."""
    bound = figure.low if figure.low is not None else figure.high
    return 0 if bound is None else len(f"{bound:g}".replace(".", "").split("e")[0].strip("0-"))


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-6 * max(1.0, abs(one))
