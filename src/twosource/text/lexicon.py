"""In: words in one string. Out: a set of them, for the rules that look words up."""


def lexicon(words: str) -> frozenset[str]:
    """The words of a string parted by white space."""
    return frozenset(words.split())
