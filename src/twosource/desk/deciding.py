"""In: what a person decided about an item. Out: a `Judgement` that says where the item stood, or why it cannot be."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from twosource.desk.anchors import anchor
from twosource.desk.slots import check
from twosource.desk.standing import figures_of, standing
from twosource.errors import JudgementError
from twosource.reconciling import family
from twosource.records import (
    CutEdge,
    DifferentNames,
    Edge,
    Figure,
    JoinOrigins,
    JoinReadings,
    MoveReading,
    PartReadings,
    SameName,
    Story,
    content_id,
)
from twosource.records.judgements import (
    Confirm,
    Decision,
    EditSlot,
    JoinStories,
    Judgement,
    PartStories,
    Reject,
    Undo,
)
from twosource.records.kept import Kept, KeptStory
from twosource.store import View
from twosource.text.folding import fold

_LONGEST = 2_000


class _Item(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that is judged, in its report."""

    figure: Figure
    kept: Kept

    @property
    def words(self) -> str:
        """The figure as it is named in a sentence."""
        place = self.kept.report.outlet or self.kept.report.id
        return f"“{' '.join(self.figure.span.words.split())}” in {place}"


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """Who decided, when (UTC), and why. Raises JudgementError where nobody did."""

    by: str
    at: str
    why: str = ""

    def __post_init__(self) -> None:
        """Check that somebody says it, in bounds."""
        _demand(bool(self.by.strip()), "a judgement says who made it")
        fits = len(self.by) <= _LONGEST and len(self.why) <= _LONGEST
        _demand(fits, f"who and why have at most {_LONGEST:,} characters each")


def decided(view: View, decision: Decision, said: Said, story: str | None = None) -> Judgement:
    """A decision as a judgement, with all that a later run needs to know. Raises JudgementError."""
    if isinstance(decision, Undo):
        return undone(view, decision.judgement, said)
    items = {name: _item(view, name) for name in figures_of(decision)}
    home = _story(view, story) if story else None
    words, reports = _told(view, decision, items, home)
    return _made(
        said,
        decision=decision,
        story=min(reports),
        reports=tuple(sorted(set(reports))),
        anchors={name: anchor(item.figure, item.kept.report) for name, item in sorted(items.items())},
        words=words,
    )


def undone(view: View, name: str, said: Said) -> Judgement:
    """The taking back of a judgement. Raises JudgementError where there is none, or it is taken back already."""
    judgements = view.judgements()
    found = next((judgement for judgement in judgements if judgement.id == name), None)
    if found is None:
        message = f"there is no judgement {name}"
        raise JudgementError(message)
    decision = Undo(judgement=name)
    held = {judgement.id for judgement in standing(judgements)}
    if not isinstance(found.decision, Undo) and name not in held:
        message = f"judgement {name} is undone already"
        raise JudgementError(message)
    words = f"Undone: {found.words}" if not isinstance(found.decision, Undo) else f"Holds again: {found.words[8:]}"
    return _made(said, decision=decision, story=found.story, reports=found.reports, words=words)


def _made(said: Said, **parts: object) -> Judgement:
    whole = {"by": said.by.strip(), "at": said.at, "why": said.why.strip(), **parts}
    name = content_id(*(msgspec.json.encode(whole[key], order="sorted") for key in sorted(whole)))
    return Judgement(id=name, **whole)  # type: ignore[arg-type]


def figures_beginning(view: View, name: str) -> list[tuple[str, str]]:
    """Figure id and report of the figures whose id begins so: those that answer claims, and those that were judged."""
    judged = [
        (figure, where.report)
        for one in view.judgements()
        for figure, where in one.anchors.items()
        if figure.startswith(name)
    ]
    return sorted({*view.figures_like(name), *judged})


def _item(view: View, name: str) -> _Item:
    for report in dict.fromkeys(report for figure, report in figures_beginning(view, name) if figure == name):
        for kept in view.kept([report]):
            for figure in kept.mentions.figures:
                if figure.id == name:
                    return _Item(figure=figure, kept=kept)
    message = f"there is no figure {name} in the store"
    raise JudgementError(message)


def _story(view: View, name: str) -> KeptStory:
    kept = view.story(name)
    if kept is None:
        message = f"there is no story {name} in the store"
        raise JudgementError(message)
    return kept


def _told(view: View, decision: Decision, items: dict[str, _Item], home: KeptStory | None) -> tuple[str, Sequence[str]]:
    """The decision in a sentence, and the reports on which it bears."""
    named = [item.kept.report.id for item in items.values()]
    match decision:
        case JoinStories() | PartStories():
            return _of_stories(view, decision)
        case CutEdge() | JoinOrigins() | SameName() | DifferentNames():
            return _of_names(decision, (home or _home(view, named)).story)
        case JoinReadings() | MoveReading() | PartReadings():
            _demand(bool(named), "no figure was named")
            _demand(isinstance(decision, PartReadings) or len(items) > 1, "both are the same figure")
            _demand(len(set(map(view.story_of, named))) == 1, "the figures are of two stories: join the stories first")
            if not isinstance(decision, PartReadings):
                _check_units(items, _home(view, named).story)
        case EditSlot():
            check(items[decision.figure].figure, decision)
        case _:
            pass
    return _of_figures(decision, items), named


def _check_units(items: dict[str, _Item], story: Story) -> None:
    """Raise JudgementError where the figures count what can't be set side by side, as people and money."""
    mended = {figure.id: figure.unit for one in story.mentions for figure in one.figures}
    units = {name: mended.get(name, item.figure.unit) for name, item in items.items()}
    known = [(items[name].words, unit) for name, unit in units.items() if unit]
    for (first, unit), (second, other) in pairwise(known):
        told = f"{first} is in “{unit}”, {second} in “{other}”: they answer no one question; mend a unit first"
        _demand(family(unit) == family(other), told)


def _of_figures(decision: Decision, items: dict[str, _Item]) -> str:
    """A decision about figures in a sentence."""
    words = {name: item.words for name, item in items.items()}
    match decision:
        case Confirm():
            return f"{words[decision.figure]} is as the program reads it"
        case Reject():
            return f"{words[decision.figure]} is no figure"
        case EditSlot():
            return f"{decision.slot} of {words[decision.figure]} is {_value(decision.value)}"
        case JoinReadings():
            return f"{words[decision.a]} and {words[decision.b]} answer one question"
        case MoveReading():
            return f"{words[decision.figure]} answers the question of {words[decision.to]}"
        case _:
            verb = "answers" if len(words) == 1 else "answer"
            return f"{' and '.join(words.values())} {verb} another question than the rest of their claim"


def _value(value: object) -> str:
    match value:
        case None:
            return "open"
        case tuple() | list():
            return " ← ".join(str(one) for one in value) or "nobody"
        case bool():
            return "yes" if value else "no"
        case float() | int():
            return f"{value:,.15g}"
        case _:
            return f"“{value}”"


def _home(view: View, reports: Sequence[str]) -> KeptStory:
    name = next(filter(None, (view.story_of(report) for report in reports)), None)
    _demand(name is not None, "say which story: names and edges are those of a story")
    return _story(view, name or "")


def _of_stories(view: View, decision: JoinStories | PartStories) -> tuple[str, Sequence[str]]:
    named = (decision.a, decision.b) if isinstance(decision, JoinStories) else decision.reports
    homes = {report: view.story_of(report) for report in named}
    lost = sorted(report for report, home in homes.items() if home is None)
    _demand(bool(named), "no report was named")
    _demand(not lost, f"there is no report {', '.join(lost)} in a story")
    if isinstance(decision, JoinStories):
        cards = [view.card(homes[report] or "") for report in named]
        titles = [card.title if card else "" for card in cards]
        _demand(homes[decision.a] != homes[decision.b], "the two reports are in one story already")
        both = view.groups(named).values()
        return f"“{titles[0]}” and “{titles[1]}” are one story", [name for group in both for name in group.reports]
    _demand(len(set(homes.values())) == 1, "the reports are of two stories")
    whole = _story(view, homes[named[0]] or "")
    rest = [report.id for report in whole.story.reports if report.id not in set(named)]
    _demand(bool(rest), "these are all reports of the story: nothing would be left")
    many = f"{len(named)} reports are" if len(named) > 1 else f"{named[0]} is"
    return f"{many} of another story than “{whole.story.title}”", [*named, *rest]


def _of_names(decision: CutEdge | JoinOrigins | SameName | DifferentNames, story: Story) -> tuple[str, Sequence[str]]:
    match decision:
        case CutEdge():
            found = [(edge, reports) for edge, reports in _edges(story) if edge.id == decision.edge]
            _demand(bool(found), f"there is no edge {decision.edge} in “{story.title}”")
            edge = found[0][0]
            words = f"{_end(edge.a, story)} and {_end(edge.b, story)} are two voices ({edge.why})"
            return words, sorted({report for _, some in found for report in some})
        case JoinOrigins():
            words = f"{_end(decision.a, story)} and {_end(decision.b, story)} are one origin"
        case SameName():
            words = f"“{decision.a}” and “{decision.b}” are one"
        case DifferentNames():
            words = f"“{decision.a}” and “{decision.b}” are two"
    _demand(fold(decision.a) != fold(decision.b), "both names are the same")
    where = {name: _reports_with(name, story) for name in (decision.a, decision.b)}
    for name, reports in where.items():
        _demand(bool(reports), f"there is no “{name}” in “{story.title}”")
    return words, sorted({report for reports in where.values() for report in reports})


def _edges(story: Story) -> Iterator[tuple[Edge, tuple[str, ...]]]:
    """Every edge of a story, with the reports of the claim it is in."""
    home = {figure.id: one.report for one in story.mentions for figure in one.figures}
    for claim in story.claims:
        reports = tuple(sorted({home[figure] for figure in claim.figures if figure in home}))
        for edge in (*claim.edges, *(edge for origin in claim.origins for edge in origin.edges)):
            yield edge, reports


def _end(name: str, story: Story) -> str:
    """One end of an edge as a reader knows it: a report by its outlet."""
    report = next((report for report in story.reports if report.id == name), None)
    return f"“{name}”" if report is None else report.outlet or report.id


def _reports_with(name: str, story: Story) -> list[str]:
    """The reports of a story that have a name, in their text or as their outlet; a report's own id is one too."""
    wanted = {fold(name)}
    for identity in story.names:
        forms = {fold(form) for form in (identity.name, *identity.also)}
        if forms & wanted:
            wanted = wanted | forms
    found = []
    for report, mentions in zip(story.reports, story.mentions, strict=True):
        forms = {fold(form) for one in mentions.names for form in (one.name, *one.also)}
        forms |= {fold(link.name) for figure in mentions.figures for link in figure.chain}
        forms |= {fold(report.outlet or ""), fold(report.credit or "")}
        if report.id == name or forms & wanted:
            found.append(report.id)
    return found


def _demand(holds: bool, message: str) -> None:  # noqa: FBT001 - it reads as a sentence
    if not holds:
        raise JudgementError(message)
