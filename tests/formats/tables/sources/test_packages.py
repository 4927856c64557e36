"""Data Packages are read as their descriptions say, and nothing outside of them is."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.formats.tables.sources.making import rows, written, xlsx, zipped

from partnermodel.errors import InvalidTableError
from partnermodel.formats.tables.sources.grid import Grid
from partnermodel.formats.tables.sources.opening import open_grids

FIELDS = [
    {"name": "код", "type": "string"},
    {"name": "сумма", "type": "number", "decimalChar": ",", "groupChar": " "},
    {"name": "руб", "type": "number", "bareNumber": False},
    {"name": "дата", "type": "date", "format": "%d.%m.%Y"},
    {"name": "когда", "type": "datetime"},
    {"name": "да", "type": "boolean", "trueValues": ["да"], "falseValues": ["нет"]},
    {"name": "год", "type": "year"},
]
TEXT = (
    "код;сумма;руб;дата;когда;да;год;лишнее\n"
    "001;1 234,5;10 руб.;02.01.2020;2020-01-02T03:04:00;да;2020;x\n"
    "-;3;x;-;2020-01-02;нет;много;y\n"
    "-;-;-;-;-;-;-;-\n"
)


def opened(resources: Any, files: Mapping[str, str | bytes] = {}, **keywords: Any) -> tuple[Grid, ...]:
    """Return the grids of a package in a folder, after a look at the same as an archive."""
    description = json.dumps({"resources": resources})
    folder = Path("пакет")
    folder.mkdir(exist_ok=True)
    for name, data in {"datapackage.json": description, **files}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        written(str(folder / name), data)
    members = {f"inner/{name}": data for name, data in {"datapackage.json": description, **files}.items()}
    written("пакет.zip", zipped(members))
    archive = [(grid.sheet, rows(grid)) for grid in open_grids("пакет.zip", **keywords)]
    direct = [(grid.sheet, rows(grid)) for grid in open_grids(folder / "datapackage.json", **keywords)]
    grids = open_grids(folder, **keywords)
    assert archive == direct
    return grids


def test_a_schema_and_a_dialect_are_obeyed() -> None:
    """Types, formats, missing values, the encoding and the delimiter are as the description says."""
    (grid,) = opened(
        [
            {
                "name": "орг",
                "path": "data/орг.csv",
                "encoding": "windows-1251",
                "dialect": {"delimiter": ";"},
                "schema": {"fields": FIELDS, "missingValues": ["", "-"]},
            }
        ],
        {"data/орг.csv": TEXT.encode("windows-1251")},
    )
    assert (grid.sheet, grid.named) == ("орг", True)
    assert rows(grid)[1:] == [
        (
            2,
            (
                "001",
                1234.5,
                10,
                datetime.date(2020, 1, 2),
                datetime.datetime(2020, 1, 2, 3, 4),
                True,
                2020,
                "x",
            ),
        ),
        (3, (None, 3, "x", None, datetime.datetime(2020, 1, 2), False, "много", "y")),
    ]
    assert [str(doubt) for doubt in grid.doubts] == [
        f'пакет/data/орг.csv, sheet "орг", row 3, column "{column}": "{value}" is not of the type "{sort}" '
        "that the package says. Mend the value, or the schema of the package. [wrong-cell-type]"
        for column, value, sort in (("руб", "x", "number"), ("год", "много", "year"))
    ]


def test_data_may_stand_in_the_description() -> None:
    """A list of objects, a list of lists and a text are tables; all digits stay."""
    first, second, third = opened(
        [
            {"name": "a", "data": [{"x": 12345678901234567890123, "y": [1]}]},
            {"name": "b", "data": [["x", "y"], [1, ""], ["", ""]]},
            {"name": "c", "data": "x;y\n1;2\n", "format": "csv"},
        ]
    )
    assert rows(first) == [(0, ("x", "y")), (1, (12345678901234567890123, "[1]"))]
    assert rows(second) == [(1, ("x", "y")), (2, (1, None))]
    assert rows(third) == [(1, ("x", "y")), (2, ("1", "2"))]


def test_a_resource_of_several_files_is_read_file_by_file() -> None:
    """Each file is a grid with the header, whether it repeats that or not, and with its own row numbers."""
    told: list[float] = []
    grids = opened(
        [{"name": "o", "path": ["a.csv", "b.csv", "c.csv", "d.csv"]}],
        {"a.csv": "x,y\n1,2\n", "b.csv": "x,y\n3,4\n", "c.csv": "5,6\n", "d.csv": "\n"},
        progress=told.append,
    )
    assert [rows(grid) for grid in grids] == [
        [(1, ("x", "y")), (2, ("1", "2"))],
        [(1, ("x", "y")), (2, ("3", "4"))],
        [(0, ("x", "y")), (1, ("5", "6"))],
        [],
    ]
    assert {grid.sheet for grid in grids} == {"o"}
    assert sorted(told[-4:]) == [0.25, 0.5, 0.75, 1.0]


def test_a_file_without_a_header_takes_its_names_from_the_schema() -> None:
    """A dialect may say that there is no header, what quotes, and what begins a comment."""
    (grid,) = opened(
        [
            {
                "name": "o",
                "path": "a.tsv",
                "dialect": {"header": False, "quoteChar": "'", "commentChar": "#"},
                "schema": {"fields": [{"name": "p"}, {"name": "q", "type": "integer"}, "нечто"]},
            }
        ],
        {"a.tsv": "#c\n'x\ty'\t5\nz\t6\n"},
    )
    assert rows(grid) == [(0, ("p", "q")), (2, ("x\ty", 5)), (3, ("z", 6))]


def test_tables_of_every_sort_are_resources() -> None:
    """Workbooks, JSON and JSON Lines are read; what is no table is told; a resource can be chosen."""
    resources = [
        {"name": "pic", "path": "a.png"},
        {"name": "book", "path": "a.xlsx", "dialect": {"sheetNumber": 1}},
        {"name": "other", "path": "a.xlsx", "dialect": {"sheetNumber": 9}},
        {"name": "json", "path": "a.json", "dialect": {"property": "t"}},
        {"name": "lines", "path": "a.jsonl"},
        {
            "name": "odd",
            "path": "data",
            "profile": "tabular-data-resource",
            "dialect": "dialect.json",
            "schema": "s.json",
        },
    ]
    body = '<sheetData><row r="2"><c r="A2"><v>1</v></c></row></sheetData>'
    files: dict[str, str | bytes] = {
        "a.png": b"\x89PNG\r\n\x1a\n",
        "a.xlsx": xlsx(body),
        "a.json": '{"s": [{"x": 0}], "t": [{"x": 1}]}',
        "a.jsonl": '{"x": 1}\n',
        "data": "x|y\n1|2\n",
        "dialect.json": '{"delimiter": "|", "escapeChar": "long"}',
        "s.json": "{",
    }
    grids = opened(resources, files)
    assert [(grid.sheet, rows(grid)) for grid in grids] == [
        ("book", [(2, (1,))]),
        ("other", [(2, (1,))]),
        ("json", [(0, ("x",)), (1, (1,))]),
        ("lines", [(0, ("x",)), (1, (1,))]),
        ("odd", [(1, ("x", "y")), (2, ("1", "2"))]),
    ]
    assert [doubt.message for doubt in grids[0].doubts] == ['the resource "pic" is no table, and is not read']
    (chosen,) = opened(resources, files, sheet="lines")
    assert chosen.sheet == "lines"
    with pytest.raises(InvalidTableError, match=r"There are: .*Did you mean"):
        opened(resources, files, sheet="line")


@pytest.mark.parametrize(
    "path",
    [
        "../x.csv",
        "/etc/passwd",
        "http://example.org/a.csv",
        "file:a.csv",
        "C:\\x.csv",
        "a\\b",
        "a/../../b",
        "~/a",
        "",
        5,
        None,
        [],
    ],
)
def test_nothing_outside_of_a_package_is_read(path: Any) -> None:
    """A path that leads out, or to another computer, is refused, whatever would be there."""
    written("x.csv", "a\n1\n")
    with pytest.raises(InvalidTableError) as caught:
        opened([{"name": "o", "path": path}])
    assert [issue.code for issue in caught.value.issues] == ["path-outside"]


def test_a_file_that_is_not_there_is_told() -> None:
    """In an archive as in a folder, a path that names nothing is refused."""
    with pytest.raises(InvalidTableError, match=r'the package has no file "nope\.csv"'):
        opened([{"name": "o", "path": "nope.csv"}])


def test_a_link_out_of_a_package_is_not_followed() -> None:
    """A symbolic link may have a good name and lead elsewhere; a folder is no file."""
    written("secret.csv", "a\n1\n")
    Path("p").mkdir()
    Path("p/link.csv").symlink_to(Path("secret.csv").resolve())
    for path in ("link.csv", "."):
        written("p/datapackage.json", json.dumps({"resources": [{"name": "o", "path": path}]}))
        with pytest.raises(InvalidTableError, match="has no file"):
            open_grids("p")


def test_a_description_says_no_key_twice() -> None:
    """Of two keys one would be lost."""
    written("datapackage.json", '{"resources": [], "resources": []}')
    with pytest.raises(InvalidTableError, match="stands twice"):
        open_grids("datapackage.json")


def test_many_wrong_cells_are_told_up_to_a_hundred() -> None:
    """A column of the wrong type is one cause."""
    fields = [{"name": "x", "type": "integer"}, {"name": "y", "type": "boolean", "trueValues": "да"}]
    (grid,) = opened(
        [{"name": "o", "path": "a.csv", "schema": {"fields": fields, "missingValues": "-"}}],
        {"a.csv": "x,y\n" + "1.5,да\n" * 200 + "2,true\n"},
    )
    assert rows(grid)[-1] == (202, (2, True))
    assert len(grid.doubts) == 100
