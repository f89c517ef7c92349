"""In: words, or slots of figures. Out: the reports and figures of a database that have them, as Hits."""

from twosource.records import Report
from twosource.records.kept import FigureQuery, Hit
from twosource.store.database import Database, Row, Value
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
        "SELECT p.id, p.story, p.title, p.outlet, p.day, r.text"
        f" FROM {database.found('report_words')} f"
        " JOIN readings r ON r.words = f.number JOIN reports p ON p.reading = r.number"
        " WHERE p.withdrawn = 0 ORDER BY f.rank, p.day DESC, p.id LIMIT ? OFFSET ?",
        (database.asked(terms), count, start),
    )
    return tuple(_report_hit(row, terms) for row in rows)


def _report_hit(row: Row, terms: tuple[Term, ...]) -> Hit:
    report, story, title, outlet, day, body = row
    text = unpacked(body, Report).text
    begin, end = place(text, terms)
    return Hit(
        report=report,
        story=story or "",
        title=title,
        outlet=outlet,
        day=day or None,
        start=begin,
        end=end,
        snippet=snippet(text, begin, end),
    )


def figures(database: Database, query: FigureQuery, start: int, count: int) -> tuple[Hit, ...]:
    """Figures that meet the query, newest day first."""
    conditions, values = _conditions(database, query)
    if not count or "0" in conditions:
        return ()
    rows = database.rows(
        "SELECT p.id, p.story, p.title, p.outlet, p.day, r.text, g.id, g.start, g.stop FROM figures g"
        " JOIN reports p ON p.number = g.report JOIN readings r ON r.number = p.reading"
        f" WHERE {' AND '.join(conditions)} ORDER BY g.day DESC, g.report, g.start LIMIT ? OFFSET ?",
        (*values, count, start),
    )
    texts: dict[str, str] = {}
    hits = []
    for *head, body, figure, begin, end in rows:
        text = texts.get(head[0])
        if text is None:
            text = texts[head[0]] = unpacked(body, Report).text
        report, story, title, outlet, day = head
        hit = Hit(
            report=report,
            story=story or "",
            title=title,
            outlet=outlet,
            day=day or None,
            start=begin,
            end=end,
            snippet=snippet(text, begin, end),
            figure=figure,
        )
        hits.append(hit)
    return tuple(hits)


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
