import time

import pytest

from twosource.reading.describe import describe
from twosource.records import Report

BODY = (
    "The river rose by two metres in the night and 14 people were brought to safety, the fire service said on Monday.",
    "“We had no warning at all,” said Maria Lund, whose house stands next to the bridge on the lower road.",
    "The mayor told reporters that the cost of the damage would be more than 3 million euros.",
    "Schools will stay closed until Thursday, according to the county.",
)


def report(text: str, name: str = "r", outlet: str | None = "The Valley Post", url: str | None = None) -> Report:
    return Report(id=name, text=text, outlet=outlet, url=url)


def around(above: str = "", inside: str = "", below: str = "") -> str:
    parts = [above, "Flood drives 14 from their homes", "By Ann Roe", *BODY[:2], inside, *BODY[2:], below]
    return "\n\n".join(part for part in parts if part) + "\n"


def furniture(text: str) -> list[str]:
    return [span.words for span in describe([report(text)], None)[0].furniture]


@pytest.mark.parametrize(
    "above",
    [
        "THE VALLEY POST | News | Sport | Subscribe",
        "☰ Sections   Search   Sign in",
        "The Valley Post — Your town, your news",
        "Home > News > Regional",
        "Skip to main content",
        "VALLEY POST · Lund · 31° · Edition 11,408",
        "We are being silenced! Sign up for our e-mail list",
    ],
)
def test_what_stands_above_the_headline_is_furniture(above: str) -> None:
    found = describe([report(around(above=above))], None)[0]
    assert [span.words for span in found.furniture] == [above]
    assert found.title is not None
    assert found.title.words == "Flood drives 14 from their homes"


@pytest.mark.parametrize(
    "inside",
    [
        "Advertisement",
        "[IMAGE: flood-1024x576.jpg]",
        "Read more: How the dam was built",
        "SHOP: rubber boots, now 20% off",
        "Get the Post Briefing: ten stories, one e-mail",
        "Share on Facebook   Tweet   WhatsApp   3.4k shares",
        "Weeping Mayor Walks Through Ruins Of The Old Mill As Town Buries Its Dead",
        "READ ALSO\n• Five walks for a dry Sunday\n• County weighs ban on fireworks",
        "ADVERTISEMENT\n7 signs your phone is watching you",
    ],
)
def test_what_interrupts_the_text_is_furniture(inside: str) -> None:
    assert "\n".join(furniture(around(inside=inside))) == inside


@pytest.mark.parametrize(
    "below",
    [
        "© 2025 Valley Post Media. Some material from agencies.",
        "Comments are closed.",
        "Leave a Reply\nYour email address will not be published. Required fields are marked *",
        "Most read\n1. Dog finds its way home\n2. Vicar wins lottery",
        "SUPPORT OUR WORK – become a patron from 4 euros a month",
        "Share this: Facebook · Telegram · Mastodon",
        "23 replies | Like | Report post\nToday's death notices",
        "Exit mobile version",
        "#flood #lund #mayor",
        "→ Bridge closed for six weeks",
        "Jobs: 43 openings at the mill",
        "Views: 12,455",
        "Our newsroom is funded by its readers.",
    ],
)
def test_what_stands_below_the_text_is_furniture(below: str) -> None:
    assert "\n".join(furniture(around(below=below))) == below


@pytest.mark.parametrize(
    "own",
    [
        "Correction: An earlier version gave the wrong number of houses.",
        "(Reporting by Ann Roe; editing by Bo Li)",
        "Additional reporting by Sam Poe in Lund.",
        "A rescue boat on the lower road on Monday.",
        "“We lost everything”",
        "14 homes flooded, 3 bridges closed",
        "Join us, the strikers sang.",
        "Photos: none were found of the driver.",
        "Advertisers left in droves.",
        "Donate blood at the Mill Hall, the hospital asked.",
        "Source: OPA",
        "Killed: 12 | Injured: 40 | Missing: 3",
        "Share of voters who back the plan: 41%",
        "Editor's note: This article contains descriptions of violence.",
        "Ann Roe is the Post's county correspondent.",
        "Anyone with information may call the police on 0555 0100.",
        "- The bridge at Lund\n- The mill road",
    ],
)
def test_an_articles_own_notes_and_lines_are_kept(own: str) -> None:
    assert furniture(around(inside=own)) == []
    assert furniture(around(below=own)) == []


def test_a_crosshead_is_kept_inside_the_text_only() -> None:
    assert furniture(around(inside="What happens next")) == []
    assert furniture(around(below="What happens next")) == ["What happens next"]


def test_of_a_caption_only_the_photo_credit_is_furniture() -> None:
    assert furniture(around(inside="A boat on the lower road on Monday. Picture: Harbour Press Images")) == [
        "Picture: Harbour Press Images"
    ]


def test_a_line_that_a_site_prints_under_every_report_is_furniture() -> None:
    line = "Lund is a town of readers."
    texts = [
        f"Number {n} opens\n\nThe {word} was opened by the mayor on Monday in the rain.\n\n{line}\n"
        for n, word in enumerate(("bridge", "school", "mill", "market hall"))
    ]
    found = describe([report(text, f"r{number}") for number, text in enumerate(texts)], None)
    assert [[span.words for span in one.furniture] for one in found] == [[line]] * 4
    alone = describe([report(texts[0])], None)[0]
    assert alone.furniture == ()


def test_versions_of_one_text_make_no_furniture_of_it() -> None:
    versions = [report(around(), f"r{number}") for number in range(3)]
    assert [one.furniture for one in describe(versions, None)] == [(), (), ()]


@pytest.mark.parametrize(
    ("text", "url", "outlet"),
    [
        (around(below="© 2025 Valley Post Media. All rights reserved."), None, "Valley Post Media"),
        (around(below="Follow The Valley Post on Facebook and Instagram."), None, "The Valley Post"),
        (around(above="VALLEY POST | News | Sport | Log in"), None, "VALLEY POST"),
        (around(), "https://www.post.example/flood", "post.example"),
        (around(below="Follow Ann Roe on Twitter."), None, None),
        (around(), None, None),
    ],
)
def test_an_outlet_is_read_from_the_page_where_nobody_gave_it(text: str, url: str | None, outlet: str | None) -> None:
    assert describe([report(text, outlet=None, url=url)], None)[0].outlet == outlet


def test_a_given_outlet_stays() -> None:
    text = around(below="© 2025 Harbour Media")
    assert describe([report(text)], None)[0].outlet == "The Valley Post"


def test_a_page_whose_headline_is_known_has_no_other() -> None:
    page = Report(id="p", text="Lund, Monday\n\n" + "\n\n".join(BODY), headline="Flood drives 14 from their homes")
    found = describe([page], None)[0]
    assert (found.title, found.headline) == (None, page.headline)


def test_a_text_without_a_headline_has_none() -> None:
    assert describe([report("\n".join(BODY))], None)[0].title is None


@pytest.mark.parametrize(
    "sign",
    [
        "A’-",
        "A-B ",
        "A, ",
        "A and ",
        "A. ",
        "--",
        "1. ",
        "x | ",
        "© ",
        "Photo: ",
        "LUND, March 3, ",
        "read more ",
        "A/AP ",
        "(A) ",
    ],
)
def test_hostile_lines_cost_no_time(sign: str) -> None:
    line = (sign * 600)[:590]
    text = f"Flood in Lund\n\n{line[:150]}\n\n{line} x\n\n{BODY[0]}\n\n{line}y\n"
    began = time.process_time()
    describe([report(text)], None)
    assert time.process_time() - began < 1
