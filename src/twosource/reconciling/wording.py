"""In: a figure, its measure and unit. Out: the English of a question: plurals, verbs as the text has them, a clause."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from twosource.reconciling.around import words_before, words_behind
from twosource.reconciling.kinds import PEOPLE
from twosource.records import Figure

_PLURALS = {
    "person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet", "life": "lives",
    "wife": "wives", "half": "halves", "knife": "knives", "leaf": "leaves", "loaf": "loaves", "thief": "thieves",
    "tooth": "teeth", "mouse": "mice", "goose": "geese", "ox": "oxen", "bus": "buses", "hero": "heroes",
    "bacterium": "bacteria", "crisis": "crises", "basis": "bases", "embryo": "embryos", "potato": "potatoes",
    "torpedo": "torpedoes", "cargo": "cargoes", "mosquito": "mosquitoes", "criterion": "criteria",
    "policeman": "policemen", "policewoman": "policewomen", "fireman": "firemen", "fisherman": "fishermen",
    "serviceman": "servicemen", "crewman": "crewmen", "infantryman": "infantrymen", "gunman": "gunmen",
    "spokesman": "spokesmen", "businessman": "businessmen", "passer-by": "passers-by",
}  # fmt: skip
_SAME = frozenset(
    str.split(
        "aircraft head sheep cattle police staff fish deer salmon series species personnel crew spacecraft hovercraft"
        " swine offspring artillery equipment ammunition"
    )
)
#: Nouns that count people and are no people: the dead are asked for as people.
_STAND_INS = PEOPLE | frozenset(str.split("name witness deceased fatality wounded dead illness"))
#: What is done of oneself, and never to another: no "were arrived".
_INTRANSITIVE = frozenset(
    str.split(
        "arrived died survived come gone fallen risen looked worked lived waited happened occurred remained stayed"
        " stood slept sat run left belonged appeared disappeared vanished participated protested marched voted"
        " returned collapsed slipped crashed sank fled erupted exploded"
    )
)
#: Verbs that make no form in "-ed", as far as the news uses them: "meeted" is no English.
_IRREGULAR = frozenset(
    str.split(
        "arise bear beat become begin bend bet bid bind bite bleed blow break breed bring build burst buy"
        " cast catch choose cling come cost creep cut deal dig do draw drink drive eat fall feed feel fight"
        " find flee fling fly forbid forget forgive freeze get give go grind grow hang have hear hide hit hold"
        " hurt keep know lay lead leave lend let lie lose make mean meet overtake pay put read ride ring rise"
        " run say see seek sell send set shake shed shoot show shrink shut sing sink sit sleep slide speak"
        " spend spread spring stand steal stick sting strike swear sweep swim swing take teach tear tell think"
        " throw understand wake wear weep win withdraw write"
    )
)
_BE = r"(?:is|are|was|were|be|been|being|get|gets|got)"
_PREPOSITIONS = (
    r"(?:in|on|at|by|for|from|to|into|off|out|of|with|near|over|under|after|before|through|between|against|within|about"
    r"|around|up|down)\b"
)
_ARTICLES = frozenset(
    str.split(
        "atlantic pacific mediterranean baltic aegean adriatic caribbean arctic antarctic gulf balkans netherlands"
        " philippines maldives bahamas caucasus himalayas alps andes sahel bronx hague"
    )
)
_WITH_ARTICLE = re.compile(
    r"\b(?:sea|ocean|river|strait|channel|gulf|bay|desert|mountains|islands|isles|states|kingdom|emirates|republic"
    r"|peninsula|province|region|district|area|hospital|factory|plant|station|square|prison|stadium|airport|school"
    r"|university|mine|harbour|port|canal|bridge|tunnel|valley|hills|forest)\s*$",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(r"\bday\b|\d", re.IGNORECASE)
_AROUND, _FEWEST = 9, 3
_EDGE = re.compile(r",(?!\d)|[;:()\[\]“”\"]|\s[–—-]\s")
_TRIM = " ,;:–—-“”\"'‘’()[]…"


@cache
def plural(noun: str) -> str:
    """The plural of an English noun, by its last word; of "member of staff" by its first."""
    head, link, rest = noun.partition(" of ")
    if link:
        return f"{plural(head)}{link}{rest}"
    ahead, _, last = noun.rpartition(" ")
    folded = last.casefold()
    if folded in _PLURALS:
        last = _PLURALS[folded]
    elif folded in _SAME or folded in _PLURALS.values() or _is_plural(folded):
        pass
    elif folded.endswith(("s", "x", "z", "ch", "sh")):
        last += "es"
    elif folded.endswith("y") and folded[-2:-1] not in "aeiou":
        last = f"{last[:-1]}ies"
    else:
        last += "s"
    return f"{ahead} {last}".strip()


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def stands_in(noun: str) -> bool:
    """Whether a noun counts people without saying what they are ("bodies", "names")."""
    word = noun.casefold().rsplit(maxsplit=1)[-1] if noun.split() else ""
    return any(form in _STAND_INS for form in (word, word.removesuffix("s"), f"{word.removesuffix('ies')}y"))


def undergone(participle: str, figures: Sequence[Figure]) -> bool:
    """Whether the text has this very form for what was done to the counted: "163 tickets were sold", "sold 163"."""
    word = participle.split(maxsplit=1)[0] if participle else ""
    if not word or word in _INTRANSITIVE or {word.removesuffix("ed"), word.removesuffix("d")} & _IRREGULAR:
        return False
    form = re.escape(word)
    doing = rf"(?:{form}|{re.escape(word.removesuffix('ed'))}(?:s|ing)?)" if word.endswith("ed") else form
    for figure in figures:
        before, after = around(figure)
        if re.search(rf"^[^.;:]{{0,60}}\b{_BE}\b(?:\s\w+){{0,2}}\s{form}\b", after, re.IGNORECASE):
            return True
        if re.search(
            rf"\b(?<!to ){doing}\s(?:(?!{_PREPOSITIONS})\w+\s){{0,3}}$", before, re.IGNORECASE
        ) and not re.search(rf"\b{_BE}(?:\s\w+)?\s{form}\s(?:\w+\s){{0,3}}$", before, re.IGNORECASE):
            return True
    return False


def did(verb: str, figures: Sequence[Figure]) -> bool:
    """Whether the text has this very form for what the counted did: "163 passengers arrived"."""
    form = re.escape(verb)
    after = r"(?=\s*(?:[.,;:]|$)|\s(?:in|on|at|from|by|after|before|since|during|to|into|last|this|when|and|but)\b)"
    pattern = rf"^[^.;:,]{{0,40}}\b{form}\b{after}"
    return any(re.search(pattern, around(figure)[1], re.IGNORECASE) for figure in figures)


def named(noun: str, figures: Sequence[Figure]) -> bool:
    """Whether the text has the measure as a noun: "the efficacy", "a turnout of"."""
    form = re.escape(noun)
    pattern = rf"\b(?:the|a|an|its|their|his|her|of|in|for|[\w’']+['’]s?)\s(?:[\w-]+\s){{0,2}}{form}\b|\b{form}\sof\b"
    return bool(noun) and any(re.search(pattern, figure.sentence.words, re.IGNORECASE) for figure in figures)


def around(figure: Figure) -> tuple[str, str]:
    """The words of the figure's sentence before and after it, at most 160 characters each."""
    return words_before(figure, 160), words_behind(figure, 160)


def clause(figure: Figure) -> str:
    """The clause that holds the figure, a gap for the number, one line of at most some twenty words."""
    before, after = around(figure)
    ahead, behind = before.split()[-_AROUND:], after.split()[:_AROUND]
    left, right = _inner(" ".join(ahead), last=True), _inner(" ".join(behind), last=False)
    if len(f"{left} {right}".split()) < _FEWEST:
        left, right = " ".join(ahead), " ".join(behind)
    return re.sub(r"\s+([.,;:!?%)])", r"\1", " ".join(f"{left} … {right}".split())).strip(" ,;:–—-“”\"'‘’()[].!?")


def _inner(words: str, *, last: bool) -> str:
    """What lies between the figure and the next mark on one side of it."""
    pieces = [piece.strip(_TRIM) for piece in _EDGE.split(words)]
    if last:
        return pieces[-1]
    return pieces[0]


def place(words: str) -> str:
    """Where something was ("in Gambia", "in the Atlantic"); "" for what is no place one can be in."""
    if not words or not words[:1].isupper() or _NO_PLACE.search(words):
        return ""
    wants = _WITH_ARTICLE.search(words) or words.rsplit(maxsplit=1)[-1].casefold() in _ARTICLES
    article = "the " if (wants and len(words.split()) > 1) or words.casefold() in _ARTICLES else ""
    return f"in {article}{words}"


def most(values: Iterable[str | None]) -> str:
    """What most of the values are, of equals the shorter; "" where there is none."""
    count: dict[str, int] = {}
    for value in values:
        if value:
            count[value] = count.get(value, 0) + 1
    return min(count, key=lambda value: (-count[value], len(value), value)) if count else ""
