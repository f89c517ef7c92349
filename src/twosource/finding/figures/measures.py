"""In: a draft among the others of its sentence. Out: what is said of those counted, its own or inherited."""

import re

from twosource.finding.figures import fates, money, outcomes, people, removals, shares, things
from twosource.finding.figures.again import is_rest
from twosource.finding.figures.amounts_of import open_measure
from twosource.finding.figures.contexts import ADJECTIVES, PERSONNEL, by_context, is_sought, tends, words_of
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.jobs import JOBS, is_shed
from twosource.finding.figures.nouns import is_person
from twosource.finding.figures.predicates import own_ailment, own_predicate, purpose_of
from twosource.finding.figures.synonyms import canonical
from twosource.finding.figures.ties import is_divided
from twosource.finding.figures.wholes import INSERTED, STATES, inverted, is_of_state, later, of_those, of_whole_before
from twosource.text.listing import listed

_PREPOSED = re.compile(
    r"(?:\s+(?:in|at|on|from|near|aboard|inside|of|with|across|around"
    r"|to)\s+(?:[\w'’.-]+\s+){1,4}?)(?=(?:were|was|are|have|had|died|killed|is)\b)"
)


def own_measure(made: Draft, floor: int, ceiling: int) -> str:
    """The measure that the figure's own clause gives to people; "" where it gives none.

    `floor` and `ceiling` are offsets in the sentence: where the figure before ends and the one after begins.
    """
    if outcomes.is_spared(made, _behind(made)):
        return "unharmed"
    if _CAPACITY.search(made.words.text[floor : made.amount.start].lower()):
        return "capacity"
    found = removals.rather(_own(made, floor, ceiling), made, _behind(made))
    if not found and removals.is_removed(made, _behind(made)):
        return "evacuated"
    if found not in ("shot", "stabbed"):
        return found
    if made.noun is None and made.lack == "bare" and not outcomes.is_shot_at(made):
        return ""  # "shot two under par"
    told = outcomes.outcome(made)
    made.guessed = told != "killed"
    return told


_CAPACITY = re.compile(
    r"\b(?:beds?|seats?|seating|room|rooms|space|places?|berths?|bunks?|drawers?|built|made|designed"
    r"|meant|licensed|certified"
    r"|equipped|capacity)\s+(?:to\s+(?:carry|hold|seat|house|take)|for|of)\s+(?:(?:only|just|about"
    r"|some|around|up|to|at|most|no"
    r"|more|than|fewer)\s+)*$"
)


def _behind(made: Draft) -> int:
    """Where the counted phrase of a figure ends, in its sentence."""
    words = made.words
    behind = words.end(made.np_end - 1) if made.np_end > made.np_start or made.noun is not None else made.amount.end
    if made.lack == "more":
        behind = words.end(max(made.np_end - 1, made.first))
    return max(behind, made.amount.end)


def _own(made: Draft, floor: int, ceiling: int) -> str:  # noqa: C901, PLR0911 - a list of cases
    text = _MONTH.sub("·····", made.words.text).lower()
    left = text[floor : made.amount.start]
    left = _COUNTED_STATE.sub(",", left)[-110:] if floor else left[-110:]
    behind = _behind(made)
    right = text[behind : max(ceiling, behind)]
    strong = _noun_measure(made)
    turned = inverted(text[: made.amount.start])
    those = (of_those(left) or of_whole_before(text[: made.amount.start])) if made.noun is None and not turned else ""
    if turned or those:
        return turned or later(made, left, text[behind:], those) or those
    if is_divided(text, made.amount.start):
        right = right.split(",")[0]
        told = people.right_cue(right) or people.loose_cue(right)
        return (told or strong) if made.lemma in people.WEAK_NOUNS else (strong or told)
    if strong and made.lemma not in people.WEAK_NOUNS and made.lemma != "prisoner":
        return (later(made, left, text[behind:], strong) if is_of_state(made, strong) else "") or strong
    active = people.left_cue(left)
    if not active and outcomes.FIRED.search(text[: made.amount.start]):
        active = "shot"
    if active == "killed" and _CLAIMS.search(left) and (made.noun is None or _is_clause(made)):
        active = ""  # "organisers claimed 200,000", "officials claim the two officers were unarmed"
    if is_sought(made, left):
        return "trapped" if outcomes.is_below(words_of(made)) else "missing"
    if _is_another_body(made):
        return "killed"
    direct = "" if _is_next_deed(made) else people.right_cue(right) or _past_insert(text, behind, ceiling, made)
    if not direct and _BEGUN.match(right):
        direct = people.right_cue(text[behind : behind + 100])
    if direct == "killed" and _MORTAL.match(right) and made.before is not None and not made.before.people:
        direct = ""  # "31 attacks, six of them fatal"
    direct = "hospitalised" if direct in ("injured", "shot") and _ADMITTED.search(left) else direct
    if not direct and outcomes.HUNTED.match(right):
        return outcomes.hunted(made, right)
    if direct == "aboard":
        direct = people.right_cue(re.sub(r"^.{0,24}?\b(?:on ?board|aboard)", "", text[behind : behind + 90])) or direct
    added = made.lack == "more" or " later " in right
    if (
        direct == "hospitalised"
        and made.lack in ("more", "bare")
        and added
        and _AND_LEFT.search(left)
        and _ELLIPSIS.match(right)
    ):
        return made.before.measure if made.before is not None and made.before.measure == "killed" else direct
    return _ruled(made, (left, right, text), active, direct, strong)


def _ruled(  # noqa: C901, PLR0911, PLR0912 - a list of cases
    made: Draft, sides: tuple[str, str, str], active: str, direct: str, strong: str
) -> str:
    """Which of the cues before a count, behind it and in its noun rules, else what weaker words or the verb say."""
    left, right, text = sides
    if made.lemma in _HELD and _LETS.search(left) and _GO_FREE.match(right):
        return "released"
    if active == "displaced" and made.lemma in PERSONNEL:
        return "deployed"  # "the hospital sheltered 30 gunmen"
    if direct == "attended" and made.lemma in _CREWS and re.match(r"\W*(?:\w+\s+){0,2}?attend", right):
        return "deployed"
    if strong == "captured" and made.lemma == "prisoner":
        return "released" if active in ("rescued", "released") or direct in ("rescued", "released") else strong
    past = _ASIDE.sub("", right, count=1) if not direct else right
    if past != right:
        direct = people.right_cue(past)
    around = fates.told(made, left, past) or fates.seized(made, past)
    if around == "killed" and made.lemma in _WATCHERS and _GROUND.match(right):
        around = "attended"  # "9,000 spectators were in the ground"
    if around and active == "displaced":
        return around  # "the hospital took in 40 patients"
    if active and (not direct or _close(left)):
        return active
    if direct in ("attended", "arrested") and around == "captured":
        return around  # "pupils marched into the forest by gunmen"
    if direct == "attended" and made.lemma in PERSONNEL and not _PROTEST.search(text):
        return "deployed"
    if direct or around:
        return direct or around
    if made.verb is not None:
        found = people.verb_cue(made.words, made.verb, made.role) or ("shot" if outcomes.is_hit(made) else "")
        if found:
            return found
    weak = strong == "survived" or (strong == "attended" and tends(left))
    kept = "" if strong and not weak else by_context(made, left, right, text)
    if kept or strong:
        return kept or strong
    return "shot" if outcomes.is_gunshot_victim(made) else people.loose_cue(_NEXT_CLAUSE.split(right)[0][:80])


_WATCHERS = listed("spectator fan supporter visitor onlooker ticket-holder")
_GROUND = re.compile(r"\W*(?:\w+\s+){0,3}?in\s+the\s+ground\b")
#: Who says so, or whom they are, set between commas behind those counted: ", police said, ".
_ASIDE = re.compile(r"^\s*,\s+[^,;.:]{3,60},(?=\s)")
_PROTEST = re.compile(
    r"\b(?:march\w*|rall(?:y|ies)|protest\w*|demonstrat\w+|strik\w+|parade|vigil|walk-?out|picket\w*)\b"
)


def _is_another_body(made: Draft) -> bool:
    """Whether a number goes on from bodies: "nine bodies, and three more on Monday"."""
    before = made.before
    return (
        made.lack == "more"
        and before is not None
        and before.lemma in ("body", "corpse")
        and before.order >= made.order - 1
    )


#: A state that the number before has taken: "nine wounded, raised the number to seven".
_COUNTED_STATE = re.compile(r"^\s*(?:dead|killed|injured|wounded|hurt|missing)\s*,")
#: The month, which is no march.
_MONTH = re.compile(r"(?<!^)\bMarch\b(?=\s*(?:\d|$|[.,;:)])|\s+(?!of\b)[a-z])")
_ADMITTED = re.compile(r"\b(?:hospitals?|clinics?|ward)\b[^.;]*\badmit(?:ted|s|ting)\s+(?:[\w-]+\s+){0,3}$")
_NEXT_CLAUSE = re.compile(
    r"[;.:]|, (?:and|but|while|as|when|after|who|which)\b|, (?!including)[a-z]+ing\b"
    r"|\b(?:when|while|because|after|before)\b"
)


_HELD = listed("hostage captive prisoner detainee inmate convict")
_LETS = re.compile(
    r"\b(?:let|lets|letting|set|sets|setting)\s+"
    r"(?:(?:another|a|further|all|at|least|about|some|the)\s+)*$"
)
_GO_FREE = re.compile(
    r"\W*(?:\w+\s+)?(?:go\s+(?:free|home)\b|go\W*(?:[.,;]|$|(?:on|after|in|at|this|last|yesterday)\b)"
    r"|walk\s+free|free\b)"
)
_MORTAL = re.compile(r"\W*(?:\w+\s+)?(?:fatal|deadly)\b")
_CLAIMS = re.compile(r"\bclaim(?:s|ed|ing)?\s+(?:[\w-]+\s+){0,3}$")


def _is_next_deed(made: Draft) -> bool:
    """Whether the verb behind those counted is the next deed of who did the first: "met three men and shot one"."""
    words, k = made.words, made.np_end
    if words.get(k) != "and" or made.role not in ("object", "oblique") or k + 1 >= words.size:
        return False
    return words.tag[k + 1] == "VBD" and words.dep[k + 1] == "conj" and words.head[k + 1] < made.first


def _is_clause(made: Draft) -> bool:
    """Whether those counted are the subject of a clause of their own and no object of the verb before them."""
    return made.verb is not None and made.verb > made.first and made.role in ("subject", "passive")


_AND_LEFT = re.compile(r"(?:\band|,)\s+$")
_ELLIPSIS = re.compile(
    r"\W*(?:more\s+|others?\s+)?(?:later\s+)?(?:in|at)\s+(?:\w+\s+){0,3}?(?:hospitals?|clinics?)\W*(?:[.;,]|$)"
)
_CREWS = listed("firefighter fireman engine crew paramedic medic ambulance officer unit appliance")
_BEGUN = re.compile(r"\W*(?:are|were|is|was|have|had|has)\b")
_WAR = re.compile(r"\b(?:troops|soldiers|army|rebels|frontline|front line|brigade|battle|siege|offensive|ceasefire)\b")
_JAIL = re.compile(r"\b(?:jails?|inmates?|penitentiar\w+|prison|warders?|wardens?|sentences?|parole)\b")


def _close(left: str) -> bool:
    """Whether an active verb or a toll stands directly before the count, so that it rules over what follows."""
    return bool(
        re.search(
            r"(?:ing|ed|es|s|toll\b.*|killed|dead|\bof)\s+(?:(?:the|another|more|than|at|least|some|about|up|to"
            r"|all)\s+)*$",
            left,
        )
    )


_BOTH_STATES = re.compile(
    r"\s+(?:killed|dead)\s+(?:and|or|and/or)\s+(?:wounded|injured)\b|\s+(?:wounded|injured)\s+(?:and"
    r"|or)\s+(?:killed|dead)\b"
)


def _noun_measure(made: Draft) -> str:  # noqa: C901, PLR0911, PLR0912 - a list of cases
    words = made.words
    if made.lemma in ("shooting", "stabbing") and made.people and made.noun is not None:
        return outcomes.of_shooting(made)
    if made.lemma == "bag" and made.people:
        return "killed"
    if made.lemma == "prisoner" and _WAR.search(words_of(made)) and not _JAIL.search(words_of(made)):
        return "captured"
    if _BOTH_STATES.match(words.text, made.amount.stop):
        return "casualties"
    for k in range(made.np_start, made.noun if made.noun is not None else made.np_start):
        if words.low[k] in ADJECTIVES and words.low[k + 1] not in ("and", "or"):
            return ADJECTIVES[words.low[k]]
    state = words.get(made.np_start) if made.noun is None else ""
    if state in STATES and words.get(made.np_start + 1) not in ("or", "and"):
        return STATES[state]
    if made.noun is None:
        return "laid off" if made.lemma in JOBS and made.before is None and is_shed(words) else ""
    if words.low[made.noun] in STATES and words.get(made.noun + 1) not in ("or", "and"):
        return STATES[words.low[made.noun]]
    if made.lemma in JOBS:
        return "laid off" if is_shed(words) else ""
    if made.lemma == "life":
        return (
            "killed" if re.search(r"\b(?:claim\w*|cost\w*|los[et]\w*|took|taken|taking)\b", words.text.lower()) else ""
        )
    if made.lemma == "body" and re.search(r"\b(?:water|government|student|professional)\s+bod", words.text.lower()):
        return ""
    if made.lemma in ("participant", "volunteer", "subject") and _TRIAL.search(words_of(made)):
        return "enrolled"
    return people.NOUNS.get(made.lemma, "")


_TRIAL = re.compile(r"\b(?:clinical|vaccine|drug|medical)\s+(?:trials?|stud(?:y|ies))|\bplacebo\b|\bin\s+the\s+trial\b")


_AMONG = re.compile(
    r"\W*(?:(?:were|was|are|is)\s+)?among\s+(?:the\s+)?(?:[\w,]+\s+){0,3}?(dead|killed|injured|wounded"
    r"|hurt|missing|arrested|detained|rescued|trapped|evacuated|shot)\b"
)


def _past_insert(text: str, behind: int, ceiling: int, made: Draft) -> str:
    """The cue behind an inserted ", including four children," or behind "in Cairo"; it may lie past other figures."""
    _ = ceiling
    rest = text[behind : behind + 160]
    match = INSERTED.match(rest)
    if match and made.noun is not None:
        found = people.right_cue(rest[match.end() :])
        rest = rest[match.end() :]
        if found:
            return found
    match = _AMONG.match(rest)
    if match:
        return ADJECTIVES.get(match.group(1), match.group(1))
    match = _PREPOSED.match(rest)
    return people.right_cue(rest[match.end() :]) if match else ""


def settle(made: Draft, floor: int, ceiling: int, drafts: list[Draft]) -> None:  # noqa: C901, PLR0911 - a list of cases
    """Give the draft its measure: of the closed list for people where one fits, else an open one."""
    if _is_whole(made, drafts):
        made.measure = _of_whole(made)
        made.own = made.measure in _FATES
        return
    if made.unit in ("person", "", "case", "infection", "family", "household") or made.people:
        found = own_measure(made, floor, ceiling)
        if (
            not found
            and made.unit in ("person", "")
            and drafts
            and drafts[-1].words is made.words
            and drafts[-1].people
        ):
            found = _shared(made, drafts[-1])
        if found:
            made.measure, made.own = found, True
            if drafts:
                _give_back(made, drafts[-1])
            if not made.unit:
                _take_unit(made, drafts)
            return
    elif made.unit == "%" and made.amount.form == "share" and _noun_measure(made):
        made.measure, made.own = _noun_measure(made), True
        return
    elif made.unit == "%" and is_person(made.lemma, made.lemma) and own_measure(made, floor, ceiling) in _SHARED_FATES:
        made.measure, made.own = own_measure(made, floor, ceiling), True
        return
    elif (
        made.noun is not None
        and not made.amount.unit
        and made.words.tag[made.noun] in ("NNP", "NNPS")
        and made.words.word[made.noun][:1].isupper()
    ):
        found = own_measure(made, floor, ceiling)
        if found in ("killed", "injured", "arrested", "captured"):
            made.measure, made.own, made.unit, made.people = found, True, "person", True
            return
    told = _of_its_own(made)
    if (
        made.before is not None
        and (made.lack or made.relation)
        and made.before.measure
        and not _has_deed(made)
        and not told
        and (made.unit == made.before.unit or made.relation == "conversion" or _is_share_of(made))
    ):
        made.measure = made.before.measure
        return
    if told and made.people:
        made.measure, made.own, made.telling = told, True, True
        return
    whole = not made.amount.kind and is_divided(made.words.text, made.amount.start)  # the verb is of its part
    fate = things.befallen(made, _behind(made)) or things.as_people(made, drafts)
    made.measure = fate or ("number" if whole else _of_doers(made, open_measure(made)))


_SHARED_FATES = listed("killed injured missing rescued evacuated arrested hospitalised displaced trapped captured")
_DONE = listed("killed injured arrested captured evacuated rescued infected hospitalised displaced")


def _of_doers(made: Draft, measure: str) -> str:
    """The open measure, unless it says of those who did it what befell others: "two gunmen killed a clerk"."""
    words, verb = made.words, made.verb
    done = made.unit == "person" and measure in _DONE and made.role == "subject" and verb is not None
    if done and verb is not None and not words.passive(verb):
        return "number"
    return measure


#: Those who were there, and not once more those of whom the sentence before tells: "there had been 22 on the slope".
_THERE = re.compile(r"\bthere\s+(?:had\s+been|were|was|are|have\s+been)\s+$", re.IGNORECASE)
_SOMEWHERE = re.compile(
    r"\s+(?:on|in|inside|at|aboard|under|around|at)\s+(?:the|a|an|my|our|his|her|their)\b"
    r"(?!\s+(?:[\w-]+\s+)?(?:days?|weeks?|fortnight|months?|years?|decades?|nights?|mornings?|hours?"
    r"|season|period|summer|winter|time)\b)",
    re.IGNORECASE,
)


def _words_before(made: Draft) -> str:
    """The end of what the sentence says before the figure."""
    return made.words.text[max(0, made.amount.start - 30) : made.amount.start]


def _is_whole(made: Draft, drafts: list[Draft]) -> bool:
    """Whether the number is that of which the one before is a part: "12 of the 40 soldiers were killed"."""
    part = drafts[-1] if drafts else None
    return (
        part is not None
        and part.relation == "part"
        and part.whole is made
        and made.noun is not None
        and not made.lack
        and not made.amount.kind
    )


def _of_whole(made: Draft) -> str:
    """What is said of a whole: by its noun, or by the words that hang on it directly; the verb is of its part."""
    words, behind = made.words, _behind(made)
    right = words.text[behind:].lower()
    strong = _noun_measure(made)
    if strong:
        return strong
    if made.np_end < words.size and words.tag[made.np_end] == "VBN":
        return people.FORM.get(words.low[made.np_end], words.low[made.np_end])
    for child in words.children(made.noun) if made.noun is not None else ():
        if words.dep[child] == "relcl" and words.get(made.np_end) not in ("who", "that", "which"):
            return people.verb_cue(words, child, "object") or "number"  # "of the five soldiers it captured"
    hung = re.match(r"\s*(?:on ?board|aboard|inside|(?:who|that|which)\b[^,.;]*)", right)
    return (people.right_cue(hung.group()) if hung else "") or "number"


def _of_its_own(made: Draft) -> str:
    """What the predicate of a headless number says, so that it takes no measure from the figure before; else "".

    A part of those killed, hurt or sent is still that, whatever else is said of it, unless it is what ails them.
    """
    if made.lack and made.amount.kind == "money":
        return money.measure_of(made)
    if not made.lack or made.amount.kind not in ("", "share"):
        return ""
    if made.amount.kind == "share" and made.lack != "them" and made.relation != "part":
        return shares.measure_of(made)
    whole = made.whole if made.relation == "part" else made.before if made.lack == "them" else None
    if whole is not None and (whole.measure in _FATES or whole.measure == "number"):
        return own_ailment(made) if whole.measure not in ("killed", "number") else ""
    if _THERE.search(_words_before(made)) and _SOMEWHERE.match(made.words.text, made.amount.end):
        return "present"
    return canonical(own_predicate(made)) or (purpose_of(made) if made.lack == "bare" else "")


_FATES = frozenset(people.NOUNS.values()) | frozenset(people.FORM.values())


def _has_deed(made: Draft) -> bool:
    """Whether a headless number has a verb of its own: "the other 40 stayed", "of the 160 schools, 120 were shut"."""
    if made.before is None or made.role not in ("subject", "passive"):
        return False
    return is_rest(made) or (made.relation == "part" and made.before.measure == "number")


def _is_share_of(made: Draft) -> bool:
    """Whether a share is one of people counted before: "half of them were children"."""
    words, told = made.words, made.np_end < made.words.size and made.words.tag[made.np_end] == "VBN"
    if told or words.get(made.np_end) in STATES:
        return False  # "half of those killed"
    return made.unit == "%" and made.lack == "them" and made.before is not None and made.before.people


_SOFT = re.compile(
    r"\W*(?:\w+\s+){0,2}?(?:test(?:ed|ing)?\s+(?:positive|negative)|recovered|found|missing|lost|seized"
    r"|survived|saved|returned)\b"
)


def _take_unit(made: Draft, drafts: list[Draft]) -> None:
    """Give a headless count with a measure its unit: people, or the things counted before where the verb suits them."""
    words = made.words
    whole = made.whole if made.relation == "part" else None
    if whole is not None and whole.unit and not whole.people and not whole.amount.kind:
        made.unit, made.people = whole.unit, False  # "of 740 houses, 210 were lost"
        return
    thing = next(
        (other for other in reversed(drafts[-4:]) if other.words is words and other.amount.kind in ("", "volume")), None
    )
    if (
        thing is not None
        and thing.unit
        and not thing.people
        and thing.top >= (made.amount.low or made.amount.high or 0)
        and _SOFT.match(words.text[made.amount.end :].lower())
    ):
        made.unit, made.people, made.before, made.lemma = thing.unit, False, thing, thing.lemma
        return
    made.unit, made.people = "person", True


_AND = re.compile(
    r"\s*(?:,|and|,\s*and|as well as|plus|or)\s*(?:another\s+|a further\s+|about\s+|some\s+)?", re.IGNORECASE
)


def _give_back(made: Draft, last: Draft) -> None:
    """Give the count before this one its measure where both are one subject: "73 passengers and six crew died"."""
    text = made.words.text
    behind = made.words.end(last.np_end - 1) if last.np_end > last.np_start else last.amount.end
    if made.lack == "them" or is_divided(text, last.amount.start):
        return
    if last.people and not last.own and last.words is made.words and _AND.fullmatch(text[behind : made.amount.start]):
        last.measure, last.own = made.measure, True


def _shared(made: Draft, last: Draft) -> str:
    """The measure of the count before, where one verb joins the two: "killed five soldiers and 12 civilians"."""
    between = made.words.text[last.amount.end : made.amount.start].lower()
    joined = re.fullmatch(
        r"(?:\s+[\w'’-]+){0,6}?,?\s*(?:and|,|as well as|plus|including|or)\s*(?:the\s+|another\s+|a further\s+)?",
        between,
    )
    listed = re.search(r"(?:including|among them|:|of whom|of them)\s*(?:at least\s+)?$", between)
    return last.measure if (joined or listed) and last.own else ""
