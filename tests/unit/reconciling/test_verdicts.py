import time
from typing import Any

import pytest
from msgspec import structs
from told import figure, story, verdict

from twosource.reconciling.origins import Counted
from twosource.reconciling.readings import Reading, readings_of, with_event_days
from twosource.reconciling.verdicts import judge
from twosource.records import Agree, Claim, Conflict, Day, Figure, Report, Updated

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


def test_a_number_without_a_source_that_a_sourced_one_meets_widens_no_conflict() -> None:
    slots = {"measure": "attended"}
    dozens = figure("c", "dozens", BLAST.format("dozens", "reports"), low=24.0, high=99.0, **slots)
    claim = _one(_said("a", "31", "Mayor", **slots), _said("b", "53", "Union", **slots), dozens)
    assert (verdict(claim), claim.low, claim.high) == ("Conflict", 31, 53)


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


def test_what_a_source_left_behind_is_left_behind_by_who_passed_it_on() -> None:
    slots: dict[str, Any] = {"measure": "offered", "unit": "EUR", "noun": None}
    passed_on = figure("a", "500", "Each family is offered 500 euros, Widow Horn said.", chain=["Widow Horn"], **slots)
    first = figure("b", "500", "Each family is offered 500 euros, Mill Company said.", chain=["Mill Company"], **slots)
    later = figure("c", "900", "Each family is offered 900 euros, Mill Company said.", chain=["Mill Company"], **slots)
    claim = _one(passed_on, first, later)
    assert (verdict(claim), claim.low, claim.high, claim.independent) == ("Updated", 900, 900, 2)


def test_counts_of_told_days_overtake_one_another_whoever_counts() -> None:
    slots = {"measure": "affected", "unit": "town", "noun": "town"}
    one = figure("a", "14", "The fumes have reached 14 towns, Clinic Nord said.", chain=["Clinic Nord"], **slots)
    more = figure("c", "29", "The fumes have reached 29 towns, Health Office said.", chain=["Health Office"], **slots)
    dated = [structs.replace(one, as_of="2024-05-01"), structs.replace(more, as_of="2024-05-03")]
    assert verdict(_one(*dated)) == "Updated"
    assert verdict(_one(one, more)) == "Conflict"


def test_a_rescue_is_settled_so_a_later_higher_count_of_another_is_a_conflict() -> None:
    slots = {"measure": "rescued"}
    assert verdict(_one(_said("a", "31", "Mayor", **slots), _said("c", "34", "Union", **slots))) == "Conflict"


def test_a_withdrawn_number_was_no_rival_count() -> None:
    wrong = _said("a", "44", "Mayor")
    note = figure(
        "b", "44", "Correction: the blast at the mill killed 34 people, not 44.", stance="denied", corrected=True
    )
    right = figure("b", "34", "Correction: the blast at the mill killed 34 people, not 44.")
    assert verdict(_one(wrong, note, right, _said("b", "31", "Union"), _said("c", "36", "Clinic"))) == "Updated"


def test_days_that_something_goes_on_for_are_updated_by_the_calendar() -> None:
    slots: dict[str, Any] = {"measure": "duration", "unit": "day", "noun": None}
    one = figure("a", "74", "The siege of the mill town has lasted 74 days.", **slots)
    other = figure("c", "76", "The siege of the mill town has lasted 76 days, Mayor said.", chain=["Mayor"], **slots)
    assert verdict(_one(one, other)) == "Updated"


def test_a_doubted_reading_that_none_stands_against_brings_no_origin() -> None:
    claim = _one(_said("a", "31", "Bystander Ulm", stance="doubted"), _said("b", "0", "Mayor"))
    assert (verdict(claim), claim.independent) == ("Denied", 1)


def test_a_number_that_another_denies_and_replaces_is_a_conflict() -> None:
    sentence = "The blast at the mill killed 12 people and not 31, Mayor said."
    denial = figure("b", "31", sentence, chain=["Mayor"], stance="denied")
    claim = _one(_said("a", "31", "Union"), denial, figure("b", "12", sentence, chain=["Mayor"]))
    assert (verdict(claim), claim.independent) == ("Conflict", 2)


def test_ranges_in_a_coin_of_no_known_rate_are_judged_all_the_same() -> None:
    slots: dict[str, Any] = {"measure": "cost", "noun": None, "low": 3e6, "high": 4e6}
    sentence = "The works cost between 3 to 4 million."
    figures = [figure(report, "3 to 4", sentence, unit=unit, **slots) for report, unit in (("a", "QAR"), ("b", "KWD"))]
    readings = [Reading(figure=one, source=one.span.report, copied=False, published=None) for one in figures]
    judged = judge(readings, Counted(origins=(), of={}, independent=0, at_most=2))
    assert isinstance(judged.verdict, Agree | Conflict)


@pytest.mark.parametrize(
    ("words", "rule", "told"),
    [
        ("The mayor said 41 and withdrew his earlier figure of 52.", "withdrawn", "since taken back"),
        ("The toll rose to 41 from 52, the mayor said.", "told-as-past", "told as what was so before"),
    ],
)
def test_why_a_number_no_longer_stands_is_told(words: str, rule: str, told: str) -> None:
    old = figure("a", "52", words, chain=["mayor"])
    new = figure("a", "41", words, chain=["mayor"])
    (claim,) = story([old, new], DAYS).claims
    assert isinstance(claim.verdict, Updated)
    (reason,) = claim.verdict.reasons
    assert reason.rule == rule
    assert told in reason.detail


def test_a_thousand_dated_reports_are_judged_in_seconds() -> None:
    days = {f"r{number:03}": f"2024-05-{1 + number % 28:02}" for number in range(1000)}
    figures = [
        figure(report, str(30 + number % 40), f"The blast at the mill killed {30 + number % 40} people.")
        for number, report in enumerate(days)
    ]
    begun = time.perf_counter()
    story(figures, days)
    assert time.perf_counter() - begun < 5


def test_an_unnamed_person_on_the_spot_takes_no_bodys_count_further() -> None:
    one = _said("a", "11", "Civil Protection")
    other = figure(
        "c", "58", "The blast at the mill killed 58 people, a nurse said.", chain=["a nurse"], kind="unnamed"
    )
    assert verdict(_one(one, other)) == "Conflict"


def test_a_report_that_sets_two_counts_side_by_side_calls_neither_the_older() -> None:
    one = figure("c", "31", "The blast at the mill killed 31 people, Mayor said.", chain=["Mayor"], as_of="2024-05-01")
    other = figure("c", "34", "For the Union the blast killed 34 people.", chain=["Union"], as_of="2024-05-03")
    assert verdict(_one(one, other)) == "Conflict"


def test_the_day_of_what_happened_is_not_the_day_of_a_count() -> None:
    one = _said("a", "31", "Mayor", as_of="2024-05-01")
    assert verdict(_one(one, _said("c", "34", "Union", as_of="2024-05-01"))) == "Updated"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Damage at the mill is 140 crowns, the Ministry said, over the governor's first estimate of 90.", "Conflict"),
        ("Damage at the mill is 140 crowns, the Ministry said, up from the 90 of the governor.", "Updated"),
    ],
)
def test_who_is_not_told_to_have_changed_their_mind_stands_by_an_earlier_count(words: str, name: str) -> None:
    slots: dict[str, Any] = {"measure": "damage", "unit": "SEK", "noun": None}
    first = figure("a", "90", "The governor put the damage at the mill at 90 crowns.", chain=["governor"], **slots)
    new = figure("c", "140", words, chain=["Ministry"], **slots)
    old = figure("c", "90", words, chain=["governor"], **slots)
    assert verdict(_one(first, new, old)) == name


def test_things_told_beside_a_toll_go_on_with_it() -> None:
    words = "The virus made {} people ill in {} states, the {} said."
    slots: dict[str, Any] = {"unit": "state", "noun": "state", "measure": "number"}
    figures = []
    for report, ill, states, who in (("a", "31", "2", "Agency"), ("c", "74", "3", "Institute")):
        sentence = words.format(ill, states, who)
        figures.append(figure(report, ill, sentence, chain=[who], measure="infected"))
        figures.append(figure(report, f"in {states}", sentence, chain=[who], **slots))
    claim = next(claim for claim in story(figures, DAYS).claims if claim.unit == "state")
    assert verdict(claim) == "Updated"


def test_a_day_before_all_reports_is_no_day_of_a_count() -> None:
    late = figure("d", "60", BLAST.format("60", "Mayor"), chain=["Mayor"], as_of="2024-04-20")
    days = {name: Report(id=name, text="", published=Day(value=day, how="given")) for name, day in DAYS.items()}
    readings = readings_of([_said("a", "31", "Mayor"), _said("b", "31", "Union"), late], days, {})
    assert [reading.moment is None for reading in with_event_days(readings)] == [False, False, True]


def test_of_the_missing_a_later_lower_count_has_gone_on_whoever_counts() -> None:
    slots = {"measure": "missing"}
    assert verdict(_one(_said("a", "60", "Ministry", **slots), _said("c", "4", "Inquiry", **slots))) == "Updated"
    assert verdict(_one(_said("a", "4", "Ministry", **slots), _said("c", "60", "Inquiry", **slots))) == "Conflict"


def test_what_is_found_destroyed_is_each_bodys_own_count() -> None:
    slots: dict[str, Any] = {"measure": "destroyed", "unit": "house", "noun": "house"}
    words = "The blast at the mill destroyed {} houses, {} said."
    figures = [
        figure(report, number, words.format(number, who), chain=[who], **slots)
        for report, number, who in (("a", "180", "Fire Service"), ("c", "243", "Relief Office"))
    ]
    assert verdict(_one(*figures)) == "Conflict"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "Relief workers had stopped counting at 31, and the blast at the mill killed 34 people, Union said.",
            "Updated",
        ),
        ("Relief workers count 31, and the blast at the mill killed 34 people, Union said.", "Conflict"),
    ],
)
def test_a_count_that_had_been_given_before_is_not_set_beside_the_new_one(words: str, name: str) -> None:
    slots: dict[str, Any] = {"chain": ["Relief Office"], "as_of": "2024-05-01"}
    old = figure("c", "31", words, **slots)
    new = figure("c", "34", words, chain=["Union"], as_of="2024-05-03")
    assert verdict(_one(_said("a", "31", "Relief Office"), old, new)) == name


def test_what_is_told_as_past_stands_where_nothing_came_after() -> None:
    slots: dict[str, Any] = {"measure": "vote share", "unit": "%", "noun": None}
    one = figure(
        "a", "90", "Nearly 90 of the mill hands voted for it, Union said.", chain=["Union"], about=True, **slots
    )
    told = figure("c", "88", "It had been 88 of the mill hands for it in May.", **slots)
    assert verdict(_one(one, told)) == "Agree"


@pytest.mark.parametrize(("limit", "count"), [("20000", 1), ("9000", 2)])
def test_a_doubted_limit_far_above_the_count_brings_no_origin(limit: str, count: int) -> None:
    slots: dict[str, Any] = {"measure": "attended"}
    doubted = _said("c", limit, "Bystander Ulm", low=None, stance="doubted", **slots)
    assert _one(_said("a", "8100", "Mayor", **slots), doubted).independent == count
