"""Parquet of ours has typed columns, and says what it is of."""

from __future__ import annotations

import io
import sys
from typing import Any

import pytest
from hypothesis import given
from tests.strategies import models

from partnermodel import MissingExtraError, Organisation, PartnerModel, tables
from partnermodel.formats.tables.mappings.mapping_files import mapping_from
from partnermodel.formats.tables.writing.arrow import parquet
from partnermodel.formats.tables.writing.workbook import workbook


@given(models(max_entities=6, max_relations=6))
def test_pyarrow_finds_every_value(model: PartnerModel) -> None:
    """Texts, 64-bit whole numbers and truth values come back as they are; what is not stated is null."""
    reading = pytest.importorskip("pyarrow.parquet")
    for rows in tables(model).values():
        table = reading.read_table(io.BytesIO(parquet(rows, about={"a": "Ё"})))
        assert table.to_pylist() == list(rows)
        types = {"text": "string", "integer": "int64", "truth": "bool"}
        assert [str(one.type) for one in table.schema] == [types[one.type] for one in rows.columns]
        assert table.schema.metadata[b"a"] == "Ё".encode()


def test_the_bytes_are_the_same_each_time() -> None:
    """There is no clock in the file."""
    pytest.importorskip("pyarrow")
    rows = tables(PartnerModel("N", [Organisation("a", "A", size=3)]))["organisations"]
    assert parquet(rows, about={"b": "1", "a": "2"}) == parquet(rows, about={"b": "1", "a": "2"})


def test_without_the_packages_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a workbook and what Parquet need is said, and what needs nothing."""
    found = tables(PartnerModel("N", [Organisation("a", "A")]))
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError) as caught:
        parquet(found["organisations"], about={})
    assert str(caught.value) == (
        'Parquet needs pyarrow; the extra "arrow" brings it: pip install "partnermodel[arrow]". '
        "CSV needs no package."
    )
    with pytest.raises(MissingExtraError) as caught:
        workbook(found, title="N")
    assert str(caught.value) == (
        'Workbooks need xlsxwriter; the extra "tables" brings it: pip install "partnermodel[tables]". '
        "CSV needs no package."
    )


def test_the_metadata_has_the_mapping(tmp_path: Any) -> None:
    """A file that was moved away from its folder still says of what model it is, and how it is read back."""
    reading = pytest.importorskip("pyarrow.parquet")
    from partnermodel import save_tables

    save_tables(PartnerModel("Ё", [Organisation("a", "A")], language="ru"), tmp_path / "t", format="parquet")
    about = reading.read_schema(tmp_path / "t" / "organisations.parquet").metadata
    assert (about[b"partnermodel.name"].decode(), about[b"partnermodel.language"]) == ("Ё", b"ru")
    mapping = mapping_from(about[b"partnermodel.mapping"], "the metadata")
    assert [sheet.file for sheet in mapping.sheets] == ["organisations.parquet"]
