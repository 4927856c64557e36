"""Graphs made of a model: who is joined to whom, and by what."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from partnermodel.graph.filling import Attributes, undirected
from partnermodel.graph.whole import node_attributes
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.model.ties import Join, joined_pairs
from partnermodel.values.collector import collector_paused

if TYPE_CHECKING:
    import networkx as nx


@door
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
    with collector_paused():
        joins: dict[str, dict[str, list[Join]]] = {id: {} for id in model.organisations}
        for first, second, join in joined_pairs(model):
            joins[first].setdefault(second, []).append(join)
        return undirected(
            model.name,
            ((id, node_attributes(entity)) for id, entity in model.organisations.items()),
            (
                (first, second, edge_attributes(found))
                for first, others in joins.items()
                for second, found in sorted(others.items())
            ),
        )


def edge_attributes(joins: Collection[Join]) -> Attributes:
    """Return what an edge of the network says of all that joins two organisations."""
    if len(joins) == 1:  # as most have, and then there is nothing to count or to sort
        ((record, between, status),) = joins
        return {
            "weight": 1,
            "direct": int(between),
            "shared": int(not between),
            "through": record,
            "statuses": status,
        }
    direct = {record for record, between, _ in joins if between}
    shared = {record for record, between, _ in joins if not between}
    return {
        "weight": len(direct) + len(shared),
        "direct": len(direct),
        "shared": len(shared),
        "through": " ".join(sorted(direct | shared)),
        "statuses": " ".join(sorted({status for *_, status in joins})),
    }
