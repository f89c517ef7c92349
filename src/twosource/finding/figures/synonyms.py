"""In: what an open predicate says. Out: one word for one thing, however the reports word it."""

_GROUPS = {
    "closed": "shut, shuttered, shut down, closed down, boarded up",
    "cancelled": "canceled, scrapped, called off",
    "postponed": "deferred, put off, put back, pushed back",
    "destroyed": (
        "razed, levelled, leveled, flattened, gutted, torched, obliterated, wrecked, downed, wiped out, knocked out,"
        " blown up, burned down, burnt down, taken out, shot down, brought down"
    ),
    "vaccinated": "inoculated, immunised, immunized, jabbed",
    "flooded": "submerged, inundated, swamped, under water",
    "washed away": "swept away, carried away",
    "without power": "without electricity, without light, lost power",
    "distributed": "handed out, given out, passed out",
    "seized": "confiscated, impounded",
    "found": "discovered, located, turned up",
    "examined": "inspected, checked, audited, vetted",
    "waiting": "waited, queued, in line, lined up, queued up",
    "escaped": "got out, got away, slipped away, broken out, slipped out, run away",
    "questioned": "interrogated, interviewed",
    "on strike": "walked out, downed tools, stopped work",
    "hired": "recruited, taken on",
    "remaining": "remained, stayed behind, left behind",
    "repaired": "mended, fixed, put right",
    "launched": "sent up",
    "rebuilt": "reconstructed",
    "produced": "turned out, churned out",
    "bought": "purchased, acquired",
    "built": "constructed, erected, put up",
    "removed": "taken away, taken down, struck out, struck off",
}
_SAME = {phrase: name for name, row in _GROUPS.items() for phrase in row.split(", ")}


def canonical(measure: str) -> str:
    """The common word for a measure: "shut" and "boarded up" are "closed"; one without a group is itself."""
    return _SAME.get(measure, measure)
