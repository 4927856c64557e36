"""What each figure of a network is, and how it is worked out."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from partnermodel.analysis.network import Network
from partnermodel.graph import measures
from partnermodel.model.entities import UNKNOWN_STATUS
from partnermodel.queries.matrix import Coverage
from partnermodel.queries.timelines import timeline

Found = tuple[float | None, tuple[str, ...]]
"""The number, or None, and the ids of the records that a reader would ask for."""


@attrs.frozen
class Definition:
    """How one figure is worked out.

    Attributes:
        code: Its code.
        unit: What it counts.
        facet: What it rests on, and so what can have changed it: `organisations`, `ties`, `statuses`,
            `sectors`, `provision` or `evidence`.
        work: Works it out.
    """

    code: str
    unit: str
    facet: str
    work: Callable[[Network], Found]


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _organisations(network: Network) -> Found:
    return len(network.model.organisations), ()


def _ties(network: Network) -> Found:
    return network.graph.number_of_edges(), ()


def _isolates(network: Network) -> Found:
    return len(network.isolates), network.isolates


def _partners_each(network: Network) -> Found:
    ties = network.graph.number_of_edges()
    return _share(2 * ties, len(network.graph)), ()


def _density(network: Network) -> Found:
    return measures.density(network.graph), ()


def _parts(network: Network) -> Found:
    return len(network.parts), ()


def _largest_part(network: Network) -> Found:
    return _share(max(map(len, network.parts), default=0), len(network.graph)), ()


def _reachability(network: Network) -> Found:
    whole = len(network.graph)
    return _share(sum(len(part) * (len(part) - 1) for part in network.parts), whole * (whole - 1)), ()


def _mean_distance(network: Network) -> Found:
    return None if network.distances is None else network.distances.mean, ()


def _diameter(network: Network) -> Found:
    return None if network.distances is None else network.distances.diameter, ()


def _transitivity(network: Network) -> Found:
    return measures.transitivity(network.graph), ()


def _degree_centralisation(network: Network) -> Found:
    return measures.centralisation(network.graph, of="degree"), ()


def _betweenness_centralisation(network: Network) -> Found:
    if network.is_large:
        return None, ()
    return measures.centralisation(network.graph, of="betweenness"), ()


def _cut_points(network: Network) -> Found:
    return len(network.cut_points), network.cut_points


def _bridges(network: Network) -> Found:
    through = {id for pair in network.bridges for id in network.through(*pair)}
    return len(network.bridges), tuple(sorted(through))


def _communities(network: Network) -> Found:
    return len(network.communities.sets), ()


def _modularity(network: Network) -> Found:
    return network.communities.modularity, ()


def _sector_mixing(network: Network) -> Found:
    graph = network.graph
    # What is looked at through a subgraph takes several times as long.
    known = graph if len(network.sectors) == len(graph) else graph.subgraph(network.sectors)
    return measures.ei_index(known, network.sectors).index, ()


def _active(network: Network) -> Found:
    active = network.model.codes("status", "active")
    return _ties_in(network, lambda statuses: not active.isdisjoint(statuses))


def _only_discussed(network: Network) -> Found:
    return _ties_in(network, network.model.codes("status", "discussed").issuperset)


def _ties_in(network: Network, counts: Callable[[list[str]], bool]) -> Found:
    """Return the share of the ties whose statuses pass a test, and the records that make these ties."""
    found = [edge for *_, edge in network.graph.edges(data=True) if counts(edge["statuses"].split())]
    records = {id for edge in found for id in edge["through"].split()}
    return _share(len(found), network.graph.number_of_edges()), tuple(sorted(records))


def _served(network: Network) -> Found:
    filled, cells = _cells(network.coverage)
    return _share(filled, cells), ()


def _gaps(network: Network) -> Found:
    filled, cells = _cells(network.coverage)
    return cells - filled if cells else None, ()


def _cells(matrix: Coverage) -> tuple[int, int]:
    """Return how many cells of a matrix are filled, and how many there are; but for what is not stated."""
    cells = 1
    for axis in matrix.axes:
        cells *= sum(value is not None for value in axis)
    return sum(None not in cell for cell in matrix.counts), cells


def _with_evidence(network: Network) -> Found:
    asked = [one for one in network.model.values() if one.scheme not in ("document", "person")]
    silent = tuple(sorted(one.id for one in asked if not one.evidence))
    return _share(len(asked) - len(silent), len(asked)), silent


def _undated(network: Network) -> Found:
    return len(network.model.once(timeline).undated), network.model.once(timeline).undated


def _status_unknown(network: Network) -> Found:
    happens = ("relation", "programme", "initiative")
    silent = [
        one.id for one in network.model.values() if one.scheme in happens and one.status == UNKNOWN_STATUS
    ]
    return len(silent), tuple(sorted(silent))


DEFINITIONS = {
    definition.code: definition
    for definition in (
        Definition("organisations", "organisations", "organisations", _organisations),
        Definition("ties", "pairs", "ties", _ties),
        Definition("isolates", "organisations", "ties", _isolates),
        Definition("partners-each", "partners", "ties", _partners_each),
        Definition("density", "share", "ties", _density),
        Definition("parts", "parts", "ties", _parts),
        Definition("largest-part", "share", "ties", _largest_part),
        Definition("reachability", "share", "ties", _reachability),
        Definition("mean-distance", "steps", "ties", _mean_distance),
        Definition("diameter", "steps", "ties", _diameter),
        Definition("transitivity", "share", "ties", _transitivity),
        Definition("degree-centralisation", "share", "ties", _degree_centralisation),
        Definition("betweenness-centralisation", "share", "ties", _betweenness_centralisation),
        Definition("cut-points", "organisations", "ties", _cut_points),
        Definition("bridges", "pairs", "ties", _bridges),
        Definition("communities", "communities", "ties", _communities),
        Definition("modularity", "index", "ties", _modularity),
        Definition("sector-mixing", "index", "sectors", _sector_mixing),
        Definition("active-ties", "share", "statuses", _active),
        Definition("only-discussed", "share", "statuses", _only_discussed),
        Definition("served-cells", "share", "provision", _served),
        Definition("gaps", "cells", "provision", _gaps),
        Definition("with-evidence", "share", "evidence", _with_evidence),
        Definition("undated", "records", "evidence", _undated),
        Definition("status-unknown", "records", "evidence", _status_unknown),
    )
}
"""The figures by their code, in the order in which they are reported."""
