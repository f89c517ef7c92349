import pytest
from msgspec import structs
from pile import report, story

from twosource.records import Report
from twosource.store.cards import named_in, title_of

PAGE = Report(id="r", text="Menu | Home\n\n  Ferry sinks   off Korval \nAt least 17 died.")


@pytest.mark.parametrize(
    ("of", "title"),
    [
        (report("r", "Ferry sinks\n\nMore"), "Ferry sinks"),
        (structs.replace(PAGE, headline="From the page"), "From the page"),
        (PAGE, "Menu | Home"),
        (structs.replace(PAGE, furniture=(PAGE.span(0, 4), PAGE.span(7, 11))), "Ferry sinks off Korval"),
        (structs.replace(PAGE, furniture=(PAGE.span(0, len(PAGE.text)),)), " ".join(PAGE.text.split())),
        (Report(id="r", text=""), ""),
        (Report(id="r", text="x" * 900), "x" * 300),
    ],
)
def test_a_report_is_listed_by_its_headline_or_first_line(of: Report, title: str) -> None:
    assert title_of(of) == title


def test_a_story_is_found_by_title_and_all_forms_of_its_names() -> None:
    assert named_in(story("s").story) == "A ferry sinks · Ludmíla Harsányi · Harsanyi"
