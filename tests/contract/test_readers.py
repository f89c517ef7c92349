"""Whatever a source is, its reports, ids and problems keep the same promises."""

import gzip
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from twosource.errors import SourceError
from twosource.reading.sources import read_source
from twosource.records import Problem, Report

LIMIT = 100_000
TEXT = "Flood drives 14 from their homes\n\nThe river rose in the night, the mayor said on Monday.\n"
WORDS = "The river rose in the night. " * 9
PAGE = f"<html><head><title>Flood</title></head><body><article><p>{WORDS}</p></article></body></html>"

Files = dict[str, bytes]
Make = Callable[[Files], Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A folder of the files given by path and bytes."""

    def folder(files: Files) -> Path:
        root = tmp_path / "source"
        root.mkdir(exist_ok=True)
        for name, data in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return root

    return folder


def ids(found: tuple[list[Report], list[Problem]]) -> list[str]:
    return [report.id for report in found[0]]


def codes(found: tuple[list[Report], list[Problem]]) -> list[tuple[str, str]]:
    return [(problem.code, problem.where) for problem in found[1]]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("r.txt", TEXT.encode()),
        ("r.text", TEXT.encode("utf-16")),
        ("r.md", TEXT.encode("cp1252")),
        ("r.TXT", TEXT.replace("\n", "\r\n").encode()),
        ("r.txt.gz", gzip.compress(TEXT.encode())),
        ("r.html", PAGE.encode()),
        ("r.htm", PAGE.encode()),
        ("r.html.gz", gzip.compress(PAGE.encode())),
    ],
)
def test_every_kind_of_file_is_one_report_alone_or_in_a_folder(make: Make, name: str, data: bytes) -> None:
    root = make({name: data})
    alone, inside = read_source(root / name, LIMIT), read_source(str(root), LIMIT)
    assert alone == inside
    assert ids(inside) == ["r"]
    assert inside[1] == []
    assert "The river rose in the night" in inside[0][0].text
    if "htm" not in name:
        assert inside[0][0].text == TEXT


def test_standard_input_is_one_report(monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (TEXT.encode(), PAGE.encode()):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        reports, problems = read_source("-", LIMIT)
        assert [report.id for report in reports] == ["stdin"]
        assert "The river rose" in reports[0].text
        assert problems == []
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"x" * (LIMIT + 1))))
    assert codes(read_source("-", LIMIT)) == [("too-large", "standard input")]


@pytest.mark.parametrize("source", ["story", "story/reports", ".", "story/reports/a.txt"])
def test_a_storys_table_is_found_from_wherever_the_story_is_named(make: Make, source: str) -> None:
    rows = [{"id": "a", "outlet": "Post", "url": "https://post.example/a", "published": "2025-03-03"}]
    root = make({"story/reports/a.txt": TEXT.encode(), "story/reports.json": json.dumps(rows).encode()})
    reports, problems = read_source(root / source, LIMIT)
    assert problems == []
    day = reports[0].published
    assert (reports[0].id, reports[0].outlet, reports[0].url) == ("a", "Post", "https://post.example/a")
    assert day is not None
    assert (day.value, day.how) == ("2025-03-03", "given")


def test_what_the_table_gives_stands_before_what_a_page_says(make: Make) -> None:
    page = PAGE.replace("<head>", '<head><meta property="article:published_time" content="2025-03-04">')
    root = make({"a.html": page.encode(), "b.html": page.encode()})
    (root / "reports.json").write_text('[{"id": "a", "published": "2025-03-03"}]')
    days = [report.published for report in read_source(root, LIMIT)[0]]
    assert [(day.value, day.how) for day in days if day] == [("2025-03-03", "given"), ("2025-03-04", "metadata")]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("bad.txt", b"", "empty"),
        ("bad.txt", b"\x00\x01\x02\x00", "binary"),
        ("bad.txt", b"x" * (LIMIT + 1), "too-large"),
        ("bad.txt.gz", gzip.compress(b"x" * (LIMIT + 1)), "binary"),
        ("bad.html", b"<html></html>", "no-article"),
        ("bad.pdf", b"%PDF-1.7", "kind"),
        ("bad.png", b"\x89PNG\x00", "kind"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem_and_stops_nothing(
    make: Make, name: str, data: bytes, code: str
) -> None:
    found = read_source(make({"good.txt": TEXT.encode(), f"sub/{name}": data}), LIMIT)
    assert ids(found) == ["good"]
    assert codes(found) == [(code, f"sub/{name}")]
    assert all(problem.stage == "reading" and problem.message.startswith(problem.where) for problem in found[1])


def test_a_report_in_another_language_is_kept_with_a_problem(make: Make) -> None:
    words = "Le fleuve a monté pendant la nuit et quatorze personnes ont été évacuées, a déclaré le maire de la ville. "
    reports, problems = read_source(make({"fr.txt": (words * 4).encode()}), LIMIT)
    assert [report.language for report in reports] == ["fr"]
    assert [problem.code for problem in problems] == ["language"]


def test_one_word_is_a_report(make: Make) -> None:
    assert read_source(make({"a.txt": b"Fire"}), LIMIT) == ([Report(id="a", text="Fire")], [])


def test_files_of_one_name_have_ids_of_their_own(make: Make) -> None:
    found = read_source(make({"x/reports/a.txt": b"One", "y/reports/a.txt": b"Two", "b.txt": b"Three"}), LIMIT)
    assert ids(found) == ["b", "x-a", "y-a"]


@pytest.mark.parametrize(
    "broken", [b"{", b"[1, 2]", b'[{"id": "zz"}]', b'[{"id": "a", "published": 3}]', b"\xff\xfe\xff"]
)
def test_a_broken_table_costs_no_report(make: Make, broken: bytes) -> None:
    found = read_source(make({"a.txt": TEXT.encode(), "reports.json": broken}), LIMIT)
    assert ids(found) == ["a"]
    assert {code for code, _ in codes(found)} == {"reports-json"}


def test_hidden_files_saved_pictures_and_data_are_passed_over(make: Make) -> None:
    files = {
        ".a.txt": b"x",
        ".git/b.txt": b"x",
        "p.html": PAGE.encode(),
        "p_files/frame.html": b"<html>",
        "other.json": b"{}",
    }
    found = read_source(make(files), LIMIT)
    assert (ids(found), found[1]) == (["p"], [])


def test_links_in_a_circle_pipes_and_folders_named_like_texts_end_nothing(make: Make) -> None:
    root = make({"a.txt": TEXT.encode(), "folder.txt/b.txt": TEXT.encode()})
    (root / "round").symlink_to(root)
    (root / "self.txt").symlink_to("self.txt")
    os.mkfifo(root / "pipe.txt")
    found = read_source(root, LIMIT)
    assert ids(found) == ["a", "b"]
    assert codes(found) == [("kind", "pipe.txt"), ("unreadable", "self.txt")]


def test_a_link_out_of_the_folder_is_not_read_and_told(make: Make, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = make({"a.txt": TEXT.encode()})
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text(TEXT, "utf-8")
    (root / "link.txt").symlink_to(secret)
    (root / "beside.txt").symlink_to(root / "a.txt")
    found = read_source(root, LIMIT)
    assert ids(found) == ["a", "beside"]
    assert codes(found) == [("unreadable", "link.txt")]


def test_a_source_without_a_name_is_not_the_folder_one_is_in() -> None:
    with pytest.raises(SourceError, match="without a name"):
        read_source("", LIMIT)


def test_an_empty_folder_is_a_problem(make: Make) -> None:
    reports, problems = read_source(make({}), LIMIT)
    assert reports == []
    assert [problem.code for problem in problems] == ["empty"]


@pytest.mark.parametrize("source", ["nowhere", "nowhere/a.txt", "odd\0name"])
def test_a_source_that_does_not_exist_is_an_error_in_words(source: str) -> None:
    with pytest.raises(SourceError, match="no such file or folder"):
        read_source(source, LIMIT)


def test_reading_twice_gives_the_same(make: Make) -> None:
    root = make({f"{part}/{name}.txt": f"{part} {name}".encode() for part in "xyz" for name in "abc"})
    assert read_source(root, LIMIT) == read_source(root, LIMIT)


def test_a_file_name_that_is_no_text_can_be_shown(make: Make) -> None:
    root = make({})
    try:
        Path(os.fsdecode(os.fsencode(root) + b"/odd\xff.txt")).write_text(TEXT)
    except OSError:
        pytest.skip("this file system takes no such names")
    found = read_source(root, LIMIT)
    assert ids(found) == ["odd\ufffd"]
    assert "\ud800" not in found[0][0].id


@pytest.mark.parametrize("name", ["long.txt", "long.html"])
def test_a_text_that_is_no_single_report_is_a_problem_and_stops_nothing(
    make: Make, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("twosource.reading.sources.LONGEST_TEXT", len(TEXT))
    body = PAGE if name.endswith("html") else TEXT + "More."
    found = read_source(make({"good.txt": TEXT.encode(), name: body.encode()}), LIMIT)
    assert ids(found) == ["good"]
    assert codes(found) == [("too-large", name)]
    assert f"more than the limit of {len(TEXT):,} for one report" in found[1][0].message
