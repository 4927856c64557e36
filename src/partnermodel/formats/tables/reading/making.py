"""Documents into records, some thousands at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from partnermodel.formats.building import Builder
from partnermodel.formats.tables.reading.assembling import Document
from partnermodel.formats.tables.reading.faults import Drafts
from partnermodel.formats.twins import decoder_of_many
from partnermodel.model.relations import Record
from partnermodel.values.rules import Instance

AT_ONCE = 4096
"""So many documents are read at a time."""


def batches(documents: Iterator[tuple[Document, Drafts]]) -> Iterator[list[Document]]:
    """Yield documents without what says them, some at a time."""
    some: list[Document] = []
    for document, _ in documents:
        some.append(document)
        if len(some) == AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def build(cls: Any, documents: list[Any], builder: Builder, made: list[Record]) -> bool:
    """Make records of documents; return False when one of them is not as it should be."""
    try:
        outlines = decoder_of_many(Instance(cls)).decode(msgspec.json.encode(documents))
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False
    records, doubtful = builder.built(cls, outlines)
    made += records
    return not doubtful
