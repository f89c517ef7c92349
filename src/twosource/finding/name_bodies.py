"""In: a parsed sentence. Out: its phrases for bodies and for persons by office: "the coast guard", "its director"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from twosource.finding.name_linking import DAYS
from twosource.finding.parse import Sentence, TokenRun
from twosource.text.folding import fold
from twosource.text.listing import listed
from twosource.text.titles import BODIES, HEADS, ROLES, SPEAKERS

_MODIFIERS = frozenset({"NN", "NNP", "NNPS", "NNS", "JJ", "VBN", "HYPH"})
_PEOPLE_NOUNS = ROLES
#: Modifiers that tell nothing of which body or person is meant.
IDLE = listed(
    "new old former own local main big small same other first last late acting interim deputy senior top young then"
    " said present current outgoing incoming embattled veteran state-owned state-run state public private"
)
#: Adjectives that are no part of what a body is called.
_EMPTY = listed(
    "alleged so-called powerful mighty whole entire respective various several many other same own left filthy"
    " rich same very leaked confidential classified angry beleaguered cash-strapped"
)
#: Days, hours and counts that stand before a body without telling which it is: "On Tuesday night police said".
_WHEN = DAYS | listed(
    "today yesterday tomorrow night morning evening afternoon overnight week month year injured wounded dead killed two"
    " three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands more"
)
_LONGEST = 6
_GUARDS = listed("coast national border presidential revolutionary civil republican home")


class Phrase(TokenRun, frozen=True, kw_only=True, eq=False):
    """A noun phrase for a body or a person: tokens `first` up to `last`, its `head` token inside.

    `article` is the folded word before it ("the", "its", "a", "" for none), `owner` a possessor's tokens inside it,
    `modifiers` the folded words before the head that tell which one is meant, `of` the token after "of" in it, if any.
    """

    head: int
    noun: str
    article: str
    owner: tuple[int, int] | None
    modifiers: tuple[str, ...]
    of: tuple[int, int] | None
    person: bool

    def place(self, tokens: tuple[int, int]) -> tuple[int, int]:
        """The offsets in the report of a run of tokens of the phrase's sentence."""
        doc = self.sentence.doc
        return self.sentence.start + doc[tokens[0]].idx, self.sentence.start + doc[tokens[1] - 1].idx + len(
            doc[tokens[1] - 1]
        )


def phrases_of(sentence: Sentence) -> Iterator[Phrase]:
    """The phrases of one sentence whose head is a common noun for a body or for a person by office or work."""
    doc = sentence.doc
    for index, token in enumerate(doc):
        noun = token.text
        follower = doc[index + 1] if index + 1 < len(doc) else None
        follows = follower.lower_ if follower is not None else ""
        plain = noun[0].islower() or index == 0 or token.tag_ in {"NN", "NNS"} or follows == "of"
        if not plain and not _titled_behind(doc, index):
            continue
        folded = fold(noun)
        person = folded in _PEOPLE_NOUNS and not (folded == "guard" and index and doc[index - 1].lower_ in _GUARDS)
        if not (person or folded in BODIES) or token.tag_ not in {"NN", "NNS", "NNP"}:
            continue
        if follows == "guard":
            continue
        yield _phrase(sentence, index, folded, person=person)


def _titled_behind(doc: Doc, index: int) -> bool:
    """Whether a word ends an office in capitals behind a name: "Ana Pop, Chief Executive Officer,"."""
    if doc[index].lower_ not in _CAPITAL_OFFICES or (index + 1 < len(doc) and not doc[index + 1].is_punct):
        return False
    first = index
    while first > 0 and index - first < _LONGEST and doc[first - 1].text[:1].isupper() and doc[first - 1].is_alpha:
        first -= 1
    return first > 1 and doc[first - 1].text == "," and doc[first - 2].text[:1].isupper()


_CAPITAL_OFFICES = HEADS | SPEAKERS | listed("officer ceo cfo coo treasurer counsel")


def _phrase(sentence: Sentence, head: int, noun: str, *, person: bool) -> Phrase:
    doc = sentence.doc
    first = head
    owner: tuple[int, int] | None = None
    while first > 0 and head - first < _LONGEST:
        before = doc[first - 1]
        if before.text in {"'s", "’s", "’", "'"} and first > 1 and before.tag_ == "POS":
            begin = _owner(doc, first - 2)
            if begin is None:
                break
            owner = (begin, first - 1)
            first = begin
            break
        if before.tag_ not in _MODIFIERS | {"JJS"} or (before.text in {"-", "–"} and before.whitespace_):
            break
        first -= 1
    while not owner and first < head and _idle(doc[first]):
        first += 1
    begin = first
    while begin and doc[begin - 1].tag_ == "JJS":  # "the biggest insurer"
        begin -= 1
    article = doc[begin - 1].lower_ if begin and doc[begin - 1].tag_ in {"DT", "PRP$", "WP$"} else ""
    if head + 1 < len(doc) and doc[head + 1].tag_ in {"NN", "NNS"} and article in {"a", "an"}:
        article = ""  # "a coast guard spokesman": the article is the spokesman's
    begin = owner[1] + 1 if owner else first
    modifiers = tuple(word for token in doc[begin:head] if (word := fold(token.text)) and word not in IDLE)
    of = _of(doc, head + 1)
    return Phrase(
        sentence=sentence, first=first, last=of[1] if of else head + 1, head=head, noun=noun, article=article,
        owner=owner, modifiers=modifiers, of=of, person=person,
    )  # fmt: skip


def _idle(token: Token) -> bool:
    """Whether a word before a body tells nothing of which it is."""
    return token.tag_ in {"HYPH", "JJS"} or fold(token.text) in _EMPTY | _WHEN


def _owner(doc: Doc, last: int) -> int | None:
    """The first token of a possessor that ends with token `last`."""
    first = last
    if doc[last].tag_ not in _MODIFIERS | {"PRP"}:
        return None
    while first > 0 and doc[first - 1].tag_ in _MODIFIERS and last - first < _LONGEST:
        first -= 1
    return first


def _says(doc: Doc, index: int) -> bool:
    """Whether a word read as a noun is the verb of saying behind a name: "the Ministry of Health *reports*"."""
    return doc[index].lower_ in _SAYINGS and index > 0 and doc[index - 1].text[:1].isupper()


_SAYINGS = listed("reports says claims states counts estimates figures numbers data statements records")
_BEHIND = listed("of for at with from in")
_INSIDE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "DT", "PRP$", "HYPH", "CC"})


def _of(doc: Doc, index: int) -> tuple[int, int] | None:
    """The tokens of what stands after "of" or "for" behind a head: "spokesman for the coast guard"."""
    if index + 1 >= len(doc) or doc[index].lower_ not in _BEHIND:
        return None
    first = index + 1
    last = first
    while last < len(doc) and last - first < 2 * _LONGEST:
        token = doc[last]
        if token.tag_ == "CC" and token.text != "&":
            break
        if token.tag_ not in _INSIDE and not (token.lower_ == "of" and last > first):
            break
        last += 1
    while last > first and (doc[last - 1].tag_ in {"DT", "IN", "POS", "PRP$"} or _says(doc, last - 1)):
        last -= 1
    if last == first or not any(token.tag_.startswith("NN") for token in doc[first:last]):
        return None
    return first, last
