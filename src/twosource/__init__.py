"""twosource: what many reports of one story say, who says so, and from how many independent origins.

    >>> import twosource
    >>> dossier = twosource.read("samples/ferry-capsize")
    >>> dossier.stories[0].claims[0].question
    >>> page = twosource.to_html(dossier)

Importing this package is quick: what reads language and draws pages is loaded when it is first used.
"""

import importlib
from typing import TYPE_CHECKING

from twosource.errors import ModelMissing, NothingRead, SettingsError, SourceError, TwosourceError
from twosource.records import Claim, Dossier, Figure, Origin, Problem, Quote, Report, Span, Story
from twosource.settings import Settings
from twosource.version import VERSION

if TYPE_CHECKING:
    from twosource.dossier.html import to_html
    from twosource.dossier.terminal import to_text
    from twosource.dossier.wire import to_json
    from twosource.pipeline import read

__all__ = [
    "Claim",
    "Dossier",
    "Figure",
    "ModelMissing",
    "NothingRead",
    "Origin",
    "Problem",
    "Quote",
    "Report",
    "Settings",
    "SettingsError",
    "SourceError",
    "Span",
    "Story",
    "TwosourceError",
    "__version__",
    "read",
    "to_html",
    "to_json",
    "to_text",
]

__version__ = VERSION

_HEAVY = {
    "read": "twosource.pipeline",
    "to_html": "twosource.dossier.html",
    "to_json": "twosource.dossier.wire",
    "to_text": "twosource.dossier.terminal",
}


def __getattr__(name: str) -> object:
    """The public functions whose modules take long to load, loaded at first use."""
    if name in _HEAVY:
        return getattr(importlib.import_module(_HEAVY[name]), name)
    message = f"module 'twosource' has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
