"""Chains: from whom a figure or a quotation comes, from the nearest to the furthest."""

import re
from collections.abc import Callable

import pytest

from twosource.finding import Parsed, find_mentions
from twosource.finding.chains import attribute
from twosource.finding.names import find_names
from twosource.finding.quotes import find_quotes
from twosource.finding.statements import find_statements
from twosource.records import Figure, Link, Quote

Parse = Callable[..., Parsed]
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def told(parse: Parse, text: str) -> tuple[dict[str, Figure], tuple[Quote, ...]]:
    """Figures by their words, and quotes, with chains."""
    parsed = parse(text)
    figures = []
    for match in _NUMBER.finditer(text):
        sentence = parsed.at(match.start())
        assert sentence is not None
        number = float(match[0].replace(",", ""))
        figures.append(
            Figure(
                id=str(match.start()),
                span=parsed.report.span(*match.span()),
                sentence=sentence.whole,
                low=number,
                high=number,
            )
        )
    quotes, known = tuple(find_quotes(parsed)), tuple(find_names(parsed))
    with_chains, said = attribute(parsed, figures, quotes, tuple(find_statements(parsed, quotes, known)), known)
    return {figure.span.words: figure for figure in with_chains}, said


def names(links: tuple[Link, ...]) -> list[str]:
    return [link.name for link in links]


@pytest.mark.parametrize(
    ("text", "figure", "chain"),
    [
        pytest.param("The fire burned 70 hectares.", "70", [], id="the report's own voice"),
        pytest.param(
            "The hall held 500 people, the police said. Some 30 were hurt.", "30", ["police"], id="a source carries on"
        ),
        pytest.param(
            "The hall held 500 people, the police said.\n\nAn inquest heard 30 witnesses.",
            "30",
            [],
            id="a new paragraph",
        ),
        pytest.param(
            "Pirates took 9 ships, Harbour Radio reported, citing the coast guard.",
            "9",
            ["Harbour Radio", "coast guard"],
            id="citing",
        ),
        pytest.param(
            "Pirates took 9 ships, according to Harbour Radio, which quoted the coast guard.",
            "9",
            ["Harbour Radio", "coast guard"],
            id="which quoted",
        ),
        pytest.param(
            "Harbour Radio quoted the coast guard as saying that 9 ships were taken.",
            "9",
            ["Harbour Radio", "coast guard"],
            id="quoted as saying",
        ),
        pytest.param(
            "Ana Ruiz told Harbour Radio that 9 ships were taken.",
            "9",
            ["Harbour Radio", "Ana Ruiz"],
            id="told a medium",
        ),
        pytest.param("Ana Ruiz told reporters that 9 ships were taken.", "9", ["Ana Ruiz"], id="told reporters"),
        pytest.param(
            "Mayor Ana Ruiz came to the camp. She said 9 tents were missing.", "9", ["Ana Ruiz"], id="a pronoun"
        ),
        pytest.param(
            "Ana Ruiz, the mayor, came to the camp.\n\nThe mayor said 9 tents were missing.",
            "9",
            ["Ana Ruiz"],
            id="a role",
        ),
        pytest.param("Ana Ruiz, 44, said the tents were wet.", "44", [], id="a number about the speaker"),
        pytest.param(
            "The union, which has 8,000 members, said nobody was hurt.", "8,000", [], id="a clause about the speaker"
        ),
        pytest.param("The weavers demand a raise of 12 percent.", "12", ["weavers"], id="who demands"),
        pytest.param("A court fined the port 3,000 crowns.", "3,000", ["court"], id="a court that fines"),
        pytest.param("IOM figures show that 640 people drowned.", "640", ["IOM"], id="a body's figures are the body"),
        pytest.param("The death toll was 31, hospital records show.", "31", ["hospital"], id="records"),
        pytest.param(
            "The clerks spoke of 36 cases, the ministry of 9.",
            "9",
            ["ministry"],
            id="the verb left out the second time",
        ),
        pytest.param(
            "Lakeside Steel has 12 furnaces (40 in all).", "40", [], id="brackets repeat the figure before them"
        ),
        pytest.param(
            "A teacher saw the blast. A flood in 2011 killed 80 people, the mayor said.",
            "80",
            ["mayor"],
            id="told background",
        ),
        pytest.param(
            "Nobody was hurt, the mayor said. A flood in 2011 killed 80 people.", "80", [], id="background of its own"
        ),
        pytest.param(
            "Ana Ruiz, quoted by Harbour Radio, said 9 ships were taken.",
            "9",
            ["Harbour Radio", "Ana Ruiz"],
            id="quoted by",
        ),
        pytest.param(
            "Nine or 12 died, if the neighbours are to be believed.",
            "12",
            ["neighbours"],
            id="if they are to be believed",
        ),
        pytest.param(
            "The toll rose to 12, the World Health Organization (WHO) said.",
            "12",
            ["World Health Organization"],
            id="an abbreviation in brackets",
        ),
        pytest.param("In a poll by Lode University, 57 percent agreed.", "57", ["Lode University"], id="a poll"),
        pytest.param(
            "The study, which followed nurses, found a 20 percent lower risk.", "20", ["study"], id="a study finds"
        ),
        pytest.param(
            "Olga Tan said the plant was shut, adding that 2 pipes had burst.", "2", ["Olga Tan"], id="adding that"
        ),
        pytest.param(
            "Nobody was hurt, the agency said, and forecasters warned of 120 millimetres of rain.",
            "120",
            ["forecasters"],
            id="another speaks in the second half",
        ),
        pytest.param(
            "The clerk said 9 were hurt, the guard said 12 were. Some 30 left.", "30", [], id="after two speakers"
        ),
        pytest.param(
            "Some 900 people came, according to the unions; police estimated the crowd at 300.",
            "900",
            ["unions"],
            id="two sources parted by a semicolon, the first",
        ),
        pytest.param(
            "Some 900 people came, according to the unions; police estimated the crowd at 300.",
            "300",
            ["police"],
            id="two sources parted by a semicolon, the second",
        ),
        pytest.param(
            "Inspectors opened 22 jars; five were spoilt, the mayor said.",
            "22",
            ["mayor"],
            id="a tag behind two clauses speaks for both",
        ),
        pytest.param(
            "ODENMOUTH, May 4 (Harbour Wire) - The coast guard announced that it had saved 12 sailors.",
            "12",
            ["coast guard"],
            id="a dateline is no source",
        ),
        pytest.param(
            "Lakeside Steel kept count. The company's delivery logs show 48 wagons.",
            "48",
            ["Lakeside Steel", "delivery logs"],
            id="an instrument ends the chain behind its owner",
        ),
        pytest.param(
            "The wage was 900 crowns a week, a leaked payslip shows.",
            "900",
            ["leaked payslip"],
            id="a document as worded",
        ),
        pytest.param(
            "Lakeside Steel makes pans. The company is recalling 7,000 pans sold since May.",
            "7,000",
            ["Lakeside Steel"],
            id="a business and what it recalls",
        ),
        pytest.param(
            "Lakeside Steel is setting aside $20,000 for the families.",
            "20,000",
            ["Lakeside Steel"],
            id="money set aside",
        ),
        pytest.param(
            "Lakeside Steel will pay $500 to each family, the mayor said.",
            "500",
            ["mayor"],
            id="a promise that another tells",
        ),
        pytest.param("I counted 37 tents on the green.", "37", ["own reporter"], id="a reporter who counted"),
        pytest.param("According to our own list 37 tents stood there.", "37", [], id="the report's own list"),
        pytest.param(
            "Turnout was 41 percent, the commission said. Under the constitution 40 percent must take part.",
            "40",
            [],
            id="a rule of law ends what a source carries",
        ),
        pytest.param(
            "The hall held 500, the police said. Anna Berg brought 30 chairs.",
            "30",
            [],
            id="another actor ends what a source carries",
        ),
        pytest.param(
            "The train had 9 coaches, the operator said; it had stood for 50 minutes.",
            "50",
            ["operator"],
            id="a pronoun goes on behind a semicolon",
        ),
        pytest.param(
            "A survey by Lode University among 1,020 adults found 57 percent in favour.",
            "1,020",
            ["Lode University"],
            id="the size of a sample",
        ),
        pytest.param(
            "A survey by Lode University found 57 percent in favour, 31 percent against and 12 undecided.",
            "31",
            ["Lode University"],
            id="numbers in a list",
        ),
        pytest.param(
            "The regulator counted 19 cases, up from 14 in May.", "14", ["regulator"], id="a comparison behind a count"
        ),
        pytest.param("The ministry, which had begun at 37, now says 34.", "34", ["ministry"], id="a bare number"),
        pytest.param(
            "“We hold the bridge,” Brig. Osvaldo Ferrante said. Brig. Ferrante put the dead at 14.",
            "14",
            ["Osvaldo Ferrante"],
            id="a rank cut short",
        ),
        pytest.param("The police never moved from 340.", "340", ["police"], id="a number held to"),
        pytest.param(
            "She has paid none of the $1.5 million the court fined her.",
            "1.5",
            ["court"],
            id="a fine in a relative clause",
        ),
        pytest.param(
            "The office released a study that lists 41 of the missing by name.",
            "41",
            ["office"],
            id="a document that lists",
        ),
        pytest.param(
            "The ferry held 70, the police said. The 12-metre boat was new.",
            "12",
            [],
            id="another thing by its article",
        ),
        pytest.param(
            "The ferry held 70, the police said. The total came to 94.", "94", ["police"], id="a total carries on"
        ),
        pytest.param(
            "The boat was 18 metres long, and for that, said Pa Bah, who built such boats, “forty is too many”.",
            "18",
            [],
            id="before “and for that”",
        ),
        pytest.param(
            "Nobody flew that night, General Ilie Sok told reporters in Tarsin, the capital, 87 miles away.",
            "87",
            [],
            id="where the speaker spoke",
        ),
        pytest.param(
            "The clinic is full, surgeon Ana Ruiz told the Valley Post, 31 of them in intensive care.",
            "31",
            ["Valley Post", "Ana Ruiz"],
            id="a number goes on behind the hearer",
        ),
        pytest.param(
            "The mill stands at a loss of 900 crowns. That is the reckoning of the League of Trade.",
            "900",
            ["League of Trade"],
            id="the next sentence says whose it is",
        ),
        pytest.param(
            "The Red Cross appealed for 5 million crowns.", "5", ["Red Cross"], id="who appeals for an amount"
        ),
        pytest.param("The ministry gave the number of dead as 88.", "88", ["ministry"], id="a number given as so many"),
        pytest.param(
            "Police have received reports of 43 break-ins.", "43", ["Police"], id="who has received reports of so many"
        ),
        pytest.param(
            "The coast guard, relying on what some of the survivors told it, speaks of 85 people.",
            "85",
            ["coast guard", "survivors"],
            id="what a speaker relies on",
        ),
        pytest.param(
            "The minister believes that 210 were aboard, a figure which the coast guard reached by counting tickets.",
            "210",
            ["minister", "coast guard"],
            id="who worked out what a speaker gives",
        ),
        pytest.param(
            "[embedded post] @MediLinkOrg: We have lost 3 nurses in the town.", "3", ["MediLink"], id="a post"
        ),
        pytest.param("Numera: roughly 90,000, so about 2 for each of ours.", "2", [], id="the writer's own reckoning"),
        pytest.param("Scores feared dead as 2 trains collide", "2", [], id="what is feared has no source"),
        pytest.param(
            "The army, whose spokeswoman Elin Dravik had spoken of two, raised the number to 7.",
            "7",
            ["army"],
            id="a clause about the speaker names another",
        ),
    ],
)
def test_a_figure_has_the_chain_of_who_says_it(parse: Parse, text: str, figure: str, chain: list[str]) -> None:
    figures, _ = told(parse, text)
    assert names(figures[figure].chain) == chain


def test_a_heading_takes_the_chain_of_the_same_figure_further_down(parse: Parse) -> None:
    text = "Landslide kills 45 in the hills\n\nA landslide killed 45 people on Monday, the interior ministry said."
    parsed = parse(text)
    figures, _ = told(parse, text)
    assert parsed.sentences[0].heading
    assert names(figures["45"].chain) == ["interior ministry"]


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Slide leaves 5,000 homeless", "A slide left 5,210 homeless, the interior ministry said."),
        ("Fund pays 70 towns", "The fund pays 70 towns, the interior ministry said."),
    ],
)
def test_a_heading_may_round_what_the_body_tells(parse: Parse, heading: str, body: str) -> None:
    figures, _ = told(parse, f"{heading}\n\n{body}")
    first = min(figures.values(), key=lambda figure: figure.span.start)
    assert names(first.chain) == ["interior ministry"]


def test_words_quoted_from_a_report_are_the_reports_and_not_of_a_source_inside_it(parse: Parse) -> None:
    _, quotes = told(parse, "The logs that said 9 were filled in later, “in one hand and one ink,” the report says.")
    assert [quote.speaker for quote in quotes] == ["report"]


@pytest.mark.parametrize(
    ("text", "figure", "stance"),
    [
        ("The army denied that 40 soldiers had died.", "40", "denied"),
        ("The army called the figure of 40 dead an invention.", "40", "denied"),
        ("“The figure of 40 dead is false,” the general said.", "40", "denied"),
        ("Correction: the dead numbered 4, not 14.", "14", "denied"),
        ("The rebels claimed that 40 soldiers had died.", "40", "doubted"),
        ("The rebels said, without offering evidence, that 40 soldiers had died.", "40", "doubted"),
        ("Some 40 soldiers reportedly died.", "40", "doubted"),
        ("The army maintained that 40 soldiers had died.", "40", "asserted"),
        ("The price fell to 40 crowns, not only in town.", "40", "asserted"),
        ("The army denied once more that 40 soldiers had died.", "40", "denied"),
        ("Contrary to press reports, the lead was never at 40 grams, the firm said.", "40", "denied"),
        ("There were not 40 dead, the army said.", "40", "denied"),
        ("There were not more than 40 dead, the army said.", "40", "asserted"),
        ("It is not true that 40 soldiers died, the army said.", "40", "denied"),
        ("The general no longer defends his 40.", "40", "denied"),
        ("A previous version stated that 40 had died.", "40", "denied"),
        ("Some 40 soldiers died, or so he says.", "40", "doubted"),
        ("A clerk supposedly told friends that 40 soldiers died.", "40", "doubted"),
    ],
)
def test_stance_tells_whether_a_figure_is_denied_or_doubted(parse: Parse, text: str, figure: str, stance: str) -> None:
    figures, _ = told(parse, text)
    assert figures[figure].stance == stance


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“We ran down to the beach,” said Ilse Brandt.", ["Ilse Brandt"]),
        ("Ilse Brandt lost her boat. “We ran down to the beach,” she said.", ["Ilse Brandt"]),
        ("“We ran to the beach,” Ilse Brandt said. “Nobody was left.”", ["Ilse Brandt", "Ilse Brandt"]),
        ("Ilse Brandt was mending nets. “We ran down to the beach at once.”", ["Ilse Brandt"]),
        ("Skipper Ilse Brandt: “We ran down to the beach.”", ["Ilse Brandt"]),
        ("“We ran down to the beach,” Ilse Brandt was quoted as saying by the radio.", ["Ilse Brandt"]),
        ("A last word from Ilse Brandt, who mends nets: “The sea takes back its own.”", ["Ilse Brandt"]),
        ("Ilse Brandt shook her head. Her answer was short: “The sea takes back its own.”", ["Ilse Brandt"]),
        ("Ilse Brandt lets it be known that “the sea takes back its own”.", ["Ilse Brandt"]),
        ("Ilse Brandt made it clear that “the sea takes back its own”.", ["Ilse Brandt"]),
        ("“The sea takes back its own” is what Ilse Brandt said at the quay.", ["Ilse Brandt"]),
        ("“The sea takes back its own” was Ilse Brandt's line at the quay.", ["Ilse Brandt"]),
        ("The words of Ilse Brandt, “the sea takes back its own”, were read out.", ["Ilse Brandt"]),
        ("“The sea takes back its own.” So says Ilse Brandt, who mends nets.", ["Ilse Brandt"]),
        ("“The sea takes back its own.” That is how Ilse Brandt describes it.", ["Ilse Brandt"]),
        ("“The sea takes back its own.” Ilse Brandt was mending nets when the wave came.", ["Ilse Brandt"]),
        ("Ilse Brandt wept. Only once did she raise her voice: “Give us back our boats!”", ["Ilse Brandt"]),
        ("Minister Falk says 9. It was 12, reckons Ilse Brandt. “I was there,” she said.", ["Ilse Brandt"]),
        ("Ilse Brandt, hoarse, on the steps of the chapel: “Give us back our boats!”", ["Ilse Brandt"]),
        (
            "Ilse Brandt called it a “theft in broad daylight”; Bo Falk, “an honest mistake by tired men”.",
            ["Ilse Brandt", "Bo Falk"],
        ),
    ],
)
def test_a_quotation_has_its_speaker(parse: Parse, text: str, speakers: list[str]) -> None:
    _, quotes = told(parse, text)
    assert [quote.speaker for quote in quotes] == speakers


@pytest.mark.parametrize(
    ("text", "name", "kind", "plural"),
    [
        ("Officials said 9 were hurt.", "Officials", "unnamed", True),
        ("A nurse said 9 were hurt.", "nurse", "unnamed", False),
        ("The interior ministry said 9 were hurt.", "interior ministry", "body", False),
        ("The newspaper Harbour Times said 9 were hurt.", "newspaper Harbour Times", "outlet", False),
        ("The manifest shows 9 passengers.", "manifest", "document", False),
        ("Ana Ruiz said 9 were hurt.", "Ana Ruiz", "person", False),
    ],
)
def test_a_link_knows_its_kind(parse: Parse, text: str, name: str, kind: str, *, plural: bool) -> None:
    figures, _ = told(parse, text)
    assert [(link.name, link.kind, link.plural) for link in figures["9"].chain] == [(name, kind, plural)]


def test_a_quotation_announced_by_the_writer_of_the_report_has_no_speaker_and_no_crash(parse: Parse) -> None:
    text = "Days went by. " * 150  # so that the sentence has a higher number than it has words
    text += "\n\nI can’t tell you how many times I’ve reached out to colleagues and said something along the lines of …"
    text += "\n\n“Argh! I know I need to do this but it’s scary!”\n\nYes."
    _, quotes = told(parse, text)
    assert [quote.chain for quote in quotes] == [()]


def test_who_speaks_in_an_aside_is_the_one_source_of_its_number(parse: Parse) -> None:
    text = "At the rally, which organisers say drew 80,000 people, at least 35 people were hurt, doctors told a paper."
    found = find_mentions(parse(text))
    assert [(f.span.words, [link.name for link in f.chain]) for f in found.figures] == [
        ("80,000", ["organisers"]),
        ("at least 35", ["doctors"]),
    ]
