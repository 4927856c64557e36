"""A model as tables, with the mappings that read them: what rows are added to is read like rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import msgspec

from partnermodel.formats.outlining import outlines_of
from partnermodel.formats.shape import LISTS
from partnermodel.formats.tables.mappings.mapping import (
    FieldMapping,
    RecordMapping,
    SheetMapping,
    TableMapping,
)
from partnermodel.formats.tables.mappings.paths import OBJECTS
from partnermodel.formats.tables.sources.grid import Cell, Grid
from partnermodel.formats.twins import file_fields
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record
from partnermodel.vocabulary.vocabulary import Vocabulary
from partnermodel.wording import worded


def grounds_of(model: PartnerModel) -> Iterator[tuple[Grid, SheetMapping]]:
    """Yield a table for each type of record that a model has, and the mapping that reads it."""
    for key, cls in LISTS.items():
        records = [record for record in model.values() if type(record) is cls]
        if records:
            fields = list(file_fields(cls))
            lines = [
                FieldMapping(field, columns=[field], json=field in OBJECTS, trimmed=False) for field in fields
            ]
            source = worded("the model")
            yield (
                Grid(source, key, _rows(cls, records, fields), named=True),
                SheetMapping(sheet=key, records=[RecordMapping(cls.scheme, fields=lines)]),
            )


def _rows(
    cls: type[Record], records: list[Record], fields: list[str]
) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    yield 0, tuple(fields)
    for number, outline in enumerate(outlines_of(cls, records), 1):
        held: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(outline))
        yield number, tuple(_cell(held.get(field), field) for field in fields)


def _cell(value: Any, field: str) -> Cell:
    if value is None or field not in OBJECTS:
        return value  # type: ignore[no-any-return]  # a text, a number or a truth value
    return msgspec.json.encode(value).decode()


def with_words_of(mapping: TableMapping, model: PartnerModel) -> TableMapping:
    """Return a mapping with the name, the language and the words of a model, beside its own words."""
    ours, theirs = model.vocabulary, mapping.vocabulary
    words = Vocabulary(
        [*ours.terms, *(term for term in theirs.terms if term not in ours.terms)],
        [*ours.relation_terms, *(one for one in theirs.relation_terms if one not in ours.relation_terms)],
    )
    return attrs.evolve(mapping, name=model.name, language=model.language, vocabulary=words)
