"""What the columns of a table hold, as the schema of a Data Package says: texts into numbers and dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from partnermodel.errors import DOUBTFUL, Issue
from partnermodel.formats.tables.sources.grid import Cell, Findings
from partnermodel.formats.tables.sources.places import place
from partnermodel.values.text import shown
from partnermodel.wording import worded

_SAID = 100
_TRUE = ("true", "True", "TRUE", "1")
_FALSE = ("false", "False", "FALSE", "0")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
_AROUND = re.compile(r"^[^0-9+-]*|[^0-9]*$")

Converter = Callable[[str], Cell]
"""Turns a text into what it says; a ValueError when it says no such thing."""


@attrs.frozen
class Schema:
    """What the columns of a table hold.

    Attributes:
        names: The names of the columns, in their order.
        converters: What turns the texts of a column into its values, for the columns that hold no texts.
        types: What the schema calls these.
        blanks: The texts that stand for nothing.
    """

    names: tuple[str, ...]
    converters: Mapping[str, Converter]
    types: Mapping[str, str]
    blanks: frozenset[str]

    @classmethod
    def of(cls, schema: Mapping[str, Any], dialect: Mapping[str, Any]) -> Schema:
        """Return what a description says; what it says in no right form is left out."""
        fields = [
            one
            for one in _listed(schema, "fields")
            if isinstance(one, dict) and isinstance(one.get("name"), str)
        ]
        blanks = [
            one.get("value") if isinstance(one, dict) else one for one in _listed(schema, "missingValues")
        ]
        converters = {one["name"]: _converter(one) for one in fields}
        return cls(
            tuple(one["name"] for one in fields),
            {name: converter for name, converter in converters.items() if converter is not None},
            {one["name"]: str(one.get("type")) for one in fields},
            frozenset(one for one in (*blanks, dialect.get("nullSequence")) if isinstance(one, str)),
        )

    def applied(
        self, rows: Iterable[tuple[int, Sequence[Cell]]], names: tuple[str, str | None], findings: Findings
    ) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Yield the rows with their values; what does not fit stays a text, and is doubted."""
        heads: list[str] = []
        for at, (number, cells) in enumerate(rows):
            if at == 0:
                heads = [str(cell) for cell in cells]
                yield number, cells
                continue
            row = list(cells)
            for column, (head, cell) in enumerate(zip(heads, cells, strict=False)):
                if isinstance(cell, str):
                    row[column], fits = self._value(head, cell)
                    if not fits and len(findings.doubts) < _SAID:
                        findings.doubts.append(_misfit(place(names, number, head), cell, self.types[head]))
            if any(cell is not None for cell in row):
                yield number, row

    def _value(self, head: str, cell: str) -> tuple[Cell, bool]:
        """Return what a text of a column says, and whether it says what it should."""
        if cell in self.blanks:
            return None, True
        converter = self.converters.get(head)
        if converter is None:
            return cell, True
        try:
            return converter(cell), True
        except (ValueError, OverflowError):
            return cell, False


def _listed(found: Mapping[str, Any], key: str) -> list[Any]:
    value = found.get(key)
    return value if isinstance(value, list) else []


def _misfit(path: str, cell: str, type: str) -> Issue:
    message = worded(
        "{value} is not of the type {type} that the package says", value=shown(cell), type=shown(type)
    )
    hint = worded("Mend the value, or the schema of the package.")
    return Issue("wrong-cell-type", path, shown(cell), message, hint, severity=DOUBTFUL)


def _converter(field: Mapping[str, Any]) -> Converter | None:
    match field.get("type"):
        case "integer" | "year":
            return lambda text: int(_plain(text, field))
        case "number":
            return lambda text: _number(_plain(text, field))
        case "boolean":
            return lambda text: _truth(text, field)
        case "date":
            return lambda text: _moment(text, field.get("format")).date()
        case "datetime":
            return lambda text: _moment(text, field.get("format"))
    return None


def _plain(text: str, field: Mapping[str, Any]) -> str:
    """Return a number as Python writes it."""
    text = text.strip()
    if field.get("bareNumber") is False:
        text = _AROUND.sub("", text)
    for key, meant in (("groupChar", ""), ("decimalChar", ".")):
        sign = field.get(key)
        if isinstance(sign, str) and sign:
            text = text.replace(sign, meant)
    if _NUMBER.fullmatch(text) is None:
        raise ValueError(text)
    return text


def _number(text: str) -> Cell:
    number = float(text)
    return int(text) if text.lstrip("+-").isdigit() else number


def _truth(text: str, field: Mapping[str, Any]) -> bool:
    for key, usual, truth in (("trueValues", _TRUE, True), ("falseValues", _FALSE, False)):
        values = field.get(key, usual)
        if text in (values if isinstance(values, list) else usual):
            return truth
    raise ValueError(text)


def _moment(text: str, format: Any) -> datetime.datetime:
    if isinstance(format, str) and "%" in format:
        return datetime.datetime.strptime(text, format)
    return datetime.datetime.fromisoformat(text.strip())
