"""In: a store. Out: how long its pages take, the first time and again, in wall clock and processor time.

usage: bench_web.py ADDRESS

ADDRESS is a store as `bench_store.py` makes one. The largest story is the one whose pages are measured. Each page is
asked for in a process that has drawn other pages before, so that only the page itself is counted.
"""

import asyncio
import sys
import time

import httpx

from twosource.store import open_store
from twosource.web.app import make_app, make_site

SECTIONS = ("", "/claims", "/reports", "/quotes", "/timeline", "/names")


async def measure(address: str) -> None:
    """Print a row for each page."""
    store = open_store(address)
    site = make_site(store)
    transport = httpx.ASGITransport(app=make_app(site))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        await client.get("/help")
        await client.get("/stories?q=nothing-has-these-words")
        smallest = (await client.get("/stories.json?order=title")).json()["stories"][0]["id"]
        await client.get(f"/stories/{smallest}")
        largest = (await client.get("/stories.json?order=size")).json()["stories"][0]
        story = f"/stories/{largest['id']}"
        report = (await client.get(f"{story}/reports.json")).json()["reports"][0]["address"]
        print(f"the largest story has {largest['reports']:,} reports and {largest['claims']:,} claims")
        print(f"{'page':<28}{'first':>9}{'again':>9}{'processor':>11}{'kB':>7}")
        pages = ["/stories", "/stories?start=10000", "/search?q=harbour", "/news", "/judgements"]
        pages += [story + section for section in SECTIONS] + [report]
        for page in pages:
            site.shelf.forget()
            spent = []
            for _ in range(2):
                begun, used = time.perf_counter(), time.process_time()
                answer = await client.get(page)
                spent.append((time.perf_counter() - begun, time.process_time() - used))
            name = page.replace(story, "/stories/LARGEST").replace(report, "/reports/REPORT")
            print(
                f"{name:<28}{spent[0][0] * 1000:>6.0f} ms{spent[1][0] * 1000:>6.0f} ms{spent[0][1] * 1000:>8.0f} ms"
                f"{len(answer.content) / 1000:>7.0f}"
            )
    store.close()


if __name__ == "__main__":
    asyncio.run(measure(sys.argv[1]))
