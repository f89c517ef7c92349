"""In: the entities of a report. Out: their mentions by offset: the next, the last before, those inside a stretch."""

import bisect
from collections.abc import Sequence

from spacy.tokens import Token

from twosource.finding.name_table import Entity, Table
from twosource.finding.parse import Sentence

Row = tuple[int, int, Entity]
_NEAR = 400
_MOST_BODIES = 120
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Places:
    """The mentions of a report's entities by their offsets."""

    def __init__(self, table: Table) -> None:
        """Sort the mentions of all entities."""
        self.rows = sorted(
            ((start, end, number) for number, one in enumerate(table.entities) for start, end in one.spans)
        )
        self._entities = table.entities
        self._numbers = {id(one): number for number, one in enumerate(table.entities)}
        self.subjects: frozenset[int] = frozenset()
        self._bodies: list[Entity] | None = None

    def after(self, offset: int) -> Row | None:
        """The first mention that begins at or behind an offset."""
        spot = bisect.bisect_left(self.rows, (offset, -1, -1))
        return self._at(spot)

    def at(self, offset: int) -> Row | None:
        """The mention that begins at an offset, or None."""
        row = self.after(offset)
        return row if row is not None and row[0] == offset else None

    def before(self, offset: int) -> Row | None:
        """The last mention that begins before an offset."""
        return self._at(bisect.bisect_left(self.rows, (offset, -1, -1)) - 1)

    def inside(self, start: int, end: int) -> list[Row]:
        """The mentions that lie between two offsets."""
        first = bisect.bisect_left(self.rows, (start, -1, -1))
        last = bisect.bisect_left(self.rows, (end, -1, -1))
        found = [self._at(spot) for spot in range(first, last)]
        return [one for one in found if one is not None and one[1] <= end]

    def last(self, offset: int, wanted: Sequence[Entity]) -> Entity | None:
        """Of the wanted entities the one met last before an offset, else the only one there is."""
        ids = {id(one) for one in wanted}
        for spot in range(bisect.bisect_left(self.rows, (offset, -1, -1)) - 1, -1, -1):
            one = self._entities[self.rows[spot][2]]
            if id(one) in ids:
                return one
        return wanted[0] if len(ids) == 1 else None

    def topic(self, sentence: Sentence, start: int, but: Entity) -> str | None:
        """The body that "its" at `start` means: what the clauses before speak of, the subject before the rest."""
        first = sentence.start
        for left, right in ((first, start), (first - _NEAR, first), (0, first - _NEAR)):
            bodies = [
                row for row in self.inside(max(0, left), right) if row[2].kind == "organisation" and row[2] is not but
            ]
            if bodies:
                subjects = [row for row in bodies if row[0] in self.subjects]
                named = [row for row in bodies if row[2].name[:1].isupper()]
                return (subjects or named or bodies)[-1 if subjects else 0][2].name
        return None

    def near(self, sentence: Sentence, start: int) -> str | None:
        """The last body named before `start` in its sentence, or None."""
        bodies = [row for row in self.inside(sentence.start, start) if row[2].kind == "organisation"]
        return bodies[-1][2].name if bodies else None

    def add(self, start: int, end: int, entity: Entity) -> None:
        """Enter one more mention, of an entity known or just appended to the table."""
        number = self._numbers.get(id(entity))
        if number is None:
            self._bodies = None if self._bodies is None else [*self._bodies, entity][-_MOST_BODIES:]
            number = self._numbers[id(entity)] = len(self._entities) - 1
        bisect.insort(self.rows, (start, end, number))

    @property
    def bodies(self) -> list[Entity]:
        """The bodies among the entities, of very many the first and those entered last."""
        if self._bodies is None:
            self._bodies = [one for one in self._entities if one.kind == "organisation"][:_MOST_BODIES]
        return self._bodies

    @property
    def entities(self) -> list[Entity]:
        """All entities."""
        return self._entities

    def _at(self, spot: int) -> Row | None:
        if not 0 <= spot < len(self.rows):
            return None
        start, end, number = self.rows[spot]
        return start, end, self._entities[number]


def subjects(places: Places, sentences: Sequence[Sentence]) -> frozenset[int]:
    """The starts of the mentions that are subjects of a clause."""
    found: set[int] = set()
    for sentence in sentences:
        ends = {sentence.start + token.idx + len(token) for token in sentence.doc if _is_subject(token)}
        found.update(row[0] for row in places.inside(sentence.start, sentence.end) if row[1] in ends)
    return frozenset(found)


def _is_subject(token: Token) -> bool:
    """Whether a token is a subject, or the name beside one: "the federation, *FFU*, said"."""
    return token.dep_ in _SUBJECTS or (token.dep_ == "appos" and token.head.dep_ in _SUBJECTS)
