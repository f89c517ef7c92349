"""Whatever database a store is in, it keeps the same promises."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from msgspec import structs
from pile import SEEN, batch, copy, judgement, kept, mentions, news, report, run, story

from twosource.errors import NotAStore, StoreBusy, StoreError
from twosource.records import Day, Group, Mentions, Problem
from twosource.records.judgements import Undo
from twosource.records.kept import Batch, FigureQuery, Given
from twosource.store import Store, open_store

FERRY = report("ferry", "Ferry sinks off Korval\n\nAt least 17 people died, the Harbour Office said.")
TRAIN = report("train", "Train leaves the rails\n\nNine hurt and 3 dead near Tessary.", day="2025-05-02", outlet=None)
LATER = "2025-06-01T00:00:00Z"

Opened = Callable[..., Store]


@pytest.fixture
def opened(address: str) -> Iterator[Opened]:
    """Opens the store once more, as another process would."""
    stores: list[Store] = []

    def again(patience: float = 5.0) -> Store:
        stores.append(open_store(address, create=True, patience=patience))
        return stores[-1]

    yield again
    for each in stores:
        each.close()


@pytest.fixture
def store(opened: Opened) -> Store:
    return opened()


def write(store: Store, *batches: Batch) -> None:
    with store.writer() as writer:
        for each in batches:
            writer.write(each)


def everything(store: Store) -> object:
    """All that a view tells."""
    with store.view() as view:
        names = sorted([*view.reports(), "ferry", "train"])
        cards = view.cards(count=1000)
        return (
            cards,
            [view.story(card.id) for card in cards],
            names,
            view.kept(names),
            [view.versions(name) for name in names],
            list(view.features()),
            view.copies(),
            view.news(),
            view.judgements(),
            view.runs(),
            view.search("at OR in"),
            view.figures(FigureQuery(), count=1000),
        )


FULL = batch(
    FERRY,
    TRAIN,
    stories=(story("one", FERRY), story("two", TRAIN, title="A train leaves the rails", changed=LATER)),
    touched=("ferry", "train"),
    copies=(copy("train", "ferry"),),
    news=(news("n1", "one"), news("n2", "two"), news("n3", "one", at=LATER)),
    run=run("r1"),
    marks={"url:x": "ferry", "path:y": None},
)


def test_what_is_written_is_read_back(store: Store) -> None:
    write(store, FULL)
    with store.view() as view:
        assert view.kept(["train", "nobody", "ferry"]) == (kept(TRAIN), kept(FERRY))
        assert view.known(["ferry", "nobody"]) == {"ferry": (kept(FERRY).hash, "1 sm")}
        assert view.story("two") == FULL.stories[1]
        assert view.story("nobody") is None
        assert view.card("nobody") is None
        assert (view.story_of("ferry"), view.story_of("nobody")) == ("one", None)
        assert list(view.reports()) == ["ferry", "train"]
        assert list(view.features()) == [("ferry", b"features of ferry"), ("train", b"features of train")]
        assert view.copies() == FULL.copies
        assert view.runs() == (FULL.run,)
        assert view.marks(["url:x", "path:y", "nothing"]) == {"url:x": "ferry"}


def test_every_field_of_a_kept_report_comes_back(store: Store) -> None:
    full = kept(
        FERRY,
        given=Given(outlet="Quay", published=Day(value="2025-05-01", how="url")),
        problems=(Problem(stage="finding", code="fault", where="ferry", message="told"),),
        features=bytes(range(256)),
    )
    assert {name for name in full.__struct_fields__ if getattr(full, name) == getattr(kept(FERRY), name)} == {
        "report",
        "mentions",
        "hash",
        "seen",
        "rules",
    }
    write(store, Batch(kept=(full,)))
    with store.view() as view:
        assert view.kept(["ferry"]) == (full,)


def test_what_only_grouping_needs_is_there_without_opening_a_story(store: Store) -> None:
    write(store, FULL)
    both = (
        Group(reports=("ferry",), events={"ferry": "2025-05-01"}),
        Group(reports=("train",), events={"train": "2025-05-01"}),
    )
    with store.view() as view:
        assert (view.group("one"), view.group("two"), view.group("nobody")) == (*both, None)
        assert view.groups(["train", "nobody"]) == {"two": both[1]}
        assert view.groups(["train", "ferry"]) == {"one": both[0], "two": both[1]}
        assert view.groups([]) == {}
        (bare,) = view.kept(["ferry"], mentions=False)
    assert bare == structs.replace(kept(FERRY), mentions=Mentions(report="ferry"))


def test_an_empty_store_answers_every_question(store: Store) -> None:
    with store.view() as view:
        assert (view.cards(), view.count(), view.count("ferry")) == ((), 0, 0)
        assert (list(view.reports()), list(view.features()), view.copies(), view.copies(["x"])) == ([], [], (), ())
        assert (view.search("x"), view.figures(FigureQuery()), view.figures_like(""), view.versions("x")) == ((),) * 4
        assert (view.news(), view.news(story="x"), view.judgements(), view.judgements("x"), view.runs()) == ((),) * 5
        assert (view.kept([]), view.known([]), view.marks([])) == ((), {}, {})


def test_writing_twice_is_as_writing_once(store: Store) -> None:
    write(store, FULL)
    once = everything(store)
    write(store, FULL, FULL)
    assert everything(store) == once


def test_another_who_opens_the_store_reads_what_was_written(store: Store, opened: Opened) -> None:
    write(store, FULL)
    assert everything(opened()) == everything(store)


def test_a_view_is_one_moment(store: Store) -> None:
    write(store, batch(FERRY))
    with store.view() as view:
        assert list(view.reports()) == ["ferry"]
        write(store, batch(TRAIN, withdrawn=("ferry",)))
        assert list(view.reports()) == ["ferry"]
        assert view.search("train") == ()
    with store.view() as view:
        assert list(view.reports()) == ["train"]


def test_rows_can_be_read_side_by_side_and_need_not_be_read_to_the_end(store: Store) -> None:
    write(store, batch(*(report(f"r{number:04}", "x") for number in range(3_000))))
    with store.view() as view:
        assert all(name == other for name, (other, _) in zip(view.reports(), view.features(), strict=True))
    with store.view() as view:
        begun = view.reports(), view.features()
        for rows in begun:
            next(rows)
    write(store, batch(FERRY))
    with store.view() as view:
        assert "ferry" in list(view.reports())
    with pytest.raises(StoreError):
        list(begun[0])


def test_numbers_out_of_all_bounds_are_bounds(store: Store) -> None:
    write(store, FULL)
    with store.view() as view:
        for count in (10**30, -(10**30)):
            view.cards(start=count, count=count)
            view.search("ferry", start=count, count=count)
            view.figures(FigureQuery(low=1e308, high=-1e308), start=count, count=count)
            view.figures_like("", count)
            view.news(count=count)
            view.runs(count)
        assert len(view.search("ferry", count=10**30)) == 1


def test_a_batch_that_fails_leaves_nothing(store: Store) -> None:
    write(store, batch(FERRY))
    before = everything(store)
    broken = structs.replace(FULL, copies=(structs.replace(FULL.copies[0], of=None),))
    with pytest.raises(Exception, match=r".+"), store.writer() as writer:
        writer.write(broken)
    assert everything(store) == before


def test_a_changed_text_is_a_new_version_and_the_old_one_stays(store: Store) -> None:
    changed = report("ferry", "Ferry sinks off Korval\n\nAt least 21 people died, the Harbour Office said.")
    write(store, batch(FERRY), Batch(kept=(kept(changed, seen=LATER),)))
    with store.view() as view:
        assert view.versions("ferry") == (
            (SEEN, kept(FERRY).hash, FERRY),
            (LATER, kept(changed).hash, changed),
        )
        assert view.kept(["ferry"])[0].report == changed
        assert [hit.report for hit in view.search("21")] == ["ferry"]
        assert view.search("17") == ()
        assert len(view.figures(FigureQuery())) == 1


def test_an_old_version_written_again_changes_nothing_and_a_text_may_come_back(store: Store) -> None:
    changed = report("ferry", "Ferry sinks off Korval\n\nAt least 21 people died.")
    write(store, batch(FERRY), Batch(kept=(kept(changed, seen=LATER),)), batch(FERRY))
    with store.view() as view:
        assert view.kept(["ferry"])[0].report == changed
    write(store, Batch(kept=(kept(FERRY, seen="2025-07-01T00:00:00Z"),)))
    with store.view() as view:
        assert [seen for seen, _, _ in view.versions("ferry")] == [SEEN, LATER, "2025-07-01T00:00:00Z"]
        assert view.kept(["ferry"])[0].report == FERRY
        assert [hit.report for hit in view.search("17")] == ["ferry"]


def test_the_same_text_read_with_other_rules_takes_the_place_and_keeps_the_day(store: Store) -> None:
    newer = kept(FERRY, seen=LATER, rules="2 sm", mentions=mentions(FERRY, "Coast Guard"), features=b"new")
    write(store, batch(FERRY, stories=(story("one", FERRY),)))
    write(store, Batch(kept=(newer,)))
    with store.view() as view:
        assert view.kept(["ferry"]) == (structs.replace(newer, seen=SEEN),)
        assert len(view.versions("ferry")) == 1
        assert view.figures(FigureQuery(said_by="harbour")) == ()
        assert len(view.figures(FigureQuery(said_by="coast guard"))) == 1
        assert view.story("one") == story("one", FERRY)  # as it was concluded, until it is concluded anew
        assert list(view.features()) == [("ferry", b"new")]
    write(store, Batch(stories=(story("one", FERRY),)))
    with store.view() as view:
        assert view.story("one") == story("one", FERRY)
        assert len(view.figures(FigureQuery(said_by="harbour"))) == 1  # figures are found as the story has them


def test_a_withdrawn_report_is_kept_and_found_no_more_until_it_is_there_again(store: Store) -> None:
    write(store, FULL, Batch(withdrawn=("ferry",)))
    with store.view() as view:
        assert list(view.reports()) == ["train"]
        assert [name for name, _ in view.features()] == ["train"]
        assert view.story_of("ferry") is None
        assert (view.search("harbour"), view.figures(FigureQuery(low=10))) == ((), ())
        assert view.figures_like(mentions(FERRY).figures[0].id) == ()
        assert len(view.versions("ferry")) == len(view.kept(["ferry"])) == len(view.known(["ferry"])) == 1
    write(store, batch(FERRY))
    with store.view() as view:
        assert list(view.reports()) == ["ferry", "train"]
        assert len(view.search("harbour")) == len(view.figures(FigureQuery(low=10))) == 1


def test_copies_of_touched_reports_are_replaced(store: Store) -> None:
    write(store, Batch(copies=(copy("b", "a"), copy("c", "a"))))
    write(store, Batch(touched=("b", "d"), copies=(copy("d", "b"),)))
    with store.view() as view:
        assert view.copies() == (copy("c", "a"), copy("d", "b"))
        assert view.copies(["a"]) == (copy("c", "a"),)
        assert view.copies(["b", "c"]) == (copy("c", "a"), copy("d", "b"))


def test_a_story_that_is_no_more_leads_to_the_one_it_went_into(store: Store) -> None:
    write(store, FULL)
    write(store, Batch(stories=(story("one", FERRY, TRAIN),), gone={"two": "one"}))
    with store.view() as view:
        assert view.story("two") == view.story("one") == story("one", FERRY, TRAIN)
        assert view.card("two") == view.card("one")
        assert view.story_of("train") == "one"
        assert view.count() == 1
        assert {each.id for each in view.news(story="two")} == {"n1", "n2", "n3"}
    write(store, Batch(stories=(story("three", FERRY, TRAIN),), gone={"one": "three"}))
    with store.view() as view:
        assert view.story("two") == story("three", FERRY, TRAIN)
    write(store, Batch(stories=(story("three", FERRY), story("two", TRAIN))))
    with store.view() as view:
        assert view.story("two") == story("two", TRAIN)
        assert view.story("one") == story("three", FERRY)


def test_gone_stories_lead_on_in_whatever_order_they_are_told(store: Store) -> None:
    write(store, Batch(stories=(story("c", FERRY),), gone={"a": "b", "b": "c"}))
    write(store, Batch(gone={"z": "y", "y": "c"}))
    with store.view() as view:
        assert [view.story(name) for name in "abcyz"] == [story("c", FERRY)] * 5


def test_the_list_of_stories_is_ordered_and_paged(store: Store) -> None:
    stories = (
        story("a", FERRY, title="zebra", changed="2025-05-03T00:00:00Z"),
        story("b", FERRY, TRAIN, title="Álamo", changed="2025-05-01T00:00:00Z"),
        story("c", title="mine", changed="2025-05-02T00:00:00Z"),
    )
    write(store, Batch(stories=stories))
    with store.view() as view:
        assert [card.id for card in view.cards()] == ["a", "c", "b"]
        assert [card.id for card in view.cards(order="size")] == ["b", "a", "c"]
        assert [card.id for card in view.cards(order="title")] == ["b", "c", "a"]
        assert [card.id for card in view.cards(start=1, count=1)] == ["c"]
        assert view.cards(start=9) == view.cards(count=0) == ()
        assert view.cards(order="; DROP TABLE stories") == view.cards()
        assert view.count() == 3


def test_a_card_tells_what_its_story_holds(store: Store) -> None:
    write(store, Batch(stories=(story("a", FERRY, TRAIN),)))
    with store.view() as view:
        (card,) = view.cards()
    assert (card.title, card.start, card.end) == ("A ferry sinks", "2025-05-01", "2025-05-02")
    assert (card.reports, card.outlets, card.claims) == (2, 1, 2)
    assert (card.conflicts, card.updated, card.corroborated, card.single_origin, card.unknown_origin) == (1, 0, 1, 0, 1)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["a", "b"]),
        ("  ", ["a", "b"]),
        ("FERRY", ["a"]),
        ("harsanyi", ["a", "b"]),
        ("ludmila sinks", ["a"]),
        ('"ferry sinks"', ["a"]),
        ('"sinks ferry"', []),
        ("fer*", ["a"]),
        ("fer", []),
        ("?!", []),
        ("ferry train", []),
    ],
)
def test_stories_are_found_by_the_words_of_title_and_names(store: Store, query: str, found: list[str]) -> None:
    write(store, Batch(stories=(story("a", FERRY), story("b", TRAIN, title="A train leaves the rails"))))
    with store.view() as view:
        assert [card.id for card in view.cards(query=query)] == found
        assert view.count(query) == len(found)


def test_a_story_with_another_title_is_found_by_the_new_one_only(store: Store) -> None:
    write(store, Batch(stories=(story("a", FERRY),)), Batch(stories=(story("a", FERRY, title="Inquiry opens"),)))
    with store.view() as view:
        assert (view.count("sinks"), view.count("inquiry")) == (0, 1)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ferry", ["ferry"]),
        ("Korvál", ["ferry"]),
        ("dead", ["train"]),
        ("near tessary", ["train"]),
        ('"near tessary"', ["train"]),
        ('"tessary near"', []),
        ("tess*", ["train"]),
        ("tess", []),
        ('"the harb*"', ["ferry"]),
        ("3", ["train"]),
        ("sinks rails", []),
        ("", []),
        ("🙂", []),
    ],
)
def test_reports_are_found_by_the_words_of_their_text(store: Store, query: str, found: list[str]) -> None:
    write(store, FULL)
    with store.view() as view:
        assert [hit.report for hit in view.search(query)] == found


def test_a_hit_opens_at_what_was_found(store: Store) -> None:
    write(store, FULL)
    with store.view() as view:
        (hit,) = view.search('"people died" office')
        (figure,) = view.figures(FigureQuery(low=17))
    assert (hit.report, hit.story, hit.title, hit.outlet, hit.day) == (
        "ferry",
        "one",
        "Ferry sinks off Korval",
        "The Quay",
        "2025-05-01",
    )
    assert FERRY.text[hit.start : hit.end] == "people died"
    assert "people died, the Harbour Office" in hit.snippet
    assert FERRY.text[figure.start : figure.end] == "17"
    assert figure.figure == mentions(FERRY).figures[0].id


@pytest.mark.parametrize(
    "words",
    [
        '"',
        '"" " "',
        "a AND OR NOT NEAR(b, 2)",
        "words:ferry",
        "^ferry + - ~ { } ( ) [ ] * ** % _ \\ ' '' ; --",
        "ferry\x00sinks",
        "\ud800 \udfff",
        "ferry & | ! <-> :* ()",
        "🙂 ﷽ ﬁ ½ Ⅷ ́ ",
        "x" * 10_000,
        "word " * 2_000,
        " ".join(f"w{number}" for number in range(5_000)),
        '"' + "word " * 2_000 + '"',
        "*" * 100,
        "' OR 1=1 --",
        "$1 %s %(x)s :x ?",
    ],
)
def test_nothing_that_is_typed_can_break_a_search(store: Store, words: str) -> None:
    write(store, FULL)
    with store.view() as view:
        view.search(words)
        view.cards(query=words)
        view.count(words)
        view.figures(FigureQuery(measure=words, unit=words, of=words, said_by=words, words=words))
        view.figures_like(words)
        assert (view.story(words), view.card(words), view.story_of(words)) == (None, None, None)
        assert (view.known([words]), view.marks([words])) == ({}, {})
        assert len(view.search("ferry")) == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (FigureQuery(), ["3", "17", "40"]),
        (FigureQuery(measure="killed"), ["3", "17", "40"]),
        (FigureQuery(measure="Killed", low=10), ["17", "40"]),
        (FigureQuery(low=18), ["40"]),
        (FigureQuery(high=16), ["3"]),
        (FigureQuery(low=17, high=17), ["17"]),
        (FigureQuery(low=0, high=0), []),
        (FigureQuery(measure="hurt"), []),
        (FigureQuery(unit="USD"), []),
        (FigureQuery(of="people"), ["3", "17", "40"]),
        (FigureQuery(said_by="harbour"), ["3", "17", "40"]),
        (FigureQuery(said_by="office harbour", words="rails"), ["3"]),
        (FigureQuery(said_by="rails"), []),
        (FigureQuery(words="!"), []),
        (FigureQuery(since="2025-05-02"), ["3"]),
        (FigureQuery(until="2025-05-01"), ["17"]),
        (FigureQuery(since="2025-05-01", until="2025-05-02"), ["3", "17"]),
    ],
)
def test_figures_are_found_by_their_slots(store: Store, query: FigureQuery, found: list[str]) -> None:
    undated = report("undated", "A bus\n\nSome say 40 died.", day=None)
    write(store, FULL, batch(undated))
    texts = {each.id: each.text for each in (FERRY, TRAIN, undated)}
    with store.view() as view:
        hits = view.figures(query)
        assert [texts[hit.report][hit.start : hit.end] for hit in hits] == found
        assert view.figures(query, start=1, count=1) == hits[1:2]


def test_an_open_bound_may_lie_anywhere(store: Store) -> None:
    (figure,) = mentions(FERRY).figures
    at_least = structs.replace(mentions(FERRY), figures=(structs.replace(figure, high=None),))
    write(store, Batch(kept=(kept(FERRY, mentions=at_least),)))
    with store.view() as view:
        assert len(view.figures(FigureQuery(low=1_000_000))) == 1
        assert view.figures(FigureQuery(high=16)) == ()


def test_figures_are_found_by_the_beginning_of_their_ids(store: Store) -> None:
    write(store, FULL)
    ids = sorted((figure.id, each.id) for each in (FERRY, TRAIN) for figure in mentions(each).figures)
    with store.view() as view:
        assert list(view.figures_like("")) == ids
        assert view.figures_like(ids[0][0][:6]) == (ids[0],)
        assert view.figures_like("", 1) == (ids[0],)


def test_news_come_newest_first(store: Store) -> None:
    write(store, FULL)
    with store.view() as view:
        assert [each.id for each in view.news()] == ["n3", "n1", "n2"]
        assert [each.id for each in view.news(story="one")] == ["n3", "n1"]
        assert [each.id for each in view.news(since=LATER)] == ["n3"]
        assert [each.id for each in view.news(since="2026")] == []
        assert [each.id for each in view.news(count=1)] == ["n3"]


def test_the_newest_runs_come_first(store: Store) -> None:
    write(store, Batch(run=run("r1")), Batch(run=run("r2", begun=LATER)), Batch(run=run("r3")))
    with store.view() as view:
        assert [each.id for each in view.runs()] == ["r2", "r3", "r1"]
        assert [each.id for each in view.runs(1)] == ["r2"]


def test_judgements_are_kept_in_the_order_they_were_made(store: Store) -> None:
    write(store, FULL)
    made = (
        judgement("j2", "ferry"),
        judgement("j1", "train"),
        judgement("j3", "ferry", "train", decision=Undo(judgement="j2")),
        structs.replace(judgement("j4"), story="train"),
    )
    store.judge(made[0])
    with store.writer() as writer:
        for each in made:
            writer.judge(each)
    store.judge(made[3])
    with store.view() as view:
        assert view.judgements() == made
        assert view.judgements("one") == (made[0], made[2])
        assert view.judgements("two") == made[1:]
        assert view.judgements("nobody") == ()


def test_a_note_is_kept_replaced_and_struck_out(store: Store) -> None:
    many: dict[str, str | None] = {f"url:{number}": str(number) for number in range(3_000)}
    write(store, Batch(marks=many), Batch(marks={"url:1": "one", "url:2": None}))
    with store.view() as view:
        marks = view.marks([*many, "url:x"])
    assert len(marks) == 2_999
    assert (marks["url:1"], marks.get("url:2")) == ("one", None)


def test_a_second_writer_waits_and_is_then_refused(store: Store, opened: Opened) -> None:
    other = opened(patience=0.2)
    with store.writer() as writer:
        writer.write(batch(FERRY))
        with pytest.raises(StoreBusy, match="too long"), other.writer():
            pass
        other.judge(judgement("j1", "ferry"))  # what a person says need not wait for a run
        with other.view() as view:
            assert list(view.reports()) == ["ferry"]
            assert len(view.judgements()) == 1
    with other.writer() as writer:
        writer.write(batch(TRAIN))


def test_a_second_writer_gets_the_right_when_the_first_is_done(store: Store, opened: Opened) -> None:
    other, begun, done = opened(), threading.Event(), threading.Event()

    def second() -> None:
        begun.set()
        write(other, batch(TRAIN))
        done.set()

    thread = threading.Thread(target=second)
    with store.writer() as writer:
        thread.start()
        begun.wait()
        writer.write(batch(FERRY))
        assert not done.wait(0.3)
    thread.join()
    with store.view() as view:
        assert list(view.reports()) == ["ferry", "train"]


def test_a_writer_that_failed_lets_go_of_the_right(store: Store, opened: Opened) -> None:
    with pytest.raises(RuntimeError), store.writer():
        raise RuntimeError
    write(opened(patience=0.2), batch(FERRY))


def test_broken_code_points_are_kept_as_such_and_offsets_hold(store: Store) -> None:
    odd = report("odd\x00", "A null \x00 and half a pair \ud83d in 12 words", outlet="Qu\x00ay\ud800")
    write(store, batch(odd, stories=(story("s", odd, title="Odd \ud800"),), news=(news("n", "s"),)))
    with store.view() as view:
        (found,) = view.search("half pair")
        text = view.kept(list(view.reports()))[0].report.text
    assert text == odd.text.replace("\ud83d", "\ufffd")
    assert text[found.start : found.end] == "half"


def test_a_story_may_hold_reports_as_they_were_judged(store: Store) -> None:
    judged = structs.replace(mentions(FERRY), figures=())
    told = story("one", FERRY)
    changed = structs.replace(told, story=structs.replace(told.story, mentions=(judged,)))
    write(store, batch(FERRY, stories=(told,)), Batch(stories=(changed,)))
    with store.view() as view:
        assert view.story("one") == changed
        assert view.kept(["ferry"])[0].mentions == mentions(FERRY)
        assert view.figures(FigureQuery()) == ()
    write(store, Batch(stories=(told,)))
    with store.view() as view:
        assert view.story("one") == told
        assert len(view.figures(FigureQuery())) == 1


def test_where_nothing_is_nothing_is_made_unless_asked_for(address: str) -> None:
    with pytest.raises(NotAStore):
        open_store(address)
    open_store(address, create=True).close()
    open_store(address).close()


def test_what_one_process_wrote_another_reads(store: Store, address: str) -> None:
    write(store, FULL)
    code = (
        "import sys; from twosource.store import open_store\n"
        "with open_store(sys.argv[1]).view() as view: print(*view.reports())"
    )
    done = subprocess.run([sys.executable, "-c", code, address], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["ferry", "train"]
