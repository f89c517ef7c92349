"""Laws of setting reports side by side, on made stories."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from told import figure, verdict

from twosource.reconciling import reconcile
from twosource.records import Copy, Day, Figure, Group, Link, Mentions, Report, Story, content_id

BODIES = ("Mill Union", "Health Ministry", "Red Star Clinic")
PLACES = ("mill", "dam", "port")
MEASURES = ("killed", "injured", "rescued")
REPORTS = ("a", "b", "c")
SLOW = settings(deadline=None, max_examples=40)

Row = tuple[str, int, str, str, str]

ROWS = st.lists(
    st.tuples(
        st.sampled_from(REPORTS),
        st.integers(min_value=0, max_value=400),
        st.sampled_from(MEASURES),
        st.sampled_from(PLACES),
        st.sampled_from(("", *BODIES)),
    ),
    min_size=1,
    max_size=9,
)
STANCES = st.lists(st.sampled_from(("asserted", "asserted", "denied", "doubted")), min_size=9, max_size=9)


def _figures(rows: list[Row], stances: list[str]) -> list[Figure]:
    made = []
    for number, ((report, value, measure, place, who), stance) in enumerate(zip(rows, stances, strict=False)):
        sentence = f"On line {number} it says that {value} people were {measure} at the {place}, {who or 'it adds'}."
        one = figure(report, str(value), sentence, chain=[who] if who else [], measure=measure, stance=stance)
        made.append(structs.replace(one, id=content_id(report, number)))
    return made


def _story(figures: list[Figure], order: tuple[str, ...] = REPORTS, copies: tuple[Copy, ...] = ()) -> Story:
    names = [*order, *(copy.report for copy in copies)]
    reports = [
        Report(
            id=name,
            text="\n".join(one.sentence.words for one in figures if one.span.report == name),
            outlet=f"Outlet {name.upper()}",
            published=Day(value=f"2024-05-0{REPORTS.index(name[0]) + 1}", how="given"),
        )
        for name in names
    ]
    mentions = [
        Mentions(report=name, figures=tuple(one for one in figures if one.span.report == name)) for name in names
    ]
    return reconcile(Group(reports=tuple(names), events=dict.fromkeys(names, "1")), reports, list(copies), mentions)


def _outcome(story: Story) -> list[tuple[object, ...]]:
    return sorted((sorted(c.figures), verdict(c), c.low, c.high, c.independent, c.at_most) for c in story.claims)


@given(ROWS, STANCES, st.sampled_from(list(itertools.permutations(REPORTS))))
@SLOW
def test_the_order_of_reports_changes_nothing(rows: list[Row], stances: list[str], order: tuple[str, ...]) -> None:
    figures = _figures(rows, stances)
    assert _story(figures) == _story(figures, order)


@given(ROWS, STANCES)
@SLOW
def test_every_figure_is_in_one_claim_and_low_is_not_above_high(rows: list[Row], stances: list[str]) -> None:
    figures = _figures(rows, stances)
    story = _story(figures)
    assert sorted(name for claim in story.claims for name in claim.figures) == sorted(one.id for one in figures)
    for claim in story.claims:
        assert claim.low is None or claim.high is None or claim.low <= claim.high
        assert claim.independent <= claim.at_most
        assert claim.independent == len(claim.origins)
        assert claim.question.endswith("?")


@given(ROWS, STANCES)
@SLOW
def test_a_copy_adds_no_origin_no_agreement_and_no_conflict(rows: list[Row], stances: list[str]) -> None:
    figures = _figures(rows, stances)
    again = [
        structs.replace(
            one,
            id=content_id("copy", one.id),
            span=structs.replace(one.span, report="a2"),
            sentence=structs.replace(one.sentence, report="a2"),
        )
        for one in figures
        if one.span.report == "a"
    ]
    before = {name: claim for claim in _story(figures).claims for name in claim.figures}
    for claim in _story([*figures, *again], copies=(Copy(report="a2", of="a", share=1.0),)).claims:
        names = [name for name in claim.figures if name in before]
        if not names or {before[name].id for name in names} != {before[names[0]].id}:
            continue
        old = before[names[0]]
        if sorted(old.figures) == sorted(names):
            assert claim.independent == old.independent
            assert claim.at_most == old.at_most
            assert verdict(claim) == verdict(old)


@given(ROWS, STANCES)
@SLOW
def test_renaming_a_body_everywhere_changes_nothing(rows: list[Row], stances: list[str]) -> None:
    figures = _figures(rows, stances)
    renamed = [
        structs.replace(
            one,
            chain=tuple(Link(name=link.name.replace("Mill Union", "Tram Guild"), kind="body") for link in one.chain),
        )
        for one in figures
    ]
    assert _outcome(_story(figures)) == _outcome(_story(renamed))


@given(st.lists(st.integers(min_value=1, max_value=400), min_size=2, max_size=3), st.sampled_from(MEASURES))
@SLOW
def test_later_readings_of_one_source_are_never_a_conflict(values: list[int], measure: str) -> None:
    rows = [(REPORTS[number], value, measure, "mill", BODIES[0]) for number, value in enumerate(values)]
    story = _story(_figures(rows, ["asserted"] * len(rows)))
    assert "Conflict" not in {verdict(claim) for claim in story.claims}
