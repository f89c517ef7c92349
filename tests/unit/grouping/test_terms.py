import pytest

from twosource.grouping.terms import CAPITAL, KEY_SHIFT, NUMBER, OFTEN, codes_of, common_words, key_of, read_codes, stem
from twosource.records import Report


def terms(report: Report) -> dict[int, int]:
    return {int(code) >> KEY_SHIFT: int(code) for code in read_codes(report)}


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        ("Ministries", "ministry"),
        ("gate's", "gate"),
        ("Harsanyi’s", "harsanyi"),
        ("dams", "dam"),
        ("press", "press"),
        ("6,000", "6000"),
        ("bus", "bus"),
        ("3.5", "3.5"),
    ],
)
def test_a_stem_has_no_plural_possessive_or_thousands_comma(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def test_the_background_is_a_share_of_texts_for_common_words_only() -> None:
    common = common_words()
    assert common["the"] > common["government"] > common["fuel"] > 0
    assert all(0 < share < 1 for share in common.values())


def test_terms_are_those_of_the_head_outside_furniture_and_titles_count_double() -> None:
    text = "Dam breaks\nSUBSCRIBE NOW\nThe dam broke. " + "Rumours were heard. " * 200 + "Zanzibar"
    plain = Report(id="r", text=text)
    found = terms(Report(id="r", text=text, furniture=(plain.span(11, 24),)))
    assert found[key_of("dam")] & OFTEN == 3
    assert key_of("subscribe") not in found
    assert key_of("zanzibar") not in found
    assert key_of("the") not in found


def test_a_code_tells_names_and_numbers() -> None:
    found = terms(Report(id="r", text="Tessary drowned\nIn Tessary 31 drowned."))
    assert found[key_of("tessary")] & CAPITAL
    assert found[key_of("31")] & NUMBER
    assert not found[key_of("drowned")] & (CAPITAL | NUMBER)


@pytest.mark.parametrize("text", ["", "\n\n", "x" * 90_000, "\ud800 \udfff", "1" * 50_000, "a b c " * 9_000])
def test_odd_texts_have_few_terms_or_none(text: str) -> None:
    assert len(read_codes(Report(id="r", text=text))) <= 250


def test_a_word_that_is_cut_at_no_space_is_left_whole() -> None:
    text = " ".join(["Tessary"] * 249 + ["Korval"])
    assert sorted(terms(Report(id="r", text=text))) == sorted([key_of("tessary"), key_of("korval")])


def test_terms_of_many_reports_are_those_of_each_alone() -> None:
    texts = [
        "Dam breaks at Orla\n\nThe dam at Orla broke, killing 12.",
        "",
        "of the and",
        "Orla's dams: 3,000 a b I'm x1",
    ]
    reports = [Report(id=f"r{at}", text=text) for at, text in enumerate(texts)]
    assert [one.tolist() for one in codes_of(reports)] == [read_codes(report).tolist() for report in reports]
    assert [len(one) for one in codes_of(reports)] == [6, 0, 0, 5]
