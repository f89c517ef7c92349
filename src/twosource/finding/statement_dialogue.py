"""In: the sentences of a report. Out: whose the numbers are in its turns of talk ("LEE: Forty.") and listed lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from twosource.finding.parse import Parsed, Sentence
from twosource.finding.statement_frames import Frame, Party
from twosource.finding.statement_tallies import is_number
from twosource.text.listing import listed

_LABEL = re.compile(r"(?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|de|van|von|al|bin|of|the)){0,4}(?=: ?\S)")
#: Those who ask, and whose numbers only lead up to an answer.
_ASKING = listed("q question host interviewer moderator presenter anchor reporter editor journalist")
_ANSWER = listed("a answer")
_TALKS = listed("interview talk speak ask answer conversation question q&a guest")
_LEAST_TURNS = 3
_BULLETS = tuple("•-–*·▪●◦‣")
_INTRODUCED = 12
_LONGEST_NAME = 5


def dialogue_frames(parsed: Parsed, frames: Sequence[Frame]) -> Iterator[Frame]:
    """The speakers of a written interview, each over the whole of his turns, and the sources of announced lists.

    `frames` are the attributions of the report so far, which name the sources that announce lists.
    """
    yield from _turn_frames(parsed.sentences, _turns(parsed.sentences))
    yield from _list_frames(parsed, frames)


def _turns(sentences: Sequence[Sentence]) -> list[tuple[int, int, str]]:
    """Of each turn the number of its first sentence, of the sentence past its last, and its label; none if too few."""
    begun = list(_labels(sentences))
    count = Counter(_last_word(label) for _, label in begun)
    if len(begun) < _LEAST_TURNS or max(count.values()) < 2 or len(count) < 2:  # noqa: PLR2004 - someone must speak again
        return []
    kept = [(number, label) for number, label in begun if count[_last_word(label)] > 1 or label.isupper()]
    ends = [number for number, _ in kept[1:]] + [_last(sentences, kept[-1][0])]
    return [(number, end, label) for (number, label), end in zip(kept, ends, strict=True)]


def _last_word(label: str) -> str:
    return label.rsplit(" ", 1)[-1]


def _last(sentences: Sequence[Sentence], number: int) -> int:
    """Past the last sentence of the paragraph of a sentence: the last turn of a talk ends with it."""
    paragraph = sentences[number].paragraph
    while number < len(sentences) and sentences[number].paragraph == paragraph:
        number += 1
    return number


def _labels(sentences: Sequence[Sentence]) -> Iterator[tuple[int, str]]:
    for number, sentence in enumerate(sentences):
        if number and sentences[number - 1].paragraph == sentence.paragraph:
            continue
        label = _LABEL.match(sentence.text)
        if label is not None:
            yield number, label[0]


def _turn_frames(sentences: Sequence[Sentence], turns: Sequence[tuple[int, int, str]]) -> Iterator[Frame]:
    asking = _askers(sentences, turns)
    guest = _guest(sentences, turns[0][0]) if turns else None
    for number, end, label in turns:
        sentence = sentences[number]
        colon = next((t.i for t in sentence.doc if t.text == ":" and t.idx >= len(label)), None)
        if label in asking or colon is None or colon < 1 or not any(_numbered(one) for one in sentences[number:end]):
            continue
        place, source = number, Party(0, colon, colon - 1)
        if label.lower() in _ANSWER and guest is None:
            continue
        place, source = (guest if label.lower() in _ANSWER else _full(sentences, label)) or (place, source)
        first = sentence.start + sentence.doc[colon].idx + 1
        cue = (colon, colon + 1) if place == number else (0, 0)
        yield Frame(place, cue[0], cue, source, (first, sentences[end - 1].end), tally=True, turn=True)


def _numbered(sentence: Sentence) -> bool:
    return any(map(is_number, sentence.doc))


def _askers(sentences: Sequence[Sentence], turns: Sequence[tuple[int, int, str]]) -> set[str]:
    """The labels of those who ask: by their name, or because most of their turns end in a question."""
    asked: Counter[str] = Counter()
    for _, end, label in turns:
        asked[label] += 1 if sentences[end - 1].text.rstrip("”\"' ").endswith("?") else -1
    return {label for label in asked if asked[label] > 0 or label.lower() in _ASKING}


def _full(sentences: Sequence[Sentence], label: str) -> tuple[int, Party] | None:
    """Where the report first has the full name of which a label in capitals is the last word."""
    if not label.isupper() or " " in label:
        return None
    for number, sentence in enumerate(sentences):
        for token in sentence.doc[1:]:
            if token.lower_ == label.lower() and token.text != label and token.nbor(-1).pos_ == "PROPN":
                return number, Party(token.i - 1, token.i + 1, token.i)
    return None


def _guest(sentences: Sequence[Sentence], first: int) -> tuple[int, Party] | None:
    """Who answers where the turns are only marked "A:": the first person named before the talk."""
    for number, sentence in enumerate(sentences[: min(first, _INTRODUCED)]):
        told = any(t.lemma_.lower() in _TALKS for t in sentence.doc)
        for token in sentence.doc:
            last = token.i
            while last < len(sentence.doc) and sentence.doc[last].pos_ == "PROPN" and last - token.i < _LONGEST_NAME:
                last += 1
            person = told or any(t.ent_type_ == "PERSON" for t in sentence.doc[token.i : last])
            if last - token.i > 1 and person:
                return number, Party(token.i, last, last - 1)
    return None


def _list_frames(parsed: Parsed, frames: Sequence[Frame]) -> Iterator[Frame]:
    """Whose the numbers of a list are: "According to the institute:" and the lines with bullets that follow it.

    `frames` are the attributions of the report so far; one in the sentence that ends in the colon gives the source.
    """
    by_sentence = {frame.sentence: frame for frame in frames if frame.source is not None and frame.force != "acts"}
    for number, sentence in enumerate(parsed.sentences):
        if not sentence.text.rstrip().endswith(":"):
            continue
        end = number + 1
        while end < len(parsed.sentences) and _listed(parsed.sentences, end, number):
            end += 1
        if end == number + 1:
            continue
        frame = by_sentence.get(number) or _headed(sentence, number)
        if frame is not None and any(_numbered(one) for one in parsed.sentences[number + 1 : end]):
            content = parsed.sentences[number + 1].start, parsed.sentences[end - 1].end
            yield frame._replace(content=content, tally=True, written=False, quoted=False, parts=())


def _listed(sentences: Sequence[Sentence], number: int, head: int) -> bool:
    """Whether a sentence stands in a line with a bullet, its first or a later one of that line."""
    while number > head + 1 and sentences[number - 1].paragraph == sentences[number].paragraph:
        number -= 1
    text = sentences[number].text.lstrip()
    return text.startswith(_BULLETS) or re.match(r"\d{1,2}[.)] ", text) is not None


def _headed(sentence: Sentence, number: int) -> Frame | None:
    """The source that a line names which ends in a colon: "According to the institute:", "From the ministry:"."""
    doc = sentence.doc
    if len(doc) < 3 or doc[0].lower_ not in {"according", "from", "by", "per"}:  # noqa: PLR2004
        return None
    first = 2 if doc[0].lower_ == "according" else 1
    last = len(doc) - 1
    while last > first and doc[last - 1].is_punct:
        last -= 1
    head = next((t.i for t in reversed(doc[first:last]) if t.pos_ in {"NOUN", "PROPN"}), None)
    if head is None or any(t.tag_[:2] == "VB" for t in doc[first:last]):
        return None
    if doc[first].tag_ == "DT":
        first += 1
    return Frame(number, 0, (0, 1), Party(first, last, head), (0, 0), tally=True) if first < last else None
