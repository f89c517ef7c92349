from typing import Literal

import pytest
from news import OTHER, OWN, REWRITTEN, WIRE, paragraphs, report, wire

from twosource.grouping import find_copies, find_stories
from twosource.grouping import stories as module
from twosource.records import Copy, Group, Report, StoryOrder

FOLLOW_UP = paragraphs("""
Seven months after the Maruga dam failed, a court in Korval has begun to hear the case against Petra Volsung, the
former director of the river authority, and four engineers.

Ludmil Harsanyi, who was the fire chief of Tessary then, gave evidence for two hours and held up the three letters he
had sent.

The widows of the mill sat in the first row. The ministry counts 33 dead; a stone in the market hall names 34.
""")
CUP_AGAIN = paragraphs("""
Bellhaven Rovers will not sell the striker who won them the Northern Cup, their manager said, still without his shoes,
at a breakfast for 2,000 supporters at Quarry Park.

The holders of the continental round visit Bellhaven in February.
""")


def test_follow_ups_of_months_later_and_copies_are_one_story() -> None:
    reports = [
        wire(),
        report("client", REWRITTEN, "Wall of water hits Tessary", "The Valley Post", "2024-09-04"),
        report("own", OWN, "In Tessary they count by car lamps", "Tessary Herald", "2024-09-05"),
        report("trial", FOLLOW_UP, "Dam trial opens in Korval", "The Port Mail", "2025-04-02"),
    ]
    (story,) = find_stories(reports, find_copies(reports))
    assert story.reports == ("client", "own", "trial", "wire")
    assert "Tessary" in story.ties
    assert story.events["client"] == story.events["wire"] == "1"


def test_two_affairs_are_two_stories_the_larger_first() -> None:
    reports = [
        report("cup", OTHER, "Rovers win the Northern Cup"),
        report("cup-again", CUP_AGAIN, "Rovers keep their striker"),
        wire(),
        report("own", OWN, "In Tessary they count by car lamps"),
        report("trial", FOLLOW_UP, "Maruga dam trial opens"),
    ]
    assert [story.reports for story in find_stories(reports, [])] == [("own", "trial", "wire"), ("cup", "cup-again")]


def test_two_reports_with_nothing_in_common_are_two_stories() -> None:
    assert len(find_stories([report("cup", OTHER, "Rovers win the Northern Cup"), wire()], [])) == 2


def test_events_are_numbered_by_their_first_day() -> None:
    late = [report(f"a{n}", FOLLOW_UP[n:] + FOLLOW_UP[:n], "Dam trial opens", None, "2025-04-02") for n in range(3)]
    early = [report(f"b{n}", WIRE[n:] + WIRE[:n], "Dam breaks, 31 dead", None, "2024-09-03") for n in range(3)]
    (story,) = find_stories(late + early, [])
    assert {story.events[one.id] for one in early} == {"1"}
    assert {story.events[one.id] for one in late} == {"2"}


def test_a_copy_is_in_its_originals_story_whatever_its_words() -> None:
    reports = [wire(), report("cup", OTHER, "Rovers win the Northern Cup")]
    (story,) = find_stories(reports, [Copy(report="cup", of="wire", share=1.0)])
    assert story.events == {"cup": "1", "wire": "1"}


def test_no_reports_are_no_stories() -> None:
    assert find_stories([], []) == []


@pytest.mark.parametrize("text", ["", "\n\n", "no " * 30_000, "\ud800", "1" * 40_000, "«" * 3_000])
def test_odd_texts_are_stories_of_their_own(text: str) -> None:
    stories = find_stories([Report(id="odd", text=text), wire(), report("own", OWN, "In Tessary, after the dam")], [])
    assert {story.reports for story in stories} == {("odd",), ("own", "wire")}


def many() -> list[Report]:
    return [
        report(f"{name}-{n}", body[n:] + body[:n], title)
        for name, body, title in (
            ("dam", WIRE, "Dam breaks"),
            ("cup", OTHER, "Rovers win the cup"),
            ("court", FOLLOW_UP, "Trial"),
        )
        for n in range(3)
    ]


def test_a_very_large_story_is_parted_into_events_like_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = [story.reports for story in find_stories(many(), [])]
    monkeypatch.setattr(module, "_ALL_PAIRS", 2)
    assert [story.reports for story in find_stories(many(), [])] == plain


def of(stories: list[Group], report_id: str) -> tuple[str, ...]:
    return next(story.reports for story in stories if report_id in story.reports)


def order(kind: Literal["merge", "split"], a: str, b: str) -> StoryOrder:
    return StoryOrder(kind=kind, a=a, b=b)


def test_a_person_can_merge_and_split_stories() -> None:
    reports = many()
    assert "cup-0" not in of(find_stories(reports, []), "dam-0")
    merged = find_stories(reports, [], [order("merge", "dam-0", "cup-1")])
    assert {"cup-0", "cup-1", "cup-2", "dam-1"} <= set(of(merged, "dam-0"))
    parted = find_stories(reports, [], [order("split", "dam-0", "dam-1")])
    assert "dam-1" not in of(parted, "dam-0")


def test_of_orders_that_contradict_one_another_the_later_wins() -> None:
    merge, split = order("merge", "dam-0", "cup-0"), order("split", "cup-0", "dam-0")
    assert "cup-0" in of(find_stories(many(), [], [split, merge]), "dam-0")
    assert "cup-0" not in of(find_stories(many(), [], [merge, split]), "dam-0")
    ring = [order("split", "dam-0", "court-0"), merge, order("merge", "cup-0", "court-0")]
    assert "court-0" in of(find_stories(many(), [], ring), "dam-0")


def test_a_copy_leaves_its_original_where_a_person_says_so() -> None:
    copies = [Copy(report="dam-1", of="dam-0", share=1.0), Copy(report="dam-2", of="dam-0", share=1.0)]
    stories = find_stories(many(), copies, [order("split", "dam-0", "dam-1")])
    assert "dam-1" not in of(stories, "dam-0")
    assert "dam-2" in of(stories, "dam-0")


def test_orders_about_unknown_or_equal_reports_change_nothing() -> None:
    plain = find_stories(many(), [])
    assert find_stories(many(), [], [order("merge", "dam-0", "nowhere"), order("split", "dam-0", "dam-0")]) == plain


def test_what_holds_a_story_together_are_its_names_and_telling_words() -> None:
    (story,) = find_stories([wire(), report("own", OWN, "In Tessary they count by car lamps")], [])
    assert "Tessary" in story.ties
    assert not {"The", "the", "said", "of"} & set(story.ties)
    assert len(story.ties) <= 8
