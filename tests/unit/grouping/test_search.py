import random

import numpy as np

from twosource.grouping.prints import take_print
from twosource.grouping.search import Marked, likely_pairs, marked, pairs_around
from twosource.records import Report


def text(seed: int, words: int) -> str:
    dice = random.Random(seed)  # noqa: S311 -- made texts, no secret
    return " ".join(f"w{dice.randrange(5_000)}" for _ in range(words))


def many(texts: list[str]) -> Marked:
    prints = [take_print(Report(id=f"{at:05d}", text=one)) for at, one in enumerate(texts)]
    return marked(
        [one.report.id for one in prints],
        [len(one.words.hashes) for one in prints],
        [one.marks.marks for one in prints],
    )


def pairs(texts: list[str]) -> list[tuple[int, int]]:
    return likely_pairs(many(texts))


def test_a_handful_is_compared_each_with_each() -> None:
    assert pairs([text(1, 30), text(2, 30), text(3, 30)]) == [(0, 1), (0, 2), (1, 2)]


def test_none_and_one_have_no_pairs() -> None:
    assert pairs([]) == []
    assert pairs(["one text"]) == []


def test_among_many_only_those_with_a_shared_stretch_are_paired() -> None:
    texts = [text(number, 200) for number in range(100)]
    texts[70] = texts[70] + " " + " ".join(texts[20].split()[50:90])
    assert pairs(texts) == [(20, 70)]


def test_a_text_that_very_many_have_costs_no_more_than_a_few_pairs_each() -> None:
    shared = text(0, 100)
    texts = [f"{shared} {text(number, 100)}" for number in range(1, 301)]
    found = pairs(texts)
    assert len(found) < 300 * 7
    assert {member for pair in found for member in pair} == set(range(300))


def test_the_pairs_around_a_few_are_those_of_all_pairs_that_hold_one_of_them() -> None:
    shared = [text(-number, 60) for number in range(1, 9)]
    texts = [" ".join(shared[(at * step) % 8] for step in (1, 3)) + " " + text(at, 90) for at in range(120)]
    every = pairs(texts)
    some = np.asarray([3, 50, 119])
    assert pairs_around(many(texts), some) == [pair for pair in every if set(pair) & {3, 50, 119}]
    assert pairs_around(many(texts[:5]), np.asarray([2])) == [(0, 2), (1, 2), (2, 3), (2, 4)]
