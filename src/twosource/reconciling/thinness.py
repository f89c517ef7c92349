"""In: readings that one number satisfies. Out: the warning that they meet only because of how they are worded."""

from collections.abc import Sequence

from twosource.records import Figure, Reason


def only_by_wording(figures: Sequence[Figure]) -> Reason | None:
    """The reason "by-wording" where readings differ in number and only an open or soft end lets them meet, else None.

    "More than 10,000" and "as many as 15,000" agree with each other and with "roughly 14,000", and no two of them are
    the same number: a reader has to see that the agreement is thin. Conversions are left to their own rounding.
    """
    unit = figures[0].unit if figures else ""
    compared = [figure for figure in figures if figure.unit == unit]
    bounds = {(figure.low, figure.high) for figure in compared}
    numbers = {end for pair in bounds for end in pair if end is not None}
    loose = [figure for figure in compared if figure.about or figure.low is None or figure.high is None]
    if len(numbers) < 2 or not loose:  # noqa: PLR2004 - one number under several wordings is the same number
        return None
    told = list(dict.fromkeys(f"“{figure.span.words}” ({_who(figure)}) {_softness(figure)}" for figure in loose))
    detail = f"they meet only through their wording: {'; '.join(told)}"
    return Reason(rule="by-wording", detail=detail, spans=tuple(figure.span for figure in loose))


def _who(figure: Figure) -> str:
    return figure.chain[-1].name if figure.chain else f"{figure.span.report}, no source named"


def _softness(figure: Figure) -> str:
    if figure.low is None:
        return "names only a most"
    if figure.high is None:
        return "names only a least"
    return "is approximate"
