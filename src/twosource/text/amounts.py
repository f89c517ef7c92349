"""In: a sentence. Out: the amounts in it: numbers with their units, ranges joined, modifiers read into the bounds."""

import itertools
import re
from itertools import islice
from typing import NamedTuple

from twosource.text.currency_marks import letters_after, letters_before
from twosource.text.listing import listed
from twosource.text.numbers import Form, Number, find_numbers
from twosource.text.units import Countries, Unit, currency_after, currency_before, unit_after


class Amount(NamedTuple):
    """A number as a sentence states it: `text[start:end]` holds modifier, number and unit.

    `at` and `stop` bound the number itself, `tail` is where number and unit end and a counted noun may follow. `kind`
    is that of the unit ("money", "length", …) or "". `joined` is true for a range. `rival` is true for one of two
    numbers set against each other ("2-0"). `hyphen` is the hyphenated noun ("38-page"), if one follows.
    """

    start: int
    end: int
    at: int
    stop: int
    tail: int
    low: float | None
    high: float | None
    about: bool = False
    unit: str = ""
    kind: str = ""
    form: Form = "count"
    scale: float = 1.0
    words: bool = False
    joined: bool = False
    rival: bool = False
    modifier: str = ""
    hyphen: str = ""
    ambiguous: bool = False


_LOWER = (
    r"at\s+(?:the\s+very\s+)?least|(?:no|not)\s+(?:fewer|less)\s+than|(?:(?:a\s+)?(?:little|bit|far|much"
    r"|slightly|well|significantly"
    r"|considerably)\s+)?(?:more|greater|higher|bigger|larger|longer|better|older|taller|deeper|wider"
    r"|heavier|faster|louder"
    r"|stronger|hotter|warmer)\s+than|upwards?\s+of|in\s+excess\s+of|north\s+of|(?:(?:just|well|slightly"
    r"|a\s+little|a\s+bit"
    r"|comfortably|far)\s+)?(?:over\s+than|over|above|beyond)|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?"
    r"|topp(?:ed|ing)|tops|a\s+minimum\s+of"
    r"|minimum|as\s+few\s+as|as\s+little\s+as"
)
_UPPER = (
    r"sub(?=-)|(?:up|down)?(?<=up)\s+to|as\s+(?:many|much|high|long|far|large|big)\s+as|(?:no"
    r"|not)\s+(?:more|greater|higher|longer|later|larger)"
    r"\s+than|(?:(?:slightly|a\s+little|a\s+bit|well|far|significantly)\s+)?(?:fewer|less|lower|smaller"
    r"|shorter|younger|cheaper"
    r"|slower)\s+than|at\s+(?:the\s+)?(?:very\s+)?most|(?:(?:just|well|slightly|a\s+little"
    r"|a\s+bit)\s+)?(?:under|below)|within"
    r"|a\s+maximum\s+of|maximum|(?:just\s+)?short\s+of|(?:just\s+)?shy\s+of"
)
_ABOUT = (
    r"(?:just\s+|only\s+)?(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|near(?=-)"
    r"|perhaps|maybe|circa|ca?\.|close\s+to"
    r"|an?\s+(?:estimated|approximate)|(?:the\s+)?estimated|in\s+the\s+region\s+of|somewhere\s+(?:around"
    r"|between|near)|on\s+the\s+order"
    r"\s+of|something\s+like|more\s+or\s+less|practically|virtually|barely|probably|nearer\s+to)|[~≈]"
)
_BEFORE = re.compile(
    rf"(?:(?<![^\W_])(?:(?P<lower>{_LOWER})|(?P<upper>{_UPPER})|(?P<about>{_ABOUT}))(?:\s+|-)(?:(?:a|an"
    rf"|another|a\s+record|"
    rf"a\s+further|an?\s+additional|just|of)\s+)?|(?P<sign>[~≈])\s?|(?P<more>[>≥])\s?|(?P<less>[<≤])\s?)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:(?P<lower>\s+or\s+(?:more|above|higher|over|longer|greater|better|upwards?)\b"
    r"|-?\s?plus\b(?!\s+(?:\d|an?\b|the\b|one\b|its?\b))|\+(?!\d)|\s+and\s+(?:counting|above|up)\b"
    r"|,?\s+at\s+(?:least|a\s+minimum|the\s+very\s+least)\b(?!\s+(?:\d|an?\b|half\b|[a-z]+(?:teen|ty|dred|sand|lion)\b"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|some|as)\b)))|(?P<upper>\s+or\s+(?:less|fewer|under|below"
    r"|lower|younger)\b|,?\s+(?:tops|at\s+most|"
    r"at\s+the\s+(?:very\s+)?most)\b(?!\s+\d))|(?P<about>\s+or\s+(?:so|thereabouts)\b|-odd\b|\s+odd\b"
    r"|-ish\b|,?\s+give\s+or\s+take\b|,?\s+more\s+or\s+less\b))",
    re.IGNORECASE,
)
_LATE = re.compile(r"\s+(?:[^\W\d_]+\s+){1,2}or\s+(?:(so|thereabouts)|(more)|(less|fewer))\b", re.IGNORECASE)
_LONGEST_MODIFIER = 44
#: Words after which "about" tells a topic, not an approximation.
_TOPIC = re.compile(
    r"\b(?:wrong|right|doubts?|worr(?:y|ied|ies)|questions?|concern(?:s|ed)?|talk(?:s|ed|ing)?|sp(?:eak"
    r"|oke|eaking)|ask(?:s|ed)?|complain(?:s|ed|t|ts)?"
    r"|kn[eo]w|hear(?:d)?|read|wr(?:ite|ote|itten)|learn(?:ed|t)?|stor(?:y|ies)|information|warn(?:s|ed"
    r"|ing)?|lie[sd]?|think|thought|sure|tell|told)"
    r"\s+(?:about|around)\s+$",
    re.IGNORECASE,
)
#: Modifiers that only stand directly before a number; before another modifier they are prepositions.
_SPATIAL = re.compile(r"(?:over|above|below|under|within|beyond|around|about|some)\b", re.IGNORECASE)
#: Verbs whose particle "up" is no part of "up to".
_UP_VERB = re.compile(
    r"\b(?:owned|own|owns|went|goes?|going|gone|rose|rises?|risen|rising|climb(?:s|ed|ing)?|add(?:s|ed)?"
    r"|came|comes|admitted|push(?:es|ed|ing)?|mov(?:es|ed|ing)|jump(?:s|ed)|ran|sped"
    r"|crept|inch(?:es|ed)|edg(?:es|ed)|tick(?:s|ed)|work(?:s|ed)|fess(?:es|ed)|catch|caught)\s+up\s+to\s+$",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:for|last(?:s|ed|ing)?|took|takes?|taken|taking|is|was|were|been|spent|waited|of|after|in"
    r"|already|just|well|little|slightly|to|bit"
    r"|mean|meant|every|than|and|wait|with)\s+(?:over|above|under|below|within)\s+$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:r[io]se[sn]?|rising|fall(?:s|en|ing)?|fell|drop\w*|climb\w*|jump\w*|gr[eo]w\w*|(?:in"
    r"|de)creas\w*|rais\w+|lower(?:s|ed|ing)|cut(?:s|ting)?|slash\w*"
    r"|went|goes?|gone|going|mov(?:e[sd]?|ing)|chang\w+|revis\w+|reduc\w+|down|up|declin\w+|plung\w+"
    r"|plummet\w*|slump\w*|soar\w*|surg\w+|slid\w*|shr[aiu]nk\w*"
    r"|narrow\w*|widen\w*|c[ao]me|improv\w+|boost\w*|expand\w*|swell\w*|swollen|correct\w+|(?:up"
    r"|down)grad\w+|slow\w*|eased?|edg(?:ed|ing)|tick\w*"
    r"|recover\w*|tumbl\w+|s[aiu]nk|advanc\w+|gain\w*|los[et]\w*|extend\w*|switch\w*|crash\w*|adjust\w*|shift\w*)\b",
    re.IGNORECASE,
)
_RANGE_WORD = re.compile(
    r"\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|anywhere|anything|interval|somewhere)\b[^.;]{0,30}$", re.IGNORECASE
)
_NOUN = re.compile(r"-([^\W\d_]{3,}(?:-[^\W\d_]{3,})?)")
_NOUN_STOP = listed("plus odd ish something fold year")


def find_amounts(text: str, countries: Countries) -> list[Amount]:
    """The amounts in one sentence, in order, none overlapping.

    Numbers that are part of a code or a clock time ("NV-4107", "10:27", "5G") are left out; whether an amount is a
    figure is not decided here.
    """
    plain = [amount for number in find_numbers(text) for amount in _measured(text, number, countries)]
    plain = _with_halves(text, plain)
    joined = _ranges(text, plain)
    done: list[Amount] = []
    for place, amount in enumerate(joined):
        floor = done[-1].end if done else 0
        ceiling = joined[place + 1].start if place + 1 < len(joined) else len(text)
        done.append(_modified(text, amount, floor, ceiling))
    return _suspended(text, done)


_AND_HALF = re.compile(
    r"(?<![\w-])(?:an?|one)\s+(second|minute|hour|day|week|month|year|decade|century|mile|kilomet(?:re|er)|met(?:re|er)|tonne|ton|litre"
    r"|acre|hectare)\s+and\s+a\s+(half|quarter)\b",
    re.IGNORECASE,
)
_HALF = {"half": 0.5, "quarter": 0.25}
#: How long something went on: "lasted a week", "took less than an hour"; elsewhere "an hour" is no count.
_LASTED = re.compile(
    r"\b(?:last(?:s|ed)|took)\s+(?:(?:more|less|longer|under|over|about|almost|nearly|only|just|barely|around|at|than"
    r"|least|well)\s+){0,2}(?P<one>an?\s+(second|minute|hour|day|week|fortnight|month|year|decade|century))\b"
    r"(?!\s+(?:and\s+a|to|off|out|long|ago|earlier|before|or)\b|-)",
    re.IGNORECASE,
)


def _with_halves(text: str, plain: list[Amount]) -> list[Amount]:
    """The amounts and those that have their unit inside the number: "an hour and a half", "lasted a week"."""
    wholes = []
    halves = ((found.span(), found.start(1), 1 + _HALF[found.group(2).lower()]) for found in _AND_HALF.finditer(text))
    spans = ((found.span("one"), found.start(2), 1.0) for found in _LASTED.finditer(text))
    for (start, end), named, value in islice(itertools.chain(halves, spans), _FEW):
        unit = unit_after(text, named - 1)
        if unit is None:
            continue
        whole = Amount(
            start=start, end=end, at=start, stop=end, tail=end, low=value, high=value, unit=unit.name, kind=unit.kind,
            words=True,
        )  # fmt: skip
        wholes.append(whole)
        plain = [amount for amount in plain if amount.end <= start or amount.start >= end]
    return sorted([*plain, *wholes], key=lambda amount: amount.start) if wholes else plain


_FEW = 20


def _suspended(text: str, amounts: list[Amount]) -> list[Amount]:
    """Units and hyphens that wait for a later noun: "41, 58 and 63 km", "four-, five- and six-cylinder engines"."""
    filled = list(amounts)
    closed = False  # whether the amount after this one was joined by "and", so that a comma before it lists too
    for place in range(len(filled) - 2, -1, -1):
        amount, later = filled[place], filled[place + 1]
        link = text[amount.end : later.start]
        bare = not amount.unit and not amount.hyphen and not later.joined and amount.form in ("count", "vague")
        bare = bare and not (later.form == "share" and "," in link)  # "Fourteen, or about a third"
        closed = bare and bool(later.unit) and (bool(_LISTED.fullmatch(link)) or (closed and link == ", "))
        if closed:
            filled[place] = amount._replace(unit=later.unit, kind=later.kind)
        elif bare and _WAITS.fullmatch(link) and (later.hyphen or later.unit):
            filled[place] = amount._replace(unit=later.unit, kind=later.kind, hyphen=later.hyphen)
    return filled


_LISTED = re.compile(r",?\s(?:and|or|to|or\seven|and\seven)\s")
_WAITS = re.compile(r"-(?:,|\s+(?:and|or|to)\b).{0,6}")


def _measured(text: str, number: Number, countries: Countries) -> list[Amount]:
    """The number with its sign and unit; nothing where it is part of a word, a code or a clock time."""
    start, end, low, high = number.start, number.end, number.low, number.high
    metre = number.suffix
    money = letters_before(text, start, countries) or currency_before(text, start, countries)
    unit: Unit | None = money
    tail = end
    if number.suffix:
        named = currency_after(text, end + 1, countries)
        plural = re.match(r"[\s-](?:[A-Z][\w’'-]+\s){0,2}(?:people|children|women|men|[a-z]{3,}s)\b", text[end + 1 :])
        metre = not (money or named or (plural and not re.match(r"\s(?:across|tons|as|is|was|has)\b", text[end + 1 :])))
        if not metre:
            end, tail, low, high = end + 1, end + 1, low * 1e6, high * 1e6
    if unit is None and number.form in ("count", "vague"):
        unit = (
            currency_after(text, end, countries)
            or letters_after(text, end, countries)
            or unit_after(text, end, metre=metre)
        )
        if unit is not None:
            tail = unit.end
    if number.form == "count" and _is_code(text, start, end, tail, unit):
        return []
    begin = min(start, money.start) if money else start
    debit = None if money or text[start - 1 : start] not in ("-", "−") else currency_before(text, start - 1, countries)
    if debit is not None and number.form == "count":
        unit, begin, low, high = debit, debit.start, -high, -low
    sign = re.search(r"(?:(?<![^\s(])[-−]|\bminus[\s-])$", text[max(0, begin - 6) : begin])
    if sign and number.form == "count":
        begin -= len(sign.group())
        low, high = -high, -low
    factor = unit.factor if unit else 1.0
    name, kind = (unit.name, unit.kind) if unit else ("", "")
    if number.form == "share":
        name, kind = "%", "share"
    elif number.form == "multiple":
        name, kind = "ratio", "ratio"
    return [
        Amount(
            start=begin, end=tail, at=begin, stop=end, tail=tail, low=low * factor, high=high * factor, unit=name,
            kind=kind,
            form=number.form, scale=number.scale, words=number.words, ambiguous=bool(unit and unit.ambiguous),
        )
    ]  # fmt: skip


_HYPHEN_OK = re.compile(r"(?:magnitude|near|under|over|sub|about|around|plus|minus|mid)-$", re.IGNORECASE)


def _is_code(text: str, start: int, end: int, tail: int, unit: Unit | None) -> bool:  # noqa: PLR0911 - a list of cases
    """Whether a number in digits is glued into a word, a code, a fraction, a clock time or an address."""
    before, after = text[max(0, start - 3) : start], text[end : end + 3]
    if unit is not None and unit.kind == "money" and unit.start < start:
        return False
    if before[-1:].isalnum() and unit is None:
        return True
    if before[-1:].isalpha() and not (unit and unit.kind == "money" and unit.start < start):
        return True
    if (
        before[-1:] == "-"
        and len(before) > 1
        and before[-2].isalpha()
        and not _HYPHEN_OK.search(text[max(0, start - 11) : start])
    ):
        return not text[start].isalpha()
    if text[start].isdigit():
        if (before[-1:] in "/:.#@_=" and len(before) > 1 and not before[-2].isspace() and before[-1:]) or before[
            -1:
        ] in ("#", "@", "_"):
            return before[-1:] != ":" or before[-2:-1].isdigit()
        if after[:1] in ("/", ":", "⁄") and after[1:2].isdigit():
            return True
        if before[-1:] == "⁄":
            return True
    return bool(after[:1].isalpha() and tail <= end)


def _same_kind(one: Amount, other: Amount) -> bool:
    return one.unit == other.unit or not one.unit or not other.unit


def _ranges(text: str, plain: list[Amount]) -> list[Amount]:
    """Pairs that are the two ends of one range put together; scores ("2-0") marked as rivals."""
    done: list[Amount] = []
    for amount in plain:
        last = done[-1] if done else None
        if last is not None and _one_in(text, last, amount):
            share = 100 * (last.low or 0) / (amount.low or 1)
            done[-1] = last._replace(
                end=amount.end,
                stop=amount.stop,
                tail=amount.tail,
                low=share,
                high=share,
                unit="%",
                kind="share",
                form="share",
            )
            continue
        if last is None or last.joined or last.form != "count" or amount.form not in ("count", "share"):
            done.append(amount)
            continue
        link = text[last.tail : amount.at].lower()
        stripped = link.strip()
        if (
            stripped not in ("-", "–", "—", "to", "or", "and", "-to-", "−")
            or not _same_kind(last, amount)
            or last.high is None
        ):
            done.append(amount)
            continue
        low, high = last.low or 0.0, amount.high or 0.0
        if amount.scale > 1 and last.scale == 1 and low < amount.high / amount.scale * 1.001 and not _tiny(text, last):  # type: ignore[operator]
            low *= amount.scale
        before = text[max(0, last.at - 60) : last.at]
        dash = stripped in ("-", "–", "—", "−", "-to-")
        if dash and low >= high and link == stripped and not last.unit and last.low is not None:
            done[-1] = last._replace(rival=True)
            done.append(amount._replace(rival=True))
            continue
        opener = _opener(before, stripped, dash=dash, low=low, high=high)
        if opener is None or amount.form == "share":
            done.append(amount)
            continue
        done[-1] = amount._replace(
            start=last.at - opener, at=last.at - opener, low=low, high=high, unit=amount.unit or last.unit,
            kind=amount.kind or last.kind, joined=True, words=last.words, ambiguous=amount.ambiguous or last.ambiguous,
        )  # fmt: skip
    return done


_OVER_THOSE = re.compile(
    r"\s(?!was\b|has\b|does\b|goes\b|comes\b|starts\b|begins\b|ends\b|remains\b|needs\b)[a-z]{3,}s\b"
)


def _one_in(text: str, last: Amount, amount: Amount) -> bool:
    """Whether two numbers are odds with the noun between them: "nine fires in ten"."""
    if last.form != "count" or last.unit or amount.unit or amount.high not in (4, 5, 10, 20, 100) or last.joined:
        return False
    if _OVER_THOSE.match(text, amount.stop):
        return False  # "14 goals in 20 games"
    link = re.fullmatch(r"\s[a-z]{3,}(?:s|ple|ren|men)\sin\s", text[last.stop : amount.at])
    return bool(link) and last.low is not None and 0 < last.low < amount.high


def _tiny(text: str, amount: Amount) -> bool:
    """Whether a number stands so as it is meant in full ("1,200 to 2 million")."""
    return "," in text[amount.at : amount.stop]


def _opener(before: str, link: str, *, dash: bool, low: float, high: float) -> int | None:  # noqa: PLR0911
    """How many characters before the first number open the range ("between ", "from "), or None where it is none."""
    between = re.search(
        r"\b(?:anywhere\s+)?between\s+(?:about\s+|around\s+|some\s+|an\s+estimated\s+)?$", before, re.IGNORECASE
    )
    if link == "and":
        return len(between.group()) if between and low <= high else None
    if low >= high:
        return None
    if dash:
        return 0
    if link == "or":
        return 0 if high <= 3 * low else None
    start = re.search(r"\bfrom\s+(?:about\s+|around\s+|some\s+)?$", before, re.IGNORECASE)
    if between:
        return len(between.group())
    if start:
        head = before[: start.start()]
        if _CHANGE.search(head) and not _RANGE_WORD.search(head):
            return None
        return len(start.group())
    if re.search(rf"(?:{_CHANGE.pattern})\s+$", before, re.IGNORECASE) and not _RANGE_WORD.search(before):
        return None
    return 0


def _modified(text: str, amount: Amount, floor: int, ceiling: int) -> Amount:
    """The amount with the modifiers before and after it read into bounds and span."""
    low, high, about, start, end, word = amount.low, amount.high, amount.about, amount.start, amount.end, ""
    if amount.form == "none":
        return amount
    for turn in range(2):
        match = _BEFORE.search(text[max(floor, start - _LONGEST_MODIFIER) : start])
        if match is None:
            break
        at = max(floor, start - _LONGEST_MODIFIER) + match.start()
        kind = _force(text, match, at, start, amount)
        if not kind or (turn and _SPATIAL.match(match.group())):
            break
        start, word = at, match.group().strip().lower()
        low, high, about = _bounded(kind, low, high, about=about)
    for place in (amount.stop, amount.tail):
        match = _AFTER.match(text, place)
        if match and match.end() <= max(ceiling, place):
            low, high, about = _bounded(match.lastgroup or "", low, high, about=about)
            end = max(end, match.end())
            break
    else:
        late = _LATE.match(text, amount.tail)
        if late and late.end() <= ceiling:
            low, high, about = _bounded(
                "about" if late.group(1) else "lower" if late.group(2) else "upper", low, high, about=about
            )
    if end > amount.tail and not amount.unit and end > amount.end:
        return _late_unit(
            text, amount._replace(start=start, end=end, low=low, high=high, about=about, modifier=word, tail=end)
        )
    hyphen = _NOUN.match(text, end) if not amount.unit else None
    noun = hyphen.group(1).lower() if hyphen and hyphen.group(1).lower() not in _NOUN_STOP else ""
    return amount._replace(start=start, end=end, low=low, high=high, about=about, modifier=word, hyphen=noun)


def _late_unit(text: str, amount: Amount) -> Amount:
    """A unit behind a modifier that follows the number: "60-plus kilometres", "10 or more days"."""
    unit = unit_after(text, amount.end)
    if unit is None:
        return amount
    return amount._replace(end=unit.end, tail=unit.end, unit=unit.name, kind=unit.kind)


def _bounded(
    kind: str, low: float | None, high: float | None, *, about: bool
) -> tuple[float | None, float | None, bool]:
    """Bounds opened by a modifier of one kind; opening one side never moves the other."""
    if kind in ("lower", "more"):
        return low, None, about
    if kind in ("upper", "less"):
        return None, high, about
    return low, high, True


def _force(text: str, match: re.Match[str], at: int, start: int, amount: Amount) -> str:  # noqa: PLR0911
    """What the modifier does ("lower", "upper", "about"), or "" where the word is none here."""
    kind = match.lastgroup or ""
    word = match.group().strip().lower()
    if kind in ("sign", "about") or word in ("~", "≈"):
        if word in ("about", "around") and _TOPIC.search(text[max(0, at - 16) : start]):
            return ""
        return "about"
    first = word.split()[0]
    if first in ("over", "under", "above", "below", "within") and amount.kind == "time":
        if first == "within":
            return "upper"
        opens = first in ("under", "below") and not text[:at].strip(" “\"‘'")
        return kind if opens or _LASTING.search(text[max(0, at - 16) : start]) else ""
    if first == "up" and _UP_VERB.search(text[max(0, at - 12) : start]):
        return ""
    if first == "beyond" and amount.words:
        return ""
    return kind
