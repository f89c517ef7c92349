"""Pages that are made from the code are what the code makes now; `--update-docs` rewrites them."""

import itertools
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from twosource.dossier.wire import schema

_COMMANDS = (
    (),
    *((name,) for name in ("read", "changes", "schema", "add", "watch", "stories", "show", "search", "export")),
    *((name,) for name in ("judge", "undo", "log", "alerts", "withdraw", "serve")),
)

_CODES = """\
## Exit codes

| code | means |
| --- | --- |
| 0 | done, also where some files could not be read: they are told as problems |
| 1 | nothing could be read or done: no such source, store, item or model, no report, a file that cannot be written |
| 2 | wrong use of the command line |
| 130 | stopped with Ctrl-C |

What stops a run is one line on standard error, beginning with `twosource:`."""

Fresh = Callable[[Path, str], None]


@pytest.fixture
def fresh(request: pytest.FixtureRequest) -> Fresh:
    """Compare a page with what it should be, or write it."""

    def check(path: Path, wanted: str) -> None:
        if request.config.getoption("--update-docs"):
            path.write_text(wanted, "utf-8")
        assert path.read_text("utf-8") == wanted

    return check


def _help(command: tuple[str, ...]) -> str:
    """What a command says of itself on a terminal of 80 columns, without colours."""
    code = "import sys; sys.argv[0] = 'twosource'; from twosource.cli import app; app()"
    plain = {
        key: value for key, value in os.environ.items() if key not in {"FORCE_COLOR", "PY_COLORS", "GITHUB_ACTIONS"}
    }
    done = subprocess.run(
        [sys.executable, "-c", code, *command, "--help"],
        env={**plain, "COLUMNS": "80", "TERMINAL_WIDTH": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    return "\n".join(line.rstrip() for line in done.stdout.decode().strip("\n").split("\n")).strip("\n")


def test_the_command_reference_is_what_the_commands_say(root: Path, fresh: Fresh) -> None:
    parts = [
        "# Commands",
        "This page is made from `--help` by `python3 dev.py just docs`; a test keeps it fresh.",
        *(f"## `{' '.join(('twosource', *command))}`\n\n```text\n{_help(command)}\n```" for command in _COMMANDS),
        _CODES,
    ]
    fresh(root / "docs/reference/commands.md", "\n\n".join(parts) + "\n")


def test_the_schema_in_the_docs_is_that_of_the_program(root: Path, fresh: Fresh) -> None:
    fresh(root / "docs/reference/dossier.schema.json", schema().decode())


def test_the_page_of_dependencies_lists_each_and_no_other(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    wanted = {
        re.split(r"[<>=!\[ ]", line)[0]
        for line in (
            *project["project"]["dependencies"],
            *itertools.chain.from_iterable(project["dependency-groups"].values()),
        )
    }
    listed = set(re.findall(r"^\| `([^`]+)`", (root / "docs/dependencies.md").read_text("utf-8"), re.MULTILINE))
    assert listed == wanted


def test_the_readme_gives_the_command_that_the_tests_are_run_with(root: Path) -> None:
    readme = (root / "README.md").read_text("utf-8")
    assert "python3 dev.py sample" in readme
    assert "python3 dev.py test" in readme
    assert "python3 dev.py test" in (root / ".ci/run").read_text("utf-8")
