"""In: a time expression's tokens. Out: what it dates: the clause in words, its verb or event noun, its content lemmas."""

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from twosource.finding.time_checks import verbs_above

_LONGEST = 14
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_LIGHT = frozenset("be have do make take get say tell will that which who other more new same also".split())
_APART = frozenset({"ccomp", "advcl", "relcl", "parataxis", "acl", "punct", "mark", "cc"})


def dated_clause(tokens: Tokens) -> tuple[str | None, str | None, tuple[str, ...]]:
    """`what`, `verb` and `terms` of a time: its clause without the time itself and without clauses inside it."""
    root = tokens.root
    noun = _dated_noun(root)
    verb = next(verbs_above(root), None)
    inside = set(range(tokens.start, tokens.end))
    head = verb if verb is not None else noun if noun is not None else root.head
    words = [token for token in _clause(head) if token.i not in inside and not _holds_only(token, tokens)]
    if verb is not None and verb.lemma_ in {"say", "tell", "announce", "report", "warn", "add", "confirm", "state"}:
        words += [token for child in verb.children if child.dep_ == "ccomp" for token in _clause(child)]
        words.sort(key=lambda token: token.i)
    terms = tuple(
        dict.fromkeys(
            token.lemma_.lower()
            for token in words
            if token.pos_ in _CONTENT and token.is_alpha and token.lemma_.lower() not in _LIGHT
        )
    )
    dated = noun if noun is not None else verb
    return _said(words) or None, dated.lemma_.lower() if dated is not None else None, terms


def _dated_noun(root: Token) -> Token | None:
    """The noun a time belongs to: "Tuesday's fire", "the march on Saturday", "the 2018 sinking"."""
    head = root.head
    if root.dep_ in {"poss", "compound", "nmod", "nummod", "npadvmod", "amod"} and head.pos_ in {"NOUN", "PROPN"}:
        return head
    if root.dep_ == "pobj" and head.head is not head and head.head.pos_ == "NOUN":
        return head.head
    return None


def _clause(head: Token) -> list[Token]:
    """The tokens of a clause in order, clauses hung on it left out."""
    found, waiting = [head], [head]
    while waiting and len(found) < 40:  # noqa: PLR2004 (enough for any clause that is read)
        for child in waiting.pop(0).children:
            if child.dep_ in _APART or (child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}):
                continue
            found.append(child)
            waiting.append(child)
    return sorted(found, key=lambda token: token.i)


def _holds_only(token: Token, tokens: Tokens) -> bool:
    """A preposition that governs nothing but the time."""
    return token.pos_ == "ADP" and tokens.root.head is token


def _said(words: list[Token]) -> str:
    said = "".join(token.text_with_ws if token.whitespace_ else f"{token.text} " for token in words[:_LONGEST])
    said = said.replace(" 's", "'s").replace(" ’s", "’s").replace(" n't", "n't").replace(" n’t", "n’t").strip()
    return said + " …" if len(words) > _LONGEST else said
