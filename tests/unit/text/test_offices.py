import pytest

from twosource.text.offices import of_state, offices


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Sole of the dock workers' union said so.", [("dock workers' union", False)]),
        ("Ana Sole, who leads the union and is a cook, said", [("union", True)]),
        ("Ana Sole, a weaver, who speaks for the tenants' assembly.", [("tenants' assembly", True)]),
        ("said Ana Sole of the U.N. refugee agency, up from", [("U.N. refugee agency", False)]),
        ("UN numbers guy Ana Sole says", [("UN", False)]),
        ("Ana Sole, 41, of the Institute for Public Health in Kesh, said", [("Institute for Public Health", False)]),
        ("Ana Sole, speaking for the Kesh Red Cross, said", [("Kesh Red Cross", True)]),
        ("Ana Sole, who heads Medilink's Kesh mission, said", [("Medilink's Kesh mission", True)]),
        ("said Ana Sole, head of civil protection.", [("civil protection", True)]),
        ("Ana Sole, deputy director of the Kesh health office, said", [("Kesh health office", True)]),
        ("said Ana Sole of the emergency services.", [("emergency services", False)]),
        ("the head of the rescue service, Ana Sole, told reporters", [("rescue service", True)]),
        ("chairman of the Weavers' Union Ana Sole said", [("Weavers' Union", True)]),
        ("the union's chairwoman, Ana Sole, said", [("union", True)]),
        ("Ana Sole, the clinic's deputy director, said", [("clinic", True)]),
        ("the Minister of Health, Dr Ana Sole, informed", [("health ministry", True)]),
        ("as Energy Minister Ana Sole put it", [("energy ministry", True)]),
        ("which Ana Sole, our minister of health, gave", [("health ministry", True)]),
        ("the former head of the rescue service, Ana Sole, said", []),
        ("Ana Sole, a senior official of the transport ministry, said", [("transport ministry", False)]),
        ("Prime Minister Ana Sole said", []),
        ("the head of the army's rival and Ana Sole said", []),
        ("Ana Sole, who runs a bakery near the ministry, said", []),
        ("Ana Sole said the ministry had lied.", []),
        ("The minister met Ana Sole, and the union cheered.", []),
    ],
)
def test_the_words_beside_a_name_tell_for_which_body_its_bearer_speaks(
    text: str, found: list[tuple[str, bool]]
) -> None:
    start = text.index("Ana Sole")
    assert list(offices(text, start, start + len("Ana Sole"))) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ana Sole of " + "the of " * 9999,
        "Ana Sole, " + "a" * 99999,
        "A " * 9999 + "guy Ana Sole",
        "head of " * 999 + ", Ana Sole",
    ],
)
def test_long_nonsense_beside_a_name_ends_soon(text: str) -> None:
    start = text.index("Ana Sole")
    assert len(list(offices(text, start, start + len("Ana Sole")))) <= 3


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("State-owned operator TransRail said", True),
        ("the national railway company TransRail said", True),
        ("the government-controlled mining firm TransRail said", True),
        ("state-run TransRail said", True),
        ("TransRail, the state-owned operator, said", True),
        ("TransRail is state-owned", True),
        ("the rail operator TransRail said", False),
        ("the state of TransRail", False),
        ("the national team and TransRail", False),
        ("TransRail said the state-owned ferry", False),
    ],
)
def test_a_company_is_the_states_where_the_words_beside_its_name_say_so(text: str, *, owned: bool) -> None:
    start = text.index("TransRail")
    assert of_state(text, start, start + len("TransRail")) is owned
