"""In: a sentence and the one before. Out: whose a number is by his own doing: "went from 4 to 5", "treated 40"."""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.finding.chain_words import PERSON_ROLES, UNNAMED
from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Frame, Party, cue_run, doer, party, trimmed
from twosource.finding.statement_speakers import speaks
from twosource.finding.statement_tallies import is_number, numbered, tally
from twosource.text.listing import listed

#: Who treats the hurt has counted them, as those who kill, arrest or move people have not for a reader.
_HEALERS = listed(
    "ambulance hospital clinic doctor medic nurse surgeon paramedic physician cross crescent midwife ward dispensary"
)
_HEALS = listed("treat tend admit operate stitch bandage discharge take")
_HURT = listed(
    "people person patient casualty wounded injured man woman child protester case worker resident soldier civilian"
    " victim student marcher passenger demonstrator"
)
_MOVES = listed("go move climb shift come")
_ASKED = listed("demand offer raise bid proposal claim want propose ask seek counter-offer wage pay settlement talks")
_STICKS = listed("abides sticks clings adheres holds stands insists")
_BY = frozenset({"by", "to", "with", "on"})
_OWN = frozenset({"its", "their", "his", "her"})
_NEAR = 4
_FAR = 12
#: Papers and instruments, which can only tell what they have, whatever the verb.
_PAPERS = listed(
    "list register registry log logbook notebook diary ledger roll petition report survey study audit inquiry bulletin"
    " roster manifest gauge sensor seismograph dashboard database summary protocol indictment investigation probe"
    " review memo filing census inventory document record letter leaflet statement communique"
)
_TELLS = listed(
    "turn uncover unearth find bring run come top peak reach expose reveal identify mention describe note set speak"
    " write talk list stop point cite name detail pick catch feel sense"
)
#: What a paper has of itself, and what it is made of.
_OF_ITS_OWN = listed(
    "page chapter word author copy volume signature conclusion recommendation month day week hour minute section"
    " paragraph annex line question person-hour"
)
_RIGHT = listed("right correct accurate true reliable believed trusted anything guide")


def stand_frames(before: Sentence, sentence: Sentence, number: int, closed: bytearray) -> Iterator[Frame]:
    """The sources of numbers told by what one does; `closed` marks the code points that are quotation.

    `before` is the sentence before, or the same one where none is.
    """
    for token in sentence.doc:
        if closed[token.idx]:
            continue
        if token.tag_[:2] == "VB":
            yield from _by_verb(before, sentence, number, token)
        elif token.lower_ == "if" or (token.lower_ == "should" and token.i == 0):
            yield from _if_right(sentence, number, token)
        elif token.lower_ in _STICKS and token.tag_ in {"NNS", "NNP", "NNPS"}:
            yield from _stuck(sentence, number, token)


def _by_verb(before: Sentence, sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    lemma = verb.lemma_.lower()
    if lemma in _HEALS and verb.tag_ in {"VBD", "VBN"}:
        yield from _healed(sentence, number, verb)
    if lemma in _PERCEIVES:
        yield from _witnessed(sentence, number, verb)
    if lemma in _MOVES and verb.tag_ in {"VBD", "VBN", "VBZ"}:
        yield from _bid(before, sentence, number, verb)
    if lemma in _STOOD and verb.tag_ in {"VBD", "VBZ", "VBP"}:
        yield from _stood(before, sentence, number, verb)
    if lemma in _TELLS:
        yield from _in_paper(sentence, number, verb)
    if lemma in _LODGES:
        yield from _claimed(sentence, number, verb)
    if lemma == "put":
        yield from _put(sentence, number, verb)


_STOOD = frozenset({"be", "stand", "remain"})


def _healed(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The ambulance service treated 48 people"."""
    who = doer(verb)
    held = next((t for t in verb.rights if t.dep_ in {"dobj", "prep"} and numbered(t)), None)
    if who is None or held is None or any(t.dep_ in {"auxpass", "neg"} for t in verb.lefts):
        return
    if verb.lemma_.lower() == "take" and not any(t.lower_ == "in" for t in sentence.doc[verb.i + 1 : verb.i + 2]):
        return
    houses = who.tag_ == "NNS" and who.lemma_.lower() in {"hospital", "clinic", "ward"}  # no one of them counts for all
    healer = not houses and {t.lemma_.lower() for t in (who, *who.lefts)} & _HEALERS
    noun = next((t for t in held.subtree if t.dep_ == "pobj"), held) if held.dep_ == "prep" else held
    hurt = {noun.lemma_.lower(), noun.lower_} & _HURT or noun.tag_ == "CD"
    if healer and hurt:
        source = party(who, before=cue_run(verb)[0])
        yield from tally(sentence, number, cue_run(verb), source, (verb.i + 1, held.right_edge.i + 1))


def _witnessed(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "Ann Lee, whose stall is near the spot, heard two", "A fisherman saw four people in the water"."""
    who = doer(verb)
    held = next((t for t in verb.rights if t.dep_ in {"dobj", "nsubj", "ccomp"} and numbered(t)), None)
    if who is None or held is None or held.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"}:
        return
    words = {who.lower_, who.lemma_.lower()}
    person = who.ent_type_ == "PERSON" or (who.tag_ == "NN" and bool(words & (PERSON_ROLES | UNNAMED)))
    if verb.lemma_.lower() in {"see", "watch"}:  # whoever sees prices fall, or a match, is no witness
        introduced = any(t.lower_ in {"a", "an", "one"} for t in who.lefts)
        person = person and (introduced or any(t.dep_ in {"appos", "relcl"} for t in who.rights))
    if person and not any(t.dep_ in {"neg", "auxpass"} for t in verb.lefts) and held.head == verb:
        source = party(who, before=cue_run(verb)[0])
        yield from tally(sentence, number, cue_run(verb), source, (verb.i + 1, held.right_edge.i + 1))


_PERCEIVES = listed("hear see watch spot notice glimpse witness observe")


def _bid(before: Sentence, sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The federation demands 18 percent. The firm went from 6 percent to 8": so much it offers."""
    who = doer(verb)
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


def _stood(before: Sentence, sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "Talks broke up. The firm stood at 4 percent, the union was down to 9": so much each offers or wants."""
    who = doer(verb)
    words = {t.lemma_.lower() for t in (*before.doc, *sentence.doc[: verb.i])}
    if who is None or who.pos_ == "PRON" or not speaks(who) or not words & (_ASKED - {"pay", "claim", "wage"}):
        return
    link = next((t for t in verb.subtree if t.i > verb.i and t.lower_ in {"at", "to"} and t.dep_ == "prep"), None)
    amount = link is not None and link.i <= verb.i + 2 and numbered(link)
    if link is not None and amount and not any(t.ent_type_ in {"DATE", "TIME"} for t in link.subtree):
        run = cue_run(verb)
        for frame in tally(sentence, number, run, party(who, before=run[0]), (link.i, link.right_edge.i + 1)):
            yield frame._replace(force="pledges")


def _in_paper(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The bulletin brings the number to 4,310", "An audit turned up 340 ghost workers"."""
    who = doer(verb)
    if who is None or not {who.lower_, who.lemma_.lower()} & _PAPERS:
        return
    held = next((t for t in verb.subtree if t.i > verb.i and is_number(t)), None)
    if held is None or held.ent_type_ in {"DATE", "TIME"} or held.i - verb.i > _FAR:
        return
    above = held.head if held.dep_ in {"nummod", "compound", "quantmod"} else held
    if above.lemma_.lower() not in _OF_ITS_OWN and not any(t.text in {",", ";"} for t in sentence.doc[verb.i : held.i]):
        source = party(who, before=cue_run(verb)[0])
        yield from tally(sentence, number, cue_run(verb), source, (verb.i + 1, verb.right_edge.i + 1))


def _put(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The opposition puts it closer to 400"."""
    who = doer(verb)
    held = next((t for t in verb.rights if t.dep_ in {"dobj", "nsubj"}), None)
    if held is not None and who is not None and speaks(who) and numbered(held) and held.i > verb.i:
        last = min(len(sentence.doc), verb.right_edge.i + 1)
        if any(t.lower_ == "table" for t in sentence.doc[held.i : held.right_edge.i + 1 + _NEAR]):
            run = cue_run(verb)
            for frame in tally(sentence, number, run, party(who, before=run[0]), (verb.i + 1, last)):
                yield frame._replace(force="pledges")
        return
    if who is None or held is None or not speaks(who):
        return
    if held.lower_ not in {"it", "that", "this", "them"} and held.lemma_.lower() not in _COUNTED:
        return
    if any(is_number(t) for t in sentence.doc[held.i + 1 : held.i + 2 + _NEAR]):
        yield from tally(
            sentence, number, cue_run(verb), party(who, before=cue_run(verb)[0]), (held.i + 1, verb.right_edge.i + 1)
        )


def _claimed(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The lawyer has sent a bill for 90 million", "The families lodged a claim for $4 million"."""
    who = doer(verb)
    held = next((t for t in verb.rights if t.dep_ == "dobj" and t.lemma_.lower() in _CLAIMS), None)
    if who is None or held is None or not speaks(who) or any(t.dep_ == "neg" for t in verb.lefts):
        return
    link = next((t for t in (*held.rights, *verb.rights) if t.lower_ in {"for", "of"} and numbered(t)), None)
    if link is not None and link.i > held.i:
        run = cue_run(verb)
        for frame in tally(sentence, number, run, party(who, before=run[0]), (link.i, link.right_edge.i + 1)):
            yield frame._replace(force="pledges")


_COUNTED = listed("figure number toll cost loss damage bill total turnout share death tally size")
_CLAIMS = listed("bill invoice claim suit lawsuit demand offer bid request application motion petition proposal")
_LODGES = listed("send file lodge submit present table bring make put enter launch prepare issue")


def _if_right(sentence: Sentence, number: int, word: Token) -> Iterator[Frame]:
    """Such as "If the union is right, 400 jobs will go", "Should the forecasters be right, 40 will fall"."""
    doc = sentence.doc
    right = next((t for t in doc[word.i + 2 : word.i + _FAR] if t.lower_ in _RIGHT), None)
    be = None if right is None else right.nbor(-1 if right.nbor(-1).lower_ != "any" else -2)
    if right is None or be is None or be.lemma_ not in {"be", "prove", "turn"}:
        return
    first, last = trimmed(doc, word.i + 1, be.i)
    words = doc[first:last]
    owner = next((t for t in words if t.tag_ == "POS"), None)
    last = last if owner is None else owner.i
    head = next((t for t in reversed(doc[first:last]) if t.tag_[:2] in {"NN", "PR"}), None)
    if head is None or not speaks(head) or any(t.tag_[:2] == "VB" for t in words):
        return
    end = next((t.i for t in doc[right.i + 1 : right.i + 1 + _NEAR] if t.text == ","), right.i + 1)
    fronted = end < len(doc) and doc[end].text == ","
    content = (end + 1, len(doc)) if fronted else (0, word.i)
    if content[0] < content[1] and any(is_number(t) for t in doc[content[0] : content[1]]):
        yield from tally(sentence, number, (word.i, word.i + 1), Party(first, last, head.i), content)


def _stuck(sentence: Sentence, number: int, word: Token) -> Iterator[Frame]:
    """Such as "The gendarmerie abides by its 42,000", "The board sticks to 34", where the verb was read as a noun."""
    doc = sentence.doc
    behind = doc[word.i + 1 : word.i + 1 + _NEAR]
    own = len(behind) > 1 and behind[0].lower_ in _BY and (behind[1].lower_ in _OWN or is_number(behind[1]))
    first = next((t.i + 1 for t in reversed(doc[: word.i]) if t.text in {",", ";", ":"}), 0)
    run = trimmed(doc, first, word.i)
    if (
        own
        and run[0] < run[1]
        and any(is_number(t) for t in behind)
        and (behind[1].lower_ in _OWN or any(map(speaks, doc[slice(*run)])))
        and not any(t.tag_[:2] == "VB" for t in doc[slice(*run)])
    ):
        yield from tally(
            sentence, number, (word.i, word.i + 1), Party(*run, run[1] - 1), (behind[1].i, word.i + 1 + len(behind))
        )
