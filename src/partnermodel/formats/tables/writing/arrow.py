"""Tables as Parquet: columns with types, and what they are of in the metadata."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.errors import MissingExtraError
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
        raise MissingExtraError(
            worded(
                'Parquet needs pyarrow; the extra "{extra}" brings it: '
                "pip install 'partnermodel[{extra}]'. CSV needs no package.",
                extra=EXTRA,
            )
        ) from None
    table = pyarrow.table(rows).replace_schema_metadata(dict(about))
    file = pyarrow.BufferOutputStream()
    writing.write_table(table, file, compression="zstd")
    return file.getvalue().to_pybytes()  # type: ignore[no-any-return]  # pyarrow has no types
