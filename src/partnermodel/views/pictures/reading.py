"""What pictures know of a network: its nodes and ties, in words of a language, whether a model or a graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from partnermodel.graph.projections.naming import edges_of, name_of
from partnermodel.graph.whole import to_networkx
from partnermodel.language.speech import Speech
from partnermodel.model.model import PartnerModel
from partnermodel.values.rows import Rows
from partnermodel.values.table import Phrase
from partnermodel.views.appearance import LOOKS, STAGES, Stage, stage_of
from partnermodel.views.network.reading import Reader
from partnermodel.views.node_rows import attribute_of, node_rows
from partnermodel.views.pictures.plain import one_line
from partnermodel.vocabulary.vocabulary import STANDARD

if TYPE_CHECKING:
    from partnermodel.graph.any_graph import AnyGraph

_TYPES = {type: place for place, type in enumerate(LOOKS)}
_TOLD = 6
_STAGES = {stage.name: place for place, stage in enumerate(STAGES)}


@attrs.frozen
class Node:
    """A node as people read it.

    Attributes:
        key: The node of the graph.
        name: Its name.
        type: The type of its record, or None when it is not known.
        kind: What sort of thing it is, in words.
    """

    key: Any
    name: Phrase
    type: str | None
    kind: str


@attrs.frozen
class Tie:
    """A tie as people read it.

    Attributes:
        source: The place of its source among the nodes.
        target: The place of its target.
        label: What the source does to the target, in words.
        inverse: The same, seen from the target.
        stage: How far it has come.
        arrow: Whether it leads one way only.
    """

    source: int
    target: int
    label: str
    inverse: str
    stage: Stage
    arrow: bool


@attrs.frozen
class Network:
    """A network as people read it.

    Attributes:
        name: What it is of.
        nodes: The nodes, type by type and in alphabetical order.
        ties: The ties, in the order of their ends.
        graph: The graph that it was read from.
    """

    name: Phrase
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    graph: Any

    def degrees(self) -> list[int]:
        """Return how many ties end at each node; a loop counts once."""
        found = [0] * len(self.nodes)
        for tie in self.ties:
            for place in {tie.source, tie.target}:
                found[place] += 1
        return found

    def rows(self) -> Rows:
        """Return the nodes for machines."""
        ties = ((tie.source, tie.target) for tie in self.ties)
        return node_rows(self.graph, [node.key for node in self.nodes], ties)

    def told(self, words: Speech) -> list[str]:
        """Return for each node how it is tied to which others, in words."""
        found: list[dict[str, list[str]]] = [{} for _ in self.nodes]
        for tie in self.ties:
            found[tie.source].setdefault(tie.label, []).append(str(self.nodes[tie.target].name))
            if tie.source != tie.target:
                found[tie.target].setdefault(tie.inverse, []).append(str(self.nodes[tie.source].name))
        # Where no tie says more than that, the head of the column has said it.
        same = {tie.label for tie in self.ties} == {words.say("network-tied")}
        return [
            "; ".join(
                ("" if same else f"{label}: ") + ", ".join(words.alphabetical(set(others)))
                for label, others in sorted(held.items())
            )
            for held in found
        ]


def size_of(network: PartnerModel | AnyGraph) -> tuple[int, int]:
    """Return how many nodes and ties `read` finds in a model or a graph: counted, and none of them read.

    What is too large for a picture is refused by it at once.
    """
    if isinstance(network, PartnerModel):
        return len(network.entities), len(network.relations)
    return network.number_of_nodes(), network.number_of_edges()


def read(
    network: PartnerModel | AnyGraph,
    words: Speech,
    *,
    graph_of: Callable[[PartnerModel], AnyGraph] = to_networkx,
) -> Network:
    """Return a model, or a graph, as people read it.

    Args:
        network: A model, or a graph, of which attributes are read as `to_networkx` and
            `organisation_network` write them.
        words: The library speaking.
        graph_of: Which graph of a model is read, in the words of its vocabulary.
    """
    vocabulary, plain = STANDARD, "und"
    graph: Any = network
    if isinstance(network, PartnerModel):
        vocabulary, plain, graph = network.vocabulary, network.language, graph_of(network)
    order = words.tongue.order
    reader = Reader(words, vocabulary, plain, one_line)
    found = [_node(key, held, reader) for key, held in graph.nodes(data=True)]
    found.sort(key=lambda one: (_TYPES.get(one.type or "", 99), order(str(one.name)), str(one.key)))
    places = {one.key: place for place, one in enumerate(found)}
    name = Phrase(one_line(name_of(graph) or "") or "–", plain)
    return Network(name, tuple(found), tuple(_ties(graph, places, reader)), graph)


def _node(key: object, held: Mapping[str, Any], reader: Reader) -> Node:
    type = str(held.get("type")) if held.get("type") in LOOKS else None
    kind = reader.kind(type or "", attribute_of(held, "kind"))
    return Node(key, reader.name(key, held), type, kind)


def _ties(graph: Any, places: Mapping[Any, int], reader: Reader) -> list[Tie]:
    directed = graph.is_directed()
    vocabulary = reader.vocabulary

    @cache
    def labels(kind: str | None) -> tuple[str, str, bool]:
        label, inverse, arrow = reader.labels(kind, directed=directed)
        if kind is not None and directed and vocabulary.relation(kind) is None:
            # A word that nobody has defined has no word for the other end.
            inverse = reader.words.say("picture-inverse", label=label)
        return label, inverse, arrow

    found = []
    for source, target, _, held in edges_of(graph):
        label, inverse, arrow = labels(attribute_of(held, "kind"))
        ends = places[source], places[target]
        if not directed:
            ends = min(ends), max(ends)
        stage = stage_of(reader.status_of_tie(held) or None, vocabulary)
        found.append(Tie(*ends, label, inverse, stage, arrow))
    return sorted(found, key=lambda tie: (tie.source, tie.target, tie.label, _STAGES[tie.stage.name]))


def told(network: Network, words: Speech) -> str:
    """Return what a picture of a network shows, in a few sentences."""
    if not network.nodes:
        return words.say("picture-network-empty")
    said = [words.say("picture-network-size", nodes=len(network.nodes), ties=len(network.ties))]
    types = Counter(node.type for node in network.nodes)
    counted = [words.counted(types[type], type) for type in LOOKS if type in types]
    if types[None]:
        other = f"{words.say('network-other')}: {words.number(types[None])}"
        counted.append(other)
    said.append(words.say("picture-network-types", types=counted))
    degrees = network.degrees()
    most = max(degrees)
    if most:
        first = [node.name for node, degree in zip(network.nodes, degrees, strict=True) if degree == most]
        key = "picture-network-most" if len(first) <= _TOLD else "picture-network-most-many"
        said.append(words.say(key, number=most, names=first[:_TOLD], count=len(first)))
    if alone := degrees.count(0):
        said.append(words.say("picture-network-alone", count=alone))
    return one_line(" ".join(said))
