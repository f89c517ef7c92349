"""In: a story's reports, copies and mentions. Out: the Story: claims, verdicts, origins, relations, timeline, names."""

from twosource.reconciling.changes import changes, changes_since, earlier
from twosource.reconciling.policies import POLICIES, with_policy
from twosource.reconciling.story import reconcile, revise
from twosource.reconciling.units import family

__all__ = ["POLICIES", "changes", "changes_since", "earlier", "family", "reconcile", "revise", "with_policy"]
