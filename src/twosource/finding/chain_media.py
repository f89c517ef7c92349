"""In: whom a source told something. Out: the link of the medium it was, where it was one."""

from twosource.finding.chain_phrases import bare_words, is_own
from twosource.finding.chain_words import GENERIC, PERSON_ROLES, STRUCTURES, kind_of_words
from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Party
from twosource.records import Link, Report


def heard_by(report: Report, sentence: Sentence, party: Party, *, named: bool) -> Link | None:
    """A medium that was told something ("told Radio Nord"); None for reporters, crowds and the report's own.

    `named` tells whether a person is named there.
    """
    span = sentence.span(party.first, party.last)
    bare = bare_words(span.words)
    kind = kind_of_words(bare)
    if any(token.lower_ in GENERIC for token in sentence.doc[party.first : party.last]) and bare.islower():
        return None
    if kind not in {"outlet", "agency"} and (named or not _is_medium(sentence, party)):
        return None
    if is_own(report, bare):
        return None
    return Link(name=bare, kind="agency" if kind == "agency" else "outlet", span=span)


def _is_medium(sentence: Sentence, party: Party) -> bool:
    head = sentence.doc[party.head]
    if head.pos_ != "PROPN" or head.ent_type_ in {"GPE", "NORP", "LOC", "PERSON"}:
        return False
    words = {token.lower_ for token in sentence.doc[party.first : party.last]}
    return not words & (GENERIC | STRUCTURES | PERSON_ROLES)
