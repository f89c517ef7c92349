"""In: reports to be added. Out: one job after another in a thread, and how far each is."""

import functools
import logging
import queue
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Literal

import msgspec

from twosource.errors import TwosourceError
from twosource.records import Problem

State = Literal["waiting", "running", "done", "failed"]
Progress = Callable[[str, int, int], None]

_LOG = logging.getLogger(__name__)
_MOST_WAITING = 20
_MOST_KEPT = 100


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a job brought: ids of reports and stories, and what was rejected and why."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: int = 0
    stories: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One job as it stands: `stage`, `done` of `total` while it runs, its outcome or the message of its failure."""

    id: str
    title: str
    asked: str
    state: State = "waiting"
    stage: str = ""
    done: int = 0
    total: int = 0
    outcome: Outcome | None = None
    message: str = ""


Work = Callable[[Progress], Outcome]


class Jobs:
    """A queue of jobs and the thread that does them, one at a time. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._waiting: queue.Queue[tuple[str, Work] | None] = queue.Queue(_MOST_WAITING)
        self._thread: threading.Thread | None = None

    def put(self, title: str, asked: str, work: Work) -> Job | None:
        """Take on a job, or None where too many are waiting."""
        job = Job(id=secrets.token_hex(6), title=title, asked=asked)
        with self._lock:
            self._jobs[job.id] = job
            try:
                self._waiting.put_nowait((job.id, work))
            except queue.Full:
                del self._jobs[job.id]
                return None
            self._forget()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="twosource-jobs", daemon=True)
                self._thread.start()
        return job

    def get(self, name: str) -> Job | None:
        """A job by its id."""
        with self._lock:
            return self._jobs.get(name)

    def all(self) -> tuple[Job, ...]:
        """All jobs that are remembered, the newest first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def close(self) -> None:
        """Begin no further job, and wait for the one that runs."""
        with self._lock:
            thread, self._thread = self._thread, None
        if thread is None:
            return
        while True:
            try:
                self._waiting.get_nowait()
            except queue.Empty:
                break
        self._waiting.put(None)
        thread.join()

    def _forget(self) -> None:
        over = len(self._jobs) - _MOST_KEPT
        for name in [name for name, job in self._jobs.items() if job.state in {"done", "failed"}][: max(0, over)]:
            del self._jobs[name]

    def _set(self, name: str, **changes: object) -> None:
        with self._lock:
            self._jobs[name] = msgspec.structs.replace(self._jobs[name], **changes)

    def _tell(self, name: str, stage: str, done: int, total: int) -> None:
        self._set(name, stage=stage, done=done, total=total)

    def _work(self) -> None:
        while (item := self._waiting.get()) is not None:
            name, work = item
            self._set(name, state="running")
            try:
                outcome = work(functools.partial(self._tell, name))
            except TwosourceError as error:
                self._set(name, state="failed", message=str(error))
            except Exception as fault:  # noqa: BLE001 - any fault: the jobs behind this one must still be done
                _LOG.exception("a job was ended by a fault")
                self._set(
                    name, state="failed", message=f"A fault of the program ended this job ({type(fault).__name__})."
                )
            else:
                self._set(name, state="done", outcome=outcome)
