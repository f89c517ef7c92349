"""In: one parsed sentence. Out: attributions by set phrases: "by the rebels' tally", "… – police"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from twosource.finding.chain_words import BODIES, DOCUMENTS, PERSON_ROLES, UNNAMED
from twosource.finding.cues import COUNTING_NOUNS, VERBS
from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Frame, Party, Stretch, chars, cue_run, held_by, party, subject, trimmed
from twosource.text.listing import listed

_OWNING = frozenset({"'s", "’s", "'", "’"})
_ACCOUNTS = COUNTING_NOUNS - {"report", "list", "data", "book"} | listed("counts tallies reckonings estimates own")
_ACCOUNT_WORDS = 9
_LABEL_WORDS = 6
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DASHES = frozenset({"–", "—", "-", "--", ":", "|"})
_MEDIA = listed("radio television tv media paper papers newspaper newspapers press agency agencies report reports")
_TELLING = listed(
    "speak talk tell admit warn boast brag own confess refer point testify hear know complain claim swear"
)
_WH = frozenset({"WP", "WDT"})
_END = frozenset({".", ",", ";", ")", ":", "–", "—"})


def aside_frames(sentence: Sentence, number: int, closed: bytearray, known: list[Frame]) -> Iterator[Frame]:
    """The attributions by set phrases of a sentence, without those that grammar found and that are `known`."""
    known = [*known]  # it may grow while these are read
    taken = {frame.cue[0] for frame in known}
    yield from _accounts(sentence, number, closed, taken)
    sourced = {frame.verb for frame in known if frame.source is not None}
    for token in sentence.doc:
        if token.lower_ in {"that", "which"} and not closed[token.idx]:
            yield from _numbered(sentence, number, token, sourced)
        if token.lower_ in COUNTING_NOUNS and token.dep_ == "nsubj" and not closed[token.idx]:
            yield from _given(sentence, number, token)
            yield from _possessed(sentence, number, token)
        if token.lower_ in _SHOWS and not closed[token.idx] and token.i not in sourced:
            yield from _shown(sentence, number, token)
        if token.dep_ == "relcl" and not closed[token.idx] and not any(f.verb == token.i for f in known):
            yield from _prepositional(sentence, number, token)
        if token.lower_ in _WILLING and token.dep_ == "acomp" and not closed[token.idx]:
            yield from _willing(sentence, number, token)
    trailing = _trailing(sentence, number)
    if trailing is not None:
        yield trailing


def _accounts(sentence: Sentence, number: int, closed: bytearray, taken: set[int]) -> Iterator[Frame]:
    """Such as "By the rebels' reckoning it was 25", "19 died by the government's tally and 31 by the opposition's"."""
    doc = sentence.doc
    found: list[tuple[int, int, Party]] = []
    for token in doc:
        if token.lower_ != "by" or closed[token.idx]:
            continue
        phrase = _account(doc, token.i, told=bool(found))
        if phrase is not None:
            found.append((token.i, *phrase))
    left = 0
    for place, (first, last, source) in enumerate(found):
        following = found[place + 1][0] if place + 1 < len(found) else len(doc)
        content = _told(doc, left, first, last, following)
        left = last
        if first not in taken and content is not None:
            yield Frame(
                sentence=number,
                verb=last - 1,
                cue=(first, first + 1),
                source=source,
                content=chars(sentence, *content),
            )


def _account(doc: Doc, by: int, *, told: bool) -> tuple[int, Party] | None:
    """The end and owner of "by X's tally"; of "by X's" alone where such a phrase was `told` before."""
    for mark in doc[by + 2 : by + _ACCOUNT_WORDS]:
        if mark.text in _END or mark.tag_ in _FINITE:
            return None
        if mark.text not in _OWNING:
            continue
        last = mark.i + 1
        while last < len(doc) and doc[last].tag_ in {"JJ", "JJS", "NN"} and doc[last].lower_ not in _ACCOUNTS:
            last += 1
        noun = last < len(doc) and doc[last].lower_ in _ACCOUNTS
        alone = told and (mark.i + 1 == len(doc) or doc[mark.i + 1].text in _END or doc[mark.i + 1].lower_ == "and")
        if not noun and not alone:
            return None
        first, end = trimmed(doc, by + 1, mark.i)
        if first >= end:
            return None
        return (last + 1 if noun else mark.i + 1), Party(first, end, end - 1)
    return None


def _told(doc: Doc, left: int, first: int, last: int, following: int) -> Stretch | None:
    """What a phrase tells of: the words before it, or those behind it where it opens its clause."""
    for index in range(first - 1, left - 1, -1):
        if doc[index].text == ";":
            left = index + 1
            break
    before = trimmed(doc, left, first)
    if before[0] < before[1]:
        return before
    stop = next((t.i for t in doc[last:following] if t.text == ";"), following)
    after = trimmed(doc, last, stop)
    return after if after[0] < after[1] else None


def _numbered(sentence: Sentence, number: int, that: Token, sourced: set[int]) -> Iterator[Frame]:
    """Such as "the 6 percent that the operator, Northrail, offered" where the parse has no clause."""
    doc = sentence.doc
    first = that.i - 1
    while first > 0 and that.i - first < _NUMBER_WORDS and doc[first].tag_ != "CD":
        first -= 1
    verb = next((t for t in doc[that.i + 2 : that.i + _ACCOUNT_WORDS + 4] if t.tag_[:2] == "VB"), None)
    cue = None if verb is None or verb.tag_ not in {"VBD", "VBN", "VBZ", "VBP"} else VERBS.get(verb.lemma_.lower())
    if verb is None or cue is None or cue.force == "acts" or verb.i in sourced or doc[first].tag_ != "CD":
        return
    if any(t.tag_ in {"IN", "TO", "RP"} or t.tag_[:2] == "VB" for t in doc[first + 1 : that.i]):
        return
    run = trimmed(doc, that.i + 1, verb.i)
    told = doc[that.i + 1 : verb.i]
    plain = not any(t.text in {".", ";", ":", "(", "“", '"'} or t.tag_ in {"IN", "CD", "MD", "TO"} for t in told)
    named = run[0] < run[1] and doc[run[0]].tag_ in {"DT", "NNP", "PRP$"}
    finite = sum(t.text == "," for t in told) in {0, 2}
    if named and plain and finite and not any(t.dep_ == "ccomp" for t in verb.rights):
        nouns = [t for t in doc[run[0] : run[1]] if t.pos_ in {"NOUN", "PROPN"}]
        comma = next((t.i for t in doc[run[0] : run[1]] if t.text == ","), run[1])
        head = next((t.i for t in reversed(nouns) if t.i < comma), run[1] - 1)
        yield Frame(
            sentence=number,
            verb=verb.i,
            cue=(verb.i, verb.i + 1),
            source=Party(*run, head),
            content=chars(sentence, first, that.i),
            force=cue.force,
            stance=cue.stance,
        )


_NUMBER_WORDS = 4


def _given(sentence: Sentence, number: int, noun: Token) -> Iterator[Frame]:
    """Such as "the figure Ana Ruiz gives to anyone who asks is 255": who gives a figure that the sentence tells."""
    told = next((t for t in noun.rights if t.dep_ == "relcl" and t.lemma_.lower() in _GIVING), None)
    who = None if told is None else next((t for t in told.lefts if t.dep_ == "nsubj" and t.tag_ != "WDT"), None)
    be = noun.head
    held = next((t for t in be.rights if t.dep_ in {"attr", "acomp", "prep"} and _numeral(t)), None)
    source = None if who is None or told is None else party(who, before=told.i)
    if held is None or source is None or told is None:
        return
    first, last = trimmed(sentence.doc, max(be.i + 1, held.left_edge.i), held.right_edge.i + 1)
    if first < last:
        yield Frame(
            sentence=number,
            verb=told.i,
            cue=(told.i, told.i + 1),
            source=source,
            content=chars(sentence, first, last),
        )


def _possessed(sentence: Sentence, number: int, noun: Token) -> Iterator[Frame]:
    """Such as "the operator's figure of 3,200 related to one tank": a number behind the noun that has an owner."""
    owner = next((t for t in noun.lefts if t.dep_ == "poss" and t.tag_ != "PRP$"), None)
    of = next((t for t in noun.rights if t.lower_ == "of" and _numeral(t)), None)
    if owner is None or of is None or of.i != noun.i + 1:
        return
    first, last = trimmed(noun.doc, owner.left_edge.i, owner.i + 1)
    held = held_by(of)
    if first < last and held is not None:
        yield Frame(
            sentence=number,
            verb=noun.i,
            cue=(noun.i, noun.i + 1),
            source=Party(first, last, owner.i),
            content=chars(sentence, of.i + 1, held.i + 1),
        )


def _shown(sentence: Sentence, number: int, show: Token) -> Iterator[Frame]:
    """Such as "Satellite images analysed by the firm Skyline show 46 wrecks" where the parse took no verb for one."""
    doc = sentence.doc
    by = next((t for t in reversed(doc[max(0, show.i - _ACCOUNT_WORDS) : show.i]) if t.lower_ == "by"), None)
    if by is None or by.i < 2 or by.nbor(-1).lower_ not in _STUDIED:  # noqa: PLR2004 - a paper and a participle
        return
    paper = any(t.lower_ in DOCUMENTS for t in doc[max(0, by.i - _LABEL_WORDS) : by.i])
    between = doc[by.i + 1 : show.i]
    source = trimmed(doc, by.i + 1, show.i)
    content = trimmed(doc, show.i + 1, len(doc))
    plain = not any(t.tag_ in _FINITE or t.text in {";", ":", "“"} for t in between)
    if paper and plain and source[0] < source[1] and any(t.tag_ == "CD" for t in doc[content[0] : content[1]]):
        head = next((t.i for t in reversed(doc[source[0] : source[1]]) if t.pos_ in {"PROPN", "NOUN"}), source[1] - 1)
        yield Frame(
            sentence=number,
            verb=show.i,
            cue=(show.i, show.i + 1),
            source=Party(*source, head),
            content=chars(sentence, *content),
        )


_SHOWS = listed("show shows showed suggest suggests indicate indicates reveal reveals revealed")
_STUDIED = listed(
    "analysed analyzed examined studied reviewed assessed compiled published released collected issued gathered"
    " verified"
)


def _numeral(token: Token) -> bool:
    return any(t.tag_ == "CD" for t in token.subtree)


_GIVING = listed("give name cite use quote publish report put mention state keep repeat")


def _prepositional(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "the 310,000 votes of which the complaint speaks", "the 180 workers to whom the firm admitted"."""
    cue = VERBS.get(verb.lemma_.lower()) if verb.lemma_.lower() in _TELLING else None
    relative = any(b.tag_ in _WH for t in verb.lefts if t.dep_ == "prep" for b in t.children)
    who = subject(verb)
    if cue is None or cue.force == "acts" or not relative or who is None or who.i > verb.i:
        return
    first, last = trimmed(verb.doc, verb.head.left_edge.i, verb.left_edge.i)
    source = party(who, before=verb.i)
    if source is None or first >= last or not any(t.tag_ == "CD" for t in verb.doc[first:last]):
        return
    yield Frame(
        sentence=number,
        verb=verb.i,
        cue=cue_run(verb),
        source=source,
        content=chars(sentence, first, last),
        stance=cue.stance,
    )


def _willing(sentence: Sentence, number: int, adjective: Token) -> Iterator[Frame]:
    """Such as "the union had been ready to accept 700": what one is ready to give or take is his offer."""
    held = next((t for t in adjective.rights if t.dep_ == "xcomp" and t.lemma_.lower() in _GIVES), None)
    who = subject(adjective.head)
    source = None if who is None else party(who, before=adjective.head.i)
    if held is None or source is None or not any(t.tag_ == "CD" for t in held.subtree):
        return
    first, last = trimmed(adjective.doc, held.i + 1, held.right_edge.i + 1)
    if first < last:
        yield Frame(
            sentence=number,
            verb=adjective.i,
            cue=(adjective.i, held.i + 1),
            source=source,
            content=chars(sentence, first, last),
            force="pledges",
        )


_WILLING = frozenset({"ready", "willing", "prepared"})
_GIVES = listed("accept pay offer give take settle invest spend sell cut lend contribute concede provide release")


def _trailing(sentence: Sentence, number: int) -> Frame | None:
    """Such as "Bus crash kills 12 – police": a speaker behind the last dash or colon of a line."""
    doc = sentence.doc
    if len(doc) == 0 or doc[-1].text in {".", "!", "?"}:
        return None
    mark = next((t.i for t in reversed(doc[max(1, len(doc) - _LABEL_WORDS - 1) : len(doc) - 1]) if _parts(t)), None)
    if mark is None or not _speaker(doc, mark + 1):
        return None
    first, last = trimmed(doc, 0, mark)
    label = trimmed(doc, mark + 1, len(doc))
    if first >= last or label[0] >= label[1]:
        return None
    head = next((t for t in doc[label[0] : label[1]] if not label[0] <= t.head.i < label[1]), doc[label[1] - 1])
    return Frame(
        sentence=number,
        verb=mark,
        cue=(mark, mark + 1),
        source=Party(*label, head.i),
        content=chars(sentence, first, last),
    )


def _parts(token: Token) -> bool:
    return token.text in _DASHES and bool(token.nbor(-1).whitespace_ or token.text == ":")


def _speaker(doc: Doc, first: int) -> bool:
    """Whether a label is a body, role or medium told in small words: no site's own name, no clause."""
    words = doc[first:]
    if any(t.tag_ in _FINITE or t.tag_ in {"CD", "WP", "WRB"} or t.text in {",", "?"} for t in words):
        return False
    last = words[-1]
    known = {last.lower_, last.lemma_.lower()}
    if known & _MEDIA:
        return last.text.islower()
    if known & (BODIES | UNNAMED | PERSON_ROLES | {"official", "minister", "source"}):
        return True
    return (
        last.ent_type_ in {"ORG", "PERSON"}
        and last.text.isupper()
        and re.fullmatch(r"[A-Z]{2,6}", last.text) is not None
    )
