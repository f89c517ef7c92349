"""In: a Dossier. Out: the same as text for a terminal of any width, or for a pipe."""

import io
from collections.abc import Iterable, Iterator
from contextlib import closing

from rich import box
from rich.console import Console, ConsoleRenderable, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from twosource.dossier import words
from twosource.dossier.shapes import VerdictName
from twosource.dossier.spool import Spool
from twosource.dossier.view import Card, Moment, Said, View, chain_words, origin_words, view
from twosource.records import Dossier, Problem, Story, Unfolding, unfolded

_STYLE: dict[VerdictName, str] = {
    "conflict": "bold red",
    "denied": "bold magenta",
    "updated": "bold blue",
    "agree": "bold green",
    "single": "dim",
}
_NAMES_SHOWN = 6
_NARROW = 72
_TIES_SHOWN = 3


def to_text(dossier: Dossier, *, width: int = 100, colour: bool = False) -> str:
    """The whole dossier as lines of at most `width` columns, with terminal colours where asked for."""
    return "".join(text_parts(unfolded(dossier), width=width, colour=colour))


def text_parts(whole: Unfolding, *, width: int = 100, colour: bool = False) -> Iterator[str]:
    """What `to_text` gives in parts. Of several stories the index comes first, and nothing before all are told."""
    page = _Page(width, colour=colour)
    if whole.total == 1:
        yield from (page.drawn(_story(story, view(story), page.width)) for story in whole.stories)
    else:
        index: list[tuple[str, str]] = []
        with closing(Spool()) as told:
            for number, story in enumerate(whole.stories, 1):
                seen = view(story)
                index.append((words.plain(story.title) or "Untitled story", _summary(seen)))
                heading = _heading(f"Story {number} of {whole.total}", line="═")
                told.put(page.drawn([heading, *_story(story, seen, page.width)]))
            if index:
                yield page.drawn([_heading(f"{whole.total} stories"), _index(index)])
            yield from told
    if problems := whole.problems():
        yield page.drawn([_heading("Problems"), _problems(problems)])


class _Page:
    """Draws parts of a page of one width."""

    def __init__(self, width: int, *, colour: bool) -> None:
        self.width = max(width, 40)
        self._colour = colour

    def drawn(self, parts: Iterable[ConsoleRenderable]) -> str:
        """The parts as lines, each with its end."""
        out = io.StringIO()
        console = Console(
            file=out,
            width=self.width,
            force_terminal=self._colour,
            color_system="standard" if self._colour else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )
        for part in parts:
            console.print(part)
        text = out.getvalue()
        return text if self._colour else "\n".join(line.rstrip() for line in text.split("\n"))


def _index(stories: Iterable[tuple[str, str]]) -> ConsoleRenderable:
    """The titles and summaries of a dossier's stories, a line each."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", style="dim")
    grid.add_column(ratio=4)
    grid.add_column(ratio=3, style="dim")
    for number, (title, summary) in enumerate(stories, 1):
        grid.add_row(str(number), Text(title), Text(summary))
    return Padding(grid, (1, 0, 0, 0))


def _story(story: Story, seen: View, width: int) -> Iterator[ConsoleRenderable]:
    yield Text(words.plain(story.title) or "Untitled story", style="bold")
    yield Text(_summary(seen), style="dim")
    yield _heading("Reports")
    yield _reports(seen, width)
    if seen.shared:
        yield _heading("Claims of several reports, or disputed")
        for card in seen.shared:
            yield _claim(card)
    if seen.single:
        yield _heading("Claims of one report")
        yield _singles(seen.single, width)
    if story.related:
        yield _heading("Not to be set against each other")
        yield _apart(seen)
    if seen.said:
        yield _heading("Quotations")
        yield from (_quotation(said) for said in seen.said)
    if seen.moments:
        yield _heading("Timeline")
        yield _timeline(seen)
    if seen.names:
        yield _heading("Names")
        yield _names(seen)


def _summary(seen: View) -> str:
    reports = words.count(len(seen.sources), "report")
    copies = sum(source.copy is not None for source in seen.sources)
    parts = [
        words.days(seen.story.start, seen.story.end) if seen.story.start else "days unknown",
        f"{reports}, {copies} of them copies" if copies > 1 else f"{reports}, 1 of them a copy" if copies else reports,
        words.count(len(seen.cards), "claim"),
    ]
    told = [(seen.count("conflict"), "conflict"), (seen.count("denied"), "denied"), (seen.count("updated"), "updated")]
    parts += [words.count(many, word) if word == "conflict" else f"{many} {word}" for many, word in told if many]
    return " · ".join(parts)


def _heading(title: str, line: str = "─") -> ConsoleRenderable:
    return Padding(Rule(Text(title, style="bold"), align="left", characters=line, style="dim"), (1, 0, 0, 0))


def _reports(seen: View, width: int) -> ConsoleRenderable:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="dim")
    table.add_column("", justify="right", style="dim")
    table.add_column("Outlet", ratio=3)
    table.add_column("Published", ratio=3)
    table.add_column("Remarks", ratio=4)
    for source in seen.sources:
        report = source.report
        published = Text(words.day(report.published.value if report.published else None))
        if width >= _NARROW or report.published is None:
            published.append(f", {words.how_dated(report.published)}", style="dim")
        remarks = [f"copy of {source.copied_from}"] if source.copied_from else []
        if source.credit:
            remarks.append(f"credits {source.credit}")
        if report.furniture:
            remarks.append(f"{words.count(len(report.furniture), 'stretch')} of page furniture marked")
        if report.language != "en":
            remarks.append(f"in “{report.language}”, not searched")
        outlet = Text(source.label if report.outlet else f"{source.label} (outlet unknown)")
        table.add_row(str(source.number), outlet, published, Text("; ".join(remarks)))
    return table


def _claim(card: Card) -> ConsoleRenderable:
    head = Text.assemble(
        (words.verdict_label(card.verdict).upper(), _STYLE[card.verdict]),
        "  ",
        (words.plain(card.claim.question), "bold"),
    )
    grid = Table.grid(padding=(0, 2))
    grid.add_column(ratio=2, min_width=12)
    grid.add_column(ratio=2)
    grid.add_column(ratio=4)
    for reading in card.shown:
        style = "dim" if reading.superseded or reading.first.stance != "asserted" else ""
        value = Text(reading.amount, style=style)
        if reading.superseded:
            value.append(" (superseded)")
        who = Text(chain_words(reading.chain)) if reading.chain else Text("no source named", style="dim")
        if reading.when:
            who.append(f", as of {reading.when}", style="dim")
        grid.add_row(value, Text(f"[{reading.source.number}] {reading.source.label}"), who)
    lines: list[ConsoleRenderable] = [head, Padding(grid, (0, 0, 0, 2))]
    if len(card.readings) > len(card.shown):
        more = words.count(len(card.readings) - len(card.shown), "reading")
        lines.append(Text(f"  and {more} more, all in the JSON dossier", style="dim"))
    table = Table.grid(padding=(0, 2))
    for label, text in _conclusions(card):
        table.add_row(Text(label, style="dim"), text)
    lines.append(Padding(table, (0, 0, 0, 2)))
    return Padding(Group(*lines), (1, 0, 0, 0))


def _conclusions(card: Card) -> Iterator[tuple[str, Text]]:
    origins = Text(card.origins, style="bold")
    if card.claim.origins:
        origins.append(f": {'; '.join(origin_words(origin) for origin in card.claim.origins)}", style="not bold")
    yield "Origins", origins
    ties = [tie.words for tie in card.telling]
    for number, tie in enumerate(ties[:_TIES_SHOWN]):
        yield "" if number else "Because", Text(f"{tie}.", style="dim")
    if len(ties) > _TIES_SHOWN:
        yield "", Text(f"And {words.count(len(ties) - _TIES_SHOWN, 'tie')} more, all in the JSON dossier.", style="dim")
    yield words.open_label(card.verdict), Text(_open(card))
    if card.chosen:
        yield "Chosen", Text(card.chosen)
    for number, reason in enumerate(card.why):
        yield "" if number else "Why", Text(reason)


def _open(card: Card) -> str:
    """What is still open; of a spread, who owns each end."""
    claim = card.claim
    if card.verdict not in {"conflict", "denied"} or claim.low == claim.high:
        return card.open
    ends = [
        f"{words.number(end)} from {'; '.join(owners)}"
        for end, owners in ((claim.low, card.owners(claim.low, None)), (claim.high, card.owners(None, claim.high)))
        if end is not None and owners
    ]
    return f"{card.open} ({' — '.join(ends)})" if ends else card.open


def _singles(cards: Iterable[Card], width: int) -> ConsoleRenderable:
    grid = Table.grid(padding=(0, 2), pad_edge=False)
    grid.add_column(ratio=5)
    grid.add_column(ratio=3)
    if width >= _NARROW:
        grid.add_column(ratio=4)
    for card in cards:
        numbers = dict.fromkeys(f"[{reading.source.number}]" for reading in card.readings)
        amount = Text("; ".join(dict.fromkeys(reading.amount for reading in card.readings)) or words.UNKNOWN)
        chain = next((reading.chain for reading in card.readings if reading.chain), ())
        who = Text(f"{' '.join(numbers)} {chain_words(chain) or 'no source named'}", style="dim")
        question = Text(words.plain(card.claim.question))
        grid.add_row(question, amount, *([who] if width >= _NARROW else []))
    return Padding(grid, (1, 0, 0, 0))


def _apart(seen: View) -> ConsoleRenderable:
    """Claims that must not be compared, under the one they have in common."""
    questions = {claim.id: words.plain(claim.question) for claim in seen.story.claims}
    grid = Table.grid(padding=(0, 1))
    last = None
    for relation in sorted(seen.story.related, key=lambda relation: relation.a):
        if relation.a != last:
            last = relation.a
            grid.add_row("•", Text(questions.get(relation.a, relation.a)))
        why = (f" — {words.why_apart(relation)}", "red" if relation.broken else "dim")
        line = Text.assemble("≠ ", questions.get(relation.b, relation.b), why)
        grid.add_row("", line)
    return Padding(grid, (1, 0, 0, 0))


def _quotation(said: Said) -> ConsoleRenderable:
    lines: list[Text] = [
        Text(words.plain(said.speaker or "") or "Speaker unknown", style="bold" if said.speaker else "dim")
    ]
    if len(said.speakers) > 1:
        lines[0].append(f" (given to {' and to '.join(words.plain(name) for name in said.speakers)})", style="magenta")
    grid = Table.grid(padding=(0, 1))
    for rendering in said.renderings:
        pieces = " … ".join(words.plain(quote.span.words) for quote in rendering.quotes)
        line = Text(f"“{pieces}”")
        chain = rendering.quotes[0].chain
        if len(chain) > 1:
            line.append(f" {chain_words([link.name for link in chain])}", style="dim")
        grid.add_row(Text(f"  [{rendering.source.number}]", style="dim"), line)
    for difference in said.differences:
        grid.add_row("", Text(f"≠ {words.plain(difference)}", style="magenta"))
    return Padding(Group(*lines, grid), (1, 0, 0, 0))


def _timeline(seen: View) -> ConsoleRenderable:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(min_width=14, ratio=2)
    grid.add_column(ratio=5)
    grid.add_column(ratio=2, style="dim")
    for moment in seen.moments:
        for number, entry in enumerate(moment.entries):
            when = Text(words.days(entry.start, entry.end))
            what = Text(words.plain(entry.what))
            if moment.disputed:
                when.stylize("red")
                what = Text.assemble((_rival(moment, number), "red"), what)
            grid.add_row(when, what, Text(_where(seen, [span.report for span in entry.mentions])))
    return Padding(grid, (1, 0, 0, 0))


def _rival(moment: Moment, number: int) -> str:
    if len(moment.entries) == 1:
        return "disputed: "
    return "dated differently: " if number == 0 else "or on this day: "


def _where(seen: View, reports: Iterable[str]) -> str:
    return " ".join(f"[{seen.source(report).number}]" for report in dict.fromkeys(reports))


def _names(seen: View) -> ConsoleRenderable:
    lines = []
    for name in seen.names:
        line = Text.assemble("• ", (words.plain(name.name), "bold"), (f" {name.kind}", "dim"))
        if name.also:
            more = len(name.also) - _NAMES_SHOWN
            forms = ", ".join(words.plain(form) for form in name.also[:_NAMES_SHOWN])
            line.append(f" also: {forms}" + (f" and {more} more" if more > 0 else ""))
        lines.append(line)
    return Padding(Group(*lines), (1, 0, 0, 0))


def _problems(problems: Iterable[Problem]) -> ConsoleRenderable:
    return Padding(Group(*(Text(f"• {words.plain(problem.message)}") for problem in problems)), (1, 0, 0, 0))
