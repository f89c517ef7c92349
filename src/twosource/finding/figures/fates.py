"""In: people counted, in the words of their clause. Out: what befell them, where both sides of the count tell it."""

import re

from twosource.finding.figures import people
from twosource.finding.figures.contexts import PERSONNEL
from twosource.finding.figures.deeds import NOUNS
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.fate_frames import AROUND
from twosource.finding.figures.fate_phrases import BEFORE
from twosource.finding.figures.fate_sequels import BEHIND, END
from twosource.finding.figures.nouns import singular
from twosource.finding.figures.removals import tells_of_evacuation
from twosource.text.listing import listed

_WORKERS = listed(
    "employee worker staff staffer job clerk miner steelworker driver engineer colleague post"
    " position people person nurse teacher"
    " journalist pilot technician"
)


def told(made: Draft, left: str, right: str) -> str:  # noqa: C901, PLR0911 - a list of cases
    """What the words on both sides of a count of people say became of them; "" where they say none of it."""
    for measure, before, behind in AROUND:
        if before.search(left) and behind.match(right):
            if (measure == "laid off" and made.lemma not in _WORKERS) or (measure == "deployed" and not is_sent(made)):
                continue
            return measure
    if made.lemma == "patient" and _TAKES_IN.search(left):
        return "hospitalised"
    for measure, pattern in BEFORE:
        if pattern.search(left):
            return measure
    named = _THOSE_OF.sub(" ", right, count=1)
    for measure, pattern in BEHIND:
        if pattern.match(right) or (named != right and pattern.match(named)):
            return _moved_out(made) if measure == "displaced" and "out" not in right[:40] else measure
    if made.lemma in _STAFF and _TO_GO.match(right):
        return "laid off"
    numbered = _NUMBERED.search(left)
    if numbered:
        return people.FORM.get(numbered.group(1), "")
    turned = _TURNED.search(left)
    if turned:
        return people.right_cue(f" {turned.group(1)}") or told_behind(f" {turned.group(1)}")
    label = _LABEL.search(left)
    return labelled(label.group(1)) if label else ""


#: What a number is said to be of, between it and what is told of them: "148 are those of children now in …".
_THOSE_OF = re.compile(
    r"^\W*(?:are|were|is|was)\s+(?:those\s+of\s+)?(?:the\s+)?(?:people|children|pupils|men|women"
    r"|villagers|residents|civilians|soldiers"
    r"|patients|those|girls|boys)\s+(?:who\s+(?:are|were)\s+)?"
)
_CLEARED = re.compile(r"\b(?:cleared|clearing|evacuat\w+|precaution\w*)\b")


def _moved_out(made: Draft) -> str:
    """What sleeping in a hall says of people: evacuated where their houses were cleared, else displaced."""
    sentence = made.words.sentence
    near = sentence.report.text[max(0, sentence.start - 160) : sentence.end].lower()
    return "evacuated" if _CLEARED.search(near) or tells_of_evacuation(sentence.report.text) else "displaced"


def is_sent(made: Draft) -> bool:
    """Whether those counted are people of the kind that is sent: soldiers, police, helpers, or their vehicles."""
    return made.lemma in PERSONNEL or made.lemma in _SENT


_SENT = listed(
    "man woman person people helper team crew unit battalion brigade division company regiment column"
    " patrol squad tank vehicle"
    " police troop expert specialist official dog horse"
)
_TAKES_IN = re.compile(
    r"\b(?:t(?:ook|aken|akes|aking)\s+in|admit(?:s|ted|ting)?|receiv(?:ed|es|ing)|got|has|have"
    r"|had)\s+(?:[\w-]+\s+){0,3}$"
)


def told_behind(right: str) -> str:
    """What a stretch of words says of those whose count stood before it; "" where nothing."""
    return next((measure for measure, pattern in BEHIND if pattern.match(right)), "")


#: The place first and those in it last: "under the rubble lie twelve", "in hospital are thirteen pupils".
_TURNED = re.compile(
    r"(?:^|[.;:–—]\s*|\band\s+)\W*((?:still\s+)?(?:in|under|beneath|below|behind|on"
    r"|at)\s+(?:[\w’'-]+\s+){1,4}?)(?:still\s+|now\s+)?"
    r"(?:lie|lies|lay|are|were|is|was|remain|remained|sit|sat|wait|waited)\s+(?:still\s+)?(?:[a-z]+\s+){0,2}$"
)
_NUMBERED = re.compile(
    r"\b(dead|killed|wounded|injured|missing|arrested|detained|displaced|evacuated|rescued|infected"
    r"|hospitali[sz]ed|homeless|trapped)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:number(?:ed|s)?|total(?:led|ed)?|c[ao]me\s+to|reach(?:ed|es)?"
    r"|st[oa]nds?\s+at|stood\s+at)\s+(?:[a-z]+\s+){0,2}$"
)
_STAFF = _WORKERS - {"person", "people", "driver", "colleague"}
_TO_GO = re.compile(r"\W*(?:are|is|were|have|had|must|will|would|should)\s+(?:to\s+)?(?:go|leave)\b" + END)
_LABEL = re.compile(r"(?:^|[.;(–—•]\s*)(?:\d{1,2}[.:]\d\d\s+)?\W*([^.;:()]{3,48}):\s+(?:[a-z]+\s+){0,3}$")


def labelled(label: str) -> str:
    """The measure that a label or a heading gives: "still being sought", "injured officers"; "" where it gives none."""
    found = people.right_cue(f" {label}") or people.loose_cue(label)
    if found:
        return found
    return next((NOUNS[word] for word in map(singular, re.findall(r"[a-z]+", label)) if word in NOUNS), "")


_TAKES = listed(
    "take lead march drag carry herd haul drive bundle force hold keep remove seize snatch grab"
    " capture whisk round load abduct"
    " kidnap push shove truck gather sweep spirit line"
)
_TAKERS = listed(
    "gunman bandit kidnapper abductor rebel militant insurgent fighter raider guerrilla pirate"
    " jihadist extremist militia militiaman"
    " captor robber terrorist attacker gang rider horseman gunboat faction separatist hijacker"
    " gunwoman paramilitary warlord group"
)
_POLICE = listed(
    "police policeman officer gendarme agent detective cop authority constable trooper deputy force patrol"
)
_ABDUCTS = re.compile(
    r"\b(?:kidnap\w*|abduct\w*|hostages?|captors?|captives?|ransoms?|hostage-takers?|carried\s+off"
    r"|gunm[ae]n|armed\s+men|bandits)\b"
)
_ARRESTS = re.compile(r"\b(?:arrest\w*|detain\w*|detention|custody|handcuff\w*|police\s+(?:raid|swoop))\b")
_OFTEN = 2
_OPENING = 20_000
_NO_TAKING = re.compile(
    r"\W*(?:part|place|off\s+their|on\s+board|into\s+account|talks|control|it|aim|care\s+of|over|hold"
    r"|refuge|shelter|cover|stock)\b"
    r"|[^.;]{0,40}?\bto\s+(?:[\w’'-]+\s+){0,4}?(?:hospitals?|clinics?|morgues?|mortuary|safety"
    r"|shelters?|schools?|court)\b"
)


def seized(made: Draft, right: str) -> str:  # noqa: PLR0911 - a list of cases
    """What taking says: captured of those whom armed men take, arrested of those whom police do; else ""."""
    words, verb = made.words, made.verb
    behind = made.np_end if made.noun is not None else words.size
    if behind < words.size and words.tag[behind] in ("VBN", "VBD") and words.lemma(behind) in _TAKES:
        verb, role = behind, "passive"  # "17 teachers led away with their classes"
    else:
        role = made.role
    if verb is None or role not in ("object", "passive") or words.lemma(verb) not in _TAKES:
        return ""
    if role == "object" and verb > made.first:
        return ""
    if _NO_TAKING.match(words.text[words.end(verb) :].lower()) or _NO_TAKING.match(right):
        return ""
    doers = _doers(made, verb)
    if doers & _TAKERS:
        return "captured"
    if doers & _POLICE:
        return (
            "arrested"
            if words.lemma(verb)
            in (
                "take",
                "lead",
                "drag",
                "haul",
                "hold",
                "seize",
                "grab",
                "bundle",
                "sweep",
                "round",
                "carry",
                "cart",
                "snatch",
            )
            else ""
        )
    opening = words.sentence.report.text[:_OPENING].lower()
    abducts, arrests = len(_ABDUCTS.findall(opening)), len(_ARRESTS.findall(opening))
    if role == "passive" and abducts > arrests:
        return "captured"
    if role == "passive" and words.get(verb + 1) in ("away", "off", "in") and re.search(r"\bpolice\b", opening):
        return "arrested"
    if role == "passive" and words.low[verb] == "taken" and _FROM_THERE.match(words.text[words.end(verb) :].lower()):
        return "" if _SAVES.search(opening) else "captured"
    moved = words.get(verb + 1) in ("away", "off", "from", "into", "out", "by", "with", "at")
    return "captured" if abducts >= (1 if moved else _OFTEN) and abducts > arrests else ""


_FROM_THERE = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:from|out\s+of)\s+(?:(?:the|their|a|an|its)\s+)?(?:[\w-]+\s+)?(?:schools?"
    r"|dormitor(?:y|ies)|villages?|homes?|houses?"
    r"|buses|bus|church|mosque|hostel|farms?|town|convent)\b"
)
_SAVES = re.compile(r"\b(?:rescu\w+|evacuat\w+|police|flood\w*|ambulances?|custody)\b")


def _doers(made: Draft, verb: int) -> set[str]:
    """The subject or agent of a verb, or of the one it is joined to, in the singular."""
    words, k = made.words, verb
    for _ in range(3):
        below = [child for child in words.children(k) if words.dep[child] in ("nsubj", "agent")]
        named = {singular(words.low[child]) for child in below}
        named |= {
            singular(words.low[deep])
            for child in below
            for deep in words.children(child)
            if words.dep[deep] in ("pobj", "conj")
        }
        if named - {"by"}:
            return named
        if words.dep[k] not in ("conj", "xcomp", "advcl"):
            return set()
        k = words.head[k]
    return set()
