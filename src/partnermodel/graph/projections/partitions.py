"""Partitions of the nodes of a graph, by what is alike: an attribute, a place, a sector."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from partnermodel.graph.projections.naming import N, edges_of, listed
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx

_PLACE = "place"


@door
def partition(graph: nx.Graph[N], *, by: str = "type") -> dict[N, Any]:
    """Return the block of each node: the value of an attribute, such as its type, kind or status.

    Args:
        graph: Any networkx graph.
        by: The name of the attribute.

    Returns:
        The value for each node that has one, in the order of the graph. A node without the attribute is
        in no block, and is left out; `quotient` puts what is left out into a block of its own.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, projections, to_networkx
        >>> model = PartnerModel("Town", [Organisation("a", "A", kind="school"), Organisation("b", "B")])
        >>> projections.partition(to_networkx(model), by="kind")
        {'a': 'school'}
    """
    return {node: held[by] for node, held in graph.nodes(data=True) if held.get(by) is not None}


@door
def places(
    graph: nx.DiGraph[N],
    *,
    level: str | Collection[str] | None = None,
    located: str | Collection[str] = "located-in",
    parts: str | Collection[str] = "part-of",
) -> dict[N, str]:
    """Return the place of each node, as the relations to places tell it.

    It is the place that a node is said to be in; of a town and its region, both stated, it is the town.
    What a node hosts, or is part of, may be elsewhere, and tells nothing. A node that is in several places
    is in a block with those that are in exactly these: the block is named by the ids of the places, in
    alphabetical order and separated by spaces.

    Args:
        graph: A directed graph such as `to_networkx` gives. Of edges it reads `kind`, of places `kind` and
            `type`; a node with another type than `place` is no place.
        level: The kind of place that is wanted, such as `region`, or several. From a place that is of
            another kind the relations of `parts` lead to wider places, up to the first that is of the kind;
            two towns of a region then are one place. None for the very places that are stated.
        located: The kinds of relation that lead to the place of something. Words that a model adds are
            taken with `located=model.codes("relation", "located-in")`.
        parts: The kinds of relation that lead from a place to a wider one.

    Returns:
        The place of each node that has one, in the order of the graph. A node is left out if nothing is
        said of its place, or if no wider place is of the level.

    Raises:
        ValueError: The graph is undirected, and does not say what is in what.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Place, Relation, projections, to_networkx
        >>> model = PartnerModel("Region", [
        ...     Organisation("a", "A"), Place("town", "Town"), Place("omsk", "Omsk region", kind="region"),
        ...     Relation("a", "located-in", "town"), Relation("town", "part-of", "omsk"),
        ... ])
        >>> graph = to_networkx(model)
        >>> projections.places(graph), projections.places(graph, level="region")
        ({'a': 'town'}, {'a': 'omsk'})
    """
    if not graph.is_directed():
        raise ValueError(
            worded("places are told from a directed graph: in an undirected one nobody sees what is in what")
        )
    leading, wider = _several(located), _several(parts)
    levels = None if level is None else _several(level)
    within: dict[N, list[N]] = {}
    above: dict[N, list[N]] = {}
    for source, target, _, held in edges_of(graph):
        if graph.nodes[target].get("type", _PLACE) == _PLACE:
            if held.get("kind") in leading:
                within.setdefault(source, []).append(target)
            if held.get("kind") in wider:
                above.setdefault(source, []).append(target)
    found = {}
    for node in graph:
        stated = within.get(node, [])
        if levels is None:
            # Who says town and region has said one thing, and the town says more.
            outer = set(_wider(stated, above))
            reached = set(stated) - outer or set(stated)
        else:
            reached = set(_nearest(graph, stated, above, levels))
        if reached:
            found[node] = listed(reached)
    return found


def _wider(stated: list[N], above: Mapping[N, list[N]]) -> Iterator[N]:
    """Yield every place that one of some places is a part of."""
    waiting = list(stated)
    seen: set[N] = set()
    for place in waiting:  # which grows as wider places come into sight
        for outer in above.get(place, ()):
            if outer not in seen:
                seen.add(outer)
                waiting.append(outer)
                yield outer


def _nearest(
    graph: nx.DiGraph[N], stated: list[N], above: Mapping[N, list[N]], levels: Collection[str]
) -> Iterator[N]:
    """Yield the nearest places of a level on every way up from some places, these included."""
    waiting, seen = list(stated), set(stated)
    for place in waiting:  # which grows as wider places come into sight
        if graph.nodes[place].get("kind") in levels:
            yield place
        else:
            higher = [outer for outer in above.get(place, ()) if outer not in seen]
            seen.update(higher)
            waiting += higher


@door
def sectors(model: PartnerModel, *, merged: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the sector of each organisation: the widest kind above its own.

    A sector is no field of an organisation. The kinds of the vocabulary have broader ones: a college is an
    `educational-institution`, a regional authority a `public-authority`. The widest is taken for the
    sector. It is coarse, and the user may know better: `merged` puts kinds together as a study needs it.

    Args:
        model: The model; its vocabulary says which kind is broader.
        merged: The sector of some kinds, by the code of the kind, such as `{"educational-institution":
            "education", "education-system": "education"}`. It holds for narrower kinds too, unless one of
            these is named itself.

    Returns:
        The sector of each organisation that has a kind, in the order of the model. A kind that the
        vocabulary does not know is a sector of its own. An organisation without a kind is left out.

    Raises:
        UnknownTermError: `merged` names what is neither a code of the vocabulary nor a kind in the model.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, projections
        >>> model = PartnerModel("Town", [
        ...     Organisation("college", "College", kind="vocational-college"),
        ...     Organisation("theatre", "Theatre", kind="cultural-institution"),
        ... ])
        >>> projections.sectors(model)
        {'college': 'educational-institution', 'theatre': 'cultural-institution'}
        >>> projections.sectors(model, merged={"educational-institution": "education"})["college"]
        'education'
    """
    vocabulary, scheme = model.vocabulary, "organisation"
    given = {} if merged is None else merged
    kinds = {id: one.kind for id, one in model.organisations.items() if one.kind is not None}
    for code in sorted(given.keys() - set(kinds.values())):
        vocabulary.term(scheme, code)
    sector = {}
    for kind in set(kinds.values()):
        chain = vocabulary.wider(scheme, kind)
        sector[kind] = next((given[code] for code in chain if code in given), chain[-1])
    return {id: sector[kind] for id, kind in kinds.items()}


def _several(words: str | Collection[str]) -> frozenset[str]:
    return frozenset([words] if isinstance(words, str) else words)
