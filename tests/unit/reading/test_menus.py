import pytest

from twosource.reading.lines import lines_of
from twosource.reading.menus import is_menu


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("News | Sport | Opinion | Puzzles", True),
        ("Valley Post | E-paper | Markets | Log in", True),
        ("Home › World › Asia", True),
        ("☰ MENU  SHIPPING  CRUISE  JOBS  ABOUT", True),
        ("Share  Tweet  WhatsApp  Print", False),
        ("Print | Send | Report an error", False),
        ("14 comments | Newsletter | Privacy | © Post Media", False),
        ("Listen (1:58)  |  Save for later  |  27 comments", False),
        ("Home / Map / Gear / Forum / Donate", False),
    ],
)
def test_rows_of_links_are_menus(words: str, *, head: bool) -> None:
    assert is_menu(lines_of(words)[0], head=head)


@pytest.mark.parametrize(
    "words",
    [
        "By Ann Roe | The Valley Post | March 3, 2025",
        "Brook Courier · Local · 17.02.2026, 06:40",
        "Killed: 12 | Injured: 40 | Missing: 3",
        "The minister said the road – the only one – was shut, and that help was on its way.",
        "Osterland Press, Tessary",
        "Rovers 2 – United 1",
    ],
)
def test_an_articles_own_lines_are_no_menus(words: str) -> None:
    assert not is_menu(lines_of(words)[0], head=False)
