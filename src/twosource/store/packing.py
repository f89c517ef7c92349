"""In: records. Out: the bytes in which a store keeps them, and the records again."""

import hashlib
import re
import zlib
from functools import cache
from typing import Any, TypeVar

import msgspec

from twosource.errors import NotAStore
from twosource.records import Problem
from twosource.records.kept import Given


class Beside(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The small fields of a Kept that are neither searched nor sorted by."""

    given: Given = Given()
    problems: tuple[Problem, ...] = ()


Record = TypeVar("Record", bound=msgspec.Struct)

_PLAIN, _SQUEEZED = b"\x00", b"\x01"
_WORTH_SQUEEZING = 256
_LEVEL = 3
_HALVES = re.compile("[\ud800-\udfff]")


def encoded(record: msgspec.Struct) -> bytes:
    """The record as MessagePack; equal records give equal bytes.

    A code point that is none (half of a surrogate pair, from broken input) is kept as U+FFFD, so that offsets hold.
    """
    try:
        return msgspec.msgpack.encode(record, order="deterministic")
    except UnicodeEncodeError:
        return msgspec.msgpack.encode(_mended(msgspec.to_builtins(record)), order="deterministic")


def pack(raw: bytes) -> bytes:
    """Bytes squeezed where that is worth it, with a first byte that tells."""
    return _PLAIN + raw if len(raw) < _WORTH_SQUEEZING else _SQUEEZED + zlib.compress(raw, _LEVEL)


def packed(record: msgspec.Struct) -> bytes:
    """A record as it is kept."""
    return pack(encoded(record))


def digest(raw: bytes) -> bytes:
    """Sixteen bytes that stand for these bytes."""
    return hashlib.blake2b(raw, digest_size=16).digest()


def unpacked(body: bytes, kind: type[Record]) -> Record:
    """The record that `packed` made bytes of. Raises NotAStore where the bytes are none of it."""
    try:
        raw = zlib.decompress(memoryview(body)[1:]) if body[:1] == _SQUEEZED else memoryview(body)[1:]
        record: Record = _decoder(kind).decode(raw)
    except (zlib.error, msgspec.DecodeError, UnicodeDecodeError, TypeError) as fault:
        message = f"a {kind.__name__} that the store holds cannot be read: {fault}"
        raise NotAStore(message) from fault
    return record


@cache
def _decoder(kind: type[msgspec.Struct]) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)


def bounded(number: int) -> int:
    """A number of rows as any database takes it: no less than none, no more than two milliards."""
    return min(max(0, number), 2**31 - 1)


def readable(words: str) -> str:
    """Words that any database takes: U+FFFD for what is no code point, "␀" for the null character."""
    if words.isascii():
        return words.replace("\x00", "␀") if "\x00" in words else words
    return _HALVES.sub("\ufffd", words).replace("\x00", "␀")


def _mended(value: object) -> object:
    """The same of lists, mappings and strings, with no half of a surrogate pair in any string."""
    if isinstance(value, str):
        return _HALVES.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_mended(key): _mended(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_mended(item) for item in value]
    return value
