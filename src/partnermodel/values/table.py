"""A table of an answer: how every result shows itself, as text and as accessible HTML."""

from __future__ import annotations

import re
import unicodedata
from html import escape
from typing import Any

import attrs

from partnermodel.values.columns import Column, fields_of
from partnermodel.values.rows import Framed, Rows, rows_of, typed_rows
from partnermodel.wording import worded


@attrs.frozen
class Phrase:
    """A text in a known language, so that a screen reader can say it in that language.

    Attributes:
        text: What is written.
        language: Its language tag (BCP 47), or `und` when it is not known.

    Example:
        >>> print(Phrase("Омская область", "ru"))
        Омская область
    """

    text: str
    language: str = "und"

    def __str__(self) -> str:
        return self.text


Cell = str | Phrase


def cell_html(cell: Cell) -> str:
    """Return a cell as HTML, escaped, with its language if that is known.

    Example:
        >>> cell_html(Phrase("<Омск>", "ru"))
        '<span lang="ru">&lt;Омск&gt;</span>'
    """
    text = escape(str(cell))
    if isinstance(cell, Phrase) and cell.language != "und":
        return f'<span lang="{escape(cell.language)}">{text}</span>'
    return text


def for_notebook(html: str) -> str:
    """Return HTML for a notebook, which would else set what stands between two `$` of names as a formula.

    MathJax passes over elements of these classes: the first since its version 3, the second before.

    Example:
        >>> for_notebook("<p>$5 and $6</p>")
        '<div class="mathjax_ignore tex2jax_ignore"><p>$5 and $6</p></div>'
    """
    return f'<div class="mathjax_ignore tex2jax_ignore">{html}</div>'


def width(text: str) -> int:
    r"""Return how many columns of a terminal a text takes: wide characters two, combining marks none.

    Example:
        >>> width("Омск"), width("東"), width("e\u0301")
        (4, 2, 1)
    """
    return sum(
        0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else
        2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )  # fmt: skip


@attrs.frozen
class Table(Framed):
    """Rows under a caption. The first cell of a row is what the row is about.

    Its cells are words for people, and so are all columns of a frame that is made of it; the numbers, ids
    and codes are in the `rows` of the answer.

    Attributes:
        caption: What the table shows, as a clause.
        columns: The head of each column.
        rows: Rows of as many cells as there are columns.
        notes: What a reader must know to read it right, as sentences.
        none: What is said instead of rows when there are none.

    Example:
        >>> print(Table("Towns", ("name", "region"), (("Omsk", "RU-OMS"),)))
        Towns
        name  region
        Omsk  RU-OMS
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    none: str = "none"

    def __str__(self) -> str:
        lines = [self.caption]
        if self.rows:
            # A free text may have line feeds and tabs in it, and a row is one line.
            grid = [
                self.columns,
                *(tuple(re.sub(r"[\t\n]", " ", str(cell)) for cell in row) for row in self.rows),
            ]
            widths = [max(width(row[column]) for row in grid) for column in range(len(self.columns))]
            lines += [
                "  ".join(
                    cell + " " * (widths[place] - width(cell)) for place, cell in enumerate(row)
                ).rstrip()
                for row in grid
            ]
        else:
            lines.append(f"({self.none})")
        return "\n".join([*lines, *self.notes])

    def html(self) -> str:
        """Return the table as HTML: a caption, a `scope` for each head, and everything escaped.

        Example:
            >>> Table("Towns", ("name",), (("<Omsk>",),)).html()[-54:]
            '<th scope="row">&lt;Omsk&gt;</th></tr></tbody></table>'
        """
        notes = "".join(f"<p>{escape(note)}</p>" for note in self.notes)
        if not self.rows:
            return f"<p>{escape(self.caption)}: {escape(self.none)}.</p>{notes}"
        head = "".join(f'<th scope="col">{escape(column)}</th>' for column in self.columns)
        body = "".join(
            f'<tr><th scope="row">{cell_html(row[0])}</th>'
            + "".join(f"<td>{cell_html(cell)}</td>" for cell in row[1:])
            + "</tr>"
            for row in self.rows
        )
        caption = f"<caption>{escape(self.caption)}</caption>"
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{notes}"

    def _repr_html_(self) -> str:
        return for_notebook(self.html())

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(str(self))  # what IPython shows where there is no HTML

    def _framed(self) -> Rows:
        # Two places may have one name, and no frame has two columns of one.
        heads: dict[str, None] = {}
        for column in self.columns:
            head, number = column, 1
            while head in heads:
                number += 1
                head = f"{column} ({number})"
            heads[head] = None
        return typed_rows([Column(head, "text") for head in heads], [map(str, row) for row in self.rows])


class Shown(Framed):
    """What shows itself: as a table when printed, as HTML in a notebook, and as rows to a machine."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        # IPython takes what it finds first from the class upwards, and attrs gives each class a `__repr__`.
        cls._repr_pretty_ = cls._repr_pretty_  # type: ignore[method-assign]

    def table(self, *, language: str = "en") -> Table:
        """Return the result as a table.

        Args:
            language: The language of what the library says in it.
        """
        raise TypeError(worded("{name} has no table", name=type(self).__name__))

    def rows(self) -> Rows:
        """Return the result for machines: typed values in columns whose names no language changes."""
        return rows_of((self,), *fields_of(type(self)))

    def _framed(self) -> Rows:
        return self.rows()

    def __str__(self) -> str:
        return str(self.table())

    def _repr_html_(self) -> str:
        return for_notebook(self.table().html())

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(str(self))
