"""In: sources, judgements and questions over months. Out: a store that is up to date, and answers from it."""

from twosource.desk.alerts import alarming, alerts, atom, posted, send, titles_of
from twosource.desk.documents import Added, Document, Finding
from twosource.desk.keeper import Desk
from twosource.desk.orphans import orphans
from twosource.desk.queries import find, understood
from twosource.desk.standing import standing

__all__ = [
    "Added",
    "Desk",
    "Document",
    "Finding",
    "alarming",
    "alerts",
    "atom",
    "find",
    "orphans",
    "posted",
    "send",
    "standing",
    "titles_of",
    "understood",
]
