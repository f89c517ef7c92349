"""In: a bare number that no figure before it explains. Out: what it counts, by what its neighbourhood speaks of."""

import re
from collections.abc import Sequence

from twosource.finding.figures.antecedents import apposed_before, noun_in_sight, stand_for
from twosource.finding.figures.clauses import Words
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.ties import LEVELS
from twosource.finding.parse import Sentence


def look_back(made: Draft, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> None:
    """Give a bare number without a figure to lean on the things that the sentence before speaks of."""
    if made.amount.form not in ("count", "vague") or made.amount.kind or made.amount.rival:
        return
    share = next((other for other in reversed(drafts[-2:]) if made.order - other.order <= 1), None)
    if share is not None and share.amount.kind == "share" and share.noun is not None:
        stand_for(made, share.words, share.noun)  # "half the schools are shut, he says: 48"
        return
    if _ON_ROLL.match(made.words.text, made.amount.end):
        made.people, made.unit = True, "person"
        return
    summed = apposed_before(made)
    if summed is not None:
        stand_for(made, made.words, summed)
    elif _is_free(made, sentences, drafts):
        _take_in_sight(made, Words(sentences[made.order - 1]))


def _is_free(made: Draft, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> bool:
    """Whether a number may go on from a sentence of its paragraph that tells none, and is what its verb is about."""
    order = made.order
    if not order or sentences[order - 1].paragraph != made.paragraph:
        return False
    if any(o.order == order - 1 or (o.order == order and o.amount.kind not in LEVELS) for o in drafts[-4:]):
        return False
    told = made.verb is not None and made.words.lemma(made.verb) not in ("make", "be", "become")
    return told and made.role in ("subject", "passive", "object")


def _take_in_sight(made: Draft, before: Words) -> None:
    noun = noun_in_sight(before)
    if noun is not None:
        stand_for(made, before, noun)
    elif _ROLL.search(made.words.text[: made.amount.start]):
        made.people, made.unit = True, "person"


_ON_ROLL = re.compile(
    r"\s+(?:are\s+|were\s+)?on\s+(?:the|its|their|his|our)\s+(?:[\w’'-]+\s+)?(?:rolls?|payroll|staff|registers?|books|board|dole|bus"
    r"|train|plane|ship|boat|ferry|coach|waiting\s+list)\b",
    re.IGNORECASE,
)
_ROLL = re.compile(
    r"\b(?:list|register|roll|roster|manifest|muster|memorial|plaque|obituaries)\b[^.;,]{0,40}\b(?:has|had|shows?|showed|holds?|held"
    r"|contains?|gives?|gave|bears?|bore|counts?|counted|carries|carried|names?|named|(?:runs?|ran|comes?|came)\s+to)\s+(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
