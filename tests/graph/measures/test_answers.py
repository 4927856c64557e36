"""What holds for the answers of all measures: they are values, finite, and told as they come."""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Callable, Mapping
from functools import partial
from math import isfinite
from typing import Any

import attrs
import networkx as nx
import pytest

from partnermodel import measures, projections

OF = {node: node % 2 for node in range(6)}
DIRECTED: nx.DiGraph[int] = nx.DiGraph([(0, 1), (1, 2), (1, 3), (2, 4), (2, 5)])
SQUARE: nx.Graph[int] = nx.cycle_graph(6)
ASKED: Mapping[str, tuple[Any, dict[str, Any]]] = {
    "betweenness_estimate": (SQUARE, {"samples": 3}),
    "brokerage": (DIRECTED, {"partition": OF}),
    "ei_index": (SQUARE, {"partition": OF}),
    "krackhardt": (DIRECTED, {}),
    "multiplexity": ({"one": SQUARE, "other": nx.path_graph(6)}, {}),
    "two_mode_betweenness": (SQUARE, {"nodes": [0, 2, 4]}),
    "two_mode_closeness": (SQUARE, {"nodes": [0, 2, 4]}),
}
"""What each measure is asked that cannot be asked of a ring of six alone."""

ANSWERS = (
    "betweenness_estimate",
    "brokerage",
    "communities",
    "core_periphery",
    "distances",
    "ei_index",
    "krackhardt",
    "multiplexity",
)
"""The measures whose answers are classes."""

TOLD = [
    name
    for name in measures.__all__
    if inspect.isfunction(getattr(measures, name))
    and "progress" in inspect.signature(getattr(measures, name)).parameters
]
WEIGHED: Mapping[str, tuple[Callable[..., Any], str, dict[str, Any]]] = {
    "betweenness": (measures.betweenness, "distance", {}),
    "betweenness_estimate": (measures.betweenness_estimate, "distance", {"samples": 3}),
    "closeness": (measures.closeness, "distance", {}),
    "communities": (measures.communities, "weight", {}),
    "constraint": (measures.constraint, "weight", {}),
    "core_periphery": (measures.core_periphery, "weight", {}),
    "degree": (measures.degree, "weight", {}),
    "effective_size": (measures.effective_size, "weight", {}),
    "ei_index": (measures.ei_index, "weight", {"partition": OF}),
    "eigenvector": (measures.eigenvector, "weight", {}),
    "local_constraint": (measures.local_constraint, "weight", {}),
    "modularity": (measures.modularity, "weight", {"partition": OF}),
    "structural_efficiency": (measures.structural_efficiency, "weight", {}),
    "structural_hierarchy": (measures.structural_hierarchy, "weight", {}),
}


def answer(name: str, **more: Any) -> Any:
    """Ask a measure what is small and has an answer."""
    graph, asked = ASKED.get(name, (SQUARE, {}))
    return getattr(measures, name)(graph, **asked, **more)


def numbers(value: Any) -> list[float]:
    """Return all numbers in an answer, of whatever sort it is."""
    if isinstance(value, Mapping):
        return [number for inside in value.values() for number in numbers(inside)]
    if attrs.has(type(value)):
        return numbers(attrs.asdict(value, recurse=False))
    return [value] if isinstance(value, int | float) else []


def test_every_answer_that_is_a_class_is_tested() -> None:
    """The tests know of all classes that measures return, and of all measures that take weights."""
    classes = {name for name in measures.__all__ if inspect.isclass(getattr(measures, name))}
    found = [answer(name) for name in ANSWERS]
    found += found[ANSWERS.index("brokerage")].values()
    assert {type(one).__name__ for one in found if attrs.has(type(one))} == classes
    taking = {
        name
        for name in measures.__all__
        if inspect.isfunction(getattr(measures, name))
        and {"weight", "distance"} & set(inspect.signature(getattr(measures, name)).parameters)
    }
    assert taking == set(WEIGHED)


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_a_value(name: str) -> None:
    """A frozen answer is equal to itself asked again, pickled and copied, with one hash."""
    first, again = answer(name), answer(name)
    if name == "brokerage":
        first, again = first[1], again[1]
    assert first is not again
    for same in (again, pickle.loads(pickle.dumps(first)), copy.copy(first), copy.deepcopy(first)):
        assert same == first
        assert hash(same) == hash(first)
        assert repr(same) == repr(first)


@pytest.mark.parametrize("name", TOLD)
def test_progress_rises_to_all(name: str) -> None:
    """What tells how far it is tells ever more, from 0 up, and at the end that all is done."""
    told: list[float] = []
    assert answer(name, progress=told.append) == answer(name)
    assert told == sorted(told)
    assert told[0] >= 0
    assert told[-1] == 1


@pytest.mark.parametrize("of", ["degree", "closeness", "betweenness", "eigenvector"])
@pytest.mark.parametrize("number", [1, 2, 3, 9])
def test_every_centralisation_tells(of: Any, number: int) -> None:
    """Of whatever centrality, and of a graph too small to have a value, it tells that all is done."""
    told: list[float] = []
    measures.centralisation(nx.path_graph(number), of=of, progress=told.append)
    assert told[-1] == 1


@pytest.mark.parametrize("name", WEIGHED)
@pytest.mark.parametrize("value", ["much", None, float("nan"), float("-inf"), 10**400])
def test_what_is_no_number_is_no_weight(name: str, value: object) -> None:
    """A weight that is no finite number, or no float could hold, is a ValueError that names the edge."""
    measure, parameter, more = WEIGHED[name]
    graph: nx.Graph[int] = nx.cycle_graph(6)
    graph.add_edge(0, 1, held=value)
    with pytest.raises(ValueError, match=r"^held of the edge from 0 to 1 is "):
        measure(graph, **{parameter: "held"}, **more)


@pytest.mark.parametrize("name", WEIGHED)
@pytest.mark.parametrize("value", [1e308, 10**308, 1.7e308, 5e-324, 1e-310, 1e200, 1e-200])
@pytest.mark.parametrize("edges", [1, 3, 6])
def test_answers_are_finite_or_refused(name: str, value: float, edges: int) -> None:
    """Whatever weights there are, an answer has finite numbers, or sums that are none are refused."""
    measure, parameter, more = WEIGHED[name]
    graph: nx.Graph[int] = nx.cycle_graph(6)
    for one in range(edges):
        graph.edges[one, (one + 1) % 6]["held"] = value
    graph.add_edge(0, 3, held=0.5)
    asked = partial(measure, graph, **{parameter: "held"}, **more)
    try:
        found = numbers(asked())
    except ValueError:
        with pytest.raises(ValueError, match=r"larger than the largest float$"):
            asked()
        assert not 1e-300 < value < 1e300
        return
    assert found
    assert all(map(isfinite, found))


@pytest.mark.parametrize("name", WEIGHED)
def test_weights_below_nothing_are_seen_in_parallel(name: str) -> None:
    """An edge of -1 beside one of 3 is refused as alone; for the degree the tie weighs 2."""
    measure, parameter, more = WEIGHED[name]
    graph: nx.MultiGraph[int] = nx.MultiGraph(nx.cycle_graph(6))
    graph.add_edge(0, 2, held=3)
    graph.add_edge(0, 2, held=-1)
    if name == "degree":
        assert measures.degree(graph, weight="held")[0] == 4
        return
    with pytest.raises(ValueError, match=r"^held of the edge from 0 to 2 is .*, not -1$"):
        measure(graph, **{parameter: "held"}, **more)


def test_a_larger_unit_changes_no_position() -> None:
    """Weights that are all 1e300 times as large, or as small, have the same communities and eigenvector."""
    graph = nx.karate_club_graph()
    for factor in (1e300, 1e-300):
        for *_, held in graph.edges(data=True):
            held["scaled"] = held["weight"] * factor
        assert measures.communities(graph, weight="scaled").sets == (
            measures.communities(graph, weight="weight").sets
        )
        assert measures.eigenvector(graph, weight="scaled") == pytest.approx(
            measures.eigenvector(graph, weight="weight"), abs=1e-9
        )


@pytest.mark.parametrize("factor", [1e-200, 1.0, 1e200, 1e305])
def test_a_larger_unit_changes_no_correlation(factor: float) -> None:
    """The correlation of numbers at both ends of ties does not hang on the unit."""
    graph = nx.karate_club_graph()
    values = {node: number * factor for node, number in graph.degree()}
    assert measures.numeric_assortativity(graph, values) == pytest.approx(
        measures.numeric_assortativity(graph, dict(graph.degree()))
    )


@pytest.mark.parametrize("value", ["much", None, float("nan"), 10**400])
def test_sums_of_an_attribute_are_of_numbers(value: object) -> None:
    """What merges nodes or layers refuses a weight that is no finite number, with its edge."""
    graph: nx.Graph[int] = nx.path_graph(3)
    graph.add_edge(0, 1, held=value)
    with pytest.raises(ValueError, match=r"^held of the edge from 0 to 1 is "):
        projections.quotient(graph, OF, weight="held")
    with pytest.raises(ValueError, match=r"^held of the edge from 0 to 1 is "):
        projections.flattened({"one": graph}, weight="held")
