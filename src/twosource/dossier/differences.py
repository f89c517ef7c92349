"""In: two renderings of one utterance. Out: the second in pieces that say what it adds to the first and leaves out."""

import re
from difflib import SequenceMatcher

import msgspec

_WORD = re.compile(r"\S+")
_LONGEST = 300


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A run of words: "same", "new" (the first rendering lacks it) or "gone" (the second leaves it out)."""

    kind: str
    words: str


def changes(first: str, second: str) -> tuple[Change, ...]:
    """The second rendering beside the first, word by word; marks and capitals count for nothing.

    Renderings of more than 300 words are given back whole, as the same.
    """
    old, new = _WORD.findall(first), _WORD.findall(second)
    if max(len(old), len(new)) > _LONGEST:
        return (Change(kind="same", words=second),)
    made = []
    matcher = SequenceMatcher(None, [_bare(word) for word in old], [_bare(word) for word in new], autojunk=False)
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            made.append(Change(kind="same", words=" ".join(new[new_start:new_end])))
            continue
        gone, added = " ".join(old[old_start:old_end]), " ".join(new[new_start:new_end])
        if _bare(gone):
            made.append(Change(kind="gone", words=gone))
        if added:
            made.append(Change(kind="new" if _bare(added) else "same", words=added))
    return tuple(made)


def _bare(word: str) -> str:
    return "".join(letter for letter in word.casefold().replace("’", "'") if letter.isalnum())
