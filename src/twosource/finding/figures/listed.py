"""In: a report's sentences and figures. Out: victims told one by one ("a man and a boy were shot"), counted."""

import re
from collections.abc import Iterator, Sequence

from twosource.finding.figures.clauses import Words
from twosource.finding.figures.deeds import OBJECT
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.measures import own_measure
from twosource.finding.parse import Sentence
from twosource.text.amounts import Amount

_PERSON = (
    r"man|woman|boy|girl|male|female|teen|teenager|youth|child|toddler|baby|infant|newborn|mother|father|son|daughter"
    r"|sister|brother|wife|husband|girlfriend|boyfriend|fianc[ée]e?|partner|friend|cousin|niece|nephew|uncle|aunt"
    r"|grandmother|grandfather|grandson|granddaughter|stepson|stepdaughter|stepfather|stepmother|neighbou?r|driver"
    r"|passenger|passer-by|bystander|pedestrian|cyclist|motorcyclist|officer|policeman|policewoman|soldier|guard"
    r"|firefighter|paramedic|student|pupil|teacher|worker|nurse|doctor|clerk|shopkeeper|customer|resident|pensioner"
    r"|tourist|journalist|cameraman|reporter|protester|pilot|co-pilot|instructor|farmer|fisherman"
)
_WORD = r"[\w’'.-]+"
#: One person without a name: "a 22-year-old man", "the teen's unarmed neighbour", "her son".
_SOMEONE = (
    rf"(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Aa]nother)\s+(?:{_WORD}\s+){{0,4}}?(?:{_PERSON})\b"
    rf"(?:\s+from\s+[A-Z]{_WORD}(?:\s+[A-Z]{_WORD}){{0,2}})?"
)
_NAME = r"[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]+|[A-Z]\b\.?|[“\"(][\w\s’'-]{1,20}[”\")])){1,3}"
#: What may be told between commas of one who is named: "34", "a nurse from Leeds", "of Camp Hill".
_TOLD = r"(?:,\s+(?:(?:aged\s+)?\d{1,3}|(?:an?|the|of)\s+[^,.;:]{1,60}?)(?=[,;]|\s+and\b|$))?"
_ONE = rf"(?:{_SOMEONE}(?:,\s+(?:aged\s+)?\d{{1,3}}(?=[,;]|\s+and\b|$))?|{_NAME}{_TOLD})"
_LAST = (
    rf"(?:{_SOMEONE}|{_NAME}(?:,\s+(?:(?:aged\s+)?\d{{1,3}}|(?:an?|the|of)\s+[^,.;:]{{1,60}}),?)?|female|woman|girl)"
)
_LIST = re.compile(rf"(?<![\w’'-]){_ONE}(?:[,;]\s+{_ONE}){{0,5}}[,;]?\s+and\s+{_LAST}(?![\w’'-])")
_EACH = re.compile(rf"{_ONE}|(?<=and )(?:female|woman|girl)\b")
_LONGEST = 600
_DEEDS = re.compile(
    r"\b(?:kill|shot|dead|died|stabb|injur|wound|hurt|deceas|murder|slain|fatal|drown|perish)", re.IGNORECASE
)
#: Openings of sentences that turn to another event: its victims are not those of the report.
_ASIDE = re.compile(
    r"\W*(?:earlier|previously|elsewhere|meanwhile|separately|last\s+(?:week|month|year|spring|summer|autumn|fall|winter)"
    r"|in\s+(?:an?\s+(?:\w+\s+)?(?:separate|unrelated|earlier|previous|similar|different)|another|a\s+second|(?:19|20)\d\d"
    r"|(?:early|late|mid-?)?\s*\w+\s+(?:of\s+)?(?:last\s+year|(?:19|20)\d\d)))\b",
    re.IGNORECASE,
)
_COUNTED = ("killed", "injured")


def find_listed(sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The first list of single persons killed, and of those injured, where the report gives no number of them."""
    known = {made.measure for made in drafts if made.people}
    wanted = [measure for measure in _COUNTED if not known & {measure, "casualties"}]
    for order, sentence in enumerate(sentences):
        if not wanted:
            return
        text = sentence.text
        if len(text) > _LONGEST or not _DEEDS.search(text) or _ASIDE.match(text):
            continue
        for made in _lists(sentence, order):
            if made.measure in wanted:
                wanted.remove(made.measure)
                yield made


def _lists(sentence: Sentence, order: int) -> Iterator[Draft]:
    """The lists of persons of one sentence, with what became of them."""
    words: Words | None = None
    text = sentence.text.replace("\n", " ")
    for found in _LIST.finditer(text):
        words = words or Words(sentence)
        number = len(_EACH.findall(found.group()))
        end = found.start() + len(found.group().rstrip(","))
        amount = Amount(
            start=found.start(), end=end, at=found.start(), stop=end, tail=end, low=number, high=number, words=True
        )
        first, after = words.at(found.start()), words.after(found.end())
        made = Draft(amount=amount, words=words, first=first, np_start=first, np_end=after, people=True, unit="person")
        made.order, made.paragraph = order, sentence.paragraph
        governed = words.governor(_head(words, first, after))
        if governed:
            made.verb, made.role = governed
        if _is_doer(made):
            continue
        made.measure = own_measure(made, 0, len(text))
        made.own = bool(made.measure)
        yield made


def _is_doer(made: Draft) -> bool:
    """Whether the listed are those who did it: "a man and a woman shot the clerk dead"."""
    words, verb = made.words, made.verb
    return (
        verb is not None
        and made.role == "subject"
        and not words.passive(verb)
        and (words.lemma(verb) in OBJECT or words.lemma(verb) in ("shoot", "stab", "gun", "beat", "strike"))
    )


def _head(words: Words, first: int, after: int) -> int:
    """The token of a list that hangs on a word outside it."""
    return next((k for k in range(first, after) if not first <= words.head[k] < after), first)
