"""Laws of reading: text is never changed, every span holds, spans of furniture do not meet, nothing is random."""

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.reading.decoding import decode
from twosource.reading.describe import describe
from twosource.reading.pages import read_page
from twosource.records import Report

PIECES = [
    "Flood drives 14 from their homes",
    "By Ann Roe",
    "LUND, March 3 (OPA) - The river rose by two metres in the night, the mayor said on Monday.",
    "The cost of the damage would be more than 3 million euros, and the county would pay for it.",
    "News | Sport | Opinion | Log in",
    "READ ALSO",
    "• Five walks for a dry Sunday",
    "[IMAGE: flood.png]",
    "A boat on the lower road on Monday. Picture: Harbour Images",
    "© Valley Post. All rights reserved.",
    "| |",
    "",
]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=50)), max_size=14).map("\n".join)


@settings(deadline=None, max_examples=150)
@given(st.lists(texts, max_size=4), st.sampled_from([None, "Valley Post"]))
def test_describing_marks_and_never_changes(given_texts: list[str], outlet: str | None) -> None:
    reports = [Report(id=f"r{number}", text=text, outlet=outlet) for number, text in enumerate(given_texts)]
    described = describe(reports, None)
    assert [report.text for report in described] == given_texts
    for report in described:
        spans = [span for span in (report.title, report.byline, report.credit_span, report.dateline) if span]
        for span in (*spans, *report.furniture):
            assert report.text[span.start : span.end] == span.words
            assert span.words.strip() == span.words != ""
        ends = [0, *(span.end for span in report.furniture)]
        assert all(span.start >= end for span, end in zip(report.furniture, ends, strict=False))
        assert report.title not in report.furniture
    assert describe(reports, None) == described


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_have_a_reason(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.text is None) <= bool(decoded.reason)
    assert decoded.text is None or "\r" not in decoded.text


@settings(deadline=None, max_examples=200)
@given(st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()).text == (text.removeprefix("\ufeff") if text.strip("\ufeff").strip() else None)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<div>", "<article>", "<!--", "<script>", "a word ", "&amp;", "<", "\x00"]),
        max_size=30,
    )
)
def test_any_page_is_read_or_is_none(parts: list[str]) -> None:
    text = "<html>" + "".join(parts)
    page = read_page(text.encode(), text)
    assert page is None or page.text.strip()
