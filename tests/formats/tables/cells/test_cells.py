"""What a cell says: what is changed on the way is said, and nothing is guessed at."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from partnermodel import FieldMapping, SheetMapping
from partnermodel.formats.tables.cells.cells import CellReader, Said, split
from partnermodel.formats.tables.reading.heads import heads_of
from partnermodel.formats.tables.sources.grid import Cell
from partnermodel.vocabulary.vocabulary import STANDARD


def said(cell: Cell, to: str, type: str = "organisation", blank: tuple[str, ...] = (), **how: Any) -> Said:
    """Return what a cell says for a field."""
    line = FieldMapping(to, columns=["x"], **how)
    return CellReader(type, line, SheetMapping(blank=blank), STANDARD).read(cell)


CELLS: list[tuple[Cell, str, dict[str, Any], Any, tuple[str, ...]]] = [
    ("  A \n B ", "name", {}, "A B", ("trimmed",)),
    ("  A \n B ", "description", {}, "A\nB", ("trimmed",)),
    (" A ", "name", {"trimmed": False}, " A ", ()),
    ("'=A", "name", {"guarded": True}, "=A", ("unguarded",)),
    ("A", "name", {"guarded": True}, "A", ()),
    ("", "name", {}, None, ()),
    ("  ", "name", {}, None, ()),
    ("Нет Данных", "name", {"blank": ("нет данных",)}, None, ("blank",)),
    ("«-»", "name", {"blank": ("-",)}, None, ("blank",)),
    ("A; ;-", "aliases", {"blank": ("-",), "separator": ";"}, ("A",), ("split",)),
    ("A  B; C", "aliases", {"separator": ";"}, ("A B", "C"), ("split", "trimmed")),
    (";", "aliases", {"separator": ";"}, None, ("blank",)),
    ("A", "aliases", {"separator": ";"}, ("A",), ()),
    ("A\nB", "aliases", {"separator": ";"}, ("A", "B"), ("split",)),
    ("A B", "evidence", {"separator": " ", "trimmed": False}, ("A", "B"), ()),
    ("A  B|C", "aliases", {"separator": "|", "trimmed": False}, ("A  B", "C"), ()),
    ("A", "evidence", {"slug": True, "prefix": "d-"}, ("d-a",), ("id",)),
    ("Школа № 5", "id", {"slug": True}, "shkola-5", ("id",)),
    ("ДЕЙСТВУЕТ", "status", {"codes": {"действует": "active"}}, "active", ("code",)),
    ("active", "status", {"codes": {"действует": "active"}}, "active", ()),
    ("planned", "status", {"codes": {"действует": "active"}}, "planned", ()),
    ("school", "kind", {"codes": {"школа": "school"}}, "school", ()),
    ("formal", "level.own", {"codes": {"x": "formal"}, "type": "relation"}, "formal", ()),
    ("«a;b»", "aliases", {"separator": ";"}, ("«a;b»",), ()),
    ("official", "source_type", {"codes": {"x": "official"}, "type": "document"}, "official", ()),
    ("01.09.2024", "period.start", {}, "2024-09-01", ("date",)),
    (datetime.date(2024, 9, 1), "period.start", {}, "2024-09-01", ()),
    (2024, "period.start", {}, "2024", ()),
    ("н.в.", "period.end", {}, "..", ("date",)),
    ("2019–2022", "period", {}, ("2019", "2022"), ("period",)),
    ("1 200", "size", {}, 1200, ("number",)),
    (25.0, "size", {}, 25, ()),
    ("25", "stated.school.hosts", {}, 25, ()),
    ("да", "collective", {}, True, ("truth",)),
    (True, "collective", {}, True, ()),
    ("688110.0", "identifiers.fips", {}, ("688110",), ("digits",)),
    (1.5, "extra.o:a", {}, 1.5, ()),
    ("1.5", "extra.o:a", {}, "1.5", ()),
    ("a;b", "extra.o:a", {"separator": ";"}, ("a", "b"), ("split",)),
    ('{"b": 1, "a": [2]}', "extra", {"json": True}, b'{"a":[2],"b":1}', ()),
    (" ", "extra.o:a", {"json": True}, None, ()),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "to", "how", "value", "changes"), CELLS)
def test_a_cell_says_what_it_says(
    cell: Cell, to: str, how: dict[str, Any], value: Any, changes: tuple[str, ...]
) -> None:
    """The value has the sort of its field, and each step that changed it is told."""
    assert said(cell, to, **how) == Said(value, changes)


REFUSED: list[tuple[Cell, str, dict[str, Any], str]] = [
    ("A;B", "name", {"separator": ";"}, "several-values"),
    ("学校", "id", {"slug": True}, "no-slug"),
    ("нет", "status", {"codes": {"да": "active"}}, "unknown-code"),
    ("{", "extra", {"json": True}, "bad-json"),
    ('{"a": 1, "a": 2}', "extra", {"json": True}, "bad-json"),
    ("\ud800", "extra", {"json": True}, "bad-json"),
]


@pytest.mark.parametrize(("cell", "to", "how", "code"), REFUSED)
def test_a_cell_that_cannot_be_read_is_refused(cell: Cell, to: str, how: dict[str, Any], code: str) -> None:
    """There is no value then, and the reason has its code."""
    found = said(cell, to, **how)
    assert found.value is None
    assert found.refusal is not None
    assert found.refusal.code == code


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a;b\r\nc", ["a", "b", "c"]),
        ("«a;b»;c", ["«a;b»", "c"]),
        ('"a;b";c"', ['"a;b"', 'c"']),
        ("“a;b”;„c;d“", ["“a;b”", "„c;d“"]),
        ("«a;b", ["«a", "b"]),
    ],
)
def test_quotation_marks_keep_a_name_together(text: str, parts: list[str]) -> None:
    """A separator within a pair of them parts nothing; a mark alone protects nothing."""
    assert split(text, ";") == parts


HEADS: list[tuple[list[list[Cell]], tuple[str | None, ...]]] = [
    ([["Name", " Name ", "name", None, "B"]], ("Name", "Name (2)", "name", None, "B")),
    ([["A", "B", None, "C"], ["A", "x", "y"]], ("A", "B / x", "B / y", "C")),
    ([["A", None], [None, "x"]], ("A", "x")),
    ([["A\n  b", None, None]], ("A b",)),
    ([[2022, 2023.0]], ("2022", "2023")),
    ([], ()),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "names"), HEADS)
def test_heads_are_one_name_a_column(rows: list[list[Cell]], names: tuple[str | None, ...]) -> None:
    """Merged and repeated heads have names of their own, and what has none has its letters."""
    heads = heads_of(rows)
    assert heads.names == names
    for place in range(len(names)):
        assert heads.find(heads.label(place)) == place


def test_a_column_is_found_by_its_letters() -> None:
    """Letters in brackets are a column, unless the head is so itself; beyond the last there is none."""
    heads = heads_of([["A", None, "[A]"]])
    assert [heads.find(name) for name in ("a", "[B]", "[C]", "[A]", "[D]", "[AA]", "x")] == [
        0, 1, 2, 2, None, None, None
    ]  # fmt: skip
    assert heads.label(27) == "[AB]"
    assert heads_of([]).hint("x") == "The columns are: –."
