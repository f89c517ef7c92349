import pytest

from twosource.reading.outlets import host_of, plain_name


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.post.example/a?b", "post.example"),
        ("http://news.post.example:8080/", "news.post.example"),
        ("no address", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_the_host_of_an_address(url: str | None, host: str | None) -> None:
    assert host_of(url) == host


def test_a_name_is_compared_in_its_plain_form() -> None:
    assert plain_name("The Monitor-Herald") == plain_name("monitor herald")
