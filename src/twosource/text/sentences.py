"""In: a report's text. Out: offsets of its paragraphs and of the sentences in a paragraph."""

import re

import nupunkt

Stretch = tuple[int, int]

_LINE = re.compile(r"[^\n]*\S[^\n]*")
#: Ranks, titles, months and initials that never end a sentence: a cut after one of these is taken back.
_NEVER_LAST = re.compile(
    r"(?:^|[\s(\"“‘'])(?:Lt|Col|Gen|Maj|Capt|Cmdr|Brig|Sgt|Cpl|Pvt|Adm|Sen|Rep|Gov|Dr|Mr|Mrs|Ms|Prof|Rev|Hon|St"
    r"|Messrs|Mt|Nos|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|[A-Z])\.[\"”’)]*\s*$"
)
#: What begins no sentence: a bracket that closes before the sentence goes on, "Rep. Ann Lee (D-N.C.), who …".
_GOES_ON = re.compile(r"[)\]]+\s?[,;:a-z]|[,;]")
_WRAPPED_LEAST, _WRAPPED_MOST = 40, 90
_SENTENCE_END = re.compile(r"[.!?:;\"”’)\]]\s*$")


def _trim(text: str, start: int, end: int) -> Stretch:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def paragraphs(text: str) -> list[Stretch]:
    """The paragraphs of a text: its lines, and hard-wrapped lines of one block joined; each trimmed of white space.

    A line runs on into the next where it is long, has no closing mark, stands directly above it, and the next one
    starts in lower case or the block is wrapped at one width.
    """
    lines = [_trim(text, *match.span()) for match in _LINE.finditer(text)]
    joined: list[Stretch] = []
    last = (0, 0)
    for start, end in lines:
        if joined:
            inside = joined[-1][0] < last[0]  # the line above is itself joined to one above it
            if text.count("\n", last[1], start) == 1 and _runs_on(text[last[0] : last[1]], text[start], inside=inside):
                joined[-1] = (joined[-1][0], end)
                last = (start, end)
                continue
        last = (start, end)
        joined.append(last)
    return joined


def _runs_on(line: str, following: str, *, inside: bool) -> bool:
    """Whether a line is hard-wrapped: long, without a closing mark, and gone on with in lower case or in one width."""
    wrapped = _WRAPPED_LEAST <= len(line) <= _WRAPPED_MOST and not _SENTENCE_END.search(line)
    return wrapped and (following.islower() or inside)


def sentences(text: str, start: int, end: int) -> list[Stretch]:
    """The sentences of one paragraph `text[start:end]`, each trimmed; together they cover every word of it."""
    cuts: list[Stretch] = []
    for left, right in nupunkt.sent_spans(text[start:end]):
        stretch = _trim(text, start + left, start + right)
        if stretch[0] == stretch[1]:
            continue
        if cuts and (_NEVER_LAST.search(text[cuts[-1][0] : cuts[-1][1]]) or _GOES_ON.match(text, stretch[0])):
            cuts[-1] = (cuts[-1][0], stretch[1])
        else:
            cuts.append(stretch)
    return cuts
