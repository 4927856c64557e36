"""What to say when something else is given where a model or a graph belongs: what it is, and the mend."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence, Set, ValuesView

from partnermodel.model.entities import Entity
from partnermodel.model.relations import Relation
from partnermodel.values.kinds import with_article
from partnermodel.wording import Worded, together, worded

MODEL = worded("a PartnerModel")
EITHER = worded("a PartnerModel or a networkx graph")
GRAPH = worded("a networkx graph")
LAYERS = worded("a dict of networkx graphs by the names of layers")


def misgiven(
    function: str, parameter: str, what: Worded, given: object, *, other: str | None = None
) -> TypeError:
    """Return the error that says which function was given what, what belongs there, and how to come by it.

    Args:
        function: The name of the function.
        parameter: The name of the parameter.
        what: What belongs there: `MODEL`, `EITHER`, `GRAPH` or `LAYERS`.
        given: What was given.
        other: The name of another parameter, as which a model was given, if there is one.

    Example:
        >>> print(misgiven("describe", "model", MODEL, None))
        describe(model=…): a PartnerModel belongs here, not None. load(path) gives one, and so does \
PartnerModel(name, records).
    """
    sentence = worded(
        "{function}({parameter}=…): {what} belongs here, not {sort}.",
        function=function,
        parameter=parameter,
        what=what,
        sort=_sort_of(given),
    )
    exchange = worded("A model was given as {name}: exchange the two.", name=other)
    return TypeError(together(sentence, _mend(what, given) if other is None else exchange))


def _sort_of(given: object) -> str:
    if given is None:
        return "None"
    if isinstance(given, type):
        return worded("the class {name}", name=given.__name__)
    return with_article(type(given).__name__)


def is_graph(given: object) -> bool:
    """Return whether something has nodes and edges as a graph of networkx has them.

    Example:
        >>> import networkx as nx
        >>> is_graph(nx.path_graph(2)), is_graph(nx.Graph), is_graph({})
        (True, False, False)
    """
    return not isinstance(given, type) and all(
        callable(getattr(given, name, None)) for name in ("nodes", "edges", "is_directed")
    )


def _mend(what: Worded, given: object) -> Worded:
    if what is GRAPH:
        return worded("organisation_network(model) and to_networkx(model) make one of a model.")
    if what is LAYERS:
        return worded("projections.layers(graph) makes one of a graph.")
    if isinstance(given, os.PathLike):
        return worded("Give load(path), which reads the file.")
    if isinstance(given, bytes | bytearray | memoryview):
        return _DOCUMENT
    if isinstance(given, str):
        is_json = given.lstrip().startswith("{")
        return _DOCUMENT if is_json else worded("If this is the path of a file, give load(path).")
    if is_graph(given):
        return worded(
            "Give the model that the graph was made of; or make one of it, if its nodes and edges say what "
            'they are: loads_graph(dumps_graph(graph, format="node-link")).'
        )
    return _mend_of_things(given)


def _mend_of_things(given: object) -> Worded:
    """Return what to say of records, rows and frames, and of what holds them."""
    if _is_frame(given):
        return _FRAME
    if isinstance(given, Mapping):
        first = next(iter(given.values()), None)
        if isinstance(first, Entity | Relation):
            return worded("Give PartnerModel(name, records.values()).")
        return _FRAME if _is_frame(first) else _PLAIN
    ours = _is_ours(given)
    if ours and hasattr(type(given), "model"):  # such as what was imported or merged
        return worded("Give the model that it holds: its attribute model.")
    first = next(iter(given), None) if isinstance(given, Sequence | Set | ValuesView) else None
    if isinstance(first, Entity | Relation):
        return worded("Give PartnerModel(name, records).")
    if isinstance(first, Mapping | list | tuple) and not ours:  # an answer is of a model, and makes none
        return worded(
            "Make a frame of the rows, as pandas.DataFrame(rows) does, and give "
            "read_table(frame, mapping).model."
        )
    return _FRAME if _is_frame(first) else _ANY


_DOCUMENT = worded("Give loads(document), which reads it.")
_PLAIN = worded("If this is a document, give loads(json.dumps(document)).")
_FRAME = worded("Give read_table(frame, mapping).model; suggest_mapping(frame).mapping is a first mapping.")
_ANY = worded("load(path) gives one, and so does PartnerModel(name, records).")


def _is_ours(given: object) -> bool:
    return type(given).__module__.partition(".")[0] == "partnermodel"


def _is_frame(given: object) -> bool:
    """Return whether something is a frame; its columns are not asked for, which may take work."""
    sort = type(given)
    return not _is_ours(given) and (hasattr(sort, "__arrow_c_stream__") or hasattr(sort, "columns"))
