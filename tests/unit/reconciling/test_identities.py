"""Names joined across a story, and why two of them speak with one voice."""

import pytest

from twosource.reconciling.identities import Bodies, join_names
from twosource.records import Mentions, Name, NameKind, Report, Span


def name(report: str, words: str, kind: NameKind, role: str = "", of: str = "") -> Name:
    span = Span(report=report, start=0, end=len(words), words=words)
    return Name(name=words, kind=kind, spans=(span,), role=role or None, of=of or None)


def story(*names_of: tuple[Name, ...]) -> tuple[list[Report], list[Mentions]]:
    reports = [Report(id=f"r{number}", text="") for number in range(len(names_of))]
    mentions = [Mentions(report=f"r{number}", names=found) for number, found in enumerate(names_of)]
    return reports, mentions


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Leyla Osmani", "Leyla Usmani", "person"),
        ("Leyla Osmani", "Leyla Hatun Osmani", "person"),
        ("Hisham Abdel-Ghani", "Hesham Abdelghany", "person"),
        ("Kim Min Ho", "Kim Min-ho", "person"),
        ("Sorin Vlădescu", "Sorin Vladescu", "person"),
        ("Brito Tavares", "Edmilson Brito Tavares", "person"),
        ("coast guard", "Norway's coast guard", "organisation"),
        ("Norwegian coast guard", "Norway's coastguard", "organisation"),
        ("Ministry of the Interior", "interior ministry", "organisation"),
        ("Health Ministry", "Ministry of Health and Population", "organisation"),
        ("World Grain Organization", "WGO", "organisation"),
        ("International Organization for Migration", "UN migration agency", "organisation"),
        ("Bank Huerlimann", "Bank Hürlimann", "organisation"),
        ("Kafr el-Basatin", "Kafr al-Basateen", "place"),
        ("emergency directorate", "National Emergency Directorate", "organisation"),
        ("health directorate", "health department of the Kesh Council", "organisation"),
    ],
)
def test_variants_across_reports_are_one(one: str, other: str, kind: NameKind) -> None:
    reports, mentions = story((name("r0", one, kind),), (name("r1", other, kind),))
    assert len(join_names(reports, mentions)) == 1
    assert Bodies(reports, mentions).same(one, other)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Maria Lopes", "Mario Lopes", "person"),
        ("Daniel Ortiz", "Daniela Ortiz", "person"),
        ("Mara Lindqvist", "Olaf Lindqvist", "person"),
        ("Norway's coast guard", "Danish coast guard", "organisation"),
        ("health ministry", "labour ministry", "organisation"),
        ("Kesh Herald", "Kesh Courier", "organisation"),
        ("Niger", "Nigeria", "place"),
    ],
)
def test_different_ones_stay_apart(one: str, other: str, kind: NameKind) -> None:
    reports, mentions = story((name("r0", one, kind),), (name("r1", other, kind),))
    assert len(join_names(reports, mentions)) == 2
    assert not Bodies(reports, mentions).same(one, other)


def test_a_surname_that_two_share_is_given_to_neither() -> None:
    people = (name("r0", "Mara Lindqvist", "person"), name("r0", "Olaf Lindqvist", "person"))
    reports, mentions = story(people, (name("r1", "Lindqvist", "person"),))
    assert len(join_names(reports, mentions)) == 3


def test_the_order_of_reports_changes_nothing() -> None:
    reports, mentions = story(
        (name("r0", "Leyla Osmani", "person", role="doctor"), name("r0", "health directorate", "organisation")),
        (name("r1", "Leyla Usmani", "person"), name("r1", "Council's health directorate", "organisation")),
        (name("r2", "Osmani", "person"),),
    )
    assert join_names(reports, mentions) == join_names(reports[::-1], mentions[::-1])


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Mara Lindqvist", "coast guard", "spokeswoman"),
        ("coast guard", "Norway's coast guard", "two names"),
        ("Oslo", "Norway's coast guard", "stands for the government"),
        ("Oslo", "Norway", "stands for the government"),
        ("Olaf Brandt", "interior ministry", "heads"),
        ("coast guard figures", "coast guard", "words or papers"),
        ("Council's health directorate", "Kesh Council", "organ"),
        ("Mara Lindqvist", "Ida Holm", "both speak"),
        ("interior ministry", "police", "bodies of one government"),
    ],
)
def test_one_voice_is_told_with_its_reason(one: str, other: str, words: str) -> None:
    bodies = _norway()
    reason = bodies.family(one, other)
    assert reason is not None
    assert words in reason
    assert bodies.family(other, one) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mara Lindqvist", "Kesh Council"),
        ("Jo Farr", "coast guard"),
        ("Oslo", "Danish coast guard"),
        ("UN human rights office", "interior ministry"),
        ("provincial health department", "interior ministry"),
    ],
)
def test_others_speak_for_themselves(one: str, other: str) -> None:
    assert _norway().family(one, other) is None


def _norway() -> Bodies:
    found = (
        name("r0", "Norway's coast guard", "organisation"),
        name("r0", "Mara Lindqvist", "person", role="spokeswoman", of="Norway's coast guard"),
        name("r0", "Ida Holm", "person", role="commander", of="Norway's coast guard"),
        name("r0", "Jo Farr", "person", role="fisherman"),
        name("r0", "interior ministry", "organisation"),
        name("r0", "Olaf Brandt", "person", role="interior minister"),
        name("r0", "Kesh Council", "organisation"),
        name("r0", "Council's health directorate", "organisation", of="Kesh Council"),
    )
    return Bodies(*story(found))


def test_a_title_before_a_name_is_no_other_person() -> None:
    bodies = _norway()
    assert bodies.canonical("Commander Ida Holm") == "Ida Holm"
    assert bodies.canonical("coast guard's spokeswoman") == "Mara Lindqvist"
    assert bodies.canonical("commander of the coast guard") == "Ida Holm"
    assert bodies.canonical("nobody known") == "nobody known"
    assert bodies.body_of("Ida Holm") == "Norway's coast guard"


def test_persons_said_to_speak_for_one_another_are_no_endless_ring() -> None:
    report = Report(id="r", text="Ana Ruiz and Jon Berg")
    names = (
        Name(name="Ana Ruiz", kind="person", spans=(report.span(0, 8),), role="spokeswoman", of="Jon Berg"),
        Name(name="Jon Berg", kind="person", spans=(report.span(13, 21),), role="spokesman", of="Ana Ruiz"),
    )
    bodies = Bodies([report], [Mentions(report="r", names=names)])
    assert bodies.family("Ana Ruiz", "Interior Ministry") is None
