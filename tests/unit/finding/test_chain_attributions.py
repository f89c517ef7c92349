"""Chains and stances of whole reports: who says each number where the words that tell it stand apart from it."""

import pytest
from spoken import Parse, chains

from twosource.finding import find_mentions


@pytest.mark.parametrize(
    ("text", "figure", "chain"),
    [
        pytest.param(
            "Damage came to $140 million, the finance ministry said, well over the governor's first estimate of"
            " $90 million.",
            "$90 million",
            ["governor"],
            id="an estimate that another number is set beside is its owner's alone",
        ),
        pytest.param(
            "Inspectors found that 268 people had worked there, against the 180 workers to whom the firm admitted.",
            "180",
            ["firm"],
            id="to whom the firm admitted",
        ),
        pytest.param(
            "Thirty people have been killed, by the government's tally, and 19 by the opposition's.",
            "19",
            ["opposition"],
            id="by the opposition's",
        ),
        pytest.param("By the rebels' reckoning it was 25.", "25", ["rebels"], id="by the rebels' reckoning"),
        pytest.param("Bus crash kills 12 – police", "12", ["police"], id="a speaker behind the dash of a headline"),
        pytest.param(
            "The police say 58 and the Red Cross says 70.", "58", ["police"], id="one speaker's number ends at the next"
        ),
        pytest.param(
            "The police say 58 and the Red Cross says 70.", "70", ["Red Cross"], id="the next speaker has his own"
        ),
        pytest.param(
            "The government puts the losses at $21 million; the owners at more than twice that.",
            "more than twice",
            ["owners"],
            id="a verb left out before a number in words",
        ),
        pytest.param(
            "She had treated, the nurse told me, more than 900 people in a month.",
            "more than 900",
            ["nurse"],
            id="what goes on behind the hearer",
        ),
        pytest.param(
            "The bloc won 54 percent, the commission announced on Tuesday, against 38 percent for the left.",
            "38 percent",
            ["commission"],
            id="a comparison behind the tag",
        ),
        pytest.param(
            "A storm hit the coast, the governor said on Monday, killing 63 people.",
            "63",
            ["governor"],
            id="a result behind the tag",
        ),
        pytest.param(
            "Lawyers for the miners filed a complaint with the court on Thursday. It alleges that 310 wells are dry.",
            "310",
            ["complaint"],
            id="it is the paper that people filed",
        ),
        pytest.param(
            "The mayor has 121 names. The difference, she says, is 4 labourers.",
            "4",
            ["mayor"],
            id="she is the mayor, who has no name",
        ),
        pytest.param(
            "A foreign rival bid 6 billion crowns for the group in July, a banker said.",
            "6 billion crowns",
            ["banker"],
            id="who tells of another's bid is its source",
        ),
        pytest.param(
            "The firm, fined 30 million crowns by a court in Havn, has appealed.",
            "30 million crowns",
            ["court in Havn"],
            id="fined by a court",
        ),
        pytest.param(
            "The court ordered the firm, which employs 400 people, to pay $3 million.",
            "400",
            [],
            id="an aside about whom an order meets",
        ),
        pytest.param(
            "A letter from the finance ministry to the president, a copy of which we have seen, says that the budget"
            " covers 350 beds.",
            "350",
            ["finance ministry"],
            id="a copy of the letter is not the speaker",
        ),
        pytest.param(
            "The owner, Nordic Lines AS, said the ship was sound. It had carried 180 tonnes of coal, it said.",
            "180 tonnes",
            ["Nordic Lines AS"],
            id="it is the firm that spoke",
        ),
        pytest.param(
            "Side effects were mild, the doctors wrote; fever was seen in 8 children.",
            "8",
            ["doctors"],
            id="what goes on behind a semicolon",
        ),
        pytest.param(
            "“We will stay,” minister Karl Oster said. He has been in office for two years.",
            "two years",
            [],
            id="a clause about the speaker's own life",
        ),
        pytest.param(
            "The ministry said the memo was real.\n\nThe union counted 40 strikers. A foundation in the capital paid"
            " 20 of them.",
            "20",
            [],
            id="a new actor ends the turn of the source",
        ),
        pytest.param(
            "Relying on the alarm log, the inquiry puts the delay at 11 minutes.",
            "11 minutes",
            ["inquiry", "alarm log"],
            id="relying on",
        ),
        pytest.param(
            "The league ordered Rovers to play 12 matches behind closed doors.",
            "12",
            ["league"],
            id="who is ordered passes nothing on",
        ),
        pytest.param(
            "One death, of a boy of 40 kilos who, neighbours tell us, had been sick since birth, was reported.",
            "40 kilos",
            [],
            id="a tag in a clause about someone",
        ),
        pytest.param(
            "The county has 212 cases, its officer Ruth Engel said. Of the patients, 184 had no jab; the status of 20"
            " was unknown.",
            "184",
            ["Ruth Engel"],
            id="who speaks goes on though a thing is subject behind the number",
        ),
        pytest.param(
            "It lies nearer to the 6% that the operator, Northrail, offered in January than to the 18% of the union.",
            "6%",
            ["Northrail"],
            id="what an operator with his name beside offered",
        ),
        pytest.param(
            "The figure Ana Ruiz gives to anyone who asks is 255.", "255", ["Ana Ruiz"], id="the figure someone gives"
        ),
        pytest.param(
            "The army, whose spokeswoman Ana Ruiz had put its losses at 2 dead and 9 wounded, was silent.",
            "9",
            ["Ana Ruiz"],
            id="a list inside a clause about a body",
        ),
        pytest.param(
            "Satellite images analysed by the firm Skyline show at least 46 wrecks in the town.",
            "at least 46",
            ["Skyline"],
            id="who analysed the pictures",
        ),
        pytest.param(
            "The operator's figure of 3,200, which was widely reported, related to a tank only, the ministry notes.",
            "3,200",
            ["ministry", "operator"],
            id="the figure of an owner inside what another says",
        ),
        pytest.param(
            "The yes side leads by 6 points, says a poll by Stemark. Turnout would be 71 percent, the poll showed.",
            "71 percent",
            ["Stemark"],
            id="the poll is whose poll it was",
        ),
        pytest.param("The bloc has 41 percent in town.", "41 percent", [], id="a share that a party has"),
        pytest.param(
            "The recorder registered 4 alarms; none was acknowledged.", "4", ["recorder"], id="a passive is no tag"
        ),
        pytest.param(
            "Another, Ali Bakr, said he had earned 40 dinars. He has 5 children.", "5", [], id="the speaker's children"
        ),
        pytest.param(
            "Another, Ali Bakr, said he had earned 40 dinars.", "40 dinars", ["Ali Bakr"], id="another, with his name"
        ),
        pytest.param("DVG wants 400 euros more a month.", "400 euros", ["DVG"], id="wants so much more"),
        pytest.param(
            "Mara Ott, whose first estimate had been 3 million a day, now thinks it was 2 million.",
            "2 million",
            ["Mara Ott"],
            id="whose first estimate had been another",
        ),
        pytest.param(
            "Ana Ruiz said the probe had 64 kilos of fuel left, twice what engineers had expected.",
            "64 kilos",
            ["Ana Ruiz"],
            id="twice what others had expected",
        ),
        pytest.param(
            "It asked donors for $47 million; by Thursday $3 million had been pledged.",
            "$3 million",
            [],
            id="by Thursday is nobody",
        ),
        pytest.param(
            "16:40 MetroLine: 31 of 240 drivers came to work.", "31", ["MetroLine"], id="a name behind a clock"
        ),
        pytest.param(
            "The judgment against the minister is long; we have read it. Some 31 crates went abroad, it says.",
            "Some 31",
            ["judgment"],
            id="it is the paper that the sentence before is about",
        ),
        pytest.param(
            "The bodies were recovered, Ana Ruiz said, confirming for the first time that 41 men had been below.",
            "41",
            ["Ana Ruiz"],
            id="confirming for the first time that",
        ),
        pytest.param(
            "Inspectors found 17 faults, according to ministry records seen by this newspaper.",
            "17",
            ["ministry"],
            id="who has seen a paper is not whose it is",
        ),
        pytest.param("The coalition has 341 of 640 seats.", "341", [], id="what a body owns"),
        pytest.param(
            "BERGSTADT (cp) - The audit office has accused the minister of hiding costs of at least 9 billion.",
            "at least 9 billion",
            ["audit office"],
            id="who accuses, behind a dateline",
        ),
        pytest.param(
            "The inquest panel found that guards had searched 25 visitors.", "25", ["inquest panel"], id="a panel finds"
        ),
        pytest.param(
            "Police: 12 arrests. Organisers: 80 arrests.", "80", ["Organisers"], id="a second label of a line"
        ),
        pytest.param(
            "Nordic Lines and the dockers' union agreed, both said. The union had been ready to accept 700 cuts.",
            "700",
            ["dockers' union"],
            id="what one is ready to accept is his offer",
        ),
        pytest.param(
            "Ana Ruiz told the jury on Monday that Alan Reece made her invent patients."
            " She had noted 640 names, she said.",
            "640",
            ["Ana Ruiz"],
            id="she is whom the sentence before is about",
        ),
        pytest.param(
            "“They knew,” said Toni Egger. The group's guide survived. He said the slope measured 29 degrees.",
            "29 degrees",
            ["guide"],
            id="he is the guide of the sentence before",
        ),
        pytest.param(
            "Ana Ruiz counted the dead. A second patient has died, she said: a man of the hills, which makes 2.",
            "2",
            ["Ana Ruiz"],
            id="she is no stranger in what she tells",
        ),
        pytest.param(
            "Unity Health welcomed the verdict. It had recovered $400,000 so far, a spokesman said.",
            "$400,000",
            ["Unity Health spokesman"],
            id="a spokesman of the body of the sentence before",
        ),
        pytest.param(
            "The prosecution counts 30 warnings that he ignored; his lawyer says there was no warning.",
            "30",
            ["prosecution"],
            id="another speaker behind a semicolon",
        ),
        pytest.param(
            "Prosecutors want 18 years, his lawyer asked for no more than 6 years.",
            "no more than 6 years",
            ["lawyer"],
            id="two demands side by side",
        ),
        pytest.param(
            "The league demands that walkers pay 50 euros.", "50 euros", ["league"], id="demands, read as noun"
        ),
        pytest.param(
            "Jana Mala, the council's chief, spoke first. The mayor has heard 900.",
            "900",
            ["mayor"],
            id="an office that nobody named holds",
        ),
    ],
)
def test_a_figure_has_the_chain_of_who_says_it(parse: Parse, text: str, figure: str, chain: list[str]) -> None:
    assert chains(parse, text)[figure] == chain


@pytest.mark.parametrize(
    ("text", "figure", "stance"),
    [
        pytest.param("The hackers boast of 420 victims.", "420", "doubted", id="boasting"),
        pytest.param(
            "The army says it destroyed 200 trucks, a number nobody was ever able to confirm.",
            "200",
            "doubted",
            id="nobody could confirm it",
        ),
        pytest.param(
            "A nurse said up to 60 had died. We could not check it.", "up to 60", "doubted", id="we could not check it"
        ),
        pytest.param(
            "The army said 60 had died. Neither account could be verified.",
            "60",
            "asserted",
            id="an agency's usual caution about both sides",
        ),
        pytest.param("The firm rejects that: 6 buses were new, it says.", "6", "asserted", id="what he says instead"),
        pytest.param(
            "Correction: we reported that 7 had died. Police say 5.", "7", "denied", id="what we reported before"
        ),
        pytest.param(
            "The ministry rejects the union's demand for 400 posts.", "400", "asserted", id="a demand that is rejected"
        ),
        pytest.param("Fact check: No, 12 people did not die in the storm", "12", "denied", id="no, they did not"),
        pytest.param(
            "Correction: The number of jobs was given as 1,540 at first.", "1,540", "denied", id="was given as"
        ),
    ],
)
def test_a_stance_hangs_on_what_is_said_of_the_claim(parse: Parse, text: str, figure: str, stance: str) -> None:
    found = {one.span.words: one.stance for one in find_mentions(parse(text)).figures}
    assert found[figure] == stance


def test_the_firm_is_the_one_that_the_report_calls_so(parse: Parse) -> None:
    text = (
        "Harbour Radio aired the story. Shares of Delta Re, the biggest insurer in the region, fell. The insurer said"
        " its losses would reach 150 million crowns."
    )
    assert chains(parse, text)["150 million crowns"] == ["Delta Re"]


def test_a_clock_before_an_entry_is_no_part_of_the_source(parse: Parse) -> None:
    assert chains(parse, "14:20 The Red Cross says it has moved 31 wounded.")["31"] == ["Red Cross"]
