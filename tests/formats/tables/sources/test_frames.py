"""Frames become grids with the values that they hold, whatever library keeps them."""

from __future__ import annotations

import datetime
import decimal
import sys
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.formats.tables.sources.making import ods, rows, written

from partnermodel.errors import InvalidTableError, MissingExtraError
from partnermodel.formats.tables.mappings.mapping import SheetMapping, TableMapping
from partnermodel.formats.tables.reading.reading import read_table
from partnermodel.formats.tables.sources.cells import cell_of
from partnermodel.formats.tables.sources.opening import NamedFrame, open_grids, tables_in
from partnermodel.formats.tables.sources.places import place
from partnermodel.formats.tables.suggesting.suggesting import suggest_mapping
from partnermodel.language.retelling import retold

DAY = datetime.date(2020, 1, 2)
NOON = datetime.datetime(2020, 1, 2, 12)
ZONED = datetime.datetime(2020, 1, 2, tzinfo=datetime.UTC)


def read(frame: Any, **keywords: Any) -> Any:
    """Return the rows of a frame."""
    (grid,) = open_grids(frame, **keywords)
    assert grid.named
    assert grid.source == "the frame"
    return rows(grid)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("", None),
        (" а ", " а "),
        (None, None),
        (True, True),
        (688110.0, 688110),
        (1.5, 1.5),
        (2.0**60, 2.0**60),
        (float("nan"), None),
        (float("inf"), "inf"),
        (decimal.Decimal("12.50"), 12.5),
        (decimal.Decimal("1E+3"), 1000),
        (decimal.Decimal("0.12345678901234567890123"), "0.12345678901234567890123"),
        (decimal.Decimal("NaN"), None),
        (decimal.Decimal("Infinity"), "Infinity"),
        (datetime.datetime(2020, 1, 2), DAY),
        (NOON, NOON),
        (ZONED, ZONED),
        (datetime.time(3, 4), "03:04:00"),
        (datetime.timedelta(hours=30, seconds=5), "30:00:05"),
        (b"abc", "abc"),
        (b"\xff", "ff"),
        (b"\x00", "00"),
        ([1, "а"], '[1,"а"]'),
        ({"b": 1, "a": None}, '{"a":null,"b":1}'),
        (uuid.UUID(int=5), "00000000-0000-0000-0000-000000000005"),
        (type("Name", (str,), {})("а"), "а"),
        (type("Name", (str,), {})(""), None),
        # What pandas and numpy have is known by its name and its methods.
        (type("NAType", (), {})(), None),
        (type("NaTType", (datetime.datetime,), {})(2020, 1, 2), None),
        (type("Timestamp", (datetime.datetime,), {"to_pydatetime": lambda *_, warn: NOON})(2020, 1, 2), NOON),
        (type("int64", (), {"tolist": lambda _: 5})(), 5),
        (type("ndarray", (), {"tolist": lambda _: [1, 2]})(), "[1,2]"),
        ([type("int64", (), {"tolist": lambda _: 5})()], "[5]"),
    ],
)
def test_a_value_becomes_a_cell(value: Any, cell: Any) -> None:
    """Every value of a frame is a cell of its own type, exactly, or a text that says all of it."""
    found = cell_of(value)
    assert found == cell
    assert type(found) is type(cell)


@pytest.mark.parametrize("value", [object(), [object()], 1j])
def test_a_value_that_is_no_cell_is_refused(value: Any) -> None:
    """What has no text of its own is not turned into one."""
    with pytest.raises(TypeError):
        cell_of(value)


def test_a_frame_of_pandas() -> None:
    """Ids that became fractions because of blanks are whole again; every sort of blank is blank."""
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(
        {
            "id": [688110.0, None],
            "имя": ["a", None],
            "категория": pandas.Categorical(["x", None]),
            "дата": pandas.to_datetime(["2020-01-02", None]),
            "миг": pandas.to_datetime(["2020-01-02 12:00", None]),
            "пояс": pandas.to_datetime(["2020-01-02", None], utc=True),
            "да": pandas.array([True, None], dtype="boolean"),
            "большое": pandas.array([2**60 + 1, None], dtype="Int64"),
            "деньги": [decimal.Decimal("1.50"), None],
            5: [1, "a"],
            ("два", "слова"): [[1], float("nan")],
        }
    )
    before = frame.copy()
    assert read(frame) == [
        (0, ("id", "имя", "категория", "дата", "миг", "пояс", "да", "большое", "деньги", "5", "два слова")),
        (1, (688110, "a", "x", DAY, NOON, ZONED, True, 2**60 + 1, 1.5, 1, "[1]")),
        (2, (*[None] * 9, "a", None)),
    ]
    pandas.testing.assert_frame_equal(frame, before)


def test_blanks_and_lists_of_numpy() -> None:
    """What pandas calls not available is blank wherever it stands; a list of numpy is a list."""
    pandas = pytest.importorskip("pandas")
    numpy = pytest.importorskip("numpy")
    frame = pandas.DataFrame(
        {"a": pandas.Series([pandas.NA, numpy.array([1, 2]), numpy.int64(5)], dtype=object)}
    )
    assert read(frame) == [(0, ("a",)), (2, ("[1,2]",)), (3, (5,))]


def test_an_index_with_a_name_is_a_column() -> None:
    """It would be lost in silence otherwise; one without a name only counts."""
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"id": ["a"], "v": [1]})
    assert read(frame.set_index("id")) == [(0, ("id", "v")), (1, ("a", 1))]
    assert read(frame.set_index("id", drop=False)) == [(0, ("id", "v")), (1, ("a", 1))]
    assert read(frame) == [(0, ("id", "v")), (1, ("a", 1))]


def test_a_frame_of_polars() -> None:
    """Lazy or not, with nested values, times and blanks."""
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(
        {
            "a": [1, None],
            "d": [DAY, None],
            "l": [[1, 2], None],
            "s": [{"x": 1}, None],
            "f": [float("nan"), None],
            "c": polars.Series(["x", None], dtype=polars.Categorical),
        }
    )
    wanted = [(0, ("a", "d", "l", "s", "f", "c")), (1, (1, DAY, "[1,2]", '{"x":1}', None, "x"))]
    assert read(frame) == read(frame.lazy()) == wanted


def arrow_table() -> Any:
    """Return a table of Arrow."""
    pyarrow = pytest.importorskip("pyarrow")
    return pyarrow.table(
        {"a": [1, None, 3], "d": [DAY, None, DAY], "e": pyarrow.array(["x", None, "x"]).dictionary_encode()}
    )


class Stream:
    """Anything that gives a stream of Arrow."""

    def __init__(self, table: Any) -> None:
        """Take what gives the stream."""
        self.table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.table.__arrow_c_stream__(requested_schema)


class Indexed(Stream):
    """What has an index with a name, as a frame of pandas has."""

    index = type("Index", (), {"names": [None, "id"]})

    def __init__(self, table: Any, whole: Any) -> None:
        """Take the table without the index, and what it is with it; None when that cannot be."""
        super().__init__(table)
        self.whole = whole

    def reset_index(self) -> Any:
        """Return the table with its index as columns."""
        if self.whole is None:
            raise ValueError("cannot insert id, already exists")
        return self.whole


def test_whatever_has_an_index_keeps_it() -> None:
    """An index is asked for as pandas gives it; where a column says the same, the column is enough."""
    pyarrow = pytest.importorskip("pyarrow")
    table, whole = pyarrow.table({"v": [1]}), pyarrow.table({"id": ["a"], "v": [1]})
    assert read(Indexed(table, whole)) == [(0, ("id", "v")), (1, ("a", 1))]
    assert read(Indexed(whole, None)) == [(0, ("id", "v")), (1, ("a", 1))]


WANTED = [(0, ("a", "d", "e")), (1, (1, DAY, "x")), (3, (3, DAY, "x"))]


def test_a_table_of_arrow_and_a_stream_of_it() -> None:
    """Both have the same rows; a blank row is left out and counted."""
    assert read(arrow_table()) == read(Stream(arrow_table())) == WANTED


def test_files_of_arrow_and_parquet(here: Path) -> None:
    """Both are read whatever their names are; a part that is broken is told when it is reached."""
    table = arrow_table()
    from pyarrow import ipc, parquet

    parquet.write_table(table, here / "a.dat")
    with ipc.new_file(here / "b.dat", table.schema) as file:
        file.write_table(table)
    told: list[float] = []
    for name in ("a.dat", "b.dat"):
        (grid,) = open_grids(name, progress=told.append)
        assert (grid.source, rows(grid)) == (name, WANTED)
    assert told == [1.0]
    data = bytearray((here / "a.dat").read_bytes())
    data[4:40] = b"\xff" * 36
    (grid,) = open_grids(written("c.parquet", bytes(data)))
    with pytest.raises(InvalidTableError, match="damaged"):
        rows(grid)


def test_columns_of_one_name_are_refused() -> None:
    """Of two columns with the same name one would be lost."""
    table = arrow_table().rename_columns(["a", "b", "a"])
    for frame in (table, Stream(table)):
        assert_twins_are_refused(frame)


def assert_twins_are_refused(frame: Any) -> None:
    """Assert that a frame with two columns called `a` is refused, in both languages."""
    with pytest.raises(InvalidTableError) as caught:
        open_grids(frame)
    assert str(caught.value).splitlines()[1] == (
        '  the frame, column "a": two columns have the name "a". Rename one of them. [duplicate-column]'
    )
    assert str(retold(caught.value, language="ru")).splitlines() == [
        "датафрейм не удаётся прочитать как таблицу:",
        '  датафрейм, столбец "a": два столбца называются "a". Переименуйте один из них. [duplicate-column]',
    ]


def test_columns_of_one_name_of_pandas_are_refused() -> None:
    """A frame of pandas may have them, and says so in another way."""
    pandas = pytest.importorskip("pandas")
    assert_twins_are_refused(pandas.DataFrame([[1, 2]], columns=["a", "a"]))


def test_an_odd_value_of_pandas_is_placed() -> None:
    """A value that no cell can hold is told with its row and its column."""
    pandas = pytest.importorskip("pandas")
    assert_the_second_is_odd(pandas.DataFrame({"a": [1, 1j, "x"]}))


def test_an_odd_value_of_arrow_is_placed() -> None:
    """So is one of a type that somebody has added to Arrow."""
    pyarrow = pytest.importorskip("pyarrow")

    class Odd(pyarrow.ExtensionScalar):  # type: ignore[misc, name-defined]
        def as_py(self, **_: Any) -> Any:
            value = self.value.as_py()
            return complex(value) if value == 2 else value

    class OddType(pyarrow.ExtensionType):  # type: ignore[misc, name-defined]
        def __init__(self) -> None:
            super().__init__(pyarrow.int64(), "odd")

        def __arrow_ext_serialize__(self) -> bytes:
            return b""

        def __arrow_ext_scalar_class__(self) -> type:
            return Odd

    values = pyarrow.ExtensionArray.from_storage(OddType(), pyarrow.array([1, 2, 3]))
    assert_the_second_is_odd(pyarrow.table({"a": values}))


def assert_the_second_is_odd(frame: Any) -> None:
    """Assert that a frame is refused for its second row, where a column `a` holds a complex number."""
    (grid,) = open_grids(frame)
    with pytest.raises(InvalidTableError) as caught:
        rows(grid)
    (issue,) = caught.value.issues
    assert str(issue) == (
        'the frame, row 2, column "a": a cell cannot hold a value of the type complex. '
        "Turn it into a text, a number or a date. [odd-value]"
    )


def test_progress_of_a_frame() -> None:
    """It is read a piece at a time, and the share rises to 1.0."""
    polars = pytest.importorskip("polars")
    told: list[float] = []
    assert len(read(polars.DataFrame({"a": range(1, 25_001)}), progress=told.append)) == 25_001
    assert told == [0.4, 0.8, 1.0]


@pytest.mark.parametrize("value", [5, None, [1], {"a": 1}, NamedFrame("a", 1)])
def test_what_is_neither_a_path_nor_a_frame_is_a_slip(value: Any) -> None:
    """It is a TypeError, as for any function, and says what can be given."""
    told = r"^\w+ is neither the path of a file nor a frame; give one of these, or a list of several$"
    with pytest.raises(TypeError, match=told):
        open_grids(value)


class Numbers:
    """A stream of Arrow that is no table: it has numbers, and no columns."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the stream."""
        pyarrow = pytest.importorskip("pyarrow")
        return pyarrow.chunked_array([[1, 2]]).__arrow_c_stream__(requested_schema)


@pytest.mark.parametrize("sort", ["pandas", "polars", "pyarrow", "stream"])
def test_a_column_is_no_frame(sort: str) -> None:
    """A column of any library is refused by its sort, and what to give instead is said; in a list, too."""
    column: Any
    if sort == "stream":
        column = Numbers()
    else:
        library = pytest.importorskip(sort)
        column = library.chunked_array([["a"]]) if sort == "pyarrow" else library.Series(["a"])
    how = TableMapping("Town", sheets=[SheetMapping(drop=["Name"])])
    name = type(column).__name__
    told = f"{name} is one column, and no frame; give its frame, or make one of it, as to_frame does"
    asks: list[Callable[[Any], Any]] = [suggest_mapping, lambda table: read_table(table, how)]
    for ask in asks:
        for given in (column, [column], {"schools": column}):
            with pytest.raises(TypeError) as caught:
                ask(given)
            assert str(caught.value) == told
            assert retold(caught.value, language="ru").args[0] == (
                f"{name} — один столбец, а не датафрейм; укажите весь датафрейм или "
                "сделайте датафрейм из столбца, например с помощью to_frame"
            )


def test_a_frame_has_no_sheets() -> None:
    """To ask for a sheet of a frame is a slip of the caller."""
    with pytest.raises(ValueError, match="a frame has no sheets; leave the sheet out"):
        open_grids(arrow_table(), sheet="a")


@pytest.mark.parametrize(
    ("package", "extra", "make"),
    [
        ("narwhals", "tables", arrow_table),
        ("pyarrow", "arrow", lambda: Stream(None)),
        ("pyarrow", "arrow", lambda: written("a.parquet", b"PAR1")),
        ("python_calamine", "tables", lambda: written("a.ods", ods(""))),
    ],
)
def test_without_a_package_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, package: str, extra: str, make: Any
) -> None:
    """What needs a package that is missing says which extra brings it, in both languages."""
    table = make()
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError) as caught:
        open_grids(table)
    assert f'pip install "partnermodel[{extra}]"' in str(caught.value)
    assert f"дополнение «{extra}»" in str(retold(caught.value, language="ru"))


def test_a_frame_that_is_given_by_its_name_is_a_sheet() -> None:
    """Its name is that of a sheet, stands once in a place, and belongs to no file."""
    (one, other) = tables_in({"a": arrow_table(), 7: arrow_table()})
    (grid,) = open_grids(one)
    assert (grid.source, grid.sheet, place(grid, 3)) == ("a", "a", "a, row 3")
    assert other.name == "7"
    with pytest.raises(TypeError, match=r"^a path is given without a name; only frames are given by their"):
        open_grids(NamedFrame("a", "a.csv"))
