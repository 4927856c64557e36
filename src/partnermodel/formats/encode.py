"""The one canonical text of a model: sorted, in class order, without what is not stated."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import islice

import msgspec

from partnermodel.formats.outlining import outlines_of
from partnermodel.formats.shape import FORMAT_VERSION, LISTS, Head
from partnermodel.model.model import PartnerModel
from partnermodel.values.collector import collector_paused

RECORDS_IN_A_PIECE = 300
"""Enough records that the calls do not count; few enough that their outlines and text stay near at hand."""

_ENCODER = msgspec.json.Encoder()


def canonical_pieces(model: PartnerModel, *, size: int = RECORDS_IN_A_PIECE) -> Iterator[bytes]:
    """Yield the canonical document piece by piece, in UTF-8: indented by two spaces, a line feed at the end.

    Args:
        model: The model.
        size: How many records there are in a piece, at the most.

    Example:
        >>> print(b"".join(canonical_pieces(PartnerModel("Nothing yet"))).decode(), end="")
        {
          "format_version": 1,
          "name": "Nothing yet"
        }
    """
    (head,) = outlines_of(Head, [Head(FORMAT_VERSION, model.name, model.language, model.vocabulary)])
    encoded = bytearray()  # its room is used again for every piece
    yield _formatted(head, encoded).removesuffix(b"\n}")
    for key, cls in LISTS.items():
        records = iter(getattr(model, key).values())
        before, after = b',\n  "%b": [\n    ' % key.encode(), b""
        while some := list(islice(records, size)):
            yield before + _listed(cls, some, encoded)
            before, after = b",\n    ", b"\n  ]"
        yield after
    yield b"\n}\n"


def _listed(cls: type, records: list[object], encoded: bytearray) -> bytes:
    """Return the text of records as it stands in their list, without what is before and after them."""
    with collector_paused():
        text = _formatted([outlines_of(cls, records)], encoded)
    return text[len(b"[\n  [\n    ") : -len(b"\n  ]\n]")]


def _formatted(outlines: object, encoded: bytearray) -> bytes:
    _ENCODER.encode_into(outlines, encoded)
    return msgspec.json.format(encoded, indent=2)


def canonical_bytes(model: PartnerModel) -> bytes:
    """Return the canonical document in UTF-8."""
    whole = BytesIO()  # unlike a join of all pieces, it needs no room for the text twice
    whole.writelines(canonical_pieces(model))
    return whole.getvalue()
