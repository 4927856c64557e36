"""Which fields can be taken out of a record, and how one names them."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs

from partnermodel.errors import did_you_mean
from partnermodel.model.relations import RECORD_CLASSES, Record
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.text import shown
from partnermodel.wording import together, worded

_TELLING_APART = frozenset({"_id", "role"})
"""What the id of a relation is made of: without it two would be one."""

_MEANING = frozenset({"collective"})
"""What has no value that means "not stated": a set that is not said to be one is another thing."""

_SCHEMES = tuple(RECORD_CLASSES)


@attrs.frozen
class Field:
    """A field of a type of record, or one entry of it.

    Attributes:
        scheme: The type.
        name: The field.
        key: The key of the entry, or None for the whole field.
    """

    scheme: str
    name: str
    key: str | None = None

    def removed_from(self, value: Any) -> Any:
        """Return what is left of a value of the field."""
        if self.key is None:
            return _removable(self.scheme)[self.name]
        return FrozenMap({key: one for key, one in value.items() if key != self.key})


@cache
def _removable(scheme: str) -> dict[str, Any]:
    """Return the fields of a type that can be without a value, each with what it then has."""
    return {
        field.name: field.default
        for field in attrs.fields(RECORD_CLASSES[scheme])
        if field.default is not attrs.NOTHING and field.name not in _TELLING_APART | _MEANING
    }


_KEPT = frozenset({"id", "name", "kind", "source", "target", "role", "collective"})


def fields_of(path: str) -> tuple[Field, ...]:
    """Return the fields that a path names, one of each type of record that has it.

    Args:
        path: The field, after the type and a point if it is that of one type, and before a point and a key
            if it is one entry of it.

    Raises:
        ValueError: There is no such field, or no record can be without it.

    Example:
        >>> fields_of("organisation.extra.my-register:phone")
        (Field(scheme='organisation', name='extra', key='my-register:phone'),)
    """
    first, _, rest = path.partition(".")
    schemes, inside = ((first,), rest) if first in _SCHEMES else (_SCHEMES, path)
    name, point, key = inside.partition(".")
    found = tuple(
        Field(scheme, name, key if point else None) for scheme in schemes if name in _removable(scheme)
    )
    defaults = [_removable(field.scheme)[name] for field in found]
    if not found or (name in _KEPT and schemes is _SCHEMES):
        raise ValueError(_why_not(path, name, schemes))
    if point and not all(isinstance(default, FrozenMap) for default in defaults):
        raise ValueError(
            worded("{field} has no entries to remove one by one; write {name}", field=shown(path), name=name)
        )
    return found


def _why_not(path: str, name: str, schemes: tuple[str, ...]) -> str:
    if name == "kind":
        return worded(
            "a relation is nothing without a kind; to remove the kinds of a type, write {example}",
            example="organisation.kind",
        )
    if name in _KEPT:
        return worded("{field} cannot be removed: the record would be another one", field=shown(path))
    known = sorted({field for scheme in schemes for field in _removable(scheme)})
    return together(
        worded("{field} is no field that can be removed.", field=shown(path)), did_you_mean(name, known)
    )


def marked_fields(record: Record, mark: Any, key: str) -> tuple[Field, ...] | None:
    """Return the fields that the mark of a record names, or None when it means the whole record.

    Args:
        record: The record.
        mark: The mark: true, or paths of fields.
        key: Where the mark stands in `extra`, for the message.

    Raises:
        ValueError: The mark is something else. What is not understood is not taken for nothing.
    """
    if mark is True:
        return None
    if not isinstance(mark, tuple) or not all(isinstance(path, str) for path in mark):
        raise ValueError(
            worded(
                "{key} of {id} is true, or a list of fields, not {value}",
                key=key,
                id=shown(record.id),
                value=shown(mark),
            )
        )
    return tuple(field for path in mark for field in fields_of(f"{record.scheme}.{path}"))
