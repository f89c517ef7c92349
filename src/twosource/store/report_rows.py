"""In: reports as they were read. Out: their rows: versions, features, and the columns by which they are searched."""

from collections.abc import Sequence
from typing import NamedTuple

from twosource.records import Figure, Mentions, Report
from twosource.records.kept import Kept
from twosource.store.cards import title_of
from twosource.store.packing import Beside, digest, encoded, pack, packed, unpacked
from twosource.store.searching import OF, SAID_BY, WORDS
from twosource.store.waiting import Waiting
from twosource.store.words import GAP, folded_words

_FEATURES = (
    "INSERT INTO features (report, features) VALUES (?, ?)"
    " ON CONFLICT (report) DO UPDATE SET features = excluded.features WHERE features.features <> excluded.features"
)
_READING = (
    "INSERT INTO readings (number, report, hash, seen, rules, words, text_digest, mentions_digest, text, mentions,"
    " beside) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_BESIDE = "UPDATE readings SET beside = ? WHERE number = ?"
_REPORT = "INSERT INTO reports (number, id, reading, day, title) VALUES (?, ?, ?, '', '')"
_NEWEST = "UPDATE reports SET reading = ?, withdrawn = 0 WHERE number = ?"
_COLUMNS = "UPDATE reports SET outlet = ?, day = ?, title = ?, indexed = ? WHERE number = ?"
_NO_FIGURES = "DELETE FROM figures WHERE report = ?"
_FIGURE = (
    "INSERT INTO figures (number, report, id, day, low, high, unit, measure, start, stop)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
STATEMENTS = (_FEATURES, _READING, _BESIDE, _REPORT, _NEWEST, _COLUMNS, _NO_FIGURES, _FIGURE)

_CURRENT = (
    "SELECT p.id, p.number, p.reading, p.indexed, r.hash, r.seen, r.rules, r.words, r.text_digest, r.mentions_digest"
    " FROM reports p JOIN readings r ON r.number = p.reading WHERE p.id IN ({})"
)


class Current(NamedTuple):
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


class ReportRows:
    """The rows of reports; `outdated` are the numbers of readings that newer ones took the place of."""

    def __init__(self, waiting: Waiting) -> None:
        self._waiting = waiting
        self.outdated: set[int] = set()

    def current(self, reports: Sequence[str]) -> dict[str, Current]:
        """The newest reading of each report that is there."""
        return {name: Current(*row) for name, *row in self._waiting.for_each(_CURRENT, reports)}

    def keep(self, kept: Sequence[Kept]) -> None:
        """Each report as it was read: a new version, the same version read with other rules, or nothing new."""
        there = self.current([each.report.id for each in kept])
        for each in kept:
            before = there.get(each.report.id)
            if before is None or not self._is_old(each, before):
                self._keep(each, before)
        self._waiting.write()

    def _is_old(self, kept: Kept, newest: Current) -> bool:
        """Whether this version was there before the newest."""
        return kept.hash != newest.hash and bool(
            self._waiting.rows(
                "SELECT 1 FROM readings WHERE report = ? AND hash = ? AND seen = ?",
                (newest.number, kept.hash, kept.seen),
            )
        )

    def _keep(self, kept: Kept, before: Current | None) -> None:
        text, mentions = encoded(kept.report), encoded(kept.mentions)
        digests = digest(text), digest(mentions)
        beside = packed(Beside(given=kept.given, problems=kept.problems))
        number = before.number if before else self._waiting.number("reports")
        self._waiting.put(_FEATURES, number, kept.features)
        if before and (before.hash, before.rules, before.text_digest, before.mentions_digest) == (
            kept.hash,
            kept.rules,
            *digests,
        ):
            self._waiting.put(_BESIDE, beside, before.reading)
            self._waiting.put(_NEWEST, before.reading, number)
            return
        reading = self._waiting.number("readings")
        seen = before.seen if before and before.hash == kept.hash else kept.seen
        words = self._words(kept.report, before, reading)
        row = (reading, number, kept.hash, seen, kept.rules, words, *digests, pack(text), pack(mentions), beside)
        self._waiting.put(_READING, *row)
        if before:
            self._waiting.put(_NEWEST, reading, number)
            self.outdated.add(before.reading)
        else:
            self._waiting.put(_REPORT, number, kept.report.id, reading)
        self.columns(kept.report, kept.mentions, number, before.indexed if before else None)

    def _words(self, report: Report, before: Current | None, reading: int) -> int:
        """The number of a text in the full-text index: the old one where the text is the old one."""
        if before:
            rows = self._waiting.rows("SELECT text FROM readings WHERE number = ?", (before.reading,))
            old = unpacked(rows[0][0], Report)
            if (old.text, old.headline) == (report.text, report.headline):
                return before.words
        words = [*folded_words(report.text), GAP, *folded_words(report.headline or "")]
        self._waiting.put_text("report_words", reading, words)
        return reading

    def columns(self, report: Report, mentions: Mentions, number: int, indexed: bytes | None) -> None:
        """The columns and figures by which a report is searched, made anew where they would be others."""
        outlet, day = report.outlet, report.published.value if report.published else ""
        title = title_of(report)
        made_of = digest(repr((outlet, day, title)).encode("utf-8", "surrogatepass") + encoded(mentions))
        if made_of != indexed:
            self._waiting.put(_COLUMNS, outlet, day, title, made_of, number)
            self._waiting.put(_NO_FIGURES, number)
            self._figures(mentions.figures, number, day)

    def _figures(self, figures: Sequence[Figure], report: int, day: str) -> None:
        first = self._waiting.number("figures", len(figures))
        known: dict[str, list[str]] = {}  # several figures share a sentence and a chain
        for number, each in enumerate(figures, first):
            measure = " ".join(folded_words(each.measure))
            row = (
                number,
                report,
                each.id,
                day,
                each.low,
                each.high,
                each.unit,
                measure,
                each.span.start,
                each.span.end,
            )
            self._waiting.put(_FIGURE, *row)
            self._waiting.put_text("figure_words", number, _figure_words(each, known))


def _figure_words(figure: Figure, known: dict[str, list[str]]) -> list[str]:
    """Each word of what a figure counts, of who says it, and of its sentence, marked with where it stands."""
    chain = " ".join(link.name for link in figure.chain)
    found: list[str] = []
    for slot, words in ((OF, figure.of), (SAID_BY, chain), (WORDS, figure.sentence.words)):
        key = f"{slot}{words}"
        if key not in known:
            known[key] = [slot + word for word in sorted(set(folded_words(words or "")))]
        found += known[key]
    return found
