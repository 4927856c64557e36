"""The one canonical text of a model: sorted, in class order, without what is not stated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from partnermodel.formats.shape import FORMAT_VERSION, LISTS, Head
from partnermodel.formats.writers import columns_writer
from partnermodel.model.model import PartnerModel

RECORDS_IN_A_PIECE = 1000
"""Enough records that what they share is written once; few enough that their text stays near at hand."""

_NEXT_RECORD = "\n    },\n    {\n      "


def canonical_texts(model: PartnerModel, *, size: int = RECORDS_IN_A_PIECE) -> Iterator[str]:
    """Yield the canonical document piece by piece: an indent of two spaces, one line feed at the end.

    Args:
        model: The model.
        size: How many records there are in a piece, at the most.

    Example:
        >>> print("".join(canonical_texts(PartnerModel("Nothing yet"))), end="")
        {
          "format_version": 1,
          "name": "Nothing yet"
        }
    """
    head = Head(FORMAT_VERSION, model.name, model.language, model.vocabulary)
    yield _joined(columns_writer(Head, 1, "{\n  ")([head]))
    for key, cls in LISTS.items():
        records = iter(getattr(model, key).values())
        columns = columns_writer(cls, 3, _NEXT_RECORD)  # type: ignore[arg-type]  # a class has a hash
        before = f',\n  "{key}": [\n    {{\n      '
        after = ""
        while chunk := list(islice(records, size)):
            text = _joined(columns(chunk))
            yield text if after else before + text.removeprefix(_NEXT_RECORD)
            after = "\n    }\n  ]"
        yield after
    yield "\n}\n"


def _joined(columns: Iterable[Iterable[str]]) -> str:
    return "".join(chain.from_iterable(zip(*columns, strict=True)))


def canonical_bytes(model: PartnerModel) -> bytes:
    """Return the canonical document in UTF-8."""
    return b"".join(map(str.encode, canonical_texts(model)))
