"""A paragraph that announces what it counts gives its bare numbers their measure or their unit."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed
from twosource.finding.figures import find_figures

Parse = Callable[..., Parsed]
Row = tuple[str, str, str]


def _rows(parse: Parse, text: str) -> list[Row]:
    return [(figure.span.words, figure.unit, figure.measure) for figure in find_figures(parse(text), ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "About the dead the lists still differ. The register has 38 entries; the firm recognises 36.",
            [("38", "person", "killed"), ("36", "person", "killed")],
        ),
        (
            "About captives he is exact. Three hundred men passed through the silo and 350 went home.",
            [("Three hundred", "person", "captured"), ("350", "person", "returned")],
        ),
        ("As for the wounded, the clinic puts them at 44.", [("44", "person", "injured")]),
        (
            "There is a second count, of those taken away. The colonel raised hers to 74.",
            [("74", "person", "arrested")],
        ),
        (
            "The quarrel over houses is worse. The office has 212. A list of 340 was published.",
            [("212", "house", "number"), ("340", "house", "number")],
        ),
        (
            "Houses are harder to count than hectares. The office settled on 231, of which 96 stood in the town.",
            [("231", "house", "number"), ("96", "house", "number")],
        ),
    ],
)
def test_bare_numbers_count_what_the_paragraph_announced(parse: Parse, text: str, expected: list[Row]) -> None:
    assert _rows(parse, text) == expected


def test_an_announcement_ends_with_its_paragraph(parse: Parse) -> None:
    text = "As for the wounded, the clinic has none left.\n\nThe firm employs 44 people in the town."
    assert ("44", "person", "injured") not in _rows(parse, text)


def test_a_number_with_a_measure_of_its_own_keeps_it(parse: Parse) -> None:
    text = "As for the wounded, the clinic is full. Police arrested 12 men."
    assert _rows(parse, text) == [("12", "person", "arrested")]
