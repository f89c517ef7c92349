"""In: a sentence round a quotation. Out: whose word it is by a noun, a cleft or a look back: "is what Ann Lee said"."""

import re

from spacy.tokens import Doc, Token

from twosource.finding.chain_words import PERSON_ROLES
from twosource.finding.cues import SAYING_NOUNS, VERBS
from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Frame, Party, Stretch, cue_run, party
from twosource.finding.statement_speakers import speaks
from twosource.text.listing import listed

_NEAR = 14
#: Words that look back at a quotation: "So says Ann Lee", "That is how Ann Lee describes it".
LOOKS_BACK = re.compile(
    r"(?:So|Thus|so|thus) (?=\w+s\b|said\b)|(?:That|This|Those|These|that|this) (?:is|was|were|are) "
)
#: Nouns for what someone says, those of attributions and what only a quotation is called.
WORDINGS = (
    frozenset(SAYING_NOUNS)
    | listed("line motto slogan jibe taunt quip joke mantra catchphrase summary comeback cry phrase refrain outburst")
    | listed("plea greeting advice retort rejoinder riposte prayer curse toast boast lament apology thanks instruction")
    | listed(
        "order command diagnosis prognosis lesson wisdom punchline epitaph battle-cry chant shout sigh explanation"
    )
)
#: Verbs for how a thing is told, beside those of saying.
_PUT = frozenset({"describe", "put", "sum", "express", "phrase", "call", "remember", "see", "greet", "answer"})


def quoted_frame(number: int, verb: int, cue: Stretch, source: Party | None, passing: Token | None = None) -> Frame:
    """The frame of a quotation whose words are not found yet."""
    via = None if passing is None else party(passing)
    return Frame(sentence=number, verb=verb, cue=cue, source=source, content=(10**9, -1), quoted=True, via=via)


def cleft(doc: Doc, number: int, first: int) -> Frame | None:
    """The speaker behind a quotation that a clause tells of: "is what Ann Lee said", "were the words of Ann Lee"."""
    for token in doc[first : first + _NEAR]:
        if token.dep_ in {"nsubj", "nsubjpass"} and token.i > first and token.pos_ in {"PROPN", "NOUN", "PRON"}:
            verb = token.head
            known = VERBS.get(verb.lemma_.lower())
            if (known is not None and known.force != "acts") or verb.lemma_.lower() in _PUT:
                who = party(token, before=verb.i) if token.i < verb.i else party(token, after=verb.i + 1)
                return None if who is None else quoted_frame(number, verb.i, cue_run(verb), who)
        if token.lemma_.lower() in WORDINGS and token.dep_ in {"attr", "nsubj"}:
            whose = owner(token)
            return None if whose is None else quoted_frame(number, token.i, (token.i, token.i + 1), whose)
    return None


def owner(noun: Token) -> Party | None:
    """Whose word a noun of saying is: "the mayor's answer", "a word from Ann Lee", "the verdict of the court"."""
    for token in noun.children:
        if token.dep_ == "poss":
            return party(token, before=noun.i)
        if token.dep_ in {"prep", "agent"} and token.lower_ in {"from", "of", "by"}:
            held = next((below for below in token.children if below.dep_ == "pobj"), None)
            if held is not None and (held.pos_ in {"PROPN", "PRON"} or held.lower_ in PERSON_ROLES or speaks(held)):
                return party(held, after=token.i + 1)
    return None


def worded(sentence: Sentence, number: int, last: int) -> Frame | None:
    """Such as "The words of Ann Lee, “…”, were read out": whose word the quotation right behind is."""
    for noun in sentence.doc[max(0, last - _NEAR) : last]:
        if noun.lemma_.lower() in WORDINGS and noun.pos_ == "NOUN":
            whose = owner(noun)
            if whose is not None and last - max(noun.i + 1, whose.last) <= 2:  # noqa: PLR2004 - a comma and a mark
                return quoted_frame(number, noun.i, (noun.i, noun.i + 1), whose)
    return None


def let_known(verb: Token) -> Token:
    """The verb above "known" in "lets it be known", where that is its only business; else the verb itself."""
    known = verb.lemma_ == "know" and verb.head.lemma_ in {"let", "make"} and verb.dep_ in {"ccomp", "xcomp"}
    return verb.head if known else verb
