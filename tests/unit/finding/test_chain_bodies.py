"""Whom "it", "the company" and "the department" take up."""

import pytest
from spoken import Parse, chains


@pytest.mark.parametrize(
    ("text", "figure", "chain"),
    [
        pytest.param(
            "Ferries will resume on Monday, Norlink announced. Norlink said the pier was safe. "
            "Since the storm 2,300 passengers have been carried by way of Port Hallam, the company said.",
            "2,300",
            ["Norlink"],
            id="a firm that has just spoken, and no name in passing",
        ),
        pytest.param(
            "“We have learnt from it,” said Ana Brill, Chief Operating Officer. Of them 60 left, she added.",
            "60",
            ["Ana Brill"],
            id="an office is no person",
        ),
        pytest.param(
            "The Finance Ministry said the bill was too high. The department counts 44 empty schools.",
            "44",
            ["department"],
            id="a department is no ministry",
        ),
        pytest.param(
            "Police asked for patience. Can I fly with Skybright Airways instead? Yes, for 75 euros, it says.",
            "75 euros",
            ["Skybright Airways"],
            id="an answer is of whom the question names",
        ),
        pytest.param(
            "The Transport Ministry spoke of 40 trains. At Mercy Hospital some 900 calls came in, it said.",
            "some 900",
            ["Mercy Hospital"],
            id="at whom a thing was told to be",
        ),
        pytest.param(
            "Cars are stolen less often, said the minister. Rent, says the union, has risen by 12 percent.",
            "12 percent",
            ["union"],
            id="a speaker set in behind the subject",
        ),
        pytest.param(
            "The minister, Pavel Ork, spoke. The coach was new, he said. It had passed its test, the official added: 46"
            " people were aboard.",
            "46",
            ["Pavel Ork"],
            id="an official is of any office",
        ),
        pytest.param(
            "The harbour authority closed the port, it said. The ferry had left with 312 people, according to its"
            " manifest.",
            "312",
            ["manifest"],
            id="its is the ship's",
        ),
        pytest.param(
            "How many died? 12, said the harbour authority on Friday morning.",
            "12",
            ["harbour authority"],
            id="when it was said is no part of who said it",
        ),
        pytest.param(
            "The harbour authority spoke of 12 dead. The bishop's office expects 800 mourners.",
            "800",
            ["bishop's office"],
            id="another owner's office is another body",
        ),
    ],
)
def test_a_body_is_taken_up(parse: Parse, text: str, figure: str, chain: list[str]) -> None:
    assert chains(parse, text)[figure] == chain
