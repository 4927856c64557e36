"""Every result of the library has rows, whose columns are the same whatever is in it."""

from __future__ import annotations

import importlib
import json
import math
import pkgutil
from typing import Any

import pyarrow
import pytest
from hypothesis import given, settings
from tests.queries.town import town
from tests.results import classes, results
from tests.strategies import models

import partnermodel as pm
from partnermodel.values.columns import Value
from partnermodel.values.rows import Rows
from partnermodel.values.table import Shown

OTHER_ROWS = {"Merged", "Account", "Coverage", "GovernanceForm", "Picture", "Trend"}
"""Of these the rows are not those of the table: one row, or a cell or a figure of a day in each."""


@pytest.fixture(scope="module")
def found() -> list[Shown]:
    """Return a result of every class about the town."""
    return [one for _, one in results(town())]


def types_of(value: Value) -> set[type]:
    """Return the types of what is in a cell."""
    if isinstance(value, tuple):
        return {tuple}.union(*map(types_of, value))
    return {value.__class__}


ALLOWED: dict[str, set[type]] = {
    "text": {str},
    "integer": {int},
    "number": {float},
    "truth": {bool},
    "ids": {tuple, str, type(None)},
    "texts": {tuple, str, type(None)},
    "lists": {tuple, str, type(None)},
}


def held(rows: Rows) -> None:
    """Hold rows to what all of them have in common."""
    names = [column.name for column in rows.columns]
    assert names
    assert len(set(names)) == len(names)
    assert all(name.isascii() and name.isidentifier() and name == name.lower() for name in names)
    for row in rows.values:
        for column, value in zip(rows.columns, row, strict=True):
            assert value is None or types_of(value) <= ALLOWED[column.type]
            assert not isinstance(value, float) or math.isfinite(value)
    json.dumps(list(rows), allow_nan=False)
    table = pyarrow.table(rows)
    assert table.schema.names == names
    assert json.loads(json.dumps(table.to_pylist())) == json.loads(json.dumps(list(rows)))
    assert pyarrow.table(Rows(rows.columns, ())).schema == table.schema


def test_there_is_a_result_of_every_class(found: list[Shown]) -> None:
    """No class of the library that shows itself is left out here."""
    for module in pkgutil.walk_packages(pm.__path__, "partnermodel."):
        importlib.import_module(module.name)
    names = {type(one).__name__ for one in found}
    assert names == set(classes())


def test_every_result_has_rows_with_typed_columns(found: list[Shown]) -> None:
    """Names of columns are plain; each value has the type of its column; Arrow and JSON have the same."""
    for one in found:
        held(one.rows())
        assert pyarrow.table(one).equals(pyarrow.table(one.rows())) or isinstance(one, pm.PartnerModel)


@settings(max_examples=15)
@given(models())
def test_rows_hold_whatever_is_in_a_model(model: pm.PartnerModel) -> None:
    """The same is so of any model, of one without organisations, too; and its columns are always the same."""
    whole = {type(one): one.rows().columns for _, one in results(town())} if model.organisations else {}
    if len(model.organisations) >= 2:
        for _, one in results(model):
            held(one.rows())
            if not isinstance(one, pm.Picture | pm.Coverage | pm.Gaps):
                assert one.rows().columns == whole[type(one)]
    for each in (pm.figures, pm.standings, pm.find, pm.check, pm.timeline, pm.brokers, pm.durations):
        held(each(model).rows())


def test_rows_are_those_of_the_table(found: list[Shown]) -> None:
    """There are as many rows as the table has, but where a row for a machine is another one."""
    for one in found:
        if type(one).__name__ not in OTHER_ROWS:
            assert len(one.rows()) == len(one.table().rows), type(one)
    matrix = pm.coverage(town())
    assert len(matrix.rows()) == len(matrix.axes[0]) * len(matrix.axes[1])
    assert len(pm.governance_form(town()).rows()) == 1
    trend = pm.trend(town(), days=["2024", "2025"])
    assert len(trend.rows()) == len(trend)


def test_rows_are_in_the_order_of_the_table(found: list[Shown]) -> None:
    """Where the table has a column of ids, the rows have the same ids, one after the other."""
    places = {
        "Comparison": ("record", 0),
        "Found": ("entity", 1),
        "Neighbourhood": ("entity", 1),
        "Partners": ("partner", 1),
        "Standings": ("organisation", 1),
        "Timeline": ("record", 3),
    }
    held_to = set()
    for one in found:
        name, place = places.get(type(one).__name__, ("", 0))
        if name:
            held_to.add(type(one).__name__)
            assert [row[name] for row in one.rows()] == [str(row[place]) for row in one.table().rows]
    assert held_to == set(places)


def test_rows_know_one_language(found: list[Shown]) -> None:
    """What is told or drawn in Russian has the same rows, whatever their order, as in English."""
    model = town()

    def held_in(rows: Rows) -> tuple[object, list[str]]:
        return rows.columns, sorted(map(repr, rows))

    for make in (pm.describe, pm.network_view, pm.draw, pm.draw_timeline):
        told = [make(model, language=language).rows() for language in ("en", "ru")]
        assert held_in(told[0]) == held_in(told[1])
    before = [one.rows() for one in found]
    for one in found:
        if not isinstance(one, pm.Picture | pm.NetworkView):
            one.table(language="ru")
    assert [one.rows() for one in found] == before


def test_columns_say_the_same_as_the_result() -> None:
    """Ids, codes and numbers of rows are those of the fields that they are named after."""
    model = town()
    figures = pm.figures(model)
    assert [(row["code"], row["value"], row["records"]) for row in figures.rows()] == [
        (one.code, one.value, one.records) for one in figures
    ]
    ties = [
        (tie.organisation, tie.partner, one.organisation.name, tie.via, tie.kind, tie.relations, tie.role)
        for one in pm.partners(model, "college")
        for tie in one.ties
    ]
    names = ("organisation", "partner", "name", "via", "kind", "relations", "role")
    assert [tuple(map(row.get, names)) for row in pm.partners(model, "college").rows()] == ties
    for by in (("group", "place"), ("kind", "organisation", "group")):
        matrix = pm.coverage(model, by=by)
        for row in matrix.rows():
            cell: Any = tuple(row[dimension] for dimension in by)
            assert row["count"] == matrix.counts.get(cell, 0)
            assert isinstance(row["counted"], tuple)
            assert isinstance(row["not_counted"], tuple)
            assert len(row["counted"]) == row["count"]
            inside = {one.provision for one in matrix.cell(*cell)}
            assert {*row["counted"], *row["not_counted"]} == inside
        assert [tuple(row[dimension] for dimension in by) for row in matrix.gaps.rows()] == [
            one.cell for one in matrix.gaps
        ]
    between = pm.relations_between(model, "college", "ministry")
    assert [row["relations"] for row in between.rows()] == [
        *((one.id,) for one in between.relations),
        *(one.relations for one in between.shared),
    ]
    network = pm.network_view(model).rows()
    assert {row["node"]: (row["name"], row["type"], row["kind"]) for row in network} == {
        id: (one.name, one.scheme, one.kind) for id, one in model.entities.items()
    }


@pytest.mark.parametrize("direction", [0, 1])
def test_the_role_between_two_is_that_of_the_source(direction: int) -> None:
    """A relation says how its source acts; which of the two that is, its source and target say."""
    link = pm.Relation("a", "supports", "b", role="host")
    model = pm.PartnerModel("Two", [pm.Organisation("a", "A"), pm.Organisation("b", "B"), link])
    (row,) = pm.relations_between(model, *("ab", "ba")[direction]).rows()
    assert (row["source"], row["target"]) == ("a", "b")
    assert (row["first_role"], row["second_role"]) == (("host", None), (None, "host"))[direction]


def test_what_would_be_lost_is_said_by_kind() -> None:
    """Each row of a loss says what is lost, and only that of it which it can have."""
    model = pm.PartnerModel(
        "Town",
        [
            *(pm.Organisation(id, id.upper(), status="exists") for id in "abc"),
            pm.Group("deaf", "Deaf learners"),
            pm.Programme("signs", "Signs", status="active"),
            pm.Relation("a", "offers", "signs", status="active"),
            pm.Relation("signs", "serves", "deaf", status="active"),
            pm.Relation("a", "supports", "b", status="active"),
            pm.Relation("a", "supports", "c", status="active"),
        ],
    )
    loss = pm.loss_of(model, "a", by=["group"])
    assert [(row["loss"], row["group"], row["ids"], row["alone"]) for row in loss.rows()] == [
        ("falls", None, ("signs",), None),
        ("coverage", "deaf", ("signs",), None),
        ("partner", None, ("b",), True),
        ("partner", None, ("c",), True),
        ("cut-off", None, ("c",), None),
    ]


def test_polars_and_pandas_take_every_result(found: list[Shown]) -> None:
    """Both make a frame of any result as it is, and `to_polars` and `to_pandas` make the same."""
    polars = pytest.importorskip("polars")
    pandas = pytest.importorskip("pandas")
    for one in found:
        rows = one.rows()
        told = json.loads(json.dumps(list(rows)))
        assert one.to_polars().to_dicts() == told
        if not isinstance(one, pm.PartnerModel):  # which is a mapping of its records to whoever asks
            assert polars.DataFrame(one).equals(one.to_polars())
            assert len(pandas.DataFrame.from_arrow(one)) == len(rows)
        frame = one.to_pandas()
        assert list(frame.columns) == [column.name for column in rows.columns]
        assert [
            {name: None if cell is pandas.NA else cell for name, cell in row.items()}
            for row in frame.to_dict("records")
        ] == told


def test_narwhals_takes_every_result(found: list[Shown]) -> None:
    """Narwhals reads a result by way of Arrow."""
    narwhals = pytest.importorskip("narwhals")
    for one in found:
        assert len(narwhals.from_arrow(one, backend="pyarrow")) == len(one.rows())


def test_rows_leave_out_what_the_table_leaves_out() -> None:
    """Whom nobody rates is no row; nothing is cut off where all others still reach each other."""
    said = {"a": {"partner:reliability": 4}}
    model = pm.PartnerModel(
        "Three",
        [
            *(pm.Organisation(id, id.upper(), status="exists") for id in "abc"),
            *(
                pm.Relation(one, "cooperates-with", other, status="active", extra=said.get(one, {}))
                for one, other in ("ab", "bc", "ca")
            ),
        ],
    )
    ratings = pm.ratings(model)
    assert len(ratings) > len(ratings.rows()) == len(ratings.table().rows) == 2
    assert [row["loss"] for row in pm.loss_of(model, "a").rows()] == ["partner", "partner"]
    apart = pm.loss_of(model.without("b/cooperates-with/c", "c/cooperates-with/a"), "a")
    assert [row["loss"] for row in apart.rows()] == ["partner"]


def test_an_open_end_is_told_as_one() -> None:
    """What is known to go on ends in `..`; of what may have ended nothing is said."""
    model = pm.PartnerModel(
        "Two",
        [
            pm.Organisation("a", "A", period=pm.Period("2019", pm.OPEN)),
            pm.Organisation("b", "B", period=pm.Period("2019-05")),
            pm.Initiative("fair", "Fair", period=pm.Period("2024", pm.OPEN)),
        ],
    )
    for drawn in (pm.draw(model), pm.network_view(model)):
        ends = {row["node"]: (row["start"], row["end"]) for row in drawn.rows()}
        assert ends == {"a": ("2019", ".."), "b": ("2019-05", None), "fair": ("2024", "..")}
    assert [(row["start"], row["end"]) for row in pm.draw_timeline(model).rows()] == [("2024", "..")]
