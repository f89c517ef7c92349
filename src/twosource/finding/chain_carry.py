"""In: a figure in a sentence without a source. Out: the chain that carries on from the sentence before, if one does."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from twosource.finding.chain_words import DOCUMENTS, INSTRUMENTS, PERSON_ROLES, STRUCTURES, UNNAMED
from twosource.finding.parse import Parsed, Sentence
from twosource.finding.statement_frames import doer
from twosource.records import Link, Span, Statement
from twosource.text.listing import listed

_OWN_VOICE = re.compile(
    r"^(?:.{0,40}\bthat (?:is|was|would|makes|means|amounts|compares)|it was the"
    r"|this (?:is|was|would|makes|means|corresponds|equals|amounts|compares|represents|brings|leaves|works out)\b"
    r"|.{0,40}\b(?:is|are|was|were) (?:quite )?(?:another|a different) (?:matter|story|question)\b"
    r"|the news|it is(?! (?:now |still |already )?(?:at|up|down)\b)|in (?:19|20)\d\d\b|last (?:year|month|week)"
    r"|but\b.{0,60}\bnot (?:say|known|clear)|nobody|no one"
    r"|(?:around|behind|beside|beneath|next to|before|near|opposite|above) (?:him|her|them)\b"
    r"|few\b|why\b|how\b|what\b|shares?)",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(r"\b(?:in|since|of) (?:early |late |mid-)?(?:19|20)\d\d\b", re.IGNORECASE)
_REPORTER = re.compile(r"\b(?:I|we|our|us|my|me)\b")
#: So many sentences a source may be taken up behind.
REACH = 3
_SAME = frozenset({"it", "he", "she", "they", "there"})


def carried(parsed: Parsed, number: int, span: Span, speaking: Sequence[Statement]) -> tuple[Link, ...]:
    """The chain of the last source that spoke in the figure's paragraph, where nothing ends its turn; else none."""
    sentence = parsed.sentences[number]
    if sentence.heading:
        return ()
    own = [s for s in speaking if s.cue is not None and _inside(s.cue, sentence)]
    if own:
        return _behind(sentence, span, own)
    if _turned(sentence, span) or _of_himself(sentence, span):
        return ()
    return _from_before(parsed, number, span, speaking) or _added_to(parsed, number, speaking)


def _from_before(parsed: Parsed, number: int, span: Span, speaking: Sequence[Statement]) -> tuple[Link, ...]:
    """The chain of who spoke last before a sentence that does not turn from him."""
    sentence = parsed.sentences[number]
    for back in range(number, max(-1, number - REACH - 1), -1):
        here = parsed.sentences[back]
        if here.paragraph != sentence.paragraph and not (back == number - 1 and _of_them(parsed, sentence, span)):
            break
        spoken = [s for s in speaking if s.cue is not None and _inside(s.cue, here) and s.force != "pledges"]
        if spoken:
            spoken = [s for s in spoken if not (s.told and _reckons(s))] or spoken
            if any(s.tally and s.cue is not None and _SCORNS.search(s.cue.words) for s in spoken):
                return ()  # what one would have us believe the report does not go on with
            speakers = {s.chain[-1].name for s in spoken}
            last = max(spoken, key=lambda s: (s.content.end, s.content.end - s.content.start))
            return last.chain if len(speakers) == 1 else ()
        if _own_voice(here.text) or (back < number and _turned(here)):
            return ()
    return ()


def _added_to(parsed: Parsed, number: int, speaking: Sequence[Statement]) -> tuple[Link, ...]:
    """The chain of who "added" something in the next sentence to what this one opens a paragraph with."""
    after = parsed.sentences[number + 1] if number + 1 < len(parsed.sentences) else None
    here = parsed.sentences[number]
    if after is None or after.paragraph != here.paragraph or _own_voice(here.text):
        return ()
    added = [s for s in speaking if s.cue is not None and _inside(s.cue, after) and _ADDS.search(s.cue.words)]
    told = [s for s in speaking if s.cue is not None and s.cue.start < here.start and s.chain]
    if not added or not told or not added[0].chain:
        return ()
    return added[0].chain if added[0].chain[-1].name == told[-1].chain[-1].name else ()


_ADDS = re.compile(r"\b(?:add(?:s|ed)|(?:goes|went) on|continue[sd])\b", re.IGNORECASE)


def _of_them(parsed: Parsed, sentence: Sentence, span: Span) -> bool:
    """Whether a sentence opens with a part of those whom the sentence before counts: "Sixty of them are ill"."""
    behind = parsed.report.text[span.end : span.end + _PART_REACH]
    return span.start - sentence.start <= _OPENING and _PART.match(behind) is not None


_PART = re.compile(r" of (?:them|these|those)\b(?! who)", re.IGNORECASE)
_PART_REACH, _OPENING = 16, 12


def _reckons(statement: Statement) -> bool:
    """Whether a cue is one of counting and no speech, so that who tells of it is the only speaker."""
    return statement.cue is not None and not _SPEECH.search(statement.cue.words)


_SCORNS = re.compile(r"\b(?:believe|swallow)\b")
_SPEECH = re.compile(r"\b(?:sa(?:y|ys|id)|t(?:ell|ells|old)|think|thought|thinks)\b", re.IGNORECASE)


def _turned(sentence: Sentence, span: Span | None = None) -> bool:
    """Whether a sentence turns from the source before it: another actor by name, a rule of law, a command.

    Where `span` is given, it must have turned before that figure: "184 were ill; the state of 20 was unknown".
    """
    root = next((t for t in sentence.doc if t.dep_ == "ROOT"), None)
    if _LAW.match(sentence.text):
        return True
    if root is None:
        return False
    who = next((t for t in root.lefts if t.dep_ in {"nsubj", "nsubjpass"}), None)
    known = sentence.doc[0].lower_ in _DEFINITE and sentence.doc[1:2].text[:1].isdigit()
    if _orders(sentence.doc[0]) or known or (who is not None and _told_of_old(who, root)):
        return True
    if who is None:  # the model saw no verb: "A seismograph at the fort registered blasts"
        return root.lower_ in _ACTS_ALONE and any(t.lower_ in {"a", "an"} for t in root.lefts)
    if span is not None and sentence.start + who.idx > span.start and ";" in sentence.text:
        near = [t for t in sentence.doc if t.dep_ in {"nsubj", "nsubjpass"} and sentence.start + t.idx < span.start]
        return bool(near) and _new_actor(near[-1])
    return _new_actor(who) or (_counts_nothing(who) and _acts(who, root))


def _orders(first: Token) -> bool:
    """Whether a sentence is a command to the reader: "Ask for a new card; it costs 9"."""
    return first.tag_ == "VB" and first.dep_ in {"ROOT", "ccomp", "parataxis", "advcl"} and not any(first.lefts)


#: Deeds of courts and police, and payments: whoever has spoken before, the report tells them.
_DONE = listed("charge arrest indict detain jail convict sentence extradite pay sack suspend dismiss")
_DEFINITE = frozenset({"the", "these", "those"})
_MOVES = listed("go rise climb fall drop jump soar grow sink creep move swell")


def _told_of_old(who: Token, root: Token) -> bool:
    """Whether a sentence tells what became of a number known before, or what is always so.

    "The 5,000 was paid out", "Two men have been charged", "The toll had gone from 5 to 8", "A newcomer earns 28,000".
    """
    articles = {t.lower_ for t in who.lefts}
    known = bool(articles & _DEFINITE)
    if known and any(t.tag_ == "CD" for t in who.lefts):
        return True
    if root.tag_ == "VBZ" and articles & {"a", "an"} and who.pos_ == "NOUN" and who.lower_ not in _MEASURED:
        return True
    if who.dep_ == "nsubjpass" and root.lemma_.lower() in _DONE:
        return True
    moved = root.lemma_.lower() in _MOVES and any(t.lower_ in {"has", "had", "have"} for t in root.lefts)
    return known and moved and any(t.lower_ == "from" for t in root.rights)


def _of_himself(sentence: Sentence, span: Span) -> bool:
    """Whether a sentence tells of the speaker's own life: "She has worked here for 22 years"."""
    root = next((t for t in sentence.doc if t.dep_ == "ROOT"), None)
    who = None if root is None else doer(root)
    if root is None or who is None or who.lower_ not in {"he", "she"}:
        return False
    behind = sentence.text[span.start - sentence.start : span.end - sentence.start + _YEARS_REACH]
    if root.lemma_.lower() == "have" and _KIN.search(behind):
        return True
    return root.lemma_.lower() in _LIVES and re.search(r"\b(?:years?|months?|decades?)\b", behind) is not None


_LIVES = listed("be work serve hold run lead spend live teach retire chair head fish farm represent practise face")
_YEARS_REACH = 18
_KIN = re.compile(r"\b(?:children|sons?|daughters?|siblings|brothers|sisters|grandchildren|kids)\b")


def _new_actor(who: Token) -> bool:
    """Whether a subject is a thing or body of its own: "the bridge", "a court", "files seen by us"."""
    articles = {t.lower_ for t in who.lefts}
    owned = any(t.dep_ == "poss" and t.tag_ in _OWNERS for t in who.lefts)
    if who.lower_ in _PAPERS and any(t.dep_ == "acl" for t in who.rights):
        return True
    if articles & {"a", "an", "another"} and who.lower_ in _ACTS_ALONE:
        return True
    definite = owned or bool(articles & {"the", "this", "these", "those"})
    return definite and who.pos_ == "NOUN" and not {who.lower_, who.lemma_.lower()} & _MEASURED


def _counts_nothing(who: Token) -> bool:
    return who.tag_ != "CD" and who.pos_ != "PRON" and not any(t.tag_ == "CD" for t in who.children)


def _acts(who: Token, root: Token) -> bool:
    body = {who.lower_, who.lemma_.lower()} & _ACTORS
    return (who.pos_ == "PROPN" and who.text[:1].isupper()) or (
        bool(body) and root.tag_ in {"VBZ", "VBP", "VBD", "VBN"}
    )


_ACTS_ALONE = STRUCTURES | PERSON_ROLES | DOCUMENTS | INSTRUMENTS
_OWNERS = frozenset({"NN", "NNP", "NNS", "NNPS"})
_PAPERS = listed(
    "figures documents records papers files emails letters photos photographs images footage data pictures"
)
#: What a count of the source's own is a count of: "the total came to 40".
_MEASURED = listed(
    "total toll number figure count turnout share rate cost loss damage price amount value sum average margin majority"
    " speed depth magnitude temperature dead injured missing wounded rest remainder others survivor victim patient"
    " status condition cause age identity youngest oldest majority case child"
)
_ACTORS = listed(
    "prosecutor parliament government court police ministry cabinet senate congress president minister opposition"
    " gendarmerie army union council commission judge regulator lawmaker"
)
_LAW = re.compile(
    r"(?:under|by) (?:the |its |his |her |their |\w+ )?(?:\w+ )?"
    r"(?:constitution|law|rules?|statutes?|treaty|regulations?|code)\b",
    re.IGNORECASE,
)


def _own_voice(text: str) -> bool:
    """Whether a sentence is plainly the report's own: background, a reckoning, a question, the reporter speaking."""
    if _OWN_VOICE.match(text) or _BACKGROUND.search(text) or text.rstrip().endswith("?"):
        return True
    return _REPORTER.search(_unquoted(text)) is not None


def _behind(sentence: Sentence, span: Span, own: Sequence[Statement]) -> tuple[Link, ...]:
    """The chain of a source that spoke earlier in the sentence, where only a semicolon parts the figure from it."""
    before = [s for s in own if s.cue is not None and s.cue.start < span.start and s.force == "says"]
    if not before or len(before) < len([s for s in own if s.force == "says"]):
        return ()
    last = max(before, key=lambda s: s.content.end)
    end = max(last.content.end, last.cue.end if last.cue else 0)
    between = sentence.text[end - sentence.start : span.start - sentence.start] if end < span.start else ""
    subjects = [
        t
        for t in sentence.doc
        if t.dep_ in {"nsubj", "nsubjpass", "expl"} and not t.like_num and end <= sentence.start + t.idx < span.start
    ]
    parted = re.search(r"[;:]|, and\b", between)
    tag = last.cue is not None and last.cue.start >= last.content.end  # "40 were in, the nurse said, and 31 are dead"
    goes_on = _bare(subjects[0]) if subjects and not tag else subjects and not _acting(subjects[0])
    if subjects and subjects[0].lower_ not in _SAME and not (goes_on and (tag or ";" in between)):
        return ()
    opening = between[parted.end() :].lstrip() if parted else ""
    return last.chain if parted and not (_RECKONING if tag else _OWN_VOICE).match(opening) else ()


#: What the writer adds to a number behind a speaker's tag.
_RECKONING = re.compile(r"(?:that|this|which|nobody|no one|few|why|how|what)\b", re.IGNORECASE)


def _acting(who: Token) -> bool:
    """Whether a subject is people who do something by themselves: "; orderlies brought out 27"."""
    held = next((t for t in who.head.rights if t.dep_ == "dobj"), None)
    counted = held is not None and any(t.tag_ == "CD" for t in held.subtree)
    return who.dep_ == "nsubj" and who.tag_ == "NNS" and counted


def _bare(who: Token) -> bool:
    """Whether a subject is a thing that is told of, and no actor: "; fever occurred in one child in eight"."""
    known = {who.lower_, who.lemma_.lower()}
    told = who.tag_ == "NN" or who.dep_ == "nsubjpass"
    return who.pos_ == "NOUN" and told and not _new_actor(who) and not known & (STRUCTURES | PERSON_ROLES | UNNAMED)


def _unquoted(text: str) -> str:
    return re.sub(r"[“\"][^“”\"]*[”\"]?", "", text)


def _inside(span: Span, sentence: Sentence) -> bool:
    return sentence.start <= span.start < sentence.end


def number_of(parsed: Parsed, offset: int) -> int | None:
    """The number of the sentence that holds the code point at `offset`, or None."""
    low, high = 0, len(parsed.sentences)
    while low < high:
        middle = (low + high) // 2
        if parsed.sentences[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return low if low < len(parsed.sentences) and parsed.sentences[low].start <= offset else None
