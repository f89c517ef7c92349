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
_OFFICE = re.compile(
    r",\s(?:(?:the|a|an|its)\s)?(?:[\w’'-]{2,20}\s){0,3}?"
    r"(?:head|chief|director|president|chairman|chairwoman|chair|leader|secretary|spokesman|spokeswoman|spokesperson"
    r"|coordinator|commander|commissioner|executive|manager|boss)\s(?:of|for|at)\s(?:the\s)?"
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
    belongs = _BELONGS.match(behind, apposed.end() if apposed else 0)
    if belongs is not None:
        body = _body(behind[belongs.end() :])
        if body:
            yield body, False
    ahead = _ahead(text[max(0, start - _WINDOW) : start])
    if ahead:
        yield ahead, False


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
