"""In: a few words a figure. Out: figures, reports and stories to reconcile in tests."""

from collections.abc import Mapping, Sequence
from typing import Any

from twosource.reconciling import reconcile
from twosource.records import Claim, Copy, Day, Figure, Group, Link, Mentions, Report, Span, Story, content_id


def figure(
    report: str,
    words: str,
    sentence: str,
    *,
    chain: Sequence[str] = (),
    kind: str = "body",
    **slots: Any,  # noqa: ANN401
) -> Figure:
    """A figure whose `words` stand in `sentence`, which is all that its report says of it."""
    start = sentence.index(words)
    span = Span(report=report, start=start, end=start + len(words), words=words)
    number = float(words.replace(",", "").split()[-1].strip("%")) if words[-1].isdigit() else 0.0
    terms = tuple(sorted({word.strip(".,").casefold() for word in sentence.split() if len(word) > 3}))
    given: dict[str, Any] = {
        "low": number, "high": number, "unit": "person", "measure": "killed", "noun": "person",
        "terms": terms, "near": terms, **slots,
    }  # fmt: skip
    links = tuple(Link(name=name, kind=kind) for name in chain)  # type: ignore[arg-type]
    whole = Span(report=report, start=0, end=len(sentence), words=sentence)
    return Figure(id=content_id(span, sentence), span=span, sentence=whole, chain=links, **given)


def story(
    figures: Sequence[Figure], days: Mapping[str, str] | None = None, copies: Mapping[str, str] | None = None
) -> Story:
    """The story of these figures; every report is the sentences of its figures."""
    names = sorted({one.span.report for one in figures})
    days = days or {}
    reports = [
        Report(
            id=name,
            text="\n".join(one.sentence.words for one in figures if one.span.report == name),
            outlet=f"Outlet {name}",
            published=Day(value=days[name], how="given") if name in days else None,
        )
        for name in names
    ]
    mentions = [
        Mentions(report=name, figures=tuple(one for one in figures if one.span.report == name)) for name in names
    ]
    made = [Copy(report=one, of=other, share=1.0) for one, other in (copies or {}).items()]
    return reconcile(Group(reports=tuple(names), events=dict.fromkeys(names, "1")), reports, made, mentions)


def verdict(claim: Claim) -> str:
    """The name of a claim's verdict."""
    return type(claim.verdict).__name__
