import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from msgspec import structs

from twosource.dossier.html import to_html
from twosource.records import Dossier, Identity, Mentions, Name, Report, Story


class _Page(HTMLParser):
    """Collects tags, ids and links, and complains of a tag that closes another."""

    VOID = frozenset({"meta", "link", "br", "rect", "line", "circle", "path", "img", "input"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.append(name)
            if name == "id" and value:
                self.ids.append(value)
            if name in {"href", "src"} and value is not None:
                self.links.append(value)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag


@pytest.fixture(scope="module")
def text(labelled: Dossier) -> str:
    return to_html(labelled)


@pytest.fixture(scope="module")
def page(text: str) -> _Page:
    return _Page(text)


def test_every_link_leads_to_a_place_on_the_same_page(page: _Page) -> None:
    assert {link for link in page.links if not (link.startswith("#") and link[1:] in page.ids)} == set()


def test_no_two_places_share_a_name(page: _Page) -> None:
    assert sorted(page.ids) == sorted(set(page.ids))


def test_the_page_asks_nothing_of_anywhere_and_runs_nothing(page: _Page) -> None:
    assert {"script", "img", "link", "iframe", "object", "base", "form"} & set(page.tags) == set()
    assert "style" not in page.attributes
    assert not any(name.startswith("on") for name in page.attributes)


def test_the_policy_of_the_page_allows_its_own_style_and_nothing_else(text: str) -> None:
    found = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert found
    digest = base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text


def test_every_figure_opens_at_its_own_words(text: str, labelled: Dossier) -> None:
    for number, mentions in enumerate(labelled.stories[0].mentions, 1):
        for figure in mentions.figures:
            found = re.search(rf'id="r{number}-{figure.span.start}">(?:<a [^>]*>)?([^<]*)', text)
            assert found
            assert figure.span.words.startswith(found[1].replace("&#39;", "'"))


def test_hostile_text_is_shown_and_never_run() -> None:
    evil = '<script>alert(1)</script><img src=x onerror="alert(2)">\'"><b>'
    report = Report(id=evil, text=f"{evil}\n{evil}\x00\ud800", outlet=evil, url=f"javascript:{evil}")
    story = Story(
        id="s",
        title=evil,
        start=None,
        end=None,
        reports=(report,),
        copies=(),
        mentions=(),
        events={evil: "e"},
        names=(Identity(name=evil, kind="person", also=(evil,)),),
    )
    page = _Page(to_html(Dossier(version=evil, stories=(story,))))
    assert {"script", "img", "b"} & set(page.tags) == set()
    assert not any(link.startswith("javascript") for link in page.links)


def test_several_stories_and_the_same_story_twice_still_have_places_of_their_own(labelled: Dossier) -> None:
    page = _Page(to_html(structs.replace(labelled, stories=labelled.stories * 2)))
    assert sorted(page.ids) == sorted(set(page.ids))
    assert {link for link in page.links if link[1:] not in page.ids} == set()


def test_no_stories_is_a_page_too() -> None:
    assert "0 stories" in to_html(Dossier(version="1", stories=()))


def test_conflicts_stand_before_agreements(text: str) -> None:
    assert text.index('badge conflict">') < text.index('badge updated">') < text.index('badge agree">')


def test_a_name_leads_to_its_first_place_in_each_report_that_uses_it() -> None:
    report = Report(id="r", text="Ana Ruiz spoke. Ruiz left.")
    mentions = Mentions(
        report="r",
        names=(Name(name="Ana Ruiz", kind="person", also=("Ruiz",), spans=(report.span(0, 8), report.span(16, 20))),),
    )
    story = Story(
        id="s",
        title="",
        start=None,
        end=None,
        reports=(report,),
        copies=(),
        mentions=(mentions,),
        events={},
        names=(Identity(name="Ruiz", kind="person", also=("Ana Ruiz",)), Identity(name="Cadiz", kind="place")),
    )
    text = to_html(Dossier(version="0", stories=(story,)))
    assert 'href="#r1-0n"' in text
    assert "Cadiz" not in text  # named in one way only: nothing to tell
    assert '<span class="name" id="r1-0n">Ana Ruiz</span>' in text
