import pytest

from twosource.reading.lines import lines_of
from twosource.reading.pleas import ENOUGH, points


@pytest.mark.parametrize(
    "words",
    [
        "Get the Post Morning Briefing: ten stories, one e-mail",
        "JOIN 12,000 READERS – GET OUR DAILY NEWSLETTER",
        "Gold members read this a day earlier. Upgrade now!",
        "Download our free checklist",
        "Sign up for our weekly newsletter, straight to your inbox",
    ],
)
def test_what_wants_something_of_its_reader_has_enough_points(words: str) -> None:
    assert points(lines_of(words)[0]) >= ENOUGH


@pytest.mark.parametrize(
    "words",
    [
        "Get out, the firemen shouted.",
        "Follow the money, the old saying goes.",
        "The campaign was run on social media by an advertising firm, the paper's website said on Monday.",
        "“Please send us help, our children are on the roof,” she wrote.",
        "Subscribers of the water company will get 200 euros.",
        "Readers who lost papers in the flood may apply at the town hall.",
    ],
)
def test_an_articles_own_sentences_have_not(words: str) -> None:
    assert points(lines_of(words)[0]) < ENOUGH
