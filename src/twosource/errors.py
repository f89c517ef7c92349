"""In: nothing. Out: every error that twosource raises on purpose.

TwosourceError
├── SourceError        a source (folder, file, standard input) cannot be opened at all
│   └── NothingRead    sources were given, and not one report could be read from them
├── FetchError         an address cannot be fetched, or must not be
├── QueryError         a search asks for what cannot be asked
├── SettingsError      a setting has a value that cannot be used
├── ModelMissing       the language model named in the settings is not installed
├── ExtraMissing       a package of an optional extra is not installed
├── ProcessLost        one of several processes that read together was stopped from outside
├── StoreError         a store cannot be opened or written
│   ├── StoreIsNewer   a newer version of the program made it
│   ├── StoreBusy      another process has been writing for too long
│   └── NotAStore      the file or address is there and is no store
└── JudgementError     a judgement names an item that is not there, or says what no slot can hold

What goes wrong with one report of many is no error: it is a `records.Problem`, kept and shown in the dossier.
"""


class TwosourceError(Exception):
    """The root of all errors raised on purpose; its text is a message for a person."""


class SourceError(TwosourceError):
    """A source cannot be opened at all."""


class NothingRead(SourceError):
    """Sources were given, and not one report could be read from them."""


class FetchError(TwosourceError):
    """An address cannot be fetched, or must not be."""


class QueryError(TwosourceError):
    """A search asks for what cannot be asked."""


class SettingsError(TwosourceError):
    """A setting has a value that cannot be used."""


class ModelMissing(TwosourceError):
    """The language model named in the settings is not installed."""


class ExtraMissing(TwosourceError):
    """A package of an optional extra is not installed."""


class ProcessLost(TwosourceError):
    """One of several processes that read together was stopped from outside."""


class StoreError(TwosourceError):
    """A store cannot be opened or written."""


class StoreIsNewer(StoreError):
    """A newer version of the program made the store."""


class StoreBusy(StoreError):
    """Another process has been writing to the store for too long."""


class NotAStore(StoreError):
    """The file or address is there, and is no store."""


class JudgementError(TwosourceError):
    """A judgement names an item that is not there, or says what its slot cannot hold."""
