"""In: the words a rule of the date grammar matched. Out: the slots of a relative, clock or repeated time, a length."""

from collections.abc import Sequence

from twosource.text.date_slots import (
    HALF,
    Groups,
    Rule,
    Slots,
    count_of,
    first_of,
    mod_slots,
    number_of,
    period,
    points_back,
    step_of,
    unit_slots,
)
from twosource.text.date_words import Word


def _weekday(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    word, part = first_of(groups, "l"), first_of(groups, "p")
    slots: Slots = {"kind": "weekday", "weekday": groups["w"][0].value}
    if word is not None:
        slots |= {"toward": step_of(word) if word.kind in "LKlk" else 0, "textual": points_back(word)}
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
    step = number_of(groups["g"][0])
    return {"kind": "day", "count": number_of(groups["t"][0]) + step}


def _day_word(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word, part = groups["t"][0], first_of(groups, "p")
    slots: Slots = {"kind": "day", "count": number_of(word)}
    if word.text.lower() == "overnight":
        return slots | {"part": "NI", "indefinite": True, "weak": True}
    if word.kind == "t":
        return slots | {"part": "NI"}
    return slots | ({"part": part.value} if part else {})


_SPOKEN_PAST, _SPOKEN_TO = {"past", "after"}, {"to", "before", "till"}


def _clock_words(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    hour = number_of(groups["n"][0])
    between = (groups.get("l") or groups["z"])[0].text.lower()
    if not 1 <= hour <= 12 or between not in _SPOKEN_PAST | _SPOKEN_TO:  # noqa: PLR2004 (hours)
        return None
    if groups.get("u"):
        if groups["u"][-1].value != "Q":
            return None
        minutes = 15
    else:
        word = groups["h"][0]
        minutes = 30 if word.kind == "F" else number_of(word)
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
    step = step_of(word)
    if word.kind in "ik" or word.kind in "ls" or (word.kind == "K" and groups.get("t")):
        return {"kind": "shift", "unit": "D", "count": abs(step), "toward": step, "textual": True, "part": part.value}
    if word.kind == "L" and part.value != "NI":
        return None if groups.get("t") else {"kind": "day", "count": -1, "part": part.value}
    return {"kind": "day", "count": step, "part": part.value}


def _set_weekday(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    if groups.get("s"):
        word = groups["s"][0]
        return {"kind": "set", "value": f"XXXX-{word.value}" if word.kind == "S" else f"XXXX-XX-XXT{word.value}"}
    word = groups["w"][0] if groups.get("w") else groups["z"][0]
    return {"kind": "set", "value": f"XXXX-WXX-{number_of(word) + 1}"}


def _set_every(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    number = number_of(first_of(groups, "n", "o")) or 1
    return {"kind": "set", "value": period(number, str(unit_slots(groups["u"][0])["unit"]))}


def _set_rate(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"kind": "set", "value": period(1, str(unit_slots(groups["u"][0])["unit"]))}


def _set_word(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"kind": "set", "value": groups["v"][0].value}


def _shift(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    word = groups["g"][0]
    slots: Slots = {"unit": unit_slots(groups["u"][0])["unit"], "count": count_of(groups)}
    if word.text.lower() in {"before", "after"} and end < len(row) and row[end].kind not in ",.":
        beginning = groups["n"][0] if groups.get("n") else groups["a"][0]
        del beginning
        return {**slots, "kind": "duration", "end": word.start - 1}
    return {**slots, "kind": "shift", "toward": word.value, "textual": word.kind in "gh<>"}


def _shift_loose(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    word = groups["g"][0]
    slots: Slots = {"unit": unit_slots(groups["u"][0])["unit"], "count": None}
    if word.text.lower() in {"before", "after"} and end < len(row) and row[end].kind not in ",.":
        return {**slots, "kind": "duration", "end": word.start - 1}
    return {**slots, "kind": "shift", "toward": word.value, "textual": word.kind in "gh<>"}


def _spell_relative(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    name = next((name for name in ("n", "n2", "n3") if groups.get(name)), "n")
    unit = first_of(groups, "u", "u2")
    return {"kind": "duration", "unit": unit_slots(unit)["unit"], "count": count_of(groups, name)}


def _spell_loose(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word = groups["l"][0]
    if word.kind == "R":
        return {"kind": "reference", "value": "PAST_REF"} if word.text.lower() == "recent" else None
    if word.kind == "J":
        return {"kind": "reference", "value": "PRESENT_REF"} if word.text.lower() == "these" else None
    return {"kind": "duration", "unit": unit_slots(groups["u"][0])["unit"], "count": None}


def _beside(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    step = number_of(groups["g"][0])
    return {"kind": "shift", "unit": groups["u"][0].value, "count": 1, "toward": step, "textual": True}


def _unit_relative(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    word, unit, article = groups["l"][0], groups["u"][0], bool(groups.get("t"))
    if word.text.lower() == "past" and article:
        return {"kind": "duration", "unit": unit.value, "count": 1}
    textual = points_back(word, article=article and word.text.lower() == "next")
    return {"kind": "unit", "unit": unit.value, "toward": step_of(word), "textual": textual, **mod_slots(groups)}


def _unit_bare(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    slots = mod_slots(groups)
    weekend = groups["u"][0].value == "WE"
    return {
        "kind": "unit",
        "unit": groups["u"][0].value,
        "toward": 0,
        "weak": not slots and not weekend,
        "indefinite": True,
    } | slots


def _unit_end(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"kind": "unit", "unit": groups["u"][0].value, "toward": 0, "mod": groups["b"][0].value}


def _half_unit(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"kind": "duration", "unit": unit_slots(groups["u"][0])["unit"], "count": HALF}


def _unit_and_half(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    return {"kind": "duration", "unit": unit_slots(groups["u"][0])["unit"], "count": 1 + HALF}


def _duration(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    if groups.get("A") and "-" in {word.kind for word in row[max(0, end - 4) : end]}:
        return None
    if groups["u"][0].value == "Q" and "+" not in {word.kind for word in row[max(0, end - 3) : end]}:
        return None  # three quarters of something
    return {"kind": "duration", "unit": unit_slots(groups["u"][0])["unit"], "count": count_of(groups)}


def _duration_one(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    if groups["u"][0].value == "Q":
        return None
    return {"kind": "duration", "unit": unit_slots(groups["u"][0])["unit"], "count": 1, "weak": True}


def _duration_bare(groups: Groups, row: Sequence[Word], end: int) -> Slots | None:
    del row, end
    if groups["u"][0].value == "Q":
        return None
    return {"kind": "duration", "unit": unit_slots(groups["u"][0])["unit"], "count": None, "weak": True}


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


RELATIVE_RULES: dict[str, Rule] = {
    "weekday": _weekday,
    "night_before_last": _night_before_last,
    "day_beside": _day_beside,
    "day_word": _day_word,
    "clock_words": _clock_words,
    "clock": _clock,
    "part_relative": _part_relative,
    "set_weekday": _set_weekday,
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
    "half_unit": _half_unit,
    "unit_and_half": _unit_and_half,
    "duration": _duration,
    "duration_one": _duration_one,
    "duration_bare": _duration_bare,
    "part_bare": _part_bare,
    "reference": _reference,
    "reference_time": _reference_time,
}
