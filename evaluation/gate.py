#!/usr/bin/env python3
"""In: the labelled stories and the floors. Out: the scorer's table beside the floors; exit code 1 below any of them.

usage: gate.py [--update] [--lower] [--misses N]

--update    raise the floors to what was measured, and take over a changed corpus
--lower     with --update: lower floors too, where the program has become worse
"""

import argparse
import hashlib
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

import twosource

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
FOLDERS = (HERE.parent / "samples", HERE / "stories")
_SLACK = 0.0005

Row = dict[str, float]


def stories() -> list[Path]:
    """The folders of all labelled stories, by name."""
    return sorted(
        (gold.parent for folder in FOLDERS for gold in folder.glob("*/gold.json")), key=lambda path: path.name
    )


def corpus_digest(folders: list[Path]) -> str:
    """The SHA-256 over the names and bytes of every report and label, so that floors belong to one corpus."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            digest.update(f"{folder.name}/{path.relative_to(folder).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def measure(folders: list[Path], misses: int = 0) -> Row:
    """The mean row of the scorer's table, each from 0 to 1, over all stories; a fault of the program ends the run."""
    with tempfile.TemporaryDirectory() as name:
        kept = Path(name)
        for folder in folders:
            dossier = twosource.read(folder)
            faults = [problem.message for problem in dossier.problems if problem.code == "fault"]
            if faults:
                sys.exit(f"{folder.name}: {'; '.join(faults)}")
            (kept / f"{folder.name}.json").write_bytes(twosource.to_json(dossier))
        return score(folders, kept, misses)


def score(folders: list[Path], dossiers: Path, misses: int = 0) -> Row:
    """The mean row for dossiers that lie in a folder as `<story>.json`."""
    options = ["--dossiers", str(dossiers), "--json", "--misses", str(misses)]
    command = [sys.executable, str(HERE / "score.py"), *options, *map(str, folders)]
    table = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)  # noqa: S603
    mean: Row = table["mean"]
    return mean


def below(measured: Row, floors: Row) -> list[str]:
    """The columns that are worse than their floor, or were not measured."""
    return [column for column, floor in floors.items() if measured.get(column, -1.0) < floor - _SLACK]


def raised(measured: Row, floors: Row, *, lower: bool) -> Row:
    """New floors: what was measured, cut to three decimals; without `lower` never less than before."""
    cut = {column: math.floor(value * 1000) / 1000 for column, value in measured.items()}
    return cut if lower else {column: max(value, floors.get(column, 0.0)) for column, value in cut.items()}


def show(measured: Row, floors: Row) -> None:
    """Print the table."""
    print(f"{'':<12} {'now':>6} {'floor':>6}")
    for column, value in measured.items():
        mark = "  below" if column in below(measured, floors) else ""
        print(f"{column:<12} {value:6.3f} {floors.get(column, 0.0):6.3f}{mark}")


def main() -> int:
    """Measure, show, compare; with --update write the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="raise the floors, take over a changed corpus")
    parser.add_argument("--lower", action="store_true", help="with --update: lower floors too")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print up to N misses a story")
    options = parser.parse_args()
    folders = stories()
    digest = corpus_digest(folders)
    known = json.loads(FLOORS.read_text("utf-8"))
    known_floors: Row = known["floors"]
    if known["corpus"] != digest and not options.update:
        print("the labelled stories are not those that the floors were measured on: run again with --update")
        return 1
    measured = measure(folders, options.misses)
    show(measured, known_floors)
    worse = below(measured, known_floors)
    if options.update:
        if worse and not options.lower:
            print(f"worse than the floor, which stays: {', '.join(worse)} (--lower lowers it)")
        floors = raised(measured, known_floors, lower=options.lower)
        FLOORS.write_text(json.dumps({"corpus": digest, "floors": floors}, indent=1) + "\n", "utf-8")
        return int(bool(worse) and not options.lower)
    if worse:
        print(f"worse than the floor: {', '.join(worse)}")
    return int(bool(worse))


if __name__ == "__main__":
    sys.exit(main())
