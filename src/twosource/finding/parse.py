"""In: reports. Out: `Parsed` reports: sentences with a spaCy Doc each, a distinct sentence read once by the model."""

import importlib
import itertools
import os
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_installed_models

from twosource.errors import ModelMissing
from twosource.finding.repairs import repair
from twosource.records import Report, Span
from twosource.text.sentences import Stretch, paragraphs, sentences

_BATCH = 64
_REPORTS_AT_ONCE, _TEXT_AT_ONCE = 64, 400_000
_LONGEST_SENTENCE = 3_000
#: So many sentences are remembered for later calls; so many at most for later reports of one call.
_REMEMBERED, _MOST = 5_000, 20_000
#: After so many new words the model is loaded again.
_NEW_WORDS = 200_000
_NOTHING = np.zeros((0, 0), dtype="float32")

_Row = tuple[int, int, str, int]


class Sentence(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """One sentence of a report: its offsets, its parse, the number of its paragraph, and whether it is a heading.

    `doc` may be shared by equal sentences of other places: its offsets count from `start`.
    """

    report: Report
    start: int
    end: int
    doc: Doc
    paragraph: int
    heading: bool

    @property
    def text(self) -> str:
        """The sentence's words as the report has them."""
        return self.report.text[self.start : self.end]

    @property
    def whole(self) -> Span:
        """The span of the whole sentence."""
        return self.report.span(self.start, self.end)

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens from number `first` up to, not including, number `last`."""
        left, right = self.doc[first], self.doc[last - 1]
        return self.report.span(self.start + left.idx, self.start + right.idx + len(right))


class TokenRun(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Tokens number `first` up to, not including, `last` of a sentence, with their place in the report."""

    sentence: Sentence
    first: int
    last: int

    @property
    def start(self) -> int:
        """The offset of the first token in the report."""
        return self.sentence.start + self.sentence.doc[self.first].idx

    @property
    def end(self) -> int:
        """The offset behind the last token."""
        token = self.sentence.doc[self.last - 1]
        return self.sentence.start + token.idx + len(token)

    @property
    def words(self) -> str:
        """The tokens as written."""
        return self.sentence.report.text[self.start : self.end]


class Parsed(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A report with its sentences in order, furniture left out, and the offsets of its paragraphs."""

    report: Report
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Stretch, ...]

    def at(self, offset: int) -> Sentence | None:
        """The sentence that holds the code point at `offset`, or None."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].start <= offset:
            return self.sentences[low]
        return None


def load(model: str) -> Language:
    """The spaCy pipeline of an installed package. Raises ModelMissing where there is none of that name."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _fix_kernel()
    if model not in get_installed_models():
        message = f"the language model {model!r} is not installed; install the spaCy package of that name"
        raise ModelMissing(message)
    package = importlib.import_module(model)
    nlp: Language = package.load()
    return nlp


def _fix_kernel() -> None:
    """Take numpy's matrix product in every process: rounding that differs from run to run could change a parse.

    Wheels of blis run a generic kernel on some processors, there it is also much quicker; elsewhere the two are alike.
    """
    ops = importlib.import_module("thinc.api")
    ops.set_current_ops(ops.NumpyOps(use_blis=False))


class Parser:
    """Reads reports with one loaded model; a sentence met before, in any report, is seldom read again.

    Sentences are remembered while a later report of the same call still needs them, and the latest ones for later
    calls; never more than `_MOST`. Of the words that it met the model itself remembers no more than `_NEW_WORDS`. So
    memory is bounded whatever the number of reports.
    """

    def __init__(self, model: str) -> None:
        """Name the model; it is loaded when the first sentence needs it."""
        self._model = model
        self._nlp: Language | None = None
        self._words = 0
        self._known: dict[str, Doc] = {}

    def __call__(self, reports: Sequence[Report], longest: int) -> Iterator[Parsed]:
        """Parse reports in order; at most `longest` code points of each are read."""
        due: Counter[int] = Counter()
        parts = list(batches(reports, longest))
        if len(parts) > 1:  # where all are read in one, nothing is needed again
            due.update(hash(words) for report in reports for *_, words, _ in _cut(report, longest)[1])
        for batch in parts:
            cut = [(report, *_cut(report, longest)) for report in batch]
            wanted = dict.fromkeys(words for *_, rows in cut for _, _, words, _ in rows)
            for words in [words for words in wanted if words in self._known]:
                self._known[words] = self._known.pop(words)
            self._read(sorted(wanted.keys() - self._known.keys()))
            for report, blocks, rows in cut:
                yield self._parsed(report, blocks, rows)
                due.subtract(hash(words) for _, _, words, _ in rows)
            self._forget(due)

    def _forget(self, due: Counter[int]) -> None:
        """Forget the sentences met longest ago, first those that no report is known to need."""
        for keep, some in ((_REMEMBERED, lambda words: due[hash(words)] <= 0), (_MOST, lambda _: True)):
            over = len(self._known) - keep
            if over > 0:
                for words in list(itertools.islice(filter(some, self._known), over)):
                    del self._known[words]
        if self._nlp is not None and len(self._nlp.vocab.strings) > self._words + _NEW_WORDS:
            # The model keeps every word that it ever met; loaded again it knows none of them.
            self._nlp = None
            self._known.clear()

    def _parsed(self, report: Report, blocks: list[Stretch], rows: list[_Row]) -> Parsed:
        headings = [_is_heading(report, block) for block in blocks]
        return Parsed(
            report=report,
            paragraphs=tuple(blocks),
            sentences=tuple(
                Sentence(
                    report=report,
                    start=start,
                    end=end,
                    doc=self._known[words],
                    paragraph=number,
                    heading=headings[number],
                )
                for start, end, words, number in rows
            ),
        )

    def _read(self, wanted: list[str]) -> None:
        """Run the model over sentences, in an order that does not hang on the order of the reports."""
        if not wanted:
            return
        if self._nlp is None:
            self._nlp = load(self._model)
            self._words = len(self._nlp.vocab.strings)
        for words, doc in zip(wanted, self._nlp.pipe(wanted, batch_size=_BATCH), strict=True):
            doc.tensor = _NOTHING  # what the model made its choices by takes more room than they do
            repair(doc)
            self._known[words] = doc


def batches(reports: Sequence[Report], longest: int) -> Iterator[list[Report]]:
    """Reports in their order, as many at once as the model reads best and memory holds."""
    batch: list[Report] = []
    size = 0
    for report in reports:
        if batch and (len(batch) == _REPORTS_AT_ONCE or size > _TEXT_AT_ONCE):
            yield batch
            batch, size = [], 0
        batch.append(report)
        size += min(len(report.text), longest)
    if batch:
        yield batch


def _cut(report: Report, longest: int) -> tuple[list[Stretch], list[_Row]]:
    """Paragraph offsets without furniture, and (start, end, words, paragraph) of each sentence in them."""
    if report.language != "en":
        return [], []
    text = report.text
    blocks = [
        piece
        for start, end in paragraphs(text[:longest])
        for piece in _without(start, end, [(span.start, span.end) for span in report.furniture])
        if text[piece[0] : piece[1]].strip()
    ]
    rows = [
        (left, right, text[left:right].replace("\n", " "), number)
        for number, (start, end) in enumerate(blocks)
        for begin, stop in sentences(text, start, end)
        for first, last in _after_dateline(report, begin, stop)
        for left, right in _bounded(first, last)
    ]
    return blocks, rows


def _after_dateline(report: Report, start: int, end: int) -> Iterator[Stretch]:
    """A sentence, or the dateline that opens it and the sentence proper: the model takes a dateline for its subject."""
    dateline = report.dateline
    if dateline is None or not start <= dateline.start < dateline.end < end:
        yield start, end
        return
    text = report.text
    for left, right in ((start, dateline.end), (dateline.end, end)):
        words = text[left:right]
        if words.strip():
            yield left + len(words) - len(words.lstrip()), left + len(words.rstrip())


def _bounded(start: int, end: int) -> Iterator[Stretch]:
    """A sentence of hostile length in pieces, so that the model's memory stays bounded."""
    for left in range(start, end, _LONGEST_SENTENCE):
        yield left, min(end, left + _LONGEST_SENTENCE)


def _without(start: int, end: int, holes: list[Stretch]) -> Iterator[Stretch]:
    for left, right in sorted(holes):
        if right <= start or left >= end:
            continue
        if left > start:
            yield start, left
        start = max(start, right)
    if start < end:
        yield start, end


_HEADING_WORDS = 20
_CLOSING = ".!?…\"”’')"


def _is_heading(report: Report, block: Stretch) -> bool:
    if report.title is not None and block[0] <= report.title.start < block[1]:
        return True
    words = report.text[block[0] : block[1]]
    return (
        len(words.split()) <= _HEADING_WORDS and not words.rstrip().endswith(tuple(_CLOSING)) and words[:1] not in "-•*"
    )
