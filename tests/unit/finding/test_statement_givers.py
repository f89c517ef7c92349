"""Whose a number is by what is done with it, or by who stands before or behind it."""

import pytest
from spoken import Parse, chains


@pytest.mark.parametrize(
    ("text", "figure", "chain"),
    [
        pytest.param("In all, 31 deaths were recorded by the clinic.", "31", ["clinic"], id="recorded by"),
        pytest.param("Nineteen soldiers are listed by the army as missing.", "Nineteen", ["army"], id="listed by"),
        pytest.param("Nineteen villagers were evacuated by the army.", "Nineteen", [], id="a deed is no count"),
        pytest.param(
            "The polling firm Datum sees the Greens at 12.5 percent.", "12.5 percent", ["Datum"], id="sees a thing at"
        ),
        pytest.param("The Red Crescent launched an appeal for €18,000.", "€18,000", ["Red Crescent"], id="appeals for"),
        pytest.param("Firefighters saw smoke at 3,000 metres.", "3,000 metres", [], id="people see at a place"),
        pytest.param(
            "The lobby has worked the damage out at 40 million euros.", "40 million euros", ["lobby"], id="works out at"
        ),
        pytest.param("The agency pegged the losses at $12 million.", "$12 million", ["agency"], id="pegs at"),
        pytest.param(
            "By Monday the agency had been informed by the hospitals of 210 cases.",
            "210",
            ["agency", "hospitals"],
            id="informed by",
        ),
        pytest.param(
            "The cabinet approved an aid package of 120 million crowns.",
            "120 million crowns",
            ["cabinet"],
            id="who sets money aside",
        ),
        pytest.param("The bank raised $40 million from investors.", "$40 million", [], id="who raises money"),
        pytest.param("The governor imposed a 48-hour curfew.", "48-hour", ["governor"], id="who orders"),
        pytest.param(
            "The appeal court cut the fine to $1.2 million.", "$1.2 million", ["appeal court"], id="who changes a fine"
        ),
        pytest.param(
            "The general would have us believe that only 30 were lost.", "30", ["general"], id="would have us believe"
        ),
        pytest.param("There were 14 graves, and the imam had counted them.", "14", ["imam"], id="counted them"),
        pytest.param("At the ministry they speak of 40 dead.", "40", ["ministry"], id="at the ministry they say"),
        pytest.param("In the parliament there are 240 seats.", "240", [], id="what is in a place"),
    ],
)
def test_a_number_is_of_who_takes_it_down_or_sets_it(parse: Parse, text: str, figure: str, chain: list[str]) -> None:
    assert chains(parse, text).get(figure) == chain


@pytest.mark.parametrize(
    ("text", "figure", "chain"),
    [
        pytest.param(
            "How many? Eighty thousand, the organisers shout.", "Eighty thousand", ["organisers"], id="shouts"
        ),
        pytest.param(
            "Twelve hundred euros, the airline offers.", "Twelve hundred euros", ["airline"], id="offers behind a comma"
        ),
        pytest.param(
            "How many are hurt? Seventeen as of noon, says the ambulance service.",
            "Seventeen",
            ["ambulance service"],
            id="says behind a comma",
        ),
        pytest.param(
            "The boat was 18 metres long, and for that, says the boatman, it was old.",
            "18 metres",
            [],
            id="told of else",
        ),
        pytest.param(
            "The premier, Althea Brand, blusters that it was eight hours.",
            "eight hours",
            ["Althea Brand"],
            id="any verb with a clause",
        ),
        pytest.param("The new valves ensure that 40 tonnes are saved.", "40 tonnes", [], id="what is brought about"),
        pytest.param(
            "The limit should go, the mayor said by telephone, since 14 shops have closed.",
            "14",
            ["mayor"],
            id="the ground that a speaker gives",
        ),
    ],
)
def test_a_number_is_of_who_stands_beside_it(parse: Parse, text: str, figure: str, chain: list[str]) -> None:
    assert chains(parse, text).get(figure) == chain


def test_a_body_is_the_source_of_all_that_its_own_report_tells(parse: Parse) -> None:
    told = "The valley: floods, situation report 2\n\nSource: Global Aid Office (GAO)\n\n"
    told += "Some 4,000 people are in camps. The GAO has counted 212 wells that are fouled.\n"
    found = chains(parse, told)
    assert (found["Some 4,000"], found["212"]) == (["Global Aid Office"], ["GAO"])


def test_an_agency_named_as_the_source_is_none(parse: Parse) -> None:
    told = "Floods drive thousands out\n\nSource: Reuters\n\nAbout 40 bridges are down.\n"
    assert chains(parse, told)["About 40"] == []


@pytest.mark.parametrize(
    ("text", "figure", "chain"),
    [
        pytest.param("The union counts 53 and the firm 46.", "46", ["firm"], id="a plain number"),
        pytest.param("The marchers spoke of 80,000 and the city police of 12,000.", "80,000", ["marchers"], id="first"),
        pytest.param("The marchers spoke of 80,000 and the city police of 12,000.", "12,000", ["city police"], id="of"),
        pytest.param("The poll had the Greens at 12 percent and the Reds at 9.", "9", ["poll"], id="what one has at"),
        pytest.param("The agency counts 212 dead and 40 missing.", "40", ["agency"], id="one speaker only"),
        pytest.param("With the coroner the figure is 12.", "12", ["coroner"], id="with one it is"),
        pytest.param("Of the 900 beds, the mayor went on, 700 are taken.", "700", ["mayor"], id="goes on in between"),
        pytest.param(
            "The ministry denied that losses had reached 60 million, as claimed by the opposition.",
            "60 million",
            ["ministry"],
            id="a rival's number denied",
        ),
        pytest.param("The Red Bloc comes to 46.6 percent.", "46.6 percent", [], id="a share is reached, not told"),
    ],
)
def test_each_speaker_has_the_number_that_is_left_to_him(
    parse: Parse, text: str, figure: str, chain: list[str]
) -> None:
    assert chains(parse, text).get(figure) == chain


def test_the_number_that_someone_gave_is_in_the_sentence_before(parse: Parse) -> None:
    assert chains(parse, "Ninety-one. That was the number of dead which the minister gave.") == {
        "Ninety-one": ["minister"]
    }


@pytest.mark.parametrize(
    ("text", "figure", "chain"),
    [
        pytest.param("The ambulance service treated 48 people.", "48", ["ambulance service"], id="who treats the hurt"),
        pytest.param("The hospital treats 40,000 patients a year.", "40,000", [], id="what a house does every year"),
        pytest.param(
            "The union demands a raise of 15 percent. Zvonek went from 4 percent to 5.5 on Tuesday.",
            "5.5",
            ["Zvonek"],
            id="moves between offers",
        ),
        pytest.param(
            "Inflation bites. Unemployment went from 4 percent to 5.5 last year.", "5.5", [], id="what only moves"
        ),
        pytest.param("The gendarmerie abides by its 42,000.", "42,000", ["gendarmerie"], id="holds to its own"),
        pytest.param("Of the 900 beds 700 are taken, the mayor said.", "900", [], id="a whole only referred to"),
        pytest.param("Of the 900 beds 700 are taken, the mayor said.", "700", ["mayor"], id="its part"),
        pytest.param("Of the 900 beds, the mayor added, 700 are taken.", "900", ["mayor"], id="told at the whole"),
        pytest.param(
            "In the four days of the strike 9,000 parcels were delayed, the regulator stated.",
            "four days",
            [],
            id="how long what is told of took",
        ),
    ],
)
def test_a_number_is_of_who_does_or_holds_it(parse: Parse, text: str, figure: str, chain: list[str]) -> None:
    assert chains(parse, text).get(figure) == chain


@pytest.mark.parametrize(
    ("text", "figure", "chain"),
    [
        pytest.param("An audit turned up 340 ghost workers.", "340", ["audit"], id="a paper can only tell"),
        pytest.param("The report runs to 40 pages.", "40", [], id="what a paper is made of"),
        pytest.param("Fitters turned up 9 leaks.", "9", [], id="people may find without telling"),
        pytest.param("The opposition puts it closer to 400.", "400", ["opposition"], id="puts it"),
        pytest.param("If the ministry's figures are right, 400 have died.", "400", ["ministry"], id="if one is right"),
        pytest.param("400 jobs will go if the union is right.", "400", ["union"], id="if one is right, behind"),
        pytest.param("The prosecution wants 12 years, the defence three.", "three", ["defence"], id="two sides"),
    ],
)
def test_a_paper_or_a_side_gives_the_number_it_is_told_with(
    parse: Parse, text: str, figure: str, chain: list[str]
) -> None:
    assert chains(parse, text).get(figure) == chain


@pytest.mark.parametrize(
    ("text", "figure", "chain"),
    [
        pytest.param("The police got no further than 5,200.", "5,200", ["police"], id="got no further than"),
        pytest.param("Analysts had looked for 870 million.", "870 million", ["Analysts"], id="looked for"),
        pytest.param("The firm looked for 40 workers.", "40", [], id="what one searches"),
        pytest.param("The union holds out for $400.", "$400", ["union"], id="holds out for"),
        pytest.param("The Lions finished with 9 men.", "9", [], id="what one has left"),
        pytest.param("The mission counted 19 dead as the shelling ebbed.", "19", ["mission"], id="counts dead"),
        pytest.param("The Dockers' Club sticks to 52.", "52", ["Dockers' Club"], id="sticks, read as a noun"),
        pytest.param("The weather office sticks to 90 km/h.", "90 km/h", ["weather office"], id="sticks to a measure"),
        pytest.param("Traffic sticks to 30 km/h.", "30 km/h", [], id="what cannot speak sticks to nothing"),
        pytest.param("The prefecture saw 7,200.", "7,200", ["prefecture"], id="a body sees a crowd"),
        pytest.param(
            "The surgeon counted off the day on her fingers: 14 amputations.", "14", ["surgeon"], id="counts off"
        ),
        pytest.param(
            "The valve had been due for 14 months, to go by the log.", "14 months", ["log"], id="to go by a paper"
        ),
        pytest.param("Two stayed overnight, we hear from the clinic.", "Two", ["clinic"], id="we hear from"),
        pytest.param("Tickets, we hear from the office, were 400.", "400", ["office"], id="we hear from, in between"),
        pytest.param(
            "The school has lost 212 pupils, the board said.\n\nSixty-one of them are in hospital.",
            "Sixty-one",
            ["board"],
            id="a part of them in the next paragraph",
        ),
        pytest.param("The memo, obtained by this site, lists 40 names.", "40", ["memo"], id="the report's own outlet"),
        pytest.param("Some 410 farms have closed, per the council.", "Some 410", ["council"], id="per a body"),
        pytest.param("Seventeen by the village roll.", "Seventeen", ["village roll"], id="by a paper"),
        pytest.param("The minister put $60 million on the table.", "$60 million", ["minister"], id="on the table"),
        pytest.param("The lawyer sent a bill for $90 million.", "$90 million", ["lawyer"], id="sends a bill for"),
        pytest.param(
            "Talks broke up over the demand. The union was down to 9 percent.",
            "9 percent",
            ["union"],
            id="where one stands in talks",
        ),
        pytest.param(
            "That would be 2,000, as its biologist worked out.", "2,000", ["biologist"], id="as one worked out"
        ),
        pytest.param("The firm improved its offer to 4.2 percent.", "4.2 percent", ["firm"], id="improves an offer"),
        pytest.param("The union has 2,300 of its members out.", "2,300", ["union"], id="has so many out"),
        pytest.param("The mayor sees 4,000 jobs at stake.", "4,000", ["mayor"], id="sees at stake"),
        pytest.param("In the book for the month stand 402 names.", "402", ["book for the month"], id="in a book stand"),
        pytest.param("The mayor could approve a grant of $4 million.", "$4 million", [], id="what may be done"),
    ],
)
def test_a_number_is_of_who_comes_to_it(parse: Parse, text: str, figure: str, chain: list[str]) -> None:
    assert chains(parse, text).get(figure) == chain


@pytest.mark.parametrize(
    ("text", "figure", "chain"),
    [
        pytest.param(
            "Forty hens had been lost, said Ann Lee, who runs the farm, and 12 of those were found in the ditch.",
            "12",
            ["Ann Lee"],
            id="and goes on behind a tag",
        ),
        pytest.param(
            "A ticket costs 48 euros, the chamber says; last week it was 30 euros.",
            "30 euros",
            ["chamber"],
            id="a semicolon goes on behind a tag",
        ),
        pytest.param(
            "About 90 were inside, the nurse said; neighbours brought out 27 of them.",
            "27",
            [],
            id="others who act behind a tag",
        ),
        pytest.param(
            "The secret service reckons with between 200 and 300 members.",
            "between 200 and 300",
            ["secret service"],
            id="misread verb",
        ),
        pytest.param(
            "On 6 May Ann Lee, the liquidator, thought that the firm owed 40 million euros.",
            "40 million euros",
            ["Ann Lee"],
            id="named before an aside",
        ),
        pytest.param(
            "Twelve minutes later they left, says a baker in Mill Street.",
            "Twelve minutes",
            ["baker in Mill Street"],
            id="says behind another noun",
        ),
        pytest.param(
            "The water board, which has put the tank on a scale, says 11 tonnes.",
            "11 tonnes",
            ["water board"],
            id="says so many things",
        ),
        pytest.param(
            "A sergeant at the corner gives us 2,500 marchers.", "2,500", ["sergeant at the corner"], id="gives us"
        ),
        pytest.param(
            "The guild stuck to its figures, €60 million and 300 beds.", "300", ["guild"], id="sticks to its figures"
        ),
        pytest.param("Its mayor boasts of 400 trees planted.", "400", ["mayor"], id="boasts of"),
        pytest.param(
            "400 operations had to be put off, in the union's count.", "400", ["union"], id="in whose count behind to"
        ),
    ],
)
def test_a_number_is_of_who_tells_it_before_or_behind(parse: Parse, text: str, figure: str, chain: list[str]) -> None:
    assert chains(parse, text).get(figure) == chain


@pytest.mark.parametrize(
    ("text", "figure", "chain"),
    [
        pytest.param("The ministry let it be known that 560 hens are ill.", "560", ["ministry"], id="lets it be known"),
        pytest.param(
            "Forty hens are ill, the ministry let the paper know.", "Forty", ["ministry"], id="let the paper know"
        ),
        pytest.param(
            "The court sent the driver to prison for nine years.", "nine years", ["court"], id="who sends to prison"
        ),
        pytest.param("The driver walked for nine hours.", "nine hours", [], id="who only walks"),
        pytest.param("The league banned him for 18 months.", "18 months", ["league"], id="who bans"),
        pytest.param(
            "The tribunal gave the yard 60 days to clean the river.", "60 days", ["tribunal"], id="who gives so long"
        ),
        pytest.param(
            "The panel advised the city to cap the fee at 400 euros.", "400 euros", ["panel"], id="who advises a limit"
        ),
        pytest.param(
            "The loss is put at 40 million euros by the union and at 90 million euros by the city.",
            "90 million euros",
            ["city"],
            id="put at by another",
        ),
        pytest.param(
            "The guard gives the length as 3 km, not 13 km.", "3 km", ["guard"], id="gives as one and not the other"
        ),
        pytest.param("The office has gone up to 41 closures.", "41", ["office"], id="gone up to"),
        pytest.param("The firm goes on speaking of 46 beds.", "46", ["firm"], id="goes on speaking of"),
        pytest.param("At the last count by the parish, 61 barns stood empty.", "61", ["parish"], id="at the count by"),
        pytest.param("The union called out 3,000 welders.", "3,000", [], id="who calls out"),
        pytest.param("A fisherman saw four seals in the water.", "four", ["fisherman"], id="a witness sees"),
        pytest.param("The minister saw three factories.", "three", [], id="who only visits"),
        pytest.param(
            "Six people died and 40 barns burned. Both figures come from the fire service.",
            "40",
            ["fire service"],
            id="both figures come from",
        ),
        pytest.param(
            "Forty barns burned. This the fire service has confirmed.",
            "Forty",
            ["fire service"],
            id="this it confirmed",
        ),
    ],
)
def test_a_number_is_of_who_makes_it_known_or_orders_it(parse: Parse, text: str, figure: str, chain: list[str]) -> None:
    assert chains(parse, text).get(figure) == chain


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        pytest.param("By Ann Lee\n\nThe queue had 340 people in it when I counted.", "340", id="when I counted"),
        pytest.param("By Ann Lee\n\nI rang 40 of them at random: 37 said yes.", "37", id="whom I rang"),
        pytest.param("By Ann Lee\n\nMy own count came to 212.", "212", id="my own count"),
    ],
)
def test_a_reporter_who_counts_or_asks_is_the_source(parse: Parse, text: str, figure: str) -> None:
    assert len(chains(parse, text)[figure]) == 1
