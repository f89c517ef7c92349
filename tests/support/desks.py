"""In: a store. Out: what tests of the desk ask of it; and the invented reports that they add."""

import json
from pathlib import Path

from twosource.records.kept import KeptStory
from twosource.store import Store

NOW = "2025-05-03T14:05:00Z"
LATER = "2025-05-03T15:05:00Z"

FLOOD = (
    "Dam breaks above Orla\n\nBy Ana Lum\n\nORLA, May 1 - At least 41 people were killed when the Maruga dam broke "
    "above Orla on Thursday, the interior ministry said.\n\nSome 120 people were injured, according to the fire chief "
    "of Orla, Ludmil Harsanyi.\n\nThe dam had been inspected in 2019, the river authority said.\n"
)
FLOOD_LATER = (
    "Orla dam: toll rises\n\nORLA, May 3 - The broken Maruga dam at Orla killed 52 people, the interior ministry said "
    "on Saturday.\n\nThe flood injured 131 people, the Red Crescent said.\n"
)
CUP = (
    "Rovers win the cup\n\nBELLHAVEN, May 2 - Bellhaven Rovers won the Northern Cup for the first time before a crowd "
    "of 41,000 at Quarry Park on Friday, the club said.\n\nTheir striker scored twice in the last ten minutes.\n"
)


def fill(folder: Path) -> Path:
    """Put two reports of one flood and one of a match into a folder, with their days and outlets."""
    folder.mkdir(exist_ok=True)
    for name, text in {"first": FLOOD, "second": FLOOD_LATER, "cup": CUP}.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    days = {"first": "2025-05-01", "second": "2025-05-03", "cup": "2025-05-02"}
    rows = [{"id": name, "outlet": f"The {name.title()} Post", "published": day} for name, day in days.items()]
    (folder / "reports.json").write_text(json.dumps(rows), "utf-8")
    return folder


def story_with(store: Store, report: str) -> KeptStory:
    """The story that holds a report."""
    with store.view() as view:
        kept = view.story(view.story_of(report) or "")
    assert kept is not None
    return kept


def figure(store: Store, words: str, report: str) -> str:
    """The id of the figure of these words in a report, as the program reads it."""
    with store.view() as view:
        (kept,) = view.kept([report])
    (found,) = (one.id for one in kept.mentions.figures if one.span.words == words)
    return found
