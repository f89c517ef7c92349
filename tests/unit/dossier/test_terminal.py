import re

import pytest
from msgspec import structs

from twosource.dossier.terminal import to_text
from twosource.records import Dossier, Mentions, Report, Story


@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_no_line_is_wider_than_the_terminal(labelled: Dossier, width: int) -> None:
    assert max(len(line) for line in to_text(labelled, width=width).splitlines()) <= width


def test_conflicts_come_before_denials_updates_agreements_and_claims_of_one_report(labelled: Dossier) -> None:
    text = to_text(labelled)
    order = ["\nCONFLICT", "\nDENIED", "\nUPDATED", "\nAGREE", "\nClaims of one report"]
    places = [text.index(word) for word in order]
    assert places == sorted(places)


def test_a_spread_names_who_owns_each_end(labelled: Dossier) -> None:
    assert "20 to 32 tonnes (20 from Roy Tumbelaka — 32 from Petrus Baoa)" in to_text(labelled)


def test_a_count_of_origins_shows_what_is_unknown(labelled: Dossier) -> None:
    assert re.search(r"Origins  1–\d origins: coast guard", to_text(labelled))


def test_every_outlet_reason_and_problem_is_told(labelled: Dossier) -> None:
    text = to_text(labelled, width=200)
    assert all(str(report.outlet) in text for report in labelled.stories[0].reports)
    assert "No one number satisfies these readings" in text
    assert "r9.bin: is no text, left out" in text
    assert "copy of Nusantara Wire" in text


def test_rivals_for_the_day_of_one_happening_stand_side_by_side(labelled: Dossier) -> None:
    lines = to_text(labelled, width=160).splitlines()
    first = next(number for number, line in enumerate(lines) if "dated differently:" in line)
    assert lines[first].startswith("12 March 2025")
    assert lines[first + 1].startswith("13 March 2025")


def test_colours_are_written_only_where_asked_for(labelled: Dossier) -> None:
    assert "\x1b" not in to_text(labelled)
    assert "\x1b[" in to_text(labelled, colour=True)


def test_a_report_cannot_send_control_codes_to_the_terminal() -> None:
    report = Report(id="r", text="x", outlet="Evil \x1b]0;title\x07 Post")
    story = Story(
        id="s",
        title="\x1b[2Jgone",
        start=None,
        end=None,
        reports=(report,),
        copies=(),
        mentions=(Mentions(report="r"),),
        events={"r": "e"},
    )
    text = to_text(Dossier(version="0", stories=(story,)), colour=False)
    assert "\x1b" not in text
    assert "\x07" not in text


def test_an_unknown_day_and_outlet_are_said_to_be_unknown(labelled: Dossier) -> None:
    story = labelled.stories[0]
    bare = tuple(structs.replace(report, outlet=None, published=None) for report in story.reports)
    text = to_text(structs.replace(labelled, stories=(structs.replace(story, reports=bare),)), width=160)
    assert "outlet unknown" in text
    assert "unknown, no day found" in text


def test_several_stories_are_numbered_and_one_is_not(labelled: Dossier) -> None:
    several = to_text(structs.replace(labelled, stories=labelled.stories * 2))
    assert "Story 1 of 2" in several
    assert "Story 2 of 2" in several
    assert "Story 1" not in to_text(labelled)
