"""In: parties of attributions, in order, and the report's names. Out: links: who is meant, by the fullest name, and its kind."""

import bisect
import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from twosource.finding.chain_words import (
    ARTICLES,
    DOCUMENTS,
    FEMALE,
    GENERIC,
    MALE,
    PERSON_ROLES,
    SPOKESPERSONS,
    STRUCTURES,
    TITLES,
    UNNAMED,
    kind_of_words,
)
from twosource.finding.parse import Parsed, Sentence
from twosource.finding.statement_frames import Frame, Party
from twosource.records import Link, LinkKind, Name, Span

_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


class Person:
    """One person of the report: the fullest name, the roles told of them, and what pronoun fits."""

    def __init__(self, name: str) -> None:
        """Start with a name."""
        self.name = name
        self.roles: set[str] = set()
        self.gender = ""
        self.body = ""
        self.near: tuple[Link, ...] = ()


class Namer:
    """Resolves parties to links in reading order; remembers who spoke last, so that "he" and "the minister" have names."""

    def __init__(self, parsed: Parsed, names: Sequence[Name]) -> None:
        """Read the report's names, and names of persons that stand in its parse."""
        self._parsed = parsed
        self._people: dict[str, Person] = {}
        self._spans: dict[tuple[int, int], Name] = {
            (span.start, span.end): name for name in names for span in name.spans
        }
        self._starts = sorted(self._spans)
        self._forms: dict[str, Name] = {}
        for name in names:
            for form in (name.name, *name.also):
                self._forms.setdefault(form.casefold(), name)
        self._known = frozenset(name.name for name in names if name.kind == "person")
        self._speaker: Person | None = None
        self._body: Link | None = None
        self._last: tuple[Link, ...] = ()
        self._paragraph = -1
        self._read_people()

    # ---- people

    def _read_people(self) -> None:
        for sentence in self._parsed.sentences:
            if sentence.heading:
                continue
            for first, last in _proper_runs(sentence.doc):
                self._meet(sentence, first, last)

    def _meet(self, sentence: Sentence, first: int, last: int) -> None:
        """Note a run of proper nouns that names a person, with the roles told beside it."""
        doc = sentence.doc
        name = self._person_name(sentence, first, last)
        if name is None:
            return
        person = self._people.setdefault(name, Person(name))
        head = next((t for t in doc[first:last] if not first <= t.head.i < last), doc[last - 1])
        for token in _described(head, first, last):
            word = token.lower_
            if token.pos_ in {"NOUN", "PROPN", "ADJ"} and not token.ent_type_ == "PERSON":
                person.roles.add(word)
            if word in FEMALE or word in MALE:
                person.gender = "f" if word in FEMALE else "m"

    def _person_name(self, sentence: Sentence, first: int, last: int) -> str | None:
        """The fullest name of the person a run of tokens names, or None where it names none."""
        doc = sentence.doc
        start = sentence.start + doc[first].idx
        end = sentence.start + doc[last - 1].idx + len(doc[last - 1])
        given = self._named(start, end)
        if given is not None:
            return given.name if given.kind == "person" else None
        while first < last and doc[first].lower_.rstrip(".") in TITLES:
            first += 1
        if first >= last:
            return None
        words = [doc[i].text for i in range(first, last)]
        if any(word.casefold() in STRUCTURES for word in words):
            return None
        tagged = sum(doc[i].ent_type_ == "PERSON" for i in range(first, last))
        name = " ".join(words)
        full = self._fullest(words)
        if full is not None:
            return full
        titled = first > 0 and (doc[first - 1].lower_.rstrip(".") in TITLES or doc[first - 1].lower_ in PERSON_ROLES)
        if len(words) >= 2 and (2 * tagged > len(words) or titled):  # noqa: PLR2004
            return name
        return None

    def _fullest(self, words: Sequence[str]) -> str | None:
        """The name of a person met before that ends in, or holds, these words."""
        wanted = [word.casefold() for word in words]
        for name in reversed(self._people):
            have = [word.casefold() for word in name.split()]
            if wanted == have or (len(wanted) < len(have) and wanted == have[-len(wanted) :]):
                return name
            if len(wanted) == 1 and (wanted[0] == have[0] or wanted[0] in have) and len(wanted[0]) > 3:  # noqa: PLR2004
                return name
        return None

    def _named(self, start: int, end: int) -> Name | None:
        """The Name whose span meets a stretch of the report, the longest first."""
        best: tuple[int, Name] | None = None
        for left, right in _meeting(self._starts, start, end):
            size = min(right, end) - max(left, start)
            if best is None or size > best[0]:
                best = size, self._spans[left, right]
        return None if best is None else best[1]

    # ---- links

    def chain(self, frame: Frame) -> tuple[Link, ...]:
        """The links of an attribution from near to far; remembers its speaker for the sentences that follow."""
        sentence = self._parsed.sentences[frame.sentence]
        links: list[Link] = []
        if frame.via is not None:
            links += self._link(sentence, frame.via)
        hearer = None if frame.hearer is None else self._hearer(sentence, frame.hearer)
        if hearer is not None:
            links.append(hearer)
        source = [] if frame.source is None else self._link(sentence, frame.source, speaking=frame.force != "acts")
        links += source
        if source and frame.force in {"says", "thinks", "pledges"} and not sentence.heading:
            links = self._with_near(sentence, frame, links, source)
        for cited in frame.cited:
            links += self._link(sentence, cited)
        chain = _distinct(links)
        if chain and frame.force != "acts":
            self._last, self._paragraph = chain, sentence.paragraph
        return chain

    def _with_near(self, sentence: Sentence, frame: Frame, links: list[Link], source: list[Link]) -> list[Link]:
        """A speaker taken up again in his paragraph is still heard through whom he told it."""
        person = self._people.get(source[-1].name)
        if person is None:
            return links
        near = tuple(links[: -len(source)])
        if near:
            person.near = near
            self._paragraph = sentence.paragraph
            return links
        taken_up = frame.source is not None and frame.source.last - frame.source.first <= 2  # noqa: PLR2004
        if person.near and taken_up and self._paragraph == sentence.paragraph:
            return [*person.near, *links]
        person.near = ()
        return links

    def _hearer(self, sentence: Sentence, party: Party) -> Link | None:
        """A medium that was told something ("told Radio Nord") as a link; None for reporters, crowds and the report's own."""
        words = sentence.span(party.first, party.last).words
        bare = _bare(words)
        if kind_of_words(bare) not in {"outlet", "agency"} and not self._is_medium(sentence, party):
            return None
        if self._own(bare):
            return None
        return Link(name=bare, kind="agency" if kind_of_words(bare) == "agency" else "outlet", span=sentence.span(party.first, party.last))

    def _is_medium(self, sentence: Sentence, party: Party) -> bool:
        head = sentence.doc[party.head]
        if head.pos_ != "PROPN" or head.ent_type_ in {"GPE", "PERSON", "NORP", "LOC"}:
            return False
        if any(t.lower_ in GENERIC for t in sentence.doc[party.first : party.last]):
            return False
        start = sentence.start + head.idx
        given = self._named(start, start + len(head))
        if given is not None and given.kind == "person":
            return False
        return not any(t.lower_ in STRUCTURES for t in sentence.doc[party.first : party.last])

    def _own(self, words: str) -> bool:
        """Whether words name the report's own outlet or the agency whose text it is."""
        wanted = {word.casefold() for word in _WORD.findall(words)} - ARTICLES
        report = self._parsed.report
        if not wanted or wanted <= {"this", "newspaper", "paper", "magazine", "reporter"}:
            return True
        top = report.text[:400]
        for own in (report.outlet, report.credit):
            have = {word.casefold() for word in _WORD.findall(own or "")} - ARTICLES
            if have and (wanted <= have or have <= wanted):
                return True
        line = re.search(r"^(?:[A-Z][^\n]{0,60})?\(([A-Z][^()\n]{1,40})\)", top, re.MULTILINE)
        credit = {word.casefold() for word in _WORD.findall(line[1])} if line else set()
        return bool(credit) and (wanted <= credit or credit <= wanted)

    def _link(self, sentence: Sentence, party: Party, *, speaking: bool = False) -> list[Link]:
        """The link (none or one) that a party stands for."""
        doc = sentence.doc
        head = doc[party.head]
        span = sentence.span(party.first, party.last)
        if head.lower_ in {"i", "we", "you", "us", "me"}:
            return []
        if head.lower_ in {"who", "which", "that", "whom"} and party.last - party.first == 1:
            above = _antecedent(head)
            if above is None:
                return []
            return self._link(sentence, Party(above.left_edge.i, head.left_edge.i if head.left_edge.i > above.i else above.i + 1, above.i))
        if head.pos_ == "PRON" or (head.lower_ in _POSSESSIVES and party.last - party.first == 1):
            return self._pronoun(head, span)
        person = self._person_in(sentence, party)
        if person is not None:
            if speaking:
                self._speaker = person
            return [Link(name=person.name, kind="person", span=span)]
        link = self._other(sentence, party, span)
        if link is None or self._own_voice(link):
            return []
        if link.kind in {"body", "document", "agency"} and speaking:
            self._body = link
        return [link]

    def _own_voice(self, link: Link) -> bool:
        return self._own(link.name) and link.kind in {"outlet", "agency", "body", "document"}

    def _pronoun(self, head: Token, span: Span) -> list[Link]:
        word = head.lower_
        if word in {"he", "she", "his", "her", "him"}:
            wanted = "m" if word in {"he", "his", "him"} else "f"
            person = self._speaker if self._speaker and self._speaker.gender in {"", wanted} else None
            if person is None:
                person = next((p for p in reversed(self._people.values()) if p.gender == wanted), None)
            if person is not None:
                person.gender = wanted
                return [Link(name=person.name, kind="person", span=span)]
            return list(self._last[-1:])
        if word in {"it", "they", "its", "their", "them"}:
            if self._body is not None:
                return [self._body]
            return [link for link in self._last[-1:] if link.kind != "person"]
        if word in {"one", "some", "others", "many", "most", "several", "another"}:
            return [Link(name=span.words, kind="unnamed", span=span, plural=word != "one")]
        return []

    def _person_in(self, sentence: Sentence, party: Party) -> Person | None:
        """The person a noun phrase names: by name, or by a role told of one person before."""
        doc = sentence.doc
        for first, last in _proper_runs(doc, party.first, party.last):
            run_head = next((t for t in doc[first:last] if not first <= t.head.i < last), doc[last - 1])
            if not _co_refers(doc[party.head], run_head):
                continue
            name = self._person_name(sentence, first, last)
            if name is not None:
                person = self._people.setdefault(name, Person(name))
                for token in doc[party.first : party.last]:
                    if token.lower_ in FEMALE or token.lower_ in MALE:
                        person.gender = "f" if token.lower_ in FEMALE else "m"
                return person
        head = doc[party.head]
        return self._by_role(sentence, party, head)

    def _by_role(self, sentence: Sentence, party: Party, head: Token) -> Person | None:
        """"The minister", "the skipper": the person of that role, the last speaker first."""
        word = head.lower_
        first = sentence.doc[party.first].lower_
        if head.tag_ not in {"NN", "NNP"} or word not in PERSON_ROLES or first in {"a", "an", "another", "one"}:
            return None
        wanted = {t.lower_ for t in sentence.doc[party.first : party.last] if t.pos_ in {"NOUN", "PROPN", "ADJ"}}
        if self._speaker is not None and word in self._speaker.roles:
            return self._speaker
        fits = [p for p in self._people.values() if word in p.roles]
        if not fits:
            return None
        return max(fits, key=lambda p: len(wanted & p.roles))

    def _other(self, sentence: Sentence, party: Party, span: Span) -> Link | None:
        """A body, document, medium or unnamed source, in its own words without article and asides."""
        doc = sentence.doc
        head = doc[party.head]
        if head.lower_ in DOCUMENTS:
            owner = self._document_owner(sentence, head, party)
            if owner is not None:
                return owner
        first, last = _core(doc, party)
        words = _bare(sentence.span(first, last).words)
        if doc[first].lower_ in _POSSESSIVES:
            owner_link = self._owner_of(doc[first])
            rest = _bare(sentence.span(first + 1, last).words) if last > first + 1 else ""
            if not rest:
                return None
            words = f"{owner_link.name} {rest}" if owner_link is not None and owner_link.kind != "person" else rest
        if not words:
            return None
        kind, plural = self._kind(sentence, head, words)
        given = self._given(sentence, first, last, head)
        if given is not None and kind in {"body", "agency", "outlet"}:
            words = given.name
        if head.lower_ in SPOKESPERSONS and kind == "unnamed" and self._body is not None and words.casefold() in SPOKESPERSONS:
            words = f"{self._body.name} {words}"
        return Link(name=words, kind=kind, span=span, plural=plural)

    def _given(self, sentence: Sentence, first: int, last: int, head: Token) -> Name | None:
        """The Name that the core of a phrase is, where it covers most of it."""
        doc = sentence.doc
        start, end = sentence.start + doc[first].idx, sentence.start + doc[last - 1].idx + len(doc[last - 1])
        at = sentence.start + head.idx
        found = self._named(at, at + len(head))
        if found is None or found.kind == "person":
            return None
        size = max((right - left for left, right in _meeting(self._starts, at, at + 1)), default=0)
        return found if 2 * size >= end - start else None

    def _kind(self, sentence: Sentence, head: Token, words: str) -> tuple[LinkKind, bool]:
        by_words = kind_of_words(words)
        plural = head.tag_ in {"NNS", "NNPS"}
        if by_words is not None:
            return by_words, plural and by_words == "unnamed"
        if head.lower_ in DOCUMENTS:
            return "document", False
        if head.lower_ in UNNAMED or head.lemma_.lower() in UNNAMED:
            return "unnamed", plural
        if head.ent_type_ == "PERSON" and head.pos_ == "PROPN":
            return "person", False
        if head.lower_ in PERSON_ROLES or head.lemma_.lower() in PERSON_ROLES:
            return ("unnamed", plural)
        return "body", False

    def _owner_of(self, possessive: Token) -> Link | None:
        if possessive.lower_ in {"its", "their"}:
            return self._body or next((link for link in self._last[-1:] if link.kind != "person"), None)
        return None

    def _document_owner(self, sentence: Sentence, head: Token, party: Party) -> Link | None:
        """Whose document, figures or statement a phrase names: the body itself is the source."""
        doc = sentence.doc
        for token in head.children:
            if token.dep_ == "poss":
                if token.tag_ == "PRP$":
                    return self._owner_of(token)
                owner = self._link(sentence, Party(token.left_edge.i, token.i + 1, token.i))
                return owner[0] if owner else None
            if token.dep_ == "prep" and token.lower_ in {"of", "from", "by"} and token.i < party.last:
                held = next((below for below in token.children if below.dep_ == "pobj"), None)
                if held is not None and held.pos_ in {"PROPN", "NOUN"} and (held.pos_ == "PROPN" or held.lower_ in STRUCTURES):
                    last = min(held.right_edge.i + 1, party.last)
                    owner = self._link(sentence, Party(held.left_edge.i, last, held.i)) if held.left_edge.i < last else []
                    return owner[0] if owner else None
        before = [t for t in doc[party.first : head.i] if t.dep_ in {"compound", "nmod", "amod", "poss"}]
        named = [t for t in before if t.pos_ == "PROPN" or t.lower_ in STRUCTURES]
        if named:
            first, last = named[0].left_edge.i, named[-1].i + 1
            first = max(first, party.first)
            return self._other(sentence, Party(first, last, last - 1), sentence.span(party.first, party.last))
        if not before and doc[party.first].lower_ == "the" and head.lower_ in {"statement", "release", "communique", "communiqué"}:
            return self._body
        return None


def _meeting(starts: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    index = bisect.bisect_left(starts, (start - 120, 0))
    for left, right in starts[index:]:
        if left >= end:
            return
        if right > start:
            yield left, right


def _proper_runs(doc: Doc, first: int = 0, last: int | None = None) -> Iterator[tuple[int, int]]:
    """Runs of proper nouns, initials and hyphens inside names; particles in lower case between two of them."""
    end = len(doc) if last is None else last
    index = first
    while index < end:
        if doc[index].pos_ != "PROPN" or not doc[index].text[:1].isupper():
            index += 1
            continue
        begin = index
        index += 1
        while index < end and (
            (doc[index].pos_ == "PROPN" and (doc[index].text[:1].isupper() or doc[index].text == "-"))
            or (doc[index].text == "-" and index + 1 < end and doc[index + 1].pos_ == "PROPN")
            or (doc[index].lower_ in {"al", "bin", "ibn", "de", "da", "van", "von", "der", "el", "la", "du", "dos", "ben", "abu"}
                and index + 1 < end and doc[index + 1].pos_ == "PROPN")
        ):
            index += 1
        yield begin, index


def _described(head: Token, first: int, last: int) -> Iterator[Token]:
    """Words that tell what a named person is: titles before the name, appositions on either side."""
    for token in head.lefts:
        if token.dep_ in {"compound", "amod", "nmod", "appos"} and not first <= token.i < last:
            yield from (t for t in token.subtree if t.i < first)
            yield token
    for token in head.rights:
        if token.dep_ == "appos":
            yield token
            yield from (t for t in token.lefts)
    if head.dep_ in {"appos"}:
        yield head.head
        yield from head.head.lefts
    for index in range(first, last):
        yield head.doc[index] if head.doc[index].lower_.rstrip(".") in TITLES else head.doc[first]


def _co_refers(head: Token, name: Token) -> bool:
    """Whether a name inside a noun phrase names what the phrase means, and no owner, place or employer of it."""
    token = name
    for _ in range(6):
        if token == head:
            return True
        if token.dep_ not in {"appos", "compound", "nmod", "flat", "nsubj"}:
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


def _core(doc: Doc, party: Party) -> tuple[int, int]:
    """The noun phrase without appositions, relative clauses, brackets and what follows them."""
    head = doc[party.head]
    last = party.last
    for token in head.rights:
        cut = token.dep_ in {"appos", "relcl", "acl", "advcl", "parataxis", "punct"} or token.text in {",", "(", "–", "—", "-"}
        if cut and token.i > head.i and token.left_edge.i < last:
            last = max(head.i + 1, min(last, token.left_edge.i))
    for index in range(head.i + 1, last):
        if doc[index].text in {",", "(", ";", "–", "—"}:
            last = index
            break
    return party.first, max(last, head.i + 1)


def _bare(words: str) -> str:
    """Words without article, possessive ending and marks at the edges."""
    cut = re.sub(r"\s+", " ", words).strip(" ,.;:()[]“”\"'–—-")
    cut = re.sub(r"^(?:the|a|an|this|that)\s+", "", cut, flags=re.IGNORECASE)
    return re.sub(r"(?:’s|'s|’|')$", "", cut)


def _distinct(links: Sequence[Link]) -> tuple[Link, ...]:
    kept: list[Link] = []
    for link in links:
        if all(link.name.casefold() != other.name.casefold() for other in kept):
            kept.append(link)
    return tuple(kept)
