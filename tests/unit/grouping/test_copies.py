import pytest
from news import BACKGROUND, OTHER, OWN, REWRITTEN, WIRE, report, wire

from twosource.grouping import find_copies
from twosource.records import Report


def pairs(*reports: Report) -> set[tuple[str, str]]:
    return {(copy.report, copy.of) for copy in find_copies(reports)}


@pytest.mark.parametrize(
    ("paragraphs", "way"),
    [
        (WIRE, "whole"),
        (WIRE[:3], "cut from its end"),
        (WIRE[:2] + WIRE[4:], "cut inside"),
        (REWRITTEN, "lightly rewritten and cut"),
        (WIRE + OTHER, "with another story after it"),
        (WIRE[:5] + OTHER + OTHER[::-1] + OTHER[:1], "cut, with another story after it"),
    ],
)
def test_a_clients_text_is_a_copy_of_the_agencys(paragraphs: list[str], way: str) -> None:
    client = report("a-client", paragraphs, "Wall of water hits mill town", "The Valley Post", "2024-09-04")
    assert pairs(client, wire()) == {("a-client", "wire")}, way


@pytest.mark.parametrize(
    ("paragraphs", "why"),
    [
        (OWN, "it only quotes the same statement"),
        (OTHER, "it tells another story"),
        ([*OWN, BACKGROUND], "it has the same background"),
    ],
)
def test_what_only_shares_a_quotation_or_a_background_is_no_copy(paragraphs: list[str], why: str) -> None:
    agency = report("wire", [*WIRE, BACKGROUND], "Dam breaks above Tessary", "Osterland Press", "2024-09-03")
    assert pairs(agency, report("own", paragraphs, "The list", "Tessary Herald", "2024-09-04")) == set(), why


def test_a_report_of_one_long_shared_statement_is_no_copy() -> None:
    statement = "“" + " ".join(WIRE).replace("“", "").replace("”", "") + "”"
    one = report("one", [OWN[0], statement], "Minister speaks", "The Valley Post")
    other = report("other", [OTHER[0], statement], "In full", "The Port Mail")
    assert pairs(one, other) == set()


def test_who_is_credited_has_the_original_even_if_dated_later() -> None:
    client = report("a", WIRE, "Wall of water", "The Valley Post", "2024-09-02", "Osterland Press")
    assert pairs(client, wire("2024-09-05")) == {("a", "wire")}


def test_a_credit_by_initials_in_a_line_of_its_own_counts() -> None:
    plain = [WIRE[0].replace(" (Osterland Press)", ""), *WIRE[1:]]
    client = report("a", ["OP", *plain], "Wall of water", "The Valley Post", "2024-09-02")
    (copy,) = find_copies([client, wire("2024-09-05")])
    assert copy.of == "wire"
    assert "it credits OP" in copy.why


def test_without_credits_the_earlier_has_the_original() -> None:
    plain = [WIRE[0].replace(" (Osterland Press)", ""), *WIRE[1:]]
    early = report("z-early", plain, "Dam breaks", "The Port Mail", "2024-09-03")
    late = report("a-late", [*plain, OTHER[1]], "Wall of water", "The Valley Post", "2024-09-04")
    assert pairs(early, late) == {("a-late", "z-early")}


def test_without_credits_and_days_the_more_complete_has_the_original() -> None:
    plain = [WIRE[0].replace(" (Osterland Press)", ""), *WIRE[1:]]
    long = report("z-long", plain, "Dam breaks", "The Port Mail")
    short = report("a-short", plain[:3], "Wall of water", "The Valley Post")
    assert pairs(long, short) == {("a-short", "z-long")}


def test_clients_of_an_agency_that_is_not_there_are_copies_of_the_most_complete() -> None:
    long = report("z-long", WIRE, "Dam breaks", "The Port Mail", "2024-09-04")
    short = report("a-short", WIRE[:4], "Wall of water", "The Valley Post", "2024-09-03")
    shorter = report("b-shorter", WIRE[:3], "Thirty-one dead", "The Hill Star", "2024-09-04")
    assert pairs(long, short, shorter) == {("a-short", "z-long"), ("b-shorter", "z-long")}


def test_a_copy_of_a_copy_points_to_the_original() -> None:
    client = report("client", WIRE[:5], "Wall of water", "The Valley Post", "2024-09-04", "Osterland Press")
    brief = report("brief", WIRE[:3], "Dam: 31 dead", "The Hill Star", "2024-09-05", "The Valley Post")
    assert pairs(brief, client, wire()) == {("client", "wire"), ("brief", "wire")}


def test_a_round_up_does_not_make_its_two_stories_one_family() -> None:
    cup = report("cup", OTHER, "Rovers win the cup", "Cup Wire", "2024-09-03")
    roundup = report("roundup", WIRE + OTHER, "Today in brief", "The Hill Star", "2024-09-04")
    found = pairs(wire(), cup, roundup)
    assert ("cup", "wire") not in found
    assert ("wire", "cup") not in found
    assert {report for report, _ in found} == {"roundup"}


def test_furniture_is_not_compared() -> None:
    menu = "Home News Sport Weather Podcasts Jobs Property Cars Obituaries Letters Crossword Archive Shop " * 20
    one, other = (
        report(name, [menu, *body], title, "The Valley Post")
        for name, body, title in (("one", OWN[:2], "The list"), ("two", OTHER, "The cup"))
    )
    marked = [
        Report(
            id=r.id,
            text=r.text,
            outlet=r.outlet,
            furniture=(r.span(r.text.index(menu), r.text.index(menu) + len(menu)),),
        )
        for r in (one, other)
    ]
    assert pairs(*marked) == set()


def test_every_copy_says_why_in_words() -> None:
    client = report("client", WIRE[:5], "Wall of water", "The Valley Post", "2024-09-04", "Osterland Press")
    (copy,) = find_copies([client, wire()])
    assert copy.share > 0.9
    share = f"{round(100 * copy.share)} % of its words outside quotations"
    assert copy.why == (
        f"{share} stand in Osterland Press too, in runs of three and more",
        "the two open with the same text",
        "it credits Osterland Press",
        "Osterland Press is of 2024-09-03, it of 2024-09-04",
    )


@pytest.mark.parametrize("text", ["", "\n", "a", "no " * 30_000, "\ud800", "“" * 5_000, "(A " * 5_000])
def test_odd_texts_raise_nothing(text: str) -> None:
    assert find_copies([Report(id="odd", text=text), wire()]) == []


def test_the_same_text_twice_is_a_copy_however_short() -> None:
    line = "Trading in shares of Velm Holdings has been halted pending an announcement by the company."
    assert pairs(Report(id="one", text=line), Report(id="two", text=line)) == {("two", "one")}
