"""In: reports. Out: copies (whose text is whose), shared passages, and stories with their events."""

from twosource.grouping.copies import find_copies
from twosource.grouping.passages import find_passages
from twosource.grouping.stories import find_stories

__all__ = ["find_copies", "find_passages", "find_stories"]
