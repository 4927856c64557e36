"""Delimited text of ours is RFC 4180, and nothing in it is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.tables.writing.reading import csv_rows
from tests.strategies import blocks, models

from partnermodel import PartnerModel, tables
from partnermodel.formats.tables.writing.delimited import delimited
from partnermodel.values.columns import Column
from partnermodel.values.delimited import guarded
from partnermodel.values.rows import Rows

FORMULAS = "=+-@\t\n\r＝＋－＠"


@given(
    st.lists(st.tuples(blocks(), blocks(), st.booleans()), min_size=1, max_size=4), st.sampled_from(",;\t")
)
def test_the_standard_library_reads_the_same_cells(rows: list[tuple[str, str, bool]], delimiter: str) -> None:
    """Delimiters, quotes, tabs and line feeds within texts survive; what is not stated is empty."""
    columns = (Column("one", "text"), Column("two", "text"), Column("three", "truth"))
    made = Rows(columns, tuple((one, two or None, three or None) for one, two, three in rows))
    read = csv_rows(b"".join(delimited(made, delimiter=delimiter)), delimiter)
    assert [tuple(row.values()) for row in read] == [
        (guarded(one), guarded(two), "true" if three else "") for one, two, three in rows
    ]


@given(models())
def test_no_cell_begins_as_a_formula(model: PartnerModel) -> None:
    """Whatever a model holds, a spreadsheet finds only texts in its tables."""
    for rows in tables(model).values():
        text = b"".join(delimited(rows)).decode()
        for line in csv.reader(io.StringIO(text, newline=""), strict=True):
            assert not any(cell.startswith(tuple(FORMULAS)) for cell in line)


def test_lines_end_as_the_standard_says_and_the_mark_stands_first() -> None:
    """A row ends with CR LF, a line of a text with LF alone; the byte-order mark is there when asked for."""
    rows = Rows((Column("id", "text"), Column("size", "integer")), (("a\nb", 12), ("c;d", None)))
    assert b"".join(delimited(rows)) == b'id,size\r\n"a\nb",12\r\nc;d,\r\n'
    assert b"".join(delimited(rows, mark=True)).startswith(b"\xef\xbb\xbfid,size\r\n")
    assert b"".join(delimited(rows, delimiter=";")).endswith(b'\r\n"c;d";\r\n')


def test_long_tables_come_in_pieces() -> None:
    """A table is never one text in memory."""
    rows = Rows((Column("id", "text"), Column("name", "text")), (("a", "A"),) * 2500)
    assert [piece.count(b"\r\n") for piece in delimited(rows)] == [1, 1000, 1000, 500]


@given(models(max_entities=4, max_relations=4))
def test_pandas_and_polars_read_the_same_texts(model: PartnerModel) -> None:
    """Other readers find the heads without the byte-order mark, and the texts as they are."""
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    for rows in tables(model).values():
        data = b"".join(delimited(rows, mark=True))
        expected = [[row[head] for head in row] for row in csv_rows(data)]
        frame = pandas.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)
        assert list(frame.columns) == [one.name for one in rows.columns]
        assert frame.to_numpy().tolist() == expected
        other = polars.read_csv(data, infer_schema=False)
        assert other.columns == list(frame.columns)
        assert [[cell or "" for cell in row] for row in other.iter_rows()] == expected
