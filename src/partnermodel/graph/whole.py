"""The whole model as a plain networkx graph: entities are nodes, relations are edges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from partnermodel.model.entities import Entity
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.values.dates import OPEN, Period

if TYPE_CHECKING:
    import networkx as nx

Attributes = dict[str, Any]


def to_networkx(model: PartnerModel) -> nx.MultiDiGraph[str]:
    """Return the model as a directed multigraph that every networkx algorithm and writer takes.

    A node is the id of an entity, an edge leads from source to target and its key is the id of the
    relation; `model[id]` leads back. Attributes are strings, numbers and truth values. What is not
    stated has no attribute: there is no `None`, which GraphML and GEXF could not write.

    Nodes have `type`, `name`, `name_LANGUAGE`, `kind`, `status`, `start`, `end`, `open` (only when
    true: the period is known to go on, and has no `end`), `collective` (only when true) and `size`.
    Edges have `kind`, `nature`, `role`, `status`, `start`, `end`, `open`, `level_scheme`, `level`,
    `description` and `documents` (ids, separated by spaces; no id has one).

    Args:
        model: The model. To see a day or a status, filter the model first, with `at` or `where`.

    Returns:
        A new graph, which shares nothing with the model. `graph.graph["name"]` is the model's name.

    Example:
        >>> from partnermodel import Centre, Organisation, PartnerModel, Relation, to_networkx
        >>> model = PartnerModel("Town", [
        ...     Organisation("college", "College"), Centre("centre", "Centre"),
        ...     Relation("college", "hosts", "centre"),
        ... ])
        >>> list(to_networkx(model).edges(keys=True))
        [('college', 'centre', 'college/hosts/centre')]
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=model.name)
    graph.add_nodes_from((id, node_attributes(entity)) for id, entity in model.entities.items())
    graph.add_edges_from(  # the stubs do not know the fourth item
        (relation.source, relation.target, id, edge_attributes(relation, model))  # type: ignore[misc]
        for id, relation in model.relations.items()
    )
    return graph


def node_attributes(entity: Entity) -> Attributes:
    """Return what a node of the graph says of its entity."""
    found: Attributes = {"type": entity.scheme, "name": entity.name}
    found |= {f"name_{language}": name for language, name in sorted(entity.names.items())}
    found |= _shared_attributes(entity)
    if entity.collective:
        found["collective"] = True
    if entity.size is not None:
        found["size"] = entity.size
    return found


def edge_attributes(relation: Relation, model: PartnerModel) -> Attributes:
    """Return what an edge of the graph says of its relation."""
    found = _shared_attributes(relation) | {"nature": model.vocabulary.nature(relation.kind)}
    if relation.role is not None:
        found["role"] = relation.role
    if relation.level is not None:
        found |= {"level_scheme": relation.level.scheme, "level": relation.level.value}
    if relation.description:
        found["description"] = relation.description
    if relation.evidence:
        found["documents"] = " ".join(sorted({citation.document for citation in relation.evidence}))
    return found


def _shared_attributes(record: Record) -> Attributes:
    found: Attributes = {} if record.kind is None else {"kind": record.kind}
    found["status"] = record.status
    return found | _ends(record.period)


def _ends(period: Period) -> Attributes:
    found: Attributes = {} if period.start is None else {"start": period.start}
    if period.end == OPEN:
        found["open"] = True  # GEXF takes `end` for a date, which ".." is not
    elif period.end is not None:
        found["end"] = period.end
    return found
