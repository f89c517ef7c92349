"""In: a story's persons and the texts that name them. Out: each with the bodies for which a text lets them speak."""

from collections.abc import Mapping, Sequence

from twosource.reconciling.name_joining import FIRMS, Person
from twosource.reconciling.name_lookup import Lookup, bare
from twosource.records import Mentions, Name, Report, Span
from twosource.text.countries import country_of
from twosource.text.folding import fold
from twosource.text.known_bodies import known_body
from twosource.text.listing import listed
from twosource.text.offices import has_kind, of_state, offices

_FIRMS = FIRMS | listed("line owner airline chain brand")
#: So many places of a name are looked at in one report: who somebody is stands where they are named first.
_MOST = 12


def add_offices(lookup: Lookup, reports: Sequence[Report], mentions: Sequence[Mentions]) -> None:
    """Add to each person the bodies that the words beside their name tell, in all reports; to each company its state.

    Somebody who leads a body, or speaks for it, is its voice whatever else they do ("a weaver, who speaks for the
    assembly").
    """
    texts = {report.id: report.text for report in reports}
    for one in mentions:
        for name in one.names:
            person = lookup.here(one.report, name.name)
            if name.kind == "person" and person is not None and person.kind == "person":
                _add(person, name, texts, lookup, one.names)
            elif name.kind == "organisation" and person is not None and person.kind == "organisation":
                person.of_state |= any(
                    of_state(texts.get(span.report, ""), span.start, span.end) for span in name.spans[:_MOST]
                )


def _add(person: Person, name: Name, texts: Mapping[str, str], lookup: Lookup, near: Sequence[Name]) -> None:
    for span in name.spans[:_MOST]:
        text = texts.get(span.report, "")
        if text[span.start : span.end] != span.words:
            continue
        for told, leads in offices(text, span.start, span.end):
            body = _in_full(told, span, near)
            if body in _FIRMS and lookup.find(body) is None:
                continue  # whose "the line's manager" is, the only firm of the story tells
            if not _is_body(body, leads=leads, lookup=lookup):
                continue
            if bare(body) not in map(bare, person.of):
                person.of.append(body)
            if leads and "head" not in person.roles:
                person.roles.append("head")


def _in_full(body: str, at: Span, near: Sequence[Name]) -> str:
    """The name in full of a body told by its kind alone ("the head of the service"): the last of that kind before."""
    if " " in body or not body.islower():
        return body
    last = (-1, "")
    for name in near:
        if (
            name.kind == "organisation"
            and len(fold(name.name).split()) > 1
            and fold(name.name).split()[-1] == fold(body)
        ):
            before = max((span.start for span in name.spans if span.end <= at.start), default=-1)
            last = max(last, (before, name.name))
    return last[1] if last[0] >= 0 else body


def _is_body(name: str, *, leads: bool, lookup: Lookup) -> bool:
    """Whether words beside a name are a body's: by their noun, or because the story or everybody knows it."""
    if country_of(name) is not None:
        return False
    one = lookup.find(name)
    if one is not None and one.kind != "organisation":
        return False
    return leads or one is not None or known_body(name) is not None or has_kind(name)
