"""Descriptions, papers, staff, organs and seats: which words of a story stand for one body, and which do not."""

import pytest

from twosource.reconciling.identities import Bodies
from twosource.records import Figure, Link, Mentions, Name, NameKind, Report, Span


def name(words: str, kind: NameKind = "organisation", role: str = "", of: str = "", also: tuple[str, ...] = ()) -> Name:
    span = Span(report="r", start=0, end=len(words), words=words)
    return Name(name=words, kind=kind, spans=(span,), role=role or None, of=of or None, also=also)


def bodies(*found: Name) -> Bodies:
    return Bodies([Report(id="r", text="")], [Mentions(report="r", names=found)])


STORY = (
    name("KeshRail", role="operator"),
    name("Kesh Medicines Institute"),
    name("Green Lantern"),
    name("Constitutional Court"),
    name("Eastern Front"),
    name("Dock Workers' Federation"),
    name("Oslar", "place"),
    name("Defence Ministry"),
    name("Mara Lindqvist", "person", role="chief executive", of="KeshRail"),
    name("Olaf Brandt", "person", role="shop steward"),
    name("Pim Vos", "person", of="UN"),
    name("Ana Pop", "person", role="nurse", of="KeshRail"),
    name("UN"),
    name("Ida Norr", "person", role="fire chief"),
    name("Otto Lamm", "person", role="taxi driver"),
    name("National Weather Institute"),
    name("county weather office"),
    name("Joss Vane", "person", role="interior minister"),
    name("State Audit Office"),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("state-owned operator KeshRail", "KeshRail"),
        ("State-owned operator KeshRail", "KeshRail"),
        ("the medical charity Green Lantern", "Green Lantern"),
        ("medicines watchdog", "Kesh Medicines Institute"),
        ("the dock workers' union", "Dock Workers' Federation"),
        ("organizers", "organisers"),
        ("Defense Ministry", "Defence Ministry"),
        ("U.N. refugee agency", "UNHCR"),
        ("Centers for Disease Control", "CDC"),
        ("Food and Drug Administration", "FDA"),
        ("Doctors Without Borders", "MSF"),
        ("UN's nuclear watchdog", "IAEA"),
        ("fire chief", "Ida Norr"),
    ],
)
def test_a_description_with_a_name_is_the_name(one: str, other: str) -> None:
    assert bodies(*STORY).same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KeshRail sales system", "KeshRail"),
        ("analysts at Green Lantern", "Green Lantern"),
        ("Green Lantern's lawyers", "Green Lantern"),
        ("the ruling", "Constitutional Court"),
        ("rebels", "Eastern Front"),
        ("organisers", "Dock Workers' Federation"),
        ("Mara Lindqvist", "KeshRail"),
        ("Olaf Brandt", "Dock Workers' Federation"),
        ("UN humanitarian office", "UN"),
        ("Pim Vos", "UN humanitarian office"),
        ("Oslar", "Defence Ministry"),
        ("Paris", "government"),
    ],
)
def test_papers_staff_organs_and_seats_are_of_one_family(one: str, other: str) -> None:
    assert bodies(*STORY).family(one, other) is not None
    assert bodies(*STORY).family(other, one) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Pop", "KeshRail"),
        ("a nurse at Green Lantern", "Green Lantern"),
        ("former KeshRail", "Green Lantern"),
        ("UNHCR", "WFP"),
        ("the insurer", "the company"),
        ("rebels", "Defence Ministry"),
        ("the ruling", "Green Lantern"),
        ("Mara Lindqvist", "Green Lantern"),
        ("European Commission", "commission"),
        ("county weather office", "National Weather Institute"),
        ("taxi driver", "Otto Lamm"),
        ("State Audit Office", "health ministry"),
    ],
)
def test_others_stay_apart(one: str, other: str) -> None:
    assert bodies(*STORY).family(one, other) is None


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Joss Vane", "health ministry", True),
        ("transport ministry", "police", True),
        ("Joss Vane", "police", False),
        ("emergencies ministry", "government", False),
        ("coast guard", "transport ministry", False),
    ],
)
def test_bodies_of_one_government_for_different_fields_are_told_so(one: str, other: str, *, apart: bool) -> None:
    reason = bodies(*STORY).family(one, other) or ""
    assert "one government" in reason or not apart
    assert ("for different fields" in reason) is apart


def test_who_owns_something_may_be_a_body() -> None:
    owner = Name(name="Pop Ferry Lines", kind="person", role="owner", spans=name("Pop Ferry Lines").spans)
    company = Name(name="Pop Ferry Lines", kind="organisation", spans=name("Pop Ferry Lines").spans * 2)
    known = Bodies(
        [Report(id="a", text=""), Report(id="b", text="")],
        [Mentions(report="a", names=(owner,)), Mentions(report="b", names=(company,))],
    )
    assert known.body_of("Pop Ferry Lines") is None


def test_a_bare_word_means_the_body_of_the_report_it_stands_in() -> None:
    span = Span(report="r1", start=0, end=6, words="agency")
    figure = Figure(id="f", span=span, sentence=span, low=1, high=1, chain=(Link(name="agency", kind="body"),))
    mentions = [
        Mentions(report="r0", names=(name("Harbour Agency", also=("agency",)),)),
        Mentions(report="r1", names=(name("Space Agency", also=("agency",)),), figures=(figure,)),
    ]
    known = Bodies([Report(id="r0", text=""), Report(id="r1", text="")], mentions)
    assert known.same("agency", "Space Agency")
    assert not known.same("agency", "Harbour Agency")


LINES = (
    ("a", "Aila Torv, a weaver, who speaks for the tenants' assembly, showed her notebook."),
    ("a", "Henrik Dahl of the U.N. refugee agency counted them in the sports hall."),
    ("a", "Rosa Lind, a nurse at the clinic, wept."),
    ("a", "The line's branch manager, Otto Kranz, would not come out."),
    ("a", "Marta Ibarra, the governor, flew over the valley."),
    ("a", "Pim of Oslar would not come out."),
)


def _told() -> Bodies:
    text = "\n".join(line for _, line in LINES)
    found = [
        ("Aila Torv", "weaver"), ("Henrik Dahl", None), ("Rosa Lind", "nurse"), ("Otto Kranz", "branch manager"),
        ("Marta Ibarra", "governor"), ("Pim", None),
    ]  # fmt: skip
    report = Report(id="a", text=text)
    names = [
        Name(name=who, kind="person", role=role, spans=(report.span(text.index(who), text.index(who) + len(who)),))
        for who, role in found
    ]
    names += [
        Name(name="Oslar", kind="place"),
        Name(name="Kesh Ferries", kind="organisation", role="operator"),
        Name(name="Ana's Friends", kind="organisation", role="group"),
    ]
    return Bodies([report], [Mentions(report="a", names=tuple(names))])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aila Torv", "tenants' assembly"),
        ("Aila Torv's assembly", "tenants' assembly"),
        ("Henrik Dahl", "UNHCR"),
        ("Otto Kranz", "Kesh Ferries"),
        ("Otto Kranz", "company"),
        ("company", "Kesh Ferries"),
        ("company's lawyers", "Kesh Ferries"),
        ("Marta Ibarra", "commission of the province"),
        ("UNHCR", "United Nations"),
        ("army", "Ministry of Defence"),
    ],
)
def test_what_a_text_tells_of_a_person_or_body_makes_them_one_voice(one: str, other: str) -> None:
    known = _told()
    assert known.family(one, other) is not None
    assert known.family(other, one) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rosa Lind", "clinic"),
        ("Pim", "Oslar"),
        ("Marta Ibarra", "provincial police"),
        ("an officer of the gendarmerie", "Interior Ministry"),
        ("a soldier at the front", "army"),
        ("Otto Kranz", "tenants' assembly"),
    ],
)
def test_who_works_or_lives_somewhere_speaks_for_nobody_else(one: str, other: str) -> None:
    assert _told().family(one, other) is None


def test_a_company_of_the_state_and_a_ministry_may_pass_on_one_count() -> None:
    text = "State-owned operator TransRail said so. Kesh Mills did not."
    report = Report(id="a", text=text)
    names = tuple(
        Name(name=who, kind="organisation", spans=(report.span(text.index(who), text.index(who) + len(who)),))
        for who in ("TransRail", "Kesh Mills")
    )
    known = Bodies([report], [Mentions(report="a", names=names)])
    assert "owned by the state" in (known.family("TransRail", "Ministry of Transport") or "")
    assert known.family("Kesh Mills", "Ministry of Transport") is None
    assert known.family("TransRail", "Sailors' Union") is None
