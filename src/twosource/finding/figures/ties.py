"""In: the drafts of a report in order. Out: what a headless figure leans on, and how figures belong together."""

import math
import re
from collections.abc import Sequence

from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.things import ANIMALS
from twosource.text.listing import listed

_CONVERTED = re.compile(
    r"\s*[(\[]\s*(?:or\s+|i\.e\.\s+|equivalent\s+to\s+|about\s+|≈\s*)?$|,?\s+or\s+$|\s*,\s+$|\s*[/;]\s*$"
    r"|,?\s+equivalent\s+to\s+$|\s*[–—]\s*$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[]\s*(?:or\s+|i\.e\.\s+|equivalent\s+to\s+)?$", re.IGNORECASE)
_FAMILY = {
    "length": "length", "area": "area", "mass": "mass", "volume": "volume", "speed": "speed",
    "temperature": "temperature", "money": "money", "power": "power",
}  # fmt: skip
_SENTENCES_BACK = 3
_TOO_STRANGE = 13
#: What is struck off a list: "having struck out 12 double entries, it counts 151" people.
ENTRIES = frozenset({"name", "entry"})
_NO_INHERIT = frozenset({"ratio", "magnitude"})


def tie_conversion(made: Draft, last: Draft | None) -> bool:
    """Mark `made` as the same amount in another unit where it stands in brackets or apposition behind `last`."""
    if last is None or last.words is not made.words or last.relation == "conversion":
        return False
    mine, other = made.amount, last.amount
    if (
        not mine.unit
        or mine.unit == other.unit
        or _FAMILY.get(mine.kind, "-") != (_FAMILY.get(other.kind) or _FAMILY.get(last.unit and _kind(last), ""))
    ):
        return False
    between = made.words.text[other.end : mine.start]
    if not _CONVERTED.match(between) and not _BRACKET.match(between):
        return False
    if between.strip() in (",", "–", "—") and mine.kind != "money":
        return False
    made.relation, made.whole, made.before = "conversion", last, last
    low = mine.low if mine.low is not None else mine.high
    high = mine.high if mine.high is not None else mine.low
    if low == high or other.low is None or other.high is None:
        made.amount = mine._replace(low=None if other.low is None else low, high=None if other.high is None else high)
    return True


def _kind(made: Draft) -> str:
    return made.amount.kind or (made.before.amount.kind if made.before else "")


_FATAL = re.compile(
    r"\W*(?:was|were|has|have|had)?\s*(?:later\s+)?(?:fatally|died|dead|killed|injured|wounded|women|men|children)\b"
)


def find_antecedent(made: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The figure that a headless one leans on: the nearest before it that can be of its kind, or None."""
    amount = made.amount
    value = amount.low if amount.low is not None else amount.high or 0.0
    counted = _COUNTED.search(made.words.text[: amount.start])
    fatal = bool(_FATAL.match(made.words.text, made.words.end(max(made.np_end - 1, 0))))
    rest = _whole_of_rest(made, drafts)
    if rest is not None:
        return rest
    alone = not any(other.words is made.words for other in drafts[-4:])
    best: tuple[float, int] | None = None
    found = None
    for back, other in enumerate(reversed(drafts)):
        distance = made.order - other.order
        if distance > _SENTENCES_BACK or back > 14:  # noqa: PLR2004 - small sizes of English prose
            break
        if not _lends(other, made, value):
            continue
        penalty = back / 2 + distance + _unlike(other, value, counted.group()) if counted else back + 3.0 * distance
        if made.lack == "them":
            if other.amount.kind not in ("", "share", "ratio", "area", "mass", "volume") and other.unit != "%":
                continue
            if other.top < value or other.unit == "%" or (fatal and not other.people and other.unit not in ANIMALS):
                continue
            penalty += 0 if other.people else 1
        else:
            penalty += _strangeness(made, other, value)
            penalty -= _TAKEN_UP if alone and _is_again(made, other, value) else 0.0
            if penalty > _TOO_STRANGE:
                continue
            penalty += _STRUCK if other.unit in ENTRIES and value > other.top else 0.0
            penalty += _far(made, other, value)
        if best is None or (penalty, back) < best:
            best, found = (penalty, back), other
    return found


def _lends(other: Draft, made: Draft, value: float) -> bool:
    """Whether a figure is one that a headless number can have its unit from at all."""
    if not other.unit or other.relation == "conversion" or other.amount.rival or other.measure == "capacity":
        return False
    if other.unit in _NO_INHERIT and not _is_strength(other, value):
        return False
    return not (other.unit == "%" and other.words is made.words and _reaches(made, other))


#: The count goes on: "a week ago the count stood at 151", "it raised the number to seven".
_COUNTED = re.compile(
    r"\b(?:rais\w+|lower\w+|cut|revis\w+|put|up\w*)?(?:\s+\w+){0,2}?\s*\bthe\s+(?:official\s+)?(?:number|count|figure|tally|total)"
    r"\s+(?:(?:\w+\s+){0,3}(?:to|at|was|from)\s+)?(?:about\s+|around\s+)?$"
    r"|\b(?:st(?:ands?|ood|anding)\s+by|insist\w*\s+on|st(?:icks?|uck|icking)\s+(?:to|by|with)|(?:holds?|held|holding)\s+(?:to|fast\s+to)"
    r"|(?:spoke|spoken|speaks?|speaking|talk(?:s|ed|ing)?)\s+of|maintain(?:s|ed|ing)?|(?:arriv|com)(?:es?|ed|ing)\s+at)\s+(?:only\s+|just\s+)?$",
    re.IGNORECASE,
)
_RAISED, _LOWERED = (
    re.compile(r"\b(?:rais|ros[en]|climb|grew|grown|up)", re.IGNORECASE),
    re.compile(r"\b(?:lower|cut|fell|fall|drop|down)", re.IGNORECASE),
)
_SIZE = 3.0


def _unlike(other: Draft, value: float, told: str) -> float:
    """How unlike the number before is one that goes on with its count: far in size, or on the wrong side of it."""
    size = other.amount.low if other.amount.low is not None else other.amount.high or 0.0
    if other.amount.kind or not size or not value:
        return _SIZE
    wrong = (_RAISED.search(told) and value < size) or (_LOWERED.search(told) and value > size)
    return _SIZE * abs(math.log(value / size)) + (_SIZE * 4 if wrong else 0.0)


def _reaches(made: Draft, other: Draft) -> bool:
    """Whether a number is the level that a change by a share reaches: "rose 8 percent to 3.65"."""
    text = made.words.text
    link = text[other.amount.end : made.amount.start]
    return (
        bool(re.fullmatch(r"\s+(?:to|at)\s+", link))
        and bool(_MOVED.search(text[: other.amount.start]))
        and "from" not in text[max(0, other.amount.start - 8) : other.amount.start]
    )


_MOVED = re.compile(
    r"\b(?:r[io]se[ns]?|rising|fall(?:s|en|ing)?|fell|gain\w*|los[et]\w*|climb\w*|drop\w*|jump\w*|slid\w*"
    r"|add(?:ed|ing|s)|up|down"
    r"|surg\w+|plung\w+|tumbl\w+|soar\w*|slump\w*|advanc\w+|declin\w+|increas\w+|decreas\w+|gr[eo]w\w*|shr[aiu]nk\w*"
    r"|higher|lower|tick\w*|edg\w+|eas(?:ed|ing)|dip\w*|sank|sink\w*|cut\w*|rais\w+|strengthen\w*|weaken\w*)\b",
    re.IGNORECASE,
)
_READS = listed(
    "publish promise say show read stand register record hit reach measure log report claim list quote give"
    " put test find note state exceed average top peak clock indicate display call require recommend allow"
)
_READ_UNITS = frozenset(
    {"ppm", "ppb", "km/h", "mph", "knot", "°C", "°F", "metre", "millimetre", "centimetre", "decibel"}
)
PAYS = listed(
    "pay cost ask charge offer earn sell buy spend bribe price bid demand owe raise receive get promise"
    " pledge save lose invest fine fetch worth want donate"
)
#: What takes an amount of the sentence before up again: "inspectors believe it was closer to", "the true figure is".
_AGAIN = re.compile(
    r"\b(?:it|that|(?:real|true|actual|correct|right|final)\s+(?:figure|number|amount|value))\s+"
    r"(?:is|was|were|has\s+been|had\s+been|may\s+be|could\s+be|might\s+be|to\s+be|must\s+have\s+been)\s+"
    r"(?:in\s+fact\s+|actually\s+|really\s+|probably\s+|likely\s+)?(?:closer|nearer|more\s+like|nearly|almost)?(?:\s+to)?\s*$"
    r"|\b(?:it|that)\s+(?:(?:had|has|was|is|then|now|only|later)\s+)*(?:[a-z]+(?:ed|s)|stood|rose|fell|hit|was|went)\s+(?:only\s+|just\s+)?(?:at|to)\s+$"
    r"|\b(?:put|puts|putting|estimat(?:ed|es)|measur(?:ed|es)|reckon(?:ed|s)|set|sets|has|had)\s+(?:it|that|this|the\s+(?:height|depth"
    r"|distance|length|speed|level|column|temperature|size|weight|same))\s+at\s+(?:(?:only|just)\s+)?$",
    re.IGNORECASE,
)
LEVELS = frozenset({"time", "temperature", "mass", "length", "speed", "power", "volume", "data"})


def _strangeness(made: Draft, other: Draft, value: float) -> float:  # noqa: C901, PLR0912 - a list of cases
    """How ill a headless figure and a possible antecedent go together."""
    size = other.amount.high if other.amount.high is not None else other.amount.low or 0.0
    kind = other.amount.kind
    penalty = 0.0
    verb = made.words.lemma(made.verb) if made.verb is not None else ""
    if (value < 0 or "minus" in made.words.text[made.amount.start : made.amount.end].lower()) != (
        kind == "temperature" and size < 0
    ):
        penalty += 25
    if kind == "time" and value > 200:  # noqa: PLR2004 - small sizes of English prose
        penalty += 8
    if other.unit == "%":
        penalty += 30 if value > 100 or other.amount.form == "share" else 0  # noqa: PLR2004
    if value and size and (value / size > 300 or size / value > 300):  # noqa: PLR2004 - small sizes of English prose
        penalty += 4
    if value and size and value / size > 1e5 and not kind:  # noqa: PLR2004 - "640 people … the 12 billion promised"
        penalty += 20
    if kind == "money":
        penalty += -4 if verb in PAYS else 2
    elif verb in PAYS and made.amount.scale >= 1e3:  # noqa: PLR2004 - small sizes of English prose
        penalty += 20 if size and value / size > 100 and made.role == "object" else 2  # noqa: PLR2004
    if made.paragraph != other.paragraph:
        penalty += 3
    if verb in _READS and other.unit in _READ_UNITS and value and size and 0.1 < value / size < 10:  # noqa: PLR2004
        penalty -= 16 if made.role not in ("subject", "passive") else 0
    if made.words is not other.words:
        penalty -= _RIVAL if kind in LEVELS and _is_rival(made, other, value, size) else 0
        penalty += 0 if other.people or kind == "money" else 3
        penalty += 1 + (4 if kind in ("mass", "volume") else 9 if kind in LEVELS else 0)
        penalty += 5 if value and size and (value / size > 100 or size / value > 100) else 0  # noqa: PLR2004
        if (
            made.verb is not None
            and other.verb is not None
            and verb == other.words.lemma(other.verb)
            and verb not in ("be", "have", "say")
        ):
            penalty -= 6
    elif made.role and made.role == other.role and made.verb == other.verb:
        penalty -= 1
    elif kind in LEVELS and _is_aside(made, other):
        penalty += _ASIDE
    if made.people and not other.people:
        penalty += 20
    if other.amount.form == "none" and value >= _ALIKE:
        penalty += _UNLIKE_NONE  # "none was locked" is seldom what "31" goes on from
    if not float(value).is_integer() and other.people:
        penalty += 20
    return penalty


_UNLIKE_NONE = 8.0
_APART, _RIVAL, _ASIDE, _TAKEN_UP, _STRUCK = 1.0, 9.0, 14.0, 14.0, 6.0
_CLAIMS = listed(
    "say speak talk claim insist maintain warn expect predict fear reckon admit concede stick hold stand estimate"
    " swear answer put tell give report record have reply counter retort make call"
)
_LIKE = 20.0
_ENDS = re.compile(r"\W*$|\s*;|,\s+(?:says?|said|reckons?|claims?|insists?|writes?)\b[^.;]{0,60}\W*$")


def _is_strength(other: Draft, value: float) -> bool:
    """Whether a number may be another strength of the earthquake told before: "first gave 6.2"."""
    return other.unit == "magnitude" and 1 < value < _ALIKE and not float(value).is_integer()


def _is_again(made: Draft, other: Draft, value: float) -> bool:
    """Whether the sentence takes the amount of the one before up again: "it was closer to", "it stood at"."""
    size = other.amount.high if other.amount.high is not None else other.amount.low or 0.0
    if made.order - other.order != 1 or not value or not size or not 1 / _ALIKE < value / size < _ALIKE:
        return False
    return bool(_AGAIN.search(made.words.text[: made.amount.start]))


_ALIKE = 10.0
_REST = re.compile(r"\bthe\s+rest(?:\s+of\s+(?:it|them))?\s*[,(–—]\s*(?:\w+\s+)?$", re.IGNORECASE)


def is_of_rest(made: Draft) -> bool:
    """Whether a bare number tells how many the rest are: "the rest, some 4,700, were lost"."""
    return made.noun is None and bool(_REST.search(made.words.text[: made.amount.start]))


def _whole_of_rest(made: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """What the rest is the rest of: the last number before that is not smaller, of no share and no span."""
    if not is_of_rest(made):
        return None
    value = made.amount.low or made.amount.high or 0.0
    near = (other for other in reversed(drafts[-6:]) if made.order - other.order <= _SENTENCES_BACK and other.unit)
    return next((other for other in near if other.amount.kind not in ("share", "time") and other.top >= value), None)


def _far(made: Draft, other: Draft, value: float) -> float:
    """How far in size, in powers of ten, a bare count is from one that it may go on from."""
    size = other.amount.low if other.amount.low is not None else other.amount.high or 0.0
    if other.amount.kind or made.lack != "bare" or value <= 0 or size <= 0:
        return 0.0
    return _APART * abs(math.log10(value / size))


_SPEAKS_OF = re.compile(r"\b(?:talk|speak|tell)s?\s+of\s+(?:only\s+|just\s+)?$|\bspoke\s+of\s+(?:only\s+|just\s+)?$")


def _is_rival(made: Draft, other: Draft, value: float, size: float) -> bool:
    """Whether a bare number is what someone else says of the span or size just told: "The record says six"."""
    if made.amount.form != "count" or made.order - other.order != 1 or made.paragraph != other.paragraph:
        return False
    if not value or not size or not 1 / _LIKE < value / size < _LIKE:
        return False
    words = made.words
    ends = bool(_ENDS.match(words.text[made.amount.end :]))
    if ends and _SPEAKS_OF.search(words.text[: made.amount.start]):
        return True
    return made.verb is not None and ends and words.lemma(made.verb) in _CLAIMS and made.role in ("object", "oblique")


def _is_aside(made: Draft, other: Draft) -> bool:
    """Whether the measure before is told of who counts: "Ouro, whose stand is 30 metres away, heard two"."""
    verb, words = other.verb, made.words
    if verb is None or made.verb is None or words.dep[verb] != "relcl" or verb == made.verb:
        return False
    return verb < made.verb and made.role in ("object", "oblique")


_PART = re.compile(
    r"\b(?:including|among\s+them|of\s+whom|of\s+which|of\s+them|of\s+these"
    r"|of\s+those)\W+(?:at\s+least\s+|about\s+|some\s+|the\s+)?$",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:in\s+all|altogether|a\s+(?:combined\s+)?total\s+of|in\s+total)\W*(?:at\s+least\s+)?$", re.IGNORECASE
)
_TOTAL_AFTER = re.compile(r"\s*(?:[\w-]+\s+){0,3}(?:in\s+all|altogether|in\s+total)\b", re.IGNORECASE)


def _fits(made: Draft, whole: Draft) -> bool:
    """Whether a number can be a part of another: of its kind, and no larger."""
    return made.amount.kind == whole.amount.kind and (made.amount.low or made.amount.high or 0.0) <= whole.top


_DIVIDED = re.compile(
    r"(?:^|[;:.,—–]\s+|[“\"]|\b(?:that|said|says|and|but)\s+)(?:out\s+)?of\s+(?:(?:the|its|their|his|her|all|those|these|a\s+total\s+of|some"
    r"|about|our|[\w-]+['’]s?)\s+)*$",
    re.IGNORECASE,
)


def is_divided(text: str, start: int) -> bool:
    """Whether the number at `start` is a whole that the clause goes on to divide: "Of the 42 miners, twelve …"."""
    return bool(_DIVIDED.search(text[max(0, start - 40) : start])) and bool(
        re.match(r"[^.;]{0,90}?,\s", text[start : start + 100])
    )


def divided_by(made: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The whole that the clause divides, of which a headless number is a part: "of its 38 seats, five would go"."""
    if made.lack != "bare":
        return None
    text = made.words.text
    same = [other for other in drafts[-4:] if other.words is made.words and other.relation != "conversion"]
    return next((other for other in same if is_divided(text, other.amount.start) and _fits(made, other)), None)


def tie_part(made: Draft, drafts: Sequence[Draft]) -> None:
    """Set `relation` and `whole` where a figure is a part of one before it, or the total of some."""
    text, amount = made.words.text, made.amount
    before = text[max(0, amount.start - 40) : amount.start]
    if made.relation:
        return
    same = [other for other in drafts[-4:] if other.words is made.words and other.relation != "conversion"]
    divided = divided_by(made, drafts)
    if made.lack == "them" and made.before is not None:
        made.relation, made.whole = "part", made.before
    elif divided is not None:
        made.relation, made.whole, made.before = "part", divided, made.before or divided
    elif _PART.search(before) and same:
        whole = next(
            (other for other in reversed(same) if other.top >= (amount.low or 0) and other.people == made.people),
            same[-1],
        )
        made.relation, made.whole = "part", whole
        if made.before is None:
            made.before = whole
    elif _TOTAL.search(before) or _TOTAL_AFTER.match(text, amount.end):
        made.relation = "total"
    elif (
        re.search(r"\b(?:of|out\s+of)\s+(?:the|its|their|his|her|all)?\s*$", before)
        and same
        and re.search(r"\b(?:of|out\s+of)\b", text[same[-1].amount.stop : amount.start])
    ):
        part = same[-1]
        gap = text[part.amount.stop : amount.start]
        if len(gap) < 40 and not part.relation and part.amount.kind == amount.kind:  # noqa: PLR2004
            part.relation, part.whole = "part", made
