import ast
import itertools
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from importlinter import cli as contracts

from twosource import Settings

LONGEST_FILE = 500
LONGEST_FUNCTION = 60
MOST_PARAMETERS = 6
NO_ROOMS = {"utils", "util", "common", "helpers", "helper", "core", "misc"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@pytest.fixture(scope="module")
def sources(root: Path) -> list[Path]:
    return sorted((root / "src").rglob("*.py"))


@pytest.fixture(scope="module")
def tracked(root: Path) -> list[Path]:
    """The files under version control, or all files of an unpacked release."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a clone")
    return [root / name for name in listed.stdout.split("\0") if name and (root / name).is_file()]


def test_rooms_import_only_what_the_design_allows(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert contracts.lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


def test_no_file_and_no_function_is_over_its_budget(sources: list[Path]) -> None:
    files = [f"{path.name}: {lines} lines" for path in sources if (lines := _lines(path)) > LONGEST_FILE]
    functions = [
        f"{path.name}: {node.name} has {_length(node)} lines"
        for path in sources
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, Function) and _length(node) > LONGEST_FUNCTION
    ]
    assert files + functions == []


def test_no_function_takes_more_than_six_parameters(sources: list[Path]) -> None:
    many = [
        f"{path.name}: {node.name}"
        for path in sources
        if path.parent.name != "cli"  # there a parameter is an option
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, Function)
        and len([*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]) > MOST_PARAMETERS
    ]
    assert many == []


def _lines(path: Path) -> int:
    return path.read_text("utf-8").count("\n")


def _length(node: Function) -> int:
    """The lines of a function without its docstring."""
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or 0) - first.lineno + 1


def test_every_module_begins_with_what_goes_in_and_what_comes_out(sources: list[Path]) -> None:
    silent = []
    for path in sources:
        said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        if path.name != "__init__.py" and not (said.startswith("In: ") and " Out: " in said):
            silent.append(path.name)
    assert silent == []


def test_no_module_is_named_after_nothing(sources: list[Path]) -> None:
    assert {path.stem.lstrip("_") for path in sources} & NO_ROOMS == set()


def test_no_tracked_file_names_a_package_registry(tracked: list[Path], root: Path) -> None:
    hosts = re.compile("|".join(map(re.escape, ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org"))))
    lines = [
        f"{path.relative_to(root)}: {line.strip()[:80]}"
        for path in tracked
        for line in path.read_text("utf-8", "replace").splitlines()
        if hosts.search(line)
    ]
    assert lines == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_pins_name_no_host_and_every_package_has_hashes(root: Path, name: str) -> None:
    text = (root / name).read_text("utf-8")
    packages = re.findall(r"^[A-Za-z0-9._-]+==.*?(?=^[A-Za-z0-9]|\Z)", text, re.DOTALL | re.MULTILINE)
    assert not re.search(r"://|--(?:extra-)?index-url|--find-links|--trusted-host", text)
    assert packages
    assert [package.split()[0] for package in packages if "--hash=sha256:" not in package] == []


def test_both_sets_of_pins_agree(root: Path) -> None:
    run, dev = (
        dict(re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", (root / name).read_text("utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert {name: dev.get(name) for name in run} == run


def test_what_is_imported_is_declared_and_what_is_declared_is_imported(root: Path, sources: list[Path]) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {
        re.split(r"[<>=!\[ ]", line)[0]
        for line in itertools.chain(project["dependencies"], *project["optional-dependencies"].values())
    }
    owners = packages_distributions()
    used = {
        re.sub(r"[-_.]+", "-", owner).lower()
        for path in sources
        for name in _imported(ast.parse(path.read_text("utf-8")))
        if name not in sys.stdlib_module_names and name != "twosource"
        for owner in owners[name]
    }
    by_name = {Settings().model.replace("_", "-")}  # a package that the settings name and nothing imports
    assert used | by_name == declared


def _imported(tree: ast.Module) -> Iterator[str]:
    """The first part of the name of every module that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_links_between_the_documents_lead_somewhere(root: Path) -> None:
    pages = itertools.chain(
        root.glob("*.md"), *((root / name).rglob("*.md") for name in ("docs", "evaluation", "samples"))
    )
    dead = [
        f"{page.relative_to(root)}: {link}"
        for page in pages
        for link in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if "://" not in link and not (page.parent / link).exists()
    ]
    assert dead == []
