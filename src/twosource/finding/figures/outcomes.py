"""In: people who were shot, stabbed or in danger. Out: what became of them, by the words around."""

import re

from twosource.finding.figures import people, removals
from twosource.finding.figures.drafts import Draft
from twosource.text.listing import listed

_SPARED = re.compile(
    r"\W{0,2}(?:[^.;]{0,60}?(?:,|\bbut|\band)\s)?(?:(?:were|was|are|is|had|have|has"
    r"|been)\s+)*(?:n[o’']t\s+(?:been\s+)?(?:\w+ly\s+)?(?:hurt|injured|harmed"
    r"|wounded|killed|shot|arrested)|unhurt|unharmed|uninjured|unscathed|unwounded|escaped\s+(?:unhurt"
    r"|injury|unharmed|unscathed))\b"
)


def is_spared(made: Draft, behind: int) -> bool:
    """Whether nothing befell those counted, by the words from `behind` on or by their verb: "were not hurt"."""
    if _SPARED.match(made.words.text[behind:].lower()):
        return True
    words, verb = made.words, made.verb
    if verb is None or made.role not in ("subject", "passive") or verb < made.first:
        return False
    if words.lemma(verb) in ("die", "kill", "perish"):
        return False  # that so many did not die denies the number
    return any(words.dep[child] == "neg" for child in words.children(verb)) and people.verb_cue(
        words, verb, made.role
    ) in ("injured", "shot", "stabbed")


_ALL = r"(?:both|all(?:\s+(?:of\s+them|three|four|five|six|\d+))?)"
_ALL_DIED = re.compile(
    rf"\b{_ALL}\b(?:(?!\b(?:one|another|other)\b)[^.;]){{0,60}}?\b(?:died|dead|killed|fatally|deceased|succumbed)\b"
    r"|\b(?:neither|none)\b[^.;]{0,30}?\bsurvived\b"
    rf"|\b(?:killing|fatally\s+(?:wounding|injuring))\s+(?:them\s+)?{_ALL}\b"
)
#: What became of those who were shot, told by the next verb of the same subject: "were shot in the head and died".
_THEN_DIED = re.compile(
    r"^[^.;]{0,80}?\b(?:shot|stabbed|beaten)\b(?:\s+(?!(?:and|one|another|others?|which|who|when|as|while|by)\b)[\w’'-]+){0,6}?"
    r"(?:,\s+|,?\s+and\s+)(?:(?:were|was|have|had|has|been|both|all|later|then|subsequently|soon|since)\s+)*"
    r"(?:died|killed|(?:pronounced|declared|left|found)\s+(?:for\s+)?dead|succumbed)\b(?!\s+(?:an?|the|his|her|their|one|two)\b)"
)
_TO_DEATH = re.compile(
    r"^(?:\s+(?!(?:and|or|one|another|others?|who|when|as|while|before|after)\b)[\w’'-]+){0,6}?\s+to\s+death\b"
)
_DEATH = r"(?:died|dies|dead|killed|fatal(?:ly)?)"
_SOME_DIED = re.compile(
    rf"\b(?:one|two|three|four|five|\d{{1,2}})\b(?!\s+(?:was|were)?\s*(?:shot|stabbed)\b)[^.;]{{0,40}}?\b{_DEATH}\b"
    r"|\b(?:killing|fatally)\s+(?:one|two|three|four|five|\d{1,2})\b"
    r"|\b(?:m[ae]n|wom[ae]n|boy|girl|teen|teenager|youth|victim|the\s+other|one\s+of\s+(?:them|the\s+victims))\b"
    rf"[^.;]{{0,90}}?\b(?:(?:has|have|had|later|since|who)\s+{_DEATH}|died\b|(?:is|was|were|pronounced|declared)\s+{_DEATH})"
)
#: One after the other died: "One died at the scene, and the other was pronounced dead".
_ONE_DIED = re.compile(
    r"\b(?:one|another|an?|the\s+(?:other|first|second|third|man|woman|boy|girl|teen))\b(?:(?!\b(?:an?|the\s+other|another)\b)[^.;]){0,60}?"
    r"\b(?:died|(?:is|was|pronounced|declared)\s+dead)\b"
)
_BEFORE, _AHEAD = 320, 320


def outcome(made: Draft) -> str:
    """What became of people who were shot or stabbed, by the words around: all died, some died, else injured."""
    report = made.words.sentence.report.text
    ahead = report[made.end : made.end + _AHEAD].lower()
    if _ALL_DIED.search(ahead) or _THEN_DIED.match(ahead) or _TO_DEATH.match(ahead):
        return "killed"
    if made.amount.low == made.amount.high and 1 < len(_ONE_DIED.findall(ahead)) == made.amount.low:
        return "killed"
    before = report[max(0, made.start - _BEFORE) : made.end].lower()
    return "casualties" if _SOME_DIED.search(before + ahead) else "injured"


#: Shots, and then whom they hit: the count stands directly behind.
FIRED = re.compile(
    r"\b(?:open(?:s|ed|ing)?\s+fire|fir(?:ed|es|ing)|shots?|shooting|gunfire|bullets?|gunshots?|rounds)\b[^.;]{0,80}"
    r"\b(?:hit|hits|hitting|struck|striking|strikes|wounding|grazed|grazing|grazes)\s+(?:[\w-]+\s+){0,3}$"
)
_GUN = re.compile(
    r"\b(?:bullets?|gunfire|gunshots?|shots|shooting|shootings|drive-by|gunm[ae]n|shooters?|shrapnel"
    r"|open(?:s|ed|ing)?\s+fire|fir(?:ed|ing)\s+(?:at|on|into|from))\b"
)
_RUN_OVER = re.compile(
    r"\b(?:by|with)\s+(?:[\w-]+\s+){0,3}(?:cars?|vehicles?|trucks?|trains?|bus|buses|vans?|lorry|suv|motorcycle|drivers?"
    r"|lightning|tram|debris|rocks?|bat|hammer|ball|stones?|bricks?|bottles?)\b"
)
_HIT = listed("hit strike graze clip")
_NEARBY = 160


def is_hit(made: Draft) -> bool:
    """Whether those counted were hit, and by bullets, as the words around tell: "two women were struck"."""
    words, verb = made.words, made.verb
    if verb is None or made.role not in ("passive", "object") or words.lemma(verb) not in _HIT:
        return False
    if _RUN_OVER.search(words.text[made.amount.end :].lower()):
        return False
    sentence = words.sentence
    before = sentence.report.text[max(0, sentence.start - _NEARBY) : sentence.start].lower()
    return bool(_GUN.search(words.text.lower()) or (made.role == "passive" and _GUN.search(before)))


def is_gunshot_victim(made: Draft) -> bool:
    """Whether those counted are "gunshot victims" or "shooting victims"."""
    words = made.words
    return (
        made.noun is not None
        and made.lemma in ("victim", "patient")
        and (words.get(made.noun - 1) in ("gunshot", "shooting", "stabbing", "stab"))
    )


def of_shooting(made: Draft) -> str:
    """What a "double shooting" says of its victims: killed where it is fatal, else "shot"."""
    words = made.words
    inside = words.text[made.amount.stop : words.end(made.noun or made.first)].lower()
    if re.search(r"\b(?:fatal|deadly)\b", inside):
        return "killed"
    if words.get(made.first - 1) in ("fatal", "deadly"):
        return "casualties" if outcome(made) == "casualties" else "killed"
    return "shot"


_CRIME = re.compile(
    r"\b(?:police|suspects?|gunm[ae]n|shooters?|attackers?|officers?|deputies|victims?|accused|charged|guilty|murder\w*|killed|wounded"
    r"|kills?|wounds?|guns?|rifles?|pistols?|sniper|soldiers?|troops|robber\w*|arrest\w*|jailed|bullets?|gunfire|stabb\w+|dead|m[ae]n|wom[ae]n|teen(?:ager)?s?|boys?|girls?|fathers?|sons?)\b"
)
_BEHIND_SHOT = re.compile(r"\b(?:shot|shoots?|shooting|stab(?:s|bed|bing)?)\b(?:[^.;]){0,30}$", re.IGNORECASE)
_SPORT = re.compile(r"\s*(?:of|from|for|under|over|below|above|par|birdies|percent|%|points?|free|three-pointers)\b")


def is_shot_at(made: Draft) -> bool:
    """Whether a number without a noun behind "shot" counts people and no strokes: "accused of shooting two"."""
    text = made.words.text
    if not _BEHIND_SHOT.search(text[: made.amount.start]):
        return True
    return bool(_CRIME.search(text.lower())) and not _SPORT.match(text, made.amount.end)


HUNTED = re.compile(
    r"\W{0,2}(?:(?:\w+\s+)?(?:are|were|is|was|being|still|now|also|remain)\s+)*(?:sought|wanted|hunted"
    r"|at\s+large|on\s+the\s+run|questioned)"
    r"(?=\W*(?:[.,;]|$|\b(?:by|in|after|for|over|on|following|as)\b))"
)
_FLIGHT = 200


def hunted(made: Draft, right: str) -> str:
    """What those on the run are: few are sought, very many flee from something."""
    if (made.amount.low or made.amount.high or 0) < _FLIGHT or "on the run" not in right[:60]:
        return "sought"
    return "evacuated" if removals.tells_of_evacuation(made.words.sentence.report.text) else "displaced"


def is_below(report: str) -> bool:
    """Whether a report tells of people trapped and not of missing ones: a mine, a cave, a fallen house."""
    trapped, missing = r"\b(?:trapped|underground|below\s+ground)\b", r"\bmissing\b"
    return len(re.findall(trapped, report)) > len(re.findall(missing, report))
