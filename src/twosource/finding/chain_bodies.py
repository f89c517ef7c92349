"""In: bodies as they speak. Out: which one "it", "the company" or "the institute" takes up."""

import re

from spacy.tokens import Token

from twosource.finding.chain_people import People
from twosource.finding.chain_phrases import part_of, word_set
from twosource.finding.chain_words import BUSINESSES, GENERIC_BODIES, PRIVATE_BODIES, PUBLIC, STRUCTURES, UNNAMED
from twosource.records import Link
from twosource.text.listing import listed

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_STATE = listed("ministry government police army parliament court cabinet department commission military navy")
_OWNERS = BUSINESSES | {"owner", "landlord", "subsidiary", "parent", "rival"}
#: Words that any body may be called by; a department is none but one that is called so, or by its letters.
_ANY = listed("service agency institution body organisation organization group authority")


class Bodies:
    """The bodies that have spoken so far in a report."""

    def __init__(self, people: People) -> None:
        """Begin with none; `people` tells which bodies and businesses the report names."""
        self._people = people
        self._spoken: list[Link] = []
        self.last: Link | None = None
        self.at = -1

    def speak(self, head: Token, link: Link, number: int) -> None:
        """Remember that a body or paper has spoken in a sentence; `head` is the noun that names it."""
        self.at = number
        if self.last is None or _is_body(head, link):
            self.last = link
            self._spoken = [*(body for body in self._spoken if body.name != link.name), link]

    def recall(self, link: Link, number: int) -> None:
        """Remember that "it" spoke in a sentence and whom it meant."""
        self.last, self.at = link, number
        self._spoken = [*(body for body in self._spoken if body.name != link.name), link]

    def meant(self, number: int, index: int) -> Link | None:
        """The body that is subject before a place, where none has spoken since; for "it" and "its"."""
        found = self._people.body_before(number, self._people.topic_at(number, index))
        if found is not None and (self.last is None or found[0] > self.at):
            return Link(name=found[1], kind="body")
        asked = self._people.asked_of(number)
        return None if asked is None else Link(name=asked, kind="body")

    def taken_up(self, link: Link, first: Token, number: int) -> Link:
        """A body named before in more words: "the institute" after "the Swiss Institute of Physics"."""
        wanted = word_set(link.name)
        definite = first.lower_ in {"the", "this"} or link.name.casefold() == first.lower_
        if definite and len(wanted) == 1 and wanted <= BUSINESSES and link.name.islower():
            last = None if self.last is None else self.last.name
            firm = self._people.firm_before(number, first.i, link.name, last)
            if firm is not None:
                return Link(name=firm, kind="body", span=link.span)
        for known in reversed(self._spoken):
            if wanted and wanted < word_set(known.name) and not _other(link, known):
                return Link(name=part_of(known.name, wanted), kind=known.kind, span=link.span, plural=known.plural)
        for name in self._people.bodies:
            if wanted and wanted < word_set(name) and first.lower_ in {"the", "this"}:
                return Link(name=name, kind=link.kind, span=link.span)
        if wanted <= GENERIC_BODIES and first.lower_ in {"the", "this", "that"}:
            private = bool(wanted & PRIVATE_BODIES)
            fits = (
                b for b in reversed(self._spoken) if b.kind == "body" and not (private and word_set(b.name) & _STATE)
            )
            body = next((b for b in fits if _called(b, wanted)), None)
            if body is not None:
                return Link(name=body.name, kind=body.kind, span=link.span)
        return link


def _other(link: Link, known: Link) -> bool:
    """Whether a name only stands in that of a body of another sort: a firm in that of its workers' union."""
    mine, theirs = word_set(link.name), word_set(known.name)
    return link.name[:1].isupper() and not mine & PUBLIC and bool((theirs - mine) & _SORTS)


#: What makes a body of a name that is a firm's or a place's.
_SORTS = listed("union police court council workers ministry federation hospital university")


def _called(body: Link, wanted: set[str]) -> bool:
    """Whether a body can be taken up by one plain word for bodies: "the office" is no Treasury."""
    told = word_set(body.name) | (word_set(body.span.words) if body.span is not None else set())
    if wanted & told:
        return True
    named = body.name[:1].isupper()
    return named and (
        wanted <= _ANY or not told & (STRUCTURES | {"treasury"}) or any(w.isupper() for w in body.name.split())
    )


def _is_body(head: Token, link: Link) -> bool:
    """Whether what spoke can be taken up by "the agency" or "it": a body, no plan or picture."""
    words = {word.casefold() for word in _WORD.findall(link.name)}
    named = link.name[:1].isupper() and head.lower_ in STRUCTURES | _OWNERS  # "the humanitarian office, OCHA"
    return link.kind != "body" or head.pos_ == "PROPN" or named or bool(words & (STRUCTURES | BUSINESSES | UNNAMED))
