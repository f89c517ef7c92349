"""In: the figures of a report. Out: the rows by which they are searched."""

from collections.abc import Sequence

from twosource.records import Figure
from twosource.store.database import Database
from twosource.store.searching import OF, SAID_BY, WORDS
from twosource.store.words import folded_words


def index_figures(database: Database, figures: Sequence[Figure], home: tuple[int, int, str]) -> None:
    """Write the rows of a report's figures; `home` is the number of the first, that of the report, and its day."""
    first, report, day = home
    database.many(
        "INSERT INTO figures (number, report, id, day, low, high, unit, measure, start, stop)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                number,
                report,
                figure.id,
                day,
                figure.low,
                figure.high,
                figure.unit,
                " ".join(folded_words(figure.measure)),
                figure.span.start,
                figure.span.end,
            )
            for number, figure in enumerate(figures, first)
        ],
    )
    known: dict[str, list[str]] = {}  # several figures share a sentence and a chain
    database.index(
        "figure_words",
        ((number, database.laid(_words(figure, known))) for number, figure in enumerate(figures, first)),
    )


def _words(figure: Figure, known: dict[str, list[str]]) -> list[str]:
    """Each word of what a figure counts, of who says it, and of its sentence, marked with where it stands."""
    chain = " ".join(link.name for link in figure.chain)
    found: list[str] = []
    for slot, words in ((OF, figure.of), (SAID_BY, chain), (WORDS, figure.sentence.words)):
        key = f"{slot}{words}"
        if key not in known:
            known[key] = [slot + word for word in sorted(set(folded_words(words or "")))]
        found += known[key]
    return found
