"""In: sources and settings. Out: a Dossier. The story of the program, told top to bottom."""

from collections.abc import Callable, Sequence
from pathlib import Path

from twosource.errors import NothingRead
from twosource.finding import Parser, find_mentions
from twosource.grouping import find_copies, find_stories
from twosource.reading.describe import describe
from twosource.reading.sources import read_source
from twosource.reconciling import reconcile
from twosource.records import Copy, Dossier, Group, Mentions, Problem, Report, Story
from twosource.settings import Settings

VERSION = "0.1.0"

Progress = Callable[[str, int, int], None]


def read(*sources: str | Path, settings: Settings | None = None, progress: Progress | None = None) -> Dossier:
    """Read folders, files or "-" (standard input) of reports and set them side by side.

    Returns a Dossier: the stories found, largest first, and what could not be read. `progress` is told (stage, done,
    total). Raises NothingRead where no source gave a report, SourceError where a source cannot be opened.
    """
    settings = settings or Settings()
    reports, problems = _intake(sources, settings)
    if not reports:
        raise NothingRead("; ".join(problem.message for problem in problems) or "no reports found")
    reports = describe(sorted(reports, key=lambda report: report.id), settings.as_of)
    copies = find_copies(reports)
    groups = find_stories(reports, copies)
    parser = Parser(settings.model)
    mentions: dict[str, Mentions] = {}
    for parsed in parser(reports, settings.longest):
        mentions[parsed.report.id] = find_mentions(parsed)
        if progress is not None:
            progress("finding", len(mentions), len(reports))
    stories = [_story(group, reports, copies, mentions) for group in groups]
    stories.sort(key=lambda story: (-len(story.reports), story.id))
    return Dossier(version=VERSION, stories=tuple(stories), problems=tuple(sorted(problems)))


def _intake(sources: Sequence[str | Path], settings: Settings) -> tuple[list[Report], list[Problem]]:
    reports: list[Report] = []
    problems: list[Problem] = []
    for source in sources:
        found, wrong = read_source(source, settings.largest)
        reports += found
        problems += wrong
    return reports, problems


def _story(group: Group, reports: Sequence[Report], copies: Sequence[Copy], mentions: dict[str, Mentions]) -> Story:
    inside = set(group.reports)
    return reconcile(
        group,
        [report for report in reports if report.id in inside],
        [copy for copy in copies if copy.report in inside and copy.of in inside],
        [mentions[report] for report in group.reports],
    )
