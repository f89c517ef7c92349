"""The desk in a real Chromium; skipped where none is installed."""

import itertools
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from desk_of import change, keep, site_of
from playwright.sync_api import Browser, FilePayload, Page, sync_playwright

from twosource.records import Dossier
from twosource.store import Store
from twosource.web.app import make_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
TARGET = 24  # WCAG AA for what is pressed, in pixels
WIDE, NARROW = 1280, 390
STORY = "/stories/s0"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@contextmanager
def _served(store: Store) -> Iterator[str]:
    """The base address of a desk that is served from a thread."""
    site = site_of(store)
    server = uvicorn.Server(uvicorn.Config(make_app(site), port=0, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def desk(labelled: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk that is only read: a report of it has two versions."""
    store = keep(labelled, tmp_path_factory.mktemp("desk") / "desk.db")
    change(store, labelled.stories[0].reports[0].id, labelled.stories[0].reports[0].text.replace("17", "19", 1))
    with _served(store) as base:
        yield base
    store.close()


@pytest.fixture
def own_desk(labelled: Dossier, tmp_path: Path) -> Iterator[str]:
    """A desk for one test, that may be judged in."""
    store = keep(labelled, tmp_path / "desk.db")
    with _served(store) as base:
        yield base
    store.close()


def _open(
    browser: Browser, address: str, width: int = WIDE, *, dark: bool = False, script: bool = True
) -> tuple[Page, list[str]]:
    """A page in a context of its own, and what the browser complained of or asked for elsewhere."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        java_script_enabled=script,
    )
    page = context.new_page()
    base = "/".join(address.split("/")[:3])
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(base) else said.append(request.url))
    page.goto(address)
    return page, said


def _json(page: Page, address: str) -> dict[str, object]:
    found = page.request.get(address)
    assert found.ok
    return dict(found.json())


def _addresses(page: Page, base: str) -> list[str]:
    """Every kind of page, of single things too."""
    claim = _claim(page, base)
    reports = _json(page, f"{base}{STORY}/reports.json")["reports"]
    one, other = (report["id"] for report in reports[:2])  # type: ignore[index]
    versions = _json(page, f"{base}/reports/{one}.json")["versions"]
    return [
        "/stories",
        STORY,
        f"{STORY}/claims",
        claim,
        f"{STORY}/reports",
        f"{STORY}/apart",
        f"{STORY}/quotes",
        f"{STORY}/timeline",
        f"{STORY}/names",
        f"/reports/{one}?at=10-40",
        f"/compare?a={one}&b={other}",
        versions[1]["address"],  # type: ignore[index]
        "/search?q=ferry",
        "/search?q=killed+%3E+10",
        "/news?show=all",
        "/judgements",
        "/intake",
        "/help",
        "/login",
    ]


def _claim(page: Page, base: str) -> str:
    story = _json(page, f"{base}{STORY}.json")
    return str((story["disputed"] or story["shared"])[0]["address"])  # type: ignore[index]


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_every_page_fits_its_window_and_asks_for_nothing_elsewhere(browser: Browser, desk: str, width: int) -> None:
    page, said = _open(browser, f"{desk}/stories", width)
    for address in _addresses(page, desk):
        page.goto(desk + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    assert said == []
    page.context.close()


@pytest.mark.parametrize(("width", "dark"), [(WIDE, False), (NARROW, True)])
def test_axe_finds_nothing_serious(browser: Browser, desk: str, width: int, *, dark: bool) -> None:
    page, _ = _open(browser, f"{desk}/stories", width, dark=dark)
    for address in _addresses(page, desk):
        page.goto(desk + address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        found = Axe().run(page).response["violations"]
        serious = [
            (one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in {"serious", "critical"}
        ]
        assert serious == [], address
    page.context.close()


def test_headings_go_down_step_by_step(browser: Browser, desk: str) -> None:
    page, _ = _open(browser, f"{desk}/stories")
    for address in _addresses(page, desk):
        page.goto(desk + address)
        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(heading => +heading.tagName[1])")
        assert levels[0] == 1, address
        assert levels.count(1) == 1, address
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), address
    page.context.close()


def test_what_is_pressed_is_large_enough(browser: Browser, desk: str) -> None:
    page, _ = _open(browser, f"{desk}/stories", NARROW)
    small = """least => [...document.querySelectorAll('button, summary, select, input:not([type=hidden]), nav a')]
      .filter(one => one.offsetParent !== null && !one.closest('.hush'))
      .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect().height])
      .filter(([_, height]) => height > 1 && height < least)"""
    for address in _addresses(page, desk):
        page.goto(desk + address)
        assert page.evaluate(small, TARGET) == [], address
    page.context.close()


def test_the_keyboard_goes_through_lists_and_between_pages(browser: Browser, desk: str) -> None:
    page, _ = _open(browser, f"{desk}{STORY}/claims")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("[data-item]").nth(1)
    assert page.evaluate("document.activeElement.href") == second.locator("a").first.evaluate("link => link.href")
    page.keyboard.press("k")
    first = page.locator("[data-item] a").first
    assert page.evaluate("document.activeElement.href") == first.evaluate("link => link.href")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("jgs?")
    assert page.input_value("#q") == "jgs?"
    page.locator("h1").click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("g")
    page.keyboard.press("n")
    page.wait_for_url("**/news")
    page.keyboard.press("?")
    page.wait_for_url("**/help")
    page.context.close()


def test_the_first_tab_leads_past_the_head(browser: Browser, desk: str) -> None:
    page, _ = _open(browser, f"{desk}{STORY}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.context.close()


def test_a_number_leads_to_its_words_and_these_lead_back(browser: Browser, desk: str) -> None:
    page, _ = _open(browser, f"{desk}{STORY}")
    amount = page.locator(".claim .amount").nth(1)
    words = amount.get_attribute("title")
    amount.click()
    target = page.locator(":target")
    assert target.inner_text() == words
    target.locator("a").first.click()
    assert page.locator(".claim-top h1").is_visible()
    page.context.close()


def test_on_paper_there_is_nothing_to_press(browser: Browser, desk: str) -> None:
    page, _ = _open(browser, f"{desk}{STORY}")
    page.emulate_media(media="print")
    for address in _addresses(page, desk)[:10]:
        page.goto(desk + address)
        assert page.locator("button:visible").count() == 0, address
        assert page.locator("h1").is_visible()
    page.context.close()


def _recorded(page: Page) -> str:
    page.wait_for_selector(".flash")
    return page.inner_text(".flash")


def _judge(page: Page, summary: str) -> None:
    """Unfold the form of this summary, which takes its name from the browser by now."""
    page.locator(f"details.judge > summary:has-text('{summary}')").first.click()


@pytest.mark.parametrize(("width", "script"), [(WIDE, True), (NARROW, True), (NARROW, False)])
def test_every_judgement_is_made_where_its_thing_stands_and_undone(
    browser: Browser, own_desk: str, width: int, *, script: bool
) -> None:
    page, said = _open(browser, f"{own_desk}/stories", width, script=script)
    claim = _claim(page, own_desk)

    page.goto(own_desk + claim)
    page.locator(".edge-list button").first.click()
    page.fill("#by", "Ada Lux")  # asked once
    page.click("main .way button")
    assert "two voices" in _recorded(page)
    page.click(".flash button")
    assert "Undone" in _recorded(page)

    for button in ("It is as read", "It is no figure", "It answers another question"):
        page.goto(own_desk + claim)
        _judge(page, "Judge this reading")
        page.locator(f".quicks button:has-text('{button}')").first.click()
        _recorded(page)
        page.click(".flash button")
        assert "Undone" in _recorded(page)

    page.goto(own_desk + claim)
    _judge(page, "Judge this reading")
    form = page.locator("form:has(select[name=slot])").first
    form.locator("select").select_option("about")
    form.locator("[name=value]").fill("yes")
    form.locator("button").click()
    assert "about" in _recorded(page)

    page.goto(own_desk + claim)
    _judge(page, "Judge this reading")
    page.locator("form:has(select[name=to]) button").first.click()
    assert "the question of" in _recorded(page)
    page.click(".flash button")

    page.goto(own_desk + claim)
    _judge(page, "Another claim asks the same")
    page.locator("form:has(#jc-b) button").click()
    assert "one question" in _recorded(page)
    page.click(".flash button")

    page.goto(own_desk + claim)
    _judge(page, "Two of these origins are one")
    page.locator("form:has(#jo-a) button").click()
    assert "one origin" in _recorded(page)

    _judge_names_and_stories(page, own_desk)
    assert [one for one in said if "404" not in one] == []
    page.context.close()


def _judge_names_and_stories(page: Page, own_desk: str) -> None:
    page.goto(f"{own_desk}{STORY}/names")
    page.locator(".forms-of button").first.click()
    assert "are two" in _recorded(page)
    _judge(page, "Two names are of one")
    names = _json(page, f"{own_desk}{STORY}/names.json")["names"]
    page.fill("#sn-a", names[-1]["name"])  # type: ignore[index]
    page.fill("#sn-b", names[-2]["name"])  # type: ignore[index]
    page.locator("form:has(#sn-a) button").click()
    assert "are one" in _recorded(page)

    page.goto(f"{own_desk}{STORY}/reports")
    page.locator("input[type=checkbox]").last.check()
    _judge(page, "The chosen reports")
    page.locator("button:has-text('Part the story')").click()
    assert "another story" in _recorded(page)

    page.goto(f"{own_desk}/judgements")
    before = page.locator(".undone").count()
    page.locator(".log form button").first.click()
    assert "Undone" in _recorded(page)
    assert page.locator(".undone").count() == before + 1


@pytest.mark.parametrize("script", [True, False])
def test_a_pasted_report_is_read_and_shown(browser: Browser, own_desk: str, *, script: bool) -> None:
    page, said = _open(browser, f"{own_desk}/intake", NARROW, script=script)
    page.fill("#text", "A bridge fell in Karsov\n\nAt least 12 people were killed when a bridge fell, police said.")
    page.fill("#outlet", "The Quay")
    page.fill("#published", "2025-05-02")
    page.click("button:has-text('Add the text')")
    page.wait_for_url("**/intake/*")
    for _ in range(120):
        if page.locator("text=1 new report").count():
            break
        if script:
            page.wait_for_timeout(500)
        else:
            time.sleep(0.5)
            page.reload()
    page.locator("main ul.changes a:has-text('A bridge fell')").click()
    assert page.inner_text("h1") == "A bridge fell in Karsov"
    assert "12 people" in page.inner_text("main")
    assert said == []
    page.context.close()


def test_dropped_files_are_taken_and_what_is_none_is_told(browser: Browser, own_desk: str) -> None:
    page, _ = _open(browser, f"{own_desk}/intake")
    photo = FilePayload(name="photo.jpg", mimeType="image/jpeg", buffer=b"\xff\xd8\xff")
    words = b"A bridge fell\n\nPolice said 12 people were killed."
    text = FilePayload(name="note.txt", mimeType="text/plain", buffer=words)
    page.set_input_files("#files", files=[photo, text])
    assert "2 files" in page.inner_text("[data-drop-says]")
    page.click("button:has-text('Add the files')")
    page.wait_for_selector("text=photo.jpg")
    page.wait_for_selector("a.go")
    assert "photo.jpg" in page.inner_text("main")
    page.context.close()
