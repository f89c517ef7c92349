"""Whole dossiers, compared whole; `--update-golden` rewrites them: read the difference before you keep it."""

import json
from pathlib import Path

import pytest

import twosource


@pytest.fixture(scope="module")
def dossier(root: Path) -> twosource.Dossier:
    return twosource.read(root / "samples/ferry-capsize")


def test_the_sample_gives_the_dossier_that_is_kept(
    root: Path, dossier: twosource.Dossier, request: pytest.FixtureRequest
) -> None:
    kept = root / "tests/golden/ferry-capsize.json"
    whole = json.loads(twosource.to_json(dossier))
    for report in whole["stories"][0]["reports"]:
        del report["text"]  # stands in samples, and nothing changes it
    text = json.dumps(whole, indent=1, ensure_ascii=False) + "\n"
    if request.config.getoption("--update-golden"):
        kept.write_text(text, "utf-8")
    assert text == kept.read_text("utf-8")


def test_the_readme_shows_what_the_sample_prints(
    root: Path, dossier: twosource.Dossier, request: pytest.FixtureRequest
) -> None:
    """The excerpt is the shortest conflict of the sample."""
    blocks = [block for block in twosource.to_text(dossier).split("\n\n") if block.startswith("CONFLICT")]
    excerpt = f"```text\n{min(blocks, key=len)}\n```"
    readme = (root / "README.md").read_text("utf-8")
    if request.config.getoption("--update-golden"):
        before, _, rest = readme.partition("```text\n")
        readme = before + excerpt + rest.partition("\n```")[2]
        (root / "README.md").write_text(readme, "utf-8")
    assert excerpt in readme


def test_reading_twice_gives_the_same_bytes(root: Path, dossier: twosource.Dossier) -> None:
    assert twosource.to_json(twosource.read(root / "samples/ferry-capsize")) == twosource.to_json(dossier)


def test_the_samples_are_found_to_be_one_story_and_every_span_holds(dossier: twosource.Dossier) -> None:
    assert [len(story.reports) for story in dossier.stories] == [7]
    texts = {report.id: report.text for report in dossier.stories[0].reports}
    for mentions in dossier.stories[0].mentions:
        spans = [figure.span for figure in mentions.figures] + [quote.span for quote in mentions.quotes]
        for span in (*spans, *(time.span for time in mentions.times)):
            assert texts[span.report][span.start : span.end] == span.words


def test_the_dossier_is_drawn_as_text_and_as_a_page(dossier: twosource.Dossier) -> None:
    assert "Nusantara Wire" in twosource.to_text(dossier)
    assert "Nusantara Wire" in twosource.to_html(dossier)
