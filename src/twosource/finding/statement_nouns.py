"""In: one parsed sentence. Out: attributions by phrases, nouns, adjectives and colons ("according to", "X's count")."""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.finding.chain_words import PERSON_ROLES, STRUCTURES
from twosource.finding.cues import COUNTING_NOUNS, HEARSAY, HOLDING_ADJECTIVES, SAYING_NOUNS, VERBS, Cue
from twosource.finding.parse import Sentence
from twosource.finding.statement_cited import cited_behind, cited_within, passing
from twosource.finding.statement_frames import Frame, Party, chars, doer, negated, party, trimmed
from twosource.finding.statement_scopes import clause_of
from twosource.text.listing import listed

_ASIDE = listed("words view opinion eyes estimation reckoning judgment judgement telling")
#: Those that are asides only where they have an owner before them: "in the mission's assessment".
_OWNED = listed("assessment account version calculation calculations accounting estimate count")
_COUNTS = frozenset({"count", "reckoning", "tally", "estimate", "estimation", "calculation", "calculations"})
_RELYING = frozenset({"relying", "based", "drawing", "going", "resting"})
_POLLS = frozenset({"poll", "survey", "study", "census", "questionnaire"})
_BY_ACCOUNT = COUNTING_NOUNS | {
    "measure",
    "measurement",
    "measurements",
    "arithmetic",
    "maths",
    "readings",
    "own",
    "admission",
    "estimation",
    "calculations",
    "estimates",
    "counts",
    "reckonings",
}


def noun_frames(sentence: Sentence, number: int, closed: bytearray) -> Iterator[Frame]:
    """The attributions of a sentence that no verb makes; `closed` marks code points of quotations."""
    for token in sentence.doc:
        if closed[token.idx]:
            continue
        word = token.lower_
        if word == "believed" or (word in HEARSAY and token.dep_ == "advmod"):
            yield from (_to_be_believed if word == "believed" else _hearsay)(sentence, number, token)
        elif word == "according":
            yield from _according(sentence, number, token)
        elif word == "per" and token.dep_ == "prep":
            yield from _per(sentence, number, token)
        elif word in {"in", "by", "to", "on", "for", "at"} and token.dep_ in {"prep", "agent"}:
            yield from _aside(sentence, number, token)
        elif word in {"'s", "’s", "’", "'"}:
            yield from _owned_number(sentence, number, token)
        elif token.tag_ in {"NN", "NNS"} and token.lemma_.lower() in SAYING_NOUNS and not _attitude_beside(token):
            yield from _noun(sentence, number, token, SAYING_NOUNS[token.lemma_.lower()])
        elif token.dep_ in {"acomp", "amod", "conj"} and word in HOLDING_ADJECTIVES:
            yield from _adjective(sentence, number, token)


def _attitude_beside(noun: Token) -> bool:
    """Whether a noun of attitude only stands behind a preposition: "after his decision to leave"."""
    return noun.dep_ == "pobj" and SAYING_NOUNS[noun.lemma_.lower()].force == "acts"


def _pobj(preposition: Token) -> Token | None:
    return next((token for token in preposition.children if token.dep_ in {"pobj", "pcomp"}), None)


def _according(sentence: Sentence, number: int, token: Token) -> Iterator[Frame]:
    to = next((below for below in token.rights if below.lower_ == "to"), None)
    held = None if to is None else _pobj(to)
    if to is None or held is None:
        return
    source = party(held, after=to.i + 1)
    if source is None:
        return
    own = set(range(token.i, source.last))
    content = clause_of(token, own)
    if content is None:
        return
    yield Frame(
        sentence=number,
        verb=token.i,
        cue=(token.i, to.i + 1),
        source=source,
        content=chars(sentence, *content),
        cited=(*cited_within(token.doc, source), *cited_behind(token.doc, to.i + 1)),
        via=passing(held),
    )


def _to_be_believed(sentence: Sentence, number: int, token: Token) -> Iterator[Frame]:
    """Such as "Nine died, if the neighbours are to be believed"."""
    doc = token.doc
    if doc[max(0, token.i - 2) : token.i].text.lower() != "to be":
        return
    start = next((i for i in range(token.i - 3, max(-1, token.i - 14), -1) if doc[i].lower_ == "if"), None)
    if start is None:
        return
    first, last = trimmed(doc, start + 1, token.i - 3)
    left = next((i + 1 for i in range(start - 1, -1, -1) if doc[i].text == ";"), 0)
    content = trimmed(doc, left, start)
    if first >= last or content[0] >= content[1]:
        return
    head = next((t.i for t in doc[first:last] if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.head.i >= last), last - 1)
    yield Frame(
        sentence=number,
        verb=token.i,
        cue=(token.i, token.i + 1),
        source=Party(first, last, head),
        content=chars(sentence, *content),
        stance="doubted",
    )


def _per(sentence: Sentence, number: int, token: Token) -> Iterator[Frame]:
    held = _pobj(token)
    named = held is not None and held.ent_type_ in {"ORG", "PERSON", "GPE", "NORP"}
    if held is None or not (named or (token.nbor(1).lower_ == "the" and _speaks(held))):
        return
    source = party(held, after=token.i + 1)
    if source is None:
        return
    content = clause_of(token, set(range(token.i, source.last)))
    if content is not None:
        yield Frame(
            sentence=number, verb=token.i, cue=(token.i, token.i + 1), source=source, content=chars(sentence, *content)
        )


def owner_of(noun: Token) -> Party | None:
    """Whose a noun is: "X's count", "his count", "the count of X", "a count by X"."""
    for token in noun.lefts:
        if token.dep_ == "poss":
            found = party(token, before=token.i + 1) if token.tag_ == "PRP$" else _possessor(token)
            if found is not None:
                return found
    for token in noun.rights:
        if token.dep_ in {"prep", "agent"} and token.lower_ in {"of", "by", "from"}:
            held = _pobj(token)
            if held is None or (not _speaks(held) and _counted(noun, token)) or _pays(noun, token) or _is_amount(held):
                continue
            if held.pos_ in {"PROPN", "NOUN", "PRON"} and not held.like_num:
                return party(held, after=token.i + 1)
        if token.dep_ == "acl" and token.tag_ == "VBN":
            by = next((below for below in token.rights if below.dep_ == "agent"), None)
            held = None if by is None else _pobj(by)
            if by is not None and held is not None:
                return party(held, after=by.i + 1)
    return _joined(noun)


def _joined(noun: Token) -> Party | None:
    """The body whose a count is by the word before it: "the police estimate is 2,500"."""
    body = noun.nbor(-1) if noun.i > 0 and noun.lemma_.lower() in COUNTING_NOUNS else None
    if body is None or body.head != noun or body.dep_ != "compound" or body.lower_ not in STRUCTURES:
        return None
    return party(body, before=noun.i)


_KEPT = frozenset({"record", "records", "data", "list", "lists", "notes", "book", "books", "register", "log", "logs"})


def _of(noun: Token) -> Party | None:
    """Whose a reckoning is, whoever that may be: "by the count of the co-operative"."""
    link = next((t for t in noun.rights if t.lower_ == "of"), None)
    held = None if link is None else _pobj(link)
    return None if held is None or link is None else party(held, after=link.i + 1)


def _counted(noun: Token, link: Token) -> bool:
    """Whether what follows is what was counted, or where it was kept: "records of 50 patients from a server"."""
    if link.lower_ == "from":
        return noun.lower_ in _KEPT
    return link.lower_ == "of" and noun.lemma_.lower() in COUNTING_NOUNS


def _is_amount(held: Token) -> bool:
    """Whether what follows is how much: "an offer of 4%"."""
    return held.lower_ in {"%", "percent", "cent"} or held.is_currency or any(t.dep_ == "nummod" for t in held.lefts)


def _pays(noun: Token, link: Token) -> bool:
    """Whether what follows is counted, or who has to pay: "the number of posts", "a fine from the firm"."""
    if link.lower_ == "of":
        return noun.lemma_.lower() in {"number", "total"}
    return link.lower_ == "from" and noun.lemma_.lower() in _DUES


_DUES = frozenset({"fine", "damages", "compensation", "ransom", "payment", "penalty", "price", "fee", "refund"})


def _speaks(held: Token) -> bool:
    return held.pos_ == "PROPN" or bool({held.lower_, held.lemma_.lower()} & (STRUCTURES | PERSON_ROLES | _STAFFS))


_STAFFS = frozenset({"intelligence", "staff", "command"})


def _possessor(token: Token) -> Party | None:
    last = token.i + 1
    first = token.left_edge.i
    first, last = trimmed(token.doc, first, last)
    if last < len(token.doc) and token.doc[last].tag_ == "POS":
        last += 1
    return Party(first, last, token.i) if first < last else None


def _aside(sentence: Sentence, number: int, token: Token) -> Iterator[Frame]:
    """Such as "In the words of X", "by X's count", "in his view", "on X's reckoning"."""
    held = _pobj(token)
    if held is None:
        return
    word = held.lower_
    if word == "that" and token.lower_ == "by":
        yield from _that_of(sentence, number, token, held)
        return
    if token.lower_ == "in" and held.lemma_.lower() in _POLLS:
        yield from _polled(sentence, number, token, held)
        return
    owned = word in _OWNED and token.lower_ == "in" and _owned(held)
    account = token.lower_ in {"by", "on"} and word in _BY_ACCOUNT
    account = account or (token.lower_ == "at" and word in {"count", "tally", "reckoning"})
    if token.head.lower_ in _RELYING or not (owned or account or word in _ASIDE):
        return
    if (
        token.lower_ == "by"
        and token.head.tag_ == "VBN"
        and token.dep_ == "agent"
        and word not in {"count", "reckoning"}
    ):
        return
    source = owner_of(held) or (_of(held) if word in _COUNTS else None)
    if source is None:
        return
    last = max(held.right_edge.i + 1, source.last)
    own = set(range(token.i, last))
    content = clause_of(token, own)
    if content is not None:
        cue_last = held.i + 1
        yield Frame(
            sentence=number, verb=held.i, cue=(token.i, cue_last), source=source, content=chars(sentence, *content)
        )


def _polled(sentence: Sentence, number: int, token: Token, held: Token) -> Iterator[Frame]:
    """Such as "In a survey by the institute, 57 percent were against": the survey is the source."""
    source = party(held, after=token.i + 1)
    who = doer(token.head)
    body = who is not None and (who.pos_ == "PROPN" or who.lower_ in STRUCTURES)
    told = VERBS.get(token.head.lemma_.lower()) if body else None
    if source is None or token.head.pos_ not in {"VERB", "AUX"} or (told is not None and told.force != "acts"):
        return
    content = clause_of(token, set(range(token.i, source.last)))
    if content is not None:
        yield Frame(
            sentence=number, verb=token.i, cue=(token.i, token.i + 1), source=source, content=chars(sentence, *content)
        )


def _that_of(sentence: Sentence, number: int, token: Token, held: Token) -> Iterator[Frame]:
    """Such as "42,000 by the count of one and 250,000 by that of the other": the number in front of the second "by"."""
    of = next((below for below in held.rights if below.lower_ == "of"), None)
    owner = None if of is None else _pobj(of)
    source = None if owner is None or of is None else party(owner, after=of.i + 1)
    first = token.i
    while first > 0 and token.doc[first - 1].text not in {",", ";", "and", "but"}:
        first -= 1
    if source is not None and first < token.i:
        yield Frame(
            sentence=number,
            verb=held.i,
            cue=(token.i, held.i + 1),
            source=source,
            content=chars(sentence, first, token.i),
        )


def _hearsay(sentence: Sentence, number: int, token: Token) -> Iterator[Frame]:
    content = clause_of(token, {token.i})
    if content is not None:
        yield Frame(
            sentence=number,
            verb=token.i,
            cue=(token.i, token.i + 1),
            source=None,
            content=chars(sentence, *content),
            stance="doubted",
        )


def _noun(sentence: Sentence, number: int, noun: Token, cue: Cue) -> Iterator[Frame]:
    source = owner_of(noun)
    first = last = -1
    predicate = noun.head if noun.dep_ == "nsubj" and noun.lemma_.lower() in COUNTING_NOUNS else None
    if predicate is not None and predicate.lemma_.lower() in VERBS and not _owned(noun):
        return
    if predicate is not None and source is not None and predicate.pos_ in {"VERB", "AUX"} and source.head < predicate.i:
        first, last = predicate.i + 1, predicate.right_edge.i + 1
    for token in () if first >= 0 else noun.rights:
        if token.dep_ in {"acl", "ccomp"} and token.tag_[:2] == "VB" and _complement(token):
            first, last = token.left_edge.i, token.right_edge.i + 1
            break
        if (
            token.dep_ == "prep"
            and token.lower_ in {"of", "for", "about", "on", "to", "against"}
            and source is not None
        ):
            held = _pobj(token)
            if (held is not None and held.i >= source.last) or (held is not None and held.right_edge.i < source.first):
                first, last = held.left_edge.i, held.right_edge.i + 1
                break
    if first < 0 or (source is not None and source.first < last and first < source.last):
        return
    first, last = trimmed(noun.doc, first, last)
    if first >= last:
        return
    yield Frame(
        sentence=number,
        verb=noun.i,
        cue=(noun.i, noun.i + 1),
        source=source,
        content=chars(sentence, first, last),
        force=cue.force,
        stance=cue.stance,
    )


def _owned(noun: Token) -> bool:
    return any(token.dep_ == "poss" for token in noun.lefts)


def _owned_number(sentence: Sentence, number: int, mark: Token) -> Iterator[Frame]:
    """Such as "The company's 180 looks low", "the union's is 37": a number right behind its owner."""
    doc = mark.doc
    if mark.i < 1 or mark.i + 1 >= len(doc) or doc[mark.i - 1].pos_ not in {"NOUN", "PROPN"}:
        return
    owner = doc[mark.i - 1]
    left = mark.i + 1
    if doc[left].lower_ in {"is", "was", "are", "were"} and left + 1 < len(doc):
        left += 1
    opening = left
    if doc[left].is_currency and left + 1 < len(doc):  # "Compare the minister's €420 million!"
        left += 1
    if doc[left].dep_ == "nummod" and doc[left].head.i > left and doc[left].head.tag_ in {"NN", "NNS"}:
        return  # "the dam's 14 concrete blocks"
    if doc[left].tag_ != "CD" or (
        left + 1 < len(doc) and doc[left + 1].tag_ in {"NN", "NNS"} and doc[left + 1].dep_ != "dep"
    ):
        return
    last = left + 1
    while last < len(doc) and (doc[last].tag_ == "CD" or doc[last].text in {"-", "million", "billion"}):
        last += 1
    first, end = trimmed(doc, owner.left_edge.i, mark.i)
    if first == 0 and doc[0].lower_ in _BIDS_LOOK and first + 1 < end:
        first = 1  # "Compare Ana Brill's 40"
    if first < end:
        yield Frame(
            sentence=number,
            verb=mark.i,
            cue=(mark.i, mark.i + 1),
            source=Party(first, end, owner.i),
            content=chars(sentence, opening, last),
        )


_BIDS_LOOK = frozenset(
    {"compare", "take", "consider", "contrast", "note", "see", "remember", "recall", "forget", "add"}
)


def _complement(verb: Token) -> bool:
    """Whether a clause tells what a noun of saying says: "that …" or "to …", no relative clause."""
    for token in verb.lefts:
        if token.dep_ == "mark" and token.lower_ == "that":
            return True
        if token.dep_ == "aux" and token.lower_ == "to":
            return True
    return False


def _adjective(sentence: Sentence, number: int, adjective: Token) -> Iterator[Frame]:
    verb = adjective.head
    who = next((token for token in verb.lefts if token.dep_ == "nsubj"), None)
    held = next((token for token in adjective.rights if token.dep_ in {"ccomp", "xcomp"}), None)
    cue_last = adjective.i + 1
    if held is None:
        by = next(
            (t for t in adjective.rights if t.dep_ == "prep" and t.lower_ in {"about", "of", "that", "with", "over"}),
            None,
        )
        held = None if by is None else _pobj(by)
        if by is not None:
            cue_last = by.i + 1
    if who is None or held is None or verb.pos_ not in {"VERB", "AUX"}:
        return
    first, last = trimmed(adjective.doc, held.left_edge.i, held.right_edge.i + 1)
    source = party(who, before=verb.i)
    if first < last:
        yield Frame(
            sentence=number,
            verb=adjective.i,
            cue=(min(verb.i, adjective.i), max(cue_last, adjective.i + 1)),
            source=source,
            content=chars(sentence, first, last),
            force="acts",
            stance="denied" if negated(verb) and adjective.lower_ == "true" else "asserted",
        )
