"""Whose a public body is, where bodies of several states are named alike."""

from told import figure, story

from twosource.reconciling.states import with_states
from twosource.records import Figure, Mentions, Name, Report


def _report(name: str, text: str) -> Report:
    return Report(id=name, text=text)


def _said(report: str, sentence: str, number: str, by: str) -> Figure:
    return figure(report, number, sentence, chain=[by])


ONE = "The Rovian army took 26 men, the Velian army said; Rovian guns fell silent."
OTHER = "Rovian losses are 480, the Rovian press wrote, citing the defence ministry."
WAR = (
    _said("a", ONE, "26", "Velian army"),
    _said("b", "Rovian guns killed 12, said the Rovian general staff.", "12", "Rovian general staff"),
)


def _chains(mentions: list[Mentions]) -> list[str]:
    return [link.name for one in mentions for found in one.figures for link in found.chain]


def test_a_body_named_without_its_state_is_of_the_state_that_its_report_speaks_of() -> None:
    last = _said("c", OTHER, "480", "defence ministry")
    reports = [_report("a", ONE), _report("b", WAR[1].sentence.words), _report("c", OTHER)]
    mentions = [Mentions(report=one.span.report, figures=(one,)) for one in (*WAR, last)]
    names = Mentions(
        report="c", figures=(last,), names=(Name(name="Idris Vane", kind="person", of="the Defence Ministry"),)
    )
    told = with_states(reports, [*mentions[:2], names])
    assert _chains(told) == ["Velian army", "Rovian general staff", "Rovian defence ministry"]
    assert told[2].names[0].of == "Rovian Defence Ministry"


def test_nothing_changes_where_one_state_speaks() -> None:
    last = _said("c", OTHER, "480", "defence ministry")
    mentions = [Mentions(report=one.span.report, figures=(one,)) for one in (WAR[1], last)]
    assert with_states([_report("b", WAR[1].sentence.words), _report("c", OTHER)], mentions) == mentions


def test_the_armies_of_two_states_are_two_origins_of_one_count() -> None:

    sentence = "By the count of the {} army {} Rovian soldiers were captured."
    one = figure("a", "26", sentence.format("Velian", 26), chain=["Velian army"], measure="captured")
    other = figure("b", "40", sentence.format("Rovian", 40), chain=["Rovian army"], measure="captured")
    assert [claim.independent for claim in story([one, other]).claims] == [2]
