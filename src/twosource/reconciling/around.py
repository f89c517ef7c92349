"""In: a figure. Out: the words of its sentence before and behind it."""

from twosource.records import Figure


def words_before(figure: Figure, most: int) -> str:
    """The words of the figure's sentence before it, the last `most` characters."""
    cut = max(0, figure.span.start - figure.sentence.start)
    return figure.sentence.words[max(0, cut - most) : cut]


def words_behind(figure: Figure, most: int) -> str:
    """The words of the figure's sentence behind it, the first `most` characters."""
    cut = max(0, figure.span.end - figure.sentence.start)
    return figure.sentence.words[cut : cut + most]
