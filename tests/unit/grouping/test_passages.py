import pytest
from news import BACKGROUND, OTHER, OWN, REWRITTEN, WIRE, report, wire

from twosource.grouping import find_copies, find_passages, passages
from twosource.records import Report


def test_a_pasted_background_is_found_with_its_words() -> None:
    one = report("one", [*OWN, BACKGROUND], "The list")
    other = report("other", [OTHER[0], BACKGROUND, OTHER[1]], "The cup")
    (passage,) = find_passages([other, one])
    assert (passage.a.words, passage.b.words) == (BACKGROUND.rstrip("."), BACKGROUND.rstrip("."))
    assert (passage.kind, passage.words) == ("background", len(BACKGROUND.split()))


def test_a_shared_statement_is_a_quote() -> None:
    (passage,) = find_passages([report("own", OWN, "The list"), wire()])
    assert passage.kind == "quote"
    assert "three times they sent us a form" in passage.a.words


def test_between_copies_it_is_a_copy_and_bridges_small_changes() -> None:
    reports = [report("client", REWRITTEN, "Wall of water", "The Valley Post"), wire()]
    passages = find_passages(reports, find_copies(reports))
    assert {passage.kind for passage in passages} == {"copy"}
    first = passages[0]
    assert first.a.words.startswith("The upper gate")
    assert "six in the morning" in first.a.words
    assert first.words < len(first.a.words.split())


def test_few_words_in_common_are_no_passage() -> None:
    one = report("one", ["The interior ministry said on Tuesday that it would look into the matter."], "A")
    other = report("other", ["Nothing was found, the interior ministry said on Tuesday, in the house."], "B")
    assert find_passages([one, other]) == []
    assert find_passages([one, other], least=6) != []


def test_spans_hold_and_lie_outside_furniture() -> None:
    first, second = BACKGROUND.split(". ")
    text = f"Front page\n{first}.\nSUBSCRIBE FOR TWO CROWNS A WEEK\n{second}\n"
    start = text.index("SUBSCRIBE")
    plain = Report(id="ad", text=text)
    marked = Report(id="ad", text=text, furniture=(plain.span(start, text.index("\n", start)),))
    (passage,) = find_passages([marked, report("one", [BACKGROUND], "The list")])
    assert passage.a.words == text[passage.a.start : passage.a.end]
    assert passage.words == len(BACKGROUND.split())


@pytest.mark.parametrize("text", ["", "word", "no " * 20_000, "one two three " * 5_000])
def test_odd_texts_raise_nothing(text: str) -> None:
    assert find_passages([Report(id="odd", text=text), wire()]) == []


def test_a_passage_is_whole_though_some_of_its_words_stand_earlier_too() -> None:
    words = BACKGROUND.split()
    early = "A reader writes: " + " ".join(words[20:33]) + " is all that anybody needs to know."
    one = report("one", [early, OTHER[0], BACKGROUND], "Letters")
    passages = find_passages([one, report("two", [BACKGROUND], "The dam")])
    assert BACKGROUND.rstrip(".") in {passage.a.words for passage in passages}


def test_two_reports_are_set_side_by_side_by_what_they_share() -> None:
    one, other = wire(), report("client", WIRE, "Another headline", "The Valley Post")
    assert passages(one, other) == find_passages([one, other])
    assert {passage.kind for passage in passages(one, other)} == {"background"}
    assert {passage.kind for passage in passages(one, other, find_copies([one, other]))} == {"copy"}
