"""Addresses of pages, and what changed between versions."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.web import hrefs
from twosource.web.pages_reports import differences


@given(st.text(min_size=1).filter(lambda name: name.encode("utf-8", "ignore").decode("utf-8") == name))
def test_an_id_comes_back_out_of_its_address(name: str) -> None:
    address = hrefs.report(name)
    assert address.isascii()
    assert address.count("/") == 2
    assert not {"?", "#"} & set(address)
    assert hrefs.unpart(unquote(address.removeprefix("/reports/"))) == name
    as_json = hrefs.json_of(address).removeprefix("/reports/")
    assert unquote(as_json.removesuffix(".json")) == name
    assert unquote(hrefs.part(name)) not in {".", ".."}


@pytest.mark.parametrize(
    ("address", "json"),
    [
        ("/stories", "/stories.json"),
        ("/stories?q=a.b", "/stories.json?q=a.b"),
        ("/reports/x.json.html?at=1-2", "/reports/x.json.json?at=1-2"),
    ],
)
def test_the_json_of_a_page_is_beside_it(address: str, json: str) -> None:
    assert hrefs.json_of(address) == json


@given(
    st.lists(st.sampled_from(["a", "b", "c", "d", "\n"]), max_size=40),
    st.lists(st.sampled_from(list("abcd")), max_size=40),
)
def test_differences_give_back_both_texts(old: list[str], new: list[str]) -> None:
    first, second = " ".join(old), " ".join(new)
    runs = differences(first, second)
    assert runs is not None
    now = "".join(run.words for run in runs if run.kind != "gone")
    assert now.split() == second.split()
    before = "".join(f"{run.words} " for run in runs if run.kind != "new")
    assert before.split() == first.split()


def test_a_small_change_in_a_long_text_is_found_and_a_wholly_other_text_is_not_compared() -> None:
    long = "\n".join(f"line {number} of many" for number in range(40_000))
    runs = differences(long, long.replace("line 777 ", "line 778 ", 1))
    assert runs
    assert [(run.kind, run.words.strip()) for run in runs if run.kind != "same"] == [("gone", "777"), ("new", "778")]
    assert differences(long, " ".join(str(number) for number in range(100_000))) is None
