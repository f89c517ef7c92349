"""Which of several statements over one figure tells it."""

import pytest
from spoken import Parse, chains

from twosource.finding.chain_weighed import weighed
from twosource.records import Figure, Link, Report, Statement


@pytest.mark.parametrize(
    ("text", "figure", "chain"),
    [
        pytest.param(
            "The county hospital had admitted 83 miners by dusk, a surgeon there, Ivan Petrov, said by telephone.",
            "83",
            ["Ivan Petrov"],
            id="a hospital that admits people tells nothing",
        ),
        pytest.param(
            "In the previous census, held in 2011, the figure had been 24 million, according to the statistics office.",
            "24 million",
            ["statistics office"],
            id="an earlier count says when",
        ),
        pytest.param(
            "The claim of the deputy Ana Brill that the heat killed 3,000 people is untrue, Health Minister Joel Roth"
            " stressed.",
            "3,000",
            ["Joel Roth"],
            id="a claim called untrue is of its denier",
        ),
        pytest.param(
            "Rebuilding the town will cost 3 million euros, the Finance Ministry estimates, and the European Union has"
            " promised 1 million euros towards it.",
            "1 million euros",
            ["European Union"],
            id="another takes over behind a comma",
        ),
        pytest.param(
            "Prosecutors are seeking a fine of 4 million euros from Norlink.",
            "4 million euros",
            ["Prosecutors"],
            id="who has to pay is no source",
        ),
        pytest.param(
            "The number of vacant posts stands at 73, the minister, Joel Roth, said.",
            "73",
            ["Joel Roth"],
            id="what is counted is no source",
        ),
        pytest.param("The law allows a driver 60 minutes.", "60 minutes", [], id="a law is nobody's word"),
        pytest.param("Ana Brill, a florist, heard two.", "two", ["Ana Brill"], id="a number that is heard"),
        pytest.param(
            "Joel Roth called the report one-sided. That he had taken 40,000 euros from Ana Brill was a lie, he said.",
            "40,000 euros",
            ["Joel Roth"],
            id="he is who he was at the beginning of the sentence",
        ),
        pytest.param(
            "Quoting data of the navy, the mayor, Joel Roth, said that 410 sailors were lost.",
            "410",
            ["Joel Roth", "navy"],
            id="whom a sentence opens with quoting",
        ),
        pytest.param(
            "Citing the parish register, its mayor, Joel Roth, said that 410 people lived there.",
            "410",
            ["Joel Roth", "parish register"],
            id="a register that the model joins with the speaker",
        ),
        pytest.param(
            "The Harbour Herald, on the word of a clerk in the treasury, put the sum at 4 million euros.",
            "4 million euros",
            ["Harbour Herald", "clerk in the treasury"],
            id="on whose word",
        ),
        pytest.param(
            "The rebels' first demand, villagers have said, was 500 dollars.",
            "500 dollars",
            ["villagers"],
            id="who tells of a demand from inside",
        ),
        pytest.param(
            "The union has rejected an offer of 4% from the Labour Department.",
            "4%",
            ["Labour Department"],
            id="an offer is of whom it is from",
        ),
        pytest.param(
            "“It was fast,” said Joel Roth, a baker. The pilot on the bridge reported 50 knots, says the coast guard.",
            "50 knots",
            ["coast guard", "pilot on the bridge"],
            id="a role at another place is another person",
        ),
        pytest.param(
            "The workers hold to 52, the owners to 19.",
            "19",
            ["owners"],
            id="the second of two who hold to a number",
        ),
        pytest.param("The guild insists on 52, the firm on 19.", "52", ["guild"], id="the first of two who insist"),
        pytest.param(
            "The rebels own up to 52 dead, having started with 11.",
            "11",
            ["rebels"],
            id="who started with another number",
        ),
        pytest.param(
            "Since June, Mirow states further, the crews have mended 15 pumps.",
            "15",
            ["Mirow"],
            id="one who goes on speaking",
        ),
        pytest.param(
            "The Reform Union of Premier Ada Orn will hold 61 of the 120 seats, the Ballot Office said.",
            "61",
            ["Ballot Office"],
            id="who holds seats counts none",
        ),
        pytest.param(
            "Neither the mill nor its lawyer disputes that the hands were paid 12 euros an hour.",
            "12 euros",
            [],
            id="what neither disputes",
        ),
        pytest.param("The turnout, first stated as 41 %, rose later.", "41 %", [], id="a turnout states nothing"),
        pytest.param(
            "Its army counts 700 killed. Five Varnians have been captured, it said.",
            "Five",
            ["army"],
            id="those counted are none that speak",
        ),
    ],
)
def test_a_figure_is_of_who_tells_it(parse: Parse, text: str, figure: str, chain: list[str]) -> None:
    assert chains(parse, text)[figure] == chain


def test_more_statements_than_a_sentence_holds_are_not_held_against_each_other() -> None:
    text = "The claim that 40 died is false, the mayor said. " * 30
    report = Report(id="r", text=text)
    span = report.span(15, 17)
    figure = Figure(
        id="f", span=span, sentence=report.span(0, 48), low=40, high=40, about=False, unit="person", measure="killed"
    )
    many = [
        Statement(
            kind="indirect",
            source=None,
            cue=report.span(49 * number + 42, 49 * number + 46),
            content=report.span(0, 49 * number + 30),
            chain=(Link(name=f"mayor {number}", kind="unnamed"),),
        )
        for number in range(30)
    ]
    assert weighed(figure, many, text, ()) == many
