"""In: one moment of a store and a task. Out: `Work`: the stories that have to be set side by side again, and from what.

Touched are the stories that a new report, a changed one, one taken out, or a judgement not obeyed yet bears on.
"""

import msgspec

from twosource.desk import pending
from twosource.desk.lasting import Succession, succession
from twosource.desk.placing import Placed, place, raw, stirred_by, story_orders
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
    held = standing(judgements)
    stirred = frozenset(name for name in stirred_by(fresh, judgements) if view.story_of(name))
    waiting = (pending.taken_over(view, task.run, task.now, task.asked) | stirred) - task.withdrawn
    placed = place(
        view,
        [raw(kept) for kept in view.kept(sorted(waiting), mentions=False)],
        task.withdrawn,
        settings,
        (story_orders(held), story_orders([one for one in fresh if one in held])),
    )
    concerned = {*waiting, *(report for judgement in fresh for report in judgement.reports)}
    stories = sorted(view.groups(sorted(concerned)).items())
    same = {name: group for name, group in stories if name not in placed.dissolved}
    groups = (*placed.formed, *same.values())
    before = {**placed.dissolved, **{name: group.reports for name, group in same.items()}}
    return Work(
        turn=marks.get(TURN, ""),
        waiting=waiting,
        placed=placed,
        groups=groups,
        heirs=succession(before, groups, lambda name: view.card(name) is not None),
        judgements=held,
        fresh=fresh,
        judged=len(judgements),
    )
