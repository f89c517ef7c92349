"""In: sizes on the command line. Out: what reading a folder of so many short reports costs, stage by stage.

    python benchmarks/bench_read.py 2000 8000 --copied 0.5
    python benchmarks/bench_read.py 100000 --jobs 2
    python benchmarks/bench_read.py 100000 --until stories

Each size is read in a process of its own, so that its peak of memory is its own. With `--until stories` no sentence is
read. `exponent` is the growth of a time from the size before: 1 is linear.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec
from reads_corpus import Kind, write_reports
from table import sizes, tables

from twosource import pipeline
from twosource.dossier.wire import json_parts
from twosource.settings import Settings


def cost(folder: str, jobs: int, until: str) -> dict[str, float]:
    """Read a folder; the seconds of each stage and the peak of memory in megabytes, of this process and of others."""
    marks = {"begun": (time.perf_counter(), time.process_time())}

    def reached(stage: str) -> None:
        marks.setdefault(stage, (time.perf_counter(), time.process_time()))

    def progress(stage: str, done: int, total: int) -> None:
        reached(stage)
        if stage == "describing" and done == total:
            reached("described")

    whole = pipeline.unfold(folder, settings=Settings(processes=jobs), progress=progress)
    reached("grouped")
    size = sum(len(part) for part in json_parts(whole)) if until != "stories" else 0
    reached("told")
    found = {"stories": float(whole.total), "problems": float(len(whole.problems())), "JSON, MB": size / 1e6}
    for name, begin, end in (
        ("reading files", "begun", "describing"),
        ("describing and taking features", "describing", "described"),
        ("copies and stories", "described", "grouped"),
        ("sentences, claims, writing", "grouped", "told"),
        ("all", "begun", "told"),
    ):
        found[f"{name}, seconds"] = marks[end][0] - marks[begin][0]
        found[f"{name}, processor"] = marks[end][1] - marks[begin][1]
    found["peak memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if jobs > 1:
        others = resource.getrusage(resource.RUSAGE_CHILDREN)
        found["peak memory of another process, MB"] = others.ru_maxrss / 1024
        found["other processes, processor"] = others.ru_utime + others.ru_stime
    return found


def measure(count: int, chosen: argparse.Namespace) -> dict[str, float]:
    """All figures for one size."""
    kind = Kind(chosen.copied, chosen.sentences, chosen.story)
    with tempfile.TemporaryDirectory() as folder:
        write_reports(Path(folder), count, kind)
        command = [sys.executable, __file__, "--folder", folder, "--jobs", str(chosen.jobs), "--until", chosen.until]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603 -- this very file
    return {"reports": count, **msgspec.json.decode(done.stdout, type=dict[str, float])}


def main() -> None:
    """Measure each size, or as another process one folder."""
    parser = sizes(__doc__)
    parser.add_argument("--copied", type=float, default=Kind().copied, help="the share of reports that are copies")
    parser.add_argument("--sentences", type=int, default=Kind().sentences, help="how many sentences a report has")
    parser.add_argument("--story", type=int, default=Kind().story, help="how many reports a story has, on average")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes read sentences")
    parser.add_argument("--until", choices=["stories", "end"], default="end")
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.folder:
        sys.stdout.buffer.write(msgspec.json.encode(cost(chosen.folder, chosen.jobs, chosen.until)))
        return
    growing = ["copies and stories, processor"]
    tables(parser, lambda count: measure(count, chosen), growing)


if __name__ == "__main__":
    main()
