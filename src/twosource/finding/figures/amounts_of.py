"""In: a draft that counts no people of the closed list. Out: its measure, one word for one thing everywhere."""

import re
from collections.abc import Mapping

from twosource.finding.figures import money, shares, sizes
from twosource.finding.figures.clauses import Words
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.participles import participle
from twosource.finding.figures.predicates import is_apart, nominal_of, own_predicate, particle, purpose_of
from twosource.finding.figures.synonyms import canonical
from twosource.text.listing import listed

_SHARE = {
    "fine": "fine penalty",
    "vote share": "vote votes voter ballot voting elected candidate poll polls election",
    "turnout": "turnout",
    "inflation": "inflation",
    "unemployment": "unemployment jobless",
    "interest rate": "interest rate-rise",
    "contained": "contained containment",
    "pay rise": "raise pay wage wages salary",
    "approval": "approval approve",
    "efficacy": "efficacy effective effectiveness",
    "margin of error": "margin error",
    "rise": "rise rose risen up gain gained climb jump leap leapt leaped surge soar increase advance higher",
    "fall": (
        "fall fell fallen drop down slump plunge decline lose tumble sink sank slide slid decrease shrink shrank crash"
        " lower"
    ),
    "growth": "growth grow grew grown expand",
    "tariff": "tariff tariffs duty",
    "stake": "stake",
    "tax": "tax",
    "discount": "discount",
    "capacity": "capacity full",
    "support": "support favour favor back backed",
    "opposed": "against oppose opposed",
}

_RAIN = re.compile(r"\b(?:rain\w*|snow\w*|precipitation|downpour)\b", re.IGNORECASE)
_AREA = (
    ("area burned", r"\b(?:burn\w*|fires?|wildfires?|blazes?|scorch\w*|char\w*|ablaze|flames?|razed)\b"),
    ("area searched", r"\b(?:search\w*|comb\w*|scour\w*)\b"),
    ("area flooded", r"\b(?:flood\w*|submerg\w*|inundat\w*|under water)\b"),
)
_EMPTY_VERBS = listed(
    "say tell report announce put add count list record show estimate give speak note state believe"
    " think want need see get call make take"
)


def open_measure(made: Draft) -> str:  # noqa: C901, PLR0911, PLR0912 - a list of cases
    """What is said of things, money, shares and sizes; "number" where nothing else fits."""
    words, amount, unit = made.words, made.amount, made.unit
    if amount.rival:
        return "score"
    if unit == "magnitude":
        return "magnitude"
    if unit == "vote" or (made.lemma == "vote" and unit != "%"):
        return "votes"
    if unit == "percentage point":
        return "difference"
    kind = amount.kind or (made.before.amount.kind if made.before else "")
    if kind == "money":
        return money.measure_of(made) or _named(money.ROWS, words, made) or "amount"
    if kind == "share":
        if made.noun is not None and made.np_end < words.size and words.tag[made.np_end] == "VBN":
            return words.low[made.np_end]
        return shares.measure_of(made) or _named(_SHARE, words, made) or canonical(_done(made)) or made.lemma or "share"
    if unit == "m3/s":
        return "flow"
    if unit.startswith("per "):
        return made.lemma or "rate"
    if (
        kind == "length"
        and unit in ("millimetre", "centimetre", "inch", "millimeter", "centimeter")
        and _RAIN.search(words.text)
    ):
        return "rainfall"
    if kind == "length":
        return sizes.length_of(made)
    if kind == "area":
        return next((name for name, pattern in _AREA if re.search(pattern, words.text.lower())), "area")
    if kind in ("mass", "volume") and made.verb is not None and words.lemma(made.verb) not in _HOLDS:
        told = nominal_of(made) or (canonical(_done(made)) if words.get(words.after(amount.tail)) == "of" else "")
        return told or sizes.KINDS[kind]
    if kind in sizes.KINDS:
        return sizes.BY_UNIT.get(unit.split("/")[0]) or sizes.KINDS[kind]
    return canonical(_done(made)) or "number"


def _named(table: Mapping[str, str], words: Words, made: Draft) -> str:
    """The measure whose word stands nearest to the figure inside its sentence; the governing verb counts most."""
    best, distance = "", 12
    opening = words.at(made.amount.start)
    look = {word: measure for measure, row in table.items() for word in row.split()}
    if words.get(opening - 1) == "of" and words.get(opening - 2) in look:
        return look[words.get(opening - 2)]
    if made.noun is not None and made.lemma in look:
        return look[made.lemma]
    if made.verb is not None and words.lemma(made.verb) in look:
        best, distance = look[words.lemma(made.verb)], 4
    low, high = max(0, made.first - 12), min(words.size, made.first + 12)
    inside = range(opening, words.after(made.amount.end))
    for k in range(low, high):
        if k in inside:
            continue  # "up to 4%" is no rise
        gap = made.first - k if k < made.first else k - made.first
        if gap < distance:
            found = look.get(words.low[k]) or look.get(words.lemma(k))
            if found:
                best, distance = found, gap
    return best


def _done(made: Draft) -> str:  # noqa: PLR0911 - a list of cases
    """What was done to things, or what they did, in a word or two: "shut", "washed away", "on strike", "shelter"."""
    words, verb = made.words, made.verb
    following = words.get(made.np_end)
    if made.np_end < words.size and words.tag[made.np_end] == "VBN":
        return following
    told = own_predicate(made) or nominal_of(made)
    if told or verb is None:
        return told
    purpose = purpose_of(made)
    if purpose:
        return purpose
    if _is_aside(made, verb) or is_apart(made, verb):
        return ""
    lemma = words.lemma(verb)
    if lemma in _RESULTS and words.tag[min(made.np_end, words.size - 1)] in ("JJ", "VBG") and made.role != "oblique":
        return following
    if lemma in _EMPTY_VERBS:
        return ""
    done = words.low[verb] if words.tag[verb] == "VBN" and lemma not in ("have", "be") else participle(lemma)
    return f"{done} {particle(words, verb)}".strip() if done != "number" else done


def _is_aside(made: Draft, verb: int) -> bool:
    """Whether a thing counted hangs on a noun that the verb does not govern closely: "a row at all nine ports"."""
    words = made.words
    anchor = made.noun if made.noun is not None else words.at(max(made.amount.at, made.amount.stop - 1))
    up = words.head[anchor]
    if made.role != "oblique" or words.dep[anchor] != "pobj" or words.low[up] in ("of", "for"):
        return False
    above = words.head[up]
    return above != verb and words.tag[above] in ("NN", "NNS", "NNP", "NNPS")


_HOLDS = listed("hold contain carry go come lie be have weigh amount total reach")
_RESULTS = listed("leave keep find make render hold declare")
