"""A writer may be killed at any moment, and others may read at any moment: what was told as written is there, whole.

TWOSOURCE_KILLS sets how many writers are killed, half as many where the store is shared.
"""

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import endless_writer
import steady_reader
from endless_writer import SIZE

from twosource.store import open_store

KILLS = int(os.environ.get("TWOSOURCE_KILLS", "12"))
READERS, BATCHES = 4, 30


def start(module: object, *arguments: object) -> "subprocess.Popen[str]":
    path = getattr(module, "__file__", "")
    return subprocess.Popen(
        [sys.executable, path, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def killed_at(address: str, first: int, wait: float) -> int:
    """Start a writer, kill it after a while of writing; the last batch that it told was written, or `first - 1`."""
    running = start(endless_writer, address, first, 10**6)
    assert running.stdout is not None
    assert running.stderr is not None
    assert running.stdout.readline() == "begun\n", running.stderr.read()
    time.sleep(wait)
    running.kill()
    told = running.stdout.read().split("\n")[:-1]  # a line that was cut short told nothing
    running.wait()
    running.stdout.close()
    running.stderr.close()
    return int(told[-1]) if told else first - 1


def test_a_killed_writer_loses_nothing_that_it_told_was_written(address: str) -> None:
    chance = random.Random(1)  # noqa: S311 - moments, no secrets
    next_batch = 0
    shared = not Path(address).parent.exists()  # there a connection takes time
    for _ in range(KILLS // 2 if shared else KILLS):
        told = killed_at(address, next_batch, chance.uniform(0, 0.3))
        store = open_store(address, create=True, patience=1.0)
        with store.view() as view:
            last = steady_reader.last_batch(view, told) if told >= 0 or view.marks(["batch:0"]) else -1
            assert last in {told, told + 1}  # one may have been written and not yet told
            if last >= 0:
                steady_reader.is_whole(view, last)
                names = [f"{number}-{place}" for number in range(last + 1) for place in range(SIZE)]
                assert list(view.reports()) == sorted(names)
                assert [name for name, _ in view.features()] == names
        with store.writer():
            pass  # the right to write died with its holder
        store.close()
        next_batch = last + 1
    assert next_batch > 0
    if not shared:
        with sqlite3.connect(address) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            for table in ("report_words", "story_words", "figure_words"):
                connection.execute(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")  # noqa: S608
        connection.close()


def test_readers_see_whole_batches_only_while_another_writes(address: str) -> None:
    _, wrong = start(endless_writer, address, 0, 1).communicate(timeout=120)
    assert wrong == ""
    reading = [start(steady_reader, address, BATCHES - 1) for _ in range(READERS)]
    for each in reading:
        assert each.stdout is not None
        assert each.stdout.readline() == "looking\n"
    writing = start(endless_writer, address, 1, BATCHES - 1)  # readers that start slowly miss none of it
    looks = [each.communicate(timeout=120) for each in reading]
    _, wrong = writing.communicate(timeout=120)
    assert (writing.returncode, wrong) == (0, "")
    assert [each.returncode for each in reading] == [0] * READERS, looks
    assert max(int(out.split()[1]) for out, _ in looks) > 1  # they looked while batches came
