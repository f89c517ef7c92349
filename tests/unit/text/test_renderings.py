"""Which quotations of one speaker render one utterance."""

import pytest

from twosource.text.renderings import alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We asked for rain in June and were sent a cup of tea,", "We requested rain and got tea,"),
        ("The mine was safe on paper and a grave in fact,", "On paper it was a safe mine, in truth it was a tomb"),
        ("You cannot heal a child with a press release,", "one does not heal children with press releases"),
        ("I have buried three mayors and I will bury this one,", "I buried three mayors, I shall bury this one too."),
        ("The water took my kitchen and then my brother,", "first my kitchen went, then my brother"),
    ],
)
def test_a_translation_of_ones_words_is_one_utterance(one: str, other: str) -> None:
    assert alike(one, other, sure=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We count the dead every morning,", "The dead do not count themselves,"),
        ("We have found no sign of a bomb,", "We found a second bomb in the yard,"),
        ("There was no warning from the dam,", "The warning came after the dam had gone,"),
        ("The talks were frank and useful,", "The talks will go on next week,"),
    ],
)
def test_two_common_words_in_another_order_or_denied_are_another_utterance(one: str, other: str) -> None:
    assert not alike(one, other, sure=True)
