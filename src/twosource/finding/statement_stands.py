"""In: a sentence and the one before. Out: whose a number is by his own doing: "went from 4 to 5", "treated 40"."""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Frame, Party, cue_run, party, trimmed
from twosource.finding.statement_speakers import speaks
from twosource.finding.statement_tallies import is_number, numbered, tally
from twosource.text.listing import listed

#: Who treats the hurt has counted them, as those who kill, arrest or move people have not for a reader.
_HEALERS = listed(
    "ambulance hospital clinic doctor medic nurse surgeon paramedic physician cross crescent midwife ward dispensary"
)
_HEALS = listed("treat tend admit operate stitch bandage discharge")
_HURT = listed(
    "people person patient casualty wounded injured man woman child protester case worker resident soldier civilian"
    " victim student marcher passenger demonstrator"
)
_MOVES = listed("go move climb shift come")
_ASKED = listed("demand offer raise bid proposal claim want propose ask seek counter-offer wage pay settlement talks")
_STICKS = listed("abides sticks clings adheres holds stands")
_BY = frozenset({"by", "to", "with"})
_OWN = frozenset({"its", "their", "his", "her"})
_NEAR = 4


def stand_frames(before: Sentence, sentence: Sentence, number: int, closed: bytearray) -> Iterator[Frame]:
    """The sources of numbers told by what one does; `closed` marks the code points that are quotation.

    `before` is the sentence before, or the same one where none is.
    """
    if not any(is_number(token) for token in sentence.doc):
        return
    for token in sentence.doc:
        lemma = token.lemma_.lower()
        if closed[token.idx]:
            continue
        if lemma in _HEALS and token.tag_ in {"VBD", "VBN"}:
            yield from _healed(sentence, number, token)
        if lemma in _MOVES and token.tag_ in {"VBD", "VBN", "VBZ"}:
            yield from _bid(before, sentence, number, token)
        if token.lower_ in _STICKS and token.tag_ in {"NNS", "NNP", "NNPS"}:
            yield from _stuck(sentence, number, token)


def _healed(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The ambulance service treated 48 people"."""
    who = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    held = next((t for t in verb.rights if t.dep_ in {"dobj", "prep"} and numbered(t)), None)
    if who is None or held is None or any(t.dep_ in {"auxpass", "neg"} for t in verb.lefts):
        return
    houses = who.tag_ == "NNS" and who.lemma_.lower() in {"hospital", "clinic", "ward"}  # no one of them counts for all
    healer = not houses and {t.lemma_.lower() for t in (who, *who.lefts)} & _HEALERS
    noun = next((t for t in held.subtree if t.dep_ == "pobj"), held) if held.dep_ == "prep" else held
    hurt = {noun.lemma_.lower(), noun.lower_} & _HURT or noun.tag_ == "CD"
    if healer and hurt:
        source = party(who, before=cue_run(verb)[0])
        yield from tally(sentence, number, cue_run(verb), source, (verb.i + 1, held.right_edge.i + 1))


def _bid(before: Sentence, sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The federation demands 18 percent. The firm went from 6 percent to 8": so much it offers."""
    who = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    start = next((t for t in verb.rights if t.lower_ == "from" and t.dep_ == "prep" and numbered(t)), None)
    goal = next(
        (t for t in verb.subtree if t.lower_ == "to" and t.i > verb.i and t.dep_ == "prep" and numbered(t)), None
    )
    if who is None or start is None or goal is None or not speaks(who) or who.pos_ == "PRON":
        return
    words = [t.lemma_.lower() for doc in (before.doc, sentence.doc[: who.left_edge.i]) for t in doc]
    shares = any(t.lower_ in {"percent", "%", "cent"} or t.tag_ == "$" or t.ent_type_ == "MONEY" for t in start.subtree)
    if shares and _ASKED & set(words):
        last = max(start.right_edge.i, goal.right_edge.i) + 1
        for frame in tally(sentence, number, cue_run(verb), party(who, before=cue_run(verb)[0]), (start.i, last)):
            yield frame._replace(force="pledges")


def _stuck(sentence: Sentence, number: int, word: Token) -> Iterator[Frame]:
    """Such as "The gendarmerie abides by its 42,000" where the verb was read as a noun."""
    doc = sentence.doc
    behind = doc[word.i + 1 : word.i + 1 + _NEAR]
    own = len(behind) > 2 and behind[0].lower_ in _BY and behind[1].lower_ in _OWN  # noqa: PLR2004
    first = next((t.i + 1 for t in reversed(doc[: word.i]) if t.text in {",", ";", ":"}), 0)
    run = trimmed(doc, first, word.i)
    if (
        own
        and run[0] < run[1]
        and any(is_number(t) for t in behind)
        and not any(t.tag_[:2] == "VB" for t in doc[slice(*run)])
    ):
        yield from tally(
            sentence, number, (word.i, word.i + 1), Party(*run, run[1] - 1), (behind[1].i, word.i + 1 + len(behind))
        )
