"""In: the words one rule of the date grammar matched. Out: the slots of the expression they make, or None."""

from collections.abc import Callable, Sequence

from twosource.text.date_words import Word

Groups = dict[str, list[Word]]
Slots = dict[str, object]
Rule = Callable[[Groups, Sequence[Word], int], Slots | None]

_BETWEEN_HALF = 0.5
_CENTURY_WORDS = {"CE"}
_DATE_UNITS = {"D", "W", "2W", "M", "Q", "Y", "DE", "CE", "10CE", "WE"}


def _one(groups: Groups, *names: str) -> Word | None:
    return next((groups[name][0] for name in names if groups.get(name)), None)


def _number(word: Word | None) -> int:
    return int(word.value) if word is not None and not isinstance(word.value, str) else 0


def _year(groups: Groups) -> Slots:
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


def _mod(groups: Groups) -> Slots:
    if groups.get("e"):
        return {"mod": groups["e"][0].value}
    if groups.get("gh"):
        return {"mod": "early" if groups["gh"][0].value == -1 else "late"}
    if groups.get("b"):
        return {"mod": groups["b"][0].value}
    return {}


def _count(groups: Groups, name: str = "n") -> float | None:
    """The number of units; None for "several", "a few"."""
    said = groups.get(name, [])
    if not said:
        return 1
    if any(word.kind == "Q" for word in said):
        pair = next(word for word in said if word.kind == "Q").value
        return 2 if pair == 2 else None  # noqa: PLR2004 ("a couple")
    numbers = [float(word.value) for word in said if word.kind in "ND9Y" and not isinstance(word.value, str)]
    half = _BETWEEN_HALF if said[-1].kind == "F" else 0
    if len(numbers) == 2 and said[1].text in {"hundred", "thousand", "dozen"}:  # noqa: PLR2004 ("two hundred")
        return numbers[0] * numbers[1]
    return sum(numbers) + half


def _unit(word: Word | None) -> Slots:
    """`unit` as TIMEX3 writes it after P, with its count folded in by `_period`."""
    if word is None:
        return {}
    timed = word.kind in "HIj"
    return {"unit": f"T{word.value}" if timed else str(word.value)}


def _relative(word: Word | None) -> int:
    return 0 if word is None else {"L": -1, "l": -1, "K": 1, "k": 1}.get(word.kind, 0)


def _textual(word: Word | None, *, article: bool = False) -> bool:
    """Whether a relative word points back into the text: "the previous", "that", "the next"."""
    return word is not None and (word.kind in "liks" or (article and word.kind == "K"))


def _iso(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del groups
    year, month, day = map(int, str(row[end - 1].value).split("-"))
    return {"year": year, "month": month, "day": day} if _fits(month, day) else None


def _fits(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31  # noqa: PLR2004 (months and days)


def _slashed(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del groups
    said = str(row[end - 1].value)
    first, second, year = (int(part) for part in said.replace(".", "/").split("/"))
    year += (1900 if year >= 50 else 2000) if year < 100 else 0  # noqa: PLR2004 (a pivot for two-digit years)
    american = "/" in said and _fits(first, second)
    month, day = (first, second) if american else (second, first)
    return {"year": year, "month": month, "day": day} if _fits(month, day) else None


def _month_day(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    month, day = groups["m"][0], groups["d"][0]
    before = row[row.index(month) - 1].text.lower() if row.index(month) else ""
    slots = _year(groups)
    following = row[end].kind if end < len(row) else ","
    if before in {"in", "since", "during"} and day.kind == "D" and not slots and following == "x":
        return {"month": month.value, "end": month.end, "start": month.start}
    return {"month": month.value, "day": day.value, **slots}


def _day_month(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"month": groups["m"][0].value, "day": groups["d"][0].value, **_year(groups)}


def _day_left(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"day": groups["d"][0].value, "borrow": "next"}


def _day_right(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    following = row[end].kind if end < len(row) else ","
    if row[end - 1].kind == "D" and following == "x" and row[end].text[0].isalpha():
        return None
    return {"day": groups["d"][0].value, "borrow": "previous", **_year(groups)}


def _week_of(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    if groups["u"][0].value != "W":
        return None
    word = groups["o"][0]
    number = -1 if word.kind in "L6" else _number(word)
    return {"month": groups["m"][0].value, "week": number, **_year(groups)}


def _relative_month(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word = groups["l"][0]
    slots: Slots = {"month": groups["m"][0].value, "toward": _relative(word), "textual": word.kind in "lk"}
    return slots | _mod(groups)


def _month(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    word = groups["m"][0]
    bare = word.text.lower() in {"may", "march"} and "y" not in groups and not groups.get("e")
    del row, end
    return {"month": word.value, "weak": bare, **_mod(groups), **_year(groups)}


def _quarter(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    if groups.get("q"):
        return {"quarter": groups["q"][0].value, **_year(groups)}
    if groups["u"][0].value != "Q":
        return None
    word = groups["o"][0]
    if word.kind in "L6":
        return None if not (groups.get("y") or groups.get("yu")) else {"quarter": 4, **_year(groups)}
    number = _number(word)
    return {"quarter": number, **_year(groups)} if 1 <= number <= 4 else None  # noqa: PLR2004 (quarters)


def _half(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word = groups["o"][0]
    number = 2 if word.kind in "h6" else _number(word)
    slots = _year(groups)
    return {"half": number, **slots} if number in {1, 2} and slots else None


def _century(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    if groups["u"][0].value not in _CENTURY_WORDS:
        return None
    number = _number(groups["o"][0])
    return {"year": (number - 1) * 100 * (-1 if groups.get("c") else 1), "span": "century", **_mod(groups)}


def _decade(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word = groups["x"][0]
    first = _number(word)
    era = bool(groups.get("c"))
    if (not word.text[0].isdigit() and not groups.get("t") and word.text[0].isalpha()) or (first < 1000 and not era):  # noqa: PLR2004 (a year)
        return None
    return {"year": -first if era else first, "span": "decade", **_mod(groups)}


def _season_year(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    if groups.get("yu") and groups["yu"][0].value != "Y":
        return None
    return {"season": groups["s"][0].value, **_mod(groups), **_year(groups)}


def _season(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    season, word = groups["s"][0], _one(groups, "l")
    following = row[end].kind if end < len(row) else ""
    if season.text.lower() in {"fall", "spring"} and following == "f":
        return None
    sure = word is not None or bool(groups.get("t")) or season.text.lower() in {"summer", "autumn", "winter"}
    slots: Slots = {
        "season": season.value,
        "weak": (not sure or season.text.lower() == "fall") and not _mod(groups),
        **_mod(groups),
    }
    if word is not None:
        slots |= {"toward": _relative(word), "textual": _textual(word, article=bool(groups.get("t")))}
    return slots


def _holiday(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word = _one(groups, "l")
    slots: Slots = {"holiday": groups["h"][0].value, **_year(groups)}
    return slots | ({"toward": _relative(word)} if word else {})


def _set_weekday(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    if groups.get("s"):
        word = groups["s"][0]
        return {"kind": "set", "value": f"XXXX-{word.value}" if word.kind == "S" else f"XXXX-XX-XXT{word.value}"}
    word = groups["w"][0] if groups.get("w") else groups["z"][0]
    return {"kind": "set", "value": f"XXXX-WXX-{_number(word) + 1}"}


def _weekday(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    word, part = _one(groups, "l"), _one(groups, "p")
    slots: Slots = {"kind": "weekday", "weekday": groups["w"][0].value}
    if word is not None:
        slots |= {"toward": _relative(word) if word.kind in "LKlk" else 0, "textual": _textual(word)}
    if part is not None:
        slots |= {"part": part.value if part.kind == "P" else "NI"}
    if groups.get("u"):
        if groups["u"][0].value != "W" or row[end - 1].text != "week":
            slots |= {"end": groups["w"][0].end}
        else:
            slots |= {"count": 7}
    return slots


def _night_before_last(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del groups
    if row[end - 1].text.lower() != "last" or row[end - 2].text.lower() != "before":
        return None
    return {"kind": "day", "count": -2, "part": row[end - 3].value}


def _day_beside(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    step = _number(groups["g"][0])
    return {"kind": "day", "count": _number(groups["t"][0]) + step}


def _day_word(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word, part = groups["t"][0], _one(groups, "p")
    slots: Slots = {"kind": "day", "count": _number(word)}
    if word.kind == "t":
        return slots | {"part": "NI"}
    return slots | ({"part": part.value} if part else {})


_SPOKEN_PAST, _SPOKEN_TO = {"past", "after"}, {"to", "before", "till"}


def _clock_words(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    hour = _number(groups["n"][0])
    between = (groups.get("l") or groups["z"])[0].text.lower()
    if not 1 <= hour <= 12 or between not in _SPOKEN_PAST | _SPOKEN_TO:  # noqa: PLR2004 (hours)
        return None
    if groups.get("u"):
        if groups["u"][-1].value != "Q":
            return None
        minutes = 15
    else:
        word = groups["h"][0]
        minutes = 30 if word.kind == "F" else _number(word)
    if between in _SPOKEN_TO:
        hour, minutes = (hour - 1) or 12, 60 - minutes
    return {"kind": "clock", "clock": f"{hour:02d}:{minutes:02d}"} if 0 < minutes < 60 else None  # noqa: PLR2004


def _clock(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    word = next(groups[name][0] for name in ("c", "d", "w", "n") if groups.get(name))
    zone = next((str(groups[name][0].value) for name in ("k", "k2", "k3") if groups.get(name)), "")
    half = next((str(groups[name][0].value) for name in ("a", "m") if groups.get(name)), "")
    del row, end
    if word.kind == "n":
        slots: Slots = {"kind": "clock", "part": "MI"} if word.text.lower() == "noon" else {"kind": "clock"}
        return slots | {"clock": str(word.value)}
    said = str(word.value if word.kind != "Y" else word.text).lower()
    digits = said.replace("h", ":").replace(".", ":")
    if word.kind in "8Y9":
        digits = f"{said[:2]}:{said[2:]}" if len(said) == 4 else ""  # noqa: PLR2004 (hhmm)
    hour, _, rest = digits.partition(":")
    if not hour.isdecimal() or int(hour) > 24:  # noqa: PLR2004 (hours)
        return None
    number = int(hour) % 12 + (12 if half == "p" else 0) if half else int(hour)
    minutes = rest[:2] or "00"
    if not minutes.isdecimal() or int(minutes) > 59:  # noqa: PLR2004 (minutes)
        return None
    return {"kind": "clock", "clock": f"{number:02d}:{minutes}", "zone": zone}


def _part_relative(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word, part = groups["l"][0], groups["p"][0]
    step = _relative(word)
    if word.kind in "ik" or word.kind in "ls" or (word.kind == "K" and groups.get("t")):
        return {"kind": "shift", "unit": "D", "count": abs(step), "toward": step, "textual": True, "part": part.value}
    if word.kind == "L" and part.value != "NI":
        return None if groups.get("t") else {"kind": "day", "count": -1, "part": part.value}
    return {"kind": "day", "count": step, "part": part.value}


def _set_every(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    number = _number(_one(groups, "n", "o")) or 1
    return {"kind": "set", "value": period(number, str(_unit(groups["u"][0])["unit"]))}


def _set_rate(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"kind": "set", "value": period(1, str(_unit(groups["u"][0])["unit"]))}


def _set_word(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"kind": "set", "value": groups["v"][0].value}


def _shift(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    word = groups["g"][0]
    slots: Slots = {"unit": _unit(groups["u"][0])["unit"], "count": _count(groups)}
    if word.text.lower() in {"before", "after"} and end < len(row) and row[end].kind not in ",.":
        beginning = groups["n"][0] if groups.get("n") else groups["a"][0]
        del beginning
        return {**slots, "kind": "duration", "end": word.start - 1}
    return {**slots, "kind": "shift", "toward": word.value, "textual": word.kind in "gh<>"}


def _shift_loose(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    word = groups["g"][0]
    slots: Slots = {"unit": _unit(groups["u"][0])["unit"], "count": None}
    if word.text.lower() in {"before", "after"} and end < len(row) and row[end].kind not in ",.":
        return {**slots, "kind": "duration", "end": word.start - 1}
    return {**slots, "kind": "shift", "toward": word.value, "textual": word.kind in "gh<>"}


def _spell_relative(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    name = next((name for name in ("n", "n2", "n3") if groups.get(name)), "n")
    unit = _one(groups, "u", "u2")
    return {"kind": "duration", "unit": _unit(unit)["unit"], "count": _count(groups, name)}


def _spell_loose(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word = groups["l"][0]
    if word.kind == "R":
        return {"kind": "reference", "value": "PAST_REF"} if word.text.lower() == "recent" else None
    if word.kind == "J":
        return {"kind": "reference", "value": "PRESENT_REF"} if word.text.lower() == "these" else None
    return {"kind": "duration", "unit": _unit(groups["u"][0])["unit"], "count": None}


def _beside(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    step = _number(groups["g"][0])
    return {"kind": "shift", "unit": groups["u"][0].value, "count": 1, "toward": step, "textual": True}


def _unit_relative(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word, unit, article = groups["l"][0], groups["u"][0], bool(groups.get("t"))
    if word.text.lower() == "past" and article:
        return {"kind": "duration", "unit": unit.value, "count": 1}
    textual = _textual(word, article=article and word.text.lower() == "next")
    return {"kind": "unit", "unit": unit.value, "toward": _relative(word), "textual": textual, **_mod(groups)}


def _unit_end(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"kind": "unit", "unit": groups["u"][0].value, "toward": 0, "mod": groups["b"][0].value}


def _year_season(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"season": groups["s"][0].value, "year": groups["y"][0].value}


def _number_bare(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    """A number of three digits: a year only in a text about the time before Christ."""
    del row, end
    word = (groups.get("n") or groups["n2"])[0]
    return {"year": -_number(word), "weak": True} if len(word.text) == 3 and word.text.isdecimal() else None  # noqa: PLR2004


def _unit_bare(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    slots = _mod(groups)
    weekend = groups["u"][0].value == "WE"
    return {
        "kind": "unit",
        "unit": groups["u"][0].value,
        "toward": 0,
        "textual": True,
        "weak": not slots and not weekend,
        "indefinite": True,
    } | slots


def _half_unit(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"kind": "duration", "unit": _unit(groups["u"][0])["unit"], "count": _BETWEEN_HALF}


def _unit_and_half(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"kind": "duration", "unit": _unit(groups["u"][0])["unit"], "count": 1 + _BETWEEN_HALF}


def _duration(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    if groups.get("A") and "-" in {word.kind for word in row[max(0, end - 4) : end]}:
        return None
    if groups["u"][0].value == "Q" and "+" not in {word.kind for word in row[max(0, end - 3) : end]}:
        return None  # three quarters of something
    return {"kind": "duration", "unit": _unit(groups["u"][0])["unit"], "count": _count(groups)}


def _duration_one(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    if groups["u"][0].value == "Q":
        return None
    return {"kind": "duration", "unit": _unit(groups["u"][0])["unit"], "count": 1, "weak": True}


def _duration_bare(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    if groups["u"][0].value == "Q":
        return None
    return {"kind": "duration", "unit": _unit(groups["u"][0])["unit"], "count": None, "weak": True}


def _short_year(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    word, before = groups["d"][0], row[end - 3]
    if len(word.text) != 2 or not word.text.isdecimal():  # noqa: PLR2004 (two digits)
        return None
    year = _number(before) // 100 * 100 + int(word.text)
    return {"year": year} if year > _number(before) else None


def _bare_year(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    slots = _year(groups)
    following = row[end] if end < len(row) else None
    if not slots or (following is not None and following.kind in "UVHI" and groups["y"][0].kind == "Y"):
        return None
    return {**slots, **_mod(groups), "weak": len(groups["y"]) == 1 and groups["y"][0].kind == "Y" and not _mod(groups)}


def _short_date(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    word = groups["d"][0]
    following = row[end] if end < len(row) else None
    if not word.text[0].isdigit() or (following is not None and following.kind == "-"):
        return None
    return {"day": word.value, "textual": True, "weak": True}


def _part_bare(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word = groups["p"][0]
    if word.text.lower().endswith("s"):
        return {"kind": "set", "value": f"XXXX-XX-XXT{word.value}"}
    return {"kind": "clock", "part": word.value, "weak": True}


def _reference(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    if groups.get("r"):
        return {"kind": "reference", "value": groups["r"][0].value}
    if groups.get("f"):
        word = groups["f"][0]
        return {"kind": "reference", "value": word.value, "weak": not groups.get("t")}
    return {"kind": "reference", "value": "PAST_REF"} if groups["l"][0].text.lower() == "past" else None


def _reference_time(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"kind": "reference", "value": "PRESENT_REF", "weak": True, "textual": groups["l"][-1].kind in "is"}


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


RULES: dict[str, Rule] = {
    "iso": _iso,
    "slashed": _slashed,
    "month_day": _month_day,
    "day_month": _day_month,
    "day_left": _day_left,
    "day_right": _day_right,
    "week_of": _week_of,
    "relative_month": _relative_month,
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "century": _century,
    "decade": _decade,
    "season_year": _season_year,
    "season": _season,
    "holiday": _holiday,
    "set_weekday": _set_weekday,
    "weekday": _weekday,
    "night_before_last": _night_before_last,
    "day_beside": _day_beside,
    "day_word": _day_word,
    "clock_words": _clock_words,
    "clock": _clock,
    "part_relative": _part_relative,
    "set_every": _set_every,
    "set_rate": _set_rate,
    "set_word": _set_word,
    "shift": _shift,
    "shift_loose": _shift_loose,
    "spell_relative": _spell_relative,
    "spell_loose": _spell_loose,
    "beside": _beside,
    "unit_relative": _unit_relative,
    "unit_bare": _unit_bare,
    "unit_end": _unit_end,
    "year_season": _year_season,
    "number_bare": _number_bare,
    "half_unit": _half_unit,
    "unit_and_half": _unit_and_half,
    "duration": _duration,
    "duration_one": _duration_one,
    "duration_bare": _duration_bare,
    "short_year": _short_year,
    "year": _bare_year,
    "short_date": _short_date,
    "part_bare": _part_bare,
    "reference": _reference,
    "reference_time": _reference_time,
}
