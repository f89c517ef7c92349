"""In: a batch, a judgement or a mark. Out: what the database holds of them, on disk."""

from twosource.records.judgements import Judgement
from twosource.records.kept import Batch
from twosource.store.database import Database
from twosource.store.packing import packed
from twosource.store.rows import Rows


class StoreWriter:
    """The one who writes; see `contract.Writer`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, batch: Batch) -> None:
        """Add a batch, whole or not at all; what was written is on disk when this returns. Twice is as once."""
        with self._database.transaction():
            Rows(self._database).write(batch)

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement. Twice is as once."""
        add_judgement(self._database, judgement)


def add_judgement(database: Database, judgement: Judgement) -> None:
    """Add a judgement with the reports on which it bears. Twice is as once."""
    with database.transaction():
        if database.rows("SELECT 1 FROM judgements WHERE id = ?", (judgement.id,)):
            return
        number = 1 + database.rows("SELECT COALESCE(MAX(number), 0) FROM judgements")[0][0]
        reports = sorted({*judgement.reports, *filter(None, [judgement.story])})
        database.change(
            "INSERT INTO judgements (number, id, body) VALUES (?, ?, ?)", (number, judgement.id, packed(judgement))
        )
        database.many("INSERT INTO bearings (report, judgement) VALUES (?, ?)", ((name, number) for name in reports))
