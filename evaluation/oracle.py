"""In: story folders with gold labels. Out: how well the reconciling room does when every figure was found rightly.

Only the slots of the gold figures are given to `reconcile`; which figures answer one question, the verdicts, the
origins and the relations are its own work. The gold names tell forms alone: with --found the names,
offices and kinds of sources are those that the program finds.
usage: oracle.py [--found] [--misses N] [--scorer score.py] STORY_DIR...
"""

import argparse
import importlib.util
import json
import re
import sys
from pathlib import Path
from typing import Any

from msgspec import structs

from twosource.dossier.wire import to_json
from twosource.finding import Parser, find_mentions
from twosource.reconciling import reconcile
from twosource.records import (
    Copy,
    Day,
    Dossier,
    Figure,
    Group,
    Link,
    LinkKind,
    Mentions,
    Name,
    Part,
    Report,
    Span,
    Story,
    content_id,
)
from twosource.settings import Settings
from twosource.text.bodies import singular
from twosource.text.sentences import paragraphs, sentences

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_IDLE = frozenset(
    str.split(
        "a an the of in on at to for by with from as and or but that which who whom it its he she they their "
        "his her this these those is are was were be been being has have had do did does will would may might "
        "can could not no than more about some said says say told according added there then when while into "
        "out up down after before"
    )
)
_CONVERSION = re.compile(r"\s*,?\s*(?:or\s+)?\(?\s*")
_PART = re.compile(r"\s*(?:\w+\s+){0,2}?(?:of|among)\s+(?:them|whom|which|these|those|the\s+dead)\b|\s*in\s+critical\b")
_INCLUDING = re.compile(r"(?:including|among them|of whom|of which)\s+$")
_BEHIND = re.compile(r"\s(?:of|in|on|from|at|under|with|who|to|for|by|near|aboard|against|[a-z]+ed)\s")
_CLAUSE = 60
_LONGEST = 100_000
_STEM = 3


def _stem(word: str) -> str:
    word = word.casefold().removesuffix("'s").removesuffix("’s")
    for ending in ("ing", "ied", "ed", "ies", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word


def _terms(text: str) -> tuple[str, ...]:
    return tuple(sorted({_stem(word) for word in _WORD.findall(text) if word.casefold() not in _IDLE}))


def _reports(folder: Path, gold: dict[str, Any]) -> list[Report]:
    reports = []
    for row in gold["reports"]:
        text = (folder / "reports" / f"{row['id']}.txt").read_text("utf-8")
        day = Day(value=row["published"], how="given") if row["published"] else None
        reports.append(Report(id=row["id"], text=text, outlet=row["outlet"], published=day))
    return reports


def _sentences(report: Report) -> list[Span]:
    return [
        report.span(left, right)
        for start, end in paragraphs(report.text)
        for left, right in sentences(report.text, start, end)
    ]


def _figures(report: Report, rows: list[dict[str, Any]]) -> tuple[Figure, ...]:
    inside, figures = _sentences(report), []
    before: Figure | None = None
    for row in sorted(rows, key=lambda row: row["start"]):
        span = report.span(row["start"], row["end"])
        number = next(index for index, sentence in enumerate(inside) if sentence.end > span.start)
        figure = _figure(report, row, span, inside[max(0, number - 1) : number + 1], before)
        before = figure
        figures.append(figure)
    return tuple(figures)


def _figure(report: Report, row: dict[str, Any], span: Span, around: list[Span], before: Figure | None) -> Figure:
    text, sentence = report.text, around[-1]
    gap = text[before.span.end : span.start] if before and before.span.end <= span.start else "x"
    relation: Part | None = None
    whole: str | None = None
    if before and _CONVERSION.fullmatch(gap) and before.unit != row["unit"]:
        relation, whole = "conversion", before.id
    elif _PART.match(text[span.end :]) or _INCLUDING.search(text[: span.start]):
        relation = "part"
    clause = text[max(sentence.start, span.start - _CLAUSE) : min(sentence.end, span.end + _CLAUSE)]
    words = _BEHIND.split(row["of"] or "", maxsplit=1)[0].split()
    return Figure(
        id=content_id(span), span=span, sentence=sentence, low=row["low"], high=row["high"], about=row["about"],
        unit=row["unit"], measure=row["measure"], of=row["of"], place=row["place"], as_of=row["as_of"],
        chain=tuple(Link(name=name, kind="body") for name in row["chain"]), stance=row["stance"],
        noun=singular(words[-1].casefold()) if words else None, terms=_terms(clause),
        near=_terms(" ".join(part.words for part in around)), relation=relation, whole=whole,
        heading=not sentence.words.rstrip().endswith((".", "!", "?")),
    )  # fmt: skip


def _names(report: Report, rows: list[dict[str, Any]]) -> tuple[Name, ...]:
    names = []
    for row in rows:
        forms = [row["name"], *row["also"]]
        spots = [report.span(m.start(), m.end()) for form in forms for m in re.finditer(re.escape(form), report.text)]
        if spots:
            names.append(Name(name=row["name"], kind=row["kind"], also=tuple(row["also"]), spans=tuple(spots)))
    return tuple(names)


def _with_kinds(figures: tuple[Figure, ...], found: Mentions) -> tuple[Figure, ...]:
    """The figures with the kinds of their sources as the program read them in the same report."""
    held = [row.chain for rows in (found.figures, found.statements, found.quotes) for row in rows]
    known = {link.name: link for chain in held for link in chain}
    people = {name.name for name in found.names if name.kind == "person"}
    kinds: dict[str, LinkKind] = dict.fromkeys(people, "person")

    def told(link: Link) -> Link:
        other = known.get(link.name)
        if other is not None:
            return structs.replace(link, kind=other.kind, plural=other.plural)
        return structs.replace(link, kind=kinds.get(link.name, "body" if link.name[:1].isupper() else "unnamed"))

    return tuple(structs.replace(figure, chain=tuple(told(link) for link in figure.chain)) for figure in figures)


def oracle(folder: Path, parser: Parser | None = None) -> Story:
    """The story of a folder, reconciled from its gold figures; with a parser, from the names that are found too."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    reports = _reports(folder, gold)
    mentions = [
        Mentions(
            report=report.id,
            figures=_figures(report, [f for f in gold["figures"] if f["report"] == report.id]),
            names=_names(report, gold["names"]),
        )
        for report in reports
    ]
    if parser is not None:
        found = {one.report: one for one in map(find_mentions, parser(reports, _LONGEST))}
        mentions = [
            structs.replace(
                one, figures=_with_kinds(one.figures, found[one.report]), names=found[one.report].names or one.names
            )
            for one in mentions
        ]
    copies = [Copy(report=r["id"], of=r["copy_of"], share=0.9) for r in gold["reports"] if r["copy_of"]]
    group = Group(reports=tuple(sorted(r.id for r in reports)), events={r.id: "1" for r in reports})
    return reconcile(group, reports, copies, mentions)


def main() -> None:
    """Score each folder and print the rows that the reconciling room answers for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", nargs="+", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--found", action="store_true", help="take names and kinds of sources from the program")
    parser.add_argument("--scorer", type=Path, default=Path(__file__).with_name("score.py"))
    options = parser.parse_args()
    spec = importlib.util.spec_from_file_location("score", options.scorer)
    if spec is None or spec.loader is None:
        sys.exit(f"no scorer at {options.scorer}")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    reader = Parser(Settings().model) if options.found else None
    rows = {}
    for folder in filter(Path.is_dir, options.story):
        dossier = to_json(Dossier(version="", stories=(oracle(folder, reader),)))
        rows[folder.name] = scorer.score(folder, scorer.load(dossier.decode()), options.misses)
    for column in ("claims", "verdicts", "origins", "kept apart"):
        cells = {name: row[column] for name, row in rows.items() if row[column] is not None}
        mean = sum(cells.values()) / max(1, len(cells))
        print(f"{column:<11} mean={mean:.3f} " + " ".join(f"{name[:8]}={cell:.2f}" for name, cell in cells.items()))


if __name__ == "__main__":
    main()
