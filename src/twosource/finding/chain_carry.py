"""In: a figure in a sentence without a source. Out: the chain that carries on from the sentence before, if one does."""

import re
from collections.abc import Sequence

from twosource.finding.parse import Parsed, Sentence
from twosource.records import Link, Span, Statement

_OWN_VOICE = re.compile(
    r"^(?:that (?:is|was|would|makes|means|amounts|compares)|this (?:is|was|would|makes|means)|it was the|the news|it is"
    r"|in (?:19|20)\d\d\b|last (?:year|month|week)|but\b.{0,60}\bnot (?:say|known|clear)|nobody|no one|few|why\b|how\b|what\b|shares?)",
    re.IGNORECASE,
)
_REPORTER = re.compile(r"\b(?:I|we|our|us|my|me)\b")
_REACH = 3


def carried(
    parsed: Parsed, span: Span, speaking: Sequence[Statement], statements: Sequence[Statement]
) -> tuple[Link, ...]:
    """The chain of the last source that spoke in the figure's paragraph, where nothing ends its turn; else none."""
    number = _number(parsed, span.start)
    if number is None:
        return ()
    sentence = parsed.sentences[number]
    if sentence.heading or any(_inside(s.content, sentence) and s.cue and _inside(s.cue, sentence) for s in speaking):
        return ()
    for back in range(number, max(-1, number - _REACH - 1), -1):
        here = parsed.sentences[back]
        if here.paragraph != sentence.paragraph:
            return ()
        if back < number:
            spoken = [s for s in speaking if s.cue is not None and _inside(s.cue, here) and s.force != "pledges"]
            if spoken:
                return max(spoken, key=lambda s: (s.content.end, s.content.end - s.content.start)).chain
        if _OWN_VOICE.match(here.text) or _REPORTER.search(_unquoted(here.text)) or here.text.rstrip().endswith("?"):
            return ()
    return ()


def _unquoted(text: str) -> str:
    return re.sub(r"[“\"][^“”\"]*[”\"]?", "", text)


def _inside(span: Span, sentence: Sentence) -> bool:
    return sentence.start <= span.start < sentence.end


def _number(parsed: Parsed, offset: int) -> int | None:
    sentence = parsed.at(offset)
    if sentence is None:
        return None
    return next((i for i, s in enumerate(parsed.sentences) if s.start == sentence.start), None)
