"""In: a verb of saying. Out: the words round it where it stands behind or inside what is said: "…, the mayor said"."""

from typing import NamedTuple

from spacy.tokens import Doc, Token

from twosource.finding.chain_words import BODIES, DOCUMENTS, INSTRUMENTS, PERSON_ROLES
from twosource.finding.statement_frames import Party, Stretch, cue_run, past_bracket, trimmed
from twosource.finding.statement_reaches import (
    BREAKS,
    HEARERS,
    TAGGING,
    left_of,
    numeral,
    past_hearer,
    reports,
    resumed,
    right_of,
)
from twosource.finding.statement_speakers import speaks
from twosource.text.listing import listed

#: Forms of these verbs at the end of a sentence that are often read as nouns: ", the agency estimates."
MISREAD = listed(
    "estimates reports claims shows show says forecasts notes states reckons counts predicts estimate report claim"
    " forecast"
    " allege warn fear demands"
)

#: Forms that are hardly ever nouns: "The ministry insists no one …" where the model took a noun for the verb.
PLAIN = listed(
    "says swears insists admits warns tells concedes maintains argues asserts contends confirms denies alleges adds"
    " reckons thinks believes predicts stresses repeats explains acknowledges suggests reveals announces declares"
    " informs specifies concludes remarks complains testifies assures hears learns recalls writes"
)

_OWNING = frozenset({"admit", "confess", "testify"})
_SPEAKER_WORDS = 16
_LONGEST_TITLE = 5
_NOT_SPEAKER = frozenset({"CD", "RB", "IN", "TO", "VBG", "VBD", "VBZ", "VBP", "MD", "WRB", "EX", "VB", "WDT", "WP"})
_ADJUNCT = listed(
    "on in by at to from during after through late early this last next yesterday today tonight tomorrow via over"
    " before earlier later again here there then without under when while as monday tuesday wednesday thursday friday"
    " saturday sunday adding citing noting quoting speaking referring not further moreover besides"
    " additionally afterwards separately online shortly also"
    " too for mon tue wed thu fri sat sun flatly angrily quietly bluntly recently above below beneath beside alongside"
)


class Tag(NamedTuple):
    """A speaker and the words of the sentence that are his, first and past-last token."""

    source: Party
    content: Stretch


def tagged(verb: Token) -> Tag | None:
    """The speaker and content of a verb that follows, or is set into, what it reports; None where it does neither."""
    if verb.tag_[:2] != "VB" and verb.i + 1 < len(verb.doc) and _is_misread(verb):
        return _misread(verb)
    return _quoted_as_saying(verb) if verb.tag_ == "VBG" else _tagged(verb)


def _tagged(verb: Token) -> Tag | None:
    doc = verb.doc
    noun = (
        verb.tag_ in {"NNS", "NN", "NNP"}
        and verb.lower_ in MISREAD | PLAIN
        and (verb.i + 1 == len(doc) or doc[verb.i + 1].text in {".", ";"} or _document_before(verb))
    )
    if not noun and (verb.lemma_.lower() not in TAGGING or verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}):
        return None
    if verb.tag_ == "VBN" and any(t.dep_ == "auxpass" for t in verb.lefts):
        return None  # "four alarms rang; none was acknowledged"
    if verb.lemma_ in _OWNING and verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ in {"to", "of"}:
        return None  # "…; the firm admits to 90"
    inverted = _inverted(verb)
    run = cue_run(verb)
    who = _behind(verb) if inverted else None
    if who is None or doc[who.head].ent_type_ in {"DATE", "TIME"}:
        who = _before(doc, run[0], verb)
    if who is None or not _ends(verb, max(verb.i + 1, who.last)):
        return None
    left = numeral(doc, run[0]) or left_of(doc, min(run[0], who.first))
    behind = past_hearer(verb, max(verb.i + 1, who.last))
    last = right_of(doc, behind, left[1])
    left = resumed(doc, left, behind)
    if not reports(doc, left) and last == left[1]:
        return None
    first, last = trimmed(doc, left[0], last)
    return Tag(who, (first, last)) if first < last else None


def _document_before(verb: Token) -> bool:
    """Whether a noun read into ", a leaked payslip shows, …" stands behind a document and a comma."""
    doc = verb.doc
    first = verb.i
    while first > 0 and doc[first - 1].text != "," and verb.i - first < _SPEAKER_WORDS:
        first -= 1
    if doc[verb.i + 1].text != "," or first == 0:
        return False
    body = verb.i > first and doc[verb.i - 1].lower_ in _STAFFED
    papers = any(t.lower_ in DOCUMENTS or t.lower_ in INSTRUMENTS for t in doc[first : verb.i])
    return verb.lower_ in PLAIN or body or papers


#: Last words of the names of bodies.
_STAFFED = BODIES | listed("protection defence defense rescue health emergency safety aid")


def _is_misread(verb: Token) -> bool:
    if verb.lower_ in MISREAD and verb.doc[verb.i + 1].lower_ == "that":
        return True
    return verb.tag_ in {"NNS", "NNPS"} and verb.lower_ in PLAIN and _clause_behind(verb)


def _clause_behind(verb: Token) -> bool:
    """Whether a finite verb follows, and none stands before, so that the word must be the verb of saying."""
    finite = {"VBD", "VBZ", "VBP", "MD"}
    before = any(t.tag_ in finite for t in verb.doc[max(0, verb.i - _SPEAKER_WORDS) : verb.i])
    return not before and any(t.tag_ in finite for t in verb.doc[verb.i + 1 : verb.i + _SPEAKER_WORDS])


def _so_called(doc: Doc, first: int) -> bool:
    return first > 1 and doc[first - 2].lower_ == "so" and doc[first].lower_ == "called"


_NO_NOUN = frozenset({"DT", "PRP$", "IN", "POS", "VBD", "VBZ", "VBP", "VB", "VBG", "VBN", "CC"})


def _misread(verb: Token) -> Tag | None:
    """Such as "Workers at the gate allege that …" where the verb was read as a noun."""
    doc = verb.doc
    first = verb.i
    while first > 0 and (doc[first - 1].text not in BREAKS or _so_called(doc, first)):
        first -= 1
    if first > 0 and doc[first - 1].text == "-" and not doc[first - 1].whitespace_:
        return None  # "a 38-page report that …"
    run = trimmed(doc, first, verb.i)
    behind = verb.i + 2 if doc[verb.i + 1].lower_ == "that" else verb.i + 1
    content = trimmed(doc, behind, len(doc))
    if (
        run[0] >= run[1]
        or content[0] >= content[1]
        or any(t.tag_[:2] == "VB" for t in doc[run[0] : run[1]])
        or doc[verb.i - 1].tag_ in _NO_NOUN
        or (doc[verb.i - 1].tag_ == "JJ" and doc[verb.i - 1].text.islower() and doc[verb.i - 2].lower_ != "the")
    ):
        return None
    head = next((t.i for t in doc[run[0] : run[1]] if t.pos_ in {"NOUN", "PROPN", "PRON"}), run[0])
    return Tag(Party(*run, head), content)


def _quoted_as_saying(verb: Token) -> Tag | None:
    """Such as "…, the director was quoted as saying"."""
    above = verb.head.head if verb.head.lower_ == "as" else None
    if above is None or above.lemma_ != "quote" or any(t.dep_ in {"ccomp", "dobj"} for t in verb.rights):
        return None
    run = cue_run(above)
    who = _before(verb.doc, run[0], above)
    if who is None:
        return None
    left = left_of(verb.doc, min(run[0], who.first))
    content = trimmed(verb.doc, *left)
    return Tag(who, content) if content[0] < content[1] and reports(verb.doc, left) else None


def _inverted(verb: Token) -> bool:
    """Whether the speaker stands behind the verb: ", said Ann Lee", "130,000 say the unions"."""
    if verb.i < 1 or verb.lemma_ in {"tell", "inform"}:
        return False
    before = verb.doc[verb.i - 1]
    beside = [t for t in verb.rights if t.tag_ != "CD" and t.left_edge.i == verb.i + 1]
    behind = any(t.dep_ == "nsubj" or (verb.dep_ == "parataxis" and speaks(t)) for t in beside)
    if not (behind and before.text == ",") and any(
        t.dep_ == "nsubj" and t.i < verb.i and t.pos_ in {"PROPN", "NOUN", "PRON"} and not t.like_num
        for t in verb.lefts
    ):
        return before.text in {"”", '"'}
    return before.text in {",", "”", '"', "’", "—", "–"} or before.tag_ == "CD"


def _before(doc: Doc, end: int, verb: Token) -> Party | None:
    """The noun phrase between a comma and the verb, with the name or title set beside it."""
    if end > 1 and doc[end - 1].text == ",":
        end -= 1
    bare = _unbracketed(doc, end)
    first = _segment(doc, bare)
    if first is None or first < 1 or not _nominal(doc, first, bare):
        return None
    if doc[first].tag_ == "WDT" and first + 1 < end and doc[first + 1].tag_ in {"DT", "NNP", "PRP", "PRP$"}:
        first += 1  # "a practice which the bank detailed"
    if doc[first].tag_ in {"WDT", "WP"} and any(t.tag_[:2] == "VB" for t in doc[first:end]):
        return _with_clause(doc, first, end)
    head = _head(doc, first, end, verb)
    found = Party(*trimmed(doc, first, end), head)
    return found if _set_in(verb) else widened(doc, found)


def _with_clause(doc: Doc, first: int, end: int) -> Party | None:
    """A speaker with the clause about him that ends before the verb: "The club, which has 900 members, warns"."""
    wider = _segment(doc, first - 1) if first > 1 else None
    if wider is None or not _nominal(doc, wider, first - 1):
        return None
    nouns = [t for t in doc[wider : first - 1] if t.pos_ in {"NOUN", "PROPN"}]
    outer = [t for t in nouns if not wider <= t.head.i < first - 1]
    return Party(*trimmed(doc, wider, end), (outer or nouns)[-1].i) if nouns else None


def _set_in(verb: Token) -> bool:
    """Whether a tag stands between a subject and its verb: "The test, the ministry said, was its biggest yet"."""
    doc = verb.doc
    after = verb.i + 1
    return after + 1 < len(doc) and doc[after].text == "," and doc[after + 1].tag_ in {"VBD", "VBZ", "VBP", "MD"}


def widened(doc: Doc, found: Party) -> Party:
    """A speaker with the name or title set before it and a comma: "Ann Lee, the mayor", "the operator, Lintas"."""
    first = found.first
    if first >= 2 and doc[first - 1].text == "," and doc[first - 2].text == ")":  # noqa: PLR2004
        return _with_brackets(doc, found)
    if first < 2 or doc[first - 1].text != "," or doc[first].tag_ == "PRP":  # noqa: PLR2004
        return found
    wider = _segment(doc, first - 1)
    while wider is not None and wider < first - 1 and doc[wider].lower_ in _OPENING:
        wider += 1
    if wider is None or not _apposed(doc, wider, first - 1, found.last):
        return found
    inside = [t for t in doc[wider : first - 1] if t.pos_ in {"NOUN", "PROPN"}]
    outer = [t for t in inside if not wider <= t.head.i < first - 1]
    if not inside:  # the parse sees no name in what was set before the comma
        return found
    return Party(*trimmed(doc, wider, found.last), (outer or inside)[-1].i)


def _with_brackets(doc: Doc, found: Party) -> Party:
    """A title with the name and bracket before it: "Rep. Ann Lee (R-Ohio), a member of the panel, said"."""
    opening = next((i for i in range(found.first - 3, max(-1, found.first - 9), -1) if doc[i].text == "("), None)
    first = opening
    while first is not None and first > 0 and (doc[first - 1].pos_ == "PROPN" or doc[first - 1].text == "."):
        first -= 1
    if first is None or opening is None or first == opening or doc[first].pos_ != "PROPN":
        return found
    return Party(first, found.last, opening - 1)


_OPENING = frozenset({"as", "and", "but", "when", "while", "meanwhile", "so", "that", "yet"})


def _unbracketed(doc: Doc, end: int) -> int:
    """Where a phrase ends before its abbreviation in brackets: "the Health Organization (HO) said"."""
    if end < 1 or doc[end - 1].text != ")":
        return end
    return next((index for index in range(end - 2, max(-1, end - 8), -1) if doc[index].text == "("), end)


def _segment(doc: Doc, end: int) -> int | None:
    """Where the run of words that ends before token `end` begins: behind a comma, bracket, dash or mark."""
    first = end
    while first > 0 and doc[first - 1].text not in BREAKS and end - first < _SPEAKER_WORDS:
        first -= 1
    if first in {0, end} or doc[first - 1].text not in BREAKS:
        return 0 if first == 0 < end else None
    while (
        first > 1 and doc[first - 1].text == "-" and doc[first - 2].whitespace_ == "" and end - first < _SPEAKER_WORDS
    ):
        first -= 1  # a hyphen inside a name
        while first > 0 and doc[first - 1].text not in BREAKS and end - first < _SPEAKER_WORDS:
            first -= 1
    return first


def _nominal(doc: Doc, first: int, end: int) -> bool:
    """Whether a run is a noun phrase that can speak."""
    while first < end and doc[first].lower_ in {"and", "but", "so", "then", "meanwhile"}:
        first += 1
    if first >= end or (
        doc[first].tag_ in _NOT_SPEAKER and doc[first].lower_ not in {"one", "two", "three", "who", "which"}
    ):
        return False
    last = doc[end - 1]
    paper = last.tag_ == "VBG" and last.lower_ in DOCUMENTS  # "the ruling"
    if last.tag_ in {"IN", "CC", "RB", "CD", "DT", "VBG"} and doc[first].tag_ != "PRP" and not paper:
        return False
    verbs = sum(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and not _in_clause(token, first) for token in doc[first:end])
    return verbs == 0 and any(token.pos_ in {"NOUN", "PROPN", "PRON"} for token in doc[first:end])


def _in_clause(token: Token, first: int) -> bool:
    """Whether a verb stands in a clause about someone named behind token `first`: "a nurse who says she saw it"."""
    for _ in range(4):
        if token.dep_ in {"relcl", "acl"}:
            return True
        if token.head.i < first or token.head == token:
            return False
        token = token.head
    return False


def _apposed(doc: Doc, first: int, comma: int, end: int) -> bool:
    """Whether the phrases on both sides of a comma name one party: "the operator, Lintas", "Ann Lee, the mayor,"."""
    if not _nominal(doc, first, comma):
        return False
    left, right = doc[comma - 1], doc[end - 1]
    one = [token for token in doc[first:comma] if token.pos_ == "PROPN"]
    other = [token for token in doc[comma + 1 : end] if token.pos_ == "PROPN"]
    if (not one and not other) or any(t.tag_ == "CD" for t in doc[first:comma]):
        return False
    if doc[first].pos_ == "NUM" or doc[first].tag_ in {"CD", "RB"} or left.like_num:
        return False
    role_left = doc[first].tag_ in {"DT", "PRP$"} or doc[first].dep_ == "poss"
    role_right = doc[comma + 1].tag_ in {"DT", "PRP$"} or doc[comma + 1].dep_ in {"poss", "compound", "amod"}
    role_right = role_right or any(t.lower_ in PERSON_ROLES for t in doc[comma + 1 : comma + 5])
    abbreviated = len(one) >= 2 and end - comma <= 5 and "." in doc[comma + 1 : end].text  # noqa: PLR2004
    if abbreviated and doc[comma + 1].text[:1].isupper() and (first == 0 or doc[first - 1].text in BREAKS):
        return True  # "Ann Lee, R-Ky.,"
    starts = (
        first == 0 or doc[first - 1].text in {",", "”", '"', ";", ":", "–", "—"} or doc[first - 1].lower_ in _OPENING
    )
    if not starts:
        return False
    named_right = right.pos_ == "PROPN" and doc[comma + 1].pos_ == "PROPN"
    return (role_left and named_right) or (left.pos_ == "PROPN" and len(one) >= 2 and role_right and not named_right)  # noqa: PLR2004


def _head(doc: Doc, first: int, end: int, verb: Token) -> int:
    inside = [token for token in doc[first:end] if token.pos_ in {"NOUN", "PROPN", "PRON"}]
    subjects = [token for token in inside if token.head == verb and token.dep_ in {"nsubj", "nsubjpass"}]
    if subjects:
        return subjects[-1].i
    lead = _lead(doc, first, end)
    if lead is not None:
        return lead
    outer = [token for token in inside if not first <= token.head.i < end or token.head == token]
    pick = outer[-1:] or inside[-1:]
    return pick[0].i if pick else end - 1


def _lead(doc: Doc, first: int, end: int) -> int | None:
    """The noun that a phrase opens with where a preposition or participle goes on: "a receipt from the printer"."""
    index = first
    while index < end and doc[index].pos_ in _NOMINAL:
        index += 1
    goes_on = index < end and (doc[index].tag_ == "VBN" or (doc[index].tag_ == "IN" and doc[index].lower_ != "of"))
    common = index > first and doc[index - 1].pos_ == "NOUN"
    return index - 1 if goes_on and common else None


def _behind(verb: Token) -> Party | None:
    """The noun phrase right behind an inverted verb: ", said Ann Lee, who runs the clinic"."""
    doc = verb.doc
    first = verb.i + 1
    if first >= len(doc) or (
        not _nominal(doc, first, min(first + 1, len(doc))) and doc[first].tag_ not in {"DT", "JJ", "PRP$", "CD", "NNP"}
    ):
        return None
    who = next(
        (t for t in verb.rights if t.dep_ in {"nsubj", "dobj", "attr", "npadvmod"} and t.left_edge.i == first), None
    )
    if who is not None and doc[first].like_num and not speaks(who):
        return None  # "The board, which has weighed it, says 11 tonnes"
    if who is not None:
        last = next(
            (t.i for t in doc[who.i : who.right_edge.i + 1] if t.text in {"“", "”", '"', ";"}), who.right_edge.i + 1
        )
        name = next((t for t in verb.rights if t.dep_ == "nsubj" and t != who and t.left_edge.i == last + 1), None)
        if name is not None and doc[last].text == "," and name.pos_ == "PROPN":  # title and name are read as two
            last = name.right_edge.i + 1
        first, last = trimmed(doc, first, last)
        return Party(first, past_bracket(doc, last), who.i)
    last = first
    while last < len(doc) and doc[last].text not in BREAKS and (doc[last].text != "." or _abbreviated(doc, last)):
        last += 1
    run = trimmed(doc, first, last)
    if run[0] >= run[1]:
        return None
    nouns = run[0]
    while nouns < run[1] and (doc[nouns].pos_ in _NOMINAL or doc[nouns].tag_ in {"HYPH", "POS"}):
        nouns += 1
    named = [token for token in doc[run[0] : nouns] if token.pos_ in {"NOUN", "PROPN"}]
    clause = nouns < run[1] and doc[nouns].tag_ in {"VBN", "VBD"} and named
    return Party(*run, named[-1].i if clause else _head(doc, *run, verb))


_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON"})


def _abbreviated(doc: Doc, index: int) -> bool:
    """Whether a full stop belongs to a title or initial before a name."""
    return (
        index + 1 < len(doc)
        and doc[index + 1].text[:1].isupper()
        and doc[index - 1].text[:1].isupper()
        and len(doc[index - 1]) <= _LONGEST_TITLE
    )


def _ends(verb: Token, after: int) -> bool:
    """Whether nothing is reported behind the verb: the sentence ends or breaks off, or an adjunct or hearer follows."""
    doc = verb.doc
    fronted = any(
        token.dep_ == "ccomp" and not any(t.text == ";" for t in doc[token.i : verb.i]) for token in verb.lefts
    )
    for token in () if fronted else verb.rights:
        if token.dep_ == "ccomp" and not any(
            doc[i].text in {",", ";"} for i in range(verb.i, max(verb.i + 1, token.left_edge.i + 1))
        ):
            return False
    if after >= len(doc) or doc[after].text in BREAKS or doc[after].text in {".", "?", "!"}:
        return True
    if verb.lemma_ in {"tell", "inform"} and doc[after].tag_ in HEARERS:
        return not any(token.lower_ in {"that", "how", "what"} for token in doc[after : after + 8])
    return doc[after].lower_ in _ADJUNCT and not any(
        token.lower_ == "that" and token.dep_ == "mark" for token in verb.subtree if token.i > verb.i
    )
