"""In: one parsed sentence. Out: attributions by verbs that hold a number: "put the toll at 43", "has 104 names"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from twosource.finding.chain_phrases import antecedent
from twosource.finding.chain_words import DOCUMENTS, UNNAMED
from twosource.finding.cues import COUNTING_NOUNS
from twosource.finding.parse import Sentence
from twosource.finding.statement_cited import cited_before, cited_behind, cited_opening, cited_within
from twosource.finding.statement_frames import Frame, Party, chars, cue_run, party, subject, trimmed
from twosource.finding.statement_gaps import bare_gaps
from twosource.finding.statement_reaches import compared
from twosource.finding.statement_speakers import speaks
from twosource.text.listing import listed

#: Verbs whose subject is the source of any number they govern.
_ALWAYS = listed(
    "count tally total estimate reckon calculate measure register record list log report reveal show specify announce"
    " forecast predict project expect anticipate foresee cite quote confirm acknowledge concede verify document admit"
    " identify disclose trace tabulate clock detect defend"
)
#: Verbs that give a number with one of these prepositions behind them or behind their object.
_WITH: dict[str, frozenset[str]] = {
    verb: listed(prepositions)
    for prepositions, verbs in (
        ("at", "put place set estimate arrive end see"),
        ("of", "speak talk tell warn know hear boast brag write read learn complain"),
        ("to", "hold admit own get"),
        ("by", "abide stand"),
        ("from", "move budge shift depart"),
        ("by to with", "stick"),
        ("on", "insist"),
        ("down to", "come"),
        ("with", "answer counter"),
        ("at with", "begin start"),
        ("for", "argue bargain"),
        ("on for", "settle"),
        ("with", "reckon calculate operate"),
        ("about around", "say"),
        ("at beyond above below past over as", "stop go"),
        ("for", "ask call sue press push appeal plead petition apply"),
    )
    for verb in verbs.split()
}
_PLEDGES = frozenset(
    {
        "ask",
        "call",
        "sue",
        "press",
        "push",
        "appeal",
        "plead",
        "argue",
        "bargain",
        "petition",
        "apply",
        "set",
        "want",
        "seek",
        "demand",
        "offer",
        "pledge",
    }
)
#: Verbs that move a count of the subject's own: "raised its toll to 53", "cut its target from 95 to 60".
_MOVES = listed(
    "raise lower cut revise reduce increase lift trim slash update correct adjust change downgrade upgrade round"
    " halve double triple treble improve sweeten hike boost pare nudge widen expand"
)
#: Verbs that give a number where their object is a bare number or a noun of counting.
_BARE = listed("have give say hear see keep publish issue name hold list want find")
_TARGETS = COUNTING_NOUNS | listed(
    "target forecast outlook guidance price range margin name names case cases ticket tickets toll sum answer death"
    " deaths sales profit growth fund reading measurement level magnitude record height temperature"
)
_ANNOUNCING = frozenset({"give", "have", "publish", "issue", "keep"})
_ADMITTING = frozenset({"hospital", "hospitals", "clinic", "clinics", "ward", "centre", "center", "doctors"})
#: Verbs of setting money aside, with the particles that make them so.
_SETS: dict[str, frozenset[str]] = {
    "set": listed("aside up by apart"),
    "put": listed("up aside by forward on in"),
    "lay": frozenset({"aside"}),
    **dict.fromkeys(("create", "establish", "launch", "open", "announce", "unveil"), frozenset[str]()),
}
_FUNDS = listed("fund reward bounty package scheme programme program prize pot scholarship")
_SHARES = frozenset({"percent", "%"})
_APPROXIMATE = listed(
    "about around some only just at least most more fewer less than over under nearly almost up to no"
)
_DAYS = listed("yesterday today tonight tomorrow earlier this last on")
_HOLDS_TO = listed("defend stand stick insist hold abide speak count claim maintain")
_OWNS = frozenset({"have", "give", "keep", "hold", "find"})
_RECALLS = frozenset({"recall", "pull", "withdraw"})
_GIVES = listed("give pay provide spend invest contribute donate put send transfer release lend")
_LATER = listed("then later now next again finally")
_MOVING = frozenset({"move", "budge", "shift", "depart", "start", "begin", "stop"})
_NEAR = 3
_BESIDE = 2
_GAP_REACH = 40
_QUOTED_REACH = 7
_FINDS = listed("find show see give put have hold contain include comprise carry name list run bear speak")
_TO_FROM = frozenset({"to", "from", "by"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "npadvmod", "dative"})


_GIVEN_AS = listed("give put report cite state list quote")
_AS = frozenset({"as"})
_POSSESSED = listed(
    "percent % seat vote member point goal win medal employee staff branch student bed room child brother sister"
)
#: What one has or holds oneself is no count of others: "will hold 71 of the 130 seats".
_HAS = frozenset({"have", "hold"})
_RECEIVES = listed("receive get have log")
_RECEIVED = listed("reports report complaints notifications notices claims calls word")
_WITNESSES = listed("see find meet watch hear")
_NUMBERS = listed("twice double triple thrice none nobody dozens scores hundreds thousands millions")
_REPORTERS = listed("reporter correspondent writer newspaper")
_COUNTING = (
    _GIVEN_AS
    | _RECEIVES
    | _WITNESSES
    | _ALWAYS
    | _WITH.keys()
    | _MOVES
    | _BARE
    | _SETS.keys()
    | _RECALLS
    | _GIVES
    | _FINDS
    | {"make"}
)


def with_counts(sentence: Sentence, number: int, closed: bytearray, verbs: list[Frame]) -> Iterator[Frame]:
    """The attributions `verbs` of a sentence, wider where they hold a number ("put the toll at 43"), and more such."""
    counts = list(count_frames(sentence, number, closed))
    wider = {frame.verb: frame.content for frame in counts if frame.cue[1] - frame.cue[0] > 0}
    gaps = [frame for frame in counts if sentence.doc[frame.verb].tag_[:2] != "VB"]
    done = set()
    for frame in verbs:
        content = wider.get(frame.verb)
        if content is None or frame.force == "acts":
            yield frame if frame.force == "acts" else before_gaps(sentence, frame, gaps)
            continue
        done.add(frame.verb)
        left, right = frame.content
        if content[0] <= left and right < content[1]:
            yield before_gaps(sentence, frame._replace(content=(left, content[1])), gaps)
        elif content[1] <= left <= content[1] + _BESIDE:  # "admits to six wounded", read as two
            yield before_gaps(sentence, frame._replace(content=(content[0], right)), gaps)
        else:
            yield before_gaps(sentence, frame, gaps)
    yield from (before_gaps(sentence, frame, gaps) for frame in counts if frame.verb not in done)


def before_gaps(sentence: Sentence, frame: Frame, gaps: Sequence[Frame]) -> Frame:
    """A frame whose content ends where another speaker takes over without a verb of his own."""
    for gap in gaps:
        if gap.source is None or gap.verb <= frame.verb:
            continue
        at = sentence.start + sentence.doc[gap.source.first].idx
        if frame.content[0] <= at < frame.content[1]:
            last = trimmed(sentence.doc, frame.cue[0], gap.source.first)[1]
            end = sentence.start + sentence.doc[last - 1].idx + len(sentence.doc[last - 1])
            # "insists on 45, the ministry on 22", where the second speaker was read as what the first insists on
            start = chars(sentence, frame.cue[1], last)[0] if frame.content[0] == at else frame.content[0]
            if end > start:
                return frame._replace(content=(start, end))
    return frame


def count_frames(sentence: Sentence, number: int, closed: bytearray) -> Iterator[Frame]:
    """The attributions of numbers by their verb."""
    tokens = list(sentence.doc)
    numbers = sum(token.tag_ == "CD" or token.lower_ in _NUMBERS for token in tokens)
    for token in tokens if numbers else ():
        if token.tag_[:2] != "VB" or closed[token.idx]:
            continue
        lemma = token.lemma_.lower()
        if lemma in _WITH and numbers > 1 and lemma != "see" and not (lemma == "come" and _shared(token)):
            yield from _gapped(sentence, number, token, lemma)
        if numbers > 1:
            yield from bare_gaps(sentence, number, token)
        if lemma in _COUNTING:
            frame = _frame(sentence, number, token, lemma)
            if frame is not None:
                yield frame


def _frame(sentence: Sentence, number: int, verb: Token, lemma: str) -> Frame | None:
    held = _held(verb, lemma)
    if held is None or (lemma == "come" and _shared(verb)):
        return None
    who = subject(verb)
    if who is None or not _may_count(who, lemma):
        return None
    run = cue_run(verb)
    source = party(who, before=run[0] if who.i < run[0] else None, after=run[1] if who.i >= run[1] else None)
    if source is None:
        return None
    numbered = _numbered(verb)
    offered = held in (_set_aside(verb, lemma, numbered), _announced(verb, lemma, numbered))
    longer = verb.doc[max(0, verb.i - 3) : verb.i].text.lower()
    last = max([held.right_edge.i, *(t.right_edge.i for t in verb.rights if t.dep_ in {"prep", "dobj"})]) + 1
    last = compared(verb.doc, last)
    first, last = trimmed(verb.doc, run[1], last)
    if first >= last or (source.first < last and first < source.last):
        return None
    return Frame(
        sentence=number,
        verb=verb.i,
        cue=run,
        source=Party(*source),
        content=chars(sentence, first, last),
        cited=(
            *(list(cited_opening(verb.doc, Party(*source))) or cited_before(verb)),
            *cited_within(verb.doc, source),
            *cited_behind(verb.doc, run[1]),
        ),
        force="pledges" if lemma in _PLEDGES or offered or _bids(verb, lemma) else "says",
        weak=offered and lemma not in _SETS,
        stance="denied" if lemma in _HOLDS_TO and longer.endswith("no longer") else "asserted",
    )


def _shared(verb: Token) -> bool:
    """Whether it is a share that someone reaches, and no offer: "The party thus comes to 46 percent"."""
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : verb.right_edge.i + 1]]
    return "down" not in behind and bool({"percent", "%", "seats", "votes"} & set(behind))


def _bids(verb: Token, lemma: str) -> bool:
    """Whether it is an offer or a demand that is moved: "raised its offer to 1.1 billion"."""
    return lemma in _MOVES and any(t.dep_ == "dobj" and t.lemma_.lower() in _OFFERS for t in verb.rights)


_OFFERS = listed("offer bid demand request proposal fine bounty reward ransom")


def _gapped(sentence: Sentence, number: int, verb: Token, lemma: str) -> Iterator[Frame]:
    """The verb left out the second time: "one spoke of 36, the other of fewer than nine"."""
    doc = verb.doc
    for token in doc[verb.i + 2 : verb.i + _GAP_REACH]:
        if token.lower_ not in _WITH[lemma] or _after(token) is None or doc[token.i - 1].tag_[:2] == "VB":
            continue
        first = token.i
        while first > verb.i + 1 and doc[first - 1].text != ";" and (doc[first - 1].text != "," or token.i - first < 1):
            joint = doc[first - 1].lower_ in {"and", "but", "while"}
            if joint and first < token.i and any(_is_number(t) for t in doc[verb.i : first - 1]):
                break  # "spoke of 80,000 and the police of 12,000"
            first -= 1
        while doc[first - 1].text == "," and any(t.text == ";" for t in doc[verb.i : first]):
            first = next(t.i for t in reversed(doc[verb.i : first]) if t.text == ";") + 1
        run = trimmed(doc, first, token.i)
        words = doc[run[0] : run[1]]
        if run[0] <= verb.i + 1 or run[0] >= run[1] or any(t.tag_[:2] == "VB" and t.tag_ != "VBN" for t in words):
            continue
        head = next((t for t in words if not run[0] <= t.head.i < run[1]), words[-1])
        last = _after(token)
        if all(t.lower_ in _LATER for t in words):
            continue
        if last is None or not any(speaks(t) or t.pos_ == "PROPN" for t in words) or _number(doc[run[0]]):
            continue
        yield Frame(
            sentence=number,
            verb=token.i,
            cue=(token.i, token.i + 1),
            source=Party(*run, head.i),
            content=chars(sentence, token.i + 1, max(last.right_edge.i, last.i) + 1),
        )


def _may_count(who: Token, lemma: str) -> bool:
    """Whether a subject can be the source of the number its verb gives."""
    words = {who.lower_, who.lemma_.lower()}
    people = lemma in _PLEDGES and bool(words & UNNAMED)
    if (who.lower_ in {"that", "there", "this", "what"} and who.tag_ != "WDT") or (_counted(who) and not people):
        return False
    guilty = lemma == "find" and any(t.lower_ in {"guilty", "liable"} for t in who.head.subtree)
    if guilty or (lemma in {"see", "find"} and words & UNNAMED):
        return False
    if lemma == "see" and not words & DOCUMENTS and any(t.lower_ == "at" for t in who.head.subtree):
        return False  # a poll sees a party at 30; a person sees things at places
    if lemma == "get" and (who.ent_type_ == "PERSON" or "reporter" in words) and _alone(who.head) is not None:
        return True  # "From the pictures the geographer Ann Lee gets 8,200"
    if lemma == "get" and not any(t.lower_ in _RECEIVED for t in who.head.rights):
        return who.lower_ in {"i", "we"}
    return lemma != "admit" or who.lower_ not in _ADMITTING


def _counted(who: Token) -> bool:
    """Whether a subject is a thing or a number, which cannot count: "the toll stood at", "43 came"."""
    above = antecedent(who) if who.tag_ == "WDT" else None
    if any(t.dep_ == "nummod" for noun in (who, above) if noun is not None for t in noun.lefts) or not speaks(who):
        return True
    return who.like_num or who.tag_ == "CD" or who.lemma_.lower() in _SUMS


_SUMS = listed("toll number total price share turnout rate sum amount attendance it’s")


def _number(token: Token) -> bool:
    return _is_number(token) or any(_is_number(below) for below in token.subtree)


def _is_number(token: Token) -> bool:
    return token.tag_ == "CD" or token.like_num or token.lower_ in _NUMBERS


def _numbered(verb: Token) -> Token | None:
    """The first object behind a verb that holds a number."""
    behind = (t for t in verb.rights if t.dep_ in _OBJECTS or (t.dep_ == "advmod" and t.tag_ == "JJ"))  # "19 dead"
    return next((t for t in behind if t.i > verb.i and _number(t)), None)


def _held(verb: Token, lemma: str) -> Token | None:
    """What carries the number a verb gives, or None where it gives none."""
    objects = [token for token in verb.rights if token.dep_ in _OBJECTS and token.i > verb.i]
    numbered = _numbered(verb)
    if numbered is not None and _always(verb, lemma, objects):
        return numbered
    set_by = _set_aside(verb, lemma, numbered) or _made_it(verb, lemma) or _announced(verb, lemma, numbered)
    if set_by is not None:
        return set_by
    found = None if _moved(objects, lemma) else _behind(verb, _WITH.get(lemma, frozenset()))
    if found is None and lemma in _MOVES and _own_count(objects):
        found = _behind(verb, _TO_FROM)
    if found is None and lemma in _GIVEN_AS and _own_count(objects):
        found = _behind(verb, _AS)
    if found is None and lemma in _RECEIVES and any(t.lower_ in _RECEIVED for t in objects):
        found = numbered
    if lemma in _HAS and any(t.lemma_.lower() in _POSSESSED for one in objects for t in one.subtree):
        return found
    if found is None and lemma in _BARE:
        found = next((held for token in objects if (held := _bare(verb, token, lemma)) is not None), None)
    if found is None and (lemma in _BARE or lemma in _ALWAYS):
        found = _alone(verb)
    if found is None and lemma in _PLEDGES:
        found = _more(verb)
    return _told(verb, lemma) if found is None and lemma in {"say", "give"} else found


def _always(verb: Token, lemma: str, objects: list[Token]) -> bool:
    """Whether a verb gives any number that is its object."""
    charged = lemma == "register" and any(t.lemma_ in {"case", "complaint"} for t in objects)
    if not charged and (lemma in _ALWAYS or (lemma in _WITNESSES and _reporter(verb))):
        return True
    who = subject(verb) if lemma in _FINDS else None
    return who is not None and bool({who.lower_, who.lemma_.lower()} & DOCUMENTS)


def _moved(objects: list[Token], lemma: str) -> bool:
    """Whether a verb only moves a number, whoever's it is: "the recount moved the gap from 51 to 43"."""
    return lemma in _MOVING and any(token.dep_ == "dobj" for token in objects)


def _more(verb: Token) -> Token | None:
    """What is wanted on top: "wants 400 euros more a month"."""
    more = next((t for t in verb.rights if t.lower_ in {"more", "less", "extra"} and t.i <= verb.i + _NEAR + 1), None)
    return more if more is not None and any(_number(t) for t in more.lefts) else None


def _reporter(verb: Token) -> bool:
    """Whether the reporter of the report sees or counts."""
    who = subject(verb)
    return who is not None and who.lower_ in _REPORTERS and any(t.lower_ == "this" for t in who.lefts)


def _alone(verb: Token) -> Token | None:
    """The bare number right behind a verb: "now says 34", "had published 92 two days after"."""
    doc = verb.doc
    for token in doc[verb.i + 1 : verb.i + 5]:
        if token.tag_ == "CD" or (token.like_num and token.i + 2 >= len(doc)):  # "eleven" at the end is read as a name
            following = doc[token.i + 1] if token.i + 1 < len(doc) else None
            dated = following is not None and following.lower_ in _DAYS  # "which gave 88 yesterday"
            counted = following is not None and following.tag_ in {"NN", "NNS", "NNP", "JJ", "HYPH", "CC", "POS"}
            counted = counted and not dated
            return None if counted and following is not None and following.lower_ not in _SHARES else token
        if token.lower_ not in _APPROXIMATE:
            return None
    return None


def _told(verb: Token, lemma: str) -> Token | None:
    """The number of things that is said or told to someone: "now says 11 tonnes", "gives us 2,500 marchers"."""
    heard = any(t.dep_ == "dative" and t.lower_ in {"us", "me", "reporters"} for t in verb.rights)
    after = (t for t in verb.rights if t.dep_ in {"nsubj", "dobj", "npadvmod", "attr"} and t.i > verb.i + 1)
    held = next((t for t in after if any(b.dep_ == "nummod" and _is_number(b) for b in t.lefts)), None)
    plain = held is not None and (heard or (lemma == "say" and held.left_edge.i <= verb.i + _NEAR))
    return held if plain else None


def _set_aside(verb: Token, lemma: str, held: Token | None) -> Token | None:
    """The money a body sets aside: "is setting aside $2 million", "has set up a fund of £400,000"."""
    if held is None or lemma not in _SETS:
        return None
    particle = next((t for t in verb.rights if t.lower_ in _SETS[lemma] and t.i <= verb.i + _NEAR), None)
    fund = held.lemma_.lower() in _FUNDS
    return held if fund or (particle is not None and lemma != "create") else None


def _announced(verb: Token, lemma: str, held: Token | None) -> Token | None:
    """What a body says it is doing or will do: "is recalling 8,600 gallons", "will pay up to $5,000"."""
    helpers = {t.lower_ for t in verb.lefts if t.dep_ == "aux"}
    now = verb.tag_ == "VBG" and bool(helpers & {"is", "are"})
    if held is None or helpers & {"be", "been"}:
        return None
    if lemma in _RECALLS:
        off = lemma == "recall" or any(t.lower_ in {"back", "from"} for t in verb.rights)
        return held if now and off else None
    money = any(t.tag_ == "$" or t.ent_type_ == "MONEY" for t in held.subtree)
    return held if lemma in _GIVES and money and (now or helpers & {"will", "’ll", "'ll"}) else None


def _made_it(verb: Token, lemma: str) -> Token | None:
    """The number behind "makes it 7,400", "puts it at" aside."""
    doc = verb.doc
    if lemma != "make" or verb.i + 2 >= len(doc) or doc[verb.i + 1].lower_ not in {"it", "that", "this", "them"}:
        return None
    return next((t for t in doc[verb.i + 2 : verb.i + 5] if t.tag_ == "CD"), None)


def _behind(verb: Token, prepositions: frozenset[str]) -> Token | None:
    """The number behind one of the prepositions in what the verb governs."""
    for token in verb.subtree:
        if token.i > verb.i and token.lower_ in prepositions and token.tag_ in {"IN", "RP", "TO", "RB"}:
            below = _after(token)
            if below is not None:
                return below
    return None


def _own_count(objects: list[Token]) -> bool:
    """Whether what is moved is a count of the subject's own: "its toll", "hers", "the estimate"."""
    return any(t.lemma_.lower() in _TARGETS or t.tag_ in {"PRP", "PRP$"} for o in objects for t in (o, *o.lefts))


def _bare(verb: Token, held: Token, lemma: str) -> Token | None:
    """The number an object is, holds, or announces: "has 212", "has 104 names", "gives a new number: 91,000"."""
    counts = held.lemma_.lower() in _TARGETS
    money = any(t.tag_ == "$" for t in held.lefts)
    numbered = any(t.tag_ == "CD" or t.like_num for t in held.subtree)
    if (held.tag_ == "CD" and not (money and lemma in _OWNS)) or (counts and numbered):
        return held
    if not counts or lemma not in _ANNOUNCING:
        return None
    colon = next((t for t in verb.doc[held.i :] if t.text in {":", ","} and _next_number(t)), None)
    return None if colon is None else verb.doc[colon.i + 1]


def _next_number(token: Token) -> bool:
    return any(t.tag_ == "CD" for t in token.doc[token.i + 1 : token.i + 4])


def _after(preposition: Token) -> Token | None:
    """The number phrase right behind a preposition, as the parse or the next words have it."""
    for token in preposition.children:
        if token.dep_ in {"pobj", "prep", "nummod", "pcomp"} and token.i > preposition.i and _number(token):
            return token
    for token in preposition.doc[preposition.i + 1 : preposition.i + _QUOTED_REACH]:
        if token.tag_ == "CD" or token.lower_ in _NUMBERS:
            return token
        told = token.text == "," and token.nbor(-1).lemma_.lower() in COUNTING_NOUNS  # "stuck to its figures, 40 and"
        small = token.lower_ in _APPROXIMATE or token.text in {"“", '"', "a"} or token.tag_ == "$"
        if token.i >= preposition.i + _NEAR and not small and not told:
            break
    return None
