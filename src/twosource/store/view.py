"""In: a database at one moment. Out: `StoreView`, the records that it holds."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from msgspec import structs

from twosource.records import Copy, Group, Mentions, Report, Story
from twosource.records.judgements import Judgement
from twosource.records.kept import Card, FigureQuery, Hit, Kept, KeptStory, News, Run
from twosource.store import searching
from twosource.store.database import Database, Value, for_each
from twosource.store.packing import Beside, bounded, unpacked
from twosource.store.words import terms_of

_ORDERS = {"changed": "s.changed DESC, s.id", "size": "s.size DESC, s.id", "title": "s.sorting, s.id"}
REPORTS, MENTIONS = 0, 1


class StoreView:
    """One moment of a store, read only; see `contract.View`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def cards(self, *, query: str = "", order: str = "changed", start: int = 0, count: int = 50) -> tuple[Card, ...]:
        """The list of stories whose title or names hold the words of `query`."""
        table, values = self._sought(query)
        rows = self._database.rows(
            f"SELECT s.card FROM {table} ORDER BY {_ORDERS.get(order, _ORDERS['changed'])} LIMIT ? OFFSET ?",
            (*values, bounded(count), bounded(start)),
        )
        return tuple(unpacked(card, Card) for (card,) in rows)

    def count(self, query: str = "") -> int:
        """How many stories `cards` would give in all."""
        table, values = self._sought(query)
        return int(self._database.rows(f"SELECT COUNT(*) FROM {table}", values)[0][0])

    def _sought(self, query: str) -> tuple[str, tuple[Value, ...]]:
        """The stories that meet a query, as a table expression with its values; an empty query is met by all."""
        if not query.strip():
            return "stories s", ()
        terms = terms_of(query)
        if not terms:
            return "(SELECT * FROM stories WHERE number IS NULL) s", ()
        found = self._database.found("story_words")
        return f"{found} f JOIN stories s ON s.number = f.number", (self._database.asked(terms),)

    def story(self, name: str) -> KeptStory | None:
        """The story of a lasting id, or the one in which most of its reports now are."""
        rows = self._database.rows(
            "SELECT s.number, s.id, s.changed, b.body FROM stories s JOIN bodies b ON b.story = s.number"
            " WHERE s.id = ?",
            (self._present(name),),
        )
        if not rows:
            return None
        number, lasting, changed, body = rows[0]
        story = structs.replace(
            unpacked(body, Story),
            reports=tuple(unpacked(part, Report) for part in self._parts(number, REPORTS, "text")),
            mentions=tuple(unpacked(part, Mentions) for part in self._parts(number, MENTIONS, "mentions")),
        )
        return KeptStory(id=lasting, changed=changed, story=story)

    def _parts(self, story: int, kind: int, column: str) -> Iterator[bytes]:
        """The reports or mentions of a story in their order, as bytes."""
        rows = self._database.stream(
            f"SELECT COALESCE(m.own, r.{column}) FROM members m LEFT JOIN readings r ON r.number = m.reading"
            " WHERE m.story = ? AND m.kind = ? ORDER BY m.place",
            (story, kind),
        )
        return (part for (part,) in rows)

    def card(self, name: str) -> Card | None:
        """The line of one story, found as `story` finds it."""
        rows = self._database.rows("SELECT card FROM stories WHERE id = ?", (self._present(name),))
        return unpacked(rows[0][0], Card) if rows else None

    def group(self, name: str) -> Group | None:
        """The group that a story was made of, found as `story` finds it."""
        rows = self._database.rows("SELECT held FROM stories WHERE id = ?", (self._present(name),))
        return unpacked(rows[0][0], Group) if rows else None

    def groups(self, reports: Iterable[str]) -> dict[str, Group]:
        """The stories that hold one of these reports, by lasting id, each as the group it was made of."""
        statement = "SELECT story FROM reports WHERE story IS NOT NULL AND id IN ({})"
        names = {name for (name,) in for_each(self._database, statement, reports)}
        rows = for_each(self._database, "SELECT id, held FROM stories WHERE id IN ({})", names)
        return {name: unpacked(held, Group) for name, held in sorted(rows)}

    def _present(self, story: str) -> str:
        rows = self._database.rows("SELECT destination FROM moved WHERE id = ?", (story,))
        return str(rows[0][0]) if rows else story

    def story_of(self, report: str) -> str | None:
        """The lasting id of the story that holds a report."""
        rows = self._database.rows("SELECT story FROM reports WHERE id = ? AND withdrawn = 0", (report,))
        return rows[0][0] if rows else None

    def reports(self) -> Iterator[str]:
        """The ids of all reports that are not withdrawn, sorted."""
        rows = self._database.stream("SELECT id FROM reports WHERE withdrawn = 0 ORDER BY id")
        return (name for (name,) in rows)

    def kept(self, reports: Sequence[str], *, mentions: bool = True) -> tuple[Kept, ...]:
        """The newest version of each of these reports, in the order asked for; unknown ids are left out."""
        found_in = "r.mentions" if mentions else "NULL"
        rows = for_each(
            self._database,
            f"SELECT p.id, r.text, {found_in}, r.beside, r.hash, r.seen, r.rules, f.features"
            " FROM reports p JOIN readings r ON r.number = p.reading LEFT JOIN features f ON f.report = p.number"
            " WHERE p.id IN ({})",
            reports,
        )
        found = {name: _kept(row) for name, *row in rows}
        return tuple(found[name] for name in reports if name in found)

    def known(self, reports: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Hash and rules of the newest version of each report that is there, withdrawn ones too."""
        rows = for_each(
            self._database,
            "SELECT p.id, r.hash, r.rules FROM reports p JOIN readings r ON r.number = p.reading WHERE p.id IN ({})",
            reports,
        )
        return {name: (hashed, rules) for name, hashed, rules in rows}

    def features(self) -> Iterator[tuple[str, bytes]]:
        """Id and features of every report that is not withdrawn, in the order in which the reports came."""
        rows = self._database.stream(  # in this order what lies side by side is read
            "SELECT p.id, f.features FROM reports p JOIN features f ON f.report = p.number"
            " WHERE p.withdrawn = 0 ORDER BY p.number"
        )
        return ((name, features) for name, features in rows)

    def versions(self, report: str) -> tuple[tuple[str, str, Report], ...]:
        """All versions of a report's text, oldest first: when seen, hash, and the report."""
        rows = self._database.rows(
            "SELECT r.hash, r.seen, r.text FROM readings r JOIN reports p ON p.number = r.report"
            " WHERE p.id = ? ORDER BY r.number",
            (report,),
        )
        versions = []
        for hashed, readings in groupby(rows, key=lambda row: row[0]):  # the same text, read with ever newer rules
            *_, (_, seen, text) = readings
            versions.append((seen, hashed, unpacked(text, Report)))
        return tuple(versions)

    def copies(self, reports: Sequence[str] | None = None) -> tuple[Copy, ...]:
        """All copies, or those in which one of these reports has a part, sorted."""
        if reports is None:
            rows = self._database.rows("SELECT report, original, body FROM copies")
        else:
            rows = [
                *for_each(self._database, "SELECT report, original, body FROM copies WHERE report IN ({})", reports),
                *for_each(self._database, "SELECT report, original, body FROM copies WHERE original IN ({})", reports),
            ]
        bodies = {(report, original): body for report, original, body in rows}
        return tuple(unpacked(bodies[pair], Copy) for pair in sorted(bodies))

    def search(self, words: str, *, start: int = 0, count: int = 50) -> tuple[Hit, ...]:
        """Reports whose text or headline holds all the words, best first."""
        return searching.reports(self._database, words, bounded(start), bounded(count))

    def figures(self, query: FigureQuery, *, start: int = 0, count: int = 50) -> tuple[Hit, ...]:
        """Figures that meet the query, newest day first."""
        return searching.figures(self._database, query, bounded(start), bounded(count))

    def figures_like(self, name: str, count: int = 10) -> tuple[tuple[str, str], ...]:
        """Figure id and report of the figures whose id begins so, sorted, at most `count`."""
        rows = self._database.rows(
            "SELECT g.id, p.id FROM figures g JOIN reports p ON p.number = g.report"
            " WHERE g.id >= ? AND g.id < ? AND p.withdrawn = 0 ORDER BY g.id, p.id LIMIT ?",
            (name, name + chr(0x10FFFF), bounded(count)),
        )
        return tuple((figure, report) for figure, report in rows)

    def news(self, *, since: str | None = None, story: str | None = None, count: int = 200) -> tuple[News, ...]:
        """Changes, newest first, those of one run in its order; of a story also those of stories that came into it."""
        conditions, values = ["seen >= ?"], [since or ""]
        if story is not None:
            conditions.append("story IN (SELECT id FROM moved WHERE destination = ? UNION SELECT ?)")
            values += [self._present(story)] * 2
        rows = self._database.rows(
            f"SELECT body FROM news WHERE {' AND '.join(conditions)} ORDER BY seen DESC, number LIMIT ?",
            (*values, bounded(count)),
        )
        return tuple(unpacked(body, News) for (body,) in rows)

    def judgements(self, story: str | None = None) -> tuple[Judgement, ...]:
        """All judgements in the order they were made, or those that bear on a report of the story."""
        if story is None:
            rows = self._database.rows("SELECT body FROM judgements ORDER BY number")
        else:
            rows = self._database.rows(
                "SELECT body FROM judgements WHERE number IN (SELECT b.judgement FROM reports p"
                " JOIN bearings b ON b.report = p.id WHERE p.story = ?) ORDER BY number",
                (self._present(story),),
            )
        return tuple(unpacked(body, Judgement) for (body,) in rows)

    def runs(self, count: int = 50) -> tuple[Run, ...]:
        """The newest runs, newest first."""
        rows = self._database.rows("SELECT body FROM runs ORDER BY begun DESC, number DESC LIMIT ?", (bounded(count),))
        return tuple(unpacked(body, Run) for (body,) in rows)

    def marks(self, names: Sequence[str]) -> dict[str, str]:
        """The notes of these names that the program left for itself; unknown names are left out."""
        return dict(for_each(self._database, "SELECT name, value FROM marks WHERE name IN ({})", names))


def _kept(row: Sequence[Any]) -> Kept:
    text, mentions, body, hashed, seen, rules, features = row
    beside = unpacked(body, Beside)
    report = unpacked(text, Report)
    return Kept(
        report=report,
        mentions=unpacked(mentions, Mentions) if mentions else Mentions(report=report.id),
        hash=hashed,
        seen=seen,
        rules=rules,
        features=features or b"",
        given=beside.given,
        problems=beside.problems,
    )
