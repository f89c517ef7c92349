import pytest
from news import OTHER, OWN, REWRITTEN, WIRE, paragraphs, report, wire

from twosource.grouping import find_copies, find_stories
from twosource.grouping import stories as module
from twosource.records import Copy, Report

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


def test_a_large_batch_is_grouped_like_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = [
        report(f"{name}-{n}", body[n:] + body[:n], title)
        for name, body, title in (
            ("dam", WIRE, "Dam breaks"),
            ("cup", OTHER, "Rovers win the cup"),
            ("court", FOLLOW_UP, "Trial"),
        )
        for n in range(3)
    ]
    plain = [story.reports for story in find_stories(reports, [])]
    monkeypatch.setattr(module, "_ALL_PAIRS", 2)
    assert [story.reports for story in find_stories(reports, [])] == plain
