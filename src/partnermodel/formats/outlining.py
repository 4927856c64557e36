"""From records to outlines that are ready to be encoded: the way back of what builds records from outlines.

To ask one record after the other for its ten fields is slow. To ask a thousand records for one field is
quick, and shows at once that none of them states it. That records share a value is not made use of: to
find its outline again takes longer than to make another one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain, islice, repeat
from operator import attrgetter
from typing import Any

import attrs

from partnermodel.formats.twins import UNSTATED, file_fields, ready_outline
from partnermodel.values.mapping import thawed, thawed_texts
from partnermodel.values.rules import RULE, Instance, Many, Pairs, Rule, Text


def outlines_of(cls: type, values: Sequence[Any]) -> list[Any]:
    """Return the outline of each of some values. Encoded, it holds what the value states, and no more.

    Args:
        cls: The class of the values, one of ours.
        values: The values.

    Example:
        >>> import msgspec
        >>> from partnermodel import Citation
        >>> msgspec.json.encode(outlines_of(Citation, [Citation("press"), Citation("act", claim=True)]))
        b'[{"document":"press"},{"document":"act","claim":true}]'
    """
    columns = [_outlined(field, map(attrgetter(field.name), values)) for field in file_fields(cls).values()]
    return list(map(ready_outline(cls), *columns))


def _outlined(field: attrs.Attribute[Any], values: Iterable[Any]) -> Iterable[Any]:
    """Return what stands in outlines for the values of one field."""
    outlines, default = _outliner(field.metadata[RULE]), field.default
    if outlines is None:
        # A text may be equal to the default and still be another object; but there is only one empty text.
        return [default if value == default else value for value in values] if default else values
    column = list(values)
    stated = [value for value in column if value is not default]
    if not stated:
        return repeat(UNSTATED, len(column))
    blank = UNSTATED if default is None else next(iter(outlines([default])))
    made = iter([UNSTATED if outline == blank else outline for outline in outlines(stated)])
    return [UNSTATED if value is default else next(made) for value in column]


def _outliner(rule: Rule) -> Callable[[list[Any]], Iterable[Any]] | None:
    """Return what makes outlines of values of a rule; None when they are encoded as they are."""
    match rule:
        case Instance(cls=cls):
            return partial(outlines_of, cls)
        case Many(item=Instance(cls=cls)):
            return partial(_lists, cls)
        case Many():
            return partial(map, list)
        case Pairs(value=Text()):
            return partial(map, thawed_texts)
        case Pairs():
            return partial(map, thawed)
        case _:
            return None


def _lists(cls: type, values: list[tuple[Any, ...]]) -> Iterable[list[Any]]:
    outlines = iter(outlines_of(cls, list(chain.from_iterable(values))))
    return [[next(outlines)] if len(value) == 1 else list(islice(outlines, len(value))) for value in values]
