"""The one canonical text of a model: sorted, in class order, without what is not stated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from partnermodel.formats.shape import FORMAT_VERSION, LISTS, Head
from partnermodel.formats.writers import fields_writer
from partnermodel.model.model import PartnerModel

CHUNK = 1000
"""How many records are written at once: enough that what they share is shared, few enough for a cache."""

_NEXT_RECORD = "\n    },\n    {\n      "


def canonical_texts(model: PartnerModel) -> Iterator[str]:
    """Yield the canonical document in pieces: an indent of two spaces, one line feed at the end.

    Only one piece need be there at a time, so a document takes no more memory than its reader gives it.

    Example:
        >>> print("".join(canonical_texts(PartnerModel("Nothing yet"))), end="")
        {
          "format_version": 1,
          "name": "Nothing yet"
        }
    """
    head = Head(FORMAT_VERSION, model.name, model.language, model.vocabulary)
    pieces: list[str] = []
    fields_writer(Head, 1, "{\n  ")([head], pieces.append)
    yield "".join(pieces)
    for key, cls in LISTS.items():
        records = iter(getattr(model, key).values())
        write = fields_writer(cls, 3, _NEXT_RECORD)
        first = True
        while chunk := list(islice(records, CHUNK)):
            pieces = []
            write(chunk, pieces.append)
            text = "".join(pieces)
            if first:
                text = f',\n  "{key}": [\n    {{\n      {text.removeprefix(_NEXT_RECORD)}'
                first = False
            yield text
        if not first:
            yield "\n    }\n  ]"
    yield "\n}\n"


def canonical_bytes(model: PartnerModel) -> bytes:
    """Return the canonical document in UTF-8."""
    return b"".join(text.encode() for text in canonical_texts(model))
