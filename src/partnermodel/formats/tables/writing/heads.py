"""The columns of our own tables: their order, what is in them, and how each of them is read back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from itertools import chain
from typing import Any

import attrs

from partnermodel.formats.flat.flattening import BETWEEN_ALIASES
from partnermodel.formats.tables.mappings.mapping import FieldMapping
from partnermodel.formats.twins import file_fields
from partnermodel.model.relations import Relation
from partnermodel.values.columns import Column, Type
from partnermodel.values.rules import RULE, Flag, Rule, Whole

_NAME, _IDENTIFIER = "name_", "identifier_"

_FIRST = ("source", "target", "kind", "role")
"""What stands before the other columns of relations: libraries of graphs take the first two for the ends."""

_SEVERAL: dict[str, Callable[[Collection[str]], Iterable[str]]] = {
    "names": lambda used: sorted(one for one in used if one.startswith(_NAME)),
    "identifiers": lambda used: (
        *sorted(one for one in used if one.startswith(_IDENTIFIER)),
        "identifiers",
    ),
    "period": lambda used: ("start", "end"),
    "level": lambda used: ("level_scheme", "level"),
    "evidence": lambda used: ("documents", "evidence"),
}
"""The columns of the fields that have more than one, in their order."""


def heads(classes: Iterable[type], used: Collection[str]) -> tuple[Column, ...]:
    """Return the columns of a table, in the order of the fields.

    Args:
        classes: The classes of its records.
        used: The columns of the flat rows of the records.

    Example:
        >>> from partnermodel import Organisation
        >>> [one.name for one in heads([Organisation], {"start", "size", "name_ru", "name", "id"})]
        ['id', 'name', 'name_ru', 'start', 'size']
    """
    fields: dict[str, attrs.Attribute[Any]] = {}
    for cls in classes:
        own = file_fields(cls)
        fields |= {key: own[key] for key in _FIRST} | own if cls is Relation else own
    return tuple(
        Column(name, _type(field.metadata[RULE]))
        for key, field in fields.items()
        for name in (_SEVERAL[key](used) if key in _SEVERAL else (key,))
        if name in used
    )


def _type(rule: Rule) -> Type:
    return "integer" if isinstance(rule, Whole) else "truth" if isinstance(rule, Flag) else "text"


_PATHS = {
    "start": "period.start",
    "end": "period.end",
    "documents": "evidence",
    "level_scheme": "level.scheme",
    "level": "level.value",
}

_PREFIXES = {_NAME: "names.", _IDENTIFIER: "identifiers."}

_SEPARATORS = {"documents": " ", "aliases": BETWEEN_ALIASES}

_FREE = ("name", "description", "aliases", "documents")
"""The columns of texts that are taken to the letter, spaces and all."""

_DATES = ("start", "end", "published")
_JSON = ("identifiers", "stated", "evidence", "extra")
_SAFE = (*_DATES, *_JSON, "kind", "role", "status", "source_type", "level_scheme", "level", "language", "url")
"""The texts that never begin as a formula does."""


def line_for(column: Column, *, json: bool, guarded: bool) -> FieldMapping:
    """Return how a column of ours is read back.

    Args:
        column: The column.
        json: Whether its other names are JSON.
        guarded: Whether an apostrophe stands before what a spreadsheet would take for a formula.

    Example:
        >>> found = line_for(Column("name_ru", "text"), json=False, guarded=True)
        >>> found.to, found.columns, found.trimmed, found.guarded
        ('names.ru', ('name_ru',), False, True)
    """
    name = column.name
    is_json = name in _JSON or (json and name == "aliases")
    safe = is_json or name in _SAFE or column.type != "text"
    return FieldMapping(
        path_of(name),
        columns=(name,),
        separator="" if is_json else _SEPARATORS.get(name, ""),
        dates="year-first" if name in _DATES else "day-first",
        json=is_json,
        trimmed=not (name in _FREE or name.startswith((_NAME, _IDENTIFIER))) or is_json,
        guarded=guarded and not safe,
    )


def path_of(name: str) -> str:
    """Return the path of the field that a column tells.

    Example:
        >>> path_of("start"), path_of("identifier_inn"), path_of("kind")
        ('period.start', 'identifiers.inn', 'kind')
    """
    for prefix, path in _PREFIXES.items():
        if name.startswith(prefix):
            return path + name.removeprefix(prefix)
    return _PATHS.get(name, name)


def all_used(rows: Iterable[Iterable[str]]) -> set[str]:
    """Return the columns that any of some flat rows has."""
    return set(chain.from_iterable(rows))
