import pytest

from twosource.reading.language import language_of

FRENCH = (
    "Le ministre a déclaré mardi que les recherches se poursuivraient jusqu'à la fin de la semaine, malgré la tempête"
    " qui frappe la côte et les critiques des familles, qui demandent depuis trois jours des nouvelles des leurs."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "en"),
        ("Fire", "en"),
        ("12 34 56", "en"),
        (
            "The search will go on until the end of the week, the minister said on Tuesday, in spite of the storm. "
            * 2,
            "en",
        ),
        (FRENCH, "fr"),
        ("Министр заявил во вторник, что поиски продолжатся до конца недели, несмотря на шторм и критику семей.", "ru"),
    ],
)
def test_a_text_is_in_the_language_of_its_small_words(text: str, code: str) -> None:
    assert language_of(text) == code
