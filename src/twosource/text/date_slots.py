"""In: groups of words one rule of the date grammar matched. Out: the slots they fill: year, count, unit, direction."""

from collections.abc import Callable, Sequence

from twosource.text.date_words import Word

Groups = dict[str, list[Word]]
Slots = dict[str, object]
Rule = Callable[[Groups, Sequence[Word], int], Slots | None]

HALF = 0.5


def first_of(groups: Groups, *names: str) -> Word | None:
    """The first word of the first of these groups that matched."""
    return next((groups[name][0] for name in names if groups.get(name)), None)


def number_of(word: Word | None) -> int:
    """The number a word stands for; 0 for none."""
    return int(word.value) if word is not None and not isinstance(word.value, str) else 0


def year_slots(groups: Groups) -> Slots:
    """The year a date names: a number, with its era, or this, last and next year, or that of the text."""
    if groups.get("y"):
        said = groups["y"]
        number = next(word for word in said if word.kind in "Y9D~")
        if isinstance(number.value, str):
            return {}
        bc = any(word.kind == "c" for word in said)
        return {"year": -int(number.value) if bc else int(number.value)}
    if groups.get("yu") and groups["yu"][0].value == "Y":
        kinds = {word.kind for word in groups.get("yr", [])}
        toward = -1 if kinds & set("Ll") else 1 if kinds & set("Kk") else 0
        return {"year_toward": toward, "textual": bool(kinds & set("islk")) or not kinds}
    return {}


def mod_slots(groups: Groups) -> Slots:
    """Early, mid or late, and the beginning or end."""
    if groups.get("e"):
        return {"mod": groups["e"][0].value}
    if groups.get("gh"):
        return {"mod": "early" if groups["gh"][0].value == -1 else "late"}
    if groups.get("b"):
        return {"mod": groups["b"][0].value}
    return {}


def count_of(groups: Groups, name: str = "n") -> float | None:
    """The number of units; None for "several", "a few"."""
    said = groups.get(name, [])
    if not said:
        return 1
    if any(word.kind == "Q" for word in said):
        pair = next(word for word in said if word.kind == "Q").value
        return 2 if pair == 2 else None  # noqa: PLR2004 ("a couple")
    numbers = [float(word.value) for word in said if word.kind in "ND9Y" and not isinstance(word.value, str)]
    half = HALF if said[-1].kind == "F" else 0
    if len(numbers) == 2 and said[1].text in {"hundred", "thousand", "dozen"}:  # noqa: PLR2004 ("two hundred")
        return numbers[0] * numbers[1]
    return sum(numbers) + half


def unit_slots(word: Word | None) -> Slots:
    """`unit` as TIMEX3 writes it after P, with its count folded in by `_period`."""
    if word is None:
        return {}
    timed = word.kind in "HIj"
    return {"unit": f"T{word.value}" if timed else str(word.value)}


def step_of(word: Word | None) -> int:
    """The direction of a relative word: -1 for last, 1 for next, 0 for this."""
    return 0 if word is None else {"L": -1, "l": -1, "K": 1, "k": 1}.get(word.kind, 0)


def points_back(word: Word | None, *, article: bool = False) -> bool:
    """Whether a relative word points back into the text: "the previous", "that", "the next"."""
    return word is not None and (word.kind in "liks" or (article and word.kind == "K"))


def period(count: float | None, unit: str) -> str:
    """A TIMEX3 period: (3, "Y") → "P3Y", (None, "D") → "PXD", (2, "TH") → "PT2H", (1, "DE") → "P1DE"."""
    timed = unit.startswith("T")
    unit = unit.removeprefix("T")
    prefix = "PT" if timed else "P"
    number = "".join(char for char in unit if char.isdigit())
    if number and count is not None:
        count *= int(number)
    unit = unit.lstrip("0123456789")
    if unit in {"X", ""}:
        return "PTXS"
    said = "X" if count is None else f"{count:g}" if count < 1e6 else f"{count:.0f}"  # noqa: PLR2004 (no exponent)
    return f"{prefix}{said}{unit}"
