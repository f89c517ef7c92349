"""In: a headless draft and the question before it. Out: what was asked: "How many are ill? The ministry says 40"."""

import re
from collections.abc import Sequence

from twosource.finding.figures import people
from twosource.finding.figures.antecedents import noun_in_sight, stand_for
from twosource.finding.figures.clauses import Words
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.heads import draft
from twosource.finding.figures.measures import settle
from twosource.finding.figures.nouns import singular
from twosource.finding.parse import Sentence
from twosource.text.amounts import Amount
from twosource.text.listing import listed

_MANY = re.compile(r"\bhow\s+many\b", re.IGNORECASE)
_MONEY = re.compile(
    r"\bhow\s+much\b(?:\s+(?:money|cash|compensation|aid))?\s+(?:\w+\s+){0,6}?(?:cost|pay|paid|owe[ds]?"
    r"|spen[dt]|lost?|lose|worth|earn"
    r"|raise|charge|fine|receive|claim|want|ask|save|steal|stolen|taken?|invest)"
    r"|\bwhat\s+(?:did|does|will|would|is|was|has)\b[^?]*\b(?:costs?|bill|price|fee|fine|salary|wage"
    r"|damage\s+worth|worth)\b"
    r"|\b(?:the|and\s+the)\s+(?:cost|bill|price)\s*\?|^\W*(?:cost|price)\s*\?",
    re.IGNORECASE,
)
_CROWD = re.compile(
    r"\bhow\s+(?:big|large)\s+(?:is|was|were)\s+(?:the|their|its)\s+(?:crowd|march|rally|protest|turnout)",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"^\W*(?:and\s+|what\s+(?:of|about)\s+|how\s+about\s+)?(?:the\s+)?(\w+)\s*\?", re.IGNORECASE)
#: "How many there were depends on whom you ask", "nobody agrees on how many were taken".
_OPEN = re.compile(
    r"\bhow\s+many\b[^.?!]*\b(?:matter|depends?|disput\w+|differ\w*|unclear|uncertain|unknown|known|agreed|disagree\w*|contested"
    r"|question|guess|hard\s+to|settled|argu\w+|varies|vary)\b"
    r"|\b(?:agree\w*|disagree\w*|disput\w+|unclear|uncertain|unsettled|unknown|question|differ\w*|argu\w+|quarrel\w*|row|knows?|say|guess"
    r"|ask\w*|wonder\w*|settled?|tell|open)\b[^.?!]{0,30}\bhow\s+many\b",
    re.IGNORECASE,
)
_BACK = 6
#: What people do and things hardly: "How many came back?".
_PEOPLE_DO = listed(
    "come go get return stay leave die survive live work vote know march sign join walk escape make want believe agree"
    " refuse attend apply speak sleep eat read watch remember flee drown perish volunteer enrol register resign"
)


def question_before(sentences: Sequence[Sentence], order: int) -> int | None:
    """The place of the last question before sentence `order`: in its paragraph, or alone in the one before; or None.

    A sentence that calls a number open is a question too: "How many came is another matter".
    """
    paragraph = sentences[order].paragraph
    for place in range(order - 1, max(-1, order - _BACK), -1):
        sentence = sentences[place]
        if _OPEN.search(sentence.text) and sentence.paragraph == paragraph:
            return place
        if sentence.text.rstrip().rstrip("”\"’')").endswith("?"):
            return place
        if sentence.paragraph != paragraph:
            return None
    return None


def settle_asked(made: Draft, drafts: Sequence[Draft], place: int, sentences: Sequence[Sentence]) -> bool:
    """Give a headless draft the slots of the question at `place`; false where that asks for no number.

    A figure that names what it counts, after the question, ends its reach.
    """
    if (
        made.amount.kind
        or made.amount.rival
        or made.amount.form not in ("count", "vague", "none")
        or made.lack == "them"
    ):
        return False
    if any(other.order > place and not other.lack and not other.asked for other in drafts):
        return False
    asked = _asked(sentences, place)
    if asked is None:
        return False
    made.asked, made.unit, made.people = True, asked.unit, asked.people
    made.measure, made.own, made.leaning = asked.measure, True, False
    made.of, made.lemma = made.of or asked.of, made.lemma or asked.lemma
    if asked.amount.kind == "money":
        made.unit = coin(drafts)
        made.amount = made.amount._replace(kind="money")
    return True


def _asked(sentences: Sequence[Sentence], place: int) -> Draft | None:
    """What a question asks for, as a draft of its own; None where it asks for no number."""
    words = Words(sentences[place])
    text = words.text
    many = _MANY.search(text)
    if many:
        made = draft(words, _amount(many.start(), many.end()))
        settle(made, many.start(), len(text), [])
        if not made.unit and made.noun is None and made.verb is not None and words.lemma(made.verb) in _PEOPLE_DO:
            made.unit, made.people = "person", True
        if not made.unit and made.noun is None:
            _take_before(made, sentences, place)
        if made.noun is not None:
            made.of = text[words.idx[made.np_start] : words.end(made.np_end - 1)]
        return made if made.unit else None
    if _MONEY.search(text):
        return _plain(words, "money", "", "cost" if re.search(r"\b(?:cost|bill)", text, re.IGNORECASE) else "amount")
    if _CROWD.search(text):
        return _plain(words, "", "person", "attended")
    topic = _TOPIC.match(text)
    if topic:
        measure = people.NOUNS.get(singular(topic.group(1).lower())) or people.NOUNS.get(topic.group(1).lower(), "")
    else:
        measure = people.loose_cue(text.lower())
    return _plain(words, "", "person", measure) if measure else None


def _take_before(made: Draft, sentences: Sequence[Sentence], place: int) -> None:
    """Give "how many" without a noun that of the sentence before it in its paragraph; people where there is none."""
    made.unit, made.people, made.measure = "person", True, ""
    if place and sentences[place - 1].paragraph == sentences[place].paragraph:
        before = Words(sentences[place - 1])
        noun = noun_in_sight(before, people=True)
        if noun is not None:
            stand_for(made, before, noun)
        made.measure = people.loose_cue(before.text.lower()) if made.people else ""
    made.measure = made.measure or "number"


def _plain(words: Words, kind: str, unit: str, measure: str) -> Draft:
    made = Draft(amount=_amount(0, 0)._replace(kind=kind), words=words, first=0, unit=unit, measure=measure)
    made.people = unit == "person"
    return made


def _amount(start: int, end: int) -> Amount:
    return Amount(start=start, end=end, at=start, stop=end, tail=end, low=2, high=None, words=True)


def coin(drafts: Sequence[Draft]) -> str:
    """The currency of the last money before; "" where the report has named none."""
    firm = (other for other in reversed(drafts) if other.amount.kind == "money" and other.relation != "conversion")
    return next((other.unit for other in firm if other.unit), "")
