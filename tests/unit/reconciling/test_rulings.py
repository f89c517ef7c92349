import itertools
from typing import Any

import msgspec
import pytest
from told import figure, story

from twosource.reconciling import reconcile, revise, with_policy
from twosource.reconciling.rulings import edge_id, ruled_names, rulings
from twosource.records import (
    Agree,
    Claim,
    CutEdge,
    DifferentNames,
    Figure,
    Group,
    Identity,
    JoinOrigins,
    Mentions,
    Name,
    Order,
    Quote,
    Report,
    SameName,
    Span,
    Story,
    content_id,
)

BLAST = "The blast at the mill killed 31 people, {} said."
DAYS = dict.fromkeys("abcd", "2024-05-01")


def _said(report: str, *chain: str, **slots: Any) -> Figure:  # noqa: ANN401 - slots of several types
    return figure(report, "31", BLAST.format(" and ".join(chain) or "nobody"), chain=chain, **slots)


def _one(whole: Story) -> Claim:
    assert len(whole.claims) == 1
    return whole.claims[0]


def _edges(claim: Claim) -> dict[str, str]:
    return {edge.why: edge.id for edge in (*claim.edges, *(edge for one in claim.origins for edge in one.edges))}


def test_without_orders_a_recount_changes_nothing() -> None:
    whole = story([_said("a", "Health Ministry"), _said("b", "Outlet a"), _said("c")], DAYS)
    assert revise(whole, ()) == whole


def test_a_cut_between_two_names_makes_two_origins_and_can_be_taken_back() -> None:
    whole = story([_said("a", "Health Ministry"), _said("b", "Health Ministry spokesman")], DAYS)
    claim = _one(whole)
    assert claim.independent == 1
    cut = revise(whole, [CutEdge(edge=next(iter(_edges(claim).values())))])
    assert _one(cut).independent == 2
    assert _one(revise(cut, ())).independent == 1


def test_an_edge_cut_for_one_reason_is_not_put_back_for_another() -> None:
    whole = story([_said("a", "Health Ministry"), _said("b", "Health Ministry spokesman")], DAYS)
    for why in ("same root", "organ of"):
        order = CutEdge(edge=edge_id("Health Ministry spokesman", "Health Ministry", why))
        assert _one(revise(whole, [order])).independent == 2


def test_edge_ids_are_the_same_after_a_report_was_added() -> None:
    figures = [_said("a", "Health Ministry"), _said("b", "Health Ministry spokesman")]
    before = _edges(_one(story(figures, DAYS)))
    after = _edges(_one(story([*figures, _said("0", "Mill Union")], {**DAYS, "0": "2024-05-01"})))
    assert before
    assert before.items() <= after.items()


def test_a_cut_copy_speaks_for_itself() -> None:
    whole = story([_said("a"), _said("b")], DAYS, {"b": "a"})
    cut = revise(whole, [CutEdge(edge=edge_id("a", "b", "copy")), CutEdge(edge=edge_id("a", "b", "shared text"))])
    assert (_one(whole).at_most, _one(cut).at_most) == (1, 2)
    assert isinstance(_one(cut).verdict, Agree)
    assert cut.copies == ()


def test_origins_joined_by_a_person_are_one_and_show_it() -> None:
    figures = [_said("a", "Mill Union"), _said("b", "Health Ministry")]
    joined = _one(revise(story(figures, DAYS), [JoinOrigins(a="the health ministry", b="Mill Union")]))
    assert joined.independent == 1
    assert set(joined.origins[0].names) == {"Mill Union", "Health Ministry"}
    assert "joined" in _edges(joined)


@pytest.mark.parametrize(("number", "left"), [(0, 1), (1, 2)])
def test_a_join_in_one_claim_leaves_the_others_alone(number: int, left: int) -> None:
    hurt = [figure(name, "7", f"The blast at the mill injured 7 people, {who} said.", chain=[who], measure="injured")
            for name, who in (("a", "Mill Union"), ("b", "Health Ministry"))]  # fmt: skip
    figures = [_said("a", "Mill Union"), _said("b", "Health Ministry"), *hurt]
    whole = story(figures, DAYS)
    dead = figures[0].id
    asked = [next(c for c in whole.claims if (dead in c.figures) is (number == 0))]
    again = revise(whole, [JoinOrigins(a="Mill Union", b="Health Ministry", claim=dead)])
    assert next(c for c in again.claims if c.id == asked[0].id).independent == left


def test_a_report_of_unknown_origin_can_be_put_together_with_another_or_with_an_origin() -> None:
    told = figure("b", "31", "At the mill the blast has killed 31 people.")
    again = figure("c", "31", "Neighbours of the mill mourn 31 people killed in its blast.")
    whole = story([_said("a", "Health Ministry"), told, again], DAYS)
    assert _one(whole).at_most == 3
    assert _one(revise(whole, [JoinOrigins(a="b", b="c")])).at_most == 2
    assert _one(revise(whole, [JoinOrigins(a="b", b="Health Ministry")])).at_most == 2


def test_names_that_a_person_has_put_together_are_one_body_everywhere() -> None:
    figures = [_said("a", "Mill Union"), _said("b", "Weavers' Guild")]
    assert _one(revise(story(figures, DAYS), [SameName(a="Mill Union", b="Weavers' Guild")])).independent == 1


def test_names_told_apart_are_two_bodies_even_over_a_third() -> None:
    figures = [_said("a", "Health Ministry"), _said("b", "Health Ministry spokesman"), _said("c", "Ministry of Health")]
    whole = story(figures, DAYS)
    order = DifferentNames(a="Health Ministry", b="Health Ministry spokesman")
    assert (_one(whole).independent, _one(revise(whole, [order])).independent) == (1, 2)


def test_the_later_of_two_opposite_orders_holds_and_a_join_stands_above_a_cut() -> None:
    whole = story([_said("a", "Mill Union"), _said("b", "Weavers' Guild")], DAYS)
    same: Order = SameName(a="Mill Union", b="Weavers' Guild")
    apart: Order = DifferentNames(a="Weavers' Guild", b="Mill Union")
    assert _one(revise(whole, [apart, same])).independent == 1
    assert _one(revise(whole, [same, apart])).independent == 2
    joined: list[Order] = [JoinOrigins(a="Mill Union", b="Weavers' Guild"), apart]
    assert _one(revise(whole, joined)).independent == 1


def test_a_policy_chooses_anew() -> None:
    rival = figure("b", "40", "The blast at the mill killed 40 people, Mill Union said.", chain=["Mill Union"])
    third = figure("c", "40", "The blast at the mill killed 40 people, the guild said.", chain=["Weavers' Guild"])
    whole = with_policy(story([_said("a", "Health Ministry"), rival, third], DAYS), "most-origins")
    chosen = _one(whole).chosen
    again = _one(revise(whole, [JoinOrigins(a="Mill Union", b="Weavers' Guild")])).chosen
    assert chosen is not None
    assert again is not None
    assert (chosen.low, again.low) == (40, 31)


def test_orders_that_fit_nothing_change_nothing() -> None:
    whole = story([_said("a", "Mill Union"), _said("b", "Health Ministry")], DAYS)
    orders: list[Order] = [
        CutEdge(edge="nothing"), JoinOrigins(a="x", b="y"), SameName(a="x", b="y"), DifferentNames(a="x", b="z"),
    ]  # fmt: skip
    for order in orders:
        assert revise(whole, [order]) == whole


def test_names_are_joined_and_split_in_the_list_of_names() -> None:
    names = [
        Identity(name="Interior Ministry", kind="organisation", also=("MoI", "the ministry")),
        Identity(name="Home Office", kind="organisation"),
    ]
    joined = ruled_names(names, rulings([SameName(a="MoI", b="home office")]))
    assert [(one.name, one.also) for one in joined] == [("Interior Ministry", ("Home Office", "MoI", "the ministry"))]
    split = ruled_names(names, rulings([DifferentNames(a="Interior Ministry", b="MoI")]))
    assert [(one.name, one.also) for one in split] == [
        ("Home Office", ()), ("Interior Ministry", ("the ministry",)), ("MoI", ()),
    ]  # fmt: skip


def test_quotes_of_names_put_together_are_one_utterance() -> None:
    words = "we were never told of the crack"
    quotes = [
        Quote(id=content_id(name), span=Span(report=name, start=1, end=1 + len(words), words=words), speaker=who)
        for name, who in (("a", "Ana Sole"), ("b", "the engineer"))
    ]
    reports = [Report(id=quote.span.report, text=f"“{words}”") for quote in quotes]
    mentions = [Mentions(report=quote.span.report, quotes=(quote,)) for quote in quotes]
    mentions[0] = msgspec.structs.replace(mentions[0], names=(Name(name="Ana Sole", kind="person"),))
    group = Group(reports=("a", "b"), events={"a": "1", "b": "1"})
    assert len(reconcile(group, reports, [], mentions, [SameName(a="Ana Sole", b="the engineer")]).utterances) == 1


def test_orders_survive_json() -> None:
    orders: list[Order] = [
        CutEdge(edge="e"), JoinOrigins(a="x", b="y"), SameName(a="x", b="y"), DifferentNames(a="x", b="z"),
    ]  # fmt: skip
    assert msgspec.json.decode(msgspec.json.encode(orders), type=list[Order]) == orders


def test_the_order_of_orders_that_do_not_contradict_changes_nothing() -> None:
    figures = [_said("a", "Health Ministry"), _said("b", "Health Ministry spokesman"), _said("c", "Mill Union")]
    whole = story([*figures, _said("d", "Weavers' Guild")], DAYS)
    orders: list[Order] = [
        SameName(a="Mill Union", b="Weavers' Guild"),
        SameName(a="Weavers' Guild", b="Health Ministry spokesman"),
        DifferentNames(a="Health Ministry", b="Health Ministry spokesman"),
        JoinOrigins(a="Health Ministry", b="Mill Union", claim=figures[0].id),
    ]
    results = {revise(whole, row).claims for row in itertools.permutations(orders)}
    assert len(results) == 1
