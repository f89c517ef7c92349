"""The desk's commands as a person types them."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import desks
import feedparser  # type: ignore[import-untyped]
import pytest
from typer.testing import CliRunner, Result

from twosource import cli, pipeline
from twosource.desk import Desk as Keeper
from twosource.pipeline import Reader
from twosource.settings import Settings
from twosource.store import open_store

RUN = CliRunner()
Desk = Callable[..., Result]


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Reads sentences; the model is loaded once."""
    return Reader(Settings())


@pytest.fixture
def desk(tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Run a command of the desk on a store in a fresh folder: `desk("stories")` runs `twosource stories STORE`."""
    monkeypatch.setattr("twosource.desk.keeper.Reader", lambda _: reader)
    monkeypatch.setenv("TWOSOURCE_BY", "ana")
    store = tmp_path / "desk.db"

    def run(command: str, *rest: str) -> Result:
        return RUN.invoke(cli.app, [command, str(store), *rest])

    return run


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with two reports of one flood and one of a match."""
    return desks.fill(tmp_path / "inbox")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    """A store with the inbox in it, made once."""
    folder = tmp_path_factory.mktemp("template")
    store = open_store(str(folder / "desk.db"), create=True)
    made = Keeper(store)
    made._reader = reader  # noqa: SLF001  one model for all
    made.add([desks.fill(folder / "inbox")], now=desks.NOW)
    store.close()
    return folder / "desk.db"


@pytest.fixture
def filled(desk: Desk, template: Path, tmp_path: Path) -> Desk:
    """A desk with the inbox in it."""
    shutil.copy(template, tmp_path / "desk.db")
    return desk


def _ids(filled: Desk, words: str) -> str:
    hits = json.loads(filled("search", words, "-f", "json").stdout)
    return str(hits[0]["figure"])


def test_add_says_in_one_line_what_it_did(desk: Desk, inbox: Path) -> None:
    first, again = desk("add", str(inbox)), desk("add", str(inbox))
    assert first.stdout.startswith("3 new; 2 stories brought up to date")
    assert again.stdout.startswith("0 new, 3 as before; 0 stories")
    assert first.stdout.count("\n") == again.stdout.count("\n") == 1


def test_stories_are_listed(filled: Desk) -> None:
    text = filled("stories").stdout
    assert "Dam breaks above Orla" in text
    assert "Rovers win the cup" in text
    rows = json.loads(filled("stories", "dam", "-f", "json").stdout)
    assert [row["reports"] for row in rows] == [2]
    assert filled("stories", "volcano").stdout == "No story.\n"


def test_show_takes_shortened_ids_of_stories_reports_and_figures(filled: Desk) -> None:
    (story,) = json.loads(filled("stories", "dam", "-f", "json").stdout)
    assert "How many people were injured?" in filled("show", story["id"][:6]).stdout
    report = filled("show", "sec").stdout
    assert "The broken Maruga dam" in report
    figure = _ids(filled, "injured > 125")
    assert figure in report
    claim = filled("show", figure[:7]).stdout
    assert figure in claim
    assert "Figures" in claim
    assert json.loads(filled("show", figure, "-f", "json").stdout)["stories"][0]["claims"]
    assert json.loads(filled("show", "second", "-f", "json").stdout)["versions"]


def test_what_is_judged_is_logged_and_undone(filled: Desk) -> None:
    figure = _ids(filled, "injured > 125")
    made = filled("judge", "reject", figure[:8], "--why", "it is a guess")
    assert made.exit_code == 0, made.output
    name = made.stdout.split()[0]
    assert "“131” in The Second Post is no figure" in made.stdout
    assert filled("search", "injured > 125").stdout == "Nothing found.\n"
    assert "ana: “131” in The Second Post is no figure – it is a guess" in filled("log").stdout
    assert filled("undo", name[:6], "--by", "bo").exit_code == 0
    assert "[undone]" in filled("log").stdout
    assert figure in filled("search", "injured > 125").stdout
    rows = json.loads(filled("log", "-f", "json", "--story", "first").stdout)
    assert [row["what"] for row in rows] == ["judgement", "judgement"]


@pytest.mark.parametrize(
    ("slot", "values", "shown"),
    [
        ("low", ["120"], 120),
        ("about", ["yes"], True),
        ("unit", ["household"], "household"),
        ("of", ["none"], None),
        ("chain", ["Orla Hospital", "Red Crescent"], ["Orla Hospital", "Red Crescent"]),
    ],
)
def test_slots_are_edited_in_words(filled: Desk, slot: str, values: list[str], shown: object) -> None:
    figure = _ids(filled, "injured > 125")
    done = filled("judge", "edit", figure, slot, *values)
    assert done.exit_code == 0, done.output
    dossier = json.loads(filled("export", "second").stdout)
    (found,) = (one for one in dossier["stories"][0]["figures"] if one["id"] == figure)
    assert found[slot] == shown
    assert [one["words"] for one in dossier["judgements"]]


def test_stories_are_joined_by_their_ids(filled: Desk) -> None:
    names = [row["id"] for row in json.loads(filled("stories", "-f", "json").stdout)]
    assert filled("judge", "join-stories", *names).exit_code == 0
    assert len(json.loads(filled("stories", "-f", "json").stdout)) == 1
    assert filled("judge", "split-story", "cup").exit_code == 0
    assert len(json.loads(filled("stories", "-f", "json").stdout)) == 2


def test_export_is_what_read_prints(filled: Desk, inbox: Path, tmp_path: Path) -> None:
    from twosource.dossier.wire import to_json  # noqa: PLC0415

    assert filled("export").stdout_bytes == to_json(pipeline.read(inbox))
    assert filled("export", "first", "-f", "text").stdout.startswith("Dam breaks above Orla")
    out = tmp_path / "d.html"
    assert filled("export", "-f", "html", "-o", str(out)).stdout == ""
    assert out.read_text("utf-8").startswith("<!doctype html>")


def test_a_table_has_a_line_a_reading(filled: Desk) -> None:
    rows = list(csv.DictReader(io.StringIO(filled("export", "-f", "csv").stdout_bytes.decode("utf-8-sig"))))
    assert {row["text"] for row in rows} >= {"At least 41", "52", "131", "41,000"}
    assert next(row for row in rows if row["text"] == "At least 41")["high"] == ""


def test_changes_of_a_store_are_told(filled: Desk) -> None:
    assert "New story of 2 reports" in filled("changes").stdout
    assert json.loads(filled("changes", "--since", "2999-01-01", "-f", "json").stdout) == []


def test_alerts_are_a_feed(filled: Desk, tmp_path: Path) -> None:
    out = tmp_path / "alerts.xml"
    assert filled("alerts", "--atom", str(out), "--link", "http://127.0.0.1:8000").exit_code == 0
    assert len(feedparser.parse(out.read_bytes()).entries) == 2


def test_watch_says_a_line_a_round(filled: Desk, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "time.sleep", lambda _: (inbox / "new.txt").write_text(desks.CUP.replace("Rovers", "Town"), "utf-8")
    )
    done = filled("watch", str(inbox), "--rounds", "2", "--atom", str(tmp_path / "a.xml"))
    lines = done.stdout.splitlines()
    assert [line.split("  ")[1].split(";")[0] for line in lines] == ["nothing new", "1 new, 3 as before"]
    assert (tmp_path / "a.xml").exists()


def test_watch_tells_of_a_problem_once(filled: Desk, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (inbox / "odd.xyz").write_text("x", "utf-8")
    monkeypatch.setattr("time.sleep", lambda _: None)
    lines = filled("watch", str(inbox), "--rounds", "2").stdout.splitlines()
    assert "1 new problem: odd.xyz" in lines[0]
    assert lines[1].endswith("nothing new")


def test_watch_outlives_a_round_in_which_nothing_is_there(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "late"
    monkeypatch.setattr("time.sleep", lambda _: desks.fill(folder))
    done = desk("watch", str(folder), "--rounds", "2")
    assert done.exit_code == 0
    assert "no such file or folder" in done.stderr
    assert "3 new" in done.stdout


def test_a_webhook_that_is_not_there_loses_no_run(desk: Desk, inbox: Path) -> None:
    done = desk("add", str(inbox), "--webhook", "http://127.0.0.1:9/hook")
    assert done.exit_code == 0
    assert "could not be posted" in done.stderr
    assert "3 new" in done.stdout


def test_a_withdrawn_report_is_gone_from_its_story(filled: Desk) -> None:
    assert filled("withdraw", "cup").stdout == "1 taken out, 0 stories touched\n"
    assert len(json.loads(filled("stories", "-f", "json").stdout)) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "zzz"),
        ("show", ""),
        ("search", "killed > many"),
        ("search", " "),
        ("undo", "zzz"),
        ("judge", "reject", "zzz"),
        ("judge", "cut", "zzz"),
        ("judge", "cut", "zzz", "--story", "first"),
        ("judge", "join-stories", "first", "second"),
        ("export", "zzz"),
        ("withdraw", "zzz"),
        ("log", "--story", "zzz"),
        ("add", "/nowhere/at/all"),
        ("add", "http://127.0.0.1:9/x"),
        ("add", "x.txt", "--webhook", "nonsense"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_code_1(filled: Desk, arguments: tuple[str, ...]) -> None:
    done = filled(*arguments)
    assert done.exit_code == 1, done.output
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("twosource: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("judge", "forget", "x"),
        ("judge", "reject"),
        ("judge", "reject", "x", "y"),
        ("judge", "edit", "x", "low"),
        ("changes", "--since", "tomorrow"),
        ("watch", "x", "--every", "0"),
        ("stories", "--order", "luck"),
    ],
)
def test_wrong_use_is_exit_code_2(filled: Desk, arguments: tuple[str, ...]) -> None:
    assert filled(*arguments).exit_code == 2


def test_wrong_values_of_slots_are_exit_code_2(filled: Desk) -> None:
    figure = _ids(filled, "injured > 125")
    for slot, value in (("low", "many"), ("about", "perhaps"), ("colour", "red")):
        assert filled("judge", "edit", figure, slot, value).exit_code == 2


@pytest.mark.parametrize(
    "command", [("stories",), ("show", "x"), ("search", "x"), ("export",), ("log",), ("alerts",), ("undo", "x")]
)
def test_a_file_that_is_no_store_is_told_so(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "notes.txt").write_text("no store", "utf-8")
    for name in ("notes.txt", "nowhere.db"):
        done = RUN.invoke(cli.app, [command[0], str(tmp_path / name), *command[1:]])
        assert done.exit_code == 1
        assert done.stderr.count("\n") == 1
        assert not (tmp_path / "nowhere.db").exists()


def test_control_signs_of_a_report_never_reach_the_terminal(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(
        "Dam \x1b[31mbreaks\x07\n\nThe dam broke and 12 \x1b[2Jpeople died, police said.\n", "utf-8"
    )
    desk("add", str(tmp_path / "x.txt"))
    for command in (("stories",), ("show", "x"), ("search", "dam"), ("search", "killed > 1"), ("log",), ("changes",)):
        assert "\x1b" not in desk(*command).stdout
