"""In: the words one rule of the date grammar matched. Out: the slots of the date of the calendar they make, or None."""

from calendar import monthrange
from collections.abc import Sequence

from twosource.text.date_slots import (
    Groups,
    Rule,
    Slots,
    first_of,
    mod_slots,
    number_of,
    points_back,
    step_of,
    year_slots,
)
from twosource.text.date_words import Word


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
    at = next(place for place in range(end - 1, -1, -1) if row[place] is month)
    before = row[at - 1].text.lower() if at else ""
    slots = year_slots(groups)
    following = row[end].kind if end < len(row) else ","
    if before in {"in", "since", "during"} and day.kind == "D" and not slots and following == "x":
        return {"month": month.value, "end": month.end, "start": month.start}
    return {"month": month.value, "day": day.value, **_weekday_slot(groups), **slots}


def _day_month(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    slots: Slots = {"month": groups["m"][0].value, "day": groups["d"][0].value}
    return slots | _weekday_slot(groups) | year_slots(groups)


def _weekday_slot(groups: Groups) -> Slots:
    return {"weekday": groups["w"][0].value} if groups.get("w") else {}


def _day_left(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"day": groups["d"][0].value, "borrow": "next"}


def _day_right(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    following = row[end].kind if end < len(row) else ","
    if row[end - 1].kind == "D" and following == "x" and row[end].text[0].isalpha():
        return None
    return {"day": groups["d"][0].value, "borrow": "previous", **year_slots(groups)}


def _week_of(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word = groups["o"][0]
    number = -1 if word.kind in "L6" else number_of(word)
    if groups["u"][0].value == "D" and number in {1, -1}:
        month = int(groups["m"][0].value)
        return {"month": month, "day": 1 if number == 1 else monthrange(2001, month)[1], **year_slots(groups)}
    if groups["u"][0].value != "W":
        return None
    return {"month": groups["m"][0].value, "week": number, **year_slots(groups)}


def _weekday_of(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word = groups["o"][0]
    if groups["i"][0].text.lower() not in {"of", "in"}:
        return None
    number = -1 if word.kind in "L6" else number_of(word)
    return {"month": groups["m"][0].value, "week": number, "weekday": groups["w"][0].value, **year_slots(groups)}


def _days_of(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word = groups["o"][0]
    last = word.kind in "L6"
    if groups["v"][0].value != "D" or not (last or number_of(word) == 1):
        return None
    return {"month": groups["m"][0].value, "mod": "late" if last else "early", **year_slots(groups)}


def _relative_month(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word = groups["l"][0]
    slots: Slots = {"month": groups["m"][0].value, "toward": step_of(word), "textual": word.kind in "lk"}
    return slots | mod_slots(groups)


def _month(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    word = groups["m"][0]
    bare = word.text.lower() in {"may", "march"} and "y" not in groups and not groups.get("e")
    del row, end
    return {"month": word.value, "weak": bare, **mod_slots(groups), **year_slots(groups)}


def _quarter(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    if groups.get("q"):
        return {"quarter": groups["q"][0].value, **year_slots(groups)}
    if groups["u"][0].value != "Q":
        return None
    word = groups["o"][0]
    if word.kind in "L6":
        return None if not (groups.get("y") or groups.get("yu")) else {"quarter": 4, **year_slots(groups)}
    number = number_of(word)
    return {"quarter": number, **year_slots(groups)} if 1 <= number <= 4 else None  # noqa: PLR2004 (quarters)


def _half(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word = groups["o"][0]
    number = 2 if word.kind in "h6" else number_of(word)
    slots = year_slots(groups)
    return {"half": number, **slots} if number in {1, 2} and slots else None


def _century(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    if groups["u"][0].value != "CE":
        return None
    number = number_of(groups["o"][0])
    return {"year": (number - 1) * 100 * (-1 if groups.get("c") else 1), "span": "century", **mod_slots(groups)}


def _decade(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word = groups["x"][0]
    first = number_of(word)
    era = bool(groups.get("c"))
    if (not word.text[0].isdigit() and not groups.get("t") and word.text[0].isalpha()) or (first < 1000 and not era):  # noqa: PLR2004 (a year)
        return None
    return {"year": -first if era else first, "span": "decade", **mod_slots(groups)}


def _season_year(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    if groups.get("yu") and groups["yu"][0].value != "Y":
        return None
    return {"season": groups["s"][0].value, **mod_slots(groups), **year_slots(groups)}


def _season(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    season, word = groups["s"][0], first_of(groups, "l")
    following = row[end].kind if end < len(row) else ""
    if season.text.lower() in {"fall", "spring"} and following == "f":
        return None
    sure = word is not None or bool(groups.get("t")) or season.text.lower() in {"summer", "autumn", "winter"}
    slots: Slots = {
        "season": season.value,
        "weak": (not sure or season.text.lower() == "fall") and not mod_slots(groups),
        **mod_slots(groups),
    }
    if word is not None:
        slots |= {"toward": step_of(word), "textual": points_back(word, article=bool(groups.get("t")))}
    return slots


def _holiday(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word = first_of(groups, "l")
    slots: Slots = {"holiday": groups["h"][0].value, **year_slots(groups)}
    return slots | ({"toward": step_of(word)} if word else {})


def _year_season(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"season": groups["s"][0].value, "year": groups["y"][0].value}


def _number_bare(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    """A number of three digits: a year only in a text about the time before Christ."""
    del row, end
    word = (groups.get("n") or groups["n2"])[0]
    return {"year": -number_of(word), "weak": True} if len(word.text) == 3 and word.text.isdecimal() else None  # noqa: PLR2004


def _short_year(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    word, before = groups["d"][0], row[end - 3]
    if len(word.text) != 2 or not word.text.isdecimal():  # noqa: PLR2004 (two digits)
        return None
    year = number_of(before) // 100 * 100 + int(word.text)
    return {"year": year} if year > number_of(before) else None


def _bare_year(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    slots = year_slots(groups)
    following = row[end] if end < len(row) else None
    if not slots or (following is not None and following.kind in "UVHI" and groups["y"][0].kind == "Y"):
        return None
    return {
        **slots,
        **mod_slots(groups),
        "weak": len(groups["y"]) == 1 and groups["y"][0].kind == "Y" and not mod_slots(groups),
    }


def _short_date(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    word = groups["d"][0]
    following = row[end] if end < len(row) else None
    if not word.text[0].isdigit() or (following is not None and following.kind == "-"):
        return None
    return {"day": word.value, "textual": True, "weak": True}


CALENDAR_RULES: dict[str, Rule] = {
    "iso": _iso,
    "slashed": _slashed,
    "month_day": _month_day,
    "day_month": _day_month,
    "day_left": _day_left,
    "day_right": _day_right,
    "week_of": _week_of,
    "days_of": _days_of,
    "weekday_of": _weekday_of,
    "relative_month": _relative_month,
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "century": _century,
    "decade": _decade,
    "season_year": _season_year,
    "season": _season,
    "holiday": _holiday,
    "year_season": _year_season,
    "number_bare": _number_bare,
    "short_year": _short_year,
    "short_date": _short_date,
    "year": _bare_year,
}
