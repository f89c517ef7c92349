import pytest
from told import figure, story

DAYS = dict.fromkeys("ab", "2024-05-01")


@pytest.mark.parametrize(
    ("casualties", "injured_by", "told"),
    [
        (
            "3,000",
            ("the army",),
            "that one report gives add up to 3,000, a derived sum that nobody gives; it meets",
        ),
        (
            "5,000",
            ("the army",),
            "that one report gives add up to 3,000, a derived sum that nobody gives; it does not",
        ),
        ("3,000", ("the rebels",), ""),
    ],
)
def test_the_dead_and_injured_of_one_source_are_added_up_and_called_derived(
    casualties: str, injured_by: tuple[str, ...], told: str
) -> None:
    whole = story(
        [
            figure("a", casualties, f"The battle cost {casualties} casualties.", measure="casualties"),
            figure("b", "300", "The battle killed 300 soldiers, the army said.", chain=("the army",)),
            figure("b", "2,700", "The battle wounded 2,700 soldiers, it is said.", chain=injured_by, measure="injured"),
        ],
        DAYS,
    )
    details = [one.detail for one in whole.related if "derived" in one.detail]
    assert [told in detail for detail in details] == ([True] if told else [])
    assert all(claim.low != 3000 or claim.measure == "casualties" for claim in whole.claims)
