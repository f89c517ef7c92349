"""Victims of shootings, stabbings and crashes: who died, who lived, who did it, and what is no count of anyone."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed
from twosource.finding.figures import find_figures
from twosource.records import Figure

Parse = Callable[..., Parsed]


def _figures(parse: Parse, text: str) -> list[Figure]:
    return list(find_figures(parse(text), ()))


@pytest.mark.parametrize(
    "text",
    [
        "A father shot his two daughters to death before he turned the gun on himself.",
        "A gunman shot two people to death at a store.",
        "A man shot two neighbours, killing both.",
        "Two officers were shot in the head and killed.",
        "Two men were shot in the chest and later died.",
        "Two men were shot several times and pronounced dead at the scene.",
        "Two men were shot on Elm Street. One died at the scene, and the other was pronounced dead at a clinic.",
        "Police are investigating a fatal double shooting.",
        "The verger died along with two visitors.",
        "Two officers were ambushed and killed in their car.",
        "Two climbers froze to death below the summit.",
        "Man accused of killing two pleads not guilty",
        "Police ID 2 killed in Sunday shooting",
        "He was charged with the fatal police shooting of two roommates.",
    ],
)
def test_those_who_died_of_it_are_killed(parse: Parse, text: str) -> None:
    assert (_figures(parse, text)[0].measure, _figures(parse, text)[0].unit) == ("killed", "person")


@pytest.mark.parametrize(
    "text",
    [
        "A gunman shot two people at a store; both survived.",
        "Two victims were taken to County General with gunshot wounds.",
        "Two people sustained non-life-threatening injuries in the shooting.",
        "Bullets grazed two bystanders.",
        "Someone in a passing car fired, striking two people.",
        "Two women on a porch were hit when someone opened fire from a car.",
        "Officers located two gunshot victims at the scene. They are expected to live.",
        "Two men showed up at St. Luke's with gunshot wounds.",
        "Triple shooting on Lyle Street under investigation.",
        "He is charged with assault in the shooting of two people at a car wash.",
        "Two men were robbed and shot.",
        "Gunman shoots 2 at mall",
        "2 shot in Bentley",
        "Man accused of shooting two pleads not guilty",
    ],
)
def test_those_who_were_shot_and_not_said_to_have_died_are_injured(parse: Parse, text: str) -> None:
    assert (_figures(parse, text)[0].measure, _figures(parse, text)[0].unit) == ("injured", "person")


@pytest.mark.parametrize(
    "text",
    [
        "Two gunmen killed a man outside a store.",
        "Two suspects shot and wounded a clerk.",
        "Two people were inside the house but were not injured.",
        "John Tell, who was killed, had two daughters.",
        "A man was killed, two sought.",
        "Two officers fatally shot the gunman, ending a siege in which he alone was hurt.",
        "She shot 68 in the second round to lead by two.",
        "Curry shot 12 of 19 from the field.",
        "Two buses were hit by bullets.",
    ],
)
def test_doers_bystanders_and_strokes_are_no_victims(parse: Parse, text: str) -> None:
    assert [f.span.words for f in _figures(parse, text) if f.measure in ("killed", "injured", "casualties")] == []


def test_some_dead_among_those_shot_make_them_casualties(parse: Parse) -> None:
    text = "Two men were shot on Elm Street. One died at the scene, and the other is in hospital."
    assert _figures(parse, text)[0].measure == "casualties"


def test_both_in_another_place_does_not_make_one_death_two(parse: Parse) -> None:
    text = "Two men were shot on Elm Street. Both men were taken to a hospital, where one died."
    assert _figures(parse, text)[0].measure == "casualties"


def test_the_shooting_of_those_already_told_dead_is_their_death(parse: Parse) -> None:
    text = "Two women were killed on Friday. The council met on Saturday. An arrest followed the shooting of two women."
    assert [f.measure for f in _figures(parse, text)] == ["killed", "killed"]


@pytest.mark.parametrize(
    "text",
    [
        "He admitted that he had attacked Troy Pitts, 30 after an argument.",
        "Police named the man as Timothy Hale Sr., 35, and his cousin.",
        "Miller and Cobb, both 17, ran away.",
        "Case Number: 1601030104 Officers are looking into a theft.",
        "Call 330-434-COPS with tips.",
        "She left on Route 690. A patrol followed her on 690 and stopped the car.",
    ],
)
def test_ages_files_and_roads_are_no_figures(parse: Parse, text: str) -> None:
    assert [f.span.words for f in _figures(parse, text)] == []
