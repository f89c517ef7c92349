"""Laws of the desk: the batches in which reports come, and what is judged and undone again, change nothing."""

import itertools
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from news import OTHER, OWN, REWRITTEN, WIRE

from twosource import pipeline
from twosource.desk import Desk, Document
from twosource.desk.exporting import dossier_of
from twosource.dossier.wire import to_json
from twosource.pipeline import Reader
from twosource.records import Dossier
from twosource.records.judgements import Reject
from twosource.settings import Settings
from twosource.store import open_store

BODIES = {
    "wire": ("Osterland Press", "2024-09-03", WIRE),
    "rewritten": ("The Weir", "2024-09-03", REWRITTEN),
    "own": ("Tessary Post", "2024-09-05", OWN),
    "cup": ("The Whistle", "2024-09-04", OTHER),
    "cup-again": ("Northern Echo", None, OTHER[:2]),
    "undated": ("The Weir", None, WIRE[:3]),
}
DOCUMENTS = {
    name: Document(name=f"{name}.txt", data="\n\n".join(body).encode(), outlet=outlet, published=day)
    for name, (outlet, day, body) in BODIES.items()
}
FEW = settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Reads sentences; the model is loaded once."""
    return Reader(Settings())


@pytest.fixture(scope="module")
def at_once() -> bytes:
    """The dossier of all reports, read together from a folder."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [{"id": name, "outlet": outlet, "published": day} for name, (outlet, day, _) in BODIES.items()]
        for name, document in DOCUMENTS.items():
            Path(folder, f"{name}.txt").write_bytes(document.data)
        Path(folder, "reports.json").write_text(json.dumps(rows), "utf-8")
        return to_json(pipeline.read(folder))


def _desk(folder: str, reader: Reader) -> Desk:
    made = Desk(open_store(str(Path(folder, "desk.db")), create=True))
    made._reader = reader  # noqa: SLF001  one model for all
    return made


def _dossier(desk: Desk) -> Dossier:
    with desk._store.view() as view:  # noqa: SLF001
        return dossier_of(view)


@given(order=st.permutations(sorted(DOCUMENTS)), cuts=st.sets(st.integers(1, len(DOCUMENTS) - 1)))
@FEW
def test_in_whatever_batches_reports_come_the_dossier_is_that_of_all_at_once(
    reader: Reader, at_once: bytes, order: Sequence[str], cuts: set[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = _desk(folder, reader)
        ends = [0, *sorted(cuts), len(order)]
        for hour, (first, last) in enumerate(itertools.pairwise(ends)):
            desk.add([DOCUMENTS[name] for name in order[first:last]], now=f"2025-05-03T{hour:02}:00:00Z")
        assert to_json(_dossier(desk)) == at_once
        assert desk.add(list(DOCUMENTS.values()), now="2025-05-04T00:00:00Z").stories == ()


@given(data=st.data())
@FEW
def test_what_is_judged_and_undone_leaves_the_dossier_as_it_was(
    reader: Reader, at_once: bytes, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = _desk(folder, reader)
        desk.add(list(DOCUMENTS.values()), now="2025-05-03T00:00:00Z")
        figures = sorted(one.id for story in _dossier(desk).stories for m in story.mentions for one in m.figures)
        chosen = data.draw(st.lists(st.sampled_from(figures), min_size=1, max_size=3, unique=True))
        made = [desk.judge(Reject(figure=name), by="ana", now="2025-05-03T01:00:00Z") for name in chosen]
        left = {one.id for story in _dossier(desk).stories for m in story.mentions for one in m.figures}
        assert left == set(figures) - set(chosen)
        for one in data.draw(st.permutations(made)):
            desk.undo(one.id, by="ana", now="2025-05-03T02:00:00Z")
        assert to_json(_dossier(desk)) == at_once
