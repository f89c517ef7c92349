import pytest

from twosource.grouping.credits import credited, same_outlet
from twosource.records import Report


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dam breaks\n\nKORVAL, Sept 3 (OLP) — The gate gave way.", ("OLP",)),
        ("Dam breaks\n\nKORVAL (Osterland Press) -- The gate gave way.", ("Osterland Press",)),
        ("Dam breaks\n\nOLP\n\nThe gate gave way.", ("OLP",)),
        ("Dam breaks\nBy Osterland News Agency\nThe gate gave way.", ("Osterland News Agency",)),
        ("Dam breaks\nThe gate gave way.\n© 2024 Osterland Newswire\n", ("Osterland Newswire",)),
        ("Dam breaks\nBy Jana Mirescu\nThe gate gave way.", ()),
        ("Dam breaks\nNEWS\nThe gate (UN) gave way.", ()),
        ("The gate, an OLP reporter saw, gave way to the water in the night.", ()),
    ],
)
def test_agencies_are_read_from_datelines_and_lines_of_their_own(text: str, names: tuple[str, ...]) -> None:
    assert credited(Report(id="r", text=text)) == names


def test_the_credit_found_when_reading_comes_first() -> None:
    assert credited(Report(id="r", text="Dam breaks\n\nOLP\n", credit="Osterland Press"))[0] == "Osterland Press"


@pytest.mark.parametrize(
    ("name", "outlet", "same"),
    [
        ("Osterland Press", "Osterland Press Agency", True),
        ("OPA", "Osterland Press Agency", True),
        ("OPA", "The Osterland Press Agency", True),
        ("osterland press agency", "Osterland Press", True),
        ("Agência Pública", "Agencia Publica", True),
        ("Press", "Osterland Press", False),
        ("OPA", "Osterland Post", False),
        ("Valley Post", "Osterland Press", False),
        ("OPA", None, False),
        ("", "Osterland Press", False),
    ],
)
def test_a_name_stands_for_an_outlet_by_its_words_or_initials(name: str, outlet: str | None, same: bool) -> None:  # noqa: FBT001 -- a table
    assert same_outlet(name, outlet) is same
