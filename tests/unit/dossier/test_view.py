import json

from msgspec import structs

from twosource.dossier.html import to_html
from twosource.dossier.terminal import to_text
from twosource.dossier.view import view
from twosource.dossier.wire import to_json
from twosource.records import Agree, Choice, Claim, Dossier, Edge, Figure, Mentions, Origin, Report, Single, Story


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


def _tied(*edges: Edge) -> Story:
    reports = tuple(Report(id=name, text="31 died.", outlet=f"The {name.upper()}") for name in ("a", "b"))
    figures = tuple(
        Figure(id=one.id, span=one.span(0, 2), sentence=one.span(0, 8), low=31, high=31, unit="person")
        for one in reports
    )
    claim = Claim(
        id="c",
        question="How many died?",
        figures=("a", "b"),
        verdict=Agree(reasons=()),
        origins=(Origin(names=("ministry", "Ana Sole"), figures=("a",), edges=edges[1:]),),
        edges=edges[:1],
    )
    story = story_of(reports[0])
    mentions = tuple(Mentions(report=one.span.report, figures=(one,)) for one in figures)
    return structs.replace(story, reports=reports, mentions=mentions, claims=(claim,))


_EDGES = (
    Edge(id="1", a="a", b="b", why="shared text", detail="both have the words “the dam broke”"),
    Edge(id="2", a="Ana Sole", b="ministry", why="organ of", detail="Ana Sole is spokeswoman of “ministry”"),
    Edge(id="3", a="Ministry", b="ministry", why="same root", detail="“Ministry” and “ministry” name one body"),
    Edge(id="4", a="Ana Sole", b="Ministry", why="organ of", detail="Ana Sole is spokeswoman of “Ministry”"),
)


def test_why_voices_are_fewer_than_reports_and_names_is_told_in_words_each_thing_once() -> None:
    (card,) = view(_tied(*_EDGES)).cards
    assert [tie.edge.id for tie in card.ties] == ["1", "4", "2", "3"]
    assert [tie.words for tie in card.telling] == [
        "One voice: The A and The B share the wording around the claim, “the dam broke”",
        "One origin: Ana Sole is spokeswoman of “Ministry”",
    ]


def test_page_terminal_and_json_show_the_edges() -> None:
    whole = Dossier(version="1", stories=(_tied(*_EDGES),))
    assert "One voice: The A and The B share the wording around the claim, “the dam broke”." in to_html(whole)
    text = to_text(whole, width=160)
    assert "Because  One voice: The A and The B share the wording around the claim, “the dam broke”." in text
    (claim,) = json.loads(to_json(whole))["stories"][0]["claims"]
    assert [edge["id"] for edge in claim["edges"]] == ["1"]
    assert [edge["id"] for edge in claim["origin_details"][0]["edges"]] == ["2", "3", "4"]
