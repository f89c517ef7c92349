"""In: words around a count of people. Out: what is said of them, from the closed list of the guide."""

import re

from twosource.finding.figures.clauses import Words
from twosource.finding.figures.deeds import (
    FORM,
    FORM_RIGHT,
    LEFT,
    LOOSE,
    NOUN_OF,
    NOUNS,
    OBJECT,
    RIGHT,
    STRONG_OBJECT,
    SUBJECT,
    WEAK_NOUNS,
)
from twosource.finding.figures.tolls import FAR, LABEL, LABELS, TOLL
from twosource.text.listing import listed

__all__ = ["FORM", "NOUNS", "WEAK_NOUNS"]


_BOTH = re.compile(
    r"\b(?:kill(?:ed|ing|s)?\s+(?:and|or)\s+(?:wound|injur)\w+|(?:wound|injur)\w+\s+(?:and|or)\s+kill(?:ed|ing|s)?)"
    r"(?:\s+(?:at|least|more|than|some|about|up|to|over|nearly|as|many))*\s+$"
)


#: A sentence that begins with what became of those it lists: "Killed were two sisters".
_STATED = re.compile(
    r"^\W*(?:also\s+|those\s+|the\s+)?(killed|dead|injured|wounded|hurt|missing|arrested|rescued)\s+(?:were|are|was|is|included?)\s*:?\s+"
    r"(?:(?:the|a|an|another|at|least|also)\s+)*$"
)


def left_cue(left: str) -> str:
    """The measure that the words directly before a count give it: "killing ", "death toll rose to "; else ""."""
    if _BOTH.search(left):
        return "casualties"
    label = LABEL.search(left)
    if label:
        return LABELS.get(label.group(1), label.group(1))
    stated = _STATED.search(left)
    if stated:
        return FORM[stated.group(1)]
    for measure, pattern in (*LEFT, *NOUN_OF, *(() if _OWNS.search(left) else TOLL)):
        if pattern.search(left):
            return measure
    return ""


#: What one who was killed had is no toll: "John Rowe, who was killed, had two daughters".
_OWNS = re.compile(r"\b(?:was|were|been)\s+\w+,\s+(?:had|has|have|leaves?|left)\b[^,]*$")


def far_toll(left: str) -> str:
    """The measure of a toll named some words before the count: "the number of bodies found on board was "; else ""."""
    return next((measure for measure, pattern in FAR if pattern.search(left)), "")


def loose_cue_last(left: str) -> str:
    """The measure of the last telling word before a count, in its clause; "" where there is none."""
    forms = [form.group() for form in re.finditer(r"[a-z]+", re.split(r"[;.:]", left)[-1]) if form.group() in FORM]
    return FORM[forms[-1]] if forms else ""


def right_cue(right: str) -> str:
    """The measure that the words directly behind a counted phrase give it: " were wounded", " dead"; else ""."""
    best, place = "", len(right)
    match = FORM_RIGHT.match(right)
    if match and not _is_active(match):
        best, place = FORM[match.group(2)], match.end(2)
    for measure, pattern in RIGHT:
        found = pattern.match(right)
        if (
            found
            and measure == "killed"
            and _DOES.search(found.group())
            and _has_object(found.group(), right[found.end() :])
        ):
            continue
        if found and (
            found.end() <= place + 24 and (measure == "casualties" or not best or found.start() + 0 <= place)
        ):
            if best and best != measure and not _overrules(measure, best, found.group()):
                continue
            return measure
    return best


_DEED_FORMS = listed("killed wounded injured murdered executed kidnapped abducted arrested detained rescued")
_DOES = re.compile(
    r"\b(?:fatally \w+|and killed|shot dead|(?:shot|stabbed|beat|beaten|hacked|stoned|crushed|trampled) to death)$"
)
_PASSIVE = re.compile(r"\b(?:were|was|are|is|be|been|being|got|get)\b")
_OBJECT_NEXT = re.compile(
    r"\s+(?:\d|an? |the |his |her |their |its |at least |more than |some |another |two|three|four|five"
    r"|six|seven|eight|nine"
    r"|ten|civilians|people|him\b|them\b|soldiers|one\b|at (?:him|her|them|police|officers|a|an|the) |each other|dead )"
)


def _has_object(verb: str, following: str) -> bool:
    """Whether an active verb has an object behind it: "two officers fatally shot a man"."""
    return not _PASSIVE.search(verb) and (
        bool(_OBJECT_NEXT.match(following)) or bool(re.search(r"\bwho\b(?!.*\b(?:died|dead)\b)", verb))
    )


def _overrules(measure: str, best: str, words: str) -> bool:
    """Whether a whole phrase says more than the single word it holds: "shot dead", "killed or wounded"."""
    return (
        measure == "casualties"
        or (measure == "arrested" and best == "captured")
        or (measure in ("killed", "hospitalised", "injured") and best in ("injured", "shot", "stabbed"))
        or (best == "missing" and "presumed" in words)
    )


def _is_active(match: re.Match[str]) -> bool:
    """Whether the verb behind a count has an object of its own: "Five gunmen killed 12 soldiers"."""
    auxiliary = _PASSIVE.search(match.group(1))
    if auxiliary or FORM[match.group(2)] in ("attended", "missing", "homeless", "aboard"):
        return False
    if match.group(2) in ("dead", "died", "perished", "drowned", "injured", "missing"):
        return match.group(2) == "injured" and bool(
            re.match(r"\W*(?:at least |more than |about )?(?:\d|a |the |his |her |their )", match.group(3))
        )
    if match.group(2) in ("shot", "stabbed") and re.search(r"\bwho\b", match.group(1)):
        return True
    return bool(_OBJECT_NEXT.match(_AND_DID.sub("", match.group(3))))


#: A second deed of the same doer between a verb and its object: "shot and wounded a clerk".
_AND_DID = re.compile(r"^\s+and\s+(?:\w+ly\s+)?(?:killed|wounded|injured|robbed|beat|stabbed|hurt)(?=\s)")


def loose_cue(segment: str) -> str:
    """The first measure that any words of a stretch of clause give; "" where none does."""
    best, place = "", len(segment) + 1
    for form in re.finditer(r"[a-z]+", segment):
        if form.group() not in FORM or form.group() in ("shot", "stabbed"):
            continue
        if form.group() in _DEED_FORMS and _has_object(segment[: form.end()], segment[form.end() :]):
            continue
        best, place = FORM[form.group()], form.start()
        break
    for measure, pattern in LOOSE:
        found = pattern.search(segment)
        if found and _DOES.search(found.group()) and _has_object(segment[: found.end()], segment[found.end() :]):
            continue
        if found and found.start() < place:
            best, place = measure, found.start()
    return best


def verb_cue(words: Words, verb: int, role: str) -> str:  # noqa: PLR0911 - a list of cases
    """The measure that the governing verb of the parse gives those in `role`; "" where it gives none."""
    lemma = words.lemma(verb)
    if lemma == "pull" and words.get(verb + 1) in ("down", "over", "apart", "back", "off", "up", "in"):
        return ""  # houses are pulled down
    if lemma == "pick" and role in ("object", "passive"):
        return _picked(words, verb)
    if lemma in ("shoot", "stab", "gun") and role in ("object", "passive"):
        below = {words.low[child] for child in words.children(verb)} | {words.get(verb + 1)}
        if (words.get(verb + 1), words.get(verb + 2)) == ("and", "killed") or _to_death(words, verb):
            return "killed"
        return "killed" if below & {"fatally", "dead", "down", "killed"} else "shot" if lemma == "shoot" else "stabbed"
    if role == "passive" or (role == "object" and not words.passive(verb)):
        return OBJECT.get(lemma, "") if lemma not in STRONG_OBJECT or role == "passive" else ""
    if role == "subject":
        if words.passive(verb) and lemma in OBJECT and lemma not in STRONG_OBJECT:
            return OBJECT[lemma] if not any(words.dep[child] == "dobj" for child in words.children(verb)) else ""
        return SUBJECT.get(lemma, "")
    return ""


_REACH = 16


def _to_death(words: Words, verb: int) -> bool:
    """Whether what follows a verb up to the end of its clause says that its object died: "shot two men to death"."""
    for k in range(verb + 1, min(words.size, verb + _REACH)):
        if words.low[k] in (".", ";", ":", "before", "when", "while", "after") or words.tag[k] in ("VBD", "VBZ"):
            return False
        if words.low[k] == "death" and words.low[k - 1] == "to":
            return True
    return False


_POLICE_NOUNS = listed(
    "police officer officers cops agents gendarmes authorities detectives forces soldiers troops militia"
)


def _picked(words: Words, verb: int) -> str:
    """What "picked up" does to its object: police arrest, anyone else rescues; "" for other senses."""
    below = words.children(verb)
    if not any(words.low[child] == "up" for child in below):
        return ""
    doers = [words.low[child] for child in below if words.dep[child] in ("nsubj", "agent")]
    if doers:
        return "arrested" if any(doer in _POLICE_NOUNS for doer in doers) else "rescued"
    return "rescued" if _PERIL.search(words.sentence.report.text[:_OPENING].lower()) else "arrested"


_OPENING = 20_000
_PERIL = re.compile(
    r"\b(?:sea|boats?|ships?|coast\s*guard|helicopters?|rescu\w+|drift\w*|rafts?|lifeboats?|trawlers?|capsiz\w+|flood\w*|sank|sunk)\b"
)
