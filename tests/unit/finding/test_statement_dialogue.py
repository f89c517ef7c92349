"""Whose the numbers are in a written interview, and in a list that a source announces."""

import pytest
from spoken import Parse, chains

_TALK = """The morning talk: Ann Lee, minister of water

HOST: Minister, are the dams full?
LEE: Not quite. They hold 40 million cubic metres.

HOST: And the villages?
LEE: We have warned 1,200 households. Nine of them would not leave.

HOST: 300 people marched yesterday.
LEE: I saw them.
"""

_ANSWERS = """Interview with Marta Osei, director of the dam

Q: How much water is behind the wall?

A: Some 40 million cubic metres.

Q: Were you late?

A: No. The sirens rang for 12 minutes.
"""


def test_a_turn_of_a_talk_is_of_who_speaks_in_it(parse: Parse) -> None:
    found = chains(parse, _TALK)
    assert found["40 million cubic metres"] == ["Ann Lee"]
    assert found["1,200"] == ["Ann Lee"]
    assert found["Nine"] == ["Ann Lee"]
    assert found["300"] == []


def test_an_answer_is_of_the_guest_of_the_interview(parse: Parse) -> None:
    found = chains(parse, _ANSWERS)
    assert found["Some 40 million cubic metres"] == ["Marta Osei"]
    assert found["12 minutes"] == ["Marta Osei"]


def test_labels_that_nobody_takes_up_again_are_no_talk(parse: Parse) -> None:
    text = "Price: 40 euros\n\nPlace: Lund\n\nGuests: 300 people came.\n\nNote: bring 20 chairs."
    assert all(chain == [] for chain in chains(parse, text).values())


@pytest.mark.parametrize("mark", ["•", "-", "1."])
def test_a_list_is_of_the_source_that_its_heading_names(parse: Parse, mark: str) -> None:
    text = f"According to the river board:\n\n{mark} 40 dams are full.\n{mark} Two dams leak.\n\nThe town has 90 pumps."
    found = chains(parse, text)
    assert found["40"] == ["river board"]
    assert found["Two"] == ["river board"]
    assert found["90"] == []
