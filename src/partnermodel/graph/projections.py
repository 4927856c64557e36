"""Graphs made of a model: who is joined to whom, and by what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnermodel.graph.whole import node_attributes
from partnermodel.model.model import PartnerModel
from partnermodel.model.ties import joined_pairs

if TYPE_CHECKING:
    import networkx as nx


def organisation_network(model: PartnerModel) -> nx.Graph[str]:
    """Return the organisations, joined when they work together: directly, or through what they share.

    Two organisations are joined by each relation of the nature `tie` or `participation` between
    them, and by each initiative, programme or centre in which both take part. For a centre, the
    organisation that it is within takes part too. A collective organisation is one node, as it is
    one record: nobody knows how many it stands for.

    Nodes have the attributes of `to_networkx`. Edges have `weight` (how many relations and shared
    records join the two; each counts once), `direct` and `shared` (the two parts of it), `through`
    (the ids of those relations and shared records) and `statuses`, both in alphabetical order and
    separated by spaces.

    Args:
        model: The model. To see a day or a status, filter the model first, with `at` or `where`.

    Returns:
        A new undirected graph without loops. Every organisation is in it; one that works with
        nobody is an isolate.

    Example:
        >>> from partnermodel import Initiative, Organisation, PartnerModel, Relation, organisation_network
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Organisation("b", "B"), Initiative("fair", "Fair"),
        ...     Relation("a", "participates-in", "fair"), Relation("b", "participates-in", "fair"),
        ... ])
        >>> organisation_network(model).edges["a", "b"]["through"]
        'fair'
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph(name=model.name)
    graph.add_nodes_from((id, node_attributes(entity)) for id, entity in model.organisations.items())
    direct: dict[tuple[str, str], set[str]] = {}
    shared: dict[tuple[str, str], set[str]] = {}
    statuses: dict[tuple[str, str], set[str]] = {}
    for first, second, via, record, status in joined_pairs(model):
        (direct if via is None else shared).setdefault((first, second), set()).add(record)
        statuses.setdefault((first, second), set()).add(status)
    nothing: set[str] = set()
    for pair, words in sorted(statuses.items()):
        alone, together = direct.get(pair, nothing), shared.get(pair, nothing)
        graph.add_edge(
            *pair,
            weight=len(alone) + len(together),
            direct=len(alone),
            shared=len(together),
            through=" ".join(sorted(alone | together)),
            statuses=" ".join(sorted(words)),
        )
    return graph
