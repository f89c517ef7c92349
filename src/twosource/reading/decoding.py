"""In: the bytes of one file. Out: its text, with every line end a line feed, or the reason why it is no text."""

import codecs
import gzip
import io
import re
from dataclasses import dataclass

import charset_normalizer

_SAMPLE = 65_536
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Encodings that news text without a byte order mark is found in, when it is not UTF-8.
_LIKELY = (  # noqa: SIM905
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859_2 iso8859_5 iso8859_7 iso8859_9 koi8_r"
    " koi8_u"
    " mac_roman gb18030 big5 shift_jis euc_jp euc_kr tis_620"
).split()
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.02
_FEW_BROKEN = 0.002
_WIDE_ZEROS = 0.3
_FEW_STRANGE = 0.04
_LAST_ASCII = 0x7F
_GZIP = b"\x1f\x8b"
#: In older Western code pages these bytes are quotation marks and dashes; nothing else in English prose uses them.
_WESTERN = re.compile(rb"[\x80\x85\x91-\x97\xa0-\xff]")


@dataclass(frozen=True)
class Decoded:
    """What bytes became: the text, or None with `code` and `reason`; `code` beside a text is a warning."""

    text: str | None
    code: str = ""
    reason: str = ""


def unpack(data: bytes, largest: int) -> bytes | None:
    """The bytes inside a gzip file, or None where they are broken or more than `largest`; other bytes as they are."""
    if not data.startswith(_GZIP):
        return data
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            inside = packed.read(largest + 1)
    except (OSError, EOFError, ValueError):
        return None
    except Exception as error:  # zlib.error is no OSError
        if type(error).__module__ != "zlib":
            raise
        return None
    return inside if len(inside) <= largest else None


def decode(data: bytes) -> Decoded:
    """The text of some bytes: by its byte order mark, as UTF-8, as UTF-16, else in the likeliest older encoding.

    A few broken bytes in a UTF-8 file become U+FFFD, with a warning of code "encoding". Bytes that are no text have
    the code "binary", no bytes at all "empty".
    """
    decoded = _decode(data) if data.strip() else Decoded("")
    if decoded.text is not None and not decoded.text.strip():
        return Decoded(None, "empty", "is empty")
    return decoded


def _decode(data: bytes) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _with_warning(data.decode(name, "replace"))
    wide = _wide(data[:_SAMPLE])
    if wide:
        return _with_warning(data.decode(wide, "replace"))
    sample = data[:_SAMPLE]
    if b"\x00" in sample or len(_CONTROL.findall(sample)) > _MOST_CONTROL * len(sample):
        return Decoded(None, "binary", "is no text")
    try:
        return Decoded(_line_ends(data.decode("utf-8")))
    except UnicodeDecodeError:
        return _older(data)


def _older(data: bytes) -> Decoded:
    """Text that is not valid UTF-8: UTF-8 with a few broken bytes, or another encoding."""
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    beyond = sum(1 for sign in loose[:_SAMPLE] if sign > "\x7f" and sign != "\ufffd")
    if broken <= max(1, _FEW_BROKEN * len(loose)) and beyond > broken:
        return _with_warning(loose)
    if data.isascii() or _mostly_ascii(data[:_SAMPLE]):
        return Decoded(_line_ends(data.decode("cp1252", "replace")))
    best = charset_normalizer.from_bytes(data[:_SAMPLE], cp_isolation=_LIKELY).best()
    text = data.decode(best.encoding if best else "cp1252", "replace")
    return Decoded(_line_ends(text))


def _mostly_ascii(sample: bytes) -> bool:
    """Whether a few Western bytes stand in plain ASCII: English with typographic marks and single accented letters."""
    strange = sum(1 for byte in sample if byte > _LAST_ASCII)
    return strange < _FEW_STRANGE * len(sample) and len(_WESTERN.findall(sample)) == strange


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    half = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > _WIDE_ZEROS and even < odd / 10:
        return "utf-16-le"
    if even > _WIDE_ZEROS and odd < even / 10:
        return "utf-16-be"
    return None


def _with_warning(text: str) -> Decoded:
    broken = text.count("\ufffd")
    if not broken:
        return Decoded(_line_ends(text))
    if broken == 1:
        return Decoded(_line_ends(text), "encoding", "has 1 broken character, shown as \ufffd")
    return Decoded(_line_ends(text), "encoding", f"has {broken:,} broken characters, shown as \ufffd")


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
