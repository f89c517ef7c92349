"""In: a story's quotes and names. Out: utterances: the renderings of one saying, its speaker, and how they differ."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import structs

from twosource.reconciling.identities import Bodies as Known
from twosource.reconciling.sources import Bodies
from twosource.records import Identity, Mentions, Quote, Report, Utterance, content_id
from twosource.text.folding import fold
from twosource.text.renderings import alike, differences, telling, tokens, word_for_word
from twosource.text.titles import HONORIFICS, RANKS, ROLES

_COMMON = 60
#: A speaker told by these alone ("the minister", "Brig.") is nobody yet.
_TITLES = HONORIFICS | RANKS | ROLES | {"the", "a", "an"}
_FEW = 2
_MOST_DIFFERENCES = 8


class _Saying(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """The pieces of one quotation in one report, in order."""

    report: str
    quotes: tuple[Quote, ...]
    speaker: str | None

    @property
    def words(self) -> str:
        """The pieces in one line."""
        return " ".join(quote.span.words for quote in self.quotes)


def group_quotes(
    reports: Sequence[Report],
    mentions: Sequence[Mentions],
    identities: Sequence[Identity],
    bodies: Bodies | None = None,
) -> tuple[Utterance, ...]:
    """The utterances of a story: quotes that render one saying, across reports and within one.

    Renderings may be cut, stitched with "…" or translated otherwise. They are one only where the speaker is the same, a
    body and its spokesperson, or unknown in one of them; the same words under two speakers are one too where they are
    long, and `speakers` then names both. `differences` tell how the other renderings differ from the fullest. The order
    of reports changes nothing.
    """
    bodies = bodies or Known(reports, mentions)
    kinds = {fold(one.name): one for one in identities}
    sayings = sorted(_sayings(mentions), key=lambda one: (one.report, one.quotes[0].span.start))
    parent = list(range(len(sayings)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for one, other in _pairs(sayings):
        if root(one) != root(other) and _same(sayings[one], sayings[other], bodies):
            parent[max(root(one), root(other))] = min(root(one), root(other))
    groups: defaultdict[int, list[_Saying]] = defaultdict(list)
    for index, saying in enumerate(sayings):
        groups[root(index)].append(saying)
    return tuple(_utterance(groups[first], bodies, kinds) for first in sorted(groups))


def name_speakers(mentions: Sequence[Mentions], utterances: Sequence[Utterance]) -> tuple[Mentions, ...]:
    """The mentions with speakers for quotes whose report names none: who said it by the other renderings.

    The chain is that of a rendering in the same report, as of a headline's words further down; where there is none it
    stays empty, since it holds what a report itself says.
    """
    spoken = {quote: utterance for utterance in utterances if utterance.speaker for quote in utterance.quotes}
    named = {quote.id: quote for one in mentions for quote in one.quotes if quote.speaker}

    def known(quote: Quote) -> Quote:
        utterance = spoken.get(quote.id)
        if quote.speaker or utterance is None:
            return quote
        siblings = [named[other] for other in utterance.quotes if other in named]
        own = next((other for other in siblings if other.span.report == quote.span.report), None)
        if own is None:
            return structs.replace(quote, speaker=utterance.speaker)
        return structs.replace(quote, speaker=own.speaker, chain=own.chain)

    return tuple(structs.replace(one, quotes=tuple(known(quote) for quote in one.quotes)) for one in mentions)


def _sayings(mentions: Sequence[Mentions]) -> Iterator[_Saying]:
    """The quotes of each report, pieces of one quotation together; a piece of another known speaker stands alone.

    A speaker told by an office alone counts as unknown.
    """
    for one in mentions:
        pieces: defaultdict[tuple[str, str], list[Quote]] = defaultdict(list)
        speakers: dict[str, str] = {}
        for quote in sorted(one.quotes, key=lambda quote: quote.span):
            if quote.speaker and quote.utterance:
                speakers.setdefault(quote.utterance, quote.speaker)
        for quote in sorted(one.quotes, key=lambda quote: quote.span):
            key = quote.utterance or quote.id
            pieces[key, quote.speaker or speakers.get(key, "")].append(quote)
        for (_, speaker), quotes in pieces.items():
            named = bool(set(fold(speaker).split()) - _TITLES)
            yield _Saying(report=one.report, quotes=tuple(quotes), speaker=speaker if named else None)


def _pairs(sayings: Sequence[_Saying]) -> Iterator[tuple[int, int]]:
    """Pairs of sayings that share two telling words, or the one of a short saying; of very common words few count."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    told = [telling(saying.words) or frozenset({" ".join(tokens(saying.words)[:3])}) for saying in sayings]
    for index, words in enumerate(told):
        for word in words:
            holders[word].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for holding in holders.values():
        shared.update(itertools.combinations(holding[:_COMMON], 2))
    for one, other in sorted(shared):
        if shared[one, other] > 1 or min(len(told[one]), len(told[other])) <= _FEW:
            yield one, other


def _same(one: _Saying, other: _Saying, bodies: Bodies) -> bool:
    """Whether two sayings render one utterance."""
    known = one.speaker is not None and other.speaker is not None
    together = known and _one_voice(one.speaker or "", other.speaker or "", bodies)
    if known and not together:
        return _word_for_word(one, other)
    pairs = [(left.span.words, right.span.words) for left in one.quotes for right in other.quotes]
    if len(pairs) > 1:
        pairs.append((one.words, other.words))
    return any(alike(left, right, sure=together) for left, right in pairs)


def _one_voice(one: str, other: str, bodies: Bodies) -> bool:
    reason = bodies.family(one, other)
    return reason is not None and "one government" not in reason and "owned by the state" not in reason


def _word_for_word(one: _Saying, other: _Saying) -> bool:
    """Whether two speakers are given the same words, too many for chance."""
    return any(word_for_word(left.span.words, right.span.words) for left in one.quotes for right in other.quotes)


def _utterance(group: Sequence[_Saying], bodies: Bodies, known: dict[str, Identity]) -> Utterance:
    quotes = tuple(quote.id for saying in group for quote in saying.quotes)
    names = Counter(bodies.canonical(saying.speaker) for saying in group if saying.speaker)
    order = sorted(names, key=lambda name: (not _is_person(name, known), -names[name], name))
    fullest = max(group, key=lambda saying: (len(tokens(saying.words)), saying.report))
    found: dict[str, None] = {}
    for saying in group:
        if saying is not fullest:
            found.update(dict.fromkeys(differences(fullest.words, saying.words)))
    return Utterance(
        id=content_id(*sorted(quotes)),
        quotes=quotes,
        speaker=order[0] if order else None,
        differences=tuple(itertools.islice(found, _MOST_DIFFERENCES)),
        speakers=tuple(sorted(names)) if len(names) > 1 else (),
    )


def _is_person(name: str, known: dict[str, Identity]) -> bool:
    identity = known.get(fold(name))
    return identity is not None and identity.kind == "person"
