"""In: sources, judgements and questions over months. Out: a store that is up to date, and answers from it."""

from twosource.desk.documents import Added, Document, Finding
from twosource.desk.keeper import Desk
from twosource.desk.orphans import orphans
from twosource.desk.standing import standing

__all__ = ["Added", "Desk", "Document", "Finding", "orphans", "standing"]
