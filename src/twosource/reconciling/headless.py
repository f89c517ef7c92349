"""In: a story's mentions. Out: the same; a number that stands alone has the slots of the same number told in full."""

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import structs

from twosource.reconciling.around import words_before, words_behind
from twosource.reconciling.evidence import WEAK_VERBS
from twosource.reconciling.kinds import stated, thing
from twosource.reconciling.pairs import CLOSED, WEAK
from twosource.reconciling.units import family
from twosource.records import Figure, Mentions, Span

#: Beginnings of words that tell what became of people, by measure: with none of them near, the measure is a guess.
_FATES = {
    "killed": "kill dead die dying death fatal toll bod corpse martyr perish slain life lives loss lost fallen murder "
    "claim victim eliminat liquidat massacre execut starv drown grave buried morgue mortuary",
    "injured": "injur wound hurt maim burn hospital critical serious casualt treat",
    "casualties": "casualt killed",
    "missing": "missing unaccounted sought search vanish disappear never lost trace",
    "captured": "captur captive captivity prisoner seiz taken hostage",
    "rescued": "rescu saved pulled surviv alive brought plucked hauled",
    "evacuated": "evacuat moved leave left",
    "displaced": "displac fled flee flight homeless refug shelter driven uproot left run",
    "arrested": "arrest detain detention custody held jail police round dragged",
    "infected": "infect ill sick case contract positive",
    "hospitalised": "hospital admit ward treat intensive",
    "deployed": "deploy sent send dispatch troop soldier mobilis",
    "attended": "attend march crowd protest turn took rall gather demonstrat street marchers",
    "trapped": "trap buried rubble under beneath stuck",
    "homeless": "homeless roof shelter",
    "laid off": "laid lay redundan sack job dismiss",
}
_NEAR_BEFORE, _NEAR_AFTER = 70, 45
_OF_SOME = re.compile(r"\s*(?:more\s+|out\s+)?of\s+(?:us|you|them|those|these|whom|which|our|their)\b", re.IGNORECASE)
_NOUN = re.compile(
    r"\s+(?!(?:is|was|has|does|its|this|thus|perhaps|always|across|yes|less|plus|as|us|says|shows|looks|stands|means)\b)"
    r"(?:[^\W\d_]+[^\W\d_s]s|men|women|children|people)\b"
)
_PEOPLE = re.compile(r"\b(?:people|persons?)\b", re.IGNORECASE)
#: Words of an amount that name no coin.
_AMOUNTS = frozenset(
    str.split("a an half over about some nearly more less than up to at least around almost hundred thousand million")
) | frozenset(
    str.split("billion trillion one two three four five six seven eight nine ten twenty thirty forty fifty and")
)
_COIN = re.compile(
    r"[$€£¥₹₽₺₦₩]|\b(?:[A-Z]{3}|US|dollars?|euros?|pounds?|sterling|yen|yuan|rupees?|roubles?|rubles?|francs?|kron(?:a|or|er)"
    r"|crowns?|pesos?|lei|leu|lira|dinars?|drams?|rand|reais|real|shillings?|naira|cents?|pence|money|cash|paid?|pays?"
    r"|costs?|price|worth|budget|fund(?:s|ing)?|aid|fine|loan|debt|revenue|profit|loss(?:es)?|sales|wages?|bid|offer)\b"
)
_SHORT, _FAR = 4, 240


def told_in_full(mentions: Sequence[Mentions]) -> list[Mentions]:
    """Give numbers that stand alone the unit, measure and noun that the story's other reports give the same number.

    "Employees had spoken of 36" is of hours where another report tells of 36 hours. Only where all that tell the number
    in full agree, of round numbers all of one source; what the figure's own words say stands. A number that stands
    alone beside one so explained ("36, the management of nine") is taken for its like.
    """
    figures = [figure for one in mentions for figure in one.figures]
    full: dict[float, list[Figure]] = {}
    numbered: dict[float, list[Figure]] = {}
    for figure in figures:
        numbered.setdefault(_value(figure), []).append(figure)
        if _is_full(figure):
            full.setdefault(_value(figure), []).append(figure)
    found = {
        figure.id: model
        for figure in figures
        if _is_bare(figure)
        for model in [_model(figure, full.get(_value(figure), ()))]
        if model is not None and not _tells_less(model, figure)
    }
    beside = {(figure.sentence, figure.unit) for figure in figures if not figure.leaning}
    for figure in figures:
        if not figure.leaning or figure.id in found or (figure.sentence, figure.unit) in beside:
            continue
        met = _met_again(figure, numbered.get(_value(figure), ()))
        if met is not None:
            found[figure.id] = met
    found |= _coins(figures)
    if not found:
        return list(mentions)
    explained = {(f.sentence, f.unit, f.measure): found[f.id] for f in figures if f.id in found}
    for figure in figures:
        model = explained.get((figure.sentence, figure.unit, figure.measure))
        if model is not None and family(model.unit) != family(figure.unit) and _is_bare(figure):
            found.setdefault(figure.id, model)
    parts = _parts(figures, found)
    return [
        structs.replace(
            one, figures=tuple(_like(figure, found.get(figure.id), parts.get(figure.id)) for figure in one.figures)
        )
        for one in mentions
    ]


def _coins(figures: Sequence[Figure]) -> dict[str, Figure]:
    """By id of an amount of money without a coin the first such amount of its sentence, whose coin it has."""
    first: dict[Span, Figure] = {}
    found = {}
    for figure in sorted(figures, key=lambda figure: figure.span):
        if family(figure.unit) == "money" and _has_no_coin(figure):
            model = first.setdefault(figure.sentence, figure)
            if model.unit != figure.unit:
                found[figure.id] = structs.replace(figure, unit=model.unit)
    return found


def _has_no_coin(figure: Figure) -> bool:
    words = re.split(r"[\s-]+", figure.span.words.casefold())
    return all(word in _AMOUNTS or not word.strip("0123456789.,") for word in words)


def _parts(figures: Sequence[Figure], found: Mapping[str, Figure]) -> dict[str, str]:
    """By figure id the measure of what it is a part of, where that has just been explained: "31, 22 of them women"."""
    ordered = sorted(figures, key=lambda figure: figure.span)
    return {
        part.id: found[whole.id].measure
        for whole, part in itertools.pairwise(ordered)
        if whole.id in found and part.sentence == whole.sentence and _OF_SOME.match(words_behind(part, _FAR))
        if part.unit == found[whole.id].unit
    }


def _value(figure: Figure) -> float:
    return figure.low if figure.low is not None else figure.high or 0.0


def _model(figure: Figure, full: Sequence[Figure]) -> Figure | None:
    """A figure that tells the number in full, where all do alike, or all of the same source."""
    others = [
        other
        for other in full
        if other.sentence != figure.sentence and (family(other.unit) == "count" or _akin(figure, other))
    ]
    if any(_same(figure, other) for other in others):
        return None
    if family(figure.unit) == "money" and any(family(other.unit) == "money" for other in full):
        return None
    if figure.measure not in CLOSED | WEAK:
        others = [other for other in others if other.unit != figure.unit or other.measure in CLOSED]
    own = [other for other in others if figure.chain and other.chain and _end(figure) == _end(other)]
    for group in (others, own) if is_telling(figure) else (own,):
        kinds = Counter((family(other.unit), other.unit, other.measure) for other in group)
        if len({(kind, measure) for kind, _, measure in kinds}) == 1:
            best = max(kinds, key=lambda key: (kinds[key], key))
            return min(
                (other for other in group if (family(other.unit), other.unit, other.measure) == best),
                key=lambda other: other.span,
            )
    return None


def _met_again(figure: Figure, others: Sequence[Figure]) -> Figure | None:
    """A figure that tells the same number among the same words, where the number alone has its unit from elsewhere.

    All that tell the number elsewhere must count one thing, and none of them what the number alone was taken for. Days
    and hours are many and small, coins are many: of these a number alone is none by chance.
    """
    told = [
        (len(set(other.near) & set(figure.near) - WEAK_VERBS - WEAK), other)
        for other in others
        if other.unit and not other.leaning and other.sentence != figure.sentence
    ]
    things = {(family(other.unit), thing(other.unit)) for _, other in told}
    if len(things) != 1 or _value(figure) < _FEWEST:
        return None
    kind, counted = next(iter(things))
    if counted == thing(figure.unit) or (kind == "[time]" and figure.unit) or (kind == family(figure.unit) == "money"):
        return None
    shared, best = max(told, key=lambda row: (row[0], row[1].measure not in WEAK, row[1].id))
    return best if shared >= _SHARED else None


_FEWEST, _SHARED = 10, 2


def _tells_less(model: Figure, figure: Figure) -> bool:
    """Whether a count that was told in full says less of what became of people than the guess that it would replace."""
    return family(model.unit) == "count" and model.measure in WEAK and figure.measure in CLOSED


def _akin(figure: Figure, other: Figure) -> bool:
    """Whether the neighbourhoods of two figures share a word that says something; a fraction counts nothing anyway."""
    return _value(figure) != int(_value(figure)) or bool((set(figure.near) & set(other.near)) - WEAK_VERBS - WEAK)


def is_telling(figure: Figure) -> bool:
    """Whether a number is not likely to be met twice by chance: two digits that say something, or a fraction."""
    value = _value(figure)
    whole = f"{value:.0f}".rstrip("0")
    return value != int(value) or len(whole) > 1


def _end(figure: Figure) -> str:
    return figure.chain[-1].name.casefold()


def _same(figure: Figure, other: Figure) -> bool:
    return (family(figure.unit), figure.measure) == (family(other.unit), other.measure) and figure.unit == other.unit


def _like(figure: Figure, model: Figure | None, measure: str | None) -> Figure:
    if model is None:
        return figure if measure is None else structs.replace(figure, measure=measure)
    figure = structs.replace(figure, unit=model.unit, measure=model.measure, noun=model.noun, of=model.of)
    if figure.relation in ("part", "remainder"):  # of what it was taken for before
        return structs.replace(figure, relation=None, whole=None)
    return figure


def _is_full(figure: Figure) -> bool:
    """Whether the figure's own words tell what it counts or measures."""
    if family(figure.unit) == "money":
        return not _has_no_coin(figure)
    if family(figure.unit) != "count":
        worded = bool(re.search(r"[^\W\d_]|[^\w\s.,]", figure.span.words))
        near = words_before(figure, _NEAR_BEFORE) + words_behind(figure, _NEAR_AFTER)
        return worded or figure.unit.casefold()[:_SHORT] in near.casefold()
    if figure.unit == "person":
        return figure.measure not in WEAK and _supported(figure)
    return bool(figure.noun) and stated(figure)


def _is_bare(figure: Figure) -> bool:
    """Whether nothing beside the number tells what it counts: unit and measure are guesses from what went before."""
    if _OF_SOME.match(words_behind(figure, _FAR)) or _NOUN.match(words_behind(figure, _FAR)):
        return False
    if family(figure.unit) == "money":  # "the regulator says 3.1 million": of what, no word beside it says
        return figure.measure in WEAK and _has_no_coin(figure) and not _COIN.search(figure.sentence.words)
    if family(figure.unit) != "count":
        return False
    if figure.unit not in ("", "person"):  # "19 severe reactions, up from 14"
        around = words_before(figure, _FAR) + words_behind(figure, _FAR)
        return figure.unit.casefold().split()[-1][:_SHORT] not in around.casefold()
    named = stated(figure) if figure.noun != "person" else bool(_PEOPLE.search(words_behind(figure, _NEAR_AFTER)))
    return not (figure.noun and named) and not _supported(figure)


def _supported(figure: Figure) -> bool:
    """Whether words near the figure tell its measure."""
    near = f"{words_before(figure, _NEAR_BEFORE)} {words_behind(figure, _NEAR_AFTER)}".casefold()
    stems = _FATES[figure.measure].split() if figure.measure in CLOSED else _stems(figure.measure)
    return any(re.search(rf"\b{re.escape(stem)}", near) for stem in stems)


def _stems(measure: str) -> list[str]:
    return [word[: max(3, len(word) - 3)] for word in measure.casefold().split() if word not in WEAK]
