"""In: one parsed sentence. Out: attributions by a colon: "Health ministry: 29 deaths", "The police: 42,000"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from twosource.finding.chain_words import BODIES, PERSON_ROLES, UNNAMED
from twosource.finding.parse import Sentence
from twosource.finding.statement_cited import cited_behind
from twosource.finding.statement_frames import Frame, Party, chars, trimmed
from twosource.text.listing import listed

_LABEL_WORDS = 9


def label_frames(sentence: Sentence, number: int, closed: bytearray) -> Iterator[Frame]:
    """The attributions of a sentence whose pieces open with a speaker and a colon: "Police: 40. Union: 60"."""
    doc = sentence.doc
    first = 0
    for token in doc:
        if token.text in {".", ";", "!", "?"} and token.i + 1 < len(doc):
            yield from _labelled(sentence, number, closed, (first, token.i))
            first = token.i + 1
    yield from _labelled(sentence, number, closed, (first, len(doc)))


def _labelled(sentence: Sentence, number: int, closed: bytearray, piece: tuple[int, int]) -> Iterator[Frame]:
    doc = sentence.doc
    begin, end = piece
    clocked = begin < end and _CLOCK.fullmatch(doc[begin].text) is not None  # an entry of a running report
    begin += clocked
    colon = next((token.i for token in doc[begin : min(end, begin + _LABEL_WORDS + 1)] if token.text == ":"), None)
    if colon is None or colon + 1 >= end or closed[doc[begin].idx]:
        return
    first, last = trimmed(doc, begin, colon)
    if first < last and doc[last - 1].text.startswith("@"):  # a post, whatever the page says before it
        first = last - 1
    if doc[colon - 1].tag_ in {"DT", "IN", "PRP", "RB"} or doc[begin].tag_ == "IN":
        return
    named = clocked and all(t.text[:1].isupper() and t.tag_ in {"NNP", "NNPS"} for t in doc[first:last])
    if first >= last or not (named or _speaks(doc, first, last, heading=sentence.heading)):
        return
    so = next((t.i for t in doc[colon + 2 : end] if t.lower_ == "so" and t.nbor(-1).text == ","), end)
    left, right = trimmed(doc, colon + 1, so)  # what follows "so" is the writer's reckoning
    if left >= right:
        return
    head = next((t for t in doc[first:last] if not first <= t.head.i < last or t.head == t), doc[last - 1])
    yield Frame(
        sentence=number,
        verb=colon,
        cue=(colon, colon + 1),
        source=Party(first, last, head.i),
        content=chars(sentence, left, right),
        cited=tuple(cited_behind(doc, left)),
    )


_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d")


def _transcript(doc: Doc, index: int) -> bool:
    """Whether one word in capitals opens a turn of a transcript: "WALLACE: Let us start with …"."""
    word = doc[index].text
    turn = [t for t in doc[index + 2 :] if t.is_alpha]
    small = sum(t.text.islower() for t in turn)
    if doc[index].pos_ != "PROPN" or any(t.tag_ == "CD" for t in doc[index + 2 :]):
        return False
    return word.isupper() and word.isalpha() and len(word) > _INITIALS and small >= _TURN_WORDS


_INITIALS = 3
_TURN_WORDS = 3
_FURNITURE = listed(
    "note transcript transcripts lesson correction clarification photo photos caption update updated breaking exclusive"
    " watch video live opinion editorial analysis comment read related news story stories explainer factbox disclosure"
    " advertisement warning question answer topic subject date location place time source sources contact click follow"
    " frustration success problem issue advice tip reminder summary bottom verdict result results price cost"
)


def _speaks(doc: Doc, first: int, last: int, *, heading: bool) -> bool:
    """Whether a label names a person or body: no verb, no number, and a name with a role, a person or a body in it."""
    words = doc[first:last]
    if words[-1].text.startswith("@") and len(words[-1]) > 1:
        return True
    if len(words) == 1 and _transcript(doc, words[0].i) and not heading:
        return True
    return not any(t.lower_ in _FURNITURE for t in words) and _names_speaker(doc, first, last, heading=heading)


def _names_speaker(doc: Doc, first: int, last: int, *, heading: bool) -> bool:
    words = doc[first:last]
    if any(t.tag_ in {"VBD", "VBZ", "VBP", "MD", "CD", "WRB", "WP"} or t.text in {"?", "/", "|"} for t in words):
        return False
    if len(words) > 1 and all(t.text.isupper() for t in words if t.is_alpha) and len(words[0].text) > 5:  # noqa: PLR2004
        return False
    if len(words) == 1 and words[0].text.isupper() and words[0].lower_ not in BODIES:
        return False
    known = BODIES | PERSON_ROLES | {"site", "pm"}
    speaker = bool({words[-1].lower_, words[-1].lemma_.lower()} & (known | UNNAMED))
    speaker = speaker and not any(t.tag_ in {"IN", "TO"} for t in words)
    if speaker or any({t.lower_, t.lower_.rstrip(".")} & known for t in words):
        return any(t.pos_ in {"PROPN", "NOUN"} for t in words)
    people = sum(t.ent_type_ == "PERSON" for t in words)
    bodies = sum(t.ent_type_ == "ORG" for t in words)
    if heading:
        return False
    return max(people, bodies) * 2 > len(words) and words[0].text[:1].isupper() and (people > 1 or bodies > 0)
