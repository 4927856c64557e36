"""What answers have in common: they are values, they are lists, and they show themselves as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar, overload

from partnermodel.errors import DOUBTFUL, Issue
from partnermodel.model.catalogues import where_in_model
from partnermodel.model.entities import Entity
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record
from partnermodel.values.table import Phrase, Shown
from partnermodel.values.text import shown

T_co = TypeVar("T_co", covariant=True)


class Listing(Shown, Sequence[T_co], Generic[T_co]):
    """A frozen list of answers in its field `items`, with a table."""

    __slots__ = ()

    items: tuple[T_co, ...]

    @overload
    def __getitem__(self, place: int) -> T_co: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[T_co, ...]: ...

    def __getitem__(self, place: int | slice) -> T_co | tuple[T_co, ...]:
        return self.items[place]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self.items)


def named(model: PartnerModel, entity: Entity) -> Phrase:
    """Return the name of an entity in the language of the model."""
    return Phrase(entity.name, model.language)


def label(model: PartnerModel, scheme: str, code: str | None) -> str:
    """Return what people read for a code, in English; `not stated` for None."""
    return "not stated" if code is None else model.vocabulary.label(scheme, code)


def doubtful(
    record: Record,
    field: str,
    code: str,
    message: str,
    hint: str,
    *others: Record,
    value: object = None,
) -> Issue:
    """Return the issue that a person should look at a record, or at a field of it, and at others with it."""
    path = where_in_model(record) + (f".{field}" if field else "")
    ids = tuple(one.id for one in (record, *others))
    held = "" if value is None else shown(value)
    return Issue(code, path, held, message, hint, severity=DOUBTFUL, records=ids)
