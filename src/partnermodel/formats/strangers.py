"""Files of another kind where JSON belongs: whoever has taken the wrong door is shown the other."""

from __future__ import annotations

from collections.abc import Iterator

from partnermodel.errors import Issue
from partnermodel.formats.table_signs import ARROW, COMPOUND, PARQUET, ZIP
from partnermodel.wording import worded

_TABLES = (
    (ZIP, worded("it is a workbook or an archive (ZIP), and no JSON")),
    (COMPOUND, worded("it is a workbook or a document of Office, and no JSON")),
    (PARQUET, worded("it is a file of Parquet, and no JSON")),
    (ARROW, worded("it is a file of Arrow, and no JSON")),
)


def stranger_faults(data: bytes) -> Iterator[Issue]:
    """Yield an issue when a document is a table or a graph file by what it begins with.

    Args:
        data: The document.

    Example:
        >>> for issue in stranger_faults(b"<graphml/>"):
        ...     print(issue)
        $: it is XML, and no JSON. Read a graph file with load_graph. [not-json]
    """
    for beginning, message in _TABLES:
        if data.startswith(beginning):
            hint = worded("Read tables with read_table, or with partnermodel import.")
            yield Issue("not-json", "$", "", message, hint)
            return
    if data[:100].removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"<?xml", b"<graphml", b"<gexf")):
        hint = worded("Read a graph file with load_graph.")
        yield Issue("not-json", "$", "", worded("it is XML, and no JSON"), hint)
