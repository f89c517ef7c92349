"""In: a report. Out: the agencies it says its text is from, and whether a name stands for an outlet."""

import re
import unicodedata

from twosource.records import Report

_OPENING = 1_200
_CLOSING = 400
_MAX_WORDS = 6
_NAME = r"[A-Z][^\W_]*(?:[ .&’'-]{1,2}[^\W_]+){0,5}"
#: "CAIRO, Nov 5 (LPA) —", "CAIRO (Levant Press) -- "
_DATELINE = re.compile(rf"\(({_NAME})\)\s{{0,3}}(?:[-–—:]|$)", re.MULTILINE)
#: "By LPA", "Source: Levant Press Agency", "LPA/Gulf Ledger", "© 2025 LPA", "— LPA" on a line of its own
_LINE = re.compile(
    rf"^[^\S\n]*(?:(?:source|credit|agency|from|by|via)[:\s]\s*|©\s*(?:\d{{4}}\s*)?|copyright\s*(?:\d{{4}}\s*)?|[-–—(\[]\s*)?"
    rf"(?P<name>{_NAME})[)\]]?[^\S\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
#: Words that say of a line's name that it is a news agency.
_AGENCY = re.compile(
    r"\b(?:agency|agencies|agence|agencia|agenzia|agentur|newswire|wires?|press|news service|wire service)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-Z]{2,6}\Z")
_KNOWN = frozenset(
    {"reuters", "bloomberg", "xinhua", "tass", "interfax", "ansa", "efe", "kyodo", "yonhap", "bernama", "antara"}
)
#: Capitals on a line of their own that are headings, not agencies.
_NO_AGENCY = frozenset(
    {"AD", "ADS", "NEWS", "LIVE", "MENU", "MORE", "WORLD", "TOP", "UK", "US", "USA", "EU", "UN", "VIDEO", "PHOTO"}
)
_SMALL = frozenset({"the", "of", "and", "for", "de", "la", "le", "du", "del", "di", "el"})


def _folded(name: str) -> tuple[str, ...]:
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return tuple(re.findall(r"[^\W_]+", plain.casefold()))


def credited(report: Report) -> tuple[str, ...]:
    """Names of agencies the report credits: its `credit` field, its dateline's brackets, credit lines at either end."""
    names: list[str] = [report.credit] if report.credit else []
    opening, closing = report.text[:_OPENING], report.text[_OPENING:][-_CLOSING:]
    names += [found.group(1) for found in _DATELINE.finditer(opening) if _is_agency(found.group(1))]
    for part in (opening, closing):
        names += [found.group("name") for found in _LINE.finditer(part) if _is_agency(found.group("name"))]
    return tuple(dict.fromkeys(names))


def _is_agency(name: str) -> bool:
    if len(name.split()) > _MAX_WORDS or name in _NO_AGENCY:
        return False
    return bool(_CAPITALS.match(name) or _AGENCY.search(name) or name.casefold() in _KNOWN)


def same_outlet(name: str, outlet: str | None) -> bool:
    """Whether a credited name stands for an outlet: the same words, some of them, or its initials."""
    if not outlet:
        return False
    left, right = _folded(name), _folded(outlet)
    left = tuple(word for word in left if word not in _SMALL) or left
    right = tuple(word for word in right if word not in _SMALL) or right
    if not left or not right:
        return False
    if set(left) <= set(right) and (len(left) > 1 or not _AGENCY.fullmatch(left[0])):
        return True
    if set(right) <= set(left):
        return True
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)
