import pytest

from twosource.reconciling.name_roles import heads


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("fire chief", "fire department"),
        ("rescue chief", "the rescue service"),
        ("ambulance service director", "ambulance service"),
        ("opposition leader", "opposition"),
        ("governor", "governor's office"),
        ("mayor", "the office of the mayor"),
        ("prime minister", "prime minister's office"),
        ("organiser", "organisers"),
        ("chief prosecutor", "prosecutors"),
        ("prosecutor", "prosecutor's office"),
        ("police chief", "police"),
        ("coroner", "coroner's office"),
        ("sheriff", "sheriff"),
        ("mayor", "the mayor"),
        ("interior minister", "interior minister"),
        ("governor", "regional governor"),
        ("houthi spokesman", "Houthis"),
    ],
)
def test_a_role_tells_whose_head_or_voice_somebody_is(role: str, body: str) -> None:
    assert heads(role, body)


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("fire chief", "police department"),
        ("fire victim", "fire department"),
        ("party leader", "party"),
        ("chief", "department"),
        ("interior minister", "minister"),
        ("deputy interior minister", "interior minister"),
        ("fisherman", "fisherman"),
        ("governor", "mayor's office"),
        ("fire chief", "Oslar fire department"),
        ("prosecutor", "police"),
        ("", "police"),
        ("police chief", ""),
    ],
)
def test_a_role_makes_nobody_the_voice_of_another_body(role: str, body: str) -> None:
    assert not heads(role, body)
