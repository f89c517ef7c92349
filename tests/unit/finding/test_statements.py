"""Attributions: who says what, in which words, and with what force."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed, find_mentions
from twosource.finding.quotes import find_quotes
from twosource.finding.statements import find_statements
from twosource.records import Statement

Parse = Callable[..., Parsed]


def statements(parse: Parse, text: str) -> list[Statement]:
    parsed = parse(text)
    return list(find_statements(parsed, tuple(find_quotes(parsed)), ()))


def first(parse: Parse, text: str, cue: str) -> Statement:
    found = [s for s in statements(parse, text) if s.cue is not None and cue in s.cue.words]
    assert found, [s.cue.words for s in statements(parse, text) if s.cue]
    return found[0]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        pytest.param(
            "The mayor said that 12 houses had burned.", "said", "The mayor", "that 12 houses had burned", id="before"
        ),
        pytest.param(
            "Twelve houses had burned, the mayor said.", "said", "the mayor", "Twelve houses had burned", id="behind"
        ),
        pytest.param(
            "Twelve houses had burned, said Ana Ruiz, who runs the camp.",
            "said",
            "Ana Ruiz, who runs the camp",
            "Twelve houses had burned",
            id="behind, inverted",
        ),
        pytest.param(
            "The dam, the engineer said, would hold for 20 days.",
            "said",
            "the engineer",
            "The dam, the engineer said, would hold for 20 days",
            id="inside",
        ),
        pytest.param(
            "According to the harbour office, nine boats are missing.",
            "According to",
            "the harbour office",
            "nine boats are missing",
            id="according to, in front",
        ),
        pytest.param(
            "Nine boats are missing, according to the harbour office.",
            "according to",
            "the harbour office",
            "Nine boats are missing",
            id="according to, behind",
        ),
        pytest.param(
            "By the count of the nurses, 31 people were treated.",
            "By the count",
            "the nurses",
            "31 people were treated",
            id="by the count of",
        ),
        pytest.param(
            "Ann Lee, the mayor of Odenmouth, warned of floods.",
            "warned of",
            "Ann Lee, the mayor of Odenmouth",
            "floods",
            id="a role beside its name",
        ),
        pytest.param(
            "Two were hurt, said the report made public in Odenmouth on Monday.",
            "said",
            "the report made public in Odenmouth on Monday",
            "Two were hurt",
            id="a speaker with a participle behind the verb",
        ),
        pytest.param("The union's list is 37.", "list", "The union's", "37", id="an owner's count"),
        pytest.param("The police: 4,000 marchers.", ":", "The police", "4,000 marchers", id="a colon"),
        pytest.param(
            "The ministry put the toll at 43.", "put", "The ministry", "the toll at 43", id="a verb that holds a number"
        ),
        pytest.param(
            "The owner, Lakeside Steel, said two furnaces had failed.",
            "said",
            "The owner, Lakeside Steel",
            "two furnaces had failed",
            id="a name beside its role",
        ),
        pytest.param(
            "Okafor, who has sailed for thirty years, said the mast had cracked.",
            "said",
            "Okafor",
            "the mast had cracked",
            id="a clause about a speaker who is only named",
        ),
        pytest.param(
            "Later the port authority issued a statement saying two cranes had fallen.",
            "saying",
            "the port authority",
            "two cranes had fallen",
            id="who issues the statement, not the statement",
        ),
        pytest.param(
            "The governor spoke about the flood in the valley.",
            "spoke about",
            "The governor",
            "the flood in the valley",
            id="a verb that tells only with a preposition",
        ),
        pytest.param(
            "The poll showed Marta Lind with a wide lead.",
            "showed",
            "The poll",
            "Marta Lind with a wide lead",
            id="a poll shows a state of things",
        ),
        pytest.param(
            "The ministry sees the reservoir as a threat to the town.",
            "sees",
            "The ministry",
            "the reservoir as a threat to the town",
            id="sees one thing as another",
        ),
        pytest.param(
            "The bishop raised doubts about the count.",
            "raised",
            "The bishop",
            "doubts about the count",
            id="what is raised by way of speech",
        ),
        pytest.param(
            "“It was a very bad day,” said Rep. Ann Lee (D-N.C.), head of the water panel.",
            "said",
            "Rep. Ann Lee (D-N.C.), head of the water panel",
            "It was a very bad day,",
            id="a title behind a bracket",
        ),
        pytest.param(
            "The harbour master answered the crew by saying the pier had sunk.",
            "saying",
            "The harbour master",
            "the pier had sunk",
            id="by saying",
        ),
        pytest.param(
            "The mayor has a new message for the town: “We will rebuild every house.”",
            "has",
            "The mayor",
            "We will rebuild every house.",
            id="who announces a quotation with a clause",
        ),
        pytest.param(
            "An aide who spoke on condition of anonymity said the talks had failed.",
            "said",
            "An aide",
            "the talks had failed",
            id="how a source spoke",
        ),
    ],
)
def test_source_cue_and_content_are_found_wherever_the_cue_stands(
    parse: Parse, text: str, cue: str, source: str, content: str
) -> None:
    statement = first(parse, text, cue)
    assert statement.source is not None
    assert (statement.source.words, statement.content.words) == (source, content)


@pytest.mark.parametrize(
    ("text", "cue", "stance"),
    [
        ("The firm denied that 40 workers had fallen ill.", "denied", "denied"),
        ("The group claimed that 40 workers had fallen ill.", "claimed", "doubted"),
        ("The firm insisted that 40 workers had fallen ill.", "insisted", "asserted"),
        ("Forty workers had reportedly fallen ill.", "reportedly", "doubted"),
    ],
)
def test_a_cue_decides_what_becomes_of_its_content(parse: Parse, text: str, cue: str, stance: str) -> None:
    assert first(parse, text, cue).stance == stance


@pytest.mark.parametrize(
    ("text", "cue", "force"),
    [
        ("The clerk said the hall was full.", "said", "says"),
        ("The clerk believes that the hall was full.", "believes", "thinks"),
        ("The clerks demand a raise of 9 percent.", "demand", "pledges"),
        ("The clerks attacked the plan.", "attacked", "acts"),
    ],
)
def test_a_verb_says_thinks_pledges_or_acts(parse: Parse, text: str, cue: str, force: str) -> None:
    assert first(parse, text, cue).force == force


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We ran down to the beach at once,” the boy said.", "direct"),
        ("The boy said they “ran down to the beach at once” when it began.", "mixed"),
        ("The boy said they ran down to the beach.", "indirect"),
    ],
)
def test_kind_tells_how_much_is_quotation(parse: Parse, text: str, kind: str) -> None:
    assert first(parse, text, "said").kind == kind


def test_a_broken_quotation_is_one_content(parse: Parse) -> None:
    text = "“The water came at night,” Ilse Brandt said. “By morning the bridge was gone.”"
    statement = first(parse, text, "said")
    assert statement.content.words.startswith("The water")
    assert statement.content.words.endswith("bridge was gone.")


def test_what_a_speaker_tells_of_anothers_wishes_is_only_his(parse: Parse) -> None:
    cues = [s.cue.words for s in statements(parse, "Lena Holm said her rival attacked the plan.") if s.cue]
    assert cues == ["said"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lena Holm said the union believes that 40 jobs will go.", ["believes"]),
        ("Lena Holm said 40 jobs would go, and the union said 60 would go.", []),
        ("The bridge, Lena Holm said, was closed, according to the union.", []),
    ],
)
def test_a_statement_inside_anothers_words_is_told(parse: Parse, text: str, told: list[str]) -> None:
    assert [s.cue.words for s in statements(parse, text) if s.told and s.cue is not None] == told


def test_a_statement_told_inside_another_is_kept_as_such_and_its_source_is_a_link(parse: Parse) -> None:
    found = find_mentions(parse("Lena Holm said the police reported that 40 people had died."))
    assert [(s.cue.words, s.told) for s in found.statements if s.cue is not None] == [
        ("said", False),
        ("reported", True),
    ]
    assert [[link.name for link in figure.chain] for figure in found.figures] == [["Lena Holm", "police"]]


def test_what_one_speaker_says_ends_where_another_begins(parse: Parse) -> None:
    text = "Lena Holm said that the dam was safe, and engineers warned that the gates would fail."
    contents = [s.content.words for s in statements(parse, text) if s.force == "says"]
    assert contents == ["that the dam was safe", "that the gates would fail"]


def test_a_bracket_that_closes_does_not_end_a_sentence(parse: Parse) -> None:
    parsed = parse("Rep. Ann Lee (D-N.C.), who heads the panel, left early. Nobody stayed.")
    assert [sentence.text for sentence in parsed.sentences][1:] == ["Nobody stayed."]


@pytest.mark.parametrize("text", ["They raised the flag over the town hall.", "It points to the north."])
def test_deeds_are_no_sources(parse: Parse, text: str) -> None:
    assert all(s.force == "acts" for s in statements(parse, text))


def test_a_later_source_does_not_reach_back_over_a_semicolon(parse: Parse) -> None:
    text = "The company said 180 people were inside; the union said 310."
    contents = [s.content.words for s in statements(parse, text) if s.cue and s.cue.words == "said"]
    assert contents == ["180 people were inside", "310"]


@pytest.mark.parametrize("text", ["", "…", '"', "said", "said said said", "“", ": : :", "according to", "X's"])
def test_scraps_give_no_error(parse: Parse, text: str) -> None:
    if text.strip():
        assert isinstance(statements(parse, text), list)


@pytest.mark.parametrize(
    ("heading", "chains"),
    [
        ("Northwell fined $31 million over data breach", [[]]),
        ("Brussels court fined Northwell $31 million", [["Brussels court"]]),
    ],
)
def test_who_is_fined_in_a_heading_is_no_source(parse: Parse, heading: str, chains: list[list[str]]) -> None:
    found = find_mentions(parse(f"{heading}\n\nThe case had drawn wide attention in the country."))
    assert [[link.name for link in figure.chain] for figure in found.figures] == chains
