"""In: a story's reports, copies and mentions. Out: the Story: claims, verdicts, origins, relations, timeline, names."""

from twosource.reconciling.changes import changes, changes_since, earlier
from twosource.reconciling.policies import POLICIES, with_policy
from twosource.reconciling.story import reconcile, revise

__all__ = ["POLICIES", "changes", "changes_since", "earlier", "reconcile", "revise", "with_policy"]
