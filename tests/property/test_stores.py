"""Laws of a store: whatever batches come in whatever order, it holds what a plain record of them holds."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from pile import copy, kept, report, story

from twosource.records import Report
from twosource.records.kept import Batch, FigureQuery, Kept, KeptStory
from twosource.store import Store, open_store

NAMES, STORIES = "abc", "stu"
TEXTS = ("Nobody was hurt.", "One says 7 died, one says 9.", "Korval\n\n12 died.")
DAYS = ("2025-05-01T00:00:00Z", "2025-05-02T00:00:00Z", "2025-05-03T00:00:00Z")

names = st.sampled_from(NAMES)
texts = st.builds(report, names, st.sampled_from(TEXTS))
readings = st.builds(
    lambda of, seen, rules: kept(of, seen=seen, rules=rules),
    texts,
    st.sampled_from(DAYS),
    st.sampled_from(("1 sm", "2 sm")),
)


@st.composite
def batches(draw: st.DrawFn) -> Batch:
    """A batch of a few reports, each once, copies and stories; no report is in two of its stories."""
    told = draw(st.lists(texts, unique_by=lambda each: each.id, max_size=3))
    homes = {each.id: draw(st.sampled_from(STORIES)) for each in told}
    return Batch(
        kept=tuple(draw(st.lists(readings, unique_by=lambda each: each.report.id, max_size=3))),
        withdrawn=tuple(draw(st.lists(names, max_size=1))),
        touched=tuple(draw(st.lists(names, max_size=1))),
        copies=tuple(draw(st.lists(st.builds(copy, names, names), max_size=2))),
        gone=draw(st.dictionaries(st.sampled_from(STORIES), st.sampled_from("stuvw"), max_size=1)),
        stories=tuple(
            story(name, *(each for each in told if homes[each.id] == name)) for name in sorted(set(homes.values()))
        ),
        marks=draw(st.dictionaries(names, st.none() | st.sampled_from(TEXTS), max_size=2)),
    )


class Record:
    """What a store is to hold, as plainly as it can be said."""

    def __init__(self) -> None:
        self.versions: dict[str, list[Kept]] = {}
        self.withdrawn: set[str] = set()
        self.stories: dict[str, KeptStory] = {}
        self.homes: dict[str, str] = {}
        self.marks: dict[str, str] = {}
        self.copies: dict[tuple[str, str], object] = {}

    def write(self, batch: Batch) -> None:
        """Note what a batch says."""
        for each in batch.kept:
            self._read(each)
        for name in batch.withdrawn:
            self.withdrawn.add(name)
            self.homes.pop(name, None)
        self.copies = {pair: found for pair, found in self.copies.items() if pair[0] not in batch.touched}
        self.copies |= {(found.report, found.of): found for found in batch.copies}
        for name in (*batch.gone, *(told.id for told in batch.stories)):
            self.stories.pop(name, None)
            self.homes = {held: home for held, home in self.homes.items() if home != name}
        for told in batch.stories:
            self.stories[told.id] = told
            self.homes |= {
                each.id: told.id
                for each in told.story.reports
                if each.id in self.versions and each.id not in self.withdrawn
            }
        for name, value in batch.marks.items():
            self.marks.pop(name, None)
            if value is not None:
                self.marks[name] = value

    def _read(self, each: Kept) -> None:
        there = self.versions.setdefault(each.report.id, [])
        if there and there[-1].hash == each.hash:
            there[-1] = structs.replace(each, seen=there[-1].seen)
        elif any((old.hash, old.seen) == (each.hash, each.seen) for old in there):
            return  # it was there before the newest
        else:
            there.append(each)
        self.withdrawn.discard(each.report.id)

    def live(self) -> list[str]:
        """The reports that are not withdrawn."""
        return sorted(set(self.versions) - self.withdrawn)


def check(store: Store, record: Record) -> None:
    with store.view() as view:
        assert list(view.reports()) == record.live()
        assert view.kept(NAMES) == tuple(record.versions[name][-1] for name in NAMES if name in record.versions)
        for name in NAMES:
            assert view.versions(name) == tuple(
                (each.seen, each.hash, each.report) for each in record.versions.get(name, [])
            )
            assert view.story_of(name) == record.homes.get(name)
        assert {card.id for card in view.cards()} == set(record.stories)
        assert {name: view.story(name) for name in record.stories} == record.stories
        assert view.copies() == tuple(record.copies[pair] for pair in sorted(record.copies))
        assert view.marks(NAMES) == record.marks
        assert sorted(name for name, _ in view.features()) == record.live()
        for word in ("died", "korval", "hurt"):
            assert {hit.report for hit in view.search(word)} == {
                name for name in record.live() if _says(record.versions[name][-1].report, word)
            }
        assert {hit.report for hit in view.figures(FigureQuery(), count=1_000)} <= set(record.live())


def _says(of: Report, word: str) -> bool:
    return word in of.text.lower()


@settings(deadline=None, max_examples=40)
@given(st.lists(batches(), min_size=1, max_size=6))
def test_a_store_holds_what_its_batches_say(told: list[Batch]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(str(Path(folder) / "desk.db"), create=True)
        record = Record()
        for each in told:
            for _ in range(2):  # twice is as once
                with store.writer() as writer:
                    writer.write(each)
            record.write(each)
            check(store, record)
        store.close()
