"""In: a parsed report. Out: times that count from a happening: "the day of the attack", "two days after the crash"."""

import re
from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from twosource.finding.parse import Parsed, Sentence
from twosource.finding.time_clauses import dated_clause
from twosource.records import Time
from twosource.text.listing import listed

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_EVENT = re.compile(
    r"\b(?:(?:the|that) (?:very |same )?(?P<unit>day|morning|afternoon|evening|night) (?P<of>of|after|before|following)"
    r"|(?P<eve>the eve) of"
    rf"|(?P<count>an?|{'|'.join(_NUMBERS)}|\d{{1,2}}) (?P<long>day|week)s? (?P<after>after|before|following))"
    r" (?=(?:the|its|his|her|their|this|that|last)\b)",
    re.IGNORECASE,
)
#: Nouns that are no happening: what they are called after says nothing of when.
_NO_EVENTS = listed(
    "day days week weeks month months year years night morning evening date time hour hours man woman people person"
    " father mother son daughter king queen president minister mayor company group court government party house city"
    " town country money report story paper first second third fact"
)


def event_times(parsed: Parsed) -> Iterator[Time]:
    """The times of a report that count from a named happening, in order, with `event` and `shift`; no day is known."""
    for sentence in parsed.sentences:
        for match in _EVENT.finditer(sentence.text):
            tokens = sentence.doc.char_span(match.start(), match.end() - 1, alignment_mode="expand")
            noun = _happening(tokens) if tokens is not None and len(tokens) else None
            if tokens is not None and noun is not None:
                yield _time(parsed, sentence, tokens, match, noun)


def _happening(tokens: Tokens) -> Token | None:
    """The noun behind the preposition, where it is something that happens."""
    noun = next((child for child in tokens[-1].children if child.dep_ == "pobj"), None)
    if noun is None or noun.tag_ not in {"NN", "NNS", "VBG"} or noun.lower_ in _NO_EVENTS or noun.ent_type_ == "PERSON":
        return None
    return noun


def _time(parsed: Parsed, sentence: Sentence, tokens: Tokens, match: re.Match[str], noun: Token) -> Time:
    begin = sentence.start + match.start()
    end = sentence.start + noun.idx + len(noun)
    what, verb, terms = dated_clause(tokens, 0)
    return Time(
        span=parsed.report.span(begin, end),
        sentence=sentence.whole,
        type="DATE",
        value="XXXX-XX-XX",
        happening=True,
        what=what,
        verb=verb,
        terms=terms,
        event=noun.lemma_.lower(),
        shift=_shift(match),
    )


def _shift(match: re.Match[str]) -> int:
    """How many days after the happening: 0 on its day, -1 on its eve."""
    if match["eve"]:
        return -1
    word = (match["of"] or match["after"]).lower()
    if word == "of":
        return 0
    count = (match["count"] or "one").lower()
    number = int(count) if count.isdecimal() else _NUMBERS.index(count) + 1 if count in _NUMBERS else 1
    days = number * (7 if (match["long"] or "").lower() == "week" else 1)
    return -days if word == "before" else days
