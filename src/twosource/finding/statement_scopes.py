"""In: a phrase that attributes, such as "according to X". Out: the clause that it is said of."""

from spacy.tokens import Doc, Token

from twosource.finding.statement_frames import Stretch, trimmed


def clause_of(phrase: Token, own: set[int]) -> Stretch | None:
    """The clause a phrase is set into, its own words at an edge left out."""
    doc = phrase.doc
    piece = _piece(doc, own)
    if piece is not None:
        return piece
    head = _verb_above(phrase.head)
    while head.dep_ == "xcomp" and head.head.i < head.i and min(own) > head.i:
        head = head.head  # "40 had to be put off, in the ministry's count"
    if doc[min(own) - 1].text == "," and all(t.is_punct for t in doc[max(own) + 1 :]):
        while _goes_on(head):
            head = _verb_above(head.head)
    rest = [token.i for token in head.subtree if token.i not in own]
    if not rest:
        return None
    left, right = _bounds(phrase.doc, own)
    before = [index for index in rest if left <= index < min(own)]
    if not before and _finished(doc, left, min(own)):
        first, last = trimmed(doc, left, min(own))
        return (first, last) if first < last else None
    after = [index for index in rest if max(own) < index < right]
    has_words = [i for i in after if phrase.doc[i].is_alpha or phrase.doc[i].like_num]
    if (before and (not has_words or (phrase.doc[min(own) - 1].text == ";"))) or (before and _tail(phrase, after)):
        first, last = min(before), min(own)
    else:
        first, last = min(before, default=max(own) + 1), max(after, default=min(own)) + 1
    first, last = trimmed(phrase.doc, first, last)
    return (first, last) if first < last else None


def _verb_above(token: Token) -> Token:
    """The verb that a token hangs under, or how far up it hangs without one; itself where it is a verb."""
    for _ in range(_CLIMB):
        if token.pos_ in {"VERB", "AUX"} or token.head == token:
            break
        token = token.head
    return token


_CLIMB = 8


def _goes_on(head: Token) -> bool:
    """Whether what closes a sentence behind a clause is said of the clause before it too.

    Such as "The log shows that it rang, according to a guard", "It killed 19 and hurt 63, according to the inquiry",
    "Nine were cards that still worked, by her count".
    """
    if head.head.i >= head.i:
        return False
    if head.dep_ == "conj":
        return not any(t.dep_ in {"nsubj", "nsubjpass", "expl"} for t in head.lefts)
    restrictive = head.dep_ == "relcl" and head.doc[max(0, head.left_edge.i - 1)].text != ","
    return head.dep_ == "ccomp" or (restrictive and head.head.i < head.left_edge.i)


def _piece(doc: Doc, own: set[int]) -> Stretch | None:
    """What stands between two semicolons before a phrase that ends there: "5 died, according to one; …"."""
    first, last = min(own), max(own) + 1
    while last < len(doc) and doc[last].is_punct and doc[last].text != ";":
        last += 1
    left = next((i + 1 for i in range(first - 1, -1, -1) if doc[i].text == ";"), 0)
    if (last < len(doc) and doc[last].text != ";") or (last >= len(doc) and left == 0):
        return None
    left, right = trimmed(doc, left, first)
    return (left, right) if left < right else None


def _bounds(doc: Doc, own: set[int]) -> Stretch:
    """How far a phrase reaches among phrases of its kind: "5 according to one, 9 according to the other; …"."""
    left, right = 0, len(doc)
    for index in range(min(own) - 1, -1, -1):
        if doc[index].text == ";":
            left = index + 1
            break
        if doc[index].lower_ == "according":
            left = next((i for i in range(index, min(own)) if doc[i].text in {",", "and"}), index)
            break
    for index in range(max(own) + 1, len(doc)):
        if doc[index].lower_ == "according":
            right = next(
                (i for i in range(index, max(own), -1) if doc[i].text in {",", ";"} or doc[i].lower_ == "and"), index
            )
            break
    return left, right


def _finished(doc: Doc, left: int, end: int) -> bool:
    """Whether a clause with its verb stands before a comma and the phrase, though the model hung it further on."""
    return end > left + 1 and doc[end - 1].text == "," and any(t.tag_ in _FINITE for t in doc[left:end])


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _tail(phrase: Token, after: list[int]) -> bool:
    """Whether what follows the phrase is no part of the content: ", which …", ", as …", a new clause."""
    token = phrase.doc[after[0]]
    if token.text in {",", ";", "–", "—", "-", ":"} and len(after) > 1:
        token = phrase.doc[after[1]]
    return (
        token.lower_ in {"which", "who", "as", "but", "while", "although", "though", "and", "because", "whose"}
        or token.tag_ == "VBG"
    )
