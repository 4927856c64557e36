"""Tables as Parquet: columns with types, and what they are of in the metadata."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.errors import missing_extra
from partnermodel.values.rows import EXTRA, Rows
from partnermodel.wording import worded


def parquet(rows: Rows, *, about: Mapping[str, str]) -> bytes:
    """Return rows as a Parquet file.

    Args:
        rows: The rows.
        about: What the metadata of the schema says besides the types: key to text.

    Raises:
        MissingExtraError: pyarrow is not installed; the extra `arrow` brings it.
    """
    try:
        import pyarrow
        from pyarrow import parquet as writing
    except ImportError:
        raise missing_extra(worded("Parquet needs pyarrow"), EXTRA, worded("CSV needs no package.")) from None
    table = pyarrow.table(rows).replace_schema_metadata(dict(about))
    file = pyarrow.BufferOutputStream()
    writing.write_table(table, file, compression="zstd")
    return file.getvalue().to_pybytes()  # type: ignore[no-any-return]  # pyarrow has no types
