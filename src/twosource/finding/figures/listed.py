"""In: a report's sentences and figures. Out: victims told one by one ("a man and a boy were shot"), counted."""

import re
from collections.abc import Iterator, Sequence

from twosource.finding.figures.clauses import Words
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.measures import own_measure
from twosource.finding.figures.nouns import is_person, singular
from twosource.finding.parse import Sentence
from twosource.text.amounts import Amount
from twosource.text.listing import listed

_KIND = (
    r"man|woman|boy|girl|male|female|teen|teenager|youth|juvenile|child|toddler|baby|infant|newborn|mother|father|son|daughter"
    r"|sister|brother|wife|husband|girlfriend|boyfriend|fianc[ée]e?|partner|lover|spouse|friend|cousin|niece|nephew|uncle|aunt"
    r"|grandmother|grandfather|grandson|granddaughter|grandchild|stepson|stepdaughter|stepfather|stepmother|in-law|neighbou?r"
    r"|roommate|housemate|classmate|co-?worker|colleague|companion|driver|passenger|passer-by|bystander|pedestrian|cyclist"
    r"|motorcyclist|officer|policeman|policewoman|deputy|trooper|detective|sergeant|soldier|guard|firefighter|paramedic|student|pupil|teacher|worker|employee|manager|owner|homeowner"
    r"|cashier|bartender|bouncer|barber|nurse|doctor|clerk|shopkeeper|customer|resident|tenant|landlord|inmate|prisoner"
    r"|civilian|pensioner|tourist|journalist|cameraman|reporter|protester|pilot|co-pilot|instructor|farmer|fisherman"
)
_WORD = r"[\w’'.-]+"
#: Words that end a description: "a man shot his girlfriend" is no one person.
_BREAK = (
    r"(?!(?:his|her|their|its|the|an?|and|or|who|whom|that|which|was|were|is|are|be|has|had|have|said|with|of|for|in|on|at|to"
    r"|from|by|after|before|when|while|as|shot|shoots|shooting|kills|killed|killing|stabbed|stabbing|wounded|injured|found)\b)"
)
_PERSON = rf"{_KIND}|\d{{1,2}}-year-old(?!\s+(?:{_BREAK}[\w-]+\s+){{0,2}}?(?:{_KIND})\b)"
#: One person without a name: "a 22-year-old man", "the teen's unarmed neighbour", "her ex-husband".
_SOMEONE = (
    rf"(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Aa]nother)\s+(?:{_BREAK}{_WORD}\s+){{0,4}}?(?:[\w’']+-)*(?:{_PERSON})\b(?![’'-])"
    rf"(?:\s+from\s+[A-Z]{_WORD}(?:\s+[A-Z]{_WORD}){{0,2}})?"
)
_NAME = r"[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]+|[A-Z]\b\.?|[“\"(][\w\s’'-]{1,20}[”\")])){1,3}"
#: What may be told between commas of one who is named: "34", "a nurse from Leeds", "of Camp Hill".
_TOLD = r"(?:,\s+(?:(?:aged\s+)?\d{1,3}|(?:an?|the|of)\s+[^,.;:]{1,60}?)(?=[,;]|\s+and\b|$))?"
_ONE = rf"(?:{_SOMEONE}(?:,\s+(?:aged\s+)?\d{{1,3}}(?=[,;]|\s+and\b|$))?|{_NAME}{_TOLD})"
_LAST = (
    rf"(?:{_SOMEONE}|{_NAME}(?:,\s+(?:(?:aged\s+)?\d{{1,3}}|(?:an?|the|of)\s+[^,.;:]{{1,60}}),?)?|female|woman|girl)"
)
#: A beast at the end of a list of persons is not counted.
_PET = r"(?:an?|the|his|her|their)\s+(?:\w+\s+){0,2}?(?:dogs?|cats?|pets?|horses?|pupp(?:y|ies))"
#: "he and his girlfriend" as a subject, "Rowe and her boyfriend".
_PAIR = (
    rf"(?:[Hh]e|[Ss]he|[A-Z][a-z’'-]+)\s+and\s+(?:his|her)\s+(?:{_BREAK}{_WORD}\s+){{0,3}}?(?:[\w’']+-)*"
    rf"(?:{_PERSON})\b(?![’'-])"
)
_LIST = re.compile(
    rf"(?<![\w’'-])(?:{_ONE}(?:[,;]\s+{_ONE}){{0,5}}[,;]?\s+and\s+(?:{_LAST}|{_PET})|{_PAIR})(?![\w’'-])"
)
_EACH = re.compile(rf"{_ONE}|(?<=and )(?:female|woman|girl)\b|^{_PAIR}")
_PAIRED = re.compile(rf"{_PAIR}\Z")
_LONGEST = 600
_DEEDS = re.compile(
    r"\b(?:kill|shot|dead|dies\b|died|stabb|injur|wound|hurt|deceas|murder|slain|fatal|drown|perish|bod(?:y|ies)\b|strangl|identified|victims|graz|struck|hit\b|hospital|gunshot)",
    re.IGNORECASE,
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
            if made.guessed and any(
                other.measure == "killed" and other.amount.low == made.amount.low for other in drafts
            ):
                continue  # the shooting of those whose deaths are told
            kind = "injured" if made.measure == "hospitalised" else made.measure
            if kind in wanted:
                wanted.remove(kind)
                yield made


def _lists(sentence: Sentence, order: int) -> Iterator[Draft]:
    """The lists of persons of one sentence, with what became of them."""
    words: Words | None = None
    text = sentence.text.replace("\n", " ")
    for found in _LIST.finditer(text):
        words = words or Words(sentence)
        each = list(_EACH.finditer(found.group()))
        lead = found.group().split()[0].lower()
        if _PAIRED.match(found.group()) and lead not in ("he", "she") and is_person(lead, singular(lead)):
            continue  # "Officers and his mother"
        number = 2 if _PAIRED.match(found.group()) else len(each)
        if number <= 1:
            continue  # "a man and his dog"
        end = found.start() + len(found.group()[: each[-1].end()].rstrip(","))
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
        made.measure = own_measure(made, 0, len(text)) or _named_dead(made)
        made.own = bool(made.measure)
        yield made


_IDENTIFIED = re.compile(
    r"\b(?:identified|named|names)\b[^.;:]{0,60}\b(?:as|are|were)\W+$|\b(?:victims|dead|deceased)\s+(?:are|were)\W+$",
    re.IGNORECASE,
)
_VICTIMS = re.compile(r"\b(?:victims|pair|couple|bodies|two|both|men|women|people|brothers|sisters)\b", re.IGNORECASE)
_DEAD = re.compile(r"\b(?:dead|deceased|killed|slain|who\s+died|bodies|homicide\s+victims)\b", re.IGNORECASE)
_BOTH_DIED = re.compile(
    r"\b(?:both|all|they|each)\b(?:(?!\b(?:one|another|other)\b)[^.;]){0,60}?"
    r"\b(?:died|dead|killed|fatally|deceased|succumbed|to\s+death)\b",
    re.IGNORECASE,
)
_SOON = 200


def _named_dead(made: Draft) -> str:
    """The measure killed where the listed are named as the dead, or as victims whose death comes next; else ""."""
    sentence = made.words.sentence
    before = made.words.text[: made.amount.start]
    if not _IDENTIFIED.search(before):
        return ""
    if _DEAD.search(before):
        return "killed"
    ahead = sentence.report.text[made.end : made.end + _SOON]
    return "killed" if _VICTIMS.search(before) and _BOTH_DIED.search(ahead) else ""


#: Active verbs whose subject is the one to whom it happens.
_SUFFER = listed(
    "die perish drown succumb suffocate be have get suffer sustain receive lose recover need lie bleed remain burn"
    " freeze starve choke survive"
)


def _is_doer(made: Draft) -> bool:
    """Whether the listed are those who did or told it: "a man and a woman shot the clerk dead", "found him dead"."""
    words, verb = made.words, made.verb
    active = verb is not None and made.role == "subject" and not words.passive(verb)
    return active and verb is not None and words.lemma(verb) not in _SUFFER


def _head(words: Words, first: int, after: int) -> int:
    """The token of a list that hangs on a word outside it."""
    return next((k for k in range(first, after) if not first <= words.head[k] < after), first)
