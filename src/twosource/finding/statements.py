"""In: a parsed report, its quotes and names. Out: every attribution, direct, indirect and mixed."""

import bisect
import itertools
from collections.abc import Iterator, Sequence
from typing import Literal

from twosource.finding.chain_links import Namer
from twosource.finding.cues import VERBS
from twosource.finding.parse import Parsed, Sentence
from twosource.finding.statement_answers import answer_frames
from twosource.finding.statement_arrivals import arrival_frames
from twosource.finding.statement_asides import aside_frames
from twosource.finding.statement_back import back_frames, list_frames
from twosource.finding.statement_counts import before_gaps, with_counts
from twosource.finding.statement_dialogue import dialogue_frames
from twosource.finding.statement_frames import Frame, Party
from twosource.finding.statement_givers import giver_frames
from twosource.finding.statement_labels import label_frames
from twosource.finding.statement_nouns import noun_frames
from twosource.finding.statement_parallel import parted
from twosource.finding.statement_places import place_frames
from twosource.finding.statement_quotes import with_quotes
from twosource.finding.statement_sequels import sequel_frames
from twosource.finding.statement_stands import stand_frames
from twosource.finding.statement_tallies import is_number, tally_frames
from twosource.finding.statement_turns import turn_frames
from twosource.finding.statement_verbs import verb_frames
from twosource.records import Link, Name, Quote, Statement
from twosource.text.listing import listed

_LISTED = 7
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBG"})


def find_statements(parsed: Parsed, quotes: Sequence[Quote], names: Sequence[Name]) -> Iterator[Statement]:
    """The attributions of a report in the order of their cues, each with its chain from near to far.

    `quotes` are its marked direct quotations, `names` its names (may be empty).
    """
    namer = Namer(parsed, quotes, names)
    frames = _frames(parsed, quotes)
    told = _told(parsed, frames)
    chains: dict[tuple[int, Party], tuple[Link, ...]] = {}
    turns = sorted(frame.content for frame in frames if frame.turn)
    for index, frame in enumerate(frames):
        chain = () if _himself(parsed, frame, turns) else _chain(frame, namer, chains)
        statement = _statement(parsed, frame, chain, told=index in told)
        if not frame.written or (statement.chain and statement.chain[-1].kind == "document"):
            yield statement


def _himself(parsed: Parsed, frame: Frame, turns: Sequence[tuple[int, int]]) -> bool:
    """Whether "I" or "we" speaks in his own turn of a written talk, which names him already."""
    if not turns or frame.source is None or frame.turn:
        return False
    who = parsed.sentences[frame.sentence].doc[frame.source.head]
    at = parsed.sentences[frame.sentence].start + who.idx
    index = bisect.bisect_right(turns, (at, len(parsed.report.text))) - 1
    holds = frame.tally or who.head.lemma_.lower() not in VERBS  # "They hold 40 million litres"
    told = who.lower_ in {"i", "we"} or (who.lower_ in {"it", "they"} and holds)
    return told and index >= 0 and turns[index][0] <= at < turns[index][1]


def _chain(frame: Frame, namer: Namer, chains: dict[tuple[int, Party], tuple[Link, ...]]) -> tuple[Link, ...]:
    """The chain of a frame; the words that name a source name the same one when they are met again for a number."""
    if frame.source is None:
        return namer.chain(frame)
    place = frame.sentence, frame.source
    if not frame.tally or not chains.get(place):
        chains[place] = namer.chain(frame)
    return chains[place]


def _frames(parsed: Parsed, quotes: Sequence[Quote]) -> list[Frame]:
    frames: list[Frame] = []
    tallies: list[Frame] = []  # kept apart, so that they change nothing of what is said in words
    for number, sentence in enumerate(parsed.sentences):
        closed = _closed(sentence.start, sentence.end, quotes)
        verbs = list(verb_frames(sentence, number, closed))
        here = [*with_counts(sentence, number, closed, verbs), *noun_frames(sentence, number, closed)]
        here += label_frames(sentence, number, closed)
        here += aside_frames(sentence, number, closed, here)
        frames += parted(sentence, [_named(frame) for frame in here])
        before = parsed.sentences[number - 1] if number else sentence
        gaps = [frame for frame in here if frame.source is not None and sentence.doc[frame.verb].tag_ == "IN"]
        tallies += (before_gaps(sentence, f, gaps) for f in _counted(before, sentence, number, closed, here))
        if number and before.paragraph == sentence.paragraph and not _told_in(number - 1, frames):
            earlier = parsed.sentences[number - 2] if number > 1 else before
            alone = earlier.paragraph != before.paragraph or _told_in(number - 2, frames)
            begun = before.start if alone else earlier.start
            for frame in back_frames(before, sentence, number, begun):
                (tallies if frame.tally else frames).append(frame)
        for frame, verb in list_frames(before, sentence, number) if number else ():
            frames = [f for f in frames if (f.sentence, f.verb) != (number, verb)]
            tallies = [*(f for f in tallies if (f.sentence, f.verb) != (number, verb)), frame]
    named: dict[int, list[Party]] = {}
    for frame in frames:
        if frame.source is not None:
            named.setdefault(frame.sentence, []).append(frame.source)
    tallies += dialogue_frames(parsed, frames)
    frames = [_named(frame) for frame in frames]
    frames = [_listing(parsed.sentences[f.sentence], f, _beside(f, named.get(f.sentence, []))) for f in frames]
    frames = [frame for frame in frames if not _punished(parsed.sentences[frame.sentence], frame)]
    frames = [frame for frame in frames if not _no_source(parsed.sentences[frame.sentence], frame)]
    frames = [frame for frame in with_quotes(parsed, quotes, frames) if frame.content[0] < frame.content[1]]
    frames = [_named(frame) for frame in _outermost(parsed, frames)]
    frames += [_named(frame) for frame in tallies if frame.content[0] < frame.content[1]]
    return sorted(frames, key=lambda frame: (frame.sentence, frame.cue, frame.verb))


def _counted(
    before: Sentence, sentence: Sentence, number: int, closed: bytearray, here: list[Frame]
) -> Iterator[Frame]:
    """The sources of the numbers of a sentence that no verb of saying gives; `here` are its attributions."""
    if not any(map(is_number, sentence.doc)):
        return
    yield from sequel_frames(sentence, number, closed)
    yield from tally_frames(sentence, number, closed)
    yield from place_frames(sentence, number, closed)
    yield from turn_frames(sentence, number, closed)
    yield from giver_frames(sentence, number, closed)
    yield from answer_frames(sentence, number, closed, here)
    yield from stand_frames(before, sentence, number, closed)
    yield from arrival_frames(sentence, number, closed)


def _beside(frame: Frame, sources: Sequence[Party]) -> set[int]:
    """The tokens of the sources of a sentence but those in whose words the frame stands."""
    return {i for one in sources if not one.first <= frame.cue[0] < one.last for i in range(one.first, one.last)}


def _named(frame: Frame) -> Frame:
    """The frame without parties of no words, which a broken sentence can leave."""
    source = frame.source if frame.source is not None and frame.source.first < frame.source.last else None
    cited = tuple(party for party in frame.cited if party.first < party.last)
    return frame._replace(source=source, cited=cited)


def _punished(sentence: Sentence, frame: Frame) -> bool:
    """Whether a heading's subject is the one who has to pay: "Insurer fined $31 million over data breach"."""
    verb = sentence.doc[frame.verb]
    if not sentence.heading or verb.lower_ not in {"fined", "ordered", "sentenced", "jailed"}:
        return False
    after = sentence.doc[verb.i + 1 : verb.i + 3]
    return bool(after) and (after[0].is_currency or after[0].like_num or after[0].lower_ in {"to", "for", "over"})


def _no_source(sentence: Sentence, frame: Frame) -> bool:
    """Whether it is said of two that they do not say it ("Neither the firm nor its lawyer disputes"), or of a sum."""
    if frame.source is None:
        return False
    neither = sentence.doc[frame.source.first].lower_ == "neither"
    return neither or sentence.doc[frame.source.head].lower_ in _MEASURED


#: What is stated and never states: "The turnout, stated as 58 percent".
_MEASURED = listed("turnout attendance price temperature output magnitude")


def _listing(sentence: Sentence, frame: Frame, named: set[int]) -> Frame:
    """A frame whose content ends in a number with the numbers listed behind it: "44 percent, 31 against and …".

    `named` are the tokens of the sentence's sources: a list ends where another of them speaks.
    """
    doc, end = sentence.doc, frame.content[1] - sentence.start
    if frame.force == "acts" or not sentence.text[end : end + 5].lstrip().startswith((",", "and ")):
        return frame
    at = next((t.i for t in doc if t.idx >= end), len(doc))
    if frame.cue[0] >= at or not any(t.tag_ == "CD" for t in doc[max(0, at - _LISTED) : at]):
        return frame
    last = at
    while last < len(doc) and doc[last].lower_ in {",", "and"}:
        stop = next((t.i for t in doc[last + 1 :] if t.lower_ in {",", ";", ".", "and"}), len(doc))
        piece = doc[last + 1 : stop]
        number = any(t.tag_ == "CD" or t.lower_ in {"quarter", "third", "half", "none"} for t in piece)
        if not number or any(t.tag_ in _FINITE or t.i in named for t in piece) or len(piece) > _LISTED:
            break
        last = stop
    if last == at:
        return frame
    return frame._replace(content=(frame.content[0], sentence.start + doc[last - 1].idx + len(doc[last - 1])))


def _told_in(number: int, frames: Sequence[Frame]) -> bool:
    """Whether there are frames of a sentence among those found so far, which are in the order of the text."""
    near = itertools.takewhile(lambda frame: frame.sentence >= number, reversed(frames))
    return any(frame.sentence == number for frame in near)


def _outermost(parsed: Parsed, frames: list[Frame]) -> list[Frame]:
    """The frames without attitudes told by someone else: what a speaker says of another's wishes is his statement."""
    spoken = [frame.content for frame in frames if frame.force != "acts" and not frame.weak]
    starts = sorted(spoken)
    kept = []
    reach = 0
    index = 0
    for frame in sorted(frames, key=lambda frame: _place(parsed, frame)):
        place = _place(parsed, frame)
        while index < len(starts) and starts[index][0] <= place:
            reach = max(reach, starts[index][1])
            index += 1
        if (frame.force != "acts" and not frame.weak) or place >= reach:
            kept.append(frame)
    return kept


def _place(parsed: Parsed, frame: Frame) -> int:
    """Where in the report the cue of a frame stands."""
    sentence = parsed.sentences[frame.sentence]
    return sentence.start + sentence.doc[min(frame.cue[0], len(sentence.doc) - 1)].idx


def _closed(start: int, end: int, quotes: Sequence[Quote]) -> bytearray:
    """One byte a code point of a sentence, 1 where a quotation covers it."""
    closed = bytearray(end - start + 1)
    for quote in quotes:
        left, right = max(start, quote.span.start), min(end, quote.span.end)
        if left < right:
            closed[left - start : right - start] = b"\x01" * (right - left)
    return closed


def _told(parsed: Parsed, frames: list[Frame]) -> set[int]:
    """The numbers of the frames whose cue stands in what another says, while that one's cue stands in none of theirs.

    A speaker's report of another's words is his own statement; the other is a link behind him.
    """
    places = [_place(parsed, frame) for frame in frames]
    outer = [index for index, frame in enumerate(frames) if frame.force != "acts" and not frame.tally]
    outer.sort(key=lambda index: frames[index].content)
    found: set[int] = set()
    waiting: list[int] = []
    begun = 0
    for index in sorted(range(len(frames)), key=lambda index: places[index]):
        while begun < len(outer) and frames[outer[begun]].content[0] <= places[index]:
            waiting.append(outer[begun])
            begun += 1
        waiting = [other for other in waiting if places[index] < frames[other].content[1]]
        left, right = frames[index].content
        if any(
            other != index and frames[other].content != (left, right) and not left <= places[other] < right
            for other in waiting
        ):
            found.add(index)
    return found


def _statement(parsed: Parsed, frame: Frame, chain: tuple[Link, ...], *, told: bool) -> Statement:
    sentence = parsed.sentences[frame.sentence]
    source = None if frame.source is None else sentence.span(frame.source.first, frame.source.last)
    left, right = frame.content
    return Statement(
        kind=_kind(parsed, frame),
        source=source,
        cue=sentence.span(*frame.cue) if frame.cue[0] < frame.cue[1] <= len(sentence.doc) else None,
        content=parsed.report.span(left, right),
        chain=chain,
        stance=frame.stance,
        force=frame.force,
        told=told,
        tally=frame.tally,
    )


def _kind(parsed: Parsed, frame: Frame) -> Literal["direct", "indirect", "mixed"]:
    if not frame.quoted or not frame.parts:
        return "indirect"
    left, right = frame.content
    text = parsed.report.text
    before = text[left : min(start for start, _ in frame.parts)]
    after = text[max(end for _, end in frame.parts) : right]
    bare = not any(c.isalnum() for c in before) and not any(c.isalnum() for c in after)
    return "direct" if bare else "mixed"
