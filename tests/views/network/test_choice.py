"""What a view shows: all, what is around one node, or groups of nodes that are alike."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from examples.omsk import omsk
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import models
from tests.views.network.graphs import graphs
from tests.views.network.reading_back import drawn

from partnermodel import (
    FrozenMap,
    Organisation,
    PartnerModel,
    Place,
    Relation,
    UnknownIdError,
    UnknownTermError,
    layouts,
    network_view,
    organisation_network,
    to_networkx,
)
from partnermodel.views.node_rows import is_nan

COLLEGE = "omsk-college"


def town(number: int) -> PartnerModel:
    """Return a model with so many schools in two places."""
    schools = [Organisation(f"s{place}", f"School {place}", kind="school") for place in range(number)]
    places = [Place("north", "North", names={"ru": "Север"}), Place("south", "South", names={"ru": "Юг"})]
    where = [Relation(one.id, "located-in", places[place % 3 == 0].id) for place, one in enumerate(schools)]
    ties = [Relation(f"s{place}", "funds", f"s{place + 3}", status="active") for place in range(number - 3)]
    return PartnerModel("Town", [*schools, *places, *where, *ties], language="en")


@given(models(), st.data(), st.integers(1, 3))
def test_an_ego_network_holds_what_is_near(model: PartnerModel, data: st.DataObject, hops: int) -> None:
    """It holds exactly the nodes that are at most so many ties away, as networkx counts them."""
    if not model.entities:
        return
    ego = data.draw(st.sampled_from(sorted(model.entities)))
    near = nx.ego_graph(to_networkx(model).to_undirected(), ego, radius=hops)
    view = network_view(model, ego=ego, hops=hops)
    assert sorted(node.id for node in view.contents.nodes) == sorted(near)
    assert len(view.contents.ties) == near.number_of_edges()
    assert view.contents.centre is not None
    assert view.contents.nodes[view.contents.centre].id == ego


def test_an_ego_network_says_so() -> None:
    """The text says around whom it is, how far it goes, and how much of the network it is."""
    told = network_view(omsk(), ego=COLLEGE).description()
    assert told.startswith(
        "Only “Omsk College of Professional Technologies” and what is at most 1 step away: 24 of 46 "
        "nodes. 24 nodes and 35 ties."
    )
    assert network_view(omsk(), ego="visit", language="ru", hops=2).contents.notes == (
        "Показаны только узел «выезд» и узлы не далее 2 шагов от него: 37 из 46 узлов.",
    )


def test_what_a_table_leaves_empty_is_not_stated() -> None:
    """Not a number, as tables have it where nothing is stated, is no kind, and makes no group."""
    graph: nx.DiGraph[str] = nx.DiGraph([("a", "a"), ("a", "b")])
    graph.add_node("a", kind=float("nan"))
    graph.add_node("b", kind="school")
    names = [node.name.text for node in network_view(graph, by="kind").contents.nodes]
    assert sorted(names) == ["Not stated (1)", "School (1)"]


@given(graphs(), st.sampled_from(["type", "kind", "community"]))
def test_groups_hold_every_node_and_tie(graph: nx.Graph[Any], by: str) -> None:
    """Groups add up to the nodes, and what joins them to the ties."""
    known = by == "community" or any(
        held.get(by) is not None and not is_nan(held[by]) for _, held in graph.nodes(data=True)
    )
    if len(graph) and not known:
        with pytest.raises(
            ValueError, match=f"^no node has a {by}: choose another way to put nodes into groups$"
        ):
            network_view(graph, by=by)
        return
    contents = network_view(graph, by=by).contents
    assert sum(node.size for node in contents.nodes) == len(graph)
    assert sum(tie.weight for tie in contents.ties) == graph.number_of_edges()


def test_large_networks_are_put_together_by_place() -> None:
    """Above 1000 nodes the places are shown, each with its number, and the text says so."""
    view = network_view(town(1100))
    assert [node.name.text for node in view.contents.nodes] == [
        "North (733)",
        "South (367)",
        "Not stated (2)",
    ]
    assert view.description().startswith(
        "Not every node is shown: 1102 nodes and 2197 ties are put together by place. The number of nodes in "
        "a group stands in brackets, and the larger a group is, the larger it is drawn."
    )
    assert [node.name.text for node in network_view(town(1100), language="ru").contents.nodes] == [
        "Север (733)",
        "Юг (367)",
        "Не указано (2)",
    ]
    assert len(network_view(town(1100), ego="s5").contents.nodes) == 4
    assert len(network_view(town(900)).contents.nodes) == 902


def test_groups_can_be_wished_for() -> None:
    """Sectors, kinds, types and communities are ways to put nodes together, and so is any attribute."""
    told = {
        by: [node.name.text for node in network_view(omsk(), by=by).contents.nodes][:2]
        for by in ("sector", "kind", "type", "community", "status")
    }
    assert told == {
        "sector": ["Educational institution (2)", "Institution of social care (2)"],
        "kind": ["Educational institution (1)", "Institution of stationary care (1)"],
        "type": ["Organisation (8)", "Centre or facility (10)"],
        "community": told["community"],
        "status": told["status"],
    }
    graph: nx.Graph[int] = nx.Graph([(1, 2), (2, 3)])
    nx.set_node_attributes(graph, {1: "north", 2: "north", 3: "south"}, "district")
    assert [node.name.text for node in network_view(graph, by="district").contents.nodes] == [
        "north (2)",
        "south (1)",
    ]


def test_a_large_graph_of_nothing_known_is_put_together_by_its_ties() -> None:
    """Where no attribute puts nodes together, their communities do."""
    graph = nx.disjoint_union_all([nx.complete_graph(30) for _ in range(40)])
    assert {node.name.text for node in network_view(graph).contents.nodes} == {
        f"Community {number} (30)" for number in range(1, 41)
    }


def test_too_many_groups_are_put_together() -> None:
    """At most 200 groups are drawn; the smallest of more are one."""
    graph: nx.Graph[int] = nx.empty_graph(900)
    nx.set_node_attributes(graph, {node: str(node // 3) for node in graph}, "class")
    contents = network_view(graph, by="class").contents
    assert len(contents.nodes) == 200
    assert max(node.size for node in contents.nodes) == 900 - 199 * 3


@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        ({"ego": "omsk-colege"}, UnknownIdError,
         '"omsk-colege" is no node of the network. Did you mean "omsk-college"?'),
        ({"ego": COLLEGE, "hops": 0}, ValueError, "hops is a whole number from 1 up, not 0"),
        ({"layout": "ring"}, UnknownTermError, '"ring" is not a layout. Did you mean "rings"?'),
        ({"layout": "?"}, UnknownTermError,
         '"?" is not a layout. Choose from best, columns, layers, rings, springs.'),
        ({"by": "colour"}, ValueError, "no node has a colour: choose another way to put nodes into groups"),
        ({"language": "tlh"}, UnknownTermError,
         '"tlh" is not a language that the library speaks. Choose from en (English), ru (русский).'),
        ({"layout": layouts.columns(nx.path_graph(2))}, ValueError,
         "the layout does not say where \"authorities\" stands"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_refused(wrong: dict[str, Any], error: type[Exception], message: str) -> None:
    """A wrong argument is refused with a sentence that names it."""
    with pytest.raises(error) as caught:
        network_view(omsk(), **wrong)
    assert str(caught.value) == message


def test_what_is_no_network_is_refused() -> None:
    """A view is made of a model or a graph, and of nothing else."""
    with pytest.raises(TypeError, match="a PartnerModel or a networkx graph belongs here, not a str"):
        network_view("omsk.json")  # type: ignore[arg-type]


@pytest.mark.parametrize("layout", ["best", "columns", "layers", "rings", "springs"])
def test_every_layout_shows_all(layout: str) -> None:
    """Each layout shows each node, of a model, of its organisations, and of nothing at all."""
    for network in (omsk(), organisation_network(omsk()), nx.empty_graph(0), nx.empty_graph(1)):
        many = len(network.entities) if isinstance(network, PartnerModel) else len(network)
        assert len(network_view(network, layout=layout).scene.spots) == many


def test_a_layout_can_be_brought() -> None:
    """A layout of one's own making says where nodes stand."""
    graph = to_networkx(omsk())
    layout = layouts.rings(graph, COLLEGE)
    view = network_view(omsk(), layout=layout)
    assert view.scene == network_view(graph, layout=layout).scene


def test_a_layout_that_puts_all_in_one_place_hides_nobody() -> None:
    """Nodes that a layout puts in one place are drawn beside each other, and lines still lead to them."""
    graph = nx.complete_graph(4)
    layout = layouts.Layout("mine", FrozenMap(dict.fromkeys(graph, (50.0, 50.0))), 100.0, 100.0)
    picture = drawn(network_view(graph, layout=layout).svg())
    assert len(set(picture.places)) == 4
    assert sorted(picture.ties) == [(*pair, "tied to", "tied to") for pair in combinations(range(4), 2)]


def test_a_network_of_organisations_says_how_often_they_are_tied() -> None:
    """Ties of several relations say how many, and are drawn by the status that is furthest ahead."""
    contents = network_view(organisation_network(omsk())).contents
    assert ("tied to (6)", "discussed") in [(tie.label, tie.status) for tie in contents.ties]
