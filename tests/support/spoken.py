"""In: a text and how to parse it. Out: who says each of its numbers, for tests of finding."""

from collections.abc import Callable

from twosource.finding import Parsed, find_mentions

Parse = Callable[..., Parsed]


def chains(parse: Parse, text: str) -> dict[str, list[str]]:
    """The names in the chain of each figure, by its words."""
    return {figure.span.words: [link.name for link in figure.chain] for figure in find_mentions(parse(text)).figures}
