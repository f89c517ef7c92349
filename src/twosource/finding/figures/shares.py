"""In: a draft that is a share. Out: what it is a share of, by its subject, its verb and the shares before it."""

import re
from collections.abc import Sequence

from twosource.finding.figures.clauses import Words
from twosource.finding.figures.drafts import Draft
from twosource.text.listing import listed

#: Nouns that are told in per cent and name themselves.
_SUBJECTS = {
    word: measure
    for measure, words in {
        "turnout": "turnout participation",
        "inflation": "inflation",
        "unemployment": "unemployment joblessness",
        "interest rate": "interest",
        "approval": "approval",
        "containment": "containment",
        "efficacy": "efficacy effectiveness",
        "occupancy": "occupancy",
        "poverty": "poverty",
        "growth": "growth",
        "vote share": "vote",
        "support": "support backing",
        "majority": "majority",
        "literacy": "literacy",
        "coverage": "coverage",
        "mortality": "mortality fatality",
        "attendance": "attendance",
        "market share": "market",
        "concentration": "concentration content humidity",
    }.items()
    for word in words.split()
}
_COMPARED = {
    **dict.fromkeys(("lower", "less", "fewer", "cheaper", "smaller", "down", "below"), "fall"),
    **dict.fromkeys(("higher", "more", "dearer", "bigger", "larger", "up", "above"), "rise"),
}
_CUTS = listed("cut reduce lower slash trim shrink decrease drop fall slump decline weaken devalue")
_LIFTS = listed("raise increase lift rise grow climb jump boost hike strengthen")
_ELECTORATE = listed("voter electorate elector citizen member roll")
_VOTES = re.compile(
    r"\b(?:had\s+|have\s+|has\s+)?(?:voted|cast\s+(?:their\s+|a\s+)?(?:ballots?|votes?)|turned\s+out|took\s+part"
    r"|(?:went|gone|came|come)\s+to\s+the\s+polls|went\s+to\s+vote|participated|bothered\s+to\s+vote)\b"
    r"(?!\s+(?:for|against|in\s+favou?r|yes|no|to)\b)"
)
_SAYS = listed(
    "arrive put say speak give report count reckon estimate find show make claim announce publish get call talk"
    " come insist"
    " maintain calculate have"
)
_BARGAIN = listed("want offer demand seek ask accept propose agree get win reject ask claim settle raise")
_PAY = re.compile(r"\b(?:pay(?:ments?)?|wages?|salar(?:y|ies))\b", re.IGNORECASE)
_DISPUTE = re.compile(
    r"\b(?:strik(?:e|es|ing|ers)|union|walk-?out|industrial\s+action|negotiat\w+|employers?)\b", re.IGNORECASE
)
_NO_RISE = re.compile(
    r"[^.;,]{0,30}\b(?:inflation|prices?|shares?|workforce|members|staff|jobs|voted|turnout|trains|flights"
    r"|schools|services|of\s+(?:the|its"
    r"|all|those|their))\b",
    re.IGNORECASE,
)
_OPENING = 20_000


def measure_of(made: Draft) -> str:
    """The measure of a share by what the clause is about; "" where it tells nothing plain."""
    words, text = made.words, made.words.text.lower()
    behind = text[made.amount.end :][:90]
    compared = _COMPARED.get(words.get(words.after(made.amount.tail)), "")
    if compared:
        return "pay rise" if compared == "rise" and re.match(r"\s*more\s+(?:pay|money)\b", behind) else compared
    moved = _moved(words, made)
    if moved:
        return moved
    if _is_electorate(made) and _VOTES.search(behind):
        return "turnout"
    subject = _subject(words, made)
    if subject:
        return subject
    if _is_rise(made, text):
        return "pay rise"
    return "vote share" if _is_ballot(made) else ""


def _moved(words: Words, made: Draft) -> str:
    """The change that a verb with "by" tells: "fall" of "cut the risk by 28 percent"."""
    if made.verb is None or words.get(words.at(made.amount.start) - 1) != "by":
        return ""
    lemma = words.lemma(made.verb)
    if lemma in _CUTS:
        return "fall"
    if lemma not in _LIFTS:
        return ""
    paid = any(words.low[child] in ("pay", "wages", "wage", "salaries") for child in words.children(made.verb))
    return "pay rise" if paid else "rise"


def _is_electorate(made: Draft) -> bool:
    return made.lemma in _ELECTORATE or bool(
        re.match(
            r"\s*of\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:electorate|voters|electors|citizens|roll)\b",
            made.words.text[made.amount.end :],
        )
    )


def _subject(words: Words, made: Draft) -> str:
    """What the subject of the verb that a share hangs on is: "turnout arrived at 36.8 percent"."""
    if made.verb is None or made.role == "subject":
        return ""
    for child in words.children(made.verb):
        if words.dep[child] in ("nsubj", "nsubjpass") and child < made.first:
            if words.low[child] == "rate" and child:
                return _SUBJECTS.get(words.low[child - 1], "")
            if words.low[child] == "level":
                return "concentration"
            return _SUBJECTS.get(words.lemma(child), "") if words.low[child] not in ("vote", "market") else ""
    return ""


_POLLS = re.compile(
    r"\b(?:elections?|ballots?|votes?|referendum|polls?|parliament\w*|candidates?|seats)\b", re.IGNORECASE
)
_WINS = listed("have win get take receive poll score secure garner gain claim capture attract")
_MANY = 4


def _is_ballot(made: Draft) -> bool:
    """Whether a bare share is what a side gets in a report of an election: "the Alliance had 41.8%, the Union 38.5"."""
    words, verb = made.words, made.verb
    if made.noun is not None or made.amount.form == "share" or verb is None or made.role == "subject":
        return False
    if words.lemma(verb) not in _WINS or words.get(words.after(made.amount.tail)) == "of":
        return False
    return len(_POLLS.findall(words.sentence.report.text[:_OPENING])) >= _MANY


def _is_rise(made: Draft, text: str) -> bool:
    """Whether a share is what one side of a pay dispute wants, offers or gets."""
    words, verb = made.words, made.verb
    if made.amount.form == "share" or made.noun is not None or _NO_RISE.match(text, made.amount.end):
        return False
    if verb is None or words.lemma(verb) not in _BARGAIN or made.role not in ("object", "oblique"):
        return False
    opening = words.sentence.report.text[:_OPENING]
    return bool(_PAY.search(opening) and _DISPUTE.search(opening))


def retold(made: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The share before of which one only gives another number: "the observers arrived at 36.8 per cent"; or None."""
    words, verb = made.words, made.verb
    if verb is None or made.noun is not None or made.unit != "%" or made.role == "subject" or verb > made.first:
        return None
    if words.lemma(verb) not in _SAYS or words.get(words.after(made.amount.tail)) in ("of", "more", "less", "fewer"):
        return None
    opening = words.at(made.amount.start)
    named = words.get(opening - 1) == "of" and words.get(opening - 2) not in _FIGURES
    if named or measure_of(made) or made.amount.form == "share":
        return None
    told = (other for other in reversed(drafts[-_BACK:]) if other.unit == "%" and made.order - other.order <= _NEAR)
    return next((other for other in told if other.measure not in ("share", "counted")), None)


_BACK, _NEAR = 8, 4
_FIGURES = listed("figure number rate share total level percentage")


_APPOSED = re.compile(
    r"(?:\s+[\w’'-]+){0,4}\s*(?:,|\(|–|—)\s*(?:or\s+|nearly\s+|about\s+|some\s+|almost\s+|equal\s+to\s+"
    r"|more\s+than\s+)*"
)


def apposed(made: Draft, last: Draft | None) -> bool:
    """Whether a share says again what the count before it counts: "450 jobs, one in eight of its staff"."""
    if last is None or last.words is not made.words or last.amount.kind or made.amount.kind != "share":
        return False
    between = made.words.text[last.amount.end : made.amount.start]
    ends = re.match(
        r"\s*(?:of\s+(?:its|the|their|all|his|her|those|these|them)\b|[,.;:)–—]|$|percent|per\s+cent)",
        made.words.text[made.amount.end :],
    )
    return bool(_APPOSED.fullmatch(between)) and bool(ends) and bool(last.measure)
