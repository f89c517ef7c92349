"""What is told story by story is what is told as a whole."""

from collections.abc import Iterator

import pytest
from msgspec import structs

from twosource import to_html, to_json, to_text
from twosource.dossier import spool
from twosource.dossier.html import html_parts
from twosource.dossier.terminal import text_parts
from twosource.dossier.wire import json_parts
from twosource.records import Dossier, Problem, Story, Unfolding

BAD = Problem(stage="finding", code="x", where="r", message="r is bad, half \ud800 a pair")


def several(labelled: Dossier, count: int) -> Dossier:
    stories = [
        structs.replace(labelled.stories[0], id=f"s{number}", title=f"Story {number}") for number in range(count)
    ]
    return Dossier(version="0", stories=tuple(stories), problems=(BAD,) if count else ())


def coming(dossier: Dossier) -> tuple[Unfolding, list[str]]:
    """The same story by story; its problems are known only in the end. And which stories were asked for."""
    asked: list[str] = []

    def each() -> Iterator[Story]:
        for story in dossier.stories:
            asked.append(story.id)
            yield story

    def problems() -> tuple[Problem, ...]:
        return dossier.problems if len(asked) == len(dossier.stories) else ()

    return Unfolding(dossier.version, len(dossier.stories), each(), problems), asked


@pytest.mark.parametrize("count", [0, 1, 3])
@pytest.mark.parametrize("held", [1, 1_000_000_000])
def test_parts_give_the_whole(labelled: Dossier, monkeypatch: pytest.MonkeyPatch, count: int, held: int) -> None:
    monkeypatch.setattr(spool, "_HELD", held)
    whole = several(labelled, count)
    assert b"".join(json_parts(coming(whole)[0])) == to_json(whole)
    assert "".join(text_parts(coming(whole)[0], width=70)) == to_text(whole, width=70)
    assert "".join(html_parts(coming(whole)[0])) == to_html(whole)


def test_json_of_a_story_comes_before_the_next_is_asked_for(labelled: Dossier) -> None:
    unfolding, asked = coming(several(labelled, 3))
    parts = json_parts(unfolding)
    assert b'"id": "s0"' in next(parts)
    assert asked == ["s0"]


def test_the_whole_is_what_the_encoder_makes_of_it_at_once(labelled: Dossier) -> None:
    import msgspec  # noqa: PLC0415

    from twosource.dossier.shapes import DossierShape  # noqa: PLC0415
    from twosource.dossier.wire import story_shape  # noqa: PLC0415

    for count in (0, 1, 2):
        whole = structs.replace(several(labelled, count), problems=())
        shape = DossierShape(version="0", stories=tuple(map(story_shape, whole.stories)), problems=())
        assert to_json(whole) == msgspec.json.format(msgspec.json.encode(shape), indent=1) + b"\n"
