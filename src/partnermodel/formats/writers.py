"""What writes many values of one sort at once: field by field for all of them, each different value once.

To ask one record after the other for its ten fields is slow. To ask a thousand records for one field is
quick, and shows at once that none of them states it, or that all of them say one of a few things.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from itertools import repeat
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any

import attrs
import msgspec

from partnermodel.formats.twins import file_fields
from partnermodel.values.fields import CODE_RULE
from partnermodel.values.mapping import thawed
from partnermodel.values.rules import RULE, Flag, Instance, Many, Pairs, Rule, Text, Whole

Writer = Callable[[list[Any]], Iterable[str]]
"""A function from values to their texts, one for each."""

Column = Callable[[list[Any]], Iterable[str] | None]
"""A function from instances of a class to a piece of the text of each; None when all of them are empty."""


@cache
def columns_writer(cls: type, depth: int, opening: str = "") -> Callable[[list[Any]], list[Iterable[str]]]:
    r"""Return the function that writes the fields of instances of a class.

    Args:
        cls: One of our classes. If it requires none of its fields, a comma follows the last one.
        depth: How many times two spaces stand before each field.
        opening: What stands before the fields of each instance; the last one is for the caller to close.

    Returns:
        A function from instances to columns of pieces: row by row, these are the text of each instance.

    Example:
        >>> from partnermodel import Citation
        >>> columns = columns_writer(Citation, 0)([Citation("press"), Citation("act", claim=True)])
        >>> ["".join(row) for row in zip(*columns)]
        ['"document": "press"', '"document": "act",\n"claim": true']
    """
    fields = file_fields(cls)
    # The first field that is never left out needs no comma: those before it bring theirs, and those after it.
    defaults = [field.default for field in fields.values()]
    first = defaults.index(attrs.NOTHING) if attrs.NOTHING in defaults else len(fields)
    comma = _line(depth, ",")
    columns: list[Column] = []
    always = opening  # what stands in each instance before the next value
    for place, (key, field) in enumerate(fields.items()):
        before = f'{comma if place > first else ""}"{key}": '
        after = comma if place < first else ""
        rule: Rule = field.metadata[RULE]
        get, write = attrgetter(field.name), value_writer(rule, depth)
        if field.default is attrs.NOTHING:
            if rule is CODE_RULE:  # it lets nothing through that would have to be escaped
                before, write, after = f'{before}"', _as_they_are, f'"{after}'
            columns += [partial(_constant, always + before), partial(_required, get, write)]
            always = after
            continue
        if always:
            columns.append(partial(_constant, always))
            always = ""
        optional = _plain if isinstance(rule, Text | Whole | Flag) else _shared
        columns.append(partial(optional, get, partial(_stated, before, write, after), field.default))
    if always:
        columns.append(partial(_constant, always))

    def written(instances: list[Any]) -> list[Iterable[str]]:
        return [pieces for column in columns if (pieces := column(instances)) is not None]

    return written


def _line(depth: int, mark: str = "") -> str:
    return f"{mark}\n{'  ' * depth}"


def _as_they_are(values: list[str]) -> list[str]:
    return values


def _constant(text: str, instances: list[Any]) -> Iterable[str]:
    return repeat(text, len(instances))


def _required(get: Callable[[Any], Any], write: Writer, instances: list[Any]) -> Iterable[str]:
    return write(list(map(get, instances)))


def _stated(before: str, write: Writer, after: str, values: list[Any]) -> Iterable[str]:
    return [f"{before}{text}{after}" for text in write(values)]


def _plain(
    get: Callable[[Any], Any], write: Writer, default: object, instances: list[Any]
) -> Iterable[str] | None:
    """Return the column of a field that may be left out, and holds texts, numbers or truth values."""
    values = list(map(get, instances))
    if values.count(default) == len(values):
        return None
    stated = list(set(values) - {default})
    texts = dict(zip(stated, write(stated), strict=True))
    texts[default] = ""
    return map(texts.__getitem__, values)


def _shared(
    get: Callable[[Any], Any], write: Writer, default: object, instances: list[Any]
) -> Iterable[str] | None:
    """Return the column of a field that may be left out, and holds values that records share.

    They are told apart by their identity, which is quicker to ask for than what they hold.
    """
    values = list(map(get, instances))
    different = {id(value): value for value in values if value is not default}
    if not different:
        return None
    texts = dict.fromkeys([id(default), *different], "")
    stated = [value for value in different.values() if value != default]
    texts.update(zip(map(id, stated), write(stated), strict=True))
    return map(texts.__getitem__, map(id, values))


def value_writer(rule: Rule, depth: int) -> Writer:
    """Return what writes values of one rule.

    Args:
        rule: What the values may be.
        depth: How many times two spaces stand before the last line of a value that has several.

    Example:
        >>> from partnermodel import Period
        >>> print(*value_writer(Instance(Period), 0)([Period("2019")]))
        {
          "start": "2019"
        }
    """
    match rule:
        case Text():
            return partial(map, encode_basestring)
        case Whole():
            return partial(map, str)
        case Flag():
            return partial(map, {False: "false", True: "true"}.__getitem__)
        case Instance(cls=cls):
            return _instances_writer(cls, depth)
        case Many(item=item):
            return _lists_writer(item, depth)
        case Pairs(value=Text()):
            return partial(map, partial(_texts, _line(depth)))
        case _:
            return partial(map, partial(_json, _line(depth)))


def _instances_writer(cls: type, depth: int) -> Writer:
    columns = columns_writer(cls, depth + 1)
    begin, comma, end = _line(depth + 1), _line(depth + 1, ","), _line(depth)

    def write(values: list[Any]) -> Iterable[str]:
        rows = (
            [""] * len(values) if not (found := columns(values)) else map("".join, zip(*found, strict=True))
        )
        return [f"{{{begin}{row.removesuffix(comma)}{end}}}" if row else "{}" for row in rows]

    return write


def _lists_writer(item: Rule, depth: int) -> Writer:
    write_items = value_writer(item, depth + 1)
    begin, comma, end = _line(depth + 1), _line(depth + 1, ","), _line(depth)

    def write(values: list[Any]) -> Iterable[str]:
        different = {id(one): one for value in values for one in value}
        text_of = dict(zip(different, write_items(list(different.values())), strict=True)).__getitem__
        lists = [comma.join(map(text_of, map(id, value))) for value in values]
        return [f"[{begin}{items}{end}]" if items else "[]" for items in lists]

    return write


def _texts(line: str, texts: Mapping[str, str]) -> str:
    """Return what `_json` returns, of a mapping of text to text."""
    written = (f"{encode_basestring(key)}: {encode_basestring(texts[key])}" for key in sorted(texts))
    return f"{{{line}  {f',{line}  '.join(written)}{line}}}" if texts else "{}"


def _json(line: str, value: Any) -> str:
    text = msgspec.json.format(msgspec.json.encode(thawed(value)), indent=2).decode()
    return text.replace("\n", line)  # a line feed within a text is escaped
