"""In: bylines as outlets print them. Out: the reporters they name."""

import pytest

from twosource.text.bylines import reporters


@pytest.mark.parametrize(
    ("byline", "named"),
    [
        ("By Ada Reem", "Ada Reem"),
        ("BY: Ada Reem", "Ada Reem"),
        ("By Ada Reem, Kilat", "Ada Reem"),
        ("By Ada Reem in Kilat", "Ada Reem"),
        ("By Ada Reem | Thursday 2 October 2025", "Ada Reem"),
        ("Words by Tomás van der Iriarte", "Tomás van der Iriarte"),
        ("By Ada Reem and Josef Ould", "Ada Reem and Josef Ould"),
        ("By Oskar Hale, security editor", "Oskar Hale"),
        ("By Noor Arce (translated from the Spanish)", "Noor Arce"),
        ("From our correspondent Ilke Brandt, Kilat", "Ilke Brandt"),
        ("Ada Reem", "Ada Reem"),
        ("By our city staff", ""),
        ("From our correspondent in the eastern suburbs", ""),
        ("By Admin, Tuesday", ""),
    ],
)
def test_a_byline_names_its_reporters_and_nothing_else(byline: str, named: str) -> None:
    assert reporters(byline) == named
