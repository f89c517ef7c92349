"""In: paragraphs of a text, as offsets. Out: the stretches between paired quotation marks, with how each was closed."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from twosource.text.sentences import Stretch

#: Every mark that may open or close a quotation; a run of replacement characters stands for one lost mark.
_MARK = re.compile(r"``|''|,,(?=\w)|[“”„‟\"«»‹›‘’‚‛'＂]|\ufffd{1,3}")
_SINGLE = "‘’‚‛'"
_ANGLE = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
_BEFORE_OPENING = "([{<—–-/“‘«‹„:;,.…|*_>\"'¿¡"
_AFTER_OPENING = "([{<—–-“‘«‹„…\"'$£€¿¡#@."
#: Words that begin with an apostrophe: their mark opens nothing.
_ELIDED = re.compile(
    r"(?:\d\ds?|tis|twas|twere|twill|em|til|cause|cos|coz|bout|round|neath|nother|n|ere|ello|im|er|fraid|appen)\b",
    re.IGNORECASE,
)
_LONGEST_PARAGRAPHS = 5
_LONGEST_SINGLE = 1_500


class Quotation(NamedTuple):
    """What stands between two marks: offsets of the text, and whether the next piece goes on with it.

    `goes_on` is true where no mark closes the stretch: the quotation is continued in the next paragraph.
    """

    start: int
    end: int
    goes_on: bool = False


class _Mark(NamedTuple):
    start: int
    end: int
    sign: str
    opens: bool
    closes: bool


def quotations(text: str, blocks: Sequence[Stretch]) -> list[Quotation]:
    """The quotations of the paragraphs `blocks` of a text, in order, the outer before the inner.

    A mark pairs inside its paragraph. An opening mark left alone reaches to the end of its paragraph where the next
    one begins with an opening mark too, or holds the closing mark; else it is taken for a lost mark and dropped.
    """
    found: list[Quotation] = []
    read = [_marks(text, start, end) for start, end in blocks]
    for number, (_, end) in enumerate(blocks):
        pairs, alone, _ = _doubles(read[number])
        opening = alone or _single_opening(text, read[number], pairs)
        if opening is not None:
            carried = _carried(blocks, read, number, opening)
            if carried is not None:
                found.append(Quotation(opening.end, end, goes_on=True))
                found += carried
        found += pairs
        found += _singles(text, read[number], pairs)
    trimmed = {_trimmed(text, piece) for piece in found}
    spoken = (piece for piece in trimmed if any(map(str.isalnum, text[piece.start : piece.end])))
    return sorted(spoken, key=lambda piece: (piece.start, -piece.end))


def _trimmed(text: str, piece: Quotation) -> Quotation:
    words = text[piece.start : piece.end]
    left = piece.start + len(words) - len(words.lstrip())
    return Quotation(left, max(left, piece.start + len(words.rstrip())), piece.goes_on)


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """Every mark of one paragraph that is no apostrophe inside a word, and what its neighbours let it be."""
    marks = []
    for match in _MARK.finditer(text, start, end):
        left, right = match.span()
        before = text[left - 1] if left > start else " "
        after = text[right] if right < end else " "
        sign = match.group()
        if before.isalnum() and after.isalnum() and (sign in _SINGLE or sign[0] == "\ufffd"):
            continue
        free_before = before.isspace() or before in _BEFORE_OPENING
        opens = free_before and (after.isalnum() or after in _AFTER_OPENING)
        closes = not before.isspace() and (before not in "([{" or after in ")]}")
        if sign == '"' and before.isspace() and after.isspace():
            opens = closes = True
        if sign in _SINGLE and opens and _ELIDED.match(text, right):
            opens = False
        marks.append(_Mark(left, right, sign, opens, closes))
    return _without_inches(text, marks)


def _without_inches(text: str, marks: list[_Mark]) -> list[_Mark]:
    """The marks without those of inches and feet: after a digit, where the others pair better without them."""
    after_digit = {mark for mark in marks if mark.start and text[mark.start - 1].isdigit()}
    if not after_digit:
        return marks
    straight = [mark for mark in marks if mark.sign == '"']
    bare = [mark for mark in straight if mark not in after_digit]
    inches = after_digit.intersection(straight) if _alternate(bare) and not _alternate(straight) else set()
    kept: list[_Mark] = []
    for mark in marks:
        single = mark.sign in "'’" and mark in after_digit
        if mark not in inches and not (single and not any(other.sign in "'‘" and other.opens for other in kept)):
            kept.append(mark)
    return kept


def _alternate(marks: list[_Mark]) -> bool:
    """Whether opening and closing marks take turns and none is left over."""
    return len(marks) % 2 == 0 and all(mark.closes if number % 2 else mark.opens for number, mark in enumerate(marks))


def _doubles(marks: Iterable[_Mark]) -> tuple[list[Quotation], _Mark | None, _Mark | None]:
    """Pairs of double and angle marks, the opening mark left alone at the end, the closing mark left alone first."""
    pairs: list[Quotation] = []
    waiting: list[_Mark] = []
    lonely: _Mark | None = None
    for mark in marks:
        if mark.sign in _SINGLE:
            continue
        if _closes(mark, waiting):
            opening = waiting.pop()
            pairs.append(Quotation(opening.end, mark.start))
        elif _may_open(mark):
            if waiting and mark.sign == waiting[-1].sign == '"':
                waiting.pop()
            waiting.append(mark)
        elif mark.closes and not pairs and not waiting and lonely is None:
            lonely = mark
    alone = waiting[0] if waiting and not any(pair.start >= waiting[0].end for pair in pairs) else None
    return pairs, alone, lonely


def _closes(mark: _Mark, waiting: list[_Mark]) -> bool:
    if not waiting:
        return False
    opening = waiting[-1].sign
    if mark.sign in _ANGLE or opening in _ANGLE:
        return _ANGLE.get(opening) == mark.sign
    if opening in {"„", ",,"}:
        return mark.sign in {"“", "”", '"', "''", "‟"} and mark.closes
    if mark.sign in {"“", "„", "``", ",,"}:
        return mark.sign == "“" and mark.closes and not mark.opens
    if mark.sign in {"”", "''"}:
        return mark.closes or not mark.opens
    return mark.closes


def _may_open(mark: _Mark) -> bool:
    if mark.sign in {"“", "„", "«", "‹", "``", ",,", "‟"}:
        return True
    if mark.sign == "''":
        return mark.opens and not mark.closes
    return mark.opens


def _carried(
    blocks: Sequence[Stretch], read: Sequence[list[_Mark]], number: int, opening: _Mark
) -> list[Quotation] | None:
    """What of the paragraphs behind `number` an opening mark left alone reaches into; None where it is a lost mark.

    Nothing where the next paragraph begins with an opening mark of its own, as each paragraph of a long quotation does.
    """
    single = opening.sign in _SINGLE
    pieces: list[Quotation] = []
    for index in range(number + 1, min(len(blocks), number + 1 + _LONGEST_PARAGRAPHS)):
        start, end = blocks[index]
        marks = read[index]
        if marks and marks[0].start == start and marks[0].opens:
            return [] if not pieces and (marks[0].sign in _SINGLE) == single else None
        close = None if single else _doubles(marks)[2]
        if close is not None:
            return [*pieces, Quotation(start, close.start)]
        if any(mark.sign not in _SINGLE for mark in marks):
            return None
        pieces.append(Quotation(start, end, goes_on=True))
    return None


def _single_opening(text: str, marks: list[_Mark], pairs: list[Quotation]) -> _Mark | None:
    """The last single mark that opens a quotation and finds no closing mark in its paragraph."""
    for index, mark in reversed(list(enumerate(marks))):
        if mark.sign in "‘'" and mark.opens and not mark.closes and not _inside(mark, pairs):
            return mark if _single_close(text, marks, index) is None else None
    return None


def _inside(mark: _Mark, pairs: list[Quotation]) -> bool:
    return any(pair.start <= mark.start < pair.end for pair in pairs)


def _singles(text: str, marks: list[_Mark], pairs: list[Quotation]) -> list[Quotation]:
    """Pairs of single marks, none of which crosses a pair of double marks."""
    found: list[Quotation] = []
    done = -1
    for index, mark in enumerate(marks):
        if mark.sign not in "‘'‚‛" or not mark.opens or mark.start < done:
            continue
        close = _single_close(text, marks, index)
        if close is None:
            continue
        piece = Quotation(mark.end, close.start)
        if not any(_crosses(piece, pair) for pair in pairs):
            found.append(piece)
            done = close.end
    return found


def _crosses(one: Quotation, other: Quotation) -> bool:
    return one.start < other.start < one.end < other.end or other.start < one.start < other.end < one.end


def _single_close(text: str, marks: list[_Mark], index: int) -> _Mark | None:
    """The closing mark of a single opening mark: the first that is no possessive, else the first that may be one."""
    possessive: _Mark | None = None
    for mark in marks[index + 1 :]:
        if mark.start - marks[index].start > _LONGEST_SINGLE:
            break
        if mark.sign in "‘‚‛" or (mark.sign == "'" and mark.opens and not mark.closes):
            break
        if mark.sign not in "’'" or not mark.closes:
            continue
        before = text[mark.start - 2 : mark.start]
        after = text[mark.end : mark.end + 2]
        owns = before[-1:] in "sz" or before in {"in", "ol"}
        if owns and after[:1] == " " and after[1:2].isalpha():
            possessive = possessive or mark
            continue
        if not before[-1:].isalnum() or not after[:1].isalnum():
            return mark
    return possessive


def word_count(text: str) -> int:
    """How many words a stretch has; "ever-victorious" and "don’t" are one each."""
    return len(_WORD.findall(text))


_WORD = re.compile(r"\w+(?:[-‐‑'’\ufffd.,/&]\w+)*")
