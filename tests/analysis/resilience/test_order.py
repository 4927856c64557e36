"""The order of losses is what a search that builds every model anew finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.resilience.leaving import filled, network, registers, split
from tests.docs.blocks import ROOT

from partnermodel.analysis.resilience.order import losses_in_order
from partnermodel.formats.files import load
from partnermodel.model.entities import Centre, Group, Organisation, Place, Programme
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.model.relations import Record, Relation

COUNTS = st.sampled_from(("active", None, ("active", "discussed", "unknown")))


@settings(max_examples=30)
@given(registers() | registers(more=4), COUNTS)
def test_each_step_is_the_worst_of_all(model: PartnerModel, counts: Codes) -> None:
    """A step empties the most cells, then splits the most pairs; it ends when none hurts."""
    gone: list[str] = []
    for step in losses_in_order(model, counts=counts, steps=None):
        now = filled(model, gone, counts)
        graph = network(model, counts, gone)
        losses = {id: now - filled(model, [*gone, id], counts) for id in graph}
        worst = min(graph, key=lambda one: (-len(losses[one]), -split(graph, one), one))
        assert (step.organisation, set(step.cells), step.pairs) == (worst, losses[worst], split(graph, worst))
        assert step.cells or step.pairs
        gone.append(worst)
        assert step.left == len(filled(model, gone, counts))
        assert bool(step.providers) == bool(step.cells)
        assert set(step.providers) <= set(model.entities)
    now = filled(model, gone, counts)
    graph = network(model, counts, gone)
    assert all(not split(graph, id) and not now - filled(model, [*gone, id], counts) for id in graph)


@settings(max_examples=20)
@given(registers())
def test_fewer_steps_are_the_first_of_many(model: PartnerModel) -> None:
    """To ask for fewer steps is to read fewer of them, and progress goes up to the share that is done."""
    whole = losses_in_order(model, counts=None, steps=None)
    for steps in range(4):
        shares: list[float] = []
        found = losses_in_order(model, counts=None, steps=steps, progress=shares.append)
        assert found.items == whole[:steps]
        assert len(shares) == len(found)
        assert shares == sorted(shares)
        assert all(0 < share <= 1 for share in shares)


def test_a_greedy_search_is_greedy() -> None:
    """What two give is missed only when both have left; the search does not see it before the first has."""
    offers = [("a", "one"), ("b", "two"), ("b", "three"), ("c", "four"), ("d", "four")]
    programmes = sorted({what for _, what in offers})
    model = PartnerModel(
        "Town",
        [
            *(Organisation(id, id) for id in "abcd"),
            *(Programme(id, id, kind="career-guidance", status="active") for id in programmes),
            *(Group(f"group-{id}", id) for id in programmes),
            *(Relation(who, "offers", what) for who, what in offers),
            *(Relation(id, "serves", f"group-{id}") for id in programmes),
        ],
    )
    found = losses_in_order(model)
    assert [(step.organisation, len(step.cells), step.left) for step in found] == [("b", 2, 2), ("a", 1, 1)]
    assert found.filled == 4
    assert found[0].providers == ("three", "two")


def test_the_omsk_case() -> None:
    """The college first: two cells that count; when talk counts, then the ministry with the proposal."""
    model = load(ROOT / "examples" / "omsk.json")
    assert [(one.organisation, len(one.cells), one.pairs, one.left) for one in losses_in_order(model)] == [
        ("omsk-college", 2, 0, 0)
    ]
    found = losses_in_order(model, counts=None)
    assert [(one.organisation, len(one.cells), one.pairs, one.left) for one in found] == [
        ("omsk-college", 2, 4, 1),
        ("omsk-labour-ministry", 1, 3, 0),
    ]
    assert found[1].cells == (("residents", None, "joint-training"),)
    assert found[1].providers == ("training-for-residents",)


@pytest.mark.parametrize("steps", [-1, True, "3"])
def test_bad_steps(steps: int) -> None:
    """Steps are a whole number from nought up, or None."""
    with pytest.raises(ValueError, match=r"^steps is a whole number from 0 up, or None, not "):
        losses_in_order(PartnerModel("Empty"), steps=steps)


def test_who_gives_with_those_that_have_left_is_looked_at_again() -> None:
    """When one of two that give something leaves, all of it hangs on the other."""
    model = PartnerModel(
        "Town",
        [
            *(Organisation(id, id) for id in "abc"),
            *(Programme(id, id, status="active") for id in ("joint", "own")),
            *(Group(id, id) for id in ("first", "second")),
            Relation("a", "offers", "own"),
            Relation("own", "serves", "first"),
            Relation("a", "offers", "joint"),
            Relation("b", "offers", "joint"),
            Relation("joint", "serves", "second"),
        ],
    )
    found = losses_in_order(model, by=["group"])
    assert [(step.organisation, step.cells) for step in found] == [
        ("a", (("first",),)),
        ("b", (("second",),)),
    ]


def lonely(*records: Record) -> PartnerModel:
    """Return a town in which a centre of nobody gives signs to the first group, beside others."""
    return PartnerModel(
        "Town",
        [
            *(Organisation(id, id) for id in "ab"),
            Centre("lonely", "Centre of nobody"),
            *(Programme(id, id, status="active") for id in ("signs", "more", "plays")),
            *(Group(id, id) for id in ("first", "second", "third")),
            Place("town", "Town"),
            Relation("lonely", "offers", "signs"),
            Relation("signs", "serves", "first"),
            Relation("a", "offers", "more"),
            Relation("more", "serves", "second"),
            Relation("more", "serves", "third"),
            *records,
        ],
    )


def test_what_goes_on_without_those_that_gave_it_is_seen() -> None:
    """What a centre of nobody gives as well goes on without the others, who are missed no more."""
    model = lonely(Relation("a", "offers", "signs", status="discussed"), Relation("b", "offers", "signs"))
    assert [step.organisation for step in losses_in_order(model, by=["group"])] == ["a"]


def test_what_begins_to_fill_a_cell_is_seen() -> None:
    """What nobody gives any more has no place of theirs, and fills a cell that another filled alone."""
    model = lonely(
        Relation("a", "offers", "signs"),
        Relation("a", "located-in", "town"),
        Relation("b", "offers", "plays"),
        Relation("plays", "serves", "first"),
    )
    found = losses_in_order(model, by=["group", "place"])
    assert [(step.organisation, len(step.cells)) for step in found] == [("a", 3)]
