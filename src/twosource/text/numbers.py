"""In: a text. Out: the numbers written in it, in digits and in words, with both bounds and their place."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from twosource.text.listing import listed

Form = Literal["count", "vague", "share", "multiple", "none"]


class Number(NamedTuple):
    """A number without modifier or unit: `text[start:end]`, its bounds, and how it was written.

    A "share" is in per cent, a "multiple" a ratio. `scale` is the last multiplier written ("million" 1e6, else 1), so
    that "2 to 3 million" can be put right. `words` is true where it is spelled. `suffix` is a glued "m", which is a
    million or a metre.
    """

    start: int
    end: int
    low: float
    high: float
    form: Form = "count"
    scale: float = 1.0
    words: bool = False
    suffix: bool = False


class Piece(NamedTuple):
    """One token of the number grammar: lower-case words, and where they stand."""

    word: str
    start: int
    end: int


_PIECE = re.compile(r"(?<![\d\w])\.\d+|\d+(?:[.,]\d+)*(?:[\u00a0\u202f\u2009]\d{3})*|[^\W\d_]+|[^\w\s]|_")

_SMALL_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TEN_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: value for value, word in enumerate(_SMALL_WORDS)}
_TENS = {word: 10 * value for value, word in enumerate(_TEN_WORDS, start=2)} | {"fourty": 40}
_SCALES = {
    "thousand": 1e3, "lakh": 1e5, "lac": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
_DIGIT_SCALES = _SCALES | {
    "hundred": 100, "dozen": 12, "mn": 1e6, "mln": 1e6, "mil": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
    "lakhs": 1e5, "crores": 1e7,
}  # fmt: skip
_GLUED_SCALES = {"k": 1e3, "b": 1e9, "bn": 1e9, "mn": 1e6, "mln": 1e6, "tn": 1e12, "cr": 1e7, "trn": 1e12}
_VAGUE = {
    "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1e3, "lakhs": 1e5, "millions": 1e6, "crores": 1e7,
    "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
_FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅕": 0.2}
_MULTIPLES = {
    "doubled": 2, "doubling": 2, "doubles": 2, "tripled": 3, "tripling": 3, "trebled": 3, "trebling": 3, "triples": 3,
    "quadrupled": 4, "quadrupling": 4, "quintupled": 5, "halved": 0.5, "halving": 0.5, "halves": 0.5,
}  # fmt: skip
_TIMES = {"twice": 2, "double": 2, "triple": 3, "treble": 3, "thrice": 3, "quadruple": 4}
_AFTER_TIMES = listed(
    "as more the higher larger bigger greater less fewer faster longer that what its their his her those smaller"
    " lower worse better over stronger deadlier"
)
_BEFORE_TIMES = listed("to will would could may might than about nearly almost roughly around over")
_FUNCTION = listed(
    "of more less higher lower the as are were was is have has had by from in on to said and but or than who that"
    " which for at since while when last this smaller larger bigger went will would did do come came say said voted"
)
_SCORED = listed(
    "of more dead killed wounded injured were feared missing trapped arrested hurt homeless others evacuated sick ill"
    " hospitalised hospitalized detained rescued displaced stranded sickened poisoned treated jailed evicted sacked"
)
_SCORES = listed(
    "feared dead killed wounded injured missing trapped arrested hurt homeless buried been died fled in be"
)
_KEPT = listed("hospital hospitals custody jail prison quarantine detention")
_VICTIM_DEEDS = listed(
    "homicide murder killing slaying shooting stabbing fatality drowning execution lynching murders homicides"
)
_FINEST = 1000
#: Wholes that odds are told in: "nine in ten", "one in five".
_ODDS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100))
_TEN = 10
_SIDES = listed("against for opposed unsure not neither still abstaining")
#: "no more than", "no longer", "no. 7": no word for none.
_NOT_NONE = listed("more fewer less longer later greater higher larger doubt other matter such . sooner way good")
_HALF_AFTER = listed("of the their its his her that those these our my your what a an as")
_HALF_BEFORE = listed(
    "about almost nearly than over under by around roughly approximately only just some least above below least up"
)

#: Cheap test whether a sentence can hold a number at all.
MAYBE_NUMBER = re.compile(
    r"[\d½¼¾⅓⅔]|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|fort?y|fourty|fifty|sixty|seventy|eighty|ninety|hundreds?"
    r"|thousands?|lakhs?|crores?|[mb]illions?|trillions?|dozens?|scores|half|hal(?:v|f)\w*|thirds?|quarters?"
    r"|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|doubl\w+|tripl\w+|trebl\w+|quadrupl\w+"
    r"|quintupl\w+|twice|thrice|\w+fold|no|none|nobody|not|a million|nil|lasted|lasts|took)\b",
    re.IGNORECASE,
)


def pieces(text: str) -> list[Piece]:
    """The tokens of the number grammar in `text`, lower-cased."""
    return [Piece(match.group().lower(), *match.span()) for match in _PIECE.finditer(text)]


def digits(word: str) -> float | None:  # noqa: PLR0911 - a list of cases
    """The value of a numeral with decimal point and thousands separators: "1,140", "7.5", "1,50,000"; else None."""
    if not word.isascii():
        word = re.sub("[\u00a0\u202f\u2009]", "", word)
    if word[:1] == "." and word[1:].isdigit():
        return float(word)
    if not word[:1].isdigit():
        return None
    if re.fullmatch(r"\d+(?:\.\d+)?", word):
        return float(word) if len(word) <= 40 else None  # noqa: PLR2004 - small sizes of English prose
    if len(word) > 40:  # noqa: PLR2004 - small sizes of English prose
        return None
    if re.fullmatch(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?", word):
        return float(word.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", word):
        return float(word.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3},\d{1,2}", word):
        return float(word.replace(",", "."))
    return None


#: Words that can begin a number; others are passed over at once.
_STARTERS = frozenset({*_SMALL, *_TENS, *_VAGUE, *_VULGAR, *_MULTIPLES, *_TIMES}) | listed(
    "a an half quarter several many tens no none nobody not"
)


class _Reader:
    """Reads numbers off the tokens of one text; each `_name(i)` gives (value, next token) or None."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = pieces(text)

    def word(self, i: int) -> str:
        return self.tokens[i].word if 0 <= i < len(self.tokens) else ""

    def glued(self, i: int) -> bool:
        """Whether token `i` follows the one before it without a space."""
        return 0 < i < len(self.tokens) and self.tokens[i].start == self.tokens[i - 1].end

    def numbers(self) -> Iterator[Number]:
        i = 0
        while i < len(self.tokens):
            word = self.tokens[i].word
            if word not in _STARTERS and not word[0].isdigit() and word[0] != "." and not word.endswith("fold"):
                i += 1
                continue
            found = self.none(i) or self.vague(i) or self.multiple(i) or self.share(i) or self.count(i)
            if found is None:
                i += 1
                continue
            number, i = found
            yield number

    def make(self, i: int, j: int, low: float, high: float | None = None, **more: object) -> tuple[Number, int]:
        spot = (self.tokens[i].start, self.tokens[j - 1].end)
        words = not self.tokens[i].word[:1].isdigit()
        return Number(*spot, low, low if high is None else high, words=words, **more), j  # type: ignore[arg-type]

    def none(self, i: int) -> tuple[Number, int] | None:
        first, second = self.word(i), self.word(i + 1)
        if first == "no" and second in _NOT_NONE:
            return None
        if first in ("nobody", "none") or (first == "no" and second != "one"):
            return self.make(i, i + 1, 0, form="none")
        if first == "no" and second == "one":
            return self.make(i, i + 2, 0, form="none")
        if first == "not" and second == "one":
            return self.make(i, i + 2, 0, form="none")
        if first == "not" and second == "a" and self.word(i + 2) == "single":
            return self.make(i, i + 3, 0, form="none")
        return None

    def vague(self, i: int) -> tuple[Number, int] | None:
        first = self.word(i)
        if (
            first in ("tens", "hundreds", "dozens", "scores")
            and self.word(i + 1) == "of"
            and self.word(i + 2) in _VAGUE
        ):
            scale = _VAGUE[self.word(i + 2)] * (100 if first == "hundreds" else 10)
            return self.make(i, i + 3, 2 * scale, 10 * scale - 1, form="vague")
        if first in _VAGUE:
            if first == "scores" and not self.toll(i + 1):
                return None
            scale = _VAGUE[first]
            high = 99 if scale < 100 else 10 * scale - 1  # noqa: PLR2004 - small sizes of English prose
            return self.make(i, i + 1, 2 * scale, high, form="vague")
        j = i + 1 if first in ("several", "many") else i + 2 if first == "a" and self.word(i + 1) == "few" else i
        scale = {"hundred": 100.0, "dozen": 12.0, **_SCALES}.get(self.word(j), 0.0)
        if j > i and scale:
            high = 99 if scale < 100 else 10 * scale - 1  # noqa: PLR2004 - small sizes of English prose
            return self.make(i, j + 1, 2 * scale, high, form="vague")
        return None

    def toll(self, i: int) -> bool:
        """Whether the words at token `i` say that "scores" before them counts people or things, no result of a game."""
        first, second = self.word(i), self.word(i + 1)
        kept = first in ("in", "to") and second in _KEPT
        return (
            first in _SCORED
            or kept
            or (first in ("are", "have", "remain", "still", "may", "was", "were") and second in _SCORES)
        )

    def multiple(self, i: int) -> tuple[Number, int] | None:  # noqa: PLR0911 - a list of cases
        first, following = self.word(i), self.word(i + 1)
        if first in _MULTIPLES:
            if first == "halves" and self.word(i - 1) != "" and following == "of":
                return None
            return self.make(i, i + 1, _MULTIPLES[first], form="multiple")
        if first in _TIMES and self.deed(i + 1):
            return self.make(i, i + 1, _TIMES[first])  # "a double homicide" counts its victims
        if first in _TIMES and following != "-":
            plain = following in _AFTER_TIMES or (following == "in" and self.word(i + 2) == "size")
            grows = first != "twice" and self.word(i - 1) in _BEFORE_TIMES
            return self.make(i, i + 1, _TIMES[first], form="multiple") if plain or grows else None
        fold = re.fullmatch(r"([a-z]+)fold", first)
        if fold and fold.group(1) in _SMALL | _TENS | {"hundred": 100}:
            return self.make(i, i + 1, (_SMALL | _TENS | {"hundred": 100})[fold.group(1)], form="multiple")
        plain_count = self.cardinal(i)
        if plain_count is None:
            return None
        value, j, _ = plain_count
        if self.word(j) == "fold" or (self.word(j) == "-" and self.word(j + 1) == "fold"):
            return self.make(i, j + 1 + (self.word(j) == "-"), value, form="multiple")
        if self.word(j) == "times" and self.word(j + 1) in _AFTER_TIMES:
            return self.make(i, j + 1, value, form="multiple")
        return None

    def deed(self, i: int) -> bool:
        """Whether token `i` names a deed that "double" before it counts by its victims: "fatal shooting"."""
        word = self.word(i + 1) if self.word(i) in ("fatal", "deadly") else self.word(i)
        return word in _VICTIM_DEEDS

    def ratio(self, i: int) -> tuple[Number, int] | None:
        """A fraction in digits: "1/16 of a pint" a number, "2/3 of voters" a share."""
        if self.word(i + 1) not in ("/", "⁄") or not (self.glued(i + 1) and self.glued(i + 2)):
            return None
        top, bottom = digits(self.word(i)), digits(self.word(i + 2))
        whole = top is not None and bottom is not None and top.is_integer() and bottom.is_integer()
        if not whole or top is None or bottom is None or not 0 < top < bottom <= _FINEST or self.word(i + 3) != "of":
            return None
        if self.glued(i) and self.word(i - 1) in ("/", "⁄"):
            return None
        if self.word(i + 4) in ("a", "an", "one"):
            return self.make(i, i + 5, top / bottom)
        return self.make(i, i + 3, 100 * top / bottom, form="share")

    def share(self, i: int) -> tuple[Number, int] | None:  # noqa: PLR0911 - a list of cases
        first = self.word(i)
        if first == "half":
            return self.half(i)
        odds = self.ratio(i) or self.odds(i)
        if odds:
            return odds
        if first == "quarter" and (self.word(i + 1), self.word(i + 2), self.word(i + 3)) == ("of", "an", "hour"):
            return self.make(i, i + 3, 0.25)
        top = (1.0, i + 1) if first in ("a", "an") else None
        plain = self.cardinal(i)
        if plain and not plain[2]:
            top = (plain[0], plain[1])
        if top is None or top[0] > 99:  # noqa: PLR2004 - small sizes of English prose
            return None
        value, j = top
        j += self.word(j) == "-" and self.glued(j)
        name = self.word(j)
        bottom = _FRACTIONS.get(name) or (_FRACTIONS.get(name[:-1]) if name.endswith("s") and value != 1 else None)
        if bottom is None or value >= bottom or (name in ("half", "halves") and first in ("a", "an")):
            return None
        if name.endswith("s") == (value == 1):  # "one third", "two thirds", never "two third"
            return None
        return self.fraction(i, j, value / bottom)

    def fraction(self, i: int, j: int, part: float) -> tuple[Number, int] | None:
        """The fraction that ends with token `j`: a share, or with "of a million" a count."""
        after = self.word(j + 1)
        if after == "of" and self.word(j + 2) in ("a", "an"):
            scale = self.scale_at(j + 3)
            if scale:
                return self.make(i, j + 4, part * scale, scale=scale)
            if self.word(j + 3) in (
                "hour",
                "mile",
                "century",
                "pound",
                "inch",
                "degree",
                "point",
                "percentage",
                "percent",
            ):
                return self.make(i, j + 3, part)
        if self.word(i) in ("a", "an", "one") and not self.glued(i + 1) and after and after[:1].isalpha():
            told = after in _FUNCTION or (self.word(j) == "quarter" and (after.endswith("ed") or after in _SIDES))
            return self.make(i, j + 1, 100 * part, form="share") if told else None
        if after == "-" and self.glued(j + 1):
            return None
        if (
            self.word(i) in ("a", "an", "one")
            and self.word(i - 1) in ("is", "was", "be", "for")
            and not self.glued(i + 1)
        ):
            return None  # "there is a third.": the third thing
        return self.make(i, j + 1, 100 * part, form="share")

    def half(self, i: int) -> tuple[Number, int] | None:  # noqa: PLR0911 - a list of cases
        before, after = self.word(i - 1), self.word(i + 1)
        if before in ("first", "second", "other", "better", "latter", "-"):
            return None
        if after in ("a", "an", "-"):
            scale = self.scale_at(i + 2) or (12.0 if self.word(i + 2) == "dozen" else 0.0)
            if scale:
                return self.make(i, i + 3, scale / 2, scale=scale)
            if self.word(i + 2) in (
                "hour",
                "mile",
                "century",
                "pound",
                "day",
                "year",
                "month",
                "inch",
                "point",
                "percent",
            ):
                return self.make(i, i + 2 if after != "-" else i + 1, 0.5)
            if self.word(i + 2) == "percentage":
                return self.make(i, i + 2, 0.5)
            return None
        scale = self.scale_at(i + 1)
        if scale:
            return self.make(i, i + 2, scale / 2, scale=scale)
        if after in _HALF_AFTER or before in _HALF_BEFORE or (before == "in" and self.word(i - 2) in ("cut", "it")):
            return self.make(i, i + 1, 50.0, form="share")
        return None

    def scale_at(self, i: int) -> float:
        return _SCALES.get(self.word(i), 0.0)

    def odds(self, i: int) -> tuple[Number, int] | None:
        top = self.cardinal(i)
        if top is None or top[2]:
            return None
        value, j, _ = top
        j = j + 1 if self.word(j) == "in" else j + 2 if (self.word(j), self.word(j + 1)) == ("out", "of") else 0
        if j == 0 or (self.word(j) == "every"):
            j += j > 0
        if not j:
            return None
        bottom = self.cardinal(j)
        if bottom is None or bottom[0] <= value or bottom[2] or value < 1:
            return None
        size, end, _ = bottom
        if self.word(j - 2) == "out" and self.word(end).endswith("ed"):
            return None  # "two out of three padlocked" counts doors
        year = 1900 <= size <= 2099 and "," not in self.word(j) and self.word(j)[:1].isdigit()  # noqa: PLR2004
        hundred = size in (100, 1000) and self.word(j) in ("a", "one", "every", "each")
        usual = size in _ODDS or (value == 1 and size > _TEN)
        small = hundred or (value <= _TEN and usual)
        span = self.word(end).rstrip("s") in (
            "day",
            "week",
            "month",
            "year",
            "hour",
            "minute",
            "second",
            "decade",
            "match",
            "game",
        )
        if year or span or not small or (self.word(end) == "-"):
            return None
        return self.make(i, end, 100 * value / size, form="share")

    def count(self, i: int) -> tuple[Number, int] | None:
        plain = self.cardinal(i)
        if plain is None:
            return None
        value, j, scale = plain
        suffix = False
        if not scale and self.word(i)[:1].isdigit() and self.glued(j):
            mark = self.word(j)
            after = self.tokens[j].end
            if mark in _GLUED_SCALES and (mark != "b" or self.text[after - 1].isupper() or self.money_before(i)):
                scale, j = _GLUED_SCALES[mark], j + 1
                value *= scale
            elif mark == "m" and self.text[after - 1] == "M":
                value, scale, j = value * 1e6, 1e6, j + 1
            elif mark == "m":
                suffix = True
        return self.make(i, j, value, scale=scale or 1.0, suffix=suffix)

    def money_before(self, i: int) -> bool:
        return self.glued(i) and self.word(i - 1) in "$€£¥₹"

    def cardinal(self, i: int) -> tuple[float, int, float] | None:
        """(value, next token, last scale or 0) of a plain number that starts at token `i`."""
        first = self.word(i)
        if first[:1].isdigit() or (first[:1] == "." and first != "."):
            return self.numeral(i)
        if first in _VULGAR:
            return _VULGAR[first], i + 1, 0.0
        return self.spelled(i)

    def numeral(self, i: int) -> tuple[float, int, float] | None:
        value = digits(self.word(i))
        if value is None:
            return None
        j = i + 1
        if self.glued(j) and self.word(j) in _VULGAR:
            value, j = value + _VULGAR[self.word(j)], j + 1
        if (self.word(j), self.word(j + 1), self.word(j + 2)) == ("and", "a", "half"):
            value, j = value + 0.5, j + 3
        scale = 0.0
        dash = self.word(j) == "-" and self.glued(j) and self.glued(j + 1)
        while self.word(j + dash) in _DIGIT_SCALES:
            step = _DIGIT_SCALES[self.word(j + dash)]
            scale, j, dash = step * (scale or 1), j + 1 + dash, False
            value *= step
        return value, j, scale

    def spelled(self, i: int) -> tuple[float, int, float] | None:  # noqa: C901, PLR0912 - a list of cases
        """Number words: "a hundred and twelve", "thirty-eight", "two and a half million", "twelve hundred"."""
        total, current, last, scale, j = 0.0, 0.0, "", 0.0, i
        if self.word(i) in ("a", "an"):
            if self.word(i + 1) not in _SCALES and self.word(i + 1) not in ("hundred", "dozen"):
                return None
            current, last, j = 1.0, "unit", i + 1
        while True:
            word = self.word(j)
            if word == "-" and last and self.glued(j) and self.glued(j + 1) and self.fits(self.word(j + 1), last):
                j += 1
                continue
            if word == "and" and last in ("hundred", "scale") and self.word(j + 1) in _SMALL | _TENS:
                j += 1
                continue
            if (word, self.word(j + 1), self.word(j + 2)) == ("and", "a", "half") and last in ("unit", "tens", "small"):
                current, last, j = current + 0.5, "unit", j + 3
                continue
            if not self.fits(word, last):
                break
            if word in _SMALL:
                current, last = current + _SMALL[word], "small" if last in ("tens", "") else "unit"
            elif word in _TENS:
                current, last = current + _TENS[word], "tens"
            elif word in ("hundred", "dozen"):
                current, last = (
                    (current or 1) * (100 if word == "hundred" else 12),
                    "hundred" if word == "hundred" else "end",
                )
            else:
                step = _SCALES[word]
                if scale and step >= scale:
                    total, current = (total + current) * step, 0.0
                else:
                    total, current = total + current * step, 0.0
                scale, last = step, "scale"
            j += 1
        if not last or j == i or (last == "unit" and self.word(i) in ("a", "an") and j == i + 1):
            return None
        return total + current, j, scale

    def fits(self, word: str, last: str) -> bool:
        """Whether a number word may follow one of kind `last`."""
        if word in _SMALL:
            return last in ("", "hundred", "scale") or (last == "tens" and 0 < _SMALL[word] < 10)  # noqa: PLR2004
        if word in _TENS:
            return last in ("", "hundred", "scale")
        if word in ("hundred", "dozen"):
            return last in ("unit", "small", "tens")
        return word in _SCALES and last in ("unit", "small", "tens", "hundred", "scale")


def find_numbers(text: str) -> list[Number]:
    """All numbers in `text` in order, none overlapping: counts, vague counts, shares, multiples and words for none.

    Bounds are in units: "several hundred" is 200 to 999, "two thirds" 66.7 per cent, "doubled" a ratio of 2.
    """
    return list(_Reader(text).numbers())
