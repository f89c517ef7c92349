"""In: noun phrases of a parse. Out: what in them names a source: the core, a name beside it, the antecedent."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from twosource.finding.chain_issuer import is_issuer
from twosource.finding.chain_words import (
    ARTICLES,
    BODIES,
    BUSINESSES,
    DOCUMENTS,
    INSTRUMENTS,
    PERSON_ROLES,
    STRUCTURES,
    UNNAMED,
    kind_of_words,
)
from twosource.finding.figures.nouns import is_person
from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Frame, Party, circumstance, held_by, subject
from twosource.records import Link, LinkKind, Name, Report
from twosource.text.date_words import MONTHS
from twosource.text.listing import listed

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

#: Verbs that are often deeds: they make a source only of who or what can speak.
_WEAK = listed(
    "find show see hear know feel reveal learn discover understand record register measure sense recall pass"
)


def weak(sentence: Sentence, frame: Frame) -> bool:
    """Whether an attribution's verb is often a deed."""
    return 0 <= frame.verb < len(sentence.doc) and sentence.doc[frame.verb].lemma_.lower() in _WEAK


#: Bodies that find and see by their office.
_FINDERS = listed("panel jury team lab laboratory inquiry auditors taskforce tribunal mission delegation monitors")


def can_speak(head: Token, link: Link) -> bool:
    """Whether a source is a person, body, document or unnamed speaker, and no thing or product."""
    if link.kind in {"person", "document", "agency", "outlet", "unnamed", "post"} or head.pos_ == "PRON":
        return True
    if head.lower_ in DOCUMENTS or head.lower_ in BUSINESSES or head.lower_ in STRUCTURES:
        return True
    words = {word.casefold() for word in _WORD.findall(link.name)}
    return bool(words & (STRUCTURES | DOCUMENTS | _FINDERS)) or (
        head.pos_ == "PROPN" and head.ent_type_ in {"ORG", "NORP", "GPE"}
    )


def word_set(words: str) -> set[str]:
    """The words of a name in lower case, without articles and possessive endings."""
    return {word.casefold().replace("’", "'").removesuffix("'s") for word in _WORD.findall(words)} - ARTICLES - {"of"}


def co_refers(party: Party, name: Token) -> bool:
    """Whether a name inside a noun phrase names what the phrase means, and no owner, place or employer of it."""
    token = name
    for _ in range(6):
        if token.i == party.head:
            return True
        if token.dep_ in {"poss", "pobj"}:
            return False
        if token.head == token or not party.first <= token.head.i < party.last:
            return True
        if token.dep_ not in {"appos", "compound", "nmod", "flat", "nsubj", "npadvmod", "dep", "conj"}:
            return False
        token = token.head
    return False


def antecedent(relative: Token) -> Token | None:
    """The noun a relative pronoun stands for, or None."""
    verb = relative.head
    for _ in range(4):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.head == verb:
            break
        verb = verb.head
    before = relative.nbor(-2) if relative.i > 1 and relative.nbor(-1).text == "," else None
    return before if before is not None and before.pos_ in {"NOUN", "PROPN"} else None


_QUANTITIES = frozenset({"some", "many", "several", "most", "all", "both", "few"})


def counted_out(doc: Doc, party: Party) -> Party:
    """Of "some of the survivors" the survivors; any other party as it is."""
    head = doc[party.head]
    if head.lower_ not in _QUANTITIES or head.i + 1 >= party.last or doc[head.i + 1].lower_ != "of":
        return party
    held = held_by(doc[head.i + 1])
    inside = held is not None and held.i < party.last and held.pos_ == "NOUN"
    return Party(held.left_edge.i, party.last, held.i) if held is not None and inside else party


def core(doc: Doc, party: Party) -> tuple[int, int]:
    """The noun phrase without appositions, relative clauses, brackets and what follows them."""
    head = doc[party.head]
    last = party.last
    for token in head.rights:
        beside = token.dep_ == "appos" and doc[token.left_edge.i - 1].text not in {",", "(", "–", "—"}
        if not beside and token.dep_ in {"appos", "relcl", "acl", "advcl", "parataxis"} and token.left_edge.i < last:
            last = max(head.i + 1, min(last, token.left_edge.i))
        if (
            token.lower_ in {"on", "in", "at"} and token.i > head.i and circumstance(token)
        ):  # "said the police on Friday morning"
            last = max(head.i + 1, min(last, token.left_edge.i))
    for index in range(head.i + 1, last):
        if doc[index].text in {",", "(", ";", "–", "—"}:
            last = index
            break
    first = party.first
    for index in range(head.i - 1, first - 1, -1):
        if doc[index].text in {",", "–", "—", ":", ";"} and doc[head.i].dep_ != "conj":
            first = index + 1
            break
    return first, max(last, head.i + 1)


def apposed_name(doc: Doc, head: Token, party: Party) -> tuple[int, int] | None:
    """The proper name set beside a common noun: "the operator, Lintas Samudra", "a charity called …" has none."""
    if head.pos_ == "PROPN" or any(token.pos_ == "PROPN" and token.dep_ != "poss" for token in head.lefts):
        return None
    called = _called(doc, head, party)
    if called is not None:
        return called
    comma = head.right_edge.i if head.right_edge.i < party.last else party.last - 1
    for token in (*head.rights, *(t for t in doc[head.i + 1 : comma + 1] if t.dep_ == "nsubj")):
        own = doc[token.left_edge.i].tag_ != "WP$"
        if own and token.pos_ == "PROPN" and token.i < party.last and doc[token.left_edge.i - 1].text == ",":
            return token.left_edge.i, token.i + 1
    return None


_CALLING = frozenset({"calling", "called", "named", "styling", "dubbed", "dubbing", "known", "naming"})


_CALLS = frozenset({"call", "style", "name", "dub"})


def _called(doc: Doc, head: Token, party: Party) -> tuple[int, int] | None:
    """The proper name a group goes by: "a group calling itself Red Hand", "a charity called Open Door"."""
    first = head.i + 1
    if first < party.last and doc[first].lower_ in {"that", "which"}:
        first += 1
    calls = first < party.last and (doc[first].lower_ in _CALLING or doc[first].lemma_.lower() in _CALLS)
    by_name = doc[first : first + 6].text.lower()
    if not calls and not by_name.startswith(("goes by the name of", "go by the name of", "going by the name of")):
        return None
    first += 1 if calls else 5
    while first < party.last and doc[first].lower_ in {"itself", "themselves", "the", "as"}:
        first += 1
    last = first
    while last < party.last and doc[last].text[:1].isupper():
        last += 1
    return (first, last) if last > first else None


#: The clock before an entry of a running report: "14:20 GMT – The ministry says".
_CLOCK = re.compile(r"^\d{1,2}[:.h]\d\d(?:\s?(?:am|pm|a\.m\.|p\.m\.|(?-i:[A-Z]{3,4})\b))?[\s:|–—-]+", re.IGNORECASE)


def bare_words(words: str) -> str:
    """Words without article, possessive ending and marks at the edges."""
    cut = _CLOCK.sub("", " ".join(words.split()).strip(" ,.;:()[]“”\"'–—-"))
    cut = re.sub(r"^(?:the|a|an|this|that|some)\s+(?=\S)", "", cut, flags=re.IGNORECASE)
    if cut.startswith("@"):  # an account: its name without what accounts add to it
        cut = re.sub(r"(?<=[a-z])(?:Org|Official|HQ)$", "", cut[1:])
    cut = re.sub(r"^own\s+(?=\S)", "", cut)
    cut = re.sub(r"\s(?:itself|himself|herself|themselves)$", "", cut)
    return re.sub(r"(?:’s|'s|’|')$", "", cut)


def distinct(links: Sequence[Link]) -> tuple[Link, ...]:
    """The links in order, each name once."""
    kept: list[Link] = []
    for link in links:
        if all(link.name.casefold() != other.name.casefold() for other in kept):
            kept.append(link)
    return tuple(kept)


#: Verbs of giving out a paper.
ISSUES = frozenset({"release", "publish", "issue", "compile", "present", "unveil", "send", "draw"})
_SEEN = frozenset({"obtain", "see", "read", "acquire", "unearth"})
_FILES = _SEEN | listed("file submit lodge write leak obtain see read hand deliver post circulate sign")


def paper_issued(doc: Doc) -> Token | None:
    """The paper that people put out in a sentence, so that "it" behind it means the paper; None where none is."""
    for token in doc:
        verb = token.head
        paper = token.tag_ == "NN" and token.dep_ == "dobj" and token.lower_ in DOCUMENTS | INSTRUMENTS
        who = subject(verb) if paper and verb.dep_ == "ROOT" else None
        seen = verb.lemma_.lower() in _SEEN  # who has got hold of it has not written it
        if who is not None and verb.lemma_.lower() in ISSUES | _FILES and (seen or _human(who)):
            return token
    return None


def several(doc: Doc) -> Token | None:
    """The people in the plural that a sentence's main verb has for its subject, or None."""
    who = next((t for t in doc if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
    if who is None or who.tag_ not in {"NNS", "NNPS"}:
        return None
    return who if who.lower_ in UNNAMED | STRUCTURES or is_person(who.lower_, who.lemma_.lower()) else None


def told_in(sentence: Sentence, frame: Frame) -> Token | None:
    """The paper in which a speaker says a thing: "the auditors said in a report"; "the report" is theirs then."""
    if not 0 <= frame.verb < len(sentence.doc):
        return None
    links = (t for t in sentence.doc[frame.verb].rights if t.lower_ == "in" and t.dep_ == "prep")
    held = next((t for link in links if (t := held_by(link)) is not None), None)
    return held if held is not None and held.tag_ == "NN" and held.lower_ in DOCUMENTS else None


def _human(who: Token) -> bool:
    """Whether a subject is people, whom "it" cannot mean."""
    return who.tag_ in {"NNS", "NNPS", "PRP"} or who.ent_type_ == "PERSON" or who.lower_ in PERSON_ROLES - STRUCTURES


def introduced_before(pronoun: Token) -> Token | None:
    """A body first brought in as object in the clause before: "has hired a lab, and it reports …"."""
    if pronoun.lower_ != "it":
        return None
    for token in reversed(pronoun.doc[max(0, pronoun.i - 8) : pronoun.i]):
        hired = token.dep_ == "dobj" and token.head.lemma_.lower() in _HIRES
        if hired and token.lower_ in _HIRED and any(t.lower_ in {"a", "an"} for t in token.lefts):
            return token
    return None


_HIRES = listed(
    "hire commission engage appoint ask set create found establish retain contract pay employ use send call name bring"
    " have instruct charge task"
)
_HIRED = listed("lab laboratory firm company consultancy pollster institute agency panel commission group charity body")


#: Who has seen a paper is not whose it is: "ministry records seen by the agency".
_SEEN_BY = frozenset({"see", "obtain", "review", "view", "read", "quote", "cite", "leak", "hear"})


def links_to_owner(head: Token, party: Party) -> Iterator[Token]:
    """The prepositions between a document and its owner: "figures of", "a list published by"."""
    for token in head.children:
        if token.lower_ in {"of", "from", "by"} and token.i < party.last:
            yield token
        if token.dep_ == "acl" and token.tag_ == "VBN" and token.lemma_.lower() not in _SEEN_BY:
            yield from (below for below in token.children if below.lower_ == "by")


def titled(doc: Doc, first: int, last: int, name: Name) -> bool:
    """Whether common nouns only say what a name stands for: "aid group Open Hand", "vessel owner Nordic Lines"."""
    index = first
    while index < last and (doc[index].tag_ in {"NN", "JJ", "DT"} or (index == 0 and doc[1].text.islower())):
        index += 1
    return first < index < last and doc[index:last].text in {name.name, *name.also}


def part_of(joint: str, wanted: set[str]) -> str:
    """The part of a joint name that holds the wanted words: "the union" of "Nordic Lines and the dockers' union"."""
    parts = [bare_words(part) for part in re.split(r",? and (?:the )?|, ", joint)]
    return next((part for part in parts if len(parts) > 1 and wanted <= word_set(part)), joint)


#: What a report calls its own outlet: "a memo obtained by this site".
_HERE = listed("site website portal blog channel station weekly daily broadcaster outlet magazine newspaper paper desk")


def is_ours(doc: Doc, party: Party) -> bool:
    """Whether a phrase names the report's own outlet or someone of it: "this site", "our reporter"."""
    before = {token.lower_ for token in doc[party.first : party.head]}
    named = any(t.ent_type_ == "PERSON" and t.pos_ == "PROPN" for t in doc[party.head : party.last])  # "our Ann Lee"
    return (bool(before & {"our", "my"}) and not named) or ("this" in before and doc[party.head].lower_ in _HERE)


#: What makes a name one of a medium, so that "the council" is none but the council of which the medium tells.
_MEDIA = listed(
    "news press wire times post herald tribune daily gazette journal courier mirror star radio tv television mail paper"
    " review weekly bulletin voice observer today online chronicle information echo telegraph standard examiner argus"
)


def _another(wanted: set[str], have: set[str]) -> bool:
    """Whether one plain word for a body stands in the name of a medium: "the government" in "Government News"."""
    return len(wanted) == 1 and wanted < have and bool(have & _MEDIA) and wanted <= BODIES - {"service", "services"}


def is_own(report: Report, words: str) -> bool:
    """Whether words name a report's own outlet or the agency whose text it is."""
    wanted = word_set(words)
    if not wanted or wanted <= {"this", "newspaper", "paper", "magazine", "reporter", "website"}:
        return True
    credit = re.search(r"^(?:[A-Z][^\n]{0,60})?\(([A-Z][^()\n]{1,40})\)", report.text[:600], re.MULTILINE)
    for own in (report.outlet, report.credit, credit[1] if credit else None):
        have = word_set(own or "")
        if have and (wanted <= have or have <= wanted) and not (own is report.outlet and _another(wanted, have)):
            return own is report.outlet or not is_issuer(report, wanted)
    return False


def is_firm(link: Link) -> bool:
    """Whether the words of a link call it a business, whatever its name looks like: "the builder, Ana Lema"."""
    return link.span is not None and bool(set(_WORD.findall(link.span.words.casefold())) & BUSINESSES)


_DATE = re.compile(rf"(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)})(?: \d{{1,2}})?(?:,? \d{{4}})?", re.IGNORECASE)


def is_date(doc: Doc, party: Party) -> bool:
    """Whether what was taken for a source is a day: "in the notice of 10 December it was stated"."""
    return _DATE.fullmatch(doc[party.first : party.last].text) is not None


_FACED = listed("of amid despite given following after over about against to")


def rumoured(head: Token) -> bool:
    """Whether rumours are only what a body answers to: "in view of rumours the club states that …"."""
    if head.lemma_.lower() not in {"rumour", "rumor"} or head.dep_ != "pobj":
        return False
    return head.head.lower_ in _FACED


def is_plain(doc: Doc, party: Party) -> bool:
    """Whether a phrase takes up a paper told of before: "the poll", "the same report"."""
    return doc[party.first].lower_ == "the" and [t.lower_ for t in doc[party.first + 1 : party.head]] in ([], ["same"])


VAGUE = listed("one some others many most several another few both none all each two three")


def kind_and_number(head: Token, words: str) -> tuple[LinkKind, bool]:
    """The kind of a source in words without article, and whether it stands for several."""
    by_words = kind_of_words(words)
    plural = head.tag_ in {"NNS", "NNPS"}
    if by_words is not None:
        return by_words, plural and words.islower()
    if head.lower_ in DOCUMENTS:
        return "document", head.lower_ in {"reports", "rumours", "rumors"}
    named = plural and head.i > 0 and head.text[:1].isupper() and head.nbor(-1).lower_ == "the"
    if named and not {head.lower_, head.lemma_.lower()} & PERSON_ROLES:
        return "body", False  # "the Families of 8 December"
    if {head.lower_, head.lemma_.lower()} & (UNNAMED | PERSON_ROLES | VAGUE):
        return "unnamed", plural or head.lower_ in VAGUE - {"one"}
    if head.ent_type_ == "PERSON" and head.pos_ == "PROPN":
        return "person", False
    return "body", False


def of_a_thing(possessive: Token) -> bool:
    """Whether "its" takes up a thing that is subject of its sentence, no body: "The ship had 9 aboard by its list"."""
    root = next((t for t in possessive.doc if t.dep_ == "ROOT"), possessive)
    who = next((t for t in root.lefts if t.dep_ in {"nsubj", "nsubjpass"} and t.i < possessive.i), None)
    if (
        possessive.lower_ != "its"
        or who is None
        or who.tag_ not in {"NN", "NNP"}
        or who.lower_ in STRUCTURES | BUSINESSES
    ):
        return False
    return (who.tag_ == "NN" or any(t.lower_ == "the" for t in who.lefts)) and who.ent_type_ not in {
        "ORG",
        "GPE",
        "NORP",
    }


def paper_about(doc: Doc) -> Token | None:
    """The paper that is subject of a sentence's main or first clause, or None."""
    who = next((t for t in doc if t.dep_ in {"nsubj", "nsubjpass"}), None)
    papers = (DOCUMENTS | INSTRUMENTS) - _FIGURES
    return who if who is not None and who.tag_ == "NN" and who.lower_ in papers else None


_FIGURES = listed("figure number count tally estimate note order image model page post story analysis review")


def fronted(pronoun: Token) -> Token | None:
    """The body at which a thing was told to be, which "it" behind it means: "At the fund 40 came in, it said"."""
    said = next((t for t in pronoun.head.lefts if t.dep_ == "ccomp" and t.i < pronoun.i), None)
    about = told_of(pronoun)
    if pronoun.lower_ != "it" or pronoun.dep_ != "nsubj" or said is None or about is None or about.tag_ != "NNS":
        return None
    first = next(iter(said.lefts), None)
    held = None if first is None or first.lower_ not in {"at", "in", "inside", "within"} else held_by(first)
    if held is None or held.tag_ not in {"NN", "NNP"}:
        return None
    return held if held.ent_type_ == "ORG" or held.lower_ in STRUCTURES else None


def told_of(pronoun: Token) -> Token | None:
    """Who or what is the subject of the words that a pronoun stands behind as their speaker: "The firm …, it said"."""
    verb = pronoun.head
    said = next((t for t in verb.lefts if t.dep_ == "ccomp" and t.i < pronoun.i), None)
    if said is None and verb.dep_ == "parataxis" and verb.head.i < pronoun.i:
        said = verb.head
    about = None if said is None else next((t for t in said.lefts if t.dep_ in {"nsubj", "nsubjpass"}), None)
    many = about is not None and about.tag_ in {"NNS", "NNPS"} and about.lower_ in UNNAMED | STRUCTURES
    fits = many if pronoun.lower_ == "they" else about is not None
    return about if fits and about is not None and about.i < pronoun.i else None
