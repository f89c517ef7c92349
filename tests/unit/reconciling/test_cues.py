import pytest

from twosource.reconciling.cues import added, ballot, is_norm, moves, of_more, parts_off, rate, told_as_past
from twosource.records import Span


def _spans(sentence: str, words: str) -> tuple[Span, Span]:
    start = sentence.index(words)
    return (
        Span(report="r", start=0, end=len(sentence), words=sentence),
        Span(report="r", start=start, end=start + len(words), words=words),
    )


@pytest.mark.parametrize(
    ("sentence", "words", "past"),
    [
        ("The toll rose to 41 from 17.", "17", True),
        ("The toll climbed from 17 on Monday to 41.", "17", True),
        ("There are 19 cases, up from 14 at the start.", "14", True),
        ("It arrives at 41% instead of 52%.", "52%", True),
        ("The ministry, which put the toll at 41, is cautious.", "41", False),
        ("The toll rose to 41.", "41", False),
        ("It measured 6.4, up from an initial 6.1.", "6.1", True),
        ("The operator published 92 and quietly took it back in April.", "92", True),
        ("The commander no longer defends his 900.", "900", True),
        ("The ministry retracted its earlier figure of 52.", "52", True),
        ("The army withdrew 900 men from the pass.", "900", False),
        ("An aircraft dropped 2 bombs.", "2", False),
    ],
)
def test_what_was_so_before_is_told_as_past(sentence: str, words: str, *, past: bool) -> None:
    assert told_as_past(*_spans(sentence, words)) is past


@pytest.mark.parametrize(
    ("sentence", "words", "per"),
    [
        ("It costs 12 million lei a day.", "12 million lei", "day"),
        ("Each family gets 50,000 pounds.", "50,000 pounds", "each"),
        ("They paid 300 apiece.", "300", "each"),
        ("To every household that lost its roof in the storm she promises 5,000 euros.", "5,000 euros", "each"),
        ("Every household lost its roof. She promises 5,000 euros.", "5,000 euros", ""),
        ("It cost 12 million lei.", "12 million lei", ""),
    ],
)
def test_a_rate_is_told_from_a_whole(sentence: str, words: str, per: str) -> None:
    assert rate(*_spans(sentence, words)) == per


@pytest.mark.parametrize(
    ("sentence", "words", "on_top"),
    [
        ("A further 3 people died of burns.", "3", True),
        ("Nine more, 9 in all, were found.", "9", False),
        ("They found 9 more before dawn.", "9", True),
        ("More than 9 people died.", "9", False),
        ("Where are the other 9, nobody says.", "9", True),
    ],
)
def test_numbers_that_come_on_top(sentence: str, words: str, *, on_top: bool) -> None:
    assert added(*_spans(sentence, words)) is on_top


def test_one_number_gives_way_to_another() -> None:
    assert moves(", then ", "The company offered ")
    assert not moves(" people and hurt ", "It killed ")


def test_long_strange_sentences_are_read_in_no_time() -> None:
    sentence = "from " * 4000 + "17 to 41 " + "to " * 4000
    assert told_as_past(*_spans(sentence, "17"))


def test_a_number_of_another_is_its_part() -> None:
    assert parts_off(" of the plant's ")
    assert parts_off(" out of ")
    assert not parts_off(" people of whom ")


@pytest.mark.parametrize(
    ("between", "before", "gives_way"),
    [
        (" to ", "The price went from ", True),
        (" votes to ", "It passed by ", False),
        (" percent, applies from 1 April, and the second, of ", "The first increase, of ", False),
        (", up from ", "There were ", True),
        (" dead and not ", "There were ", True),
        (" of whom are not ", "Of these ", False),
        (" but ", "The number of posts is not ", True),
        (" posts; it stands at ", "The number is not ", True),
        (" posts; it stands at ", "The number is ", False),
        (" more, after an offer of ", "They are to get ", True),
        (" more, after a strike of ", "They are to get ", False),
    ],
)
def test_only_the_words_next_to_a_number_make_it_give_way(between: str, before: str, *, gives_way: bool) -> None:
    assert moves(between, before) is gives_way


def test_what_a_speaker_began_with_is_past() -> None:
    assert told_as_past(*_spans("In a first statement the mill had spoken of 240 sacks.", "240"))
    assert not told_as_past(*_spans("In a first statement the mill spoke of 240 sacks.", "240"))


@pytest.mark.parametrize(
    ("sentence", "words", "told"),
    [
        ("On a turnout of 74%, 61% voted in favour and 39% against.", "74%", "turnout"),
        ("On a turnout of 74%, 61% voted in favour and 39% against.", "61%", "for"),
        ("On a turnout of 74%, 61% voted in favour and 39% against.", "39%", "against"),
        ("Voters backed the plan by 58.4 percent to 41.6.", "41.6", "against"),
        ("With 97% of the papers counted, turnout stood at 41%.", "97%", ""),
        ("A poll in May had shown 44% in favour.", "44%", "asked for"),
        ("The vaccine showed an efficacy of 68%.", "68%", ""),
    ],
)
def test_what_a_share_says_of_a_vote_is_read_beside_it(sentence: str, words: str, told: str) -> None:
    assert ballot(*_spans(sentence, words)) == told


@pytest.mark.parametrize(
    ("words", "number", "told"),
    [
        ("In the whole war more than 38,000 have fallen.", "38,000", True),
        ("So far this year 61 fires were counted nationwide.", "61", True),
        ("At the pass 40 have fallen.", "40", False),
    ],
)
def test_a_number_of_a_whole_war_or_country_is_of_more_than_the_affair(words: str, number: str, told: bool) -> None:  # noqa: FBT001
    assert of_more(*_spans(words, number)) is told


@pytest.mark.parametrize(
    ("words", "number", "norm"),
    [
        ("The plan calls for 100 in the tank.", "100", True),
        ("The truck was doing 92 where 30 is allowed.", "30", True),
        ("The truck was doing 92 where 30 is allowed.", "92", False),
        ("Its own rules had promised 100.", "100", True),
        ("The inspectors found 28 in the tank.", "28", False),
    ],
)
def test_what_is_called_for_or_allowed_is_told_from_what_was_measured(words: str, number: str, norm: bool) -> None:  # noqa: FBT001
    assert is_norm(*_spans(words, number)) is norm


def test_a_number_of_four_days_is_of_more_than_one_day() -> None:
    assert of_more(*_spans("Over four days 2,310 flights were cancelled.", "2,310"))
    assert not of_more(*_spans("On Monday 620 flights were cancelled.", "620"))
