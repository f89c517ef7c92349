import pytest

from twosource.reading.pages import looks_like_page, read_page

PARAGRAPHS = [
    "The river rose by two metres in the night and 14 people were brought to safety, the fire service said on Monday.",
    "“We had no warning at all,” said Maria Lund, whose house stands next to the bridge on the lower road.",
    "The mayor told reporters that the cost of the damage would be more than 3 million euros, and who would pay.",
    "Schools will stay closed until Thursday, according to the county, which has opened two halls for those who fled.",
]
HEAD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Flood drives 14 from homes | Valley Post</title>
<meta property="og:title" content="Flood drives 14 from homes"><meta property="og:site_name" content="Valley Post">
<meta property="article:published_time" content="2025-03-03T09:30:00Z">
<link rel="canonical" href="https://post.example/flood"></head>"""
MENU = "<nav><ul><li><a href='/n'>News</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
FOOT = "<footer><p>© Valley Post. Terms. Privacy.</p></footer>"


def page(body: str) -> bytes:
    return f"{HEAD}<body>{MENU}<h1>Flood drives 14 from homes</h1>{body}{FOOT}</body></html>".encode()


def paragraphs(*words: str) -> str:
    return "".join(f"<p>{word}</p>" for word in words)


def test_the_article_of_a_page_is_its_paragraphs_and_what_it_says_of_itself() -> None:
    data = page(f"<article>{paragraphs(*PARAGRAPHS)}</article>")
    found = read_page(data, data.decode())
    assert found is not None
    assert found.text == "\n\n".join(PARAGRAPHS) + "\n"
    assert (found.headline, found.outlet) == ("Flood drives 14 from homes", "Valley Post")
    assert (found.url, found.published) == ("https://post.example/flood", "2025-03-03")


def test_a_body_cut_into_boxes_is_joined() -> None:
    boxes = "<div class='ad'>Advert</div>".join(
        f"<div class='article__body grid'>{paragraphs(words, words[::-1])}</div>" for words in PARAGRAPHS
    )
    data = page(f"<div class='article__chunks'>{boxes}</div>")
    found = read_page(data, data.decode())
    assert found is not None
    assert [words for words in PARAGRAPHS if words not in found.text] == []


def test_comments_in_equal_boxes_are_not_joined_to_the_article() -> None:
    comments = "".join(
        f"<div class='comment-body'><p>{'I never liked that bridge at all. ' * 4}{n}</p></div>" for n in range(3)
    )
    data = page(f"<article>{paragraphs(*PARAGRAPHS)}</article><div id='comments'>{comments}</div>")
    found = read_page(data, data.decode())
    assert found is not None
    assert "never liked" not in found.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html><body><p>Fire.</p></body></html>", "Fire."),
        (b"<html><body>" + b"<div>" * 3000 + b"deep" + b"</div>" * 3000, "deep"),
        (b"<html><body><p>An unclosed <b>tag & an &unknown; entity", "unclosed"),
        (b"<html><p>\x00\x01 odd bytes \xff\xfe</p>", "odd bytes"),
    ],
)
def test_a_broken_page_still_gives_its_words(data: bytes, words: str) -> None:
    found = read_page(data, data.decode("utf-8", "replace"))
    assert found is not None
    assert words in found.text


@pytest.mark.parametrize("data", [b"<html><body></body></html>", b"<html><script>var a = 1;</script></html>"])
def test_a_page_without_words_is_none(data: bytes) -> None:
    assert read_page(data, data.decode()) is None


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("<!DOCTYPE html><html>", True),
        ("\n <html lang='en'>", True),
        ("<!-- saved from url -->\n<!doctype html>", True),
        ("The <html> tag was invented in 1991.", False),
        ("Plain words.", False),
    ],
)
def test_a_page_is_known_by_how_it_begins(text: str, *, is_page: bool) -> None:
    assert looks_like_page(text) is is_page
