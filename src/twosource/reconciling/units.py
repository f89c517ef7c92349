"""In: units as figures carry them. Out: the family a unit belongs to, and how many base units of it one unit is."""

import re
import statistics
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

import pint

#: Units of the guide and the names pint knows them by. Only these: pint reads "head", "case" and "point" as units too.
_PINT = {
    "millimetre": "mm", "centimetre": "cm", "metre": "m", "kilometre": "km", "mile": "mile", "foot": "foot",
    "yard": "yard", "inch": "inch", "nautical mile": "nautical_mile", "square metre": "m**2", "hectare": "hectare",
    "square kilometre": "km**2", "square mile": "mile**2", "square foot": "foot**2", "acre": "acre",
    "second": "s", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "fortnight": "fortnight",
    "month": "day * 30.44", "year": "day * 365.25", "decade": "day * 3652.5", "century": "day * 36525",
    "milligram": "mg", "gram": "g", "kilogram": "kg", "tonne": "tonne", "metric ton": "tonne", "ton": "short_ton",
    "short ton": "short_ton", "long ton": "long_ton", "kiloton": "kilotonne", "pound": "pound", "ounce": "ounce",
    "stone": "stone", "millilitre": "ml", "litre": "litre", "gallon": "gallon", "pint": "pint",
    "barrel": "oil_barrel", "cubic metre": "m**3", "cubic foot": "foot**3", "km/h": "km/hour", "mph": "mile/hour",
    "knot": "knot", "m/s": "m/s", "km/s": "km/s", "mach": "340.3 * m/s", "m3/s": "m**3/s",
    "watt": "watt", "kilowatt": "kilowatt", "megawatt": "megawatt", "gigawatt": "gigawatt",
    "kilowatt-hour": "kilowatt_hour", "megawatt-hour": "megawatt_hour", "gigawatt-hour": "gigawatt_hour",
    "terawatt-hour": "terawatt_hour", "horsepower": "horsepower", "joule": "joule", "pascal": "pascal",
    "hectopascal": "hectopascal", "millibar": "millibar", "bar": "bar", "byte": "byte", "kilobyte": "kilobyte",
    "megabyte": "megabyte", "gigabyte": "gigabyte", "terabyte": "terabyte", "hertz": "hertz",
}  # fmt: skip
_TEMPERATURE = {"°c": (1.0, 0.0), "°f": (5 / 9, -160 / 9), "k": (1.0, -273.15), "kelvin": (1.0, -273.15)}
_CURRENCY = re.compile(r"[A-Z]{3}")
_ALONE = {"%": "share", "percentage point": "point", "ratio": "ratio", "magnitude": "magnitude", "ppm": "ppm"}
#: A conversion in words may be rounded by this share of the value.
ROUNDING = 0.02


@cache
def _registry() -> pint.UnitRegistry[float]:
    return pint.UnitRegistry()


def _spelled(unit: str) -> str:
    """A folded unit as the guide spells it: "liter" is a litre."""
    folded = unit.casefold()
    for ending in ("meter", "liter"):
        if folded.endswith(ending):
            return f"{folded.removesuffix('er')}re"
    return folded


@cache
def family(unit: str) -> str:
    """The family of a unit: "money", "share", "count", a temperature, or a dimension such as "[length] ** 2"."""
    folded = _spelled(unit)
    if _CURRENCY.fullmatch(unit):
        return "money"
    if folded in _PINT:
        return _dimension(folded)
    number, stroke, per = folded.partition("/")
    if stroke and number not in _PINT:
        return f"rate count/{per}"  # cars a day and vehicles a day
    if stroke or folded.startswith("per "):
        return f"rate {folded}"
    return _ALONE.get(folded, "temperature" if folded in _TEMPERATURE else "count")


@cache
def _dimension(folded: str) -> str:
    return str(_registry().parse_expression(_PINT[folded]).dimensionality)


@cache
def _factor(unit: str) -> float:
    folded = _spelled(unit)
    if folded not in _PINT:
        return 1.0
    return float(_registry().parse_expression(_PINT[folded]).to_base_units().magnitude)


class Rates:
    """Exchange rates as the reports of a story themselves use them, from amounts they give in two currencies."""

    def __init__(self, pairs: Iterable[tuple[str, float, str, float]]) -> None:
        """Each pair is a currency and its amount, and another currency with the same money."""
        ratios: dict[tuple[str, str], list[float]] = defaultdict(list)
        for one, amount, other, same in pairs:
            if amount > 0 and same > 0 and one != other:
                ratios[one, other].append(same / amount)
                ratios[other, one].append(amount / same)
        self._direct = {key: statistics.median(values) for key, values in ratios.items()}
        self._to: dict[str, tuple[str, float]] = {}
        for currency in sorted({one for one, _ in self._direct}):
            if currency not in self._to:
                self._spread(currency)

    def _spread(self, root: str) -> None:
        """Give every currency that is tied to `root`, directly or over others, its amount of `root`."""
        self._to[root] = (root, 1.0)
        waiting = [root]
        while waiting:
            known = waiting.pop(0)
            for (one, other), rate in sorted(self._direct.items()):
                if one == known and other not in self._to:
                    self._to[other] = (root, self._to[known][1] / rate)
                    waiting.append(other)

    def base(self, currency: str) -> tuple[str, float]:
        """The currency that amounts are compared in, and how much of it one unit of `currency` is."""
        return self._to.get(currency, (currency, 1.0))


NO_RATES = Rates(())


def base(value: float, unit: str, rates: Rates = NO_RATES) -> float:
    """`value` in the base unit of its family: metres, seconds, °C, or the story's common currency."""
    folded = unit.casefold()
    if folded in _TEMPERATURE:
        factor, offset = _TEMPERATURE[folded]
        return value * factor + offset
    if _CURRENCY.fullmatch(unit):
        return value * rates.base(unit)[1]
    return value * _factor(unit)


def convert(value: float, unit: str, into: str, rates: Rates = NO_RATES) -> float:
    """`value` in unit `into`; unchanged where both name one unit or nothing is known of their ratio."""
    if unit == into:
        return value
    folded = into.casefold()
    inside = base(value, unit, rates)
    if folded in _TEMPERATURE:
        factor, offset = _TEMPERATURE[folded]
        return (inside - offset) / factor
    if _CURRENCY.fullmatch(into):
        return inside / rates.base(into)[1]
    return inside / _factor(into)


def comparable(one: str, other: str, rates: Rates = NO_RATES) -> bool:
    """Whether amounts in the two units can be put side by side: one family, and for money a known rate."""
    if family(one) != family(other):
        return False
    if family(one) == "money":
        return rates.base(one)[0] == rates.base(other)[0]
    return True
