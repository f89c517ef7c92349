import pytest

from twosource.text.realms import one_realm, realm


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("Gaza health ministry", "gaza"),
        ("the Velmora Police Department", "velmora"),
        ("Egypt's interior ministry", "egypt"),
        ("Egyptian Interior Ministry", "egypt"),
        ("Israeli military", "israel"),
        ("the Houthi-run health ministry", "-houthi"),
        ("Ministry of the Interior", ""),
        ("Royal Air Force", ""),
        ("army", ""),
        ("Pentagon", ""),
        ("National Emergency Directorate", ""),
    ],
)
def test_a_body_tells_by_its_name_whose_it_is(name: str, whose: str) -> None:
    assert realm(name) == whose


@pytest.mark.parametrize(
    ("one", "other", "can_be"),
    [
        ("egypt", "", True),
        ("egypt", "egypt", True),
        ("egypt", "israel", False),
        ("gaza", "israel", False),
        ("karsovan", "karsova", True),
        ("velmora", "oslar", False),
        ("-houthi", "yemen", False),
        ("-hamas", "gaza", True),
        ("-hamas", "", True),
        ("-hamas", "-houthi", False),
    ],
)
def test_two_realms_can_be_one_where_they_are_alike_or_one_is_not_told(one: str, other: str, *, can_be: bool) -> None:
    assert one_realm(one, other) is can_be
    assert one_realm(other, one) is can_be
