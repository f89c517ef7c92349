"""In: a story's reports, copies and mentions. Out: the Story: claims, verdicts, origins, relations, timeline, names."""

from twosource.reconciling.story import reconcile

__all__ = ["reconcile"]
