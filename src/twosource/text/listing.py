"""In: a listing of words as one string. Out: the set of them."""


def listed(*listing: str) -> frozenset[str]:
    """The words of one or more listings, which stand between white space."""
    return frozenset(word for line in listing for word in line.split())


def phrases(*listing: str) -> frozenset[str]:
    """The phrases of one or more listings, which stand between commas."""
    return frozenset(" ".join(phrase.split()) for line in listing for phrase in line.split(",") if phrase.strip())
