"""In: an address and where to begin. Out: batches in that store, each told by its number once it is written.

Batch n holds the reports "n-0", "n-1", … and makes the story "s" anew of the first reports of all batches so far.
"""

import sys

from pile import kept, report, story

from twosource.records import Report
from twosource.records.kept import Batch
from twosource.store import open_store

SIZE = 8


def reports(number: int) -> list[Report]:
    """The reports of one batch."""
    return [
        report(f"{number}-{place}", f"Batch {number}\n\nReport {place} tells of {number} dead.")
        for place in range(SIZE)
    ]


def batch(number: int) -> Batch:
    """One batch: its reports, a story of its own, and the story of the first reports of all batches so far."""
    own = reports(number)
    firsts = [reports(earlier)[0] for earlier in range(number + 1)][-40:]
    return Batch(
        kept=tuple(kept(each) for each in own),
        stories=(story("s", *firsts), story(f"s{number}", *own)),
        marks={f"batch:{number}": "written"},
    )


def main(address: str, start: int, count: int) -> None:
    """Write, and tell the number of each batch when `write` has returned."""
    store = open_store(address, create=True)
    with store.writer() as writer:
        print("begun", flush=True)  # noqa: T201
        for number in range(start, start + count):
            writer.write(batch(number))
            print(number, flush=True)  # noqa: T201
    store.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
