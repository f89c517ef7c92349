"""In: a parsed report and its times. Out: its figures, without chains."""

import re
from collections.abc import Iterator, Sequence

from twosource.finding.figures import circumstances, exclusions, moments, money, shares
from twosource.finding.figures.again import tie_again
from twosource.finding.figures.antecedents import (
    is_apposed,
    is_charged,
    is_housed,
    noun_asked,
    noun_before,
    noun_reaching,
    numbered_before,
    parallel_before,
    stand_for,
)
from twosource.finding.figures.asked import coin, question_before, settle_asked
from twosource.finding.figures.clauses import Words
from twosource.finding.figures.deeds import NOUNS
from twosource.finding.figures.doings import is_doing, thing_before
from twosource.finding.figures.drafts import Draft
from twosource.finding.figures.echoes import counted_before, settle_echoes
from twosource.finding.figures.heads import draft, named_in_text
from twosource.finding.figures.inherited import settle_inherited
from twosource.finding.figures.listed import find_listed
from twosource.finding.figures.measures import own_measure, settle
from twosource.finding.figures.nones import is_none_figure
from twosource.finding.figures.predicates import is_meant_for, own_predicate
from twosource.finding.figures.sights import look_back
from twosource.finding.figures.ties import ENTRIES, divided_by, find_antecedent, is_of_rest, tie_conversion, tie_part
from twosource.finding.figures.ties import LEVELS as MEASURED
from twosource.finding.figures.topics import settle_topic
from twosource.finding.parse import Parsed, Sentence
from twosource.records import Figure, Span, Time, content_id
from twosource.text.amounts import find_amounts
from twosource.text.listing import listed
from twosource.text.numbers import MAYBE_NUMBER
from twosource.text.units import Countries

__all__ = ["find_figures"]

_MANY = 400


def find_figures(parsed: Parsed, times: Sequence[Time]) -> Iterator[Figure]:
    """The figures of a report in order: every slot but the chain, which attribution gives them later."""
    countries = Countries(parsed.report.text)
    drafts: list[Draft] = []
    dated = [time for time in times if time.type in ("DATE", "TIME")]
    for order, sentence in enumerate(parsed.sentences):
        if MAYBE_NUMBER.search(sentence.text):
            inside = [time for time in dated if sentence.start <= time.span.start < sentence.end]
            _read(parsed, order, inside, countries, drafts)
    settle_echoes(drafts)
    tie_again(drafts)
    settle_inherited(drafts)
    for made in drafts:
        _uncount(made)
    drafts = sorted([*drafts, *find_listed(parsed.sentences, drafts)], key=lambda made: made.start)
    words_before: dict[int, set[str]] = {}
    for made in drafts:
        yield _figure(
            made,
            parsed,
            [t for t in dated if made.words.sentence.start <= t.span.start < made.words.sentence.end],
            words_before,
        )


def _read(parsed: Parsed, order: int, times: Sequence[Time], countries: Countries, drafts: list[Draft]) -> None:
    """Add the drafts of one sentence to those of the report so far."""
    sentence = parsed.sentences[order]
    text = sentence.text.replace("\n", " ")
    amounts = find_amounts(text, countries)[:_MANY]
    if not amounts:
        return
    words = Words(sentence)
    title_case = _title_case(words)
    ahead = text + sentence.report.text[sentence.end : sentence.end + 24].replace("\n", " ")
    spots = [(time.span.start - sentence.start, time.span.end - sentence.start) for time in times]
    kept = [
        amount
        for amount in amounts
        if not (
            moments.is_dated(amount, spots)
            or moments.is_calendar(ahead, amount)
            or moments.is_age(text, amount)
            or exclusions.is_furniture(text, amount)
            or moments.is_placing(text, amount)
            or moments.is_old_person(words, amount)
            or (not amount.rival and exclusions.is_name(words, amount, title_case=title_case))
        )
    ]
    for place, amount in enumerate(kept):
        made = draft(words, amount)
        made.order, made.paragraph = order, sentence.paragraph
        if not _counts(made, drafts, beside=len(kept) > 1):
            continue
        floor = kept[place - 1].end if place else 0
        ceiling = kept[place + 1].start if place + 1 < len(kept) else len(text)
        if not _answers(made, parsed.sentences, drafts, floor, ceiling):
            _stand_in(made, parsed.sentences, drafts)
            _complete(made, drafts, (floor, ceiling), parsed.sentences)
        drafts.append(made)


def _answers(made: Draft, sentences: Sequence[Sentence], drafts: Sequence[Draft], floor: int, ceiling: int) -> bool:
    """Whether a headless number answers a question before it, which then gives its slots."""
    if made.unit or made.noun is not None or made.lack not in ("bare", "more"):
        return False
    place = question_before(sentences, made.order)
    if place is None or own_measure(made, floor, ceiling) or own_predicate(made):
        return False
    return settle_asked(made, drafts, place, sentences)


def _stand_in(made: Draft, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> None:
    """Give a headless number the noun of the question it answers, or, "of them", the plural before it."""
    if made.unit or made.noun is not None or made.amount.kind:
        return
    if made.amount.form not in ("count", "vague") and not (made.amount.form == "none" and made.lack == "them"):
        return
    near = next((other.order for other in reversed(drafts[-6:]) if other.amount.kind not in MEASURED | {"share"}), -9)
    place = question_before(sentences, made.order)
    if place == made.order - 1 and made.lack in ("bare", "them"):
        words = Words(sentences[place])
        noun = noun_asked(words)
        if noun is not None and near <= place:
            stand_for(made, words, noun)
            return
    listed = numbered_before(made) if made.lack == "bare" else None
    if listed is not None:
        stand_for(made, made.words, listed)
        return
    if made.lack == "them":
        _stand_for_them(made, sentences, near)


def _stand_for_them(made: Draft, sentences: Sequence[Sentence], near: int) -> None:
    """Give "60 of them" the plural that it stands beside, or the one before it; `near` is where the last count is."""
    if near < made.order and is_apposed(made):
        stand_for(made, made.words, made.words.at(made.amount.start) - 2)
        return
    if near >= made.order - 1:
        return
    noun = noun_before(made.words, made.first, made.verb)
    words = made.words
    if noun is None and made.order and sentences[made.order - 1].paragraph == made.paragraph:
        words = Words(sentences[made.order - 1])
        noun = noun_before(words, words.size)
    if noun is not None:
        stand_for(made, words, noun)


def _title_case(words: Words) -> bool:
    long = [word for word in words.word if word.isalpha() and len(word) > 3]  # noqa: PLR2004
    return len(long) > 2 and sum(word[:1].isupper() for word in long) >= 0.7 * len(long)  # noqa: PLR2004


_ORDINAL = re.compile(r"a\s+(third|fourth|fifth|sixth|seventh)$", re.IGNORECASE)
_NEXT = {"third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "seventh": 6}


def _is_next_one(made: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether "a fourth" is one more behind three, and no share: "three were locked and a fourth was hidden"."""
    found = _ORDINAL.match(made.words.text[made.amount.at : made.amount.stop])
    if found is None or made.words.get(made.words.after(made.amount.stop)) == "of" or not drafts:
        return False
    return drafts[-1].words is made.words and drafts[-1].amount.low == _NEXT[found.group(1).lower()]


def _counts(made: Draft, drafts: Sequence[Draft], *, beside: bool) -> bool:
    """Whether the draft is a figure and no pointer, no pronoun, no idiom, no count of sources."""
    words, amount = made.words, made.amount
    if amount.form == "none":
        return is_none_figure(made, drafts)
    return not (
        _is_next_one(made, drafts)
        or (exclusions.is_pointer(words, amount, made.noun, made.lemma) and not _is_new_rest(made, drafts))
        or exclusions.is_bare_one(
            words, amount, beside=beside or bool(drafts and drafts[-1].order >= made.order - 1), noun=made.noun
        )
        or exclusions.is_source_count(words, amount, made.noun, made.lemma)
    )


def _is_new_rest(made: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether "the other seven" is a number the report has not given: the rest of two it has."""
    value = made.amount.low or 0.0
    if made.words.get(made.words.at(made.amount.at) - 1) not in ("other", "remaining"):
        return False
    counts = [other for other in drafts if other.amount.kind == ""]
    wholes = [other for other in counts if made.order - other.order <= _REST_BACK and (other.amount.low or 0) > value]
    return len({other.amount.low for other in wholes}) > 1 and not any(other.amount.low == value for other in counts)


_REST_BACK = 3


def _complete(made: Draft, drafts: list[Draft], spot: tuple[int, int], sentences: Sequence[Sentence]) -> None:
    """Give the draft its unit, measure, population and ties, from its own clause or from figures before it."""
    floor, ceiling = spot
    last = drafts[-1] if drafts else None
    converted = tie_conversion(made, last)
    if made.unit == "point":
        made.unit = _point(made, last)
    _take_from_clause(made, drafts, floor)
    _limit(made)
    thing = thing_before(made, drafts)
    loose = made.lack in ("bare", "more") and divided_by(made, drafts) is None and not is_of_rest(made)
    if not made.unit and loose and (is_doing(made, thing) or is_meant_for(made) or is_housed(made, last)):
        made.people, made.unit = True, "person"
    if not converted and made.lack and made.amount.kind in ("", "share"):
        _lean_on(made, drafts, thing, sentences)
    tie_part(made, drafts)
    if not converted and made.amount.kind == "share":
        made.before = shares.retold(made, drafts) or made.before
    if not made.unit and made.before is not None and not float(made.amount.low or made.amount.high or 0.0).is_integer():
        _inherit_unit(made)  # "from 4 percent to 5.5 at the last meeting": of people there are no halves
    if not made.unit:
        settle(made, floor, ceiling, drafts)
        if not made.own:
            made.leaning = made.lack != "them"
            _inherit_unit(made)
    if not made.own:
        settle(made, floor, ceiling, drafts)
    settle_topic(made, drafts)
    if last is not None and shares.apposed(made, last):
        made.measure, made.own = last.measure, last.own
    _take_population(made, converted=converted)


def _uncount(made: Draft) -> None:
    """Take people and things from a number alone that has decimals: "it settled on 6.1" counts none told before."""
    amount = made.amount
    value = amount.low if amount.low is not None else amount.high or 0.0
    broken = amount.form == "count" and amount.scale == 1 and value < _FEW and not float(value).is_integer()
    counts = made.people or (not amount.kind and made.unit not in _IN_DECIMALS)
    if made.lack and counts and broken and not amount.joined:
        made.people, made.unit, made.measure, made.own, made.leaning = False, "", "number", False, True


_FEW = 1000
_IN_DECIMALS = frozenset({"magnitude", "point", "percentage point", "%", "ratio", "degree", "star", "child", "birth"})


def _take_from_clause(made: Draft, drafts: Sequence[Draft], floor: int) -> None:
    """Give a bare number the unit that its own clause names elsewhere: before it, as doer, as price, beside it."""
    if made.lack != "bare":
        return
    if not made.unit:
        counted_before(made, floor)
    counted = noun_reaching(made) if not made.unit else None
    if counted is not None:
        stand_for(made, made.words, counted)
        made.measure = NOUNS.get(made.lemma, "") if made.people else ""
        made.own = bool(made.measure)
    if not made.unit and ((is_charged(made) and coin(drafts)) or money.is_sum(made)):
        made.amount, made.unit = made.amount._replace(kind="money"), coin(drafts)
    beside = parallel_before(made, drafts) if not made.unit and not made.amount.kind else None
    if beside is not None:
        made.unit, made.people, made.lemma = beside.unit, beside.people, beside.lemma


def _lean_on(made: Draft, drafts: list[Draft], thing: Draft | None, sentences: Sequence[Sentence]) -> None:
    """Find the figure before that a headless number goes on from, or what the sentences before speak of."""
    made.before = find_antecedent(made, drafts)
    if not made.unit and is_of_rest(made):
        _inherit_unit(made)
    if made.before is not None or made.unit:
        return
    if made.lack == "them" and is_doing(made, thing):
        made.people, made.unit = True, "person"
    elif made.lack == "bare":
        look_back(made, sentences, drafts)


def _take_population(made: Draft, *, converted: bool) -> None:
    """Give the draft whom or what it counts: as its phrase names it, or as the figure before that it goes on from."""
    before = made.before
    made.of = made.of or named_in_text(made)
    own = _OWN.search(made.words.text[max(0, made.amount.start - 40) : made.amount.start])
    like = before is not None and before.people == made.people and not (made.unit == "%" and made.lack != "them")
    if made.of is None and before is not None and like and not own:
        made.of = before.of
        made.lemma = made.lemma or before.lemma
    if converted and before is not None:
        made.of, made.lemma, made.measure = before.of or made.of, before.lemma or made.lemma, before.measure


#: Losses of the speaker's own side are none of those counted before: "It put its own losses at 14 dead".
_OWN = re.compile(
    r"\b(?:its|their|his|our)\s+own\s+(?:losses|casualties|dead|wounded|side|troops|forces)\b", re.IGNORECASE
)


def _point(made: Draft, last: Draft | None) -> str:
    """The unit of points: "percentage point" between shares, "point" in a game or an index."""
    words = made.words
    text = words.text.lower()
    if _SCORED.search(text):
        return "point"
    if re.search(r"\bmargin\s+of\s+error\b", text):
        return "percentage point"
    if last is not None and last.words is words and last.unit == "%":
        before = words.get(words.at(made.amount.start) - 1)
        return "percentage point" if words.get(made.np_end) in _COMPARED or before in _COMPARED else "point"
    polled = bool(_POLLED.search(text)) and last is not None and last.unit == "%"
    return "percentage point" if polled else "point"


_SCORED = re.compile(
    r"\b(?:index|dow|nasdaq|ftse|dax|nikkei|s&p|shares?\s+(?:prices?|closed)|stocks?|season|league|rebounds?|assists?|quarterback"
    r"|playoffs?|championship|standings|scored?|game|match|goals?)\b"
)
_POLLED = re.compile(
    r"\b(?:polls?|turnout|vote|voters?|lead|majority|swing|support|approval|ruling|threshold|rate|inflation)\b"
)
_COMPARED = listed("by lower higher up down more less fewer ahead behind clear above below")
_HELD_TO = re.compile(
    r"\b(?:must|shall|has\s+to|have\s+to|had\s+to|is\s+to|are\s+to|requir\w+|calls?\s+for|called\s+for|obliged?|deadline|limits?|rules?"
    r"|law|ceiling|ordered|entitled|eligible|each|every|any|anyone|anybody|those|whoever)\b[^.;]{0,50}$",
    re.IGNORECASE,
)


def _limit(made: Draft) -> None:
    """A limit that others are held to is the number itself: "must report within 90 days", "any delay over 48 hours"."""
    amount = made.amount
    bound = amount.low if amount.high is None else amount.high if amount.low is None else None
    if bound is None or not amount.modifier or amount.kind not in ("time", "speed", "power", "length", "temperature"):
        return
    if _HELD_TO.search(made.words.text[max(0, amount.start - 70) : amount.start]):
        made.amount = amount._replace(low=bound, high=bound)


def _inherit_unit(made: Draft) -> None:
    """A headless figure takes unit and kind of the one it leans on; a negative one without any is a temperature."""
    source = made.before
    if source is None:
        cold = made.amount.low is not None and made.amount.low < 0
        made.unit = "°C" if cold else ""
        if cold:
            made.amount, made.leaning = made.amount._replace(kind="temperature"), False
        return
    made.unit, made.people = source.unit, source.people
    if source.unit in ENTRIES and (made.amount.low or 0.0) > source.top:
        made.unit, made.people = "person", True
    made.amount = made.amount._replace(kind=made.amount.kind or source.amount.kind)


def _figure(made: Draft, parsed: Parsed, times: Sequence[Time], near: dict[int, set[str]]) -> Figure:
    span, sentence = _span(made, parsed), made.words.sentence
    stance, corrected = circumstances.stance_of(made)
    low, high = made.amount.low, made.amount.high
    return Figure(
        id=_id(made, parsed),
        span=span,
        sentence=sentence.whole,
        low=_rounded(low, made.unit),
        high=_rounded(high, made.unit),
        about=made.amount.about,
        unit=made.unit,
        measure=made.measure,
        of=made.of,
        place=circumstances.place_of(made),
        as_of=circumstances.as_of(made, times),
        stance=stance,
        noun=made.lemma or None,
        verb=made.words.lemma(made.verb) if made.verb is not None else None,
        terms=tuple(sorted(circumstances.clause_terms(made))),
        near=tuple(sorted(_near(made, parsed, near))),
        relation=made.relation or None,  # type: ignore[arg-type]
        whole=_id(made.whole, parsed) if made.whole is not None else None,
        heading=sentence.heading,
        corrected=corrected and stance == "denied",
        lent=not made.own,
        leaning=made.leaning and not made.own,
    )


def _span(made: Draft, parsed: Parsed) -> Span:
    return parsed.report.span(made.start, made.end)


def _id(made: Draft, parsed: Parsed) -> str:
    span = _span(made, parsed)
    return content_id(parsed.report.id, span.start, span.end, span.words)


def _near(made: Draft, parsed: Parsed, known: dict[int, set[str]]) -> set[str]:
    """Content lemmas of the sentence and, for a headless figure, of the sentence before."""
    found: set[str] = set()
    orders = [made.order - 1, made.order] if made.lack and made.order else [made.order]
    for order in orders:
        if order not in known:
            words = made.words if order == made.order else Words(parsed.sentences[order])
            known[order] = circumstances.content(words, range(words.size))
        found |= known[order]
    return found


def _rounded(value: float | None, unit: str) -> float | None:
    """Endless shares to two decimals, below one per cent to two digits; all else without floating noise."""
    if value is None:
        return None
    if unit == "%" and abs(value) < 1:
        return float(f"{value:.2g}")
    if unit == "%" and value != round(value, 3):
        return round(value, 2)
    return float(f"{value:.12g}")
