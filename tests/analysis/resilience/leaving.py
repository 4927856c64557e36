"""What leaves with an organisation and what is left, from the definitions: each model is built anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import networkx as nx
from hypothesis import strategies as st

from partnermodel.graph.projections.organisations import organisation_network
from partnermodel.model.entities import Centre, Group, Initiative, Organisation, Place, Programme
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.coverage import coverage
from partnermodel.queries.provisions import links

Cell = tuple[str | None, ...]

BY = ("group", "place", "kind")

STATUSES = ("active", "active", "exists", "unknown", "discussed", "completed")
KINDS = (None, "staff-training", "career-guidance")


@st.composite
def registers(draw: st.DrawFn, *, more: int = 0) -> PartnerModel:
    """Draw a model in which much is given: by one, by several, through centres, by nobody; or `more`."""

    def some(ids: Sequence[str], most: int) -> list[str]:
        return draw(st.lists(st.sampled_from(ids), unique=True, max_size=most)) if ids else []

    def named(letter: str, least: int, most: int) -> list[str]:
        return [f"{letter}{number}" for number in range(draw(st.integers(least, most)))]

    def status() -> str:
        return draw(st.sampled_from(STATUSES))

    organisations, centres, programmes = (
        named("o", 3 + more, 6 + more),
        named("c", 0, 3),
        named("p", 1 + more, 4 + more),
    )
    groups, places, projects = named("g", 1 + more // 3, 2 + more // 3), named("t", 0, 2), named("i", 0, 2)
    records: dict[str, Record] = {}

    def add(source: str, kind: str, target: str, role: str | None = None) -> None:
        relation = Relation(source, kind, target, status=status(), role=role)
        records[relation.id] = relation

    for number, centre in enumerate(centres):
        for host in some(organisations, 2):
            add(host, "hosts", centre)
        for outer in some([*centres[:number], *organisations], 1):
            add(centre, "part-of", outer)
    roles = st.sampled_from((None, None, "beneficiary", "site", "host"))
    for what in (*programmes, *projects, *centres):
        for giver in some(organisations, 2):
            kind = "funds" if what in centres else "participates-in"
            add(giver, kind, what, draw(roles))
        if what not in centres:
            for centre in some(centres, 1):
                add(centre, "participates-in", what, draw(roles))
    for what in (*programmes, *projects, *centres, *organisations):
        for group in some(groups, 1):
            add(what, "serves", group)
        for place in some(places, 1):
            add(what, "located-in", place)
    wider = [(inner, "part-of", outer) for inner, outer in pairwise(places)]
    later = {one: [other for other in organisations if other > one] for one in organisations}
    partners = [(one, "partners-with", other) for one in organisations for other in some(later[one], 1)]
    for ends in (*wider, *partners):
        add(*ends)
    made: list[Record] = [
        *(Organisation(id, id) for id in organisations),
        *(Centre(id, id, status=status()) for id in centres),
        *(Programme(id, id, kind=draw(st.sampled_from(KINDS)), status=status()) for id in programmes),
        *(Initiative(id, id, status=status()) for id in projects),
        *(Group(id, id) for id in groups),
        *(Place(id, id) for id in places),
    ]
    return PartnerModel("Register", [*made, *records.values()])


def holders(model: PartnerModel, id: str) -> set[str]:
    """Return who gives something, and what a centre is within; the relations are read one by one."""
    found = set()
    record = model.entity(id)
    for relation in model.relations.values():
        for one, other in ((relation.source, relation.target), (relation.target, relation.source)):
            if one != id:
                continue
            holder = model.entity(other)
            nested = isinstance(record, Centre) and (
                (relation.kind == "hosts" and relation.target == id)
                or (relation.kind == "part-of" and relation.source == id)
            )
            if nested and isinstance(holder, Organisation | Centre):
                found.add(other)
            joins = model.vocabulary.nature(relation.kind) in ("tie", "participation")
            only_there = relation.source == other and relation.role in ("beneficiary", "site")
            if joins and not only_there:
                if isinstance(holder, Organisation):
                    found.add(other)
                if isinstance(holder, Centre) and not isinstance(record, Centre):
                    found.add(other)
    return found


def leaving(model: PartnerModel, ids: Iterable[str]) -> set[str]:
    """Return what goes with some organisations, themselves among it: as long as there is more, it goes."""
    gone = set(ids)
    while True:
        more = {
            id
            for id, entity in model.entities.items()
            if isinstance(entity, Centre | Programme | Initiative)
            and id not in gone
            and (above := holders(model, id))
            and above <= gone
        }
        if not more:
            return gone
        gone |= more


def filled(model: PartnerModel, gone: Iterable[str], counts: Codes) -> set[Cell]:
    """Return the cells that are filled in a model without some organisations and what goes with them."""
    away = leaving(model, gone)
    left = model.without(*away)
    groups = sorted(model.once(links).served - away)
    return set(coverage(left, by=BY, counts=counts, groups=groups).counts)


def network(model: PartnerModel, counts: Codes, gone: Sequence[str] = ()) -> nx.Graph[str]:
    """Return the organisations that stay, joined by the ties that count in the whole model."""
    graph = organisation_network(model)
    if counts is not None:
        codes = model.codes("status", counts)
        graph.remove_edges_from(
            [
                (one, other)
                for one, other, data in graph.edges(data=True)
                if not codes & set(data["statuses"].split())
            ]
        )
    graph.remove_nodes_from(gone)
    return graph


def pairs(graph: nx.Graph[str]) -> int:
    """Return how many pairs of nodes can reach each other."""
    return sum(len(part) * (len(part) - 1) // 2 for part in nx.connected_components(graph))


def split(graph: nx.Graph[str], id: str) -> int:
    """Return how many pairs of others can no longer reach each other without a node."""
    degree = len(nx.node_connected_component(graph, id)) - 1
    return pairs(graph) - degree - pairs(graph.subgraph(set(graph) - {id}))
