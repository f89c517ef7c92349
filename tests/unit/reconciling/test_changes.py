from typing import Any

import pytest
from msgspec import structs
from told import figure, story

from twosource.reconciling import changes, changes_since, earlier
from twosource.records import Copy, Dossier, Figure, Story

DAYS = {"a": "2024-05-01", "b": "2024-05-02", "c": "2024-05-03", "d": "2024-05-04"}


def _said(report: str, number: int, who: str | None, **slots: Any) -> Figure:  # noqa: ANN401 - slots of several types
    words = f"The blast at the mill killed {number} people, {who or 'it is'} said."
    return figure(report, str(number), words, chain=[who] if who else [], **slots)


def _story(*figures: Figure, copies: dict[str, str] | None = None) -> Story:
    return story(figures, DAYS, copies)


FIRST = _said("a", 31, "Health Ministry")


def _kinds(before: Story, after: Story) -> dict[str, str]:
    return {change.kind: change.words for change in changes(before, after)}


def test_a_story_that_is_the_same_has_not_changed() -> None:
    whole = _story(FIRST, _said("b", 31, "Mill Union"))
    assert changes(whole, whole) == ()


def test_a_toll_raised_is_told_with_both_numbers_who_and_when() -> None:
    found = _kinds(_story(FIRST), _story(FIRST, _said("c", 58, "Health Ministry")))
    assert found["figure changed"] == (
        "How many people were killed? Raised from 31 to 58 people, by Health Ministry on 3 May 2024"
    )
    assert found["report added"] == "New report: Outlet c"


def test_a_lower_number_and_a_looser_one_are_told_as_such() -> None:
    assert (
        " Lowered from 31 to 28 "
        in _kinds(_story(FIRST), _story(FIRST, _said("c", 28, "Health Ministry")))["figure changed"]
    )
    least = _said("a", 31, "Health Ministry", high=None)
    exact = _said("b", 31, "Health Ministry")
    assert " Changed from at least 31 to 31 " in _kinds(_story(least), _story(least, exact))["figure changed"]


def test_a_second_origin_bears_a_claim_out_and_a_third_is_another() -> None:
    two = _story(FIRST, _said("b", 31, "Mill Union"))
    three = _story(FIRST, _said("b", 31, "Mill Union"), _said("c", 31, "Red Star Clinic"))
    assert _kinds(_story(FIRST), two)["corroborated"].endswith("31 people, also Mill Union")
    assert _kinds(two, three)["new origin"].endswith("31 people, also Red Star Clinic")
    assert _kinds(two, _story(FIRST))["no longer corroborated"]


def test_a_conflict_is_told_with_both_sides_and_so_is_its_end() -> None:
    rival = _said("a2", 40, "Mill Union")
    days = {**DAYS, "a2": "2024-05-01"}
    disputed = story([FIRST, rival], days)
    found = _kinds(_story(FIRST), disputed)
    assert "Health Ministry said “31” (in Outlet a); Mill Union said “40” (in Outlet a2)" in found["new conflict"]
    assert "new origin" in found
    assert "corroborated" not in found
    settled = story([FIRST, rival, _said("d", 40, "Health Ministry")], days)
    assert _kinds(disputed, settled)["conflict settled"].startswith("No more in conflict: ")


def test_a_denial_is_told_with_its_denier() -> None:
    denial = _said("b", 31, "Mill Union", stance="denied")
    assert _kinds(_story(FIRST), _story(FIRST, denial))["denied"].endswith("31 people, by Mill Union on 2 May 2024")


def test_a_number_that_a_notice_withdraws_is_told_as_corrected() -> None:
    notice = _said("b", 31, None, stance="denied", corrected=True)
    assert "“31” is withdrawn in Outlet b" in _kinds(_story(FIRST), _story(FIRST, notice))["corrected"]


def test_a_new_claim_tells_its_number_and_one_that_is_gone_what_it_was() -> None:
    hurt = figure("b", "7", "The blast at the mill injured 7 people, police said.", chain=["police"], measure="injured")
    assert _kinds(_story(FIRST), _story(FIRST, hurt))["new claim"].endswith("7 people, by police on 2 May 2024")
    assert "7 people" in _kinds(_story(FIRST, hurt), _story(FIRST))["claim gone"]


def test_a_report_changed_gone_or_found_to_be_a_copy_is_told_and_its_figures_are_no_news() -> None:
    whole = _story(FIRST, _said("b", 31, "Health Ministry"))
    moved = structs.replace(FIRST, id="moved", span=structs.replace(FIRST.span, start=99, end=101))
    other = _story(moved, _said("b", 31, "Health Ministry"))
    other = structs.replace(
        other, reports=tuple(structs.replace(one, text=one.text + " More.") for one in other.reports)
    )
    assert set(_kinds(whole, other)) == {"report changed"}
    copied = structs.replace(whole, copies=(Copy(report="b", of="a", share=1.0),))
    assert _kinds(whole, copied) == {"copy found": "Outlet b carries the text of Outlet a"}
    assert _kinds(whole, _story(FIRST))["report gone"] == "The report is there no more: Outlet b"


def test_of_two_dossiers_the_stories_with_most_reports_in_common_are_compared() -> None:
    one, other = _story(FIRST), _story(_said("d", 3, "police"))
    found = changes(Dossier(version="1", stories=(one,)), Dossier(version="1", stories=(other, one)))
    assert [(change.kind, change.story) for change in found] == [("new story", other.id)]
    back = changes(Dossier(version="1", stories=(other, one)), Dossier(version="1", stories=(one,)))
    assert [change.kind for change in back] == ["story gone"]


def test_what_the_reports_since_a_day_have_changed() -> None:
    whole = _story(FIRST, _said("c", 58, "Health Ministry"))
    kinds = {change.kind for change in changes_since(whole, "2024-05-03")}
    assert kinds == {"figure changed", "report added"}
    assert changes_since(whole, "2024-06-01") == ()
    assert [change.kind for change in changes_since(whole, "2024-01-01")] == ["new story"]
    before = earlier(whole, "2024-05-03")
    assert before is not None
    assert [report.id for report in before.reports] == ["a"]


@pytest.mark.parametrize("unit", ["kilometre", "mile"])
def test_the_same_length_in_another_unit_is_no_change(unit: str) -> None:
    first = figure("a", "10", "The wave reached 10 kilometres inland.", unit="kilometre", measure="distance")
    later = {"kilometre": "10", "mile": "6.2"}[unit]
    again = figure("b", later, f"The wave reached {later} {unit}s inland.", unit=unit, measure="distance")
    assert "figure changed" not in _kinds(_story(first), _story(first, again))
