from typing import Any

import pytest
from msgspec import structs
from told import figure, story

from twosource.reconciling.circle import Circle
from twosource.reconciling.identities import Bodies
from twosource.reconciling.joint import parts
from twosource.reconciling.origins import origins
from twosource.reconciling.readings import readings_of
from twosource.reconciling.rulings import pair, rulings
from twosource.reconciling.sources import Names, nobody
from twosource.records import Claim, CutEdge, Figure, Link, Mentions, Name, Report

BLAST = "The blast at the mill killed 31 people, {} said."


def _one(*figures: Figure, copies: dict[str, str] | None = None) -> Claim:
    claims = story(figures, dict.fromkeys("abcd", "2024-05-01"), copies).claims
    assert len(claims) == 1
    return claims[0]


def _said(report: str, *chain: str, **slots: Any) -> Figure:  # noqa: ANN401 - slots of several types
    return figure(report, "31", BLAST.format(" and ".join(chain) or "nobody"), chain=chain, **slots)


def test_two_bodies_are_two_origins() -> None:
    assert _one(_said("a", "Mill Union"), _said("b", "Health Ministry")).independent == 2


def test_an_agency_that_quotes_a_ministry_is_no_origin() -> None:
    assert _one(_said("a", "Sora News Agency", "Health Ministry"), _said("b", "Health Ministry")).independent == 1


def test_an_outlet_is_followed_to_its_own_source() -> None:
    claim = _one(_said("a", "Health Ministry"), _said("b", "Outlet a"))
    assert claim.independent == 1
    assert {edge.why for edge in claim.origins[0].edges} >= {"named"}


def test_an_unnamed_person_whom_an_outlet_is_cited_for_is_the_one_that_its_own_report_names() -> None:
    named = structs.replace(_said("a"), chain=(Link(name="Ana Sole", kind="person"),))
    unnamed = (Link(name="Outlet a", kind="outlet"), Link(name="a local nurse", kind="unnamed"))
    cited = structs.replace(_said("b"), chain=unnamed)
    elsewhere = structs.replace(_said("c"), chain=unnamed[1:])
    assert _one(named, cited).independent == 1
    assert _one(named, elsewhere).independent == 2


def test_a_reporter_told_by_the_outlet_alone_is_the_one_that_its_own_report_names() -> None:
    named = structs.replace(_said("a"), chain=(Link(name="Ana Sole", kind="person"),))
    for told in ("reporter of Outlet a", "Outlet a reporter"):
        cited = structs.replace(_said("b"), chain=(Link(name=told, kind="unnamed"),))
        assert _one(named, cited).independent == 1
    other = structs.replace(_said("b"), chain=(Link(name="reporter of the Harrow Gazette", kind="unnamed"),))
    assert _one(named, other).independent == 2


def test_a_ministry_is_followed_to_whom_its_minister_cites() -> None:
    minister = structs.replace(
        _said("a"), chain=(Link(name="Ana Sole", kind="person"), Link(name="Mill Rescue Service", kind="body"))
    )
    sole = Name(name="Ana Sole", kind="person", role="energy minister", spans=(minister.span,))
    ministry = _said("b", "energy ministry")
    bodies = Bodies([Report(id="a", text=""), Report(id="b", text="")], [Mentions(report="a", names=(sole,))])
    circle = Circle(bodies=Names(bodies), outlets={})
    told = readings_of([minister, ministry], {}, {})
    assert origins(told, circle).independent == 1
    assert origins(told[1:], circle).origins[0].names == ("energy ministry",)


def test_who_passes_on_the_counts_of_a_body_has_passed_on_one_that_the_body_gives() -> None:
    toll = "The blast at the mill killed {} people, {} said."
    passed = figure("a", "31", toll.format("31", "the Relief Office"), chain=["Relief Office", "Health Ministry"])
    own = figure("b", "40", toll.format("40", "the Health Ministry"), chain=["Health Ministry"])
    short = figure("c", "40", toll.format("40", "the Relief Office"), chain=["Relief Office"])
    assert _one(passed, own, short).independent == 1
    other = figure("c", "44", toll.format("44", "the Relief Office"), chain=["Relief Office"])
    assert _one(passed, own, other).independent == 2


def test_readings_without_a_known_origin_only_raise_the_upper_bound() -> None:
    told = figure("b", "31", "At the mill the blast has killed 31 people.")
    again = figure("c", "31", "Neighbours of the mill mourn 31 people killed in its blast.")
    claim = _one(_said("a", "Health Ministry"), told, again)
    assert (claim.independent, claim.at_most, claim.edges) == (1, 3, ())


def test_reports_of_unknown_origin_that_share_their_wording_are_one_voice() -> None:
    words = "Rescuers at the mill worked through the night after the blast killed {} people."
    told, again = (
        figure(name, "31", f"{words.format(31)} {end}") for name, end in (("b", "So it is."), ("c", "Alas."))
    )
    claim = _one(_said("a", "Health Ministry"), told, again)
    assert (claim.independent, claim.at_most) == (1, 2)
    assert [(edge.a, edge.b, edge.why) for edge in claim.edges] == [("b", "c", "shared text")]


def test_a_report_that_shares_its_wording_with_a_sourced_one_adds_nobody() -> None:
    claim = _one(_said("a", "Health Ministry"), _said("b"))
    assert (claim.independent, claim.at_most) == (1, 1)
    assert [edge.why for edge in claim.edges] == ["shared text"]


def test_reports_of_unknown_origin_that_credit_one_agency_are_one_voice_unless_a_person_cuts_the_edge() -> None:
    figures = [
        figure("a", "31", "At the mill the blast has killed 31 people."),
        figure("b", "31", "Neighbours of the mill mourn 31 people killed in its blast."),
    ]
    readings = readings_of(figures, {}, {})
    circle = Circle(bodies=Names(Bodies([], [])), outlets={}, credits={"a": "Sora Wire", "b": "Sora Wire"})
    counted = origins(readings, circle)
    assert (counted.at_most, [edge.why for edge in counted.shared]) == (1, ["same credit"])
    assert origins(readings, structs.replace(circle, ruled=rulings([CutEdge(edge=counted.shared[0].id)]))).at_most == 2


def test_a_copy_adds_nobody() -> None:
    claim = _one(_said("a"), _said("b"), copies={"b": "a"})
    assert (claim.independent, claim.at_most) == (0, 1)


def test_a_copy_adds_no_source_that_the_report_it_copies_does_not_name() -> None:
    assert _one(_said("a"), _said("b", "Mill Union"), copies={"b": "a"}).independent == 0
    two = _one(_said("a", "Health Ministry"), _said("b", "Mill Union"), copies={"b": "a"})
    assert [one.names for one in two.origins] == [("Health Ministry",)]


def test_a_copy_keeps_its_edge() -> None:
    (origin,) = _one(_said("a", "Health Ministry"), _said("b", "Health Ministry"), copies={"b": "a"}).origins
    assert [(edge.a, edge.b, edge.why) for edge in origin.edges] == [("b", "a", "copy")]


def test_a_cut_edge_is_counted_no_more_and_joined_names_are_one() -> None:
    figures = [_said("a", "Health Ministry"), _said("b", "Outlet a")]
    readings = readings_of(figures, {}, {})
    bodies = Names(Bodies([], []))
    circle = Circle(bodies=bodies, outlets={"a": "Outlet a"})
    counted = origins(readings, circle)
    (edge,) = counted.origins[0].edges
    severed = structs.replace(circle, ruled=rulings([CutEdge(edge=edge.id)]))
    cut = origins(readings, severed)
    assert (counted.independent, cut.independent) == (1, 2)
    joined = structs.replace(severed, joined=frozenset({pair("Health Ministry", "Outlet a")}))
    assert origins(readings, joined).independent == 1


@pytest.mark.parametrize(
    ("name", "kind", "plural", "is_nobody"),
    [
        ("officials", "unnamed", True, True),
        ("residents of Mill Street", "unnamed", True, True),
        ("a person familiar with the matter", "unnamed", False, True),
        ("security source", "unnamed", False, True),
        ("a doctor at the hospital", "unnamed", False, False),
        ("the police", "unnamed", True, False),
        ("organisers", "unnamed", True, False),
        ("first statements of survivors", "document", False, True),
        ("Analysts at Bank Sole", "unnamed", True, False),
        ("Ana Sole", "person", False, False),
    ],
)
def test_nobody_in_particular_is_no_origin(name: str, kind: str, *, plural: bool, is_nobody: bool) -> None:
    assert nobody(Link(name=name, kind=kind, plural=plural)) is is_nobody  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "bodies"),
    [
        ("French and British intelligence agencies", ("French intelligence agencies", "British intelligence agencies")),
        ("agencies in France and Britain", ("agencies in France", "agencies in Britain")),
        ("Red Cross and Sea Watch", ("Red Cross", "Sea Watch")),
        ("Ministry of Health and Labour", ("Ministry of Health and Labour",)),
        ("police", ("police",)),
    ],
)
def test_a_joint_attribution_names_several(name: str, bodies: tuple[str, ...]) -> None:
    assert parts(name) == bodies


def test_a_paper_named_by_its_kind_is_its_owners() -> None:
    claim = _one(_said("a", "Mill Union"), _said("b", "Mill Union", "sales system"))
    assert claim.independent == 1
    assert {edge.why for edge in claim.origins[0].edges} >= {"organ of"}


def test_a_body_named_by_its_role_is_the_one_that_gives_its_number_in_another_report() -> None:
    assert _one(_said("a", "Mill Bloc"), _said("b", "organisers")).independent == 1
    assert _one(_said("a", "Mill Bloc"), _said("b", "police")).independent == 2


def test_a_name_that_the_story_knows_whole_is_no_joint_attribution() -> None:
    readings = readings_of([_said("a", "Food and Drug Office")], {}, {})
    circle = Circle(bodies=Names(Bodies([], [])), outlets={}, known=frozenset({"food and drug office"}))
    assert origins(readings, circle).independent == 1


def test_a_denier_is_no_root_of_what_an_outlet_passes_on() -> None:
    claim = _one(_said("a", "Outlet b"), _said("c", "Health Ministry", stance="denied"))
    assert [origin.names for origin in claim.origins] == [("Outlet b",)]


@pytest.mark.parametrize(
    ("name", "is_nobody"),
    [
        ("lawyers for Kesh Mills", False),
        ("the company's lawyers", False),
        ("Free Press League lawyers", False),
        ("European Union engineers", False),
        ("engineers", True),
        ("Western analysts", True),
        ("Russian economists", True),
        ("military analysts", True),
        ("Kesh Mills workers", True),
        ("ministry officials", True),
        ("scores", True),
        ("one", True),
    ],
)
def test_staff_who_speak_by_their_work_are_the_body_that_is_named_with_them(name: str, *, is_nobody: bool) -> None:
    assert nobody(Link(name=name, kind="unnamed", plural=True)) is is_nobody


def _counted(*said: tuple[str, str, str, str]) -> int:
    figures = [
        figure(report, value, f"The blast at the mill killed {value} people, {who} said.", chain=[who])
        for report, _, value, who in said
    ]
    (claim,) = story(figures, {report: day for report, day, _, _ in said}).claims
    return claim.independent


def test_bodies_of_one_government_are_one_while_they_pass_on_one_count_from_day_to_day() -> None:
    first = ("a", "2024-05-01", "31", "police")
    assert _counted(first, ("b", "2024-05-02", "40", "interior ministry")) == 1
    assert _counted(first, ("b", "2024-05-01", "31", "interior ministry")) == 1
    assert _counted(first, ("b", "2024-05-01", "40", "interior ministry")) == 2
    assert _counted(first, ("b", "2024-05-02", "25", "interior ministry")) == 2
    assert _counted(first, ("b", "2024-05-02", "40", "mayor's office")) == 2


def test_a_company_named_by_its_role_is_the_one_that_gives_its_number_by_name() -> None:
    assert _one(_said("a", "Kesh Air"), _said("b", "airline")).independent == 1
    assert _one(_said("a", "Kesh Mills"), _said("b", "company's lawyer")).independent == 1
    assert _one(_said("a", "Sea Watch"), _said("b", "company")).independent == 2


@pytest.mark.parametrize(
    ("name", "kind", "plural"),
    [("WHO", "body", False), ("Doctors Without Borders", "unnamed", True), ("BBC reporter", "outlet", False)],
)
def test_a_known_body_and_a_reporter_who_counted_are_origins(name: str, kind: str, *, plural: bool) -> None:
    figure_by = structs.replace(_said("a", name), chain=(Link(name=name, kind=kind, plural=plural),))  # type: ignore[arg-type]
    assert _one(figure_by, _said("b", "Mill Union")).independent == 2


def test_bodies_of_two_peoples_are_not_of_one_government() -> None:
    assert _one(_said("a", "Gaza health ministry"), _said("b", "Israeli military")).independent == 2
    assert _one(_said("a", "Houthi-run health ministry"), _said("b", "Yemeni government")).independent == 2
    assert _one(_said("a", "Karsovan army"), _said("b", "government")).independent == 1


def test_an_operator_told_by_its_trade_is_the_one_with_the_trade_in_its_name() -> None:
    assert _one(_said("a", "TransRail"), _said("b", "rail operator")).independent == 1
    assert _one(_said("a", "TransRail"), _said("b", "ferry operator")).independent == 2


def test_a_paper_that_a_body_cites_against_its_own_number_is_another_origin() -> None:
    own = figure("a", "28", "The blast at the mill killed 28 people, the inspectorate said.", chain=["Inspectorate"])
    cited = figure("b", "31", "The blast at the mill killed 31 people, log said.", chain=["Inspectorate", "log"])
    circle = Circle(bodies=Names(Bodies([], [])), outlets={})
    assert origins(readings_of([own, cited], {}, {}), circle).independent == 2
    same = figure("b", "28", "The blast at the mill killed 28 people, log said.", chain=["Inspectorate", "log"])
    assert origins(readings_of([own, same], {}, {}), circle).independent == 1


def test_an_officer_told_by_rank_and_force_who_gives_the_number_of_the_force_speaks_for_it() -> None:
    assert _one(_said("a", "police inspector"), _said("b", "police")).independent == 1
    assert _one(_said("a", "police inspector"), _said("b", "coast guard")).independent == 2


def test_a_ministry_does_not_count_on_what_another_counted() -> None:
    toll = "The blast at the mill killed {} people, {} said."
    first = figure("a", "31", toll.format("31", "the Transport Ministry"), chain=["Transport Ministry"])
    later = figure("b", "34", toll.format("34", "the Health Ministry"), chain=["Health Ministry"])
    days = {"a": "2024-05-01", "b": "2024-05-02"}
    assert story([first, later], days, None).claims[0].independent == 2
    assert _one(_said("a", "Transport Ministry"), _said("b", "Health Ministry")).independent == 1


def test_somebody_who_works_at_a_body_is_not_that_body() -> None:
    assert _one(_said("a", "an officer of the gendarmerie"), _said("b", "gendarmerie")).independent == 2


@pytest.mark.parametrize(
    ("name", "kind", "is_nobody"),
    [
        ("rights groups", "body", True),
        ("local hospitals", "body", True),
        ("UN agencies", "body", False),
        ("emergency services", "body", False),
        ("court documents", "document", False),
        ("leaked documents", "document", True),
        ("media reports", "document", True),
        ("UN figures", "document", False),
        ("Interior Ministry figures", "document", False),
        ("official figures", "document", True),
    ],
)
def test_several_bodies_or_papers_are_somebody_where_it_is_told_whose_they_are(
    name: str, kind: str, *, is_nobody: bool
) -> None:
    assert nobody(Link(name=name, kind=kind, plural=True)) is is_nobody  # type: ignore[arg-type]


def test_the_press_at_large_is_no_origin_and_is_followed_like_an_outlet() -> None:
    assert _one(_said("a", "local media", kind="outlet")).independent == 0
    claim = _one(_said("a", "local media", kind="outlet"), _said("b", "Mill Union"))
    assert [one.names for one in claim.origins] == [("Mill Union",)]


def test_a_least_number_is_not_followed_to_another_least_number() -> None:
    most = figure("a", "more than 300", "At the mill more than 300 people were killed, the Post said.", chain=["Post"],
                  kind="outlet", high=None)  # fmt: skip
    least = figure("b", "at least 66", "At the mill at least 66 people were killed, the union said.",
                   chain=["Mill Union"], high=None)  # fmt: skip
    circle = Circle(bodies=Names(Bodies([], [])), outlets={})
    assert origins(readings_of([most, least], {}, {}), circle).independent == 2


@pytest.mark.parametrize(
    ("name", "is_nobody"),
    [
        ("112 of them", True),
        ("joint list", True),
        ("turnout", True),
        ("ceremony", True),
        ("civil protection", False),
        ("garment workers' union", False),
        ("voyage data recorder", False),
        ("manifest", False),
        ("railwayman", False),
        ("town", False),
        ("Numera", False),
    ],
)
def test_a_plain_word_taken_for_a_body_is_one_only_if_it_can_be(name: str, *, is_nobody: bool) -> None:
    assert nobody(Link(name=name, kind="body")) is is_nobody


def test_who_passes_on_a_letter_in_one_report_passes_it_on_in_all() -> None:
    words = "The mill will cut 450 jobs, the {} said."
    slots: dict[str, Any] = {"measure": "laid off", "noun": "job"}
    one = figure("a", "450", words.format("union, citing a letter from Kesh Mills,"), **slots)
    links = (Link(name="Weavers' Union", kind="body"), Link(name="letter from Kesh Mills", kind="document"))
    one = structs.replace(one, chain=links)
    other = figure("b", "450", words.format("union"), chain=["Weavers' Union"], **slots)
    claim = story([one, other]).claims[0]
    assert [origin.names for origin in claim.origins] == [("letter from Kesh Mills",)]
    assert "named" in {edge.why for edge in claim.origins[0].edges}


def test_bodies_of_one_government_are_several_where_a_report_sets_their_numbers_against_each_other() -> None:
    toll = "The blast at the mill killed {} people, {} said."
    days = {"a": "2024-05-01", "b": "2024-05-02", "c": "2024-05-03"}
    police = figure("a", "12", toll.format("12", "the police"), chain=["police"])
    cabinet = figure("b", "25", toll.format("25", "the government"), chain=["government"])
    both = "The government says the blast at the mill killed 25 people; in the interior ministry they count 19 killed."
    side = [figure("c", "25", both, chain=["government"]), figure("c", "19", both, chain=["interior ministry"])]
    assert [claim.independent for claim in story([police, cabinet], days).claims] == [1]
    assert [claim.independent for claim in story([police, cabinet, *side], days).claims] == [2]
