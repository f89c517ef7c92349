"""In: a store with reports and judgements that wait. Out: the same store with its stories brought up to date.

What is slow (reading sentences, setting side by side) is done while nobody is kept from writing. Stories are written
only where nobody else has brought the store forward meanwhile; else the work begins anew, with all that was read kept.
"""

import contextlib
import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
from msgspec import structs

from twosource import pipeline
from twosource.desk import news, pending
from twosource.desk.placing import raw
from twosource.desk.standing import bearing_on, bidding
from twosource.desk.working import JUDGED, TURN, Task, Work, work_at
from twosource.pipeline import Progress
from twosource.records import Mentions, Problem, Report
from twosource.records.kept import Batch, Kept, KeptStory, News
from twosource.settings import Settings
from twosource.store import Store, Writer
from twosource.version import VERSION

#: So many reports are read between two writes.
READ_AT_ONCE = 200
#: So often the work is begun anew because others were quicker, before they are kept from writing.
_GENTLE = 3

Reads = Callable[[Sequence[Report]], Iterable[tuple[Mentions, tuple[Problem, ...]]]]


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """What was done: lasting ids of the stories that were written, and the news."""

    stories: tuple[str, ...] = ()
    news: tuple[News, ...] = ()


def rules_of(settings: Settings) -> str:
    """The name of the rules by which reports are read: those of this version, with this model."""
    return f"{VERSION} {settings.model} {settings.longest}"


def later(moment: str, seconds: float) -> str:
    """A moment (UTC, "2025-05-03T14:05:00Z") some seconds later, in the same form."""
    after = dt.datetime.fromisoformat(moment) + dt.timedelta(seconds=seconds)
    return after.strftime("%Y-%m-%dT%H:%M:%SZ")


class Overtaken(Exception):
    """Somebody else brought the store forward while this work was done."""


class Settlement:
    """Brings the stories of a store up to date for one task."""

    def __init__(self, store: Store, settings: Settings, reader: Reads, tell: Progress) -> None:
        """Take what the work needs: the store, the settings, who reads sentences, and who is told of progress."""
        self._store, self._settings, self._reader, self._tell = store, settings, reader, tell
        self._rules = rules_of(settings)
        self._held: Writer | None = None
        self._begun = time.monotonic()

    def run(self, task: Task) -> Settled:
        """Do all that waits. Raises StoreBusy where another process keeps the right to write for too long."""
        for attempt in range(_GENTLE + 1):
            with contextlib.ExitStack() as stack:
                if attempt == _GENTLE:
                    self._held = stack.enter_context(self._store.writer())
                    stack.callback(self._let_go)
                with contextlib.suppress(Overtaken):
                    return self._once(task)
        raise AssertionError  # nobody overtakes who alone may write

    def _let_go(self) -> None:
        self._held = None

    @contextlib.contextmanager
    def _writer(self) -> Iterator[Writer]:
        """The right to write, which this work may have already."""
        if self._held is not None:
            yield self._held
        else:
            with self._store.writer() as writer:
                yield writer

    def _once(self, task: Task) -> Settled:
        with self._store.view() as view:
            work = work_at(view, task, self._settings)
        self._read(task, work)
        batch, settled = self._concluded(task, work)
        self._write(task, work, batch)
        return settled

    def _write(self, task: Task, work: Work, batch: Batch) -> None:
        """Write stories, where the store is still as the work was begun with."""
        with self._writer() as writer:
            with self._store.view() as view:
                if view.marks([TURN]).get(TURN, "") != work.turn:
                    raise Overtaken
                struck = pending.struck(view, task.run, task.now, {*work.waiting, *task.withdrawn})
            after = str(int(work.turn or "0") + 1)
            writer.write(structs.replace(batch, marks={**batch.marks, **struck, TURN: after}))

    def _read(self, task: Task, work: Work) -> None:
        """Describe the reports of the touched stories, and read those that were never read so or by these rules."""
        todo: list[Kept] = []
        total = sum(len(group.reports) for group in work.groups)
        seen = 0
        for group in work.groups:
            with self._store.view() as view:
                kept = {one.report.id: one for one in view.kept(group.reports, mentions=False)}
            described = pipeline.together(group, {name: raw(one) for name, one in kept.items()}, self._settings)
            todo += [
                self._described(kept[report.id], report)
                for report in described
                if report != kept[report.id].report or kept[report.id].rules != self._rules
            ]
            seen += len(group.reports)
            if len(todo) >= READ_AT_ONCE:
                self._keep(task, todo)
                todo = []
                self._tell("reading sentences", seen, total)
        if todo:
            self._keep(task, todo)
            self._tell("reading sentences", total, total)

    def _described(self, kept: Kept, report: Report) -> Kept:
        """A kept report as its story describes it."""
        alone = self._settings.as_of is None and pipeline.alone(raw(kept), self._settings) == report
        return structs.replace(kept, report=report, given=structs.replace(kept.given, alone=alone))

    def _keep(self, task: Task, todo: Sequence[Kept]) -> None:
        """Read reports and write what they say, in bounded batches."""
        for first in range(0, len(todo), READ_AT_ONCE):
            some = todo[first : first + READ_AT_ONCE]
            ready: list[Kept] = []
            for kept, (mentions, problems) in zip(some, self._reader([one.report for one in some]), strict=True):
                others = tuple(problem for problem in kept.problems if problem.stage != "finding")
                ready.append(structs.replace(kept, mentions=mentions, problems=others + problems, rules=self._rules))
            self._keep_batch(task, ready)

    def _keep_batch(self, task: Task, ready: Sequence[Kept]) -> None:
        with self._writer() as writer:
            with self._store.view() as view:
                now = {name: hashed for name, (hashed, _) in view.known([one.report.id for one in ready]).items()}
                alive = pending.alive(view, task.run, self._clock(task))
            # A report that somebody changed meanwhile is theirs to read.
            fresh = tuple(one for one in ready if now.get(one.report.id) == one.hash)
            writer.write(Batch(kept=fresh, marks=alive))

    def _clock(self, task: Task) -> str:
        """The moment by the task's own clock, which began at `task.now`."""
        return later(task.now, time.monotonic() - self._begun)

    def _concluded(self, task: Task, work: Work) -> tuple[Batch, Settled]:
        """The batch that writes all touched stories, and what is to be told of it."""
        told: list[News] = []
        stories: list[KeptStory] = []
        placed: list[Kept] = []
        for number in range(len(work.groups)):
            kept, some, fresh = self._story(task, work, number)
            stories += kept
            told += some
            placed += fresh
            self._tell("setting side by side", number + 1, len(work.groups))
        batch = Batch(
            kept=tuple(placed),
            withdrawn=tuple(sorted(task.withdrawn)),
            touched=work.placed.touched,
            copies=work.placed.copies,
            stories=tuple(stories),
            gone=dict(work.heirs.gone),
            news=tuple(told),
            marks={JUDGED: str(work.judged)},
        )
        return batch, Settled(stories=tuple(story.id for story in stories), news=tuple(told))

    def _story(self, task: Task, work: Work, number: int) -> tuple[list[KeptStory], list[News], list[Kept]]:
        """A group as a story under its lasting id, where that is another than before; its news; reports now placed."""
        group, name = work.groups[number], work.heirs.ids[number]
        with self._store.view() as view:
            kept = view.kept(group.reports)
            before = view.story(name)
            before = before if before is not None and before.id == name else None
            others = [view.card(other) for other in work.heirs.came_from[number] if other != name]
        if any(one.rules != self._rules for one in kept):
            raise Overtaken  # somebody brought another text, which is not read yet
        features = work.placed.features
        fresh = [structs.replace(one, features=features[one.report.id]) for one in kept if one.report.id in features]
        mine = bearing_on(work.judgements, group.reports)
        bid = bidding(mine, [one.report for one in kept], [one.mentions for one in kept])
        story = pipeline.side_by_side(group, [one.report for one in kept], bid.mentions, self._settings, bid.orders)
        tell = news.Teller(name, task.now)
        told = news.of_judgements(tell, bearing_on(work.fresh, group.reports))
        if before is not None and before.story == story:
            return [], told, fresh
        titles = {card.id: card.title for card in others if card is not None}
        joined = [title for other, title in sorted(titles.items()) if other in work.heirs.gone]
        parted = next((title for other, title in sorted(titles.items()) if other not in work.heirs.gone), None)
        told += news.of_story(tell, before.story if before else None, story, joined, parted)
        return [KeptStory(id=name, changed=task.now, story=story)], told, fresh
