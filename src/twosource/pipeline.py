"""In: sources and settings. Out: a Dossier. The story of the program, told top to bottom."""

import itertools
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import structs

from twosource.errors import NothingRead, SettingsError
from twosource.finding import Parsed, Parser, find_mentions
from twosource.grouping import find_copies, find_stories
from twosource.reading.describe import describe
from twosource.reading.sources import read_source
from twosource.reconciling import POLICIES, reconcile, with_policy
from twosource.records import Copy, Dossier, Group, Mentions, Problem, Report, Story
from twosource.settings import Settings
from twosource.version import VERSION

Progress = Callable[[str, int, int], None]


def read(*sources: str | Path, settings: Settings | None = None, progress: Progress | None = None) -> Dossier:
    """Read folders, files or "-" (standard input) of reports and set them side by side.

    Returns a Dossier: the stories found, largest first, and what could not be read. `progress` is told (stage, done,
    total). Raises NothingRead where no source gave a report, SourceError where a source cannot be opened,
    SettingsError where the settings name no known policy.
    """
    settings = settings or Settings()
    if settings.policy not in {None, *POLICIES}:
        message = f"no policy {settings.policy!r}; there are {', '.join(sorted(POLICIES))}"
        raise SettingsError(message)
    tell = progress or _silent
    reports, problems = _intake(sources, settings)
    if not reports:
        raise NothingRead("; ".join(problem.message for problem in problems) or "no reports found")
    reports = describe(reports, settings.as_of)
    copies = find_copies(reports)
    groups = find_stories(reports, copies)
    mentions: dict[str, Mentions] = {}
    for parsed in Parser(settings.model)(reports, settings.longest):
        mentions[parsed.report.id] = _mentions(parsed, problems)
        tell("reading sentences", len(mentions), len(reports))
    stories = []
    for group in groups:
        story = _story(group, reports, copies, mentions)
        stories.append(with_policy(story, settings.policy) if settings.policy else story)
        tell("setting side by side", len(stories), len(groups))
    stories.sort(key=lambda story: (-len(story.reports), story.id))
    return Dossier(version=VERSION, stories=tuple(stories), problems=tuple(sorted(problems)))


def _mentions(parsed: Parsed, problems: list[Problem]) -> Mentions:
    """What a report says; a fault of the program that one report brings to light loses no other report.

    The fault is no silent one: the report is shown without mentions, and the Problem names the fault to be mended.
    """
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
    problems += [
        Problem(
            stage="finding",
            code="too-long",
            where=report.id,
            message=f"{report.id}: {settings.longest:,} of {len(report.text):,} characters were searched for mentions",
        )
        for report in reports.values()
        if len(report.text) > settings.longest
    ]
    return [reports[name] for name in sorted(reports)], problems


def _free(name: str, taken: dict[str, Report]) -> str:
    """`name`, or with the first number that is still free: two folders may hold files of one name."""
    numbers = itertools.count(2)
    free = name
    while free in taken:
        free = f"{name}-{next(numbers)}"
    return free


def _story(group: Group, reports: Sequence[Report], copies: Sequence[Copy], mentions: dict[str, Mentions]) -> Story:
    inside = set(group.reports)
    return reconcile(
        group,
        [report for report in reports if report.id in inside],
        [copy for copy in copies if copy.report in inside and copy.of in inside],
        [mentions[report] for report in group.reports],
    )
