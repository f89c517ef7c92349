"""In: reports. Out: copies (whose text is whose) and stories with their events."""

from twosource.grouping.copies import find_copies
from twosource.grouping.stories import find_stories

__all__ = ["find_copies", "find_stories"]
