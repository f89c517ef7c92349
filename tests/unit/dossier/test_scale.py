from twosource.dossier.scale import scale
from twosource.dossier.tree import tree
from twosource.dossier.view import Card, view
from twosource.records import Dossier


def _card(labelled: Dossier, claim: str) -> Card:
    return next(card for card in view(labelled.stories[0]).cards if card.claim.id == claim)


def test_larger_numbers_stand_further_right_and_all_inside_the_drawing(labelled: Dossier) -> None:
    card = _card(labelled, "aboard")
    drawing = scale(card)
    assert drawing
    places = [
        (reading.first.high, mark.right)
        for reading, mark in zip(card.readings, drawing.marks, strict=True)
        if mark and reading.first.high is not None
    ]
    assert [place for _, place in sorted(places)] == sorted(place for _, place in places)
    assert all(0 <= place <= 100 for _, place in places)


def test_an_open_end_runs_to_the_edge_and_about_is_soft(labelled: Dossier) -> None:
    card = _card(labelled, "aboard")
    drawing = scale(card)
    assert drawing
    by_words = {reading.amount: mark for reading, mark in zip(card.readings, drawing.marks, strict=True) if mark}
    open_ended, soft = by_words["up to 264 people"], by_words["about 210 people"]
    assert (open_ended.open_left, open_ended.left) == (True, 0.0)
    assert soft.soft_left is not None
    assert soft.soft_left < soft.left


def test_one_number_said_alike_by_all_is_not_drawn(labelled: Dossier) -> None:
    assert scale(_card(labelled, "length")) is None


def test_a_reading_in_another_unit_is_left_out_of_the_drawing(labelled: Dossier) -> None:
    card = _card(labelled, "distance-shore")
    drawing = scale(card)
    assert drawing
    assert [mark is None for mark in drawing.marks] == [
        reading.first.unit != card.claim.unit for reading in card.readings
    ]


def test_a_tree_leads_every_report_to_an_origin_or_to_the_unknown(labelled: Dossier) -> None:
    for card in view(labelled.stories[0]).shared:
        drawing = tree(card)
        assert drawing
        reports = [node for node in drawing.nodes if node.kind == "report"]
        ends = [node for node in drawing.nodes if node.kind in {"origin", "unknown"}]
        starts = {path.d.split("C")[0] for path in drawing.paths}
        assert ends
        assert all(f"M{node.x + node.width:g} {node.middle:g}" in starts for node in reports)


def test_a_copy_leads_to_the_report_it_copies_and_not_to_an_origin_of_its_own(labelled: Dossier) -> None:
    drawing = tree(_card(labelled, "dead"))
    assert drawing
    assert sum(path.copy for path in drawing.paths) == 1
