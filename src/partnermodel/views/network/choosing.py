"""Which nodes a view shows: all of them, one and those around it, or groups of nodes that are alike."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any

import attrs

from partnermodel.errors import UnknownIdError, did_you_mean
from partnermodel.graph.measures import communities
from partnermodel.graph.projections import partition, places, quotient, sectors
from partnermodel.graph.whole import to_networkx
from partnermodel.language.speech import Speech
from partnermodel.model.model import PartnerModel
from partnermodel.values.table import Phrase
from partnermodel.values.text import shown
from partnermodel.views.appearance import LOOKS
from partnermodel.views.network.reading import Reader, fit
from partnermodel.views.node_rows import is_nan
from partnermodel.views.words import capital
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary
from partnermodel.wording import worded

MOST_NODES = 1000
"""How many nodes are drawn one by one. What has more can neither be seen nor be read as a list."""

MOST_TIES = 5000
"""How many ties are drawn one by one."""

MOST_GROUPS = 200
"""How many groups are drawn; the smallest of more are put together."""

_WAYS = ("place", "sector", "kind", "type")
_REST = "\0rest"
_SMALL = "\0small"

Partition = Mapping[Any, Hashable]


@attrs.frozen
class Choice:
    """What is shown of a network, as a graph.

    Attributes:
        graph: The graph.
        name: What it is of.
        vocabulary: What the codes in it mean.
        plain: The language of the plain names, or `und`.
        notes: What a reader must know of the choice, as sentences.
        centre: The node that was asked for.
    """

    graph: Any
    name: Phrase
    vocabulary: Vocabulary
    plain: str = "und"
    notes: tuple[str, ...] = ()
    centre: Hashable = None


def whole(network: Any, vocabulary: Vocabulary | None) -> Choice:
    """Return all of a model or of a graph."""
    if isinstance(network, PartnerModel):
        name = Phrase(network.name, network.language)
        return Choice(to_networkx(network), name, vocabulary or network.vocabulary, network.language)
    return Choice(network, Phrase(fit(network.graph.get("name") or "").strip()), vocabulary or STANDARD)


def around(choice: Choice, ego: Hashable, hops: int, words: Speech) -> Choice:
    """Return a node and those that can be reached from it in so many steps, whichever way ties lead.

    Raises:
        UnknownIdError: There is no such node.
        ValueError: `hops` is not a whole number from 1 up.
    """
    graph = choice.graph
    if not isinstance(hops, int) or hops < 1:
        raise ValueError(worded("hops is a whole number from 1 up, not {hops}", hops=shown(hops)))
    if ego not in graph:
        hint = did_you_mean(str(ego), map(str, graph))
        if not hint:
            raise UnknownIdError(worded("{id} is no node of the network.", id=shown(ego)))
        raise UnknownIdError(worded("{id} is no node of the network. {hint}", id=shown(ego), hint=hint))
    reached, edge = {ego}, [ego]
    for _ in range(hops):
        edge = [other for node in edge for other in _beside(graph, node) if other not in reached]
        reached.update(edge)
    name = Reader(words, choice.vocabulary, choice.plain).name(ego, graph.nodes[ego])
    note = words.say("network-ego", name=name, hops=hops, shown=len(reached), all=graph.number_of_nodes())
    inside = graph.subgraph([node for node in graph if node in reached])
    return attrs.evolve(choice, graph=inside, notes=(*choice.notes, note), centre=ego)


def _beside(graph: Any, node: Hashable) -> Iterator[Hashable]:
    yield from graph.adj[node]
    if graph.is_directed():
        yield from graph.pred[node]


def grouped(choice: Choice, network: Any, by: str | None, words: Speech) -> Choice:
    """Return groups of nodes that are alike in place of the nodes.

    Args:
        choice: What is shown.
        network: The model or graph that it was made of.
        by: What the nodes of a group have in common; left out, the first that tells them apart well.
        words: The library speaking.

    Raises:
        ValueError: Nothing is known of any node by which it could be put into a group.
    """
    graph = choice.graph
    ways = _partitions(choice, network)
    if by is None:
        by, blocks = _best(ways, graph)
    else:
        blocks = ways[by]() if by in ways else partition(graph, by=by)
        # Not a number is what a table says where nothing is stated.
        blocks = {node: block for node, block in blocks.items() if not is_nan(block)}
        if graph.number_of_nodes() and not blocks and by != "community":
            raise ValueError(
                worded("no node has a {by}: choose another way to put nodes into groups", by=fit(by))
            )
    blocks = _few(blocks)
    merged = _both_ways(quotient(graph, blocks, rest=_REST))
    reader = Reader(words, choice.vocabulary, choice.plain)
    groups: dict[Hashable, list[Hashable]] = {}
    for node in graph:
        groups.setdefault(blocks.get(node, _REST), []).append(node)
    for block, held in merged.nodes(data=True):
        types = {str(graph.nodes[node].get("type")) for node in groups[block]}
        if len(types) == 1 and (type := types.pop()) in LOOKS:
            held["type"] = type
        name = _called(block, by, held, graph, reader)
        held["name"] = f"{name} ({words.number(held['size'])})"
    said = words.say(f"network-by-{by}") if by in (*_WAYS, "community") else fit(by)
    note = words.say("network-grouped", nodes=graph.number_of_nodes(), ties=graph.number_of_edges(), by=said)
    return attrs.evolve(choice, graph=merged, plain=words.language, notes=(*choice.notes, note))


def _both_ways(merged: Any) -> Any:
    """Return groups with one tie for both directions: relations of all kinds together have none."""
    if not merged.is_directed():
        return merged
    plain = merged.to_undirected()
    for one, other, held in plain.edges(data=True):
        ways = [(one, other), (other, one)][: 1 if one == other else 2]
        held["weight"] = sum(merged.edges[way]["weight"] for way in ways if merged.has_edge(*way))
    return plain


def _partitions(choice: Choice, network: Any) -> dict[str, Callable[[], Partition]]:
    graph, vocabulary = choice.graph, choice.vocabulary

    def by_sector() -> Partition:
        if isinstance(network, PartnerModel):
            return sectors(network)
        kinds = partition(graph, by="kind")
        return {
            node: vocabulary.wider("organisation", str(kind))[-1]
            for node, kind in kinds.items()
            if graph.nodes[node].get("type") in (None, "organisation")
        }

    def by_community() -> Partition:
        sets = communities(graph).sets
        return {node: place for place, members in enumerate(sets, 1) if len(members) > 1 for node in members}

    return {
        "place": lambda: places(graph) if graph.is_directed() else partition(graph, by="place"),
        "sector": by_sector,
        "kind": lambda: partition(graph, by="kind"),
        "type": lambda: partition(graph, by="type"),
        "community": by_community,
    }


def _best(ways: Mapping[str, Callable[[], Partition]], graph: Any) -> tuple[str, Partition]:
    """Return the first way that puts most nodes into a group, and not all into one."""
    most = graph.number_of_nodes() / 2
    for way in _WAYS:
        blocks = ways[way]()
        if len(blocks) >= most and 2 <= len(set(blocks.values())) <= MOST_GROUPS:
            return way, blocks
    return "community", ways["community"]()


def _few(blocks: Partition) -> Partition:
    """Return the groups, the smallest put together where there are too many."""
    sizes: dict[Hashable, int] = {}
    for block in blocks.values():
        sizes[block] = sizes.get(block, 0) + 1
    if len(sizes) <= MOST_GROUPS:
        return blocks
    large = set(sorted(sizes, key=lambda block: (-sizes[block], str(block)))[: MOST_GROUPS - 1])
    return {node: block if block in large else _SMALL for node, block in blocks.items()}


def _called(block: Hashable, by: str, held: Mapping[str, Any], graph: Any, reader: Reader) -> str:
    """Return what a group is called, without its number."""
    words = reader.words
    if block == _SMALL:
        return words.say("network-small")
    if block == _REST:
        return words.say("network-outside" if by == "community" else "network-rest")
    text = str(block)
    if by == "place":
        several = [text] if text in graph else text.split(" ")
        return ", ".join(str(reader.name(id, graph.nodes[id] if id in graph else {})) for id in several)
    if by == "type":
        return capital(reader.type(text))
    if by == "community":
        return words.say("network-community", number=text)
    if by in ("kind", "sector"):
        scheme = str(held.get("type") or "organisation")
        return capital(fit(reader.vocabulary.label(scheme, text, words.language)))
    return fit(block)
