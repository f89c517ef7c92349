"""In: nothing. Out: every error that twosource raises on purpose.

TwosourceError
├── SourceError        a source (folder, file, standard input) cannot be opened at all
│   └── NothingRead    sources were given, and not one report could be read from them
├── SettingsError      a setting has a value that cannot be used
└── ModelMissing       the language model named in the settings is not installed

What goes wrong with one report of many is no error: it is a `records.Problem`, kept and shown in the dossier.
"""


class TwosourceError(Exception):
    """The root of all errors raised on purpose; its text is a message for a person."""


class SourceError(TwosourceError):
    """A source cannot be opened at all."""


class NothingRead(SourceError):
    """Sources were given, and not one report could be read from them."""


class SettingsError(TwosourceError):
    """A setting has a value that cannot be used."""


class ModelMissing(TwosourceError):
    """The language model named in the settings is not installed."""
