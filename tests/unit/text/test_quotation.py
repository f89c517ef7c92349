"""Quotation marks of every style find their partners; apostrophes, inches and lost marks do no harm."""

import pytest

from twosource.text.quotation import quotations, word_count
from twosource.text.sentences import paragraphs

CASES = [
    ("curly marks", "“We lost it all,” he said.", ["We lost it all,"]),
    ("straight marks", 'She said: "It is over for us."', ["It is over for us."]),
    ("single curly", "‘We don’t want that,’ he said.", ["We don’t want that,"]),
    ("single straight", "'We won't bend,' she said.", ["We won't bend,"]),
    ("possessive of a plural inside", "‘The workers’ hall is gone,’ he said.", ["The workers’ hall is gone,"]),
    ("possessive of a plural outside", "The dogs’ home saw ‘heavy losses’ in the boys’ room.", ["heavy losses"]),
    ("dropped letters", "He read of the '90s and said 'tis a pity, rock 'n' roll.", []),
    ("guillemets both ways", "«Not one step», he said. »Not one«, she said.", ["Not one step", "Not one"]),
    ("low marks", "„We are tired“, he said. „So are we” she said.", ["We are tired", "So are we"]),
    ("typewriter marks", "``We have no water,'' he said.", ["We have no water,"]),
    ("lost marks", "\ufffdWe can\ufffdt go on,\ufffd he said.", ["We can\ufffdt go on,"]),
    ("lost marks, a sign a byte", "\ufffd\ufffd\ufffdWe can,\ufffd\ufffd\ufffd he said.", ["We can,"]),
    ("closing sign used for opening", "”We have nothing left,” he said.", ["We have nothing left,"]),
    ("mixed signs", '“We cannot," he said, "go on.”', ["We cannot,", "go on."]),
    ("no space after", 'He said: "It is over."He left.', ["It is over."]),
    ("spaces inside", '" We are done " he said.', ["We are done"]),
    (
        "double in double",
        "“He said “no way out” and left,” she said.",
        ["He said “no way out” and left,", "no way out"],
    ),
    ("single in double", "“He said ‘no way out’ today,” she said.", ["He said ‘no way out’ today,", "no way out"]),
    ("double in single", "‘He said “no way out” today,’ she said.", ["He said “no way out” today,", "no way out"]),
    ("inches and feet", 'He is 6\'2" tall and said "we stay".', ["we stay"]),
    ("inches inside", '"The pipe is 12" wide," he said.', ['The pipe is 12" wide,']),
    ("a number last", 'Some were "born in 1990" and "raised in 2001" here.', ["born in 1990", "raised in 2001"]),
    ("a mark that was lost", "“We lost, he said. “It is over.”", ["It is over."]),
    ("dashes around", "He called it—“a sad day”—and left.", ["a sad day"]),
    ("brackets around", "(“we are all here”)", ["we are all here"]),
    (
        "mark on each paragraph",
        "“One goes on.\n\n“Two too.\n\n“Three ends.”",
        ["One goes on.", "Two too.", "Three ends."],
    ),
    ("mark at the two ends only", "“It began.\n\nIt ended,” he said.", ["It began.", "It ended,"]),
    (
        "a paragraph without a mark inside",
        "“It began.\n\nIt went on.\n\nIt ended.”",
        ["It began.", "It went on.", "It ended."],
    ),
    ("a closing mark that never comes", "“It began.\n\nIt went on.\n\n“Another,” she said.", ["Another,"]),
    ("nothing but marks", "““““ ”””” \"\"\"\" ''''", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_marks_pair(text: str, expected: list[str]) -> None:
    assert [text[piece.start : piece.end] for piece in quotations(text, paragraphs(text))] == expected


def test_an_open_paragraph_goes_on() -> None:
    text = "“One goes on.\n\n“Two ends.”"
    assert [piece.goes_on for piece in quotations(text, paragraphs(text))] == [True, False]


@pytest.mark.parametrize(
    ("words", "count"),
    [("ever-victorious army", 2), ("are not targets", 3), ("don’t go", 2), ("…", 0), ("4,000 men", 2)],
)
def test_joined_words_count_once(words: str, count: int) -> None:
    assert word_count(words) == count
