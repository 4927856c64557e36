"""From twins to records, quickly: the same rules as the constructors', asked once of each different value.

A register says the same few words many times: statuses, kinds, the ids at the ends of relations. So
the fields of all records of a type are filled first, and each different value is checked afterwards,
once. Records are filled through their slots, as `pickle` and `copy` fill them, for their constructors
would ask every rule of every value again. Values that are shared (citations, periods, …) are built by
their constructors, once each. Nothing leaves here before all of it is checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from operator import attrgetter
from typing import Any

import attrs
from msgspec import UNSET

from partnermodel.formats.shape import LISTS, Head
from partnermodel.formats.twins import file_fields
from partnermodel.model.relations import Record
from partnermodel.values.mapping import frozen
from partnermodel.values.rules import RULE, Choice, Flag, Instance, Json, Many, Pairs, Rule, Text, Whole

Build = Callable[[Any], Any]


class DoubtError(Exception):
    """Some value breaks its rule; the slow reading finds out which, where and why."""


def built_from(found: Any) -> tuple[Head, list[Record]]:
    """Return the head and the records of a decoded document, in the order of the file.

    Args:
        found: The twin of a whole document.

    Raises:
        DoubtError: A value breaks its rule.
        InvalidRecordError: A value of ours cannot be made.
    """
    shared: dict[Any, Any] = {}
    head = _value_builder(Head, shared)(found)
    records: list[Record] = []
    for key, cls in LISTS.items():
        twins = getattr(found, key)
        if twins is not UNSET:
            records += map(_record_builder(cls, shared), twins)
            _check(cls, twins)
    return head, records


def _check(cls: type, twins: Iterable[Any]) -> None:
    """Ask each rule of a class once about each different value that its field has in a list."""
    for key, field in file_fields(cls).items():
        rule = field.metadata[RULE]
        if isinstance(rule, Text | Whole):
            values = set(map(attrgetter(key), twins))
            values.discard(UNSET)
            if not all(map(rule.accepts, values)):
                raise DoubtError


def _record_builder(cls: type, shared: dict[Any, Any]) -> Build:
    """Return the function that fills a record from its twin, and checks only what `_check` does not."""
    kept = file_fields(cls)
    fills = []
    for field in attrs.fields(cls):
        put = getattr(cls, field.name).__set__
        key = next((key for key, other in kept.items() if other.name == field.name), None)
        fills.append((key, put, field.default, _converter(field.metadata[RULE], shared)))
    stated = [(key, put, default, convert) for key, put, default, convert in fills if key is not None]
    withheld = [(put, default) for key, put, default, _ in fills if key is None]
    new = partial(cls.__new__, cls)

    def build(found: Any) -> Any:
        record = new()
        for key, put, default, convert in stated:
            value = getattr(found, key)
            if value is UNSET:
                put(record, default)
            else:
                put(record, value if convert is None else convert(value))
        for put, default in withheld:
            put(record, default)
        return record

    return build


def _value_builder(cls: type, shared: dict[Any, Any]) -> Build:
    """Return the function that builds a value of ours from its twin, with its constructor.

    Flat values (those that hold nothing but texts and numbers) are built once each, and shared.
    """
    rules = {key: field.metadata[RULE] for key, field in file_fields(cls).items()}
    converters = [(key, _converter(rule, shared)) for key, rule in rules.items()]
    values_of = attrgetter(*rules)

    def build(found: Any) -> Any:
        arguments = {}
        for key, convert in converters:
            value = getattr(found, key)
            if value is not UNSET:
                arguments[key] = value if convert is None else convert(value)
        return cls(**arguments)

    def build_once(found: Any) -> Any:
        key = (cls, values_of(found))
        built = shared.get(key)
        if built is None:
            built = shared[key] = build(found)
        return built

    flat = all(isinstance(rule, Text | Whole | Flag | Choice) for rule in rules.values())
    return build_once if flat else build


def _converter(rule: Rule, shared: dict[Any, Any]) -> Build | None:
    """Return what makes the value of a field from what was decoded; None when that is the value itself."""
    match rule:
        case Instance(cls=cls):
            return _value_builder(cls, shared)
        case Many(item=item):
            inner = _converter(item, shared)
            return tuple if inner is None else lambda values: tuple(map(inner, values))
        case Pairs() | Json():
            return partial(_checked_mapping, rule)
        case _:
            return None


def _checked_mapping(rule: Rule, value: Any) -> Any:
    if not rule.accepts(value):
        raise DoubtError
    return frozen(value)
