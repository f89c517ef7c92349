"""In: sources, and a person's judgements. Out: a store brought up to date: `Desk`, what commands and pages call."""

import threading
import time
from collections.abc import Sequence
from pathlib import Path

from msgspec import structs

from twosource import pipeline
from twosource.desk import pending
from twosource.desk.deciding import Said, decided, undone
from twosource.desk.documents import Added, Document
from twosource.desk.fetching import Caught, Fetch, caught, default_fetch, is_address
from twosource.desk.identity import Known, known_again
from twosource.desk.intake import Intake, taken_in
from twosource.desk.settling import READ_AT_ONCE, Settled, Settlement, later, rules_of
from twosource.desk.working import Task
from twosource.errors import NothingRead
from twosource.pipeline import Progress, Reader
from twosource.records import Mentions, Problem, Report, content_id
from twosource.records.judgements import Decision, Judgement
from twosource.records.kept import Batch, Given, Kept, News, Run
from twosource.settings import Settings
from twosource.store import Store, View

Source = str | Path | Document
#: So many new reports are kept, read and put into stories before the next are.
ADD_AT_ONCE = 2_000


class Desk:
    """A store that reports are added to and judged in. One for each process: it keeps the language model loaded."""

    def __init__(self, store: Store, settings: Settings | None = None, fetch: Fetch | None = None) -> None:
        """Take an open store, how reports are read, and how addresses are fetched. Raises SettingsError."""
        self._store = store
        self._settings = settings or Settings()
        pipeline.check(self._settings)
        self._fetch = fetch or default_fetch
        self._reader = Reader(self._settings)
        self._one_at_a_time = threading.Lock()

    def add(
        self, sources: Sequence[Source], *, now: str, again: bool = False, progress: Progress | None = None
    ) -> Added:
        """Read what is new in folders, files, standard input, addresses and documents, and bring stories up to date.

        A report that is as it was is not read again, unless `again` asks for it. `now` is the moment (UTC). Raises
        NothingRead or SourceError where no source gave anything and every one had a problem.
        """
        begun = time.monotonic()
        tell = progress or _silent
        files = [source for source in sources if not is_address(source)]
        intake = self._taken_in(files, again=again)
        pages = [self._caught(str(source)) for source in sources if is_address(source)]
        arrivals = (*intake.arrivals, *(arrival for one in pages for arrival in one.arrivals))
        problems = (*intake.problems, *(problem for one in pages for problem in one.problems))
        if problems and not arrivals and not intake.as_before:
            raise NothingRead("; ".join(problem.message for problem in problems))
        with self._store.view() as view:
            known = known_again(arrivals, view)
        fresh = [one for one in known if again or one.state != "unchanged"]
        asked = {one.report.id for one in known}
        task = Task(run=content_id(now, sorted(asked), time.monotonic_ns()), now=now)
        marks = {**intake.marks, **{key: value for one in pages for key, value in one.marks.items()}}
        settled = self._in_parts(task, known, fresh, marks, tell)
        added = Added(
            new=tuple(sorted(one.report.id for one in fresh if one.state == "new")),
            changed=tuple(sorted(one.report.id for one in fresh if one.state == "changed")),
            unchanged=intake.as_before + len(asked) - len({one.report.id for one in fresh}),
            problems=tuple(sorted({*problems, *(problem for one in fresh for problem in one.problems)})),
            stories=settled.stories,
            news=settled.news,
            seconds=time.monotonic() - begun,
        )
        self._log(task, "add", added, problems)
        return added

    def renew(self, *, now: str, progress: Progress | None = None) -> Added:
        """Read all reports again that were read by other rules than the present ones, and bring stories up to date."""
        begun = time.monotonic()
        with self._store.view() as view:
            names = sorted(view.reports())
            rules = view.known(names)
        old = [name for name in names if rules[name][1] != rules_of(self._settings)]
        task = Task(run=content_id(now, old, time.monotonic_ns()), now=now)
        stories: list[str] = []
        told: list[News] = []
        for first in range(0, len(old), ADD_AT_ONCE):
            part = old[first : first + ADD_AT_ONCE]
            with self._store.writer() as writer, self._store.view() as view:
                writer.write(Batch(marks=pending.noted(view, task.run, now, part)))
            settled = self._settled(task, progress or _silent)
            stories += settled.stories
            told += settled.news
        added = Added(
            changed=tuple(old),
            stories=tuple(dict.fromkeys(stories)),
            news=tuple(told),
            seconds=time.monotonic() - begun,
        )
        self._log(task, "renew", added, ())
        return added

    def withdraw(self, reports: Sequence[str], *, now: str) -> Added:
        """Take reports out of their stories; their versions are kept. Unknown ids are passed over."""
        begun = time.monotonic()
        with self._store.view() as view:
            there = frozenset(name for name in reports if view.story_of(name))
        task = Task(run=content_id(now, sorted(there), time.monotonic_ns()), now=now, withdrawn=there)
        settled = self._settled(task, _silent) if there else Settled()
        added = Added(
            changed=tuple(sorted(there)),
            stories=settled.stories,
            news=settled.news,
            seconds=time.monotonic() - begun,
        )
        self._log(task, "withdraw", added, ())
        return added

    def judge(self, decision: Decision, *, by: str, now: str, why: str = "", story: str | None = None) -> Judgement:
        """Note what a person decided, and recount the stories on which it bears. Nothing is read again.

        `story` is the lasting id of the story for a decision on names or edges, which no report names. Raises
        JudgementError where the decision names what is not there, or a slot cannot hold the value.
        """
        with self._store.view() as view:
            judgement = decided(view, decision, Said(by=by, at=now, why=why), story)
        return self._judged(judgement)

    def undo(self, judgement: str, *, by: str, now: str, why: str = "") -> Judgement:
        """Take back a judgement (full id), or an undoing. Raises JudgementError where there is none of this id."""
        with self._store.view() as view:
            taken_back = undone(view, judgement, Said(by=by, at=now, why=why))
        return self._judged(taken_back)

    def _judged(self, judgement: Judgement) -> Judgement:
        self._store.judge(judgement)
        self._settled(Task(run=judgement.id, now=judgement.at), _silent)
        return judgement

    def _settled(self, task: Task, tell: Progress) -> Settled:
        return Settlement(self._store, self._settings, self._read, tell).run(task)

    def _read(self, reports: Sequence[Report]) -> list[tuple[Mentions, tuple[Problem, ...]]]:
        """Read reports with the one language model, which is no two threads' at once."""
        with self._one_at_a_time:
            return list(self._reader(reports))

    def _taken_in(self, sources: Sequence[Source], *, again: bool) -> Intake:
        if not sources:
            return Intake(arrivals=(), problems=())
        with self._store.view() as view:
            # Files stand for reports that are kept only where all that was read is in stories.
            sure = not again and not pending.waiting(view)
            return taken_in(sources, self._settings.largest, view.marks if sure else None, time.time())

    def _caught(self, address: str) -> Caught:
        with self._store.view() as view:
            return caught(address, self._fetch, view.marks, self._settings.largest)

    def _in_parts(
        self,
        task: Task,
        known: Sequence[Known],
        fresh: Sequence[Known],
        marks: dict[str, str | None],
        tell: Progress,
    ) -> Settled:
        """Keep new reports and bring their stories up to date, by their days, so many at once as memory holds."""
        new = {id(one) for one in fresh}
        others = [one for one in known if id(one) not in new]
        by_day = sorted(fresh, key=lambda one: (_day(one), one.report.id))
        parts = [by_day[first : first + ADD_AT_ONCE] for first in range(0, len(by_day), ADD_AT_ONCE)] or [[]]
        stories: list[str] = []
        told: list[News] = []
        for number, part in enumerate(parts):
            beside = others if number == 0 else []
            self._keep(task, part, beside, marks if part is parts[-1] else {}, tell)
            asked = frozenset(one.report.id for one in (*part, *beside))
            settled = self._settled(structs.replace(task, asked=asked), tell)
            stories += settled.stories
            told += settled.news
        return Settled(stories=tuple(dict.fromkeys(stories)), news=tuple(told))

    def _keep(
        self,
        task: Task,
        fresh: Sequence[Known],
        others: Sequence[Known],
        marks: dict[str, str | None],
        tell: Progress,
    ) -> None:
        """Write new reports as read, in bounded batches, noted as waiting; from then on nothing of them is lost."""
        begun = time.monotonic()
        keys = {key: value for one in others for key, value in one.marks.items()} | marks
        for first in range(0, max(1, len(fresh)), READ_AT_ONCE):
            some = fresh[first : first + READ_AT_ONCE]
            noted = {key: value for one in some for key, value in one.marks.items()}
            if first + READ_AT_ONCE >= len(fresh):
                noted |= keys
            names = [one.report.id for one in some]
            with self._store.writer() as writer:
                with self._store.view() as view:
                    kept = self._as_read(view, some, task.now)
                    moment = later(task.now, time.monotonic() - begun)
                    noted |= pending.noted(view, task.run, moment, names) if names else {}
                if noted:
                    writer.write(Batch(kept=kept, marks=noted))
            tell("keeping", first + len(some), len(fresh))

    def _as_read(self, view: View, fresh: Sequence[Known], now: str) -> tuple[Kept, ...]:
        """Reports as they are kept before they are read; those in a story keep the features it was formed by."""
        placed = [one.report.id for one in fresh if view.story_of(one.report.id)]
        features = {one.report.id: one.features for one in view.kept(placed, mentions=False)}
        return tuple(
            Kept(
                report=pipeline.alone(one.report, self._settings),
                mentions=Mentions(report=one.report.id),
                hash=one.hash,
                seen=now,
                rules="",
                features=features.get(one.report.id, b""),
                given=Given(
                    outlet=one.report.outlet,
                    published=one.report.published,
                    alone=self._settings.as_of is None,
                ),
                problems=one.problems,
            )
            for one in fresh
        )

    def _log(self, task: Task, command: str, added: Added, told: Sequence[Problem]) -> None:
        run = Run(
            id=task.run,
            command=command,
            begun=task.now,
            ended=later(task.now, added.seconds),
            rules=rules_of(self._settings),
            read=len(added.new) + len(added.changed) + added.unchanged,
            new=len(added.new),
            changed=len(added.changed),
            problems=len(added.problems),
            seconds=round(added.seconds, 3),
            told=tuple(told),
        )
        with self._store.writer() as writer:
            writer.write(Batch(run=run))


def _day(one: Known) -> str:
    return one.report.published.value if one.report.published else "9999"


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
