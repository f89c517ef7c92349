from msgspec import structs

from twosource.dossier.terminal import to_text
from twosource.dossier.view import view
from twosource.records import Choice, Claim, Dossier, Figure, Mentions, Report, Single, Story


def story_of(report: Report, figures: tuple[Figure, ...] = ()) -> Story:
    claim = Claim(
        id="c",
        question="How many people fled?",
        figures=tuple(figure.id for figure in figures),
        verdict=Single(reasons=()),
        superseded=tuple(figure.id for figure in figures[:5]),
    )
    return Story(
        id="s",
        title="Flight",
        start=None,
        end=None,
        reports=(report,),
        copies=(),
        mentions=(Mentions(report=report.id, figures=figures),),
        events={report.id: "1"},
        claims=(claim,) if figures else (),
    )


def test_a_report_without_an_outlet_is_called_by_the_first_words_of_its_headline() -> None:
    text = "Hundreds leave the valley as the dam above it begins to leak\n\nMore."
    report = Report(id="0007_af", text=text)
    assert view(story_of(report)).sources[0].label == "“Hundreds leave the valley as the dam …”"
    titled = structs.replace(report, headline="A dam leaks")
    assert view(story_of(titled)).sources[0].label == "“A dam leaks”"


def test_a_report_without_words_is_called_by_its_id() -> None:
    assert view(story_of(Report(id="0007_af", text=" \n"))).sources[0].label == "0007_af"


def test_of_very_many_readings_the_current_ones_are_shown_and_the_rest_counted() -> None:
    text = " ".join(str(number) for number in range(100, 160))
    report = Report(id="r", text=text, outlet="The Bell")
    spans = [report.span(4 * number, 4 * number + 3) for number in range(60)]
    figures = tuple(
        Figure(id=span.words, span=span, sentence=span, low=float(span.words), high=float(span.words), unit="person")
        for span in spans
    )
    story = story_of(report, figures)
    card = view(story).cards[0]
    assert len(card.readings) == 60
    assert len(card.shown) == 40
    assert not any(reading.superseded for reading in card.shown)
    disputed = structs.replace(card, verdict="conflict")
    assert len(disputed.shown) == 40


def test_several_stories_are_listed_before_the_first() -> None:
    one = story_of(Report(id="a", text="x", outlet="The Bell"))
    two = structs.replace(one, id="t", title="Return")
    text = to_text(Dossier(version="0", stories=(one, two)))
    assert text.index("2 stories") < text.index("Return") < text.index("Story 1 of 2")


def test_a_choice_by_policy_is_told_with_what_it_hides() -> None:
    report = Report(id="a7", text="Some 12 fled.", outlet="The Bell")
    span = report.span(5, 7)
    story = story_of(report, (Figure(id="f", span=span, sentence=span, low=12, high=12, unit="person"),))
    choice = Choice(
        policy="latest", low=12, high=12, unit="person", figures=("f",), reason="said in a7", warning="it hides another"
    )
    chosen = structs.replace(story, claims=(structs.replace(story.claims[0], chosen=choice),))
    assert view(chosen).cards[0].chosen == "12 people by “latest”: said in The Bell. But it hides another."
    assert view(story).cards[0].chosen is None
