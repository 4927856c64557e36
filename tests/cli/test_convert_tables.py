"""`convert` writes tables, reads them with the mapping beside them, and overwrites nothing else."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from examples.omsk import omsk
from tests.cli.running import OMSK, Ran, call, run

from partnermodel import dumps, load, save_tables
from partnermodel.cli.tables import TABLE_FORMATS
from partnermodel.formats.tables.writing.saving import FORMATS

FILE = str(OMSK)

NEEDS = {"xlsx": "xlsxwriter", "parquet": "pyarrow"}


def convert(source: Path | str, output: Path | str, *args: str) -> Ran:
    """Run the command."""
    return call("convert", str(source), str(output), *args)


@pytest.mark.parametrize(
    ("name", "args", "format"),
    [
        ("omsk.xlsx", (), "xlsx"),
        ("omsk.ZIP", (), "data-package"),
        ("omsk/", (), "csv"),
        ("omsk", ("--to", "csv"), "csv"),
        ("omsk", ("--to", "data-package"), "data-package"),
        ("omsk", ("--to", "parquet"), "parquet"),
    ],
)
def test_there_and_back_it_is_the_same_to_the_byte(
    name: str, args: tuple[str, ...], format: str, tmp_path: Path
) -> None:
    """The command writes what the library does and says how large it is; read back, nothing is changed."""
    pytest.importorskip(NEEDS.get(format, "csv"))
    (tmp_path / "theirs").mkdir()
    theirs = save_tables(omsk(), tmp_path / "theirs" / name, format=format)
    for _ in range(2):  # what is ours is written again
        ran = convert(FILE, f"{tmp_path}/{name}", *args)
        assert (ran.code, ran.err) == (0, "")
        told = [line.rpartition(": ")[0] for line in ran.out.splitlines()]
        assert [Path(file).name for file in told] == [file.name for file in theirs]
        assert [Path(file).read_bytes() for file in told] == [file.read_bytes() for file in theirs]
        ran = convert(f"{tmp_path}/{name}", tmp_path / "back.json")
        assert (ran.code, ran.err) == (0, "")
        assert (tmp_path / "back.json").read_text(encoding="utf-8") == dumps(omsk())


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "CSV is a file for each type: name a folder, such as"), ("ru", "укажите каталог, например")],
)
def test_a_table_alone_is_no_model(language: str, words: str, tmp_path: Path) -> None:
    """Whoever names a file of CSV is told which folder to name, and can type it as it stands."""
    target = tmp_path / "our town.csv"
    ran = call("convert", str(OMSK), str(target), "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f'{words} "{tmp_path / "our town"}/"\n')
    assert call("convert", str(OMSK), f"{tmp_path / 'our town'}/").code == 0
    assert (tmp_path / "our town" / "organisations.csv").is_file()


def test_the_command_knows_every_format_of_tables() -> None:
    """What can be written is what the library writes."""
    assert TABLE_FORMATS == FORMATS


def test_a_folder_that_is_there_is_filled_with_csv(tmp_path: Path) -> None:
    """An empty folder needs no further word; what is printed are no tables."""
    assert convert(FILE, tmp_path).code == 0
    assert (tmp_path / "relations.csv").exists()
    ran = convert(FILE, "-", "--to", "csv")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("Error: tables are several files, which cannot be printed.\n")
    ran = convert(FILE, tmp_path / "a.csv", "--to", "csv")
    assert (ran.code, ran.out) == (2, "")
    assert "csv is a folder with a file for each table" in ran.err


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    """A workbook without the mapping that was written with it, a mapping of a person, a folder of others."""
    sort = "not tables that were written with their mapping"
    mine, plan = tmp_path / "a.xlsx", tmp_path / "a.mapping.toml"
    mine.write_bytes(b"PK\x03\x04 mine")
    for text in (None, 'name = "Mine"\n'):
        if text is not None:
            plan.write_text(text, encoding="utf-8")
        ran = convert(FILE, mine)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f"Error: {mine} is there, and is {sort}; it is not overwritten.\n"
        assert mine.read_bytes() == b"PK\x03\x04 mine"
    mine.unlink()
    reason = "what is there was not written with tables; write elsewhere, or move it away"
    ran = convert(FILE, mine)
    assert (ran.code, ran.err) == (2, f"Error: {plan} cannot be written: {reason}.\n")
    assert not mine.exists()
    ran = convert(FILE, tmp_path)
    reason = 'the folder holds "a.mapping.toml", which is no table of this kind'
    assert (ran.code, ran.err) == (2, f"Error: {tmp_path} cannot be written: {reason}.\n")
    assert list(tmp_path.iterdir()) == [plan]


def test_what_is_read_is_not_written_over(tmp_path: Path) -> None:
    """Neither a workbook nor a folder is replaced by what is in it."""
    folder = tmp_path / "omsk"
    assert convert(FILE, folder, "--to", "csv").code == 0
    for source in (folder, folder / "places.csv"):
        ran = convert(source, folder)
        assert (ran.code, ran.err) == (2, f"Error: {folder} is the file that is read; write elsewhere.\n")
    ran = convert(folder, folder / "places.csv", "--to", "json")
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a", "folder"])
def test_tables_without_a_mapping_are_for_import(name: str, tmp_path: Path) -> None:
    """Where nothing says what columns mean, the command says which one proposes it."""
    source = tmp_path / name
    mapping = tmp_path / "a.mapping.toml"
    if name == "folder":
        source.mkdir()
        mapping = source / "mapping.toml"
    else:
        source.write_bytes(b"PK\x03\x04")
    ran = convert(source, tmp_path / "b.json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"Error: {source} has no mapping beside it ({mapping}), which says what its columns mean. Read it "
        "with partnermodel import, which also proposes one.\n"
    )


PLAN = """\
name = "Town"
[[sheets]]
[[sheets.records]]
type = "organisation"
[sheets.records.fields]
name = "Name"
"""


def test_nothing_is_lost_in_silence(tmp_path: Path) -> None:
    """A column of which nothing is made is told, and a row that cannot be read is refused."""
    table, model = tmp_path / "town.list", tmp_path / "town.json"
    (tmp_path / "town.mapping.toml").write_text(PLAN, encoding="utf-8")
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Name", "Note"], ["College", "good"]])
    told = {
        "en": f"{table} is read, but:\n  {table}: nothing is made of the column Note.\n",
        "ru": f"{table}: файл прочитан, но есть вопросы:\n"
        f"  {table}: столбец Note ни для чего не использован.\n",
    }
    for language, words in told.items():
        ran = convert(table, model, "--from", "tables", "--lang", language)
        assert (ran.code, ran.err) == (0, words)
        assert list(load(model).organisations) == ["college"]
    table.write_text("Note\ngood\n", encoding="utf-8")
    ran = convert(table, tmp_path / "none.json", "--from", "tables")
    assert ran.code == 1
    assert ran.err.startswith(f"{table} cannot be read with this mapping:\n")
    assert not (tmp_path / "none.json").exists()


def test_standard_input_becomes_tables(tmp_path: Path) -> None:
    """What is piped in is a file, too; in a folder that is a link to ours, as well."""
    ran = run("convert", "-", str(tmp_path / "omsk"), "--to", "csv", input=OMSK.read_bytes())
    assert (ran.code, ran.err) == (0, "")
    (tmp_path / "link").symlink_to(tmp_path / "omsk", target_is_directory=True)
    assert convert(tmp_path / "link", tmp_path / "back.json").code == 0
    assert load(tmp_path / "back.json") == omsk()
