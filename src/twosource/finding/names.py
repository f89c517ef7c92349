"""In: a parsed report. Out: its persons, bodies and places, variants of one joined."""

import re
from collections.abc import Iterator

from twosource.finding.name_phrases import join_phrases
from twosource.finding.name_runs import runs
from twosource.finding.name_table import Entity, Table
from twosource.finding.parse import Parsed, Sentence
from twosource.records import Name
from twosource.text.titles import HEADS, SPEAKERS

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LEAST_CAPITALS = 0.6
_LEAST_FORM = 3
_MOST_WORDS = 30


def find_names(parsed: Parsed) -> Iterator[Name]:
    """The persons, organisations and places of a report, in the order of their first mention.

    `name` is the fullest form without title, `also` its other forms as written, titles included, and `spans` every
    mention, those by office or kind too ("commander", "ministry") where it is plain who is meant, without articles.
    """
    plain = [sentence for sentence in parsed.sentences if not in_capitals(sentence)]
    table = Table([run for sentence in plain for run in runs(sentence)])
    join_phrases(table, plain)
    for sentence in parsed.sentences:
        if in_capitals(sentence):
            _in_heading(table, sentence)
    for entity in sorted(table.entities, key=lambda one: (min(one.spans, default=(0, 0)), one.name)):
        if entity.spans:
            yield _name(parsed, entity)


def in_capitals(sentence: Sentence) -> bool:
    """Whether a line writes most words with a capital, so that a capital tells nothing of names."""
    words: list[str] = _WORD.findall(sentence.text)
    if not _LEAST_FORM < len(words) <= _MOST_WORDS or (not sentence.heading and sentence.text[-1:] in ".!?"):
        return False
    return sum(word[0].isupper() for word in words) >= _LEAST_CAPITALS * len(words)


def _in_heading(table: Table, sentence: Sentence) -> None:
    """Find in a heading the names that the report's sentences have."""
    for entity in table.entities:
        for form in sorted(entity.forms, key=len, reverse=True):
            if len(form) < _LEAST_FORM or not form[0].isupper():
                continue
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", sentence.text, re.IGNORECASE):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                if not any(left < end and start < right for left, right in entity.spans):
                    entity.spans[start, end] = match.group()


def _name(parsed: Parsed, entity: Entity) -> Name:
    return Name(
        name=entity.name,
        kind=entity.kind,
        also=tuple(form for form in entity.forms if form != entity.name),
        spans=tuple(parsed.report.span(*place) for place in sorted(entity.spans)),
        role=min(entity.roles, key=_weight, default=None) if entity.roles else _kind_of_body(entity),
        of=entity.of,
    )


def _kind_of_body(entity: Entity) -> str | None:
    """What the report calls a named body ("operator charity"), or None."""
    if entity.kind != "organisation" or not entity.name[:1].isupper():
        return None
    return " ".join(sorted(entity.nouns - set(entity.words))) or None


def _weight(role: str) -> int:
    """0 for who speaks for a body, 1 for who heads one, 2 for the rest."""
    words = set(role.split())
    return 0 if words & SPEAKERS else 1 if words & HEADS else 2
