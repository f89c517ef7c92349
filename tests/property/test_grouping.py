"""Laws of grouping: order and batches change nothing, spans hold, originals are no copies, orders are obeyed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from news import BACKGROUND, OTHER, OWN, REWRITTEN, WIRE

from twosource.grouping import Pile, find_copies, find_passages, find_stories
from twosource.grouping import copy_changes as copies_module
from twosource.grouping import search as search_module
from twosource.grouping import story_changes as stories_module
from twosource.grouping import vectors as vectors_module
from twosource.records import Day, Report, StoryOrder

paragraphs = st.lists(
    st.one_of(st.sampled_from([*WIRE, *REWRITTEN, *OWN, *OTHER, BACKGROUND]), st.text(max_size=60)), max_size=9
)
days = st.sampled_from([None, "2024-09-03", "2024-09-04", "no day"])
outlets = st.sampled_from([None, "Osterland Press", "The Valley Post"])


@st.composite
def batches(draw: st.DrawFn) -> list[Report]:
    """Up to six reports of known and odd paragraphs."""
    made = []
    for number in range(draw(st.integers(0, 6))):
        day = draw(days)
        made.append(
            Report(
                id=f"r{number}",
                text="\n\n".join(draw(paragraphs)),
                outlet=draw(outlets),
                published=Day(value=day, how="given") if day else None,
            )
        )
    return made


@settings(deadline=None, max_examples=60)
@given(batches(), st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(reports: list[Report], dice: object) -> None:
    shuffled = list(reports)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    copies = find_copies(reports)
    assert find_copies(shuffled) == copies
    assert find_passages(shuffled, copies) == find_passages(reports, copies)
    assert find_stories(shuffled, copies) == find_stories(reports, copies)


@settings(deadline=None, max_examples=60)
@given(batches())
def test_an_original_is_never_a_copy_and_no_report_has_two(reports: list[Report]) -> None:
    copies = find_copies(reports)
    assert len({copy.report for copy in copies}) == len(copies)
    assert not {copy.report for copy in copies} & {copy.of for copy in copies}
    assert all(0 < copy.share <= 1 and copy.why for copy in copies)


@settings(deadline=None, max_examples=60)
@given(batches())
def test_both_spans_of_a_passage_hold(reports: list[Report]) -> None:
    texts = {report.id: report.text for report in reports}
    for passage in find_passages(reports, find_copies(reports)):
        for span in (passage.a, passage.b):
            assert texts[span.report][span.start : span.end] == span.words
        assert passage.a.report < passage.b.report


@settings(deadline=None, max_examples=60)
@given(batches())
def test_every_report_is_in_one_story_and_one_event_and_with_its_original(reports: list[Report]) -> None:
    copies = find_copies(reports)
    stories = find_stories(reports, copies)
    assert sorted(report for story in stories for report in story.reports) == [report.id for report in reports]
    home = {report: (number, story.events[report]) for number, story in enumerate(stories) for report in story.reports}
    assert all(home[copy.report] == home[copy.of] for copy in copies)


@settings(deadline=None, max_examples=40)
@given(batches(), st.sampled_from([OTHER, OWN]))
def test_a_new_report_of_other_words_takes_no_copy_away(reports: list[Report], body: list[str]) -> None:
    before = {(copy.report, copy.of) for copy in find_copies(reports)}
    alone = Report(id="zz", text=" ".join(word[::-1] for word in " ".join(body).split()))
    assert {(copy.report, copy.of) for copy in find_copies([*reports, alone])} == before


def orders(count: int) -> st.SearchStrategy[list[StoryOrder]]:
    names = st.sampled_from([f"r{number}" for number in range(count)])
    return st.lists(st.builds(StoryOrder, kind=st.sampled_from(["merge", "split"]), a=names, b=names), max_size=4)


@settings(deadline=None, max_examples=60)
@given(batches(), orders(6))
def test_the_last_order_is_always_obeyed(reports: list[Report], given_orders: list[StoryOrder]) -> None:
    stories = find_stories(reports, find_copies(reports), given_orders)
    home = {report: number for number, story in enumerate(stories) for report in story.reports}
    assert sorted(home) == [report.id for report in reports]
    last = given_orders[-1] if given_orders else None
    if last and last.a != last.b and {last.a, last.b} <= home.keys():
        assert (home[last.a] == home[last.b]) == (last.kind == "merge")


@st.composite
def streams(draw: st.DrawFn) -> list[tuple[list[Report], list[str], list[StoryOrder]]]:
    """Steps in which reports come and go, some to come again changed, and orders are given."""
    steps: list[tuple[list[Report], list[str], list[StoryOrder]]] = []
    there: set[str] = set()
    for _ in range(draw(st.integers(1, 5))):
        gone = draw(st.lists(st.sampled_from(sorted(there)), unique=True, max_size=2)) if there else []
        new = []
        for number in draw(st.lists(st.integers(0, 11), unique=True, max_size=5)):
            if f"r{number}" not in there or f"r{number}" in gone:
                day, text = draw(days), "\n\n".join(draw(paragraphs))
                published = Day(value=day, how="given") if day else None
                new.append(Report(id=f"r{number}", text=text, outlet=draw(outlets), published=published))
        there = there - set(gone) | {report.id for report in new}
        steps.append((new, gone, draw(orders(12))[:1]))
    return steps


@pytest.mark.parametrize("locally", [True, False])
@settings(deadline=None, max_examples=80)
@given(data=st.data())
def test_in_any_order_and_any_batches_the_end_is_that_of_one_batch(data: st.DataObject, *, locally: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if locally:  # as with very many reports: rare marks, a sample for weights, and no look at the whole
            patch.setattr(copies_module, "FEW", 2)
            patch.setattr(search_module, "FEW", 2)
            patch.setattr(stories_module, "_FEW", 1)
            patch.setattr(stories_module, "_PART", 1)
            patch.setattr(vectors_module, "_SAMPLE", data.draw(st.sampled_from([2, 4, 2_048])))
        pile, final = Pile(), dict[str, Report]()
        for new, gone, ordered in data.draw(streams()):
            change = pile.add(new, gone, ordered)
            final = {name: report for name, report in final.items() if name not in gone}
            final |= {report.id: report for report in new}
            assert sorted(change.features) == sorted(report.id for report in new)
            assert {name for one in change.formed for name in one.reports} <= final.keys()
        copies = find_copies(list(final.values()))
        assert pile.all_copies() == copies
        assert pile.all_groups() == find_stories(list(final.values()), copies, pile.orders())
