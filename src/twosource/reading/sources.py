"""In: a folder, file or standard input. Out: Reports and Problems."""

import json
from pathlib import Path

from twosource.records import Day, Problem, Report


def read_source(source: str | Path, largest: int) -> tuple[list[Report], list[Problem]]:
    """Read a folder of reports (stub)."""
    folder = Path(source)
    rows = {r["id"]: r for p in (folder / "reports.json", folder.parent / "reports.json") if p.exists() for r in json.loads(p.read_text())}
    files = sorted(folder.rglob("*.txt"))
    out = []
    for f in files:
        r = rows.get(f.stem, {})
        pub = r.get("published")
        out.append(Report(id=f.stem, text=f.read_text("utf-8"), outlet=r.get("outlet"), url=r.get("url"), published=Day(value=pub, how="given") if pub else None))
    return out, []
