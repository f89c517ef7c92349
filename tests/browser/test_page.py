"""The page in a real Chromium; skipped where none is installed."""

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs
from playwright.sync_api import Browser, Page, sync_playwright

from twosource.dossier.html import to_html
from twosource.records import Dossier

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
READABLE = 4.5  # WCAG AA for text

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

# The ratio of luminances of an element's colour and the first opaque colour behind it.
CONTRAST = """element => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = ([r, g, b]) => [r, g, b].map(value => value / 255)
    .map(value => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  let behind = element;
  while (behind.parentElement && rgba(getComputedStyle(behind).backgroundColor)[3] < 255) behind = behind.parentElement;
  const colours = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor];
  const [one, other] = colours.map(rgba).map(light);
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(labelled: Dossier, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "dossier.html"
    path.write_text(to_html(labelled), "utf-8")
    return path.as_uri()


def _open(browser: Browser, address: str, width: int = 1280, *, dark: bool = False) -> tuple[Page, list[str]]:
    """The page, and what the browser complained of or asked for."""
    page = browser.new_page(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
    )
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.append(request.url) if request.url.split("#")[0] != address else None)
    page.goto(address)
    return page, said


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_page_fits_its_window_and_asks_for_nothing(browser: Browser, address: str, width: int) -> None:
    page, said = _open(browser, address, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert said == []
    page.close()


def test_words_without_end_break_and_never_widen_the_page(browser: Browser, labelled: Dossier, tmp_path: Path) -> None:
    story = labelled.stories[0]
    endless = "x" * 500
    longer = structs.replace(
        story,
        title=endless,
        reports=tuple(structs.replace(report, outlet=endless, url=endless) for report in story.reports),
        claims=tuple(structs.replace(claim, question=endless) for claim in story.claims),
        utterances=tuple(structs.replace(said, speaker=endless) for said in story.utterances),
        timeline=tuple(structs.replace(entry, what=endless) for entry in story.timeline),
        names=tuple(structs.replace(name, name=endless, also=(endless,)) for name in story.names),
    )
    path = tmp_path / "endless.html"
    path.write_text(to_html(structs.replace(labelled, stories=(longer,))), "utf-8")
    page, _ = _open(browser, path.as_uri(), 390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def test_the_style_is_allowed_by_the_policy(browser: Browser, address: str) -> None:
    page, _ = _open(browser, address)
    assert page.evaluate("getComputedStyle(document.querySelector('.claim')).borderTopStyle") == "solid"
    page.close()


def test_an_amount_leads_to_its_words_and_the_words_lead_back(browser: Browser, address: str) -> None:
    page, _ = _open(browser, address)
    amount = page.locator(".claim .amount").first
    words = amount.get_attribute("title")
    amount.click()
    target = page.locator(":target")
    assert target.inner_text() == words
    assert target.is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector(':target')).boxShadow") != "none"
    target.locator("a").click()
    assert page.locator(":target").get_attribute("id") == "s1-c1"
    page.close()


@pytest.mark.parametrize("dark", [False, True])
def test_text_stands_out_from_its_ground_in_light_and_dark(browser: Browser, address: str, *, dark: bool) -> None:
    page, _ = _open(browser, address, dark=dark)
    for selector in (
        ".muted",
        ".badge",
        ".amount",
        ".chain",
        ".tally li",
        ".body .figure",
        ".body .quote",
        "ins",
        "nav a",
    ):
        for element in page.locator(selector).all()[:12]:
            assert element.evaluate(CONTRAST) >= READABLE, selector
    page.close()


def test_headings_go_down_step_by_step(browser: Browser, address: str) -> None:
    page, _ = _open(browser, address)
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(heading => +heading.tagName[1])")
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    page.close()


def test_every_drawing_says_in_words_what_it_shows(browser: Browser, address: str) -> None:
    page, _ = _open(browser, address)
    silent = "[...document.querySelectorAll('svg[role=img]')].filter(svg => !svg.getAttribute('aria-label')).length"
    assert page.evaluate(silent) == 0
    assert page.locator("svg[role=img]").count() > 10
    page.close()


def test_the_keyboard_reaches_the_dossier_first_and_then_every_section(browser: Browser, address: str) -> None:
    page, _ = _open(browser, address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#s1-reports"
    page.close()
