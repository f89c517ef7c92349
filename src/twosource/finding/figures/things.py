"""In: a draft that counts animals or things. Out: what became of them, where it is what becomes of people too."""

import re
from collections.abc import Sequence

from twosource.finding.figures import people
from twosource.finding.figures.contexts import operates
from twosource.finding.figures.drafts import Draft
from twosource.text.listing import listed

_CRAFT = listed(
    "aircraft ship engine helicopter vessel boat plane tank truck vehicle ambulance drone warship jet"
    " appliance lifeboat bulldozer pump crane excavator digger dredger battalion brigade regiment"
    " division squadron platoon unit"
    " crew team patrol squad frigate corvette destroyer gunboat howitzer launcher apc cannon"
)
_SENT = re.compile(
    r"\b(?:sen[dt]|deploy\w*|dispatch\w*|working on|work(?:ed)? on|battl\w+|scrambl\w+|mobili[sz]\w*|took"
    r" part|search\w*|put it out|comb\w*|scour\w*|drain\w*|pump\w+|in\s+action|fought|fight\w*"
    r"|tackl\w+|at\s+the\s+scene|attend\w*"
    r"|on\s+(?:the\s+scene|standby|duty|patrol)|with\s+the\s+help\s+of|thr(?:ew|ow)\w*|called\s+(?:in"
    r"|out|up)|rushed|mustered|fielded)\b"
)
ANIMALS = listed(
    "head cattle sheep cow calf goat horse pig hog lamb chicken hen bird animal camel donkey mule buffalo yak llama"
    " alpaca deer reindeer poultry livestock turkey duck dog cat elephant whale dolphin fish salmon"
    " bee seabird gull swan"
    " goose penguin puffin seal turtle otter badger fox rat mink bat pigeon perch trout carp eel foal"
    " pony sow piglet lion"
    " tiger bear wolf gorilla rhino rhinoceros antelope hive porpoise"
    " pelican elk moose bison monkey ape snake shark oyster crab frog lynx leopard crocodile"
)
_DIED = re.compile(
    r"\W*(?:of\s+[\w-]+(?:\s+and\s+[\w-]+)?\s+)?(?:(?:have|has|had|were|was|are|been"
    r"|being)\s+)*(?:also\s+)?(?:found\s+|washed\s+up\s+)?"
    r"(?:beached\s+(?:themselves\s+)?and\s+)?(?:(?:did|do)(?:\s+not|n['’]t)\s+survive|lost|killed|died"
    r"|dead|perished|drowned|culled|slaughtered|put\s+down|burn(?:ed|t)\s+to\s+death)\b"
)
_LOSES_THEM = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|lost|losing|los[es]s?(?:\s+of)?|deaths?\s+of|drown(?:ed|ing)"
    r"|put(?:ting)?\s+down|cull(?:ed|ing)?|slaughter(?:ed|ing)?|poison(?:ed"
    r"|ing)?)\s+(?:[\w-]+\s+){0,3}$"
)
#: What a list of arms or goods opens with: "Loot so far: 33 tanks", "Destroyed: nine lorries".
_BOOTY = re.compile(
    r"(?:^|[.;]\s+)(loot|booty|spoils|trophies|haul|captured|seized|destroyed|damaged|lost|recovered"
    r"|found)\b[^.:;]{0,50}:[^.;]*$",
)
_TAKEN = {"loot": "captured", "booty": "captured", "spoils": "captured", "trophies": "captured", "haul": "seized"}


#: Things that nobody can find.
_NOT_FOUND = re.compile(
    r"\b(?:(?:could|can)(?:\s*not|n['’]t)\s+(?:find|trace|locate|account\s+for)|(?:is|are|was"
    r"|were)\s+(?:still\s+)?missing|loss\s+of)\s+"
    r"(?:[\w-]+\s+){0,3}$"
)
_GONE = re.compile(
    r"(?:(?!\b(?:and|but|while)\b)[^.;,]){0,60}?\b(?:(?:are|were|is|was|remain"
    r"|be)\s+(?:\w+\s+)?(?:missing|unaccounted\s+for)"
    r"|(?:cannot|could\s+not|can\s+not|can['’]t)\s+be\s+(?:found|traced|located|accounted)|(?:went"
    r"|gone|go)\s+missing|(?:has|have|had)\s+(?:\w+\s+)?(?:vanished|disappeared)|(?:vanished"
    r"|disappeared))\b"
)


_TAKEN_IN_WAR = listed(
    "village town settlement hamlet city position post outpost checkpoint trench bunker hill ridge"
    " bridgehead fort tank gun howitzer"
    " mortar launcher barracks base garrison stronghold"
)
_CAPTURED = re.compile(
    r"\b(?:captur(?:ed|ing|e|es)|took|taken|taking|overran|overrun|liberat(?:ed|ing)|recaptur(?:ed"
    r"|ing)|retook|retaken|conquer(?:ed|ing))\s+"
    r"(?:(?:back|over|control\s+of|hold\s+of)\s+)?(?:[\w-]+\s+){0,3}$"
)
_FELL = re.compile(
    r"\W*(?:(?:have|has|had|were|was|been|are)\s+)*(?:captured|taken|overrun|retaken|recaptured"
    r"|f[ae]ll(?:en)?\s+(?:into|to)\s+(?:the\s+)?[\w’'-]+)"
)


def befallen(made: Draft, behind: int) -> str:
    """What became of animals, or of things on a list that says it at its head: "killed", "captured"; "" of others.

    `behind` is the offset in the sentence where the counted phrase ends.
    """
    text = made.words.text.lower()
    left = text[: made.amount.start]
    if made.lemma in ANIMALS and (_DIED.match(text[behind:]) or _LOSES_THEM.search(left)):
        return "killed"
    if made.lemma in ANIMALS:
        found = people.left_cue(left[-110:]) or people.right_cue(text[behind:])
        return (
            found if found in ("killed", "rescued", "infected", "injured", "missing", "evacuated", "captured") else ""
        )
    if made.amount.kind or made.people:
        return ""
    if _GONE.match(text[behind:]) or _NOT_FOUND.search(left):
        return "missing"
    if made.lemma in _TAKEN_IN_WAR and (_CAPTURED.search(left) or _FELL.match(text[behind:])):
        return "captured"
    headed = _BOOTY.search(left)
    return _TAKEN.get(headed.group(1), headed.group(1)) if headed else ""


_AT_HAND = re.compile(
    r"[^.;]{0,40}?\bat\s+(?:his|her|its|their)\s+(?:disposal|command)|[^.;]{0,30}?\b(?:came|come|arrived"
    r"|rushed)\b"
)


def as_people(made: Draft, drafts: Sequence[Draft]) -> str:
    """The measure of craft that were sent, and of places where people counted before them come from; else ""."""
    if made.lemma in _CRAFT and (
        _SENT.search(made.words.text.lower())
        or operates(made)
        or _AT_HAND.match(made.words.text.lower(), made.amount.end)
    ):
        return "deployed"
    last = drafts[-1] if drafts else None
    return last.measure if last is not None and last.own and last.people and _is_origin(made, last) else ""


def _is_origin(made: Draft, people_of: Draft) -> bool:
    """Whether things counted are where people counted come from: "300 people from nine villages were moved"."""
    between = made.words.text[people_of.amount.end : made.amount.start]
    return people_of.words is made.words and bool(re.fullmatch(r"\s+[\w-]+\s+from\s+", between))
