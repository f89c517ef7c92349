"""In: a text. Out: whether it is set south of the equator, where the seasons are turned."""

import re
from collections import Counter


def _listed(words: str) -> list[str]:
    return words.split()


_SOUTH = _listed(
    "Argentina Argentine Argentinian Australia Australian Queensland Tasmania Melbourne Sydney Perth Adelaide "
    "Brisbane Zealand Auckland Wellington Christchurch Chile Chilean Santiago Uruguay Uruguayan Montevideo "
    "Paraguay Bolivia Bolivian Peru Peruvian Brazil Brazilian Johannesburg Pretoria Durban Zimbabwe "
    "Zimbabwean Botswana Namibia Namibian Lesotho Eswatini Mozambique Malawi Zambia Madagascar Patagonia "
    "Patagonian Antarctica Antarctic"
)
_NORTH = _listed(
    "Europe European America American Britain British England London Ireland France French Germany German "
    "Spain Spanish Italy Italian Russia Russian Ukraine Ukrainian China Chinese Japan Japanese Korea Korean "
    "India Indian Canada Canadian Turkey Turkish Iran Iraq Syria Israel Egypt Poland Romania Greece Sweden "
    "Norway Finland Denmark Switzerland Austria Mexico Washington Paris Berlin Moscow Beijing Tokyo Brussels"
)
_SIDES = dict.fromkeys(_SOUTH, 1) | dict.fromkeys(_NORTH, -1)
_NAME = re.compile(r"\b[A-Z][a-z]{3,12}\b|South Africa")
_READ = 6_000


def is_southern(text: str) -> bool:
    """Whether the head of a text names more southern than northern places, counting every mention."""
    counted = Counter(_NAME.findall(text[:_READ]))
    south = sum(number for name, number in counted.items() if _SIDES.get(name, 0) > 0) + counted["South Africa"]
    north = sum(number for name, number in counted.items() if _SIDES.get(name, 0) < 0)
    return south > north
