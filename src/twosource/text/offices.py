"""In: a text and where a person's name stands in it. Out: the bodies for which the words beside it let them speak."""

import re
from collections.abc import Iterator

from twosource.text.folding import fold
from twosource.text.listing import listed
from twosource.text.titles import BODIES, HONORIFICS, RANKS

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[\w&’'-]*[\w’']|[,;:()“”\"—–]|[.!?]")
#: Verbs by which somebody is at the head of a body, or its voice, and how the tongue goes on before the body's name.
_LEADS = re.compile(
    r",?\s(?:(?:who|and)\s)?(?:now\s|also\s|still\s)?"
    r"(?:heads|leads|runs|chairs|directs|represents|presides\sover|speaks\s(?:for|on\sbehalf\sof)|speaking\sfor"
    r"|headed|leading|heading|chairing|representing|is\sat\sthe\shead\sof)\s",
)
_APPOSED = re.compile(r"(?:,\s\d{2})?,\s[^,.;:—–“”\"()\d]{2,60},(?=\swho\s)|,\s\d{2},")
_BELONGS = re.compile(r",?\s(?:of|from|with|at|for)\s")
_HEADED = (
    r"(?:head|chief|director|director-general|president|chairman|chairwoman|chairperson|chair|leader|secretary"
    r"|secretary-general|spokesman|spokeswoman|spokesperson|coordinator|commander|commissioner|executive|manager|boss"
    r"|superintendent|principal|governor|treasurer)"
)
_OFFICE = re.compile(
    r",\s(?:(?:the|a|an|its|our|their)\s)?(?:[\w’'-]{2,20}\s){0,3}?" + _HEADED + r"\s(?:of|for|at)\s(?:the\s)?"
)
#: "Ana Sole, an official of the transport ministry": whose word is the body's, though she heads nothing.
_SERVES = re.compile(
    r",\s(?:an?|the|one)\s(?:[\w’'-]{2,20}\s){0,2}?(?:official|representative|delegate|envoy|officer)\s(?:of|for|from|at|with|in)\s"
)
_TITLED = r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Gen|General|Col|Colonel|Capt|Captain|Maj|Major|Lt|Brig)\.?\s){0,3}$"
#: "the head of the rescue service, Ana Sole", "director of the Kesh clinic Ana Sole".
_OFFICE_AHEAD = re.compile(
    rf"\b(?i:{_HEADED})\s(?:of|for|at)\s(?P<body>(?:the\s)?[^\s,;:.!?“”\"()—–][^,;:.!?“”\"()—–]{{1,60}}?),?\s{_TITLED}"
)
#: "the union's chairwoman, Ana Sole", "the Kesh clinic's deputy director Ana Sole".
_OWNED_AHEAD = re.compile(
    rf"(?P<body>[^,;:.!?“”\"()—–]{{2,80}}?)(?:[’']s|(?<=s)[’'])\s(?:[\w’'-]{{2,20}}\s){{0,2}}?(?i:{_HEADED}),?\s{_TITLED}"
)
#: "Ana Sole, the union's chairwoman,".
_OWNED_BEHIND_NAME = re.compile(
    rf",\s(?P<body>[^,;:.!?“”\"()—–]{{2,60}}?)(?:[’']s|(?<=s)[’'])\s(?:[\w’'-]{{2,20}}\s){{0,2}}?{_HEADED}\b(?!\s[a-z]+s\b)"
)
#: "the Minister of Health, Dr Ana Sole", "Minister of Energy Ana Sole", "Ana Sole, our minister of health".
_MINISTER_AHEAD = re.compile(
    rf"\b[Mm]inister\s(?:of|for)\s(?:the\s)?(?P<field>[^\W\d_][\w-]+(?:\s(?:and\s)?[A-Z][\w-]+){{0,2}}),?\s{_TITLED}"
)
_FIELD_AHEAD = re.compile(
    rf"\b(?P<field>(?!Prime|First|Deputy|Junior|Former|State|The|the|prime|first|deputy|junior|former|state)[^\W\d_][\w-]+)"
    rf"\s[Mm]inister,?\s{_TITLED}"
)
_MINISTER_BEHIND = re.compile(
    r",\s(?:(?:the|our|its|their|then|a|[\w-]+[’']s)\s)?(?:[\w-]{2,20}\s){0,2}?(?:[Mm]inister\s(?:of|for)\s(?:the\s)?"
    r"(?P<field>[^\W\d_][\w-]+)|(?P<late>(?!prime|first|deputy|junior|former|state)[a-z][\w-]+)\sminister)\b"
)
_ARTICLE = re.compile(r"(?:the|The|a|an|its|their|his|her|our)\s")
_ARTICLES = listed("the a an")
_LINKS = listed("of for the and de du des del la")
#: Words that begin what is said of a body, and are no part of its name.
_ENDS = listed(
    "who which that when where while but or as because if is are was were be been has have had will would can could"
    " may might must said says told tells saying added adds answered put gave gives wrote by to in on at from with"
    " about after before since until near outside inside up down off over out not now then this yesterday today"
)
#: Words behind which the name of a body may begin.
_BEFORE_BODIES = listed("that said according so yesterday today meanwhile later however asked told adds")
_PAST = re.compile(r"\b(?:former|formerly|ex|late|retired|one-time|then)\b", re.IGNORECASE)
_WINDOW, _MOST = 160, 9
_LOWER = 3


def offices(text: str, start: int, end: int) -> Iterator[tuple[str, bool]]:
    """(body, leads) for each body that the words around a name tie to its bearer; `leads` where they head it.

    "Ana Sole of the dock workers' union", "Ana Sole, who leads the union", "Ana Sole, a weaver, who speaks for the
    assembly", "dock union boss Ana Sole". `text[start:end]` is the name. Whether "Ana Sole of Kesh" is of a body or
    of a town is for the caller to know.
    """
    behind = text[end : end + _WINDOW]
    apposed = _APPOSED.match(behind)
    leads = _LEADS.match(behind, apposed.end() if apposed else 0)
    if leads is not None:
        body = _body(behind[leads.end() :])
        if body:
            yield body, True
    office = _OFFICE.match(behind)
    if office is not None:
        body = _body(behind[office.end() :]) or _plain(behind[office.end() :])
        if body:
            yield body, True
    serves = _SERVES.match(behind), _BELONGS.match(behind, apposed.end() if apposed else 0)
    yield from ((body, False) for found in serves if found and (body := _body(behind[found.end() :])))
    before = text[max(0, start - _WINDOW) : start].rpartition("\n")[2]
    for named in _named_offices(before, behind):
        yield named, True
    ahead = _ahead(text[max(0, start - _WINDOW) : start])
    if ahead:
        yield ahead, False


def _named_offices(before: str, behind: str) -> Iterator[str]:
    """The bodies that a title right before or behind a name says it heads or speaks for."""
    owners = (_OFFICE_AHEAD.search(before), _OWNED_AHEAD.search(before), _OWNED_BEHIND_NAME.match(behind))
    for found in owners:
        body = _last_body(found["body"]) if found and not _is_past(found) else ""
        if body:
            yield body
    minister = _MINISTER_AHEAD.search(before) or _FIELD_AHEAD.search(before) or _MINISTER_BEHIND.match(behind)
    if minister is not None and not _is_past(minister):
        groups = minister.groupdict()
        yield f"{(groups.get('field') or groups['late']).lower()} ministry"


def _is_past(title: re.Match[str]) -> bool:
    """Whether a title is one that somebody has held: "the former head of the service"."""
    return bool(_PAST.search(title.string[max(0, title.start() - 12) : title.end()]))


def _last_body(words: str) -> str:
    """The body at the end of words before a possessive or a name: "said that the rescue service" names the service."""
    tokens = words.split()
    kept: list[str] = []
    for token in reversed(tokens):
        if token.lower() in _ENDS | _BEFORE_BODIES or len(kept) == _MOST:
            break
        kept.append(token)
    kept.reverse()
    while kept and kept[0].lower() in _ARTICLES | {"its", "their", "our", "his", "her", "of", "for"}:
        kept = kept[1:]
    ends = bool(kept) and (_is_noun(kept[-1]) or kept[-1][:1].isupper())
    return " ".join(kept) if ends else ""


_OWNED = re.compile(
    r"\b(?:(?:state|government|publicly)[ -](?:owned|run|controlled|held)|national|state)\s"
    r"(?:[\w-]{2,20}\s){0,2}(?:company|operator|carrier|airline|railway|railways|utility|corporation|firm|agency)\s$"
    r"|\b(?:state|government)-(?:owned|run|controlled|held)\s(?:[\w-]{2,20}\s){0,2}$",
    re.IGNORECASE,
)
_OWNED_BEHIND = re.compile(
    r"(?:, (?:the|a)\s|\s(?:is|was)\s)(?:state|government)[ -](?:owned|run|controlled|held)\b", re.IGNORECASE
)


def of_state(text: str, start: int, end: int) -> bool:
    """Whether the words beside a company's name say that it is the state's: "state-owned operator TransRail"."""
    ahead, behind = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    return bool(_OWNED.search(ahead.rpartition("\n")[2]) or _OWNED_BEHIND.match(behind))


def _body(words: str) -> str:
    """The name of a body with which the words begin, without its article; "" where there is none."""
    article = _ARTICLE.match(words)
    words = words[article.end() :] if article else words
    kept: list[str] = []
    last = lower = 0
    for match in list(_TOKEN.finditer(words))[:_MOST]:
        token = match.group()
        named, noun = token[:1].isupper(), _is_noun(token)
        if not token[:1].isalnum() or token in _ENDS or lower == _LOWER:
            break
        lower = 0 if named or noun else lower + 1
        kept.append(token)
        if noun or (named and token not in _LINKS):
            last = len(kept)
    found = [re.sub(r"[’']s?$", "", token) if place == last - 1 else token for place, token in enumerate(kept[:last])]
    return " ".join(found) if any(_is_noun(token) or token[:1].isupper() for token in found) else ""


def _plain(words: str) -> str:
    """The few plain words up to the next mark or verb, for what somebody heads ("civil protection")."""
    kept: list[str] = []
    for match in _TOKEN.finditer(words):
        token = match.group()
        if not token[:1].isalpha() or token in _ENDS:
            return " ".join(kept)
        kept.append(token)
        if len(kept) == _LOWER:
            break
    return ""


def has_kind(body: str) -> bool:
    """Whether a name says what kind of body it is of ("the dock workers' union"), so that no more has to be known."""
    return any(_is_noun(token) for token in body.split())


def _is_noun(token: str) -> bool:
    """Whether a word is for a kind of body, be it in the plural ("services")."""
    folded = fold(token)
    return folded in BODIES or (folded.endswith("s") and folded[:-1] in BODIES)


def _ahead(words: str) -> str:
    """The body whose name, and what its man or woman does there, stand right before a name ("UN numbers guy")."""
    sentence = re.split(r"[.!?;:—–“”\"()\n]\s*|,\s", words)[-1]
    tokens = [token for token in sentence.split() if fold(token) not in HONORIFICS | RANKS]
    told = len(tokens)
    while told and tokens[told - 1].islower():
        told -= 1
    if not 0 < len(tokens) - told <= _LOWER - 1:
        return ""
    first = told
    while first and tokens[first - 1][:1].isupper():
        first -= 1
    first += fold(tokens[first]) in _ARTICLES
    return " ".join(tokens[first:told])
