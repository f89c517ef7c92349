"""Where a source's turn ends."""

import pytest
from spoken import Parse, chains

_BEFORE = "The hall held 900 people, the police said. "


@pytest.mark.parametrize(
    ("text", "figure", "chain"),
    [
        pytest.param("Some 30 were hurt.", "30", ["police"], id="it goes on"),
        pytest.param("Order a new badge; it costs 12 euros.", "12 euros", [], id="a command to the reader"),
        pytest.param("The 5,000 euros a family was paid out in May.", "5,000 euros", [], id="a number known before"),
        pytest.param("Two managers have been charged.", "Two", [], id="a deed of the courts"),
        pytest.param("The toll had gone from 50 to 80 by noon.", "80", [], id="how a number moved"),
        pytest.param("A trainee earns 28,000 euros.", "28,000 euros", [], id="what is always so"),
        pytest.param("This corresponds to 12 percent of the town.", "12 percent", [], id="a reckoning"),
        pytest.param("The wounded are another matter: there were 23.", "23", [], id="another matter"),
    ],
)
def test_a_source_speaks_on_until_its_turn_ends(parse: Parse, text: str, figure: str, chain: list[str]) -> None:
    assert next(got for words, got in chains(parse, _BEFORE + text).items() if words.endswith(figure)) == chain
