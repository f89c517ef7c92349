"""The stories that no rule was made from are read without a fault; how well, is for people to look at."""

from pathlib import Path

import pytest

import twosource

_STORIES = sorted((Path(__file__).parents[3] / "evaluation" / "unseen").glob("*/gold.json"))


def test_there_are_unseen_stories() -> None:
    assert len(_STORIES) == 13


@pytest.mark.parametrize("gold", _STORIES, ids=lambda gold: gold.parent.name)
def test_an_unseen_story_is_read_without_a_fault(gold: Path) -> None:
    dossier = twosource.read(gold.parent)
    assert [problem.message for problem in dossier.problems if problem.code == "fault"] == []
    assert all(mentions.figures for story in dossier.stories for mentions in story.mentions)
