"""In: a store, and a question. Out: what it holds: stories, one item, what a search finds, the log."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli._frame import (
    STORE,
    Format,
    Listing,
    Order,
    Table,
    drawn,
    errors_in_one_line,
    flat,
    listed,
    opened,
    write,
)
from twosource.text import telling

if TYPE_CHECKING:
    from twosource.records import Claim, Story
    from twosource.records.judgements import Judgement
    from twosource.records.kept import Card, Hit, Run
    from twosource.store import View

LISTING = typer.Option("--format", "-f", help="`text` to read here, `json` for programs.")
COUNT = typer.Option("--count", "-n", metavar="N", min=1, max=100_000, help="Show so many at most.")
START = typer.Option("--start", metavar="N", min=0, help="Leave out so many before.")


def stories(  # noqa: PLR0913  one parameter an option
    store: Annotated[str, STORE],
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS…", help="Only stories that have these words.")
    ] = None,
    *,
    order: Annotated[Order, typer.Option("--order", help="By what they are ordered.")] = Order.CHANGED,
    count: Annotated[int, COUNT] = 50,
    start: Annotated[int, START] = 0,
    form: Annotated[Listing, LISTING] = Listing.TEXT,
) -> None:
    """List the stories of a store: title, reports, claims, and how many of these are in conflict or borne out.

    Example: `twosource stories desk.db ferry --order size`
    """
    query = " ".join(words or [])
    with errors_in_one_line(), opened(store) as kept, kept.view() as view:
        found = view.cards(query=query, order=order.value, start=start, count=count)
        total = view.count(query)
    lines = [_card(card) for card in found]
    if total > start + len(found):
        lines.append(f"… and {total - start - len(found):,} more (--start {start + len(found)})")
    write(listed(form, found, lines or ["No story."]), None)


def show(
    store: Annotated[str, STORE],
    item: Annotated[
        str, typer.Argument(metavar="ID", help="A story, a report, or a figure, for the claim that it answers.")
    ],
    form: Annotated[
        Format, typer.Option("--format", "-f", help="`text`, `json`, or `html` for a story.")
    ] = Format.TEXT,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write to this file.", show_default=False)
    ] = None,
) -> None:
    """Show one story whole, one report with what is read in it, or the claim that a figure answers.

    Ids may be shortened as long as only one begins so. The ids that `judge` takes are shown with reports and claims.

    Example: `twosource show desk.db 84006d`
    """
    from twosource.cli._finding import item_of  # noqa: PLC0415  loaded late, see __init__

    with errors_in_one_line():
        with opened(store) as kept, kept.view() as view:
            kind, name = item_of(view, item)
            match kind:
                case "story":
                    content = _story(view, name, form, to_file=out is not None)
                case "report":
                    content = _report(view, name, form)
                case "figure":
                    content = _claim(view, name, form, to_file=out is not None)
        write(content, out)


def search(
    store: Annotated[str, STORE],
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help="What to look for.", show_default=False)],
    *,
    count: Annotated[int, COUNT] = 50,
    start: Annotated[int, START] = 0,
    form: Annotated[Listing, LISTING] = Listing.TEXT,
) -> None:
    """Search the reports of a store, by words or by figures.

    By figures, with a number or a key word:

    `'killed > 100'`  also >=, <, <=, =, `20-30`, `between 20 and 30`; 2.5 million, $3bn, 40%, 200 acres

    `'injured 20-30 said by "coast guard" since 2025-05-01'`  who says it, as any link of the chain

    `'price < $5 of flats until 2025-06'`  of whom or what; days are YYYY-MM-DD, YYYY-MM or YYYY; `on` one day

    Anything else is searched in the texts: all words must be there, "words in quotes" together, and vaccin* begins a
    word.

    Example: `twosource search desk.db 'missing >= 10 said by police'`
    """
    from twosource.desk import find  # noqa: PLC0415  loaded late, see __init__

    with errors_in_one_line(), opened(store) as kept, kept.view() as view:
        found = find(view, " ".join(words), start=start, count=count)
    write(listed(form, found.hits, [_hit(hit) for hit in found.hits] or ["Nothing found."]), None)


def log(
    store: Annotated[str, STORE],
    story: Annotated[
        str | None, typer.Option("--story", metavar="ID", help="Only the judgements on this story.", show_default=False)
    ] = None,
    *,
    count: Annotated[int, COUNT] = 50,
    form: Annotated[Listing, LISTING] = Listing.TEXT,
) -> None:
    """Tell what was done to a store, newest first: runs with their problems, and judgements with who, when and why.

    A judgement that was undone, or that finds nothing to act on any more, says so.

    Example: `twosource log desk.db --story 84006d`
    """
    from twosource.cli._finding import story_of  # noqa: PLC0415  loaded late, see __init__
    from twosource.desk import orphans, standing  # noqa: PLC0415

    with errors_in_one_line(), opened(store) as kept, kept.view() as view:
        name = story_of(view, story) if story else None
        judgements = view.judgements(name)
        held = {one.id for one in standing(view.judgements())}
        homes = {one.id: view.story_of(one.story or "") for one in judgements}
        lost = {
            key: why for home in sorted({*filter(None, homes.values())}) for key, why in orphans(view, home).items()
        }
        lost |= {key: "its reports are in no story" for key, home in homes.items() if home is None}
        runs = () if name else view.runs(count)
    rows = [(run.begun, run.id, _run_row(run), _run_line(run)) for run in runs]
    rows += [(one.at, one.id, _judgement_row(one, held, lost), _judgement_line(one, held, lost)) for one in judgements]
    rows.sort(key=lambda row: row[0], reverse=True)
    rows = rows[:count]
    write(listed(form, [row for _, _, row, _ in rows], [line for *_, line in rows] or ["Nothing yet."]), None)


def export(
    store: Annotated[str, STORE],
    items: Annotated[
        list[str] | None, typer.Argument(metavar="STORY…", help="Stories, or reports in them; else all.")
    ] = None,
    *,
    form: Annotated[
        Table, typer.Option("--format", "-f", help="`csv` is a table of all readings; the others are as of `read`.")
    ] = Table.JSON,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write to this file.", show_default=False)
    ] = None,
) -> None:
    """Write stories of a store as a dossier: the same that `read` makes of the same reports at once.

    Judgements are obeyed in it; the JSON has them all under `judgements`.

    Example: `twosource export desk.db -f html -o dossier.html`
    """
    from twosource.cli._finding import story_of  # noqa: PLC0415  loaded late, see __init__
    from twosource.desk.exporting import dossier_of, exported_csv, exported_json  # noqa: PLC0415

    with errors_in_one_line():
        with opened(store) as kept, kept.view() as view:
            names = list(dict.fromkeys(story_of(view, item) for item in items)) if items else None
            match form:
                case Table.JSON:
                    content = exported_json(view, names)
                case Table.CSV:
                    content = exported_csv(view, names)
                case _:
                    content = drawn(dossier_of(view, names), Format(form.value), to_file=out is not None)
        write(content, out)


def _card(card: "Card") -> str:
    days = " to ".join(dict.fromkeys(filter(None, (card.start, card.end)))) or "no day"
    parts = [telling.count(card.reports, "report"), telling.count(card.claims, "claim")]
    parts += [f"{card.conflicts} in conflict or denied"] if card.conflicts else []
    parts += [f"{card.corroborated} from two origins or more"] if card.corroborated else []
    return f"{card.id}  {flat(card.title) or 'Untitled story'}\n              {days} · {' · '.join(parts)}"


def _hit(hit: "Hit") -> str:
    where = " · ".join(filter(None, (flat(hit.outlet or ""), hit.day, hit.report)))
    return f"{hit.figure or hit.report}  {where}\n              {flat(hit.snippet)}"


def _run_row(run: "Run") -> object:
    return {"what": "run", **_plain(run)}


def _judgement_row(one: "Judgement", held: set[str], lost: dict[str, str]) -> object:
    return {"what": "judgement", **_plain(one), "holds": one.id in held, "orphaned": lost.get(one.id)}


def _plain(record: object) -> dict[str, object]:
    import msgspec  # noqa: PLC0415  loaded late, see __init__

    found: dict[str, object] = msgspec.to_builtins(record)
    return found


def _run_line(run: "Run") -> str:
    parts = [f"{run.new} new", f"{run.changed} changed", f"{run.problems} problems"]
    told = [f"\n    {flat(problem.message)}" for problem in run.told]
    return f"{run.begun}  {run.command}: {', '.join(parts)} ({run.seconds:.1f} s){''.join(told)}"


def _judgement_line(one: "Judgement", held: set[str], lost: dict[str, str]) -> str:
    from twosource.records.judgements import Undo  # noqa: PLC0415  loaded late, see __init__

    why = f" – {flat(one.why)}" if one.why else ""
    state = ""
    if one.id not in held and not isinstance(one.decision, Undo):
        state = "  [undone]"
    elif one.id in lost:
        state = f"  [orphaned: {flat(lost[one.id])}]"
    return f"{one.at}  {one.id}  {flat(one.by)}: {flat(one.words)}{why}{state}"


def _story(view: "View", name: str, form: Format, *, to_file: bool) -> bytes:
    from twosource.desk.exporting import dossier_of  # noqa: PLC0415  loaded late, see __init__

    return drawn(dossier_of(view, [name]), form, to_file=to_file)


def _claim(view: "View", figure: str, form: Format, *, to_file: bool) -> bytes:
    """The claim that a figure answers, with the ids of its figures and edges."""
    from twosource.desk.exporting import claim_of, only_claim  # noqa: PLC0415  loaded late, see __init__
    from twosource.errors import JudgementError  # noqa: PLC0415

    found = claim_of(view, figure)
    if found is None:
        message = f"the figure {figure} answers no claim: it was rejected, or its report is in no story"
        raise JudgementError(message)
    story, claim = found
    content = drawn(only_claim(story, claim), form, to_file=to_file)
    return content + _ids(story, claim).encode() if form is Format.TEXT else content


def _ids(story: "Story", claim: "Claim") -> str:
    outlets = {report.id: report.outlet or report.id for report in story.reports}
    figures = {figure.id: figure for one in story.mentions for figure in one.figures}
    lines = ["", "Figures"]
    for name in claim.figures:
        span = figures[name].span
        lines.append(f"  {name}  “{flat(span.words)}”  {flat(outlets[span.report])}")
    edges = {edge.id: edge for origin in claim.origins for edge in origin.edges} | {one.id: one for one in claim.edges}
    if edges:
        lines += ["", "Edges"]
        lines += [
            f"  {name}  {flat(outlets.get(edge.a, edge.a))} – {flat(outlets.get(edge.b, edge.b))} ({edge.why})"
            for name, edge in sorted(edges.items())
        ]
    return "\n".join(lines) + "\n"


def _report(view: "View", name: str, form: Format) -> bytes:
    """One report with its versions and figures."""
    kept = view.kept([name])[0]
    versions = view.versions(name)
    story = view.story_of(name)
    if form is Format.JSON:
        row = {
            **_plain(kept.report),
            "story": story,
            "seen": kept.seen,
            "versions": [{"seen": seen, "hash": hashed} for seen, hashed, _ in versions],
            "figures": [_plain(figure) for figure in kept.mentions.figures],
        }
        return json.dumps(row, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"
    report = kept.report
    head = {
        "Report": name,
        "Outlet": report.outlet,
        "Day": report.published.value if report.published else None,
        "Address": report.url,
        "Story": story or "none",
        "Versions": ", ".join(seen for seen, _, _ in versions) if len(versions) > 1 else None,
    }
    lines = [f"{key:<9} {flat(value)}" for key, value in head.items() if value]
    lines += ["", *(flat(line) for line in report.text.strip().split("\n")), ""]
    for figure in kept.mentions.figures:
        chain = " ← ".join(link.name for link in figure.chain)
        lines.append(f"{figure.id}  “{flat(figure.span.words)}” {figure.measure} {flat(chain)}".rstrip())
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")
