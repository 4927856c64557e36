"""Tables are saved whole, the same each time, over nothing of others, and read back to an equal model."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from examples.omsk import omsk
from hypothesis import HealthCheck, given, settings
from tests.formats.tables.writing.reading import csv_rows, read_back
from tests.hostile import hostile
from tests.strategies import models

from partnermodel import Organisation, PartnerModel, Person, dumps, read_table, save_tables, tables
from partnermodel.formats.tables.mappings.mapping_files import load_mapping
from partnermodel.formats.tables.writing.mapping_of import MARK, mapping_place
from partnermodel.formats.tables.writing.saving import FORMATS

pytest.importorskip("xlsxwriter")
pytest.importorskip("pyarrow")

FOLDER = (
    'csv is a folder with a file for each table; "a.CSV" is called like one file. Give the name of a folder'
)
GIVE = "give one of: csv, data-package, parquet or xlsx"

ROOMY = settings(
    max_examples=settings().max_examples // 3, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def saved(model: PartnerModel, folder: Path, format: str, delimiter: str = ",") -> PartnerModel:
    """Save a model, and return what the small reader makes of the files and the mapping beside them."""
    name = {"xlsx": "t.xlsx", "data-package": "t.zip"}.get(format, f"t-{format}")
    written = save_tables(model, folder / name, format=format, delimiter=delimiter)
    assert all(path.is_file() for path in written)
    mapping = load_mapping(written[-1])
    assert written[-1].read_text(encoding="utf-8").startswith(MARK)
    return read_back(mapping, _tables(written, delimiter))


def _tables(written: Iterable[Path], delimiter: str) -> Mapping[str, Iterable[Mapping[str, Any]]]:
    first, *others, _ = written
    if first.suffix == ".xlsx":
        from python_calamine import CalamineWorkbook

        book = CalamineWorkbook.from_path(first)
        sheets = {name: list(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names}
        return {
            name: [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]
            for name, rows in sheets.items()
        }
    if first.suffix == ".zip":
        with zipfile.ZipFile(first) as whole:
            return {name: csv_rows(whole.read(name)) for name in whole.namelist() if name.endswith(".csv")}
    if first.suffix == ".parquet":
        from pyarrow.parquet import read_table

        return {path.name: read_table(path).to_pylist() for path in (first, *others)}
    return {path.name: csv_rows(path.read_bytes(), delimiter) for path in (first, *others)}


@pytest.mark.parametrize("format", FORMATS)
@given(model=models())
@ROOMY
def test_tables_read_back_to_an_equal_model(format: str, model: PartnerModel, tmp_path: Path) -> None:
    """Every format, with its mapping, says all that the model says: records, words, name and language."""
    again = saved(model, tmp_path, format)
    assert again == model
    assert dumps(again) == dumps(model)


@pytest.mark.parametrize("format", FORMATS)
def test_hostile_tables_read_back_to_an_equal_model(format: str, tmp_path: Path) -> None:
    """So they do when every text would be something else."""
    assert saved(hostile(), tmp_path, format) == hostile()


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_read_back(delimiter: str, tmp_path: Path) -> None:
    """The mapping says which delimiter stands between the cells."""
    assert saved(hostile(), tmp_path, "csv", delimiter) == hostile()
    assert load_mapping(tmp_path / "t-csv" / "mapping.toml").delimiter == delimiter


def test_the_bytes_do_not_depend_on_the_seed_of_hashes(tmp_path: Path) -> None:
    """Two runs of Python with other seeds write the same bytes in every format."""
    program = (
        "import sys; from tests.hostile import hostile; from partnermodel import save_tables\n"
        "where = sys.argv[1]\n"
        "for name, format in (('c', 'csv'), ('d', 'data-package'), ('p', 'parquet'), ('x.xlsx', 'xlsx'),\n"
        "                     ('z.zip', 'data-package')):\n"
        "    save_tables(hostile(), where + '/' + name, format=format)\n"
    )
    found = []
    for seed in "12":
        folder = tmp_path / seed
        folder.mkdir()
        whole = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", program, str(folder)], env=whole, check=True)
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        found.append({path.relative_to(folder): path.read_bytes() for path in files})
    assert found[0] == found[1]
    assert len(found[0]) == 3 * 11 + 1 + 4


def town() -> PartnerModel:
    """Return a model with two types of records."""
    return PartnerModel("Town", [Organisation("a", "A"), Person("p", "P")])


def names(folder: Path) -> list[str]:
    """Return what is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_the_ending_tells_the_format(tmp_path: Path) -> None:
    """Without a format, `.xlsx` is a workbook, `.zip` a Data Package, and no ending a folder of CSV."""
    for name in ("folder", "book.XLSX", "whole.zip"):
        save_tables(town(), str(tmp_path / name))
    assert names(tmp_path) == [
        "book.XLSX",
        "book.mapping.toml",
        "folder",
        "whole.zip",
        "whole.zip.mapping.toml",
    ]
    assert names(tmp_path / "folder") == ["mapping.toml", "organisations.csv", "persons.csv"]
    assert (tmp_path / "folder" / "persons.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    with zipfile.ZipFile(tmp_path / "whole.zip") as whole:
        assert whole.namelist() == ["organisations.csv", "persons.csv", "datapackage.json", "mapping.toml"]
        assert whole.read("persons.csv").startswith(b"id,")
        assert {(one.date_time, one.external_attr >> 16) for one in whole.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0o100644)
        }
        mapping = (tmp_path / "whole.zip.mapping.toml").read_bytes()
        assert whole.read("mapping.toml") == mapping


def test_a_workbook_and_a_package_of_one_name_have_a_mapping_each(tmp_path: Path) -> None:
    """The second is written beside the first, and both are read back."""
    for name in ("town.xlsx", "town.zip"):
        save_tables(town(), tmp_path / name)
    for name, mapping in (("town.xlsx", "town.mapping.toml"), ("town.zip", "town.zip.mapping.toml")):
        assert read_table(tmp_path / name, load_mapping(tmp_path / mapping)).model == town()


@pytest.mark.parametrize(
    ("path", "arguments", "message"),
    [
        (
            "a.ods",
            {},
            'no format of tables is known by the ending ".ods"; ' + GIVE,
        ),
        (
            "a.CSV",
            {},
            FOLDER,
        ),
        (
            "a",
            {"format": "ods"},
            '"ods" is not a format of tables; ' + GIVE,
        ),
        (
            "a.CSV",
            {"format": "csv"},
            FOLDER,
        ),
        (
            "a",
            {"delimiter": "|"},
            'delimiter is "|"; it is a comma, a semicolon or a tab for csv, and a comma otherwise',
        ),
        (
            "a.xlsx",
            {"delimiter": ";"},
            'delimiter is ";"; it is a comma, a semicolon or a tab for csv, and a comma otherwise',
        ),
    ],
)
def test_bad_arguments_are_refused(
    path: str, arguments: dict[str, str], message: str, tmp_path: Path
) -> None:
    """A sentence says what was given and what can be, and nothing is written."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        save_tables(town(), tmp_path / path, **arguments)
    assert names(tmp_path) == []


def test_a_folder_is_written_again_and_has_no_leftovers(tmp_path: Path) -> None:
    """What the new model has no records for is removed; hidden files of others stay."""
    folder = tmp_path / "deep" / "folder"
    save_tables(town(), folder, format="data-package")
    (folder / ".gitattributes").write_text("* -text\n", encoding="utf-8")
    save_tables(town().without("p"), folder)
    assert names(folder) == [".gitattributes", "mapping.toml", "organisations.csv"]
    assert read_back(
        load_mapping(folder / "mapping.toml"),
        {"organisations.csv": csv_rows((folder / "organisations.csv").read_bytes())},
    ) == town().without("p")


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    """A file that we do not write, a mapping that we did not, or tables without one: nothing is touched."""
    for name, text, message in (
        ("notes.txt", "x", 'the folder holds "notes.txt", which is no table of this kind'),
        (
            "organisations.parquet",
            "x",
            'the folder holds "organisations.parquet", which is no table of this kind',
        ),
        (
            "organisations.csv",
            "id",
            "what is there was not written with tables; write elsewhere, or move it away",
        ),
        ("mapping.toml", "x", "what is there was not written with tables; write elsewhere, or move it away"),
    ):
        folder = tmp_path / name.replace(".", "-")
        folder.mkdir()
        (folder / name).write_text(text, encoding="utf-8")
        with pytest.raises(OSError, match=re.escape(message)):
            save_tables(town(), folder)
        assert names(folder) == [name]
        assert (folder / name).read_text(encoding="utf-8") == text


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    """A folder with nothing in it is as good as none."""
    save_tables(town(), tmp_path)
    assert names(tmp_path) == ["mapping.toml", "organisations.csv", "persons.csv"]


def test_a_file_where_a_folder_belongs_is_refused(tmp_path: Path) -> None:
    """It stays what it was."""
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(NotADirectoryError):
        save_tables(town(), tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"x"


def test_a_mapping_of_somebody_else_is_not_written_over(tmp_path: Path) -> None:
    """Neither it nor the file beside it is touched; one of ours is written again."""
    (tmp_path / "t.mapping.toml").write_text('name = "mine"\n', encoding="utf-8")
    with pytest.raises(FileExistsError, match="was not written with tables"):
        save_tables(town(), tmp_path / "t.xlsx")
    assert names(tmp_path) == ["t.mapping.toml"]
    (tmp_path / "t.mapping.toml").unlink()
    for _ in range(2):
        save_tables(town(), tmp_path / "t.xlsx")
    assert names(tmp_path) == ["t.mapping.toml", "t.xlsx"]


@pytest.mark.parametrize("format", FORMATS)
def test_a_model_without_records_reads_back(format: str, tmp_path: Path) -> None:
    """There is a table with heads and no rows, and the mapping has the rest."""
    empty = PartnerModel("Nothing yet", language="en")
    assert saved(empty, tmp_path, format) == empty


def test_a_line_feed_is_no_end_of_a_row(tmp_path: Path) -> None:
    """Free texts of several lines are one cell each, in every reader."""
    model = PartnerModel("N", [Organisation("a", "A", description="one\n=two\n\t'three'\n")])
    save_tables(model, tmp_path / "t")
    data = (tmp_path / "t" / "organisations.csv").read_bytes()
    assert data.count(b"\r\n") == 2
    assert csv_rows(data)[0]["description"] == "one\n=two\n\t'three'\n"
    assert io.BytesIO(data).read(3) == b"\xef\xbb\xbf"
    assert len(tables(model)) == 1


@pytest.mark.parametrize("name", ["tables", "tables.xlsx"])
@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_tables_in_memory_read_back(name: str, library: str, tmp_path: Path) -> None:
    """A folder is read as it is; so are frames, by their names, with any mapping."""
    pytest.importorskip(library)
    model = omsk()
    *_, plan = save_tables(model, tmp_path / name)
    mapping = load_mapping(plan)
    assert read_table(tmp_path / name, mapping).model == model
    ending = "" if name.endswith(".xlsx") else ".csv"
    frames: dict[str, Any] = {}
    for key, rows in tables(model).items():
        frame = rows if library == "pyarrow" else getattr(rows, f"to_{library}")()
        frames[key + ending] = frame
    assert read_table(frames, mapping).model == model


@pytest.mark.parametrize(
    ("name", "format"),
    [("t", "csv"), ("t.xlsx", "xlsx"), ("p", "data-package"), ("t.zip", "data-package"), ("q", "parquet")],
)
def test_the_mapping_stands_where_it_is_looked_for(name: str, format: str, tmp_path: Path) -> None:
    """In the folder of the tables, or beside their file: whoever has the tables finds their mapping."""
    target = tmp_path / name
    written = save_tables(PartnerModel("N", [Organisation("a", "A")]), target, format=format)
    assert written[-1] == mapping_place(target)
    assert written[-1].is_file()
