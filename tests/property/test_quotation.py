"""Laws of quotation marks: whatever the text, pieces hold no break of the text and never cross."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.text.quotation import quotations
from twosource.text.sentences import paragraphs

texts = st.text(alphabet="ab s.,19\n“”‘’\"'«»„‹›`\ufffd", max_size=80)


@given(texts)
def test_pieces_lie_inside_the_text_and_in_order(text: str) -> None:
    pieces = quotations(text, paragraphs(text))
    assert all(0 <= piece.start < piece.end <= len(text) for piece in pieces)
    assert pieces == sorted(pieces, key=lambda piece: (piece.start, -piece.end))


@given(texts)
def test_no_piece_begins_or_ends_with_white_space(text: str) -> None:
    words = [text[piece.start : piece.end] for piece in quotations(text, paragraphs(text))]
    assert words == [word.strip() for word in words]
