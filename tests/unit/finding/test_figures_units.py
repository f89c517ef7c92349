"""What is counted: compound nouns, people by job, headless numbers and what they go on from, and what is no count."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed, find_mentions

Parse = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The garrison fired 40 live rounds into the air.", "live round"),
        ("The town has opened 31 warming centres.", "warming centre"),
        ("Nine sorting offices were shut.", "sorting office"),
        ("Sappers found 60 shell craters around the silo.", "shell crater"),
        ("The clinic has 24 hospital beds.", "bed"),
        ("They counted 90 steel doors.", "door"),
        ("The ward took in nine mumps patients.", "person"),
        ("The shop took on 60 part-timers.", "person"),
        ("The fund has paid 4,000 depositors.", "person"),
        ("Some 900 leaseholders and 30 polluters were heard.", "person"),
        ("The yard laid up 40 trailers.", "trailer"),
        ("They dug 12 craters and put up 9 shelters.", "crater"),
        ("They took on 240 of Kestrel's former mechanics.", "person"),
        ("The line has sold 12 of its 30 aircraft.", "aircraft"),
        ("Fourteen day pupils were in the hall.", "person"),
        ("The plant will create 600 permanent jobs.", "job"),
        ("The plant will cut 600 jobs.", "person"),
        ("He struck three names off the list.", "name"),
        ("Cases of cholera climb to 58.", "person"),
        ("The list had 19 crosses a week ago.", "cross"),
    ],
)
def test_the_noun_that_is_counted(parse: Parse, text: str, unit: str) -> None:
    assert _units(parse, text)[0] == unit


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Of Norrland's 38 seats, five would go, the board says.", ["seat", "seat"]),
        ("Of the dairy's pumps three were idle that day.", ["pump"]),
        ("Why so few buses?\n\nOf the 64 that the town owns, 18 were in the yard.", ["bus", "bus"]),
        ("How many are stuck? The drivers' club speaks of 5,200.", ["person"]),
        ("How many children it reached is another matter. The auditors put the number at 15,900.", ["person"]),
        ("Boys and girls were taken. How many depends on whom you ask. 131, said the mayor.", ["person"]),
        ("On average I waited 55 minutes. The company speaks of fewer than ten.", ["minute", "minute"]),
        ("The guard had been on duty for nine hours. His brother talks of 17.", ["hour", "hour"]),
        ("In the loft stands a crate of spent cartridges. This reporter counted 212.", ["cartridge"]),
        ("On house keys the report is brief. 700 were copied.", ["key"]),
        ("What they find now is gulls: 212 so far, of which 97 were dead.", ["gull", "gull"]),
        ("And the boats of which he boasts? Of those, he said, none was new.", ["boat"]),
        ("The silo held 6,000 tonnes. A tenth is safe; the rest, some 5,400, was lost.", ["tonne", "%", "tonne"]),
        ("Half the valley's schools are shut, the governor says: 48.", ["%", "school"]),
        ("Buses were sent, 22 in all.", ["bus"]),
        ("The lorry carried 12,000 doses. Only 7,400 arrived.", ["dose", "dose"]),
        ("Nineteen shelters are open. They hold 4,400.", ["shelter", "person"]),
        ("Police said 146 pupils were held. The club, having struck out 12 double entries, counts 151.",
         ["person", "entry", "person"]),
        ("Observers saw 11 ballot boxes. The commission admits three.", ["ballot box", "ballot box"]),
        ("A quake of magnitude 5.9 woke the city. The service first gave 6.2.", ["magnitude", "magnitude"]),
        ("The union had put a list on the door. It has 48 names and shows 48.", ["person", "person"]),
        ("Houses destroyed: 140.", ["house"]),
        ("Its final tally: 74 ill, 29 of them badly.", ["person", "person"]),
        ("The port demands a rise of 15 percent. The line went from 4 percent to 5.5 at the last meeting.",
         ["%", "%", "%"]),
        ("“We were nineteen in that boat,” she said.", ["person"]),
        ("Turnout was 41 per cent at noon. By four o'clock it stood at 58.", ["%", "%"]),
    ],
)  # fmt: skip
def test_what_a_headless_number_goes_on_from(parse: Parse, text: str, units: list[str]) -> None:
    assert _units(parse, text) == units


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The dead on the northern side number three.", ["three"]),
        ("The injured now number seven.", ["seven"]),
        ("Blast kills five in market, scores in hospital.", ["five", "scores"]),
        ("One of the barge's 12 tanks had been holed.", ["One", "12"]),
        ("It was called off after one day.", ["one day"]),
        ("One day it was called off.", []),
        ("The fair is to last three weeks.", ["three weeks"]),
        ("It happened in the last three weeks.", []),
        ("The siege was over within an hour and a half.", ["within an hour and a half"]),
        ("Under a day and a half, says the mayor.", ["Under a day and a half"]),
        ("It was 46.3C (115.3F) in the shade.", ["46.3C", "115.3F"]),
        ("Twelve men had severe burns, he said. There had been no severe burns, she said.", ["Twelve", "no"]),
        ("You could hear one shed and then the next go up.", []),
        ("Her brother is nine now.", []),
        ("It is Bulletin No. 2 of the office.", []),
        ("Nine children were hurt, some as young as two.", ["Nine"]),
        ("On Monday 112 came; on Tuesday, 96.", ["112", "96"]),
        ("The hall has eight exits. Three were locked and a fourth was hidden.", ["eight", "Three"]),
        ("The champions lead by nine.", ["nine"]),
    ],
)
def test_which_numbers_count(parse: Parse, text: str, words: list[str]) -> None:
    assert [figure.span.words for figure in find_mentions(parse(text)).figures] == words


def _units(parse: Parse, text: str) -> list[str]:
    return [figure.unit for figure in find_mentions(parse(text)).figures]
