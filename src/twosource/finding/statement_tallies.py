"""In: one parsed sentence. Out: whose numbers stand in it though nobody says them: "has 31 bodies", "her list: 40"."""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.finding.chain_words import BODIES, DOCUMENTS, INSTRUMENTS, PERSON_ROLES
from twosource.finding.cues import COUNTING_NOUNS, VERBS
from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Frame, Party, chars, cue_run, doer, held_by, party, subject, trimmed
from twosource.finding.statement_nouns import owner_of
from twosource.finding.statement_speakers import speaks
from twosource.text.listing import listed

#: Number words that the model does not tag as numbers.
_FRACTIONS = listed("half third thirds quarter quarters fifth fifths dozen dozens hundreds thousands none nobody twice")
#: Bodies whose business it is to count what befell others.
_KEEPERS = listed(
    "mission monitor monitors observatory agency office commission union federation institute watchdog group ministry"
    " police registry inquiry panel network charity organisation organization union committee association centre center"
    " authority service protection council coalition archive project collective press newspaper tracker"
)
#: Bodies that lose people of their own.
_OWN_LOSSES = listed(
    "army navy guard force forces brigade regiment military company corporation airline bank party club team crew"
    " college school university railway command movement bloc group campaign fund house assembly parliament"
)
#: What becomes of those who are counted, behind a number: "has 212 civilians killed".
_FATES = listed(
    "killed dead injured wounded missing displaced infected hurt homeless arrested detained evacuated drowned"
    " confirmed registered recorded listed documented verified affected stranded trapped captured rescued out striking"
)
_COUNTED = listed("body patient corpse dead name victim case casualty death grave complaint statement testimony")
_KNOWING = listed(
    "word evidence report record knowledge proof confirmation documentation detail news notice testimony complaint"
    " information account statement"
)
_ABOUT = frozenset({"of", "about", "on", "from", "for"})
_LISTS = listed(
    "list lists register registers book books roll rolls files file tally ledger record records map notebook count"
    " database log spreadsheet board whiteboard blackboard sheet wall"
)
_SHOWING = listed("show record register measure read log carry contain list hold bear clock give have put name count")
#: What a paper has of its own, which it does not tell.
_OWN_THINGS = listed("signature signatory page supporter follower reader author line chapter")
_FINING = listed("fine fin award sentence offer promise grant charge order pledge")
_PERSONS = listed("person people family child resident refugee household civilian survivor villager inhabitant")
_PUTTING = listed(
    "name put give estimate count report state quote list set fix number place calculate reckon cite total assess value"
    " measure record rate register log"
)
_BESIDE = frozenset({"prep", "advcl", "xcomp", "oprd", "dobj", "pcomp", "npadvmod"})
_HOLDING = listed("have hold keep carry put get list give report cite state quote")
_GIVING = listed("give put report cite state list quote")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_KEEPING = listed("have hold keep carry list")
_NAMES = listed("name names face faces figure number price cost total value tag")
_SUMS = COUNTING_NOUNS | listed(
    "ledger notebook register diary sum sums bill arithmetic maths math breakdown version balance verdict result"
    " results scorecard answer message statement finding findings"
)
_TERMS = listed("offer demand price terms conditions bid proposal target reward bounty")
_LEADS = 9
_LENGTHS = frozenset({"pages", "page", "points", "chapters", "words", "questions"})
_NOMINAL = frozenset({"CD", "NN", "NNS", "JJR", "RBR"})
_ENDS = frozenset({";", "“", "”"})


def tally_frames(sentence: Sentence, number: int, closed: bytearray) -> Iterator[Frame]:
    """The sources of numbers that no verb of saying gives; `closed` marks the code points that are quotation."""
    doc = sentence.doc
    for token in doc:
        if closed[token.idx]:
            continue
        if token.tag_[:2] == "VB":
            yield from _kept(sentence, number, token)
            yield from _put_by(sentence, number, token)
            yield from _shown(sentence, number, token)
            yield from _put_first(sentence, number, token)
        elif token.text == ":":
            yield from _reckoned(sentence, number, token)


def is_number(token: Token) -> bool:
    """Whether a word is a number or a fraction."""
    return token.tag_ == "CD" or token.like_num or token.lower_ in _FRACTIONS


def numbered(token: Token) -> bool:
    """Whether a phrase holds a number."""
    return any(is_number(below) for below in token.subtree)


def tally(
    sentence: Sentence, number: int, cue: tuple[int, int], source: Party | None, content: tuple[int, int]
) -> Iterator[Frame]:
    """The frame of a number's source, if it has words and they do not overlap with what it gives."""
    first, last = trimmed(sentence.doc, *content)
    if source is None or first >= last or (source.first < last and first < source.last):
        return
    yield Frame(
        sentence=number,
        verb=min(cue[0], len(sentence.doc) - 1),
        cue=cue,
        source=source,
        content=chars(sentence, first, last),
        tally=True,
    )


def _kept(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """What a subject has, keeps or puts: "has 31 bodies", "put a name to 1,212", "has the works emitting 40"."""
    lemma = verb.lemma_.lower()
    if lemma not in _HOLDING or verb.dep_ in {"aux", "auxpass"}:
        return
    who = subject(verb)
    if who is None or not (speaks(who) or who.lemma_.lower() in _KEEPERS) or who.i > verb.i:
        return
    run = cue_run(verb)
    source = party(who, before=run[0])
    held = _given(verb, who, lemma)
    if held is None:
        return
    for frame in tally(sentence, number, run, source, held):
        document = who.lower_ in {"it", "which", "that"} or bool(
            {who.lower_, who.lemma_.lower()} & (DOCUMENTS | INSTRUMENTS)
        )
        yield frame._replace(written=document and held == _own(verb))


def _given(verb: Token, who: Token, lemma: str) -> tuple[int, int] | None:
    """The tokens of the number that a subject has, gives or puts."""
    found = _given_as(verb, lemma)
    if found is None and lemma == "put":
        found = _named(verb)
    if found is None and lemma in {"have", "hold"}:
        found = _held(verb, who)
    if found is None and lemma in _KEEPING:
        found = _listed(verb)
    return found


def _put_by(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The losses were named by him as 3,100 killed", "is put at 40 by the union"."""
    fined = verb.lemma_.lower() in _FINING
    if verb.tag_ != "VBN" or not (fined or verb.lemma_.lower() in _PUTTING):
        return
    by = next((t for t in verb.rights if t.dep_ == "agent"), None)
    who = None if by is None else held_by(by)
    if by is None or who is None or not speaks(who):
        return
    held = [t for t in verb.rights if t != by and t.dep_ in _BESIDE and numbered(t) and t.i < by.i]
    held = held or [t for t in verb.rights if t != by and t.dep_ in _BESIDE and numbered(t)]
    if not fined:
        yield from _put_by_another(sentence, number, verb, by)
    if held:
        source = party(who, after=by.i + 1)
        content = held[0].left_edge.i, max(t.right_edge.i for t in held) + 1
        for frame in tally(sentence, number, cue_run(verb), source, content):
            yield frame._replace(force="pledges" if fined else "says")


def _put_by_another(sentence: Sentence, number: int, verb: Token, by: Token) -> Iterator[Frame]:
    """The second number of "The loss is put at 40 by the union and at 90 by the owners"."""
    doc = sentence.doc
    for token in doc[by.i + 1 :]:
        who = held_by(token) if token.lower_ == "by" and token.i > by.i + 1 else None
        if token.text in {";", "."}:
            return
        if who is None or not speaks(who):
            continue
        joint = next((t.i for t in reversed(doc[by.i + 1 : token.i]) if t.lower_ in {"and", "but", ","}), None)
        if joint is not None and any(is_number(t) for t in doc[joint : token.i]):
            yield from tally(sentence, number, cue_run(verb), party(who, after=token.i + 1), (joint + 1, token.i))


def _shown(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """What a paper or instrument holds: "A petition carries 6,400 names", "The gauge showed 2.4 metres"."""
    who = next((t for t in verb.lefts if t.dep_ in {"nsubj", "nsubjpass"}), None)
    if verb.lemma_.lower() not in _SHOWING or verb.dep_ in {"aux", "auxpass"}:
        return
    if who is None or not {who.lower_, who.lemma_.lower()} & (DOCUMENTS | INSTRUMENTS):
        return
    held = [t for t in verb.rights if t.dep_ in {"dobj", "prep", "npadvmod", "attr"} and numbered(t)]
    if held and not any(t.lemma_.lower() in _OWN_THINGS for t in verb.doc[held[0].left_edge.i : held[0].i + 1]):
        run = cue_run(verb)
        last = max(t.right_edge.i for t in held) + 1
        yield from tally(sentence, number, run, party(who, before=run[0]), (run[1], last))


def _put_first(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """A number that stands before who gives it: "Another 30 it considers probable", "Fifty more it lists"."""
    cue = VERBS.get(verb.lemma_.lower())
    who = doer(verb)
    relative = who is None or who.tag_ in {"WP", "WDT"} or who.i + 1 != cue_run(verb)[0]
    if cue is None or cue.force not in {"says", "thinks"} or who is None or relative:
        return
    first = next((t.i + 1 for t in reversed(sentence.doc[: who.i]) if t.text in _ENDS), 0)
    words = sentence.doc[first : who.left_edge.i]
    small = 0 < len(words) <= _LEADS and not any(t.tag_[:2] == "VB" or t.text in {",", ":"} for t in words)
    if small and speaks(who) and any(is_number(t) for t in words) and words[-1].tag_ in _NOMINAL:
        yield from tally(sentence, number, cue_run(verb), party(who), (first, who.left_edge.i))


def _own(verb: Token) -> tuple[int, int] | None:
    """The plain number of things that a verb's object is: a document has it only where it is written in it."""
    held = _object(verb)
    return None if held is None else (verb.i + 1, held.right_edge.i + 1)


def _object(verb: Token) -> Token | None:
    return next((t for t in verb.rights if t.dep_ in {"dobj", "nsubj", "ccomp", "attr"} and numbered(t)), None)


def _held(verb: Token, who: Token) -> tuple[int, int] | None:
    """What of the object of "have" is a count of the subject's, and no possession of it."""
    held = _object(verb)
    if held is None:
        return _known(verb)
    words = {who.lower_, who.lemma_.lower()}
    end = held.right_edge.i + 1
    below = next((t for t in held.rights if t.dep_ in {"acl", "relcl", "amod", "ccomp"}), None)
    nouns = {t.lemma_.lower() for t in verb.doc[verb.i + 1 : end] if t.pos_ in {"NOUN", "ADJ"}}
    definite = any(t.lower_ in _DEFINITE for t in held.lefts) or held.pos_ == "PROPN"
    doing = held.tag_ == "VBG" and any(b.lower_ in _DEFINITE for t in held.lefts if t.dep_ == "nsubj" for b in t.lefts)
    if doing or (below is not None and below.tag_ == "VBG" and definite and numbered(below)):
        return verb.i + 1, end  # "has the works emitting 1.1 million tonnes"
    housed = held.lemma_.lower() in _PERSONS and any(t.dep_ == "prep" for t in (*held.rights, *verb.rights))
    counts = words & _KEEPERS or (words & BODIES and not words & _OWN_LOSSES)
    housed = housed and bool(words & _KEEPERS)
    if counts and (housed or any(t.lower_ in _FATES for t in verb.doc[held.i : end + 1])):
        return verb.i + 1, end
    if words & (DOCUMENTS | INSTRUMENTS) or who.lower_ in {"it", "which", "that"}:
        return verb.i + 1, end
    person = who.ent_type_ == "PERSON" or who.lower_ in {"he", "she"} or bool(words & PERSON_ROLES)
    if person and nouns & _COUNTED:
        return verb.i + 1, end
    return _known(verb)


def _known(verb: Token) -> tuple[int, int] | None:
    """What a subject has word of: "has evidence of 40 burials", "has reports of 12 cases"."""
    for token in verb.rights:
        if token.dep_ == "dobj" and token.lemma_.lower() in _KNOWING:
            behind = next((t for t in token.rights if t.lower_ in _ABOUT and numbered(t)), None)
            return None if behind is None else (behind.i + 1, behind.right_edge.i + 1)
    return None


def _given_as(verb: Token, lemma: str) -> tuple[int, int] | None:
    """What a subject gives a thing as, or has it at: "gives the damage as $4 million", "has the bill at twice that"."""
    word = "at" if lemma == "have" else "as"
    held = next((t for t in (*verb.rights, *verb.lefts) if t.dep_ == "dobj"), None)
    if held is None or (word == "as" and lemma not in _GIVING):
        return None
    for token in (*verb.rights, *held.rights):
        if token.lower_ == word and token.i > max(held.i, verb.i) and token.dep_ == "prep" and numbered(token):
            plain = word == "as" or held.pos_ == "PRON" or any(t.lower_ in _DEFINITE for t in held.lefts)
            last = verb.right_edge.i + 1  # "gives the one as 4 and that of the other as 9, up from 3"
            last = next((t.i for t in verb.doc[token.i : last] if t.lower_ == "not"), last)
            apart = any(t.tag_ in _FINITE or t.text == ";" for t in verb.doc[token.i : last])
            return (token.i, token.right_edge.i + 1 if apart else last) if plain else None
    return None


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _named(verb: Token) -> tuple[int, int] | None:
    """What is given a name or a price: "has put a name to 1,212 soldiers", "put a price of 3 million on it"."""
    held = next((t for t in verb.rights if t.dep_ == "dobj" and t.lemma_.lower() in _NAMES), None)
    if held is None or not any(numbered(t) for t in verb.rights):
        return None
    last = max(t.right_edge.i for t in verb.rights if t.dep_ in {"dobj", "prep"})
    return verb.i + 1, last + 1


def _listed(verb: Token) -> tuple[int, int] | None:
    """What stands on the subject's own list: "has 40 on its list", "keeps 212 names on her books"."""
    held = _object(verb)
    if held is None:
        return None
    for token in verb.doc[held.i + 1 : held.i + 8]:
        own = token.tag_ == "PRP$" and token.i + 1 < len(verb.doc) and token.nbor(-1).lower_ in {"on", "in"}
        if own and any(t.lower_ in _LISTS for t in verb.doc[token.i + 1 : token.i + 4]):
            return verb.i + 1, token.i - 1
    return None


def _reckoned(sentence: Sentence, number: int, colon: Token) -> Iterator[Frame]:
    """What stands behind a colon that someone's sum leads up to: "has done her sums: 46 million a year"."""
    doc = sentence.doc
    end = next((t.i for t in doc[colon.i + 1 :] if t.text in _ENDS), len(doc))
    leads = doc[colon.i + 1 : min(end, colon.i + 1 + _LEADS)]
    if not any(is_number(t) for t in leads) or any(t.lower_ in _LENGTHS for t in leads):
        return
    first = next((t.i + 1 for t in reversed(doc[: colon.i]) if t.text in {";", ":"}), 0)
    for token in doc[first : colon.i]:
        lemma = token.lemma_.lower()
        if token.pos_ != "NOUN" or not {lemma, token.lower_} & (_SUMS | _TERMS):
            continue
        source = _whose(token)
        pledged = bool({lemma, token.lower_} & _TERMS)
        for frame in tally(sentence, number, (token.i, token.i + 1), source, (colon.i + 1, end)):
            yield frame._replace(force="pledges" if pledged else "says")
            return


def _whose(noun: Token) -> Party | None:
    """Whose sum a noun is: of its owner, of who does or gives it, of whom it comes from."""
    found = owner_of(noun)
    if found is not None and (found.head < noun.i or speaks(noun.doc[found.head])):
        return found
    verb = noun.head
    if noun.dep_ in {"dobj", "attr"}:
        who = subject(verb) if verb.tag_[:2] == "VB" else None
        if who is not None and who.i < noun.i and who != noun and speaks(who):
            return party(who, before=verb.i)
    if noun.dep_ == "nsubj":
        source = next((t for t in verb.rights if t.dep_ == "prep" and t.lower_ in {"from", "by"}), None)
        held = None if source is None else held_by(source)
        if held is not None and source is not None and speaks(held):
            return party(held, after=source.i + 1)
    return None
