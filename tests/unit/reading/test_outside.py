import json
from pathlib import Path

import pytest

from twosource.reading.outside import Known, day_of, load, unknown


def table(tmp_path: Path, content: object) -> Path:
    path = tmp_path / "reports.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def test_rows_tell_outlet_address_and_day(tmp_path: Path) -> None:
    row = {"id": "a", "outlet": "Valley Post", "url": "https://post.example/1", "published": "2025-03-01"}
    loaded = load(table(tmp_path, [row, {"id": "b", "outlet": None}]), "reports.json")
    assert loaded.rows == {"a": Known("Valley Post", "https://post.example/1", "2025-03-01"), "b": Known()}
    assert loaded.problems == ()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ('"a"', "is not a list"),
        ([3], "row 1 has no id"),
        ([{"outlet": "X"}], "row 1 has no id"),
        ([{"id": 3}], "row 1 has no id"),
        ([{"id": "a"}, {"id": "a", "outlet": "X"}], "repeats the id 'a'"),
        ([{"id": "a", "outlet": 5}], "outlet is no text"),
        ([{"id": "a", "published": "yesterday"}], "published is no day"),
        ([{"id": "a", "published": "2025-02-30"}], "published is no day"),
    ],
)
def test_what_is_wrong_becomes_a_problem(tmp_path: Path, content: object, words: str) -> None:
    problems = load(table(tmp_path, content), "reports.json").problems
    assert [problem.code for problem in problems] == ["reports-json"]
    assert words in problems[0].message


def test_what_is_right_in_a_wrong_row_is_kept(tmp_path: Path) -> None:
    loaded = load(table(tmp_path, [{"id": "a", "outlet": "X", "published": "soon"}]), "reports.json")
    assert loaded.rows == {"a": Known(outlet="X")}


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-08-22", "2025-08-22"),
        ("2025-08-22T09:30:00Z", "2025-08-22"),
        ("2025-08-22 09:30", "2025-08-22"),
        ("22/08/2025", None),
        ("2025-13-01", None),
        ("2025-08-22x", None),
    ],
)
def test_a_day_is_an_iso_day_or_time(value: str, day: str | None) -> None:
    assert day_of(value) == day


def test_a_row_without_a_file_is_told_of(tmp_path: Path) -> None:
    loaded = load(table(tmp_path, [{"id": "a"}, {"id": "b"}]), "reports.json")
    assert [problem.message for problem in unknown(loaded, "reports.json", {"a"})] == [
        "reports.json: no report file for the id 'b'"
    ]
