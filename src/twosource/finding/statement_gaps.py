"""In: a verb that gives a number. Out: who gives the next one where the verb is left out: "the firm 46"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Frame, Party, chars, subject
from twosource.finding.statement_speakers import speaks
from twosource.text.listing import listed

#: Verbs that may be left out before a plain number.
_GIVES = listed(
    "count have give say report list name estimate reckon claim put demand offer want hold publish record register"
    " calculate expect forecast predict cite quote admit confirm show speak talk"
)
_NOMINAL = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "POS"})
_AROUND = listed("about around some only just nearly almost roughly over at least most under fewer more less than")
_JOINTS = frozenset({"and", "but", "while", ",", ";"})
_LONGEST = 6
_BEHIND = 4


def bare_gaps(sentence: Sentence, number: int, verb: Token) -> Iterator[Frame]:
    """Such as "The union counts 53 and the firm 46": `verb` gives the first number in the active."""
    doc = sentence.doc
    who = subject(verb)
    if verb.lemma_.lower() not in _GIVES or who is None or who.i > verb.i or not speaks(who):
        return
    for joint in doc[verb.i + 2 : -2]:
        if joint.lower_ not in _JOINTS or not any(t.tag_ == "CD" for t in doc[verb.i + 1 : joint.i]):
            continue
        found = _next(joint)
        if found is None:
            continue
        source, last = found
        yield Frame(
            sentence=number,
            verb=source.head,
            cue=(source.last - 1, source.last),
            source=source,
            content=chars(sentence, source.last, last),
        )


def _parted(doc: Doc, first: int, last: int, comma: int) -> tuple[Party, int] | None:
    """The next speaker where a comma stands for the verb: "; a steward with a loudhailer, 5,000"."""
    head = next((t for t in reversed(doc[first:last]) if t.tag_[:2] == "NN"), None)
    end = comma + 1
    while end < len(doc) and (doc[end].lower_ in _AROUND or doc[end].tag_ in {"CD", "$"}):
        end += 1
    done = end >= len(doc) or doc[end].text in {".", ";"}
    if head is None or not speaks(head) or not done or not any(t.tag_ == "CD" for t in doc[comma + 1 : end]):
        return None
    return Party(first, comma, head.i), end


def _next(joint: Token) -> tuple[Party, int] | None:
    """The speaker behind a joint and the end of the number right behind him, where the piece then ends."""
    doc = joint.doc
    first = joint.i + 1 + (joint.text in {",", ";"} and doc[joint.i + 1].lower_ in {"and", "but", "while"})
    last = first
    while last < len(doc) and doc[last].tag_ in _NOMINAL and last - first < _LONGEST:
        last += 1
    comma = last
    while comma < len(doc) and doc[comma].tag_ in _NOMINAL | {"IN"} and comma - first < _LONGEST + 2:
        comma += 1
    if comma > last and doc[first].tag_ in {"DT", "NNP"} and comma + 1 < len(doc) and doc[comma].text == ",":
        return _parted(doc, first, last, comma)
    begun = doc[first].tag_ in {"DT", "PRP$", "NNP"} and doc[first].ent_type_ not in {"MONEY", "DATE", "TIME"}
    head = next((t for t in reversed(doc[first:last]) if t.tag_[:2] == "NN"), None)
    if not begun or head is None or head.i + 1 != last or not speaks(head) or head.tag_ == "POS":
        return None
    end = last
    if end + 1 < len(doc) and doc[end].lower_ == "at" and doc[end + 1].lower_ not in {"least", "most"}:
        return None  # "had the Greens at 12 and the Liberals at 9"
    while end < len(doc) and doc[end].lower_ in _AROUND:
        end += 1
    while end < len(doc) and (doc[end].tag_ in {"CD", "$"} or doc[end].lower_ in {"percent", "%"}):
        end += 1
    if end == last or doc[end - 1].lower_ in _AROUND:
        return None
    stop = next((t.i for t in doc[end:] if t.text in {".", ",", ";"} or t.lower_ == "and"), len(doc))
    if stop - end > _BEHIND or any(t.tag_ in {"NN", "NNS", "VBD", "VBZ", "VBP", "MD"} for t in doc[end:stop]):
        return None
    return Party(first, last, head.i), end
