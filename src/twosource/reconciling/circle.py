"""In: a story's names, outlets, rates and a person's decisions. Out: `Circle`, what counting origins needs."""

from collections.abc import Mapping

import msgspec

from twosource.reconciling.rulings import NO_RULINGS, Pair, Rulings
from twosource.reconciling.sources import Bodies
from twosource.reconciling.units import NO_RATES, Rates


class Circle(msgspec.Struct, frozen=True, kw_only=True):
    """What counting needs beside the readings: names, which outlet printed which report, rates, a person's decisions.

    `known` are the names of the story's persons and bodies, lower case: "the Food and Drug Administration" is one of
    them, its halves are not. `credits` gives the agency whose text a report says it is, by report id.
    `ruled` are a person's decisions, `joined` those pairs of names that these put together in this claim.
    """

    bodies: Bodies
    outlets: Mapping[str, str]
    known: frozenset[str] = frozenset()
    credits: Mapping[str, str] = msgspec.field(default_factory=dict)
    rates: Rates = NO_RATES
    ruled: Rulings = NO_RULINGS
    joined: frozenset[Pair] = frozenset()
