"""In: parties of attributions in reading order. Out: links: who is meant, by the fullest name, and of what kind."""

import re
from collections.abc import Sequence

from msgspec import structs
from spacy.tokens import Token

from twosource.finding.chain_bodies import Bodies
from twosource.finding.chain_issuer import reporter_of
from twosource.finding.chain_media import heard_by
from twosource.finding.chain_people import People, Person
from twosource.finding.chain_phrases import (
    ISSUES,
    VAGUE,
    antecedent,
    apposed_name,
    bare_words,
    can_speak,
    co_refers,
    core,
    counted_out,
    distinct,
    fronted,
    introduced_before,
    is_date,
    is_firm,
    is_ours,
    is_own,
    is_plain,
    kind_and_number,
    links_to_owner,
    of_a_thing,
    paper_about,
    paper_issued,
    rumoured,
    several,
    titled,
    told_in,
    told_of,
    weak,
)
from twosource.finding.chain_runs import proper_runs, run_head
from twosource.finding.chain_words import (
    ARTICLES,
    BUSINESSES,
    DOCUMENTS,
    GENERIC_BODIES,
    INSTRUMENTS,
    NOBODY,
    PERSON_ROLES,
    SPOKESPERSONS,
    STRUCTURES,
)
from twosource.finding.parse import Parsed, Sentence
from twosource.finding.statement_frames import Frame, Party, subject
from twosource.records import Link, Name, Quote, Span
from twosource.text.listing import listed

_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_OWN_VOICE = frozenset({"i", "we", "you", "us", "me", "this", "there"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_SPEAKING_KINDS = frozenset({"outlet", "agency", "body", "document"})
_HIM = frozenset({"he", "she", "his", "her", "him"})
_IT = frozenset({"it", "they", "its", "their", "them"})
_VERSION = re.compile(
    r"\b(?:(?:earlier|previous|original|first) version|this (?:article|story|version))\b", re.IGNORECASE
)
_SHORT = 2
_SHARES = frozenset({"percent", "%"})
_OF_PLACES = frozenset({"census", "survey", "poll", "study"})
_WRITTEN = listed("say state show list put give note record find conclude reveal suggest name count quote describe")
_COUNTS = listed(
    "count tally number total measure get pace step clock time weigh ring call phone telephone interview ask contact"
    " visit check test survey poll estimate reckoning calculation"
)
_SEES = frozenset({"see", "find", "meet", "watch", "hear"})
_STATEMENTS = frozenset({"statement", "release", "communique", "communiqué", "report"})
_SPEAKING = frozenset({"says", "thinks", "pledges"})


class Namer:
    """Resolves parties to links in reading order; remembers who spoke last, so that "it" has a name."""

    def __init__(self, parsed: Parsed, quotes: Sequence[Quote], names: Sequence[Name]) -> None:
        """Read the report's people; `names` may be empty."""
        self._parsed = parsed
        self._people = People(parsed, quotes, names)
        self._bodies = Bodies(self._people)
        self._last: tuple[Link, ...] = ()
        self._last_at = -1
        self._near: dict[str, tuple[int, tuple[Link, ...]]] = {}
        self._papers: dict[str, Link] = {}

    def chain(self, frame: Frame) -> tuple[Link, ...]:
        """The links of an attribution from near to far; remembers its speaker for the sentences that follow."""
        sentence = self._parsed.sentences[frame.sentence]
        speaking = frame.force in _SPEAKING and not sentence.heading
        near = [] if frame.via is None else self._link(frame, frame.via)
        hearer = self._hearer(sentence, frame.hearer) if frame.hearer is not None else None
        if hearer is not None:
            near.append(hearer)
        source = [] if frame.source is None else self._link(frame, frame.source, speaking=speaking)
        if (
            source
            and weak(sentence, frame)
            and not can_speak(sentence.doc[frame.source.head if frame.source else 0], source[-1])
        ):
            return ()
        if source and speaking:
            near = self._heard_through(sentence, frame, near, source[-1])
        cited = [
            link
            for party in frame.cited
            for link in self._link(frame, party)
            if link.kind != "body"
            or sentence.doc[party.first].lower_ not in ARTICLES - {"the"}
            or can_speak(sentence.doc[party.head], link)
        ]
        chain = distinct([*near, *source, *cited])
        if chain and speaking:
            self._last, self._last_at = distinct([*near, *source]) or chain, frame.sentence
            paper = told_in(sentence, frame)
            if paper is not None and source:
                self._papers[paper.lower_] = source[-1]
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
        return heard_by(self._parsed.report, sentence, party, named=self._person_in(sentence, party) is not None)

    def _link(self, frame: Frame, party: Party, *, speaking: bool = False) -> list[Link]:
        """The link (none or one) that a party stands for."""
        doc = self._parsed.sentences[frame.sentence].doc
        party = counted_out(doc, party)
        head = doc[party.head]
        alone = party.last - party.first == 1
        dated = (head.ent_type_ in {"DATE", "TIME"} and head.pos_ != "PROPN") or is_date(doc, party)
        voice = alone and head.lower_ in _OWN_VOICE - {"i", "we"}
        counted = alone and head.tag_ == "CD" and head.i > frame.verb >= 0  # "she heard two"
        if rumoured(head) or dated or voice or counted or head.lower_ in NOBODY or head.lower_ in _SHARES:
            return []
        if (alone and head.lower_ in {"i", "we", "my", "our"}) or self._this_reporter(frame, party):
            return self._reporter(frame, party)
        if alone and head.lower_ in _RELATIVES:
            above = antecedent(head)
            if above is None:
                return []
            last = max(above.i + 1, min(head.left_edge.i, above.right_edge.i + 1))
            return self._link(frame, Party(above.left_edge.i, last, above.i))
        if head.pos_ == "PRON" or (alone and head.lower_ in _POSSESSIVES):
            return self._pronoun(frame, party, speaking=speaking)
        return self._noun(frame, party, speaking=speaking)

    def _this_reporter(self, frame: Frame, party: Party) -> bool:
        doc = self._parsed.sentences[frame.sentence].doc
        own = doc[party.first].lower_ in {"this", "your", "our"}
        named = any(t.pos_ == "PROPN" for t in doc[party.head : party.last])  # "our reporter Ann Lee"
        return own and not named and doc[party.head].lower_ in {"reporter", "correspondent", "writer"}

    def _reporter(self, frame: Frame, party: Party) -> list[Link]:
        """The reporter who counted, by the byline or as one of the outlet; none where the report merely speaks."""
        sentence = self._parsed.sentences[frame.sentence]
        spoken = frame.verb < 0  # a quotation's own turn has no verb in this sentence
        seen = _COUNTS | _SEES if sentence.doc[party.first].lower_ == "this" else _COUNTS
        if spoken or sentence.doc[frame.verb].lemma_.lower() not in seen:
            return []
        return [Link(name=reporter_of(self._parsed.report), kind="person", span=sentence.span(party.first, party.last))]

    def _noun(self, frame: Frame, party: Party, *, speaking: bool) -> list[Link]:
        sentence = self._parsed.sentences[frame.sentence]
        span = sentence.span(party.first, party.last)
        if is_ours(sentence.doc, party):
            return []
        person = self._person(frame, party)
        if person is not None:
            if speaking:
                self._people.note(frame.sentence, party.first, person)
            return [Link(name=person.name, kind=person.kind, span=span)]
        return self._instrument(frame, party, span) or self._common(frame, party, span, speaking=speaking)

    def _common(self, frame: Frame, party: Party, span: Span, *, speaking: bool) -> list[Link]:
        sentence = self._parsed.sentences[frame.sentence]
        link = self._other(frame, party, span)
        known = None if link is None else self._people.called(link.name)
        if known is not None:
            return [Link(name=known.name, kind=known.kind, span=span)]
        if link is None or (link.kind in _SPEAKING_KINDS and is_own(self._parsed.report, link.name)):
            return []
        introduced = self._people.unnamed_at(frame.sentence, party.head)
        if introduced is not None:
            introduced.name = link.name
        if link.kind in _SPEAKING_KINDS:
            link = self._bodies.taken_up(link, sentence.doc[party.first], frame.sentence)
            if speaking:
                self._bodies.speak(sentence.doc[party.head], link, frame.sentence)
        return [link]

    def _instrument(self, frame: Frame, party: Party, span: Span) -> list[Link]:
        """A register or instrument with its owner before it: "the company's logs", "its sales system"; else none."""
        sentence = self._parsed.sentences[frame.sentence]
        head = sentence.doc[party.head]
        if head.lower_ not in INSTRUMENTS or head.pos_ != "NOUN":
            return []
        first, last = core(sentence.doc, party)
        owner = next((token for token in head.lefts if token.dep_ == "poss"), None)
        whose: Link | None = None
        if owner is not None:
            first = owner.i + 1
            whose = self._owner_of(frame, owner) if owner.tag_ == "PRP$" and not of_a_thing(owner) else None
            if owner.tag_ != "PRP$" and owner.left_edge.i < owner.i + 1:
                whose = self._first(frame, Party(owner.left_edge.i, owner.i + 1, owner.i))
        while first < party.head and sentence.doc[first].tag_ in {"POS", "DT"}:
            first += 1
        words = bare_words(sentence.span(first, last).words)
        document = Link(name=words, kind="document", span=span)
        return [document] if whose is None else [whose, document]

    def _pronoun(self, frame: Frame, party: Party, *, speaking: bool) -> list[Link]:
        sentence = self._parsed.sentences[frame.sentence]
        head, span = sentence.doc[party.head], sentence.span(party.first, party.last)
        if head.lower_ in _HIM:
            person = self._people.by_pronoun(head.lower_, frame.sentence, head.i)
            if person is None:
                return [link for link in self._last[-1:] if link.kind in {"person", "unnamed"}]
            if speaking:
                self._people.note(frame.sentence, head.i, person)
            return [Link(name=person.name, kind=person.kind, span=span)]
        if head.lower_ in _IT:
            return self._it(frame, head, span, speaking=speaking)
        person = self._person_in(sentence, party) if head.lower_ in VAGUE else None
        if person is not None:  # "Another, Ali Bakr, said"
            return [Link(name=person.name, kind=person.kind, span=span)]
        if head.lower_ in VAGUE or (head.lower_ == "those" and party in frame.cited):  # "citing those rescued"
            return [Link(name=bare_words(span.words), kind="unnamed", span=span, plural=head.lower_ != "one")]
        return []

    def _it(self, frame: Frame, head: Token, span: Span, *, speaking: bool) -> list[Link]:
        told = self._told_by(frame, head, span)
        if told is not None:
            if speaking and told.kind == "body" and told.name[:1].isupper():
                self._bodies.recall(told, frame.sentence)
            return [told]
        meant = self._bodies.meant(frame.sentence, head.i)
        if meant is not None:
            return [structs.replace(meant, span=span)]
        near = self._last[-1:] if self._last_at == frame.sentence - 1 and head.i <= 1 else ()
        if head.lower_ == "it" and near and self._people.may_be_body(near[0].name):
            return [Link(name=near[0].name, kind="body", span=span)]
        if self._bodies.last is not None and head.lower_ in {"it", "its"}:
            return [self._bodies.last]
        papers = {"document"} if head.lower_ in {"they", "them"} else set()
        spoken = [link for link in self._last[-1:] if link.kind not in papers | {"person"} or is_firm(link)]
        return spoken or ([self._bodies.last] if self._bodies.last is not None else [])

    def _told_by(self, frame: Frame, head: Token, span: Span) -> Link | None:
        """What the words next to "it" show it to be, or None."""
        new = introduced_before(head)
        if new is not None:
            words = " ".join(t.text for t in new.lefts if t.dep_ in {"compound", "amod"})
            return Link(name=f"{words} {new.text}".strip(), kind="body", span=span)
        place = fronted(head)
        if place is not None:  # "At the Red Cross 40 calls came in, it said"
            return self._first(frame, Party(place.left_edge.i, place.i + 1, place.i))
        told = self._telling(frame, head, span)
        if told is not None:
            return told
        if head.i > 0 and head.nbor(-1).text == ":":  # "That seems high to the federation: it puts"
            named = self._people.named_body_before(frame.sentence, head.i)
            if named is not None:
                return Link(name=named, kind="body", span=span)
        paper = self._paper(frame, head)
        return None if paper is None else structs.replace(paper, span=span)

    def _paper(self, frame: Frame, head: Token) -> Link | None:
        """The paper of the sentence before: "Lawyers filed a complaint. It alleges that …"."""
        before = self._parsed.sentences[frame.sentence - 1] if frame.sentence else None
        same = before is not None and before.paragraph == self._parsed.sentences[frame.sentence].paragraph
        if before is None or not same or head.lower_ != "it" or head.dep_ != "nsubj" or frame.verb < 0:
            return None
        paper = paper_issued(before.doc) if head.i <= 1 else None
        if paper is None and self._last_at < frame.sentence - 1 and head.doc[frame.verb].lemma_.lower() in _WRITTEN:
            paper = paper_about(before.doc)
        party = None if paper is None else Party(paper.left_edge.i, paper.i + 1, paper.i)
        link = None if party is None else self._first(frame._replace(sentence=frame.sentence - 1), party)
        return link if link is not None and link.kind == "document" else None

    def _telling(self, frame: Frame, head: Token, span: Span) -> Link | None:
        """The body that "it" behind its own words means ("The insurer had spent 44, it said"), or a paper just read."""
        if head.lower_ not in {"it", "they"} or head.dep_ != "nsubj":
            return None
        about = told_of(head)
        if head.lower_ == "they":  # "The organisers had sold 15,000 tickets, they said"
            found = self._first(frame, Party(about.left_edge.i, about.i + 1, about.i)) if about else None
            return found or self._several(frame, head)
        if about is not None and about.i < head.i and about.tag_ in {"NN", "NNP"}:
            party = Party(about.left_edge.i, about.i + 1, about.i)
            if about.lower_ in BUSINESSES and any(t.lower_ == "the" for t in about.lefts):
                link = Link(name=about.text, kind="body", span=span)
                taken = self._bodies.taken_up(link, head.doc[party.first], frame.sentence)
                return Link(name=taken.name, kind="body", span=span)
            if about.pos_ == "PROPN" and about.ent_type_ != "PERSON":
                found = self._first(frame, party)
                return Link(name=found.name, kind=found.kind, span=span) if found and found.kind == "body" else None
        last = self._last[-1] if self._last else None
        if last is not None and last.kind == "document" and frame.sentence - self._last_at == 1:
            return last
        return None

    def _several(self, frame: Frame, head: Token) -> Link | None:
        """Those who are the subject of the sentence before: "Nineteen families sue. They demand 6 million"."""
        silent = self._last_at < frame.sentence - 1  # who has just spoken goes on
        before = self._parsed.sentences[frame.sentence - 1] if frame.sentence and head.i <= 1 and silent else None
        if before is None or before.paragraph != self._parsed.sentences[frame.sentence].paragraph:
            return None
        who = several(before.doc)
        party = None if who is None else Party(who.left_edge.i, who.i + 1, who.i)
        return None if party is None else self._first(frame._replace(sentence=frame.sentence - 1), party)

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
        if (sentence.heading and head.tag_ == "NN") or apposed_name(sentence.doc, head, party) is not None:
            return None  # "the ship's owner, Borea Lines"
        wanted = {t.lower_ for t in sentence.doc[party.first : party.last] if t.pos_ in {"NOUN", "PROPN", "ADJ"}}
        there = any(t.dep_ == "prep" and t.lower_ != "of" for t in head.rights)  # "the pilot on the bridge" is new
        definite = first in {"the", "this"} and not there
        return self._people.by_role(head.lower_, wanted, frame.sentence, head.i, definite=definite)

    def _person_in(self, sentence: Sentence, party: Party) -> Person | None:
        doc = sentence.doc
        for first, last in proper_runs(doc, party.first, party.last):
            if co_refers(party, run_head(doc, first, last)):
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
        if doc[party.first + 1 : party.first + 2].text == "same" and self._bodies.last is not None:
            return self._bodies.last
        owner = self._papers.get(head.lower_) if is_plain(doc, party) else None
        if owner is None and head.lower_ in DOCUMENTS:
            owner = self._document_owner(frame, head, party)
        if owner is not None:
            self._papers[head.lower_] = owner
            return owner
        beside = apposed_name(doc, head, party) or self._people.given_beside(sentence, head, party.last)
        beside = beside or (
            self._people.given_behind(sentence, head, party.last) if head.lower_ in STRUCTURES else None
        )
        first, last = beside or core(doc, party)
        words = self._words(frame, first, last)
        if not words or _VERSION.search(words):
            return None
        kind, plural = kind_and_number(head, words)
        core_span = sentence.span(first, last)
        given = self._people.given(core_span.start, core_span.end)
        covers = given is not None and 2 * given[1] >= core_span.end - core_span.start
        covers = covers or (given is not None and kind == "body" and titled(doc, first, last, given[0]))
        if given is not None and covers and given[0].kind != "person" and kind in {"body", "agency", "outlet"}:
            words = given[0].name
        words = self._spokesman_of(frame, words, head)
        return Link(name=words, kind=kind, span=span, plural=plural)

    def _spokesman_of(self, frame: Frame, words: str, head: Token) -> str:
        """A spokesperson of nobody in particular with the body that is meant: "an agency spokeswoman"."""
        said = words.casefold().split()
        if not said or said[-1] not in SPOKESPERSONS or not set(said[:-1]) <= GENERIC_BODIES | BUSINESSES:
            return words
        subject_before = self._people.body_before(frame.sentence, head.i, owned=False)
        body = self._people.named_body_before(frame.sentence, head.i)
        if not body:
            last = None if self._bodies.last is None else self._bodies.last.name
            body = subject_before[1] if subject_before else last
        return words if not body else f"{body} {said[-1]}"

    def _words(self, frame: Frame, first: int, last: int) -> str:
        """The words of a phrase without article; "its health directorate" with the body "its" means."""
        sentence = self._parsed.sentences[frame.sentence]
        possessive = sentence.doc[first]
        above = antecedent(possessive) if possessive.lower_ == "whose" else None
        if above is not None:
            whose = self._first(frame, Party(above.left_edge.i, min(possessive.i, above.right_edge.i + 1), above.i))
            return f"{whose.name}’s {bare_words(sentence.span(first + 1, last).words)}" if whose else ""
        if possessive.lower_ not in _POSSESSIVES:
            return bare_words(sentence.span(first, last).words)
        owner = self._owner_of(frame, possessive)
        words = bare_words(sentence.span(first + 1, last).words) if last > first + 1 else ""
        if not words or owner is None:
            return words
        if owner.kind == "person":
            return f"{owner.name}’s {words}" if words.casefold() in STRUCTURES else words
        return owner.name if owner.name.casefold().endswith(words.casefold()) else f"{owner.name} {words}"

    def _owner_of(self, frame: Frame, possessive: Token) -> Link | None:
        if possessive.lower_ in {"his", "her"}:
            person = self._people.by_pronoun(possessive.lower_, frame.sentence, possessive.i)
            return None if person is None else Link(name=person.name, kind=person.kind)
        if possessive.lower_ in {"its", "their"}:
            meant = self._bodies.meant(frame.sentence, possessive.i)
            if meant is not None:
                return meant
            return self._bodies.last or next((link for link in self._last[-1:] if link.kind != "person"), None)
        return None

    def _document_owner(self, frame: Frame, head: Token, party: Party) -> Link | None:
        """Whose document, figures or statement a phrase names: the body itself is the source."""
        doc = head.doc
        possessor = next((token for token in head.children if token.dep_ == "poss"), None)
        if possessor is not None and possessor.tag_ == "PRP$":
            return None if of_a_thing(possessor) else self._owner_of(frame, possessor)
        issuer = subject(head.head) if head.dep_ == "dobj" and head.head.lemma_ in ISSUES else None
        inner = next((t for t in doc[head.i + 1 : party.last] if t.pos_ == "PROPN" and t.dep_ == "poss"), None)
        owner = None
        for token in links_to_owner(head, party):
            owner = owner or self._owner_behind(frame, token, party)
        for own in (possessor, issuer):
            if own is not None and owner is None:
                owner = self._first(frame, Party(own.left_edge.i, own.i + 1, own.i))
        owner = owner or self._owner_in_front(frame, head, party)
        if owner is None and inner is not None:
            owner = self._first(frame, Party(max(party.first, inner.left_edge.i), inner.i + 1, inner.i))
        bare = head.i < 1 or doc[head.i - 1].pos_ != "NOUN" or doc[head.i - 1].lower_ in {"press", "news", "media"}
        plain = (
            doc[party.first].lower_ == "the" and head.i - party.first <= _SHORT and head.lower_ in _STATEMENTS and bare
        )
        return self._bodies.last if owner is None and plain else owner

    def _owner_in_front(self, frame: Frame, head: Token, party: Party) -> Link | None:
        """The body named right before its document: "IOM figures", "hospital records"."""
        front = head.doc[party.first : head.i]
        before = [t for t in front if t.text[:1].isupper() and t.pos_ == "PROPN"]
        before = before or [t for t in front if t.lower_ in STRUCTURES]
        if before and head.lower_ in _OF_PLACES and self._is_place(frame, before[-1]):
            return None  # "the Norrland census"
        if not before:
            return None
        last = before[-1].i + 1
        whole = self._parsed.sentences[frame.sentence].span(party.first, party.last)
        return self._other(frame, Party(party.first, last, last - 1), whole)

    def _is_place(self, frame: Frame, token: Token) -> bool:
        start = self._parsed.sentences[frame.sentence].start + token.idx
        found = self._people.given(start, start + len(token))
        return found[0].kind == "place" if found is not None else token.ent_type_ in {"GPE", "LOC"}

    def _owner_behind(self, frame: Frame, preposition: Token, party: Party) -> Link | None:
        held = next((below for below in preposition.children if below.dep_ == "pobj"), None)
        if held is None or (held.pos_ != "PROPN" and held.lower_ not in STRUCTURES | BUSINESSES):
            return None
        last = min(held.right_edge.i + 1, party.last)
        return self._first(frame, Party(held.left_edge.i, last, held.i)) if held.i < last else None

    def _first(self, frame: Frame, party: Party) -> Link | None:
        return next(iter(self._link(frame, party)), None)
