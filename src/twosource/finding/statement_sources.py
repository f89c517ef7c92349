"""In: a verb of saying. Out: who says it and to whom, where the model saw no or the wrong subject too."""

from spacy.tokens import Token

from twosource.finding.chain_words import PERSON_ROLES, UNNAMED
from twosource.finding.statement_frames import Party, Stretch, dateline_end, party, subject
from twosource.finding.statement_speakers import speaks
from twosource.finding.statement_tags import widened

#: Verbs behind which a medium is told something; who is ordered or asked passes nothing on.
_TOLD = frozenset({"tell", "inform", "notify", "assure", "remind", "email", "text"})


def source_of(verb: Token, run: Stretch) -> Party | None:
    """Who says what a verb tells: its subject with name and title; `run` is where its cue begins and ends."""
    who = _punisher(verb) or subject(verb) or _beside(verb, run)
    if who is None:
        return None
    aside = who.left_edge
    if aside.tag_ == "WP$" and aside.i > 1 and aside.nbor(-1).text == "," and who.head != verb:
        between = verb.doc[who.i : run[0]]
        who = aside.nbor(-2) if any(t.text == "," for t in between) else who  # "Ott, whose figure had been 3, thinks"
    found = party(who, before=run[0] if who.i < run[0] else None, after=run[1] if who.i >= run[1] else None)
    if found is None:
        return None
    twin = _twin(verb, who)
    if twin is not None:
        return Party(min(found.first, twin.left_edge.i), max(found.last, twin.i + 1), found.head)
    return widened(verb.doc, found) if found.last <= verb.i else found


def _beside(verb: Token, run: Stretch) -> Token | None:
    """The name, pronoun or plural right before a finite verb of saying for which the model saw no subject."""
    passive = any(t.dep_ in {"auxpass", "nsubjpass"} for t in verb.children)
    token = verb.doc[run[0] - 1] if run[0] > 0 and not passive else None
    if token is not None and verb.tag_ in {"VBD", "VBZ", "VBP"}:
        near = _misread(verb, token) or _before_aside(token)
        if near is not None:
            return near
    if (
        token is None
        or verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}
        or not any(t.dep_ == "ccomp" for t in verb.rights)
    ):
        return None
    if token.text == "," and token.i > 1 and token.nbor(-1).tag_ == "NNP" and token.nbor(-1).ent_type_ == "PERSON":
        return token.nbor(-1)  # "One of them, cook Tor Lie, has told the radio that"
    named = token.tag_ in {"NNP", "NNPS", "PRP"} and token.lower_ not in {"it", "them", "him", "us", "me"}
    known = token.tag_ == "NNS" and bool({token.lower_, token.lemma_.lower()} & (UNNAMED | PERSON_ROLES))
    return token if named or known else None


def _misread(verb: Token, token: Token) -> Token | None:
    """The noun that the model hung on a verb as if that were a noun: "The intelligence service reckons with 200"."""
    joined = token.head == verb and token.dep_ in {"compound", "nmod", "amod"} and token.tag_[:2] == "NN"
    return token if joined and speaks(token) else None


def _before_aside(comma: Token) -> Token | None:
    """Who is named before an aside that ends at a comma: "On 6 May Ann Lee, the administrator, thought that"."""
    token = comma.nbor(-1) if comma.text == "," and comma.i > 1 else None
    for _ in range(_CLIMB):
        if token is None or token.head == token:
            return None
        if token.dep_ in {"appos", "relcl"} and token.head.i < token.i:
            return token.head if token.head.ent_type_ == "PERSON" and token.head.pos_ == "PROPN" else None
        token = token.head
    return None


_CLIMB = 5


def _punisher(verb: Token) -> Token | None:
    """Who fines in an aside that the model took for the main clause: "The firm, fined 3 million by a court, …"."""
    if verb.lower_ not in {"fined", "sentenced", "ordered"} or verb.i < 1 or verb.nbor(-1).text != ",":
        return None
    by = next((t for t in verb.subtree if t.i > verb.i and t.lower_ == "by"), None)
    return None if by is None else next((t for t in by.children if t.dep_ == "pobj" and t.tag_ != "CD"), None)


def _twin(verb: Token, who: Token) -> Token | None:
    """A second subject next to the first: "the state news agency Velpress" is sometimes read as two."""
    first = dateline_end(verb.doc)
    same = [t for t in verb.children if t.dep_ == "nsubj" and t != who and (t.i < verb.i) == (who.i < verb.i)]
    beside = (t for t in same if t.i >= first)
    return next((t for t in beside if abs(t.right_edge.i + 1 - who.left_edge.i) <= 1), None)


def hearer_of(verb: Token) -> Party | None:
    """To whom something is told, where the verb names it."""
    if verb.lemma_ not in _TOLD:
        return None
    held = next((token for token in verb.children if token.dep_ in {"dobj", "dative"}), None)
    found = None if held is None else party(held)
    if found is None or held is None:
        return None
    comma = next((t.i for t in verb.doc[held.i : found.last] if t.text == ","), found.last)
    last = comma if comma > found.head else found.last
    while last < len(verb.doc) and verb.doc[last].pos_ == "PROPN" and held.i < last:
        last += 1  # "the newspaper Nordkurier" is sometimes read as two
    return found._replace(last=last)
