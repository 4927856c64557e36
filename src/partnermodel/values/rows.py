"""Rows for machines: typed values in named columns, which frames of other libraries take as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar, overload

import attrs

from partnermodel.errors import MissingExtraError, missing_extra
from partnermodel.values.columns import Column, Field, Value, as_type
from partnermodel.wording import worded

if TYPE_CHECKING:
    import pandas
    import polars

    from partnermodel.values.table import Table

T_co = TypeVar("T_co", covariant=True)

EXTRA = "arrow"

_LOOKED_AT = 20
"""How many rows are shown to whoever looks at them; a register may have a hundred thousand."""

_ARROW = {"text": "string", "integer": "int64", "number": "float64", "truth": "bool_"}
_PANDAS = {"text": "string", "integer": "Int64", "number": "Float64", "truth": "boolean"}
_POLARS = {"text": "String", "integer": "Int64", "number": "Float64", "truth": "Boolean"}


class Framed:
    """What frames of other libraries take as it is: `pyarrow.table`, `polars.DataFrame` and others."""

    __slots__ = ()

    if TYPE_CHECKING:

        def _framed(self) -> Rows: ...

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the rows as a stream of Arrow (its PyCapsule interface), each column with its type.

        Args:
            requested_schema: The schema that is asked for, as a capsule; it need not be met.

        Raises:
            MissingExtraError: pyarrow is not installed; the extra `arrow` brings it.
        """
        try:
            import pyarrow
        except ImportError:
            raise missing_extra(worded("Arrow needs pyarrow"), EXTRA) from None
        rows = self._framed()
        text = pyarrow.string()
        types = {"ids": pyarrow.list_(text), "texts": pyarrow.list_(text)}
        types["lists"] = pyarrow.list_(types["ids"])
        schema = pyarrow.schema(
            [
                (one.name, types[one.type] if one.type in types else getattr(pyarrow, _ARROW[one.type])())
                for one in rows.columns
            ]
        )
        arrays = [
            pyarrow.array(values, one.type)
            for one, values in zip(schema, rows.by_column().values(), strict=True)
        ]
        return pyarrow.table(arrays, schema=schema).__arrow_c_stream__(requested_schema)

    def to_pandas(self) -> pandas.DataFrame:
        """Return the rows as a frame of pandas, whose nullable types keep whole numbers whole.

        Several ids in one cell are a list.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        try:
            import pandas
        except ImportError:
            raise _not_there("pandas") from None
        rows = self._framed()
        return pandas.DataFrame(
            {
                one.name: pandas.array(values, dtype=_PANDAS[one.type])
                if one.type in _PANDAS
                else pandas.Series(values, dtype="object")
                for one, values in zip(rows.columns, rows.by_column().values(), strict=True)
            }
        )

    def to_polars(self) -> polars.DataFrame:
        """Return the rows as a frame of polars. Several ids in one cell are a list.

        Raises:
            MissingExtraError: polars is not installed.
        """
        try:
            import polars
        except ImportError:
            raise _not_there("polars") from None
        rows = self._framed()
        types = {"ids": polars.List(polars.String), "texts": polars.List(polars.String)}
        types["lists"] = polars.List(types["ids"])
        schema = {
            one.name: types[one.type] if one.type in types else getattr(polars, _POLARS[one.type])
            for one in rows.columns
        }
        return polars.DataFrame(rows.by_column(), schema=schema)


def _not_there(package: str) -> MissingExtraError:
    return MissingExtraError(
        worded(
            "{package} is not installed, and no extra brings it: pip install {package}",
            package=package,
        )
    )


class Ordered(Collection[T_co]):
    """What has places as a sequence has, and all of its methods.

    It is no `collections.abc.Sequence`: frames take such a one for a list of columns or of cells before they
    ask whether it can hand them its own rows.
    """

    __slots__ = ()

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, place: int) -> T_co: ...

        @overload
        def __getitem__(self, place: slice) -> tuple[T_co, ...]: ...

        def __getitem__(self, place: int | slice) -> T_co | tuple[T_co, ...]: ...

    def __contains__(self, item: object) -> bool:
        return any(item is one or item == one for one in self)

    def __reversed__(self) -> Iterator[T_co]:
        return iter(tuple(self)[::-1])

    def index(self, item: object, start: int = 0, stop: int | None = None) -> int:
        """Return the first place at which something stands.

        Args:
            item: What is looked for.
            start: The place to begin at.
            stop: The place to stop before.

        Raises:
            ValueError: It stands nowhere there.
        """
        return tuple(self).index(item, start, len(self) if stop is None else stop)

    def count(self, item: object) -> int:
        """Return at how many places something stands."""
        return tuple(self).count(item)


@attrs.frozen(repr=False)
class Rows(Framed, Ordered[dict[str, Value]]):
    """Rows of typed values: what `rows` of every answer returns. Each row is a dict, by the names of columns.

    Ids and codes are as in the file and never translated; dates are texts of ISO 8601, as precise as they
    are known; several ids in one cell are a tuple; None stands for what is not stated. Printed, and in a
    notebook, they show themselves as a table of the first twenty.

    Attributes:
        columns: The columns, which are there when there is no row, too.
        values: The values of each row, in the order of the columns.

    Example:
        >>> rows = Rows((Column("id", "text"), Column("pupils", "integer")), (("school-15", 640),))
        >>> rows[0], len(rows)
        ({'id': 'school-15', 'pupils': 640}, 1)
    """

    columns: tuple[Column, ...]
    values: tuple[tuple[Value, ...], ...]

    @overload
    def __getitem__(self, place: int) -> dict[str, Value]: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[dict[str, Value], ...]: ...

    def __getitem__(self, place: int | slice) -> dict[str, Value] | tuple[dict[str, Value], ...]:
        if isinstance(place, slice):
            return tuple(map(self._row, self.values[place]))
        return self._row(self.values[place])

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return map(self._row, self.values)

    def __len__(self) -> int:
        return len(self.values)

    def __repr__(self) -> str:
        if not self.values:
            return f"Rows(columns={self.columns!r})"
        first = ", ".join(map(repr, self[:_LOOKED_AT]))
        more = f", … {len(self)} in all" if len(self) > _LOOKED_AT else ""
        return f"Rows([{first}{more}])"

    def __str__(self) -> str:
        return str(self._beginning())

    def _repr_html_(self) -> str:
        return self._beginning()._repr_html_()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(str(self))

    def _beginning(self) -> Table:
        """Return what somebody who looks at the rows sees: the first of them, and how many there are."""
        from partnermodel.values.table import Table

        rows = [tuple(map(_cell, row)) for row in self.values[:_LOOKED_AT] if row]
        if len(self) > _LOOKED_AT:
            rows.append(("…",) * len(self.columns))
        heads = tuple(column.name for column in self.columns)
        return Table(f"Rows ({len(self)} × {len(heads)})", heads, tuple(rows))

    def _row(self, values: tuple[Value, ...]) -> dict[str, Value]:
        return {column.name: value for column, value in zip(self.columns, values, strict=True)}

    def by_column(self) -> dict[str, list[Any]]:
        """Return the values of each column, by its name; several ids in one cell are a list here.

        Example:
            >>> Rows((Column("id", "text"),), (("a",), ("b",))).by_column()
            {'id': ['a', 'b']}
        """
        found: dict[str, list[Any]] = {}
        for place, column in enumerate(self.columns):
            values: list[Any] = [row[place] for row in self.values]
            found[column.name] = values if column.type in _ARROW else list(map(_listed, values))
        return found

    def _framed(self) -> Rows:
        return self


def _cell(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_cell, value))
    return "" if value is None else str(value)


def _listed(value: Any) -> Any:
    return [_listed(one) for one in value] if isinstance(value, tuple) else value


def rows_of(items: Iterable[object], *fields: Field) -> Rows:
    """Return a row for each of some things.

    Args:
        items: The things.
        *fields: The columns, and where their values stand.
    """
    columns = tuple(one.column for one in fields)
    return Rows(columns, tuple(tuple(one.value(item) for one in fields) for item in items))


def typed_rows(columns: Iterable[Column], values: Iterable[Iterable[object]]) -> Rows:
    """Return rows of values, each in the type of its column.

    Example:
        >>> typed_rows([Column("share", "number")], [[1]])[0]
        {'share': 1.0}
    """
    heads = tuple(columns)
    return Rows(
        heads,
        tuple(
            tuple(as_type(one.type, value) for one, value in zip(heads, row, strict=True)) for row in values
        ),
    )
