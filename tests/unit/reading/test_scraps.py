import pytest

from twosource.reading.lines import lines_of
from twosource.reading.phrases import ALONE
from twosource.reading.scraps import HEADING, LABELLED, PLACEHOLDER, WEAK


def kind(words: str) -> str:
    plain = lines_of(words)[0].plain
    patterns = (("placeholder", PLACEHOLDER), ("heading", HEADING), ("alone", ALONE))
    found = next((name for name, pattern in patterns if pattern.fullmatch(plain)), "")
    return found or ("labelled" if LABELLED.fullmatch(plain) and not WEAK.fullmatch(plain) else "")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("![](header.png) |", "placeholder"),
        ("[IMAGE: flood_map_final.png]", "placeholder"),
        ("(Photo: Jane Roe/Valley Post)", "placeholder"),
        ("[video unavailable in your region]", "placeholder"),
        ("READ ALSO", "heading"),
        ("Most viewed", "heading"),
        ("You may also like:", "heading"),
        ("Related: Bridge closed for six weeks", "labelled"),
        ("Sponsored: Trade stocks at no cost", "labelled"),
        ("Tags: flood, bridge, mayor", "labelled"),
        ("Leave a Reply", "alone"),
        ("12 comments – log in to reply", "alone"),
        ("Your email address will not be published. Required fields are marked *", "alone"),
        ("Share this!", "alone"),
        ("Story continues below advertisement", "alone"),
        ("3 min read", "alone"),
        ("© 2025 Valley Post Media", "alone"),
        ("We use cookies to make our site better.", "alone"),
        ("Got a story? Call our newsdesk on 0555 0100", "alone"),
        ("Follow us on Facebook and Telegram", "alone"),
        ("Read the full article here", "alone"),
    ],
)
def test_the_webs_own_phrases_are_known(words: str, expected: str) -> None:
    assert kind(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Correction: an earlier version gave the wrong number of houses.",
        "(Reporting by Ann Roe; editing by Bo Li)",
        "Next: the courts.",
        "Latest figures: 14 dead, 31 injured.",
        "Terms of the deal were not disclosed.",
        "Share prices of the insurer fell by 4 percent.",
        "Copyright law was changed in May.",
        "More than 40 people are still missing.",
        "Related deaths rose to 12, the ministry said.",
        "What do you think the mayor knew? she asked.",
        "CAUSE: Depends on who you ask.",
    ],
)
def test_sentences_that_begin_alike_are_not_taken_for_them(words: str) -> None:
    assert kind(words) == ""


def test_a_long_odd_line_costs_no_time() -> None:
    for sign in ("[", "(", "more ", "a" * 5, "| ", "share "):
        plain = lines_of((sign * 600)[:599])[0].plain
        assert ALONE.fullmatch(plain) is None or sign in {"share ", "more "}
