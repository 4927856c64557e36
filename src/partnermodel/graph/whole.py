"""The whole model as a plain networkx graph: entities are nodes, relations are edges."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from partnermodel.graph.filling import Attributes, multidigraph
from partnermodel.model.doors import door
from partnermodel.model.entities import Entity
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.values.dates import OPEN, UNKNOWN_PERIOD, Period

if TYPE_CHECKING:
    import networkx as nx


@door
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
    nature = cache(model.vocabulary.nature)  # there are few kinds, and many relations
    return multidigraph(
        model.name,
        ((id, node_attributes(entity)) for id, entity in model.entities.items()),
        (
            (relation.source, relation.target, id, edge_attributes(relation, nature(relation.kind)))
            for id, relation in model.relations.items()
        ),
    )


def node_attributes(entity: Entity) -> Attributes:
    """Return what a node of the graph says of its entity."""
    found: Attributes = {"type": entity.scheme, "name": entity.name}
    if entity.names:
        found |= {f"name_{language}": name for language, name in sorted(entity.names.items())}
    if entity.kind is not None:
        found["kind"] = entity.kind
    found["status"] = entity.status
    if entity.period is not UNKNOWN_PERIOD:
        _add_ends(found, entity.period)
    if entity.collective:
        found["collective"] = True
    if entity.size is not None:
        found["size"] = entity.size
    return found


def edge_attributes(relation: Relation, nature: str) -> Attributes:
    """Return what an edge of the graph says of its relation, whose kind has a nature."""
    found: Attributes = {"kind": relation.kind, "status": relation.status}
    if relation.period is not UNKNOWN_PERIOD:
        _add_ends(found, relation.period)
    found["nature"] = nature
    if relation.role is not None:
        found["role"] = relation.role
    if relation.level is not None:
        found |= {"level_scheme": relation.level.scheme, "level": relation.level.value}
    if relation.description:
        found["description"] = relation.description
    if evidence := relation.evidence:
        # Most rest on one document, and a set of one need not be sorted.
        one = len(evidence) == 1
        found["documents"] = (
            evidence[0].document if one else " ".join(sorted({citation.document for citation in evidence}))
        )
    return found


def _add_ends(found: Attributes, period: Period) -> None:
    if period.start is not None:
        found["start"] = period.start
    if period.end == OPEN:
        found["open"] = True  # GEXF takes `end` for a date, which ".." is not
    elif period.end is not None:
        found["end"] = period.end
