"""Laws of a person's objections: what a cut, a join and a name do to the count, on made stories."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec import structs
from told import figure, story

from twosource.reconciling import changes, revise
from twosource.records import Claim, CutEdge, Figure, JoinOrigins, Order, SameName, Story, content_id

REPORTS = ("a", "b", "c", "d")
DAYS = dict.fromkeys(REPORTS, "2024-05-01")
WHO = (
    (), ("Health Ministry",), ("Health Ministry spokesman",), ("Mill Union",), ("the union",), ("officials",),
    ("Sora News Agency",), ("Sora News Agency", "Health Ministry"), ("a doctor at the clinic",), ("organisers",),
    ("Mill Union", "log"), ("Outlet a",), ("Interior Ministry and Mill Union",), ("police",),
)  # fmt: skip
NAMES = sorted({name for chain in WHO for name in chain} | {"a", "b"})
SLOW = settings(deadline=None, max_examples=60)

ROWS = st.lists(
    st.tuples(
        st.sampled_from(REPORTS),
        st.sampled_from((31, 31, 40)),
        st.sampled_from(WHO),
        st.sampled_from(("asserted", "asserted", "asserted", "doubted", "denied")),
    ),
    min_size=2,
    max_size=8,
)


def _story(rows: list[tuple[str, int, tuple[str, ...], str]], *, copied: bool = False) -> Story:
    figures: list[Figure] = []
    for number, (report, value, chain, stance) in enumerate(rows):
        words = f"In line {number} the blast at the mill killed {value} people, {' of '.join(chain) or 'it adds'}."
        one = figure(report, str(value), words, chain=chain, stance=stance)
        figures.append(structs.replace(one, id=content_id(report, number)))
    return story(figures, DAYS, {"b": "a"} if copied and {"a", "b"} <= {row[0] for row in rows} else None)


def _edges(claim: Claim) -> set[str]:
    return {edge.id for edge in (*claim.edges, *(edge for one in claim.origins for edge in one.edges))}


def _counts(whole: Story) -> dict[str, int]:
    return {claim.id: claim.independent for claim in whole.claims}


@given(ROWS, st.booleans())
@example(
    rows=[
        ("a", 31, ("Outlet a",), "asserted"),
        ("b", 31, ("Health Ministry",), "asserted"),
        ("c", 31, ("Mill Union",), "asserted"),
    ],
    copied=True,
)
@SLOW
def test_cutting_an_edge_never_lowers_the_count(
    rows: list[tuple[str, int, tuple[str, ...], str]],
    copied: bool,  # noqa: FBT001
) -> None:
    whole = _story(rows, copied=copied)
    before = _counts(whole)
    for edge in sorted({name for claim in whole.claims for name in _edges(claim)}):
        after = _counts(revise(whole, [CutEdge(edge=edge)]))
        assert before.keys() == after.keys()
        assert all(after[name] >= before[name] for name in before)


@given(ROWS, st.sampled_from(NAMES), st.sampled_from(NAMES))
@SLOW
def test_joining_two_origins_or_names_never_raises_the_count(
    rows: list[tuple[str, int, tuple[str, ...], str]], one: str, other: str
) -> None:
    whole = _story(rows)
    before = _counts(whole)
    joins: tuple[Order, ...] = (JoinOrigins(a=one, b=other), SameName(a=one, b=other))
    for order in joins:
        after = _counts(revise(whole, [order]))
        assert all(after[name] <= before[name] for name in before)


@given(ROWS, st.permutations([(0, 1), (1, 2), (3, 4), (2, 5)]), st.integers(min_value=0, max_value=5))
@SLOW
def test_the_order_of_orders_changes_nothing(
    rows: list[tuple[str, int, tuple[str, ...], str]], order: list[tuple[int, int]], cuts: int
) -> None:
    whole = _story(rows)
    edges = sorted({name for claim in whole.claims for name in _edges(claim)})[:cuts]
    orders: dict[tuple[int, int], Order] = {
        pair: (SameName if sum(pair) % 2 else JoinOrigins)(a=NAMES[pair[0]], b=NAMES[pair[1]]) for pair in sorted(order)
    }
    straight = [*orders.values(), *(CutEdge(edge=edge) for edge in edges)]
    shuffled = [*(CutEdge(edge=edge) for edge in reversed(edges)), *(orders[pair] for pair in order)]
    assert revise(whole, straight) == revise(whole, shuffled)


@given(ROWS, ROWS)
@SLOW
def test_a_state_has_not_changed_from_itself_and_changes_name_what_is_there(
    one: list[tuple[str, int, tuple[str, ...], str]], other: list[tuple[str, int, tuple[str, ...], str]]
) -> None:
    before, after = _story(one), _story(other)
    assert changes(before, before) == ()
    claims = {claim.id for whole in (before, after) for claim in whole.claims}
    for change in changes(before, after):
        assert change.claim is None or change.claim in claims
        assert change.words
        assert "\n" not in change.words
    assert changes(before, after) == changes(before, after)
