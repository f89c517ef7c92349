"""In: a store's marks. Out: which reports wait to be put into stories, for which run, and whether a run still lives.

A run notes its reports as waiting in the batch that keeps them, and strikes them out in the batch that writes their
stories; so a run that was killed is gone on with by the next one that meets the same reports, or comes much later.
"""

import datetime as dt
import json
from collections.abc import Collection, Mapping

from twosource.store import View

_RUNS = "pending"
_PATIENCE = dt.timedelta(minutes=10)


def waiting(view: View) -> dict[str, tuple[str, frozenset[str]]]:
    """The runs that have reports waiting: when each last wrote (UTC), and which reports."""
    beats = _beats(view)
    marks = view.marks([_name(run) for run in beats])
    return {run: (beats[run], frozenset(json.loads(marks.get(_name(run), "[]")))) for run in sorted(beats)}


def taken_over(view: View, run: str, now: str, asked: Collection[str]) -> frozenset[str]:
    """The reports that this run puts into stories: its own, those it was asked for, and those of runs long dead."""
    mine: set[str] = set()
    for other, (beat, reports) in waiting(view).items():
        if other == run or _dead(beat, now):
            mine |= reports
        else:
            mine |= reports & set(asked)
    return frozenset(mine)


def noted(view: View, run: str, now: str, reports: Collection[str]) -> dict[str, str | None]:
    """The marks by which reports wait for a run, beside those that wait for it already."""
    beats = _beats(view)
    before = json.loads(view.marks([_name(run)]).get(_name(run), "[]"))
    return {
        _RUNS: json.dumps({**beats, run: now}, sort_keys=True),
        _name(run): json.dumps(sorted({*before, *reports})),
    }


def alive(view: View, run: str, now: str) -> dict[str, str | None]:
    """The mark by which a run shows that it still lives; none where nothing waits for it."""
    beats = _beats(view)
    return {_RUNS: json.dumps({**beats, run: now}, sort_keys=True)} if run in beats else {}


def struck(view: View, run: str, now: str, reports: Collection[str]) -> dict[str, str | None]:
    """The marks after these reports came into stories: they wait for no run any more."""
    done = set(reports)
    beats: dict[str, str] = {}
    marks: dict[str, str | None] = {}
    for other, (beat, waits) in waiting(view).items():
        left = waits - done
        if left:
            beats[other] = now if other == run else beat
        if left != waits or not left:
            marks[_name(other)] = json.dumps(sorted(left)) if left else None
    marks[_RUNS] = json.dumps(beats, sort_keys=True) if beats else None
    return marks


def _beats(view: View) -> Mapping[str, str]:
    found: dict[str, str] = json.loads(view.marks([_RUNS]).get(_RUNS, "{}"))
    return found


def _name(run: str) -> str:
    return f"{_RUNS}:{run}"


def _dead(beat: str, now: str) -> bool:
    try:
        return dt.datetime.fromisoformat(now) - dt.datetime.fromisoformat(beat) > _PATIENCE
    except ValueError:
        return True
