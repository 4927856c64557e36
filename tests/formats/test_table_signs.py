"""What a table is known by stands in one place, and is what the programs of others write."""

from __future__ import annotations

import ast
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.running import call
from tests.formats.tables.sources.making import compound

import partnermodel
from partnermodel import InvalidDocumentError, loads
from partnermodel.cli.tables import are_tables
from partnermodel.formats.table_signs import BEGINNINGS, ENDINGS

SOURCE = Path(partnermodel.__file__).parent
SIGNS = SOURCE / "formats" / "table_signs.py"


def archive(*members: str) -> bytes:
    """Return an archive, as the standard library writes it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for member in members:
            file.writestr(member, "")
    return out.getvalue()


def parquet() -> bytes:
    """Return a table of Parquet."""
    pyarrow, written = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    written.write_table(pyarrow.table({"Name": ["A"]}), out)
    return out.getvalue()


def arrow() -> bytes:
    """Return a file of Arrow."""
    pyarrow, ipc = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.ipc")
    table, out = pyarrow.table({"Name": ["A"]}), io.BytesIO()
    with ipc.new_file(out, table.schema) as file:
        file.write_table(table)
    return out.getvalue()


MADE: dict[str, Callable[[], bytes]] = {
    "archive": lambda: archive("a"),
    "empty archive": archive,
    "compound": lambda: compound({"Workbook": b""}),
    "parquet": parquet,
    "arrow": arrow,
}


@pytest.mark.parametrize("name", MADE)
def test_a_table_without_an_ending_is_known_everywhere(name: str, tmp_path: Path) -> None:
    """The library, `check`, `import` and `convert` take the same file for a table, by what it begins with."""
    data, path = MADE[name](), tmp_path / "unknown"
    path.write_bytes(data)
    with pytest.raises(InvalidDocumentError, match=r", and no JSON\. Read tables with read_table"):
        loads(data)
    ran = call("check", str(path))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"Error: {path} is a table, and no model. ")
    out = str(tmp_path / "out.json")
    ran = call("import", str(path), "--map", str(path), "-o", out)
    assert ran.err.startswith(f"Error: {path} is a table, and no mapping. ")
    assert are_tables(str(path))
    assert call("convert", str(path), out).err.startswith(f"Error: {path} has no mapping beside it ")


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_ending_of_a_table_is_known_to_the_command(ending: str, tmp_path: Path) -> None:
    """A name that ends so is that of a table, in letters of any size."""
    assert are_tables(str(tmp_path / f"a{ending}"))
    assert are_tables(str(tmp_path / f"A{ending.upper()}"))
    assert not are_tables(str(tmp_path / f"a{ending}.json"))


def test_what_a_table_begins_with_is_written_down_once() -> None:
    """No other file of the package has one of the beginnings, or the first four bytes of one, as its own."""
    beginnings = tuple(sign[:4] for sign in BEGINNINGS)
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, bytes) and path != SIGNS:
                assert not node.value.startswith(beginnings), f"{path}: {node.value!r}"
