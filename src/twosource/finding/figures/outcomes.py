"""In: people who were shot, stabbed or in danger. Out: what became of them, by the words around."""

import re

from twosource.finding.figures import people
from twosource.finding.figures.drafts import Draft

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
    return any(words.dep[child] == "neg" for child in words.children(verb)) and people.verb_cue(
        words, verb, made.role
    ) in ("injured", "killed", "shot", "stabbed")


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
    r"^(?:\s+(?!(?:and|or|one|another|others?|who|when|as|while|before|after)\b)[\w’'-]+){1,6}?\s+to\s+death\b"
)
_DEATH = r"(?:died|dies|dead|killed|fatal(?:ly)?)"
_SOME_DIED = re.compile(
    rf"\b(?:one|two|three|four|five|\d{{1,2}})\b(?!\s+(?:was|were)?\s*(?:shot|stabbed)\b)[^.;]{{0,40}}?\b{_DEATH}\b"
    r"|\b(?:killing|fatally)\s+(?:one|two|three|four|five|\d{1,2})\b"
    r"|\b(?:m[ae]n|wom[ae]n|boy|girl|teen|teenager|youth|victim|the\s+other|one\s+of\s+(?:them|the\s+victims))\b"
    rf"[^.;]{{0,90}}?\b(?:(?:has|have|had|later|since|who)\s+{_DEATH}|died\b|(?:is|was|were|pronounced|declared)\s+{_DEATH})"
)
_BEFORE, _AHEAD = 320, 320


def outcome(made: Draft) -> str:
    """What became of people who were shot or stabbed, by the words around: all died, some died, else injured."""
    report = made.words.sentence.report.text
    ahead = report[made.end : made.end + _AHEAD].lower()
    if _ALL_DIED.search(ahead) or _THEN_DIED.match(ahead) or _TO_DEATH.match(ahead):
        return "killed"
    before = report[max(0, made.start - _BEFORE) : made.end].lower()
    return "casualties" if _SOME_DIED.search(before + ahead) else "injured"
