#!/usr/bin/env python3
"""In: a clone, Python 3.11 or later and git. Out: an environment of pinned packages in `.venv`, and one job run in it.

python3 dev.py sample [STORY] [options of `twosource read`]    read reports that ship with the project
python3 dev.py test [options of pytest]                        run the tests
python3 dev.py setup                                           only make the environment
python3 dev.py COMMAND                                         any command of the environment, as `dev.py just check`
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
RUN_PINS = ROOT / "requirements.lock"
DEV_PINS = ROOT / "requirements-dev.lock"
FIRST_SAMPLE = "ferry-capsize"


def main(arguments: list[str]) -> int:
    """Do what the first argument says; the exit code is that of the command that was run."""
    match arguments:
        case ["sample", *rest]:
            set_up(RUN_PINS)
            return sample(rest)
        case ["test", *rest]:
            set_up(DEV_PINS)
            return run(str(BIN / "python"), "-m", "pytest", *rest)
        case ["setup"]:
            set_up(DEV_PINS)
            return 0
        case [] | ["-h" | "--help", *_]:
            print(__doc__)
            return 0 if arguments else 2
        case [command, *rest]:
            set_up(DEV_PINS)
            return run(shutil.which(command, path=str(BIN)) or command, *rest)
    return 2


def sample(rest: list[str]) -> int:
    """Read one of the stories in `samples`, the first one where none is named."""
    story = FIRST_SAMPLE
    if rest and not rest[0].startswith("-"):
        story, rest = rest[0], rest[1:]
    return run(str(BIN / "twosource"), "read", str(ROOT / "samples" / story), *rest)


def set_up(pins: Path) -> None:
    """Install the pinned packages and twosource itself, unless that was done before with the same pins.

    Raises SystemExit with a message where the environment cannot be made.
    """
    mark = HOME / ".pins"
    wanted = {digest(pins), digest(ROOT / "pyproject.toml")}
    if mark.exists() and wanted <= set(mark.read_text("utf-8").split()):
        return
    print(f"twosource: setting up {HOME.name} from {pins.name} (once, a few minutes) …", file=sys.stderr)
    if not (BIN / "python").exists() and not (BIN / "python.exe").exists():
        try:
            venv.create(HOME, with_pip=True)
        except subprocess.CalledProcessError:
            message = "this Python cannot make environments with pip in them: install its venv module (python3-venv)"
            raise SystemExit(message) from None
    pip = [str(BIN / "python"), "-m", "pip", "--disable-pip-version-check", "-qq", "install"]
    steps = (
        [*pip, "--require-hashes", "--requirement", str(pins)],
        [*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
    )
    for step in steps:
        if run(*step):
            message = "twosource: the packages could not be installed; what went wrong stands above"
            raise SystemExit(message)
    done = wanted | {digest(RUN_PINS)}  # the pins for developing hold those for running
    mark.write_text("\n".join(sorted(done)) + "\n", "utf-8")


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def run(*command: str) -> int:
    """Run a command in the project's folder with the environment's commands first on the path; its exit code."""
    path = os.pathsep.join((str(BIN), os.environ.get("PATH", "")))
    return subprocess.run(command, cwd=ROOT, check=False, env={**os.environ, "PATH": path}).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
