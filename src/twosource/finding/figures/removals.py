"""In: people counted, whom someone moved. Out: whether they were evacuated, by the report that tells of it."""

import re

from twosource.finding.figures.drafts import Draft
from twosource.text.listing import listed

_MOVERS = listed(
    "move take bring carry ferry ship fly bus transport transfer send relocate shift lift drive row sail convey truck"
)
_NO_MOVE = listed("up on over in down back part place")
_EVACUATES = re.compile(r"\bevacu\w+|\bcivil\s+defen[cs]e\s+(?:buses|shelters)\b")
_PERIL = re.compile(r"\b(?:rubble|trapped|rescu\w+|survivors?|wreck\w*|hostages?|buried|capsiz\w+)\b")
_ELSEWHERE = re.compile(
    r"\W*(?:[\w’'-]+\s+){0,4}?to\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+)?(?:hospitals?|clinics?|morgues?|mortuary|custody|prisons?|jails?"
    r"|courts?|police|stations?|front|work|cemeter\w+|infirmary|intensive|trial|scene|help|rescue|search|burial)\b"
)
_SENT = listed(
    "soldier troop officer policeman firefighter fireman doctor nurse medic paramedic rescuer volunteer worker engineer"
    " expert inspector crew personnel diver guard body corpse coffin victim injured wounded dead member official"
    " scientist reporter passenger animal"
)
_OPENING = 20_000


def is_removed(made: Draft, behind: int) -> bool:  # noqa: PLR0911 - a list of cases
    """Whether people are moved out of danger: "sent 640 guests to the ships", in a report of an evacuation.

    `behind` is the offset in the sentence where the counted phrase ends.
    """
    words, verb = made.words, made.verb
    if words.sentence.heading and words.get(words.after(made.amount.tail)) == "moved" and made.noun is None:
        return tells_of_evacuation(words.sentence.report.text)
    if verb is None or made.amount.kind or not (made.people or made.noun is None) or made.lemma in _SENT:
        return False
    if words.lemma(verb) not in _MOVERS or words.get(verb + 1) in _NO_MOVE:
        return False
    headed = made.role == "subject" and words.lemma(verb) == "move" and words.low[verb] == "moved"
    if made.role not in ("passive", "object") and not headed:
        return False
    if made.noun is None and (made.lack == "them" or (made.before is not None and not made.before.people)):
        return False
    right = words.text[max(behind, words.end(verb)) :].lower()
    if _ELSEWHERE.match(right):
        return False
    many = (made.amount.low or made.amount.high or 0) >= _MANY
    plain = many and made.lemma in _ANYBODY and words.lemma(verb) in _RELOCATES
    return plain or tells_of_evacuation(words.sentence.report.text)


_MANY = 50
_ANYBODY = listed("person resident villager civilian islander inhabitant family household townspeople")
_RELOCATES = listed("move relocate ferry bus")


def tells_of_evacuation(text: str) -> bool:
    """Whether a text tells of an evacuation more than of a rescue."""
    opening = text[:_OPENING].lower()
    told = len(_EVACUATES.findall(opening))
    return told > 0 and told >= len(_PERIL.findall(opening))


_AWAY = re.compile(r"\b(?:taken|brought|carried|lifted|flown|shipped|led|moved|got|ferried|bused|bussed|sent|driven)\b")


def rather(measure: str, made: Draft, behind: int) -> str:
    """The measure, "evacuated" where those taken out of danger are no rescued: "6,200 had been taken out"."""
    if measure != "rescued" or not is_removed(made, behind):
        return measure
    return "evacuated" if _AWAY.search(made.words.text.lower()) else measure
