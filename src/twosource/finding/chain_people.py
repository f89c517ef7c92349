"""In: a parsed report and its names. Out: its people, where each is spoken of, and whom "he" or a role means."""

import bisect
import re
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from twosource.finding.chain_phrases import is_own
from twosource.finding.chain_runs import described, proper_runs, run_head
from twosource.finding.chain_words import BUSINESSES, FEMALE, MALE, PERSON_ROLES, PUBLIC, STRUCTURES, TITLES, UNNAMED
from twosource.finding.parse import Parsed, Sentence
from twosource.records import LinkKind, Name, Quote
from twosource.text.listing import listed
from twosource.text.titles import RANKS

#: Roles that tell what someone is, and so what he is not.
_OFFICES = PERSON_ROLES - (RANKS - {"chief"}) - listed("mr mrs ms miss dr sir lady dame st man woman boy girl")
#: Offices that are nobody's last name.
_NO_SURNAMES = listed(
    "officer executive director secretary minister president chairman chairwoman commissioner inspector superintendent"
    " spokesman spokeswoman spokesperson administrator governor ambassador prosecutor undersecretary treasurer"
)
#: Words that take up someone of whatever office.
_ANY_OFFICE = listed("official politician officeholder dignitary")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LOWER = re.compile(r"(?<![\w’'-])[a-z][\w’'-]+")
_REACH = 8
#: So many sentences back the last person of a role is looked for; further back any of that role is as good.
_ROLE_REACH = 300
_ONE_NAME = 3


class Person:
    """One person of the report: the fullest name, the roles told of them, and what pronoun fits ("f", "m" or none)."""

    def __init__(self, name: str, kind: LinkKind = "person") -> None:
        """Start with a name; an unnamed person has the words that introduce them, one met by office alone that."""
        self.name = name
        self.kind = kind
        self.roles: set[str] = set()
        self.gender = ""
        self.office = ""


#: What an office is for: two people of one title are told apart by it.
_FIELDS = listed(
    "health defence defense interior foreign finance justice transport education labour labor agriculture energy trade"
    " environment culture housing industry home treasury prime press general party deputy police fire army navy state"
)


def _other_office(wanted: set[str], roles: set[str]) -> bool:
    """Whether the words of an office name another than a person's: "the health secretary" is no general secretary."""
    mine, theirs = wanted & _FIELDS, roles & _FIELDS
    return bool(mine and theirs) and not mine & theirs


class People:
    """The people of a report, met in reading order."""

    def __init__(self, parsed: Parsed, quotes: Sequence[Quote], names: Sequence[Name]) -> None:
        """Read the parse once; `names` settle what is a person where they are given."""
        self._parsed = parsed
        self._spans = {(span.start, span.end): name for name in names for span in name.spans}
        self._starts = sorted(self._spans)
        self._quotes = sorted((quote.span.start, quote.span.end) for quote in quotes)
        self._small = frozenset(_LOWER.findall(parsed.report.text))
        self._people: dict[str, Person] = {}
        self.bodies: list[str] = []
        self._named_bodies: list[tuple[int, int, str]] = []
        self._firms: list[tuple[int, int, str]] = []
        self._proper: list[tuple[int, int, str]] = []
        self._subjects: list[tuple[int, int, str, bool]] = []
        self._mentions: list[list[tuple[int, Person, bool]]] = [[] for _ in parsed.sentences]
        for number, sentence in enumerate(parsed.sentences):
            self._read(number, sentence)
        for number, sentence in enumerate(parsed.sentences):
            if sentence.heading:
                self._mentions[number] = [m for m in self._mentions[number] if m[1].name in self._people]

    def _read(self, number: int, sentence: Sentence) -> None:
        for first, last in proper_runs(sentence.doc):
            person = self.named(sentence, first, last, meeting=not sentence.heading)
            head = run_head(sentence.doc, first, last)
            if person is not None:
                self._describe(person, sentence.doc, head, first, last)
                if not self._quoted(sentence.start + head.idx):
                    self._mentions[number].append((head.i, person, _is_subject(head)))
            elif not sentence.heading:
                self._read_other(number, sentence, first, last)
        for token in sentence.doc:
            if token.dep_ in _SUBJECTS and not self._quoted(sentence.start + token.idx):
                self._read_subject(number, sentence, token)
        self._mentions[number].sort(key=lambda mention: mention[0])

    def _read_other(self, number: int, sentence: Sentence, first: int, last: int) -> None:
        """Note a proper name that is no person yet: a body, or one that "she" may still make a person of."""
        span = sentence.span(first, last)
        given = self.given(span.start, span.end)
        words = (given[0].name if given is not None else span.words).split()
        head = run_head(sentence.doc, first, last)
        organised = given is not None and given[0].kind == "organisation"
        if organised or (given is None and head.ent_type_ == "ORG"):
            name = given[0].name if given is not None else span.words
            short = span.words if span.words.isupper() else name  # a body is called by its letters where they are
            self._named_bodies.append((number, head.i, short))
            private = not any(word.casefold() in PUBLIC | UNNAMED for word in words) and not name.isupper()
            if private and not is_own(self._parsed.report, name):
                self._firms.append((number, head.i, name))
        if any(token.lower_ in STRUCTURES for token in sentence.doc[first:last]):
            self.bodies.append(span.words)
        elif head.dep_ in _SUBJECTS and _may_be_person(head, words) and not self._quoted(sentence.start + head.idx):
            self._proper.append((number, head.i, " ".join(words)))

    def _read_subject(self, number: int, sentence: Sentence, token: Token) -> None:
        """Note a subject that is a body, or a person introduced without a name ("a nurse")."""
        beside = self.given_beside(sentence, token, token.right_edge.i + 1)
        if token.dep_ == "nsubj" and beside is not None and token.lower_ in BUSINESSES and not sentence.heading:
            self._subjects.append((number, token.i, sentence.span(*beside).words, token.head.dep_ == "ROOT"))
            return
        near = [t for t in token.lefts if t.dep_ in {"compound", "amod", "nmod", "poss"} or t.pos_ == "PROPN"]
        counted = token.tag_ in {"NNS", "NNPS"} and any(t.tag_ == "CD" for t in token.lefts)  # "six Danes were held"
        bodily = not counted and (_bodily(token) or (token.pos_ == "PROPN" and self._organised(sentence, token)))
        if not (bodily or counted) and token.tag_ == "NNPS" and self._body_at(sentence, token) is not None:
            self._subjects.append((number, token.i, self._body_at(sentence, token) or "", token.head.dep_ == "ROOT"))
        if token.dep_ == "nsubj" and not sentence.heading and token.pos_ in {"NOUN", "PROPN"} and bodily:
            first = near[0].left_edge.i if near else token.i
            words = sentence.span(first, token.i + 1).words
            self._subjects.append((number, token.i, words, token.head.dep_ == "ROOT"))
        definite = token.tag_ in {"NN", "NNP"} and token.lower_ in PERSON_ROLES and _definite(token)
        if (token.tag_ == "NN" and _introduced(token) and _is_person(token)) or (definite and _is_person(token)):
            said = [t.text for t in token.lefts if t.dep_ in {"compound", "amod"}]
            person = Person(" ".join([*said, token.text, *_where(token)]), "unnamed")
            person.office = token.lower_ if definite else ""
            _set_gender(person, [token, *token.children])
            self._mentions[number].append((token.i, person, True))

    def _quoted(self, offset: int) -> bool:
        """Whether a code point of the report stands inside a quotation."""
        index = bisect.bisect_right(self._quotes, (offset, len(self._parsed.report.text))) - 1
        return index >= 0 and self._quotes[index][0] <= offset < self._quotes[index][1]

    def _describe(self, person: Person, doc: Doc, head: Token, first: int, last: int) -> None:
        for token in described(doc, head, first, last):
            if token.pos_ in {"NOUN", "PROPN", "ADJ"}:
                person.roles.add(token.lower_.rstrip("."))
            _set_gender(person, [token])

    def note(self, number: int, index: int, person: Person) -> None:
        """Remember that a pronoun or role at a place means a person."""
        self._mentions[number].append((index, person, True))
        self._mentions[number].sort(key=lambda mention: mention[0])

    def given(self, start: int, end: int) -> tuple[Name, int] | None:
        """The Name whose span meets a stretch of the report most, and how much of it."""
        best: tuple[Name, int] | None = None
        index = bisect.bisect_left(self._starts, (start - 160, 0))
        for left, right in self._starts[index:]:
            if left >= end:
                break
            size = min(right, end) - max(left, start)
            if size > 0 and (best is None or size > best[1]):
                best = self._spans[left, right], size
        return best

    def _organised(self, sentence: Sentence, token: Token) -> bool:
        """Whether a proper noun is, by the names of the report, a body of more than one mention."""
        found = self.given(sentence.start + token.idx, sentence.start + token.idx + len(token))
        return found is not None and found[0].kind == "organisation" and len(found[0].spans) > 1

    def _body_at(self, sentence: Sentence, token: Token) -> str | None:
        """The organisation whose Name holds a token, or None."""
        found = self.given(sentence.start + token.idx, sentence.start + token.idx + len(token))
        return found[0].name if found is not None and found[0].kind == "organisation" else None

    def given_beside(self, sentence: Sentence, head: Token, end: int) -> tuple[int, int] | None:
        """The tokens of a body's Name between commas behind a common noun, where the parse saw no name in them."""
        first = head.i + 2
        if head.pos_ != "NOUN" or first >= end or head.nbor(1).text != ",":
            return None
        last = next((t.i for t in sentence.doc[first:end] if t.text == ","), end)
        span = sentence.span(first, last)
        found = self.given(span.start, span.end)
        whole = found is not None and found[1] == span.end - span.start and found[0].kind == "organisation"
        return (first, last) if whole else None

    def given_behind(self, sentence: Sentence, head: Token, end: int) -> tuple[int, int] | None:
        """The tokens of a body's Name right behind a common noun, where the parse hung it elsewhere."""
        if head.pos_ != "NOUN" or head.i + 1 != end or end >= len(sentence.doc):
            return None
        start = sentence.start + sentence.doc[end].idx
        found = self.given(start, start + 1)
        if found is None or found[0].kind != "organisation" or not sentence.doc[end].text[:1].isupper():
            return None
        right = next((span.end for span in found[0].spans if span.start == start), start)
        last = end + sum(1 for t in sentence.doc[end:] if sentence.start + t.idx < right)
        return (end, last) if last > end else None

    def named(self, sentence: Sentence, first: int, last: int, *, meeting: bool = False) -> Person | None:
        """The person a run of proper nouns names, or None where it names none."""
        doc = sentence.doc
        span = sentence.span(first, last)
        given = self.given(span.start, span.end)
        if given is not None:
            person = given[0].kind == "person" and given[0].name.split()[-1].lower() not in _NO_SURNAMES
            return self._people.setdefault(given[0].name, Person(given[0].name)) if person else None
        while first < last and self._title(doc[first], last - first):
            first += 1
        office = doc[last - 1].lower_ in _NO_SURNAMES or all(t.lower_ in PERSON_ROLES for t in doc[first:last])
        if first >= last or office or any(token.lower_ in STRUCTURES for token in doc[first:last]):
            return None
        words = sentence.span(first, last).words
        found = self._fullest(words)
        if found is not None:
            return found
        tagged = sum(token.ent_type_ == "PERSON" for token in doc[first:last])
        titled = first > 0 and (doc[first - 1].lower_.rstrip(".") in PERSON_ROLES or _role_beside(doc, first, last))
        place = sum(token.ent_type_ in {"GPE", "LOC", "ORG", "FAC", "NORP", "DATE"} for token in doc[first:last])
        if last - first >= 2 and (2 * tagged > last - first or (titled and place < last - first)):  # noqa: PLR2004
            if meeting:
                self._people[words] = Person(words)
                return self._people[words]
            return Person(words)
        return None

    def _title(self, token: Token, left: int) -> bool:
        word = token.lower_.rstrip(".")
        return left > 1 and (word in TITLES or (word in self._small and len(word) > _ONE_NAME))

    def _fullest(self, words: str) -> Person | None:
        """The person met before whose name ends in, or holds, these words."""
        wanted = _folded(words)
        for name in reversed(self._people):
            have = _folded(name)
            if wanted == have or (len(wanted) < len(have) and wanted == have[-len(wanted) :]):
                return self._people[name]
            if len(wanted) == 1 and len(wanted[0]) > _ONE_NAME and wanted[0] in have:
                return self._people[name]
        return None

    def called(self, words: str) -> Person | None:
        """The person met before who is called by one capitalised word, which no parse showed to be a name."""
        if " " in words or not words[:1].isupper():
            return None
        return next((self._people[name] for name in reversed(self._people) if words in name.split()[1:]), None)

    def by_pronoun(self, word: str, number: int, index: int) -> Person | None:
        """Whom "he" or "she" at a place means: the last subject that fits, sentence by sentence backwards."""
        wanted = "m" if word in {"he", "his", "him"} else "f"
        fallback: Person | None = None
        office: Person | None = None
        proper: Person | None = None
        for back in range(number, max(-1, number - _REACH - 1), -1):
            if self._parsed.sentences[back].heading:
                continue
            if proper is not None and (self._is_full(proper.name) or not self._same_paragraph(back, number)):
                return self._gendered(proper, wanted)
            here = [m for m in self._mentions[back] if (back < number or m[0] < index) and m[1].gender in {"", wanted}]
            if back == number:
                topic = self._first_of(number, index, word)
                here = [m for m in here if (m[2] or m[0] < topic) and not self._told_of(number, index, m)]
            subjects = [(at, person) for at, person, subject in here if subject]
            if back < number:  # the one whom the sentence is about, before those in its clauses
                subjects.sort(key=lambda one: _is_main(self._parsed.sentences[back].doc[one[0]]))
            for at, person in reversed(subjects):
                known = self._in_office(person, back, at)
                main = back < number and _is_main(self._parsed.sentences[back].doc[at])
                if (main or not known.office) and known.gender in {"", wanted}:
                    return self._gendered(known, wanted)
                office = office or (known if known.gender in {"", wanted} else None)
            proper = proper or (None if office else self._proper_subject(number, index, back))
            here = [m for m in here if not m[1].office]
            if here and self._same_paragraph(back, number):
                return self._gendered(here[-1][1], wanted)
            if here and fallback is None:
                fallback = here[-1][1]
        fallback = office or proper or fallback
        return self._gendered(fallback, wanted) if fallback is not None else None

    def _is_full(self, name: str) -> bool:
        return " " in name and not any(body == name for _, _, body in self._named_bodies)

    def _first_of(self, number: int, index: int, word: str) -> int:
        """Where a sentence first says a pronoun of this gender as subject, up to a place: he is the same behind it."""
        alike = {"he", "his", "him"} if word in {"he", "his", "him"} else {"she", "her"}
        doc = self._parsed.sentences[number].doc
        return next((t.i for t in doc[:index] if t.lower_ in alike and _opens(t)), index)

    def _told_of(self, number: int, index: int, mention: tuple[int, Person, bool]) -> bool:
        """Whether a mention is a stranger in what a pronoun tells: "A second patient has died, she said"."""
        doc = self._parsed.sentences[number].doc
        return mention[1].kind == "unnamed" and bool(doc[index].head.is_ancestor(doc[mention[0]]))

    def _same_paragraph(self, one: int, other: int) -> bool:
        return self._parsed.sentences[one].paragraph == self._parsed.sentences[other].paragraph

    def _in_office(self, person: Person, number: int, index: int) -> Person:
        """Whom an office at a place means, where the report names him; else the one met by his office."""
        if not person.office:
            return person
        return self.by_role(person.office, {person.office}, number, index, definite=False) or person

    def _proper_subject(self, number: int, index: int, sentence: int) -> Person | None:
        """The last proper name that was subject in a sentence of the paragraph: "she" makes a person of it."""
        if not self._same_paragraph(sentence, number):
            return None
        for back, at, words in reversed(self._proper):
            if back < sentence:
                break
            if back == sentence and (back < number or at < index):
                return self._people.setdefault(words, Person(words))
        return None

    @staticmethod
    def _gendered(person: Person, gender: str) -> Person:
        person.gender = gender
        return person

    def by_role(self, word: str, wanted: set[str], number: int, index: int, *, definite: bool) -> Person | None:
        """Whom "the minister" at a place means: the person of that role spoken of last, else any of that role."""
        for back in range(number, max(-1, number - _ROLE_REACH), -1):
            here = [m for m in self._mentions[back] if back < number or m[0] < index]
            for _, person, _ in reversed(here):
                if word in person.roles and person.kind == "person" and not _other_office(wanted, person.roles):
                    return person
        fits = [p for p in self._people.values() if word in p.roles and not _other_office(wanted, p.roles)]
        if fits:
            return max(fits, key=lambda person: len(wanted & person.roles))
        last = self.last_subject(number, index) if definite else None
        if last is None or last.kind != "person":
            return None
        return last if not last.roles & _OFFICES or word in _ANY_OFFICE else None

    def body_before(self, number: int, index: int, *, owned: bool = True) -> tuple[int, str] | None:
        """The body that was subject last before a place, at most one sentence back: its sentence and words.

        With `owned` false "her ministry" is passed over.
        """
        near: tuple[int, str] | None = None
        for back, at, words, main in reversed(self._subjects):
            if back > number or (back == number and at >= index):
                continue
            if not owned and words.split()[0].lower() in {"his", "her", "its", "their"}:
                continue
            if back < number - 1 or (near is not None and back < near[0]):
                break
            if near is None or main:
                near = back, words.removeprefix("the ").removeprefix("The ")
            if main:
                break
        return near

    def topic_at(self, number: int, index: int) -> int:
        """Where a sentence first says "it" or "its" of its subject, up to a place: what is meant there holds on."""
        doc = self._parsed.sentences[number].doc
        return next((t.i for t in doc[:index] if t.lower_ in {"it", "its"} and _opens(t)), index)

    def asked_of(self, number: int) -> str | None:
        """The one body named in the question right before a sentence, which its answer speaks of."""
        before = self._parsed.sentences[number - 1] if number else None
        if before is None or not before.text.rstrip().endswith("?"):
            return None
        named = {name for back, _, name in self._named_bodies if back == number - 1}
        return named.pop() if len(named) == 1 else None

    def may_be_body(self, name: str) -> bool:
        """Whether one who was read as a person may be a firm, for nothing is told of him but what firms are."""
        person = self._people.get(name)
        return person is not None and not person.gender and not person.roles & (_OFFICES - BUSINESSES - {"owner"})

    def firm_before(self, number: int, index: int, noun: str, spoken: str | None) -> str | None:
        """The business that "the company" at a place means: one called so, or the last that the report often names.

        `spoken` is the body that spoke last: where the sentence only names another in passing, it is meant.
        """
        counts = Counter(name for *_, name in self._firms)
        often = max(counts.values(), default=0)
        before = [name for back, at, name in self._firms if (back, at) < (number, index)]
        called = {name.name for name in self._spans.values() if noun in (name.role or "").split()}
        known = [name for name in before if name in called]
        often_named = [name for name in before if 2 * counts[name] > often]
        last = next(reversed(known or often_named), None)
        passing = last is not None and any(back == number and name == last for back, _, name in self._firms)
        subjects = {words for back, _, words, _ in self._subjects if back == number}
        return spoken if passing and last not in subjects and spoken in before else last

    def named_body_before(self, number: int, index: int) -> str | None:
        """The body named last before a place in its sentence."""
        return next((name for back, at, name in reversed(self._named_bodies) if back == number and at < index), None)

    def unnamed_at(self, number: int, index: int) -> Person | None:
        """The unnamed person introduced at a place, if one is."""
        return next((p for i, p, _ in self._mentions[number] if i == index and p.kind == "unnamed"), None)

    def last_subject(self, number: int, index: int) -> Person | None:
        """The person who was subject last before a place, in its paragraph."""
        paragraph = self._parsed.sentences[number].paragraph
        for back in range(number, max(-1, number - 3), -1):
            if self._parsed.sentences[back].paragraph != paragraph:
                return None
            for at, person, subject in reversed(self._mentions[back]):
                if subject and (back < number or at < index):
                    return person
        return None


def _folded(words: str) -> list[str]:
    return words.casefold().replace("’", "'").split()


def _opens(pronoun: Token) -> bool:
    """Whether a pronoun is a subject or owns one."""
    return pronoun.dep_ in _SUBJECTS or (pronoun.dep_ == "poss" and pronoun.head.dep_ in _SUBJECTS)


def _is_subject(head: Token) -> bool:
    token = head
    for _ in range(4):
        if token.dep_ in _SUBJECTS:
            return True
        if token.dep_ not in {"appos", "compound", "nmod"}:
            return False
        token = token.head
    return False


def _may_be_person(head: Token, words: Sequence[str]) -> bool:
    """Whether a proper name that nothing else explains may be a person's."""
    bodily = any(word.casefold() in STRUCTURES | PUBLIC for word in words)
    bodily = bodily or words[-1].casefold() in _NO_SURNAMES  # "Chief Operating Officer"
    single = len(words) == 1 and (head.ent_type_ in {"GPE", "LOC", "NORP", "FAC"} or words[0].isupper())
    return not bodily and not single


def _is_main(head: Token) -> bool:
    """Whether a word is, or belongs to, the subject of its sentence's main verb."""
    token = head
    for _ in range(4):
        if token.dep_ in _SUBJECTS:
            return token.head.dep_ == "ROOT"
        token = token.head
    return False


def _bodily(noun: Token) -> bool:
    """Whether a noun is a body that can speak."""
    if noun.lower_ in STRUCTURES and noun.tag_ in {"NN", "NNP", "NNPS"}:
        return True
    return noun.ent_type_ == "ORG" and noun.pos_ == "PROPN"


def _is_person(noun: Token) -> bool:
    """Whether a common noun stands for a person: a role, or one "who" does something."""
    if noun.lower_ in PERSON_ROLES:
        return noun.lower_ not in STRUCTURES
    return any(t.dep_ == "relcl" and any(w.lower_ == "who" for w in t.lefts) for t in noun.rights)


def _where(noun: Token) -> list[str]:
    """The words that tell which one is meant: "of the district commission", "at the field hospital"."""
    for token in noun.rights:
        if token.dep_ == "prep" and token.lower_ in {"of", "at", "from", "in"} and token.i == noun.i + 1:
            words = noun.doc[token.i : token.right_edge.i + 1]
            last = next(
                (i for i, t in enumerate(words) if t.text in {",", ";", "("} or t.tag_ in {"WP", "WDT"}), len(words)
            )
            return [t.text for t in words[: min(last, _REACH)]]
    return []


def _definite(noun: Token) -> bool:
    return any(token.lower_ == "the" or token.dep_ == "poss" for token in noun.lefts)


def _introduced(noun: Token) -> bool:
    return any(token.lower_ in {"a", "an", "one", "another"} for token in noun.lefts)


def _set_gender(person: Person, tokens: Sequence[Token]) -> None:
    for token in tokens:
        word = token.lower_.rstrip(".")
        if word in FEMALE and word not in {"her", "she"}:
            person.gender = "f"
        elif word in MALE and word not in {"he", "his"}:
            person.gender = "m"


def _role_beside(doc: Doc, first: int, last: int) -> bool:
    """Whether a role is told beside a name: ", the mayor", "its director, …", ", 34,"."""
    if last + 1 < len(doc) and doc[last].text == "," and (doc[last + 1].like_num or _role_in(doc, last + 1, last + 6)):
        return True
    return first > 1 and doc[first - 1].text == "," and _role_in(doc, max(0, first - 6), first - 1)


def _role_in(doc: Doc, first: int, last: int) -> bool:
    return any(token.lower_ in PERSON_ROLES for token in doc[first : min(last, len(doc))])
