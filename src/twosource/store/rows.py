"""In: a batch. Out: its rows in a database, inside one transaction; written twice it is there once."""

from collections.abc import Sequence

from twosource.records import Copy
from twosource.records.kept import Batch, News, Run
from twosource.store import report_rows, story_rows
from twosource.store.database import Database
from twosource.store.packing import packed
from twosource.store.report_rows import ReportRows
from twosource.store.story_rows import StoryRows
from twosource.store.waiting import Waiting


class Rows:
    """The rows of one batch."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting = Waiting(database, (*report_rows.STATEMENTS, *story_rows.STATEMENTS))
        self._reports = ReportRows(self._waiting)
        self._stories = StoryRows(database, self._waiting, self._reports)

    def write(self, batch: Batch) -> None:
        """All rows of the batch."""
        self._reports.keep(batch.kept)
        withdrawn = [(name,) for name in batch.withdrawn]
        self._database.many("UPDATE reports SET withdrawn = 1, story = NULL WHERE id = ?", withdrawn)
        self._copies(batch.touched, batch.copies)
        self._stories.take_away(batch.gone)
        self._stories.conclude(batch.stories)
        self._news(batch.news)
        self._marks(batch.marks)
        if batch.run:
            self._run(batch.run)
        self._waiting.end()
        self._clear()

    def _copies(self, touched: Sequence[str], copies: Sequence[Copy]) -> None:
        self._database.many("DELETE FROM copies WHERE report = ?", [(name,) for name in touched])
        self._database.many(
            "INSERT INTO copies (report, original, body) VALUES (?, ?, ?)"
            " ON CONFLICT (report, original) DO UPDATE SET body = excluded.body",
            [(copy.report, copy.of, packed(copy)) for copy in copies],
        )

    def _news(self, news: Sequence[News]) -> None:
        first = self._waiting.number("news", len(news))
        self._database.many(
            "INSERT INTO news (number, id, seen, story, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
            [(number, each.id, each.at, each.story, packed(each)) for number, each in enumerate(news, first)],
        )

    def _marks(self, marks: dict[str, str | None]) -> None:
        self._database.many("DELETE FROM marks WHERE name = ?", [(name,) for name in sorted(marks)])
        self._database.many(
            "INSERT INTO marks (name, value) VALUES (?, ?)",
            [(name, value) for name, value in sorted(marks.items()) if value is not None],
        )

    def _run(self, run: Run) -> None:
        self._database.change(
            "INSERT INTO runs (number, id, begun, body) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET begun = excluded.begun, body = excluded.body",
            (self._waiting.number("runs"), run.id, run.begun, packed(run)),
        )

    def _clear(self) -> None:
        """Take away readings that no story shows and whose text the next one has too."""
        self._database.many(
            "DELETE FROM readings WHERE number = ?"
            " AND NOT EXISTS (SELECT 1 FROM members WHERE reading = readings.number)"
            " AND NOT EXISTS (SELECT 1 FROM reports WHERE reading = readings.number)"
            " AND hash = (SELECT n.hash FROM readings n WHERE n.report = readings.report AND n.number > readings.number"
            " ORDER BY n.number LIMIT 1)",
            [(number,) for number in sorted(self._reports.outdated)],
        )
