"""In: numbers. Out: a store of invented reports and stories of the size and shape of real ones, read by no model."""

import random
from collections.abc import Iterator
from typing import NamedTuple

from twosource.records import (
    Claim,
    Day,
    Figure,
    Identity,
    Link,
    Mentions,
    Name,
    Origin,
    Quote,
    Reason,
    Report,
    Single,
    Span,
    Statement,
    Story,
    content_id,
)
from twosource.records.kept import Batch, Kept, KeptStory, News, Run
from twosource.store import Store

SEEN = "2025-05-03T14:05:00Z"
SENTENCES = 20
FIGURES, STATEMENTS, QUOTES, NAMES = 15, 12, 4, 12
FEATURES = 1_000
AT_ONCE = 2_000
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"
_VOCABULARY = 30_000
_MEASURES = ("killed", "injured", "missing", "evacuated", "displaced", "paid", "built", "arrested")


class Plan(NamedTuple):
    """How many reports and stories, and how many reports the largest story has."""

    reports: int
    stories: int
    largest: int

    def story_of(self, report: int) -> int:
        """The number of the story that holds a report."""
        return 0 if report < self.largest else 1 + (report - self.largest) % (self.stories - 1)


def _word(number: int) -> str:
    signs = []
    for _ in range(3):
        number, consonant = divmod(number, len(_CONSONANTS))
        number, vowel = divmod(number, len(_VOWELS))
        signs.append(_CONSONANTS[consonant] + _VOWELS[vowel])
    return "".join(signs)


WORDS = [_word(number * 11 % (70**3)) for number in range(_VOCABULARY)]
WEIGHTS = [1 / (rank + 5) for rank in range(_VOCABULARY)]


def report(number: int, chance: random.Random) -> Report:
    """About 440 words in sentences of 22, with a number in each; some words are common, most are rare."""
    words = chance.choices(WORDS, WEIGHTS, k=21 * SENTENCES)
    lines = []
    for index in range(SENTENCES):
        sentence = words[21 * index : 21 * index + 21]
        sentence.insert(9, str(chance.randrange(2, 900)))
        lines.append(" ".join(sentence).capitalize() + ".")
    text = f"{' '.join(words[:8])}\n\n{chr(10).join(lines)}"
    day = f"2025-{1 + number % 12:02}-{1 + number % 28:02}"
    bare = Report(
        id=f"report-{number:07}", text=text, outlet=f"Outlet {number % 200}", published=Day(value=day, how="given")
    )
    return Report(
        id=bare.id, text=text, outlet=bare.outlet, published=bare.published, title=bare.span(0, text.index("\n"))
    )


def mentions(of: Report, chance: random.Random) -> Mentions:
    """As many figures, statements, quotes and names as a report of that length holds."""
    sentences = list(_sentences(of))
    chain = (Link(name=chance.choice(WORDS).title(), kind="body", span=_inside(of, sentences[0], 2, 9)),)
    return Mentions(
        report=of.id,
        figures=tuple(_figure(of, sentence, chain, chance) for sentence in sentences[:FIGURES]),
        statements=tuple(
            Statement(
                kind="indirect",
                source=_inside(of, sentence, 0, 12),
                cue=_inside(of, sentence, 13, 18),
                content=_inside(of, sentence, 19, len(sentence.words)),
                chain=chain,
            )
            for sentence in sentences[:STATEMENTS]
        ),
        quotes=tuple(
            Quote(id=content_id(of.id, sentence.start, "quote"), span=sentence, speaker=chain[0].name, chain=chain)
            for sentence in sentences[:QUOTES]
        ),
        names=tuple(
            Name(
                name=sentence.words[:12],
                kind="person",
                spans=(_inside(of, sentence, 0, 12), _inside(of, sentence, 20, 32)),
            )
            for sentence in sentences[:NAMES]
        ),
    )


def _sentences(of: Report) -> Iterator[Span]:
    begin = of.text.index("\n\n") + 2
    for line in of.text[begin:].split("\n"):
        yield of.span(begin, begin + len(line))
        begin += len(line) + 1


def _inside(of: Report, sentence: Span, start: int, end: int) -> Span:
    return of.span(sentence.start + start, min(sentence.start + end, sentence.end))


def _figure(of: Report, sentence: Span, chain: tuple[Link, ...], chance: random.Random) -> Figure:
    words = sentence.words.split()
    start = sentence.start + len(" ".join(words[:9])) + 1
    span = of.span(start, start + len(words[9]))
    return Figure(
        id=content_id(of.id, span.start, span.words),
        span=span,
        sentence=sentence,
        low=float(span.words),
        high=float(span.words),
        measure=chance.choice(_MEASURES),
        of=words[10],
        chain=chain,
        noun=words[10],
        verb=words[8],
        terms=tuple(words[2:9]),
        near=tuple(words[:16]),
    )


def story(number: int, members: list[tuple[Report, Mentions]]) -> KeptStory:
    """A story with five claims for each report, each with a reason and the figures of three reports."""
    figures = [figure for _, found in members for figure in found.figures]
    claims = tuple(
        Claim(
            id=content_id("claim", number, index),
            question=f"How many {figure.of} {figure.measure}?",
            figures=tuple(each.id for each in figures[index * 3 : index * 3 + 3]),
            verdict=Single(reasons=(Reason(rule="one reading", detail="Only one says so.", spans=(figure.sentence,)),)),
            origins=(Origin(names=(figure.chain[0].name,), figures=(figure.id,)),),
            independent=1,
            at_most=1,
            low=figure.low,
            high=figure.high,
        )
        for index, figure in enumerate(figures[::3])
    )
    title = members[0][0].title
    return KeptStory(
        id=f"story-{number:06}",
        changed=f"2025-{1 + number % 12:02}-{1 + number % 28:02}T{number % 24:02}:05:00Z",
        story=Story(
            id=content_id(*(each.id for each, _ in members)),
            title=title.words if title else "",
            start="2025-01-01",
            end="2025-12-28",
            reports=tuple(each for each, _ in members),
            copies=(),
            mentions=tuple(found for _, found in members),
            events={each.id: "2025-01-01" for each, _ in members},
            claims=claims,
            names=tuple(Identity(name=name.name, kind="person") for _, found in members[:5] for name in found.names),
        ),
    )


def kept(of: Report, found: Mentions, chance: random.Random) -> Kept:
    """The report as it is kept."""
    return Kept(
        report=of,
        mentions=found,
        hash=content_id(of.text),
        seen=SEEN,
        rules="1 sm",
        features=chance.randbytes(FEATURES),
    )


def made(numbers: list[int]) -> Batch:
    """The reports of these numbers with nothing concluded from them."""
    batch = []
    for number in numbers:
        chance = random.Random(number)  # noqa: S311 - invented text is no secret
        of = report(number, chance)
        batch.append(kept(of, mentions(of, chance), chance))
    return Batch(kept=tuple(batch), marks={f"url:{each.report.id}": each.report.id for each in batch})


def concluded(number: int, batch: Batch) -> KeptStory:
    """The story that these reports make."""
    return story(number, [(each.report, each.mentions) for each in batch.kept])


def fill(store: Store, plan: Plan) -> Iterator[int]:
    """Write all reports and stories, each story with its reports; how many reports are there after each batch."""
    members: dict[int, list[int]] = {}
    for number in range(plan.reports):
        members.setdefault(plan.story_of(number), []).append(number)
    waiting: list[tuple[int, Batch]] = []
    written = size = 0
    with store.writer() as writer:
        for number, reports in sorted(members.items()):
            waiting.append((number, made(reports)))
            size += len(reports)
            if size >= AT_ONCE or number == len(members) - 1:
                writer.write(_together(waiting, written))
                written += size
                waiting, size = [], 0
                yield written


def _together(parts: list[tuple[int, Batch]], written: int) -> Batch:
    stories = tuple(concluded(number, batch) for number, batch in parts)
    return Batch(
        kept=tuple(each for _, batch in parts for each in batch.kept),
        marks={name: value for _, batch in parts for name, value in batch.marks.items()},
        stories=stories,
        news=tuple(
            News(id=f"news-{each.id}", at=each.changed, story=each.id, kind="new story", words=each.story.title)
            for each in stories
        ),
        run=Run(
            id=f"run-{written}",
            command="add",
            begun=SEEN,
            ended=SEEN,
            rules="1 sm",
            read=len(parts),
            new=len(parts),
            changed=0,
            problems=0,
            seconds=1.0,
        ),
    )
