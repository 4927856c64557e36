"""Who takes part in what, and what that makes of those who do."""

from __future__ import annotations

import csv
from fractions import Fraction
from itertools import combinations, product
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.algorithms import bipartite
from tests.graph.projections.plain import Graph, by_node, by_pair, contents, edges, given_back, graphs
from tests.queries.networks import CENTRES, HOSTING, JOINING, PARTS, containers, networks
from tests.strategies import models

from partnermodel.graph.projections.naming import edges_of, relation_names
from partnermodel.graph.projections.organisations import organisation_network
from partnermodel.graph.projections.two_modes import WEIGHTINGS, Weighting, project, two_mode
from partnermodel.graph.whole import to_networkx
from partnermodel.model.entities import Centre, Initiative, Organisation
from partnermodel.model.model import PartnerModel

weightings = st.sampled_from(WEIGHTINGS)


@st.composite
def affiliations(draw: st.DrawFn, *, parallel: bool = True) -> tuple[Graph, list[Any]]:
    """Draw a two-mode graph of any class and the nodes of one mode."""
    classes = (nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph) if parallel else (nx.Graph,)
    graph: Graph = draw(st.sampled_from(classes))(name="Affiliations")
    actors = [0, "a", "b", "c d", 7][: draw(st.integers(1, 5))]
    events = ["e", "f", "g h", 3, 10][: draw(st.integers(1, 5))]
    for node in draw(st.permutations([*actors, *events])):
        graph.add_node(node, bipartite=int(node in events), colour=repr(node))
    number = st.integers(0, 4)
    for first, second, turned in draw(st.lists(st.tuples(number, number, st.booleans()), max_size=14)):
        ends = actors[first % len(actors)], events[second % len(events)]
        graph.add_edge(*(reversed(ends) if turned else ends))
    return graph, actors


def read(text: str) -> list[str]:
    """Return the ids that stand in an attribute."""
    return next(csv.reader([text], delimiter=" ", strict=True), [])


# The two modes


@given(networks(most=20))
def test_every_relation_between_the_modes_is_an_edge(model: PartnerModel) -> None:
    """Actors and events are nodes, isolates among them; each relation is an edge under its own id."""
    whole = to_networkx(model)
    made = two_mode(whole)
    assert type(made) is nx.MultiGraph
    events = {*model.initiatives, *model.programmes, *model.centres}
    assert by_node(made, "bipartite") == dict.fromkeys(model.organisations, 0) | dict.fromkeys(events, 1)
    for id, held in made.nodes(data=True):
        assert {name: value for name, value in held.items() if name != "bipartite"} == whole.nodes[id]
    expected = {
        id: whole.edges[one.source, one.target, id] | {"source_mode": int(one.target in model.organisations)}
        for id, one in model.relations.items()
        if one.kind in JOINING
        and (one.source in model.organisations) != (one.target in model.organisations)
        and {one.source, one.target} <= set(made)
    }
    assert {key: held for _, _, key, held in edges(made)} == expected
    for one, other, key, held in edges(made):
        ends = {made.nodes[end]["bipartite"]: end for end in (one, other)}
        assert ends[held["source_mode"]] == model.relations[key].source


@given(graphs(), st.sampled_from([["tie"], None]))
def test_of_any_graph_no_parallel_relation_is_lost(graph: Graph, natures: Any) -> None:
    """Of a graph of any class each relation between the modes is one edge, and its name is its key."""
    before = contents(graph)
    made = two_mode(graph, actors=["organisation", "firm"], events="initiative", natures=natures)
    assert contents(graph) == before
    modes = {"organisation": 0, "firm": 0, "initiative": 1}
    mode = {node: modes[held["type"]] for node, held in graph.nodes(data=True) if held.get("type") in modes}
    assert by_node(made, "bipartite") == mode
    assert all(mode[one] != mode[other] for one, other, *_ in edges(made))
    found = list(edges_of(graph))
    names = relation_names(found, directed=graph.is_directed())
    expected = {
        name: held | ({"source_mode": mode[source]} if graph.is_directed() else {})
        for name, (source, target, _, held) in zip(names, found, strict=True)
        if {source, target} <= set(mode) and mode[source] != mode[target]
        and (natures is None or held.get("nature") in natures)
    }  # fmt: skip
    assert {key: held for _, _, key, held in edges(made)} == expected


def test_opposite_relations_of_the_same_key_stay_apart() -> None:
    """Undirected, two relations that lead to and fro with the key 0 get names of their own."""
    graph: Graph = nx.MultiDiGraph([("a", "fair"), ("fair", "a")])
    nx.set_node_attributes(graph, {"a": "organisation", "fair": "initiative"}, "type")
    made = two_mode(graph, natures=None)
    assert edges(made) == [
        ("a", "fair", "a/fair/0", {"source_mode": 0}),
        ("a", "fair", "fair/a/0", {"source_mode": 1}),
    ]


@given(models(types=(Organisation, Initiative, Centre), max_entities=6))
def test_two_modes_can_be_written(model: PartnerModel) -> None:
    """GraphML gives back the two-mode network and its projection; GEXF takes them."""
    made = two_mode(to_networkx(model))
    for graph in (made, *(project(made, weighting=weighting) for weighting in WEIGHTINGS)):
        back = given_back(graph, edge_key_type=str, force_multigraph=graph.is_multigraph())
        assert contents(back)[2] == contents(graph)[2]
        assert {frozenset(edge[:2]) for edge in edges(back)} == {frozenset(edge[:2]) for edge in edges(graph)}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"actors": ["organisation", "centre"]},
            '"centre" is given as a type of actors and of events; it can be one of them',
        ),
        (
            {"events": None},
            "actors and events are types, not None: what is both would be joined with itself",
        ),
        ({"actors": "firn"}, 'actors: "firn" is nowhere in the graph. Did you mean "firm"?'),
        ({"events": "initative"}, 'events: "initative" is nowhere in the graph. Did you mean "initiative"?'),
        ({"natures": "ties"}, 'natures: "ties" is nowhere in the graph. Did you mean "tie"?'),
    ],
)  # fmt: skip
def test_what_are_no_two_modes_is_refused(arguments: Any, message: str) -> None:
    """A type is of one mode, and a word that is misspelt finds no empty network."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", type="firm")
    with pytest.raises(ValueError) as refused:  # noqa: PT011  (the whole message is compared)
        two_mode(graph, **arguments)
    assert str(refused.value) == message


# Their projections


def by_hand(graph: Graph, one: Any, other: Any, weighting: Weighting) -> Fraction:
    """Return the weight of a pair from the definition, exactly; 0 when nothing is shared."""

    def around(node: Any) -> set[Any]:
        return {({end, start} - {node}).pop() for end, start, *_ in edges(graph) if node in (end, start)}

    shared = around(one) & around(other)
    if not shared:
        return Fraction(0)
    match weighting:
        case "count":
            return Fraction(len(shared))
        case "newman":
            return sum((Fraction(1, len(around(event)) - 1) for event in shared), Fraction(0))
        case "jaccard":
            return Fraction(len(shared), len(around(one) | around(other)))
        case "overlap":
            return Fraction(len(shared), min(len(around(one)), len(around(other))))


@settings(max_examples=150)
@given(affiliations(), weightings)
def test_a_projection_is_what_its_definition_says(
    drawn: tuple[Graph, list[Any]], weighting: Weighting
) -> None:
    """Pairs, weights, events and relations are those that a search through all edges finds."""
    graph, actors = drawn
    before = contents(graph)
    made = project(graph, weighting=weighting)
    assert contents(graph) == before
    assert type(made) is nx.Graph
    assert list(made) == [node for node in graph if node in actors]
    assert all(held == {"colour": repr(node)} for node, held in made.nodes(data=True))
    assert nx.number_of_selfloops(made) == 0
    assert made.graph == graph.graph
    found = list(edges_of(graph))
    named = list(zip(found, relation_names(found, directed=graph.is_directed()), strict=True))
    for one, other in combinations(actors, 2):
        weight = by_hand(graph, one, other, weighting)
        assert made.has_edge(one, other) == (weight > 0)
        if not weight:
            continue
        edge = made.edges[one, other]
        assert set(edge) == {"weight", "shared", "through", "relations"}
        assert edge["weight"] == pytest.approx(float(weight), abs=0, rel=1e-15)
        assert type(edge["weight"]) is (int if weighting == "count" else float)
        events = {
            node for node in graph if node not in actors
            and any(graph.has_edge(*pair) for pair in ((one, node), (node, one)))
            and any(graph.has_edge(*pair) for pair in ((other, node), (node, other)))
        }  # fmt: skip
        assert read(edge["through"]) == sorted(map(str, events))
        assert edge["shared"] == len(events)
        assert read(edge["relations"]) == sorted(
            name for (source, target, *_), name in named
            if {source, target} & {one, other} and {source, target} & events
        )  # fmt: skip


def test_all_small_two_mode_graphs_are_projected_by_the_definition() -> None:
    """Of all two-mode graphs of three and three nodes, every pair has the weight of a search by hand."""
    actors, events = ("a", "b", "c"), ("e", "f", "g")
    possible = list(product(actors, events))
    for number in range(2 ** len(possible)):
        graph: Graph = nx.Graph()
        graph.add_nodes_from(actors, bipartite=0)
        graph.add_nodes_from(events, bipartite=1)
        graph.add_edges_from(edge for place, edge in enumerate(possible) if number >> place & 1)
        for weighting in WEIGHTINGS:
            made = project(graph, weighting=weighting)
            for one, other in combinations(actors, 2):
                weight = made.edges[one, other]["weight"] if made.has_edge(one, other) else 0
                assert weight == pytest.approx(float(by_hand(graph, one, other, weighting)), abs=0, rel=1e-15)


@given(affiliations(parallel=False))
def test_simple_graphs_are_projected_as_by_networkx(drawn: tuple[Graph, list[Any]]) -> None:
    """On a graph without parallel edges the four weights are those of networkx."""
    graph, actors = drawn
    theirs = {
        "count": bipartite.weighted_projected_graph(graph, actors),
        "newman": bipartite.collaboration_weighted_projected_graph(graph, actors),
        "jaccard": bipartite.overlap_weighted_projected_graph(graph, actors),
        "overlap": bipartite.overlap_weighted_projected_graph(graph, actors, jaccard=False),
    }
    for weighting in WEIGHTINGS:
        made = project(graph, actors, weighting=weighting)
        assert set(made) == set(theirs[weighting])
        expected = by_pair(theirs[weighting], "weight")
        assert by_pair(made, "weight") == pytest.approx(expected, rel=1e-12)


@given(affiliations(), weightings, st.randoms(use_true_random=False))
def test_some_nodes_are_projected_as_all_are(
    drawn: tuple[Graph, list[Any]], weighting: Weighting, random: Any
) -> None:
    """The projection of some nodes is that of all without the others, in whatever order they are given."""
    graph, actors = drawn
    some = random.sample(actors, random.randint(0, len(actors)))
    whole = project(graph, weighting=weighting)
    assert nx.utils.graphs_equal(project(graph, some, weighting=weighting), whole.subgraph(some))
    assert nx.utils.graphs_equal(project(graph, actors, weighting=weighting), whole)


@given(affiliations())
def test_parallel_relations_change_no_weight(drawn: tuple[Graph, list[Any]]) -> None:
    """An event counts once, however often a node takes part in it; yet no relation goes unnamed."""
    graph, _ = drawn
    simple: Graph = nx.Graph(graph)
    for weighting in WEIGHTINGS:
        many, few = project(graph, weighting=weighting), project(simple, weighting=weighting)
        assert dict(many.edges) == {
            edge: few.edges[edge] | {"relations": many.edges[edge]["relations"]} for edge in many.edges
        }
        assert few.number_of_edges() == many.number_of_edges()


@given(affiliations())
def test_newman_weights_add_up_to_the_events_that_are_shared(drawn: tuple[Graph, list[Any]]) -> None:
    """Around a node they add up to the number of its events in which it is not alone."""
    graph, _ = drawn
    made = project(graph, weighting="newman")
    both: Graph = nx.Graph(graph)
    for node, strength in made.degree(weight="weight"):
        assert strength == pytest.approx(sum(both.degree(event) > 1 for event in both[node]))


@given(affiliations(), weightings)
def test_weights_keep_their_bounds(drawn: tuple[Graph, list[Any]], weighting: Weighting) -> None:
    """Jaccard is at most the overlap, and that at most 1; Newman is at most the count; none is 0."""
    graph, _ = drawn
    made = {name: project(graph, weighting=name) for name in WEIGHTINGS}
    for edge in made["count"].edges:
        weight = {name: one.edges[edge]["weight"] for name, one in made.items()}
        assert 0 < weight["jaccard"] <= weight["overlap"] <= 1 <= weight["count"]
        assert 0 < weight["newman"] <= weight["count"]
        assert weight["count"] == made[weighting].edges[edge]["shared"]


@given(affiliations(), weightings)
def test_names_and_order_do_not_matter(drawn: tuple[Graph, list[Any]], weighting: Weighting) -> None:
    """A graph with other names, put together from the other end, has the same weights."""
    graph, _ = drawn
    new = {node: ("new", place) for place, node in enumerate(graph)}
    turned: Graph = type(graph)()
    turned.add_nodes_from((new[node], held) for node, held in reversed(list(graph.nodes(data=True))))
    turned.add_edges_from((new[one], new[other]) for one, other, *_ in reversed(edges(graph)))
    made, again = project(graph, weighting=weighting), project(turned, weighting=weighting)
    assert by_pair(nx.relabel_nodes(made, new), "weight") == by_pair(again, "weight")


def test_southern_women_meet_as_published() -> None:
    """Of Davis's eighteen women Evelyn shares as many events with each as the published projection says."""
    women = nx.davis_southern_women_graph()
    made = project(women)
    # https://olizardo.github.io/SOCIOL208/backbone.html, the first row of P.
    shared = [made.edges[pair]["weight"] if made.has_edge(*pair) else 0
              for pair in (("Evelyn Jefferson", other) for other in women.graph["top"][1:9])]  # fmt: skip
    assert shared == [6, 7, 6, 3, 4, 3, 3, 3]
    assert (made.number_of_nodes(), made.number_of_edges()) == (18, 139)
    assert made.edges["Evelyn Jefferson", "Laura Mandeville"] == {
        "weight": 6,
        "shared": 6,
        "through": "E1 E2 E3 E5 E6 E8",
        "relations": " ".join(
            f'"E{number}/{name}"'
            for number in (1, 2, 3, 5, 6, 8)
            for name in ("Evelyn Jefferson", "Laura Mandeville")
        ),
    }
    events = project(women, women.graph["bottom"])
    assert events.edges["E8", "E9"]["weight"] == 9
    # 14 events of 3, 3, 6, 4, 8, 8, 10, 14, 12, 5, 4, 6, 3 and 3 women make so many meetings of two.
    assert made.size(weight="weight") == 322
    assert project(women, weighting="newman").size(weight="weight") == pytest.approx(89 / 2)


def test_an_event_of_one_adds_nothing_and_a_hermit_stays() -> None:
    """Who is alone at an event is joined with nobody by it; who goes nowhere is an isolate."""
    graph: Graph = nx.Graph([("a", "alone"), ("a", "fair"), ("b", "fair")])
    graph.add_node("hermit")
    weights: dict[Weighting, float] = {"count": 1, "newman": 1, "jaccard": 0.5, "overlap": 1}
    for weighting, weight in weights.items():
        made = project(graph, ["a", "b", "hermit"], weighting=weighting)
        assert list(made.edges(data="weight")) == [("a", "b", weight)]
        assert list(nx.isolates(made)) == ["hermit"]
    assert list(project(nx.Graph())) == []


def one_mode(one: str, other: str) -> str:
    """Return what is said of an edge within a mode."""
    return (
        f'an edge joins "{one}" and "{other}", which are of one mode. '
        "A projection is made of a two-mode graph, such as `two_mode` returns."
    )


NOT_TWO: list[tuple[Graph, dict[str, Any], str]] = [
    (
        nx.Graph([("a", "b")]),
        {},
        "no node has the attribute bipartite. Say in `nodes` which are to be joined.",
    ),
    (nx.Graph([("a", "b")]), {"nodes": ["a", "z"]}, 'nodes: "z" is not in the graph'),
    (
        nx.Graph([("a", "b")]),
        {"nodes": ["a", "b"]},
        one_mode("a", "b"),
    ),
    (
        nx.cycle_graph(["a", "e", "f"]),
        {"nodes": ["a"]},
        one_mode("e", "f"),
    ),
    (
        nx.MultiGraph([("a", "a")]),
        {"nodes": ["a"]},
        one_mode("a", "a"),
    ),
    (
        nx.Graph(),
        {"weighting": "cosine"},
        'weighting is one of count, newman, jaccard, overlap, not "cosine"',
    ),
]


@pytest.mark.parametrize(("graph", "arguments", "message"), NOT_TWO)
def test_what_is_no_two_mode_graph_is_refused(graph: Graph, arguments: Any, message: str) -> None:
    """An edge within a mode, a node from elsewhere, a graph without modes: each is named."""
    with pytest.raises(ValueError) as refused:  # noqa: PT011  (the whole message is compared)
        project(graph, **arguments)
    assert str(refused.value) == message


def test_an_edge_far_from_all_actors_is_no_less_wrong() -> None:
    """Two events that are joined are refused also when no actor is near."""
    graph: Graph = nx.Graph([("e", "f")])
    nx.set_node_attributes(graph, {"e": 1, "f": 1}, "bipartite")
    with pytest.raises(ValueError, match="which are of one mode"):
        project(graph)


# Beside the network of organisations


@settings(max_examples=120)
@given(networks(most=20))
def test_it_is_the_shared_part_of_the_network_of_organisations(model: PartnerModel) -> None:
    """What organisations share is the same here and there, but for centres within others.

    Of a centre that is part of an organisation, or of a centre of its own, the network of organisations
    says that the outer organisation takes part, too. The graph has no such relation, and so neither has
    its projection; without such relations the two agree on every pair.
    """
    network, made = organisation_network(model), project(two_mode(to_networkx(model)))
    taking_part = {
        id: {one.other_end(id) for one in model.relations_of(id) if one.kind in JOINING}
        for id in model.organisations
    }
    for one, other in combinations(model.organisations, 2):
        here = set(made.edges[one, other]["through"].split(" ")) if made.has_edge(one, other) else set()
        there = (
            set(network.edges[one, other]["through"].split(" ")) if network.has_edge(one, other) else set()
        )
        there &= set(model.entities)
        assert here <= there
        assert there - here == {
            centre
            for centre in CENTRES
            for inside, outside in ((one, other), (other, one))
            if centre in taking_part[inside]
            and centre not in taking_part[outside]
            and outside in {outer for outer, _ in containers(model, centre)}
        }


@given(networks(most=20))
def test_without_nesting_the_two_networks_agree(model: PartnerModel) -> None:
    """If nothing is part of a centre or an organisation, weights and records are the same for every pair."""
    flat = model.without(
        *(id for id, one in model.relations.items() if one.kind in PARTS | (HOSTING - JOINING))
    )
    network, made = organisation_network(flat), project(two_mode(to_networkx(flat)))
    shared = by_pair(network, "shared")
    assert by_pair(made, "shared") == {pair: count for pair, count in shared.items() if count}
    all_records = by_pair(network, "through")
    for pair, through in by_pair(made, "through").items():
        records = all_records[pair].split(" ")
        assert [id for id in records if id in flat.entities] == through.split(" ")
