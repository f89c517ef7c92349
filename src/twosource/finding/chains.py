"""In: figures, quotes and statements of a report. Out: figures and quotes with chains, stances and speakers."""

import re
from collections.abc import Collection, Mapping, Sequence

from msgspec import structs
from spacy.tokens import Token

from twosource.finding.chain_carry import REACH, carried, number_of
from twosource.finding.chain_headings import converted, inherit
from twosource.finding.chain_hearsay import is_audience
from twosource.finding.chain_index import Told
from twosource.finding.chain_issuer import issuer
from twosource.finding.chain_phrases import word_set
from twosource.finding.chain_stance import stance_of
from twosource.finding.chain_weighed import weighed
from twosource.finding.cues import VERBS, Cue
from twosource.finding.parse import Parsed, Sentence
from twosource.records import Figure, Link, Name, Quote, Span, Statement
from twosource.text.listing import listed

_WORD = re.compile(r"\w+")


def attribute(
    parsed: Parsed,
    figures: Sequence[Figure],
    quotes: Sequence[Quote],
    statements: Sequence[Statement],
    names: Sequence[Name],
) -> tuple[tuple[Figure, ...], tuple[Quote, ...]]:
    """Give each figure its chain and stance, each quote its speaker and chain; both keep their order.

    A figure stands under every statement whose content holds it, the outermost nearest; where none does, it goes on
    with the source of the sentence before, unless the report's own voice is plain; a heading's figure takes the chain
    of the same figure further down.
    """
    speaking = [statement for statement in statements if statement.chain and statement.force != "acts"]
    serves = {name.name: name.of for name in names if name.kind == "person" and name.of is not None}
    spoken, everything = Told(speaking), Told(statements)
    places = {name.name for name in names if name.kind == "place"}
    told = tuple(_figure(parsed, figure, spoken, everything, places) for figure in figures)
    told = tuple(structs.replace(figure, chain=_without_own_body(figure.chain, serves)) for figure in told)
    said = _repeated(tuple(_quote(quote, statements) for quote in quotes))
    return _issued(parsed, inherit(parsed, converted(parsed, told))), said


def _issued(parsed: Parsed, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Figures in order; what nobody else says in a body's own report or release is that body's word."""
    body = issuer(parsed.report)
    if body is None:
        return figures
    return tuple(figure if figure.chain else structs.replace(figure, chain=(body,)) for figure in figures)


def _figure(parsed: Parsed, figure: Figure, spoken: Told, everything: Told, places: Collection[str]) -> Figure:
    if is_audience(figure, parsed.report.text):
        return structs.replace(figure, stance="asserted")
    holding = [one for one in spoken.holding(figure.span) if not _paid(one, figure, parsed.report.text)]
    holding = [one for one in holding if not _told_beside(parsed, one, figure.span)]
    holding = weighed(figure, holding, parsed.report.text, places)
    holding = _own(holding, parsed.report.text, figure.span.start)
    holding = [one for one in holding if not _contested(one, holding, figure, parsed.report.text)]
    number = number_of(parsed, figure.span.start)
    told_of = [one for one in holding if not _whole_before(parsed, one, figure)]
    chain = _nested(told_of) or _sampled(figure.span, spoken)
    if not chain and len(told_of) == len(holding) and number is not None and not everything.naming(figure.span):
        first = parsed.sentences[max(0, number - REACH - 1)].start
        last = parsed.sentences[min(number + 1, len(parsed.sentences) - 1)].end
        chain = carried(parsed, number, figure.span, spoken.cued(first, last))
    over = [one for one in everything.holding(figure.span) if one.force != "acts"]
    return structs.replace(figure, chain=chain, stance=stance_of(parsed, figure, over, number))


#: Words by which a speaker denies what another maintains.
_NOT = re.compile(
    r"\b(?:never|not|no|nor|den(?:y|ies|ied)|rejected|reject(?:s)?|disputed?|false|untrue)\b|n[’']t\b", re.IGNORECASE
)
_AS = re.compile(r"\bas (?:had been |was |is |has been |\w+ly )?$", re.IGNORECASE)
_NOT_REACH = 90


def _contested(one: Statement, holding: Sequence[Statement], figure: Figure, text: str) -> bool:
    """Whether one only maintains what another denies: "It never had 430 people, as papers write, its head said"."""
    parts = [part.start for part in (one.source, one.cue) if part is not None]
    first = min(parts, default=0)
    if len(holding) < 2 or first < figure.span.end or _AS.search(text[max(0, first - _BESIDE_REACH) : first]) is None:  # noqa: PLR2004
        return False
    others = [other for other in holding if other is not one and other.chain != one.chain]
    left = max(min((other.content.start for other in others), default=first), figure.span.start - _NOT_REACH)
    cues = " ".join(other.cue.words for other in others if other.cue is not None)
    return bool(others) and _NOT.search(text[left : figure.span.start] + " " + cues) is not None


#: What a sentence opens with to tell of a part of it, or of the time that something took.
_WHOLE = re.compile(
    r"(?:^|[.!?”\"\n]\s*)(?:of|(?P<time>in|during|over|within)) (?:the|its|their|all|his|her|these|those)"
    r"(?: \w+['’]s)? $",
    re.IGNORECASE,
)
_WHOLE_REACH = 40
_TIMES = frozenset({"hour", "day", "week", "month", "year", "minute"})


def _whole_before(parsed: Parsed, one: Statement, figure: Figure) -> bool:
    """Whether one only refers to a figure, so as to tell of a part: "Of the 620 men a third have gone, he said".

    Who is set in right behind it tells it: "Of the 620 men, he said, a third have gone".
    """
    text = parsed.report.text
    opened = _WHOLE.search(text[max(0, figure.span.start - _WHOLE_REACH) : figure.span.start])
    sentence = parsed.at(figure.span.start) if opened is not None and one.force != "pledges" else None
    if opened is None or sentence is None or one.cue is None or (opened["time"] and figure.unit not in _TIMES):
        return False
    first = min(part.start for part in (one.source, one.cue) if part is not None)
    between = [t for t in sentence.doc if figure.span.end <= sentence.start + t.idx < first]
    return any(t.tag_ == "CD" or t.like_num or t.lower_ in _PARTS for t in between)


_PARTS = listed("half third quarter fifth tenth none nobody most all many few")


def _without_own_body(chain: tuple[Link, ...], serves: Mapping[str, str]) -> tuple[Link, ...]:
    """A chain in which who speaks for a body stands alone: "the county has recorded 212, its health officer said"."""
    return tuple(
        link
        for place, link in enumerate(chain)
        if not place or link.kind != "body" or not _serves(serves.get(chain[place - 1].name), link.name)
    )


def _serves(body: str | None, name: str) -> bool:
    return body is not None and (body == name or word_set(name) == word_set(body))


_ASIDE = re.compile(r",\s*(?:which|whom|who)\s+(?:the\s+)?$", re.IGNORECASE)
_ASIDE_REACH = 12
#: Words before another's number that is only set beside what is told: "well over the governor's estimate of 90".
_BESIDE = re.compile(
    r"\b(?:over|above|below|under|than|against|beyond|short of|double|twice|compared (?:with|to)|as (?:many|much) as"
    r"|exceed(?:s|ed|ing)?|up from|down from|instead of|not|unlike|despite|close to|near)"
    r" (?:the |its |his |her |their )?$",
    re.IGNORECASE,
)
_BESIDE_REACH = 24
_CLIMB = 12
_DEMAND = re.compile(r"(?:demand|offer|request|proposal|bid|pledge|promise)s?", re.IGNORECASE)
_DEED = Cue("acts")
#: Who fines or sentences tells what for.
_PUNISHES = re.compile(r"\b(?:fin|sentenc)", re.IGNORECASE)
#: Verbs of what shall come of an order: "a fund that will pay 40 million".
_DUE = listed("pay cover cost receive get be cut rise give provide last come")


def _own(holding: list[Statement], text: str, at: int) -> list[Statement]:
    """The statements that are told of a figure: an amount has one who pledges it, an aside one who speaks in it.

    "A rally, which organisers say drew 80,000, was broken up, doctors said": the doctors did not count.
    """
    pledges = [one for one in holding if one.force == "pledges"]
    inmost = min(pledges, key=lambda one: (one.content.end - one.content.start, one.content.start), default=None)
    told = any(one.force == "says" and inmost is not None and _tells_of(one, inmost) for one in holding)
    if told and inmost is not None and _owned(inmost, text) and not _set_in(inmost, holding):
        return [inmost]  # "The ministry rejects the union's demand for 400 posts"
    kept = [one for one in holding if one.force != "pledges" or (one is inmost and not told)]
    beside = [one for one in kept if _set_beside(one, text)]
    if beside:
        return beside
    for one in kept:
        first = min((part.start for part in (one.source, one.cue) if part is not None), default=0)
        outer = [other for other in kept if other.cue is not None and other is not one and other.content.start < first]
        if outer and _ASIDE.search(text[max(0, first - _ASIDE_REACH) : first]):
            closed = ", " in text[first:at]
            return [other for other in kept if (other is not one if closed else other not in outer)]
    return kept


def _owned(pledge: Statement, text: str) -> bool:
    """Whether an amount is told by a noun with its owner: "the union's demand for", "an offer of 4% from the firm"."""
    if pledge.source is None or pledge.cue is None or _DEMAND.fullmatch(pledge.cue.words) is None:
        return False
    at = pledge.source.start
    return pledge.source.words.endswith(("'s", "’s", "'", "’")) or _FROM.search(text[max(0, at - 9) : at]) is not None


_FROM = re.compile(r"\b(?:from|by) (?:the )?$", re.IGNORECASE)


def _set_in(pledge: Statement, holding: Sequence[Statement]) -> bool:
    """Whether someone tells of a demand from inside its sentence: "Its demand, relatives said, was 500 million"."""
    begins = 0 if pledge.source is None else pledge.source.start
    tellers = [one for one in holding if one.force == "says" and one.cue is not None and one is not pledge]
    return bool(tellers) and all(one.cue is not None and one.cue.start > begins for one in tellers)


def _tells_of(one: Statement, pledge: Statement) -> bool:
    """Whether one tells of what another offers or seeks: then he is the source: "a rival bid 6 million, she said"."""
    return one.cue is not None and pledge.cue is not None and one.content.holds(pledge.cue)


def _told_beside(parsed: Parsed, one: Statement, span: Span) -> bool:
    """Whether a figure only stands in a clause about what is ordered: "ordered the firm, which employs 400, to pay"."""
    orders = one.force == "pledges" and one.cue is not None and _PUNISHES.search(one.cue.words) is None
    sentence = parsed.at(span.start) if orders else None
    token = None if sentence is None else _token(sentence, span)
    if sentence is None or token is None or one.cue is None:
        return False
    for _ in range(_CLIMB):
        behind = sentence.start + token.idx >= one.cue.end
        if token.dep_ == "relcl" and behind:
            return VERBS.get(token.lemma_.lower(), _DEED).force == "acts" and token.lemma_.lower() not in _DUE
        if token.head == token or not behind:
            return False
        token = token.head
    return False


_PAID = frozenset({"person", "family", "household", "home", "farm"})
_PAYEES = re.compile(r"\b(?:to|among|between) (?:each of |all |all of )?(?:the |these |those )?$", re.IGNORECASE)


def _paid(one: Statement, figure: Figure, text: str) -> bool:
    """Whether a figure counts who gets the amount that is pledged or ordered: "to pay €600 each to 212 passengers"."""
    before = text[max(one.content.start, figure.span.start - _BESIDE_REACH) : figure.span.start]
    return one.force == "pledges" and figure.unit in _PAID and _PAYEES.search(before) is not None


def _token(sentence: Sentence, span: Span) -> Token | None:
    """The last token of a figure."""
    return next((t for t in reversed(sentence.doc) if sentence.start + t.idx < span.end), None)


def _set_beside(one: Statement, text: str) -> bool:
    """Whether another's number only stands in comparison with what is told: then he alone is its source."""
    parts = [part for part in (one.source, one.cue) if part is not None]
    first = min([one.content.start, *(part.start for part in parts)])
    return bool(parts) and bool(_BESIDE.search(text[max(0, first - _BESIDE_REACH) : first]))


def _repeated(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Quotes in order; one without a speaker, as in a headline, has that of the quote which repeats its words."""
    words = {quote.id: " ".join(_WORD.findall(quote.span.words.casefold())) for quote in quotes}
    known = [quote for quote in quotes if quote.speaker is not None]
    done: list[Quote] = []
    for quote in quotes:
        same = next((other for other in known if words[quote.id] and words[quote.id] in words[other.id]), None)
        if quote.speaker is None and same is not None:
            done.append(structs.replace(quote, speaker=same.speaker, chain=same.chain[-1:]))
        else:
            done.append(quote)
    return tuple(done)


def _covers(statement: Statement, span: Span) -> bool:
    """Whether most of a quotation stands in a statement's content."""
    left, right = max(statement.content.start, span.start), min(statement.content.end, span.end)
    return 2 * (right - left) > span.end - span.start


_SURVEY = re.compile(r"\b(?:survey|poll|study|sample|trial|questionnaire)\b", re.IGNORECASE)


def _sampled(span: Span, spoken: Told) -> tuple[Link, ...]:
    """Who asked so many: the size of a sample told in the source's own phrase, "a poll of 1,000 adults by X"."""
    for statement in spoken.naming(span):
        source = statement.source
        inside = source is not None and source.start < span.start
        if source is not None and inside and _SURVEY.search(source.words[: span.start - source.start]):
            return statement.chain
    return ()


def _nested(holding: Sequence[Statement]) -> tuple[Link, ...]:
    """The chains of statements one inside another, from the outermost to the innermost."""
    links: list[Link] = []
    for statement in sorted(
        holding, key=lambda s: (-_depth(s, holding), not _behind(s), s.content.start - s.content.end, s.content.start)
    ):
        for place, link in enumerate(statement.chain):
            same = next((n for n, other in enumerate(links) if link.name.casefold() == other.name.casefold()), None)
            if same is not None and place and same:  # both cite it: it stands behind the nearer to it
                links.append(links.pop(same))
            elif same is None:
                links.append(link)
    return tuple(links)


def _behind(statement: Statement) -> bool:
    """Whether an attribution stands behind all it reports, and so over what others say in there."""
    return statement.cue is not None and statement.cue.start >= statement.content.end


def _depth(statement: Statement, others: Sequence[Statement]) -> int:
    """How many of the other statements stand in this one's content by their cue: the more, the further out it is."""
    return sum(o.cue is not None and o is not statement and statement.content.holds(o.cue) for o in others)


def _over_quotation(holding: Sequence[Statement]) -> list[Statement]:
    """The statements over a quotation, without those in plain words that stand inside what it is quoted from."""
    quoting = [s for s in holding if s.kind != "indirect"]
    outer = [s for s in holding if any(o.cue is not None and s.content.holds(o.cue) for o in quoting)]
    return [s for s in holding if s in quoting or s in outer] or list(holding)


def _quote(quote: Quote, statements: Sequence[Statement]) -> Quote:
    holding = _over_quotation([s for s in statements if s.chain and _covers(s, quote.span)])
    chain = _nested([s for s in holding if s.force != "acts"]) or _nested(holding[-1:])
    if not chain:
        return quote
    return structs.replace(quote, chain=chain, speaker=chain[-1].name)
