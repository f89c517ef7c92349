"""In: changes of stories. Out: the same as lines for a person, and as JSON for a program."""

from collections.abc import Sequence

import msgspec

from twosource.dossier import words
from twosource.records import Change, ChangeOf, Story

_LABELS: dict[ChangeOf, str] = {
    "new conflict": "Conflict",
    "denied": "Denied",
    "corrected": "Corrected",
    "conflict settled": "Settled",
    "figure changed": "Changed",
    "corroborated": "Borne out",
    "new origin": "New origin",
    "no longer corroborated": "Weaker",
    "new claim": "New",
    "claim gone": "Gone",
    "new story": "New story",
    "story gone": "Story gone",
    "report added": "Report",
    "report changed": "Report",
    "report gone": "Report",
    "copy found": "Copy",
}
_WIDTH = max(map(len, _LABELS.values()))


def changes_text(found: Sequence[Change], stories: Sequence[Story] = ()) -> str:
    """Changes as lines under the titles of their stories, a line each, in the order given."""
    titles = {story.id: words.plain(story.title) or "Untitled story" for story in stories}
    if not found:
        return "Nothing has changed.\n"
    lines: list[str] = []
    last = None
    for change in found:
        if change.story != last:
            lines += ["", titles.get(change.story, change.story)] if lines else [titles.get(change.story, change.story)]
            last = change.story
        said = words.plain(change.words)
        end = "" if said.endswith((".", "?", "!", "”")) else "."
        lines.append(f"  {_LABELS[change.kind]:<{_WIDTH}}  {said}{end}")
    return "\n".join(lines) + "\n"


def changes_json(found: Sequence[Change]) -> bytes:
    """Changes as a JSON list, UTF-8, one line end at the end."""
    return msgspec.json.format(msgspec.json.encode(list(found)), indent=1) + b"\n"
