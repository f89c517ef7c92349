import pytest

from twosource.reading.lines import lines_of, strip_lead


def test_lines_keep_their_place_and_know_their_block() -> None:
    text = "  Head line \n\n\nSecond.\nThird."
    found = lines_of(text)
    assert [(text[line.start : line.end], line.block) for line in found] == [
        ("Head line", 0),
        ("Second.", 1),
        ("Third.", 1),
    ]


@pytest.mark.parametrize(
    ("words", "prose"),
    [
        ("The river rose by two metres in the night, the mayor said on Monday.", True),
        ("“Nobody told us that the water would come so fast,” she said.", True),
        ("O rio subiu dois metros durante a noite, disse o prefeito ontem.", True),
        ("River rises by two metres in the night as mayor warns town", False),
        ("Share this story with your friends", False),
        ("Nobody was hurt.", False),
    ],
)
def test_running_text_is_told_from_other_lines(words: str, *, prose: bool) -> None:
    assert lines_of(words)[0].prose is prose


def test_hard_wrapped_lines_are_one() -> None:
    text = "The river rose by two metres in the night and took\nthe bridge with it, the mayor said."
    assert len(lines_of(text)) == 1


@pytest.mark.parametrize(
    ("plain", "bare"),
    [
        ("• five walks", "five walks"),
        ("🔥 trending: a", "trending: a"),
        (">> advert <<", "advert"),
        ("12. a list", "a list"),
        ("12.5 million", "12.5 million"),
        ("© post", "© post"),
        ("---", "---"),
    ],
)
def test_the_sign_of_a_list_or_button_is_taken_off(plain: str, bare: str) -> None:
    assert strip_lead(plain) == bare


def test_the_plain_form_has_plain_apostrophes_and_blanks() -> None:
    assert lines_of("Editor’s   PICKS")[0].plain == "editor's picks"
