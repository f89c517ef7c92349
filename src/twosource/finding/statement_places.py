"""In: one parsed sentence. Out: whose a number is by where it stands: "in the register …", "to her it is 11"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from twosource.finding.chain_words import BODIES, DOCUMENTS, UNNAMED
from twosource.finding.cues import COUNTING_NOUNS, VERBS
from twosource.finding.parse import Sentence
from twosource.finding.statement_counts import speaks
from twosource.finding.statement_frames import Frame, Party, Stretch, cue_run, party, subject, trimmed
from twosource.finding.statement_nouns import owner_of
from twosource.finding.statement_tallies import is_number, numbered, tally
from twosource.text.listing import listed

_POLLED = listed("poll survey ask question interview ring call phone canvass sample quiz consult approach")
_RESPONDING = listed(
    "people voter respondent adult person resident those worker member reader household citizen viewer woman man parent"
    " teacher doctor student employee firm company manager pupil driver consumer inhabitant"
)
_DECIDES = listed("decide resolve rule agree vote determine decree")
_STANDS = listed("be stand read appear come run amount total number have figure add work put give speak count show")
_MEASURES = COUNTING_NOUNS | listed("number sum answer cost bill loss price share rate dead")
_COUNTLESS = frozenset({"it", "they", "these", "those", "that", "this", "there", "he", "she"})
_RECORDS = DOCUMENTS | listed("books telling version account eyes world view prospectus ledgers")
_GROWS = listed("grow rise climb swell run stand reach come get fall drop shrink go be amount")
_PUTS = listed("put lay")
_OFFERED = listed("table forward up")
_BRINGS = listed("bring raise lift take push drive carry send reduce cut lower")
_ASKS = listed("ask consult")
_ALL = frozenset({"all", "what", "how", "everything"})
_REACH = 12
_PHRASE = 5
_NEAR = 3
_LAST = frozenset({".", ";", "!", "?", "”", '"'})


def place_frames(sentence: Sentence, number: int, closed: bytearray) -> Iterator[Frame]:
    """The sources of numbers told by phrases; `closed` marks the code points that are quotation."""
    doc = sentence.doc
    if not any(is_number(token) for token in doc):
        return
    for token in doc:
        if closed[token.idx]:
            continue
        if token.dep_ == "prep":
            yield from _fronted(sentence, number, token)
        if token.tag_[:2] == "VB":
            yield from _by_verb(sentence, number, token)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in COUNTING_NOUNS | {"estimation", "assessment"}:
            yield from _apposed(sentence, number, token)
        elif token.text == "(":
            yield from _bracketed(sentence, number, token)
        elif token.tag_ == "CD":
            yield from _owned(sentence, number, token)


def _by_verb(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    lemma = verb.lemma_.lower()
    if lemma in _POLLED:
        yield from _polled(sentence, number, verb)
    if lemma in _DECIDES:
        yield from _decided(sentence, number, verb)
    if lemma in _GROWS:
        yield from _grown(sentence, number, verb)
    if lemma in _BRINGS:
        yield from _brought(sentence, number, verb)
    if lemma in _ASKS and verb.i == 0 and verb.tag_ == "VB":
        yield from _asked(sentence, number, verb)
    if lemma == "be":
        yield from _all_said(sentence, number, verb)
    if verb.i > _NEAR and any(t.lower_ == "so" for t in verb.lefts):
        yield from _or_so(sentence, number, verb)


def _pobj(preposition: Token) -> Token | None:
    return next((t for t in preposition.children if t.dep_ == "pobj"), None)


def _fronted(sentence: Sentence, number: int, preposition: Token) -> Iterator[Frame]:
    """Such as "In the register they stand at 870,000", "To her it is eleven"."""
    verb, held = preposition.head, _pobj(preposition)
    if held is None or verb.pos_ not in {"VERB", "AUX"} or held.i > verb.i:
        return
    before = sentence.doc[preposition.left_edge.i - 1].text if preposition.left_edge.i else ";"
    if before not in {";", ":", ",", "–", "—", "and", "but", "“"} and before.lower() not in {"and", "but"}:
        return
    word, lemma = preposition.lower_, verb.lemma_.lower()
    who = next((t for t in verb.lefts if t.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    if who is None or who.i < preposition.i:
        return
    thing = who.lower_ in _COUNTLESS - {"he", "she"} or who.lemma_.lower() in _MEASURES or numbered(who)
    written = word == "in" and {held.lower_, held.lemma_.lower()} & _RECORDS and not held.like_num
    mind = word in {"to", "for"} and speaks(held) and lemma == "be" and held.lower_ not in {"it", "that", "this"}
    if not thing or not ((written and (lemma in _STANDS or verb.tag_ == "VBN")) or mind):
        return
    source = party(held, after=preposition.i + 1)
    content = max(held.right_edge.i + 1, preposition.right_edge.i + 1), verb.right_edge.i + 1
    if any(is_number(t) for t in sentence.doc[content[0] : content[1]]):
        yield from tally(sentence, number, (preposition.i, preposition.i + 1), source, content)


def _polled(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "answer 58 percent of the people whom the institute rang up": who asked is the source of shares."""
    before = sentence.doc[max(0, verb.left_edge.i - _REACH) : verb.left_edge.i]
    if verb.dep_ not in {"relcl", "acl"} or not any(t.lemma_.lower() in _RESPONDING for t in before):
        return
    who = subject(verb)
    if who is None or not speaks(who) or who == verb.head or who.lower_ in {"who", "that", "whom"}:
        return
    run = cue_run(verb)
    source = party(who, before=run[0] if who.i < run[0] else None, after=run[1] if who.i > verb.i else None)
    first = next((t.i + 1 for t in reversed(sentence.doc[: verb.i]) if t.text in {";", ":"}), 0)
    yield from tally(sentence, number, run, source, (first, verb.left_edge.i))
    if source is not None and sentence.doc[first].lower_ in {"of", "among"}:
        yield from tally(sentence, number, run, source, (max(source.last, run[1]), len(sentence.doc)))


def _decided(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "Each family is to receive $15,000, the Board decided": what is to be has who decides it for source."""
    who = subject(verb)
    clause = next((t for t in verb.children if t.dep_ == "ccomp" and numbered(t)), None)
    if who is None or clause is None or not speaks(who):
        return
    run = cue_run(verb)
    source = party(who, before=run[0] if who.i < run[0] else None, after=run[1] if who.i > verb.i else None)
    yield from tally(sentence, number, run, source, (clause.left_edge.i, clause.right_edge.i + 1))


def _grown(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "reads out her list; by last night it had grown to 31": the number of a list is its owner's."""
    who = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    if who is None or who.lower_ not in {"it", "which", "that"}:
        return
    behind = any(is_number(t) for t in sentence.doc[verb.i + 1 : verb.right_edge.i + 1])
    for token in reversed(sentence.doc[max(0, who.i - 3 * _REACH) : who.i]):
        if token.pos_ == "NOUN" and token.lemma_.lower() in COUNTING_NOUNS and token.dep_ in {"dobj", "nsubj", "pobj"}:
            source = owner_of(token)
            if source is not None and behind:
                yield from tally(sentence, number, cue_run(verb), source, (verb.i + 1, verb.right_edge.i + 1))
            return


def _brought(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "had brought the police toll to ten": a count has its owner for source, whatever changes it."""
    held = next((t for t in verb.rights if t.dep_ == "dobj" and t.lemma_.lower() in COUNTING_NOUNS), None)
    if held is None or not any(t.dep_ == "prep" and numbered(t) for t in (*verb.rights, *held.rights)):
        return
    source = owner_of(held) or _body_before(held)
    if source is not None:
        last = max(t.right_edge.i for t in verb.rights) + 1
        yield from tally(sentence, number, (held.i, held.i + 1), source, (held.i + 1, last))


def _body_before(noun: Token) -> Party | None:
    """The body whose count is named by a word before it: "the police toll", "UN figures"."""
    for token in noun.lefts:
        if token.dep_ in {"compound", "nmod"} and (token.lower_ in BODIES or token.ent_type_ == "ORG"):
            return Party(token.left_edge.i, token.i + 1, token.i)
    return None


def _asked(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "Ask the satellite and it is 31,200"."""
    doc = sentence.doc
    held = next((t for t in verb.rights if t.dep_ in {"dobj", "nsubj"}), None)
    joint = next((t.i for t in doc[1:_REACH] if t.lower_ in {"and", ","}), None)
    if held is not None and joint is not None and held.i < joint:
        end = next((t.i for t in doc[joint + 1 :] if t.text == ","), len(doc))
        yield from tally(sentence, number, (0, 1), Party(1, joint, held.i), (joint + 1, end))


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
        for frame in tally(sentence, number, *told, (be.i + 1, be.right_edge.i + 1)):
            pledged = verb in _PUTS or (cue is not None and cue.force == "pledges")
            yield frame._replace(force="pledges" if pledged else "says")


def _or_so(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The strike costs 2 million a day, or so the chamber has worked out"."""
    doc = sentence.doc
    first = next(t.i for t in verb.lefts if t.lower_ == "so")
    who = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
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
        if offered or (cue is not None and cue.force in {"says", "pledges"}):
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
        who = next((t for t in be.lefts if t.dep_ == "nsubj"), None)
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
    held = _pobj(of) if of.lower_ == "of" else None
    if held is None or held.pos_ == "PRON" or not speaks(held) or held.tag_ in {"NNS", "CD"}:
        return
    if held.pos_ == "PROPN" and held.ent_type_ not in {"ORG", "PERSON"} and held.lower_ not in BODIES:
        return
    yield from tally(sentence, number, (of.i, of.i + 1), party(held, after=of.i + 1), (figure.i, figure.i + 1))
