from typing import Any

import pytest
from told import figure, story, verdict

from twosource.records import Claim, Figure

BLAST = "The blast at the mill killed {} people, {} said."
DAYS = {"a": "2024-05-01", "b": "2024-05-02", "c": "2024-05-03"}


def _one(*figures: Figure) -> Claim:
    claims = story(figures, DAYS).claims
    assert len(claims) == 1
    return claims[0]


def _said(report: str, number: str, who: str, **slots: Any) -> Figure:  # noqa: ANN401 - slots of several types
    chain = [who] if who else []
    return figure(report, number, BLAST.format(number, who or "reports"), chain=chain, **slots)


def test_one_report_is_single() -> None:
    claim = _one(_said("a", "31", "Mayor"))
    assert (verdict(claim), claim.low, claim.high, claim.unit) == ("Single", 31, 31, "person")


def test_one_number_that_satisfies_two_reports_is_agreement() -> None:
    claim = _one(_said("a", "600", "Mayor", high=None), _said("b", "600", "Union", about=True))
    assert (verdict(claim), claim.low, claim.high) == ("Agree", 600, 600)


@pytest.mark.parametrize(("number", "name"), [("650", "Agree"), ("700", "Conflict")])
def test_about_reaches_ten_percent_either_way(number: str, name: str) -> None:
    slots = {"measure": "attended"}
    assert verdict(_one(_said("a", "600", "Mayor", about=True, **slots), _said("b", number, "Union", **slots))) == name


def test_a_later_count_of_the_same_source_supersedes() -> None:
    claim = _one(_said("a", "31", "Mayor"), _said("b", "34", "Mayor"))
    assert (verdict(claim), claim.low, claim.high) == ("Updated", 34, 34)
    assert len(claim.superseded) == 1


def test_two_sources_of_one_day_that_differ_are_a_conflict() -> None:
    claim = _one(
        _said("b", "31", "Mayor"),
        figure("b", "48", "But the blast at the mill killed 48 people, Union said.", chain=["Union"]),
    )
    assert (verdict(claim), claim.low, claim.high) == ("Conflict", 31, 48)


def test_a_toll_that_nobody_stands_by_gives_way_to_a_later_higher_one() -> None:
    assert verdict(_one(_said("a", "31", "Mayor"), _said("c", "34", "Union"))) == "Updated"


def test_a_denial_alone_against_the_number_is_denied() -> None:
    claim = _one(_said("a", "31", "Union"), _said("b", "31", "Mayor", stance="denied"))
    assert verdict(claim) == "Denied"
    assert claim.independent == 1


def test_none_against_a_number_is_denied_and_both_are_origins() -> None:
    claim = _one(_said("a", "31", "Union"), _said("b", "0", "Mayor"))
    assert (verdict(claim), claim.low, claim.high, claim.independent) == ("Denied", 0, 31, 2)


def test_a_doubted_reading_makes_no_conflict() -> None:
    claim = _one(_said("a", "31", "Mayor"), _said("b", "31", "Union"), _said("c", "90", "Bystander", stance="doubted"))
    assert (verdict(claim), claim.low, claim.high) == ("Agree", 31, 31)


def test_reasons_name_the_readings() -> None:
    (reason, *_) = _one(_said("a", "31", "Mayor"), _said("b", "31", "Union")).verdict.reasons
    assert "Mayor" in reason.detail
    assert {span.words for span in reason.spans} == {"31"}
