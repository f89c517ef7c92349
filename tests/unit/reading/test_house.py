"""What a site says of itself at the foot of a page, and what an article says that sounds like it."""

import pytest

from twosource.reading.house import is_house
from twosource.reading.lines import lines_of


@pytest.mark.parametrize(
    "line",
    [
        "Volna Post is not affiliated with any political party.",
        "Volna Post is delivered free. Donate paper, not flowers.",
        "The Post is a member of the Independent Press Standards Organisation.",
        "VOLNAPOST is published by Ister Media Ltd, 12 Mill Lane.",
        "This website is not responsible for the content of other sites.",
        "Our channel does not host any of these videos.",
    ],
)
def test_a_site_speaks_of_itself(line: str) -> None:
    assert is_house(lines_of(line)[0], "The Volna Post")


@pytest.mark.parametrize(
    "line",
    [
        "The Volna Post counted 41 names.",
        "The company is not affiliated with the state, he said.",
        "The site is not safe, an engineer wrote, according to the court.",
        "It is published by the ministry every month.",
        "The dam is part of the Ister works.",
    ],
)
def test_an_article_speaks_of_others(line: str) -> None:
    assert not is_house(lines_of(line)[0], "The Volna Post")
