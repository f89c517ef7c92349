"""In: one parsed sentence. Out: whose a number is by where it stands: "in the register …", "to her it is 11"."""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.finding.chain_words import BODIES, DOCUMENTS
from twosource.finding.cues import COUNTING_NOUNS
from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Frame, Party, cue_run, doer, held_by, party, subject
from twosource.finding.statement_nouns import owner_of
from twosource.finding.statement_speakers import speaks
from twosource.finding.statement_tallies import is_number, numbered, tally
from twosource.text.listing import listed

_POLLED = listed("poll survey ask question interview ring call phone canvass sample quiz consult approach")
_RESPONDING = listed(
    "people voter respondent adult person resident those worker member reader household citizen viewer woman man parent"
    " teacher doctor student employee firm company manager pupil driver consumer inhabitant"
)
_DECIDES = listed("decide resolve rule agree vote determine decree")
_STANDS = listed(
    "be stand read appear come run amount total number have figure add work put give speak count show become"
)
_MEASURES = COUNTING_NOUNS | listed("number sum answer cost bill loss price share rate dead")
_COUNTLESS = frozenset({"it", "they", "these", "those", "that", "this", "there", "he", "she"})
_MEDIA = listed("television tv radio channel website site page telegram")
_RECORDS = DOCUMENTS | listed(
    "file files archive archives papers book books telling version account eyes world view prospectus ledgers"
)
_GROWS = listed("grow rise climb swell run stand reach come get fall drop shrink go be amount")
_BRINGS = listed("bring raise lift take push drive carry send reduce cut lower")
_REACH = 12


def place_frames(sentence: Sentence, number: int, closed: bytearray) -> Iterator[Frame]:
    """The sources of numbers told by where they stand; `closed` marks the code points that are quotation."""
    for token in sentence.doc:
        if closed[token.idx]:
            continue
        if token.dep_ == "prep":
            yield from _fronted(sentence, number, token)
        if token.tag_[:2] == "VB":
            yield from _by_verb(sentence, number, token)


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


def _fronted(sentence: Sentence, number: int, preposition: Token) -> Iterator[Frame]:
    """Such as "In the register they stand at 870,000", "To her it is eleven"."""
    verb, held = preposition.head, held_by(preposition)
    if held is None or verb.pos_ not in {"VERB", "AUX"} or held.i > verb.i:
        return
    before = sentence.doc[preposition.left_edge.i - 1].text if preposition.left_edge.i else ";"
    if before not in {";", ":", ",", "–", "—", "and", "but", "“"} and before.lower() not in {"and", "but"}:
        return
    word, lemma = preposition.lower_, verb.lemma_.lower()
    who = next((t for t in verb.lefts if t.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    if who is None:  # "In her book for the month stand 402 names"
        who = next((t for t in verb.rights if t.dep_ in {"nsubj", "nsubjpass", "attr", "dobj"} and numbered(t)), None)
    if who is None or who.i < preposition.i:
        return
    thing = who.lower_ in _COUNTLESS - {"he", "she"} or who.lemma_.lower() in _MEASURES or numbered(who)
    aired = word == "on" and bool({held.lower_, held.lemma_.lower()} & _MEDIA)
    written = word == "in" and {held.lower_, held.lemma_.lower()} & _RECORDS and not held.like_num
    mind = (
        word in {"to", "for", "with"} and speaks(held) and lemma == "be" and held.lower_ not in {"it", "that", "this"}
    )
    if not thing or not (((aired or written) and (lemma in _STANDS or verb.tag_ == "VBN")) or mind):
        return
    source = party(held, after=preposition.i + 1)
    content = max(held.right_edge.i + 1, preposition.right_edge.i + 1), verb.right_edge.i + 1
    again = next((t.i for t in sentence.doc[content[0] : content[1]] if t.lower_ == word), content[1])
    content = content[0], again if again > verb.i + 1 and word == "with" else content[1]
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
    who = doer(verb)
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
