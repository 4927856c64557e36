"""The mapping that reads our own tables back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from partnermodel.formats.shape import LISTS
from partnermodel.formats.tables.mappings.mapping import RecordMapping, SheetMapping, TableMapping
from partnermodel.formats.tables.mappings.mapping_files import mapping_text
from partnermodel.formats.tables.writing.flat_rows import has_json_names
from partnermodel.formats.tables.writing.heads import line_for
from partnermodel.model.model import PartnerModel
from partnermodel.values.mapping import EMPTY
from partnermodel.values.rows import Rows

MARK = "# partnermodel: the mapping of the tables that it wrote; they are read back with it.\n"
"""What a mapping of ours begins with, so that it can be told from one that a person keeps."""


IN_A_FOLDER = "mapping.toml"


def mapping_place(tables: Path) -> Path:
    """Return where the mapping of tables stands: in their folder, or beside their file.

    A workbook and a package of one name have a mapping each.

    Args:
        tables: The folder, if there is one of this name, or the file.
    """
    if tables.is_dir():
        return tables / IN_A_FOLDER
    if tables.suffix.lower() == ".zip":
        return tables.with_name(f"{tables.name}.mapping.toml")
    return tables.with_suffix(".mapping.toml")


def mapping_of(
    model: PartnerModel,
    tables: Mapping[str, Rows],
    *,
    besides: Mapping[str, Rows] = EMPTY,
    ending: str | None = None,
    delimiter: str | None = None,
    guarded: bool = False,
) -> TableMapping:
    """Return the mapping that reads tables of a model back.

    Args:
        model: The model.
        tables: Its tables.
        besides: Tables beside them, of which no records are made.
        ending: How the names of the files end of which each holds a table; None for the sheets of one.
        delimiter: What stands between the cells of the files, if they are delimited.
        guarded: Whether an apostrophe stands before what a spreadsheet would take for a formula.
    """
    sheets = [
        SheetMapping(
            file=None if ending is None else key + ending,
            sheet=key if ending is None else None,
            records=_records(key, rows, guarded),
        )
        for key, rows in tables.items()
    ]
    sheets += (
        SheetMapping(sheet=name, drop=[one.name for one in rows.columns]) for name, rows in besides.items()
    )
    return TableMapping(
        model.name,
        language=model.language,
        vocabulary=model.vocabulary,
        encoding=None if delimiter is None else "utf-8",
        delimiter=delimiter,
        sheets=sheets,
    )


def _records(key: str, rows: Rows, guarded: bool) -> tuple[RecordMapping]:
    json = has_json_names(rows)
    fields = [line_for(column, json=json, guarded=guarded) for column in rows.columns]
    return (RecordMapping(LISTS[key].scheme, fields=fields),)


def marked(mapping: TableMapping) -> str:
    """Return a mapping of ours as a file, which says whose it is."""
    return MARK + mapping_text(mapping)
