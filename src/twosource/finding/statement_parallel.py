"""In: the attributions of one sentence. Out: the same, parted where one speaker's number ends and another's begins."""

from collections.abc import Sequence

from spacy.tokens import Doc

from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Frame, Party, trimmed

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_JOINTS = frozenset({"and", "but", "while", "whereas", ",", ";"})
_SIGNS = frozenset({"%", "percent", "million", "billion", "$", "€", "£"})


def parted(sentence: Sentence, frames: Sequence[Frame]) -> list[Frame]:
    """The frames in order; of "the police say 58 and the union says 70" each speaker keeps his own number."""
    doc = sentence.doc
    cut = [_behind_number(doc, frame) for frame in frames]
    return [_before_other(sentence, frame, cut) for frame in cut]


def _behind_number(doc: Doc, frame: Frame) -> Frame:
    """A frame whose source was read with the number of the speaker before it: "58 and the union says"."""
    source = frame.source
    if source is None or doc[source.first].tag_ != "CD":
        return frame
    first = source.first
    while first < source.last and (doc[first].tag_ == "CD" or doc[first].lower_ in _SIGNS):
        first += 1
    if first + 1 >= source.last or doc[first].lower_ not in {"and", "but", "while"}:
        return frame
    head = source.head if source.head > first else source.last - 1
    return frame._replace(source=Party(first + 1, source.last, head))


def _before_other(sentence: Sentence, frame: Frame, others: Sequence[Frame]) -> Frame:
    """A frame that gives a bare number and ends before the next speaker and his verb."""
    doc = sentence.doc
    if frame.force == "acts" or not 0 <= frame.verb < len(doc) or doc[frame.verb].tag_ not in _FINITE:
        return frame
    for other in others:
        source = other.source
        if other is frame or source is None or other.verb <= frame.verb or doc[other.verb].tag_ not in _FINITE:
            continue
        at = sentence.start + doc[source.first].idx
        between = doc[frame.cue[1] : source.first]
        held = frame.content[0] < at < frame.content[1] and source.last <= other.verb
        plain = not any(t.tag_[:2] in {"VB", "MD"} for t in between) and any(t.tag_ == "CD" for t in between)
        if held and plain and doc[source.first - 1].lower_ in _JOINTS:
            last = trimmed(doc, frame.cue[1], source.first)[1]
            end = sentence.start + doc[last - 1].idx + len(doc[last - 1])
            return frame._replace(content=(frame.content[0], end)) if end > frame.content[0] else frame
    return frame
