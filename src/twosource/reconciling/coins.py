"""In: a story's reports and mentions. Out: the mentions; a coin that a report leaves open is the story's."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import structs

from twosource.reconciling.units import family
from twosource.records import Figure, Mentions, Report
from twosource.text.units import SHARED_COINS, Countries, plain_currency

_NAMED = re.compile(rf"\b({'|'.join(SHARED_COINS)})s?$", re.IGNORECASE)
_NUMBER = re.compile(r"[\d.,\s-]*(?:(?:hundred|thousand|million|billion|trillion)\b[\s-]*)*", re.IGNORECASE)


def with_coins(reports: Sequence[Report], mentions: Sequence[Mentions]) -> list[Mentions]:
    """The mentions; "francs" of a report that names no country are those that most other reports of the story tell of.

    Such an amount, and those of its report that name no coin at all, were taken for the best-known coin of that name.
    """
    texts = {report.id: report.text for report in reports}
    of_money = {one.report for one in mentions if any(family(figure.unit) == "money" for figure in one.figures)}
    known = {name: Countries(texts[name]) for name in sorted(of_money & texts.keys())}
    told: dict[str, Counter[str]] = {}
    for word in sorted({_word(figure) for one in mentions for figure in one.figures} - {""}):
        told[word] = Counter(coin for text in known.values() if (coin := text.evident(word)))
    return [_told(one, known[one.report], told) if told and one.report in known else one for one in mentions]


def _word(figure: Figure) -> str:
    """The shared coin word, in the singular, that an amount ends with, or ""."""
    if family(figure.unit) != "money":
        return ""
    found = _NAMED.search(figure.span.words)
    return found.group(1).casefold() if found else ""


def _told(one: Mentions, text: Countries, told: Mapping[str, Counter[str]]) -> Mentions:
    coins = {}
    for word in sorted({_word(figure) for figure in one.figures} - {""}):
        if told[word] and not text.evident(word):
            coins[plain_currency(word)] = min(told[word], key=lambda coin: (-told[word][coin], coin))
    if not coins:
        return one

    def with_coin(figure: Figure) -> Figure:
        bare = _NUMBER.fullmatch(figure.span.words) is not None
        coin = coins.get(figure.unit) if bare or _word(figure) else None
        return structs.replace(figure, unit=coin) if coin else figure

    return structs.replace(one, figures=tuple(map(with_coin, one.figures)))
