"""Rows are the same to Arrow, pandas and polars, and keep their columns when there are none of them."""

from __future__ import annotations

import json
import sys
from types import SimpleNamespace
from typing import Any

import pyarrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnermodel.errors import MissingExtraError
from partnermodel.values.columns import Column, Type, Value, as_type, column_of
from partnermodel.values.rows import Rows, rows_of, typed_rows
from partnermodel.values.table import Phrase, Shown, Table

TYPES: tuple[Type, ...] = ("text", "integer", "number", "truth", "ids", "texts", "lists")
COLUMNS = tuple(Column(f"a_{type}", type) for type in TYPES)

_texts = st.text(max_size=5)
_lists = st.lists(_texts | st.none(), max_size=3)
VALUES: dict[Type, st.SearchStrategy[Any]] = {
    "text": _texts,
    "integer": st.integers(-(2**63), 2**63 - 1),
    "number": st.floats(),
    "truth": st.booleans(),
    "ids": _lists,
    "texts": _lists,
    "lists": st.lists(_lists, max_size=3),
}


@st.composite
def some_rows(draw: st.DrawFn) -> Rows:
    """Draw rows of all types, among them none at all, and cells of which nothing is stated."""
    cells = st.tuples(*(st.none() | VALUES[type] for type in TYPES))
    return typed_rows(COLUMNS, draw(st.lists(cells, max_size=4)))


def as_lists(value: Any) -> Any:
    """Return a value with lists for tuples."""
    return [as_lists(one) for one in value] if isinstance(value, tuple) else value


@settings(max_examples=50)
@given(some_rows())
def test_arrow_has_the_same_values_and_the_declared_types(rows: Rows) -> None:
    """What Arrow takes from rows are their values; the types are those of the columns, also of no rows."""
    table = pyarrow.table(rows)
    texts = pyarrow.list_(pyarrow.string())
    assert table.schema.names == [column.name for column in COLUMNS]
    assert table.schema.types == [
        pyarrow.string(),
        pyarrow.int64(),
        pyarrow.float64(),
        pyarrow.bool_(),
        texts,
        texts,
        pyarrow.list_(texts),
    ]
    assert table.to_pylist() == [{name: as_lists(cell) for name, cell in row.items()} for row in rows]


@settings(max_examples=50)
@given(some_rows())
def test_rows_are_strict_json(rows: Rows) -> None:
    """Rows can be written as JSON that any parser takes, and read back they are the same."""
    text = json.dumps(list(rows), allow_nan=False)
    assert json.loads(text) == [{name: as_lists(cell) for name, cell in row.items()} for row in rows]


@settings(max_examples=50)
@given(some_rows())
def test_rows_have_all_that_a_sequence_has(rows: Rows) -> None:
    """They have places, slices, an order and a length, each row is a dict, and equal ones are equal."""
    made = [dict(zip([one.name for one in rows.columns], row, strict=True)) for row in rows.values]
    assert list(rows) == made
    assert len(rows) == len(made)
    assert rows[:1] == tuple(made[:1])
    assert list(reversed(rows)) == made[::-1]
    assert rows == typed_rows(rows.columns, rows.values)
    assert hash(rows) == hash(typed_rows(rows.columns, rows.values))
    for place, row in enumerate(made):
        assert rows[place] == row
        assert row in rows
        assert rows.index(row) == made.index(row)
        assert rows.index(row, place, place + 1) == place
        assert rows.count(row) == made.count(row)
    assert {"no": "row"} not in rows
    assert all(str(next(iter(row))) in repr(rows) for row in made)


def test_no_rows_say_which_columns_they_would_have() -> None:
    """The representation of no rows names their columns."""
    assert repr(Rows((Column("id", "text"),), ())) == "Rows(columns=(Column(name='id', type='text'),))"
    assert repr(Rows((Column("id", "text"),), (("a",),))) == "Rows([{'id': 'a'}])"


class Frames:
    """Stands in for pandas and for polars: notes what is asked of it."""

    def __init__(self) -> None:
        self.made: list[tuple[object, ...]] = []
        self.String, self.Int64, self.Float64, self.Boolean = "String", "Int64", "Float64", "Boolean"

    def array(self, values: list[Value], *, dtype: str) -> object:
        """Note an array."""
        return list(values), dtype

    Series = array

    def List(self, inner: object) -> object:  # noqa: N802  (as polars calls it)
        """Note a type of lists."""
        return ["List", inner]

    def DataFrame(self, columns: object, schema: object = None) -> object:  # noqa: N802  (as both call it)
        """Note a frame."""
        return columns, schema


ROWS = typed_rows(COLUMNS, [("a", 1, 2, True, ["b"], ["c d"], [["e", None]]), [None] * 7])


def test_what_pandas_is_handed_has_nullable_types(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole numbers stay whole beside what is not stated; several ids are a list in a column of objects."""
    monkeypatch.setitem(sys.modules, "pandas", Frames())
    assert ROWS.to_pandas() == (
        {
            "a_text": (["a", None], "string"),
            "a_integer": ([1, None], "Int64"),
            "a_number": ([2.0, None], "Float64"),
            "a_truth": ([True, None], "boolean"),
            "a_ids": ([["b"], None], "object"),
            "a_texts": ([["c d"], None], "object"),
            "a_lists": ([[["e", None]], None], "object"),
        },
        None,
    )


def test_what_polars_is_handed_has_a_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each column is handed over with its type."""
    monkeypatch.setitem(sys.modules, "polars", Frames())
    columns, schema = ROWS.to_polars()
    assert columns == ROWS.by_column()
    assert schema == {
        "a_text": "String",
        "a_integer": "Int64",
        "a_number": "Float64",
        "a_truth": "Boolean",
        "a_ids": ["List", "String"],
        "a_texts": ["List", "String"],
        "a_lists": ["List", ["List", "String"]],
    }


@settings(max_examples=30)
@given(some_rows())
def test_polars_has_the_same_values(rows: Rows) -> None:
    """Polars takes rows as they are, by way of Arrow, and `to_polars` gives the same frame."""
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(rows)
    assert frame.schema == rows.to_polars().schema
    assert frame.to_dicts() == rows.to_polars().to_dicts() == pyarrow.table(rows).to_pylist()


@settings(max_examples=30)
@given(some_rows())
def test_pandas_has_the_same_values(rows: Rows) -> None:
    """What is not stated is not stated in pandas either, and all else is as it was."""
    pandas = pytest.importorskip("pandas")
    frame = rows.to_pandas()
    assert [str(one) for one in frame.dtypes][:4] == ["string", "Int64", "Float64", "boolean"]
    assert len(frame) == len(rows)
    for column in rows.columns:
        found = [None if one is pandas.NA else one for one in frame[column.name]]
        assert found == rows.by_column()[column.name]


@pytest.mark.parametrize(
    ("package", "call", "said"),
    [
        ("pandas", ROWS.to_pandas, "pip install pandas$"),
        ("polars", ROWS.to_polars, "pip install polars$"),
        ("pyarrow", ROWS.__arrow_c_stream__, r'pip install "partnermodel\[arrow\]"$'),
    ],
)
def test_a_package_that_is_not_there_is_named(
    monkeypatch: pytest.MonkeyPatch, package: str, call: Any, said: str
) -> None:
    """The error says what to install."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=said):
        call()


def test_what_shows_itself_has_its_fields_as_a_row() -> None:
    """Where a result says nothing else, its rows are one row of its fields, and frames take it as it is."""
    from tests.values.test_columns import Inner

    class Result(Inner, Shown):
        """A result of one row."""

    found = Result("a", 5)
    assert list(found.rows()) == [{"key": "a", "size": 5}]
    assert pyarrow.table(found).to_pylist() == [{"key": "a", "size": 5}]


def test_a_table_is_a_frame_of_words() -> None:
    """The cells of a table are texts; of two heads that are alike the second has a number."""
    table = Table("Towns", ("name", "name", "name (2)", "n"), ((Phrase("Омск", "ru"), "a", "b", "5"),))
    assert pyarrow.table(table).to_pylist() == [
        {"name": "Омск", "name (2)": "a", "name (2) (2)": "b", "n": "5"}
    ]
    assert pyarrow.table(Table("None", ("name",), ())).schema.types == [pyarrow.string()]


def test_rows_are_made_of_fields() -> None:
    """A row is made for each thing, each value in the type of its column."""
    made = rows_of([SimpleNamespace(a=1)], column_of("a", "number"), column_of("b", "integer", "a"))
    assert made == typed_rows([Column("a", "number"), Column("b", "integer")], [[1, 1]])
    assert made.values == ((1.0, 1),)
    assert as_type("number", made[0]["a"]) == 1.0


def test_rows_show_their_beginning_and_how_many_there_are() -> None:
    """Whoever looks at rows sees a table of twenty at the most, everywhere; what is not stated is empty."""
    columns = (Column("id", "text"), Column("pupils", "integer"), Column("records", "ids"))
    few = Rows(columns, (("<a>", None, ("x", "y")), ("b", 2, ())))
    assert str(few).splitlines() == ["Rows (2 × 3)", "id   pupils  records", "<a>          x, y", "b    2"]
    assert "<td>x, y</td>" in few._repr_html_()
    assert "&lt;a&gt;" in few._repr_html_()
    printed: list[str] = []
    few._repr_pretty_(SimpleNamespace(text=printed.append), cycle=False)
    assert printed == [str(few)]
    many = Rows(columns[:1], tuple((f"r{number}",) for number in range(500)))
    assert str(many).splitlines()[:1] + str(many).splitlines()[-2:] == ["Rows (500 × 1)", "r19", "…"]
    assert repr(many).endswith("{'id': 'r19'}, … 500 in all])")
    assert len(many._repr_html_()) < 2000
    assert str(Rows(columns, ())) == "Rows (0 × 3)\n(none)"
    assert str(Rows((), ((), ()))) == "Rows (2 × 0)\n(none)"
