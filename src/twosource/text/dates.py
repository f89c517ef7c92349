"""In: a string and what its times count from. Out: its time expressions resolved to TIMEX3, in order."""

from twosource.text.date_grammar import Expression, find_expressions
from twosource.text.date_values import Anchor, Partial, Resolved, real_day, resolve

__all__ = ["Anchor", "Expression", "Partial", "Resolved", "find_expressions", "read_times", "real_day", "resolve"]


def read_times(text: str, anchor: Anchor, *, southern: bool = False) -> list[tuple[Expression, Resolved]]:
    """The time expressions of `text`, each counted from `anchor` and from the day spoken of before it in `text`.

    Expressions that need a parse to be sure of (`weak`) are among them: "may", "the week", a bare number that may be
    a year.
    """
    found = []
    for expression in find_expressions(text):
        resolved = resolve(expression, anchor, southern=southern)
        if resolved.spoken is not None:
            anchor = Anchor(
                written=anchor.written, spoken=resolved.spoken, narrative=anchor.narrative, future=anchor.future
            )
        found.append((expression, resolved))
    return found
