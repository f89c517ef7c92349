"""Reports that come in by a browser."""

import io
import time
import zipfile

import pytest
from desk_of import Asking

from twosource.desk import Document
from twosource.errors import NothingRead
from twosource.records import Problem
from twosource.web import uploads
from twosource.web.jobs import Jobs, Outcome, Progress
from twosource.web.refusals import Refused


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("report.txt", "report.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ada\\report.html", "report.html"),
        ("a\x00b\nc.txt", "a b c.txt"),
        ("...", ""),
        ("/", ""),
        ("x" * 500 + ".txt", "x" * 196 + ".txt"),
    ],
)
def test_of_a_file_name_only_the_last_part_is_kept(given: str, name: str) -> None:
    assert uploads.file_name(given) == name


def _zip(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def test_a_zip_file_is_opened_and_its_paths_are_only_names() -> None:
    data = _zip({"../../up.txt": b"one", "folder/in.html": b"two", "__MACOSX/in.html": b"junk"})
    assert list(uploads.uploaded("all.zip", data)) == [
        Document(name="up.txt", data=b"one"),
        Document(name="in.html", data=b"two"),
    ]


@pytest.mark.parametrize("name", ["photo.jpg", "tables.xlsx", "report.pdf", "a.tar.gz", ".exe.txt.exe"])
def test_a_file_of_another_kind_is_rejected_with_its_reason(name: str) -> None:
    (found,) = uploads.uploaded(name, b"bytes")
    assert isinstance(found, Problem)
    assert name.strip(".") in found.message


@pytest.mark.parametrize("name", ["report", "report.TXT", "page.html.gz", "note.markdown"])
def test_texts_and_pages_are_taken(name: str) -> None:
    assert list(uploads.uploaded(name, b"bytes")) == [Document(name=name, data=b"bytes")]


def test_a_zip_file_that_swells_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "_MOST_UNPACKED", 100_000)
    found = list(uploads.uploaded("bomb.zip", _zip({"a.txt": bytes(50_000), "b.txt": bytes(10_000_000)})))
    assert [type(one) for one in found] == [Document, Problem]


def test_a_zip_file_that_is_none_is_a_problem() -> None:
    (found,) = uploads.uploaded("broken.zip", b"PK\x03\x04 no zip at all")
    assert isinstance(found, Problem)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<!DOCTYPE html><html><p>A ferry sank.", "pasted.html"),
        ("A ferry sank.\nMore.", "A ferry sank.txt"),
        ("\n\n", "pasted.txt"),
    ],
)
def test_a_pasted_text_is_a_page_where_it_begins_like_one(text: str, name: str) -> None:
    said = uploads.about("", "", "", "pasted" if text.startswith("<") else "")
    assert uploads.pasted(text, said).name == name


def test_what_a_form_says_of_a_text_is_checked() -> None:
    assert uploads.about("The Quay", "", "2025-03-14", "").published == "2025-03-14"
    with pytest.raises(Refused, match="no day"):
        uploads.about("", "", "yesterday", "")


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "gopher://x", "javascript:x", "x.example", "http:///x", "https://" + "x" * 3000]
)
def test_what_is_no_address_is_not_fetched(address: str) -> None:
    with pytest.raises(Refused):
        uploads.addresses(address)


def _wait(asking: Asking, address: str) -> dict[str, object]:
    for _ in range(400):
        job = asking.get(f"{address}.json").json()["job"]
        if job["state"] in {"done", "failed"}:
            return dict(job)
        time.sleep(0.05)
    raise AssertionError(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/x",
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://169.254.169.254/latest",
        "http://0x7f.1/",
    ],
)
def test_no_address_of_this_machine_or_its_network_is_fetched(asking: Asking, address: str) -> None:
    sent = asking.send("/intake", {"address": address})
    assert sent.status_code == 303
    job = _wait(asking, sent.headers["location"])
    assert job["state"] == "failed"


def test_a_form_that_gives_nothing_is_told_so(asking: Asking) -> None:
    assert asking.send("/intake", {"text": "  "}).status_code == 422


def test_what_was_rejected_is_told_with_its_reason(asking: Asking) -> None:
    photo = ("files", ("photo.jpg", b"\xff\xd8\xff", "image/jpeg"))
    alone = asking.ask("POST", "/intake", data={"csrf": asking.mark()}, files=[photo])
    assert (alone.status_code, "photo.jpg" in alone.text) == (422, True)
    empty = ("files", ("empty.txt", b"", "text/plain"))
    sent = asking.ask("POST", "/intake", data={"csrf": asking.mark()}, files=[photo, empty])
    assert _wait(asking, sent.headers["location"])["state"] == "failed"
    told = asking.get(sent.headers["location"]).text
    assert "photo.jpg" in told
    assert "empty.txt" in told


def test_jobs_are_done_one_after_another_and_one_that_fails_holds_up_none() -> None:
    jobs, told = Jobs(), list[str]()

    def good(tell: Progress) -> Outcome:
        tell("reading", 1, 2)
        told.append("good")
        return Outcome(new=("r",))

    def bad(_: Progress) -> Outcome:
        told.append("bad")
        message = "nothing there"
        raise NothingRead(message)

    def worse(_: Progress) -> Outcome:
        told.append("worse")
        return Outcome(new=(str(1 // 0),))

    made = [jobs.put(name, "2025-05-03T14:05:00Z", one) for name, one in (("a", bad), ("b", worse), ("c", good))]
    for _ in range(200):
        if all((now := jobs.get(job.id)) and now.state in {"done", "failed"} for job in made if job):
            break
        time.sleep(0.01)
    states = [(job.state, job.message) for job in reversed(jobs.all())]
    assert told == ["bad", "worse", "good"]
    assert states == [
        ("failed", "nothing there"),
        ("failed", "A fault of the program ended this job (ZeroDivisionError)."),
        ("done", ""),
    ]
    jobs.close()


def test_too_many_jobs_are_not_taken_on() -> None:
    def slow(_: Progress) -> Outcome:
        time.sleep(0.01)
        return Outcome()

    jobs = Jobs()
    taken = [jobs.put("x", "", slow) for _ in range(60)]
    assert None in taken
    jobs.close()
