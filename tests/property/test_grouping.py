"""Laws of grouping: order changes nothing, spans hold, originals are no copies, every report is in one story."""

from hypothesis import given, settings
from hypothesis import strategies as st
from news import BACKGROUND, OTHER, OWN, REWRITTEN, WIRE

from twosource.grouping import find_copies, find_passages, find_stories
from twosource.records import Day, Report

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
