"""In: a batch. Out: its rows in a database, inside one transaction; written twice it is there once."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import structs

from twosource.records import Copy, Mentions, Report
from twosource.records.kept import Batch, Kept, KeptStory, News, Run
from twosource.store.cards import card_of, group_of, named_in, title_of
from twosource.store.database import Database, for_each
from twosource.store.figure_rows import index_figures
from twosource.store.packing import Beside, digest, encoded, pack, packed, unpacked
from twosource.store.view import MENTIONS, REPORTS
from twosource.store.words import GAP, folded_words


class _Current(NamedTuple):
    """A report's row and its newest reading."""

    number: int
    reading: int
    indexed: bytes | None
    hash: str
    seen: str
    rules: str
    words: int
    text_digest: bytes
    mentions_digest: bytes


_CURRENT = (
    "SELECT p.id, p.number, p.reading, p.indexed, r.hash, r.seen, r.rules, r.words, r.text_digest,"
    " r.mentions_digest FROM reports p JOIN readings r ON r.number = p.reading WHERE p.id IN ({})"
)


class Rows:
    """The rows of one batch. Numbers are counted from where the last batch ended, and never given twice."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._counters: dict[str, int] = {}
        self._outdated: set[int] = set()
        self._texts: list[tuple[int, str]] = []

    def write(self, batch: Batch) -> None:
        """All rows of the batch."""
        self._reports(batch.kept)
        withdrawn = [(name,) for name in batch.withdrawn]
        self._database.many("UPDATE reports SET withdrawn = 1, story = NULL WHERE id = ?", withdrawn)
        self._copies(batch.touched, batch.copies)
        self._gone(batch.gone)
        changed = [(story.id,) for story in batch.stories]
        self._database.many("UPDATE reports SET story = NULL WHERE story = ?", changed)
        for story in batch.stories:
            self._story(story)
        self._news(batch.news)
        self._marks(batch.marks)
        if batch.run:
            self._run(batch.run)
        self._database.index("report_words", self._texts)
        self._clear()
        for name, number in sorted(self._counters.items()):
            self._database.change(
                "INSERT INTO counters (name, next) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next = excluded.next",
                (name, number),
            )

    def _number(self, counter: str, count: int = 1) -> int:
        """The first of the next `count` numbers of a kind."""
        if counter not in self._counters:
            rows = self._database.rows("SELECT next FROM counters WHERE name = ?", (counter,))
            self._counters[counter] = int(rows[0][0]) if rows else 1
        number = self._counters[counter]
        self._counters[counter] += count
        return number

    def _current(self, reports: Sequence[str]) -> dict[str, _Current]:
        return {name: _Current(*row) for name, *row in for_each(self._database, _CURRENT, reports)}

    def _reports(self, kept: Sequence[Kept]) -> None:
        """Each report as it was read: a new version, the same version read with other rules, or nothing new."""
        current = self._current([each.report.id for each in kept])
        for each in kept:
            name = each.report.id
            if name in current and self._is_old(each, current[name].number, current[name].hash):
                continue
            current[name] = self._reading(each, current.get(name))
            self._columns(each.report, each.mentions, current[name])

    def _is_old(self, kept: Kept, report: int, newest: str) -> bool:
        """Whether this version was there before the newest."""
        return kept.hash != newest and bool(
            self._database.rows(
                "SELECT 1 FROM readings WHERE report = ? AND hash = ? AND seen = ?", (report, kept.hash, kept.seen)
            )
        )

    def _reading(self, kept: Kept, before: _Current | None) -> _Current:
        text, mentions = encoded(kept.report), encoded(kept.mentions)
        digests = digest(text), digest(mentions)
        number = before.number if before else self._number("reports")
        self._features(number, kept.features)
        if before and (before.hash, before.rules, before.text_digest, before.mentions_digest) == (
            kept.hash,
            kept.rules,
            *digests,
        ):
            self._database.change("UPDATE reports SET withdrawn = 0 WHERE number = ?", (number,))
            self._database.change(
                "UPDATE readings SET beside = ? WHERE number = ?", (packed(_beside(kept)), before.reading)
            )
            return before
        same = before is not None and before.hash == kept.hash
        reading = self._number("readings")
        after = _Current(
            number=number,
            reading=reading,
            indexed=before.indexed if before else None,
            hash=kept.hash,
            seen=before.seen if before and same else kept.seen,
            rules=kept.rules,
            words=self._words(kept.report, before, reading),
            text_digest=digests[0],
            mentions_digest=digests[1],
        )
        self._database.change(
            "INSERT INTO readings (number, report, hash, seen, rules, words, text_digest, mentions_digest, text,"
            " mentions, beside) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                reading,
                number,
                after.hash,
                after.seen,
                after.rules,
                after.words,
                *digests,
                pack(text),
                pack(mentions),
                packed(_beside(kept)),
            ),
        )
        if before:
            self._database.change("UPDATE reports SET reading = ?, withdrawn = 0 WHERE number = ?", (reading, number))
            self._outdated.add(before.reading)
        else:
            self._database.change(
                "INSERT INTO reports (number, id, reading, day, title) VALUES (?, ?, ?, '', '')",
                (number, kept.report.id, reading),
            )
        return after

    def _features(self, report: int, features: bytes) -> None:
        self._database.change(
            "INSERT INTO features (report, features) VALUES (?, ?)"
            " ON CONFLICT (report) DO UPDATE SET features = excluded.features"
            " WHERE features.features <> excluded.features",
            (report, features),
        )

    def _words(self, report: Report, before: _Current | None, reading: int) -> int:
        """The number of a text in the full-text index: the old one where the text is the old one."""
        if before:
            rows = self._database.rows("SELECT text FROM readings WHERE number = ?", (before.reading,))
            old = unpacked(rows[0][0], Report)
            if (old.text, old.headline) == (report.text, report.headline):
                return before.words
        words = [*folded_words(report.text), GAP, *folded_words(report.headline or "")]
        self._texts.append((reading, self._database.laid(words)))
        return reading

    def _columns(self, report: Report, mentions: Mentions, current: _Current) -> None:
        """The columns and figures by which a report is searched, made anew where they would be others."""
        outlet, day = report.outlet, report.published.value if report.published else ""
        title = title_of(report)
        made_of = digest(repr((outlet, day, title)).encode("utf-8", "surrogatepass") + encoded(mentions))
        if made_of != current.indexed:
            self._database.change(
                "UPDATE reports SET outlet = ?, day = ?, title = ?, indexed = ? WHERE number = ?",
                (outlet, day, title, made_of, current.number),
            )
            self._database.change("DELETE FROM figures WHERE report = ?", (current.number,))
            first = self._number("figures", len(mentions.figures))
            index_figures(self._database, mentions.figures, (first, current.number, day))

    def _copies(self, touched: Sequence[str], copies: Sequence[Copy]) -> None:
        self._database.many("DELETE FROM copies WHERE report = ?", [(name,) for name in touched])
        self._database.many(
            "INSERT INTO copies (report, original, body) VALUES (?, ?, ?)"
            " ON CONFLICT (report, original) DO UPDATE SET body = excluded.body",
            [(copy.report, copy.of, packed(copy)) for copy in copies],
        )

    def _gone(self, gone: dict[str, str]) -> None:
        """Take stories away and lead from their ids, and from all that led there, to others."""
        for old, new in sorted(gone.items()):
            rows = self._database.rows("SELECT number FROM stories WHERE id = ?", (old,))
            for (number,) in rows:
                self._bare(number)
                self._database.change("DELETE FROM stories WHERE number = ?", (number,))
            self._database.change("UPDATE reports SET story = NULL WHERE story = ?", (old,))
            further = self._database.rows("SELECT destination FROM moved WHERE id = ?", (new,))
            end = further[0][0] if further else new
            self._database.change("UPDATE moved SET destination = ? WHERE destination = ?", (end, old))
            self._database.change(
                "INSERT INTO moved (id, destination) VALUES (?, ?)"
                " ON CONFLICT (id) DO UPDATE SET destination = excluded.destination",
                (old, end),
            )

    def _bare(self, story: int) -> None:
        """Take away all that hangs on a story's number."""
        for (laid,) in self._database.rows("SELECT laid FROM bodies WHERE story = ?", (story,)):
            self._database.forget("story_words", story, laid)
        self._outdated |= {
            reading
            for (reading,) in self._database.rows(
                "SELECT m.reading FROM members m LEFT JOIN reports p ON p.reading = m.reading"
                " WHERE m.story = ? AND m.reading IS NOT NULL AND p.number IS NULL",
                (story,),
            )
        }
        self._database.change("DELETE FROM bodies WHERE story = ?", (story,))
        self._database.change("DELETE FROM members WHERE story = ?", (story,))

    def _story(self, kept: KeptStory) -> None:
        self._database.change("DELETE FROM moved WHERE id = ?", (kept.id,))
        rows = self._database.rows("SELECT number FROM stories WHERE id = ?", (kept.id,))
        number = rows[0][0] if rows else self._number("stories")
        if rows:
            self._bare(number)
        card = card_of(kept)
        self._database.change(
            "INSERT INTO stories (number, id, changed, size, sorting, card, held) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (number) DO UPDATE SET changed = excluded.changed, size = excluded.size,"
            " sorting = excluded.sorting, card = excluded.card, held = excluded.held",
            (
                number,
                kept.id,
                kept.changed,
                card.reports,
                " ".join(folded_words(card.title)),
                packed(card),
                packed(group_of(kept)),
            ),
        )
        laid = self._database.laid(folded_words(named_in(kept.story)))
        bare = structs.replace(kept.story, reports=(), mentions=())
        self._database.index("story_words", [(number, laid)])
        self._database.change("INSERT INTO bodies (story, laid, body) VALUES (?, ?, ?)", (number, laid, packed(bare)))
        self._members(number, kept)

    def _members(self, number: int, kept: KeptStory) -> None:
        """The reports and mentions of a story: by their reading where they are just that, else by their own bytes."""
        story = kept.story
        current = self._current([*(report.id for report in story.reports), *(each.report for each in story.mentions)])
        rows: list[tuple[int, int, int, int | None, bytes | None]] = []
        for place, report in enumerate(story.reports):
            raw, row = encoded(report), current.get(report.id)
            same = row is not None and row.text_digest == digest(raw)
            rows.append((number, REPORTS, place, row.reading if row else None, None if same else pack(raw)))
        for place, mentions in enumerate(story.mentions):
            raw, row = encoded(mentions), current.get(mentions.report)
            same = row is not None and row.mentions_digest == digest(raw)
            rows.append((number, MENTIONS, place, row.reading if row else None, None if same else pack(raw)))
        self._database.many("INSERT INTO members (story, kind, place, reading, own) VALUES (?, ?, ?, ?, ?)", rows)
        reports = {report.id: report for report in story.reports}
        for mentions in story.mentions:
            if mentions.report in current and mentions.report in reports:
                self._columns(reports[mentions.report], mentions, current[mentions.report])
        self._database.many(
            "UPDATE reports SET story = ? WHERE id = ? AND withdrawn = 0", [(kept.id, name) for name in sorted(reports)]
        )

    def _news(self, news: Sequence[News]) -> None:
        first = self._number("news", len(news))
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
            (self._number("runs"), run.id, run.begun, packed(run)),
        )

    def _clear(self) -> None:
        """Take away readings that no story shows and whose text the next one has too."""
        self._database.many(
            "DELETE FROM readings WHERE number = ?"
            " AND NOT EXISTS (SELECT 1 FROM members WHERE reading = readings.number)"
            " AND NOT EXISTS (SELECT 1 FROM reports WHERE reading = readings.number)"
            " AND hash = (SELECT n.hash FROM readings n WHERE n.report = readings.report AND n.number > readings.number"
            " ORDER BY n.number LIMIT 1)",
            [(number,) for number in sorted(self._outdated)],
        )


def _beside(kept: Kept) -> Beside:
    return Beside(given=kept.given, problems=kept.problems)
