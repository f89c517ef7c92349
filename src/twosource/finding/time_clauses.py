"""In: a time expression's tokens. Out: what it dates: the clause in words, its verb or noun, its telling words."""

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from twosource.finding.time_checks import verbs_above

_LONGEST, _MOST = 16, 60
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_LIGHT = frozenset(
    [
        "be",
        "have",
        "do",
        "make",
        "take",
        "get",
        "say",
        "tell",
        "will",
        "that",
        "which",
        "who",
        "other",
        "more",
        "new",
        "same",
    ]
)
_SAYING = frozenset(["say", "tell", "announce", "report", "warn", "add", "confirm", "state", "claim", "deny", "insist"])
_APART = frozenset({"ccomp", "advcl", "relcl", "parataxis", "acl", "mark", "appos", "intj", "meta", "dep"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_LINKS = frozenset({"ADP", "CCONJ", "SCONJ"})
_BRACKETS = frozenset('()[]{}"“”‘’«»')


def dated_clause(tokens: Tokens, begin: int) -> tuple[str | None, str | None, tuple[str, ...]]:
    """`what`, `verb` and `terms` of a time: its clause without the time itself and without the clauses hung on it.

    Tokens before the offset `begin` of the sentence (a dateline) are left out.
    """
    root = tokens.root
    noun = _dated_noun(root)
    verb = next(verbs_above(root), None)
    head = verb if verb is not None else noun if noun is not None else root.head
    while head.dep_ == "xcomp" and head.head.i != head.i:
        head = head.head
    gone = _gone(tokens)
    words = [token for token in _clause(head) if token.i not in gone and token.idx >= begin]
    if verb is not None and verb.lemma_ in _SAYING:
        told = [child for child in verb.children if child.dep_ == "ccomp"]
        told += [verb.head] if verb.dep_ == "parataxis" else []
        words += [token for child in told for token in _clause(child) if token.idx >= begin and token.i not in gone]
        words = sorted({token.i: token for token in words}.values(), key=lambda token: token.i)
    words = _subject(head, words) + [token for token in words if token.tag_ not in _RELATIVE]
    dated = noun if noun is not None and (verb is None or verb.lemma_ == "be") else verb
    return _said(words) or None, dated.lemma_.lower() if dated is not None else None, content_terms(words)


def content_terms(words: list[Token]) -> tuple[str, ...]:
    """The lemmas of tokens that tell what is meant, in lower case, each once."""
    return tuple(
        dict.fromkeys(
            token.lemma_.lower()
            for token in words
            if token.pos_ in _CONTENT and (token.is_alpha or token.like_num) and token.lemma_.lower() not in _LIGHT
        )
    )


def _gone(tokens: Tokens) -> set[int]:
    """The numbers of the tokens that go with the time: itself, its preposition and possessive."""
    root = tokens.root
    gone = set(range(tokens.start, tokens.end))
    gone.update(child.i for child in root.children if child.dep_ in {"case", "punct"})
    if tokens.start and tokens[0].nbor(-1).pos_ == "ADP" and tokens[0].nbor(-1).dep_ == "prep":
        gone.add(tokens.start - 1)
    governor = root.head
    while governor.pos_ == "ADP" and all(child.i in gone for child in governor.children):
        gone.add(governor.i)
        if governor.head.i == governor.i:
            break
        governor = governor.head
    return gone


def _dated_noun(root: Token) -> Token | None:
    """The noun a time belongs to: "Tuesday's fire", "the march on Saturday", "the 2018 sinking"."""
    head = root.head
    if root.dep_ in {"poss", "compound", "nmod", "nummod", "npadvmod", "amod"} and head.pos_ in {"NOUN", "PROPN"}:
        return head
    if root.dep_ == "pobj" and head.head.i != head.i and head.head.pos_ == "NOUN":
        return head.head
    return None


def _clause(head: Token) -> list[Token]:
    """The tokens of a clause in order, clauses hung on it and marks of quotation left out."""
    found, waiting = [head], [head]
    while waiting and len(found) < _MOST:
        for child in waiting.pop(0).children:
            if child.dep_ == "cc" and child.head.pos_ in {"VERB", "AUX"}:
                continue
            if (
                child.dep_ in _APART
                or child.text in _BRACKETS
                or (child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"})
            ):
                continue
            if child.dep_ == "punct" and not (child.text == "-" and not child.whitespace_):
                continue
            found.append(child)
            waiting.append(child)
    return sorted(found, key=lambda token: token.i)


def _subject(head: Token, words: list[Token]) -> list[Token]:
    """Who does it, where the clause itself leaves that out: the antecedent of "who", the subject of the verb before."""
    if any(token.head.i == head.i and token.dep_ in _SUBJECTS and token.tag_ not in _RELATIVE for token in words):
        return []
    if head.dep_ in {"relcl", "acl"}:
        return [token for token in _clause(head.head) if token.i < head.i]
    if head.dep_ in {"conj", "xcomp", "advcl"} and head.head.pos_ in {"VERB", "AUX"}:
        subject = next((child for child in head.head.children if child.dep_ in _SUBJECTS), None)
        if subject is not None and subject.tag_ not in _RELATIVE:
            return _clause(subject)
    return []


def _said(words: list[Token]) -> str:
    """The tokens as words, cut where they run long; spaces as in the text."""
    while words and words[0].pos_ in _LINKS:
        words = words[1:]
    while words and (words[-1].pos_ in _LINKS or words[-1].tag_ == "DT") and words[-1].dep_ != "prt":
        words = words[:-1]
    kept = words[:_LONGEST]
    said = ""
    for token, after in zip(kept, [*kept, None][1:], strict=True):
        close = after is not None and after.i == token.i + 1 and not token.whitespace_
        said += token.text if close else f"{token.text} "
    said = said.strip().removeprefix("that ").removeprefix("That ").strip()
    return f"{said} …" if len(words) > _LONGEST else said
