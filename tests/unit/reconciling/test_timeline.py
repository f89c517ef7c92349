"""How the times of many reports become one timeline."""

import msgspec

from twosource.reconciling.timeline import build_timeline
from twosource.records import Day, Mentions, Report, Span, Time, TimelineEntry

WORDS = "On Monday the ferry sank."


def time(report: str, days: str, verb: str, *terms: str, happening: bool = True, at: int = 3) -> Time:
    start, _, end = days.partition("/")
    return Time(
        span=Span(report=report, start=at, end=at + 6, words="Monday"),
        sentence=Span(report=report, start=0, end=25, words=WORDS),
        type="DATE",
        value=start,
        start=start,
        end=end or start,
        happening=happening,
        what=" ".join((*terms, verb)),
        verb=verb,
        terms=(*terms, verb),
    )


def build(*times: Time) -> tuple[TimelineEntry, ...]:
    names = sorted({one.span.report for one in times})
    reports = [Report(id=name, text=WORDS, published=Day(value="2025-03-01", how="given")) for name in names]
    return build_timeline(
        reports, [Mentions(report=name, times=tuple(t for t in times if t.span.report == name)) for name in names]
    )


OTHERS = (
    time("a", "2025-01-01", "open", "school", "village", at=100),
    time("b", "2025-01-02", "vote", "council", "budget", at=100),
    time("c", "2025-01-04", "resign", "minister", at=100),
)


def test_one_happening_told_by_two_reports_is_one_entry() -> None:
    found = build(
        time("a", "2025-02-10", "sink", "ferry", "cape"), time("b", "2025-02-10", "sink", "ferry", "storm"), *OTHERS
    )
    entry = next(one for one in found if one.start == "2025-02-10")
    assert [span.report for span in entry.mentions] == ["a", "b"]


def test_two_happenings_of_one_day_are_two_entries() -> None:
    found = build(
        time("a", "2025-02-10", "sink", "ferry", "cape"), time("b", "2025-02-10", "elect", "mayor", "town"), *OTHERS
    )
    assert len([one for one in found if one.start == "2025-02-10"]) == 2


def test_a_coarser_time_is_an_entry_of_its_own_and_no_dispute() -> None:
    found = build(
        time("a", "2025-02-10", "sink", "ferry", "cape", "storm"),
        time("b", "2025-02-01/2025-02-28", "sink", "ferry", "cape", "storm"),
        *OTHERS,
    )
    told = [one for one in found if one.start.startswith("2025-02")]
    assert [(one.start, one.end, one.disputed) for one in told] == [
        ("2025-02-01", "2025-02-28", None),
        ("2025-02-10", "2025-02-10", None),
    ]


def test_one_happening_on_two_days_is_disputed() -> None:
    found = build(
        time("a", "2025-02-10", "sink", "ferry", "cape", "storm"),
        time("b", "2025-02-12", "sink", "ferry", "cape", "storm"),
        *OTHERS,
    )
    first, second = (one for one in found if one.start.startswith("2025-02"))
    assert first.disputed is not None
    assert first.disputed == second.disputed


def test_a_statement_repeated_on_another_day_is_no_dispute() -> None:
    found = build(
        time("a", "2025-02-10", "say", "ministry", "toll", "ferry"),
        time("b", "2025-02-12", "say", "ministry", "toll", "ferry"),
        *OTHERS,
    )
    assert all(one.disputed is None for one in found)


def test_one_report_does_not_dispute_itself() -> None:
    found = build(
        time("a", "2025-02-10", "sink", "ferry", "cape", "storm"),
        time("a", "2025-02-12", "sink", "ferry", "cape", "storm", at=200),
        *OTHERS,
    )
    assert all(one.disputed is None for one in found)


def test_what_is_no_happening_is_left_out_and_order_changes_nothing() -> None:
    times = [
        time("a", "2025-02-10", "sink", "ferry"),
        time("b", "2025-02-11", "sink", "ferry", happening=False),
        *OTHERS,
    ]
    assert build(*times) == build(*times[::-1])
    assert all(one.start != "2025-02-11" for one in build(*times))


def test_two_days_that_follow_one_another_are_one_range() -> None:
    words = "They marched on Monday and Tuesday."
    sentence = Span(report="a", start=0, end=len(words), words=words)
    first, second = (
        msgspec.structs.replace(
            time("a", day, "march", "crowd"),
            sentence=sentence,
            span=Span(report="a", start=at, end=end, words=words[at:end]),
        )
        for day, at, end in (("2025-02-10", 16, 22), ("2025-02-11", 27, 34))
    )
    entry = next(one for one in build(first, second, *OTHERS) if one.start == "2025-02-10")
    assert (entry.end, entry.mentions[0].words) == ("2025-02-11", "Monday and Tuesday")


def test_the_sentence_that_points_back_can_show_that_two_months_date_one_happening() -> None:
    june = time("a", "2025-06-01/2025-06-30", "broadcast", "medium", "picture", "envoy", "coffin", "flag")
    july = msgspec.structs.replace(
        time("b", "2025-07-01/2025-07-31", "honour", "soldier"), echo=("medium", "picture", "envoy", "coffin", "cry")
    )
    entries = [entry for entry in build(june, july, *OTHERS) if entry.disputed]
    assert [entry.start for entry in entries] == ["2025-06-01", "2025-07-01"]
    alone = msgspec.structs.replace(july, echo=())
    assert not any(entry.disputed for entry in build(june, alone, *OTHERS))


def ends(words: str, first: str, last: str) -> list[tuple[str, str]]:
    """The entries of a report that says `first` (3 May) and `last` (9 May) in one sentence."""
    sentence = Span(report="a", start=0, end=len(words), words=words)
    found = []
    for said, day in ((first, "2025-05-03"), (last, "2025-05-09")):
        at = words.index(said)
        one = time("a", day, "sell", "milk", at=at)
        span = Span(report="a", start=at, end=at + len(said), words=said)
        found.append(msgspec.structs.replace(one, span=span, sentence=sentence))
    return [(one.start, one.end) for one in build(*found)]


def test_days_with_between_before_them_are_a_range() -> None:
    assert ends("Sold between 3 and 9 May.", "3", "9 May") == [("2025-05-03", "2025-05-09")]
    assert ends("Sold between the 3rd and the 9th.", "3rd", "9th") == [("2025-05-03", "2025-05-09")]
    assert ends("Sold on 3 and 9 May.", "3", "9 May") == [("2025-05-03", "2025-05-03"), ("2025-05-09", "2025-05-09")]
