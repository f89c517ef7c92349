"""In: a story's reports, copies and mentions. Out: the Story: claims, verdicts, origins, relations, timeline, names."""

from twosource.reconciling.policies import POLICIES, with_policy
from twosource.reconciling.story import reconcile, revise

__all__ = ["POLICIES", "reconcile", "revise", "with_policy"]
