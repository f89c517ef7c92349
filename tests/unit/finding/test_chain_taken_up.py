"""Whom "they", "it" and "the report" take up, what groups call themselves, and what is no source at all."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed, find_mentions

Parse = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("text", "words", "chain"),
    [
        ("Six people drowned when it sank, the port office said, adding that 18 were saved.", "18", ["port office"]),
        ("Eleven families are suing the town. They demand €650,000.", "€650,000", ["Eleven families"]),
        ("A gang that goes by the name of Red Kite offered 30,000 records for sale.", "30,000", ["Red Kite"]),
        ("A militia which calls itself Red Kite said that it had killed 40 soldiers.", "40", ["Red Kite"]),
        ("They had 42 men, Ana Ruiz says. There were only 25, objects the police union.", "25", ["police union"]),
        ("Citing those rescued, army spokesman Ilan Foti put the toll at 90.", "90", ["Ilan Foti", "those rescued"]),
        ("The organisers spoke of 6,000 marchers; the police estimate is 2,500.", "2,500", ["police"]),
        ("A parish inquiry has obtained the pump log. It shows that help took 14 minutes.", "14 minutes", ["pump log"]),
        ("It killed 19 people and wounded 63, according to the indictment.", "19", ["indictment"]),
        ("“It is genuine,” said Nora Tamm. Nine cards were ones that work, by her count.", "Nine", ["Nora Tamm"]),
    ],
)  # fmt: skip
def test_the_source_of_a_figure(parse: Parse, text: str, words: str, chain: list[str]) -> None:
    figure = next(one for one in find_mentions(parse(text)).figures if one.span.words == words)
    assert [link.name for link in figure.chain] == chain


def test_the_report_is_theirs_who_said_a_thing_in_one(parse: Parse) -> None:
    text = (
        "The hall will cost €271 million, the Town Audit Office said in a report published on Tuesday.\n\n"
        "The town council had approved a budget of €148 million.\n\n"
        "Inspectors found 140 defects, according to the report. Opening has slipped by 14 months, it says."
    )
    chains = {one.span.words: [link.name for link in one.chain] for one in find_mentions(parse(text)).figures}
    assert chains["140"] == chains["14 months"] == ["Town Audit Office"]


@pytest.mark.parametrize(
    "text",
    [
        "In the notice of 10 December it was stated that 64 people had died.",
        "The offer of €500 had been rejected by 91 percent of the members, according to the guild.",
        "Aerial pictures from 1 March show 15,900 tents, according to the Lowell Institute.",
    ],
)
def test_a_day_or_a_share_is_no_source(parse: Parse, text: str) -> None:
    links = [link.name for one in find_mentions(parse(text)).figures for link in one.chain]
    assert links
    assert not {"10 December", "1 March", "91 percent of the members"} & set(links)


def test_a_survey_ends_where_the_share_it_found_begins(parse: Parse) -> None:
    (figure,) = find_mentions(
        parse("According to a survey by Veldmeter 62 percent of the voters want him gone.")
    ).figures
    assert [link.name for link in figure.chain] == ["survey by Veldmeter"]


@pytest.mark.parametrize("between", ["", "\n\n"])
def test_who_adds_something_said_what_he_adds_it_to(parse: Parse, between: str) -> None:
    text = (
        "Rebels had seized eight guards, according to the army's spokesman, Davi Quell. All were freed, he said."
        f"{between} Forty-six people were injured. Twelve rebels have been caught, Quell added."
    )
    chains = {one.span.words: [link.name for link in one.chain] for one in find_mentions(parse(text)).figures}
    assert chains["Forty-six"] == ["Davi Quell"]


def test_what_nobody_adds_to_is_the_reports_own(parse: Parse) -> None:
    text = (
        "Rebels had seized eight guards, according to the army's spokesman, Davi Quell.\n\n"
        "Forty-six people were injured. Twelve rebels have been caught."
    )
    chains = {one.span.words: [link.name for link in one.chain] for one in find_mentions(parse(text)).figures}
    assert chains["Forty-six"] == []


def test_families_with_a_capital_are_a_body(parse: Parse) -> None:
    (figure,) = find_mentions(parse("The Families of the Harbour demand €19 million from the city.")).figures
    (link,) = figure.chain
    assert (link.name, link.kind, link.plural) == ("Families of the Harbour", "body", False)


def test_other_families_stand_for_nobody_in_particular(parse: Parse) -> None:
    (figure,) = find_mentions(parse("Families of the drowned said that 40 boats had sunk.")).figures
    assert [(link.kind, link.plural) for link in figure.chain] == [("unnamed", True)]
