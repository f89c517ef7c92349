"""In: the readings of one claim. Out: the question they answer, in plain English."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from twosource.reconciling.cues import rate
from twosource.reconciling.pairs import WEAK
from twosource.reconciling.readings import Reading
from twosource.reconciling.units import family
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
    "arrived": "arrived", "returned": "returned", "charged": "were charged",
}  # fmt: skip
_PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet", "life": "lives",
            "aircraft": "aircraft", "head": "head", "sheep": "sheep", "cattle": "cattle", "police": "police",
            "staff": "staff", "bus": "buses", "wife": "wives", "half": "halves", "fish": "fish"}  # fmt: skip
_LENGTHS = {"distance": "How far is it", "height": "How high", "depth": "How deep", "length": "How long",
            "width": "How wide", "altitude": "How high"}  # fmt: skip
_COST = re.compile(r"\b(?:cost|loss|losses|damage|damages|expense|bill)\b")
_PARTICIPLE = re.compile(r"(?:ed|en|ung|sold|paid|built|lost|made|held|found|sent|shut|hit|cut|fired|won|spent|met)$")
_GERUND = re.compile(r"\w+ing$")
_WORD = re.compile(r"\w")
_LONGEST = 70
_AROUND = 7
#: What people and things do of themselves: "How many … arrived?"
_DID = frozenset(
    str.split(
        "arrived died survived returned left escaped fled voted participated protested marched gathered resigned "
        "vanished drowned stayed remained joined moved crossed waited came fell rose marched attended ran"
    )
)
#: Forms that no English verb has; a question with one of them is no question.
_NO_WORDS = frozenset(
    str.split("lied rised falled meeted beated hurted sleeped cuted hided sumed cramed ringed goed comed brought was")
)
_DETERMINERS = frozenset(str.split("the a an each every all its their his her our some any no this that these those"))
_PRONOUNS = frozenset(str.split("them they it its he she we us you i which that these those this who whom ours theirs"))


def plural(noun: str) -> str:
    """The plural of an English noun, by its last word."""
    ahead, _, last = noun.rpartition(" ")
    folded = last.casefold()
    if folded in _PLURALS:
        last = _PLURALS[folded]
    elif folded in _PLURALS.values() or (folded.endswith("s") and not folded.endswith(("ss", "us", "is"))):
        pass
    elif folded.endswith(("s", "x", "z", "ch", "sh")):
        last += "es"
    elif folded.endswith("y") and folded[-2:-1] not in "aeiou":
        last = f"{last[:-1]}ies"
    else:
        last += "s"
    return f"{ahead} {last}".strip()


def question(readings: Sequence[Reading]) -> str:
    """The question that all readings of a claim answer, one line, with a question mark at its end."""
    figures = [reading.figure for reading in readings if reading.figure.stance != "denied"]
    figures = figures or [reading.figure for reading in readings]
    measure = _most(figure.measure.strip() for figure in figures)
    unit = _most(figure.unit for figure in figures)
    of = _of(figure.of for figure in figures)
    of = of if family(unit) == "count" else _the(of)
    if not _clear(measure, unit, of):
        return _gap(figures[0])
    text = _ask(measure, unit, of, _most(figure.noun for figure in figures if figure.noun))
    text += _per(_mostly(rate(figure.sentence, figure.span) for figure in figures))
    text += _where(_mostly(figure.place or "" for figure in figures), text)
    return f"{text[:1].upper()}{text[1:]}?"


def _mostly(values: Iterable[str]) -> str:
    """What most of the values are, "" where they differ or most say nothing."""
    listed = list(values)
    value = _most(listed)
    return value if 2 * listed.count(value) > len(listed) else ""


def _clear(measure: str, unit: str, of: str) -> bool:
    """Whether the slots make a question: what is measured is told, or the counted things speak for themselves."""
    if measure in _PEOPLE or measure in _DID or family(unit) in ("[time]", "[length]", "temperature", "magnitude"):
        return True
    if family(unit) == "count":
        return bool(unit) and (measure not in WEAK or bool(of) or unit != "person")
    return (measure not in WEAK and measure not in _NO_WORDS) or (measure == "price" and bool(of))


def _gap(figure: Figure) -> str:
    """The figure's own words with a gap for the number: what is asked where no better question can be made."""
    sentence, span = figure.sentence, figure.span
    cut = max(0, span.start - sentence.start)
    before, after = sentence.words[:cut], sentence.words[cut + len(span.words) :]
    words_before, words_after = before.split()[-_AROUND:], after.split()[:_AROUND]
    text = " ".join([*words_before, "…", *words_after])
    text = re.sub(r"…\s+(?=[.,;:!?)”\"])", "…", text).strip(" ,;:–-“”\"'")
    return f"What is the number in “{text}”?"


def _most(values: Iterable[str | None]) -> str:
    count = Counter(value for value in values if value)
    return min(count, key=lambda value: (-count[value], len(value), value)) if count else ""


def _of(values: Iterable[str | None]) -> str:
    told = [value.strip() for value in values if value and value.strip().casefold() not in _PRONOUNS]
    short = [value for value in told if len(value) <= _LONGEST and _WORD.search(value)]
    return re.sub(r"\s+", " ", _most(short))


def _per(per: str) -> str:
    if not per:
        return ""
    return " each" if per == "each" else f" a {per}" if per not in ("hour", "hourly") else " an hour"


def _where(place: str, text: str) -> str:
    return f" in {place}" if place and place.casefold() not in text.casefold() else ""


def _ask(measure: str, unit: str, of: str, noun: str) -> str:
    kind = family(unit)
    if kind == "count":
        return _count(measure, unit, of, noun)
    if kind in _ASKS:
        return _ASKS[kind](measure, of)
    if kind in ("temperature", "magnitude"):
        return f"what is the {kind}{_tail(of)}"
    if kind == "ratio":
        return f"how many times as much is the {measure or 'amount'}{_tail(of)}"
    return _passive(measure, of) if _PARTICIPLE.search(measure) else f"how much is the {measure or unit}{_tail(of)}"


def _tail(of: str) -> str:
    return f" of {of}" if of else ""


def _the(of: str) -> str:
    """Whom or what, with an article where it is a common noun without one."""
    word = of.split(maxsplit=1)[0] if of else ""
    bare = word[:1].islower() and word not in _DETERMINERS and not word.endswith(("’s", "'s"))
    return f"the {of}" if bare else of


def _passive(measure: str, of: str) -> str:
    return f"how much {of or 'of it'} was {measure}"


def _count(measure: str, unit: str, of: str, noun: str) -> str:
    people = unit == "person"
    things = _whom(of, noun) if people else (of if of and plural(unit).casefold() in of.casefold() else plural(unit))
    if measure in _PEOPLE:
        return f"how many {things} {_PEOPLE[measure]}"
    if measure in _DID:
        return f"how many {things} {measure}"
    first = measure.split(maxsplit=1)[0] if measure else ""
    if measure in WEAK or measure in _NO_WORDS or measure in (unit, noun, plural(unit)):
        return f"how many {things} were there"
    if _PARTICIPLE.search(first) or _GERUND.fullmatch(first):
        return f"how many {things} were {measure}"
    return f"how many {things} were there ({measure})"


def _whom(of: str, noun: str) -> str:
    if of:
        return of if of.casefold() not in ("person", "persons") else "people"
    return plural(noun) if noun and noun.isalpha() else "people"


def _money(measure: str, of: str) -> str:
    if _COST.search(measure):
        return f"how much did {of or 'it'} cost" if of and not _COST.search(of.casefold()) else "how much did it cost"
    if measure == "price":
        return f"what is the price{_tail(of)}"
    if measure and _PARTICIPLE.search(measure.split(maxsplit=1)[0]):
        return f"how much money was {measure}" + (f" ({of})" if of else "")
    return f"how much money is the {measure}{_tail(of)}" if measure else f"how much money is it{_tail(of)}"


def _share(measure: str, of: str) -> str:
    if measure and _PARTICIPLE.search(measure.split(maxsplit=1)[0]):
        return f"what share of {of or 'them'} was {measure}"
    if measure in _PEOPLE:
        return f"what share of {of or 'them'} {_PEOPLE[measure]}"
    if not measure or measure == "share":
        return f"what share of {of or 'them'} was it"
    return f"what is the {measure}{_tail(of)}"


def _time(measure: str, of: str) -> str:
    if measure in ("duration", "", "time", "length"):
        return f"how long did {of} last" if of else "how long did it last"
    if measure in ("interval", "warning", "delay", "age"):
        return f"how long was the {measure}{_tail(of)}"
    return (
        f"how long was the {measure}{_tail(of)}"
        if not _PARTICIPLE.search(measure)
        else f"how long was {of or 'it'} {measure}"
    )


def _length(measure: str, of: str) -> str:
    if measure == "distance":
        return f"how far{f' ({of})' if of else ' is it'}"
    if measure in _LENGTHS:
        return f"{_LENGTHS[measure].casefold()} is {of or 'it'}"
    return f"how long is {of or 'it'}" if not measure else f"what is the {measure}{_tail(of)}"


_ASKS: Mapping[str, Callable[[str, str], str]] = {
    "money": _money,
    "share": _share,
    "[time]": _time,
    "[length]": _length,
}
