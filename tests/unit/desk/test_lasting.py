import pytest

from twosource.desk.lasting import succession
from twosource.records import Group, content_id


def _group(*reports: str) -> Group:
    return Group(reports=reports, events=dict.fromkeys(reports, "1"))


def _never(_: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("before", "after", "ids", "gone"),
    [
        ({"s": ("a",)}, ["ab"], ["s"], {}),
        ({"s": ("a", "b"), "t": ("c",)}, ["abc"], ["s"], {"t": "s"}),
        ({"s": ("a", "b", "c")}, ["a", "bc"], [content_id("a"), "s"], {}),
        ({"s": ("a", "b"), "t": ("c", "d")}, ["abc", "d"], ["s", "t"], {}),
        ({"s": ("a",)}, [], [], {"s": ""}),
        ({"s": ("a", "b"), "t": ("c", "d")}, ["abcd"], ["s"], {"t": "s"}),
        ({}, ["a"], [content_id("a")], {}),
    ],
)
def test_a_story_keeps_the_id_of_the_largest_it_grew_from(
    before: dict[str, tuple[str, ...]], after: list[str], ids: list[str], gone: dict[str, str]
) -> None:
    found = succession(before, [_group(*names) for names in after], _never)
    assert list(found.ids) == ids
    assert dict(found.gone) == gone


def test_an_id_that_was_ever_given_is_not_given_again() -> None:
    first = content_id("a")
    found = succession({}, [_group("a")], lambda name: name == first)
    assert found.ids != (first,)


def test_what_each_story_came_from_is_told() -> None:
    found = succession({"s": ("a", "b"), "t": ("c",)}, [_group("a", "c"), _group("b")], _never)
    assert found.came_from == (("s", "t"), ("s",))
