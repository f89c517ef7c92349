import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.store.words import LONGEST_WORD, MOST_TERMS, Term, folded_words, place, snippet, terms_of, words_of

TEXT = "Korval's mayor, Ludmíla Harsányi, counted 1,200 homes.\n\nThe mayor said half of them stood empty."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor’s 1,200 homes", ["the", "mayor", "s", "1", "200", "homes"]),
        ("Ludmíla HARSÁNYI", ["ludmila", "harsanyi"]),
        ("snake_case U.N. Jong-un", ["snake", "case", "u", "n", "jong", "un"]),
        ("½ Ⅷ ﬁsh", ["1", "2", "viii", "fish"]),
        ("🙂 ?! ", []),
        ("Łódź Straße", ["lodz", "strasse"]),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert folded_words(text) == words


@given(st.text())
def test_the_quick_way_to_words_gives_the_same_as_the_one_with_places(text: str) -> None:
    assert folded_words(text) == [word.folded for word in words_of(text)]


@given(st.text())
def test_words_hold_nothing_that_an_index_takes_for_a_mark(text: str) -> None:
    for word in words_of(text):
        assert word.folded.isalnum()
        assert len(word.folded) <= LONGEST_WORD
        assert 0 <= word.start < word.end <= len(text)


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("mayor Homes", (Term(("mayor",)), Term(("homes",)))),
        ('"the mayor" said', (Term(("the", "mayor")), Term(("said",)))),
        ('"the mayor', (Term(("the", "mayor")),)),
        ("1,200", (Term(("1", "200")),)),
        ("evac*", (Term(("evac",), begins=True),)),
        ('"the evac*"', (Term(("the", "evac"), begins=True),)),
        ("a a A", (Term(("a",)),)),
        ('* - \' "" ?', ()),
        ("a OR b", (Term(("a",)), Term(("or",)), Term(("b",)))),
    ],
)
def test_a_query_is_words_and_phrases(query: str, terms: tuple[Term, ...]) -> None:
    assert terms_of(query) == terms


@given(st.text())
def test_any_query_is_bounded(query: str) -> None:
    assert len(terms_of(query)) <= MOST_TERMS


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("mayor", "mayor"),
        ("mayor half", "mayor"),
        ('"said half"', "said half"),
        ("harsanyi", "Harsányi"),
        ("1,200", "1,200"),
        ("emp*", "empty"),
        ("nowhere", ""),
    ],
)
def test_what_was_found_is_shown_where_it_stands(query: str, found: str) -> None:
    start, end = place(TEXT, terms_of(query))
    assert TEXT[start:end] == found


def test_the_place_is_where_most_terms_stand_together() -> None:
    text = "mayor " + "and so on " * 50 + "the mayor counted homes"
    start, _ = place(text, terms_of("mayor homes"))
    assert start == text.rindex("mayor")


def test_a_snippet_is_cut_between_words_and_on_one_line() -> None:
    text = "before " * 40 + "the\nplace" + " after" * 40
    start = text.index("place")
    line = snippet(text, start, start + 5)
    assert line.startswith("… before")
    assert line.endswith("after …")
    assert "the place after" in line
    assert snippet("short", 0, 5) == "short"


@given(st.text(), st.data())
def test_a_snippet_holds_the_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert " ".join(text[start:end].split()) in snippet(text, start, end)
