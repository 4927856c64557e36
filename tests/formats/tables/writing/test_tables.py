"""A model is tables in memory: nothing is lost, and each column has one type."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from tests.strategies import models

from partnermodel import (
    Alias,
    Organisation,
    PartnerModel,
    Relation,
    edge_table,
    node_table,
    tables,
    to_networkx,
)
from partnermodel.formats.flat.flattening import flattened
from partnermodel.formats.shape import LISTS
from partnermodel.values.columns import Column

TYPES = {"text": str, "integer": int, "truth": bool}


def town() -> PartnerModel:
    """Return a model with little in it."""
    return PartnerModel(
        "Town",
        [
            Organisation("b", "B", size=3, collective=True),
            Organisation("a", "A", names={"ru": "А", "de": "Ä"}),
            Relation("b", "funds", "a", role="sponsor"),
        ],
    )


@given(models())
def test_every_record_is_a_row_that_says_what_its_flat_row_says(model: PartnerModel) -> None:
    """Rows stand in the order of the document; but for other names, they are those of graphs."""
    found = tables(model)
    assert list(found) == [key for key in LISTS if getattr(model, key)]
    for key, rows in found.items():
        for record, row in zip(getattr(model, key).values(), rows, strict=True):
            expected: dict[str, Any] = flattened(record)
            stated = {name: value for name, value in row.items() if value is not None}
            if stated.pop("aliases", None) != expected.pop("aliases", None):
                assert any(str(other["aliases"]).startswith("[{") for other in rows)
            assert stated == expected


@given(models())
def test_each_column_is_used_and_has_one_type(model: PartnerModel) -> None:
    """No column is empty, none stands twice, and each value is of the type that its column says."""
    for rows in tables(model).values():
        names = [one.name for one in rows.columns]
        assert len(set(names)) == len(names)
        for column, values in zip(rows.columns, rows.by_column().values(), strict=True):
            assert {type(one) for one in values} - {type(None)} == {TYPES[column.type]}


def test_columns_stand_in_the_order_of_the_fields() -> None:
    """Names in other languages stand in the order of their tags; the ends of a relation stand first."""
    found = tables(town())
    columns = found["organisations"].columns
    assert [one.name for one in columns] == [
        "id",
        "name",
        "name_de",
        "name_ru",
        "status",
        "collective",
        "size",
    ]
    assert (columns[-2].type, columns[-1].type) == ("truth", "integer")
    assert found["relations"][0] == {
        "source": "b",
        "target": "a",
        "kind": "funds",
        "role": "sponsor",
        "status": "unknown",
    }


def test_other_names_are_of_one_sort_in_a_table() -> None:
    """When one record needs JSON for them, all have JSON; when none does, none has."""
    plain = Organisation("a", "A", aliases=[Alias("B"), Alias("C")])
    rich = Organisation("b", "B", aliases=[Alias("D", language="de")])
    assert tables(PartnerModel("N", [plain]))["organisations"][0]["aliases"] == "B | C"
    first, second = tables(PartnerModel("N", [plain, rich]))["organisations"]
    assert first["aliases"] == '[{"name":"B"},{"name":"C"}]'
    assert second["aliases"] == '[{"name":"D","language":"de"}]'


def test_a_model_without_records_has_no_tables() -> None:
    """The tables of nodes and edges are there, and have the columns that they always have."""
    empty = PartnerModel("Nothing yet")
    assert not tables(empty)
    assert node_table(empty).columns == (Column("id", "text"), Column("type", "text"), Column("name", "text"))
    assert [one.name for one in edge_table(empty).columns] == ["source", "target", "kind", "id"]


@given(models())
def test_nodes_and_edges_are_those_of_the_graph(model: PartnerModel) -> None:
    """Each entity is one node, each relation one edge with its ends and its id, as in the graph."""
    graph = to_networkx(model)
    nodes, edges = node_table(model), edge_table(model)
    assert {row["id"]: (row["type"], row["name"]) for row in nodes} == {
        id: (found["type"], found["name"]) for id, found in graph.nodes(data=True)
    }
    assert len(nodes) == graph.number_of_nodes()
    assert [one.name for one in edges.columns][:3] == ["source", "target", "kind"]
    assert sorted((row["source"], row["target"], row["id"]) for row in edges) == sorted(
        graph.edges(keys=True)
    )


@given(models())
def test_all_entities_in_one_table_say_what_they_say_in_their_own(model: PartnerModel) -> None:
    """The table of nodes holds every value of the tables of the types, but for the form of other names."""
    rows = {row["id"]: row for row in node_table(model)}
    for key, found in tables(model).items():
        for row in found if key != "relations" else ():
            both = [
                {name: value for name, value in one.items() if value is not None}
                for one in (row, rows[row["id"]])
            ]
            assert both[1].pop("type") == LISTS[key].scheme
            for one in both:
                one.pop("aliases", None)
            assert both[0] == both[1]


def test_frames_keep_the_types() -> None:
    """Arrow, pandas and polars have texts, 64-bit whole numbers and truth values; nothing is a float."""
    pyarrow = pytest.importorskip("pyarrow")
    rows = tables(town())["organisations"]
    table = pyarrow.table(rows)
    assert [str(table.schema.field(name).type) for name in ("id", "collective", "size")] == [
        "string",
        "bool",
        "int64",
    ]
    assert table.to_pylist() == list(rows)


def test_frames_of_pandas_make_the_graph() -> None:
    """Nodes and edges in pandas make the graph of networkx that the model is."""
    pytest.importorskip("pandas")
    import networkx as nx

    made = nx.from_pandas_edgelist(
        edge_table(town()).to_pandas(), edge_key="id", create_using=nx.MultiDiGraph
    )
    assert sorted(made.edges(keys=True)) == sorted(to_networkx(town()).edges(keys=True))
    assert str(node_table(town()).to_pandas()["size"].dtype) == "Int64"


def test_frames_of_polars_keep_the_types() -> None:
    """A column of polars has the type of ours."""
    polars = pytest.importorskip("polars")
    frame = tables(town())["organisations"].to_polars()
    assert (frame["size"].dtype, frame["collective"].dtype) == (polars.Int64, polars.Boolean)
    assert frame["size"].to_list() == [None, 3]
