"""In: an amount in its sentence. Out: `Draft`, what is known of a figure while it is being read."""

from dataclasses import dataclass, field

from twosource.finding.figures.clauses import Words
from twosource.text.amounts import Amount


@dataclass(eq=False)
class Draft:
    """A figure in the making: the amount, its place among the tokens, and the slots as they become known.

    `noun` is the token of the counted head, `np_end` the token after its phrase; `lack` tells how the head is missing:
    "" (it is there), "them" ("17 of them"), "more" or "bare". `guessed` is true of people shot where nothing near tells
    whether they lived.
    """

    amount: Amount
    words: Words
    first: int
    noun: int | None = None
    np_start: int = 0
    np_end: int = 0
    lemma: str = ""
    lack: str = ""
    partitive: bool = False
    unit: str = ""
    measure: str = ""
    of: str | None = None
    verb: int | None = None
    role: str = ""
    own: bool = False
    leaning: bool = False
    before: "Draft | None" = None
    relation: str = ""
    whole: "Draft | None" = None
    paragraph: int = 0
    order: int = 0
    people: bool = False
    asked: bool = False
    telling: bool = False
    guessed: bool = False
    terms: set[str] = field(default_factory=set)

    @property
    def start(self) -> int:
        """Where the figure begins in the report."""
        return self.words.sentence.start + self.amount.start

    @property
    def end(self) -> int:
        """Where the figure ends in the report."""
        return self.words.sentence.start + self.amount.end

    @property
    def top(self) -> float:
        """The largest number the figure allows, to see whether another can be a part of it."""
        amount = self.amount
        return amount.high if amount.high is not None else float("inf")
