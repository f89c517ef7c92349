import pytest

from twosource.grouping.orders import Bonds, settle_orders, split_orders
from twosource.records import Copy, StoryOrder


def bonds(orders: str, copies: str = "") -> Bonds:
    """Orders as "a+b c-d" (merge, split), copies as "copy>original"."""
    made = [StoryOrder(kind="merge" if "+" in word else "split", a=word[0], b=word[2]) for word in orders.split()]
    return settle_orders(made, [Copy(report=word[0], of=word[2], share=1.0) for word in copies.split()], "abcdef")


@pytest.mark.parametrize(
    ("orders", "together", "apart"),
    [
        ("", "", ""),
        ("a+b", "ab", ""),
        ("a-b", "", "ab"),
        ("a-b a+b", "ab", ""),
        ("a+b b-a", "", "ba"),
        ("a+b b+c a-c", "bc", "ac"),
        ("a-c a+b b+c", "ab bc", ""),
        ("a+b c+d b-c a+d", "ad cd", "bc"),
        ("a+z y-a b+b", "", ""),
    ],
)
def test_the_later_of_two_contradicting_orders_wins_also_over_others(orders: str, together: str, apart: str) -> None:
    found = bonds(orders)
    assert " ".join(a + b for a, b in found.together) == together
    assert " ".join(a + b for a, b in found.apart) == apart


@pytest.mark.parametrize(
    ("orders", "loose"),
    [("", ""), ("a-b", "b"), ("b-c", "c"), ("a+c", ""), ("b-c c+a", "b")],
)
def test_a_copy_is_loose_where_orders_part_it_from_its_original(orders: str, loose: str) -> None:
    assert "".join(sorted(bonds(orders, "b>a c>a").loose)) == loose


def test_a_part_of_a_story_made_a_story_of_its_own_holds_together_and_apart_from_all_the_rest() -> None:
    orders = split_orders(["c", "b"], ["a", "d"])
    assert settle_orders(orders, [], "abcd") == Bonds((("b", "c"),), (("b", "a"), ("b", "d")), frozenset())
