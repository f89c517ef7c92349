"""In: all drafts of a report. Out: headless ones settled by the same number elsewhere, or by a like count."""

import itertools
import math
import re
from collections.abc import Sequence

from twosource.finding.figures import money, people
from twosource.finding.figures.deeds import FORM, NOUNS
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.heads import counted_people, named_at, tells_of_disease
from twosource.finding.figures.nouns import singular
from twosource.finding.figures.ties import PAYS
from twosource.text.listing import listed

_LEAST = 10
_OPEN_TO_GUESS = listed(
    "killed injured casualties missing attended aboard evacuated displaced arrested rescued infected"
    " deployed hospitalised"
)
_LABEL = re.compile(
    r"^\W*(?!(?:Its|His|This|Thus|Has|Was|Is|As|Us|Yes|Always|Perhaps|Across|Less|Plus|Besides|Results|Figures|Numbers|Facts|Notes"
    r"|Sources|Photos|Details|Updates|Highlights|Ours|Theirs|Hers|Times|Hours|Days|Odds)\b)"
    r"([A-Z][a-z]+s|[A-Z]{3,}S|People)(?:\s+[a-z]+){0,3}\s*:\s*(?:[\w]+\s+){0,2}$"
)
#: A figure of a group that says of itself how many it was: "we were nineteen in that boat".
_WE = re.compile(r"\b(?:we|they|you)(?:\s+(?:were|are)|['’]re)\s+(?:only\s+|just\s+|still\s+|now\s+)?$", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"\b(?:number|count|list|total|tally|lists|sum|share|figure|figures|estimate|estimates)\s+(?:of"
    r"|for)\s+(?:the\s+|its\s+|their\s+|all\s+)?((?:(?!(?:in|on|at|from|of|to|by|who|that)\b)[\w-]+\s+){0,2}?)([a-z-]{3,}(?:s|ple|men|ren))\b"
    r"((?:\s+[\w'’]+){0,6})\s*$",
    re.IGNORECASE,
)
_GROUP_OF = re.compile(
    r"\b(?:payroll|staff|workforce|crew|congregation|crowd|team|audience|garrison|membership|town|village"
    r"|city|hamlet|community"
    r"|names?|party|squad|cast|choir|band|delegation|contingent|family|household|group|gang|battalion"
    r"|platoon|class|jury|panel"
    r"|board|complement|turnout|island|settlement|camp|district|parish|nation|country)\s+of\s+(?:just\s+|only\s+)?$",
    re.IGNORECASE,
)
#: A count of people named by their state: "the number of dead in Melis at", "the count of those underground".
_STATE_OF = re.compile(
    r"\b(?:number|count|toll|tally|total)\s+(?:of|for)\s+(?:the\s+|all\s+)?"
    r"(those|dead|wounded|injured|missing|sick|homeless|displaced|evacuated|infected|arrested|detained|trapped|rescued"
    r"|hospitali[sz]ed|living|living|unemployed)\b(?:\s+[\w'’]+){0,8}\s+(?:at|to|is|was|as)\s+(?:about\s+|around\s+)?$",
    re.IGNORECASE,
)
_TURNOUT = re.compile(
    r"\bturnout\b(?:\s+(?:in|at|of|for)\s+[\w’'-]+)?\s+(?:(?:had|has|now|only|just|then)\s+)*(?:reached|was|is|stood|stands|hit|came|fell|rose|dropped|climbed)"
    r"\s+(?:(?:at|to|only|just|about|some)\s+)*$",
    re.IGNORECASE,
)
_OF_THOSE = re.compile(
    r"(?:^|[.;]\s+)\W*of\s+those\s+(?:who\s+)?[a-z]+\b[^.;,\d]*,\s+(?:about\s+|some\s+)?$", re.IGNORECASE
)
_STATES = {"dead": "killed", "wounded": "injured", "sick": "infected", "detained": "arrested"}
_BEFORE_CROWD = re.compile(
    r"\b(?:in\s+front\s+of|watched\s+by|cheered\s+by|attended\s+by|a\s+crowd\s+of)\s+$", re.IGNORECASE
)
#: A square or a street is filled by those who gather there; a hall or a jail holds whom it has room for.
_FILLED = re.compile(
    r"\b(?:square|street|streets|park|plaza|boulevard|avenue|embankment|common)\s+(?:had\s+)?(?:held|drew|saw)\s+"
    r"(?:about\s+|some\s+|only\s+|around\s+)?$",
    re.IGNORECASE,
)
_STRENGTH = re.compile(r"\b(?:strength|manpower)\s+(?:at|of|to|as)\s+$", re.IGNORECASE)
_HERD = re.compile(r"\b(?:flock|herd|pack|pod|swarm|shoal|colony)\s+of\s+$", re.IGNORECASE)
#: What is divided: "of the wells, 14 were found to be foul".
_DIVIDED = re.compile(
    r"(?:^|[.;:,]\s+)of\s+(?:the|these|those|its|their|all\s+the|[\w-]+['’]s?|the\s+[\w-]+['’]s?)\s+((?:[\w-]+\s+){0,2}?)"
    r"([a-z]{3,}(?:s|ple|men|ren)),?\s+"
    r"(?:about\s+|some\s+|only\s+|at\s+least\s+)?$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b([a-z]{3,}(?:s|men|ren|ple))\s+(?:among\s+(?:them|those|the\s+\w+)\s+)?(?:now\s+|already\s+)?"
    r"(?:number(?:ed)?|total(?:led|ed)?)\s+$",
    re.IGNORECASE,
)
_AGE_OF = re.compile(
    r"\b(?:retirement|pension|pensionable|voting|minimum|legal|working|retire|school-leaving|drinking"
    r"|average|median|mean)\s+age\b|\blife\s+expectancy\b|\b(?:work|retire|retiring|working)\s+(?:until"
    r"|at|till|before)\b",
    re.IGNORECASE,
)


def counted_before(made: Draft, floor: int) -> None:
    """Give a headless draft the noun that its clause names before it: "the number of doses rose to 14"."""
    words = made.words
    left = words.text[max(floor, made.amount.start - 90) : made.amount.start]
    if _set_phrase(made, left):
        return
    counted = _NUMBERED.search(left)
    if counted:
        made.lemma = singular(counted.group(1).lower())
        made.people = counted_people(counted.group(1).lower(), made.lemma)
        made.unit = "person" if made.people else made.lemma
        made.measure = NOUNS.get(made.lemma, "") if made.people else ""
        made.own = bool(made.measure)
        return
    label = _LABEL.match(words.text[: made.amount.start])
    if label and singular(label.group(1).lower()) not in NOUNS:
        made.lemma = singular(label.group(1).lower())
        made.people = counted_people(label.group(1).lower(), made.lemma)
        made.unit = "person" if made.people else made.lemma
        return
    match = _NUMBER_OF.search(left) or _DIVIDED.search(left)
    if match is None:
        return
    noun = match.group(2).lower()
    made.lemma = singular(noun)
    made.people = counted_people(noun, made.lemma) or (made.lemma == "case" and tells_of_disease(words))
    at = words.at(max(floor, made.amount.start - 90) + match.start(2))
    made.unit = "person" if made.people else named_at(words, at)
    made.of = f"{match.group(1)}{match.group(2)}".strip()
    told = people.right_cue("".join(match.groups()[2:]).lower()) if made.people and made.lemma not in NOUNS else ""
    made.measure, made.own = (told, True) if told else (made.measure, made.own)


def _set_phrase(made: Draft, left: str) -> bool:  # noqa: PLR0911 - a list of cases
    """Give a draft what a set phrase before it tells of it ("turnout stood at", "a herd of"); whether one does."""
    words = made.words
    if (
        _AGE_OF.search(words.text[max(0, made.amount.start - 60) : made.amount.start])
        and 10 < (made.amount.low or 0) < 100  # noqa: PLR2004 - small sizes of English prose
    ):
        made.unit, made.measure, made.own = "year", "age", True
        return True
    if re.search(
        r"\bpopulation\b[^,;.]{0,30}$", words.text[max(0, made.amount.start - 50) : made.amount.start], re.IGNORECASE
    ):
        made.unit, made.people, made.measure, made.own = "person", True, "population", True
        return True
    if (_BEFORE_CROWD.search(left) or _FILLED.search(left)) and (made.amount.low or made.amount.high or 0) >= _MASS:
        made.unit, made.people, made.measure, made.own = "person", True, "attended", True
        return True
    state = _STATE_OF.search(left)
    if state:
        told = state.group(1).lower()
        made.unit, made.people = "person", True
        made.measure = _STATES.get(told) or (told if told in _OPEN_TO_GUESS else "")
        made.own = bool(made.measure)
        return True
    if _TURNOUT.search(left) and 0 < (made.amount.low or made.amount.high or 0) <= 100:  # noqa: PLR2004 - per cent
        made.unit, made.measure, made.amount = "%", "turnout", made.amount._replace(kind="share")
        made.own = True
        return True
    if _OF_THOSE.search(left):
        made.unit, made.people = "person", True
        return True
    if _STRENGTH.search(left):
        made.unit, made.people, made.measure, made.own = "person", True, "deployed", True
        return True
    if _HERD.search(left):
        made.unit, made.measure = "animal", "number"
        return True
    group = _GROUP_OF.search(left) or (_WE.search(left) if made.lack == "bare" else None)
    if group:
        made.unit, made.people = "person", True
        return True
    return False


def _value(made: Draft) -> float | None:
    return made.amount.low if made.amount.low is not None else made.amount.high


def settle_echoes(drafts: Sequence[Draft]) -> None:  # noqa: C901 - a list of cases
    """Settle what leans: by a figure of the same number that has its noun, else by the report's commonest people."""
    firm: dict[float, list[Draft]] = {}
    for made in drafts:
        value = _value(made)
        if value is not None and not made.leaning and not made.telling and made.relation != "conversion":
            firm.setdefault(value, []).append(made)
    for made in drafts:
        value = _value(made)
        twins = [other for other in firm.get(value or 0.0, ()) if other is not made and value is not None]
        if made.leaning:
            _lean(made, [twin for twin in twins if twin.unit and (value or 0) >= _LEAST], drafts)
        elif made.people and not made.own:
            own = [twin for twin in twins if twin.people and twin.own and (value or 0) >= _LEAST]
            if own:
                made.measure, made.own = _nearest(made, own).measure, True
            elif made.lemma == "name" and not _is_owned(made):
                made.measure = _listed(made) or _likely(made, drafts) or made.measure
        elif made.guessed and any(_is_fate(made, twin) for twin in twins):
            made.measure = "killed"  # "the shooting of the two women" in a report that told of two women killed
    for made in drafts:
        _settle_heading(made, drafts)
    for made, after in itertools.pairwise(drafts):
        _spend(made, after, drafts)


_KIN = ({"displaced", "evacuated", "rescued"}, {"injured", "hospitalised"}, {"missing", "trapped"})


def _settle_heading(made: Draft, drafts: Sequence[Draft]) -> None:
    """A headline's vague count of people is what the report says of them: "drives thousands from homes", evacuated."""
    if not (made.words.sentence.heading and made.people and made.amount.form == "vague"):
        return
    kin = next((group for group in _KIN if made.measure in group), None)
    told = [other for other in drafts if other.people and other.own and not other.words.sentence.heading]
    if kin is None or any(other.measure == made.measure for other in told):
        return
    low, high = made.amount.low or 0.0, made.amount.high or math.inf
    fits = (other for other in told if other.measure in kin and low <= (_value(other) or 0.0) <= high)
    first = next(fits, None)
    if first is not None:
        made.measure = first.measure


_SOON, _LONG = 4, 15
_ANYBODY = listed("person victim") | {""}


def _is_fate(made: Draft, twin: Draft) -> bool:
    """Whether the same number of people killed, told before or soon after, says what became of people shot."""
    told = (_value(made) or 0) > 1 and twin.people and twin.own and twin.measure == "killed" and twin.lack != "more"
    alike = twin.lemma == made.lemma or bool({twin.lemma, made.lemma} & _ANYBODY)
    latest = 0 if made.measure == "casualties" else _SOON
    return told and alike and -_LONG <= twin.order - made.order <= latest


def _is_owned(made: Draft) -> bool:
    """Whether it is the owners who are counted and not their names: "the three suspects' names"."""
    words = made.words
    return made.noun is not None and any(words.tag[k] == "POS" for k in range(made.np_start, made.noun))


def _listed(made: Draft) -> str:
    """What became of those whose names are on a list, by the last telling word before: "missing relatives"."""
    sentence = made.words.sentence
    before = sentence.report.text[max(0, sentence.start - 160) : made.start].lower().rsplit("\n\n", 1)[-1]
    told = [FORM[word] for word in re.findall(r"[a-z]+", before) if FORM.get(word) in _OPEN_TO_GUESS]
    return told[-1] if told else ""


_BRACKETED = re.compile(r"(?:\s+[\w’'-]+){0,3}\s*\((?:or\s+)?")


def _spend(made: Draft, after: Draft, drafts: Sequence[Draft]) -> None:
    """A bare number that is converted into money behind it is money: the report's other currency or an unknown one."""
    if not made.leaning or after.amount.kind != "money" or after.words is not made.words:
        return
    if not _BRACKETED.fullmatch(made.words.text[made.amount.end : after.amount.start]):
        return
    others = [other for other in drafts if other.amount.kind == "money" and other.amount.unit not in ("", after.unit)]
    made.unit = _nearest(made, others).unit if others else ""
    made.people, made.measure, made.amount = False, after.measure, made.amount._replace(kind="money")
    after.relation, after.whole, after.before = "conversion", made, made


def _lean(made: Draft, twins: list[Draft], drafts: Sequence[Draft]) -> None:  # noqa: C901, PLR0912 - a list of cases
    """Settle one headless draft: by twins, by the money of the report, or by its counts of people."""
    before = made.before
    near = before is not None and before.words is made.words
    if not near and _is_crowd(made):
        made.unit, made.people, made.measure, made.own = "person", True, "attended", True
        return
    if before is not None and before.people and not near and _apart(made, before):
        made.unit, before = "", None
    twins = [twin for twin in twins if twin.own or not twin.people or made.words.sentence.heading]
    if before is not None and before.people and not _apart(made, before):
        twins = [twin for twin in twins if twin.amount.kind not in _MEASURED]
    if near and before is not None and (before.people or before.unit in {twin.unit for twin in twins}):
        return
    if near and before is not None and before.amount.kind in _MEASURED and not _apart(made, before):
        return  # "112 km/h where 80 is allowed"
    beside = _beside(made, drafts)
    if beside is not None and not twins and not near:
        made.unit, made.people, made.measure, made.own = "person", True, beside.measure, True
        return
    paid = made.verb is not None and made.words.lemma(made.verb) in PAYS and (_value(made) or 0) >= _MASS
    if (made.amount.scale >= _MILLION or paid) and not twins and not near:
        twins = _like_crowd(made, drafts)
        if not twins and (paid or spends(made)):
            twins = [other for other in drafts if _is_like_money(made, other)]
        twins = twins or _like_count(made, drafts)
    if not twins and not near and (_value(made) or 0) >= _BILLION:
        twins = [other for other in drafts if other.amount.kind == "money" and not other.leaning and not other.relation]
    if twins:
        twin = _nearest(made, twins)
        made.unit, made.people, made.measure, made.lemma = twin.unit, twin.people, twin.measure, twin.lemma
        made.of = made.of or twin.of
        made.amount, made.own = made.amount._replace(kind=twin.amount.kind), made.own or (twin.own and twin.people)
        if twin.amount.kind == "money" and _value(twin) != _value(made):
            made.measure = money.measure_of(made) or made.measure
    elif not made.unit and paid:
        sums = [other for other in drafts if other.amount.kind == "money" and other.unit]
        made.unit = _nearest(made, sums).unit if sums else ""
        made.amount, made.measure = made.amount._replace(kind="money"), money.measure_of(made) or "paid"
    elif not made.unit and made.amount.form in ("count", "vague") and _likely(made, drafts):
        made.unit, made.people, made.measure = "person", True, _likely(made, drafts)


def _beside(made: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """A count of people before a headless number in its sentence, of like size: "200,000 and then 250,000"."""
    return next(
        (
            other
            for other in drafts
            if other.words is made.words
            and other.start < made.start
            and other.people
            and other.own
            and other.measure != "capacity"
            and not other.relation
            and max(_value(other) or 1.0, _value(made) or 1.0) < 10 * min(_value(other) or 1.0, _value(made) or 1.0)
        ),
        None,
    )


_CROWD = re.compile(
    r"\b(?:organi[sz]ers|crowds?|turnout|marchers|demonstrators|attendance|rally|how many (?:came|marched"
    r"|turned))\b"
)


def _is_crowd(made: Draft) -> bool:
    """Whether a bare number stands in a paragraph that has just spoken of a crowd: "And the crowd? We say 90,000"."""
    if made.before is not None and made.before.unit == "%" and (_value(made) or 0) <= 100:  # noqa: PLR2004 - per cent
        return False
    if not _LEAST <= (_value(made) or 0) < _MOST or made.amount.form not in ("count", "vague"):
        return False
    sentence = made.words.sentence
    start = max(0, sentence.start - 60)
    before = sentence.report.text[start : made.start].lower()
    return bool(_CROWD.search(before.rsplit("\n\n", 1)[-1]))


def _apart(made: Draft, other: Draft) -> bool:
    """Whether two numbers are a hundredfold apart, so that they hardly count the same."""
    mine, its = _value(made) or 1.0, _value(other) or 1.0
    return max(mine, its) / max(1.0, min(mine, its)) >= 100  # noqa: PLR2004


def _is_like_money(made: Draft, other: Draft) -> bool:
    return other.amount.kind == "money" and not other.leaning and not other.relation and not _apart(made, other)


_MILLION, _BILLION = 1e6, 1e9
_MOST = 1e8
_REVISED = 3.0


def _like_crowd(made: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """Millions of people of about the same number, where the report's money is of another size: a count revised."""
    mine = _value(made) or 1.0
    size = {other.start: abs(math.log((_value(other) or 1.0) / mine)) for other in drafts if (_value(other) or 0) > 0}
    firm = [other for other in drafts if other.start in size and not other.leaning and not other.relation]
    people = [other for other in firm if other.people and size[other.start] <= math.log(_REVISED)]
    money = min((size[other.start] for other in firm if other.amount.kind == "money"), default=math.inf)
    nearest = min((size[other.start] for other in people), default=math.inf)
    return [other for other in people if size[other.start] == nearest < money]


def _like_count(made: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """Counts of people or things of about the size of a headless number, the nearest in size."""
    mine = _value(made) or 1.0
    size = {
        other.start: abs(math.log((_value(other) or 1.0) / mine))
        for other in drafts
        if (_value(other) or 0) > 0
        and other.amount.kind in ("", "mass", "volume", "area")
        and other.unit
        and not other.leaning
        and not other.relation
    }
    nearest = min(size.values(), default=math.inf)
    near = [other for other in drafts if size.get(other.start) == nearest]
    return near if nearest <= math.log(_TENFOLD) else []


_TENFOLD = 10.0
_MEASURED = frozenset({"time", "length", "temperature", "speed"})
_MONEY = re.compile(
    r"\b(?:costs?|costing|pric(?:e|es|ed)|worth|bills?|funds?|funding|budgets?|money|cash|pa(?:y|ys|id|ying|yments?|youts?)"
    r"|profits?|losses|lost|revenues?|turnover|debts?|ow(?:e|es|ed)|fin(?:es?|ed)|loans?|sales|sold|donat\w+|compensation|salar\w+"
    r"|wages?|ransom|spen[dt]\w*|invest\w*|aid|valu\w+|damages?|bribes?|fees?|tax\w*|savings?|grants?|subsid\w+|deficit"
    r"|surplus|earn\w*|bail|insur\w+|rais(?:e|ed|ing)|dollars?|euros?|pounds?)\b",
    re.IGNORECASE,
)
_MONEY_BACK = 160


def spends(made: Draft) -> bool:
    """Whether the words before a headless number, in its sentence and the one before, speak of money."""
    sentence = made.words.sentence
    before = sentence.report.text[max(0, sentence.start - _MONEY_BACK) : made.start].rsplit("\n", 1)[-1]
    after = made.words.text[made.amount.end :][: _MONEY_BACK // 2]
    return bool(_MONEY.search(before) or _MONEY.search(after))


def _nearest(made: Draft, others: list[Draft]) -> Draft:
    return min(others, key=lambda other: (not other.own and other.people, abs(other.order - made.order), other.start))


_MARCH = re.compile(
    r"\b(?:march(?:es|ed|ers?)?|rall(?:y|ies)|protest(?:s|ers?)?|demonstrat(?:ions?|ors?)|crowds?|parade)\b",
    re.IGNORECASE,
)
_MASS = 1000
_GUESS_BACK = 6
_OFTEN = 2


def _likely(made: Draft, drafts: Sequence[Draft]) -> str:
    """The measure of the count of people that is nearest in size (in powers of ten), then in place; "" without any."""
    size = _value(made) or 1.0
    counted = [other for other in drafts if other.people and other.own and other.measure in _OPEN_TO_GUESS]
    if size >= _MASS and all(_apart(made, other) for other in counted):
        report = made.words.sentence.report.text
        if len(_MARCH.findall(report)) >= _OFTEN:
            return "attended"
    if not counted:
        return ""
    if made.lemma == "name" and any(other.measure == "killed" for other in counted):
        return "killed"
    order = math.log10(max(1.0, size))
    counted = [other for other in counted if abs(other.order - made.order) <= _GUESS_BACK and not _apart(made, other)]
    if not counted:
        return ""
    best = min(
        counted,
        key=lambda other: (
            round(abs(order - math.log10(max(1.0, _value(other) or 1.0)))),
            abs(other.order - made.order),
            other.start,
        ),
    )
    return best.measure
