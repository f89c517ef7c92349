"""In: a speaker's verb or phrase. Out: whom he cites or goes by, and who passes his words on."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from twosource.finding.cues import QUOTING
from twosource.finding.statement_frames import Party, held_by, party, subject
from twosource.text.listing import listed

_SEEN = QUOTING | {"see", "obtain", "review", "view", "publish"}
_CITES = frozenset({"citing", "quoting"})
_BASED = {"relying": "on", "based": "on", "drawing": "on", "going": "by", "resting": "on", "leaning": "on"}


def cited_behind(doc: Doc, first: int) -> Iterator[Party]:
    """Whom a speaker cites behind his cue, from near to far: ", citing the police", "which quotes the ministry"."""
    for token in doc[first:]:
        if token.text in {";", "“"}:
            return
        relative = token.lemma_ in QUOTING and token.tag_ in {"VBZ", "VBD", "VBP"} and _relative(token)
        if token.lower_ in _CITES or relative:
            held = next((below for below in token.rights if below.dep_ in {"dobj", "pobj", "nsubj", "ccomp"}), None)
            found = None if held is None else party(held)
            if found is not None:
                yield Party(max(found.first, token.i + 1), found.last, found.head) if found.head > token.i else found


def cited_before(verb: Token) -> Iterator[Party]:
    """Whom a speaker cites ahead of his own clause: "Citing the Red Cross, it said", "Relying on its log, it said"."""
    for token in verb.lefts:
        wanted = _BASED.get(token.lower_)
        if (token.lower_ in _CITES and token.dep_ == "advcl") or (wanted and token.dep_ in {"advcl", "prep"}):
            held = next((below for below in token.rights if below.dep_ == "dobj"), None)
            link = next((below for below in token.rights if below.lower_ == wanted), None)
            if link is not None:
                held = next((below for below in link.rights if below.dep_ == "pobj"), None)
            found = None if held is None else party(held)
            if found is not None:
                yield found


def cited_opening(doc: Doc, source: Party | None) -> Iterator[Party]:
    """Whom a sentence opens with citing, where the model hung it on the speaker: "Quoting the army, the mayor said"."""
    opening = () if source is None else doc[: source.last]
    first = next((t.i for t in opening if t.lower_ in _CITES and t.text[:1].isupper()), None)
    if source is None or first is None:
        return
    if source.first > first:
        comma = next((t.i for t in reversed(doc[first + 1 : source.first]) if t.text == ","), None)
    else:
        comma = next((t.i for t in doc[first + 1 : source.last] if t.text == ","), None)
    finite = any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in doc[first:comma])
    if comma is None or comma <= first + 1 or finite:
        return
    inside = doc[first + 1 : comma]
    head = next((t for t in inside if not first < t.head.i < comma), inside[-1])
    yield Party(first + 1, comma, head.i)


#: "on the word of a manager"
_WORDS = listed("word authority testimony evidence say-so account information")


def cited_within(doc: Doc, source: Party | None) -> Iterator[Party]:
    """What a speaker goes by, told in his own phrase or behind it: "reports based on police files"."""
    if source is None:
        return
    for token in doc[source.first : min(len(doc), source.last + 12)]:
        wanted = _BASED.get(token.lower_)
        if token.lower_ == "on" and doc[token.i : token.i + 4].text.lower().startswith("on the "):
            link = doc[token.i + 3] if token.i + 3 < len(doc) and doc[token.i + 2].lower_ in _WORDS else None
            told = None if link is None or link.lower_ != "of" else held_by(link)
            by = None if told is None else party(told)
            if by is not None:
                yield by
        if wanted is not None and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == wanted:
            held = next((below for below in doc[token.i + 1].children if below.dep_ in {"pobj", "pcomp"}), None)
            if held is not None and held.dep_ == "pcomp":  # "relying on what survivors told it"
                held = subject(held)
            found = None if held is None else party(held)
            if found is not None:
                yield found


_FIGURES = frozenset({"figure", "number", "total", "toll", "count", "estimate", "tally", "sum", "reckoning"})


def cited_beside(doc: Doc, first: int) -> Iterator[Party]:
    """Who worked out a number that a speaker gives: ", a figure which the guard reached by counting tickets"."""
    for token in doc[first:]:
        if token.text == ";":
            return
        if token.lower_ not in _FIGURES or token.i < 2 or token.nbor(-1).lower_ != "a":  # noqa: PLR2004
            continue
        told = next(
            (below for below in token.rights if below.dep_ == "relcl" and below.tag_ in {"VBD", "VBZ", "VBN"}), None
        )
        who = None if told is None else next((t for t in told.lefts if t.dep_ == "nsubj"), None)
        if token.nbor(-2).text == "," and told is not None and told.lemma_ in _REACHES and who is not None:
            found = party(who, before=told.i)
            if found is not None and who.tag_ not in {"WDT", "WP", "PRP"}:
                yield found


_REACHES = listed("reach give compile calculate put produce obtain publish draw derive provide supply arrive")


def _relative(verb: Token) -> bool:
    return any(token.lower_ in {"who", "which"} for token in verb.lefts)


def passing(held: Token) -> Party | None:
    """Who passes a source on: "lawyers cited by local media", "a report seen by the agency"."""
    for token in held.rights:
        if token.dep_ == "acl" and token.lemma_ in _SEEN and token.tag_ == "VBN":
            for below in token.rights:
                by = next((t for t in below.children if t.dep_ == "pobj"), None) if below.lower_ == "by" else None
                if by is not None:
                    return party(by)
    return None
