"""Who takes part in what: two-mode graphs, and what they make of one of their modes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from math import fsum
from typing import TYPE_CHECKING, Any, Literal

from partnermodel.graph.filling import Attributes, multigraph, undirected
from partnermodel.graph.projections.choosing import chosen
from partnermodel.graph.projections.naming import N, edges_of, listed, name_of, relation_names
from partnermodel.model.doors import door
from partnermodel.model.model import Codes
from partnermodel.values.collector import collector_paused
from partnermodel.values.text import shown
from partnermodel.vocabulary.terms import ENTITY_TYPES, NATURES
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx

Weighting = Literal["count", "newman", "jaccard", "overlap"]

WEIGHTINGS: tuple[Weighting, ...] = ("count", "newman", "jaccard", "overlap")


@door
def two_mode(
    graph: nx.Graph[N],
    *,
    actors: Codes = "organisation",
    events: Codes = ("initiative", "programme", "centre"),
    natures: Codes = ("tie", "participation"),
) -> nx.MultiGraph[N]:
    """Return the two-mode network of actors and of the events that they take part in.

    Every actor and every event is a node, with its attributes and, as is the custom of networkx, with
    `bipartite`: 0 for actors, 1 for events. Every relation between an actor and an event is an edge of
    its own, with its attributes; parallel ones stay apart. Relations within a mode are left out. If the
    graph is directed, `source_mode` says at which end the relation begins: 0 at the actor, 1 at the event.

    Args:
        graph: Any networkx graph. Of nodes it reads `type`, of edges `nature`.
        actors: The types of the actors: one or several.
        events: The types of the events: one or several.
        natures: The natures of the relations: one, several, or None for all.

    Returns:
        A new undirected multigraph. The key of an edge is that of the relation, if every relation of the
        graph has a key of its own that is a text. Else it is made of the ends, `a/fair` or `a/fair/0`,
        since two relations in opposite directions may have the same key.

    Raises:
        ValueError: A type is both one of actors and one of events, or a word seems to be misspelt.

    Example:
        >>> from partnermodel import Initiative, Organisation, PartnerModel, Relation
        >>> from partnermodel import projections, to_networkx
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Initiative("fair", "Fair"),
        ...     Relation("a", "participates-in", "fair", role="host"), Relation("a", "funds", "fair"),
        ... ])
        >>> list(projections.two_mode(to_networkx(model)).edges(keys=True))
        [('a', 'fair', 'a/funds/fair'), ('a', 'fair', 'a/participates-in/fair/host')]
    """
    data: Any = graph

    def types() -> Iterable[object]:
        return [type for _, type in data.nodes(data="type")]

    acting = chosen(actors, "actors", standard=ENTITY_TYPES, present=types)
    taken = chosen(events, "events", standard=ENTITY_TYPES, present=types)
    joining = chosen(
        natures, "natures", standard=NATURES, present=lambda: [edge[-1] for edge in data.edges(data="nature")]
    )
    if acting is None or taken is None:
        raise ValueError(
            worded("actors and events are types, not None: what is both would be joined with itself")
        )
    if both := sorted(acting & taken):
        raise ValueError(
            worded(
                "{type} is given as a type of actors and of events; it can be one of them",
                type=shown(both[0]),
            )
        )
    mode = {
        node: int(held["type"] in taken)
        for node, held in graph.nodes(data=True)
        if "type" in held and (held["type"] in acting or held["type"] in taken)
    }
    held_edges = list(edges_of(graph))
    names = relation_names(held_edges, directed=graph.is_directed())
    directed = graph.is_directed()

    def edges() -> Iterable[tuple[N, N, str, Attributes]]:
        for (source, target, _, held), name in zip(held_edges, names, strict=True):
            begins, ends = mode.get(source), mode.get(target)
            if begins is None or ends is None or begins == ends:
                continue
            if joining is None or held.get("nature") in joining:
                attributes = held | {"source_mode": begins} if directed else dict(held)
                yield (target, source, name, attributes) if begins else (source, target, name, attributes)

    return multigraph(
        name_of(graph),
        ((node, graph.nodes[node] | {"bipartite": number}) for node, number in mode.items()),
        edges(),
    )


@door
def project(
    graph: nx.Graph[N], nodes: Iterable[N] | None = None, *, weighting: Weighting = "count"
) -> nx.Graph[N]:
    """Return one mode of a two-mode network, its nodes joined by what they share.

    Two nodes of the mode, here called actors, are joined when both are neighbours of a node of the other
    mode, here called an event. An event counts once for a pair, however many parallel edges lead to it;
    yet each of these edges is named in `relations`. The direction of edges is not read: who takes part,
    and who is invited, both take part.

    Edges have `weight`; `shared`, the number of shared events; `through`, their ids; and `relations`, the
    edges of the two-mode network that lead from the two to these events, by their keys, or by their ends
    where keys are not texts of their own (`a/fair`, `a/fair/0`). Ids are in alphabetical order and
    separated by spaces; one that has a space in it stands in quotation marks, as in a CSV file.

    The weight of a pair is:

    - `count`: the number of shared events (Breiger 1974, "The duality of persons and groups").
    - `newman`: the sum of 1 / (k - 1) over the shared events, with k the number of different actors of
      the event, whether asked for or not (Newman 2001, "Scientific collaboration networks. II", Physical
      Review E 64, 016132). An event of one actor joins nobody and adds nothing. If all actors are
      projected, the weights at an actor add up to the number of events that it does not have alone.
    - `jaccard`: shared events / events that either has (Jaccard's index): above 0, at most 1.
    - `overlap`: shared events / events of the one that has fewer (the overlap coefficient): above 0, at
      most 1.

    On a graph without parallel edges these are the weights of networkx's `weighted_projected_graph`,
    `collaboration_weighted_projected_graph` and `overlap_weighted_projected_graph`, the last with and
    without `jaccard`. Those refuse multigraphs; `networkx.Graph(multigraph)`, which is quickly taken as a
    way out, keeps one of several parallel relations, and nobody is told which.

    Args:
        graph: A two-mode graph of any class, such as `two_mode` returns.
        nodes: The nodes to join: all of one mode, or some of it. None for those with `bipartite` 0.
        weighting: `count`, `newman`, `jaccard` or `overlap`.

    Returns:
        A new undirected graph without loops. The nodes are in the order of the graph and have their
        attributes, without `bipartite`; one that shares nothing is an isolate. The projection of some
        nodes is that of all, without the others.

    Raises:
        ValueError: A node is not in the graph, no node has the attribute `bipartite`, an edge joins two
            nodes of one mode, or the weighting is not known.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import projections
        >>> visits = nx.Graph([("a", "fair"), ("b", "fair"), ("c", "fair")])
        >>> projections.project(visits, ["a", "b", "c"], weighting="newman").edges["a", "b"]
        {'weight': 0.5, 'shared': 1, 'through': 'fair', 'relations': 'a/fair b/fair'}
    """
    if weighting not in WEIGHTINGS:
        raise ValueError(
            worded(
                "{name} is one of {words}, not {value}",
                name="weighting",
                words=", ".join(WEIGHTINGS),
                value=shown(weighting),
            )
        )
    with collector_paused():
        actors = _actors(graph, nodes)
        circles = _circles(graph, actors, whole=nodes is None)
        counts: dict[N, int] = dict.fromkeys(actors, 0)
        shared: dict[N, dict[N, list[N]]] = {actor: {} for actor in actors}
        for event, circle in circles.items():
            members = sorted(circle.keys() & actors.keys(), key=actors.__getitem__)
            for actor in members:
                counts[actor] += 1
            for one, other in combinations(members, 2):
                shared[one].setdefault(other, []).append(event)

        def attributes(one: N, other: N, events: list[N]) -> Attributes:
            names = [name for event in events for end in (one, other) for name in circles[event][end]]
            count = len(events)
            weight: float = count
            if weighting == "newman":
                weight = fsum(1 / (len(circles[event]) - 1) for event in events)
            elif weighting == "jaccard":
                weight = count / (counts[one] + counts[other] - count)
            elif weighting == "overlap":
                weight = count / min(counts[one], counts[other])
            return {"weight": weight, "shared": count, "through": listed(events), "relations": listed(names)}

        return undirected(
            name_of(graph),
            (
                (node, {name: value for name, value in graph.nodes[node].items() if name != "bipartite"})
                for node in actors
            ),
            (
                (one, other, attributes(one, other, events))
                for one, others in shared.items()
                for other, events in others.items()
            ),
        )


def _actors(graph: nx.Graph[N], nodes: Iterable[N] | None) -> dict[N, int]:
    """Return the nodes to join, each with its place in the graph."""
    if nodes is None:
        found = {node for node, held in graph.nodes(data=True) if held.get("bipartite") == 0}
        if not found and not any("bipartite" in held for _, held in graph.nodes(data=True)) and len(graph):
            raise ValueError(
                worded("no node has the attribute bipartite. Say in `nodes` which are to be joined.")
            )
    else:
        found = set(nodes)
        strange = sorted(map(shown, found - set(graph)))
        if strange:
            raise ValueError(worded("nodes: {node} is not in the graph", node=strange[0]))
    return {node: place for place, node in enumerate(graph) if node in found}


def _circles(graph: nx.Graph[N], actors: dict[N, int], *, whole: bool) -> dict[N, dict[N, list[str]]]:
    """Return, for each event, all that take part in it, each with the names of the edges between them."""
    edges = list(edges_of(graph))
    events = set()
    for source, target, *_ in edges:
        if (source in actors) != (target in actors):
            events.add(target if source in actors else source)
        elif source in actors or whole:
            raise _one_mode(source, target)
    circles: dict[N, dict[N, list[str]]] = {node: {} for node in graph if node in events}
    for (source, target, *_), name in zip(
        edges, relation_names(edges, directed=graph.is_directed()), strict=True
    ):
        if source in events and target in events:
            raise _one_mode(source, target)
        if source in events:
            circles[source].setdefault(target, []).append(name)
        elif target in events:
            circles[target].setdefault(source, []).append(name)
    return circles


def _one_mode(one: object, other: object) -> ValueError:
    return ValueError(
        worded(
            "an edge joins {one} and {other}, which are of one mode. A projection is made "
            "of a two-mode graph, such as `two_mode` returns.",
            one=shown(one),
            other=shown(other),
        )
    )
