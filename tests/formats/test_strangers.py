"""Whoever opens a file of another kind as a model is told what it is, and what reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from examples.omsk import omsk

from partnermodel import InvalidDocumentError, dumps_graph, load_graph, loads, loads_graph, retold

TABLES = "Read tables with read_table, or with partnermodel import."

STRANGERS = [
    (b"PK\x03\x04\x14\x00", "it is a workbook or an archive (ZIP), and no JSON", TABLES),
    (b"PK\x05\x06\x00\x00", "it is a workbook or an archive (ZIP), and no JSON", TABLES),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is a workbook or a document of Office, and no JSON", TABLES),
    (b"PAR1\x15\x04", "it is a file of Parquet, and no JSON", TABLES),
    (b"ARROW1\x00\x00", "it is a file of Arrow, and no JSON", TABLES),
    *(
        (text.encode(), "it is XML, and no JSON", "Read a graph file with load_graph.")
        for text in ("\ufeff <?xml version='1.0'?>", "<gexf>", "<graphml/>")
    ),
]


@pytest.mark.parametrize(("data", "message", "hint"), STRANGERS)
def test_a_stranger_is_told_by_what_it_begins_with(data: bytes, message: str, hint: str) -> None:
    """There is one issue, in both languages; what follows the beginning makes no difference."""
    with pytest.raises(InvalidDocumentError) as caught:
        loads(data)
    (issue,) = caught.value.issues
    assert (issue.code, issue.path, issue.message, issue.hint) == ("not-json", "$", message, hint)
    assert retold(caught.value, language="ru") != caught.value


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_a_graph_file_is_no_model(format: str) -> None:
    """What we write for others is told, too."""
    with pytest.raises(InvalidDocumentError, match="Read a graph file with load_graph"):
        loads(dumps_graph(omsk(), format=format))


def test_a_table_is_no_graph(tmp_path: Path) -> None:
    """It is told there as well."""
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04\x14\x00")
    with pytest.raises(InvalidDocumentError, match="it is a workbook or an archive"):
        load_graph(tmp_path / "a.xlsx")
    with pytest.raises(InvalidDocumentError, match="it is a workbook or an archive"):
        loads_graph(b"PK\x03\x04\x14\x00")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-16", "utf-32"])
def test_a_file_in_utf_16_is_known_by_its_beginning(encoding: str) -> None:
    """Beside its first sign there is a zero; a zero anywhere else is a control character in its place."""
    with pytest.raises(InvalidDocumentError, match="seems to be in UTF-16"):
        loads(' {"format_version": 1, "name": "A"}'.encode(encoding))


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (b'{"format_version": 1, "name": "A\x00"}', r"line 1, column 33, a text holds the control character"),
        (b'{"format_version": 1, "name": "A"}\x00\x00', r"line 1, column 35, something follows the end"),
        (b"\x00" * 9, r"line 1, column 1, the document begins with"),
    ],
)
def test_zeros_in_other_places_are_told_of_where_they_are(document: bytes, reason: str) -> None:
    """Whoever has one stray byte in a long file finds it, and is not sent to another encoding."""
    with pytest.raises(InvalidDocumentError, match=reason):
        loads(document)
