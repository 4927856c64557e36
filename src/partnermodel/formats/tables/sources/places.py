"""Where a cell is, in words: file, sheet, row, column."""

from __future__ import annotations

from partnermodel.formats.tables.sources.grid import Grid
from partnermodel.values.text import shown
from partnermodel.wording import worded


def place(
    where: Grid | tuple[str, str | None], row: int | None = None, column: str | int | None = None
) -> str:
    """Return where something is in a table, as the path of an issue.

    Args:
        where: The grid, or the names of its file and of its sheet.
        row: The number of the row, as the grid gives it.
        column: The name of the column, or its number, from 1, where it has no name: it is shown as the
            letters that spreadsheet programs show.

    Example:
        >>> print(place(("colleges.xlsx", "Реестр"), 7, "ИНН"))
        colleges.xlsx, sheet "Реестр", row 7, column "ИНН"
        >>> print(place(("colleges.csv", None), column=28))
        colleges.csv, column AB
    """
    source, sheet = (where.source, where.sheet) if isinstance(where, Grid) else where
    path: str = source
    if sheet is not None and sheet != source:  # a frame that is given by its name has no other
        path = worded("{place}, sheet {sheet}", place=path, sheet=shown(sheet))
    if row is not None:
        path = worded("{place}, row {row}", place=path, row=row)
    if column is not None:
        name = letters(column) if isinstance(column, int) else shown(column)
        path = worded("{place}, column {column}", place=path, column=name)
    return path


def letters(number: int) -> str:
    """Return the letters that spreadsheet programs show for a column, counted from 1.

    Example:
        >>> letters(1), letters(26), letters(27), letters(16384)
        ('A', 'Z', 'AA', 'XFD')
    """
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def column_of(letters: str) -> int:
    """Return the number of a column, from 1, of the letters that spreadsheet programs show for it.

    Raises:
        ValueError: One of them is no letter from A to Z.

    Example:
        >>> column_of("A"), column_of("XFD")
        (1, 16384)
    """
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(letters)
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
