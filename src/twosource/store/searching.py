"""In: words, or slots of figures. Out: the reports and figures of a database that have them, as Hits."""

from twosource.records import Report
from twosource.records.kept import FigureQuery, Hit
from twosource.store.database import Database, Row, Value, for_each
from twosource.store.packing import unpacked
from twosource.store.words import Term, folded_words, place, snippet, terms_of

OF, SAID_BY, WORDS = "1", "2", "3"
"""Set before each word of a figure's `of`, chain and sentence, so that one index serves all three."""


def reports(database: Database, words: str, start: int, count: int) -> tuple[Hit, ...]:
    """Reports whose text or headline holds all the words, best first."""
    terms = terms_of(words)
    if not terms or not count:
        return ()
    rows = database.rows(
        f"SELECT p.id, p.story, p.title, p.outlet, p.day, p.reading FROM {database.found('report_words')} f"
        " JOIN readings r ON r.words = f.number JOIN reports p ON p.reading = r.number"
        " WHERE p.withdrawn = 0 ORDER BY f.rank, p.day DESC, p.id LIMIT ? OFFSET ?",
        (database.asked(terms), count, start),
    )
    texts = _texts(database, rows)
    hits = []
    for row in rows:
        text = texts[row[5]]
        hits.append(_hit(row, text, place(text, terms)))
    return tuple(hits)


def figures(database: Database, query: FigureQuery, start: int, count: int) -> tuple[Hit, ...]:
    """Figures that meet the query, newest day first."""
    conditions, values = _conditions(database, query)
    if not count or "0" in conditions:
        return ()
    rows = database.rows(
        "SELECT p.id, p.story, p.title, p.outlet, p.day, p.reading, g.start, g.stop, g.id"
        " FROM figures g JOIN reports p ON p.number = g.report"
        f" WHERE {' AND '.join(conditions)} ORDER BY g.day DESC, g.report, g.start LIMIT ? OFFSET ?",
        (*values, count, start),
    )
    texts = _texts(database, rows)
    return tuple(_hit(row, texts[row[5]], (row[6], row[7]), row[8]) for row in rows)


def _texts(database: Database, rows: list[Row]) -> dict[int, str]:
    """The texts of the readings that hits are in, fetched after the choice: they are what weighs."""
    readings = {row[5] for row in rows}
    found = for_each(database, "SELECT number, text FROM readings WHERE number IN ({})", readings)
    return {number: unpacked(body, Report).text for number, body in found}


def _hit(row: Row, text: str, stretch: tuple[int, int], figure: str | None = None) -> Hit:
    return Hit(
        report=row[0],
        story=row[1] or "",
        title=row[2],
        outlet=row[3],
        day=row[4] or None,
        start=stretch[0],
        end=stretch[1],
        snippet=snippet(text, *stretch),
        figure=figure,
    )


def _conditions(database: Database, query: FigureQuery) -> tuple[list[str], list[Value]]:
    """What a figure must meet, and the values; "0" among them where no figure can."""
    asked = (
        ("g.measure = ?", " ".join(folded_words(query.measure)) if query.measure else None),
        ("g.unit = ?", query.unit),
        ("(g.high IS NULL OR g.high >= ?)", query.low),
        ("(g.low IS NULL OR g.low <= ?)", query.high),
        ("g.day >= ?", query.since),
        ("g.day <> '' AND g.day <= ?", query.until),
    )
    conditions, values = ["p.withdrawn = 0"], list[Value]()
    for condition, value in asked:
        if value is not None and value != "":
            conditions.append(condition)
            values.append(value)
    terms = _words_asked(query)
    if terms is None:
        return ["0"], []
    if terms:
        conditions.append(f"g.number IN (SELECT f.number FROM {database.found('figure_words')} f)")
        values.append(database.asked(terms))
    return conditions, values


def _words_asked(query: FigureQuery) -> list[Term] | None:
    """The words of the query, each under its slot; None where a slot was asked for that holds no word."""
    terms: list[Term] = []
    for slot, words in ((OF, query.of), (SAID_BY, query.said_by), (WORDS, query.words)):
        if words and words.strip():
            found = terms_of(words)
            if not found:
                return None
            for term in found:
                *head, tail = term.words
                terms += [Term((f"{slot}{word}",)) for word in head]
                terms.append(Term((f"{slot}{tail}",), begins=term.begins))
    return terms
