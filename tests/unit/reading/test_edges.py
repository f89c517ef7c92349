"""What stands above a headline and below the last sentence of a page of another site's taste."""

import pytest

from twosource.reading.describe import describe
from twosource.reading.edges import is_house_talk
from twosource.reading.lines import lines_of, stems
from twosource.reading.plates import is_plate
from twosource.records import Report

TITLE = "Bridge at Holm closed after crack is found"
TEXT = (
    "The bridge at Holm was closed on Monday after a diver found a crack, the harbour master said.\n\n"
    "Some 400 lorries a day must take the road through Vik, said the mayor, Ada Lind.\n\n"
    "The repair will take nine weeks and cost 4 million crowns, the harbour master said.\n"
)


def furniture(head: str = "", foot: str = "", outlet: str = "Holm Mail") -> list[str]:
    text = "\n\n".join(part for part in (head, TITLE, TEXT.rstrip(), foot) if part) + "\n"
    (found,) = describe([Report(id="r", text=text, outlet=outlet)], None)
    return [span.words for span in found.furniture]


@pytest.mark.parametrize(
    "foot",
    [
        "Letters should carry a full postal address and no more than 200 words.",
        "This release was distributed by Fjord Wire. The sender is responsible for its content.",
        "Your gift will be used where the need is greatest.",
        "More releases from this issuer · Calendar · Media bank",
        "Printed and published by Vane Press, Mill Yard",
        "Forward this letter to a friend and win 1 ounce of tin",
        "Mail classifieds: call the front desk | Snow tyres, nearly new",
        "Was this check useful? Yes / No",
        "Delivery problems? Call 555-0101 before 10 a.m.",
        "Old Hand   3 hours ago   About time too",
        "Our reporters do not accept gifts or herring.",
        "Do not reply to this address.",
        "Tomorrow in the Mail: who pays for the bridge?",
        "The Mail belongs to the Lund family.",
        "Corrections: corrections@holmmail.example",
        "Did somebody forward you this? Get your own.",
        "Seen a crack that we missed? Write to us and we will go and look.",
        "Put your question: 0800 HOLM or at the stall on the quay",
        "This page refreshes by itself.",
        "Today's paper as PDF",
        "¿Tienes fotos? Mándalas al 55 01 99",
        "PLAY: Win 400 crowns at bingo",
    ],
)
def test_house_talk_and_loose_lines_below_the_text_are_furniture(foot: str) -> None:
    assert "\n".join(furniture(foot=foot)) == foot


@pytest.mark.parametrize(
    "foot",
    [
        "Nobody was hurt.",
        "Ada Lind, Vik",
        "- Ends -",
        "Media contact: Bo Falk, Harbour Office",
        "Our rating: FALSE.",
        "Lorries a day: 400\nWeeks of repair: 9",
        "See you on Friday,\nBo",
        "Timeline\n4.12 A diver goes down\n6.30 The bridge is closed",
        "Passengers may collect their bags at the chapel.",
        "The Holm Mail paid for its reporter's passage.",
        "NNB/Holm Mail",
        "jm/dm (NNB, dpa)",
        'Unfortunately, that day has come. "',
        "The mayor said that the town would pay for the work on the pier of the bridge",
        "The detour is shut.  [Continued]",
        "Not at work:\nA diver (ill)\nTwo masons (hurt)",
        "Our finding: exaggerated",
        "The plan of the pier, which the Holm Mail has seen, bears no name.",
        "(Mail newsroom; additional reporting by Bo Falk)",
        "Correction, 4 May: The crack is 4 metres long, not 40.",
        "What should you do? Take the road through Vik, says the mayor.",
    ],
)
def test_what_ends_an_article_is_kept(foot: str) -> None:
    assert furniture(foot=foot) == []


@pytest.mark.parametrize(
    "inside",
    [
        "[Ad] Winter tyres from 799 kr",
        "This video cannot be shown in your country",
        "Enjoy 30 days of the Mail for the price of a herring",
        "Two-minute quiz: how well do you know your bridges?",
        "Story by the same author: The whale that came to church",
        "Graphic not shown in text edition",
        "☞ The last lorry: a long read for members",
    ],
)
def test_pleas_and_pointers_between_paragraphs_are_furniture(inside: str) -> None:
    first, *rest = TEXT.split("\n\n")
    text = "\n\n".join([TITLE, first, inside, *rest])
    (found,) = describe([Report(id="r", text=text, outlet="Holm Mail")], None)
    assert [span.words for span in found.furniture] == [inside]


@pytest.mark.parametrize(
    "head",
    [
        "HOLM MAIL in English – the best of the day from the North",
        "Wednesday, May 7, 2025 | 4° | High tide 11:52",
        "Board index ‹ Roads ‹ North\nModerators: tom_tar, Fault Line Fran",
        "Holm Mail | Assine já\nMachine translated from Danish. See original.",
        "HOLM MAIL * Wednesday 7 May 2025 * The voice of the quay",
        "HOLM MAIL\nLong talk about short things",
        "Holm Mail weighs what others only shout\nAbout us / Method / Send us a claim",
        "Auto-refresh: on",
        "Holm Mail is a reader-supported paper. To receive new issues, consider becoming a subscriber.",
    ],
)
def test_the_sites_own_lines_above_the_headline_are_furniture(head: str) -> None:
    assert "\n".join(furniture(head=head)) == head


@pytest.mark.parametrize("head", ["Wednesday 7 May 2025", "HOLM MAIL\nWednesday 7 May 2025, evening", "Analysis"])
def test_the_day_and_the_kicker_above_the_headline_are_kept(head: str) -> None:
    assert furniture(head=head) == []


def test_a_readers_advice_is_kept_in_a_text_that_speaks_to_its_readers() -> None:
    first = "If you drive to Holm, leave early, and take your papers with you on the road."
    text = f"{TITLE}\n\n{first}\n\n{TEXT}\nCheck your tyres and your lamps before any of that.\n"
    (found,) = describe([Report(id="r", text=text, outlet="Holm Mail")], None)
    assert found.furniture == ()


def test_house_talk_shares_no_words_with_the_article() -> None:
    (line,) = lines_of("Your letters on the bridge, the diver and the harbour may be cut.")
    assert is_house_talk(line, frozenset())
    assert not is_house_talk(line, stems(lines_of(TEXT)))


def test_a_plate_shares_no_words_with_the_text_below() -> None:
    (line,) = lines_of("Bridge 24 ▲ 1.2% Holm 3.4")
    assert is_plate(line, frozenset(), None)
    assert not is_plate(line, stems(lines_of(TEXT)), None)


def test_a_lone_hour_in_the_text_is_a_films_length_and_several_are_entries() -> None:
    body = TEXT.split("\n\n")
    one = "\n\n".join([TITLE, body[0], "01:52", body[1], body[2]])
    many = "\n\n".join([TITLE, "10:55", body[0], "10:31", body[1], "09:20", body[2]])
    found = describe([Report(id="a", text=one, outlet=None), Report(id="b", text=many, outlet=None)], None)
    assert [[span.words for span in report.furniture] for report in found] == [["01:52"], []]
