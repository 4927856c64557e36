"""From outlines to records, quickly: the same rules as the constructors', asked once of each different value.

A register says the same few things many times: statuses, kinds, the ids at the ends of relations,
citations. So the outlines of all records of a type are turned into columns, one a field, and
each different value of a column is checked, built and kept once. Records are filled through their
slots, as `pickle` and `copy` fill them, for their constructors would ask every rule of every value
again. Every step runs over a whole column in one call, and in its order: to jump about in memory
costs more than to compute.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import chain, islice, repeat
from typing import Any, TypeVar

import attrs
import msgspec
from msgspec.structs import astuple

from partnermodel.formats.duplicates import is_unique
from partnermodel.formats.twins import UNSTATED, decoder_of_many, file_fields, is_leaf
from partnermodel.values.enforcement import contradictions_of
from partnermodel.values.fields import ID_RULE
from partnermodel.values.mapping import frozen
from partnermodel.values.rules import RULE, Instance, Many, Rule, Text

T = TypeVar("T")

Column = Iterable[Any]
Places = Iterable[int]

_REFUSED = object()


class Builder:
    """Makes the records of one document, and shares among them what they have in common."""

    def __init__(self) -> None:
        self._known: dict[Rule, dict[Any, Any]] = {}

    def built(self, cls: type[T], outlines: Sequence[Any]) -> tuple[list[T], set[int]]:
        """Return a record for each outline, and the places of those that break a rule.

        Args:
            cls: The class of the records, or of other values.
            outlines: What was decoded.

        Returns:
            The records, in the same order, and the places of those that must not be used.
        """
        made = list(map(cls.__new__, repeat(cls, len(outlines))))
        doubtful: set[int] = set()
        columns = _columns(cls, outlines)
        for field in attrs.fields(cls):  # type: ignore[arg-type]  # they all are attrs classes
            column = columns.get(field.alias or field.name)
            values: Column
            if column is None:  # withheld from the class, or there is no record at all
                values = repeat(field.default)
            else:
                read = self._leaves if is_leaf(field.metadata[RULE]) else self._compounds
                values, refused = read(field.metadata[RULE], field.default, column)
                doubtful.update(refused)
            if hasattr(cls, field.name):
                deque(map(getattr(cls, field.name).__set__, made, values), maxlen=0)
            else:  # a class without slots
                deque(map(object.__setattr__, made, repeat(field.name), values), maxlen=0)
        if (contradictions := contradictions_of(cls)) is not None:
            doubtful.update(
                place
                for place, value in enumerate(made)
                if place not in doubtful and next(contradictions(value), None) is not None
            )
        return made, doubtful

    def _leaves(self, rule: Rule, default: Any, column: Sequence[Any]) -> tuple[Column, Places]:
        """Return the values of a column of texts or numbers, and the places of those that are refused."""
        known = self._known.setdefault(rule, {}) if isinstance(rule, Text) else {}
        known[default] = default
        try:
            return list(map(known.__getitem__, column)), ()
        except KeyError:
            pass
        different = dict.fromkeys(column)
        fresh = [value for value in different if value not in known]
        if not all(map(rule.accepts, fresh)):
            return column, _places({value for value in fresh if not rule.accepts(value)}, column)
        if rule is ID_RULE or 2 * len(different) <= len(column):
            known.update(zip(fresh, fresh, strict=True))
            return list(map(known.__getitem__, column)), ()
        return column, ()

    def _compounds(self, rule: Rule, default: Any, column: Sequence[Any]) -> tuple[Column, Places]:
        """Return the values of a column of unread texts, and the places of those that are refused."""
        if column.count(UNSTATED) == len(column):
            return repeat(default), ()
        texts = _texts(column)
        known = self._known.setdefault(rule, {})
        known[b""] = default
        fresh = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(fresh, self._read(rule, fresh), strict=True))
        values = list(map(known.__getitem__, texts))
        return values, _places({_REFUSED}, values) if _REFUSED in values else ()

    def _read(self, rule: Any, texts: Sequence[bytes]) -> Sequence[Any]:
        """Return the value of each text: all of them are read in one piece, or by halves if one is bad."""
        whole = b"[" + b",".join(texts) + b"]"
        try:
            decoded = decoder_of_many(rule).decode(whole)
            good = is_unique(whole, decoded)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            good = False
        if good:
            return self._values(rule, decoded)
        if len(texts) == 1:
            return [_REFUSED]
        half = len(texts) // 2
        return [*self._read(rule, texts[:half]), *self._read(rule, texts[half:])]

    def _values(self, rule: Rule, decoded: Sequence[Any]) -> Sequence[Any]:
        match rule:
            case Instance(cls=cls):
                return self._items(cls, decoded)
            case Many(item=Instance(cls=cls)):
                items = iter(self._items(cls, list(chain.from_iterable(decoded))))
                groups = [tuple(islice(items, len(group))) for group in decoded]
                return [_REFUSED if _REFUSED in group else group for group in groups]
            case _:
                return [frozen(value) if rule.accepts(value) else _REFUSED for value in decoded]

    def _items(self, cls: type[Any], outlines: Sequence[Any]) -> list[Any]:
        made, doubtful = self.built(cls, outlines)
        for place in doubtful:
            made[place] = _REFUSED
        return made


def _columns(cls: type, outlines: Sequence[Any]) -> dict[str, list[Any]]:
    """Return the values of each field, by its key."""
    if not outlines:
        return {}
    cells = list(chain.from_iterable(map(astuple, outlines)))
    width = len(cells) // len(outlines)
    return {key: cells[place::width] for place, key in enumerate(file_fields(cls))}


def _texts(column: Sequence[Any]) -> list[bytes]:
    """Return the bytes of unread texts: all in one piece, which is cut up, and that is quickest."""
    # A NUL stands nowhere in JSON; if one does, it is for the decoder to refuse.
    texts = b"\0".join(column).split(b"\0")
    return texts if len(texts) == len(column) else list(map(bytes, column))


def _places(refused: set[Any], column: Iterable[Any]) -> Places:
    return (place for place, value in enumerate(column) if value in refused)
