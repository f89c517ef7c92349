"""In: the drafts of a report, settled. Out: those whose own words tell no fate take it from what they refer to."""

import math
import re
from collections.abc import Sequence

from twosource.finding.figures import people
from twosource.finding.figures.deeds import NOUNS
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.fates import labelled
from twosource.finding.figures.nouns import singular
from twosource.text.listing import listed

#: The closed list of what is said of people.
CLOSED = (
    listed("killed injured casualties missing captured rescued evacuated displaced arrested infected")
    | listed("hospitalised deployed attended trapped homeless")
    | {"laid off"}
)
#: Open measures that tell nothing of people, or only who counted them and how.
_WEAK = listed(
    "number number+ counted revised kept named listed registered stood said spoken claimed put"
    " corrected known informed announced"
    " reported estimated gone added noted included present told recorded raised lowered updated used"
    " confirmed disputed regained"
    " struck arrived remained come been found circulated given quoted read written shown published"
    " cited mentioned insisted"
) | {""}
#: What is done to captives, which is open where it stands alone.
_HANDLED = listed("led marched removed kept taken held carried dragged herded seized driven") | {
    "taken away", "led away", "led off", "carried off", "taken off", "marched off",
}  # fmt: skip
_BARE_VERB = re.compile(
    r"\W*(?:[\w’'-]+\s+){0,2}?(?:has|have|had|did|does|do|was|were|is|are)(?:\s+(?:so|too|already"
    r"|indeed|not))?\s*(?:[,.;:!?–—]|$)"
)
_SUCH = re.compile(r"\s*such\b")
_MAKES = re.compile(
    r"\b(?:that|this|which|it)\s+(?:makes?|made|brings?|brought|would\s+make)\s+(?:(?:it|the\s+\w+"
    r"|a\s+total)\s+)?(?:(?:to|of|up)\s+)?$"
)
_VICTIMS = listed("victim casualty sufferer")
_CORRECTS = re.compile(r"\b(?:correct(?:s|ed|ion)|an?\s+(?:earlier|previous)\s+version|amended|clarif\w+)\b")
_HEADING = 60
_BACK = 260
_LEAST = 10
_NEAR = 5
_FACTOR = 3.0
_WINDOW = 100


def settle_inherited(drafts: Sequence[Draft]) -> None:
    """Give every count of people without a fate of its own that of what it answers, refers to or repeats."""
    known: dict[float, list[Draft]] = {}
    for made in drafts:
        if made.people and made.measure in CLOSED and made.amount.low is not None:
            known.setdefault(made.amount.low, []).append(made)
    for place, made in enumerate(drafts):
        if not _is_open(made):
            continue
        before = made.words.sentence.report.text[max(0, made.start - _BACK) : made.start].lower()
        found = (
            _referred(made, before)
            or _leant(made)
            or _there(made, before)
            or _twin(made, known)
            or _victims(made, drafts[max(0, place - _WINDOW) : place])
        )
        if found:
            made.measure, made.own, made.people = found, True, True
            made.unit = made.unit or "person"
    for place, made in enumerate(drafts):
        near = drafts[max(0, place - _WINDOW) : place + _WINDOW]
        found = (_leant(made) or _like(made, near)) if _is_open(made) else ""
        if found:
            made.measure, made.own = found, True


def _is_open(made: Draft) -> bool:
    """Whether a draft counts people, or nothing that it names, and its own words tell no fate."""
    if made.amount.kind or made.amount.rival or made.amount.form not in ("count", "vague", "none"):
        return False
    if made.measure in CLOSED or not (made.people or made.lemma in _HOMES or not made.unit):
        return False
    return made.measure in _WEAK | _HANDLED or _points(made)


_HOMES = listed("household family home")


def _points(made: Draft) -> bool:
    """Whether a count only points to what was told before: "that makes three", "28 such households", "one has"."""
    words = made.words
    return bool(
        _MAKES.search(words.text[: made.amount.start].lower())
        or _SUCH.match(words.text[made.amount.end :].lower())
        or (made.people and _BARE_VERB.match(words.text[_behind(made) :].lower()))
    )


def _there(made: Draft, before: str) -> str:
    """The fate of those who are "still in it", or "there", by the last place named before: hospital, cells, mine."""
    if not _IN_IT.match(made.words.text[_behind(made) :].lower()):
        return ""
    places = [place.lastgroup or "" for place in _PLACES.finditer(before)]
    return places[-1] if places else ""


_IN_IT = re.compile(
    r"\W*(?:(?:people|men|women|children|patients|others?|more)\s+)?(?:are|were|is|was|remain(?:s|ed)?"
    r"|lie|lay|stay(?:ed)?)\s+(?:still\s+)?"
    r"(?:in\s+(?:it|there)|there|down\s+there)\b"
)
_PLACES = re.compile(
    r"\b(?:(?P<hospitalised>hospitals?|intensive\s+care|wards?|clinics?)|(?P<arrested>cells?|custody"
    r"|jails?|prisons?|detention)"
    r"|(?P<trapped>rubble|mine|shaft|debris|wreck\w*|underground))\b"
)


def _leant(made: Draft) -> str:
    """The fate, since settled, of the count that a headless one leans on or is a part of."""
    other = made.before
    if other is None or not other.people or other.measure not in CLOSED or made.measure not in _WEAK:
        return ""
    return other.measure if made.relation == "part" or made.noun is None else ""


def _like(made: Draft, drafts: Sequence[Draft]) -> str:
    """The fate of the count nearest in size, for one that names neither whom it counts nor what befell them."""
    value = made.amount.low if made.amount.low is not None else made.amount.high or 0.0
    if (
        made.noun is not None
        or made.lack not in ("bare", "them")
        or value < _LEAST
        or made.measure not in _WEAK
        or not made.people
    ):
        return ""
    sized = [
        (abs(math.log(other.amount.low / value)), abs(other.order - made.order), other.measure)
        for other in drafts
        if other.people and other.measure in CLOSED and other.amount.low and not other.leaning
    ]
    near = [row for row in sized if row[0] <= math.log(_FACTOR)]
    return min(near)[2] if near else ""


def _referred(made: Draft, before: str) -> str:
    """The fate that the words before tell, where the count's own words only point to it; else ""."""
    words = made.words
    behind = words.text[made.amount.end :].lower()
    if _MAKES.search(before) or _SUCH.match(behind) or _BARE_VERB.match(words.text[_behind(made) :].lower()):
        return last_fate(before)
    if made.measure in _WEAK and _speaks_alone(made):
        return _counted(made, before) or _asked(made, before) or _headed(made)
    return ""


#: What is counted, in the sentence of a headless number or just before it: "asked how many died, he said 19".
_HOW_MANY = re.compile(
    r"\b(?:how\s+many(?:\s+(?:people|persons|men|women|children|pupils|soldiers|officers|miners"
    r"|passengers|workers|residents|more))?"
    r"|(?:the\s+)?(?:numbers?|count|total|tally)\s+of(?:\s+the)?(?:\s+(?:those|people|persons|men"
    r"|women|children)(?:\s+who)?)?)"
    r"((?:\s+[\w’'-]+){1,4})"
)


def _counted(made: Draft, before: str) -> str:
    """The fate of those of whom the words near a headless number say that it is their number."""
    if made.noun is not None or made.lack != "bare":
        return ""
    after = made.words.text[made.amount.end :].lower()
    near = before[-_NEARBY:].rsplit("\n\n", 1)[-1]
    asked = (
        [*_HOW_MANY.finditer(near)][-1:] or [*_HOW_MANY.finditer(after)][:1] or [*_HOW_MANY.finditer(_next(made))][:1]
    )
    if not asked:
        return ""
    told = people.right_cue(asked[0].group(1)) or people.loose_cue(asked[0].group(1)) or _named(asked[0].group(1))
    return told if told in CLOSED else ""


def _next(made: Draft) -> str:
    """What follows a number that stands alone with a question mark: "14 or 17? The number of dead is disputed"."""
    words = made.words
    if not words.text.rstrip().endswith("?") or words.size > _SHORT:
        return ""
    sentence = words.sentence
    return sentence.report.text[sentence.end : sentence.end + _NEARBY].split("\n")[0].lower()


_NEARBY = 140
_SHORT = 8


def _behind(made: Draft) -> int:
    return max(made.amount.end, made.words.end(made.np_end - 1) if made.noun is not None else 0)


def _speaks_alone(made: Draft) -> bool:
    """Whether no verb of its own says anything of the count: "At least three people, the driver among them"."""
    verb = made.verb
    return verb is None or made.role not in ("subject", "passive") or made.words.lemma(verb) in _LINKS


_LINKS = listed("be say tell report claim announce put count add number total inform insist reply answer")


def _asked(made: Draft, before: str) -> str:
    """The fate that a question directly before asks after: "Are there civilians among the dead? Yes, two"."""
    asked = before.rfind("?")
    if asked < 0 or len(before) - asked > _HEADING + 20 or re.search(r"[.!]\s", before[asked + 1 :]):
        return ""
    question = re.split(r"[.!?\n]\s*", before[:asked])[-1]
    told = people.loose_cue(question) or labelled(question)
    if not told and made.lemma in ("", "person", "officer", "policeman", "soldier") and _FORCE.search(question):
        return "deployed"
    return told if told in CLOSED else ""


_FORCE = re.compile(
    r"\bhow\s+many\s+(?:[\w-]+\s+)?(?:police|officers|policemen|soldiers|troops|firefighters|guards"
    r"|stewards|rescuers|engines)\b"
)


def _headed(made: Draft) -> str:
    """The fate that a short heading over the paragraph names: "The dead", "Arrests"."""
    sentence = made.words.sentence
    text = sentence.report.text
    start = text.rfind("\n\n", 0, made.start)
    if start < 0:
        return ""
    over = text[text.rfind("\n", 0, start) + 1 : start].strip().lower()
    own = text[start : made.start].strip().lower()
    lead = re.match(r"(?:the\s+)?([\w-]+(?:\s+[\w-]+)?)\s*[.:–—]\s", own)
    for label in (lead.group(1) if lead else "", over if len(over) <= _HEADING // 2 and not over.endswith(".") else ""):
        found = _named(label)
        if found:
            return found
    return ""


def _named(label: str) -> str:
    words = re.findall(r"[a-z]+", label)
    told = next((NOUNS[w] for w in words if w in NOUNS), "") or next(
        (NOUNS[singular(w)] for w in words if singular(w) in NOUNS), ""
    )
    told = told or next((people.FORM[w] for w in words if w in people.FORM), "")
    return told if told in CLOSED else ""


def last_fate(before: str) -> str:
    """The last fate that a stretch of text tells, by a verb or a noun: "three have died" is "killed"; else ""."""
    for word in reversed(re.findall(r"[a-z]+", before)):
        told = people.FORM.get(word) or NOUNS.get(word) or NOUNS.get(singular(word)) or _INFINITIVES.get(word, "")
        if told in CLOSED:
            return told
    return ""


_INFINITIVES = {
    "die": "killed", "dies": "killed", "dying": "killed", "kill": "killed", "killing": "killed", "flee": "displaced",
    "fled": "displaced", "arrest": "arrested", "missing": "missing", "homes": "homeless",
}  # fmt: skip


def _twin(made: Draft, known: dict[float, list[Draft]]) -> str:
    """The fate of the same number elsewhere in the report; in a correction, of the number it is corrected to."""
    value = made.amount.low
    if value is None or (made.noun is not None and made.lemma not in ("person", "people", "name", "")):
        return ""
    twins = [other for other in known.get(value, ()) if other is not made]
    corrects = bool(_CORRECTS.search(made.words.text.lower()))
    if twins and (value >= _LEAST or corrects):
        return min(twins, key=lambda other: (abs(other.order - made.order), other.start)).measure
    if corrects:
        beside = [other for row in known.values() for other in row if other.words is made.words]
        return beside[0].measure if beside else ""
    return ""


def _victims(made: Draft, earlier: Sequence[Draft]) -> str:
    """What became of "nine of the victims": that of the last people counted before to whom something fatal happened."""
    if made.lemma not in _VICTIMS:
        return ""
    told = [
        other.measure
        for other in earlier
        if other.people and other.measure in ("killed", "injured", "captured", "infected")
    ]
    if not told:
        return "killed" if _DEATHS.search(made.words.sentence.report.text[:_OPENING].lower()) else ""
    return "killed" if "killed" in told[-_NEAR:] else told[-1]


_OPENING = 20_000
_DEATHS = re.compile(r"\b(?:dead|died|deaths?|killed|fatal|funerals?|bur(?:ied|ial)|claimed|mourn\w*)\b")
