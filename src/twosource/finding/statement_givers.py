"""In: one parsed sentence. Out: whose a number is by a deed: "recorded by X", "pegged it at 4", "X imposed a fine"."""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.finding.chain_words import DOCUMENTS, PERSON_ROLES, UNNAMED
from twosource.finding.cues import COUNTING_NOUNS, VERBS
from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Frame, Party, cue_run, doer, held_by, party, subject
from twosource.finding.statement_speakers import speaks
from twosource.finding.statement_tallies import is_number, numbered, tally
from twosource.text.listing import listed

#: Verbs of taking down: who is their agent counted.
_RECORDS = listed(
    "record register count confirm report document list log verify identify tally estimate calculate measure establish"
    " detect diagnose certify catalogue catalog note notify observe put compute number total cite state enumerate"
    " survey sample map"
)
#: Verbs of setting a value, with "at" behind them.
_PEGS = listed(
    "see peg value assess appraise gauge price rate work fix judge guess quantify score mark tag evaluate calculate"
    " compute model cost benchmark reckon measure record clock register"
)
_INFORMS = listed("notify inform tell advise alert apprise warn")
_WORD = listed("report notification word complaint notice call claim news message account confirmation alert")
_ALLOTS = listed(
    "vote approve authorise authorize allot appropriate dedicate devote commit grant earmark allocate budget"
)
_FUNDS = listed(
    "assistance aid fund funding package grant loan budget compensation relief credit support help subsidy scheme"
    " programme program plan line guarantee bailout investment"
)
_IMPOSES = listed(
    "impose declare order introduce draw establish set decree enforce announce extend hand levy slap mandate fix issue"
    " pronounce proclaim pass"
)
_MEASURES = listed(
    "zone limit cap curfew quarantine ban cordon restriction levy tax tariff fine penalty sentence deadline quota"
    " perimeter radius surcharge duty fee lockdown ceiling moratorium suspension bounty embargo minimum maximum target"
    " isolation buffer corridor ultimatum truce ceasefire ransom price prize"
)
_CHANGES = listed("cut reduce lower raise increase halve double set trim extend lift bring commute shorten")
_COUNTS = listed("count tally number measure list photograph recount total tot add pace step time clock weigh")
_THEM = frozenset({"them", "these", "those", "it"})
_OWN_REPORTER = frozenset({"this", "your", "our"})
_REPORTERS = listed("reporter correspondent writer columnist photographer")
_BELIEVES = listed("believe think accept swallow")
_HEARERS = frozenset({"us", "you", "readers", "everyone", "voters", "people"})
_ANYBODY = frozenset({"they", "one", "people", "you", "we"})
_READS = listed("read find see count learn")
#: What only may be done is not yet told.
_OPEN = frozenset({"would", "could", "might", "may", "should", "must", "can", "not", "never", "n't", "n’t"})
_SPANS = listed("second minute hour day week fortnight month year match game race season")
_GIVEN = frozenset({"dobj", "dative", "npadvmod", "nsubj", "ccomp"})
_PRISONS = listed("prison jail gaol bars custody cell penitentiary camp")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REACH = 6
_NEAR = 9


def giver_frames(sentence: Sentence, number: int, closed: bytearray) -> Iterator[Frame]:
    """The sources of numbers told by what is done with them; `closed` marks the code points that are quotation."""
    for token in sentence.doc:
        if token.tag_[:2] != "VB" or closed[token.idx]:
            continue
        lemma = token.lemma_.lower()
        for known, found in _BY_VERB:
            if lemma in known:
                yield from found(sentence, number, token)


def _agent(verb: Token) -> tuple[Token, Token] | None:
    """The "by" of a passive and who does it."""
    by = next((t for t in verb.rights if t.lower_ == "by" and t.dep_ in {"agent", "prep"}), None)
    who = None if by is None else held_by(by)
    if by is None or who is None or not (speaks(who) or who.lower_ == "body"):
        return None
    return by, who


def _doer(verb: Token) -> tuple[tuple[int, int], Party] | None:
    """The cue and the subject before a verb in the active, if it can tell a number."""
    who = subject(verb) if verb.dep_ not in {"aux", "auxpass", "amod"} else None
    run = cue_run(verb)
    open_yet = [
        t for one in (verb, verb.head) for t in one.lefts if one in (verb, *verb.ancestors) and t.lower_ in _OPEN
    ]
    if who is None or who.i > verb.i or not speaks(who) or any(t.dep_ == "auxpass" for t in verb.lefts) or open_yet:
        return None
    source = party(who, before=run[0])
    return None if source is None else (run, source)


def _recorded(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "31 deaths have been recorded by the ministry", "the 40 dead counted by the union"."""
    agent = _agent(verb) if verb.tag_ in {"VBN", "VBD"} else None
    if agent is None:
        return
    by, who = agent
    held = next((t for t in verb.lefts if t.dep_ == "nsubjpass"), None)
    if held is None and verb.dep_ == "acl":
        held = verb.head
    if held is None or not numbered(held):
        return
    source = party(who, after=by.i + 1)
    last = min(held.right_edge.i + 1, cue_run(verb)[0])
    yield from tally(sentence, number, cue_run(verb), source, (held.left_edge.i, last))
    if source is not None and source.last + 1 < len(sentence.doc) and sentence.doc[source.last].text == ",":
        end = next((t.i for t in sentence.doc[source.last + 1 :] if t.text in {",", ";"}), len(sentence.doc))
        if is_number(sentence.doc[source.last + 1]) or "including" in sentence.doc[source.last + 1].lower_:
            yield from tally(sentence, number, cue_run(verb), source, (source.last + 1, end))


def _pegged(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "sees the Greens at 12.5 percent", "has worked the damage out at 40 million"."""
    told = _doer(verb)
    held = next((t for t in verb.rights if t.dep_ in {"dobj", "nsubj"}), None)
    if told is None or held is None:
        return
    lemma = verb.lemma_.lower()
    head = sentence.doc[told[1].head]
    if lemma == "see" and ({head.lower_, head.lemma_.lower()} & (UNNAMED | PERSON_ROLES) or head.pos_ == "PRON"):
        return  # a poll or a gauge sees a thing at a number; a person sees it at a place
    if lemma == "work" and not any(t.lower_ == "out" for t in verb.rights):
        return
    for token in (*verb.rights, *held.rights):
        if token.lower_ == "at" and token.dep_ == "prep" and token.i > held.i and _amount(token):
            last = max([token.right_edge.i, *(t.right_edge.i for t in verb.rights if not _clause(t))]) + 1
            yield from tally(sentence, number, told[0], told[1], (told[0][1], last))
            return


def _clause(token: Token) -> bool:
    """Whether a dependent is another thing done: "pegged it at 4 and left"."""
    return token.tag_[:2] == "VB" or token.dep_ in {"advcl", "punct"}


def _amount(preposition: Token) -> bool:
    """Whether a number that is no time of day or day stands behind a preposition."""
    held = next((t for t in preposition.children if t.dep_ in {"pobj", "pcomp", "prep"}), None)
    return held is not None and numbered(held) and held.ent_type_ not in {"DATE", "TIME"}


def _jailed(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The court sent him to prison for nine years", "The league banned her for six matches"."""
    told = _doer(verb)
    words = {t.lower_ for t in sentence.doc[verb.i + 1 : verb.right_edge.i + 1]}
    if told is None or (verb.lemma_.lower() in {"send", "lock", "put"} and not words & _PRISONS):
        return
    last = verb.right_edge.i + 1
    behind = (t for t in sentence.doc[verb.i + 1 : last] if t.lower_ in {"for", "until", "to"})
    held = next((t for link in behind if (t := held_by(link)) is not None and numbered(t)), None)
    if held is not None and held.lemma_.lower() in _SPANS:
        end = next((t.i for t in sentence.doc[held.i + 1 :] if t.text in {";", "."} or t.tag_ in _FINITE), last)
        yield from _pledged(sentence, number, told, (verb.i + 1, max(last, end)))


def _given_time(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The tribunal gave the firm 60 days to clean the river": who sets a time is its source."""
    told = _doer(verb)
    held = next((t for t in verb.rights if t.lemma_.lower() in _SPANS and numbered(t) and t.dep_ in _GIVEN), None)
    whom = next((t for t in verb.rights if held is not None and t.i < held.left_edge.i and t.dep_ in _GIVEN), None)
    if told is not None and held is not None and whom is not None and whom.lemma_.lower() not in _SPANS:
        yield from _pledged(sentence, number, told, (held.left_edge.i, held.right_edge.i + 1))


def _advised(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The panel advised the government to cap the fee at 400 euros"."""
    told = _doer(verb)
    what = next((t for t in verb.rights if t.dep_ in {"xcomp", "ccomp"} and numbered(t)), None)
    if told is not None and what is not None and any(t.lower_ == "to" and t.dep_ == "aux" for t in what.lefts):
        yield from _pledged(sentence, number, told, (what.i + 1, what.right_edge.i + 1))


def _informed(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The office had been notified by the ministry of 2,480 cases": the office has it from the ministry."""
    doc = sentence.doc
    heard = next((t for t in verb.lefts if t.dep_ == "nsubjpass"), None)
    agent = _agent(verb)
    if heard is None or agent is None or not speaks(heard):
        return
    by, who = agent
    of = next((t for t in doc[who.i + 1 : who.i + 1 + _REACH] if t.lower_ in {"of", "about"} and _amount(t)), None)
    first = max(by.i + 1, who.left_edge.i)
    if of is None or first >= of.i:
        return
    end = next((t.i for t in doc[of.i + 1 :] if t.text == ";"), len(doc))
    source = party(heard, before=cue_run(verb)[0])
    for frame in tally(sentence, number, cue_run(verb), source, (of.i + 1, end)):
        yield frame._replace(cited=(Party(first, of.i, who.i),))


def _appealed(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The aid office launched an appeal for $18 million": who asks for an amount is its source."""
    told = _doer(verb)
    plea = next((t for t in verb.rights if t.dep_ == "dobj" and t.lemma_.lower() in _PLEAS), None)
    link = None if plea is None else next((t for t in plea.rights if t.lower_ in {"for", "of"} and _amount(t)), None)
    if told is not None and link is not None:
        yield from _pledged(sentence, number, told, (link.i + 1, link.right_edge.i + 1))


_PLEAS = listed("appeal request plea call bid demand")


def _received(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "had received reports from the district of 14 deaths": the one has it from the other."""
    told = _doer(verb)
    held = next((t for t in verb.rights if t.dep_ == "dobj" and t.lemma_.lower() in _WORD), None)
    if told is None or held is None:
        return
    for token in (*held.rights, *verb.rights):
        giver = held_by(token) if token.lower_ == "from" else None
        if giver is None or not speaks(giver) or token.i < held.i or numbered(giver):
            continue
        cited = party(giver, after=token.i + 1)
        behind = token.i + 1 if cited is None else cited.last
        content = (
            (behind, verb.right_edge.i + 1)
            if any(map(is_number, sentence.doc[behind : verb.right_edge.i + 1]))
            else (
                verb.i + 1,
                token.i,
            )
        )
        if cited is not None and any(map(is_number, sentence.doc[content[0] : content[1]])):
            for frame in tally(sentence, number, told[0], told[1], content):
                yield frame._replace(cited=(cited,))
            return


def _allotted(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "Parliament has approved 2 billion euros for flood defences": who sets money aside is its source."""
    told = _doer(verb)
    held = next((t for t in verb.rights if t.dep_ == "dobj" and numbered(t)), None)
    if told is None or held is None or held.i < verb.i:
        return
    money = any(t.tag_ == "$" or t.ent_type_ == "MONEY" for t in held.subtree)
    if money or held.lemma_.lower() in _FUNDS:
        yield from _pledged(sentence, number, told, (told[0][1], held.right_edge.i + 1))


def _imposed(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "has drawn an exclusion zone of five miles", "the fine of 20,000 euros which the league imposed"."""
    if verb.dep_ == "relcl" and verb.head.lemma_.lower() in _MEASURES and numbered(verb.head):
        who = next((t for t in verb.lefts if t.dep_ == "nsubj" and t.tag_ != "WDT"), None)
        source = party(who, before=cue_run(verb)[0]) if who is not None and speaks(who) else None
        if source is not None:
            yield from _pledged(sentence, number, (cue_run(verb), source), (verb.head.left_edge.i, verb.left_edge.i))
        return
    told = _doer(verb)
    held = next((t for t in verb.rights if t.dep_ == "dobj" and t.lemma_.lower() in _MEASURES), None)
    if told is not None and held is not None and numbered(held):
        yield from _pledged(sentence, number, told, (told[0][1], held.right_edge.i + 1))


def _fined(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The regulator has fined Halden CHF 6 million" where the parse has no object."""
    doc = sentence.doc
    told = _doer(verb) if not any(t.dep_ == "dobj" and numbered(t) for t in verb.rights) else None
    end = next((t.i for t in doc[verb.i + 1 :] if t.is_punct or t.lower_ in {"for", "over", "after"}), len(doc))
    if told is not None and end - verb.i <= _NEAR and any(is_number(t) for t in doc[verb.i + 1 : end]):
        yield from _pledged(sentence, number, told, (verb.i + 1, end))


def _changed(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The appeal court cut the fine to 1.2 million": who sets a measure anew is the source of its number."""
    told = _doer(verb)
    held = next((t for t in verb.rights if t.dep_ == "dobj" and t.lemma_.lower() in _MEASURES), None)
    if told is None or held is None:
        return
    for token in (*verb.rights, *held.rights):
        if token.lower_ in {"to", "at", "from", "by"} and token.i > held.i and _amount(token):
            last = max(token.right_edge.i, verb.right_edge.i if not any(map(_clause, verb.rights)) else 0) + 1
            yield from _pledged(sentence, number, told, (token.i, last))
            return


def _pledged(
    sentence: Sentence, number: int, told: tuple[tuple[int, int], Party], content: tuple[int, int]
) -> Iterator[Frame]:
    for frame in tally(sentence, number, told[0], told[1], content):
        yield frame._replace(force="pledges")


def _would_have(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The general would have us believe that only 30 were lost", "asks us to believe in 40"."""
    doc = sentence.doc
    first = next((t.i for t in reversed(doc[max(0, verb.i - 3) : verb.i]) if t.lower_ in _HEARERS), None)
    above = None if first is None or first < 1 else doc[first - 1]
    if above is None or above.lemma_.lower() not in {"have", "ask", "want", "expect", "invite", "get"}:
        return
    who = doer(above) or subject(above)
    if who is not None and who.i < above.i and speaks(who):
        end = next((t.i for t in doc[verb.i + 1 :] if t.text == ";"), len(doc))
        yield from tally(
            sentence, number, (above.i, verb.i + 1), party(who, before=cue_run(above)[0]), (verb.i + 1, end)
        )


def _inquired(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "I rang 40 of them at random: 37 said yes": what a reporter went and asked."""
    who = doer(verb)
    held = next((t for t in verb.rights if t.dep_ == "dobj" and numbered(t)), None)
    if who is None or held is None or held.ent_type_ in {"DATE", "TIME"}:
        return
    own = any(t.lower_ in _OWN_REPORTER for t in who.lefts) and who.lower_ in _REPORTERS
    if own or who.lower_ in {"i", "we"}:
        end = next((t.i for t in sentence.doc[held.i + 1 :] if t.text == ";"), len(sentence.doc))
        yield from tally(sentence, number, cue_run(verb), party(who, before=cue_run(verb)[0]), (verb.i + 1, end))


def _counted_them(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "Last night 22 boats were still at the quay; this reporter counted them"."""
    held = next((t for t in verb.rights if t.dep_ == "dobj"), None)
    who = subject(verb)
    if who is None or who.i > verb.i or not speaks(who):
        return
    own = who.lower_ == "i" or (who.lower_ in _REPORTERS and any(t.lower_ in _OWN_REPORTER for t in who.lefts))
    alone = held is None and own  # "this reporter walked along them and counted", "when I counted"
    if not alone and (held is None or held.lower_ not in _THEM):
        return
    before = sentence.doc[: who.left_edge.i]
    last = next((t.i for t in reversed(before) if is_number(t)), None)
    if last is not None:
        end = next((t.i for t in before[last:] if t.text in {",", ";", ":"}), len(before))
        yield from tally(sentence, number, cue_run(verb), party(who, before=cue_run(verb)[0]), (0, end))


def _at_theirs(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "At the ministry they speak of 40 dead", "in the minutes one reads 940"."""
    who = doer(verb)
    lemma = verb.lemma_.lower()
    cue = VERBS.get(lemma)
    if who is None or who.lower_ not in _ANYBODY or ((cue is None or cue.force != "says") and lemma not in _READS):
        return
    for token in verb.lefts:
        held = held_by(token) if token.dep_ == "prep" else None
        if held is None or token.lower_ not in {"at", "in", "from", "on"} or not speaks(held):
            continue
        words = {held.lower_, held.lemma_.lower()}
        paper = bool(words & (DOCUMENTS | COUNTING_NOUNS))
        if paper or (lemma not in _READS and not words & (UNNAMED | PERSON_ROLES) and held.ent_type_ != "GPE"):
            content = verb.i + 1, verb.right_edge.i + 1
            if any(map(is_number, sentence.doc[content[0] : content[1]])):
                yield from tally(sentence, number, (token.i, token.i + 1), party(held, after=token.i + 1), content)
            return


_SAYS = frozenset(lemma for lemma, cue in VERBS.items() if cue.force == "says")
_BY_VERB = (
    (_RECORDS, _recorded),
    (_PEGS, _pegged),
    (_INFORMS, _informed),
    (listed("receive get have obtain"), _received),
    (listed("launch issue make send"), _appealed),
    (_ALLOTS, _allotted),
    (_IMPOSES, _imposed),
    (_CHANGES, _changed),
    (listed("send jail imprison gaol lock remand ban bar suspend disqualify exclude put"), _jailed),
    (frozenset({"give", "grant", "allow", "set"}), _given_time),
    (listed("advise counsel direct instruct exhort encourage press"), _advised),
    (frozenset({"fine", "fin", "penalise", "penalize"}), _fined),
    (_BELIEVES, _would_have),
    (listed("call ring phone telephone ask interview contact visit check test email question poll survey"), _inquired),
    (_COUNTS, _counted_them),
    (_SAYS | _READS, _at_theirs),
)
