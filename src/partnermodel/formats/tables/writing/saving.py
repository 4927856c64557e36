"""Save a model as tables: the door to all formats of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from partnermodel.formats.files import write_atomically
from partnermodel.formats.shape import LISTS
from partnermodel.formats.tables.mappings.mapping import TableMapping
from partnermodel.formats.tables.writing.arrow import parquet
from partnermodel.formats.tables.writing.codes import CODES, code_table
from partnermodel.formats.tables.writing.delimited import delimited
from partnermodel.formats.tables.writing.folders import archive, refuse_what_is_not_ours, write_folder
from partnermodel.formats.tables.writing.mapping_of import (
    IN_A_FOLDER,
    MARK,
    mapping_of,
    mapping_place,
    marked,
)
from partnermodel.formats.tables.writing.package import descriptor
from partnermodel.formats.tables.writing.tables import tables_to_write
from partnermodel.formats.tables.writing.workbook import workbook
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.values.rows import Rows
from partnermodel.values.text import shown
from partnermodel.wording import alternatives, worded

FORMATS = ("csv", "data-package", "parquet", "xlsx")
"""The formats of tables."""

DELIMITERS = (",", ";", "\t")

MAPPING = IN_A_FOLDER
PACKAGE = "datapackage.json"

_OF_ENDINGS = {"": "csv", ".csv": "csv", ".parquet": "parquet", ".xlsx": "xlsx", ".zip": "data-package"}
_OF_FILES = (".csv", ".parquet", ".tsv", ".txt", ".xlsx", ".zip")

Files = Mapping[str, Iterable[bytes]]


@door
def save_tables(
    model: PartnerModel,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    delimiter: str = ",",
) -> tuple[Path, ...]:
    """Write a model as tables, one for each type of record, and beside them the mapping that reads them back.

    Each file is written whole or not at all. The same model gives the same bytes. What a text begins with
    is never a formula to a spreadsheet.

    Args:
        model: The model.
        path: The folder (`csv`, `parquet`), the file (`xlsx`), or either of them (`data-package`, whose
            file is a `.zip`). In a folder the mapping is `mapping.toml`; beside the file `NAME.xlsx` it is
            `NAME.mapping.toml`, and beside `NAME.zip` it is `NAME.zip.mapping.toml`.
        format: `csv`, `data-package`, `parquet` or `xlsx`; None to tell by the ending of the path: `.xlsx`
            and `.zip`, and `csv` for a path without an ending.
        delimiter: What stands between the cells of `csv`: `,`, `;` or a tab. Excel opens a file with a
            double click only if it has the one of its country: `;` where the comma is in numbers.

    Returns:
        The files that were written, the mapping last.

    Raises:
        ValueError: The format or the delimiter is none of these, or a text or a table is too long for a
            workbook.
        OSError: A file cannot be written, or the folder holds what is not ours; that is untouched.
        MissingExtraError: A package is needed that is not installed: `tables` brings that for `xlsx`,
            `arrow` that for `parquet`.
    """
    target = Path(path)
    chosen = _format(target, format)
    if delimiter not in DELIMITERS or (delimiter != "," and chosen != "csv"):
        raise ValueError(
            worded(
                "delimiter is {given}; it is a comma, a semicolon or a tab for csv, and a comma otherwise",
                given=shown(delimiter),
            )
        )
    found = tables_to_write(model)
    if chosen == "xlsx":
        codes = code_table(model, found)
        whole = workbook({**found, CODES: codes}, title=model.name)
        return _beside(target, whole, mapping_of(model, found, besides={CODES: codes}))
    if chosen == "parquet":
        return _folder(target, _parquet_files(model, found), ".parquet")
    mapping = mapping_of(model, found, ending=".csv", delimiter=delimiter, guarded=True)
    files = _delimited_files(found, delimiter, mark=chosen == "csv")
    if chosen == "data-package":
        files[PACKAGE] = [descriptor(model, found).encode()]
    files[MAPPING] = [marked(mapping).encode()]
    if chosen == "data-package" and target.suffix.lower() == ".zip":
        return _beside(target, archive(files), mapping)
    return _folder(target, files, ".csv")


def _delimited_files(tables: Mapping[str, Rows], delimiter: str, mark: bool) -> dict[str, Iterable[bytes]]:
    return {f"{key}.csv": delimited(rows, delimiter=delimiter, mark=mark) for key, rows in tables.items()}


def _format(target: Path, given: str | None) -> str:
    """Return the format that is given, or that the ending of a path tells."""
    ending = target.suffix.lower()
    if given is None:
        if ending not in _OF_ENDINGS:
            raise ValueError(
                worded(
                    "no format of tables is known by the ending {ending}; give one of: {formats}",
                    ending=shown(ending),
                    formats=alternatives(FORMATS),
                )
            )
        given = _OF_ENDINGS[ending]
    if given not in FORMATS:
        raise ValueError(
            worded(
                "{given} is not a format of tables; give one of: {formats}",
                given=shown(given),
                formats=alternatives(FORMATS),
            )
        )
    if given in ("csv", "parquet") and ending in _OF_FILES:
        raise ValueError(
            worded(
                "{format} is a folder with a file for each table; {path} is called like one file. Give the "
                "name of a folder",
                format=given,
                path=shown(target.name),
            )
        )
    return given


def _parquet_files(model: PartnerModel, tables: Mapping[str, Rows]) -> Files:
    mapping = marked(mapping_of(model, tables, ending=".parquet"))
    about = {
        "partnermodel.name": model.name,
        "partnermodel.language": model.language,
        "partnermodel.mapping": mapping,
    }
    files: dict[str, Iterable[bytes]] = {
        f"{key}.parquet": [parquet(rows, about=about)] for key, rows in tables.items()
    }
    return {**files, MAPPING: [mapping.encode()]}


def _folder(folder: Path, files: Files, ending: str) -> tuple[Path, ...]:
    ours = {*(key + ending for key in LISTS), MAPPING, *([PACKAGE] if ending == ".csv" else [])}
    return write_folder(folder, files, ours=ours, mark=(MAPPING, MARK.encode()))


def _beside(file: Path, whole: bytes, mapping: TableMapping) -> tuple[Path, ...]:
    """Write one file, and its mapping beside it."""
    beside = mapping_place(file)
    if beside.exists():
        refuse_what_is_not_ours(beside, MARK.encode())
    write_atomically(file, [whole])
    write_atomically(beside, [marked(mapping).encode()])
    return file, beside
