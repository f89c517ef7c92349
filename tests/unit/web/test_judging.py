"""What a form decides, and what becomes of it."""

import time
from pathlib import Path

import pytest
from desk_of import Asking, keep, site_of
from msgspec import structs

from twosource.records import CutEdge, DifferentNames, Dossier, JoinOrigins, Mentions, Report, SameName, Story
from twosource.records.judgements import Confirm, Decision, EditSlot, JoinStories, PartStories, Reject, Undo
from twosource.records.orders import JoinReadings, MoveReading, PartReadings
from twosource.store import Store
from twosource.web.judging import Form, decision
from twosource.web.refusals import Refused

STORY = "/stories/s0"


@pytest.mark.parametrize(
    ("fields", "decided"),
    [
        ([("kind", "confirm"), ("figure", "f")], Confirm(figure="f")),
        ([("kind", "reject"), ("figure", " f ")], Reject(figure="f")),
        (
            [("kind", "edit"), ("figure", "f"), ("slot", "low"), ("value", "1,200")],
            EditSlot(figure="f", slot="low", value=1200),
        ),
        (
            [("kind", "edit"), ("figure", "f"), ("slot", "high"), ("value", "open")],
            EditSlot(figure="f", slot="high", value=None),
        ),
        (
            [("kind", "edit"), ("figure", "f"), ("slot", "about"), ("value", "Yes")],
            EditSlot(figure="f", slot="about", value=True),
        ),
        (
            [("kind", "edit"), ("figure", "f"), ("slot", "chain"), ("value", "Kilat Daily; coast guard;")],
            EditSlot(figure="f", slot="chain", value=("Kilat Daily", "coast guard")),
        ),
        ([("kind", "edit"), ("figure", "f"), ("slot", "of")], EditSlot(figure="f", slot="of", value=None)),
        ([("kind", "edit"), ("figure", "f"), ("slot", "unit")], EditSlot(figure="f", slot="unit", value="")),
        ([("kind", "join claims"), ("a", "x"), ("b", "y")], JoinReadings(a="x", b="y")),
        ([("kind", "split claim"), ("figures", "x"), ("figures", "y")], PartReadings(figures=("x", "y"))),
        ([("kind", "move"), ("figure", "x"), ("to", "y")], MoveReading(figure="x", to="y")),
        ([("kind", "join stories"), ("a", "x"), ("b", "y")], JoinStories(a="x", b="y")),
        ([("kind", "split story"), ("reports", "x")], PartStories(reports=("x",))),
        ([("kind", "cut edge"), ("edge", "e")], CutEdge(edge="e")),
        ([("kind", "join origins"), ("a", "x"), ("b", "y")], JoinOrigins(a="x", b="y")),
        ([("kind", "join origins"), ("a", "x"), ("b", "y"), ("claim", "f")], JoinOrigins(a="x", b="y", claim="f")),
        ([("kind", "same name"), ("a", "x"), ("b", "y")], SameName(a="x", b="y")),
        ([("kind", "different names"), ("a", "x"), ("b", "y")], DifferentNames(a="x", b="y")),
        ([("kind", "undo"), ("judgement", "j")], Undo(judgement="j")),
    ],
)
def test_what_a_form_decides(fields: list[tuple[str, str]], decided: Decision) -> None:
    assert decision(Form(fields)) == decided


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ([], "missing"),
        ([("kind", "invent")], "no-such-kind"),
        ([("kind", "confirm")], "missing"),
        ([("kind", "confirm"), ("figure", "x" * 3000)], "too-long"),
        ([("kind", "split claim")], "missing"),
        ([("kind", "edit"), ("figure", "f"), ("slot", "id"), ("value", "x")], "no-such-slot"),
        ([("kind", "edit"), ("figure", "f"), ("slot", "low"), ("value", "many")], "no-number"),
        ([("kind", "edit"), ("figure", "f"), ("slot", "low"), ("value", "nan")], "no-number"),
        ([("kind", "edit"), ("figure", "f"), ("slot", "low"), ("value", "1e999")], "no-number"),
        ([("kind", "edit"), ("figure", "f"), ("slot", "about"), ("value", "perhaps")], "no-truth"),
    ],
)
def test_a_form_that_decides_nothing_says_why(fields: list[tuple[str, str]], code: str) -> None:
    with pytest.raises(Refused) as refused:
        decision(Form(fields))
    assert (refused.value.status, refused.value.code) == (422, code)


def _claim(asking: Asking) -> dict[str, object]:
    disputed = asking.get(f"{STORY}.json").json()["disputed"][0]
    return dict(asking.get(disputed["address"] + ".json").json())


def test_a_judgement_counts_at_once_and_can_be_taken_back(asking: Asking) -> None:
    before = _claim(asking)["claim"]
    assert isinstance(before, dict)
    edge = _claim(asking)["edges"][0]["id"]  # type: ignore[index]
    done = asking.send(
        "/judge", {"kind": "cut edge", "edge": edge, "story": "s0", "by": "Ada", "back": before["address"]}
    )
    assert done.status_code == 303
    assert done.headers["location"].startswith(f"{before['address']}?judged=")
    page = asking.get(done.headers["location"]).text
    assert "Recorded." in page
    cut = asking.get(f"{before['address']}.json").json()
    assert edge not in [one["id"] for one in cut["edges"]]
    logged = asking.get("/judgements.json").json()["judgements"]
    assert [(line["by"], line["kind"], line["holds"]) for line in logged] == [("Ada", "cut edge", True)]
    asking.send("/judge", {"kind": "undo", "judgement": logged[0]["id"], "by": "Ada"})
    assert edge in [one["id"] for one in asking.get(f"{before['address']}.json").json()["edges"]]
    logged = asking.get("/judgements.json").json()["judgements"]
    assert [(line["kind"], line["holds"]) for line in logged] == [("undo", True), ("cut edge", False)]


def test_a_rejected_figure_is_shown_struck_in_its_report(asking: Asking) -> None:
    reading = _claim(asking)["readings"][0]  # type: ignore[index]
    address = f"{STORY}/claims/{reading['figure']}"
    back = asking.send("/judge", {"kind": "reject", "figure": reading["figure"], "by": "Ada", "back": address})
    onward = asking.get(back.headers["location"])
    assert onward.status_code == 307
    assert onward.headers["location"].startswith(f"/reports/{reading['report']}?at=")
    assert 'class="figure rejected"' in asking.get(onward.headers["location"].partition("#")[0]).text


def test_whoever_judges_gives_a_name_once(asking: Asking) -> None:
    figure = _claim(asking)["readings"][0]["figure"]  # type: ignore[index]
    asked = asking.send("/judge", {"kind": "confirm", "figure": figure})
    assert asked.status_code == 200
    assert f'value="{figure}"' in asked.text
    assert asking.get("/judgements.json").json()["judgements"] == []
    asking.send("/judge", {"kind": "confirm", "figure": figure, "by": "Ludmíla <b>"})
    assert asking.get("/judgements.json").json()["judgements"][0]["by"] == "Ludmíla <b>"
    assert 'value="Ludmíla &lt;b&gt;"' in asking.get(f"{STORY}/claims/{figure}").text


def test_a_judgement_of_what_is_not_there_is_refused(asking: Asking) -> None:
    refused = asking.send("/judge", {"kind": "confirm", "figure": "nothing", "by": "Ada"})
    assert refused.status_code == 422
    assert "nothing" in refused.text


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:x", "", "/a\nb"]
)
def test_the_way_back_never_leads_away(asking: Asking, back: str) -> None:
    figure = _claim(asking)["readings"][0]["figure"]  # type: ignore[index]
    done = asking.send("/judge", {"kind": "confirm", "figure": figure, "by": "Ada", "back": back})
    assert done.headers["location"].startswith("/judgements?judged=")


def test_a_refused_judgement_leads_back_to_its_page(asking: Asking) -> None:
    for referer, link in (
        ("http://127.0.0.1:8000/stories/s0?start=1", 'href="/stories/s0?start=1"'),
        ("http://evil.example/stories", 'href="/stories"'),
        ("http://127.0.0.1:8000//evil.example", 'href="/stories"'),
    ):
        refused = asking.send("/judge", {"kind": "no such kind"}, headers={"Referer": referer})
        assert link in refused.text.partition("<h1>")[2]
        assert "evil" not in refused.text


def test_a_count_that_takes_long_keeps_nobody_waiting(
    asking: Asking, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    figure = _claim(asking)["readings"][0]["figure"]  # type: ignore[index]
    monkeypatch.setattr("twosource.web.posts._COUNTING", 0.02)
    done = asking.send("/judge", {"kind": "confirm", "figure": figure, "by": "Ada"})
    assert done.headers["location"] == "/judgements?late=yes"
    assert "It is counted when" in asking.get(done.headers["location"]).text
    for _ in range(200):
        with store.view() as view:
            if view.judgements():
                break
        time.sleep(0.02)
    assert asking.get("/judgements.json").json()["judgements"][0]["kind"] == "confirm"


def test_every_place_of_a_reading_can_be_judged_and_all_of_them_parted_at_once(asking: Asking) -> None:
    told = asking.get(f"{STORY}.json").json()
    for line in told["disputed"] + told["shared"]:
        page = asking.get(line["address"] + ".json").json()
        several = [reading for reading in page["readings"] if len(reading["figures"]) > 1]
        if several:
            break
    else:
        pytest.fail("no reading stands in several places")
    html = asking.get(line["address"]).text
    for figure in several[0]["figures"]:
        assert f'name="figures" value="{figure}"' in html
        assert f'name="figure" value="{figure}"' in html


@pytest.mark.parametrize(
    "given", ["/stories/s1", "http://127.0.0.1:8000/stories/s1/claims?x=y", "/reports/bridge", "bridge"]
)
def test_stories_are_joined_by_any_address_of_the_other(labelled: Dossier, tmp_path: Path, given: str) -> None:
    report = Report(id="bridge", text="A bridge fell.")
    other = Story(
        id="x",
        title="A bridge",
        start=None,
        end=None,
        reports=(report,),
        copies=(),
        mentions=(Mentions(report="bridge"),),
        events={"bridge": "1"},
    )
    two = structs.replace(labelled, stories=(*labelled.stories, other))
    store = keep(two, tmp_path / "two.db")
    asking = Asking(site_of(store))
    first = asking.get(f"{STORY}/reports.json").json()["reports"][0]["id"]
    done = asking.send("/judge", {"kind": "join stories", "a": first, "b": given, "by": "Ada"})
    assert done.status_code == 303
    with store.view() as view:
        assert [one.decision for one in view.judgements()] == [JoinStories(a=first, b="bridge")]


def test_a_story_that_is_not_there_is_not_joined(asking: Asking) -> None:
    refused = asking.send("/judge", {"kind": "join stories", "a": "x", "b": "/stories/none", "by": "Ada"})
    assert refused.status_code == 404
