import gzip

import pytest

from twosource.reading.decoding import decode, unpack

WORDS = "The “old” mill – built in 1840 – burnt down. Café Zoë lost its roof."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (WORDS.encode(), WORDS),
        (b"\xef\xbb\xbf" + WORDS.encode(), WORDS),
        (WORDS.encode("utf-16"), WORDS),
        (WORDS.encode("utf-16-le"), WORDS),
        (WORDS.encode("utf-16-be"), WORDS),
        (WORDS.encode("utf-32"), WORDS),
        (WORDS.encode("cp1252"), WORDS),
        ("Пожар в городе: погибли пять человек, ещё двое ранены.".encode("cp1251"), "Пожар в городе"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        (b"  kept as it is \n\n", "  kept as it is \n\n"),
    ],
)
def test_text_is_read_in_the_encoding_it_is_in(data: bytes, text: str) -> None:
    decoded = decode(data)
    assert decoded.text is not None
    assert decoded.text.startswith(text)
    assert decoded.code == ""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
    ],
)
def test_what_is_no_text_has_a_reason(data: bytes, code: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.code) == (None, code)
    assert decoded.reason


def test_a_broken_byte_is_shown_and_told_of_and_moves_nothing() -> None:
    data = ("é" * 200).encode() + b"\xff after it"
    decoded = decode(data)
    assert decoded.text == "é" * 200 + "\ufffd after it"
    assert decoded.code == "encoding"


def test_a_packed_file_is_unpacked_up_to_the_limit() -> None:
    packed = gzip.compress(b"x" * 1000)
    assert unpack(packed, 1000) == b"x" * 1000
    assert unpack(packed, 999) is None
    assert unpack(b"\x1f\x8bbroken", 1000) is None
    assert unpack(packed[:-9], 1000) is None
    assert unpack(b"plain", 1000) == b"plain"
