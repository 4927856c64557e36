"""The graphs of a model as networkx builds them, edge by edge: slow, and beyond doubt."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import networkx as nx

from partnermodel.model.entities import Entity, Organisation
from partnermodel.model.joins import SHARED
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.model.ties import joint_status, parties
from partnermodel.values.dates import OPEN, Period

Attributes = dict[str, Any]

JOINING = {"tie", "participation"}


def whole(model: PartnerModel) -> nx.MultiDiGraph[str]:
    """Return what `to_networkx` has to return."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=model.name)
    graph.add_nodes_from((id, of_entity(entity)) for id, entity in model.entities.items())
    for id, relation in model.relations.items():
        graph.add_edge(relation.source, relation.target, id, **of_relation(relation, model))
    return graph


def of_entity(entity: Entity) -> Attributes:
    """Return the attributes of a node."""
    found: Attributes = {"type": entity.scheme, "name": entity.name}
    found |= {f"name_{language}": name for language, name in sorted(entity.names.items())}
    found |= shared_attributes(entity)
    if entity.collective:
        found["collective"] = True
    if entity.size is not None:
        found["size"] = entity.size
    return found


def of_relation(relation: Relation, model: PartnerModel) -> Attributes:
    """Return the attributes of an edge."""
    found = shared_attributes(relation) | {"nature": model.vocabulary.nature(relation.kind)}
    if relation.role is not None:
        found["role"] = relation.role
    if relation.level is not None:
        found |= {"level_scheme": relation.level.scheme, "level": relation.level.value}
    if relation.description:
        found["description"] = relation.description
    if relation.evidence:
        found["documents"] = " ".join(sorted({citation.document for citation in relation.evidence}))
    return found


def shared_attributes(record: Entity | Relation) -> Attributes:
    """Return what entities and relations have alike."""
    found: Attributes = {} if record.kind is None else {"kind": record.kind}
    found["status"] = record.status
    return found | ends(record.period)


def ends(period: Period) -> Attributes:
    """Return what is known of the two ends of a period."""
    found: Attributes = {} if period.start is None else {"start": period.start}
    if period.end == OPEN:
        found["open"] = True
    elif period.end is not None:
        found["end"] = period.end
    return found


def network(model: PartnerModel) -> nx.Graph[str]:
    """Return what `organisation_network` has to return."""
    graph: nx.Graph[str] = nx.Graph(name=model.name)
    graph.add_nodes_from((id, of_entity(entity)) for id, entity in model.organisations.items())
    direct: dict[tuple[str, str], set[str]] = {}
    shared: dict[tuple[str, str], set[str]] = {}
    statuses: dict[tuple[str, str], set[str]] = {}
    for first, second, via, record, status in pairs(model):
        (direct if via is None else shared).setdefault((first, second), set()).add(record)
        statuses.setdefault((first, second), set()).add(status)
    for pair, words in sorted(statuses.items()):
        alone, together = direct.get(pair, set()), shared.get(pair, set())
        graph.add_edge(
            *pair,
            weight=len(alone) + len(together),
            direct=len(alone),
            shared=len(together),
            through=" ".join(sorted(alone | together)),
            statuses=" ".join(sorted(words)),
        )
    return graph


def affiliations(model: PartnerModel) -> nx.MultiGraph[str]:
    """Return what `two_mode` has to return of the whole graph of a model."""
    graph: nx.MultiGraph[str] = nx.MultiGraph(name=model.name)
    for id, entity in model.entities.items():
        if isinstance(entity, (Organisation, *SHARED)):
            graph.add_node(id, **of_entity(entity), bipartite=int(not isinstance(entity, Organisation)))
    for source, target, key, held in whole(model).edges(keys=True, data=True):
        ends = source, target
        shared = [end for end in ends if isinstance(model[end], SHARED)]
        taking_part = [end for end in ends if end in model.organisations]
        if shared and taking_part and held["nature"] in JOINING:
            graph.add_edge(taking_part[0], shared[0], key, **held, source_mode=int(source not in taking_part))
    return graph


def pairs(model: PartnerModel) -> Iterator[tuple[str, str, str | None, str, str]]:
    """Yield what joins two organisations: their ids, what is shared, the record, and the status."""
    for relation in model.relations.values():
        if model.vocabulary.nature(relation.kind) in JOINING and all(
            id in model.organisations for id in (relation.source, relation.target)
        ):
            first, second = sorted((relation.source, relation.target))
            yield first, second, None, relation.id, relation.status
    for id, shared in model.entities.items():
        if not isinstance(shared, SHARED):
            continue
        members = sorted(
            (
                party,
                len(chain) == 1 and model.vocabulary.nature(chain[0].kind) in JOINING,
                joint_status([shared.status, *(link.status for link in chain)], model.vocabulary),
            )
            for party, chain in parties(model, id)
        )
        for one, other in combinations(members, 2):
            if one[0] != other[0] and (one[1] or other[1]):
                yield one[0], other[0], id, id, joint_status((one[2], other[2]), model.vocabulary)
