"""In: a sentence as the model parsed it. Out: the same Doc, with what small models often misread put right in place."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from twosource.text.date_words import MONTHS, WEEKDAYS
from twosource.text.listing import listed

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_WHEN = listed("on in by since until from during after before")
_NOUNS = frozenset({"NOUN", "PROPN"})
_ASIDES = frozenset({"relcl", "appos"})
_MONTHS = frozenset({*MONTHS, *(month[:3] for month in MONTHS), "sept"})
_DAYS_OF_MONTH = 31
_DATE_WORDS = 3


def repair(doc: Doc) -> None:
    """Put right, in place, what `_REPAIRS` names: a missing verb, a number for a subject, a stray clause and such."""
    for put_right in _REPAIRS:
        put_right(doc)


def _verb_behind_aside(doc: Doc) -> None:
    """Such as "The police, who cannot count, held to 2,500.": a past tense that was read as a participle."""
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    if root is None or root.pos_ not in _NOUNS or doc[-1].text != ".":
        return
    for verb in root.rights:
        aside = any(t.dep_ in _ASIDES and t.i < verb.i for t in root.rights)
        passive = any(t.dep_ in {"agent", "auxpass"} for t in verb.children)
        if verb.dep_ != "acl" or verb.tag_ != "VBN" or not aside or passive or verb.nbor(-1).text != ",":
            continue
        behind = [token for token in root.rights if token.i > verb.i]
        _become(verb, verb, "ROOT", "VBD", "VERB")
        _become(root, verb, "nsubj")
        for token in behind:
            _become(token, verb, token.dep_)
        return


def _number_said(doc: Doc) -> None:
    """Such as "Lee says 94.": of two subjects the number behind the verb is what is said."""
    for token in doc:
        if token.dep_ == "nsubj" and token.tag_ == "CD" and token.i > token.head.i:
            verb = token.head
            if verb.tag_ in _FINITE and any(t.dep_ == "nsubj" and t.tag_ != "CD" for t in verb.lefts):
                _become(token, verb, "dobj")


def _subject_behind_date(doc: Doc) -> None:
    """Such as "On 20 February Oxfam warned that …": who stands between a date and the verb is its subject."""
    for verb in doc:
        if verb.tag_ not in _FINITE or verb.i < _DATE_WORDS or any(t.dep_ in _SUBJECTS for t in verb.children):
            continue
        who = verb.nbor(-1)
        opener = next((t for t in verb.lefts if t.dep_ == "prep" and t.lower_ in _WHEN), None)
        if who.pos_ not in _NOUNS or opener is None or opener.right_edge != who:
            continue
        end = _date_end(doc, opener.i + 1)
        if opener.i + 1 < end <= who.i:
            _part(doc, opener, end, who, verb)


def _part(doc: Doc, opener: Token, end: int, who: Token, verb: Token) -> None:
    """Hang the tokens of the date on their preposition and the words behind them on the verb."""
    date = doc[end - 1]
    _become(date, opener, "pobj")
    for token in doc[opener.i + 1 : end - 1]:
        _become(token, date, "nummod" if token.tag_ == "CD" else "compound")
    _become(who, verb, "nsubj")
    for token in doc[end : who.i]:
        if not end <= token.head.i <= who.i:
            _become(token, who, "compound")


def _date_end(doc: Doc, first: int) -> int:
    """Past a date of a day and month, a weekday or a month that begins at a token; `first` where none does."""
    words = [token.lower_ for token in doc[first : first + 2]]
    number = [word.isdigit() and int(word) <= _DAYS_OF_MONTH for word in words]
    month = [word.rstrip(".") in _MONTHS for word in words]
    if len(words) > 1 and ((number[0] and month[1]) or (month[0] and number[1])):
        return first + 2
    return first + 1 if words and (month[0] or words[0] in WEEKDAYS) else first


def _stray_clause(doc: Doc) -> None:
    """Such as "told the council as late as May that …": what is told was hung on the adverb between."""
    for clause in doc:
        above = clause.head
        if clause.dep_ != "ccomp" or above.dep_ != "advmod" or above.i > clause.i or above.head.tag_ not in _FINITE:
            continue
        if above.head.i < above.i and any(t.dep_ == "mark" and t.lower_ == "that" for t in clause.lefts):
            _become(clause, above.head, "ccomp")


def _dead_number(doc: Doc) -> None:
    """Such as "The dead number at least 23": "number" is the verb, and the dead are its subject."""
    for verb in doc:
        if verb.lower_ not in {"number", "numbered"} or verb.pos_ != "NOUN" or verb.i < 1:
            continue
        who = verb.nbor(-1)
        first = next((t for t in doc[verb.i + 1 : verb.i + _ABOUT_WORDS] if t.lower_ not in _ABOUT), None)
        if who.head != verb or who.lower_ not in _STATES or first is None or first.tag_ != "CD":
            continue
        counted = first.i + 1 < len(doc) and doc[first.i + 1].pos_ == "NOUN"
        if counted or any(t.dep_ == "prep" and t.lower_ == "of" for t in verb.rights):
            continue
        above = verb.head
        before = [t for t in verb.lefts if t != who]
        _become(verb, above, verb.dep_ if verb.dep_ == "ROOT" else "ccomp", "VBP", "VERB")
        _become(who, verb, "nsubj", "NNS", "NOUN")
        for token in before:
            _become(token, who, token.dep_)
        if first.head == verb:
            _become(first, verb, "dobj")


_STATES = listed("dead injured wounded missing homeless displaced sick ill arrested detained infected hurt trapped")
_ABOUT = listed("at least about around some only just almost nearly more than over fewer less now still already")
_ABOUT_WORDS = 5


def _become(token: Token, head: Token, dep: str, tag: str = "", pos: str = "") -> None:
    token.head, token.dep_ = head, dep
    if tag:
        token.tag_, token.pos_ = tag, pos


_REPAIRS: tuple[Callable[[Doc], None], ...] = (
    _verb_behind_aside,
    _number_said,
    _subject_behind_date,
    _stray_clause,
    _dead_number,
)
