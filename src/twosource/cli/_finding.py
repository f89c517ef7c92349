"""In: an id as a person types it, perhaps shortened. Out: the one thing in a store that has it."""

from collections.abc import Iterable
from typing import Literal, TypeVar

from twosource.errors import JudgementError
from twosource.store import View

Kind = Literal["story", "report", "figure"]
_K = TypeVar("_K", bound=str)
_SHOWN = 4
_PAGE = 1_000


def item_of(view: View, name: str) -> tuple[Kind, str]:
    """The story, report or figure whose id this is, or begins so. Raises JudgementError where none or several do."""
    from twosource.desk.deciding import figures_beginning  # noqa: PLC0415  loaded late, see __init__

    kept = view.story(name)
    if kept is not None:
        return "story", kept.id
    if view.story_of(name) is not None or view.kept([name]):
        return "report", name
    kinds: list[tuple[Kind, Iterable[str]]] = [
        ("story", _stories(view)),
        ("report", view.reports()),
        ("figure", (figure for figure, _ in figures_beginning(view, name))),
    ]
    found = [(kind, one) for kind, names in kinds for one in names if name and one.startswith(name)]
    exact = [pair for pair in found if pair[1] == name]
    return _only(name, exact or found)


def figure_of(view: View, name: str) -> str:
    """The figure whose id this is, or begins so. Raises JudgementError."""
    from twosource.desk.deciding import figures_beginning  # noqa: PLC0415  loaded late, see __init__

    found = [figure for figure, _ in figures_beginning(view, name)] if name else []
    return _only(name, [("figure", one) for one in ([name] if name in found else found)], "figure")[1]


def report_of(view: View, name: str) -> str:
    """The report whose id this is, or begins so. Raises JudgementError."""
    if view.kept([name]):
        return name
    return _only(name, [("report", one) for one in view.reports() if name and one.startswith(name)], "report")[1]


def story_of(view: View, name: str) -> str:
    """The story whose id this is, or begins so, or that holds the report of this id. Raises JudgementError."""
    kept = view.story(name)
    if kept is not None:
        return kept.id
    home = view.story_of(name)
    if home is not None:
        return home
    return _only(name, [("story", one) for one in _stories(view) if name and one.startswith(name)], "story")[1]


def judgement_of(view: View, name: str) -> str:
    """The judgement whose id this is, or begins so. Raises JudgementError."""
    found = [one.id for one in view.judgements() if name and one.id.startswith(name)]
    return _only(name, [("judgement", one) for one in found], "judgement")[1]


def _stories(view: View) -> Iterable[str]:
    start = 0
    while cards := view.cards(order="title", start=start, count=_PAGE):
        yield from (card.id for card in cards)
        start += len(cards)


def _only(name: str, found: list[tuple[_K, str]], what: str = "story, report or figure") -> tuple[_K, str]:
    if len(found) == 1:
        return found[0]
    if not found:
        message = f"there is no {what} {name!r} in the store"
        raise JudgementError(message)
    more = ", …" if len(found) > _SHOWN else ""
    message = f"{name!r} may be {', '.join(f'{kind} {one}' for kind, one in found[:_SHOWN])}{more}"
    raise JudgementError(message)
