"""Renderings of one saying are one utterance; what another said, or said again, is not."""

import pytest

from twosource.reconciling.utterances import group_quotes, name_speakers
from twosource.records import Link, Mentions, Quote, Report, Span, Utterance


def group(*rows: tuple[str, str | None, str]) -> tuple[Utterance, ...]:
    """Utterances of quotes given as (report, speaker, words)."""
    found: dict[str, list[Quote]] = {}
    for number, (report, speaker, words) in enumerate(rows):
        span = Span(report=report, start=number * 1000, end=number * 1000 + len(words), words=words)
        quote = Quote(id=f"q{number}", span=span, speaker=speaker, utterance=f"q{number}")
        found.setdefault(report, []).append(quote)
    reports = [Report(id=report, text="") for report in sorted(found)]
    mentions = [Mentions(report=report, quotes=tuple(found[report])) for report in sorted(found)]
    return group_quotes(reports, mentions, ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We lost the barn and the dog,", "We lost the barn"),
        ("We count people, we do not count hopes,", "We count people, not dreams,"),
        ("I have thirty-seven names here,", "I have 37 names,"),
        (
            "The paper says one thing. We all know the sea says another.",
            "The paper says one thing … the sea says another",
        ),
        ("There was no roof any more, only the sky and the dust.", "no roof any more, only dust."),
        ("Not one door in my shop was locked,", "no door of mine was ever locked"),
    ],
)
def test_renderings_of_one_speaker_are_one(one: str, other: str) -> None:
    assert len(group(("a", "Mara Lind", one), ("b", "Mara Lind", other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Mara Lind", "We lost the barn"), ("Mara Lind", "The bridge is safe again")),
        (("Mara Lind", "We lost the barn"), ("Olaf Brandt", "We lost a barn too, and the mill,")),
        (
            ("Mara Lind", "They took two years from each of us"),
            ("Mara Lind", "I told them they took two years from us"),
        ),
        ((None, "it was a very bad day"), ("Mara Lind", "the day was long and the road was bad")),
    ],
)
def test_other_sayings_stay_apart(one: tuple[str | None, str], other: tuple[str | None, str]) -> None:
    assert len(group(("a", *one), ("b", *other))) == 2


def test_an_unknown_speaker_is_told_by_the_other_report() -> None:
    (utterance,) = group(("a", None, "We lost the barn"), ("b", "Mara Lind", "We lost the barn and the dog,"))
    assert utterance.speaker == "Mara Lind"
    assert utterance.speakers == ()


def test_a_bare_office_is_no_speaker_of_its_own() -> None:
    (utterance,) = group(("a", "the minister", "We lost the barn"), ("b", "Mara Lind", "We lost the barn and the dog,"))
    assert utterance.speakers == ()


def test_the_same_words_of_two_speakers_are_a_dispute() -> None:
    words = "We were wrong about the slopes and right about the plain,"
    (utterance,) = group(("a", "Mara Lind", words), ("b", "Olaf Brandt", words))
    assert utterance.speakers == ("Mara Lind", "Olaf Brandt")


def test_differences_are_told_in_words() -> None:
    (utterance,) = group(("a", "Mara Lind", "only the sky and the dust"), ("b", "Mara Lind", "only the sky"))
    assert utterance.differences == ("cut: ‘and the dust’",)
    (utterance,) = group(
        ("a", "Mara Lind", "We found six dead men here"), ("b", "Mara Lind", "We found six bodies here")
    )
    assert utterance.differences == ("‘bodies’ for ‘dead men’",)


def test_the_order_of_reports_changes_nothing() -> None:
    rows = (
        ("a", "Mara Lind", "We lost the barn"),
        ("b", None, "We lost the barn and the dog"),
        ("c", "Olaf", "I was here"),
    )
    one = group(*rows)
    reports = [Report(id=report, text="") for report, *_ in rows]
    mentions = [
        Mentions(
            report=report,
            quotes=(
                Quote(
                    id=f"q{number}",
                    span=Span(report=report, start=number * 1000, end=number * 1000 + len(words), words=words),
                    speaker=speaker,
                    utterance=f"q{number}",
                ),
            ),
        )
        for number, (report, speaker, words) in enumerate(rows)
    ]
    assert group_quotes(reports[::-1], mentions[::-1], ()) == one


def test_a_headline_takes_the_speaker_and_chain_of_its_words_below() -> None:
    def quote(key: str, start: int, words: str, speaker: str | None, chain: tuple[Link, ...]) -> Quote:
        span = Span(report="a", start=start, end=start + len(words), words=words)
        return Quote(id=key, span=span, speaker=speaker, chain=chain, utterance=key)

    chain = (Link(name="Kesh Radio", kind="outlet"), Link(name="Mara Lind", kind="person"))
    above = quote("q0", 0, "We lost the barn", None, ())
    below = quote("q1", 500, "We lost the barn and the dog,", "Mara Lind", chain)
    mentions = [Mentions(report="a", quotes=(above, below))]
    utterances = group_quotes([Report(id="a", text="")], mentions, ())
    (named,) = name_speakers(mentions, utterances)
    assert [(one.speaker, one.chain) for one in named.quotes] == [("Mara Lind", chain), ("Mara Lind", chain)]
