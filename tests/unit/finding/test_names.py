"""The persons, bodies and places of a report: variants joined, offices and kinds of body resolved."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed
from twosource.finding.names import find_names
from twosource.records import Name

Parse = Callable[..., Parsed]


def names(parsed: Parsed) -> dict[str, Name]:
    return {name.name: name for name in find_names(parsed)}


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Mara Lindqvist spoke first. “We wait,” Lindqvist said.", "Mara Lindqvist", ["Mara Lindqvist", "Lindqvist"]),
        ("Dr. Mara Lindqvist spoke. Later Dr Lindqvist left.", "Mara Lindqvist", ["Mara Lindqvist", "Lindqvist"]),
        ("Park Min Ho spoke. Park Min-ho said he would wait.", "Park Min Ho", ["Park Min Ho", "Park Min-ho"]),
        (
            "The World Grain Organization (WGO) said prices rose. The WGO did not say why.",
            "World Grain Organization",
            ["World Grain Organization", "WGO", "WGO"],
        ),
        (
            "The Ministry of Transport said roads were shut. The ministry gave no date.",
            "Ministry of Transport",
            ["Ministry of Transport", "ministry"],
        ),
        (
            "Colonel Mara Lindqvist spoke for the army. The colonel gave no number.",
            "Mara Lindqvist",
            ["Mara Lindqvist", "colonel"],
        ),
        (
            "Red Lantern, a charity in Oslo, counted 40. The charity said more were coming.",
            "Red Lantern",
            ["Red Lantern", "charity"],
        ),
    ],
)
def test_variants_are_one_name(parse: Parse, text: str, name: str, words: list[str]) -> None:
    assert [span.words for span in names(parse(text))[name].spans] == words


@pytest.mark.parametrize(
    ("text", "name", "role", "of"),
    [
        (
            "Norway's coast guard is out. Coast guard spokesman Commander Mara Lindqvist said 40 were safe.",
            "Mara Lindqvist",
            "coast guard spokesman",
            "Norway's coast guard",
        ),
        (
            "The Swift Institute met. Its director, Mara Lindqvist, spoke.",
            "Mara Lindqvist",
            "director",
            "Swift Institute",
        ),
        ("Mara Lindqvist, who heads the Swift Institute, spoke.", "Mara Lindqvist", "head", "Swift Institute"),
        ("Interior Minister Mara Lindqvist spoke on Monday.", "Mara Lindqvist", "interior minister", None),
        ("Mara Lindqvist, a baker from Oslo, spoke.", "Mara Lindqvist", "baker", None),
        (
            "Men fled, a coast guard spokesman said. They broke into Oslo Grain Bank, the spokesman, Ola Berg, said.",
            "Ola Berg",
            "spokesman",
            "coast guard",
        ),
        (
            "Rain fell on Fossum, the Swift Institute said. Its governor, Mara Lindqvist, was away.",
            "Mara Lindqvist",
            "governor",
            None,
        ),
        (
            "“We grieve,” commented Mara Lindqvist, Chief Executive Officer. She left.",
            "Mara Lindqvist",
            "chief executive officer",
            None,
        ),
    ],
)
def test_offices_are_read(parse: Parse, text: str, name: str, role: str, of: str | None) -> None:
    found = names(parse(text))[name]
    assert (found.kind, found.role, found.of) == ("person", role, of)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Spain's interior ministry said 40 had come.", "Spain's interior ministry", "organisation"),
        ("The fire began in Norway on Monday.", "Norway", "place"),
        ("Bank Lindqvist said profits rose.", "Bank Lindqvist", "organisation"),
        ("They sailed to the Lofoten Islands.", "Lofoten Islands", "place"),
        ("The Kesh Herald reported 40 dead.", "Kesh Herald", "organisation"),
        ("Ola Berg of Oslo Bird Rescue counted 40.", "Oslo Bird Rescue", "organisation"),
        ("Berg Minerals said 40 had come.", "Berg Minerals", "organisation"),
        ("Lind Sole plc said 40 had come.", "Lind Sole", "organisation"),
    ],
)
def test_kinds(parse: Parse, text: str, name: str, kind: str) -> None:
    assert names(parse(text))[name].kind == kind


def test_two_persons_of_one_surname_stay_apart(parse: Parse) -> None:
    found = names(parse("Mara Lindqvist spoke. Lindqvist left. Then Olaf Lindqvist came. Lindqvist was late."))
    assert len(found["Mara Lindqvist"].spans) == 2
    assert len(found["Olaf Lindqvist"].spans) == 2


def test_a_colonel_is_nobody_where_two_are_told_of_later(parse: Parse) -> None:
    found = names(parse("The colonel was late. Colonel Mara Lindqvist and Colonel Olaf Brandt came at noon."))
    assert all("colonel" not in name.also for name in found.values())


def test_headings_in_capitals_name_only_who_is_named_below(parse: Parse) -> None:
    found = names(parse("Lindqvist Vows To End Long Strike\n\nMara Lindqvist spoke to the press on Monday."))
    assert [span.words for span in found["Mara Lindqvist"].spans] == ["Mara Lindqvist"]
    assert not any("Vows" in name for name in found)


def test_days_and_adjectives_are_no_names(parse: Parse) -> None:
    found = names(parse("On Monday a Spanish trawler met three Danish boats in March."))
    assert not {"Monday", "March", "Spanish", "Danish"} & found.keys()


def test_every_span_opens_at_its_words(parse: Parse) -> None:
    parsed = parse("Dr. Mara Lindqvist, director of the Swift Institute (SI), spoke. The institute's roof is gone.")
    for name in find_names(parsed):
        assert name.spans
        assert all(parsed.report.text[span.start : span.end] == span.words for span in name.spans)


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [("The Norwegian president", True), ("The Danish president", False), ("The first president", False)],
)
def test_an_office_of_another_country_or_time_is_another_person(parse: Parse, phrase: str, *, meant: bool) -> None:
    found = names(parse(f"Norwegian President Mara Lindqvist spoke in Oslo. {phrase} was born in 1950."))
    assert (len(found["Mara Lindqvist"].spans) == 2) is meant
