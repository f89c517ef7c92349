"""In: an amount in its sentence. Out: a Draft with the counted noun, the governing verb and the unit."""

import re

from twosource.finding.figures.clauses import NOUNS, Phrase, Words
from twosource.finding.figures.compounds import is_kind, is_name, name_in_text
from twosource.finding.figures.deeds import TO_ONE_EACH
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.jobs import is_made, is_shed
from twosource.finding.figures.nouns import is_nation, is_person, singular
from twosource.text.amounts import Amount
from twosource.text.listing import listed

_PRONOUNS = listed("them these those whom which us you whose it")
_DETERMINERS = listed("the a an its his her their our my your this that these those all both")
_OTHERS = listed("more others other another")
_STATE_NOUNS = listed("dead wounded injured missing living rest homeless unemployed elderly")
_MAGNITUDE = re.compile(r"\bmagnitude(?:\s+(?:of|was|is))?[\s-]+(?:about\s+|around\s+)?$", re.IGNORECASE)
_RICHTER = re.compile(r"(?:[\s-]+magnitude\b|\s+on\s+the\s+(?:open-ended\s+)?richter|\s+richter\b)", re.IGNORECASE)
_QUAKE_AT = re.compile(
    r"\b(?:quake|earthquake|tremor|aftershock|temblor)s?\b(?:[^.;\d]|\.?\d){0,60}\b(?:at|of|as|to|from|measur\w+)\s+(?:an?\s+)?"
    r"(?:initial|revised|preliminary|estimated)?\s*$",
    re.IGNORECASE,
)
_STRONGEST = 10
_RATE = re.compile(
    r"\s*(?:(?:\b(?:an?|per|each|every)\s+)(day|hour|minute|second|week|month|year)\b"
    r"(?!\s+(?:ago|earlier|later|before|after|since)\b)|(daily|hourly"
    r"|weekly|monthly|annually|yearly)\b|/(day|hour|week|month|year)\b)",
    re.IGNORECASE,
)
_PER_MANY = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:per|for\s+every|in\s+every)\s+(100,?000|10,?000|1,?000|one\s+million"
    r"|a\s+million|million|100)\b",
    re.IGNORECASE,
)
_OLD = re.compile(r"[\s-]+years?[\s-]+olds?\b", re.IGNORECASE)
_DAILY = {"daily": "day", "hourly": "hour", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year"}
_STUFF = listed("lot lots number numbers kind kinds sort sorts type types set sets series total pair pairs group")


def draft(words: Words, amount: Amount) -> Draft:
    """The amount with its counted noun, unit and governing verb; the unit of one without a noun is still ""."""
    i = words.after(amount.tail)
    made = Draft(amount=amount, words=words, first=words.at(amount.at), np_start=i, np_end=i)
    if amount.hyphen:
        _hyphened(made)
    elif amount.form == "multiple":
        pass
    else:
        _counted(made, i)
    _unit(made)
    anchor = (
        made.noun
        if made.noun is not None and not made.partitive and not amount.unit
        else words.at(max(amount.at, amount.stop - 1))
    )
    found = words.governor(anchor)
    if found:
        made.verb, made.role = found
    return made


def _hyphened(made: Draft) -> None:
    """The noun behind the hyphen is counted: "38-page report", "12-member panel"."""
    words, amount = made.words, made.amount
    at = words.at(amount.end + 1)
    made.lemma = singular(amount.hyphen.split("-")[0])
    made.np_start = at
    made.np_end = at + 1
    follower = words.phrase(at + 1)
    made.noun = follower.head if follower else at
    if follower:
        made.np_end = follower.end


def _counted(made: Draft, i: int) -> None:  # noqa: C901, PLR0912 - a list of cases
    words, amount = made.words, made.amount
    if words.get(i) in ("“", '"', "‘", "'", "”") and words.get(i):
        i += 1
    if _is_of_which(made) and (words.phrase(i) or Phrase(-1, 0, 0)).head != i:
        made.lack, made.np_start, made.np_end = "them", i, i  # "complaints, of which 640 concern medicines"
        return
    if words.get(i) == "or" and words.get(i + 1) in ("more", "so", "fewer", "less"):
        i += 2
    if words.get(i) == "of":
        _of(made, i)
        return
    if (
        amount.kind == "share"
        and amount.form == "share"
        and words.get(i) in ("the", "its", "their", "his", "her", "that", "what")
    ):
        i += 1
    phrase = words.phrase(i)
    if phrase is None and words.low[made.first] in _FOLDS and words.get(i) in ("shooting", "stabbing", "killing"):
        phrase = Phrase(i, i, i + 1)  # "Triple shooting in Bow", a participle to the tagger
    if phrase is not None and (
        _is_verb(words, phrase, amount)
        or (words.get(i) in ("taken", "held") and words.get(i + 1) in ("prisoner", "hostage", "captive"))
    ):
        phrase = None
    if phrase is None:
        made.lack = "more" if words.get(i) in _OTHERS else "bare"
        if words.get(i) in _STATE_NOUNS:
            made.np_start, made.np_end = i, i
        elif words.get(i) in _OTHERS:
            made.np_start, made.np_end = i, i + 1
        return
    _set(made, phrase)
    if words.get(phrase.end) == "of" and singular(words.low[phrase.head]) + "s" in _STUFF:
        inner = words.phrase(_skip(words, phrase.end + 1))
        if inner:
            _set(made, inner)
    if words.low[phrase.head] in ("others", "other"):
        made.lack, made.noun = "more", None


def _is_of_which(made: Draft) -> bool:
    """Whether a number is a part of what a relative clause takes up: "of which 58 must be pulled down"."""
    words, k = made.words, made.words.at(made.amount.start)
    return words.get(k - 2) == "of" and words.get(k - 1) in ("which", "whom") and not made.amount.kind


_ALIKE = listed(
    "people aircraft staff crew police sheep cattle head series species percent personnel offspring fish"
    " deer dead foot horsepower pair"
    " hundredweight spacecraft hovercraft livestock infantry cavalry clergy folk youth wounded injured missing living"
)


_GETS = listed(
    "received suffered sustained incurred needed required sought refused joined entered fled left got took won reached"
    " lost escaped signed had made gave showed reported developed underwent"
)
_FOLDS = ("double", "triple", "quadruple", "treble")


def _is_verb(words: Words, phrase: Phrase, amount: Amount) -> bool:
    """Whether what the tagger took for a singular noun behind a plural number is a verb: "about 60 sank"."""
    word = words.low[phrase.head]
    several = (amount.low if amount.low is not None else amount.high or 0) > 1
    start = phrase.start
    while start < phrase.head and words.low[start] in ("more", "other", "others"):
        start += 1
    tag = words.tag[start]
    if several and start > phrase.start and tag in ("VBN", "VBD") and words.low[start] in _GETS:
        return True  # "seven more received light wounds"
    if (
        several
        and tag in ("VBN", "VBD")
        and phrase.head == start + 1
        and words.tag[phrase.head] == "NN"
        and not (amount.hyphen or amount.unit or amount.form not in ("count", "vague"))
    ):
        return word not in _ALIKE and not is_person(word, word)  # "six contained lead"
    alone = phrase.start == phrase.head and words.tag[phrase.head] == "NN" and words.word[phrase.head].islower()
    if (
        words.low[words.at(amount.at)] in _FOLDS
        or not (several and alone)
        or amount.hyphen
        or amount.unit
        or amount.form not in ("count", "vague")
    ):
        return False
    return word not in _ALIKE and not word.endswith("s") and not is_person(word, word)


def _of(made: Draft, i: int) -> None:
    words, amount = made.words, made.amount
    if words.get(i + 1) in ("us", "you", "whom", "ours", "theirs"):
        made.people = True
    if words.get(i + 1) in ("ours", "theirs"):
        made.lack, made.np_start, made.np_end = "bare", i, i + 2
        return
    if words.get(i + 1) in _PRONOUNS and words.get(i + 2) != "people" and not words.phrase(i + 2):
        made.lack, made.np_start, made.np_end = "them", i, i + 2
        return
    if words.get(i + 1) in ("them", "whom", "which", "us"):
        made.lack, made.np_start, made.np_end = "them", i, i + 2
        return
    inner = _skip(words, i + 1)
    phrase = words.phrase(inner)
    if phrase is None:
        made.lack, made.partitive = "bare", True
        made.np_end = i
        if words.get(inner) in _STATE_NOUNS:
            made.np_start = made.np_end = inner
        if words.get(i + 1) in ("ours", "theirs", "mine", "yours"):
            made.np_start, made.np_end, made.people = i, i + 2, True
        return
    if words.low[phrase.head] in _OTHERS:
        made.lack, made.np_start, made.np_end = "more", phrase.start, phrase.end
        return
    single = words.tag[phrase.head] in ("NN", "NNP") and words.get(i + 1) in _DETERMINERS and amount.form == "count"
    single = single and not any(words.tag[k] == "CD" for k in range(i + 1, phrase.head))  # "19 of the 27 aircraft"
    if single and words.low[phrase.head] not in _ALIKE and words.low[phrase.head] not in ("population", "total"):
        made.lack, made.partitive, made.np_end = "bare", True, i
        return
    _set(made, phrase)
    made.np_start = i + 1
    made.partitive = amount.form != "vague" and not (
        amount.scale >= 1e6 and not amount.unit and words.get(i + 1) not in _DETERMINERS  # noqa: PLR2004
    )


def _skip(words: Words, i: int) -> int:
    while words.get(i) in _DETERMINERS or (i < words.size and words.tag[i] in ("CD", "DT", "PRP$", "PDT", "$")):
        i += 1
    return i


def _set(made: Draft, phrase: Phrase) -> None:
    words = made.words
    made.noun, made.np_start, made.np_end = phrase.head, phrase.start, phrase.end
    made.lemma = singular(_joined(words, phrase))


def _joined(words: Words, phrase: Phrase) -> str:
    """The head of a noun phrase with what a hyphen joins to it: "part-timers", "e-mails"."""
    head = phrase.head
    if head - phrase.start < 2 or words.low[head - 1] != "-" or words.idx[head - 1] != words.end(head - 2):  # noqa: PLR2004
        return words.low[head]
    return f"{words.low[head - 2]}-{words.low[head]}"


def _unit(made: Draft) -> None:  # noqa: C901, PLR0911 - a list of cases
    words, amount, text = made.words, made.amount, made.words.text
    if _is_magnitude(text, amount):
        made.unit = "magnitude"
        return
    if amount.rival:
        made.unit = "vote" if re.search(r"\bvot(?:e[ds]?|ing)\b|\bruling\b|\bcourt\b", text, re.IGNORECASE) else "point"
        made.lack = ""
        return
    if _OLD.match(text, amount.stop):
        made.unit = "year"
        return
    if amount.unit:
        made.unit = amount.unit
        if amount.kind not in ("money", "share", "ratio", "time", "speed", "temperature"):
            made.unit += _rate(text, amount.tail)
        return
    many = _PER_MANY.match(text, amount.stop)
    if many and not amount.words:
        size = many.group(1).lower().replace("one ", "").replace("a ", "")
        made.unit = f"per {size}" if "," in size or not size.isdigit() else f"per {int(size):,}"
        return
    if amount.hyphen:
        made.people = is_person(amount.hyphen, made.lemma)
        made.unit = "person" if made.people else made.lemma
        return
    if made.noun is None:
        if (
            made.people
            or words.get(made.np_start) in _STATE_NOUNS
            or words.get(made.np_end) in ("who", "strong")
            or words.get(made.np_end + 1) == "who"
        ):
            made.people, made.unit = True, "person"
        return
    made.people = _people(made)
    rate = _rate(text, words.end(made.np_end - 1))
    if made.people:
        made.unit = f"{made.lemma}{rate}" if rate and rate != "/year" else "person"
        return
    made.unit = _occasion(made) or _named(made) + rate


def _is_magnitude(text: str, amount: Amount) -> bool:
    """Whether a number is the strength of an earthquake, by the word or by what was measured."""
    if amount.kind not in ("", "magnitude"):
        return False
    if _MAGNITUDE.search(text[max(0, amount.at - 24) : amount.at]) or _RICHTER.match(text, amount.stop):
        return True
    bare = amount.kind == "" and amount.form == "count" and not amount.words
    return bare and (amount.high or _STRONGEST) < _STRONGEST and bool(_QUAKE_AT.search(text[: amount.start]))


def _people(made: Draft) -> bool:  # noqa: PLR0911 - a list of cases
    words, head = made.words, made.noun
    if head is None:
        return False
    word = words.low[head]
    if made.lemma == "bag":
        return words.get(head - 1) == "body"
    if made.lemma == "head":
        return words.get(head + 1) == "of" and words.get(head + 2) in ("state", "government", "mission", "delegation")
    told = _stand_for_people(made, head)
    if told is not None:
        return told
    title = words.word[head][:1].isupper()
    if is_person(word, made.lemma, title=title):
        return not (made.lemma in ("body", "head") and words.get(head - 1) in ("water", "heavenly"))
    if words.doc[head].ent_type_ == "NORP" and words.tag[head] in ("NNS", "NNPS"):
        return True
    if is_nation(word) and words.tag[head] in ("NNPS", "NNS", "NNP"):
        return True
    if made.lemma in ("shooting", "stabbing", "killing", "execution", "lynching"):
        return words.text[made.amount.at : made.amount.stop].lower() in _FOLDS
    return made.lemma in TO_ONE_EACH


def _stand_for_people(made: Draft, head: int) -> bool | None:
    """Whether nouns that may stand for people do here: cases, posts, jobs, names, entries; None of other nouns."""
    words, lemma = made.words, made.lemma
    if lemma in ("illness", "sickness", "ache"):
        return True
    if lemma in ("case", "infection"):
        return _is_patient(words, head)
    if lemma in ("post", "position"):
        return is_shed(words)
    if lemma == "job":
        return not is_made(words)
    if lemma in ("entry", "name"):
        return not _is_struck(made) and (lemma == "name" or bool(_ROLL.search(words.text)))
    return None


_STRIKES = listed("strike remove delete cross erase drop scratch blot cancel duplicate repeat")


def _is_struck(made: Draft) -> bool:
    """Whether names or entries are taken off a list, so that they stand for nobody: "he struck out four names"."""
    words, found = made.words, made.words.governor(made.noun) if made.noun is not None else None
    if {"double", "duplicate", "repeated", "false", "fake"} & set(words.low[made.np_start : made.np_end]):
        return True
    return found is not None and found[1] in ("object", "passive") and words.lemma(found[0]) in _STRIKES


#: What happens each time: "fined seven times" counts fines.
_OCCASIONS = {
    "fine": "fine", "fin": "fine", "warn": "warning", "raid": "raid", "inspect": "inspection", "cross": "crossing",
    "arrest": "arrest",
    "search": "search", "visit": "visit", "postpone": "postponement", "strike": "strike", "vote": "vote",
    "crash": "crash", "win": "win", "appeal": "appeal", "dive": "dive", "fly": "flight", "bomb": "bombing",
    "shell": "shelling", "call": "call", "ring": "call", "phone": "call", "complain": "complaint", "patrol": "patrol",
}  # fmt: skip


def _occasion(made: Draft) -> str:
    """The noun for what is done so many times, by its verb; "" where it is not counted in times."""
    if made.lemma != "time" or made.noun is None or made.amount.form != "count" or (made.amount.low or 0) < 2:  # noqa: PLR2004
        return ""
    words, found = made.words, made.words.governor(made.noun)
    if found is None or words.get(made.np_end) in ("more", "as", "a", "per", "the", "that"):
        return ""
    return _OCCASIONS.get(words.lemma(found[0]), "")


_ROLL = re.compile(r"\b(?:registers?|roll|rolls|lists?|manifest|ledger|obituar\w+|logbook)\b", re.IGNORECASE)
_ELECTION = re.compile(r"\b(?:elections?|referendum|ballots?|electoral|voters?|turnout|polling)\b", re.IGNORECASE)
_DISEASE = re.compile(
    r"\b(?:virus\w*|disease|outbreak|epidemic|pandemic|infect\w+|bacteri\w+|fever|flu|influenza|covid\w*"
    r"|coronavirus|cholera"
    r"|measles|ebola|malaria|dengue|polio|salmonella|e\.?\s?coli|listeri\w+|botulism|meningitis|hepatitis"
    r"|tuberculosis|plague"
    r"|typhoid|mumps|rabies|mpox|zika|legionnaires\w*|norovirus|diphtheria|smallpox|contaminat\w+"
    r"|food\s+poisoning|sicken\w*"
    r"|symptoms|vaccin\w+|epidemiolog\w+|pathogen|parasite)\b",
    re.IGNORECASE,
)
_SICK = re.compile(
    r"\b(?:ill|sick|illness\w*|patients?|hospitali[sz]ed|health\s+(?:officer|department|official|ministry"
    r"|authorit)\w*)\b"
)
_HEALTH = re.compile(
    r"\b(?:health\s+(?:ministry|minister|board|department|office|officials?|authorit\w+|workers?|institute|agency)"
    r"|(?:ministry|department|institute)\s+of\s+(?:public\s+)?health|hospitals?|clinics?|epidemiologists?|patients?|doctors?)\b",
    re.IGNORECASE,
)
_OPENING = 10_000
_HEAD = 400
_LEGAL = listed("court criminal legal murder fraud abuse corruption civil test rape assault theft")


def _is_patient(words: Words, head: int) -> bool:
    """Whether cases or illnesses are people with a disease, by their modifier and the report."""
    if words.get(head - 1) in _LEGAL or (words.low[head].startswith("case") and words.get(head + 1) == "against"):
        return False
    opening = words.sentence.report.text[:_OPENING]
    if words.get(head - 1) in ("confirmed", "suspected", "probable") and _SICK.search(opening):
        return True
    return tells_of_disease(words)


def tells_of_disease(words: Words) -> bool:
    """Whether a sentence, or the report's opening, names a disease, so that its cases are patients."""
    opening = words.sentence.report.text[:_OPENING]
    near = f"{words.text}\n{opening[:_HEAD]}"
    return bool(_HEALTH.search(words.text) or _DISEASE.search(near)) or len(_DISEASE.findall(opening)) > 1


def _named(made: Draft) -> str:
    """The counted noun in the singular and as worded; with the word before it where the two are one name."""
    words, head = made.words, made.noun
    if head is None:
        return ""
    first = words.low[head - 1] if head > made.np_start else ""
    if first and made.lemma == singular(words.low[head]) and named_at(words, head) != made.lemma:
        return named_at(words, head)
    if made.lemma == "station" and not first and len(_ELECTION.findall(words.sentence.report.text[:_OPENING])) > 1:
        return "polling station"
    if head == made.np_start and not words.word[head][:1].isupper():
        return name_in_text(made.lemma, words.low[head], words.sentence.report.text[:_OPENING]) or made.lemma
    return made.lemma


def named_at(words: Words, head: int) -> str:
    """The noun at token `head` in the singular, with the word before it where the two are one name of a thing."""
    lemma, first = singular(words.low[head]), words.get(head - 1)
    noun = words.tag[head - 1] in ("NN", "VBG") or words.dep[head - 1] == "compound"
    if head and (is_name(first, lemma) or is_kind(first, lemma, noun=noun and words.word[head - 1].islower())):
        return f"{first} {lemma}"
    return lemma


def counted_people(word: str, lemma: str) -> bool:
    """Whether a noun without parse stands for people."""
    return is_person(word, lemma) or lemma in ("life", "death", "casualty", "injury", "arrest", "fatality")


def _rate(text: str, at: int) -> str:
    match = _RATE.match(text, at)
    if match is None:
        return ""
    word = next(group for group in match.groups() if group).lower()
    return f"/{_DAILY.get(word, word)}"


def named_in_text(made: Draft) -> str | None:
    """The population as the text names it: the counted phrase with its "of …", without the number; else None."""
    words = made.words
    if made.noun is None or made.noun < made.np_start:
        return None
    stop = made.np_end
    if words.get(stop) == "of" and not made.partitive:
        inner = words.phrase(_skip(words, stop + 1))
        if inner and inner.end - stop < 9:  # noqa: PLR2004 - small sizes of English prose
            stop = inner.end
    begin = words.idx[_skip(words, made.np_start)] if made.partitive else words.idx[made.np_start]
    found = words.text[begin : words.end(stop - 1)].strip(" “”\"'")
    return found or None


__all__ = ["NOUNS", "draft", "named_in_text"]
