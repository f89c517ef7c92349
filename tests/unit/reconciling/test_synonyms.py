"""Words that reporters put for each other."""

from collections import Counter

import pytest

from twosource.reconciling.synonyms import _GROUPS, alike


@pytest.mark.parametrize(("one", "other"), [("alarm", "siren"), ("dismiss", "sack"), ("levee", "dam"), ("hen", "hen")])
def test_words_for_one_thing_are_one_word(one: str, other: str) -> None:
    assert alike(one) == alike(other)


def test_a_word_stands_for_one_thing_only() -> None:
    count = Counter(word for group in _GROUPS.split(";") for word in group.split())
    assert [word for word, times in count.items() if times > 1] == []
