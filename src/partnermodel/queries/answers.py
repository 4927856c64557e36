"""What answers have in common: they are values, they are lists, and they show themselves as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar, get_args, overload

from partnermodel.errors import DOUBTFUL, Issue
from partnermodel.language.sayings import Label, Name, Saying, saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.catalogues import way_to
from partnermodel.model.entities import Entity
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record
from partnermodel.values.columns import fields_of
from partnermodel.values.rows import Ordered, Rows, rows_of
from partnermodel.values.table import Shown, Table
from partnermodel.values.text import shown
from partnermodel.values.unfrozen import unfrozen
from partnermodel.vocabulary.terms import RelationTerm

T_co = TypeVar("T_co", covariant=True)

_OpenIssue = unfrozen(Issue)


class Listing(Shown, Ordered[T_co], Generic[T_co]):
    """A frozen list of answers in its field `items`, with a table, and rows that are the fields of each."""

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

    def rows(self) -> Rows:
        """Return a row for each answer: typed values in columns whose names no language changes."""
        return rows_of(self.items, *fields_of(_item_class(type(self))))


class Sheeted(Shown):
    """What keeps its table in no language yet, and tells it in the language of whoever looks."""

    __slots__ = ()

    _sheet: Sheet

    def table(self, *, language: str = "en") -> Table:
        """Return the answer as a table.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        return self._sheet.table(language)


def _item_class(cls: type) -> type:
    """Return what a listing is a list of, which its first line says: `class Partners(Listing[Partner])`."""
    bases = [base for one in cls.__mro__ for base in getattr(one, "__orig_bases__", ())]
    found: type = next(get_args(base)[0] for base in bases if getattr(base, "__origin__", None) is Listing)
    return found


def named(model: PartnerModel, entity: Entity) -> Name:
    """Return what people call an entity."""
    return Name(entity.name, model.language, entity.names)


def label(model: PartnerModel, scheme: str, code: str, *, inverse: bool = False) -> Label:
    """Return what people read for a code; of a relation, `inverse` is as it is seen from the target."""
    if not model.vocabulary.knows(scheme, code):
        return Label(code)
    term = model.vocabulary.term(scheme, code)
    return Label(code, term.inverse_labels if inverse and isinstance(term, RelationTerm) else term.labels)


def stated(model: PartnerModel, scheme: str, code: str | None) -> Label | Saying:
    """Return what people read for a code, or that none is stated."""
    return saying("not-stated") if code is None else label(model, scheme, code)


def typed(type: str) -> Saying:
    """Return what people call a type of record."""
    return saying(f"type-{type}")


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
    id = record.id  # that of a relation is mostly made anew each time
    way = way_to(record.scheme, id)
    path = f"{way}.{field}" if field else way
    found = _OpenIssue()
    found.code = code
    found.path = path
    found.value = "" if value is None else shown(value)
    found.message = message
    found.hint = hint
    found.severity = DOUBTFUL
    found.records = (id, *[one.id for one in others])
    found.also = ()
    found.__class__ = Issue
    return found  # type: ignore[no-any-return]  # it is closed now
