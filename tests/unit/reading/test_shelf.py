import pytest
from msgspec import structs

from twosource.reading import shelf as module
from twosource.reading.shelf import Shelf
from twosource.records import Day, Report

A = Report(id="a", text="Dam breaks “at last”\x00", outlet="The Post", published=Day(value="2025-05-03", how="given"))
ODD = Report(id="odd", text="half \ud800 a pair")


def filled(*reports: Report) -> Shelf:
    shelf = Shelf()
    for report in reports:
        shelf.put(report)
    shelf.tell_apart()
    return shelf


@pytest.mark.parametrize("held", [1, 1_000_000])
def test_what_was_put_comes_back_as_it_was(monkeypatch: pytest.MonkeyPatch, held: int) -> None:
    monkeypatch.setattr(module, "_HELD", held)
    reports = [ODD, A, *(Report(id=f"r{at}", text="word " * at) for at in range(9))]
    shelf = filled(*reports)
    assert list(shelf) == sorted(report.id for report in reports)
    assert shelf.some([report.id for report in reversed(reports)]) == reports[::-1]
    shelf.close()


def test_the_same_report_twice_is_there_once() -> None:
    assert list(filled(A, A, ODD, ODD)) == ["a", "odd"]


def test_other_reports_of_one_id_get_ids_of_their_own_by_their_texts_and_not_their_order() -> None:
    other, third = structs.replace(A, text="Another"), structs.replace(A, text="Zebra")
    taken = Report(id="a-2", text="It has that name already")
    for reports in ((A, other, taken, third), (third, taken, other, A, A)):
        shelf = filled(*reports)
        assert list(shelf) == ["a", "a-2", "a-2-2", "a-3"]
        assert [shelf[name].text for name in shelf] == ["Another", A.text, taken.text, "Zebra"]
        assert [shelf[name].id for name in shelf] == list(shelf)


def test_an_empty_shelf_has_nothing() -> None:
    assert not len(Shelf())
    with pytest.raises(KeyError):
        Shelf()["a"]
