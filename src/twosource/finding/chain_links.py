"""In: parties of attributions in reading order. Out: links: who is meant, by the fullest name, and of what kind."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from twosource.finding.chain_people import People, Person, proper_runs, run_head
from twosource.finding.chain_words import (
    ARTICLES,
    DOCUMENTS,
    GENERIC,
    GENERIC_BODIES,
    PERSON_ROLES,
    SPOKESPERSONS,
    STRUCTURES,
    UNNAMED,
    kind_of_words,
)
from twosource.finding.parse import Parsed, Sentence
from twosource.finding.statement_frames import Frame, Party
from twosource.records import Link, LinkKind, Name, Quote, Span
from twosource.text.listing import listed

_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_VAGUE = listed("one some others many most several another few both none all each two three")
_SPEAKING = frozenset({"says", "thinks", "pledges"})


class Namer:
    """Resolves parties to links in reading order; remembers who spoke last, so that "it" and "the ministry" have names."""

    def __init__(self, parsed: Parsed, quotes: Sequence[Quote], names: Sequence[Name]) -> None:
        """Read the report's people; `names` may be empty."""
        self._parsed = parsed
        self._people = People(parsed, quotes, names)
        self._bodies: list[Link] = []
        self._body: Link | None = None
        self._spoken = -1
        self._last: tuple[Link, ...] = ()
        self._near: dict[str, tuple[int, tuple[Link, ...]]] = {}

    def chain(self, frame: Frame) -> tuple[Link, ...]:
        """The links of an attribution from near to far; remembers its speaker for the sentences that follow."""
        sentence = self._parsed.sentences[frame.sentence]
        speaking = frame.force in _SPEAKING and not sentence.heading
        near = [] if frame.via is None else self._link(frame, frame.via)
        hearer = None if frame.hearer is None else self._hearer(sentence, frame.hearer)
        if hearer is not None:
            near.append(hearer)
        source = [] if frame.source is None else self._link(frame, frame.source, speaking=speaking)
        if (
            source
            and _weak(sentence, frame)
            and not _can_speak(sentence.doc[frame.source.head if frame.source else 0], source[-1])
        ):
            return ()
        if source and speaking:
            near = self._heard_through(sentence, frame, near, source[-1])
        cited = [link for party in frame.cited for link in self._link(frame, party)]
        chain = _distinct([*near, *source, *cited])
        if chain and speaking:
            self._last = chain
        return chain

    def _heard_through(self, sentence: Sentence, frame: Frame, near: list[Link], speaker: Link) -> list[Link]:
        """A speaker taken up again in his paragraph is still heard through whom he told it."""
        if near:
            self._near[speaker.name] = sentence.paragraph, tuple(near)
            return near
        paragraph, before = self._near.get(speaker.name, (-1, ()))
        short = frame.source is not None and frame.source.last - frame.source.first <= 2  # noqa: PLR2004
        return list(before) if short and paragraph == sentence.paragraph else near

    def _hearer(self, sentence: Sentence, party: Party) -> Link | None:
        """A medium that was told something ("told Radio Nord"); None for reporters, crowds and the report's own."""
        span = sentence.span(party.first, party.last)
        bare = bare_words(span.words)
        kind = kind_of_words(bare)
        if any(token.lower_ in GENERIC for token in sentence.doc[party.first : party.last]) and bare.islower():
            return None
        if kind not in {"outlet", "agency"} and not self._is_medium(sentence, party):
            return None
        if self._own(bare):
            return None
        return Link(name=bare, kind="agency" if kind == "agency" else "outlet", span=span)

    def _is_medium(self, sentence: Sentence, party: Party) -> bool:
        head = sentence.doc[party.head]
        words = sentence.doc[party.first : party.last]
        if head.pos_ != "PROPN" or head.ent_type_ in {"GPE", "NORP", "LOC"}:
            return False
        if any(
            token.lower_ in GENERIC or token.lower_ in STRUCTURES or token.lower_ in PERSON_ROLES for token in words
        ):
            return False
        return self._person_in(sentence, party) is None and head.ent_type_ != "PERSON"

    def _own(self, words: str) -> bool:
        """Whether words name the report's own outlet or the agency whose text it is."""
        wanted = _word_set(words)
        report = self._parsed.report
        if not wanted or wanted <= {"this", "newspaper", "paper", "magazine", "reporter", "website"}:
            return True
        credit = re.search(r"^(?:[A-Z][^\n]{0,60})?\(([A-Z][^()\n]{1,40})\)", report.text[:600], re.MULTILINE)
        for own in (report.outlet, report.credit, credit[1] if credit else None):
            have = _word_set(own or "")
            if have and (wanted <= have or have <= wanted):
                return True
        return False

    def _link(self, frame: Frame, party: Party, *, speaking: bool = False) -> list[Link]:
        """The link (none or one) that a party stands for."""
        sentence = self._parsed.sentences[frame.sentence]
        head = sentence.doc[party.head]
        span = sentence.span(party.first, party.last)
        alone = party.last - party.first == 1
        if head.ent_type_ in {"DATE", "TIME"} and head.pos_ != "PROPN":
            return []
        if head.lower_ in {"i", "we", "you", "us", "me", "this", "there"} and alone:
            return []
        if head.lower_ in {"who", "which", "that", "whom"} and alone:
            above = _antecedent(head)
            if above is None:
                return []
            return self._link(
                frame,
                Party(above.left_edge.i, max(above.i + 1, min(head.left_edge.i, above.right_edge.i + 1)), above.i),
            )
        if head.pos_ == "PRON" or (head.lower_ in _POSSESSIVES and alone):
            return self._pronoun(frame, head, span, speaking=speaking)
        person = self._person(frame, party)
        if person is not None:
            if speaking:
                self._people.note(frame.sentence, party.first, person)
            return [Link(name=person.name, kind=person.kind, span=span)]
        link = self._other(frame, party, span)
        if link is None or (link.kind in {"outlet", "agency", "body", "document"} and self._own(link.name)):
            return []
        if link.kind in {"body", "document", "agency", "outlet"}:
            link = self._taken_up(link, sentence.doc[party.first])
            if speaking:
                self._body, self._spoken = link, frame.sentence
                self._bodies.append(link)
        return [link]

    def _taken_up(self, link: Link, first: Token) -> Link:
        """A body named before in more words: "the institute" after "the Swiss Institute of Physics"."""
        wanted = _word_set(link.name)
        for body in reversed(self._bodies):
            if wanted and wanted < _word_set(body.name):
                return Link(name=body.name, kind=body.kind, span=link.span, plural=body.plural)
        for name in self._people.bodies:
            if wanted and wanted < _word_set(name) and first.lower_ in {"the", "this"}:
                return Link(name=name, kind=link.kind, span=link.span)
        if (
            wanted <= GENERIC_BODIES
            and first.lower_ in {"the", "this"}
            and self._body is not None
            and self._body.kind == "body"
        ):
            return Link(name=self._body.name, kind=self._body.kind, span=link.span)
        return link

    def _pronoun(self, frame: Frame, head: Token, span: Span, *, speaking: bool) -> list[Link]:
        word = head.lower_
        if word in {"he", "she", "his", "her", "him"}:
            person = self._people.by_pronoun(word, frame.sentence, head.i)
            if person is not None:
                if speaking:
                    self._people.note(frame.sentence, head.i, person)
                return [Link(name=person.name, kind=person.kind, span=span)]
            return list(self._last[-1:])
        if word in {"it", "they", "its", "their", "them"}:
            body = self._people.body_before(frame.sentence, head.i)
            if body is not None and (self._body is None or body[0] > self._spoken):
                return [Link(name=body[1], kind="body", span=span)]
            if self._body is not None and word in {"it", "its"}:
                return [self._body]
            return [link for link in self._last[-1:] if link.kind != "person"] or ([self._body] if self._body else [])
        if word in _VAGUE:
            return [Link(name=bare_words(span.words), kind="unnamed", span=span, plural=word != "one")]
        return []

    def _person(self, frame: Frame, party: Party) -> Person | None:
        """The person a noun phrase means: by name, by a role told before, or as introduced ("a fisherman")."""
        sentence = self._parsed.sentences[frame.sentence]
        named = self._person_in(sentence, party)
        if named is not None:
            return named
        head = sentence.doc[party.head]
        first = sentence.doc[party.first].lower_
        if (
            head.tag_ not in {"NN", "NNP"}
            or head.lower_ not in PERSON_ROLES - STRUCTURES
            or first in {"a", "an", "another", "one"}
        ):
            return None
        if sentence.heading and head.tag_ == "NN":
            return None
        wanted = {t.lower_ for t in sentence.doc[party.first : party.last] if t.pos_ in {"NOUN", "PROPN", "ADJ"}}
        return self._people.by_role(head.lower_, wanted, frame.sentence, head.i, definite=first in {"the", "this"})

    def _person_in(self, sentence: Sentence, party: Party) -> Person | None:
        doc = sentence.doc
        for first, last in proper_runs(doc, party.first, party.last):
            if _co_refers(doc, party, run_head(doc, first, last)):
                person = self._people.named(sentence, first, last)
                if person is not None:
                    return person
        head = doc[party.head]
        if head.lower_ in PERSON_ROLES and doc[party.last - 1].pos_ == "PROPN" and doc[party.last - 1].dep_ == "pobj":
            run = [r for r in proper_runs(doc, party.first, party.last) if r[1] == party.last]
            for first in range(run[0][0], party.last - 1) if run else ():  # "Minister of Defence Ann Lee"
                person = self._people.named(sentence, first, party.last)
                if person is not None and first > head.i:
                    return person
        return None

    def _other(self, frame: Frame, party: Party, span: Span) -> Link | None:
        """A body, document, medium or unnamed source, in its own words without article and asides."""
        sentence = self._parsed.sentences[frame.sentence]
        doc = sentence.doc
        head = doc[party.head]
        if (
            doc[party.first].lower_ in {"the", "that"}
            and doc[party.first + 1 : party.first + 2].text == "same"
            and self._body is not None
        ):
            return self._body
        if head.lower_ in DOCUMENTS:
            owner = self._document_owner(frame, head, party)
            if owner is not None:
                return owner
        first, last = core(doc, party)
        words = bare_words(sentence.span(first, last).words)
        named = _apposed_name(doc, head, party)
        if named is not None:
            first, last = named
            words = bare_words(sentence.span(first, last).words)
        if re.search(r"\b(?:earlier version|this (?:article|story|version))\b", words, re.IGNORECASE):
            return None
        if doc[first].lower_ in _POSSESSIVES:
            owner = self._owner_of(frame, doc[first])
            words = bare_words(sentence.span(first + 1, last).words) if last > first + 1 else ""
            if words and owner is not None and owner.kind != "person":
                words = f"{owner.name} {words}"
        if not words:
            return None
        kind, plural = self._kind(head, words)
        start, end = sentence.span(first, last).start, sentence.span(first, last).end
        given = self._people.given(start, end)
        if (
            given is not None
            and given[0].kind != "person"
            and 2 * given[1] >= end - start
            and kind in {"body", "agency", "outlet"}
        ):
            words = given[0].name
        if words.casefold() in SPOKESPERSONS and self._body is not None:
            words = f"{self._body.name} {words}"
        return Link(name=words, kind=kind, span=span, plural=plural)

    def _kind(self, head: Token, words: str) -> tuple[LinkKind, bool]:
        by_words = kind_of_words(words)
        plural = head.tag_ in {"NNS", "NNPS"}
        if by_words is not None:
            return by_words, plural and words.islower()
        if head.lower_ in DOCUMENTS:
            return "document", head.lower_ in {"reports", "rumours", "rumors"}
        if (
            head.lower_ in UNNAMED
            or head.lemma_.lower() in UNNAMED
            or head.lower_ in PERSON_ROLES
            or head.lower_ in _VAGUE
        ):
            return "unnamed", plural or head.lower_ in _VAGUE - {"one"}
        if head.ent_type_ == "PERSON" and head.pos_ == "PROPN":
            return "person", False
        return "body", False

    def _owner_of(self, frame: Frame, possessive: Token) -> Link | None:
        if possessive.lower_ in {"its", "their"}:
            body = self._people.body_before(frame.sentence, possessive.i)
            if body is not None and (self._body is None or body[0] > self._spoken):
                return Link(name=body[1], kind="body")
            return self._body or next((link for link in self._last[-1:] if link.kind != "person"), None)
        return None

    def _document_owner(self, frame: Frame, head: Token, party: Party) -> Link | None:
        """Whose document, figures or statement a phrase names: the body itself is the source."""
        doc = head.doc
        for token in head.children:
            if token.dep_ == "poss":
                if token.tag_ == "PRP$":
                    return self._owner_of(frame, token)
                owner = self._link(frame, Party(token.left_edge.i, token.i + 1, token.i))
                return owner[0] if owner else None
            if token.lower_ in {"of", "from", "by"} and token.i < party.last:
                owner = self._owner_behind(frame, token, party)
                if owner is not None:
                    return owner
            if token.dep_ == "acl" and token.tag_ == "VBN":
                for below in token.children:
                    if below.lower_ == "by":
                        owner = self._owner_behind(frame, below, party)
                        if owner is not None:
                            return owner
        before = [t for t in doc[party.first : head.i] if t.pos_ == "PROPN" or t.lower_ in STRUCTURES]
        if before:
            last = before[-1].i + 1
            return self._other(
                frame,
                Party(party.first, last, last - 1),
                self._parsed.sentences[frame.sentence].span(party.first, party.last),
            )
        for token in doc[head.i + 1 : party.last]:
            if token.pos_ == "PROPN" and token.dep_ == "poss":
                owner = self._link(frame, Party(max(party.first, token.left_edge.i), token.i + 1, token.i))
                return owner[0] if owner else None
        if (
            doc[party.first].lower_ == "the"
            and head.i - party.first <= 2
            and head.lower_ in {"statement", "release", "communique", "communiqué", "report"}
        ):
            return self._body
        return None

    def _owner_behind(self, frame: Frame, preposition: Token, party: Party) -> Link | None:
        held = next((below for below in preposition.children if below.dep_ == "pobj"), None)
        if held is None or (held.pos_ != "PROPN" and held.lower_ not in STRUCTURES):
            return None
        last = min(held.right_edge.i + 1, party.last)
        owner = self._link(frame, Party(held.left_edge.i, last, held.i)) if held.i < last else []
        return owner[0] if owner else None


#: Verbs that are often deeds: they make a source only of who or what can speak.
_WEAK = listed(
    "find show see hear know feel reveal learn discover understand record register measure sense recall pass"
)


def _weak(sentence: Sentence, frame: Frame) -> bool:
    return 0 <= frame.verb < len(sentence.doc) and sentence.doc[frame.verb].lemma_.lower() in _WEAK


def _can_speak(head: Token, link: Link) -> bool:
    """Whether a source is a person, body, document or unnamed speaker, and no thing or product."""
    if link.kind in {"person", "document", "agency", "outlet", "unnamed", "post"} or head.pos_ == "PRON":
        return True
    words = {word.casefold() for word in _WORD.findall(link.name)}
    return bool(words & (STRUCTURES | DOCUMENTS)) or (head.pos_ == "PROPN" and head.ent_type_ in {"ORG", "NORP", "GPE"})


def _word_set(words: str) -> set[str]:
    return {word.casefold().replace("’", "'").removesuffix("'s") for word in _WORD.findall(words)} - ARTICLES - {"of"}


def _co_refers(doc: Doc, party: Party, name: Token) -> bool:
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


def _antecedent(relative: Token) -> Token | None:
    verb = relative.head
    for _ in range(4):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.head == verb:
            return None
        verb = verb.head
    return None


def core(doc: Doc, party: Party) -> tuple[int, int]:
    """The noun phrase without appositions, relative clauses, brackets and what follows them."""
    head = doc[party.head]
    last = party.last
    for token in head.rights:
        if token.dep_ in {"appos", "relcl", "acl", "advcl", "parataxis"} and token.left_edge.i < last:
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


def _apposed_name(doc: Doc, head: Token, party: Party) -> tuple[int, int] | None:
    """The proper name set beside a common noun: "the operator, Lintas Samudra", "a charity called …" has none."""
    if head.pos_ == "PROPN" or any(token.pos_ == "PROPN" and token.dep_ != "poss" for token in head.lefts):
        return None
    comma = head.right_edge.i if head.right_edge.i < party.last else party.last - 1
    for token in (*head.rights, *(t for t in doc[head.i + 1 : comma + 1] if t.dep_ == "nsubj")):
        if token.pos_ == "PROPN" and token.i < party.last and doc[token.left_edge.i - 1].text == ",":
            return token.left_edge.i, token.i + 1
    return None


def bare_words(words: str) -> str:
    """Words without article, possessive ending and marks at the edges."""
    cut = " ".join(words.split()).strip(" ,.;:()[]“”\"'–—-")
    cut = re.sub(r"^(?:the|a|an|this|that|some)\s+(?=\S)", "", cut, flags=re.IGNORECASE)
    return re.sub(r"(?:’s|'s|’|')$", "", cut)


def _distinct(links: Sequence[Link]) -> tuple[Link, ...]:
    kept: list[Link] = []
    for link in links:
        if all(link.name.casefold() != other.name.casefold() for other in kept):
            kept.append(link)
    return tuple(kept)
