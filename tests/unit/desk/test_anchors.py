import pytest

from twosource.desk.anchors import anchor, find_again
from twosource.records import Figure, Report

TEXT = "The dam broke on Monday and killed at least 41 people in the valley below, the ministry said in the evening."


def _figure(report: Report, words: str, name: str) -> Figure:
    start = report.text.index(words)
    whole = report.span(0, len(report.text))
    return Figure(id=name, span=report.span(start, start + len(words)), sentence=whole, low=41, high=None)


@pytest.mark.parametrize(
    ("now", "words", "found"),
    [
        (TEXT, "at least 41", True),
        ("Correction.\n\n" + TEXT, "at least 41", True),
        (TEXT + " More to follow.", "at least 41", True),
        (TEXT.replace("41", "43"), "at least 43", False),
        (TEXT.replace("killed", "hurt"), "at least 41", False),
        (TEXT.replace("people", "persons"), "at least 41", False),
        (TEXT, "41", True),
        (TEXT, "at least 41 people", True),
        (TEXT + "\n" + TEXT, "at least 41", True),
        ("x " + TEXT + "\n" + TEXT, "at least 41", False),
        (TEXT, "Monday", False),
    ],
)
def test_a_figure_is_found_again_where_its_words_stand_as_they_stood(now: str, words: str, found: bool) -> None:  # noqa: FBT001
    old = Report(id="r", text=TEXT)
    where = anchor(_figure(old, "at least 41", "old"), old)
    new = Report(id="r", text=now)
    name, why = find_again("old", where, {"r": new}, {"r": (_figure(new, words, "new"),)})
    assert (name == "new") is found
    assert bool(why) is not found


def test_a_figure_of_the_same_id_is_itself() -> None:
    report = Report(id="r", text=TEXT)
    figure = _figure(report, "at least 41", "old")
    assert find_again("old", anchor(figure, report), {"r": report}, {"r": (figure,)}) == ("old", "")


def test_a_report_that_is_gone_is_said_to_be_gone() -> None:
    report = Report(id="r", text=TEXT)
    name, why = find_again("old", anchor(_figure(report, "at least 41", "old"), report), {}, {})
    assert name is None
    assert "is not in the story" in why


def test_two_figures_in_one_place_are_not_guessed_between() -> None:
    report = Report(id="r", text=TEXT)
    where = anchor(_figure(report, "at least 41", "old"), report)
    two = (_figure(report, "at least", "a"), _figure(report, "41 people", "b"))
    assert find_again("old", where, {"r": report}, {"r": two})[0] is None
