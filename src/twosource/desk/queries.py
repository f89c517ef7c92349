"""In: what a person types to search. Out: words to find in texts, or a `FigureQuery`; and the hits in a store.

killed > 100                        figures of a measure, by number: > >= < <= = or a range, 20-30
injured 20-30 said by "coast guard" … by who said it (any link of the chain)
price < $2.5m of flats              … in a unit ($ € £ % or a word behind the number), of whom or what
missing since 2025-05-01            … by day: since, until, on; YYYY-MM-DD, YYYY-MM or YYYY
ferry "harbour master" vaccin*      anything else: texts that hold all the words
"""

import calendar
import datetime as dt
import math
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec import structs

from twosource.desk.documents import Finding
from twosource.errors import QueryError
from twosource.records.kept import FigureQuery
from twosource.store import View
from twosource.text.units import unit_after

_LONGEST = 500
#: What people call the measures that the program names in one way.
_MEASURES = {
    "killed": "killed dead deaths death died die fatalities fatality toll victims bodies deceased",
    "injured": "injured wounded hurt injuries",
    "missing": "missing unaccounted",
    "arrested": "arrested arrests detained detentions held",
    "rescued": "rescued saved",
    "evacuated": "evacuated evacuees",
    "displaced": "displaced refugees",
    "captured": "captured hostages prisoners kidnapped abducted",
    "infected": "infected infections cases",
    "hospitalised": "hospitalised hospitalized",
    "attended": "attended attendance crowd turned-out",
    "deployed": "deployed",
    "casualties": "casualties",
    "homeless": "homeless",
    "trapped": "trapped",
}
_MEASURE_OF: Mapping[str, str] = {word: name for name, words in _MEASURES.items() for word in words.split()}
_SCALES = {
    "hundred": 1e2, "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9,
    "tn": 1e12, "trillion": 1e12,
}  # fmt: skip
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
_AMOUNT = r"[$€£¥₹]?\d[\d,]*(?:\.\d+)?(?:\s?(?:hundred|thousand|million|billion|trillion|[mbt]n|[km])\b)?"
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"'
    r"|(?P<operator>>=|<=|[<>=≥≤])"
    rf"|(?P<range>{_AMOUNT}\s?(?:-|–|\.\.)\s?{_AMOUNT})(?![\w-])"
    rf"|(?P<amount>{_AMOUNT})(?![\w-])"
    r"|(?P<percent>%)"
    r'|(?P<word>[^\s"<>=≥≤%]+)',
    re.IGNORECASE,
)
_PARTS = re.compile(r"([$€£¥₹]?)\s?(\d[\d,]*(?:\.\d+)?)\s?([a-z]*)", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")
_CODE = re.compile(r"[A-Z]{3}")
_KEYS = frozenset({"of", "said", "since", "until", "on", "unit", "between"})
_ARTICLE = frozenset({"the", "a", "an", "were", "was", "are", "is"})


class _Token(NamedTuple):
    kind: str
    text: str


def find(view: View, words: str, *, start: int = 0, count: int = 50) -> Finding:
    """What a store holds of what a person asks for. Raises QueryError with one line for the person."""
    query = understood(words)
    if query is None:
        return Finding(hits=view.search(words, start=start, count=count), words=words.strip())
    if query.measure and not view.figures(query, count=1):
        # What the program calls otherwise still has these words in its sentence.
        query = structs.replace(query, measure=None, words=query.measure)
    return Finding(hits=view.figures(query, start=start, count=count), words=words.strip(), query=query)


def understood(words: str) -> FigureQuery | None:
    """The figures that are asked for; None where texts are. Raises QueryError."""
    if len(words) > _LONGEST:
        message = f"a search has at most {_LONGEST} characters"
        raise QueryError(message)
    tokens = list(_tokens(words))
    if not tokens:
        message = "nothing to search for"
        raise QueryError(message)
    return _Asked(tokens).query()


def _tokens(words: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(words):
        kind = found.lastgroup or "word"
        text = found.group(kind)
        if text.strip():
            yield _Token(kind, " ".join(text.split()))


class _Asked:
    """Reads the tokens of a search from left to right."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._subject: list[str] = []
        self._given: dict[str, str | float] = {}

    def query(self) -> FigureQuery | None:
        while self._at < len(self._tokens):
            self._step()
        if not self._given.keys() - {"of"}:
            return None
        if self._subject:
            subject = " ".join(self._subject)
            self._given["measure"] = _MEASURE_OF.get(subject.casefold(), subject)
        low, high = self._given.get("low", -math.inf), self._given.get("high", math.inf)
        if isinstance(low, float) and isinstance(high, float) and low > high:
            message = "no number is as large and as small as that"
            raise QueryError(message)
        return FigureQuery(**self._given)  # type: ignore[arg-type]

    def _step(self) -> None:
        kind, text = self._tokens[self._at]
        self._at += 1
        word = text.casefold()
        match kind:
            case "operator":
                self._compare(text)
            case "range":
                low, high = re.split(r"(?<=[\w)])\s?(?:-|–|\.\.)\s?", text, maxsplit=1)
                self._between(low, high)
            case "word" if word == "between":
                self._between_words()
            case "word" if word == "said" and self._next() == "by":
                self._at += 1
                self._given["said_by"] = self._words("said by")
            case "word" if word == "of" and self._subject and self._condition_ahead():
                self._given["of"] = self._words("of")
            case "word" if word == "unit":
                self._given["unit"] = self._words("unit")
            case "word" if word in {"since", "until", "on"} and self._day_ahead():
                self._days(word)
            case "word" if word in _ARTICLE and not self._subject:
                pass
            case _:
                self._subject.append(text)

    def _next(self) -> str:
        return self._tokens[self._at].text.casefold() if self._at < len(self._tokens) else ""

    def _condition_ahead(self) -> bool:
        """Whether figures are asked for at all: "death of a minister" is a search for words."""
        kinds = {token.kind for token in self._tokens}
        return bool(kinds & {"operator", "range"}) or "said_by" in self._given

    def _words(self, before: str) -> str:
        """The words behind a key word: a quoted piece, or all up to the next key word."""
        found: list[str] = []
        while self._at < len(self._tokens):
            kind, text = self._tokens[self._at]
            if kind == "quoted" and not found:
                self._at += 1
                return text
            if kind in {"operator", "range"} or (found and text.casefold() in {"said", "since", "until", "on", "of"}):
                break
            found.append(text)
            self._at += 1
        if not found:
            message = f"nothing stands behind “{before}”"
            raise QueryError(message)
        return " ".join(found[1:] if len(found) > 1 and found[0].casefold() in _ARTICLE else found)

    def _compare(self, operator: str) -> None:
        value = self._amount(operator)
        if operator in {">", ">=", "≥", "="}:
            self._given["low"] = math.nextafter(value, math.inf) if operator == ">" else value
        if operator in {"<", "<=", "≤", "="}:
            self._given["high"] = math.nextafter(value, -math.inf) if operator == "<" else value

    def _amount(self, before: str) -> float:
        if self._at >= len(self._tokens) or self._tokens[self._at].kind != "amount":
            message = f"a number stands behind “{before}”, as in: killed {before} 100"
            raise QueryError(message)
        text = self._tokens[self._at].text
        self._at += 1
        return self._value(text) * self._factor_behind()

    def _value(self, text: str) -> float:
        sign, digits, scale = _parts(text)
        if sign:
            self._given["unit"] = _SIGNS[sign]
        try:
            value = float(digits.replace(",", "")) * _SCALES.get(scale.casefold(), 1.0)
        except (ValueError, OverflowError):
            value = math.inf
        if not math.isfinite(value):
            message = f"“{text[:40]}” is no number that can be searched for"
            raise QueryError(message)
        return value

    def _factor_behind(self) -> float:
        """Take a unit behind the last number, and give the factor that turns the number into it (19 cents: 0.01)."""
        if self._at >= len(self._tokens):
            return 1.0
        kind, text = self._tokens[self._at]
        if kind == "word" and _CODE.fullmatch(text):
            self._given["unit"] = text
            self._at += 1
            return 1.0
        unit = unit_after(f"1 {text}", 1) if kind in {"word", "percent"} and text.casefold() not in _KEYS else None
        if unit is None:
            return 1.0
        self._given["unit"] = unit.name
        self._at += 1
        return unit.factor

    def _between(self, low: str, high: str) -> None:
        near, far = self._value(low), self._value(high)
        if near < far and not _parts(low)[2] and _parts(high)[2]:
            near *= _SCALES.get(_parts(high)[2].casefold(), 1.0)  # "2-3 million" is two to three million
        if near > far:
            message = f"{low} to {high} is no range: the smaller number comes first"
            raise QueryError(message)
        factor = self._factor_behind()
        self._given |= {"low": near * factor, "high": far * factor}

    def _between_words(self) -> None:
        tokens = self._tokens[self._at : self._at + 3]
        if [token.kind for token in tokens] != ["amount", "word", "amount"] or tokens[1].text.casefold() != "and":
            self._subject.append("between")
            return
        self._at += 3
        self._between(tokens[0].text, tokens[2].text)

    def _day_ahead(self) -> bool:
        return bool(_DAY.match(self._day_text()))

    def _day_text(self) -> str:
        return self._tokens[self._at].text.replace(" ", "") if self._at < len(self._tokens) else ""

    def _days(self, word: str) -> None:
        text = self._day_text()
        self._at += 1
        first, last = _days_of(text)
        if word in {"since", "on"}:
            self._given["since"] = first
        if word in {"until", "on"}:
            self._given["until"] = last


def _parts(amount: str) -> tuple[str, str, str]:
    """Currency sign, digits and scale word of an amount."""
    found = _PARTS.fullmatch(amount.strip())
    return (found[1], found[2], found[3]) if found else ("", "", "")


def _days_of(text: str) -> tuple[str, str]:
    """First and last day of a day, month or year (ISO)."""
    found = _DAY.match(text)
    if found is None:
        raise QueryError(_no_day(text))
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = dt.date(year or 0, month or 1, day or 1)
        last = dt.date(year or 0, month or 12, day or calendar.monthrange(year or 0, month or 12)[1])
    except (ValueError, calendar.IllegalMonthError):
        raise QueryError(_no_day(text)) from None
    return first.isoformat(), last.isoformat()


def _no_day(text: str) -> str:
    return f"{text} is no day, month or year like 2025-05-01, 2025-05 or 2025"
