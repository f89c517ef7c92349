"""In: mentions of a story's reports. Out: what reconciling concludes: claims, verdicts, origins, timeline."""

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

import msgspec

from twosource.records.mentions import Mentions, NameKind
from twosource.records.reports import Copy, Problem, Report
from twosource.records.spans import Span

Why = Literal["subset", "other measure", "other period", "other place"]
EdgeWhy = Literal["named", "same root", "shared text", "same credit", "organ of", "copy", "joined"]


class Reason(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Why something was decided: the rule's name, a sentence a reader understands, and the spans compared."""

    rule: str
    detail: str
    spans: tuple[Span, ...] = ()


class Single(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="single", tag_field="verdict"):
    """One reading, or all its readings in one report and its copies."""

    reasons: tuple[Reason, ...]


class Agree(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="agree", tag_field="verdict"):
    """Readings of two or more reports, and one number satisfies all of them."""

    reasons: tuple[Reason, ...]


class Updated(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="updated", tag_field="verdict"):
    """The readings speak of different moments; the later supersede the earlier."""

    reasons: tuple[Reason, ...]


class Conflict(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="conflict", tag_field="verdict"):
    """Two readings for the same moment that no one number satisfies."""

    reasons: tuple[Reason, ...]


class Denied(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="denied", tag_field="verdict"):
    """A denial, or "none", is all that stands against the number."""

    reasons: tuple[Reason, ...]


Verdict = Single | Agree | Updated | Conflict | Denied


class Edge(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Why two names, two reports, or a report and a name count as one origin: a closed kind, and the evidence.

    `id` is made of the two ends and the kind alone, so that it is the same in every run and every claim of the story.
    """

    id: str
    a: str
    b: str
    why: EdgeWhy
    evidence: tuple[Span, ...] = ()
    detail: str = ""


class Origin(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One body or person who first says a number: its names, the ids of figures that go back to it, the edges."""

    names: tuple[str, ...]
    figures: tuple[str, ...]
    edges: tuple[Edge, ...] = ()


class Choice(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One number that a named policy takes from a claim: bounds in the claim's unit, from which figures (ids), why.

    `warning` says what the choice hides, None where it hides nothing.
    """

    policy: str
    low: float | None
    high: float | None
    unit: str
    figures: tuple[str, ...]
    reason: str
    warning: str | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One question that figures answer.

    `figures` are the ids of its readings, in the order of their reports' days. `independent` counts the known origins,
    `at_most` adds every voice whose origin is unknown; `edges` say why some reports are one such voice, or the voice of
    a known origin: they share the wording around the claim, or a credit. `low` and `high` are what is still open,
    None where open-ended. `chosen` is there only where a person asked for a policy: by itself a claim is its spread.
    """

    id: str
    question: str
    figures: tuple[str, ...]
    verdict: Verdict
    origins: tuple[Origin, ...] = ()
    independent: int = 0
    at_most: int = 0
    edges: tuple[Edge, ...] = ()
    low: float | None = None
    high: float | None = None
    unit: str = ""
    measure: str = ""
    of: str | None = None
    superseded: tuple[str, ...] = ()
    chosen: Choice | None = None


class Relation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Two claims that a hasty reader would set against each other and must not, with the reason in words."""

    a: str
    b: str
    why: Why
    detail: str = ""
    broken: bool = False


class TimelineEntry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One happening on a day or range of days (ISO). Entries of one happening dated differently share `disputed`."""

    id: str
    start: str
    end: str
    what: str
    mentions: tuple[Span, ...]
    disputed: str | None = None


class Identity(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One person, body or place of the story: canonical name, kind, and the other forms the reports use."""

    name: str
    kind: NameKind
    also: tuple[str, ...] = ()


class Utterance(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The renderings (quote ids) of one utterance, with the canonical speaker and how the renderings differ."""

    id: str
    quotes: tuple[str, ...]
    speaker: str | None = None
    differences: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


class Story(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A running affair: its reports, what they say, and what follows from setting them side by side."""

    id: str
    title: str
    start: str | None
    end: str | None
    reports: tuple[Report, ...]
    copies: tuple[Copy, ...]
    mentions: tuple[Mentions, ...]
    events: dict[str, str]
    claims: tuple[Claim, ...] = ()
    related: tuple[Relation, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    names: tuple[Identity, ...] = ()
    ties: tuple[str, ...] = ()


class Dossier(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What one run found: the stories, largest first, and what could not be read."""

    version: str
    stories: tuple[Story, ...]
    problems: tuple[Problem, ...] = ()


class Unfolding(NamedTuple):
    """A dossier whose stories come one after another, largest first, and are not held in memory.

    `total` is the number of stories; `problems` are all known when the last story has come.
    """

    version: str
    total: int
    stories: Iterable[Story]
    problems: Callable[[], tuple[Problem, ...]]


def unfolded(dossier: Dossier) -> Unfolding:
    """A whole dossier as one whose stories come one after another."""
    return Unfolding(dossier.version, len(dossier.stories), dossier.stories, lambda: dossier.problems)
