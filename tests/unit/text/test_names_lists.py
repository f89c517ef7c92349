"""Countries, agencies and the words of bodies, as names are compared."""

import pytest

from twosource.text.agencies import is_agency, is_outlet
from twosource.text.bodies import body_key, is_public, same_person, without_document
from twosource.text.countries import country_of, is_adjective, seat_of
from twosource.text.folding import fold


@pytest.mark.parametrize(
    ("words", "folded"),
    [("Drăgan’s", "dragan"), ("Kim Jong-un", "kim jong un"), ("U.N.", "un"), ("Workers’ Union", "workers union")],
)
def test_folding(words: str, folded: str) -> None:
    assert fold(words) == folded


@pytest.mark.parametrize(
    ("words", "country"),
    [("Spain", "Spain"), ("Spanish", "Spain"), ("Spaniards", "Spain"), ("the U.S.", "United States")],
)
def test_countries_by_name_and_adjective(words: str, country: str) -> None:
    found = country_of(words)
    assert found is not None
    assert found.name == country


def test_a_seat_is_no_country() -> None:
    seat = seat_of("Seoul")
    assert seat is not None
    assert seat.name == "South Korea"
    assert country_of("Seoul") is None
    assert is_adjective("South Korean")
    assert not is_adjective("South Korea")


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("Reuters", True),
        ("Union Wire", True),
        ("the state news agency", True),
        ("MIA", True),
        ("Mia", False),
        ("Kesh", False),
    ],
)
def test_agencies(words: str, *, agency: bool) -> None:
    assert is_agency(words) is agency


def test_outlets_are_told_by_their_last_word() -> None:
    assert is_outlet("the Kesh Herald")
    assert not is_outlet("Herald")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Spain's interior ministry", "Spanish Ministry of the Interior"),
        ("the coastguard", "coast guard"),
        ("IOM", "the UN migration agency"),
        ("Directorate of Emergencies", "emergency directorate"),
        ("South Korea's spy agency", "South Korean intelligence"),
    ],
)
def test_telling_words_of_a_body_are_alike(one: str, other: str) -> None:
    assert body_key(one) == body_key(other)


def test_documents_lead_to_their_body() -> None:
    assert without_document("IOM figures") == "IOM"
    assert without_document("the ministry's website") == "the ministry"
    assert without_document("figures") is None


def test_public_bodies() -> None:
    assert is_public("interior ministry")
    assert not is_public("UN human rights office")
    assert not is_public("provincial police")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Nadia Shenuda", "Nadia Shenouda", True),
        ("J. Rowe Farr", "Jo Rowe Farr", True),
        ("Ivan Petrov", "Ivana Petrova", False),
        ("Rowe", "Jo Rowe", False),
    ],
)
def test_spellings_of_one_person(one: str, other: str, *, same: bool) -> None:
    assert same_person(one, other) is same
