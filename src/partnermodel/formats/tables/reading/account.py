"""The account of an import: what became of each row, of each column and of each value that was changed."""

from __future__ import annotations

import attrs

from partnermodel.errors import BROKEN, Issue
from partnermodel.language.sayings import Untold, saying
from partnermodel.language.sheet import Sheet
from partnermodel.values.columns import Column
from partnermodel.values.rows import Rows, typed_rows
from partnermodel.values.table import Shown, Table
from partnermodel.wording import worded

# So many lines of a sort are in the table; the rest are counted there, and all of them are in the fields.
_SHOWN_AT_MOST = 20

_HOW = ("read", "made", "idle", "blank", "skipped", "broken", "filled")

_COLUMNS = (
    *(Column(name, "text") for name in ("what", "how", "table", "column", "record")),
    Column("count", "integer"),
    Column("before", "text"),
    Column("after", "text"),
)


@attrs.frozen
class TableRows:
    """What became of the rows of one sheet, file or frame.

    Attributes:
        table: What it is called.
        read: How many rows there are below the header.
        made: Of how many of them records were made.
        idle: How many say nothing of any record.
        blank: How many are blank.
        skipped: How many were passed over, as the mapping says.
        broken: How many could not be read.
        filled: How many cells have the value of the range that they are merged into.
    """

    table: str
    read: int
    made: int
    idle: int
    blank: int
    skipped: int
    broken: int
    filled: int = 0


@attrs.frozen
class ColumnUse:
    """What became of a column.

    Attributes:
        table: What the sheet, file or frame is called.
        column: The column, by its head, or by its letters in brackets.
        use: `mapped`, `dropped`, `kept` in extra, or `reported`: nothing was made of it.
        cells: How many of its cells say something.
    """

    table: str
    column: str
    use: str
    cells: int


@attrs.frozen
class CellChange:
    """How often cells of a column are not what the model says.

    Attributes:
        table: What the sheet, file or frame is called.
        column: The column.
        how: What was done: `trimmed`, `blank`, `code`, `date`, `period`, `number`, `truth`, `digits`, `id`,
            `split`, `unguarded`, `passed-over` for another column, or `not-made`: the record is none.
        cells: How many cells.
        before: What the first of them in alphabetical order says.
        after: What the model says instead.
    """

    table: str
    column: str
    how: str
    cells: int
    before: str
    after: str


@attrs.frozen
class Joining:
    """Why rows that could be of one record are, or are not.

    Attributes:
        id: The id of the record.
        how: `renamed`: rows with another name are of it, which is an alias now; `respelled`: its name is
            written in another way; `apart`: another record has the same name; `suffixed`: another one would
            have had the same id; `listed`: a list of several names it; `listed-only`: nothing else does.
        names: The names that are meant, or the ids of the others.
    """

    id: str
    how: str
    names: tuple[str, ...] = ()


@attrs.frozen
class Account(Shown):
    """What became of everything that was read.

    Attributes:
        tables: What became of the rows of each table.
        columns: What became of each column.
        changes: How values were changed, and how often.
        records: How many records there are of each type.
        joinings: What was joined or kept apart although it could have been otherwise.
        problems: What is wrong with rows that could not be read, and what a person should look at.
    """

    tables: tuple[TableRows, ...]
    columns: tuple[ColumnUse, ...]
    changes: tuple[CellChange, ...]
    records: tuple[tuple[str, int], ...]
    joinings: tuple[Joining, ...]
    problems: tuple[Issue, ...]

    @property
    def unmapped(self) -> tuple[ColumnUse, ...]:
        """The columns that say something of which nothing was made."""
        return tuple(column for column in self.columns if column.use == "reported")

    @property
    def broken(self) -> int:
        """How many rows could not be read."""
        return sum(one.broken for one in self.tables)

    def rows(self) -> Rows:
        """Return a row for each thing to tell: what it is of, what became of it, and how much of it."""
        found: list[tuple[object, ...]] = []
        for one in self.tables:
            found += (("rows", how, one.table, None, None, getattr(one, how), None, None) for how in _HOW)
        found += (("record", type, None, None, None, count, None, None) for type, count in self.records)
        found += (
            ("column", one.use, one.table, one.column, None, one.cells, None, None) for one in self.columns
        )
        found += (
            ("cells", one.how, one.table, one.column, None, one.cells, one.before, one.after)
            for one in self.changes
        )
        found += (
            ("joining", one.how, None, None, one.id, len(one.names), ", ".join(one.names), None)
            for one in self.joinings
        )
        found += (
            ("problem", one.code, one.path, None, None, 1 + len(one.also), one.value, one.message)
            for one in self.problems
        )
        return typed_rows(_COLUMNS, found)

    def table(self, *, language: str = "en") -> Table:
        """Return a line for everything that there is to tell.

        Args:
            language: The language of the words: `en` or `ru`. What is quoted stays as it is.
        """
        lines: list[tuple[Untold, ...]] = []
        for one in self.tables:
            for how in _HOW:
                count = getattr(one, how)
                if count or how in ("read", "made"):
                    lines.append((saying(f"account-{how}"), one.table, str(count), ""))
        lines += [
            (saying("account-records"), saying(f"type-{type}"), str(count), "")
            for type, count in self.records
        ]
        lines += _some(
            [
                (saying(f"use-{column.use}"), _at(column.table, column.column), str(column.cells), "")
                for column in self.columns
                if column.use != "mapped"
            ]
        )
        lines += _some(
            [
                (
                    saying(f"cell-{change.how}"),
                    _at(change.table, change.column),
                    str(change.cells),
                    f"{change.before!r} → {change.after!r}" if change.after else repr(change.before),
                )
                for change in self.changes
            ]
        )
        lines += _some(
            [
                (saying(f"joining-{joining.how}"), joining.id, "", ", ".join(joining.names))
                for joining in self.joinings
            ]
        )
        lines += _some(
            [
                (
                    saying("problem-broken" if issue.severity == BROKEN else "problem-doubtful"),
                    issue.path,
                    str(1 + len(issue.also)) if issue.also else "",
                    issue.message,
                )
                for issue in self.problems
            ]
        )
        columns = ("what", "where", "number", "example")
        return Sheet(saying("account"), columns, tuple(lines)).table(language)


def _at(table: str, column: str) -> str:
    return worded("{table}: {column}", table=table, column=column)


def _some(lines: list[tuple[Untold, ...]]) -> list[tuple[Untold, ...]]:
    """Return the first lines of a sort, and how many more there are."""
    if len(lines) <= _SHOWN_AT_MOST:
        return lines
    return [*lines[:_SHOWN_AT_MOST], (saying("account-more"), "", str(len(lines) - _SHOWN_AT_MOST), "")]
