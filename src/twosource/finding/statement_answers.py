"""In: one parsed sentence. Out: whose a number is that stands before or behind its speaker: "Eighty, X shouts"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from twosource.finding.cues import VERBS
from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Frame, Party, cue_run, doer, party, subject
from twosource.finding.statement_speakers import speaks
from twosource.finding.statement_tallies import is_number, tally
from twosource.records import Force
from twosource.text.listing import listed

#: How one answers: any of these, with a speaker beside it, gives the number that stands before a comma.
_ANSWERS = listed(
    "answer reply shout offer counter insist claim count reckon respond retort bark bid cry call swear quote promise"
    " say report estimate guess admit concede declare announce affirm maintain state demand want ask cheer note add"
    " write hazard venture think believe suggest propose tell confirm pledge remember recall recollect"
    " thunder wail rage grumble fume sigh growl lament moan whine scoff sneer crow gloat explain warn"
)
_PLEDGES = listed("offer bid promise pledge demand want ask propose")
#: Verbs with a clause that they bring about, and do not tell.
_BRING = listed("ensure mean guarantee cause require make help allow pretend show prove cost be demonstrate imply")
_ENDS = frozenset({".", ",", ";", "?", "!", "–", "—"})
_BECAUSE = listed("since because given considering seeing")
_NOMINAL = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "POS", "IN", "VBG", "CD", "HYPH", "''"})
_SET_IN = frozenset({".", ";", ","})
_LONGEST = 12
_LEADS = 24


def answer_frames(sentence: Sentence, number: int, closed: bytearray, known: list[Frame]) -> Iterator[Frame]:
    """The sources of numbers before or behind a speaker; `closed` marks the code points that are quotation.

    `known` are the attributions of the sentence that grammar found: their verbs are left to them.
    """
    taken = {f.verb for f in known if f.source is not None and f.force != "acts"}
    for token in sentence.doc:
        if closed[token.idx] or token.i < 2:  # noqa: PLR2004 - a number and a comma stand before
            continue
        if token.i not in taken and (token.lemma_.lower() in _ANSWERS or token.lower_.removesuffix("s") in _ANSWERS):
            yield from _answered(sentence, number, token)
            yield from _asked_back(sentence, number, token)
        elif token.i not in taken and token.tag_ in {"VBZ", "VBD", "VBP"}:
            yield from _with_clause(sentence, number, token)
        if token.lower_ in _KNOWN:
            yield from _let_known(sentence, number, token)
        if token.lower_ in _BECAUSE:
            yield from _because(sentence, number, token)


def _force(word: Token) -> Force:
    lemma = word.lower_.removesuffix("s") if word.tag_ == "NNS" else word.lemma_.lower()
    return "pledges" if lemma in _PLEDGES else "says"


def _answered(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "Eighty thousand, the organisers shout", "Not one body is in the shed, the ministry answers"."""
    doc = sentence.doc
    after = verb.i + 1
    done = after >= len(doc) or doc[after].text in _ENDS or doc[after].tag_ == "IN"
    if not done or verb.tag_ not in {"VBZ", "VBD", "VBP", "NNS", "NN", "VB"}:
        return
    first = verb.i
    while first > 0 and doc[first - 1].tag_ in _NOMINAL and verb.i - first < _LONGEST:
        first -= 1
    if first < 2 or first == verb.i or doc[first - 1].text != "," or doc[first].tag_ == "IN":  # noqa: PLR2004
        return
    left = _left(doc, first - 1)
    head = _head(doc, first, verb.i)
    if head is None or not _bare(doc, left, first - 1):
        return
    for frame in tally(sentence, number, (verb.i, after), Party(first, verb.i, head.i), (left, first - 1)):
        yield frame._replace(force=_force(verb))


def _asked_back(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "Seventeen as of noon, says the ambulance service", "Over 9 million gone, say the hotels"."""
    doc = sentence.doc
    if verb.tag_ not in {"VBZ", "VBD", "VBP", "NNS", "VB"} or doc[verb.i - 1].text not in {",", "”", '"'}:
        return
    last = verb.i + 1
    while last < len(doc) and doc[last].tag_ in _NOMINAL and last - verb.i < _LONGEST:
        last += 1
    if last == verb.i + 1 or doc[verb.i + 1].tag_ == "IN" or (last < len(doc) and doc[last].text not in _SET_IN):
        return
    left = _left(doc, verb.i - 1)
    head = _head(doc, verb.i + 1, last)
    if head is None:
        return
    if last < len(doc) and doc[last].text == ",":  # "The bridge, thunders the party's leader, cost 90 million"
        end = next((t.i for t in doc[last + 1 :] if t.text == ";"), len(doc))
        for content in ((left, verb.i - 1), (last + 1, end)):
            if any(is_number(t) for t in doc[content[0] : content[1]]) and len(doc) > last + 1:
                yield from tally(sentence, number, (verb.i, verb.i + 1), Party(verb.i + 1, last, head.i), content)
        return
    if not _bare(doc, left, verb.i - 1):
        return
    for frame in tally(sentence, number, (verb.i, verb.i + 1), Party(verb.i + 1, last, head.i), (left, verb.i - 1)):
        yield frame._replace(force=_force(verb))


def _with_clause(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The premier blusters that it was eight", "Forty were hurt, the mayor sighs": any verb with a clause."""
    who = doer(verb)
    clause = next((t for t in verb.children if t.dep_ == "ccomp"), None)
    lemma = verb.lemma_.lower()
    if who is None or clause is None or not speaks(who) or lemma in _BRING or lemma in VERBS:
        return
    run = cue_run(verb)
    before = clause.i < who.left_edge.i
    after = verb.i + 1
    after += after < len(sentence.doc) and sentence.doc[after].dep_ == "prt"  # "…, the union has worked out"
    end = after >= len(sentence.doc) or sentence.doc[after].text in _ENDS
    marked = any(t.lower_ == "that" and t.dep_ == "mark" for t in clause.lefts) and clause.i > verb.i
    if marked or (before and end and sentence.doc[who.left_edge.i - 1].text == ","):
        source = party(who, before=run[0])
        yield from tally(sentence, number, run, source, (clause.left_edge.i, clause.right_edge.i + 1))


def _left(doc: Doc, end: int) -> int:
    """Where the piece begins that ends before token `end`."""
    return next((t.i + 1 for t in reversed(doc[:end]) if t.text in {";", ":", "?", "!"}), 0)


def _head(doc: Doc, first: int, last: int) -> Token | None:
    """The noun that a run of words is about, if it can tell a number and the run counts nothing itself."""
    run = doc[first:last]
    if run[0].tag_ == "CD" or any(is_number(t) for t in run):
        return None
    end = next((t.i for t in run if t.tag_ == "IN"), last)
    head = next((t for t in reversed(doc[first:end]) if t.tag_[:2] == "NN"), None)
    return head if head is not None and speaks(head) else None


def _bare(doc: Doc, first: int, last: int) -> bool:
    """Whether an answer opens with its number, within a few words of its beginning."""
    if not 0 < last - first <= _LEADS:
        return False
    return any(is_number(t) for t in doc[first : min(last, first + 5)])


def _let_known(sentence: Sentence, number: int, word: Token) -> Iterator[Frame]:
    """Such as "The ministry let it be known that 560 are ill", "Forty are lost, the guard has let the paper know"."""
    doc = sentence.doc
    verb = next((t for t in reversed(doc[max(0, word.i - 6) : word.i]) if t.lemma_.lower() in {"let", "make"}), None)
    who = None if verb is None else subject(verb)
    between = doc[word.i : word.i] if verb is None else doc[verb.i + 1 : word.i]
    if verb is None or who is None or not speaks(who) or who.i > verb.i or any(t.is_punct for t in between):
        return
    if word.lower_ != "know" and not any(t.lower_ == "it" for t in between):
        return
    source, after = party(who, before=cue_run(verb)[0]), word.i + 1
    first = source.first if source is not None else verb.i
    told = (0, first - 1) if first > 1 and doc[first - 1].text == "," else (after, len(doc))
    if not any(is_number(t) for t in doc[told[0] : told[1]]):
        told = after, len(doc)
    if any(is_number(t) for t in doc[told[0] : told[1]]):
        yield from tally(sentence, number, (verb.i, after), source, told)


_KNOWN = frozenset({"know", "known", "plain", "public", "clear"})


def _because(sentence: Sentence, number: int, word: Token) -> Iterator[Frame]:
    """Such as "The limit should be lifted, the mayor said by telephone, since 14 of the 22 shops have closed"."""
    doc = sentence.doc
    clause = word.head if word.dep_ in {"mark", "prep"} else None
    if clause is None or clause.i < word.i or doc[word.i - 1].text != "," or clause.dep_ not in {"advcl", "pcomp"}:
        return
    verb = next((t for t in reversed(doc[: word.i]) if _says(t)), None)
    who = None if verb is None else subject(verb)
    if verb is None or who is None or not speaks(who) or any(t.text == ";" for t in doc[verb.i : word.i]):
        return
    run = cue_run(verb)
    tagged = doc[min(who.left_edge.i, run[0]) - 1].text == "," if min(who.left_edge.i, run[0]) else False
    source = party(who, before=run[0] if who.i < run[0] else None, after=run[1] if who.i >= run[1] else None)
    content = word.i + 1, clause.right_edge.i + 1
    if tagged and any(is_number(t) for t in doc[content[0] : content[1]]):
        yield from tally(sentence, number, run, source, content)


def _says(verb: Token) -> bool:
    cue = VERBS.get(verb.lemma_.lower())
    return verb.tag_ in {"VBD", "VBZ", "VBP"} and cue is not None and cue.force in {"says", "thinks"}
