"""In: a report's lines, the surest furniture marked. Out: more of it at the foot, where nothing ties a line down."""

import re
from collections.abc import Callable, Sequence

from twosource.reading.lines import Line, stems
from twosource.reading.pleas import LIST_SIGNS, points

_DEEPEST, _PROSE_LEAST = 25, 1
#: What still belongs to an article or a release below its last sentence.
_END = re.compile(
    r"[\W_]*(?:ends?|the end|more|\d{2})?[\W_]*|(?:[\w' -]{0,24}\b)?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)"
    r"|spokes\w+)\b.{0,160}"
    r"|(?:see you|until|till|yours|best|cheers|regards|take care|thanks|warmly|love)\b.{0,30},"
    r"|\[?signed\b.{0,120}|for (?:more|further|additional) information\b.{0,160}|(?:notes?|sources?|references?"
    r"|methodology"
    r"|p\.? ?s\.?|verdict"
    r"|(?:our |the )?(?:rating|conclusion|verdict|findings?|assessment|judge?ment|result|score)"
    r"|dateline|signed)\b.{0,200}",
    re.DOTALL,
)
#: A row of a table or a fact of a box: a few words, a colon or dash, and something with a number or a name.
_FACT = re.compile(r"[^:|]{2,40}(?::|\s[–—-])\s+\S.{0,120}", re.DOTALL)
_OF_DESK = re.compile(r"\b(?:tip ?line|tips|(?:news|night|front) ?desk|newsroom|subscri\w+|advert\w+|classifieds?)\b")
#: The head of an entry of a list of hours, or of years.
_HOUR = re.compile(r"\d{1,2}[.:]\d\d\b(?!\W*$)|(?:19|20)\d\d\s?[:–—-]\s")
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?")
#: A full stop with a lost mark or a note behind it.
_STOPPED = re.compile(r"[.!?…][\"”’»)\]\s]*(?:\[[\w ]{3,30}\]\s*)?$")
_SMALL = re.compile(
    r"\b(?:the|an?|of|to|in|on|at|by|for|from|with|and|that|which|who|was|were|is|are|had|has|have|as|it|he|she|they)\b"
)
_CUT_LEAST = 11
_NUMBER = re.compile(r"\d")
#: Who wrote a letter or a column: a name, and perhaps a place.
_SIGNED = re.compile(
    r"(?:[-–—]+\s?)?(?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|and|de|van|von|der|of|the|al|el|bin)(?:,? (?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|and"
    r"|de|van|von|der|of|the|al|el|bin|\d{1,3})){0,7}"
)
_WIRE = re.compile(r"[A-Z]{2,6}(?:\s?/\s?[\w .]{2,30})?|[a-z]{2,4}(?:/[a-z]{2,4})+(?: \([\w, /]+\))?|\[[\w ]{3,30}\]")
_SIGNED_LONGEST = 8
#: Sentences that speak to the reader, or of the page, the text or the house that prints it.
_TO_READERS = re.compile(
    r"\b(?:your|yours|(?:if|when|why|can|do|did|would|have|are|should) you|you(?:'(?:re|ll|ve|d))?"
    r" (?:can|may|are|have|will|must|should|agree|receive|received|need|want|like|liked|enjoyed))\b"
)
_OF_ITSELF = re.compile(
    r"(?:(?:this|the|our|all|these|any) (?:\w+ ){0,2}?(?:information|content|release|announcement|service"
    r"|material|bulletin"
    r"|feed|transcript|translation|broadcast|data|prices?|quotes|page|site|website|newsletter|mail(?:ing)?"
    r"|e-?mail|message"
    r"|channel|podcast|text|item|copy|views?|opinions?|comments?|sender|publisher|issuer|reporters|journalists"
    r"|staff|offices?|newsroom|readers|editors?|contents?|logo"
    r"|images?)"
    r" (?:is|are|was|were|has|have|may|does|do|can|cannot|should|must|will|shall|contains?|comes?|appears?)\b"
    r"|(?:letters|comments|submissions|contributions|manuscripts|opinions|views|prices|quotes|rates|market data"
    r"|(?:all )?times|(?:back )?issues|photographs|photos|pictures|copies|subscriptions|advertis\w+|classifieds"
    r"|complaints)"
    r" (?:\w+ ){0,2}?(?:should|must|may|are|will|can|cannot|local|include)\b"
    r"|[\w .&'-]{2,50} (?:may|does|do|is|are|cannot|accepts?|assumes?|takes?|uses?) (?:also |not |no "
    r"|all )?(?:use|collect"
    r"|share|process|responsib\w+|liab\w+|endorse|provide|guarantee|warrant\w*|reserve\w*|cookies|your)\b"
    r"|(?:printed|published|edited|produced|distributed|typeset|designed|hosted"
    r"|registered)(?:,? (?:and )?\w+)? (?:by|at|in|from)\b"
    r"|(?:machine|automatic(?:ally)?|human)[ -]translat)"
)
#: What a house has and an article's advice has not.
_HOUSE_THING = re.compile(
    r"\b(?:donat|gift|letter|subscri|in-?box|account|device|browser|cookie|feedback|comment|detail|order|support"
    r"|member|alert|e-?mail|newsletter|profile|journalism|site\b|page\b|terms\b|tips?\b|stor(?:y|ies)\b|articles?\b"
    r"|question|puzzle|app\b|channel|coffee|preference|notification|password|postal|address|print|copy\b|click|here\b)"
)
_TOLD = re.compile(
    r"[\"“”«»]|\b(?:i|i'm|i've|i'll|said|says|told|tells|according to|added|wrote|asked|he|she|his|her|they|their"
    r"|him|them|killed|died"
    r"|yesterday|today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
)
#: An order about the mail or the page itself, a friend's mail, a reader's remark with its name.
_ABOUT_THIS = re.compile(
    r"(?:do not |don't |please )?(?:reply|forward|pass|print|share|send|save|keep|show"
    r"|answer)\b.{0,40}\bthis (?:mail|e-?mail|page|letter"
    r"|message|issue"
    r"|story|article|edition|link|address|number|channel)\b|(?:did|has|was|were) (?:someone|somebody|a friend"
    r"|a colleague"
    r"|you)\b.{0,30}\b(?:forward\w*"
    r"|sen[dt]|shared?) (?:you|this)\b"
)
_REMARK = re.compile(r"[a-z]\w*[\d_]\w*\s?[:>]\s")
_PAST = re.compile(
    r"\b(?:\w{2,}ed|was|were|had|did|came|went|took|gave|found|saw|lost|won|made|left|paid"
    r"|(?:has|have) (?:\w+ )?(?:seen|shown|known|given|taken|told|been|learnt|gone|come))\b"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_SHARED = 2
_SENTENCE_LEAST = 5


def mark_foot(
    lines: Sequence[Line], marked: list[bool], first: int, outlet: str | None, protected: Callable[[Line], bool]
) -> None:
    """Mark what stands below an article and is none of it: house talk from the bottom up, then loose short lines.

    `first` is the number of the first line of running text; `protected` tells lines that are the article's own
    (credits, notes). Nothing is marked where hardly any running text would be left.
    """
    last = _last_text(lines, marked, first, outlet, protected)
    if last is None:
        return
    sure, owner = False, -1
    entries = sum(1 for line in lines if _CLOCK.fullmatch(line.words)) > 1
    run: list[int] = []
    for number in range(last + 1, len(lines)):
        line = lines[number]
        if marked[number]:
            sure = True
        elif entries and _CLOCK.fullmatch(line.words):
            continue  # the hour of an entry of a running report
        elif protected(line) or _WIRE.fullmatch(line.words) or _END.fullmatch(line.plain):
            owner = line.block
        elif not line.prose and line.block != owner:
            run.append(number)
            if sure and not _is_sentence(line) and not _is_own(line):
                marked[number] = True
    if len(run) <= _DEEPEST:
        _mark_run(lines, marked, last, run, outlet)


def _last_text(
    lines: Sequence[Line], marked: list[bool], first: int, outlet: str | None, protected: Callable[[Line], bool]
) -> int | None:
    """The last line of running text that is the article's, after house talk below it is marked; None if too few."""
    text = [number for number in range(first, len(lines)) if not marked[number] and _is_text(lines[number])]
    speaks = sum(1 for number in text if _TO_READERS.search(lines[number].plain))
    most = len(text) - _DEEPEST  # more house talk than that is a text of its own
    while len(text) > max(_PROSE_LEAST, most):
        line = lines[text[-1]]
        others = stems(lines[number] for number in text[:-1])
        personal = bool(_TO_READERS.search(line.plain))
        speaks -= personal
        if (personal and speaks) or not (
            protected(line) or is_house_talk(line, others) or is_of_outlet(line, others, outlet)
        ):
            break
        marked[text.pop()] = not protected(line)
    return text[-1] if len(text) >= _PROSE_LEAST else None


def _is_text(line: Line) -> bool:
    """Whether a line is running text, or a short sentence that asks nothing of the reader."""
    return line.prose or (line.closed and line.count >= _SENTENCE_LEAST and not points(line))


def tells(line: Line) -> bool:
    """Whether a line has words of telling: who said it, when, what was done to whom."""
    return bool(_TOLD.search(line.plain))


def is_of_outlet(line: Line, text: frozenset[str], outlet: str | None) -> bool:
    """Whether a sentence names its own outlet, tells nothing of the past and shares no word with the article."""
    names = re.findall(r"[^\W_]+", (outlet or "").casefold().removeprefix("the "))
    if not names or not line.plain or tells(line) or _PAST.search(line.plain):
        return False
    whole = " ".join(names) in line.plain or (len(names) > 1 and f"the {names[-1]}" in line.plain)
    return whole and not (stems([line]) - {name[:5] for name in names}) & text


def is_house_talk(line: Line, text: frozenset[str]) -> bool:
    """Whether a sentence speaks to the readers or of the page itself and shares hardly a word with the article."""
    if not line.plain or tells(line):
        return False
    if _ABOUT_THIS.search(line.plain):
        return True
    parts = _SENTENCE.split(line.plain)
    if not all(_TO_READERS.search(part) or _OF_ITSELF.match(part) for part in parts):
        return False
    if not (_HOUSE_THING.search(line.plain) or any(_OF_ITSELF.match(part) for part in parts)):
        return False
    said = stems([line])
    return len(said & text) < _SHARED + len(said) // 8


def _mark_run(lines: Sequence[Line], marked: list[bool], last: int, run: list[int], outlet: str | None) -> None:
    """Mark short lines right below the last sentence which are no sentences, facts of a box, or a signature."""
    before = last
    text = stems(lines[: last + 1])
    listed = _listed_to(lines, marked, last)
    for number in run:
        if marked[number] or number <= listed or _is_sentence(lines[number]):
            before = number
            continue
        near = lines[number].block - lines[before].block <= 1 and not marked[before]
        near = near and not (
            is_of_outlet(lines[number], frozenset(), outlet) or _TO_READERS.search(lines[number].plain)
        )
        kept = near and (
            _is_own(lines[number])
            or (_NUMBER.search(lines[number].words) and stems([lines[number]]) & text and not points(lines[number]))
            or (number == last + 1 and _is_signature(lines[number]))
        )
        marked[number] = not kept
        before = number


def _listed_to(lines: Sequence[Line], marked: list[bool], last: int) -> int:
    """The number of the last item of the article's own lists right below its last sentence, with their headings."""
    end, number = last, last + 1
    named = False  # under a heading with a colon
    while number < len(lines) and not marked[number] and not lines[number].prose:
        named = named or lines[number].words.endswith(":")
        if _is_item(lines[number]) or (named and not points(lines[number])):
            end = number
        elif number + 1 >= len(lines) or not _is_item(lines[number + 1]):
            break  # neither an item nor the heading of one
        number += 1
    return end


def _is_item(line: Line) -> bool:
    return (line.lead and line.words[0] in LIST_SIGNS) or _HOUR.match(line.words) is not None


def _is_sentence(line: Line) -> bool:
    if line.count <= 2:  # noqa: PLR2004 - "See more." is none
        return False
    if line.closed or _STOPPED.search(line.words):
        return True
    cut = line.count >= _CUT_LEAST and len(_SMALL.findall(line.plain)) > 2  # noqa: PLR2004 - its full stop is lost
    return cut and not (points(line) or _TO_READERS.search(line.plain))


def _is_own(line: Line) -> bool:
    """Whether a line may be an item of the article's own list or box."""
    if line.lead and line.words[0] in LIST_SIGNS:
        return True
    if _REMARK.match(line.words) or _OF_DESK.search(line.plain):
        return False
    return bool(_FACT.fullmatch(line.words) and _NUMBER.search(line.words)) or line.words[0] in "\"“‘'«("


def _is_signature(line: Line) -> bool:
    return line.count <= _SIGNED_LONGEST and bool(_SIGNED.fullmatch(line.words))
