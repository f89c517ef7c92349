"""In: stories as they were concluded, and those that are no more. Out: their rows."""

from collections.abc import Sequence

from msgspec import structs

from twosource.records.kept import KeptStory
from twosource.store.cards import card_of, group_of, named_in
from twosource.store.database import Database
from twosource.store.packing import digest, encoded, pack, packed
from twosource.store.report_rows import Current, ReportRows
from twosource.store.view import MENTIONS, REPORTS
from twosource.store.waiting import Waiting
from twosource.store.words import folded_words

_FOUND = "DELETE FROM moved WHERE id = ?"
_STORY = (
    "INSERT INTO stories (number, id, changed, size, sorting, card, held) VALUES (?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (number) DO UPDATE SET changed = excluded.changed, size = excluded.size,"
    " sorting = excluded.sorting, card = excluded.card, held = excluded.held"
)
_BODY = "INSERT INTO bodies (story, laid, body) VALUES (?, ?, ?)"
_MEMBER = "INSERT INTO members (story, kind, place, reading, own) VALUES (?, ?, ?, ?, ?)"
_HOME = "UPDATE reports SET story = ? WHERE id = ? AND withdrawn = 0"
STATEMENTS = (_FOUND, _STORY, _BODY, _MEMBER, _HOME)


class StoryRows:
    """The rows of stories."""

    def __init__(self, database: Database, waiting: Waiting, reports: ReportRows) -> None:
        self._database = database
        self._waiting = waiting
        self._reports = reports

    def take_away(self, gone: dict[str, str]) -> None:
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
        self._reports.outdated |= {
            reading
            for (reading,) in self._database.rows(
                "SELECT m.reading FROM members m LEFT JOIN reports p ON p.reading = m.reading"
                " WHERE m.story = ? AND m.reading IS NOT NULL AND p.number IS NULL",
                (story,),
            )
        }
        self._database.change("DELETE FROM bodies WHERE story = ?", (story,))
        self._database.change("DELETE FROM members WHERE story = ?", (story,))

    def conclude(self, stories: Sequence[KeptStory]) -> None:
        """Put stories in the place of what there was under their ids."""
        names = [kept.id for kept in stories]
        there: dict[str, int] = dict(self._waiting.for_each("SELECT id, number FROM stories WHERE id IN ({})", names))
        self._database.many("UPDATE reports SET story = NULL WHERE story = ?", [(name,) for name in sorted(there)])
        held = {report.id for kept in stories for report in kept.story.reports}
        held |= {mentions.report for kept in stories for mentions in kept.story.mentions}
        current = self._reports.current(sorted(held))
        for kept in stories:
            if kept.id in there:
                self._bare(there[kept.id])
            self._story(there.get(kept.id) or self._waiting.number("stories"), kept, current)
        self._waiting.write()

    def _story(self, number: int, kept: KeptStory, current: dict[str, Current]) -> None:
        card = card_of(kept)
        sorting = " ".join(folded_words(card.title))
        held = packed(group_of(kept))
        self._waiting.put(_FOUND, kept.id)
        self._waiting.put(_STORY, number, kept.id, kept.changed, card.reports, sorting, packed(card), held)
        laid = self._waiting.put_text("story_words", number, folded_words(named_in(kept.story)))
        self._waiting.put(_BODY, number, laid, packed(structs.replace(kept.story, reports=(), mentions=())))
        self._members(number, kept, current)

    def _members(self, number: int, kept: KeptStory, current: dict[str, Current]) -> None:
        """The reports and mentions of a story: by their reading where they are just that, else by their own bytes."""
        for place, report in enumerate(kept.story.reports):
            raw, row = encoded(report), current.get(report.id)
            same = row is not None and row.text_digest == digest(raw)
            self._waiting.put(
                _MEMBER, number, REPORTS, place, row.reading if row else None, None if same else pack(raw)
            )
            self._waiting.put(_HOME, kept.id, report.id)
        reports = {report.id: report for report in kept.story.reports}
        for place, mentions in enumerate(kept.story.mentions):
            raw, row = encoded(mentions), current.get(mentions.report)
            same = row is not None and row.mentions_digest == digest(raw)
            self._waiting.put(
                _MEMBER, number, MENTIONS, place, row.reading if row else None, None if same else pack(raw)
            )
            if row and mentions.report in reports:
                self._reports.columns(reports[mentions.report], mentions, row.number, row.indexed)
