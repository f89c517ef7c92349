"""In: people counted, and the words of their clause. Out: what its weaker words say of them: troops sent, patients."""

import re

from twosource.finding.figures import people
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.jobs import shrinks
from twosource.text.listing import listed

#: Premodifiers of a counted noun that tell its measure: "injured workers".
ADJECTIVES = {
    "dead": "killed", "slain": "killed", "killed": "killed", "fallen": "killed", "deceased": "killed",
    "injured": "injured", "wounded": "injured", "hurt": "injured", "missing": "missing", "trapped": "trapped",
    "displaced": "displaced", "homeless": "homeless", "sick": "infected", "stranded": "stranded",
    "arrested": "arrested", "detained": "arrested",
    "infected": "infected", "captured": "captured", "kidnapped": "captured", "hospitalised": "hospitalised",
    "hospitalized": "hospitalised", "evacuated": "evacuated", "rescued": "rescued", "drowned": "killed",
    "murdered": "killed",
}  # fmt: skip
_OF_THOSE = re.compile(
    r"(?:\bof\s+(?:the|those|all)|^\W*of(?:\s+(?:the|all|those|\w+))?)\s+(?:[\w-]+\s+)?(dead|killed"
    r"|injured|wounded|missing|arrested|detained|hospitali[sz]ed|infected|displaced"
    r"|evacuated|rescued|captured|trapped)\b[^.;]*$"
)
PERSONNEL = listed(
    """soldier troop troops police policeman officer firefighter diver rescuer personnel gunman gunmen fighter
    militant terrorist rebel insurgent guerrilla paratrooper marine commando mercenary gendarme guard
    peacekeeper reservist serviceman ranger medic paramedic lifeguard sailor airman combatant volunteer
    inspector observer agent monitor investigator servicewoman servicemember infantryman sniper pilot
    guardsman trooper detective deputy constable policewoman fireman doctor nurse aid-worker rescuer worker
    enumerator canvasser surveyor steward marshal warden sentry
    engineer sapper expert technician contractor conscript recruit legionnaire militia cadet bandit"""
)
_STATIONED = re.compile(
    r"\b(?:sen[dt]|sending|deploy\w*|dispatch\w*|work(?:ing|s|ed)?|search\w*|battl\w+|fight(?:ing|s)?"
    r"|fought|quartered|stationed|patrol\w*|sheltered|hid(?:e|ing|den)?|using|used|join(?:ed|ing)|arriv\w+"
    r"|mobili[sz]\w*|involv\w+|scrambl\w+|rushed|called in|on the ground|on duty|at the scene|in my"
    r"|number(?:ed|ing|s)|raid(?:ed|s|ing)?|storm(?:ed|s|ing)?|swoop\w*|descend\w*|surround\w*|in place"
    r"|on patrol|on standby|on alert|in the field|in service|tied down"
    r"|tying down|pinned down|flew in|flown in|with \w+ (?:armed|uniformed|heavily)|posted|backed by"
    r"|supported by|strength|massed|bring|brought|took part|tackl\w+|guard\w*)\b"
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
    r"\W*(?:[\w’'-]+\s+){0,3}?(?:to\s+safety|ashore|out\b|to\s+the\s+surface|alive|to\s+(?:a"
    r"|the)\s+(?:lorry|truck|boat"
    r"|ambulance|lifeboat|shore|bank|roof|helicopter)|in(?:to)?\s+(?:his|her|their|its|the|a)\s+(?:[\w-]+\s+)?(?:boat|dinghy|raft|lifeboat|canoe|trawler|caique|kayak|launch)"
    r"|(?:from|out\s+of|through)\s+(?:the|a|their|its|burning|collapsed"
    r"|flooded|rising|under)\s+(?:[\w-]+\s+)?(?:rubble|wreck\w*|water\w*|river|sea|lake|fire|flames"
    r"|building|house|mud|snow|ruins"
    r"|debris|coach|carriage|car|bus|cabin|well|shaft|mine|cave|smoke|window\w*|roof\w*|hull|deck))\b"
)
_THERE = re.compile(r"\bthere\s+(?:were|are|is|was|had\s+been|have\s+been)\s+(?:[\w-]+\s+){0,3}$")
_SOUGHT = re.compile(
    r"\b(?:search(?:ed|es|ing)?|look(?:ed|ing)?|hunt(?:ed|ing)?)\b[^.;,]{0,40}\bfor\s+"
    r"(?:(?:the|another|at|least|about|some|up|to|all|a|further|remaining|other)\s+)*$"
)
_WANTED = re.compile(
    r"\b(?:suspects?|gunm[ae]n|attackers?|killers?|shooters?|robbers?|fugitives?|escap\w+|militants?"
    r"|survivors?)\b"
)
_RANKS = listed("man woman person people") | {""}
_SOLDIERS = re.compile(r"\b(?:brigade|regiment|battalion|division|company|army|troops|soldiers?|front|contingent)\b")
#: Those who are taken to where they are to serve: "have been shipped west", "are in Norland".
_SHIPPED = re.compile(
    r"(?:\s+of\s+(?:[\w’'-]+\s+){0,3}?(?:brigade|regiment|battalion|division|army))?"
    r"\W*(?:(?:has|have|had|are|were|is|was|being|been|be|will|so\s+far|already|now)\s+)+"
    r"(?:sent|shipped|flown|ferried|despatched|dispatched|transferred|transported|airlifted|embarked|moved|in\s+(?!hospital|prison|jail|custody)\w+)\b"
    r"(?!\s+(?:home|back|to\s+(?:hospital|prison|jail|camps?))\b)"
)
_STRIKE = re.compile(r"\b(?:strikes?|striking|strikers|walk-?outs?|stoppages?|picket\w*|ballot\w*)\b")
_WATCHERS = listed("observer monitor inspector peacekeeper")
_POSTED = re.compile(r"\W*(?:in|at|on|across|around|along|inside)\s+(?:the|its|their|all|each|every|\d+|[a-z]+)\b")
_FORCE_HAS = re.compile(
    r"\b(?:mission|force|contingent|battalion|brigade|garrison|peacekeepers|monitors|detachment"
    r"|squadron|task\s+force)\b"
    r"(?:\s+[\w’'-]+){0,3}\s+(?:never\s+|once\s+|still\s+|now\s+)?(?:has|have|had|numbers?"
    r"|numbered)\s+(?:(?:about|some|only|just|around)\s+)?$"
)
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


_OPENING = 20_000


def words_of(made: Draft) -> str:
    """The report's opening in lower case, for signs of what it is about."""
    return made.words.sentence.report.text[:_OPENING].lower()


_TREATS = re.compile(
    r"\b(?:treat(?:ed|ing|s)|tended|attended\s+to|cared for|looked\s+after|patched\s+up|bandaged|taken care of"
    r"|took care of)\s+(?:(?:just|only|at|least"
    r"|about|some|around|more|than|nearly|over|up|to)\s+)*$"
)
_WARD_TREATS = re.compile(
    r"\b(?:hospitals?|clinics?|wards?|infirmary|surgeons?|emergency\s+room)\b(?:\s+(?:in|at|of|on|near"
    r"|across)(?:\s+[\w’'-]+){1,3}?)?,?"
    r"\s+(?:(?:has|have|had|was|were|is|are|also|already|now|alone|itself|said|says|say|that|it"
    r"|they)\s+)*(?:treat|tend|care|look|t[ao])"
)
_HAS = re.compile(
    r"\b(?:hospitals?|clinics?|wards?|infirmary|(?:medical|health|trauma|treatment)\s+(?:cent(?:er"
    r"|re)s?|posts?)|unit)\b[^.;]{0,24}"
    r"\b(?:has|have|had|holds?|held|houses?|with|received|took\s+in|took)\s+(?:[\w-]+\s+){0,2}$"
)
_HOSPITAL = re.compile(r"\b(?:hospitals?|clinic|ward|intensive care|beds?|surgeons?|doctor)\b")


def is_sought(made: Draft, left: str) -> bool:
    """Whether people are being looked for because they are lost, and not because they are wanted."""
    headless = made.noun is None and not made.unit and not made.amount.kind
    if not ((made.people or headless) and _SOUGHT.search(left)):
        return False
    return not _WANTED.search(left + made.words.text[made.amount.end :][:60].lower())


_LETS = re.compile(r"\b(?:let|lets|letting)\s+(?:[\w-]+\s+){0,3}$")
_GO = re.compile(r"\W*(?:\w+\s+)?go\b(?!\s+(?:free|home|to))")
_STAFF = re.compile(r"\b(?:company|firm|employ\w+|staff|workforce|redundan\w+|jobs|unions?|chain|factory|plant)\b")


def tends(left: str) -> bool:
    """Whether those counted next are tended: "has looked after ", "treated some "."""
    return bool(_TREATS.search(left))


def by_context(made: Draft, left: str, right: str, text: str) -> str:  # noqa: C901, PLR0911 - a list of cases
    """What a weaker word of the clause gives: lost soldiers, treated patients, troops sent, a toll further left."""
    _ = right
    if re.search(r"\b(?:polls?|surveys?|sample|panel)\s+of\s+(?:about\s+|some\s+|more\s+than\s+)?$", left):
        return "polled"
    if re.search(
        r"\b(?:trial|study)\s+(?:of|with|among|involving|in|on)\s+(?:(?:about|some|more|than|over|nearly)\s+)*$", left
    ):
        return "enrolled"
    if re.search(r"\badmit(?:ted|ting|s)\s+(?:[\w-]+\s+){0,2}$", left) and _HOSPITAL.search(text):
        return "hospitalised"
    if re.search(r"\bcarrying\s+(?:[\w-]+\s+){0,3}$", left) or (
        made.lemma in ("passenger", "crew") and re.search(r"\bwith\s+(?:[\w-]+\s+){0,3}$", left)
    ):
        return "aboard"
    if _comes_to_hospital(made):
        return "hospitalised"
    if made.lemma == "patient" and _HAS.search(left):
        return "hospitalised"
    if _LETS.search(left) and _GO.match(right) and _STAFF.search(words_of(made)):
        return "laid off"
    if tends(left):
        return "hospitalised" if re.search(r"treating\s", left[-24:]) or _WARD_TREATS.search(left) else "injured"
    if re.search(r"\b(?:driv(?:en|ing|es)|drove|forc(?:ed|ing)|push(?:ed|ing))\b[\w\s]*$", left) and re.match(
        r"\W*(?:(?:out\s+of|from|to\s+flee)\s+(?:their\s+)?(?:homes?|houses|villages)?"
        r"|(?:in)?to\s+(?:[\w-]+\s+){0,3}?(?:camps?|shelters?|tents?|schools?|exile|flight|hills|forests?|bush)\b)",
        right,
    ):
        return "displaced"
    if (
        made.lemma in ("patient", "resident", "newborn", "child", "civilian", "family")
        and _MOVED.search(left)
        and re.match(r"\W*(?:\w+\s+){0,3}?to\s+(?!hospital|a\s+hospital|the\s+hospital)", right)
    ):
        return "evacuated"
    return _gone(made, left, right) or _of_forces(made, left, right, text)


def _of_forces(made: Draft, left: str, right: str, text: str) -> str:  # noqa: C901, PLR0911, PLR0912 - a list of cases
    """What became of soldiers and others in a fight: sent, lost, taken; else a toll further left."""
    fighting = made.lemma in PERSONNEL and not _STRIKE.search(text)
    if fighting and made.noun is None and made.before is None and _INSIDE.search(left):
        return "deployed"
    if made.lemma in ("", "person", "man", "woman", "soldier", "observer") and _FORCE_HAS.search(left):
        return "deployed"
    if made.lemma in _WATCHERS and _POSTED.match(right):
        return "deployed"
    if (made.lemma in PERSONNEL or (made.lemma in _RANKS and _SOLDIERS.search(text))) and _SHIPPED.match(right):
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
    if fighting and made.noun is not None and operates(made):
        return "deployed"
    stationed = _STATIONED.search(text) or _THERE.search(left) or _PRESENT.match(right) or _CORDON.search(left)
    if fighting and made.noun is not None and (stationed or (made.lemma in _FORCES and _HAVE.search(left))):
        return "deployed"
    if _LOSSES.search(left) and made.noun is not None and made.people:
        return "killed"
    whole = _OF_THOSE.search(text[: made.amount.start]) if made.noun is None and made.lack != "them" else None
    if whole:
        return ADJECTIVES.get(whole.group(1), people.FORM.get(whole.group(1), ""))
    if made.lack == "them" or made.noun is None:
        told = re.split(r"[;.:]", left[-70:])[-1] if made.lack == "them" else ""
        return people.loose_cue_last(told) or people.loose_cue(told)
    return ""


#: Who is on guard by trade, so that to have them is to have them there.
_FORCES = listed(
    "guard policeman police officer soldier troop trooper firefighter fireman peacekeeper steward"
    " marshal lifeguard ranger monitor"
    " gendarme constable guardsman watchman sentry paramedic bodyguard warden"
)
_HAVE = re.compile(
    r"\b(?:has|have|had|having|keep(?:s|ing)?|kept|post(?:s|ed)|with|count(?:s|ed))\s+(?:[\w-]+\s+){0,3}$"
)
_PRESENT = re.compile(
    r"\W*(?:(?:were|was|are|is|been|had|have|has|be|now|still|already|also)\s+)+(?:there|present"
    r"|on\s+hand|in\s+(?:place|action|the\s+\w+)"
    r"|on\s+(?:duty|site|station|guard|the\s+\w+)|at\s+(?:work|the\s+(?:scene|ready|site)"
    r"|their\s+posts)|engaged|around|out|up)\b"
)
_CORDON = re.compile(
    r"\b(?:cordon|force|contingent|detachment|wall|line|chain|column|team|squad|garrison|convoy|army"
    r"|presence|posse)\s+of\s+"
    r"(?:[\w-]+\s+){0,3}$"
)
_OPERATES = listed(
    "clean watch monitor visit enter attack storm hold guard line search comb check clear drop skim"
    " spray patrol seal cordon ring"
    " surround escort keep inspect examine staff man help assist dig shovel fill cross advance invade"
    " push occupy seize defend secure"
    " control observe oversee supervise go walk knock remove sweep scour tackle fight battle dam pump"
    " vaccinate count survey interview"
)


def operates(made: Draft) -> bool:
    """Whether soldiers, helpers or craft are the subject of what such are sent to do: "40 divers searched"."""
    words, verb = made.words, made.verb
    if verb is None or made.role != "subject" or verb < made.first or words.lemma(verb) not in _OPERATES:
        return False
    if any(words.dep[child] == "neg" for child in words.children(verb)):
        return False
    return words.lemma(verb) not in ("go", "walk") or "door to door" in words.text.lower()


_INSIDE = re.compile(
    r"\bnumber\s+of\b[^.;]*\b(?:in|inside|at|around|along|on)\s+(?:the|its|their|his)\b[^.;]*\s(?:at|to|as)\s+$"
)
_EXODUS = re.compile(
    r"\b(?:displaced|refugees?|fled|flee(?:ing)?|evacuat\w+|besieged?|siege|exodus|shelling|bombardment)\b"
)


_COMES = listed("come bring carry wheel rush")


def _comes_to_hospital(made: Draft) -> bool:
    """Whether people "came in", or were brought in, where a hospital is spoken of."""
    words, verb = made.words, made.verb
    if verb is None or made.role not in ("subject", "passive") or words.lemma(verb) not in _COMES:
        return False
    if words.get(verb + 1) != "in" or words.get(verb + 2) in ("the", "a", "an", "its", "his"):
        return False
    sentence = words.sentence
    near = sentence.report.text[max(0, sentence.start - 120) : sentence.end].lower()
    return bool(_HOSPITAL.search(near)) and not _STRIKE.search(words_of(made))


_OWN_LOSS = re.compile(r"\b(?:loss(?:\s+of)?|losing|lost|cost\s+of)\s+(?:[\w-]+\s+){0,3}$")
_THEIR_OWN = re.compile(r"\W*(?:of\s+)?(?:its|their|his|our)\s+own\b(?!\s+\w+s\b)|\W*of\s+(?:ours|theirs)\b")
_WORKERS = listed("employee worker staff staffer job clerk miner steelworker driver engineer colleague")
_FIRMS = listed("company firm bank group insurer business plant payroll")


def _gone(made: Draft, left: str, right: str) -> str:
    """What those were who left, or were lost: displaced people, employees let go, a side's own dead; else ""."""
    if _is_exodus(made):
        return "displaced"
    if _is_leaving(made):
        return "laid off"
    if _is_let_out(made) or _has_to_leave(made):
        return "evacuated"
    if _gets_out(made):
        return "rescued"
    if _is_gathering(made):
        return "attended"
    lost = made.noun is None and _OWN_LOSS.search(left) and _THEIR_OWN.match(right)
    return "killed" if lost else ""


def _is_leaving(made: Draft) -> bool:
    """Whether employees have "left" or jobs have "gone" in a report of a firm that sheds them."""
    words, verb = made.words, made.verb
    if verb is None or made.role != "subject" or made.lemma not in _WORKERS:
        return False
    if words.lemma(verb) not in ("leave", "go", "depart") or not shrinks(words_of(made)):
        return False
    after = words.get(verb + 1)
    if after == "the":
        return words.get(verb + 2) in _FIRMS
    return after in ("", ".", ",", ";", "since", "so", "already", "by", "in", "last", "this")


_RINGED = re.compile(r"\b(?:encircl\w+|besieged?|siege|corridors?|surrounded|evacuat\w+)\b")


def _has_to_leave(made: Draft) -> bool:
    """Whether people had, or were told, to leave: the verb is further off than the words behind the count."""
    words, verb = made.words, made.verb
    if verb is None or made.role not in ("subject", "passive") or words.lemma(verb) not in _ORDERS:
        return False
    return any(
        words.dep[child] == "xcomp" and words.lemma(child) in ("leave", "evacuate") for child in words.children(verb)
    )


_ORDERS = listed("have tell order force ask urge oblige advise instruct")


def _is_let_out(made: Draft) -> bool:
    """Whether people "came out" of a place under siege."""
    words, verb = made.words, made.verb
    if (
        verb is None
        or made.role not in ("subject", "passive")
        or words.lemma(verb) not in ("come", "get", "walk", "let", "bring")
    ):
        return False
    return words.get(verb + 1) == "out" and words.get(verb + 2) != "of" and bool(_RINGED.search(words_of(made)))


_BELOW = re.compile(r"\b(?:trapped|mines?|shaft|cave|rubble|collaps\w+|wreck\w*|sank|capsiz\w+|blaze|avalanche)\b")


def _gets_out(made: Draft) -> bool:
    """Whether people "got out" of a place where others are trapped, or reached the surface."""
    words, verb = made.words, made.verb
    if verb is None or made.role not in ("subject", "passive") or words.lemma(verb) not in ("get", "bring", "make"):
        return False
    out = words.get(verb + 1) == "out" or (words.get(verb + 1), words.get(verb + 2)) == ("it", "out")
    return out and words.get(verb + 2) != "of" and bool(_BELOW.search(words_of(made)))


_CROWD = re.compile(
    r"\b(?:vigils?|rall(?:y|ies)|march(?:es)?|protests?|demonstrations?|processions?|funerals?|crowds?"
    r"|gatherings?|services?|parades?"
    r"|concerts?|festivals?|mass|organi[sz]ers|turnout)\b"
)
_FEWEST = 50
_OFTEN = 2
_MARCHES = re.compile(
    r"\b(?:march(?:es|ed|ers?)?|rall(?:y|ies|ied)|protest\w*|demonstrat\w+|vigil|procession|crowds?"
    r"|funeral)\b"
)


def _is_gathering(made: Draft) -> bool:
    """Whether many came, stood or walked where the paragraph tells of a crowd: "they say 5,000 stood there"."""
    words, verb = made.words, made.verb
    value = made.amount.low or made.amount.high or 0
    if verb is None or made.role != "subject" or value < _FEWEST or not (made.people or made.noun is None):
        return False
    if words.lemma(verb) in ("block", "blockade", "occupy", "jeer", "boo", "cheer", "picket", "chant"):
        return True
    there = words.lemma(verb) == "be" and words.get(verb + 1) in ("there", "present")
    if not there and words.lemma(verb) not in (
        "stand",
        "come",
        "walk",
        "line",
        "crowd",
        "sing",
        "pray",
        "weep",
        "kneel",
        "join",
    ):
        return False
    sentence = words.sentence
    before = sentence.report.text[max(0, sentence.start - 300) : made.start].lower().rsplit("\n\n", 1)[-1]
    if _CROWD.search(before + words.text.lower()):
        return True
    return (there or words.get(verb + 1) in (".", ",", ";", "in", "to", "out")) and len(
        _MARCHES.findall(words_of(made))
    ) >= _OFTEN


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
