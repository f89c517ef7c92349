"""In: a claim, its figures and days. Out: one number for those who must have one, by a named policy, and why that one.

There is no default: a claim's own answer is its spread with the owners of each end. No policy averages.
"""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from twosource.errors import SettingsError
from twosource.reconciling.units import convert
from twosource.records import Choice, Claim, Conflict, Denied, Figure, Story


class _Ground(msgspec.Struct, frozen=True, kw_only=True):
    claim: Claim
    figures: tuple[Figure, ...]
    days: Mapping[str, str | None]

    def low(self, figure: Figure) -> float | None:
        value = figure.low if figure.low is not None else figure.high
        return None if value is None else convert(value, figure.unit, self.claim.unit)

    def high(self, figure: Figure) -> float | None:
        value = figure.high if figure.high is not None else figure.low
        return None if value is None else convert(value, figure.unit, self.claim.unit)


def with_policy(story: Story, policy: str) -> Story:
    """The story with the number that `policy` takes from each claim. Raises SettingsError for an unknown one."""
    figures = {figure.id: figure for mentions in story.mentions for figure in mentions.figures}
    days = {report.id: report.published.value if report.published else None for report in story.reports}
    claims = tuple(
        msgspec.structs.replace(claim, chosen=choose(policy, claim, figures, days)) for claim in story.claims
    )
    return msgspec.structs.replace(story, claims=claims)


def choose(policy: str, claim: Claim, figures: Mapping[str, Figure], days: Mapping[str, str | None]) -> Choice | None:
    """The number that `policy` takes from a claim, or None where no reading stands.

    `figures` are the story's by id, `days` the publication days of its reports (ISO or None). Raises SettingsError
    where the policy has no such name.
    """
    if policy not in POLICIES:
        message = f"no policy {policy!r}; there are {', '.join(sorted(POLICIES))}"
        raise SettingsError(message)
    open_now = [figures[name] for name in claim.figures if name in figures and name not in claim.superseded]
    standing = tuple(figure for figure in open_now if figure.stance == "asserted" and figure.unit)
    ground = _Ground(claim=claim, figures=standing, days=days)
    return POLICIES[policy](ground) if standing else None


def _warning(claim: Claim, chosen: str) -> str | None:
    if isinstance(claim.verdict, Conflict):
        return f"the reports disagree; {chosen} hides that"
    if isinstance(claim.verdict, Denied):
        return f"the number is denied; {chosen} hides that"
    return None


def _lowest_reported(ground: _Ground) -> Choice:
    """The lowest number that a report stands by."""
    figure = min(ground.figures, key=lambda figure: (_known(ground.low(figure)), figure.span))
    value = ground.low(figure)
    return _one(ground, "lowest-reported", [figure], (value, value), "the lowest number any report stands by")


def _low_best_high(ground: _Ground) -> Choice:
    """The lowest and the highest number reports stand by, the ends with their owners and nothing between."""
    low = min(ground.figures, key=lambda figure: (_known(ground.low(figure)), figure.span))
    high = max(ground.figures, key=lambda figure: (_known(ground.high(figure)), figure.span))
    reason = f"from the lowest (“{low.span.words}”, {_who(low)}) to the highest (“{high.span.words}”, {_who(high)})"
    return _one(ground, "low-best-high", [low, high], (ground.low(low), ground.high(high)), reason)


def _most_origins(ground: _Ground) -> Choice:
    """The number that most independent origins give; of equals the lower."""
    count: dict[tuple[float, float], set[int]] = {}
    for number, origin in enumerate(ground.claim.origins):
        for figure in ground.figures:
            if figure.id in origin.figures:
                count.setdefault(_ends(ground, figure), set()).add(number)
    if not count:
        return msgspec.structs.replace(
            _lowest_reported(ground), policy="most-origins", reason="no origin is known; the lowest"
        )
    best = min(count, key=lambda ends: (-len(count[ends]), ends))
    chosen = [figure for figure in ground.figures if _ends(ground, figure) == best]
    reason = f"given by {len(count[best])} of {len(ground.claim.origins)} known origins"
    return _one(ground, "most-origins", chosen, (ground.low(chosen[0]), ground.high(chosen[0])), reason)


def _latest(ground: _Ground) -> Choice:
    """The number of the report published last."""
    figure = max(ground.figures, key=lambda figure: (_day(ground, figure), figure.span))
    day = _day(ground, figure)
    reason = f"the latest, of {day}" if day else "the reports are undated; the last in order"
    return _one(ground, "latest", [figure], (ground.low(figure), ground.high(figure)), reason)


def _one(
    ground: _Ground, policy: str, chosen: Sequence[Figure], ends: tuple[float | None, float | None], reason: str
) -> Choice:
    return Choice(
        policy=policy,
        low=ends[0],
        high=ends[1],
        unit=ground.claim.unit,
        figures=tuple(figure.id for figure in chosen),
        reason=reason,
        warning=_warning(ground.claim, "one number"),
    )


def _known(value: float | None) -> float:
    return 0.0 if value is None else value


def _ends(ground: _Ground, figure: Figure) -> tuple[float, float]:
    return _known(ground.low(figure)), _known(ground.high(figure))


def _who(figure: Figure) -> str:
    return figure.chain[-1].name if figure.chain else f"{figure.span.report}, source unknown"


def _day(ground: _Ground, figure: Figure) -> str:
    return ground.days.get(figure.span.report) or ""


POLICIES: Mapping[str, Callable[[_Ground], Choice]] = {
    "lowest-reported": _lowest_reported,
    "low-best-high": _low_best_high,
    "most-origins": _most_origins,
    "latest": _latest,
}
