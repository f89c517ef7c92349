"""Every page, as HTML and as JSON."""

import html
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from desk_of import Asking, change, keep, site_of
from msgspec import structs

from twosource.records import Dossier, Mentions, Report, Story
from twosource.store import Store
from twosource.web import hrefs
from twosource.web.answers import environment
from twosource.web.openapi import openapi
from twosource.web.routes import PAGES

STORY = "/stories/s0"
ADDRESSES = [
    "/stories",
    "/stories?order=size&q=ferry",
    STORY,
    f"{STORY}/claims",
    f"{STORY}/claims?verdict=conflict",
    f"{STORY}/reports",
    f"{STORY}/apart",
    f"{STORY}/quotes",
    f"{STORY}/timeline",
    f"{STORY}/names",
    "/search",
    "/search?q=ferry",
    "/search?q=killed+%3E+10",
    "/news",
    "/news?show=all&story=s0",
    "/judgements",
    "/judgements?story=s0",
    "/intake",
]


def _claim(asking: Asking) -> str:
    page = asking.get(f"{STORY}.json").json()
    return str((page["disputed"] or page["shared"])[0]["address"])


def _reports(asking: Asking) -> list[dict[str, Any]]:
    return list(asking.get(f"{STORY}/reports.json").json()["reports"])


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_there_as_html_and_as_json(asking: Asking, address: str) -> None:
    page, data = asking.get(address), asking.get(hrefs.json_of(address))
    assert (page.status_code, data.status_code) == (200, 200)
    assert page.headers["content-type"].startswith("text/html")
    assert data.headers["content-type"] == "application/json"


def test_the_pages_of_single_things_are_there(asking: Asking, store: Store) -> None:
    one, other = (report["id"] for report in _reports(asking)[:2])
    change(store, one, "It was not so.")
    changed = asking.get(f"/reports/{one}.json").json()["versions"][1]["address"]
    for address in (_claim(asking), hrefs.report(one), hrefs.compare(one, other), changed):
        assert asking.get(address).status_code == 200
        assert asking.get(hrefs.json_of(address)).status_code == 200


def test_what_the_json_says_stands_on_the_page(asking: Asking) -> None:
    data, page = asking.get(f"{STORY}.json").json(), _words(asking.get(STORY).text)
    for claim in data["disputed"] + data["shared"] + data["single"]:
        assert claim["question"] in page
        assert claim["stands"] in page
    for verdict, many in data["verdicts"].items():
        assert not many or str(many) in page, verdict


def test_every_json_is_as_the_openapi_says(asking: Asking) -> None:
    described = asking.get("/openapi.json").json()
    one, other = (report["id"] for report in _reports(asking)[:2])
    for address in (*ADDRESSES, _claim(asking), hrefs.report(one), hrefs.compare(one, other)):
        data = asking.get(hrefs.json_of(address)).json()
        path = address.partition("?")[0]
        operation = next(
            found["get"]
            for template, found in described["paths"].items()
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template.removesuffix(".json")), path)
        )
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema.validate(data, {**schema, "components": described["components"]})


def test_the_openapi_tells_of_each_page_with_its_parts() -> None:
    described = msgspec.json.decode(openapi())
    assert set(described["paths"]) == {f"{page.path}.json" for page in PAGES}
    operations = [found["get"] for found in described["paths"].values()]
    assert len({operation["operationId"] for operation in operations}) == len(PAGES)


def test_hostile_words_are_shown_and_never_obeyed(labelled: Dossier, tmp_path: Path) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\" onload='x'\u202e\x00"
    story = labelled.stories[0]
    hostile = structs.replace(
        story,
        title=evil,
        reports=tuple(structs.replace(report, outlet=evil, url=f"javascript:{evil}") for report in story.reports),
        claims=tuple(structs.replace(claim, question=evil) for claim in story.claims),
        utterances=tuple(structs.replace(said, speaker=evil) for said in story.utterances),
        timeline=tuple(structs.replace(entry, what=evil) for entry in story.timeline),
        names=tuple(structs.replace(name, name=evil, also=(evil,)) for name in story.names),
    )
    asking = Asking(site_of(keep(structs.replace(labelled, stories=(hostile,)), tmp_path / "evil.db")))
    report = _reports(asking)[0]["address"]
    for address in (*ADDRESSES, _claim(asking), report, f"/search?q={evil}", f"/stories?q={evil}"):
        page = asking.get(address.replace("\x00", "")).text
        seen = _Tags(page)
        assert "img" not in seen.tags
        assert seen.tags.count("script") == 1  # our own file
        assert not [name for name, _ in seen.attributes if name == "style" or name.startswith("on")]
        assert not [value for name, value in seen.attributes if name in {"href", "src"} and not _OWN.match(value or "")]


def test_no_page_asks_for_anything_from_elsewhere(asking: Asking) -> None:
    for address in (*ADDRESSES, _claim(asking), _reports(asking)[0]["address"], "/help", "/login"):
        page = asking.get(address).text
        assert re.findall(r'(?:src|href|action)="(?:https?:|//)[^"]*"', page) == []


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/nothing", 404, "not-there"),
        ("/stories/none", 404, "not-there"),
        ("/reports/none", 404, "not-there"),
        ("/stories/s0/claims/none", 404, "no-claim"),
        ("/intake/none", 404, "not-there"),
        ("/compare?a=x&b=y", 404, "not-there"),
        ("/stories?start=-1", 400, "no-number"),
        ("/stories?start=99999999999999999999", 400, "no-number"),
        ("/stories?order=sideways", 400, "no-such-choice"),
        (f"/stories?q={'x' * 500}", 400, "too-long"),
        ("/static/0000000000/desk.css", 404, "not-there"),
        ("/static/x/..%2f..%2fapp.py", 404, "not-there"),
    ],
)
def test_what_is_not_there_is_told_in_one_shape(asking: Asking, address: str, status: int, code: str) -> None:
    refused = asking.get(address, headers={"Accept": "application/json"})
    assert refused.status_code == status
    assert refused.json()["error"]["status"] == status
    assert refused.json()["error"]["code"] == code
    page = asking.get(address, headers={"Accept": "text/html"})
    assert page.status_code == status
    assert "<h1>" in page.text


@pytest.mark.parametrize("name", ["a.json", "b.html", "c.html.json", "..", "d e/f?g#h%2F", "ü"])
def test_a_report_of_any_name_has_its_page_and_its_json(labelled: Dossier, tmp_path: Path, name: str) -> None:
    report = Report(id=name, text="A ferry sank.")
    story = Story(
        id="x",
        title="A ferry",
        start=None,
        end=None,
        reports=(report,),
        copies=(),
        mentions=(Mentions(report=name),),
        events={name: "1"},
    )
    asking = Asking(site_of(keep(structs.replace(labelled, stories=(story,)), tmp_path / "n.db", counted=False)))
    address = hrefs.report(name)
    assert "A ferry sank." in asking.get(address).text
    assert asking.get(hrefs.json_of(address)).json()["id"] == name


def test_a_search_that_cannot_be_read_says_why(asking: Asking) -> None:
    page = asking.get("/search", params={"q": "killed >"})
    assert page.status_code == 200
    assert 'role="alert"' in page.text
    assert asking.get("/search.json", params={"q": "killed >"}).json()["trouble"]


def test_a_stretch_that_the_address_names_is_marked(asking: Asking) -> None:
    report = _reports(asking)[0]["address"]
    assert '<mark id="here">' in asking.get(f"{report}?at=3-12").text
    for nothing in ("12-3", "0-99999999", "x", "1-"):
        assert '<mark id="here">' not in asking.get(f"{report}?at={nothing}").text


def test_a_page_that_is_known_is_not_sent_again(asking: Asking) -> None:
    asking.get("/stories")
    first = asking.get("/stories")
    again = asking.get("/stories", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_static_files_are_kept_for_ever_under_their_version(asking: Asking) -> None:
    page = asking.get("/stories").text
    for address in re.findall(r'"(/static/[^"]+)"', page):
        answer = asking.get(address)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]


def test_the_feed_tells_what_changed(asking: Asking) -> None:
    feed = asking.get("/news.atom")
    assert feed.headers["content-type"].startswith("application/atom+xml")
    assert "Two numbers that cannot both be" in feed.text
    assert "http://127.0.0.1:8000/stories/s0" in feed.text


def test_an_empty_store_shows_the_way_in(labelled: Dossier, tmp_path: Path) -> None:
    asking = Asking(site_of(keep(structs.replace(labelled, stories=()), tmp_path / "empty.db")))
    assert 'href="/intake"' in asking.get("/stories").text
    for address in ("/search?q=x", "/news", "/judgements", "/intake", "/news.atom"):
        assert asking.get(address).status_code == 200


def test_a_long_story_has_short_pages(labelled: Dossier, tmp_path: Path) -> None:
    story = labelled.stories[0]
    claims = tuple(structs.replace(claim, id=f"{claim.id}-{number}") for number in range(40) for claim in story.claims)
    longer = structs.replace(labelled, stories=(structs.replace(story, claims=claims),))
    asking = Asking(site_of(keep(longer, tmp_path / "long.db", counted=False)))
    assert len(asking.get(STORY).content) < 400_000
    listed = asking.get(f"{STORY}/claims.json").json()
    assert listed["pager"]["count"] == 100
    further = asking.get(listed["pager"]["after"].replace("claims?", "claims.json?")).json()
    assert further["pager"]["start"] == 100


def _words(page: str) -> str:
    return html.unescape(page)


_OWN = re.compile(r"[/#?](?!/)")


class _Tags(HTMLParser):
    """The tags and attributes of a page, as a browser would see them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def test_a_mark_of_direction_turns_nothing_round() -> None:
    page = environment().from_string("{{ words }}, {{ words|escape }}").render(words="<b>\u202ednuora\u2066")
    assert page == "&lt;b&gt;\ufffddnuora\ufffd, &lt;b&gt;\ufffddnuora\ufffd"
