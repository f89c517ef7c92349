"""In: the samples. Out: `docs/pictures/desk-*.png`, the pages of a desk that holds them, as Chromium draws them.

usage: desk_pictures.py [FOLDER]
"""

import sys
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from twosource.desk import Desk
from twosource.store import open_store
from twosource.web.app import make_app, make_site

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = "/usr/bin/chromium"
SAMPLES = ("hospital-strike", "norivax-recall", "ferry-capsize")
NOW = "2025-05-03T14:05:00Z"
#: What is pictured: a name, which page, how wide and high, dark or light, how far down.
PICTURES = (
    ("stories", "/stories", 1100, 560, "light", 0),
    ("story", "{story}", 1100, 900, "light", 0),
    ("claim", "{claim}", 1100, 1000, "light", 0),
    ("origins", "{claim}", 1100, 760, "light", "#origins"),
    ("report", "{report}", 1100, 900, "light", 0),
    ("names", "{story}/names", 1100, 640, "light", 0),
    ("intake", "/intake", 1100, 760, "light", 0),
    ("story-narrow", "{story}", 390, 844, "light", 0),
    ("claim-narrow-dark", "{claim}", 390, 844, "dark", 0),
    ("tolls-dark", "{story}", 1100, 620, "dark", "#tolls"),
)


def main() -> None:
    """Fill a store, serve it, and take the pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    with tempfile.TemporaryDirectory() as place:
        store = open_store(str(Path(place) / "desk.db"), create=True)
        desk = Desk(store)
        for number, sample in enumerate(SAMPLES):
            desk.add([ROOT / "samples" / sample], now=NOW.replace(":05:", f":0{number}:"))
        server = uvicorn.Server(uvicorn.Config(make_app(make_site(store)), port=0, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        base = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            take(browser, base, folder)
            browser.close()
        server.should_exit = True
        thread.join()
        store.close()


def take(browser: Browser, base: str, folder: Path) -> None:
    """Picture each page of the table."""
    page = browser.new_page()
    listed = page.request.get(f"{base}/stories.json").json()["stories"]
    story = next(f"/stories/{one['id']}" for one in listed if "ferry" in one["title"])
    told = page.request.get(f"{base}{story}.json").json()
    named = {
        "story": story,
        "claim": next(one["address"] for one in told["disputed"] + told["shared"] if "board" in one["question"]),
        "report": page.request.get(f"{base}{story}/reports.json").json()["reports"][1]["address"],
    }
    page.close()
    for name, address, width, height, scheme, down in PICTURES:
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(base + address.format(**named) + (str(down) if down else ""))
        page.screenshot(path=folder / f"desk-{name}.png")
        page.close()
    sys.stdout.write(f"{len(PICTURES)} pictures in {folder}\n")


if __name__ == "__main__":
    main()
