"""What holds the network together: components, cut points, cores."""

from __future__ import annotations

from typing import Any

from benchmarks.contest import Answer, Contest
from benchmarks.works.measuring.networks import AS_IS_TO_BE, Ways, contest


def _ours(name: str, **options: str) -> Any:
    def work(graph: Any) -> Any:
        from partnermodel import measures

        return getattr(measures, name)(graph, **options)

    return work


def _nx_components(graph: Any) -> Any:
    import networkx as nx

    return list(nx.connected_components(graph))


def _nx_cut_points(graph: Any) -> Any:
    import networkx as nx

    return list(nx.articulation_points(graph))


def _nx_cores(graph: Any) -> Any:
    import networkx as nx

    return nx.core_number(graph)


def _rx_components(graph: Any) -> Any:
    import rustworkx

    return rustworkx.connected_components(graph)


def _rx_cut_points(graph: Any) -> Any:
    import rustworkx

    return rustworkx.articulation_points(graph)


def _rx_cores(graph: Any) -> Any:
    import rustworkx

    return rustworkx.core_number(graph)


def _sizes(_given: Any, found: Any) -> Answer:
    sizes = sorted(map(len, found), reverse=True)
    return {"how many": len(sizes), "the largest": sizes[:20], "in all": sum(sizes)}


def _numbers(given: Any, found: Any) -> Answer:
    """Answer with the numbers in the order of the network; libraries have them by node or in a list."""
    nodes = list(given) if not isinstance(given, tuple) else range(len(given[0]))
    numbers = list(found) if isinstance(found, list) else [found[node] for node in nodes]
    return {"in all": sum(numbers), "the greatest": max(numbers), "the first": numbers[:1000]}


def _places(given: Any, found: Any) -> Answer:
    """Answer with the numbers of nodes that are told by number or by id."""
    place = {} if isinstance(given, tuple) else {node: index for index, node in enumerate(given)}
    numbers = sorted(place.get(node, node) for node in found)
    return {"how many": len(numbers), "the first": numbers[:1000]}


def contests() -> tuple[Contest, ...]:
    """Return a contest for each measure."""
    return (
        contest(
            "connected components",
            Ways(
                ours=_ours("components"),
                pure=_ours("components"),
                networkx=_nx_components,
                rustworkx=_rx_components,
                igraph=lambda graph: list(graph.connected_components()),
            ),
            _sizes,
            targets=AS_IS_TO_BE,
        ),
        contest(
            "cut points",
            Ways(
                ours=_ours("cut_points"),
                pure=_ours("cut_points", engine="python"),
                networkx=_nx_cut_points,
                rustworkx=_rx_cut_points,
                igraph=lambda graph: graph.articulation_points(),
            ),
            _places,
            targets=AS_IS_TO_BE,
        ),
        contest(
            "core numbers",
            Ways(
                ours=_ours("core_numbers"),
                pure=_ours("core_numbers", engine="python"),
                networkx=_nx_cores,
                rustworkx=_rx_cores,
                igraph=lambda graph: graph.coreness(),
            ),
            _numbers,
            targets=AS_IS_TO_BE,
        ),
    )
