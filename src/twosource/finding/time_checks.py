"""In: a time expression and its tokens. Out: whether the sentence bears it out, its direction, and how it is used."""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from twosource.text.dates import Expression


def _listed(words: str) -> list[str]:
    return words.split()


_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_PLANS = frozenset(
    _listed(
        "expect plan schedule set due intend hope promise vow pledge aim want agree prepare slate need threaten "
        "propose poise urge order ask call tell invite summon"
    )
)
#: Verbs whose present tense with a day speaks of what is to come: "the strike begins on Monday".
_PROGRAMME = frozenset(
    _listed(
        "begin start open end expire meet return resume vote close leave arrive take come go hold launch run "
        "convene play face continue conclude travel fly visit be"
    )
)
#: "The vote is set for Thursday", "claims may be lodged until 30 June".
_SET_FOR = frozenset({"set", "book", "slate", "call", "fix", "list", "timetable", "earmark", "time", "announce"})
#: "She called her followers to the capital for Saturday."
_CALLED_FOR = frozenset({"call", "summon", "convene", "schedule", "announce", "plan", "invite", "set", "book", "slate"})
#: What may stand before the verb of an order.
_BEFORE_ORDERS = frozenset({"CCONJ", "INTJ", "PUNCT", "SPACE"})
#: What has been found "until Tuesday" has been found by then.
_FOUND = frozenset(_listed("establish count record register report confirm receive collect find gather tally list"))
_IS = frozenset({"is", "are", "'s", "’s", "'re"})
_MAY = frozenset({"may", "can", "must", "should", "ca"})
_PUT_OFF = frozenset({"adjourn", "postpone", "delay", "defer", "extend", "suspend", "remand", "reschedule", "prolong"})
_AHEAD = frozenset({"until", "till", "by"})
_QUANTITY_SIGNS = frozenset({"$", "€", "£", "¥", "US$", "No.", "no.", "#"})
_BEFORE_YEARS = frozenset(_listed("in since until till by during from between before after of early late mid around"))
_YEARS_AS_NOUNS = range(1800, 2101)
_RECORDS = frozenset(
    _listed("lowest highest weakest strongest slowest fastest cheapest steepest sharpest low lows high highs fewest")
)
_MOVES = frozenset({"drop", "fall", "rise", "gain", "increase", "decline", "jump", "level", "levels", "rate", "loss"})
_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
_IN_TIME = frozenset(
    {"in", "during", "since", "by", "until", "till", "before", "after", "over", "through", "throughout"}
)


def borne_out(said: Expression, tokens: Tokens) -> bool:  # noqa: C901, PLR0911 (one return a kind)
    """Whether an expression that might be something else is a time here, by the tags and links of its words."""
    if said.kind == "date" and said.month is not None and said.day is None and _is_no_month(tokens):
        return False
    if not said.weak:
        return True
    match said.kind:
        case "date" if said.month is not None:
            return True
        case "date" if said.season is not None:
            return _is_season(tokens)
        case "date" if said.day is not None:
            return _is_day_of_month(tokens)
        case "date":
            return _is_year(tokens, said.year or 0)
        case "unit":
            return _is_unit_of_now(tokens)
        case "clock":
            return (
                not (tokens[-1].text[0].isupper() and tokens[0].i)
                and tokens[-1].tag_ in {"NN", "NNS", "NNP"}
                and tokens[-1].dep_
                in {
                    "pobj",
                    "npadvmod",
                    "dobj",
                    "compound",
                }
            )
        case "reference":
            return _is_reference(said, tokens)
        case "day":  # "overnight" of a stay or a train is no time
            opens = tokens[-1].text[0].isupper() and tokens[-1].dep_ not in {"amod", "compound", "nmod"}
            return opens or (tokens[-1].tag_ == "RB" and tokens[-1].dep_ in {"advmod", "npadvmod"})
        case _:
            return True


def _is_no_month(tokens: Tokens) -> bool:
    """A name or a verb that is spelt like a month."""
    lone = len(tokens) == 1 or (len(tokens) == 2 and tokens[0].lower_ == "the")  # noqa: PLR2004 ("the March")
    month = next((token for token in tokens if token.text[0].isupper()), tokens[0])
    if month.tag_ == "MD" or month.tag_.startswith("VB") or month.ent_type_ == "PERSON":
        return True
    if month.lower_ == "march" and lone and (month.dep_ == "compound" or tokens[0].lower_ == "the"):
        return True
    return (
        month.i > 0 and len(tokens) == 1 and month.nbor(-1).ent_type_ == "PERSON" and month.nbor(-1).dep_ == "compound"
    )


def _is_season(tokens: Tokens) -> bool:
    word = tokens[-1]
    if word.tag_ not in {"NN", "NNP"}:
        return False
    before = tokens[0].nbor(-1) if tokens[0].i else None
    return word.dep_ in {"compound", "npadvmod"} or (before is not None and before.lower_ in _IN_TIME)


def _is_day_of_month(tokens: Tokens) -> bool:
    word = tokens[-1]
    return word.dep_ in {"pobj", "npadvmod", "nsubj", "conj", "ROOT", "dobj", "attr"} and not any(
        child.dep_ in {"prep", "amod", "compound"} for child in word.children
    )


def _is_year(tokens: Tokens, year: int) -> bool:  # noqa: PLR0911 (one return a sign)
    """Not a count ("2000 troops"), a price or the number of a document."""
    word = tokens[-1]
    before = tokens[0].nbor(-1) if tokens[0].i else None
    after = word.nbor(1) if word.i + 1 < len(word.doc) else None
    if before is not None and (before.text in _QUANTITY_SIGNS or (before.tag_ == "$")):
        return False
    if after is not None and after.lower_ in {"%", "°", "more", "others", "people"}:
        return False
    if year < 0:  # a number of three digits, which only a text about the time before Christ bears out
        return True
    if before is not None and before.lower_ in _BEFORE_YEARS and (after is None or after.tag_ != "NNS"):
        return True
    if (
        after is not None
        and after.is_alpha
        and word.dep_ in {"nummod", "quantmod", "compound"}
        and word.head.tag_ == "NNS"
    ):
        held = before is not None and (before.tag_ in {"PRP$", "POS"} or before.lower_ in {"the", "this"})
        return held and year in _YEARS_AS_NOUNS
    if year not in _YEARS_AS_NOUNS:
        return before is not None and (before.lower_ in {"in", "since", "of", "until"} or not before.is_alpha)
    return True


def _is_unit_of_now(tokens: Tokens) -> bool:
    """Whether a bare unit stands alone: "in the week", with nothing that says which."""
    word = tokens[-1]
    return word.dep_ in {"pobj", "dobj", "npadvmod"} and not any(
        child.dep_ in {"prep", "relcl", "amod", "compound", "acl", "nummod", "appos"} for child in word.children
    )


def _is_reference(said: Expression, tokens: Tokens) -> bool:
    word = tokens[-1]
    if said.value == "PRESENT_REF" and word.lower_ == "present":
        return word.tag_ == "NN" and tokens[0].i > 0 and tokens[0].nbor(-1).lower_ in {"at", "until", "the"}
    if word.lower_ in {"time", "period", "moment", "point", "era"}:
        return word.lower_ != "point" and tokens[0].lower_ != "these"
    return True


def verbs_above(token: Token) -> Iterator[Token]:
    """The verbs that govern a token, from the nearest outwards."""
    seen = 0
    while token.head.i != token.i and seen < 12:  # noqa: PLR2004 (a parse is rarely deeper)
        token = token.head
        seen += 1
        if token.pos_ in {"VERB", "AUX"}:
            yield token


def looks_ahead(tokens: Tokens) -> bool:  # noqa: C901, PLR0911 (one return a sign)
    """Whether the clause of a time speaks of what is to come."""
    root = tokens.root
    verbs = list(verbs_above(root))[:3]
    before = tokens[0].nbor(-1).lower_ if tokens[0].i else ""
    if not verbs:
        return root.head.lower_ in {"due", "scheduled", "planned"} or before in {"until", "till"}
    verb = verbs[0]
    if _will(verb) or _is_condition(verb) or _is_called_for(root, verb) or (before != "for" and _is_order(verb)):
        return True
    so_far = is_perfect(tokens) and verb.lemma_ not in _FOUND
    if before in {"until", "till"} and (verb.tag_ in {"VBZ", "VBP"} or so_far):
        return True
    if verb.tag_ == "VB" and len(verbs) > 1 and any(child.lower_ == "to" for child in verb.children):
        above = verbs[1]
        return above.lemma_ in _PLANS or _will(above) or (above.lemma_ == "be" and verb.dep_ == "xcomp")
    if root.head.lower_ in {"until", "till", "to"} and verb.lemma_ in _PUT_OFF:
        return True
    if verb.lemma_ in {"schedule", "plan", "expect", "slate", "forecast"} and verb.tag_ == "VBN":
        return not any(child.lower_ == "had" for child in verb.children)
    if (
        root.head.lower_ == "from"
        and verb.tag_ == "VBN"
        and not any(child.dep_.startswith("aux") for child in verb.children)
    ):
        return True
    if any(child.lower_ == "due" and child.pos_ == "ADJ" for child in verb.children):
        return True
    if _is_set(root, verb):
        return True
    if verb.tag_ in {"VBZ", "VBP"}:
        return verb.lemma_ in _PROGRAMME - {"be"} or root.head.lower_ in _AHEAD
    return verb.tag_ == "VBG" and any(child.lower_ in {"is", "are", "'s", "’s", "'re"} for child in verb.children)


def _is_order(verb: Token) -> bool:
    """Whether a verb orders or asks: "Come to the square on Saturday!"."""
    first = verb.head if verb.dep_ == "conj" and verb.head.tag_ == "VB" else verb
    opens = first.dep_ == "ROOT" or all(token.pos_ in _BEFORE_ORDERS for token in first.doc[: first.i])
    if not opens or not (verb.tag_ == "VB" or (verb.tag_ == "VBP" and verb.i == 0)):
        return False
    return not any(child.dep_ in {"aux", "nsubj", "nsubjpass"} for one in (verb, first) for child in one.lefts)


def _is_called_for(root: Token, verb: Token) -> bool:
    """Whether something is called, set or planned "for Saturday"."""
    return root.head.lower_ == "for" and root.head.head.i == verb.i and verb.lemma_ in _CALLED_FOR


def _is_condition(verb: Token) -> bool:
    """Whether a clause in the present tense says on what something depends: "unless Friday's talks bring more"."""
    return verb.tag_ in {"VBZ", "VBP"} and any(
        child.dep_ == "mark" and child.lower_ in {"unless", "if", "once", "until"} for child in verb.lefts
    )


def _is_set(root: Token, verb: Token) -> bool:
    """Whether a clause has "is set for", or "may", "must" with "until" or "by"."""
    said = {child.lower_ for child in verb.children}
    if root.head.lower_ == "for" and verb.lemma_ in _SET_FOR and verb.tag_ == "VBN":
        return bool(said & _IS)
    return root.head.lower_ in _AHEAD and bool(said & _MAY)


def _will(verb: Token) -> bool:
    return any(child.dep_ in {"aux", "auxpass"} and child.lower_ in _WILL for child in verb.children) or (
        verb.dep_ == "conj"
        and verb.tag_ == "VB"
        and verb.head is not verb
        and verb.head.pos_ == "VERB"
        and _will(verb.head)
    )


def surely_ahead(tokens: Tokens) -> bool:
    """Whether the clause says "will", or has an infinitive of a plan or "until": no mere present tense."""
    root = tokens.root
    if root.head.lower_ in _AHEAD:
        return True
    verb = next(verbs_above(root), None)
    if verb is None or _will(verb):
        return True
    return verb.tag_ == "VB" or verb.lemma_ in _PLANS | _SET_FOR or any(one.lower_ == "due" for one in verb.children)


def is_told(tokens: Tokens) -> bool:
    """Whether an hour dates what was done then: the nearest verb above it is in the past tense."""
    verb = next(verbs_above(tokens.root), None)
    if verb is not None and tokens.root.head.lower_ == "since":
        return is_perfect(tokens) or verb.tag_ == "VBD"
    if verb is None or verb.pos_ != "VERB" or _will(verb):
        return False
    if verb.tag_ == "VBD" or (verb.tag_ == "VBG" and any(child.lower_ in {"was", "were"} for child in verb.lefts)):
        return True
    return verb.tag_ == "VBN" and not any(child.lower_ in {"is", "are", "be", "to"} for child in verb.children)


def is_rate(tokens: Tokens) -> bool:
    """Whether a unit right after an amount says how often: "15 a year", "$5 a month"."""
    first = tokens[0]
    if first.lower_ not in {"a", "an"} or not first.i:
        return False
    before = first.nbor(-1)
    if before.pos_ == "NUM" or before.text in {"times", "%"}:
        return True
    return (
        before.pos_ == "NOUN"
        and any(child.pos_ == "NUM" for child in before.children)
        and tokens.root.dep_ == "npadvmod"
    )


def is_measured(tokens: Tokens) -> bool:
    """Whether a time is only what something is measured against: "the lowest since 2022", "than in 2019"."""
    root = tokens.root
    governor = root.head
    if governor.lower_ == "since":
        said = {token.lower_ for token in root.sent}
        return bool(said & _RECORDS) or (bool(said & _MOVES) and any(token.tag_ == "JJS" for token in root.sent))
    above = governor.head
    return "than" in {governor.lower_, above.lower_} or (
        governor.lower_ in {"with", "to"} and above.lower_ == "compared"
    )


def is_period_of_count(tokens: Tokens, *, year: bool) -> bool:
    """Whether a time only says among what is counted: "third time this year", "every August", "the 2022 World Cup"."""
    first, last = tokens[0], tokens[-1]
    before = first.nbor(-1) if first.i else None
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if before is not None and (
        before.lower_ in {"every", "each"} or (before.lower_ in {"time", "times"} and first.lower_ == "this")
    ):
        return True
    named = (
        year and len(tokens) == 1 and after is not None and after.tag_ == "NNP" and last.dep_ in {"nummod", "compound"}
    )
    thing = last.lower_ in _SEASONS and len(tokens) == 1 and last.dep_ in {"compound", "amod", "nmod"}
    return named or thing


def is_aside(tokens: Tokens, *, bare: bool) -> bool:
    """Whether a date only glances at another time: in a relative clause, after "since", or a year at a noun."""
    root = tokens.root
    verb = next(verbs_above(root), None)
    if root.head.lower_ == "since" or (verb is not None and verb.dep_ in {"relcl", "acl"}):
        return True
    return bare and root.dep_ in {"nummod", "compound", "amod", "nmod", "appos"}


def is_perfect(tokens: Tokens) -> bool:
    """Whether the clause tells what has been so far: "have died this year"."""
    verb = next(verbs_above(tokens.root), None)
    return verb is not None and any(child.lower_ in {"has", "have", "'ve", "’ve", "so"} for child in verb.children)


def goes_on(before: Tokens, after: Tokens) -> bool:
    """Whether the verb of the second time is joined by "and" to that of the first, in one tense."""
    one, other = next(verbs_above(before.root), None), next(verbs_above(after.root), None)
    return one is not None and other is not None and other.dep_ == "conj" and other.head.i == one.i
