"""In: figures with chains. Out: the same, those of headings with the chain of the same figure further down."""

from collections.abc import Sequence

from msgspec import structs

from twosource.finding.parse import Parsed
from twosource.records import Figure, Link
from twosource.text.listing import listed

_NEAR = 0.03
_ROUNDED = 0.06
_ABOVE = 1.1
_LARGE = 1000
_TITLE_WORDS = 20
_WIDE = 1.5
_SMALL = 10
#: Papers that a heading names where the article tells whose they are.
_PAPERS = listed("census study survey poll report inquiry probe research review audit investigation data figures")
_FATES = listed(
    "killed injured missing captured rescued evacuated displaced arrested infected hospitalised deployed attended"
    " trapped homeless"
)


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
        of = (
            ends.get(at)
            if bracket >= 0 and len(before[bracket + 1 :].split()) <= 1 and ")" not in before[bracket:]
            else None
        )
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
    generic = bool(figure.chain) and (
        (figure.chain[-1].name.islower() and figure.chain[-1].kind in {"unnamed", "person"})
        or figure.chain[-1].name.split()[-1].lower() in _PAPERS
    )
    later = [one for one in body if one.span.start > figure.span.start and one.chain and _fits(figure, one)]
    first = next((one for one in later if _alike(figure, one)), None)
    if figure.chain and not generic:
        return figure if first is None or not _completes(first.chain, figure.chain) else _with(figure, first)
    if first is None:
        first = next((one for one in later if _restated(figure, one)), None) or _ranged(parsed, figure, later)
    return figure if first is None else _with(figure, first)


def _with(figure: Figure, first: Figure) -> Figure:
    return structs.replace(figure, chain=first.chain)


def _completes(whole: Sequence[Link], begun: Sequence[Link]) -> bool:
    """Whether a chain goes on where the one that a heading names ends."""
    return len(whole) > len(begun) and [link.name for link in whole[: len(begun)]] == [link.name for link in begun]


def _restated(one: Figure, other: Figure) -> bool:
    """Whether a figure says in other words what a heading does: the very number of the same things.

    A small number of people can be many things, so it needs the same measure; of a number of people both measures may
    not be different ends that people come to.
    """
    same = one.low == other.low and one.high == other.high and one.low is not None
    people = "person" in {one.unit, other.unit} and one.low is not None and one.low >= _LARGE / 10
    counted = {one.unit, other.unit} & {"%", ""} or one.unit.isupper() or other.unit.isupper()
    if (
        not same
        or (one.unit != other.unit and (counted or not people))
        or (one.measure in _FATES and other.measure in _FATES)
    ):
        return False
    return one.low is not None and (one.low >= _SMALL or (one.unit not in {"person", ""} and one.of == other.of))


def _ranged(parsed: Parsed, figure: Figure, later: Sequence[Figure]) -> Figure | None:
    """The one number in the first paragraphs that a heading's "dozens" or "thousands" stands for, if it is one."""
    if figure.low is None or figure.high is None or figure.high <= _WIDE * figure.low:
        return None
    first = next((s.paragraph for s in parsed.sentences if not s.heading and s.paragraph and s.text.endswith(".")), 0)
    fitting = [one for one in later if _stands_for(figure, one)]
    lead = [one for one in fitting if (said := parsed.at(one.span.start)) is not None and said.paragraph <= first + 1]
    fitting = [one for one in fitting if one in lead or one.measure == figure.measure]
    sources = {one.chain[-1].name for one in fitting}
    first_of = lead or [one for one in fitting if figure.measure in _FATES]
    return first_of[0] if first_of and len(sources) == 1 else None


def _stands_for(heading: Figure, one: Figure) -> bool:
    """Whether a number lies within a heading's range, and is of people who came to the same end."""
    bound = one.low if one.low is not None else one.high
    fates = one.measure != heading.measure and one.measure in _FATES and heading.measure in _FATES
    if heading.low is None or heading.high is None or bound is None or one.unit != heading.unit or fates:
        return False
    return heading.low <= bound <= heading.high


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
    if one.low is not None and one.high is not None and one.high > _WIDE * one.low:
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
