"""Whatever is given in place of a model or a graph, to whatever public function, is refused in words."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pickle
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FunctionType
from typing import Any

import networkx as nx
import pyarrow
import pytest

import partnermodel as pm
from partnermodel.queries import partnerships

TOWN = pm.PartnerModel("Town", [pm.Organisation("a", "A"), pm.Organisation("b", "B")])
GRAPH = pm.to_networkx(TOWN)
FRAME = pyarrow.table({"Name": ["A"]})
MAPPING = pm.suggest_mapping(FRAME).mapping

ANY = "load(path) gives one, and so does PartnerModel(name, records)."
PATH = "If this is the path of a file, give load(path)."
DOCUMENT = "Give loads(document), which reads it."
PLAIN = "If this is a document, give loads(json.dumps(document))."
RECORDS = "Give PartnerModel(name, records)."
TABLE = "Give read_table(frame, mapping).model; suggest_mapping(frame).mapping is a first mapping."
ROWS = "Make a frame of the rows, as pandas.DataFrame(rows) does, and give read_table(frame, mapping).model."
HELD = "Give the model that it holds: its attribute model."
GRAPHS = "organisation_network(model) and to_networkx(model) make one of a model."
LAYERS = "projections.layers(graph) makes one of a graph."
OF_GRAPH = (
    "Give the model that the graph was made of; or make one of it, if its nodes and edges say what they are: "
    'loads_graph(dumps_graph(graph, format="node-link")).'
)

STRANGE: tuple[tuple[Any, str, str], ...] = (
    (None, "None", ANY),
    (5, "an int", ANY),
    (pm.PartnerModel, "the class PartnerModel", ANY),
    (nx.Graph, "the class Graph", ANY),
    (pm.partners(TOWN, "a"), "a Partners", ANY),
    (pm.partners(TOWN, "a").rows(), "a Rows", ANY),
    (pm.find(TOWN, "A"), "a Found", ANY),
    ([5], "a list", ANY),
    ([], "a list", ANY),
    ({5}, "a set", ANY),
    (iter([]), "a list_iterator", ANY),
    ("", "a str", PATH),
    ("town.json", "a str", PATH),
    (Path("town.json"), f"a {type(Path()).__name__}", "Give load(path), which reads the file."),
    (' {"name": "Town"}', "a str", DOCUMENT),
    (b"{}", "a bytes", DOCUMENT),
    ({}, "a dict", PLAIN),
    ({"format_version": 1, "name": "Town"}, "a dict", PLAIN),
    ({"a": pm.Organisation("a", "A")}, "a dict", "Give PartnerModel(name, records.values())."),
    (TOWN.organisations, "a Catalogue", "Give PartnerModel(name, records.values())."),
    ([pm.Organisation("a", "A")], "a list", RECORDS),
    (TOWN.values(), "a _Values", RECORDS),
    ([{"name": "A"}], "a list", ROWS),
    ((("Name",), ("A",)), "a tuple", ROWS),
    (FRAME, "a Table", TABLE),
    ([FRAME], "a list", TABLE),
    ({"sheet": FRAME}, "a dict", TABLE),
    (pm.read_table(FRAME, MAPPING), "an Import", HELD),
    (pm.coverage(TOWN), "a Coverage", HELD),
    (pm.merge(TOWN, TOWN), "a Merged", HELD),
)
"""What somebody may give, how it is called, and how a model is come by from there."""

SORTS = {
    "model": "a PartnerModel",
    "either": "a PartnerModel or a networkx graph",
    "graph": "a networkx graph",
    "layers": "a dict of networkx graphs by the names of layers",
}

MENDS = {"graph": GRAPHS, "layers": LAYERS}
"""Where a graph belongs, the mend is the same for all that may be given."""


def functions() -> Iterator[FunctionType]:
    """Yield every public function, and every public method of a public class."""
    for space in (pm, pm.layouts, pm.measures, pm.projections):
        for name in space.__all__:
            value = getattr(space, name)
            for one in vars(value).values() if isinstance(value, type) else [value]:
                if inspect.isfunction(one) and not one.__name__.startswith("_"):
                    yield one


def sort_of(annotation: str) -> str | None:
    """Return what belongs to a parameter; None for what is neither a model nor a graph."""
    words = set(re.findall(r"\w+", annotation))
    if "Callable" in words:
        return None
    graph = any(word.endswith("Graph") or word == "GraphLike" for word in words)
    if "PartnerModel" in words:
        return "either" if graph else "model"
    return None if not graph else "layers" if "Mapping" in words else "graph"


DOORS = [
    (function, parameter.name, sort)
    for function in functions()
    for parameter in inspect.signature(function).parameters.values()
    if (sort := sort_of(str(parameter.annotation)))
]
"""Each public function with each parameter to which a model or a graph belongs, and which of them."""


def called(function: Callable[..., Any], name: str, given: object, *, by_name: bool) -> Any:
    """Call a function with what is given, and with a model, a graph or nothing for all else that it needs."""
    right = {"model": TOWN, "either": TOWN, "graph": GRAPH, "layers": {}}
    needed: dict[str, Any] = {}
    for parameter in inspect.signature(function).parameters.values():
        if parameter.name == name:
            needed[name] = given
        elif parameter.default is parameter.empty:
            needed[parameter.name] = right.get(sort_of(str(parameter.annotation)) or "")
    if not by_name:
        kinds = inspect.signature(function).parameters
        first = [key for key in needed if kinds[key].kind is not inspect.Parameter.KEYWORD_ONLY]
        places = [needed.pop(key) for key in first]
        return function(*places, **needed)
    return function(**needed)


@pytest.mark.parametrize("by_name", [False, True], ids=["by place", "by name"])
@pytest.mark.parametrize(
    ("function", "name", "sort"), DOORS, ids=[f"{door[0].__qualname__}-{door[1]}" for door in DOORS]
)
def test_what_does_not_belong_is_refused(
    function: FunctionType, name: str, sort: str, *, by_name: bool
) -> None:
    """The message says which function was given what as which parameter, what belongs there, and the mend."""
    strange = list(STRANGE)
    strange += [(GRAPH, "a MultiDiGraph", OF_GRAPH)] if sort in ("model", "layers") else []
    strange += [(pm.PartnerModel("Empty"), "a PartnerModel", "")] if sort in ("graph", "layers") else []
    for given, called_so, mend in strange:
        if given is None and inspect.signature(function).parameters[name].default is None:
            continue  # it may be left out
        if given == {} and sort == "layers":
            continue  # a network without layers
        with pytest.raises(TypeError) as caught:
            called(function, name, given, by_name=by_name)
        refused = f"{function.__qualname__}({name}=…): {SORTS[sort]} belongs here, not {called_so}."
        assert str(caught.value) == f"{refused} {MENDS.get(sort, mend)}"
        assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_there_are_doors_of_each_sort() -> None:
    """The law above is held to as many functions as there are, and not to none."""
    assert {sort for *_, sort in DOORS} == set(SORTS)
    assert {"partners", "merge", "to_dot", "degree", "flattened", "Recommendations.scenario"} <= {
        function.__qualname__ for function, *_ in DOORS
    }
    assert len({function for function, *_ in DOORS}) > 100


@pytest.mark.parametrize(
    "function", dict.fromkeys(door[0] for door in DOORS), ids=lambda one: one.__qualname__
)
def test_a_door_is_the_function_to_whoever_looks_at_it(function: FunctionType) -> None:
    """Its name, its place, its parameters and its example are those of the function, and it pickles."""
    inside = inspect.unwrap(function)
    assert inspect.signature(function) == inspect.signature(inside)
    assert (function.__doc__, function.__module__) == (inside.__doc__, inside.__module__)
    assert pickle.loads(pickle.dumps(function)) is function
    module = importlib.import_module(function.__module__)
    examples = {one.name: one.examples for one in doctest.DocTestFinder().find(module)}
    found = examples[f"{function.__module__}.{function.__qualname__}"]
    assert len(found) == (function.__doc__ or "").count(">>> ")


def test_arguments_in_the_wrong_order_are_to_be_exchanged(tmp_path: Path) -> None:
    """Where a model is given, but in another place, the mend is to exchange the two."""
    told = (
        "save(model=…): a PartnerModel belongs here, not a str. A model was given as path: exchange the two."
    )
    with pytest.raises(TypeError) as caught:
        pm.save(str(tmp_path / "town.json"), TOWN)  # type: ignore[arg-type]  # what is said is looked at
    assert str(caught.value) == told
    assert not any(tmp_path.iterdir())


def test_whose_model_it_is_makes_no_difference() -> None:
    """A model of a class that is made of ours is a model, at every sort of door."""

    class Town(pm.PartnerModel):
        """A model of a town."""

    town = Town("Town", TOWN.values())
    assert pm.dumps(town) == pm.dumps(TOWN)
    assert pm.to_dot(town) == pm.to_dot(TOWN)
    assert not pm.compare(town, before) if (before := TOWN) else None
    assert list(pm.partners(town, "a")) == []


def test_what_fails_behind_a_door_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """An AttributeError of a function that was given a model is not taken for another thing."""

    def fails(model: pm.PartnerModel) -> None:
        raise AttributeError("of its own")

    monkeypatch.setattr(partnerships, "Joins", fails)
    with pytest.raises(AttributeError, match=r"^of its own$"):
        pm.partners(pm.PartnerModel("Town", [pm.Organisation("a", "A")]), "a")


def test_what_is_missing_is_said_by_python() -> None:
    """Where nothing is given, or a name that is not there, Python says so of the function itself."""
    unchecked: Any = pm
    for call, told in (
        (unchecked.describe, r"^describe\(\) missing 1 required positional argument: 'model'$"),
        (unchecked.partners, r"^partners\(\) missing 2 required positional arguments: 'model' and 'id'$"),
        (
            lambda: unchecked.timeline(TOWN, TOWN),
            r"^timeline\(\) takes 1 positional argument but 2 were given$",
        ),
        (lambda: unchecked.check(town=TOWN), r"^check\(\) got an unexpected keyword argument 'town'$"),
    ):
        with pytest.raises(TypeError, match=told):
            call()


RUSSIAN: tuple[tuple[Any, str], ...] = (
    (None, "None. Её можно получить так: load(path) или PartnerModel(name, records)."),
    ("town.json", "str. Если это путь к файлу, передайте load(path)."),
    (pm.Place, "класс Place. Её можно получить так: load(path) или PartnerModel(name, records)."),
    ([pm.Place("a", "A")], "list. Передайте PartnerModel(name, records)."),
    ({}, "dict. Если это документ, передайте loads(json.dumps(document))."),
)


def test_it_is_said_in_russian_as_well() -> None:
    """The whole message is told again: what belongs there, what was given, and the mend."""
    for given, told in RUSSIAN:
        with pytest.raises(TypeError) as caught:
            pm.describe(given)
        said = str(pm.retold(caught.value, language="ru"))
        assert said == f"describe(model=…): здесь ожидается модель PartnerModel, а не {told}"


def test_what_is_proposed_can_be_done() -> None:
    """Each mend makes a model of what was given; that of a graph, where the graph says what it is."""
    document = pm.dumps(TOWN)
    assert pm.loads(document) == pm.loads(document.encode()) == TOWN
    assert (
        pm.PartnerModel("Town", TOWN.values()) == pm.PartnerModel("Town", TOWN.organisations.values()) == TOWN
    )
    assert pm.loads_graph(pm.dumps_graph(GRAPH, format="node-link")) == TOWN
    for table in (FRAME, [FRAME], {"sheet": FRAME}):
        assert list(pm.read_table(table, pm.suggest_mapping(table).mapping).model) == ["a"]
    for given in (pm.read_table(FRAME, MAPPING), pm.coverage(TOWN), pm.merge(TOWN, TOWN)):
        assert pm.describe(given.model)
    assert pm.measures.density(GRAPH) == pm.measures.density(pm.organisation_network(TOWN)) == 0
    assert pm.projections.flattened(pm.projections.layers(GRAPH)).number_of_edges() == 0


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_a_frame_of_any_package_is_known(package: str) -> None:
    """A frame is sent to `read_table`, also one that is not computed yet, and nothing in it is computed."""
    frame = pytest.importorskip(package).DataFrame({"Name": ["A"]})
    for given in (frame, frame.lazy()) if package == "polars" else (frame,):
        with pytest.raises(TypeError) as caught:
            pm.describe(given)
        told = f"describe(model=…): a PartnerModel belongs here, not a {type(given).__name__}. {TABLE}"
        assert str(caught.value) == told
        assert list(pm.read_table(given, MAPPING).model) == ["a"]
