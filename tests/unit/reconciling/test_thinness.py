from typing import Any

import pytest
from told import figure

from twosource.reconciling.thinness import only_by_wording
from twosource.records import Figure

SENT = "Some {} troops were sent, {} said."


def sent(report: str, number: str, who: str, **slots: Any) -> Figure:  # noqa: ANN401 - slots of several types
    chain = [who] if who else []
    return figure(report, number, SENT.format(number, who or "nobody"), chain=chain, measure="deployed", **slots)


def test_different_numbers_that_meet_through_open_or_soft_ends_are_told_with_their_owners() -> None:
    reason = only_by_wording(
        [sent("a", "10,000", "Spy agency", high=None), sent("b", "14,000", "", about=True), sent("c", "15,000", "MPs")]
    )
    assert reason is not None
    assert reason.rule == "by-wording"
    assert reason.detail == (
        "they meet only through their wording: “10,000” (Spy agency) names only a least; "
        "“14,000” (b, no source named) is approximate"
    )


def test_a_most_is_told_as_such() -> None:
    reason = only_by_wording([sent("a", "10,000", "Army"), sent("b", "15,000", "MPs", low=None)])
    assert reason is not None
    assert reason.detail.endswith("“15,000” (MPs) names only a most")


@pytest.mark.parametrize(
    "slots", [{}, {"high": None}, {"about": True}], ids=["as it stands", "at least", "approximate"]
)
def test_one_number_however_worded_is_the_same_number(slots: dict[str, Any]) -> None:
    assert only_by_wording([sent("a", "600", "Army"), sent("b", "600", "MPs", **slots)]) is None


def test_stated_ranges_and_other_units_are_not_judged_by_wording() -> None:
    assert only_by_wording([sent("a", "10", "Army", high=20.0), sent("b", "15", "MPs")]) is None
    assert only_by_wording([sent("a", "10", "Army"), sent("b", "14", "MPs", unit="mile", about=True)]) is None
    assert only_by_wording([]) is None
