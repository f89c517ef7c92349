import pytest

from twosource.text.shingles import GRAM, WINDOW, fingerprint, grams, winnow, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The harbour's wall, broken", "THE HARBOUR’S WALL — BROKEN"),
        ("Brădet and São Vicente", "bradet and sao vicente"),
        ("co\u00adoperation zero\u200bwidth", "cooperation zerowidth"),
        ("caf\u0065\u0301 closed", "café closed"),
    ],
)
def test_case_accents_marks_and_hidden_signs_make_no_difference(one: str, other: str) -> None:
    assert words_of(one).hashes.tolist() == words_of(other).hashes.tolist()


@pytest.mark.parametrize(
    ("one", "other"), [("dog bites man", "man bites dog"), ("unload", "loadun"), ("11 people", "1 1 people")]
)
def test_other_words_and_other_orders_differ(one: str, other: str) -> None:
    left, right = words_of(one), words_of(other)
    assert left.hashes.tolist() != right.hashes.tolist()


def test_offsets_open_at_the_words_themselves() -> None:
    text = "  “Fire,” he said; 24 hurt — \U0001f600 naïve.\n"
    words = words_of(text)
    assert [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == [
        *("Fire", "he", "said", "24", "hurt", "naïve")
    ]


def test_holes_are_left_out_and_words_beside_them_kept() -> None:
    text = "one two SUBSCRIBE NOW three"
    assert words_of(text, [(8, 21)]).hashes.tolist() == words_of("one two three").hashes.tolist()


def test_signs_of_scripts_without_spaces_are_words() -> None:
    assert len(words_of("地震は午前").hashes) == 5


def test_the_least_of_every_window_is_kept() -> None:
    hashes = grams(words_of(" ".join(f"w{number * 7919 % 1009}" for number in range(200))).hashes, 4)
    window = 5
    kept = {min(range(start, start + window), key=lambda at: hashes[at]) for start in range(len(hashes) - window + 1)}
    assert set(winnow(hashes, window).tolist()) == kept


def test_a_shared_run_of_gram_and_window_leaves_a_common_mark() -> None:
    shared = " ".join(f"shared{number}" for number in range(GRAM + WINDOW - 1))
    for lead in range(0, 40, 7):
        one = " ".join(f"left{number}" for number in range(lead)) + " " + shared + " end of the one text"
        other = " ".join(f"right{number}" for number in range(3 * lead)) + " " + shared
        marks = set(fingerprint(words_of(one)).marks.tolist()) & set(fingerprint(words_of(other)).marks.tolist())
        assert marks


def test_a_mark_does_not_depend_on_what_stands_far_away() -> None:
    middle = " ".join(f"word{number}" for number in range(60))
    alone = set(fingerprint(words_of(middle)).marks.tolist())
    inside = set(fingerprint(words_of("before " * 90 + middle + " after" * 90)).marks.tolist())
    assert len(alone & inside) >= len(alone) - 2


@pytest.mark.parametrize(
    ("text", "marks"), [("", 0), ("— … !", 0), ("one word", 1), ("no " * 50_000, 1), ("\ud800 lone half", 1)]
)
def test_odd_texts_give_few_marks_and_no_error(text: str, marks: int) -> None:
    assert len(fingerprint(words_of(text)).marks) == marks
