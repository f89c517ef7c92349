from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import figure

from twosource.reconciling.obeyed import obey
from twosource.reconciling.readings import readings_of
from twosource.records import JoinReadings, MoveReading, Order, PartReadings, Report, SameName

FIGURES = [figure(f"r{number}", str(number), f"At least {number} people died") for number in range(1, 6)]
REPORTS = {one.span.report: Report(id=one.span.report, text=one.sentence.words) for one in FIGURES}
READINGS = readings_of(FIGURES, REPORTS, {})
A, B, C, D, E = (one.id for one in FIGURES)
APART = [[reading] for reading in READINGS]
PAIRS = [[READINGS[0], READINGS[1]], [READINGS[2], READINGS[3]], [READINGS[4]]]


def _ids(clusters: Sequence[Sequence[object]]) -> set[frozenset[str]]:
    return {frozenset(reading.figure.id for reading in cluster) for cluster in clusters}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("orders", "clusters"),
    [
        ([], {frozenset({A, B}), frozenset({C, D}), frozenset({E})}),
        ([JoinReadings(a=A, b=C)], {frozenset({A, B, C, D}), frozenset({E})}),
        ([PartReadings(figures=(A,))], {frozenset({A}), frozenset({B}), frozenset({C, D}), frozenset({E})}),
        ([PartReadings(figures=(A, C))], {frozenset({A, C}), frozenset({B}), frozenset({D}), frozenset({E})}),
        ([MoveReading(figure=E, to=A)], {frozenset({A, B, E}), frozenset({C, D})}),
        ([JoinReadings(a=A, b=C), PartReadings(figures=(C,))], {frozenset({A, B, D}), frozenset({C}), frozenset({E})}),
        ([PartReadings(figures=(C,)), JoinReadings(a=A, b=C)], {frozenset({A, B, C}), frozenset({D}), frozenset({E})}),
        ([MoveReading(figure="gone", to=A)], {frozenset({A, B}), frozenset({C, D}), frozenset({E})}),
        ([JoinReadings(a=A, b="gone")], {frozenset({A, B}), frozenset({C, D}), frozenset({E})}),
        ([SameName(a="x", b="y")], {frozenset({A, B}), frozenset({C, D}), frozenset({E})}),
    ],
)
def test_readings_are_joined_parted_and_moved_and_the_later_order_holds(
    orders: Sequence[Order], clusters: set[frozenset[str]]
) -> None:
    assert _ids(obey(PAIRS, orders)) == clusters


_names = st.sampled_from([A, B, C, D, E, "gone"])
_orders = st.one_of(
    st.builds(JoinReadings, a=_names, b=_names),
    st.builds(MoveReading, figure=_names, to=_names),
    st.builds(PartReadings, figures=st.lists(_names, max_size=3).map(tuple)),
)


@given(orders=st.lists(_orders, max_size=6))
def test_every_reading_stays_in_exactly_one_claim(orders: Sequence[Order]) -> None:
    found = obey(APART, orders)
    assert sorted(reading.figure.id for cluster in found for reading in cluster) == sorted([A, B, C, D, E])
    assert all(found)
    assert obey(APART, orders) == found
