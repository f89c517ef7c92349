"""In: a report's times. Out: the same, with the words of sentences that point back to one of them ("at the time")."""

import re
from collections.abc import Iterable, Iterator

from msgspec import structs

from twosource.finding.parse import Parsed, Sentence
from twosource.finding.time_clauses import content_terms
from twosource.records import Time

_BACK = re.compile(
    r"\b(?:at (?:the|that) time|at that moment|on that occasion"
    r"|(?:that|the same|that same) (?:day|night|week|weekend|month|year|morning|afternoon|evening))\b",
    re.IGNORECASE,
)


def with_echoes(parsed: Parsed, times: Iterable[Time]) -> Iterator[Time]:
    """Give a happening's time the telling words of the sentence after it in its paragraph that points back to it."""
    kept = list(times)
    dated = {time.sentence.start for time in kept if time.happening and not _BACK.fullmatch(time.span.words)}
    following = {
        before.start: after
        for before, after in zip(parsed.sentences, parsed.sentences[1:], strict=False)
        if before.start in dated and after.start not in dated and _points_back(before, after)
    }
    for time in kept:
        after = following.get(time.sentence.start) if time.happening else None
        yield time if after is None else structs.replace(time, echo=content_terms(list(after.doc)))


def _points_back(before: Sentence, after: Sentence) -> bool:
    return before.paragraph == after.paragraph and _BACK.search(after.text) is not None
