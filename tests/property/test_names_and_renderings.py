"""Laws of names and renderings: comparing is symmetric, folding twice changes nothing, order changes nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.reconciling.identities import Bodies, join_names
from twosource.records import Mentions, Name, Report, Span
from twosource.text.bodies import same_person
from twosource.text.folding import fold
from twosource.text.renderings import alike, differences

words = st.sampled_from(
    [
        "Mara",
        "Lind",
        "Olaf",
        "Kesh",
        "Herald",
        "health",
        "ministry",
        "coast",
        "guard",
        "Norway's",
        "of",
        "the",
        "UN",
        "Lînd",
    ]
)
phrases = st.lists(words, min_size=1, max_size=5).map(" ".join)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(phrases, phrases)
def test_comparing_is_symmetric(one: str, other: str) -> None:
    assert same_person(one, other) == same_person(other, one)
    assert alike(one, other, sure=True) == alike(other, one, sure=True)


@given(phrases)
def test_a_rendering_does_not_differ_from_itself(one: str) -> None:
    assert differences(one, one) == ()


def _name(report: str, form: str) -> Name:
    span = Span(report=report, start=0, end=len(form), words=form)
    return Name(name=form, kind="person" if form[:1].isupper() else "organisation", spans=(span,))


@settings(deadline=None, max_examples=60)
@given(st.lists(phrases, min_size=1, max_size=6))
def test_the_order_of_reports_changes_no_name(forms: list[str]) -> None:
    reports = [Report(id=f"r{number}", text="") for number in range(len(forms))]
    mentions = [Mentions(report=f"r{number}", names=(_name(f"r{number}", form),)) for number, form in enumerate(forms)]
    assert join_names(reports, mentions) == join_names(reports[::-1], mentions[::-1])


@settings(deadline=None, max_examples=60)
@given(st.lists(phrases, min_size=1, max_size=4), phrases, phrases)
def test_one_voice_is_symmetric(forms: list[str], one: str, other: str) -> None:
    reports = [Report(id="r", text="")]
    bodies = Bodies(reports, [Mentions(report="r", names=tuple(_name("r", form) for form in forms))])
    assert bodies.same(one, other) == bodies.same(other, one)
    assert (bodies.family(one, other) is None) == (bodies.family(other, one) is None)
