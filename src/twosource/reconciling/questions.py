"""In: the readings of one claim. Out: the question they answer, in plain English."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from twosource.reconciling.cues import ballot, rate
from twosource.reconciling.kinds import FOR_PEOPLE, stated
from twosource.reconciling.pairs import WEAK, is_weak
from twosource.reconciling.readings import Reading
from twosource.reconciling.units import family
from twosource.reconciling.wording import around, clause, did, most, named, place, plural, stands_in, undergone
from twosource.records import Figure

#: What is asked of people, by measure: after "How many … ".
_PEOPLE = {
    "killed": "were killed", "injured": "were injured", "casualties": "were killed or injured",
    "missing": "are missing", "captured": "were captured", "rescued": "were rescued", "evacuated": "were evacuated",
    "displaced": "were driven from their homes", "arrested": "were arrested", "infected": "were infected",
    "hospitalised": "were taken to hospital", "deployed": "were deployed", "attended": "took part",
    "laid off": "were laid off", "trapped": "were trapped", "homeless": "were left homeless",
    "aboard": "were on board", "inside": "were inside", "employed": "are employed", "affected": "were affected",
    "dead or missing": "are dead or missing", "survived": "survived", "died": "died", "voted": "voted",
    "suing": "are suing", "on strike": "were on strike", "at work": "were at work", "born": "were born",
    "charged": "were charged", "sick": "fell ill", "ill": "fell ill", "starved": "starved", "crossed": "crossed",
}  # fmt: skip
#: "were killed" of things is something else.
_THINGS = {
    "killed": "were lost", "injured": "were damaged", "attended": "took part", "displaced": "were emptied",
    "infected": "were contaminated", "captured": "were taken", "homeless": "were lost", "missing": "are missing",
}  # fmt: skip
#: Nouns that say already what became of the counted: nobody asks how many survivors were killed.
_FATES = frozenset(str.split("survivor dead wounded injured missing rescued arrested evacuee detainee hospitalised"))
_ADJECTIVES = {
    "distance": "far", "height": "high", "depth": "deep", "length": "long", "width": "wide", "altitude": "high",
    "thickness": "thick", "wave height": "high", "weight": "heavy", "mass": "heavy", "area": "large", "size": "large",
}  # fmt: skip
#: Amounts of money that have a name of their own: "How much is the fine?"
_MONEY = frozenset(
    str.split(
        "fine fund budget pension wage salary pay bonus fee fare rent tax debt grant loan deficit profit revenue"
        " subsidy compensation ransom bail deal aid turnover income allowance reward penalty damages sales savings"
        " saving price loss bill levy premium toll surplus pledge offer"
    )
)
_SIZED = frozenset(str.split("loss profit deficit surplus debt budget fund turnover revenue income price"))
_POINTERS = re.compile(
    r"^(?:(?:such|said|aforesaid|other|others|more|dead|injured|wounded|missing|killed)\s+(?:(?:and|or)\s+)?)+(?=\w)"
    r"|\s+of (?:ours|theirs|mine|his|hers|yours|them|us|it)$",
    re.IGNORECASE,
)
_JOBS = frozenset(str.split("jobs positions posts roles"))
_GIVEN = frozenset(str.split("offered promised pledged paid given granted awarded sent"))
_COST = re.compile(r"\b(?:cost|loss|losses|damage|expense|bill)\b")
_SHARES = frozenset(
    str.split(
        "efficacy turnout support inflation unemployment growth approval occupancy interest yield accuracy"
        " prevalence incidence mortality humidity discount increase decrease rise fall"
    )
)
_PARTICIPLE = re.compile(r"(?:ed|en|ung|sold|paid|built|lost|made|held|found|sent|shut|hit|cut|fired|won|spent|met)$")
_DETERMINERS = frozenset(str.split("the a an each every all its their his her our some any no this that these those"))
_PRONOUNS = frozenset(str.split("them they it its he she we us you i which that these those this who whom ours theirs"))
_LONGEST = 70


def question(readings: Sequence[Reading], *, quoted: bool = False) -> str:
    """The question that all readings of a claim answer, one line, with a question mark at its end.

    Where what is measured is not told plainly, or `quoted` asks for it since another claim of the story has the same
    question, the clause of a figure is quoted with a gap for its number.
    """
    asserted = [reading.figure for reading in readings if reading.figure.stance != "denied"]
    figures = asserted or [reading.figure for reading in readings]
    measure = most(figure.measure.strip().casefold() for figure in figures)
    unit = most(figure.unit for figure in figures)
    asked = _ask(measure, unit, figures)
    if asked:
        per = _per(_mostly(rate(figure.sentence, figure.span) for figure in figures))
        asked += " to each" if per == " each" and measure in _GIVEN else per
        if measure in _PEOPLE:
            asked += _where(_mostly(figure.place or "" for figure in figures), asked)
    if asked and not quoted:
        return f"{asked[:1].upper()}{asked[1:]}?"
    plain = next((figure for figure in figures if not figure.heading), figures[0])
    opening = f"{asked[:1].upper()}{asked[1:]}," if asked else _opening(measure, unit, figures)
    return f"{opening} in “{clause(plain)}”?"


def _ask(measure: str, unit: str, figures: Sequence[Figure]) -> str:
    """The question without its end, or "" where the slots do not make one."""
    kind = family(unit)
    if kind == "count" or kind.startswith("rate count/"):
        return _count(measure, unit.partition("/")[0], figures)
    of = _the(_of(figures))
    return _ASKS[kind](measure, of, figures) if kind in _ASKS else _amount(measure, of, figures)


def _opening(measure: str, unit: str, figures: Sequence[Figure]) -> str:
    """How a question begins that quotes a clause: by what kind of amount the number is."""
    kind = family(unit)
    if kind == "count" or kind.startswith("rate count/"):
        things = _things(unit.partition("/")[0], figures)
        return f"How many {things}," if things else "What number,"
    if kind == "[length]":
        return f"How {_ADJECTIVES.get(measure, 'far')},"
    of = _of(figures)
    if kind in _BULK and of and not _several(of) and not re.search(r"\d", of):
        return f"How much {of.removeprefix('the ')},"
    return _OPENINGS.get(kind, "What number,")


#: Kinds of amounts that something without a plural has: "How much water,".
_BULK = frozenset(("[mass]", "[length] ** 3"))
_OPENINGS = {
    "money": "How much money,", "share": "What share,", "[time]": "How long,", "ratio": "How many times,",
    "[length] ** 2": "How large an area,", "[length] / [time]": "How fast,", "temperature": "What temperature,",
    "magnitude": "What magnitude,", "point": "How many percentage points,", "[mass]": "What weight,",
    "[length] ** 3": "What volume,",
}  # fmt: skip


def _of(figures: Sequence[Figure]) -> str:
    told = [figure.of.strip() for figure in figures if figure.of and figure.of.strip().casefold() not in _PRONOUNS]
    of = re.sub(r"\s+", " ", most(_bare(value) for value in told if len(value) <= _LONGEST and re.search(r"\w", value)))
    shouted = of and all(figure.heading for figure in figures if figure.of == of)
    return of.casefold() if shouted and " " not in of else of


def _bare(of: str) -> str:
    """Whom or what, without words that only point ("such beds", "aircraft of ours") or that one side alone uses."""
    return _LOADED.sub("fighters", _POINTERS.sub("", of))


#: What only their enemies call people.
_LOADED = re.compile(r"\b(?:bandits?|terrorists?|thugs?|vermin|scum)\b", re.IGNORECASE)


def _mostly(values: Iterable[str]) -> str:
    """What most of the values are, "" where they differ or most say nothing."""
    listed = list(values)
    value = most(listed)
    return value if 2 * listed.count(value) > len(listed) else ""


def _per(per: str) -> str:
    if not per:
        return ""
    return " each" if per == "each" else f" a {per}" if per not in ("hour", "hourly") else " an hour"


def _where(where: str, text: str) -> str:
    found = place(where)
    return f" {found}" if found and where.casefold() not in text.casefold() else ""


def _the(of: str) -> str:
    """Whom or what, with an article where it is a common noun without one."""
    word = of.split(maxsplit=1)[0] if of else ""
    bare = word[:1].islower() and word not in _DETERMINERS and not word.endswith(("’s", "'s"))
    return f"the {of}" if bare else of


def _things(unit: str, figures: Sequence[Figure]) -> str:
    """The counted, in the plural: as the text describes them, or by their unit."""
    of = _of(figures)
    if unit == "person":
        noun = _LOADED.sub("fighter", most(figure.noun for figure in figures))
        head = of.split(" of ")[0]
        clear = of and not re.search(r"\d", of)
        if clear and not (stands_in(of) or stands_in(head) or _tells_fate(head) or _from_afar(figures)):
            return plural(of) if noun and re.search(rf"\b{re.escape(noun)}$", of) else of
        plain = noun and noun.isalpha() and not of and not stands_in(noun) and not _tells_fate(noun)
        return plural(noun) if plain else "people"
    if of and plural(unit).casefold() in of.casefold() and not re.search(r"[’']s\b|\d", of):
        return of
    return plural(unit) if unit else ""


def _tells_fate(noun: str) -> bool:
    word = noun.casefold().rsplit(maxsplit=1)[-1] if noun.split() else ""
    return word.removesuffix("s") in _FATES


def _from_afar(figures: Sequence[Figure]) -> bool:
    """Whether no figure has its noun in its sentence: then whom it counts was guessed from another one."""
    named = [(figure, figure.noun.split()[-1]) for figure in figures if figure.noun]
    return bool(named) and not any(_says(figure, noun) for figure, noun in named)


def _says(figure: Figure, noun: str) -> bool:
    return stated(figure) or noun.casefold() in " ".join(around(figure)).casefold()


def _count(measure: str, unit: str, figures: Sequence[Figure]) -> str:
    things = _things(unit, figures)
    if not things:
        return ""
    if measure in _PEOPLE and (unit in FOR_PEOPLE or measure in _THINGS):
        return f"how many {_befell(measure, unit, things.removeprefix(f'{measure} '))}"
    if measure in WEAK or measure in (unit, plural(unit)) or measure.rstrip("s") == unit:
        return f"how many {things} were there" if " " in things and unit != "person" else ""
    if len(measure.split()) > 1:
        return f"how many {things} were {measure}" if measure.startswith(("tested ", "laid ", "shut ")) else ""
    if _PARTICIPLE.search(measure) and undergone(measure, figures) and not is_weak(measure, unit):
        return f"how many {things} were {measure}"
    return f"how many {things} {measure}" if measure.endswith("ed") and did(measure, figures) else ""


def _befell(measure: str, unit: str, things: str) -> str:
    """What became of people or things, by a measure of people."""
    if measure == "laid off" and things.rsplit(maxsplit=1)[-1] in _JOBS:
        return f"{things} were cut"
    return f"{things} {_PEOPLE[measure] if unit == 'person' else _THINGS.get(measure, _PEOPLE[measure])}"


def _money(measure: str, of: str, figures: Sequence[Figure]) -> str:
    if _COST.search(measure) and measure not in _MONEY:
        whole = of if of and not _COST.search(of.casefold()) else ""
        return f"how much did {whole} cost" if whole else f"how high is the {measure}" * (measure in _HARMS)
    if measure in _DEEDS:
        return f"how much money was {measure}"
    if _PARTICIPLE.search(measure):
        return f"how much money was {measure}" if undergone(measure, figures) else ""
    if measure == "price":
        return f"what is the price of {of}" if of else ""
    large = "large are" if _several(measure) else "large is" if measure in _SIZED else "much is"
    known = measure and measure.rsplit(maxsplit=1)[-1] in _MONEY and named(measure, figures)
    return f"how {large} the {measure}" if known else ""


_HARMS = frozenset(("damage", "bill", "expense"))
_DEEDS = frozenset(("pledged", "offered", "demanded", "promised"))


#: What a share says of a vote, asked for; and the measures that leave it to the words beside the number.
_VOTES = {"turnout": "what is the turnout", "for": "what share voted yes", "against": "what share voted no"}
_OF_VOTES = frozenset(str.split("support votes number share opposed turnout percentage"))


def _share(measure: str, of: str, figures: Sequence[Figure]) -> str:
    voted = _mostly(ballot(figure.sentence, figure.span) for figure in figures)
    if voted in _VOTES and measure in _OF_VOTES:
        return _VOTES[voted]
    if measure in _PEOPLE and of:
        return f"what share of {of} {_PEOPLE[measure]}"
    if _PARTICIPLE.search(measure):
        return f"what share of {of} was {measure}" if of and undergone(measure, figures) else ""
    last = measure.rsplit(maxsplit=1)[-1] if measure else ""
    if measure == "vote share":
        return "what is the share of the vote" if not of else f"what is the share of {of}"
    known = last in _SHARES or last in ("rate", "margin") or measure in ("pay rise", "margin of error")
    return f"what is the {measure}" if known and (" " in measure or named(measure, figures)) else ""


def _time(measure: str, of: str, figures: Sequence[Figure]) -> str:
    if measure in ("duration", "", "time", "length"):
        told = of and named(of.removeprefix("the "), figures) and any(_lasts(figure, of) for figure in figures)
        return f"how long did {of} last" if told else ""
    if measure in ("interval", "warning", "delay", "sentence", "wait"):
        return f"how long was the {measure}"
    return ""


_LAST = re.compile(
    r"\b(?:last(?:s|ed|ing)?|(?:go(?:es)?|went|gone) on|continu(?:e[sd]?|ing)|drag(?:s|ged) on|t(?:akes?|ook|aken)"
    r"|rag(?:es|ed)|wor(?:e|n) on|ended after|called off after)\b",
    re.IGNORECASE,
)


def _lasts(figure: Figure, of: str) -> bool:
    """Whether the text tells how long it lasted: "the siege lasted 56 days", "a 56-day siege", "56 days of siege"."""
    if figure.of is None or figure.of[:1].isupper() or figure.of.removesuffix("s") in _MONEY:
        return False
    after = around(figure)[1]
    name = re.escape(of.removeprefix("the ").rsplit(maxsplit=1)[-1])
    return bool(_LAST.search(figure.sentence.words) or re.match(rf"\W{{0,3}}(?:of |of the )?(?:\w+ )?{name}", after))


def _length(measure: str, of: str, figures: Sequence[Figure]) -> str:
    if measure in _ADJECTIVES and of and figures:
        return f"how {_ADJECTIVES[measure]} {'are' if _several(of) else 'is'} {of}"
    return ""


def _amount(measure: str, of: str, figures: Sequence[Figure]) -> str:
    """Weights, areas, volumes, speeds, temperatures and the like."""
    if measure in _ADJECTIVES and of:
        return f"how {_ADJECTIVES[measure]} {'are' if _several(of) else 'is'} {of}"
    if measure in ("temperature", "magnitude", "concentration", "speed"):
        return f"what is the {measure}{f' of {of}' if measure == 'concentration' and of else ''}"
    if measure and measure not in WEAK and not _PARTICIPLE.search(measure) and named(measure, figures):
        return f"what is the {measure}"
    if _PARTICIPLE.search(measure) and undergone(measure, figures):
        return f"how much {of.removeprefix('the ') or 'of it'} was {measure}" if of else ""
    return ""


def _several(of: str) -> bool:
    last = of.rsplit(maxsplit=1)[-1] if of else ""
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


_ASKS: Mapping[str, Callable[[str, str, Sequence[Figure]], str]] = {
    "money": _money,
    "share": _share,
    "[time]": _time,
    "[length]": _length,
}
