"""In: a story's reports and mentions. Out: its persons, bodies and places joined across reports, and who is whose voice."""

from collections.abc import Sequence

from twosource.records import Identity, Mentions, Report
from twosource.text.folding import fold


class Bodies:
    """Who is who in a story: whether two names are one person or body, and whether two ends of chains are one origin."""

    def __init__(self, reports: Sequence[Report], mentions: Sequence[Mentions]) -> None:
        """Read the names of all reports."""
        self._identities = join_names(reports, mentions)
        self._forms = {fold(form): one.name for one in self._identities for form in (one.name, *one.also)}

    def canonical(self, name: str) -> str:
        """The name the story uses for a person, body or place; the words themselves where none is known."""
        return self._forms.get(fold(name), name)

    def same(self, a: str, b: str) -> bool:
        """Whether two names stand for one person, body or place."""
        return fold(self.canonical(a)) == fold(self.canonical(b))

    def family(self, a: str, b: str) -> str | None:
        """Why two ends of chains are one origin, in words a reader understands; None where they are not.

        One origin are a body, its spokesperson, its organ, its head, its document and the capital used for its
        government. That two names are the same is answered by `same`; then the reason here says so too.
        """
        return f"“{a}” and “{b}” are two names of one" if self.same(a, b) else None


def join_names(reports: Sequence[Report], mentions: Sequence[Mentions]) -> tuple[Identity, ...]:
    """The persons, bodies and places of a story, variants of one joined, those of different ones kept apart."""
    del reports
    found: dict[str, Identity] = {}
    for one in mentions:
        for name in one.names:
            found.setdefault(fold(name.name), Identity(name=name.name, kind=name.kind, also=name.also))
    return tuple(found[key] for key in sorted(found))
