"""In: a draft in its paragraph. Out: what the paragraph announces that it counts: "About the dead the lists differ"."""

import re
from collections.abc import Sequence

from twosource.finding.figures import people
from twosource.finding.figures.deeds import NOUNS
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.nouns import is_person, singular

_NOUN = r"(?:the\s+)?([a-z]{3,}(?:s|ren|men|ple)|dead|wounded|injured|missing|homeless|displaced|captured)"
_OPENS = r"(?:^|(?<=[.!?])[”\"’')]?\s+|(?<=[.!?][”\"’')])\s+)"
_TOPICS = (
    re.compile(rf"{_OPENS}(?:about|on|as\s+for|as\s+to|of|regarding|concerning)\s+{_NOUN}(?=[\s,])"),
    re.compile(
        r"(?:^|(?<=[.!?]\s))[”\"’')]?(?:about|on|as\s+for|as\s+to|regarding|concerning)\s+(?:the\s+)?[\w-]+\s+([a-z]{3,}s)(?=\s+(?:the\s+)?\w+\s+\w+)"
    ),
    re.compile(
        r"(?:^|(?<=[.!?]\s))(?:even\s+)?(?:the|its|their)\s+([a-z]{3,})\s+(?:are|were)\s+(?:\w+\s+)?(?:disputed|contested|in\s+dispute|counted)\b"
    ),
    re.compile(
        r"\b(?:quarrel|dispute|row|argument|disagreement|wrangle|controversy|confusion|uncertainty|count|tally|arithmetic)s?"
        rf"\s+(?:over|about|of|on)\s+{_NOUN}\b(?=[^.!?]*[.!?])"
    ),
    re.compile(
        rf"{_OPENS}{_NOUN}\s+(?:are|is|were|have|had)\s+(?:\w+\s+)?(?:harder|easier|hard|difficult|disputed|contested"
        r"|fared|counted)\b(?=[^.!?]*[.!?])"
    ),
)
#: A count of those to whom something happened: "a second count, of those taken away".
_THOSE = re.compile(
    r"\b(?:counts?|tally|tallies|lists?|figures?|numbers?|tolls?)\b,?\s+of\s+those\s+((?:\w+\s?){1,4})(?=[^.!?]*[.!?])"
)
_REACH = 420
_PRISONERS = {"prisoner": "captured", "wounded": "injured"}


def topic(made: Draft) -> tuple[str, str, int] | None:
    """(noun in the singular, its measure or "", offset) that the paragraph announced before the figure, or None."""
    text = made.words.sentence.report.text
    before = text[max(0, made.start - _REACH) : made.start].lower().rsplit("\n", 1)[-1]
    found = [match for pattern in (*_TOPICS, _THOSE) for match in pattern.finditer(before)]
    if not found:
        return None
    last = max(found, key=lambda match: match.start())
    if last.re is _THOSE:
        measure = people.right_cue(f" {last.group(1)}")
        return ("person", measure, made.start - len(before) + last.start()) if measure else None
    lemma = singular(last.group(1))
    measure = _PRISONERS.get(lemma) or NOUNS.get(lemma) or NOUNS.get(last.group(1), "")
    return lemma, measure, made.start - len(before) + last.start()


def settle_topic(made: Draft, drafts: Sequence[Draft]) -> None:
    """Give a count without a measure of its own what its paragraph announced: the dead, the captives, the houses.

    The same number again in the paragraph is what it was the first time.
    """
    amount = made.amount
    taken = made.own and not (made.noun is None and made.lack == "bare" and made.people)
    if taken or amount.kind or made.relation or amount.form not in ("count", "vague"):
        return
    found = topic(made)
    if found is None:
        return
    noun, measure, place = found
    if made.own:
        if not measure and not is_person(noun, noun) and not _is_near(made, place):
            made.people, made.unit, made.lemma = False, noun, noun  # "the perch are disputed: 4,000 lay dead"
        return
    said = [other for other in drafts if other.start > place and other.own and other.amount.low == amount.low]
    if said and said[-1].people:
        made.people, made.unit, made.measure, made.own, made.leaning = True, "person", said[-1].measure, True, False
        return
    headless = made.noun is None and made.lack in ("bare", "more")
    near = _is_near(made, place)
    if measure:
        if made.people or (headless and not near):
            made.people, made.unit, made.measure, made.own, made.leaning = True, "person", measure, True, False
    elif headless and not near and not is_person(noun, noun) and (made.before is None or made.before.unit != noun):
        made.people, made.unit, made.lemma, made.leaning = False, noun, noun, False
        made.measure = "number"


def _is_near(made: Draft, place: int) -> bool:
    """Whether the figure leans on one that stands behind the announcement at `place`."""
    return made.before is not None and (made.before.words is made.words or made.before.start > place)
