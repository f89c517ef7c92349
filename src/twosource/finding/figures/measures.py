"""In: a draft among the others of its sentence. Out: what is said of those counted, its own or inherited."""

import re

from twosource.finding.figures import outcomes, people, things
from twosource.finding.figures.amounts_of import open_measure
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.ties import is_divided
from twosource.text.lexicon import lexicon

_INSERTED = re.compile(
    r",\s*(?:\(?(?:including|among them|most|many|some|all|one|two|three|\w+) (?:of (?:them|whom)"
    r" )?[^,;()]{0,60}[,)])|\s*\([^()]{0,60}\)"
)
_PREPOSED = re.compile(
    r"(?:\s+(?:in|at|on|from|near|aboard|inside|of|with|across|around"
    r"|to)\s+(?:[\w'’.-]+\s+){1,4}?)(?=(?:were|was|are|have|had|died|killed|is)\b)"
)
#: Premodifiers of a counted noun that tell its measure: "injured workers".
_ADJECTIVES = {
    "dead": "killed", "slain": "killed", "killed": "killed", "fallen": "killed", "deceased": "killed",
    "injured": "injured", "wounded": "injured", "hurt": "injured", "missing": "missing", "trapped": "trapped",
    "displaced": "displaced", "homeless": "homeless", "arrested": "arrested", "detained": "arrested",
    "infected": "infected", "captured": "captured", "kidnapped": "captured", "hospitalised": "hospitalised",
    "hospitalized": "hospitalised", "evacuated": "evacuated", "rescued": "rescued", "drowned": "killed",
    "murdered": "killed",
}  # fmt: skip
_STATES = {"dead": "killed", "wounded": "injured", "injured": "injured", "missing": "missing", "homeless": "homeless"}


def own_measure(made: Draft, floor: int, ceiling: int) -> str:
    """The measure that the figure's own clause gives to people; "" where it gives none.

    `floor` and `ceiling` are offsets in the sentence: where the figure before ends and the one after begins.
    """
    if outcomes.is_spared(made, _behind(made)):
        return "unharmed"
    if _CAPACITY.search(made.words.text[floor : made.amount.start].lower()):
        return "capacity"
    found = _own(made, floor, ceiling)
    return outcomes.outcome(made) if found in ("shot", "stabbed") else found


_CAPACITY = re.compile(
    r"\b(?:beds?|seats?|seating|room|rooms|space|places?|berths?|bunks?|drawers?|built|made|designed|meant|licensed|certified"
    r"|equipped|capacity)\s+(?:to\s+(?:carry|hold|seat|house|take)|for|of)\s+(?:(?:only|just|about|some|around|up|to|at|most|no"
    r"|more|than|fewer)\s+)*$"
)


def _behind(made: Draft) -> int:
    """Where the counted phrase of a figure ends, in its sentence."""
    words = made.words
    behind = words.end(made.np_end - 1) if made.np_end > made.np_start or made.noun is not None else made.amount.end
    if made.lack == "more":
        behind = words.end(max(made.np_end - 1, made.first))
    return max(behind, made.amount.end)


def _own(made: Draft, floor: int, ceiling: int) -> str:  # noqa: C901, PLR0911, PLR0912 - a list of cases
    words, text = made.words, made.words.text.lower()
    left = text[floor : made.amount.start]
    left = left[-110:]
    behind = _behind(made)
    right = text[behind : max(ceiling, behind)]
    strong = _noun_measure(made)
    if is_divided(text, made.amount.start):
        right = right.split(",")[0]
        told = people.right_cue(right) or people.loose_cue(right)
        return (told or strong) if made.lemma in people.WEAK_NOUNS else (strong or told)
    if strong and made.lemma not in people.WEAK_NOUNS:
        return strong
    active = people.left_cue(left)
    if active == "killed" and _CLAIMS.search(left) and (made.noun is None or _is_clause(made)):
        active = ""  # "organisers claimed 200,000", "officials claim the two officers were unarmed"
    if (
        made.lack == "more"
        and made.before is not None
        and made.before.lemma in ("body", "corpse")
        and made.before.order >= made.order - 1
    ):
        return "killed"
    direct = "" if _is_next_deed(made) else people.right_cue(right) or _past_insert(text, behind, ceiling, made)
    if not direct and _BEGUN.match(right):
        direct = people.right_cue(text[behind : behind + 100])
    if direct == "aboard":
        direct = people.right_cue(re.sub(r"^.{0,24}?\b(?:on ?board|aboard)", "", text[behind : behind + 90])) or direct
    if direct == "hospitalised" and made.lack in ("more", "bare") and _AND_LEFT.search(left) and _ELLIPSIS.match(right):
        return made.before.measure if made.before is not None and made.before.measure == "killed" else direct
    if active == "displaced" and made.lemma in _PERSONNEL:
        return "deployed"  # "the hospital sheltered 30 gunmen"
    if direct == "attended" and made.lemma in _CREWS and re.match(r"\W*(?:\w+\s+){0,2}?attend", right):
        return "deployed"
    if strong == "captured" and made.lemma == "prisoner":
        return strong
    if active and (not direct or _close(left)):
        return active
    if direct:
        return direct
    if made.verb is not None:
        found = people.verb_cue(words, made.verb, made.role)
        if found:
            return found
    kept = "" if strong and strong != "survived" else _by_context(made, left, right, text)
    if kept or strong:
        return kept or strong
    return people.loose_cue(
        re.split(r"[;.:]|, (?:and|but|while|as|when|after|who|which)\b|\b(?:when|while|because|after|before)\b", right)[
            0
        ][:80]
    )


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
_CREWS = lexicon("firefighter fireman engine crew paramedic medic ambulance officer unit appliance")
_BEGUN = re.compile(r"\W*(?:are|were|is|was|have|had|has)\b")
_OF_THOSE = re.compile(
    r"(?:\bof\s+(?:the|those|all)|^\W*of(?:\s+(?:the|all|those|\w+))?)\s+(?:[\w-]+\s+)?(dead|killed|injured|wounded|missing|arrested|detained|hospitali[sz]ed|infected|displaced"
    r"|evacuated|rescued|captured|trapped)\b[^.;]*$"
)
_PERSONNEL = lexicon(
    """soldier troop troops police policeman officer firefighter diver rescuer personnel gunman gunmen fighter
    militant terrorist rebel insurgent guerrilla paratrooper marine commando mercenary gendarme guard
    peacekeeper reservist serviceman ranger medic paramedic lifeguard sailor airman combatant volunteer
    inspector observer agent monitor investigator servicewoman servicemember infantryman sniper pilot
    guardsman trooper detective deputy constable policewoman fireman doctor nurse aid-worker rescuer worker
    engineer sapper expert technician contractor conscript recruit legionnaire militia cadet bandit"""
)
_STATIONED = re.compile(
    r"\b(?:sen[dt]|sending|deploy\w*|dispatch\w*|work(?:ing|s|ed)?|search\w*|battl\w+|fight(?:ing|s)?"
    r"|fought|quartered|stationed|patrol\w*|sheltered|hid(?:e|ing|den)?|using|used|join(?:ed|ing)|arriv\w+"
    r"|mobili[sz]\w*|involv\w+|scrambl\w+|rushed|called in|on the ground|on duty|at the scene|in my"
    r"|number(?:ed|ing|s)|raid(?:ed|s|ing)?|storm(?:ed|s|ing)?|swoop\w*|descend\w*|surround\w*|in place"
    r"|on patrol|on standby|on alert|tied down"
    r"|tying down|pinned down|flew in|flown in|with \w+ (?:armed|uniformed|heavily)|posted|backed by"
    r"|supported by|massed|bring|brought|took part|tackl\w+|guard\w*)\b"
)
_LOSES = re.compile(
    r"\b(?:los(?:t|e|es|ing|s)|loss(?:es)? of|taken|took|cost(?:\s+(?:the|its|his|their)\s+\w+|\s+(?:them"
    r"|it|him|us))?)\s+(?:(?:at|least|about|some|around|roughly"
    r"|more|than|nearly|over|up|to|the|another|a|total|of|all)\s+)*$"
)
_LOSSES = re.compile(
    r"\b(?:our|its|their|his|her|own|army|enemy|troop|[\w-]+['’]s?)\s+(?:own\s+|total\s+)?losses(?:\s+[a-z]+){0,4}\s+$"
)
_MOVED = re.compile(
    r"\b(?:took|taken|moved|transferred|carried|brought|transported|relocated|ferried|bussed"
    r"|flew)\s+(?:[\w-]+\s+){0,2}$"
)
_CARRIES = re.compile(
    r"\b(?:carr(?:y|ied|ying)|dug|dig|digging|haul(?:ed|ing)?|drag(?:ged|ging)?|fish(?:ed|ing)|lift(?:ed"
    r"|ing)|led|guid(?:ed|ing)"
    r"|help(?:ed|ing)?|brought|bring(?:ing)?|got|get(?:ting)?|pull(?:ed|ing)|took|take|taking|winch\w*|hoist\w*)\s+"
    r"(?:(?:at|least|about|some|another|a|further|all|the|more|than|out|up)\s+)*$"
)
_OUT = re.compile(
    r"\W*(?:[\w’'-]+\s+){0,3}?(?:to\s+safety|ashore|out\b|to\s+the\s+surface|alive|to\s+(?:a|the)\s+(?:lorry|truck|boat"
    r"|ambulance|lifeboat|shore|bank|roof|helicopter)|(?:from|out\s+of|through)\s+(?:the|a|their|its|burning|collapsed"
    r"|flooded|rising|under)\s+(?:[\w-]+\s+)?(?:rubble|wreck\w*|water\w*|river|sea|lake|fire|flames"
    r"|building|house|mud|snow|ruins"
    r"|debris|coach|carriage|car|bus|cabin|well|shaft|mine|cave|smoke|window\w*|roof\w*|hull|deck))\b"
)
_THERE = re.compile(r"\bthere\s+(?:were|are|is|was|had\s+been|have\s+been)\s+(?:[\w-]+\s+){0,3}$")
_SOUGHT = re.compile(
    r"\bsearch(?:ed|es|ing)?\b[^.;,]{0,40}\bfor\s+(?:(?:the|another|at|least|about|some|up|to|all)\s+)*$"
)
_WANTED = re.compile(
    r"\b(?:suspects?|gunm[ae]n|attackers?|killers?|shooters?|robbers?|fugitives?|escap\w+|militants?"
    r"|survivors?)\b"
)
_WATCHERS = lexicon("observer monitor inspector peacekeeper")
_POSTED = re.compile(r"\W*(?:in|at|on|across|around|along|inside)\s+(?:the|its|their|all|each|every|\d+|[a-z]+)\b")
_SLAIN = re.compile(
    r"\b(?:eliminat(?:ed|ing|e)|neutrali[sz](?:ed|ing|e)|liquidat(?:ed|ing|e)|wip(?:ed|ing)\s+out"
    r"|destroy(?:ed|ing)|finish(?:ed"
    r"|ing)\s+off|cut\s+down|mow(?:ed|ing|n)\s+down|took\s+out|taken\s+out)[\"”’]?\s+(?:[\w-]+\s+){0,3}$"
)
_SLAIN_RIGHT = re.compile(
    r"\W*(?:(?:were|was|have|had|has|been|being)\s+)+(?:eliminated|neutrali[sz]ed|liquidated|wiped\s+out"
    r"|cut\s+down|mown\s+down)\b"
)
_TAKES = re.compile(r"\b(?:tak(?:e|en|es|ing)|took|hold(?:s|ing)?|held|captur\w+|seiz\w+)\s+(?:[\w-]+\s+){0,3}$")
_WAR = re.compile(r"\b(?:troops|soldiers|army|rebels|frontline|front line|brigade|battle|siege|offensive|ceasefire)\b")
_JAIL = re.compile(r"\b(?:jails?|inmates?|penitentiar\w+|prison|warders?|wardens?|sentences?|parole)\b")


_OPENING = 20_000


def words_of(made: Draft) -> str:
    """The report's opening in lower case, for signs of what it is about."""
    return made.words.sentence.report.text[:_OPENING].lower()


_TREATS = re.compile(
    r"\b(?:treat(?:ed|ing|s)|tended|cared for|taken care of|took care of)\s+(?:(?:just|only|at|least"
    r"|about|some|around|more|than|nearly|over|up|to)\s+)*$"
)
_HAS = re.compile(
    r"\b(?:hospitals?|clinics?|wards?|infirmary|(?:medical|health|trauma|treatment)\s+(?:cent(?:er|re)s?|posts?)|unit)\b[^.;]{0,24}"
    r"\b(?:has|have|had|holds?|held|houses?|with|received|took\s+in|took)\s+(?:[\w-]+\s+){0,2}$"
)
_HOSPITAL = re.compile(r"\b(?:hospitals?|clinic|ward|intensive care|beds?|surgeons?|doctor)\b")


def _by_context(made: Draft, left: str, right: str, text: str) -> str:  # noqa: C901, PLR0911, PLR0912 - a list of cases
    """What a weaker word of the clause gives: lost soldiers, treated patients, troops sent, a toll further left."""
    _ = right
    if re.search(r"\b(?:polls?|surveys?|sample|panel)\s+of\s+(?:about\s+|some\s+|more\s+than\s+)?$", left):
        return "polled"
    if re.search(r"\badmit(?:ted|ting|s)\s+(?:[\w-]+\s+){0,2}$", left) and _HOSPITAL.search(text):
        return "hospitalised"
    if re.search(r"\bcarrying\s+(?:[\w-]+\s+){0,3}$", left) or (
        made.lemma in ("passenger", "crew") and re.search(r"\bwith\s+(?:[\w-]+\s+){0,3}$", left)
    ):
        return "aboard"
    if made.lemma == "patient" and _HAS.search(left):
        return "hospitalised"
    if _TREATS.search(left):
        return "hospitalised" if re.search(r"treating\s", left[-24:]) or _HOSPITAL.search(text) else "injured"
    if re.search(r"\b(?:driv(?:en|ing|es)|drove|forc(?:ed|ing)|push(?:ed|ing))\b[\w\s]*$", left) and re.match(
        r"\W*(?:out\s+of|from|to\s+flee)\s+(?:their\s+)?(?:homes?|houses|villages)?", right
    ):
        return "displaced"
    if (
        made.lemma in ("patient", "resident", "newborn", "child", "civilian", "family")
        and _MOVED.search(left)
        and re.match(r"\W*(?:\w+\s+){0,3}?to\s+(?!hospital|a\s+hospital|the\s+hospital)", right)
    ):
        return "evacuated"
    if _is_exodus(made):
        return "displaced"
    fighting = made.lemma in _PERSONNEL
    if fighting and made.noun is None and made.before is None and _INSIDE.search(left):
        return "deployed"
    if (
        _SOUGHT.search(left)
        and made.people
        and not _WANTED.search(left + made.words.text[made.amount.end :][:60].lower())
    ):
        return "missing"
    if made.lemma in _WATCHERS and _POSTED.match(right):
        return "deployed"
    if _CARRIES.search(left) and _OUT.match(right):
        return "rescued"
    if fighting and (_SLAIN.search(left) or _SLAIN_RIGHT.match(right)):
        return "killed"
    if made.lemma in ("prisoner", "captive", "hostage", "soldier", "troop") and _TAKES.search(left):
        return "captured" if made.lemma in ("prisoner", "captive", "hostage") else ""
    if (
        _LOSES.search(left)
        and made.noun is not None
        and (
            fighting
            or made.lemma in ("member", "civilian", "crew", "man", "woman", "sailor", "pilot", "volunteer", "miner")
        )
    ):
        return "killed"
    far = people.far_toll(left)
    if far:
        return far
    if fighting and made.noun is not None and (_STATIONED.search(text) or _THERE.search(left)):
        return "deployed"
    if _LOSSES.search(left) and made.noun is not None and made.people:
        return "killed"
    whole = _OF_THOSE.search(text[: made.amount.start]) if made.noun is None and made.lack != "them" else None
    if whole:
        return _ADJECTIVES.get(whole.group(1), people.FORM.get(whole.group(1), ""))
    if made.lack == "them" or made.noun is None:
        told = re.split(r"[;.:]", left[-70:])[-1] if made.lack == "them" else ""
        return people.loose_cue_last(told) or people.loose_cue(told)
    return ""


_INSIDE = re.compile(
    r"\bnumber\s+of\b[^.;]*\b(?:in|inside|at|around|along|on)\s+(?:the|its|their|his)\b[^.;]*\s(?:at|to|as)\s+$"
)
_EXODUS = re.compile(
    r"\b(?:displaced|refugees?|fled|flee(?:ing)?|evacuat\w+|besieged?|siege|exodus|shelling|bombardment)\b"
)


def _is_exodus(made: Draft) -> bool:
    """Whether people "left" a place that others flee: the verb has no object, and the report tells of flight."""
    words, verb = made.words, made.verb
    if verb is None or made.role != "subject" or not made.people or words.lemma(verb) != "leave":
        return False
    if any(words.dep[child] == "auxpass" for child in words.children(verb)):
        return False
    objects = ("dobj", "prep", "prt", "acomp", "oprd", "dative", "xcomp")
    return not any(words.dep[child] in objects for child in words.children(verb) if child > verb) and bool(
        _EXODUS.search(words_of(made))
    )


def _close(left: str) -> bool:
    """Whether an active verb or a toll stands directly before the count, so that it rules over what follows."""
    return bool(
        re.search(
            r"(?:ing|ed|es|s|toll\b.*|killed|dead|\bof)\s+(?:(?:the|another|more|than|at|least|some|about|up|to"
            r"|all)\s+)*$",
            left,
        )
    )


_CUT = re.compile(
    r"\b(?:cuts?|cutting|ax(?:e|ed|es|ing)|los[et]|losing|loss(?:es)?|shed(?:s|ding)?|slash\w*"
    r"|eliminat\w*|go|risk|scrap\w*"
    r"|trim\w*|redundan\w+)\b"
)


def _noun_measure(made: Draft) -> str:  # noqa: C901, PLR0911 - a list of cases
    words = made.words
    if made.lemma in ("shooting", "stabbing") and made.people and made.noun is not None:
        return "killed" if "fatal" in words.text[made.amount.stop : words.end(made.noun)].lower() else "shot"
    if made.lemma == "bag" and made.people:
        return "killed"
    if made.lemma == "prisoner" and _WAR.search(words_of(made)) and not _JAIL.search(words_of(made)):
        return "captured"
    for k in range(made.np_start, made.noun if made.noun is not None else made.np_start):
        if words.low[k] in _ADJECTIVES and words.low[k + 1] not in ("and", "or"):
            return _ADJECTIVES[words.low[k]]
    state = words.get(made.np_start) if made.noun is None else ""
    if state in _STATES and words.get(made.np_start + 1) not in ("or", "and"):
        return _STATES[state]
    if made.noun is None:
        return ""
    if words.low[made.noun] in _STATES and words.get(made.noun + 1) not in ("or", "and"):
        return _STATES[words.low[made.noun]]
    if made.lemma in ("job", "post", "position"):
        return "laid off" if _CUT.search(words.text.lower()) else ""
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
    r"\W*(?:(?:were|was|are|is)\s+)?among\s+(?:the\s+)?(?:[\w,]+\s+){0,2}?(dead|killed|injured|wounded"
    r"|missing|arrested)\b"
)


def _past_insert(text: str, behind: int, ceiling: int, made: Draft) -> str:
    """The cue behind an inserted ", including four children," or behind "in Cairo"; it may lie past other figures."""
    _ = ceiling
    rest = text[behind : behind + 160]
    match = _INSERTED.match(rest)
    if match and made.noun is not None:
        return people.right_cue(rest[match.end() :])
    match = _AMONG.match(rest)
    if match:
        return _ADJECTIVES[match.group(1)]
    match = _PREPOSED.match(rest)
    return people.right_cue(rest[match.end() :]) if match else ""


def settle(made: Draft, floor: int, ceiling: int, drafts: list[Draft]) -> None:
    """Give the draft its measure: of the closed list for people where one fits, else an open one."""
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
    if (
        made.before is not None
        and (made.lack or made.relation)
        and made.before.measure
        and (made.unit == made.before.unit or made.relation == "conversion" or _is_share_of(made))
    ):
        made.measure = made.before.measure
        return
    whole = not made.amount.kind and is_divided(made.words.text, made.amount.start)  # the verb is of its part
    told = things.befallen(made, _behind(made)) or things.as_people(made, drafts)
    made.measure = told or ("number" if whole else open_measure(made))


def _is_share_of(made: Draft) -> bool:
    """Whether a share is one of people counted before: "half of them were children"."""
    words, told = made.words, made.np_end < made.words.size and made.words.tag[made.np_end] == "VBN"
    if told or words.get(made.np_end) in _STATES:
        return False  # "half of those killed"
    return made.unit == "%" and made.lack == "them" and made.before is not None and made.before.people


_SOFT = re.compile(
    r"\W*(?:\w+\s+){0,2}?(?:test(?:ed|ing)?\s+(?:positive|negative)|recovered|found|missing|lost|seized"
    r"|survived|saved|returned)\b"
)


def _take_unit(made: Draft, drafts: list[Draft]) -> None:
    """Give a headless count with a measure its unit: people, or the things counted before where the verb suits them."""
    words = made.words
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
    if is_divided(text, last.amount.start):
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
