import pytest
from told import figure, story

from twosource.errors import SettingsError
from twosource.reconciling.policies import POLICIES, choose, with_policy

FIGURES = [
    figure("a", "31", "The blast at the mill killed 31 people, Mayor said.", chain=["Mayor"]),
    figure("a", "48", "But the blast at the mill killed 48 people, Union said.", chain=["Union"]),
    figure("b", "48", "The blast at the mill killed 48 people, Clinic said.", chain=["Clinic"]),
]
DAYS = {"a": "2024-05-01", "b": "2024-05-01"}


@pytest.mark.parametrize(
    ("policy", "low", "high"),
    [("lowest-reported", 31, 31), ("low-best-high", 31, 48), ("most-origins", 48, 48), ("latest", 48, 48)],
)
def test_a_policy_chooses_one_number_and_warns_of_what_it_hides(policy: str, low: float, high: float) -> None:
    (claim,) = story(FIGURES, DAYS).claims
    choice = choose(policy, claim, {one.id: one for one in FIGURES}, DAYS)
    assert choice is not None
    assert (choice.low, choice.high) == (low, high)
    assert choice.warning is not None


def test_an_unknown_policy_is_named_with_those_there_are() -> None:
    (claim,) = story(FIGURES, DAYS).claims
    with pytest.raises(SettingsError, match="latest"):
        choose("mean", claim, {}, DAYS)
    assert "mean" not in POLICIES


def test_a_story_keeps_its_claims_and_gains_a_choice_for_each() -> None:
    before = story(FIGURES, DAYS)
    after = with_policy(before, "low-best-high")
    assert [claim.chosen is None for claim in before.claims] == [True]
    (chosen,) = [claim.chosen for claim in after.claims]
    assert chosen is not None
    assert (chosen.low, chosen.high) == (31, 48)
    assert after.claims[0].low == before.claims[0].low
