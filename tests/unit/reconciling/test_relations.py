from told import figure, story

from twosource.records import Figure, Relation


def _related(*figures: Figure) -> list[Relation]:
    return list(story(figures).related)


def test_a_part_and_its_whole_are_related() -> None:
    sentence = "The blast killed 31 people, 12 of them guests."
    whole = figure("a", "31", sentence)
    part = figure("a", "12", sentence, relation="part", whole=whole.id)
    (relation,) = _related(whole, part)
    assert (relation.why, relation.broken) == ("subset", False)


def test_a_part_larger_than_its_whole_is_broken() -> None:
    sentence = "The blast killed 31 people, 40 of them guests."
    whole = figure("a", "31", sentence)
    (relation,) = _related(whole, figure("a", "40", sentence, relation="part", whole=whole.id))
    assert relation.broken


def test_killed_is_not_killed_and_injured() -> None:
    (relation,) = _related(
        figure("a", "31", "The blast killed 31 people."),
        figure("b", "112", "There were 112 casualties.", measure="casualties", noun="casualty"),
    )
    assert relation.why == "other measure"
    assert "killed" in relation.detail


def test_things_that_have_nothing_to_do_with_each_other_are_not_related() -> None:
    assert not _related(
        figure("a", "31", "The blast killed 31 people."),
        figure("b", "12", "The hall has room for 12 guests.", measure="capacity", noun="guest"),
    )


def test_the_dead_of_long_ago_stand_beside_today_s_as_another_period_and_beside_no_other_count() -> None:
    now = figure("a", "31", "The blast at the mill killed 31 people.", as_of="2024-05-02")
    then = figure("a", "9", "In 1998 a blast at the dam had killed 9 people.", as_of="1998")
    missing = figure("a", "4", "After the blast 4 people are missing.", measure="missing", as_of="2024-05-02")
    found = {relation.why: relation.detail for relation in _related(now, then, missing)}
    assert sorted(found) == ["other measure", "other period"]
    assert "1998" in found["other period"]
    assert {"“killed”", "“missing”"} <= set(found["other measure"].split())
