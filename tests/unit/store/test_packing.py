import pytest
from hypothesis import given
from hypothesis import strategies as st
from pile import mentions, report

from twosource.errors import NotAStore
from twosource.records import Mentions, Report
from twosource.store.packing import encoded, pack, packed, readable, unpacked

LONG = report("r", "Ferry sinks off Korval. " * 100)


@pytest.mark.parametrize("of", [report("r", "Two dead"), LONG])
def test_a_record_comes_back_as_it_was(of: Report) -> None:
    assert unpacked(packed(of), Report) == of
    assert unpacked(packed(mentions(of)), Mentions) == mentions(of)


def test_what_is_long_is_squeezed() -> None:
    assert len(packed(LONG)) < len(encoded(LONG)) / 5


@pytest.mark.parametrize(
    "body", [b"", b"\x00", b"\x01", b"\x01nothing", b"\x07abc", packed(LONG)[:-9], pack(b"\xc1" * 9), pack(b"\x90")]
)
def test_bytes_that_are_no_record_are_refused_in_words(body: bytes) -> None:
    with pytest.raises(NotAStore, match="Report that the store holds cannot be read"):
        unpacked(body, Report)


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_made_readable_and_keeps_its_length(text: str) -> None:
    made = readable(text)
    assert len(made) == len(text)
    assert "\x00" not in made
    assert made.encode().decode() == made


def test_half_a_surrogate_pair_is_replaced_in_record_and_offsets_hold() -> None:
    odd = report("r", "a\ud800b")
    assert unpacked(packed(odd), Report) == report("r", "a\ufffdb")
    assert readable("\ud800") == "\ufffd"
