"""What files of tables are known by: what they begin with, and the endings of their names."""

from __future__ import annotations

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""An archive: XLSX, XLSM, XLSB, ODS, or a Data Package; the second is one without a file in it."""

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""A compound file: XLS, or a workbook with a password."""

PARQUET = b"PAR1"

ARROW = b"ARROW1"

BEGINNINGS = (*ZIP, COMPOUND, PARQUET, ARROW)
"""What no text and no JSON begins with, and a table that is kept as bytes does."""

LONGEST = max(map(len, BEGINNINGS))
"""So many bytes of a file have to be looked at."""

DELIMITED = (".csv", ".tsv", ".tab")

JSON_LINES = (".jsonl", ".ndjson")

BINARY = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".parquet", ".arrow")

ENDINGS = (*DELIMITED, *JSON_LINES, *BINARY)
"""The endings of files that are tables and nothing else; a `.json` or a `.zip` may be anything."""
