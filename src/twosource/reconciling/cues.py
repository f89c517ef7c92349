"""In: a figure and its sentence. Out: what the words around it do to it: a past state, one that moved on, a rate."""

import re
from functools import cache

from twosource.records import Span

#: Directly before a number: what it was before something changed. The quantity itself moved, whoever counted.
_BEFORE = re.compile(
    r"(?:\b(?:up|down|revised|raised|lowered|cut|risen|rose|rising|climbed|climbing|fallen|fell|increased|increase|grown"
    r"|grew|jumped|dropped|corrected|changed|went|moved|reduced|trimmed)\b[^.;:()]{0,60}?\bfrom(?: the| its| an?)?"
    r"(?: (?:earlier|previous|initial|first|original|provisional|preliminary))?"
    r"|\binstead of|\brather than|\b(?:earlier|previous|initial|first|preliminary|original|provisional)"
    r" (?:toll|count|figure|number|estimate|tally|total)s?(?: of| was| had been| stood at)?"
    r"|\b(?:it|they|that|this|number|figure|toll|total|count|share|rate|estimate) (?:had (?:still )?been|used to be)"
    r"|\bcompared (?:with|to)|\bagainst)\s*$",
    re.IGNORECASE,
)
#: Directly before a number: what somebody counted earlier, who need not have changed their mind.
_EARLIER_COUNT = re.compile(
    r"\b(?:earlier|previous|initial|first|preliminary|original|provisional)"
    r" (?:toll|count|figure|number|estimate|tally|total)s?(?: of| was| had been| stood at)?\s*$",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:up|down|revised|raised|lowered|cut|risen|rose|rising|climbed|fallen|fell|increased|grown|corrected|changed"
    r"|reduced|replac(?:es|ed|ing)|supersed(?:es|ed|ing)|instead)\b[^.;:()]{0,60}$",
    re.IGNORECASE,
)
#: Somewhere before it in its clause: the speaker had said so at another time.
_HAD = re.compile(
    r"\b(?:had|which had|who had|first|initially|at first|originally|previously|earlier|once|no longer)\b"
    r"[^.;:\d]{0,60}$",
    re.IGNORECASE,
)
#: Before a number: a speaker is told to have begun with it.
_FIRST = re.compile(
    r"\b(?:first|earlier|initial|initially|preliminary|original|originally|previous|previously)\b[^.;]{0,60}\bhad"
    r" (?:spoken|put|said|given|reported|estimated|counted|announced|cited|claimed|listed|named)\b[^.;\d]{0,40}$"
    r"|\b(?:at first|first|initially|originally|previously) (?:spoke|said|put|gave|reported|estimated|counted|announced"
    r"|claimed|listed|named|told)\b[^.;\d]{0,40}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^\s*(?:\w+\s+){0,2}?(?:at first|initially|originally|previously|earlier|at the start|in the beginning"
    r"|before that|given earlier|given in (?:[A-Z]\w+)|on the first"
    r"|(?:it|he|she|they|which|that|officials|[A-Z]\w+)(?: had| was)? (?:at first|first|initially|originally"
    r"|previously|earlier) (?:announced|gave|given|reported|said|put|spoke|spoken|named|admitted|counted|claimed"
    r"|estimated|cited))\b"
)
#: Around a number: who had given it takes it back.
_WITHDRAWN_BEFORE = re.compile(
    r"\b(?:(?:withdr[ae]w|withdrawn|retract(?:s|ed)?|disown(?:s|ed)?|abandon(?:s|ed)?|dropped|scrapped|took back"
    r"|backed away from)(?: (?:its|his|her|their|the|an?|that|earlier|first|initial|original|previous|own))*"
    r" (?:figure|number|estimate|claim|toll|count|tally)s?(?: of| that| put at)?"
    r"|no longer (?:stands? by|holds? to|defends?|claims?|speaks? of|insists? on)"
    r"(?: (?:its|his|her|their|the|an?|earlier|first|figure|number|estimate|toll|count|of))*)\s*$",
    re.IGNORECASE,
)
_WITHDRAWN_AFTER = re.compile(
    r"^[^.;:]{0,90}?\b(?:(?:took|taken|take|takes) (?:it|that|this|the (?:figure|number|claim|toll|count)) back"
    r"|(?:withdrew|retracted|disowned|dropped) (?:it|(?:that|the) (?:figure|number|claim|toll|count))"
    r"|an? (?:figure|number|claim|toll|count|estimate) (?:that|which|it|he|she|they)\b[^.;:]{0,40}?"
    r"\b(?:withdrawn|withdrew|retracted|disowned|taken back|took back))\b",
    re.IGNORECASE,
)
#: Directly before the second of two numbers: the first gave way to it, or it is what the first had been.
_MOVES = re.compile(
    r"(?:\bfrom|\binstead of|\brather than|(?:,|\band|\bbut) not|\bthen(?:[^.;\d]{0,50} to| of| at| by)?"
    r"|\blater,?|\bfinally,?"
    r"|\b(?:above|over|below|under|beyond) (?:the|its|his|her|their|an?)(?: earlier| first| initial| previous)?"
    r"|\b(?:more|fewer|less|higher|lower) than (?:the|its|his|her|their)"
    r"|\b(?:revised|corrected|raised|lowered|reduced|cut|down|up|in|end) to|\bbefore (?:rising|falling|being \w+) to"
    r"|\bafter (?:an?|the|its|his|her|their)(?: (?:earlier|first|initial|previous|opening|original))?"
    r" (?:offer|bid|proposal|demand|estimate|forecast|count|tally|toll|target|figure) of"
    r"|\bnow(?: \w+)?(?: to| at| of)?|; (?:there|it|they) (?:were|was|had been)(?: in (?:fact|the end))?)"
    r"\s*(?:(?:the|an?|its|his|her|their|about|over|some|only|just|earlier|previous|initial|first) ){0,3}$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s*(?:(?:the|an?|its|about|some|over|around) ){0,2}$", re.IGNORECASE)
_FROM_TO = re.compile(r"\bfrom (?:\w+ )?\S*\d\S*(?: [^.;]{0,60})?\bto\b[^.;]{0,40}$", re.IGNORECASE)
_ON = re.compile(r"^[^.;\d]{0,60}\bto\b|,|\band\b", re.IGNORECASE)
#: Directly before a number that is said not to be so, and what leads on to the one that is.
_NOT = re.compile(r"(?:\b(?:not|never|neither)|n['’]t)\b[^.;:\d]{0,24}$", re.IGNORECASE)
_BUT = re.compile(
    r"^[^.;:\d]{0,40}(?:,? but|[;:,–—-] (?:rather|instead)|[;:,–—-] (?:there|it|they|that|the (?:true|real|right|actual"
    r"|correct) \w+) (?:is|are|was|were|had been|stands?|stood|comes?|came|amounts?|numbers?))"
    r"(?: (?:in (?:fact|reality|truth|the end)|rather|only|just|about|nearer|closer|at|to))*\s*$",
    re.IGNORECASE,
)
_TO = re.compile(r"^[^.;]{0,60}?\bto\b", re.IGNORECASE)
_RATE = re.compile(
    r"^[^.;:]{0,25}?\b(?:(?:a|an|per|each|every|one)\s+"
    r"(day|week|month|year|hour|minute|second|night|head|person|household|family|share|tonne|barrel|vote)\b"
    r"|(daily|weekly|monthly|annually|yearly|hourly|apiece|each)\b)",
    re.IGNORECASE,
)
_RATE_BEFORE = re.compile(r"\b(daily|weekly|monthly|annual|yearly|hourly|each|every)\b[^.;:]{0,40}$", re.IGNORECASE)
_EACH_BEFORE = re.compile(r"\b(?:each|every)\s[^.;:\d]{0,100}$", re.IGNORECASE)
_MORE_BEFORE = re.compile(
    r"\b(?:further|another|additional|extra|(?:the|its|their) other|(?:the )?remaining)(?: \w+)?\s*$", re.IGNORECASE
)
_MORE_AFTER = re.compile(
    r"^\s*(?:(?:\w+\s+){0,2}?(?:more|in addition|besides)\b(?! than)|(?:further|additional|extra)\s+\w|others\b)",
    re.IGNORECASE,
)
#: Of how much a number is told that is of more than the affair: a whole war, a year, a country.
_WHOLE = re.compile(
    r"\b(?:in|during|over|throughout|across|of) (?:the|this|that) (?:whole|entire) (?:\w+ )?(?:war|country|year|season"
    r"|campaign|conflict|region|world|nation|continent|province)"
    r"|since the (?:war|conflict|invasion|fighting|season|crisis|epidemic) (?:began|started|broke out)"
    r"|since the (?:start|beginning|outbreak) of (?:the|this)|nationwide|worldwide|globally"
    r"|\b(?:over|in|within|during|across) (?:the )?(?:past |last |first |these |those )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:days|weeks|months|years|seasons)\b"
    r"|across the (?:country|nation|region|continent)|(?:so far|already|earlier) this (?:year|season)\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s*(?:out )?of\s+(?:(?:the|its|their|his|her|our|all|these|those)\s+|[\w ]{1,40}['’]s\s+){0,2}", re.IGNORECASE
)
_WISH = re.compile(
    r"\b(?:(demand(?:s|ed|ing)?|ask(?:s|ed|ing)? for|seek(?:s|ing)?|sought|want(?:s|ed|ing)?|call(?:s|ed|ing)? for"
    r"|insist(?:s|ed|ing)? on|sue(?:s|d)? for)|on the table|offer(?:s|ed|ing)?|propos(?:es?|ed|ing)"
    r"|sentenc(?:es?|ed|ing)|jail(?:s|ed|ing)|award(?:s|ed|ing)|fin(?:es?|ed|ing)|promis(?:es?|ed|ing)"
    r"|pledg(?:es?|ed|ing)|grant(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_AS_WISHED = re.compile(
    r"^[^.;:]{0,30}\bas (?:[\w’'-]+ ){1,4}(?:had )?(?:wanted|demanded|asked|sought|requested|called for)\b",
    re.IGNORECASE,
)
_PAYS = re.compile(r"\b(?:will|would|to|shall|has to) (?:pay|give|grant)\b[^.;:]{0,40}$", re.IGNORECASE)
#: In the clause of a number: what is called for, allowed or aimed at, and no count or measurement.
_LAW = r"(?:plan|rules?|law|code|licen[cs]e|permit|standard|manual|regulations?|guidance)"
_NORM = re.compile(
    r"\b(?:call(?:s|ed|ing)? for|requir(?:es?|ed|ing)|prescrib(?:es?|ed|ing)|permit(?:s|ted)?|allow(?:s|ed)"
    r"|recommend(?:s|ed)?|stipulat(?:es?|ed)|mandat(?:es?|ed)|limit(?:s|ed)? (?:of|to|is|was|at)"
    r"|(?:must|should|ought to)(?: not)? (?:be|have|hold|contain|stay|keep|exceed|reach)"
    r"|(?:legal|safe|safety|speed|permitted|allowed|regulatory|lower|upper) (?:limit|level|threshold)|threshold"
    r"|maximum of|minimum of|target(?:ed)? (?:of|is|was|at)|designed (?:for|to)|built (?:for|to)"
    r"|licen[cs]ed (?:for|to)|rated (?:for|at)|quota|ceiling|guidelines?|standard of|capacity"
    rf"|{_LAW} (?:ha[ds] )?(?:promised?|says?|said|sets?|foresees?|foresaw|demand(?:s|ed)))\b",
    re.IGNORECASE,
)
#: What a number says of a vote, by the nearest such word.
_BALLOT = re.compile(
    r"\b(?:(turnout|took part|cast (?:a|their) (?:vote|ballot)s?|participation)|(yes|in favou?r|backed|adopted|approved"
    r"|supported|endorsed|for it|voted for|said yes|ayes?)|(no|against|rejected|opposed|voted down|said no|nays?))\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;:.]\s")
_POLL = re.compile(r"\b(?:poll|survey|pollster)s?\b(?! station)", re.IGNORECASE)
_POLLED = 400
_TO_SECOND = re.compile(r"\d\s*(?:percent|per cent|%)?\s+(?:to|against)\s*$|\d\s*[-–—]\s*$")
_ABOUT_IT = 64
_PERIODS = {
    "daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "annual": "year", "yearly": "year",
    "hourly": "hour", "apiece": "each", "head": "each", "person": "each", "household": "each", "family": "each",
    "every": "each",
}  # fmt: skip


def told_as_past(sentence: Span, span: Span) -> bool:
    """Whether the words directly around the figure tell it as what was so before ("up from 14", "instead of 52")."""
    before, after = _sides(sentence, span)
    told = _BEFORE.search(before) or _FIRST.search(before) or _AFTER.match(after)
    return bool(told or _leads_from(before, after) or withdrawn(sentence, span))


def counted_earlier(sentence: Span, span: Span) -> bool:
    """Whether the words only call it somebody's earlier count ("well over the governor's first estimate of …")."""
    before, _ = _sides(sentence, span)
    return bool(_EARLIER_COUNT.search(before) and not _CHANGED.search(before))


def withdrawn(sentence: Span, span: Span) -> bool:
    """Whether the words around the figure tell that whoever gave it has taken it back."""
    before, after = _sides(sentence, span)
    return bool(_WITHDRAWN_BEFORE.search(before) or _WITHDRAWN_AFTER.match(after))


def _leads_from(before: str, after: str) -> bool:
    """Whether the figure is the first of "from 17 to 41"."""
    return bool(re.search(r"\bfrom\s*$", before, re.IGNORECASE) and _TO.match(after))


def parts_off(between: str) -> bool:
    """Whether the words between two numbers make the first a part of the second ("two of the plant's three exits")."""
    return bool(_OF.fullmatch(between))


def added(sentence: Span, span: Span) -> bool:
    """Whether the figure comes on top of another: "a further three", "nine more"."""
    before, after = _sides(sentence, span)
    return bool(_MORE_BEFORE.search(before) or _MORE_AFTER.match(after))


def of_more(sentence: Span, span: Span) -> bool:
    """Whether the words of its sentence make a number one of a whole war, year or country."""
    before, after = _sides(sentence, span)
    return bool(_WHOLE.search(before) or _WHOLE.search(_CLAUSE_END.split(after)[0]))


def said_before(sentence: Span, span: Span) -> bool:
    """Whether the speaker is told to have said so at an earlier time ("which had spoken of 250,000")."""
    before, _ = _sides(sentence, span)
    return bool(_HAD.search(before))


def wish(sentence: Span, span: Span) -> str:
    """Whether the last such verb before an amount asks for it ("demand") or holds it out ("offer"), or ""."""
    before, after = _sides(sentence, span)
    if _AS_WISHED.match(after):
        return "demand"
    verbs = list(_WISH.finditer(before))
    if verbs:
        return "demand" if verbs[-1].group(1) else "offer"
    return "offer" if _PAYS.search(before) else ""


@cache
def is_norm(sentence: Span, span: Span) -> bool:
    """Whether the words of its clause make a number what is called for, allowed or aimed at ("a limit of 40")."""
    before, after = _sides(sentence, span)
    before, after = (
        _CLAUSE_END.split(before)[-1][-_NORM_BEFORE:],
        _NEXT_NUMBER.split(_CLAUSE_END.split(after)[0])[0][:_NORM_AFTER],
    )
    return bool(_NORM.search(before) or _NORM_BEHIND.search(after))


_NORM_BEFORE, _NORM_AFTER = 60, 40
_NEXT_NUMBER = re.compile(r"\d")
_NORM_BEHIND = re.compile(
    r"\b(?:limit|threshold|target|quota|ceiling"
    r"|(?:is|are|was|were) (?:allowed|permitted|required|prescribed|the (?:limit|rule|maximum|minimum))"
    rf"|(?:the|its|their) (?:[\w’'-]+ ){{0,3}}{_LAW} (?:call(?:s|ed) for|require[sd]|prescribe[sd]|demand(?:s|ed)"
    r"|allow(?:s|ed)))\b",
    re.IGNORECASE,
)


def _sides(sentence: Span, span: Span) -> tuple[str, str]:
    cut = max(0, span.start - sentence.start)
    return sentence.words[max(0, cut - 120) : cut], sentence.words[max(0, span.end - sentence.start) :][:120]


def moves(between: str, before: str) -> bool:
    """Whether a number gives way to another in one sentence, by the words between them and before the first."""
    if _MOVES.search(between[-90:]):
        return True
    if _NOT.search(before[-40:]) and _BUT.match(between):
        return True
    before = before[-160:]
    return bool((_FROM.search(before) or _FROM_TO.search(before)) and _ON.search(between))


@cache
def rate(sentence: Span, span: Span) -> str:
    """What the figure is counted by: "day" for "600 million a day", "each" for "50,000 apiece"; "" for a whole."""
    before, after = _sides(sentence, span)
    found = _RATE.match(after)
    if found is None:
        ahead = _RATE_BEFORE.search(before[-45:])
        word = ahead.group(1) if ahead else "each" if _EACH_BEFORE.search(before) else ""
    else:
        word = found.group(1) or found.group(2)
    return _PERIODS.get(word.casefold(), word.casefold())


@cache
def ballot(sentence: Span, span: Span) -> str:
    """What a share or a number says of a vote: "turnout", "for", "against", or "" where no word near it tells."""
    before, after = _sides(sentence, span)
    before, after = _CLAUSE_END.split(before)[-1][-_ABOUT_IT:], _CLAUSE_END.split(after)[0][:_ABOUT_IT]
    found = [(len(before) - match.end(), match) for match in _BALLOT.finditer(before)]
    found += [(match.start(), match) for match in _BALLOT.finditer(after)]
    if not found:
        return ""
    _, match = min(found, key=lambda one: one[0])
    told = "turnout" if match.group(1) else "for" if match.group(2) else "against"
    if _TO_SECOND.search(before) and told != "turnout":
        told = "against" if told == "for" else "for"
    return f"asked {told}" if _POLL.search(sentence.words[:_POLLED]) else told
