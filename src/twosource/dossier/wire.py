"""In: a Dossier record. Out: the JSON dossier of the guide, `{"stories": [...]}`, with stable bytes."""

import msgspec

from twosource.records import Dossier, Figure, Quote, Span, Statement, Story, Time, TimelineEntry


def _chain(item: Figure | Quote | Statement) -> list[str]:
    return [link.name for link in item.chain]


def _place(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _at(span: Span) -> dict[str, object]:
    return {"report": span.report, "start": span.start, "end": span.end, "text": span.words}


def _figure(figure: Figure, claim: str | None) -> dict[str, object]:
    return {
        **_at(figure.span), "low": figure.low, "high": figure.high, "about": figure.about, "unit": figure.unit,
        "measure": figure.measure, "of": figure.of, "place": figure.place, "as_of": figure.as_of,
        "chain": _chain(figure), "stance": figure.stance, "claim": claim, "id": figure.id,
    }


def _time(time: Time) -> dict[str, object]:
    return {**_at(time.span), "type": time.type, "value": time.value}


def _statement(statement: Statement) -> dict[str, object]:
    return {
        "report": statement.content.report, "kind": statement.kind, "source": _place(statement.source),
        "cue": _place(statement.cue), "content": _place(statement.content), "chain": _chain(statement),
    }


def _entry(entry: TimelineEntry) -> dict[str, object]:
    row: dict[str, object] = {
        "id": entry.id, "start": entry.start, "end": entry.end, "what": entry.what,
        "mentions": [_at(span) for span in entry.mentions],
    }
    if entry.disputed:
        row["disputed"] = entry.disputed
    return row


def story_dict(story: Story) -> dict[str, object]:
    """One story as plain data in the words of the guide."""
    claim_of = {figure: claim.id for claim in story.claims for figure in claim.figures}
    group_of = {quote: utterance.id for utterance in story.utterances for quote in utterance.quotes}
    copy_of = {copy.report: copy.of for copy in story.copies}
    return {
        "id": story.id, "title": story.title, "start": story.start, "end": story.end,
        "reports": [
            {
                "id": report.id, "outlet": report.outlet, "url": report.url,
                "published": report.published.value if report.published else None,
                "copy_of": copy_of.get(report.id), "event": story.events.get(report.id),
                "text": report.text, "furniture": [_at(span) for span in report.furniture],
            }
            for report in story.reports
        ],
        "figures": [_figure(f, claim_of.get(f.id)) for m in story.mentions for f in m.figures],
        "claims": [
            {
                "id": claim.id, "question": claim.question, "verdict": type(claim.verdict).__name__.lower(),
                "origins": [list(origin.names) for origin in claim.origins], "independent": claim.independent,
                "at_most": claim.at_most, "low": claim.low, "high": claim.high, "unit": claim.unit,
                "why": [{"rule": reason.rule, "detail": reason.detail} for reason in claim.verdict.reasons],
            }
            for claim in story.claims
        ],
        "related": [{"a": r.a, "b": r.b, "why": r.why, "detail": r.detail} for r in story.related],
        "quotes": [
            {**_at(q.span), "speaker": q.speaker, "chain": _chain(q), "group": group_of.get(q.id, q.id)}
            for m in story.mentions for q in m.quotes
        ],
        "timeline": [_entry(entry) for entry in story.timeline],
        "times": [_time(time) for m in story.mentions for time in m.times],
        "statements": [_statement(statement) for m in story.mentions for statement in m.statements],
        "names": [{"name": n.name, "kind": n.kind, "also": list(n.also)} for n in story.names],
    }


def to_json(dossier: Dossier) -> bytes:
    """The whole dossier as UTF-8 JSON, keys in a fixed order, one line end at the end."""
    whole = {
        "version": dossier.version,
        "stories": [story_dict(story) for story in dossier.stories],
        "problems": [msgspec.to_builtins(problem) for problem in dossier.problems],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"
