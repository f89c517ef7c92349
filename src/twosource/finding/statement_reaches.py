"""In: a tag of saying behind or inside what it reports. Out: how far what is reported reaches before and behind it."""

from spacy.tokens import Doc, Token

from twosource.finding.statement_frames import Stretch
from twosource.text.listing import listed

#: Verbs that may follow or interrupt what they report.
TAGGING = listed(
    "say tell add note report announce warn state write explain acknowledge admit confirm concede insist argue stress"
    " emphasise emphasize recall remark observe declare reveal disclose recount reply assert maintain contend suggest"
    " indicate predict forecast estimate reckon calculate conclude find show testify swear complain joke repeat"
    " reiterate inform specify clarify underline underscore believe think hope fear claim allege promise pledge vow"
    " point affirm convey comment mention quip caution put continue urge plead respond counter relate narrate tweet"
    " detail signal manifest denounce post guess learn hear understand demand require protest deny whisper cry sob"
    " storm mutter agree assure count foresee expect confess boast object correct shrug rage rant fume growl grumble"
    " lament wail whine moan sigh thunder bellow shout yell scream exclaim marvel muse reason sneer scoff crow gloat"
    " chide snap hiss croak gasp groan recount reminisce opine pronounce proclaim intone preach volunteer venture"
    " hazard speculate surmise gripe bristle sniff seethe bemoan blurt sum total tally assess judge figure trumpet"
)

BREAKS = listed(', ; : — – - ( ) “ ” "')
_ASIDE = listed("as while which who whom whose although though because since when where after before amid with until")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
HEARERS = frozenset({"PRP", "PRP$", "NNS", "NNP", "NNPS", "NN", "DT", "JJ", "CD"})
_HEARER_WORDS = 5


def numeral(doc: Doc, end: int) -> Stretch | None:
    """The number alone in front of its verb: "130,000 says the ministry, 600,000 say the unions"."""
    if end < 1 or doc[end - 1].tag_ != "CD":
        return None
    first = end - 1
    while first > 0 and doc[first - 1].text not in {",", ":", ";", "and", "but"}:
        first -= 1
    return (first, end) if first > 0 else None


def left_of(doc: Doc, end: int) -> Stretch:
    """The words before the tag: back to a semicolon, a dateline or the sentence's begin."""
    if end > 2 and doc[end - 1].text == "," and doc[end - 2].lower_ in {"who", "which"} and doc[end - 3].tag_ != "IN":  # noqa: PLR2004
        return end - 2, end  # "a girl who, neighbours say, had been ill": what stands before is the report's
    first = _piece(doc, end)
    while first > 1 and not _sourced(doc, _piece(doc, first - 1), first - 1):
        first = _piece(doc, first - 1)
    for index in range(end - 2, first, -1):
        if (
            doc[index].text in {"“", '"'}
            and doc[index - 1].text in {".", "!", "?"}
            and doc[index + 1].text[:1].isupper()
        ):
            first = index
            break
    for index in range(first, min(first + 30, end)):
        if doc[index].text in {"—", "–", "-", ":"} and _dateline(doc, first, index):
            first = index + 1
    return first, end


def _piece(doc: Doc, end: int) -> int:
    """Where the words between semicolons that end before token `end` begin."""
    return next((index + 1 for index in range(end - 1, -1, -1) if doc[index].text == ";"), 0)


def _sourced(doc: Doc, first: int, last: int) -> bool:
    """Whether words name a source of their own."""
    return any(
        t.lower_ in {"according", "”"} or (t.lemma_.lower() in TAGGING and t.tag_ in {"VBD", "VBZ", "VBP"})
        for t in doc[first:last]
    )


def reports(doc: Doc, stretch: Stretch) -> bool:
    """Whether words hold a finite verb or a number, so that something is reported in them."""
    return any(token.tag_ in {"VBD", "VBZ", "VBP", "MD", "CD"} for token in doc[stretch[0] : stretch[1]])


def _dateline(doc: Doc, first: int, end: int) -> bool:
    """Whether the words before a dash or colon are a dateline: a place in capitals, or a bracketed agency."""
    words = [token for token in doc[first:end] if token.is_alpha]
    bracketed = any(token.text == "(" for token in doc[first:end])
    return bool(words) and end - first < 20 and ((words[0].text.isupper() and len(words[0].text) > 2) or bracketed)  # noqa: PLR2004


def right_of(doc: Doc, after: int, end: int) -> int:
    """Past the last token behind the tag that is still reported: a clause that goes on after the comma."""
    index = after
    while index < len(doc) and doc[index].text not in {",", ":", ";"}:
        index += 1
    if index >= len(doc) - 2:
        return end
    mark = doc[index].text
    following = doc[index + 1]
    if mark == "," and following.text in {"“", '"'} and index + 2 < len(doc):
        following = doc[index + 2]
    joined = following.lower_ in {"and", "but"}
    turned = joined and (_other_speaker(doc, index + 2) or _own_verb(doc, index + 2))
    beside = following.lower_ in _BESIDE and not _other_speaker(doc, index + 2)
    aside = following.lower_ in _ASIDE and not (mark == "," and beside)
    if turned or aside or (following.tag_ == "VBG" and following.lower_ not in _RESULTS):
        return end
    if mark == ",":
        stop = next((later for later in range(index + 1, len(doc)) if _closes(doc, later)), len(doc))
        compared = following.lower_ in _COMPARING | _RESULTS
        return end if index > after and not compared and _verbless(doc, index + 1, stop) else stop
    return len(doc) if mark == ":" else end


#: Words behind a tag with which what was reported goes on.
_BESIDE = frozenset({"while", "although", "though", "whereas", "because", "with"})
_COMPARING = listed(
    "twice half double triple against up down compared including among most more fewer less well far almost nearly with"
    " some"
)
_RESULTS = listed(
    "killing injuring wounding leaving making bringing raising causing destroying displacing forcing affecting damaging"
    " trapping costing including rising falling reaching hitting exceeding topping beating"
)


def past_hearer(verb: Token, behind: int) -> int:
    """Past whom something is told right behind its verb: "She had lost three, she told me, and …"."""
    doc = verb.doc
    if verb.lemma_ not in {"tell", "inform"} or behind >= len(doc) or doc[behind].tag_ not in HEARERS:
        return behind
    last = behind
    while last < len(doc) and doc[last].tag_ in HEARERS and last - behind < _HEARER_WORDS:
        last += 1
    return last if last < len(doc) and doc[last].text == "," else behind


def _verbless(doc: Doc, first: int, last: int) -> bool:
    """Whether words say nothing by themselves, so that they belong to the tag: "in Odenmouth, the capital"."""
    return doc[first].tag_ != "CD" and not any(t.tag_ in _FINITE or t.text in {"“", '"'} for t in doc[first:last])


def resumed(doc: Doc, left: Stretch, behind: int) -> Stretch:
    """The words before a tag, from "and" on where that only opens what comes: "…, and for that, says X, …"."""
    if behind >= len(doc) or doc[behind].text != ",":
        return left
    for index in range(left[1] - 2, left[0], -1):
        if doc[index].tag_ in _FINITE:
            return left
        if doc[index].lower_ in {"and", "but"} and doc[index - 1].text == ",":
            return index + 1, left[1]
    return left


def _closes(doc: Doc, index: int) -> bool:
    """Whether what is reported ends at a token: a semicolon, or a comma with a participle of the speaker behind it."""
    if doc[index].text == ";":
        return True
    following = doc[index + 1] if index + 1 < len(doc) else None
    return doc[index].text == "," and following is not None and (following.tag_, following.dep_) == ("VBG", "advcl")


def _other_speaker(doc: Doc, first: int) -> bool:
    """Whether a clause has a speaker of its own: ", and forecasters warned of more rain"."""
    for token in doc[first : first + 8]:
        if token.text in BREAKS:
            return False
        if token.tag_ in {"VBD", "VBZ", "VBP"}:
            return token.lemma_.lower() in TAGGING and token.i > first
    return False


def _own_verb(doc: Doc, index: int) -> bool:
    """Whether "and" goes on with a further verb of the speaker: ", and called on residents to leave"."""
    while index < len(doc) and doc[index].tag_ in {"RB", "RBR"}:
        index += 1
    return index < len(doc) and doc[index].tag_ in {"VBD", "VBZ", "VBP", "VBN"}


_AGAINST = listed("up down not against compared versus instead rather")


def compared(doc: Doc, last: int) -> int:
    """Past a comparison that follows: ", up from 14", ", not $1.6 billion", "compared with 30 a year before"."""
    comma = last < len(doc) and doc[last].text == ","
    first = last + 1 if comma else last
    if first >= len(doc) or doc[first].lower_ not in _AGAINST:
        return last
    for token in doc[first + 1 : first + 6]:
        if token.text in {",", ";", "."}:
            break
        if token.tag_ == "CD":
            return token.head.right_edge.i + 1 if token.head.i == token.i + 1 else token.i + 1
    return last
