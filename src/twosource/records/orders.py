"""In: a person's objections to what was counted. Out: `Order`, which a later run obeys."""

import msgspec


class CutEdge(msgspec.Struct, frozen=True, kw_only=True, tag="cut edge", tag_field="order"):
    """An edge (`Edge.id`) does not hold, in any claim of the story: its two ends are two voices.

    An edge between two names that was cut for one reason is not put back for another.
    """

    edge: str


class JoinOrigins(msgspec.Struct, frozen=True, kw_only=True, tag="join origins", tag_field="order"):
    """Two origins, by any of their names, count as one: in all claims, or in the one that `claim` names.

    `claim` is the id of a claim or of any figure in it; a figure's id outlasts added reports, a claim's does not. Where
    the origin of a report is not known, the report's id stands for it.
    """

    a: str
    b: str
    claim: str | None = None


class SameName(msgspec.Struct, frozen=True, kw_only=True, tag="same name", tag_field="order"):
    """Two names are of one person, body or place."""

    a: str
    b: str


class DifferentNames(msgspec.Struct, frozen=True, kw_only=True, tag="different names", tag_field="order"):
    """Two names are not of one person, body or place, and neither speaks for the other."""

    a: str
    b: str


class JoinReadings(msgspec.Struct, frozen=True, kw_only=True, tag="join claims", tag_field="order"):
    """The claims of two figures are one claim."""

    a: str
    b: str


class PartReadings(msgspec.Struct, frozen=True, kw_only=True, tag="split claim", tag_field="order"):
    """`figures` answer another question than the rest of their claim: they form a claim of their own."""

    figures: tuple[str, ...]


class MoveReading(msgspec.Struct, frozen=True, kw_only=True, tag="move", tag_field="order"):
    """The figure answers the question that the figure `to` answers, not the one it was put under."""

    figure: str
    to: str


Order = CutEdge | JoinOrigins | SameName | DifferentNames | JoinReadings | PartReadings | MoveReading
