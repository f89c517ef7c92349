from typing import Any

import pytest
from msgspec import structs
from told import figure, story

from twosource.reconciling.circumstances import of_circumstances
from twosource.reconciling.kinds import counted, stated
from twosource.reconciling.pairs import fate
from twosource.reconciling.readings import readings_of
from twosource.records import Figure


def _claims(*figures: Figure) -> list[set[str]]:
    return [set(claim.figures) for claim in story(figures).claims]


def test_counts_of_one_thing_by_several_reports_are_one_claim() -> None:
    one = figure("a", "31", "The blast at the mill killed 31 people.")
    other = figure("b", "34", "The blast at the mill killed 34 people, the mayor said.", chain=["mayor"])
    assert _claims(one, other) == [{one.id, other.id}]


@pytest.mark.parametrize(
    ("slots", "sentence"),
    [
        ({"noun": "child"}, "Nine children, 9 in all, were killed in the blast at the mill."),
        ({"measure": "injured"}, "The blast at the mill injured 9 people."),
        ({"as_of": "1998"}, "In 1998 a blast at another works killed 9 people."),
        ({"unit": "day", "measure": "duration", "noun": None}, "The search at the mill took 9 days."),
    ],
)
def test_another_population_measure_year_or_unit_is_another_claim(slots: dict[str, Any], sentence: str) -> None:
    one = figure("a", "31", "The blast at the mill killed 31 people.", as_of="2024-05-02")
    other = figure("b", "9", sentence, **slots)
    assert len(_claims(one, other)) == 2


def test_a_part_never_joins_its_whole() -> None:
    sentence = "The blast killed 31 people, 12 of them guests."
    whole = figure("a", "31", sentence)
    part = figure("a", "12", sentence, relation="part", whole=whole.id)
    assert len(_claims(whole, part)) == 2


def test_a_whole_that_words_name_is_no_rival_count_of_its_part() -> None:
    slots: dict[str, Any] = {"unit": "school", "measure": "closed", "noun": "school"}
    sentence = "The council said that 41 of the town's 64 schools had closed."
    part = figure("a", "41", sentence, **slots)
    whole = figure("a", "64", sentence, **slots)
    rival = figure("b", "51", "The union said that 51 schools had closed.", **slots, chain=["union"])
    assert any({part.id, rival.id} == claim for claim in _claims(part, whole, rival))


@pytest.mark.parametrize(("unit", "claims"), [("day", 1), ("hour", 2)])
def test_times_in_two_units_are_two_questions_unless_they_are_equal(unit: str, claims: int) -> None:
    slots: dict[str, Any] = {"measure": "duration", "noun": None}
    one = figure("a", "2", "The stoppage at the mill lasted 2 days.", unit="day", **slots)
    other = figure("b", "3", f"The stoppage at the mill lasted 3 {unit}s.", unit=unit, **slots)
    assert len(_claims(one, other)) == claims


def test_a_conversion_in_brackets_joins_what_it_converts() -> None:
    sentence = "The fire burned 46000 acres (18600 hectares) of forest."
    one = figure("a", "46000", sentence, unit="acre", measure="area burned", noun=None)
    other = figure(
        "a", "18600", sentence, unit="hectare", measure="area burned", noun=None, relation="conversion", whole=one.id
    )
    later = figure("b", "18600", "So far 18600 hectares are lost.", unit="hectare", measure="lost", noun=None)
    assert _claims(one, other, later) == [{one.id, other.id, later.id}]


def test_two_sources_of_one_sentence_are_set_against_each_other() -> None:
    sentence = "The march drew 42000 people by the count of the police and 250000 by that of the organisers."
    slots = {"measure": "attended"}
    one = figure("a", "42000", sentence, chain=["police"], **slots)
    other = figure("a", "250000", sentence, chain=["organisers"], **slots)
    assert _claims(one, other) == [{one.id, other.id}]


def test_two_sums_by_two_bodies_in_one_sentence_are_set_against_each_other() -> None:
    sentence = "The harm is put at 240 million euros by the Farmers' League and at 190 million euros by the ministry."
    slots: dict[str, Any] = {"unit": "EUR", "measure": "loss", "noun": None}
    one = figure("a", "240", sentence, chain=["Farmers' League"], **slots)
    other = figure("a", "190", sentence, **slots)
    assert _claims(one, other) == [{one.id, other.id}]


def test_one_number_of_one_unit_is_one_question_where_it_counts_no_people() -> None:
    slots: dict[str, Any] = {"unit": "%", "noun": None}
    one = figure("a", "9", "Wages at the mill will rise by 9 per cent.", measure="pay rise", **slots)
    other = figure("b", "9", "The deal gives 9 per cent in all.", measure="amount", **slots)
    assert len(_claims(one, other)) == 1
    person = figure("a", "9", "At the mill 9 fled.", measure="displaced")
    hurt = figure("b", "9", "The mill saw 9 hurt.", measure="injured")
    assert len(_claims(person, hurt)) == 2


def test_a_number_of_a_year_that_the_clause_before_names_is_none_of_the_affair() -> None:
    sentence = "It is the worst blast since 1994, when 31 people were killed on a bus."
    one = figure("a", "23", "The blast killed 23 people.", as_of="2025-10-01")
    other = figure("b", "31", sentence)
    assert len(_claims(one, other)) == 2


def test_every_figure_is_a_reading_of_exactly_one_claim() -> None:
    figures = [
        figure(report, number, f"Rescuers said {number} people were found near the {place}.", measure=measure)
        for report in "abc"
        for number, place, measure in (("12", "dam", "killed"), ("7", "weir", "rescued"), ("120", "port", "evacuated"))
    ]
    found = [name for claim in story(figures).claims for name in claim.figures]
    assert sorted(found) == sorted(one.id for one in figures)


@pytest.mark.parametrize(
    ("sentence", "words", "counts"),
    [
        ("The blast killed 31 people, 9 of them children.", "9", "child"),
        ("Nobody slept. 9 of the dead were children.", "9", "child"),
        ("“9 are children,” the doctor said.", "9", "child"),
        ("By then 9 were found.", "9", ""),
    ],
)
def test_whom_a_figure_counts_is_read_beside_it(sentence: str, words: str, counts: str) -> None:
    (_, found), said = counted(figure("a", words, sentence, noun="person"))
    assert (found, said) == (counts, True)


def test_a_noun_from_afar_is_not_sure() -> None:
    assert not stated(figure("a", "31", "The toll stood at 31 on Monday.", noun="diver"))


def test_one_number_for_two_fates_is_two_claims() -> None:
    inside = figure("a", "112", "When the roof fell 112 guests sat in the hall.", measure="inside", noun="guest")
    hurt = figure("b", "112", "Casualties rose to 112 by night.", measure="casualties", noun="person")
    dead = figure("c", "112", "Mourning for 112 dead.", measure="killed", noun="person")
    assert len(_claims(inside, hurt, dead)) == 3


def test_an_old_and_a_new_term_are_two_claims_and_an_old_and_a_new_price_are_one() -> None:
    sentence = "The law raises it from 65 to 67 next year."
    ages = [figure("a", words, sentence, unit="year", measure="age", noun=None) for words in ("65", "67")]
    prices = [figure("a", words, sentence, unit="EUR", measure="price", noun=None) for words in ("65", "67")]
    assert (len(_claims(*ages)), len(_claims(*prices))) == (2, 1)


def test_a_house_and_a_tent_of_unlike_numbers_are_not_one_for_being_counted() -> None:
    six = figure("a", "6", "Some 6 patients lost their sight.", measure="blinded", noun="patient")
    ten = figure("b", "10", "As few as 10 cells can do it.", measure="dose", unit="cell", noun="cell")
    assert len(_claims(six, ten)) == 2


def test_what_is_asked_for_and_what_is_held_out_are_two_claims() -> None:
    sentence = "The union demands a rise of 18 percent; the mill offers 7 percent."
    slots: dict[str, Any] = {"measure": "pay rise", "unit": "%", "noun": None}
    asked = figure("a", "18", sentence, chain=["union"], **slots)
    assert len(_claims(asked, figure("a", "7", sentence, chain=["mill"], **slots))) == 2


def test_the_only_number_of_dead_in_each_report_answers_one_question() -> None:
    one = figure("a", "12", "Rebels shelled the harbour overnight and 12 residents died.", noun="resident")
    other = figure("b", "31", "Doctors counted 31 dead after dark.", noun="person")
    assert _claims(one, other) == [{one.id, other.id}]


def test_a_noun_taken_from_afar_parts_no_claims() -> None:
    one = figure("a", "150", "He put the number of missing at 150 after the quake.", measure="missing", noun="rescuer")
    other = figure("b", "47", "There are 47 people missing, the minister said.", measure="missing")
    assert _claims(one, other) == [{one.id, other.id}]


@pytest.mark.parametrize(("words", "noun"), [("9 women", "woman"), ("9 bodies", "body"), ("9 children", "child")])
def test_an_irregular_plural_beside_a_number_is_its_noun(words: str, noun: str) -> None:
    assert stated(figure("a", "9", f"They found {words} by the dam.", noun=noun))


def test_what_happened_years_before_is_never_one_claim_with_todays_count() -> None:
    days = {"a": "2024-10-22", "b": "2024-10-25"}
    old = figure("a", "66", "In 1996, 66 people fell ill from raw juice.", measure="infected", as_of="1996")
    new = figure("a", "31", "Raw juice has made 31 people ill this month.", measure="infected")
    later = figure("b", "43", "Raw juice has made 43 people ill this month.", measure="infected")
    found = [set(claim.figures) for claim in story([old, new, later], days).claims]
    assert {old.id} in found
    assert {new.id, later.id} in found


def test_a_number_denied_and_the_one_given_for_it_are_one_claim() -> None:
    denied = figure(
        "a",
        "340",
        "The ministry refuted that 340 men were taken.",
        measure="captured",
        stance="denied",
        chain=["ministry"],
    )
    given = figure("a", "6", "There were 6 prisoners.", measure="captured", noun="prisoner", chain=["ministry"])
    elsewhere = figure("b", "340", "Rebels took 340 men, their leader said.", measure="captured", chain=["leader"])
    assert _claims(denied, given, elsewhere) == [{denied.id, given.id, elsewhere.id}]


def test_one_side_of_a_vote_speaks_for_one_question_and_its_turnout_against() -> None:
    slots: dict[str, Any] = {"unit": "%", "measure": "number", "noun": None}
    one = figure("a", "58.4", "The commission said 58.4 percent voted in favour.", **slots)
    other = figure("b", "57.2", "In favour were 57.2 percent, the court found.", **slots)
    turnout = figure("c", "41.7", "The turnout had been 41.7 percent, the court found.", **slots)
    found = of_circumstances(readings_of([one, other, turnout], {}, {}))
    assert found["ballot same"][0].tolist() == [1, 1, 0]
    assert found["ballot other"][0].tolist() == [0, 0, 1]


@pytest.mark.parametrize(
    ("sentence", "same"),
    [("The blast in the mill at Orvik hurt 9 people.", False), ("The blast at the mill hurt 9 people.", True)],
)
def test_a_place_that_few_reports_name_speaks_against_the_whole(sentence: str, same: bool) -> None:  # noqa: FBT001
    slots: dict[str, Any] = {"measure": "hurt", "unit": "person", "noun": None, "terms": ("mill",)}
    one = figure("a", "31", "Of those at the mill 31 were hurt.", **slots)
    other = figure("b", "9", sentence, **slots)
    found = of_circumstances(readings_of([one, other], {}, {}))
    assert bool(found["place alone"][0, 1] == 0) is same


def test_what_the_next_sentence_tells_of_before_is_one_claim_with_the_number_now() -> None:
    slots: dict[str, Any] = {"measure": "laid off", "chain": ["Union"]}
    first, second = "The Union arrives at 1960 people out of work.", "It had spoken of 2100 at first."
    now, before = figure("a", "1960", first, **slots), figure("a", "2100", second, noun=None, **slots)
    ahead = len(first) + 1
    span, sentence = before.span, before.sentence
    before = structs.replace(
        before,
        span=structs.replace(span, start=span.start + ahead, end=span.end + ahead),
        sentence=structs.replace(sentence, start=ahead, end=ahead + len(second)),
    )
    assert _claims(now, before) == [{now.id, before.id}]


def test_the_soldiers_of_two_states_are_two_claims() -> None:
    slots: dict[str, Any] = {"measure": "captured", "noun": "soldier"}

    def taken(report: str, number: str, whose: str, by: str) -> Figure:
        words = f"In all {number} {whose} soldiers were captured."
        return figure(report, number, words, of=f"{whose} soldiers", chain=[f"{by} army"], **slots)

    ours, theirs = taken("a", "26", "Rovian", "Velian"), taken("b", "310", "Velian", "Rovian")
    again, more = taken("c", "30", "Rovian", "Rovian"), taken("c", "400", "Velian", "Rovian")
    assert sorted(map(sorted, _claims(ours, theirs, again, more))) == sorted(
        [sorted([ours.id, again.id]), sorted([theirs.id, more.id])]
    )


@pytest.mark.parametrize(
    ("measure", "noun", "told"),
    [
        ("encircled", "soldier", "trapped"),
        ("gone", "job", "laid off"),
        ("gone", "visitor", "gone"),
        ("killed", "person", "killed"),
    ],
)
def test_other_words_for_a_fate_are_that_fate(measure: str, noun: str, told: str) -> None:
    assert fate(measure, noun) == told


def test_nobody_in_danger_is_not_against_the_number_of_the_same_report() -> None:
    slots: dict[str, Any] = {"measure": "infected", "chain": ["institute"]}
    one = figure("a", "4", "In all 4 people have been infected, the institute said.", **slots)
    none = figure("a", "0", "Of these 0 are seriously ill, the institute said.", **slots)
    assert len(_claims(one, none)) == 2
