"""In: one moment of a store and a task. Out: `Work`: the stories that have to be set side by side again, and from what.

Touched are the stories that a new report, a changed one, one taken out, or a judgement not obeyed yet bears on.
"""

from collections.abc import Iterator, Sequence

import msgspec

from twosource.desk import pending
from twosource.desk.lasting import Succession, succession
from twosource.desk.placing import Placed, place, raw
from twosource.desk.standing import standing
from twosource.records import Group
from twosource.records.judgements import Judgement
from twosource.settings import Settings
from twosource.store import View

TURN, JUDGED = "turn", "judged"


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What a run is for: its name, when (UTC), the reports it was asked for, those it takes out of the stories."""

    run: str
    now: str
    asked: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to do at the moment of the store that has the mark `turn`.

    `waiting` are the reports that come into stories by it, `groups` all that have to be set side by side, with their
    lasting ids and what they came from in `heirs`, in the same order. `judgements` are those that hold, `fresh` those
    of all `judged` that no run has obeyed yet.
    """

    turn: str
    waiting: frozenset[str]
    placed: Placed
    groups: tuple[Group, ...]
    heirs: Succession
    judgements: tuple[Judgement, ...]
    fresh: tuple[Judgement, ...]
    judged: int


def work_at(view: View, task: Task, settings: Settings) -> Work:
    """What there is to do at this moment."""
    marks = view.marks([TURN, JUDGED])
    judgements = view.judgements()
    fresh = judgements[int(marks.get(JUDGED, "0")) :]
    waiting = pending.taken_over(view, task.run, task.now, task.asked) - task.withdrawn
    elsewhere = frozenset(name for _, names in pending.waiting(view).values() for name in names) - waiting
    placed = place(
        view,
        [raw(kept) for kept in view.kept(sorted(waiting), mentions=False)],
        gone=task.withdrawn,
        unplaced=elsewhere,
        settings=settings,
        orders=(standing(judgements), fresh),
    )
    again = [group for name, group in _dirty(view, fresh) if name not in placed.dissolved]
    same = {name: group.reports for name, group in _dirty(view, fresh) if name not in placed.dissolved}
    groups = (*placed.formed, *again)
    return Work(
        turn=marks.get(TURN, ""),
        waiting=waiting,
        placed=placed,
        groups=groups,
        heirs=succession({**placed.dissolved, **same}, groups, lambda name: view.card(name) is not None),
        judgements=standing(judgements),
        fresh=fresh,
        judged=len(judgements),
    )


def _dirty(view: View, fresh: Sequence[Judgement]) -> Iterator[tuple[str, Group]]:
    """The stories on which judgements bear that no run has obeyed yet."""
    yield from sorted(view.groups(sorted({report for judgement in fresh for report in judgement.reports})).items())


def components(work: Work) -> list[tuple[int, ...]]:
    """Numbers of groups that have to be written in one batch, since they share a story they came from."""
    home: dict[str, int] = {}
    parts: list[list[int]] = []
    for number, origins in enumerate(work.heirs.came_from):
        met = sorted({home[name] for name in origins if name in home})
        first = met[0] if met else len(parts)
        if not met:
            parts.append([])
        for other in met[1:]:
            parts[first] += parts[other]
            parts[other] = []
        parts[first].append(number)
        home |= dict.fromkeys((*origins, *(name for name, at in home.items() if at in met)), first)
    return [tuple(sorted(part)) for part in parts if part]
