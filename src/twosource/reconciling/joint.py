"""In: the name of a joint attribution ("French and British intelligence"). Out: the bodies that it names."""

import re
from functools import cache

from twosource.reconciling.sources import ARTICLE, head

_PLURAL_HEADS = frozenset(
    str.split(
        "agencies officials governments ministries authorities forces services police intelligence militaries "
        "armies leaders ministers diplomats unions media regulators companies"
    )
)
_JOINT_OF = re.compile(
    r"\b(?:ministry|department|office|committee|council|institute|board|bureau|agency|commission"
    r"|centre|center|authority|secretary|minister|association|federation|union)\b",
    re.IGNORECASE,
)


def parts(name: str) -> tuple[str, ...]:
    """The bodies that a joint attribution names: two for "French and British intelligence", else the name itself."""
    left, _, right = name.partition(" and ")
    if not right or _JOINT_OF.search(left.split(" in ", maxsplit=1)[0].rpartition(" of ")[0]):
        return (name,)
    ahead, preposition, first = _after_preposition(left)
    if preposition and head(ahead) in _PLURAL_HEADS:  # "agencies in France and Britain"
        return f"{ahead} {preposition} {first}", f"{ahead} {preposition} {right}"
    words = right.split()
    if len(words) > 1 and words[0][:1].isupper() and words[-1].casefold() in _PLURAL_HEADS and left[:1].isupper():
        common = " ".join(words[_modifiers(words) :])
        if len(left.split()) <= 3:  # noqa: PLR2004 - "South Korean", not a body with its own noun
            return f"{left} {common}", right
    if left[:1].isupper() and ARTICLE.sub("", right)[:1].isupper() and not _JOINT_OF.search(left):
        return left, ARTICLE.sub("", right)
    return (name,)


@cache
def shares_head(name: str) -> bool:
    """Whether the parts of a joint attribution share a plural noun ("French and British agencies")."""
    return len(parts(name)) > 1 and bool(_PLURAL_HEADS & set(name.casefold().split()))


def _after_preposition(left: str) -> tuple[str, str, str]:
    match = re.match(r"(.+?)\s(in|of|from)\s(.+)$", left)
    return (match.group(1), match.group(2), match.group(3)) if match else (left, "", "")


def _modifiers(words: list[str]) -> int:
    count = 0
    while count < len(words) - 1 and words[count][:1].isupper():
        count += 1
    return count
