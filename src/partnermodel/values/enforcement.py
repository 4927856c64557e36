"""How a class keeps its rules: a new instance that breaks one is refused, with every fault at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, NoReturn

import attrs

from partnermodel.errors import InvalidRecordError, Issue
from partnermodel.values.rules import RULE
from partnermodel.values.text import shown
from partnermodel.wording import worded

Accepts = tuple[Callable[[object], tuple[object, ...]], tuple[tuple[object, Callable[[Any], bool]], ...]]


@cache
def _quick_rules(cls: type) -> Accepts:
    """Return what gets all fields of an instance at once, and the default and the quick verdict of each."""
    fields = attrs.fields(cls)
    checks = tuple((field.default, field.metadata[RULE].accepts) for field in fields)
    return attrgetter(*(field.name for field in fields)), checks


def enforce(instance: object) -> None:
    """Raise `InvalidRecordError` with every fault of every field of a new instance.

    A field that holds its default is not looked at: the default is what "not stated" looks like. When
    each field is right, the class may say in `_contradictions` what they make wrong together.
    """
    cls: type = type(instance)
    values, checks = _quick_rules(cls)
    for value, (default, accepts) in zip(values(instance), checks, strict=True):
        if value is not default and not accepts(value):
            break
    else:
        contradictions = contradictions_of(cls)
        if contradictions is not None and (together := list(contradictions(instance))):
            _refuse_instance(instance, together)
        return
    issues = [
        issue
        for field in attrs.fields(cls)
        if (value := getattr(instance, field.name)) is not field.default
        for issue in field.metadata[RULE].faults(value, f".{field.name.lstrip('_')}")
    ]
    _refuse_instance(instance, issues)


def contradictions_of(cls: type) -> Callable[[Any], Iterator[Issue]] | None:
    """Return what finds the faults that fields make only together, or None if a class knows no such."""
    return getattr(cls, "_contradictions", None)


def disagreement_of(cls: type) -> Callable[[Sequence[Any], Collection[int]], Iterable[int]] | None:
    """Return what finds the instances whose fields do not agree, by their places, or None as above.

    It is given instances, and the places of those that break a rule already, and need not be asked. A class
    of which there are many instances has a quick `_disagreeing`, which looks at all of them.
    """
    contradictions = contradictions_of(cls)
    if contradictions is None:
        return None
    disagreeing: Callable[[Sequence[Any]], Iterable[int]] | None = getattr(cls, "_disagreeing", None)
    if disagreeing is not None:
        return lambda instances, _broken: disagreeing(instances)
    return lambda instances, broken: [
        place
        for place, instance in enumerate(instances)
        if place not in broken and next(contradictions(instance), None) is not None
    ]


def _refuse_instance(instance: object, issues: list[Issue]) -> NoReturn:
    cls = type(instance)
    # A class whose id is made of other fields, of which one may be wrong, says what to call it then.
    identity = getattr(instance, "_identity" if hasattr(cls, "_identity") else "id", None)
    refuse(cls, issues, f"{cls.__name__}({shown(identity)})" if isinstance(identity, str) else cls.__name__)


def refuse(cls: type, issues: list[Issue], place: str = "") -> NoReturn:
    """Raise `InvalidRecordError` for one instance of a class; `place` says which one."""
    place = place or cls.__name__
    error = InvalidRecordError(
        worded("this {name} cannot be made:", name=cls.__name__), [issue.under(place) for issue in issues]
    )
    error.place = place
    raise error
