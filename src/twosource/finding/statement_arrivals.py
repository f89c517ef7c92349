"""In: one parsed sentence. Out: whose a number is that one comes to or goes by: "ended up with 40", "judging by"."""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Frame, cue_run, doer, held_by, party, subject
from twosource.finding.statement_speakers import speaks
from twosource.finding.statement_tallies import is_number, numbered, tally
from twosource.text.listing import listed

#: Verbs of coming to a number, with what stands before it.
_ARRIVES = {
    "end": listed("with at on"),
    "wind": listed("with at"),
    "finish": frozenset({"with"}),
    "get": frozenset({"than", "to"}),
    "go": listed("up down back"),
    "move": frozenset({"to"}),
    "shift": frozenset({"to"}),
    "come": listed("upon across out up"),
    "land": listed("at on"),
    "settle": listed("at on"),
    "stop": listed("at"),
    "work": frozenset({"out"}),
}
#: Verbs of expecting or wanting one, with "for" or another such word behind them.
_EXPECTS = {
    "look": frozenset({"for"}),
    "hope": frozenset({"for"}),
    "prepare": frozenset({"for"}),
    "brace": frozenset({"for"}),
    "plan": listed("for with on"),
    "reckon": listed("with on"),
    "budget": frozenset({"for"}),
    "count": frozenset({"on"}),
    "bank": frozenset({"on"}),
}
_WANTS = {"hold": frozenset({"out"}), "stick": frozenset({"out"}), "aim": listed("for at"), "press": frozenset({"for"})}
_ANSWERS = listed(
    "dispute deny contradict disagree differ correct counter object protest know tell hold count list tally reel tick"
    " enumerate reply answer explain calculate reckon insist pace step measure time weigh clock survey confirm say"
    " announce promise report state add note admit disclose reveal propose offer warn forecast predict estimate"
)
_TAKES = listed("time measure count census tally poll stock measurements")
_AT_STAKE = listed("stake risk danger threat jeopardy peril")
_GOES_BY = listed("judging judge going go")
_HEARS = listed("hear learn know understand gather have")
_SELF = frozenset({"we", "i", "one"})
_LEADS = 9
_NEAR = 8


def arrival_frames(sentence: Sentence, number: int, closed: bytearray) -> Iterator[Frame]:
    """The sources of numbers that someone comes to or goes by; `closed` marks code points that are quotation."""
    for token in sentence.doc:
        if closed[token.idx]:
            continue
        if token.tag_[:2] == "VB":
            yield from _arrived(sentence, number, token)
            yield from _saw_at_stake(sentence, number, token)
            yield from _heard_from(sentence, number, token)
            yield from _worked_out(sentence, number, token)
        if token.text == ":":
            yield from _contradicted(sentence, number, token)
        if token.lower_ == "by" and token.i and is_number(token.nbor(-1)):
            yield from _by_paper(sentence, number, token)
        if token.lower_ in _GOES_BY:
            yield from _gone_by(sentence, number, token)


def _arrived(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The police got no further than 5,200", "it comes out at 1,600", "analysts had looked for 870"."""
    lemma = verb.lemma_.lower()
    wanted = _ARRIVES.get(lemma) or _EXPECTS.get(lemma) or _WANTS.get(lemma)
    who = subject(verb) if wanted else None
    if wanted is None or who is None or who.i > verb.i or not speaks(who) or verb.dep_ in {"aux", "acl"}:
        return
    doc = sentence.doc
    for token in doc[verb.i + 1 : verb.i + 1 + _NEAR]:
        if token.text in {",", ";", ":"} or token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return
        if not is_number(token):
            continue
        between = doc[verb.i + 1 : token.i]
        if not len(between):
            return  # "had gone 31 hours without relief"
        bare = token.i + 1 >= len(doc) or doc[token.i + 1].tag_ not in {"NN", "NNS", "JJ", "HYPH", "NNP"}
        alone = bare or lemma not in {*_ARRIVES, "look"} or (lemma == "go" and between[-1].lower_ == "to")
        if token.ent_type_ in {"DATE", "TIME"} or not wanted & {t.lower_ for t in between} or not alone:
            return
        run = cue_run(verb)
        last = max(verb.right_edge.i, token.i) + 1
        source = party(who, before=run[0])
        for frame in tally(sentence, number, run, source, (between[-1].i, last)):
            yield frame._replace(force="pledges" if lemma in _WANTS else "says")
        start = next((t for t in verb.lefts if t.lower_ == "from" and numbered(t)), None)
        if start is not None:  # "From 4 tonnes the guard has moved to 9"
            yield from tally(sentence, number, run, source, (start.i, start.right_edge.i + 1))
        return


def _saw_at_stake(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The mayor sees 4,000 livelihoods at stake"."""
    who = doer(verb)
    if verb.lemma_.lower() not in {"see", "consider", "put"} or who is None or not speaks(who):
        return
    behind = sentence.doc[verb.i + 1 : verb.i + 1 + _NEAR]
    stake = next((t for t in behind if t.lower_ in _AT_STAKE and t.nbor(-1).lower_ in {"at", "in", "under"}), None)
    if stake is not None and any(is_number(t) for t in sentence.doc[verb.i + 1 : stake.i]):
        run = cue_run(verb)
        yield from tally(sentence, number, run, party(who, before=run[0]), (verb.i + 1, stake.i + 1))


def _heard_from(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "Two of them stayed in overnight, we hear from the clinic"."""
    who = doer(verb)
    if verb.lemma_.lower() not in _HEARS or who is None or who.lower_ not in _SELF:
        return
    source = next((t for t in verb.rights if t.lower_ == "from" and t.dep_ == "prep"), None)
    held = None if source is None else held_by(source)
    if source is None or held is None or not speaks(held) or source.i > verb.i + 3:
        return
    first = who.left_edge.i
    tagged = first > 1 and sentence.doc[first - 1].text in {",", "–", "—"}
    content = (0, first - 1) if tagged else (held.right_edge.i + 1, len(sentence.doc))
    if not any(is_number(t) for t in sentence.doc[content[0] : content[1]]):  # "Sold, we gather from them, were 11"
        content = held.right_edge.i + 1, len(sentence.doc)
    if any(is_number(t) for t in sentence.doc[content[0] : content[1]]):
        yield from tally(sentence, number, (verb.i, verb.i + 1), party(held, after=source.i + 1), content)


def _worked_out(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "That would be some 200,000, as its biologist worked out for us"."""
    doc = sentence.doc
    who = doer(verb)
    out = verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ in {"out", "up"}
    if (
        verb.lemma_.lower() not in {"work", "figure", "reckon", "add", "tot"}
        or not out
        or who is None
        or not speaks(who)
    ):
        return
    first = who.left_edge.i
    if first > 2 and doc[first - 1].lower_ == "as" and doc[first - 2].text == ",":  # noqa: PLR2004
        left = next((t.i + 1 for t in reversed(doc[: first - 2]) if t.text == ";"), 0)
        run = cue_run(verb)
        yield from tally(sentence, number, run, party(who, before=run[0]), (left, first - 2))


def _contradicted(sentence: Sentence, number: int, colon: Token) -> Iterator[Frame]:
    """Such as "The firm disputes this: seven months", "counted off the day on her fingers: 14 dead"."""
    doc = sentence.doc
    first = next((t.i + 1 for t in reversed(doc[: colon.i]) if t.text in {";", ".", "?"}), 0)
    verb = next((t for t in reversed(doc[first : colon.i]) if t.tag_ in {"VBZ", "VBD", "VBP", "VBN"}), None)
    who = None if verb is None else doer(verb)
    lemma = "" if verb is None else verb.lemma_.lower()
    taken = verb is not None and lemma == "take" and any(t.lemma_.lower() in _TAKES for t in verb.rights)
    who = subject(verb) if verb is not None and who is None and (taken or lemma in _ANSWERS) else who
    if verb is None or who is None or not (taken or lemma in _ANSWERS) or not speaks(who) or who.i > verb.i:
        return
    end = next((t.i for t in doc[colon.i + 1 :] if t.text == ";"), len(doc))
    if any(is_number(t) for t in doc[colon.i + 1 : min(end, colon.i + 1 + _LEADS)]):
        run = cue_run(verb)
        yield from tally(sentence, number, run, party(who, before=run[0]), (colon.i + 1, end))


def _by_paper(sentence: Sentence, number: int, by: Token) -> Iterator[Frame]:
    """Such as "Seventeen by the village roll": a number with the paper that gives it."""
    doc = sentence.doc
    held = next((t for t in doc[by.i + 1 : by.i + 6] if t.lower_ in _ROLLS), None)
    if held is None or by.i + 1 >= len(doc) or doc[by.i + 1].lower_ not in {"the", "its", "their", "our"}:
        return
    left = next((t.i + 1 for t in reversed(doc[: by.i]) if t.text in {";", ",", ":"}), 0)
    if not any(t.tag_[:2] == "VB" for t in doc[left : held.i]):
        source = party(held, after=by.i + 1)
        yield from tally(sentence, number, (by.i, by.i + 1), source, (left, by.i))


_ROLLS = listed(
    "roll register list log logbook ledger rota manifest census meter gauge clock record records books sheet"
)


def _gone_by(sentence: Sentence, number: int, word: Token) -> Iterator[Frame]:
    """Such as "14 months, to go by the maintenance log", "Judging by the posters, 40 were there"."""
    doc = sentence.doc
    infinitive = word.lower_ in {"go", "judge"}
    first = word.i - 1 if infinitive else word.i
    if (
        word.i + 2 >= len(doc)
        or doc[word.i + 1].lower_ not in {"by", "from"}
        or (infinitive and word.nbor(-1).lower_ != "to")
    ):
        return
    if first and doc[first - 1].text not in {",", ";", "–", "—", "("}:
        return
    held = held_by(doc[word.i + 1])
    source = None if held is None or not speaks(held) else party(held, after=word.i + 2)
    if source is None or numbered(held or word):
        return
    content = (0, first) if first else (source.last, len(doc))
    if any(is_number(t) for t in doc[content[0] : content[1]]):
        yield from tally(sentence, number, (word.i, word.i + 2), source, content)
