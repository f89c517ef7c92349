"""In: a headless count, or a part of the wounded. Out: what became of the whole, and of the part since."""

import re

from twosource.finding.figures import fates, people
from twosource.finding.figures.drafts import Draft
from twosource.text.listing import listed

INSERTED = re.compile(
    r",\s*(?:\(?(?:including|among them|most|many|some|all|one|two|three|\w+) (?:of (?:them|whom)"
    r" )?[^,;()]{0,60}[,)])|\s*\([^()]{0,60}\)"
)
STATES = {"dead": "killed", "wounded": "injured", "injured": "injured", "missing": "missing", "homeless": "homeless"}
_OF_STATE = listed("injured missing infected arrested hospitalised displaced evacuated trapped homeless captured")
_STATE_PART = re.compile(
    r"^\s*(?:of\s+)?(?:(?:the|those|them|its|our|their)\s+)?(?:wounded|injured|missing|homeless"
    r"|displaced)\b"
)

#: A count of those to whom something happened: "the number of those who laid down their arms has reached 640".
_THOSE = re.compile(
    r"\b(?:number|count|total|toll|tally)\s+of\s+(?:(?:the|all)\s+)?(?:those|people|persons|men|women"
    r"|soldiers|residents|children|others)"
    r"\s+((?:[\w,’'-]+\s+){1,12}?)(?:(?:has|have|had|now|then|is|was|stands?|stood|comes?|came|rose"
    r"|risen|climbed|reached|grown|grew"
    r"|put|at|to|by)\s+)+(?:[a-z]+\s+){0,2}$"
)

#: The whole of which a number tells a part: "of the children seized, he said, 38 are girls".
_OF_WHOLE = re.compile(
    r"(?:^|[.;:,]\s+|\band\s+)\W*of\s+(?:the|those|these|all(?:\s+the)?)\s+(?:[\w’'-]+\s+){0,2}?"
    r"(dead|killed|wounded|injured|hurt|missing|arrested|detained|held|jailed|seized|taken|abducted"
    r"|kidnapped|captured|rescued|freed|evacuated"
    r"|displaced|infected|hospitali[sz]ed|trapped|deployed|sent|dismissed)\b(?:\s+(?!(?:were|was|are"
    r"|is|have|had|has)\b)[\w’'-]+){0,7}?,"
    r"\s+(?:(?:[\w’'-]+\s+){1,5}(?:said|says|added|adds|told\s+\w+),\s+)?(?:(?:about|some|at\s+least|only|just)\s+)*$"
)


#: What became of those counted told before them: "Missing, said the police, are 300", "Among the injured were 19".
_INVERTED = re.compile(
    r"(?:^|[.;:“]\s+)(?:among\s+(?:the|those)\s+)?(?:still\s+|also\s+|reported\s+)?"
    r"(dead|killed|wounded|injured|hurt|missing|arrested|detained|rescued|evacuated|displaced|infected"
    r"|hospitali[sz]ed|trapped|homeless)(?:,\s[^,;.]{1,40},)?\s+(?:are|were|is|was)\s+"
    r"(?:(?:at\s+least|about|some|around|only|just|also|now|still|more\s+than|over|nearly)\s+)*$"
)


def inverted(before: str) -> str:
    """What became of those counted, where that stands at the head of the clause in lower case; else ""."""
    told = _INVERTED.search(before[-120:])
    return STATES.get(told.group(1)) or people.FORM.get(told.group(1), "") if told else ""


def of_those(left: str) -> str:
    """What became of those of whom the words before a headless number say that it is their number; else ""."""
    those = _THOSE.search(left)
    return people.right_cue(f" {those.group(1)}") or people.loose_cue(those.group(1)) if those else ""


def of_whole_before(before: str) -> str:
    """What became of the whole that the words before a number name: "of the children seized, 38 are girls"; else ""."""
    whole = _OF_WHOLE.search(before[-160:])
    if not whole:
        return ""
    word = whole.group(1)
    return {"taken": "captured", "held": "arrested", "sent": "deployed", "dead": "killed"}.get(
        word, ""
    ) or people.FORM.get(word, "")


def is_of_state(made: Draft, strong: str) -> bool:
    """Whether those counted are a part of the wounded or others named by their state, of whom more may be told."""
    if made.noun is None or made.words.low[made.noun] in STATES:
        return strong in _OF_STATE
    return strong == "injured" and made.verb is not None and made.words.lemma(made.verb) in ("die", "succumb")


def later(made: Draft, left: str, right: str, strong: str) -> str:
    """What has become of a part of the wounded or the missing: "two of the wounded died"; "" where nothing else."""
    right = INSERTED.sub("", _STATE_PART.sub("", right, count=1), count=1)
    found = people.right_cue(right) or fates.told(made, left, right)
    if not found and made.verb is not None and made.verb > made.first:
        found = people.verb_cue(made.words, made.verb, made.role)
    return found if found in _ENDS and found != strong else ""


_ENDS = listed("killed hospitalised rescued discharged released returned survived recovered charged") | {
    "missing",
    "trapped",
}
