"""In: a story of a store. Out: the judgements on it that find nothing to act on any more, each with the reason."""

from twosource.desk.standing import bidding, standing
from twosource.records import DifferentNames, JoinOrigins, SameName
from twosource.records.judgements import Judgement
from twosource.store import View


def orphans(view: View, story: str) -> dict[str, str]:
    """Why judgements on a story (lasting id) find nothing to act on, by their ids; they are kept all the same.

    A figure is missed where its words are gone, or the program reads no figure in them any more; a name where no report
    of the story has it any more.
    """
    judgements = standing(view.judgements(story))
    kept = view.story(story)
    if kept is None or not judgements:
        return {}
    reports = [report.id for report in kept.story.reports]
    there = view.kept(reports)
    lost = dict(bidding(judgements, [one.report for one in there], [one.mentions for one in there]).lost)
    known = {form.casefold() for one in kept.story.names for form in (one.name, *one.also)}
    known |= {(report.outlet or "").casefold() for report in kept.story.reports} | set(reports)
    known |= {link.name.casefold() for one in there for figure in one.mentions.figures for link in figure.chain}
    for judgement in judgements:
        gone = _names_gone(judgement, known)
        if gone:
            lost[judgement.id] = f"no report names “{gone}” any more"
    return lost


def _names_gone(judgement: Judgement, known: set[str]) -> str | None:
    decision = judgement.decision
    if not isinstance(decision, SameName | DifferentNames | JoinOrigins):
        return None
    return next((name for name in (decision.a, decision.b) if not {name, name.casefold()} & known), None)
