"""In: a line at the foot of a page. Out: whether the site speaks of itself there: who owns, prints and pays for it."""

import re

from twosource.reading.lines import Line

_SELF = (
    r"(?:this|our|the) (?:site|website|web site|page|blog|channel|portal|publication|newspaper|magazine|platform"
    r"|newsletter)"
)
_SAYS = (
    r"(?:is|are) (?:not |also |now |a |an |the |one )*(?:affiliated|endorsed|responsible|liable|delivered|distributed"
    r"|published|printed|produced|operated|owned|run|edited|funded|supported|registered|hosted|powered|available|free"
    r"|independent|non-?profit|non-?partisan|volunteer|reader|member|part|trademark|registered trademark|division"
    r"|subsidiary|service|product|project|participant|not-for-profit|member-supported|reader-supported)\b"
    r"|(?:does|do) not (?:endorse|necessarily|accept|guarantee|take|assume|represent|host|provide)\b"
    r"|(?:is|are) (?:a |an |the |proud )*(?:signator\w+|accredited|certified|regulated)\b|(?:runs|lives|survives"
    r"|thrives) on\b"
    r"|(?:may|might) (?:earn|receive|contain|use)\b|(?:welcomes|reserves|participates|relies|depends|strives|accepts"
    r"|adheres|subscribes|complies|uses|cannot guarantee|takes no|assumes no|makes no|has been serving|comes out"
    r"|appears (?:on|every|weekly|twice|daily))\b"
)
_HOUSE = re.compile(rf"(?:{_SELF}|we) (?:{_SAYS})")
_SAID = re.compile(rf"(?:{_SAYS})")
_TOLD = re.compile(r"[\"“”]|\b(?:said|says|told|according to|ministry|court|police|officials?|yesterday|today|last)\b")
_LONGEST, _SHORT_NAME = 45, 4


def is_house(line: Line, outlet: str | None) -> bool:
    """Whether a line at the foot tells of the site itself: "The Post is printed on Mondays", "This site is not …"."""
    if line.count > _LONGEST or _TOLD.search(line.plain):
        return False
    if _HOUSE.match(line.plain) and not line.plain.startswith("we are"):
        return True
    return any(_SAID.match(line.plain, end) for end in _ends(line.plain, outlet))


def _ends(plain: str, outlet: str | None) -> list[int]:
    """Where the words after a site's name begin, for its whole name and for its first or last word alone."""
    words = [word for word in re.findall(r"[^\W_]+", (outlet or "").casefold()) if word != "the"]
    names = {"".join(words), *(word for word in (words[:1] + words[-1:]) if len(word) >= _SHORT_NAME)} - {""}
    start = 4 if plain.startswith("the ") else 0
    found = []
    for match in re.finditer(r"\s", plain):
        head = "".join(re.findall(r"[^\W_]+", plain[start : match.start()]))
        if match.start() > start and head in names:
            found.append(match.end())
        if match.start() > 60:  # noqa: PLR2004 - no name is longer
            break
    return found
