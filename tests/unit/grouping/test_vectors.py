import pytest
from news import OTHER, OWN, WIRE, report

from twosource.grouping.vectors import common_words, read_terms, space, stem
from twosource.records import Report


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        *(
            ("Ministries", "ministry"),
            ("gate's", "gate"),
            ("Harsanyi’s", "harsanyi"),
            ("dams", "dam"),
            ("press", "press"),
        ),
        *(("6,000", "6000"), ("bus", "bus"), ("3.5", "3.5")),
    ],
)
def test_a_stem_has_no_plural_possessive_or_thousands_comma(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def test_the_background_is_a_share_of_texts_for_common_words_only() -> None:
    common = common_words()
    assert common["the"] > common["government"] > common["fuel"] > 0
    assert all(0 < share < 1 for share in common.values())


def test_terms_are_those_of_the_head_outside_furniture_and_titles_weigh_double() -> None:
    text = "Dam breaks\nSUBSCRIBE NOW\nThe dam broke. " + "Later more was said. " * 200 + "Zanzibar"
    plain = Report(id="r", text=text)
    terms = read_terms(Report(id="r", text=text, furniture=(plain.span(11, 24),)))
    assert terms.weights["dam"] == 3
    assert "subscribe" not in terms.weights
    assert "zanzibar" not in terms.weights


def test_reports_of_one_affair_are_more_alike_than_others() -> None:
    reports = [
        report("a", WIRE, "Dam breaks"),
        report("b", OWN, "In Tessary"),
        report("c", OTHER, "Rovers win the cup"),
    ]
    rows = space([read_terms(one) for one in reports]).rows
    similar = (rows @ rows.T).toarray()
    assert similar[0, 1] > 2 * similar[0, 2]
    assert similar[0, 1] > 2 * similar[1, 2]
    assert ((similar >= 0) & (similar <= 1 + 1e-9)).all()


def test_reports_without_words_are_like_nothing() -> None:
    rows = space([read_terms(Report(id="a", text="")), read_terms(Report(id="b", text="— … !"))]).rows
    assert rows.shape[0] == 2
    assert not (rows @ rows.T).toarray().any()
