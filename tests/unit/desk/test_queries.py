from pathlib import Path

import pytest
from desks import NOW

from twosource.desk import Desk, find, understood
from twosource.errors import QueryError
from twosource.records.kept import FigureQuery
from twosource.store import Store

ABOVE_100 = 100.00000000000001


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("killed > 100", FigureQuery(measure="killed", low=ABOVE_100)),
        ("killed >= 100", FigureQuery(measure="killed", low=100)),
        ("killed ≤ 100", FigureQuery(measure="killed", high=100)),
        ("deaths = 17", FigureQuery(measure="killed", low=17, high=17)),
        ("wounded 20-30", FigureQuery(measure="injured", low=20, high=30)),
        ("missing 1,000–2,000", FigureQuery(measure="missing", low=1_000, high=2_000)),
        ("missing between 10 and 20", FigureQuery(measure="missing", low=10, high=20)),
        ("2-3 million", FigureQuery(low=2e6, high=3e6)),
        (
            'injured 20-30 said by "coast guard" since 2025-05-01',
            FigureQuery(measure="injured", low=20, high=30, said_by="coast guard", since="2025-05-01"),
        ),
        ("said by the mayor until 2025", FigureQuery(said_by="mayor", until="2025-12-31")),
        ("said by police on 2025-02", FigureQuery(said_by="police", since="2025-02-01", until="2025-02-28")),
        ("price >= $2.5m of new flats", FigureQuery(measure="price", low=2.5e6, unit="USD", of="new flats")),
        ("fine <= 3 EUR", FigureQuery(measure="fine", high=3, unit="EUR")),
        ("vote share >= 40%", FigureQuery(measure="vote share", low=40, unit="%")),
        ("area burned >= 2,000 acres", FigureQuery(measure="area burned", low=2_000, unit="acre")),
        ("the dead > 100", FigureQuery(measure="killed", low=ABOVE_100)),
        ("ferry capsizes", None),
        ('"harbour master" vaccin*', None),
        ("death of a minister", None),
        ("COVID-19 deaths", None),
        ("killed 17", None),
        ("since yesterday", None),
        ("between the lines", None),
    ],
)
def test_what_is_asked_for_is_understood(words: str, query: FigureQuery | None) -> None:
    assert understood(words) == query


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "nothing to search for"),
        ("killed > many", "a number stands behind"),
        ("killed >", "a number stands behind"),
        ("said by", "nothing stands behind"),
        ("killed since 2025-13-01", "no day"),
        ("killed 30-20", "no range"),
        ("> 10 < 5", "as large and as small"),
        ("x" * 600, "at most"),
        ("> " + "9" * 400, "no number"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(words: str, says: str) -> None:
    with pytest.raises(QueryError, match=says) as caught:
        understood(words)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("killed > 50", {"52", "At least 41"}),
        ("killed < 50", {"At least 41"}),
        ("injured >= 125", {"131"}),
        ('injured 100-200 said by "red crescent"', {"131"}),
        ("said by ministry since 2025-05-02", {"52"}),
        ("crowd > 40,000", {"41,000"}),
    ],
)
def test_figures_are_found_by_number_speaker_and_day(
    desk: Desk, store: Store, inbox: Path, words: str, found: set[str]
) -> None:
    desk.add([inbox], now=NOW)
    with store.view() as view:
        hits = find(view, words).hits
        texts = {one.report.id: one.report.text for one in view.kept(["first", "second", "cup"])}
    assert {texts[hit.report][hit.start : hit.end] for hit in hits} == found


def test_words_are_found_in_texts(desk: Desk, store: Store, inbox: Path) -> None:
    desk.add([inbox], now=NOW)
    with store.view() as view:
        assert {hit.report for hit in find(view, "maruga dam").hits} == {"first", "second"}
        assert find(view, '"quarry park"').hits[0].report == "cup"
        assert find(view, "nowhere at all").hits == ()
