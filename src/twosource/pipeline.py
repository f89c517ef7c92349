"""In: sources and settings. Out: a Dossier. The story of the program, told top to bottom.

What reads language is loaded when the first report is read, so that recounting what was read waits for no model.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from twosource.errors import NothingRead, SettingsError
from twosource.grouping import find_copies, find_stories
from twosource.reading.describe import describe
from twosource.reading.sources import read_source
from twosource.reconciling import POLICIES, reconcile, with_policy
from twosource.records import Dossier, Group, Mentions, Order, Problem, Report, Story
from twosource.settings import Settings
from twosource.version import VERSION

if TYPE_CHECKING:
    from twosource.finding import Parsed, Parser

Progress = Callable[[str, int, int], None]


def read(*sources: str | Path, settings: Settings | None = None, progress: Progress | None = None) -> Dossier:
    """Read folders, files or "-" (standard input) of reports and set them side by side.

    Returns a Dossier: the stories found, largest first, and what could not be read. `progress` is told (stage, done,
    total). Raises NothingRead where no source gave a report, SourceError where a source cannot be opened,
    SettingsError where the settings name no known policy.
    """
    settings = settings or Settings()
    check(settings)
    tell = progress or _silent
    reports, problems = _intake(sources, settings)
    if not reports:
        raise NothingRead("; ".join(problem.message for problem in problems) or "no reports found")
    raw = {report.id: report for report in reports}
    first = [alone(report, settings) for report in reports]
    groups = find_stories(first, find_copies(first))
    described = {report.id: report for group in groups for report in together(group, raw, settings)}
    mentions: dict[str, Mentions] = {}
    for found, wrong in Reader(settings)([described[name] for name in sorted(described)]):
        mentions[found.report] = found
        problems += wrong
        tell("reading sentences", len(mentions), len(reports))
    stories = []
    for group in groups:
        inside = [described[name] for name in group.reports]
        stories.append(side_by_side(group, inside, [mentions[name] for name in group.reports], settings))
        tell("setting side by side", len(stories), len(groups))
    return dossier(stories, problems)


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

    The fault is no silent one: the report is shown without mentions, and the Problem names the fault to be mended.
    """
    from twosource.finding import find_mentions  # noqa: PLC0415  loaded late, see above

    try:
        return find_mentions(parsed)
    except Exception as fault:  # noqa: BLE001 - any fault, of which one report of many must not stop the run
        name = parsed.report.id
        message = f"{name}: could not be searched for mentions, by a fault of the program ({type(fault).__name__})"
        problems.append(Problem(stage="finding", code="fault", where=name, message=message))
        return Mentions(report=name)


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def _intake(sources: Sequence[str | Path], settings: Settings) -> tuple[list[Report], list[Problem]]:
    """All reports of all sources, sorted by id, each id once; and what could not be read, or not to its end."""
    read = [read_source(source, settings.largest) for source in sources]
    problems = [problem for _, wrong in read for problem in wrong]
    reports: dict[str, Report] = {}
    for report in sorted(
        (report for found, _ in read for report in found), key=lambda report: (report.id, report.text)
    ):
        if report != reports.get(report.id):  # the same file may be named twice
            name = _free(report.id, reports)
            reports[name] = structs.replace(report, id=name)
    return [reports[name] for name in sorted(reports)], problems


def _free(name: str, taken: dict[str, Report]) -> str:
    """`name`, or with the first number that is still free: two folders may hold files of one name."""
    numbers = itertools.count(2)
    free = name
    while free in taken:
        free = f"{name}-{next(numbers)}"
    return free
