"""In: all drafts of a report. Out: which are the rest of a figure before them, and which say a figure once more."""

import re
from collections.abc import Sequence

from twosource.finding.figures.drafts import Draft

_REST = re.compile(
    r"\b(?:the|its|their|his|her|those|these|all)\s+(?:(?:the\s+)?(?:other|remaining|last|outstanding)|rest\s*,)\s+$",
    re.IGNORECASE,
)
_RETOLD = re.compile(r"\b(?:the|those|these|all|all\s+of\s+the|his|her|its|their|our)\s+$", re.IGNORECASE)
_BACK = 4
_FEWEST = 3
_NOT_SAID = frozenset({"number", ""})


def tie_again(drafts: Sequence[Draft]) -> None:
    """Set `relation` and `whole` of remainders ("the other 12") and of figures told again ("the 58 dead").

    A remainder's whole is the figure before it that it and a part add up to, or that a part before it belongs to. A
    figure told again points to where it was told first; a headline's to the first sentence that bears it out.
    """
    for place, made in enumerate(drafts):
        if made.relation or made.amount.rival:
            continue
        before = drafts[:place]
        if is_rest(made):
            whole = _whole(made, before)
            if whole is not None:
                made.relation, made.whole = "remainder", whole
        elif made.words.sentence.heading:
            told = next((other for other in drafts if _bears_out(made, other)), None)
            if told is not None:
                made.relation, made.whole = "restatement", told
        elif _points_back(made):
            told = next((other for other in before if _is_same(made, other)), None)
            if told is not None:
                made.relation, made.whole = "restatement", told


def is_rest(made: Draft) -> bool:
    """Whether a number is told as what is left of something: "the other 12", "the remaining 30"."""
    left = made.words.text[max(0, made.amount.start - 40) : made.amount.start]
    return made.amount.form in ("count", "vague", "share") and bool(_REST.search(left))


def _whole(made: Draft, before: Sequence[Draft]) -> Draft | None:
    """The figure that a remainder is the rest of: the sum of it and a part told before, else what a part is part of."""
    value = made.amount.low or made.amount.high or 0.0
    near = [
        other
        for other in reversed(before)
        if other.unit == made.unit and other.amount.kind == made.amount.kind and other.relation != "conversion"
    ]
    values = [_value(other) for other in near]
    for position, other in enumerate(near):
        if any(_value(other) - part == value for k, part in enumerate(values) if k != position):
            return other
    wholes = [other for other in near if made.order - other.order <= _BACK]
    part = next((other for other in wholes if other.relation == "part" and other.whole is not None), None)
    return part.whole if part is not None and part.whole is not None and _value(part.whole) > value else None


def _value(made: Draft) -> float:
    return made.amount.low if made.amount.low is not None else made.amount.high or 0.0


def _points_back(made: Draft) -> bool:
    """Whether a number is told as one already known: "the 58 dead", "all 58 of them", "his 900"."""
    amount = made.amount
    left = made.words.text[max(0, amount.start - 16) : amount.start]
    plain = not (amount.modifier or amount.about or amount.joined or amount.kind) and amount.form == "count"
    return plain and _value(made) >= _FEWEST and bool(_RETOLD.search(left))


def _is_same(made: Draft, other: Draft) -> bool:
    """Whether two figures give one number of one kind of thing, and nothing different is said of them."""
    one, two = made.amount, other.amount
    if (one.low, one.high, made.unit) != (two.low, two.high, other.unit) or other.words is made.words:
        return False
    if other.relation or one.kind != two.kind:
        return False
    return (
        made.measure == other.measure or bool({made.measure, other.measure} & _NOT_SAID) or not (made.own and other.own)
    )


def _bears_out(made: Draft, other: Draft) -> bool:
    """Whether a sentence says what a headline says: the same number, unit and measure."""
    return (
        not other.words.sentence.heading
        and _value(made) >= _FEWEST
        and made.measure == other.measure
        and made.measure not in _NOT_SAID
        and _is_same(made, other)
    )
