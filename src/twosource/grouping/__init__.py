"""In: reports. Out: copies (whose text is whose), shared passages, and stories with their events."""

from twosource.grouping.copies import find_copies
from twosource.grouping.features import features
from twosource.grouping.orders import split_orders
from twosource.grouping.passages import find_passages, passages
from twosource.grouping.pile import group_many
from twosource.grouping.stories import find_stories
from twosource.grouping.streaming import Change, Known, Pile, update

__all__ = [
    "Change",
    "Known",
    "Pile",
    "features",
    "find_copies",
    "find_passages",
    "find_stories",
    "group_many",
    "passages",
    "split_orders",
    "update",
]
