"""Whose numbers stand in a report though no verb of saying gives them; such frames are no attributions of words."""

import pytest
from spoken import Parse, chains

from twosource.finding import find_mentions


@pytest.mark.parametrize(
    ("text", "figure", "chain"),
    [
        pytest.param("The coroner has 14 bodies in his cellar.", "14", ["coroner"], id="has bodies"),
        pytest.param("Nurse Ida Brenn had 83 patients admitted.", "83", ["Ida Brenn"], id="has patients"),
        pytest.param("The brewery has 14 lorries on the road.", "14", [], id="possessions are no count"),
        pytest.param("The crew has gone 31 hours without relief.", "31 hours", [], id="gone without is no count"),
        pytest.param("The peace mission has 212 civilians killed.", "212", ["peace mission"], id="a keeper of counts"),
        pytest.param("The army has 300 soldiers stationed there.", "300", [], id="no keeper of counts"),
        pytest.param("The firm has the flood costing 4 million euros.", "4 million euros", ["firm"], id="has a thing"),
        pytest.param("The army has the bill at $6 million.", "$6 million", ["army"], id="has a thing at"),
        pytest.param("The mayor gives the damage as $4 million.", "$4 million", ["mayor"], id="gives a thing as"),
        pytest.param("The charity put a name to 1,212 soldiers.", "1,212", ["charity"], id="puts a name to"),
        pytest.param("The ministry has reports of 40 deaths.", "40", ["ministry"], id="has word of"),
        pytest.param("The union has 40 workers on its list.", "40", ["union"], id="has on its list"),
        pytest.param("The leaflet has 12 parks closing.", "12", ["leaflet"], id="a document has"),
        pytest.param("The fort was named in a memo. It has 12 rooms.", "12", [], id="what is no document has rooms"),
        pytest.param("The losses were named by the general as 3,100 dead.", "3,100", ["general"], id="named by"),
        pytest.param(
            "The treasurer, Aila Berg, has done her sums: 46 houses are to go.", "46", ["Aila Berg"], id="her sums"
        ),
        pytest.param("Other sums come from Open Ledger: 61 boats were lost.", "61", ["Open Ledger"], id="sums from"),
        pytest.param("The commission handed over its findings: 212 pages.", "212", [], id="a length is no sum"),
        pytest.param(
            "Mayor Odile Brand counts otherwise. To her it is 11.", "11", ["Odile Brand"], id="to someone it is"
        ),
        pytest.param(
            "In the ministry's register they stand at 870 boats.", "870", ["ministry", "register"], id="in a register"
        ),
        pytest.param("In the village they found 870 boats.", "870", [], id="in a place"),
        pytest.param(
            "The shop would go, answer 58 percent of the people whom the pollster Opin rang up.",
            "58 percent",
            ["pollster Opin"],
            id="who polled",
        ),
        pytest.param(
            "Each family is to receive $15,000, the Board decided.", "$15,000", ["Board"], id="what is decided"
        ),
        pytest.param(
            "The mayor reads out her list daily; by Friday it had grown to 31.", "31", ["mayor"], id="a list grows"
        ),
        pytest.param("His death brought the police toll to 10 people.", "10", ["police"], id="a toll of a body"),
        pytest.param("Ask the neighbours and 300 homes were flooded.", "300", ["neighbours"], id="ask someone"),
        pytest.param("More than 40, is all the police will say.", "More than 40", ["police"], id="all they will say"),
        pytest.param(
            "What the firm puts on the table is 9 months of wages.", "9 months", ["firm"], id="what is put on the table"
        ),
        pytest.param("What the firm lost is 9 ships.", "9", [], id="what is lost is not told"),
        pytest.param(
            "The strike has cost $2 million, or so the ministry says.", "$2 million", ["ministry"], id="or so"
        ),
        pytest.param(
            "The army lost 900 men at the ford – that is the estimate of the rebel command.",
            "900",
            ["rebel command"],
            id="that is the estimate of",
        ),
        pytest.param(
            "The crowd ran from 8,000 (police) to 25,000 (organisers).", "8,000", ["police"], id="in brackets"
        ),
        pytest.param("Dead: 14 (police); 17 (fire brigade).", "17", ["fire brigade"], id="in brackets, again"),
        pytest.param("The gauge at the quay showed 3 metres.", "3 metres", ["gauge at the quay"], id="a gauge shows"),
        pytest.param("The petition has 9,000 signatures.", "9,000", [], id="what a paper has of its own"),
        pytest.param("Another 30 the ministry considers lost.", "30", ["ministry"], id="the number stands first"),
        pytest.param(
            "The owners, who were fined $2 million by the inspectorate, are gone.",
            "$2 million",
            ["inspectorate"],
            id="fined by",
        ),
        pytest.param("The company's last word is 4 percent.", "4 percent", ["company"], id="a last word"),
        pytest.param("The ministry did not say. The union did: 320 cooks.", "320", ["union"], id="who did say"),
        pytest.param("He is worth $60 million, if you ask the club.", "$60 million", ["club"], id="if you ask someone"),
        pytest.param(
            "By the count of the boatmen's league, 210 boats are gone.",
            "210",
            ["boatmen's league"],
            id="by the count of",
        ),
        pytest.param("Not more than 250, the owners assure.", "Not more than 250", ["owners"], id="who assures"),
        pytest.param(
            "The crop will be 2 million tonnes, the farm ministry forecast, down from 3.",
            "2 million tonnes",
            ["farm ministry"],
            id="a verb read as a noun",
        ),
        pytest.param("The firm had argued for $300,000.", "$300,000", ["firm"], id="argues for"),
        pytest.param(
            "The court ordered Aero to pay $600 each to 212 passengers.", "212", [], id="who is paid is not pledged"
        ),
        pytest.param("The recount moved the gap from 51 votes to 43.", "51", [], id="what moves a number says none"),
        pytest.param("The union is after 9 percent.", "9 percent", ["union"], id="is after"),
        pytest.param("The union was founded after 9 strikes.", "9", [], id="after in time"),
        pytest.param("Of the schools, 230 had served no meal, the report goes on.", "230", ["report"], id="goes on"),
        pytest.param("The harbour master arrives at 5,500 tonnes.", "5,500 tonnes", ["harbour master"], id="an agent"),
        pytest.param(
            "The rebels held 120 men; the firm never admitted to more than 90.",
            "more than 90",
            ["firm"],
            id="admits to",
        ),
        pytest.param(
            "The slick covers 90 square kilometres, by the coast guard's measure.",
            "90 square kilometres",
            ["coast guard"],
            id="by a measure",
        ),
        pytest.param("The figure the nurse gives is 255.", "255", ["nurse"], id="the figure one gives"),
        pytest.param("The list, 132 souls with the crew, is pinned to the door.", "132", ["list"], id="beside a paper"),
        pytest.param("The bank now sees sales of $900,000.", "$900,000", ["bank"], id="what a bank sees"),
        pytest.param("The boy now sees 900 cows.", "900", [], id="what a boy sees"),
        pytest.param(
            "The institute closed its inquiry with a fine of $4 million.", "$4 million", ["institute"], id="with a fine"
        ),
        pytest.param(
            "The toll was lowered to 40 people after the ministry revised its count.",
            "40",
            ["ministry"],
            id="after a revision",
        ),
        pytest.param(
            "They get $300, according to the ministry: $200 from the state and the rest from a fund.",
            "$200",
            ["ministry"],
            id="listed behind a source",
        ),
        pytest.param(
            "There were 60,000 of them if one follows the union.", "60,000", ["union"], id="if one follows someone"
        ),
        pytest.param("There were 27,000 people, going by the police.", "27,000", ["police"], id="going by"),
        pytest.param("A jury had given him $85 million.", "$85 million", ["jury"], id="what a jury gives"),
        pytest.param(
            "The minister has promised $30,000 to each of the 2,100 families.", "2,100", [], id="who is promised it"
        ),
        pytest.param(
            "The organisers had sold 15,000 tickets, they said, for one field.",
            "15,000",
            ["organisers"],
            id="they are who the words are about",
        ),
        pytest.param("The 2,100 of the union has them all in.", "2,100", ["union"], id="the number of a body"),
    ],
)
def test_a_number_has_the_source_whose_count_it_is(parse: Parse, text: str, figure: str, chain: list[str]) -> None:
    assert chains(parse, text)[figure] == chain


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        pytest.param("They get 12 months of pay. So runs the company's offer.", ["company"], id="so runs"),
        pytest.param("Nine villages are cut off. So says the province.", ["province"], id="so says"),
        pytest.param("Some 900 homes are dark. That is what the mayor says.", ["mayor"], id="that is what"),
        pytest.param("Some 900 homes are dark. That is the union's figure.", ["union"], id="that is the figure"),
        pytest.param("The nurse, Ida Brenn, keeps a list. It has 17 names.", ["Ida Brenn"], id="the list before"),
        pytest.param("Some 900 homes are dark. That is a scandal.", [], id="a judgement is no source"),
    ],
)
def test_a_number_may_get_its_source_from_the_sentence_behind(parse: Parse, text: str, chain: list[str]) -> None:
    assert next(iter(chains(parse, text).values())) == chain


def test_the_source_of_a_number_is_no_attribution_of_words(parse: Parse) -> None:
    mentions = find_mentions(parse("The coroner has 14 bodies in his cellar."))
    assert mentions.figures[0].chain
    assert mentions.statements == ()
