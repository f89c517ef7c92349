import pytest

from twosource.reading.heading import Heading, find_heading
from twosource.reading.lines import lines_of

BODY = "The river rose by two metres in the night and took the old bridge with it, the mayor said on Monday."


def heading(text: str, outlet: str | None = "The Valley Post", outlets: tuple[str, ...] = ()) -> Heading:
    return find_heading(lines_of(text), outlet, frozenset(outlets))


def words(text: str, stretch: tuple[int, int] | None) -> str | None:
    return text[stretch[0] : stretch[1]] if stretch else None


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("River takes bridge", "River takes bridge"),
        ("News | Sport | Opinion\nRiver takes bridge", "River takes bridge"),
        ("VALLEY POST\nRiver takes bridge\nBy Ann Roe", "River takes bridge"),
        ("Valley Post – weekend edition, 3/4 May 2025\n\nRiver takes bridge", "River takes bridge"),
        ("PRO members read this first. Upgrade now!\n\nRiver takes bridge", "River takes bridge"),
        ("River takes bridge\n\nA town asks why nobody closed the road\n\nBy Ann Roe", "River takes bridge"),
        ("River takes bridge\nWorld ▸ Europe", "River takes bridge"),
        ("Your town, your news\n\nMayor: river took old bridge", "Mayor: river took old bridge"),
        ("Video: River takes bridge\n\nBy Ann Roe", "Video: River takes bridge"),
        ("The voice of the coast\n\nMayor: river took old bridge", "Mayor: river took old bridge"),
        ("Refresh for the latest\n\nLIVE: River takes bridge at dawn", "LIVE: River takes bridge at dawn"),
        ("News | Sport | Opinion\nRiver takes bridge\n\nGuest column by Ann Roe", "River takes bridge"),
        ("Weather: 17°, showers\nRiver takes bridge", "River takes bridge"),
        ("", None),
    ],
)
def test_the_headline_is_found_under_what_stands_above_it(top: str, title: str | None) -> None:
    text = f"{top}\n\n{BODY}\n"
    assert words(text, heading(text).title) == title


@pytest.mark.parametrize(
    "byline",
    [
        "By Ann Roe",
        "Words by Ann Roe Bell",
        "Ann Roe",
        "Ann Roe, Lund",
        "Ann Roe in Lund and Bo Li in Malmö",
        "By Admin, Tuesday",
        "posted by river77",
        "From our correspondent in the valley",
    ],
)
def test_the_byline_stands_between_headline_and_text(byline: str) -> None:
    text = f"River takes bridge\n\n{byline}\n\n{BODY}\n"
    found = heading(text)
    assert words(text, found.byline) == byline
    assert found.credit is None


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Osterland Press, Lund", "Osterland Press"),
        ("Osterland News Agency", "Osterland News Agency"),
        ("Harbour Wire", "Harbour Wire"),
        ("OPA", "OPA"),
        ("OPA in Lund", "OPA"),
        ("Selmer, Lund", "Selmer"),
    ],
)
def test_the_agencys_credit_line_is_no_byline(line: str, credit: str) -> None:
    text = f"River takes bridge\n\n{line}\n\n{BODY}\n"
    found = heading(text, outlets=("selmer wire",))
    assert (found.credit, words(text, found.credit_span), found.byline) == (credit, line, None)


@pytest.mark.parametrize(
    ("dateline", "credit"),
    [
        ("LUND, Sweden, March 3 (Osterland Press) -", "Osterland Press"),
        ("LUND, 3 March (OPA) –", "OPA"),
        ("Lund (OPA) —", "OPA"),
        ("LUND –", None),
        ("LUND, Sweden —", None),
        ("LUND, March 3:", None),
        ("Lund, Sweden –", None),
        ("Lund, 3 March.", None),
        ("LUND, 3 March (OPA).", "OPA"),
        ("SAN PEDRO DEL RIO, Chile, Jan. 28 (OPA) —", "OPA"),
    ],
)
def test_the_dateline_opens_the_text_and_may_name_an_agency(dateline: str, credit: str | None) -> None:
    text = f"River takes bridge\n\n{dateline} {BODY}\n"
    found = heading(text)
    assert words(text, found.dateline) == dateline
    assert found.credit == credit


@pytest.mark.parametrize(
    "start", ["Lund – a town of mills –", "On Monday: a flood.", "Silver Street, east bank.", "Why?"]
)
def test_a_text_that_opens_otherwise_has_no_dateline(start: str) -> None:
    text = f"River takes bridge\n\n{start} {BODY.lower()}\n"
    assert heading(text).dateline is None


def test_an_agency_may_be_credited_in_the_last_line() -> None:
    text = f"River takes bridge\n\n{BODY}\n\nSource: OPA\n"
    found = heading(text)
    assert (found.credit, words(text, found.credit_span)) == ("OPA", "OPA")
