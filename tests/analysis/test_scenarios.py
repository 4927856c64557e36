"""Two networks side by side."""

from __future__ import annotations

import pytest
from attrs import evolve
from examples.omsk import omsk
from hypothesis import given
from tests import strategies
from tests.analysis.test_figures import NETWORKS

from partnermodel import (
    Citation,
    Document,
    Group,
    Initiative,
    Organisation,
    PartnerModel,
    Place,
    Relation,
    compare_networks,
    coverage,
    figures,
    organisation_network,
)
from partnermodel.errors import UnknownTermError

MIRRORED = {
    "organisation-gained": "organisation-lost",
    "tie-gained": "tie-lost",
    "tie-restated": "tie-restated",
}

WHAT = {*MIRRORED, *MIRRORED.values(), "cell-added", "cell-filled", "cell-removed"}


def pairs(model: PartnerModel) -> set[tuple[str, ...]]:
    """Return the pairs of organisations that are joined."""
    return {tuple(sorted(pair)) for pair in organisation_network(model).edges()}


@given(NETWORKS)
def test_a_network_does_not_differ_from_itself(model: PartnerModel) -> None:
    """Beside itself, a network has the same figures, and nothing makes a difference."""
    found = compare_networks(model, model)
    assert found.changed == ()
    assert found.causes == ()
    assert not any(change.because or change.gained or change.lost for change in found)


@given(NETWORKS, NETWORKS)
def test_the_figures_are_those_of_each_network(before: PartnerModel, after: PartnerModel) -> None:
    """Each change holds the figures of both networks, and their difference where both are defined."""
    found = compare_networks(before, after)
    assert [change.before for change in found] == list(figures(before))
    assert [change.after for change in found] == list(figures(after))
    for change in found:
        first, second = change.before.value, change.after.value
        expected = None if first is None or second is None else second - first
        assert change.difference == expected
        assert set(change.gained) == set(change.after.records) - set(change.before.records)
        assert set(change.lost) == set(change.before.records) - set(change.after.records)


@given(NETWORKS, NETWORKS)
def test_counts_differ_by_what_is_gained_and_lost(before: PartnerModel, after: PartnerModel) -> None:
    """The causes of a count add up to its difference: ties, organisations, and gaps in coverage."""
    found = compare_networks(before, after)

    def number(what: str) -> int:
        return sum(cause.what == what for cause in found.causes)

    ties, organisations = found.of("ties").difference, found.of("organisations").difference
    assert ties == number("tie-gained") - number("tie-lost")
    assert organisations == number("organisation-gained") - number("organisation-lost")
    named = {cause.subjects for cause in found.causes if cause.what == "tie-gained"}
    assert named == pairs(after) - pairs(before)


TOWNS = strategies.models(
    max_entities=8,
    max_relations=8,
    types=(Group, Place, Organisation),
    kinds=("serves", "located-in"),
    fields=2,
)
"""Models in which organisations serve groups, here and there."""


@given(TOWNS, TOWNS)
def test_causes_of_provision_are_the_cells_that_differ(before: PartnerModel, after: PartnerModel) -> None:
    """What is filled, emptied, added and removed are the differences of what is asked about and served."""

    def cells(model: PartnerModel) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
        matrix = coverage(model)
        asked: set[tuple[str, ...]] = {
            (group, place) for group in matrix.axes[0] for place in matrix.axes[1] if group and place
        }
        return asked, {cell for cell in asked if matrix.counts.get(cell)}

    (asked, served), (asks, serves) = cells(before), cells(after)
    found = compare_networks(before, after).causes
    told = {
        what: {cause.subjects for cause in found if cause.what == f"cell-{what}"}
        for what in ("filled", "emptied", "added", "removed")
    }
    assert told == {
        "filled": serves - served,
        "emptied": (served - serves) & asks,
        "added": asks - asked - serves,
        "removed": asked - asks,
    }


@given(NETWORKS, NETWORKS)
def test_every_difference_has_a_reason(before: PartnerModel, after: PartnerModel) -> None:
    """A figure that differs names what differs beneath it, or which records it tells of now or no longer."""
    for change in compare_networks(before, after).changed:
        assert change.because or change.gained or change.lost, change.code


def test_a_share_of_evidence_has_a_reason_when_no_record_is_newly_silent() -> None:
    """A record that cites a source raises the share of those that do, and is named."""
    act = Document("act", "Act")
    before = PartnerModel("Town", [act, Place("a", "A"), Place("b", "B", evidence=[Citation("act")])])
    after = before.with_(Place("c", "C", evidence=[Citation("act")]))
    change = compare_networks(before, after).of("with-evidence")
    assert [(cause.what, cause.records) for cause in change.because] == [("record-gained", ("c",))]
    mended = compare_networks(before, before.with_(Place("a", "A", evidence=[Citation("act")])))
    assert [cause.what for cause in mended.of("with-evidence").because] == ["evidence-gained"]
    table = compare_networks(after, before, codes=["with-evidence"]).table()
    assert table.rows == (("records that cite a document", "67%", "50%", "−17 points", "1 record lost"),)


@given(NETWORKS, NETWORKS)
def test_the_way_back_mirrors_the_way_there(before: PartnerModel, after: PartnerModel) -> None:
    """What is gained in one direction is lost in the other.

    A cell that is asked about no longer was either added on the way there, or filled as soon as it was.
    """
    there, back = (
        {what: {one.subjects for one in found.causes if one.what == what} for what in WHAT}
        for found in (compare_networks(before, after), compare_networks(after, before))
    )
    for what, other in MIRRORED.items():
        assert there[what] == back[other]
    assert there["cell-added"] <= back["cell-removed"] <= there["cell-added"] | there["cell-filled"]


@given(NETWORKS, NETWORKS)
def test_every_cause_leads_to_records(before: PartnerModel, after: PartnerModel) -> None:
    """The records of a cause are in the network that it speaks of."""
    for cause in compare_networks(before, after).causes:
        homes = {"gained": (after,), "lost": (before, after), "filled": (after,), "emptied": (before,)}
        where = homes.get(cause.what.rpartition("-")[2], (before, after))
        assert cause.records
        assert all(any(id in model for model in where) for id in cause.records)


def test_a_relation_that_becomes_active_is_a_tie_restated() -> None:
    """A tie that both networks have, in other statuses, is named with the records that make it."""
    bodies = [Organisation("a", "A"), Organisation("b", "B")]
    talks = PartnerModel("Town", [*bodies, Relation("a", "partners-with", "b", status="discussed")])
    works = talks.with_(Relation("a", "partners-with", "b", status="active"))
    found = compare_networks(talks, works)
    (cause,) = found.of("active-ties").because
    assert (cause.what, cause.subjects, cause.records) == ("tie-restated", ("a", "b"), ("a/partners-with/b",))
    assert found.of("active-ties").difference == 1
    assert found.of("ties").because == ()


def test_a_gap_that_closes_names_what_closed_it() -> None:
    """A cell that something fills only in the second network is a cause, with the records that fill it."""
    town = [Group("deaf", "Deaf learners"), Place("town", "Town"), Organisation("club", "Club")]
    before = PartnerModel("Town", [*town, Relation("club", "located-in", "town")])
    after = before.with_(Relation("club", "serves", "deaf", status="active"))
    found = compare_networks(before, after)
    (cause,) = found.of("gaps").because
    assert (cause.what, cause.subjects) == ("cell-filled", ("deaf", "town"))
    assert cause.records == ("club", "club/located-in/town", "club/serves/deaf")
    assert len(coverage(before).gaps) - len(coverage(after).gaps) == -(found.of("gaps").difference or 0)


def test_a_cell_that_is_new_and_filled_at_once_is_told_once() -> None:
    """A group that comes with what serves it opens no gap: its cell is filled, and not added besides."""
    before = PartnerModel("Town", [
        Place("town", "Town"), Organisation("club", "Club"), Relation("club", "located-in", "town"),
    ])  # fmt: skip
    after = before.with_(Group("deaf", "Deaf learners"), Relation("club", "serves", "deaf", status="active"))
    found = compare_networks(before, after)
    told = [cause.what for cause in found.causes if cause.what.startswith("cell")]
    assert told == ["cell-filled"]


def test_the_table_says_what_made_each_difference() -> None:
    """The table puts the figures side by side, with the difference and what made it, in two languages."""
    bodies = [Organisation("a", "A"), Organisation("b", "B")]
    before = PartnerModel("Before", bodies)
    after = PartnerModel("After", [*bodies, Relation("a", "partners-with", "b"), Initiative("fair", "Fair")])
    found = compare_networks(before, after, codes=["ties", "density", "mean-distance", "undated", "parts"])
    assert found.table().rows == (
        ("tied pairs", "0", "1", "+1", "1 tie gained"),
        ("density", "0%", "100%", "+100 points", "1 tie gained"),
        ("distance, on average", "not defined", "1", "not defined", "1 tie gained"),
        ("records without any date", "0", "2", "+2", "2 records newly listed"),
        ("separate parts", "2", "1", "−1", "1 tie gained"),
    )
    assert found.table(language="ru").rows[0] == ("связанные пары", "0", "1", "+1", "1 новая связь")
    assert found.table().caption == "Two networks side by side: Before; After"


def test_a_figure_that_was_not_asked_for_is_refused() -> None:
    """A change can be had by the code of a figure that was compared, and by no other."""
    model = PartnerModel("Town")
    with pytest.raises(UnknownTermError) as caught:
        compare_networks(model, model, codes=["ties"]).of("density")
    assert str(caught.value) == '"density" is not a figure. Choose from ties.'


def test_what_if_the_training_became_active() -> None:
    """In the Omsk case, an active training for residents closes the one gap that it nearly closes."""
    model = omsk()
    links = [link for link in model.relations_of("training-for-residents") if link.status == "discussed"]
    agreed = model.with_(
        evolve(model["training-for-residents"], status="active"),
        *(evolve(link, status="active") for link in links),
    )
    told: list[float] = []
    found = compare_networks(model, agreed, progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert {change.code for change in found.changed} >= {"active-ties", "only-discussed"}
    assert found.of("ties").because == ()
