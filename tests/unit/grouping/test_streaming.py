import random
from collections.abc import Sequence

import pytest
from news import OTHER, OWN, REWRITTEN, WIRE, paragraphs, report, wire

from twosource.grouping import Pile, find_copies, find_stories, update
from twosource.grouping import story_changes as module
from twosource.records import Copy, Report, StoryOrder

BRIDGE = paragraphs("""
Bellhaven Rovers gave the takings of the Northern Cup final at Quarry Park to the widows of Tessary, where the Maruga
dam broke, and the manager carried the cup through the mill town of Tessary with the fire chief Ludmil Harsanyi.
""")


@pytest.fixture
def _locally(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small piles are updated locally, as large ones are."""
    monkeypatch.setattr(module, "_FEW", 2)
    monkeypatch.setattr(module, "_PART", 1)


def holds_law(pile: Pile, reports: list[Report], orders: tuple[StoryOrder, ...] = ()) -> bool:
    copies = find_copies(reports)
    return pile.all_copies() == copies and pile.all_groups() == find_stories(reports, copies, orders)


def others(count: int) -> list[Report]:
    dice = random.Random(4)  # noqa: S311 -- made texts, no secret
    words = ["".join(dice.choices("abdegilmnorstu", k=6)) for _ in range(4_000)]
    return [Report(id=f"other-{at}", text=" ".join(dice.choices(words, k=60))) for at in range(count)]


@pytest.mark.usefixtures("_locally")
def test_a_late_original_takes_the_copies_of_the_one_that_was_first_known() -> None:
    first = report("client-a", WIRE, "Dam", "The Valley Post", "2024-09-05")
    second = report("client-b", REWRITTEN, "Dam", "Tessary Herald", "2024-09-06")
    pile = Pile()
    pile.add([first, second, *others(60)])
    assert [(copy.report, copy.of) for copy in pile.all_copies()] == [("client-a", "client-b")]
    late = report("wire", WIRE, "Dam", "Osterland Press", "2024-09-03")
    change = pile.add([late])
    assert {name: copy and copy.of for name, copy in change.copies.items()} == {"client-a": "wire", "client-b": "wire"}
    assert [one.reports for one in change.dissolved] == [("client-a", "client-b")]
    assert [one.reports for one in change.formed] == [("client-a", "client-b", "wire")]
    assert holds_law(pile, [first, second, late, *others(60)])


@pytest.mark.usefixtures("_locally")
def test_only_the_story_that_a_report_joins_is_touched() -> None:
    pile = Pile()
    pile.add([wire(), report("cup", OTHER, "Rovers win the Northern Cup"), *others(60)])
    change = pile.add([report("own", OWN, "In Tessary they count by car lamps")])
    assert [one.reports for one in change.dissolved] == [("wire",)]
    assert [one.reports for one in change.formed] == [("own", "wire")]


@pytest.mark.usefixtures("_locally")
def test_what_came_can_go_again_and_leaves_nothing_behind() -> None:
    pile = Pile()
    early = [wire(), report("client", REWRITTEN, "Dam", "The Valley Post", "2024-09-04"), *others(60)]
    pile.add(early)
    before = pile.all_copies(), pile.all_groups()
    pile.add([report("bridge", BRIDGE, "A cup for Tessary"), report("own", OWN, "In Tessary")])
    change = pile.add([], gone=["bridge", "own"])
    assert "bridge" not in {name for one in change.formed for name in one.reports}
    assert (pile.all_copies(), pile.all_groups()) == before


@pytest.mark.usefixtures("_locally")
def test_a_changed_report_is_one_that_goes_and_comes() -> None:
    pile = Pile()
    pile.add([wire(), report("own", OTHER, "Rovers win the Northern Cup"), *others(60)])
    change = pile.add([report("own", OWN, "In Tessary they count by car lamps")], gone=["own"])
    assert ("own", "wire") in [one.reports for one in change.formed]
    assert holds_law(pile, [wire(), report("own", OWN, "In Tessary they count by car lamps"), *others(60)])


@pytest.mark.usefixtures("_locally")
def test_a_persons_order_is_obeyed_at_once_and_by_what_comes_later() -> None:
    reports = [wire(), report("cup", OTHER, "Rovers win the Northern Cup"), *others(60)]
    pile = Pile()
    pile.add(reports)
    merge = StoryOrder(kind="merge", a="wire", b="cup")
    change = pile.add([], ordered=[merge])
    assert [one.reports for one in change.formed] == [("cup", "wire")]
    own = report("own", OWN, "In Tessary they count by car lamps")
    pile.add([own])
    assert holds_law(pile, [*reports, own], (merge,))
    split = StoryOrder(kind="split", a="own", b="wire")
    pile.add([], ordered=[split])
    assert holds_law(pile, [*reports, own], (merge, split))
    assert ("cup", "wire") in [one.reports for one in pile.all_groups()]


def test_a_copy_that_changed_shows_its_group_as_formed_again() -> None:
    pile = Pile()
    pile.add([wire(), report("client", REWRITTEN, "Dam", "The Valley Post", "2024-09-04"), *others(60)])
    change = pile.add([report("client", WIRE, "Dam", "The Valley Post", "2024-09-04")], gone=["client"])
    assert isinstance(change.copies["client"], Copy)
    assert [one.reports for one in change.formed] == [("client", "wire")]


def test_an_id_that_is_there_is_refused_and_nothing_is_changed() -> None:
    pile = Pile()
    pile.add([wire()])
    with pytest.raises(ValueError, match="'wire' already"):
        pile.add([wire()], ordered=[StoryOrder(kind="merge", a="wire", b="cup")])
    assert not pile.orders()
    assert len(pile.all_groups()) == 1


def test_nothing_new_changes_nothing() -> None:
    pile = Pile()
    assert update(pile, []) == ({}, {}, (), ())
    pile.add([wire(), report("own", OWN, "In Tessary")])
    assert update(pile, [], gone=["nobody"]) == ({}, {}, (), ())


class Asked(Pile):
    """A pile that notes whose texts are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def reports(self, ids: Sequence[str]) -> Sequence[Report]:
        """The reports, and note of whom."""
        self.asked += ids
        return super().reports(ids)


def test_where_all_is_grouped_again_the_texts_of_stories_that_stay_are_not_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pile = Asked()
    story = [report(f"dam-{at}", [*OWN, f"{at} {at}"], "Dam", f"Outlet {at}", "2024-09-05") for at in range(3)]
    pile.add([*story, *others(60)])
    monkeypatch.setattr(module, "_FEW", 1_000)
    pile.asked = []
    new = Report(id="zz", text="Chess masters met at Vell harbour for nine quiet games.")
    pile.add([new])
    assert pile.asked == []
    assert holds_law(pile, [*story, *others(60), new])
