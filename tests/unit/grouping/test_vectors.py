import numpy as np
import pytest
from news import OTHER, OWN, WIRE, report

from twosource.grouping.features import story_features, unpack
from twosource.grouping.terms import key_of
from twosource.grouping.vectors import UNIT, Bag, Rows, Weights, count, counted, gather, rows_of, sample_rate, weigh
from twosource.records import Report


def weighed(reports: list[Report]) -> tuple[Bag, Weights]:
    taken = unpack(story_features(reports))
    bag = gather(taken.terms, taken.term_ends)
    return bag, weigh(bag, count(bag, np.arange(len(reports)), len(reports)))


def space(reports: list[Report]) -> Rows:
    bag, weights = weighed(reports)
    return rows_of(bag, weights, np.arange(len(reports)))


def test_reports_of_one_affair_are_more_alike_than_others() -> None:
    rows = space(
        [report("a", WIRE, "Dam breaks"), report("b", OWN, "In Tessary"), report("c", OTHER, "Rovers win the cup")]
    )
    similar = (rows @ rows.T).toarray() / UNIT
    assert similar[0, 1] > 2 * similar[0, 2]
    assert similar[0, 1] > 2 * similar[1, 2]
    assert ((similar >= 0) & (similar <= 1.01)).all()


def test_rows_are_whole_numbers() -> None:
    rows = space([report("a", WIRE, "Dam breaks"), report("b", OWN, "In Tessary")])
    assert (rows.data == np.rint(rows.data)).all()
    assert rows.data.min() > 0


def test_reports_without_words_are_like_nothing() -> None:
    rows = space([Report(id="a", text=""), Report(id="b", text="— … !")])
    assert rows.shape[0] == 2
    assert not (rows @ rows.T).toarray().any()


def test_one_more_report_of_other_words_changes_no_weight_of_a_term() -> None:
    made = [Report(id=f"{at}", text=f"Korval {'drowned' if at % 2 else 'saved'} w{at}") for at in range(40)]
    before, after = weighed(made), weighed([*made, Report(id="new", text="Zanzibar")])
    place = np.searchsorted(after[0].terms, before[0].terms)
    assert (after[1].telling[place] == before[1].telling).all()
    assert (after[1].named[place] == before[1].named).all()


def test_the_rarer_a_term_the_more_telling_it_is() -> None:
    made = [Report(id=f"{at}", text="Korval" + (" Tessary" if at < 9 else "")) for at in range(70)]
    bag, weights = weighed(made)
    telling = dict(zip(bag.terms.tolist(), weights.telling.tolist(), strict=True))
    assert telling[key_of("tessary")] > telling[key_of("korval")] > 0


@pytest.mark.parametrize(("reports", "rate"), [(0, 1), (1, 1), (4_095, 1), (4_096, 0.5), (100_000, 1 / 32)])
def test_of_very_many_reports_a_sample_counts(reports: int, rate: float) -> None:
    assert sample_rate(reports) == rate


def test_who_is_in_the_sample_depends_on_the_id_alone() -> None:
    ids = [f"r{at}" for at in range(2_000)]
    drawn = counted(ids, 100_000)
    assert 20 < drawn.sum() < 120
    assert (counted(ids[::-1], 100_000)[::-1] == drawn).all()
    assert counted(ids, 100).all()
