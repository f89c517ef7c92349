"""In: a parsed report. Out: its direct quotations of three words and more, speakers not yet known."""

import re
from collections.abc import Iterator

from twosource.finding.parse import Parsed
from twosource.records import Quote, content_id
from twosource.text.folding import fold
from twosource.text.listing import listed
from twosource.text.quotation import Quotation, quotations, word_count
from twosource.text.titles import HONORIFICS, RANKS

_LEAST_WORDS = 3
_MARKS_AROUND = 4
_ENDING = re.compile(r"[.,!?…;:][)\]’'”\"]*$")
_WORD = re.compile(r"\w[\w’'-]*")
#: Words that titles write small.
_SMALL = listed(
    "a an the of and or nor but for to in on at by from with as into over vs de la le el du des der die das van von y e"
    " al et und"
)
#: Words that make a sentence of what else could be a title in capitals.
_SENTENCE_WORDS = listed(
    "i me my mine we us our ours you your he him his she her they them their it its this these those is are was were be"
    " been am has have had do does did will would can could may might must should shall not no never there who what why"
    " how when where"
)
_CONTRACTED = re.compile(r"(?:n[’']t|[’'](?:s|re|ve|ll|d|m))$")
#: What comes before a name or a title in marks: "the film “…”", "entitled “…”", "known as “…”".
_TITLED = re.compile(
    r"\b(?:film|movie|documentary|song|single|anthem|hymn|album|novel|book|memoir|poem|play|musical|opera|series|show"
    r"|sitcom|podcast|programme|program|episode|painting|sculpture|magazine|newspaper|game|hit|track|ballad|essay"
    r"|bestseller|operation|codenamed|code-named|nicknamed|dubbed|entitled|titled|named|called|known as|aka"
    r"|also known as|renamed|headlined)\s*(?:,|:|\()?\s*$",
    re.IGNORECASE,
)


def find_quotes(parsed: Parsed) -> Iterator[Quote]:
    """The direct quotations of a report, in order: what stands between the marks, three words or more.

    Left out are titles, names and other words set in marks without being anyone's speech. The pieces of one quotation,
    broken by "he said" or by a paragraph, share `utterance`; speakers and chains are left empty.
    """
    key = ""
    previous: Quotation | None = None
    for piece in quotations(parsed.report.text, parsed.paragraphs):
        if not _is_speech(parsed, piece):
            continue
        span = parsed.report.span(piece.start, piece.end)
        own = content_id(span.report, span.start, span.end, span.words)
        inner = previous is not None and piece.end <= previous.end
        if inner:
            yield Quote(id=own, span=span, utterance=own)
            continue
        key = key if previous is not None and _goes_on(parsed, previous, piece) else own
        yield Quote(id=own, span=span, utterance=key)
        previous = piece


def _is_speech(parsed: Parsed, piece: Quotation) -> bool:
    """Whether the words in the marks are someone's speech, and not a title, a name or a term."""
    text = parsed.report.text
    words = text[piece.start : piece.end]
    if word_count(words) < _LEAST_WORDS:
        return False
    if piece.goes_on or re.search(r"[.!?…]\W*$", words):
        return True
    sentence = parsed.at(piece.start)
    before = text[max(sentence.start if sentence else 0, piece.start - 41) : max(0, piece.start - 1)]
    if _capitalised(words):
        alone = sentence is None or sentence.heading or len(sentence.text) <= len(words) + _MARKS_AROUND
        return alone and _has_sentence_word(words)
    if _TITLED.search(before) and words[:1].isupper() and not _ENDING.search(words):
        return False
    return not (_THING.match(text, piece.end + 1) and not _ENDING.search(words))


#: A doctrine, a law or a shirt that the words in marks name or adorn: "the “two hostile states” doctrine".
_THING = re.compile(
    r" (?:\w+ )?(?:doctrine|policy|policies|strategy|law|act|bill|campaign|movement|programme|program|project|rule"
    r"|theory|principle|initiative|operation|tour|scheme|slogan|mug|t-shirt|shirt|hat|cap|sticker|award|prize|label"
    r"|meme|hashtag|rall(?:y|ies)|festival|exhibition|conference)s?\b",
    re.IGNORECASE,
)


def _capitalised(words: str) -> bool:
    """Whether all words of weight begin with a capital, as in a title or a name."""
    inside = _WORD.findall(words)
    weighty = [word for word in inside if word.lower() not in _SMALL]
    if not weighty or words.isupper():
        return words.isupper() and not _has_sentence_word(words)
    return all(word[0].isupper() or word[0].isdigit() for word in weighty)


def _has_sentence_word(words: str) -> bool:
    return any(
        word.lower() in _SENTENCE_WORDS or _CONTRACTED.search(word.lower()) is not None for word in _WORD.findall(words)
    )


_LONGEST_GAP = 200
_MARKS = "“”\"'‘’«»„‹›`\ufffd"
_SENTENCE_BREAK = re.compile(r"[.!?]\)?\s+(?=\S)")
#: A new sentence that only goes on with the same speaker: "He added:", "She went on,".
_SAME_SPEAKER = re.compile(
    r"(?:he|she|they|it)\s+(?:also\s+|then\s+|later\s+|further\s+)?"
    r"(?:added|said|continued|went on|concluded|asked|wrote|says|adds)\b[^.]{0,30}$",
    re.IGNORECASE,
)
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_RELATIVE = frozenset({"WP", "WDT"})
_NO_PREDICATE = ("aux", "relcl", "advcl", "acl")


def _goes_on(parsed: Parsed, first: Quotation, then: Quotation) -> bool:
    """Whether `then` is a further piece of the quotation whose last piece is `first`."""
    if first.goes_on:
        return True
    text = parsed.report.text
    gap = text[first.end : then.start].strip(_MARKS + " ")
    if then.start - first.end > _LONGEST_GAP or _block(parsed, first.start) != _block(parsed, then.start):
        return False
    ended = text[first.end - 1] in ".!?" and gap[:1].isupper()
    breaks = [match for match in _SENTENCE_BREAK.finditer(gap) if not _abbreviated(gap[: match.start()])]
    broken = [0] * ended + [match.end() for match in breaks]
    if broken:
        return len(broken) == 1 and _SAME_SPEAKER.match(gap[broken[0] :]) is not None
    return sum(1 for _ in _finite_verbs(parsed, first.end, then.start)) <= 1


def _abbreviated(before: str) -> bool:
    """Whether the full stop behind these words belongs to a title or an initial: "said Brig. Ana Pop"."""
    word = fold(before).rpartition(" ")[2]
    return len(word) <= 1 or word in HONORIFICS or word in RANKS


def _block(parsed: Parsed, offset: int) -> int:
    sentence = parsed.at(offset)
    return -1 if sentence is None else sentence.paragraph


def _finite_verbs(parsed: Parsed, start: int, end: int) -> Iterator[int]:
    """The places of the finite full verbs between two offsets, those of relative clauses left out."""
    for offset in (start, end - 1):
        sentence = parsed.at(offset)
        if sentence is None or (offset != start and sentence is parsed.at(start)):
            continue
        for token in sentence.doc:
            place = sentence.start + token.idx
            if not start <= place < end or token.tag_ not in _FINITE or token.dep_.startswith(_NO_PREDICATE):
                continue
            if not any(word.tag_ in _RELATIVE for word in sentence.doc[max(0, token.i - 3) : token.i]):
                yield place
