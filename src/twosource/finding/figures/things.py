"""In: a draft that counts animals or things. Out: what became of them, where it is what becomes of people too."""

import re
from collections.abc import Sequence

from twosource.finding.figures.drafts import Draft
from twosource.text.listing import listed

_CRAFT = listed(
    "aircraft ship engine helicopter vessel boat plane tank truck vehicle ambulance drone warship jet"
    " appliance lifeboat bulldozer pump crane excavator digger dredger"
)
_SENT = re.compile(
    r"\b(?:sen[dt]|deploy\w*|dispatch\w*|working on|work(?:ed)? on|battl\w+|scrambl\w+|mobili[sz]\w*|took"
    r" part|search\w*|put it out|comb\w*|scour\w*|drain\w*|pump\w+|in\s+action)\b"
)
_LIVESTOCK = listed(
    "head cattle sheep cow calf goat horse pig hog lamb chicken hen bird animal camel donkey mule buffalo yak llama"
    " alpaca deer reindeer poultry livestock turkey duck dog cat elephant whale dolphin fish salmon bee"
)
_DIED = re.compile(
    r"\W*(?:of\s+[\w-]+(?:\s+and\s+[\w-]+)?\s+)?(?:(?:have|has|had|were|was|are|been|being)\s+)*(?:also\s+)?"
    r"(?:lost|killed|died|dead|perished|drowned|culled|slaughtered|put\s+down|burn(?:ed|t)\s+to\s+death)\b"
)
_LOSES_THEM = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|lost|losing|los[es]s?(?:\s+of)?|deaths?\s+of|drown(?:ed|ing))\s+(?:[\w-]+\s+){0,3}$"
)
#: What a list of arms or goods opens with: "Loot so far: 33 tanks", "Destroyed: nine lorries".
_BOOTY = re.compile(
    r"(?:^|[.;]\s+)(loot|booty|spoils|trophies|haul|captured|seized|destroyed|damaged|lost|recovered|found)\b[^.:;]{0,50}:[^.;]*$",
)
_TAKEN = {"loot": "captured", "booty": "captured", "spoils": "captured", "trophies": "captured", "haul": "seized"}


def befallen(made: Draft, behind: int) -> str:
    """What became of animals, or of things on a list that says it at its head: "killed", "captured"; "" of others.

    `behind` is the offset in the sentence where the counted phrase ends.
    """
    text = made.words.text.lower()
    left = text[: made.amount.start]
    if made.lemma in _LIVESTOCK and (_DIED.match(text[behind:]) or _LOSES_THEM.search(left)):
        return "killed"
    if made.amount.kind or made.people:
        return ""
    headed = _BOOTY.search(left)
    return _TAKEN.get(headed.group(1), headed.group(1)) if headed else ""


def as_people(made: Draft, drafts: Sequence[Draft]) -> str:
    """The measure of craft that were sent, and of places where people counted before them come from; else ""."""
    if made.lemma in _CRAFT and _SENT.search(made.words.text.lower()):
        return "deployed"
    last = drafts[-1] if drafts else None
    return last.measure if last is not None and last.own and last.people and _is_origin(made, last) else ""


def _is_origin(made: Draft, people_of: Draft) -> bool:
    """Whether things counted are where people counted come from: "300 people from nine villages were moved"."""
    between = made.words.text[people_of.amount.end : made.amount.start]
    return people_of.words is made.words and bool(re.fullmatch(r"\s+[\w-]+\s+from\s+", between))
