"""In: a parsed sentence. Out: its runs of proper nouns, titles cut off, with what the words tell of their kind."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from twosource.finding.name_kinds import TITLES, kind_of, no_name, portfolio_length, title_length, vote_of
from twosource.finding.name_linking import DAYS, NOT_NAMES, reach
from twosource.finding.parse import Sentence, TokenRun
from twosource.records import NameKind
from twosource.text.countries import is_adjective
from twosource.text.folding import fold
from twosource.text.listing import listed
from twosource.text.titles import BODY_WORDS, ROLES

_COMPASS = listed("north south east west new northern southern eastern western central")
_NO_NAME_TAGS = frozenset({"PRP", "PRP$", "DT", "IN", "CC", "MD", "WP", "WRB", "CD", "RB", "UH", "EX", "WDT"})


class Run(TokenRun, frozen=True, kw_only=True, eq=False):
    """Tokens `first` up to `last` of a sentence that name someone or something; `title` is what stood before.

    `title_first` is the first token of the title. `kind` is what the words themselves tell, `vote` what the model
    says; `first_word` is true at the start of a sentence, where a capital tells nothing.
    """

    title: str
    title_first: int
    kind: NameKind | None
    vote: NameKind | None
    first_word: bool


def runs(sentence: Sentence) -> Iterator[Run]:
    """The names of one sentence, in order."""
    doc = sentence.doc
    index = 0
    while index < len(doc):
        if not _capital(doc, index):
            index += 1
            continue
        last = reach(doc, index)
        yield from _run(sentence, index, last)
        index = max(last, index + 1)


#: Words that only as the first of a name have a capital inside a sentence: "the No Forever bloc".
_OPENERS = listed("no yes not all every never now here more")


def _capital(doc: Doc, index: int) -> bool:
    """Whether a token may begin a name: a capital that the start of a sentence does not explain."""
    token = doc[index]
    word = token.text
    if not word[:1].isupper() or fold(word) in DAYS:
        return False
    if not opens(doc, index):
        if token.lower_ in _OPENERS and index + 1 < len(doc) and doc[index + 1].tag_ in {"NNP", "NNPS"}:
            return doc[index + 1].text[:1].isupper() and not token.text.isupper()
        return token.tag_ not in _NO_NAME_TAGS or (word.isupper() and len(word) > 1)
    return _proper(token) or (
        index + 1 < len(doc) and token.tag_ in {"NN", "JJ", "NNS", "VBG", "VBN"} and _titled(token, doc[index + 1])
    )


def _proper(token: Token) -> bool:
    return token.tag_ in {"NNP", "NNPS"} and fold(token.text) not in NOT_NAMES


def _titled(token: Token, follower: Token) -> bool:
    return follower.text[:1].isupper() and (
        follower.tag_ in {"NNP", "NNPS"}
        or token.lower_ in _COMPASS
        or fold(token.text) in ROLES
        or fold(follower.text) in BODY_WORDS
    )


def opens(doc: Doc, index: int) -> bool:
    """Whether a token begins a sentence, or a quotation, or what follows a colon or a bullet."""
    return index == 0 or doc[index - 1].text in {'"', "“", "‘", "'", ":", "-", "–", "—", "•", "*", "«", "„", "(", "|"}


def _numbered(doc: Doc, first: int, last: int) -> bool:
    """Whether a run is a thing with a number: "Article 88", "Train Seven", "Hall C"."""
    if fold(doc[first].text) not in _NUMBERED or last - first > _NUMBERED_LENGTH:
        return False
    behind = doc[first + 1] if first + 1 < len(doc) else None
    if behind is None:
        return False
    if last - first == 1:
        return behind.text[:1].isdigit() or behind.tag_ == "CD"
    return behind.tag_ == "CD" or behind.lower_ in _COUNTS or len(behind.text) == 1


_NUMBERED_LENGTH = 2
_NUMBERED = listed(
    "article box line rule route law decision platform gate hall flight train section chapter act bus coach ward room"
    " block district sector zone unit reactor runway pier dock berth highway road car tunnel exit page figure table"
    " phase stage group game round week day no number protocol resolution clause paragraph annex exhibit"
)
_COUNTS = listed(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty"
)


def _species(doc: Doc, first: int, last: int) -> bool:
    """Whether a run is the abbreviated half of a species' name: "E. coli"."""
    if last - first != 1 or last >= len(doc):
        return False
    text = doc[first].text
    return len(text) == len("E.") and text.endswith(".") and doc[last].text.islower()


def _run(sentence: Sentence, first: int, last: int) -> Iterator[Run]:
    """The names in one run of capitals: the adjective of a people before a person's title is none of it."""
    doc = sentence.doc
    first += portfolio_length(doc, first, last)
    words = [fold(token.text) for token in doc[first:last]]
    if _numbered(doc, first, last) or _species(doc, first, last):
        return
    if (
        not words
        or (words[0] in NOT_NAMES - _OPENERS or (words[0] in _OPENERS and (last - first == 1 or opens(doc, first))))
        or (last - first == 1 and no_name(doc, first))
    ):
        return
    cut = title_length(words)
    name = first + cut
    if name >= last or not any(words[cut:]) or set(words) <= TITLES or is_adjective(" ".join(filter(None, words))):
        return
    title = sentence.report.text[
        sentence.start + doc[first].idx : sentence.start + doc[name - 1].idx + len(doc[name - 1])
    ] if cut else ""  # fmt: skip
    title_words = set(words[:cut])
    vote = vote_of(doc, name, last)
    kind = kind_of(words[cut:], title_words, doc, name, last)
    yield Run(
        sentence=sentence, first=name, last=last, title=title, title_first=first, kind=kind, vote=vote,
        first_word=opens(doc, name),
    )  # fmt: skip
