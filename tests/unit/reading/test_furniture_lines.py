"""Lines of real pages in their places, each marked as furniture or left alone."""

import pytest

from twosource.reading.describe import describe
from twosource.records import Report

TITLE = "Dam above Volna bursts and kills twelve"
TEXT = [
    "A dam above Volna burst late on Monday, killing at least 12 people, the governor said on Tuesday.",
    "About 300 homes along the Ister were swept away when the dam burst, rescue chief Ana Brod said.",
    "The mayor of the town said that he had warned the company of a crack in the wall in May.",
]


def marked(place: str, line: str, outlet: str | None = "The Volna Post") -> bool:
    blocks = {
        "head": [line, TITLE, *TEXT],
        "middle": [TITLE, *TEXT[:2], line, TEXT[2]],
        "foot": [TITLE, *TEXT, line],
    }[place]
    text = "\n\n".join(blocks) + "\n"
    (found,) = describe([Report(id="a", text=text, outlet=outlet)], None)
    start = text.index(line)
    return any(span.start <= start and start + len(line) <= span.end for span in found.furniture)


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("head", "DAILY COURIER ★ News ★ Sport ★ Opinion"),
        ("head", "VOLNAPOST.COM // No fear // Since 1911"),
        ("head", "VolnaPost"),
        ("head", "The Volna Post Online"),
        ("head", "[Home] [Politics] [Crime] [Contact]"),
        ("head", "🔥 HOT 🔥 VIDEO 🔥 MEMES 🔥 SHOP"),
        ("head", "Front page ¦ Local ¦ Courts ¦ Obituaries"),
        ("head", "Home / World / Europe"),
        ("head", "Tuesday's top reads"),
        ("head", "Open navigation menu"),
        ("middle", "Image: Workers clear mud from the bridge (file picture)"),
        ("middle", "[GIF: man falling over]"),
        ("middle", "Photo by Tom Ford on Unsplash"),
        ("middle", "Drop a like | 612 watching now | Report bot"),
        ("middle", "👍 240 👎 12 💬 55"),
        ("middle", "Promoted by Zenith Bank"),
        ("middle", "What to read next"),
        ("foot", "Volna Post is printed on Mondays and Thursdays."),
        ("foot", "SOURCE Ister Dam Company"),
        ("foot", "← Wolf seen near the reservoir"),
        ("foot", "Older post: Wolf seen near the reservoir"),
        ("foot", "Reprint permitted only with a hyperlink"),
        ("foot", "Registered office: 12 Mill Lane, Volna. Company no. 123456"),
        ("foot", "How did this article make you feel? 😀 😢 😡"),
    ],
)
def test_page_furniture_is_marked(place: str, line: str) -> None:
    assert marked(place, line)


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("middle", "Image matters to a mayor who sells soap."),
        ("middle", "Source of the leak"),
        ("middle", "What happened next"),
        ("middle", "1,200 people watched."),
        ("middle", "• About 300 homes were swept away"),
        ("middle", "Monday, 14 October"),
        ("middle", "12 dead, 40 missing"),
        ("middle", "Killed | 12"),
        ("middle", "Hotline operators took 1,200 calls."),
        ("foot", "The Volna Post counted 41 names."),
        ("foot", "The website of the ministry was down."),
        ("foot", "Source: Interior Ministry"),
        ("foot", "Correction: An earlier version gave the wrong toll."),
        ("foot", "Older people were moved first."),
        ("foot", "Members get updates, the union said."),
    ],
)
def test_an_articles_own_lines_are_left_alone(place: str, line: str) -> None:
    assert not marked(place, line)


def test_a_name_right_above_its_day_is_the_masthead_of_the_report() -> None:
    text = "VOLNA POST\nTuesday, 14 October 2025\n\n" + "\n\n".join([TITLE, *TEXT])
    (found,) = describe([Report(id="a", text=text, outlet="Volna Post")], None)
    assert found.furniture == ()
    assert found.title is not None
    assert found.title.words == TITLE
    assert found.published is not None
    assert found.published.value == "2025-10-14"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Evening Post: first with what they hide", "Volna Evening Post"),
        ("RIVERMIND — floods, droughts, tides", "Rivermind Blog"),
        ("THE HERALD | Loud since the Republic", "The Herald of Volna"),
    ],
)
def test_a_part_of_the_outlets_name_before_a_sign_opens_its_plate(line: str, outlet: str) -> None:
    assert marked("head", line, outlet)


def test_a_headline_that_opens_with_a_word_of_the_outlets_name_stays() -> None:
    text = "\n\n".join(["Volna: dam bursts and kills twelve", *TEXT])
    (found,) = describe([Report(id="a", text=text, outlet="The Herald of Volna")], None)
    assert not any(span.start == 0 for span in found.furniture)
