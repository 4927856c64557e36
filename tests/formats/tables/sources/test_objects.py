"""JSON and JSON Lines become rows without losing a key, a digit or a line number."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.tables.sources.making import read, rows, written

from partnermodel.errors import InvalidTableError
from partnermodel.formats.tables.sources.content import Content
from partnermodel.formats.tables.sources.objects import json_grids, json_lines_grid
from partnermodel.formats.tables.sources.opening import open_grids

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.text("аб1 ", max_size=3)
    | st.sampled_from([0.5, -1.25])
)
OBJECTS = st.lists(
    st.dictionaries(st.sampled_from(["имя", "ИНН", "год", "x y"]), SCALARS, max_size=3), max_size=5
)


def expected(objects: list[dict[str, Any]]) -> list[tuple[int, tuple[Any, ...]]]:
    """Return the rows of objects: a column a key, in the order of their first appearance."""
    columns = list(dict.fromkeys(key for one in objects for key in one))
    found = [
        (number, tuple(None if one.get(key) == "" else one.get(key) for key in columns))
        for number, one in enumerate(objects, 1)
    ]
    head = [(0, tuple(columns))] if columns else []
    return head + [row for row in found if any(cell is not None for cell in row[1])]


@given(OBJECTS)
def test_a_list_of_objects_is_a_table(objects: list[dict[str, Any]]) -> None:
    """The values are those that Python's own reader finds, types and all digits included."""
    wanted = expected(objects)
    document = json.dumps(objects, ensure_ascii=False)
    (grid,) = json_grids(Content.of_bytes("a", "a.json", document.encode()))
    found = rows(grid)
    assert found == wanted
    assert [[type(cell) for cell in row] for _, row in found] == [
        [type(cell) for cell in row] for _, row in wanted
    ]
    lines = "\n".join(json.dumps(one) for one in objects)
    assert rows(json_lines_grid(Content.of_bytes("a", "a.jsonl", lines.encode()))) == wanted
    assert grid.named


def test_numbers_keep_every_digit() -> None:
    """A whole number beyond what a fraction can hold stays exact; one written with a point is whole."""
    text = '[{"a": 9007199254740993, "b": 123456789012345678901234567890, "c": 688110.0, "d": 1e3, "e": 0.1}]'
    assert read("a.json", text)[1] == (
        1,
        (9007199254740993, 123456789012345678901234567890, 688110, 1000, 0.1),
    )


def test_lists_and_objects_within_are_their_text() -> None:
    """What no cell can hold stands as it is written."""
    assert read("a.json", '[{"a": [1, {"b": 2.50}], "c": {}}]')[1] == (1, ('[1, {"b": 2.50}]', "{}"))


def test_an_object_of_lists_has_sheets() -> None:
    """Each list is a grid under its name; what is no list is told; one sheet can be chosen."""
    path = written("a.json", '{"версия": 5, "орг": [{"a": 1}], "проекты": [{"b": 2}]}')
    told: list[float] = []
    first, second = open_grids(path, progress=told.append)
    assert (first.sheet, rows(first)) == ("орг", [(0, ("a",)), (1, (1,))])
    assert (second.sheet, rows(second)) == ("проекты", [(0, ("b",)), (1, (2,))])
    assert told == [0.5, 1.0]
    assert [str(doubt) for doubt in first.doubts] == [
        'a.json: "версия" is no list of objects, and is not read. Check whether it is needed. [left-out]'
    ]
    assert list(second.doubts) == []
    (chosen,) = open_grids(path, sheet="проекты")
    assert chosen.sheet == "проекты"
    for sheet, data in (("проект", path.read_text()), ("x", "[]")):
        with pytest.raises(InvalidTableError, match="there is no sheet"):
            open_grids(written("a.json", data), sheet=sheet)


def test_json_is_known_by_what_it_holds() -> None:
    """With any name, objects are JSON, and objects one a line are JSON Lines; a table of braces stays CSV."""
    assert read("данные", '[{"a": 1}]') == [(0, ("a",)), (1, (1,))]
    assert read("a.json", '{"a": 1}\r\n{"a": 2}\r\n') == [(0, ("a",)), (1, (1,)), (2, (2,))]
    assert read("a.csv", '{"a"},b\n1,2\n') == [(1, ('{"a"}', "b")), (2, ("1", "2"))]
    assert read("a.json", '[{"a": "Омск"}]'.encode("utf-16"))[1] == (1, ("Омск",))
    assert read("a.json", "[]") == []


def test_lines_keep_their_numbers() -> None:
    """A blank line is no row and is counted; an object without values is no row."""
    assert read("a.jsonl", '\n{"a": 1}\n\n{"a": null}\n{"b": 2}') == [
        (0, ("a", "b")),
        (2, (1, None)),
        (5, (None, 2)),
    ]


def test_progress_is_told_of_many_rows() -> None:
    """The share rises to 1.0."""
    told: list[float] = []
    (grid,) = open_grids(written("a.jsonl", '{"a": 1}\n' * 25_000), progress=told.append)
    assert len(rows(grid)) == 25_001
    assert told == [0.4, 0.8, 1.0]


def test_of_many_faults_the_first_hundred_are_told() -> None:
    """A file of a hundred thousand lines that are none is not read to its end for that."""
    with pytest.raises(InvalidTableError) as caught:
        open_grids(written("a.jsonl", "5\n" * 1000))
    assert len(caught.value.issues) == 100
    with pytest.raises(InvalidTableError, match=r"a\.jsonl, row 1, \$\.a: the key"):
        open_grids(written("a.jsonl", '{"a": 1, "a": 2}\n'))


def test_a_wrong_encoding_of_json_is_told() -> None:
    """What is not UTF-8 is refused as in other texts."""
    with pytest.raises(InvalidTableError, match='Give the encoding "windows-1251"'):
        open_grids(written("a.json", '[{"имя": "Омский колледж"}]'.encode("windows-1251")))
    assert read("a.json", '[{"имя": "Омск"}]'.encode("windows-1251"), encoding="windows-1251")[1] == (
        1,
        ("Омск",),
    )
