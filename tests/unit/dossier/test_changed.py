import json

from twosource.dossier.changed import changes_json, changes_text
from twosource.records import Change, Story

RAISED = Change(
    kind="figure changed", words="How many died? Raised from 31 to 58 people, by police", story="s", claim="c"
)
ADDED = Change(kind="report added", words="New report: The Bell,\n\x1b[31m“Dam breaks”", story="t", report="r")


def test_changes_are_lines_under_the_titles_of_their_stories_with_control_marks_made_visible() -> None:
    story = Story(id="s", title="Dam breaks", start=None, end=None, reports=(), copies=(), mentions=(), events={})
    assert changes_text([RAISED, ADDED], [story]).splitlines() == [
        "Dam breaks",
        "  Changed     How many died? Raised from 31 to 58 people, by police.",
        "",
        "t",
        "  Report      New report: The Bell, �[31m“Dam breaks”",
    ]


def test_where_nothing_has_changed_a_line_says_so() -> None:
    assert changes_text([]) == "Nothing has changed.\n"


def test_changes_as_json_are_a_list_of_objects() -> None:
    (raised,) = json.loads(changes_json([RAISED]))
    assert raised == {
        "kind": "figure changed", "words": RAISED.words, "story": "s", "claim": "c", "report": None, "day": None,
        "figures": [],
    }  # fmt: skip
    assert changes_json([]) == b"[]\n"
