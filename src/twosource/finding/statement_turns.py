"""In: one parsed sentence. Out: whose a number is by a turn of speech: "31 (police)", "or so X says"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from twosource.finding.chain_words import BODIES, UNNAMED
from twosource.finding.cues import COUNTING_NOUNS, VERBS
from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Frame, Party, Stretch, cue_run, doer, held_by, party, trimmed
from twosource.finding.statement_nouns import owner_of
from twosource.finding.statement_speakers import speaks
from twosource.finding.statement_tallies import is_number, tally
from twosource.text.listing import listed

_ACCOUNTS = COUNTING_NOUNS | {"estimation", "assessment"}
_LAST_WORDS = listed("word suggestion proposal bid offer answer price limit ceiling demand target position guess")
_PUTS = listed("put lay")
_OFFERED = listed("table forward up")
_ASKS = listed("ask consult")
_FOLLOWS = listed("ask consult follow believe trust go listen take")
_IF_ONE = frozenset({"if you", "if one", "if we"})
_ALL = frozenset({"all", "what", "how", "everything"})
_REACH = 12
_PHRASE = 5
_NEAR = 3


def turn_frames(sentence: Sentence, number: int, closed: bytearray) -> Iterator[Frame]:
    """The sources of numbers told by turns of speech; `closed` marks the code points that are quotation."""
    for token in sentence.doc:
        if closed[token.idx]:
            continue
        if token.tag_[:2] == "VB":
            yield from _by_verb(sentence, number, token)
        elif token.pos_ == "NOUN":
            yield from _by_noun(sentence, number, token)
        elif token.text == "(":
            yield from _bracketed(sentence, number, token)
        elif token.text == ":":
            yield from _did(sentence, number, token)
        elif token.tag_ == "CD":
            yield from _owned(sentence, number, token)


def _by_verb(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    lemma = verb.lemma_.lower()
    if lemma in _ASKS and verb.i == 0 and verb.tag_ == "VB":
        yield from _asked(sentence, number, verb)
    if lemma in _FOLLOWS and verb.i > 1 and sentence.doc[verb.i - 2 : verb.i].text.lower() in _IF_ONE:
        yield from _if_asked(sentence, number, verb)
    if lemma == "be":
        yield from _all_said(sentence, number, verb)
        yield from _after(sentence, number, verb)
    if lemma == "go":
        yield from _gone_on(sentence, number, verb)
    if verb.i > _NEAR and any(t.lower_ == "so" for t in verb.lefts):
        yield from _or_so(sentence, number, verb)


def _by_noun(sentence: Sentence, number: int, noun: Token) -> Iterator[Frame]:
    if noun.lemma_.lower() in _ACCOUNTS:
        yield from _apposed(sentence, number, noun)
    if noun.lower_ in _LAST_WORDS:
        yield from _last_word(sentence, number, noun)


def _if_asked(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "He is worth 60 million, if you ask his agent", "There were 60,000, if one goes by the union"."""
    doc = sentence.doc
    link = next((t for t in verb.rights if t.lower_ in {"by", "to"}), None)
    held = next((t for t in verb.rights if t.dep_ == "dobj"), None) if link is None else held_by(link)
    source = None if held is None else party(held, after=verb.i + 1)
    if source is None:
        return
    source = source._replace(last=next((t.i for t in doc[source.first : source.last] if t.text == ","), source.last))
    before = verb.i - 2
    content = (0, before) if any(is_number(t) for t in doc[:before]) else (source.last, len(doc))
    for frame in tally(sentence, number, (verb.i, verb.i + 1), source, content):
        yield frame._replace(stance="doubted" if verb.lemma_ in {"believe", "trust"} else "asserted")


def _after(sentence: Sentence, number: int, be: Token) -> Iterator[Frame]:
    """Such as "The union is after 9 percent": what a subject is out for, where it is no time."""
    who = doer(be)
    after = next((t for t in be.rights if t.lower_ == "after" and t.dep_ == "prep"), None)
    held = None if after is None else held_by(after)
    if who is None or held is None or after is None or not speaks(who) or held.ent_type_ in {"DATE", "TIME"}:
        return
    for frame in tally(sentence, number, cue_run(be), party(who, before=be.i), (after.i + 1, after.right_edge.i + 1)):
        yield frame._replace(force="pledges")


def _gone_on(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "Of the schools, 230 had served no meal, the report goes on"."""
    doc = sentence.doc
    who = doer(verb)
    end = verb.i + 2
    if who is None or end > len(doc) or doc[verb.i + 1].lower_ != "on" or not speaks(who):
        return
    first = who.left_edge.i
    if (end == len(doc) or doc[end].text in {".", ",", ";"}) and first > 1 and doc[first - 1].text in {",", "”"}:
        source = party(who, before=verb.i)
        yield from tally(sentence, number, (verb.i, end), source, (0, first - 1))
        last = next((t.i for t in doc[end:] if t.text == ";"), len(doc))
        if any(is_number(t) for t in doc[end:last]):  # "Of the 900 beds, she went on, 700 are taken"
            yield from tally(sentence, number, (verb.i, end), source, (end, last))


def _all_said(sentence: Sentence, number: int, be: Token) -> Iterator[Frame]:
    """Such as "More than 40, is all the police will say", "What the firm puts on the table is nine"."""
    doc = sentence.doc
    if be.i + 1 < len(doc) and doc[be.i + 1].lower_ in _ALL and any(is_number(t) for t in doc[: be.i]):
        told = _telling(doc, be.i + 2, min(len(doc), be.i + 2 + _REACH))
        if told is not None:
            yield from tally(sentence, number, *told, (0, be.i))
        return
    clause = next((t for t in be.lefts if t.dep_ in {"csubj", "nsubj"}), None)
    what = None if clause is None else doc[clause.left_edge.i]
    if what is None or what.lower_ not in _ALL or not any(is_number(t) for t in doc[be.i + 1 : be.right_edge.i + 1]):
        return
    told = _telling(doc, what.i + 1, be.i)
    if told is not None:
        verb = doc[told[0][1] - 1].lemma_.lower()
        cue = VERBS.get(verb)
        held = next((t for t in be.rights if t.dep_ in {"attr", "acomp"}), None)
        last = (held or be).right_edge.i + 1
        for frame in tally(sentence, number, *told, (be.i + 1, last)):
            pledged = verb in _PUTS or (cue is not None and cue.force == "pledges")
            yield frame._replace(force="pledges" if pledged else "says")


def _or_so(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The strike costs 2 million a day, or so the chamber has worked out"."""
    doc = sentence.doc
    first = next(t.i for t in verb.lefts if t.lower_ == "so")
    who = doer(verb)
    if doc[first - 1].lower_ == "or" and who is not None and speaks(who):
        run = cue_run(verb)
        yield from tally(sentence, number, run, party(who, before=run[0], after=first + 1), (0, first - 1))


def _telling(doc: Doc, first: int, last: int) -> tuple[Stretch, Party] | None:
    """The cue and speaker of "the police will say", "the firm puts on the table" between two tokens."""
    for verb in doc[first:last]:
        who = next((t for t in verb.lefts if t.dep_ == "nsubj" and t.i >= first), None)
        if verb.tag_[:2] != "VB" or who is None or not speaks(who):
            continue
        cue = VERBS.get(verb.lemma_.lower())
        offered = verb.lemma_.lower() in _PUTS and any(t.lower_ in _OFFERED for t in doc[verb.i + 1 : verb.i + 4])
        tells = verb.lemma_.lower() not in _PUTS and cue is not None and cue.force in {"says", "pledges"}
        if offered or tells:
            run = cue_run(verb)
            source = party(who, before=run[0], after=first)
            return None if source is None else (run, source)
    return None


def _apposed(sentence: Sentence, number: int, noun: Token) -> Iterator[Frame]:
    """Such as "9,000 dead – that is the army's estimate", "40, the ministry's count, …"."""
    doc = sentence.doc
    first = noun.left_edge.i
    source = owner_of(noun)
    last = noun.i + 1 if source is None else max(source.last, noun.i + 1)
    if source is None or any(is_number(t) for t in doc[noun.left_edge.i : last]):
        return
    be = noun.head if noun.dep_ == "attr" and noun.head.lemma_ == "be" else None
    if be is not None:
        who = doer(be)
        if who is None or who.lower_ not in {"that", "this", "which", "such", "it"}:
            return
        first = who.i
    mark = doc[first - 1].text if first else ""
    if mark not in {",", "–", "—", "-", "("} or first < 2:  # noqa: PLR2004
        return
    closed = last >= len(doc) or doc[last].text in {",", "–", "—", "-", ")", ".", ";"}
    left = next((t.i + 1 for t in reversed(doc[: first - 1]) if t.text in {";", ":"}), 0)
    near = any(is_number(t) for t in doc[left if be is not None else max(left, first - _REACH) : first - 1])
    beside = noun.dep_ in {"appos", "nsubj", "npadvmod"} or mark == "("
    if closed and near and (be is not None or beside):
        yield from tally(sentence, number, (noun.i, noun.i + 1), source, (left, first - 1))


def _last_word(sentence: Sentence, number: int, noun: Token) -> Iterator[Frame]:
    """Such as "the firm's last word is 4", "the mediator, whose own suggestion, 5.5 percent, …"."""
    doc = sentence.doc
    owner = next((t for t in noun.lefts if t.dep_ == "poss"), None)
    if owner is not None and owner.tag_ == "WP$":
        above = next((t for t in (noun.head, noun.head.head) if t.i < owner.i and speaks(t)), None)
        source = None if above is None else Party(above.left_edge.i, above.i + 1, above.i)
    else:
        source = owner_of(noun) if owner is not None else None
    end = noun.i + 1
    if source is None or end >= len(doc):
        return
    be = noun.head if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" else None
    if be is not None:
        content = be.i + 1, be.right_edge.i + 1
    elif doc[end].text == ",":
        content = end + 1, next((t.i for t in doc[end + 1 :] if t.text in {",", ";", "."}), len(doc))
    else:
        return
    if any(is_number(t) for t in doc[content[0] : content[1]]):
        for frame in tally(sentence, number, (noun.i, noun.i + 1), source, content):
            yield frame._replace(force="pledges")


def _did(sentence: Sentence, number: int, colon: Token) -> Iterator[Frame]:
    """Such as "The firm did not say how many would go. The union did: 320, a third of the crews"."""
    if colon.i < 2 or colon.nbor(-1).lower_ not in {"did", "does", "do"}:  # noqa: PLR2004
        return
    who = next((t for t in colon.nbor(-1).lefts if t.dep_ == "nsubj"), None)
    if who is not None and speaks(who):
        source = party(who, before=colon.i - 1)
        yield from tally(sentence, number, (colon.i - 1, colon.i), source, (colon.i + 1, len(sentence.doc)))


def _bracketed(sentence: Sentence, number: int, bracket: Token) -> Iterator[Frame]:
    """Such as "31 (police) or 45 (organisers)": a number with its source in brackets behind it."""
    doc = sentence.doc
    end = next((t.i for t in doc[bracket.i + 1 : bracket.i + 2 + _PHRASE] if t.text == ")"), None)
    if end is None or bracket.i < 1 or end <= bracket.i + 1:
        return
    words = doc[bracket.i + 1 : end]
    first = bracket.i + 1
    if words[0].lower_ in {"source", "sources"} and len(words) > 2 and words[1].text == ":":  # noqa: PLR2004
        first += 2
    named = any({t.lower_, t.lemma_.lower()} & (BODIES | UNNAMED) or t.ent_type_ == "ORG" for t in doc[first:end])
    number_before = doc[bracket.i - 1].tag_ == "CD" or first > bracket.i + 1
    if not named or not number_before or any(is_number(t) or t.tag_[:2] == "VB" for t in words):
        return
    left = bracket.i
    while (
        left > 0 and doc[left - 1].text not in {",", ";", ":", "(", ")"} and doc[left - 1].lower_ not in {"or", "and"}
    ):
        left -= 1
    source = Party(*trimmed(doc, first, end), end - 1)
    yield from tally(sentence, number, (bracket.i, bracket.i + 1), source, (left, bracket.i))


def _owned(sentence: Sentence, number: int, figure: Token) -> Iterator[Frame]:
    """Such as "The 2,100 of his union": a bare number with its owner behind it."""
    doc = sentence.doc
    if figure.i < 1 or figure.i + 2 >= len(doc) or doc[figure.i - 1].lower_ not in {"the", "those"}:
        return
    of = doc[figure.i + 1]
    held = held_by(of) if of.lower_ == "of" else None
    if held is None or held.pos_ == "PRON" or not speaks(held) or held.tag_ in {"NNS", "CD"}:
        return
    if held.pos_ == "PROPN" and held.ent_type_ not in {"ORG", "PERSON"} and held.lower_ not in BODIES:
        return
    yield from tally(sentence, number, (of.i, of.i + 1), party(held, after=of.i + 1), (figure.i, figure.i + 1))


def _asked(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "Ask the satellite and it is 31,200"."""
    doc = sentence.doc
    held = next((t for t in verb.rights if t.dep_ in {"dobj", "nsubj"}), None)
    joint = next((t.i for t in doc[1:_REACH] if t.lower_ in {"and", ","}), None)
    if held is not None and joint is not None and held.i < joint:
        end = next((t.i for t in doc[joint + 1 :] if t.text == ","), len(doc))
        yield from tally(sentence, number, (0, 1), Party(1, joint, held.i), (joint + 1, end))
