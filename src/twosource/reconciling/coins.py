"""In: a story's reports and mentions. Out: the mentions; a coin that a report leaves open is the story's."""

import re
from collections.abc import Sequence

from msgspec import structs

from twosource.reconciling.units import family
from twosource.records import Figure, Mentions, Report
from twosource.text.units import SHARED_COINS, Countries, plain_currency

_NAMED = re.compile(rf"\b({'|'.join(SHARED_COINS)})s?$", re.IGNORECASE)
_NUMBER = re.compile(r"[\d.,\s-]*(?:(?:hundred|thousand|million|billion|trillion)\b[\s-]*)*", re.IGNORECASE)


def with_coins(reports: Sequence[Report], mentions: Sequence[Mentions]) -> list[Mentions]:
    """The mentions; "francs" of a report that names no country are those that the story's other reports tell of.

    Such an amount, and those of its report that name no coin at all, were taken for the best-known coin of that name.
    """
    texts = {report.id: Countries(report.text) for report in reports}
    if not any(_word(figure) for one in mentions for figure in one.figures):
        return list(mentions)
    everywhere = Countries("\n".join(report.text for report in sorted(reports, key=lambda report: report.id)))
    return [_told(one, texts[one.report], everywhere) if one.report in texts else one for one in mentions]


def _word(figure: Figure) -> str:
    """The shared coin word, in the singular, that an amount ends with, or ""."""
    if family(figure.unit) != "money":
        return ""
    found = _NAMED.search(figure.span.words)
    return found.group(1).casefold() if found else ""


def _told(one: Mentions, text: Countries, everywhere: Countries) -> Mentions:
    coins = {}
    for word in sorted({_word(figure) for figure in one.figures} - {""}):
        coin = "" if text.evident(word) else everywhere.evident(word)
        if coin and coin != plain_currency(word):
            coins[plain_currency(word)] = coin
    if not coins:
        return one

    def told(figure: Figure) -> Figure:
        bare = _NUMBER.fullmatch(figure.span.words) is not None
        coin = coins.get(figure.unit) if bare or _word(figure) else None
        return structs.replace(figure, unit=coin) if coin else figure

    return structs.replace(one, figures=tuple(map(told, one.figures)))
