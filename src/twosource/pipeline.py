"""In: sources and settings. Out: a Dossier, whole or story by story. The story of the program, told top to bottom.

Reports are put on a shelf as they are read, and grouped by their features; then one story after another is read, set
side by side, told and forgotten. So memory is bounded by the largest story and not by the number of reports.
What reads language is loaded when the first report is read, so that recounting what was read waits for no model.
"""

import itertools
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from twosource.errors import NothingRead, ProcessLost, SettingsError
from twosource.grouping import find_copies, group_many
from twosource.reading.describe import describe
from twosource.reading.shelf import Shelf
from twosource.reading.sources import locate_each
from twosource.reconciling import POLICIES, reconcile, with_policy
from twosource.records import Dossier, Group, Mentions, Order, Problem, Report, Story, Unfolding, content_id
from twosource.settings import Settings
from twosource.version import VERSION

if TYPE_CHECKING:
    from twosource.finding import Parsed, Parser

Progress = Callable[[str, int, int], None]

#: Stories are read together until they have so many reports, as the language model reads many sentences best.
_REPORTS_AT_ONCE = 64
#: So many batches are out with each process, so that none waits.
_OUT = 2

Batch = list[tuple[Group, list[Report]]]
Told = tuple[list[Story], list[Problem]]


def read(*sources: str | Path, settings: Settings | None = None, progress: Progress | None = None) -> Dossier:
    """Read folders, files or "-" (standard input) of reports and set them side by side.

    Returns a Dossier: the stories found, largest first, and what could not be read. `progress` is told (stage, done,
    total). Raises NothingRead where no source gave a report, SourceError where a source cannot be opened,
    SettingsError where the settings name no known policy.
    """
    whole = unfold(*sources, settings=settings, progress=progress)
    return dossier(list(whole.stories), whole.problems())


def unfold(*sources: str | Path, settings: Settings | None = None, progress: Progress | None = None) -> Unfolding:
    """Read as `read` does, and give one story after another, so that not all are in memory at once.

    All reports are read and grouped before it returns, and raises; their sentences are read as the stories are taken.
    """
    settings = settings or Settings()
    check(settings)
    tell = progress or _silent
    problems: list[Problem] = []
    raw = Shelf()
    for source in sources:
        for one in locate_each(source, settings.largest, problems):
            raw.put(one.report)
    raw.tell_apart()
    if not len(raw):
        raise NothingRead("; ".join(problem.message for problem in problems) or "no reports found")
    groups = _grouped(raw, settings, tell)
    stories = _unfolded(raw, groups, settings, problems, tell)
    return Unfolding(VERSION, len(groups), stories, lambda: tuple(sorted(problems)))


def _grouped(raw: Shelf, settings: Settings, tell: Progress) -> list[Group]:
    """The groups of reports that are stories, in the order in which a dossier tells them."""
    with closing(Shelf()) as described:

        def each() -> Iterator[Report]:
            for done, name in enumerate(raw, start=1):
                report = alone(raw[name], settings)
                described.put(report)
                yield report
                tell("describing", done, len(raw))

        groups = group_many(each(), described.some)
    return sorted(groups, key=lambda group: (-len(group.reports), content_id(*group.reports)))


def _unfolded(
    raw: Shelf, groups: Sequence[Group], settings: Settings, problems: list[Problem], tell: Progress
) -> Iterator[Story]:
    """The stories of the groups, in their order."""
    batches = _batches(groups, raw)
    work = _by_processes(batches, settings) if settings.processes > 1 else _by_this_process(batches, settings)
    reports = stories = 0
    with closing(raw):
        for told, wrong in work:
            problems += wrong
            for story in told:
                reports, stories = reports + len(story.reports), stories + 1
                yield story
                tell("reading sentences", reports, len(raw))
                tell("setting side by side", stories, len(groups))


def _batches(groups: Iterable[Group], raw: Shelf) -> Iterator[Batch]:
    """Groups with their raw reports, the small ones together."""
    batch: Batch = []
    size = 0
    for group in groups:
        if batch and size + len(group.reports) > _REPORTS_AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append((group, raw.some(group.reports)))
        size += len(group.reports)
    if batch:
        yield batch


def _by_this_process(batches: Iterable[Batch], settings: Settings) -> Iterator[Told]:
    reader = Reader(settings)
    return (_told(batch, reader, settings) for batch in batches)


def _by_processes(batches: Iterable[Batch], settings: Settings) -> Iterator[Told]:
    """What each batch tells, in their order, by several processes that know nothing of one another."""
    pool = ProcessPoolExecutor(settings.processes, get_context("spawn"), _begin, (settings,))
    out: deque[Future[Told]] = deque()
    try:
        for batch in batches:
            out.append(pool.submit(_told_there, batch))
            if len(out) > _OUT * settings.processes:
                yield out.popleft().result()
        while out:
            yield out.popleft().result()
    except BrokenProcessPool:
        message = (
            "a process that read sentences was stopped from outside, perhaps for want of memory; try fewer at once"
        )
        raise ProcessLost(message) from None
    finally:
        pool.shutdown(cancel_futures=True)


_HERE: dict[str, tuple["Reader", Settings]] = {}


def _begin(settings: Settings) -> None:
    """Make a process ready to read: Ctrl-C is the business of the one that began it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _HERE["reading"] = Reader(settings), settings


def _told_there(batch: Batch) -> Told:
    return _told(batch, *_HERE["reading"])


def _told(batch: Batch, reader: "Reader", settings: Settings) -> Told:
    """The stories of some groups, each of its raw reports and nothing else, and what went wrong with reading."""
    described = [together(group, {report.id: report for report in raw}, settings) for group, raw in batch]
    mentions: dict[str, Mentions] = {}
    problems: list[Problem] = []
    for found, wrong in reader([report for reports in described for report in reports]):
        mentions[found.report] = found
        problems += wrong
    return [
        side_by_side(group, reports, [mentions[name] for name in group.reports], settings)
        for (group, _), reports in zip(batch, described, strict=True)
    ], problems


def check(settings: Settings) -> None:
    """Raise SettingsError where the settings name no known policy."""
    if settings.policy not in {None, *POLICIES}:
        message = f"no policy {settings.policy!r}; there are {', '.join(sorted(POLICIES))}"
        raise SettingsError(message)


def alone(report: Report, settings: Settings) -> Report:
    """A report with what its own text tells of it: by that, copies and stories are found.

    It hangs on no other report, so that a pile that grows is grouped as if it had come at once.
    """
    return describe([report], settings.as_of)[0]


def together(group: Group, raw: Mapping[str, Report], settings: Settings) -> list[Report]:
    """The reports of one story, sorted by id, with what they tell of one another: days, outlets, repeated lines."""
    return describe([raw[name] for name in group.reports], settings.as_of)


class Reader:
    """Reads the sentences of reports, with a language model that is loaded at the first and kept."""

    def __init__(self, settings: Settings) -> None:
        """Name the model and how much of a report is read."""
        self._model = settings.model
        self._longest = settings.longest
        self._parser: Parser | None = None

    def __call__(self, reports: Sequence[Report]) -> Iterator[tuple[Mentions, tuple[Problem, ...]]]:
        """What each report says, in the order given, and what went wrong with reading it."""
        from twosource.finding import Parser  # noqa: PLC0415  loaded late, see above

        self._parser = self._parser or Parser(self._model)
        for parsed in self._parser(reports, self._longest):
            problems = list(_too_long(parsed.report, self._longest))
            yield _mentions(parsed, problems), tuple(problems)


def side_by_side(
    group: Group,
    reports: Sequence[Report],
    mentions: Sequence[Mentions],
    settings: Settings,
    orders: Sequence[Order] = (),
) -> Story:
    """The story of a group: its described reports and what they say, set side by side, as a person's orders bid."""
    story = reconcile(group, reports, find_copies(reports), mentions, orders)
    return with_policy(story, settings.policy) if settings.policy else story


def dossier(stories: Iterable[Story], problems: Iterable[Problem]) -> Dossier:
    """The stories, largest first, with what went wrong."""
    ordered = sorted(stories, key=lambda story: (-len(story.reports), story.id))
    return Dossier(version=VERSION, stories=tuple(ordered), problems=tuple(sorted(problems)))


def _too_long(report: Report, longest: int) -> Iterator[Problem]:
    if len(report.text) > longest:
        message = f"{report.id}: {longest:,} of {len(report.text):,} characters were searched for mentions"
        yield Problem(stage="finding", code="too-long", where=report.id, message=message)


def _mentions(parsed: "Parsed", problems: list[Problem]) -> Mentions:
    """What a report says; a fault of the program that one report brings to light loses no other report.

    Nor does it lose the report: the paragraphs that can be read are. The Problem names the fault to be mended.
    """
    from twosource.finding import find_mentions  # noqa: PLC0415  loaded late, see above

    try:
        return find_mentions(parsed)
    except Exception as fault:  # noqa: BLE001 - any fault, of which one report of many must not stop the run
        name = parsed.report.id
        paragraphs = [tuple(group) for _, group in itertools.groupby(parsed.sentences, key=lambda one: one.paragraph)]
        sound = [group for group in paragraphs if _read(structs.replace(parsed, sentences=group)) is not None]
        found = _read(structs.replace(parsed, sentences=tuple(itertools.chain.from_iterable(sound))))
        lost, of = len(paragraphs) - (0 if found is None else len(sound)), len(paragraphs)
        message = (
            f"{name}: {lost} of {of} paragraphs could not be searched for mentions, by a fault of the program"
            f" ({type(fault).__name__})"
        )
        problems.append(Problem(stage="finding", code="fault", where=name, message=message))
        return found or Mentions(report=name)


def _read(parsed: "Parsed") -> Mentions | None:
    """What some paragraphs of a report say, or None where they bring a fault of the program to light."""
    from twosource.finding import find_mentions  # noqa: PLC0415  loaded late, see above

    try:
        return find_mentions(parsed)
    except Exception:  # noqa: BLE001 - the caller has named the fault
        return None


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
