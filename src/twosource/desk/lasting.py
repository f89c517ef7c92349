"""In: stories that are no more and groups in their place. Out: which group goes on under which lasting id."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from twosource.records import Group, content_id


class Succession(msgspec.Struct, frozen=True, kw_only=True):
    """`ids` has the lasting id of each group in their order; `came_from` the stories of which each has reports.

    `gone` maps each id that is no more to the story in which most of its reports now are, or to "" where none is.
    """

    ids: tuple[str, ...]
    came_from: tuple[tuple[str, ...], ...]
    gone: Mapping[str, str]


def succession(
    dissolved: Mapping[str, tuple[str, ...]], formed: Sequence[Group], taken: Callable[[str], bool]
) -> Succession:
    """A story that grows keeps the id of the largest story it grew from; of a split story the largest part keeps it.

    `taken` says of an id whether it was ever given.
    """
    home = {report: number for number, group in enumerate(formed) for report in group.reports}
    shared: dict[tuple[str, int], int] = {}
    for name, reports in dissolved.items():
        for report in reports:
            if report in home:
                shared[name, home[report]] = shared.get((name, home[report]), 0) + 1
    ids: dict[int, str] = {}
    used: set[str] = set()
    for (name, number), _ in sorted(
        shared.items(), key=lambda pair: (-pair[1], -len(dissolved[pair[0][0]]), pair[0][0], pair[0][1])
    ):
        if number not in ids and name not in used:
            ids[number] = name
            used.add(name)
    for number, group in enumerate(formed):
        if number not in ids:
            ids[number] = _fresh(group, lambda name: taken(name) or name in used)
            used.add(ids[number])
    gone = {}
    for name in sorted(set(dissolved) - set(ids.values())):
        parts = [(-count, number) for (story, number), count in shared.items() if story == name]
        gone[name] = ids[min(parts)[1]] if parts else ""
    return Succession(
        ids=tuple(ids[number] for number in range(len(formed))),
        came_from=tuple(tuple(sorted(name for name, at in shared if at == number)) for number in range(len(formed))),
        gone=gone,
    )


def _fresh(group: Group, taken: Callable[[str], bool]) -> str:
    name, turn = content_id(*sorted(group.reports)), 0
    while taken(name):
        turn += 1
        name = content_id(*sorted(group.reports), turn)
    return name
