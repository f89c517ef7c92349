import pytest

from twosource.dossier.differences import changes


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("We stood there.", "we stood there", [("same", "we stood there")]),
        ("We stood there", "We sat there", [("same", "We"), ("gone", "stood"), ("new", "sat"), ("same", "there")]),
        ("We stood there all night", "We stood there", [("same", "We stood there"), ("gone", "all night")]),
        ("", "We stood", [("new", "We stood")]),
    ],
)
def test_words_that_a_rendering_changes_are_told_apart_from_words_it_keeps(
    first: str, second: str, expected: list[tuple[str, str]]
) -> None:
    assert [(change.kind, change.words) for change in changes(first, second)] == expected


def test_a_very_long_rendering_is_not_compared_word_by_word() -> None:
    assert [change.kind for change in changes("a " * 1000, "b " * 1000)] == ["same"]
