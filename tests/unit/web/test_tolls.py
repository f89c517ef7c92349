"""A number over time."""

from msgspec import structs

from twosource.dossier.view import Card
from twosource.records import Day, Dossier
from twosource.records.kept import KeptStory
from twosource.web.opened import Opened, open_story
from twosource.web.tolls import moves, toll, toll_plot


def _opened(labelled: Dossier) -> Opened:
    return open_story(KeptStory(id="s", changed="2025-05-03T14:05:00Z", story=labelled.stories[0]))


def _moving(opened: Opened) -> Card:
    return max(opened.view.shared, key=moves)


def test_every_dated_reading_is_a_point_on_its_day(labelled: Dossier) -> None:
    opened = _opened(labelled)
    card = _moving(opened)
    made = toll(opened, card)
    assert made
    assert [point.day for point in made.points] == sorted(point.day for point in made.points)
    same_unit = [reading for reading in card.readings if reading.first.unit == card.claim.unit]
    assert len(made.points) + made.undated == len(same_unit)


def test_a_reading_without_a_day_is_told_and_not_drawn(labelled: Dossier) -> None:
    story = labelled.stories[0]
    card = _moving(_opened(labelled))
    gone = card.readings[-1].source.report.id
    reports = tuple(
        structs.replace(report, published=None) if report.id == gone else report for report in story.reports
    )
    mentions = tuple(
        structs.replace(found, figures=tuple(structs.replace(figure, as_of=None) for figure in found.figures))
        for found in story.mentions
    )
    opened = open_story(KeptStory(id="s", changed="", story=structs.replace(story, reports=reports, mentions=mentions)))
    made = toll(opened, opened.card_of[card.claim.figures[0]])
    assert made is None or made.undated >= 1


def test_one_day_is_no_toll(labelled: Dossier) -> None:
    story = labelled.stories[0]
    day = Day(value="2025-03-15", how="given")
    mentions = tuple(
        structs.replace(found, figures=tuple(structs.replace(figure, as_of=None) for figure in found.figures))
        for found in story.mentions
    )
    reports = tuple(structs.replace(report, published=day) for report in story.reports)
    opened = open_story(KeptStory(id="s", changed="", story=structs.replace(story, reports=reports, mentions=mentions)))
    assert [card for card in opened.view.cards if moves(card) != (0, 0) or toll(opened, card)] == []


def test_all_of_a_drawing_is_inside_it_and_nothing_hides_another(labelled: Dossier) -> None:
    opened = _opened(labelled)
    plots = [plot for card in opened.view.shared if (plot := toll_plot(opened, card))]
    assert plots
    for plot in plots:
        assert len(plot.dots) == len(plot.toll.points)
        for dot in plot.dots:
            assert 0 <= dot.x <= 100
            assert 0 <= dot.top <= dot.bottom <= plot.floor
        places = [(dot.x, dot.top, dot.beside) for dot in plot.dots]
        assert len(set(places)) == len(places)
        for stroke in plot.strokes:
            assert stroke.x1 == stroke.x2 or stroke.y1 == stroke.y2


def test_whoever_denies_a_number_takes_no_step(labelled: Dossier) -> None:
    story = labelled.stories[0]
    mentions = tuple(
        structs.replace(found, figures=tuple(structs.replace(figure, stance="denied") for figure in found.figures))
        for found in story.mentions
    )
    opened = open_story(KeptStory(id="s", changed="", story=structs.replace(story, mentions=mentions)))
    assert [stroke for card in opened.view.shared if (plot := toll_plot(opened, card)) for stroke in plot.strokes] == []
