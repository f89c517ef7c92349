"""In: tokens of a parsed sentence. Out: `Frame`, an attribution in tokens, and the stretches of sources and cues."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from twosource.finding.cues import NEGATIONS, OPENERS, QUOTING, SAYING_NOUNS, VERBS
from twosource.finding.parse import Sentence
from twosource.records import Force, Stance
from twosource.text.listing import listed

Stretch = tuple[int, int]


class Party(NamedTuple):
    """Who is named: a run of tokens of the sentence, first and past-last, and its head token."""

    first: int
    last: int
    head: int


class Frame(NamedTuple):
    """An attribution: sentence number, cue tokens, who says it, whom they cite, who hears it, content in code points.

    `verb` is the token that attributes, below zero where the words that announce a quotation have none of their own;
    `via` who passes the words on ("the agency quoted him as saying"). `cited`
    names further sources from near to far ("citing police"). `parts` are the quotations among the content.
    A `weak` one is none where it stands in what another says. A `tally` serves the numbers in it only, `written` one
    holds only if its source turns out to be a document. A `turn` is all that one says in his turn of a written talk.
    """

    sentence: int
    verb: int
    cue: Stretch
    source: Party | None
    content: Stretch
    force: Force = "says"
    stance: Stance = "asserted"
    cited: tuple[Party, ...] = ()
    hearer: Party | None = None
    via: Party | None = None
    parts: tuple[Stretch, ...] = ()
    quoted: bool = False
    weak: bool = False
    tally: bool = False
    written: bool = False
    turn: bool = False


_EDGE = listed(
    ", ; : . - – — ― ( ) [ ] “ ” \" ' ‘ ’ `` '' … | · • and but or so yet that even only also just meanwhile however"
)
_CLIMB = 5
_NAME = 2
_SPEAKS_SO = frozenset({"speak", "decline", "request", "insist"})
_CLOSING = frozenset({"”", '"', "''"})
_HANGING = frozenset({"xcomp", "conj", "advcl", "parataxis", "dep"})


def trimmed(doc: "list[Token] | object", first: int, last: int) -> Stretch:
    """The run of tokens without marks and conjunctions at its edges; empty where nothing is left."""
    words = [token.lower_ for token in doc[first:last]]  # type: ignore[index]
    left, right = 0, len(words)
    while left < right and words[left] in _EDGE:
        left += 1
    while right > left and words[right - 1] in _EDGE:
        right -= 1
    return first + left, first + right


def chars(sentence: Sentence, first: int, last: int) -> Stretch:
    """Offsets in the report of the tokens from `first` up to, not including, `last`."""
    left, right = sentence.doc[first], sentence.doc[last - 1]
    return sentence.start + left.idx, sentence.start + right.idx + len(right)


def party(token: Token, before: int | None = None, after: int | None = None) -> Party | None:
    """The noun phrase of `token` with all that belongs to it, kept before or after the token of the cue."""
    first, last = _first(token), _last(token)
    if before is not None:
        last = min(last, before)
    if after is not None:
        first = max(first, after)
    first, last = trimmed(token.doc, first, last)
    if not first <= token.i < last and token.tag_ == "WDT":  # "a list that names 40": no conjunction here
        return Party(token.i, token.i + 1, token.i)
    if not first <= token.i < last:
        return None
    return Party(first, last if after is None else past_bracket(token.doc, last), token.i)


def past_bracket(doc: Doc, last: int) -> int:
    """Past the title behind a name with a bracket: "said Rep. Ann Lee (R-Ohio), a member of the panel."."""
    if last + 2 >= len(doc) or doc[last].text != ")" or doc[last + 1].text != ",":
        return last
    end = last + 2
    while end < len(doc) and doc[end].text not in _STOPS:
        if doc[end].tag_ in {"VBD", "VBZ", "VBP", "MD", "VBG", "WP", "WDT", "IN"} and doc[end].lower_ not in _INSIDE:
            return last
        end += 1
    titled = doc[last + 2].tag_ in {"DT", "NN", "JJ"} and end > last + 2
    return end if titled else last


_STOPS = frozenset({",", ".", ";", "“", "”", '"', "''", "``"})
_INFORMS = listed("notify inform tell advise alert apprise warn")
_INSIDE = frozenset({"of", "for", "at", "in", "on", "from", "to"})


def _first(token: Token) -> int:
    """Where the noun phrase of a token begins, behind a dateline, an aside or a quotation."""
    first = token.left_edge.i
    dash = dateline_end(token.doc)
    if first < dash <= token.i:
        first = dash
    for index in range(token.i - 1, first - 1, -1):
        if token.doc[index].text in {"—", "–", "--"} or _closes(token.doc, index):
            return index + 1
    return first


def _last(token: Token) -> int:
    """Past the end of the noun phrase of a token, without what is wrongly hung on it."""
    last = token.right_edge.i + 1
    for below in token.rights:
        if below.i > token.i and _runs_on(below):
            last = min(last, below.left_edge.i)
    for below in token.doc[token.i + 1 : last]:
        if below.nbor(-1).pos_ == "PROPN" and _is_share(token.doc, below.i, last):
            last = min(last, below.i)  # "according to a survey by Infratest 62 percent"
        inner = below.dep_ == "relcl" and below.head != token and below.left_edge.i > below.head.i
        aside = below.dep_ == "acl" and below.tag_ == "VBG" and below.left_edge.i == below.i
        if (inner or aside) and token.doc[below.left_edge.i - 1].text == ",":
            last = min(last, below.left_edge.i)
    return last


def _is_share(doc: Doc, first: int, last: int) -> bool:
    """Whether a share begins at a token: "62 percent"."""
    return doc[first].tag_ == "CD" and first + 1 < last and doc[first + 1].lower_ in {"percent", "per", "%"}


def _closes(doc: Doc, index: int) -> bool:
    """Whether a mark at a token ends a quotation whose last words stand before it."""
    token = doc[index]
    if token.text not in _CLOSING:
        return False
    return token.text == "”" or (doc[index - 1].text in {",", ".", "?", "!"} if index > 0 else False)


def _runs_on(token: Token) -> bool:
    """Whether a dependent is wrongly hung on a speaker: ", adding that …", "as crews …", a conjoined clause.

    A clause about a speaker who is only named tells nothing of who he is: "Sanders, who has won in three states, said".
    """
    comma = token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].text == ","
    if token.dep_ == "acl" and token.tag_ == "VBG":
        return comma
    if token.dep_ == "appos" and token.tag_ == "NNS" and any(t.tag_ == "CD" for t in token.lefts):
        return comma  # "according to his own book, 96 people"
    if token.dep_ == "relcl" and token.lemma_.lower() in _SPEAKS_SO and token.left_edge.tag_ == "WP":
        return True  # "an aide who spoke on condition of anonymity"
    if token.dep_ == "relcl" and comma and token.head.pos_ == "PROPN":
        short = token.left_edge.i - 1 - token.head.left_edge.i <= _NAME
        return short and token.head.dep_ in {"nsubj", "nsubjpass"} and token.head.head.i > token.i
    if token.dep_ == "prep" and token.head.head.lower_ == "by" and token.head.head.head.lemma_.lower() in _INFORMS:
        return token.lower_ in {"of", "about"} and token.head.head.head.tag_ == "VBN"  # "notified by it of 40 cases"
    return token.dep_ in {"advcl", "parataxis", "ccomp"} or (token.dep_ == "conj" and token.tag_[:2] == "VB")


def cue_run(verb: Token) -> Stretch:
    """The verb with its auxiliaries, negations, adverbs and particle, as far as they stand next to it."""
    first, last = verb.i, verb.i + 1
    while first > 0:
        token = verb.doc[first - 1]
        near = token.head == verb and token.dep_ in {"aux", "auxpass", "neg", "advmod"}
        linked = token.head == verb.head and verb.dep_ == "xcomp" and token.dep_ == "ROOT"
        if not (near or linked) or token.lower_ in {"when", "how", "why", "as", "where", "while"}:
            break
        first -= 1
    if last < len(verb.doc) and verb.doc[last].dep_ == "prt" and verb.doc[last : last + 2].text.lower() != "up to":
        last += 1  # but not of "counted up to 41"
    return first, last


def negated(verb: Token) -> bool:
    """Whether the verb itself is denied: "did not say", "never said", "nobody said"."""
    for token in verb.children:
        if token.dep_ == "neg" or token.lower_ in NEGATIONS:
            return True
        if token.dep_ in {"nsubj", "nsubjpass"} and token.lower_ in {"nobody", "none", "no-one"}:
            return True
    return False


def counts_out(verb: Token) -> bool:
    """Whether what a verb is done to is so many people or things, and no claim."""
    held = next((t for t in verb.rights if t.dep_ == "dobj"), None)
    if held is None or held.lemma_.lower() in SAYING_NOUNS:
        return False
    return any(t.dep_ == "nummod" and t.head == held for t in held.lefts)


def subject(verb: Token) -> Token | None:
    """Who does what the verb says: its subject, agent, or that of the verb or noun it hangs on; never a dateline."""
    found = _subject(verb)
    if found is None:
        return None
    dash = dateline_end(found.doc)
    if found.i >= dash:
        return found
    return next((t for t in found.doc[dash : verb.i] if _beside(t, dash)), None)


def _beside(token: Token, dash: int) -> bool:
    """Whether a noun that the model hung on a dateline is the subject behind it."""
    return token.pos_ in {"NOUN", "PROPN", "PRON"} and token.head.i < dash


_LONGEST_DATELINE = 20
_DASHES = frozenset({"—", "–", "-", "--"})


@lru_cache(maxsize=4)
def dateline_end(doc: Doc) -> int:
    """The token behind a dateline that opens a sentence ("PARIS, May 2 (Agency) -"), else 0."""
    words: list[Token] = []
    bracketed = False
    for token in doc[: min(_LONGEST_DATELINE, len(doc))]:
        if token.text in _DASHES and words and (token.nbor(-1).whitespace_ or token.text == "--"):
            capitals = words[0].text.isupper() and len(words[0].text) > 2  # noqa: PLR2004
            return token.i + 1 if capitals or bracketed else 0
        if token.is_alpha:
            words.append(token)
        bracketed = bracketed or token.text == "("
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return 0
    return 0


def _subject(verb: Token, depth: int = 0) -> Token | None:
    passive = False
    found: Token | None = None
    for token in verb.children:
        if token.dep_ in {"auxpass", "nsubjpass"}:
            passive = True
        elif token.dep_ == "nsubj" and token.tag_ == "CD" and token.i > verb.i:
            continue  # "now says 34"
        elif token.dep_ == "nsubj" and found is not None and _bracketed(token, verb):
            continue  # "A letter to the president, a copy of which we have seen, says"
        elif token.dep_ == "nsubj" and (found is None or token.i < verb.i or found.i > verb.i or _set_in(token, verb)):
            found = token
    if found is not None and not passive:
        return found
    agent = next((t for t in verb.children if t.dep_ == "agent" or (t.lower_ == "by" and verb.tag_ == "VBN")), None)
    held = None if agent is None else next((below for below in agent.children if below.dep_ == "pobj"), None)
    if held is not None and held.lower_ in _MEANS and held.left_edge == held.right_edge:
        return None  # "will be told by letter"
    if agent is not None and not (held is not None and held.ent_type_ in {"DATE", "TIME"}):
        return held  # and not "by Thursday 3 million had been pledged"
    if passive or depth > _CLIMB:
        return None
    return _climbed(verb, depth)


#: By what people are told something, and not by whom.
_MEANS = listed(
    "letter post mail email e-mail phone telephone text sms fax radio loudspeaker leaflet word hand decree law"
)


def _bracketed(token: Token, verb: Token) -> bool:
    """Whether a second subject with "of which" stands between two commas before its verb."""
    doc = token.doc
    last = token.right_edge.i + 1
    copied = any(t.lower_ in {"which", "whom"} for t in doc[token.i : last])
    return copied and last < verb.i and doc[last].text == "," and doc[token.left_edge.i - 1].text == ","


def _set_in(token: Token, verb: Token) -> bool:
    """Whether a second subject stands right behind a verb set in between commas: "Pay, says the union, fell"."""
    doc = verb.doc
    last = token.right_edge.i + 1
    before = doc[verb.left_edge.i : verb.i] if verb.left_edge.i < verb.i else doc[0:0]
    apart = verb.i > 0 and doc[verb.i - 1].text == "," and any(t.text == "," for t in before)
    return apart and token.left_edge.i == verb.i + 1 and last < len(doc) and doc[last].text == ","


def _climbed(verb: Token, depth: int) -> Token | None:
    """The subject of a verb that has none of its own, from what it hangs on."""
    head = verb.head
    found: Token | None = None
    if head == verb:
        return None
    verbal = head.pos_ in {"VERB", "AUX"}
    goes_on = head.lower_ == "on" and verb.tag_ == "VBG" and head.head.lemma_.lower() in {"go", "keep", "carry"}
    if goes_on and verb.dep_ in {"pobj", "pcomp"}:
        found = _subject(head.head, depth + 1)  # "The firm goes on speaking of 46"
    elif verb.dep_ == "pcomp" and head.dep_ in {"prep", "advcl", "mark"}:
        above = head.head
        found = above
        own = _subject(above, depth + 1) if head.lower_ in _OWN else None
        if above.pos_ in {"VERB", "AUX"}:
            found = own or done_to(above) or object_of(above) or _subject(above, depth + 1)
    elif verb.dep_ == "acl" and head.pos_ in {"NOUN", "PROPN", "PRON"} and verb.tag_ != "VBN":
        found = _issuer(verb, depth) or head
    elif (
        verb.dep_ in _HANGING
        and (verbal or head.pos_ == "ADJ")
        and ((verb.tag_, verb.dep_) != ("VBN", "advcl") or any(t.lower_ == "having" for t in verb.lefts))
    ):
        apart = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.doc[max(0, verb.i - 1)].text == ","
        tagged = _speaker_beside(verb) if apart else None
        found = tagged or (_speaker_above(verb) if apart else None) or _subject(head, depth + 1) or done_to(head)
    elif verb.dep_ == "prep" and verb.tag_ == "VBG":
        found = _subject(head, depth + 1) if verbal else head
    return found


#: Prepositions behind which the subject itself speaks: "she pleased them by saying that …".
_OWN = frozenset({"by", "after", "before", "while", "in"})
_ISSUES = listed(
    "issue release send write sign make give deliver publish post tweet email circulate file run launch hold read put"
    " do record air"
)


def _issuer(verb: Token, depth: int) -> Token | None:
    """Who speaks in a participle hung on what he issues, or on a noun before a comma: "issued a statement saying"."""
    above = verb.head.head if verb.head.dep_ in {"dobj", "pobj", "dative", "conj"} else None
    if above is not None and above.pos_ == "ADP":
        above = above.head
    if above is not None and above.pos_ in {"NOUN", "PROPN"}:  # "a cover of the tabloid saying"
        above = above.head
    if above is None or above.pos_ not in {"VERB", "AUX"} or verb.tag_ != "VBG":
        return None
    apart = verb.nbor(-1).text == "," if verb.i > 0 else False
    thing = verb.head.pos_ == "NOUN" and above.lemma_.lower() in _ISSUES
    return _subject(above, depth + 1) if apart or thing else None


def _speaker_beside(verb: Token) -> Token | None:
    """Who has just spoken in a tag: "40 drowned when it sank, the coast guard said, adding that …"."""
    told = verb.doc[verb.i - 2] if verb.i > 1 else None
    cue = None if told is None else VERBS.get(told.lemma_.lower())
    if told is None or cue is None or cue.force != "says" or told.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    return next((t for t in told.lefts if t.dep_ == "nsubj"), None)


def _speaker_above(verb: Token) -> Token | None:
    """The subject of the outermost verb of saying that a participle hangs under: "she said …, adding that …"."""
    found: Token | None = None
    head = verb.head
    for _ in range(8):
        cue = VERBS.get(head.lemma_.lower())
        if cue is not None and cue.force == "says":
            found = next((t for t in head.children if t.dep_ == "nsubj"), found)
        if head.head == head:
            break
        head = head.head
    return found


def done_to(verb: Token) -> Token | None:
    """The passive subject of a verb: who "was quoted as saying"."""
    return next((token for token in verb.children if token.dep_ == "nsubjpass"), None)


def held_by(preposition: Token) -> Token | None:
    """The object of a preposition, or None."""
    return next((t for t in preposition.children if t.dep_ == "pobj"), None)


def doer(verb: Token) -> Token | None:
    """The subject that stands before a verb in its own clause, or None; a shared or understood one is `subject`."""
    return next((t for t in verb.lefts if t.dep_ == "nsubj"), None)


def object_of(verb: Token) -> Token | None:
    """The direct object of a verb: who "quoted the union as saying" gives the word."""
    return next((token for token in verb.rights if token.dep_ == "dobj"), None)


def passed_on(verb: Token) -> Token | None:
    """Who quotes the speaker of `verb`: "KCNA quoted him as saying", "he was quoted by KCNA as saying"."""
    prep = verb.head
    if verb.dep_ not in {"pcomp", "advcl", "xcomp", "acl", "ccomp"}:
        return None
    above = prep.head if prep.dep_ in {"prep", "mark", "dobj"} else prep
    if above.lemma_ not in QUOTING:
        return None
    if done_to(above) is not None or above.tag_ == "VBN":
        for holder in (above, verb):
            for token in holder.rights:
                if token.dep_ in {"agent", "prep"} and token.lower_ == "by":
                    return next((below for below in token.children if below.dep_ == "pobj"), None)
        return None
    return next((token for token in above.lefts if token.dep_ == "nsubj"), None)


def openers(verb: Token) -> Iterator[Token]:
    """Prepositions right of the verb that may open its content, none of time, place or hearer."""
    for token in verb.rights:
        if token.dep_ in {"prep", "agent"} and token.lower_ in OPENERS and not circumstance(token):
            yield token


_TIMES = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december morning evening night afternoon day week month year time conference briefing"
    " interview statement call release phone telephone reporter reporters journalists email e-mail mail twitter"
    " facebook television tv radio podcast speech rally meeting hearing debate event post tweet report letter mon tue"
    " tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec response reply while today"
    " yesterday newspaper behalf condition weekend summer winter spring autumn fall moment end beginning"
)


def circumstance(preposition: Token) -> bool:
    """Whether a prepositional phrase tells when, where or to whom something was said."""
    held = next((below for below in preposition.children if below.dep_ == "pobj"), None)
    if held is None:
        return False
    if preposition.lower_ in {"on", "in", "at", "over", "by", "for", "with", "from", "to"}:
        return held.lower_ in _TIMES or held.ent_type_ in {"DATE", "TIME"}
    return False
