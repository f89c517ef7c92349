"""In: code points of a report's text. Out: `Span`, the law that every item opens at its own words."""

import hashlib
import itertools

import msgspec


class Span(msgspec.Struct, frozen=True, kw_only=True, gc=False, order=True):
    """A stretch of a report: `report.text[start:end] == words`, always. Offsets count code points."""

    report: str
    start: int
    end: int
    words: str

    def meets(self, other: "Span") -> bool:
        """Whether the two stretches share a code point of one report."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether the other stretch lies wholly inside this one."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end


def content_id(*parts: object) -> str:
    """Twelve hexadecimal digits made from the content of the parts: the same thing read twice has one id."""
    digest = hashlib.blake2b(digest_size=6)
    for part in itertools.chain(parts, ("",)):
        digest.update(repr(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\x1f")
    return digest.hexdigest()
