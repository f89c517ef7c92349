"""In: one parsed sentence. Out: whose a number is by what someone does with one: "sees sales of $1 billion"."""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.finding.chain_words import BUSINESSES, DOCUMENTS, INSTRUMENTS, STRUCTURES
from twosource.finding.cues import COUNTING_NOUNS
from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Frame, Party, cue_run, doer, held_by, party, subject
from twosource.finding.statement_speakers import speaks
from twosource.finding.statement_tallies import is_number, numbered, tally
from twosource.text.listing import listed

_GIVING = listed("give use cite put name publish report have offer quote mention hold keep prefer favour favor work")
_SEEING = listed("see foresee model pencil target")
_ANALYSTS = listed("analyst economist forecaster broker strategist modeller trader")
_FINES = listed("fine penalty reprimand ban sanction bounty reward")
_IMPOSING = listed("close end conclude punish hit slap impose issue levy hand answer respond follow order")
_REVISING = listed("revise correct lower raise cut amend update adjust halve double change")
_ONCE = frozenset({"after", "when", "as", "because", "since", "once"})
_COURTS = listed("jury judge court tribunal arbitrator panel magistrate ombudsman arbitration")
_RULES = listed("award give grant order set cut reduce raise lower double halve fix impose allow")
_MONEY = frozenset({"$", "€", "£", "¥", "million", "billion", "euros", "pounds", "dollars", "francs"})
_NEAR = 4


def sequel_frames(sentence: Sentence, number: int, closed: bytearray) -> Iterator[Frame]:
    """The sources of numbers by deeds done with them; `closed` marks the code points that are quotation."""
    for token in sentence.doc:
        if closed[token.idx]:
            continue
        if token.tag_[:2] == "VB":
            yield from _by_verb(sentence, number, token)
        elif token.pos_ == "NOUN":
            yield from _by_noun(sentence, number, token)
        elif token.text == "," and token.i > 0:
            yield from _told_beside(sentence, number, token)
        if token.lower_ == "according":
            yield from _listed_behind(sentence, number, token)


def _by_verb(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    lemma = verb.lemma_.lower()
    if lemma in _SEEING:
        yield from _foreseen(sentence, number, verb)
    if lemma in _REVISING:
        yield from _revised(sentence, number, verb)
    if lemma in _RULES:
        yield from _ruled(sentence, number, verb)
    if verb.lower_ == "going" and verb.i + 1 < len(sentence.doc) and verb.nbor(1).lower_ == "by":
        yield from _going_by(sentence, number, verb)


def _by_noun(sentence: Sentence, number: int, noun: Token) -> Iterator[Frame]:
    lemma = noun.lemma_.lower()
    if lemma in COUNTING_NOUNS and noun.dep_ == "nsubj":
        yield from _given(sentence, number, noun)
    if lemma in _FINES:
        yield from _fined(sentence, number, noun)


def _given(sentence: Sentence, number: int, noun: Token) -> Iterator[Frame]:
    """Such as "the figure the doctor gives to anyone who asks is 255"."""
    told = next((t for t in noun.rights if t.dep_ == "relcl" and t.lemma_.lower() in _GIVING), None)
    be = noun.head
    who = None if told is None else doer(told)
    if told is None or who is None or be.lemma_ != "be" or not speaks(who) or who.tag_ in {"WDT", "WP"}:
        return
    yield from tally(sentence, number, cue_run(told), party(who, before=told.i), (be.i + 1, be.right_edge.i + 1))


def _foreseen(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The bank now sees sales of $0.9 billion, not $1.6 billion": bodies see what is to come."""
    who = subject(verb)
    held = next((t for t in verb.rights if t.dep_ == "dobj" and numbered(t)), None)
    if who is None or held is None or held.ent_type_ == "DATE" or who.i > verb.i:
        return
    words = {who.lower_, who.lemma_.lower(), *(t.lower_ for t in who.lefts)}
    body = bool(words & (STRUCTURES | BUSINESSES | _ANALYSTS)) or (who.pos_ == "PROPN" and who.ent_type_ == "ORG")
    amount = any(t.text in {"$", "€", "£", "%"} or t.lower_ in {"percent", "million", "billion"} for t in held.subtree)
    if body and amount:
        doc, last = sentence.doc, held.right_edge.i + 1
        if last + 1 < len(doc) and doc[last].text == "," and doc[last + 1].lower_ in {"not", "against", "up", "down"}:
            last = next((t.i for t in doc[last + 1 :] if t.text in {",", ";", "."} and t.i > last + 1), len(doc))
        run = cue_run(verb)
        yield from tally(sentence, number, run, party(who, before=run[0]), (run[1], last))


def _revised(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The number was lowered to 4, not 14, after the coast guard revised its count"."""
    once = any(t.lower_ in _ONCE and t.dep_ in {"mark", "advmod", "prep"} for t in verb.lefts)
    held = next((t for t in verb.rights if t.dep_ == "dobj" and t.lemma_.lower() in COUNTING_NOUNS), None)
    who = doer(verb)
    if not once or held is None or who is None or not speaks(who) or numbered(verb):
        return
    own = any(t.tag_ == "PRP$" for t in held.lefts)
    if own and verb.dep_ == "advcl" and verb.left_edge.i > 1:
        first = next((t.i + 1 for t in reversed(sentence.doc[: verb.left_edge.i]) if t.text == ";"), 0)
        yield from tally(sentence, number, cue_run(verb), party(who, before=verb.i), (first, verb.left_edge.i))


def _fined(sentence: Sentence, number: int, noun: Token) -> Iterator[Frame]:
    """Such as "The institute closed its inquiry with a fine of 4 million francs"."""
    of = next((t for t in noun.rights if t.lower_ == "of" and numbered(t)), None)
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    who = subject(verb) if verb.tag_[:2] == "VB" and verb.lemma_.lower() in _IMPOSING else None
    if of is None or who is None or not speaks(who) or any(t.dep_ == "nsubjpass" for t in verb.lefts):
        return
    run = cue_run(verb)
    source = party(who, before=run[0] if who.i < run[0] else None, after=run[1] if who.i > verb.i else None)
    for frame in tally(sentence, number, run, source, (of.i + 1, of.right_edge.i + 1)):
        yield frame._replace(force="pledges")


def _ruled(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The jury had given him $85 million", "A judge cut to $12 million the damages": courts set amounts."""
    who = subject(verb)
    if who is None or not {who.lower_, who.lemma_.lower()} & _COURTS or who.i > verb.i or who.like_num:
        return
    held = [t for t in verb.rights if t.dep_ in {"dobj", "prep", "dative", "npadvmod"} and numbered(t)]
    held = [t for t in held if any(b.text in _MONEY or b.lower_ in _MONEY for b in t.subtree)]
    if held:
        run = cue_run(verb)
        content = run[1], max(t.right_edge.i for t in held) + 1
        for frame in tally(sentence, number, run, party(who, before=run[0]), content):
            yield frame._replace(force="pledges")


def _going_by(sentence: Sentence, number: int, going: Token) -> Iterator[Frame]:
    """Such as "12,000 by the ministry's account and 27,000 going by the firm Countwise"."""
    doc, by = sentence.doc, going.nbor(1)
    held = held_by(by)
    if held is None or going.i < 1 or any(t.dep_ in {"nsubj", "aux"} for t in going.lefts):
        return
    last = next((t.i for t in doc[held.i + 1 :] if t.text in {",", ";", "."} or t.lower_ == "and"), len(doc))
    first = next((t.i + 1 for t in reversed(doc[: going.i - 1]) if t.text in {",", ";"} or t.lower_ == "and"), 0)
    if any(is_number(t) for t in doc[first : going.i]):
        source = Party(by.i + 1, min(last, held.right_edge.i + 1), held.i)
        yield from tally(sentence, number, (going.i, by.i + 1), source, (first, going.i))


def _told_beside(sentence: Sentence, number: int, comma: Token) -> Iterator[Frame]:
    """Such as "The manifest, 132 souls with the crew, is pinned to the door"."""
    doc, noun = sentence.doc, comma.nbor(-1)
    if noun.lower_ not in DOCUMENTS | INSTRUMENTS or noun.pos_ == "VERB" or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return
    end = next((t.i for t in doc[comma.i + 1 :] if t.text in {",", ";", "."}), len(doc))
    if end >= len(doc) or doc[end].text != "," or not any(is_number(t) for t in doc[comma.i + 1 : comma.i + _NEAR]):
        return
    if not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in doc[comma.i + 1 : end]):
        source = Party(noun.left_edge.i, noun.i + 1, noun.i)
        yield from tally(sentence, number, (comma.i, comma.i + 1), source, (comma.i + 1, end))


def _listed_behind(sentence: Sentence, number: int, token: Token) -> Iterator[Frame]:
    """Such as "They get 300, according to the ministry: 200 from the state and 100 from a fund"."""
    doc = sentence.doc
    to = next((t for t in token.rights if t.lower_ == "to"), None)
    held = None if to is None else held_by(to)
    colon = next((t.i for t in doc[token.i :] if t.text == ":"), None)
    if to is None or held is None or colon is None or any(t.text in {",", ";"} for t in doc[token.i : colon]):
        return
    if any(is_number(t) for t in doc[colon + 1 :]) and held.i < colon:
        source = Party(held.left_edge.i, colon, held.i)
        yield from tally(sentence, number, (token.i, to.i + 1), source, (colon + 1, len(doc)))
