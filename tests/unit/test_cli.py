import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner

from twosource import cli
from twosource.cli import _frame as frame
from twosource.errors import NothingRead, SourceError
from twosource.records import Dossier, Problem, unfolded
from twosource.version import VERSION

RUN = CliRunner()


@pytest.fixture
def told(labelled: Dossier, monkeypatch: pytest.MonkeyPatch) -> Dossier:
    """A run that finds what the labels say, without reading language."""
    _finds(monkeypatch, labelled)
    return labelled


def _finds(monkeypatch: pytest.MonkeyPatch, dossier: Dossier) -> None:
    _pipeline(monkeypatch, lambda *_, **__: dossier)


def _pipeline(monkeypatch: pytest.MonkeyPatch, read: Callable[..., Dossier]) -> None:
    """Put a pipeline in place of the real one, which would load the language library."""
    module = ModuleType("twosource.pipeline")
    module.read = read  # type: ignore[attr-defined]
    module.unfold = lambda *sources, **choices: unfolded(read(*sources, **choices))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "twosource.pipeline", module)


def _fails(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: object, **__: object) -> Dossier:
        raise error

    _pipeline(monkeypatch, fail)


@pytest.mark.usefixtures("told")
def test_json_goes_to_standard_output_and_problems_to_standard_error() -> None:
    result = RUN.invoke(cli.app, ["read", "folder", "--format", "json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["stories"]
    assert result.stderr == "twosource: r9.bin: is no text, left out\n"


@pytest.mark.usefixtures("told")
def test_quiet_says_nothing_of_problems() -> None:
    assert RUN.invoke(cli.app, ["read", "folder", "-f", "json", "--quiet"]).stderr == ""


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(("form", "begins"), [("text", "At least 17"), ("json", "{"), ("html", "<!doctype html>")])
def test_out_writes_the_file_and_nothing_else(tmp_path: Path, form: str, begins: str) -> None:
    result = RUN.invoke(cli.app, ["read", "folder", "--format", form, "--out", str(tmp_path / "d"), "-q"])
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "d").read_text("utf-8").startswith(begins)


def test_many_problems_are_told_in_short(labelled: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    problems = tuple(Problem(stage="reading", code="x", where=str(n), message=f"{n} is bad") for n in range(9))
    dossier = Dossier(version="0", stories=labelled.stories, problems=problems)
    _finds(monkeypatch, dossier)
    lines = RUN.invoke(cli.app, ["read", "folder", "-f", "json"]).stderr.splitlines()
    assert len(lines) == 6
    assert lines[-1] == "twosource: and 4 more problems, all listed in the dossier"


@pytest.mark.parametrize("error", [SourceError("x: no such\nfile"), NothingRead("nothing there")])
def test_what_stops_a_run_is_one_line_and_exit_code_1(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    _fails(monkeypatch, error)
    result = RUN.invoke(cli.app, ["read", "folder"])
    assert result.exit_code == 1
    assert result.stderr == f"twosource: {' '.join(str(error).split())}\n"
    assert result.stdout == ""


@pytest.mark.usefixtures("told")
def test_a_file_that_cannot_be_written_is_one_line_and_exit_code_1(tmp_path: Path) -> None:
    result = RUN.invoke(cli.app, ["read", "folder", "-o", str(tmp_path / "no" / "d.html"), "-f", "html"])
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [["read"], ["read", "x", "--format", "xml"], ["read", "x", "--as-of", "tomorrow"], ["fly"]]
)
def test_wrong_use_is_exit_code_2(arguments: list[str]) -> None:
    assert RUN.invoke(cli.app, arguments).exit_code == 2


def test_version_names_the_program() -> None:
    assert RUN.invoke(cli.app, ["--version"]).stdout == f"twosource {VERSION}\n"


def test_schema_is_json() -> None:
    assert json.loads(RUN.invoke(cli.app, ["schema"]).stdout)["title"] == "twosource dossier"


def test_a_reader_that_stops_early_is_no_error(root: Path) -> None:
    shell = f"{sys.executable} -c 'from twosource.cli import app; app()' schema | head -c 10"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", shell],
        cwd=root,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert (done.stdout, done.stderr) == (b'{\n "$schem', b"")


def test_a_bar_is_drawn_only_once_the_run_takes_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for patience, drawn in ((60.0, False), (-1.0, True)):
        monkeypatch.setattr(frame, "_PATIENCE", patience)
        with frame.progress(shown=True) as tell:
            assert tell is not None
            tell("reading sentences", 1, 2)
            tell("reading sentences", 2, 2)
        assert ("reading sentences" in capsys.readouterr().err) is drawn


def test_nobody_is_told_of_progress_where_nobody_looks() -> None:
    with frame.progress(shown=False) as tell:
        assert tell is None


@pytest.mark.usefixtures("told")
def test_changes_between_two_dossiers_are_told(tmp_path: Path) -> None:
    later = tmp_path / "later.json"
    RUN.invoke(cli.app, ["read", "folder", "-f", "json", "-o", str(later)])
    whole = json.loads(later.read_text("utf-8"))
    whole["stories"] = []
    earlier = tmp_path / "earlier.json"
    earlier.write_text(json.dumps(whole), "utf-8")
    assert RUN.invoke(cli.app, ["changes", str(later), str(later)]).stdout == "Nothing has changed.\n"
    assert "New story of" in RUN.invoke(cli.app, ["changes", str(earlier), str(later)]).stdout
    listed = RUN.invoke(cli.app, ["changes", str(earlier), str(later), "-f", "json"])
    assert [change["kind"] for change in json.loads(listed.stdout)] == ["new story"]


@pytest.mark.usefixtures("told")
def test_changes_since_a_day_are_told() -> None:
    assert "New story of" in RUN.invoke(cli.app, ["changes", "folder", "--since", "1999-01-01"]).stdout
    assert RUN.invoke(cli.app, ["changes", "folder", "--since", "2099-01-01"]).stdout == "Nothing has changed.\n"


@pytest.mark.parametrize(
    "arguments", [["a.json"], ["a.json", "b.json", "--since", "2024-01-01"], ["a", "--since", "x"]]
)
def test_changes_want_a_second_dossier_or_a_day(arguments: list[str]) -> None:
    assert RUN.invoke(cli.app, ["changes", *arguments]).exit_code == 2


def test_changes_name_the_file_that_is_no_dossier(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}", "utf-8")
    result = RUN.invoke(cli.app, ["changes", str(wrong), str(wrong)])
    assert result.exit_code == 1
    assert "wrong.json: no JSON dossier" in result.stderr
    assert result.stderr.count("\n") == 1
