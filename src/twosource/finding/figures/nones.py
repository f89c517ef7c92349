"""In: a draft of "no", "none", "nobody", "not one". Out: whether it says there were none of a thing one counts."""

import re
from collections.abc import Sequence

from twosource.finding.figures import people
from twosource.finding.figures.drafts import Draft
from twosource.text.listing import listed

_TOLL_NOUNS = listed(
    "death fatality casualty injury victim survivor arrest body wounded dead missing detention"
    " evacuation infection case layoff casualties"
)
_IDIOMS = listed(
    """doubt comment evidence idea way reason sign matter plan need question wonder chance response information
    word point problem intention choice time use sense trace answer explanation indication motive clue claim
    responsibility secret surprise place room money power right authority link connection difference change
    progress decision detail news contact access help one thing end limit mistake love hope fear guarantee
    excuse truth rush fault agreement deal consensus mention mood interest stranger exception alternative
    option solution fun joke friend match such longer good better account sight warning damage risk threat
    date deadline cause effect impact record substitute mercy role part obligation illusion precedent proof
    suggestion prospect desire reply reaction basis business connection knowledge confidence justice peace
    law rule name-calling ordinary small easy mean stone effort expense reservation regret sympathy patience
    pressure shortage lack trouble worry concern objection appetite say vote majority data figure number"""
)
_STATE = re.compile(
    r"\b(?:killed|hurt|injured|wounded|missing|died|dead|harmed|arrested|detained|charged|infected"
    r"|came\s+to\s+(?:any\s+)?harm|trapped|on board|aboard|survived|hospitali[sz]ed|affected|evacuated)\b"
)


def is_none_figure(made: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the word denies that there was any of a kind of thing one counts: "no deaths", "no one was hurt"."""
    words, amount = made.words, made.amount
    text = words.text.lower()
    word = text[amount.at : amount.stop]
    after = text[amount.stop : amount.stop + 60]
    if word in ("nobody", "no one", "no-one"):
        made.people, made.unit, made.lack = True, "person", ""
        return bool(_STATE.search(re.split(r"[,;.]", after)[0]))
    if word == "none":
        return _none(made, drafts, after)
    if made.noun is None or words.tag[made.noun] not in ("NN", "NNS"):
        return False
    if _is_known(made):
        return True
    if word in ("not one", "not a single"):
        return (
            made.lemma not in ("thing", "word", "day", "cent", "penny", "minute", "moment") or made.lemma in _TOLL_NOUNS
        )
    return _no(made, drafts, text)


_OF_THOSE = re.compile(
    r"(?:^|[,;:.]\s+)\W*of\s+(?:those|these|them|the\s+[a-z]+s)\b,?(?:\s+(?:he|she|it|they|the\s+\w+|[A-Z]\w+)\s+\w+,)?\s+$",
    re.IGNORECASE,
)


def _none(made: Draft, drafts: Sequence[Draft], after: str) -> bool:
    words = made.words
    before = words.get(made.first - 1)
    if _OF_THOSE.search(words.text[: made.amount.start]):
        made.lack = "them"
        return True
    if before in ("but", "to", "second", "or", "have", "has", "had", "is", "was", "with", "if"):
        return False
    recent = [other for other in drafts if made.order - other.order <= 1 and other.amount.kind in ("", "ratio")]
    made.lack = "them" if re.match(r"\s+of\s+(?:them|these|those|whom)", after) else made.lack or "bare"
    if re.match(
        r"\s+of\s+(?:the|them|these|those|whom|his|her|its|their|our|all|some|about|\d+|\w+teen|\w+ty)\b", after
    ):
        return True
    return bool(recent) and bool(
        re.match(
            r"\s+(?:of\s+(?:the|them|these|those|whom|his|her|its|their)|was|were|is|are|has|have|had|did|does|do|would|will|could|can|remain\w*"
            r"|died|survived|\w+ed)\b",
            after,
        )
    )


def _is_known(made: Draft) -> bool:
    """Whether "there were no severe reactions" denies what the report speaks of in the same words."""
    words, noun = made.words, made.noun
    if noun is None or noun - made.np_start < 1 or words.tag[noun] != "NNS" or words.tag[made.np_start] != "JJ":
        return False
    written = words.text[made.amount.at : made.amount.stop].lower()
    if written != "no" or not _THERE.search(words.text[: made.amount.start]):
        return False
    named = words.text[words.idx[made.np_start] : words.end(noun)].lower()
    return words.sentence.report.text.lower().count(named) > 1


_THERE = re.compile(r"\bthere\s+(?:had\s+been|have\s+been|has\s+been|were|are|was)\s+$", re.IGNORECASE)


def _no(made: Draft, drafts: Sequence[Draft], text: str) -> bool:
    words, lemma, noun = made.words, made.lemma, made.noun
    if noun is None or lemma in _IDIOMS:
        return False
    if lemma in _TOLL_NOUNS or people.NOUNS.get(lemma):
        return True
    counted = {other.lemma for other in drafts} | {other.unit for other in drafts}
    if lemma in counted and lemma not in ("year", "month", "day", "hour", "person", "week"):
        return True
    following = words.get(made.np_end)
    past = made.np_end < words.size and words.tag[made.np_end] in ("VBD", "VBN", "MD")
    if (
        past
        and following not in ("said", "known", "made", "given")
        and f"{lemma}s" in words.sentence.report.text.lower()
    ):
        return not made.people or bool(people.right_cue(text[words.end(made.np_end - 1) :][:60]))
    concrete = words.tag[noun] == "NNS" or words.low[noun] in ("aircraft", "sheep")
    subject = words.dep[noun] == "nsubjpass" or (
        words.dep[noun] == "nsubj" and words.low[words.head[noun]] in ("was", "were")
    )
    if made.people:
        behind = text[words.end(made.np_end - 1) :][:60]
        return bool(_STATE.search(text[made.amount.stop : made.amount.stop + 60]) or people.right_cue(behind)) or (
            words.get(made.first - 1) in ("were", "was", "are") and words.get(made.first - 2) == "there" and concrete
        )
    return (
        subject
        and noun - made.first <= 2  # noqa: PLR2004 - small sizes of English prose
        and words.get(made.first - 1) in ("", "“", '"', "”", ",", "that", "and", "but")
        and (concrete or words.dep[noun] == "nsubjpass")
    )
