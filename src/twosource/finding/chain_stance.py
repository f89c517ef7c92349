"""In: a figure in its sentence, and the statements over it. Out: asserted, denied or doubted."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from twosource.finding.chain_hearsay import is_hearsay, is_refuted
from twosource.finding.parse import Parsed, Sentence
from twosource.records import Figure, Span, Stance, Statement
from twosource.text.listing import listed

_FALSE = re.compile(
    r"\b(?:false|untrue|wrong|baseless|unfounded|groundless|incorrect|inaccurate|fabricated|fictitious|nonsense|absurd"
    r"|invented|devoid of (?:any )?truth|an? (?:\w+ )?(?:lie|invention|fabrication|hoax|myth|falsehood|distortion)"
    r"|(?:has|have|had|with) no (?:basis|foundation|connection with reality)|without (?:any )?(?:basis|foundation)"
    r"|never existed|never happened|fake|fairy[- ]?tales?|tall (?:tale|story)|figments?|fantas(?:y"
    r"|ies)|rubbish|canard|myths|mischievous"
    r"|exaggerat\w+|lies|fabrications?|inventions?)\b",
    re.IGNORECASE,
)
_UNPROVEN = re.compile(
    r"\b(?:without (?:\w+ ){0,3}(?:evidence|proof|substantiation)|offer(?:s|ed|ing)? no (?:evidence|proof)|unverified"
    r"|unconfirmed|unsubstantiated|never (?:backed|proven|confirmed|verified|substantiated)|(?:is|are) to be believed"
    r"|(?:would|will) have (?:you|us) believe|(?:was|were|is|are) said to have)\b",
    re.IGNORECASE,
)
_DOUBTED_AFTER = re.compile(
    r"\b(?:without (?:\w+ ){0,3}(?:evidence|proof|substantiation)|offer(?:s|ed|ing)? no (?:evidence|proof)"
    r"|(?:is|are) to be believed"
    r"|(?:was|were|has|have|is|are) (?:never|not) (?:been )?(?:backed|proven|confirmed|verified|substantiated))\b",
    re.IGNORECASE,
)
#: Words behind a number, in its sentence or at the head of the next one, that nobody could prove it.
_UNCHECKED = re.compile(
    r"\b(?:(?:nobody|no one|no-one|none of us|we|neither (?:side|party))\b[^.;]{0,40}\b(?:able|unable|could|can|cannot"
    r"|has|have|had)\b[^.;]{0,20}\b(?:check|checked|verify|verified|confirm|confirmed|prove|proved|seen|see)"
    r"|(?:which|that|the (?:claim|number|figure)) (?:could|can) not be (?:\w+ )?(?:checked|verified|confirmed|proved)"
    r"|(?:which|that|this|it|they|the (?:claim|number|figure)s?) (?:cannot|could not|can not) be"
    r" (?:squared|reconciled|borne out|(?:\w+ly )?(?:checked|verified|confirmed))"
    r"|(?:which|that|the (?:claim|number|figure)) (?:is|was|remains)"
    r" (?:impossible to (?:check|verify|confirm)|unverified|unproven))\b(?! (?:by |of )?\d)",
    re.IGNORECASE,
)
_NOT_CHECKED_SAYS = re.compile(
    r"^\W*(?:(?:nobody|no one|no-one|we)\b[^.;]{0,40}\b(?:it|that|this)"
    r"|(?:that|this|it|the (?:claim|number|figure)))\b",
    re.IGNORECASE,
)
#: What opens a line that sets a rumour right: "Fact check: No, 12 people did not die".
_LABEL = re.compile(r"^\W*(?:FALSE|FAKE|UNTRUE|NOT TRUE|HOAX|MYTH|False|Fake|Untrue)\s*[:–—]\s")
_NO = re.compile(r"^(?:[\w -]{3,20}: )?no, ", re.IGNORECASE)
_NOT_TRUE = re.compile(
    r"\b(?:not (?:true|correct|exact|accurate|right|the case|so)|no truth (?:in|to)|untrue|never (?:true|the case))\b"
    r"[^.;:]{0,60}$"
    r"|\ban? (?:\w+ )?(?:lie|slander|libel|calumny|fabrication|falsehood|myth|hoax|fairy[- ]?tale)\b[^.;]{0,60}\bthat\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_CONTRARY = re.compile(
    r"\bcontrary to (?:\w+ ){0,4}(?:reports?|claims?|rumou?rs?|press|media|stories)\b", re.IGNORECASE
)
_OR_SO = re.compile(r"\bor so \w+(?: \w+){0,3} (?:says?|claims?|said|claimed|would have)\b", re.IGNORECASE)
_MORE = frozenset({"more", "less", "fewer", "only", "just", "all", "until", "yet", "over", "under", "exactly"})
_HEDGED_SOURCE = re.compile(r"\b(?:alleged|unverified|unconfirmed|so-called|rumou?rs?|purported)\b", re.IGNORECASE)
_HEDGES = listed("reportedly allegedly supposedly purportedly alleged suspected rumoured rumored purported supposed")
_CORRECTS = re.compile(
    r"\b(?:correct(?:s|ed|ion)|clarifi(?:es|ed|cation)|revis(?:es|ed|ion)"
    r"|(?:an?|the) (?:earlier|previous|original) version)\b",
    re.IGNORECASE,
)
_WITHDRAWN = re.compile(
    r"\b(?:(?:an?|the) (?:earlier|previous|original) version"
    r"|this (?:article|report|story|newspaper|page|piece) (?:had )?(?:first |earlier |originally "
    r"|wrongly )?(?:said|stated|reported|gave|put|had)"
    r"|we (?:had )?(?:first |earlier |originally )?(?:reported|said|wrote|stated|gave)"
    r"|because of an? (?:\w+ )?error|misstated|incorrectly|wrongly|erroneously"
    r"|(?:was|were) (?:first |originally |initially )?(?:given|stated|reported|described|listed|put|quoted)"
    r" (?:as|at))\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\bnot\s+(?:(?:the|from|a|as)\s+)?$", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand)\b",
    re.IGNORECASE,
)
_AS_FOR = re.compile(r"\bas for (?:the )?$", re.IGNORECASE)
_ASKED = re.compile(r"[^.;,:–—]*\?$")
_REJECTS = listed("deny reject dispute refute stress insist clarify rebut underline")
_CLIMB = 12


def stance_of(parsed: Parsed, figure: Figure, holding: Sequence[Statement], number: int | None) -> Stance:
    """The stance of a figure under the statements that hold it; a denial outweighs a doubt."""
    stances: set[Stance] = {statement.stance for statement in holding}
    sentence = None if number is None else parsed.sentences[number]
    if sentence is None or not (_asked_elsewhere(sentence, figure.span) or _refused(sentence, figure)):
        stances.add(figure.stance)
    if sentence is not None:
        stances.add(_inside(sentence, figure.span, holding))
    if sentence is not None and number is not None:
        if _unchecked(parsed, number, figure.span) or is_hearsay(sentence, figure.span):
            stances.add("doubted")
        if is_refuted(parsed, number, figure.span):
            stances.add("denied")
    return "denied" if "denied" in stances else "doubted" if "doubted" in stances else "asserted"


#: Who turns down what is asked or offered says of its number nothing: "rejected the demand for 400 posts".
_REFUSED = re.compile(
    r"\b(?:reject|refus|dismiss|den(?:y|ie)|turn\w* down)\w*\s+(?:[\w’'-]+\s+){0,5}?"
    r"(?:demands?|offers?|requests?|proposals?|bids?|pleas?|calls?|plans?|appeals?|claims? for)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


def _refused(sentence: Sentence, figure: Figure) -> bool:
    before = sentence.text[: figure.span.start - sentence.start]
    return figure.stance == "denied" and _REFUSED.search(before[-160:]) is not None


def _unchecked(parsed: Parsed, number: int, span: Span) -> bool:
    """Whether the report adds that nobody could check a number: "40, which could not be verified", "We could not"."""
    sentence = parsed.sentences[number]
    behind = sentence.text[span.end - sentence.start :]
    own = re.search(r"[,;–—-] ?(.*)$", behind)
    if own is not None and _UNCHECKED.search(own[1][:130]):
        return not _NUMBER.search(behind[: own.start()])
    following = parsed.sentences[number + 1] if number + 1 < len(parsed.sentences) else None
    if following is None or following.paragraph != sentence.paragraph:
        return False
    return bool(_NOT_CHECKED_SAYS.match(following.text) and _UNCHECKED.search(following.text[:130]))


def _inside(sentence: Sentence, span: Span, holding: Sequence[Statement]) -> Stance:
    before, after = sentence.text[: span.start - sentence.start], sentence.text[span.end - sentence.start :]
    token = _token(sentence, span)
    false = token is not None and (_said_false(token) or _said_not(token, holding) or _is_not(token, sentence, span))
    if sentence.heading and _LABEL.match(sentence.text):
        return "denied"
    if false or _NOT_TRUE.search(before) or _withdrawn(sentence, before, after):
        return "denied"
    near = re.split(r"[;:]", before)[-1], re.split(r"[;:]", after)[0]
    unproven = _OR_SO.search(after[:120]) or _UNPROVEN.search(near[0][-90:]) or _DOUBTED_AFTER.search(near[1][:130])
    doubtful = any(s.chain and s.source is not None and _HEDGED_SOURCE.search(s.source.words) for s in holding)
    asked = sentence.heading and _ASKED.match(after.rstrip())
    if unproven or doubtful or asked or (token is not None and _hedged(token)):
        return "doubted"
    return "asserted"


def _asked_elsewhere(sentence: Sentence, span: Span) -> bool:
    """Whether a heading ends in a question that another part of it asks: "40 dead: who is to blame?"."""
    after = sentence.text[span.end - sentence.start :].rstrip()
    return after.endswith("?") and _ASKED.match(after) is None


def _withdrawn(sentence: Sentence, before: str, after: str) -> bool:
    """Whether a correction takes a figure back, or it is set aside as false: "four, not 14", "as for the 112 …"."""
    if _CORRECTS.search(sentence.text):
        instead = _NOT.search(before) and _NUMBER.search(before)
        if instead or _WITHDRAWN.search(before):
            return True
    return bool(_AS_FOR.search(before) and _FALSE.search(after))


def _token(sentence: Sentence, span: Span) -> Token | None:
    return next(
        (t for t in sentence.doc if sentence.start + t.idx + len(t) > span.start + max(0, len(span.words) - 2)), None
    )


def _clause(token: Token) -> Token:
    """The verb of the clause a token stands in."""
    for _ in range(_CLIMB):
        if token.pos_ in {"VERB", "AUX"} or token.head == token:
            return token
        token = token.head
    return token


def _said_false(token: Token) -> bool:
    """Whether the clause of a figure, or the one over it, calls it false: "the figure of 37 was devoid of truth"."""
    verb = _clause(token)
    for _ in range(3):
        words = verb.doc[verb.i : min(len(verb.doc), verb.i + 9)].text
        called = verb.lemma_ == "call" and token.i > verb.i and _FALSE.search(verb.doc[token.i : token.i + 8].text)
        subject = token.i < verb.i and any(
            t.dep_ in {"nsubj", "csubj", "nsubjpass"} and _over(t, token) for t in verb.lefts
        )
        if (verb.lemma_ in {"be", "have"} and subject and _FALSE.search(words)) or called:
            return not any(t.dep_ == "neg" for t in verb.children)
        over = verb.dep_ in {"ccomp", "advcl"} and verb.head.lemma_ == "be"
        if over and _FALSE.search(verb.doc[verb.head.i : verb.i].text):
            return True
        if verb.head == verb:
            return False
        verb = _clause(verb.head) if verb.head.pos_ not in {"VERB", "AUX"} else verb.head
    return False


def _over(above: Token, below: Token) -> bool:
    return above == below or above.is_ancestor(below)


def _said_not(token: Token, holding: Sequence[Statement]) -> bool:
    """Whether a speaker who rejects or stresses says that it was not so: "did not wait 14 days, he stressed"."""
    verb = _clause(token)
    if not any(t.dep_ == "neg" for t in verb.children) or token.i < verb.i:
        return False
    cues = " ".join(s.cue.words.lower() for s in holding if s.cue is not None)
    return any(cues.find(word[:-1]) >= 0 for word in _REJECTS)


def _is_not(token: Token, sentence: Sentence, span: Span) -> bool:
    """Whether its clause says that an amount is not so: "was never at 30 ppm", "there were not 40 dead"."""
    verb = _clause(token)
    negation = next((t for t in verb.children if t.dep_ == "neg"), None)
    if negation is not None and span.start <= sentence.start + negation.idx < span.end:
        return False  # "there was not one life vest" says so of none
    if negation is not None and _NO.match(sentence.text):
        return True
    if negation is not None and _CONTRARY.search(sentence.text):
        return True
    if negation is None or negation.i > token.i or token.i < verb.i:
        return False
    if any(t.lower_ in _MORE for t in token.doc[negation.i + 1 : token.i]):
        return False
    there = any(t.dep_ == "expl" for t in verb.lefts)
    return verb.lemma_ == "be" and (there or negation.lower_ == "never")


def _hedged(token: Token) -> bool:
    """Whether the figure's own clause or noun is hedged: "reportedly", "an alleged 40"."""
    verb = _clause(token)
    near = [*token.lefts, *token.head.lefts, *verb.children]
    if any(t.lower_ in _HEDGES for t in near):
        return True
    return token.i > 0 and any(t.lower_ in _HEDGES for t in token.doc[max(0, token.i - 3) : token.i])
