"""A function for each class that writes its instances as JSON, made from the rules of its fields.

Its source is put together here and compiled, as attrs does it for a constructor: the names of the
fields stand in it, and to read ten fields by name takes a quarter of the time of a loop over them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from json.encoder import encode_basestring as quoted
from typing import Any

import attrs
import msgspec

from partnermodel.formats.twins import file_fields
from partnermodel.values.fields import CODE_RULE
from partnermodel.values.mapping import thawed
from partnermodel.values.rules import RULE, Flag, Instance, Many, Rule, Text, Whole

Known = dict[int, str]
"""The texts of what has been written, by the identity of each value, which must stay alive meanwhile."""

FieldsWriter = Callable[[list[Any], Callable[[str], None]], None]
ValueWriter = Callable[[Any, Known], str]


@cache
def fields_writer(cls: type, depth: int, opening: str = "") -> FieldsWriter:
    """Return the function that writes the fields of instances of a class.

    Args:
        cls: One of our classes. If it requires none of its fields, a comma follows the last one.
        depth: How many times two spaces stand before each field.
        opening: What stands before the fields of each instance; the last one is for the caller to close.

    Returns:
        A function of a list of instances, and of a function that takes the pieces of the text.

    Example:
        >>> from partnermodel import Citation
        >>> pieces = []
        >>> fields_writer(Citation, 0)([Citation("press", claim=True)], pieces.append)
        >>> print("".join(pieces))
        "document": "press",
        "claim": true
    """
    scope: dict[str, Any] = {"quoted": quoted, "truth": {False: "false", True: "true"}}
    source = _source(cls, depth, opening, scope)
    exec(compile(source, f"<the writer of {cls.__name__}>", "exec"), scope)
    write: FieldsWriter = scope["write"]
    return write


def _source(cls: type, depth: int, opening: str, scope: dict[str, Any]) -> str:
    """Return the source of the function of a class, and add to its scope what it calls."""
    fields = file_fields(cls)
    # The first field that is never left out needs no comma: those before it bring theirs, and those after it.
    defaults = [field.default for field in fields.values()]
    first = defaults.index(attrs.NOTHING) if attrs.NOTHING in defaults else len(fields)
    comma = _line(depth, ",")
    start = []
    loop = []
    waiting = _in_source(opening)  # what is written whatever the fields hold
    for place, (key, field) in enumerate(fields.items()):
        before = f'{comma if place > first else ""}"{key}": '
        after = comma if place < first else ""
        held, default = f"held.{field.name}", field.default
        rule: Rule = field.metadata[RULE]
        if default is attrs.NOTHING and _is_plain(rule):
            waiting += f"{_in_source(before)}{_plain(rule, held)}{_in_source(after)}"
            continue
        if waiting:
            loop.append(f"add(f'{waiting}')")
            waiting = ""
        if _is_plain(rule):
            differs = "is not" if default is None or default is False else "!="
            text = f"{_in_source(before)}{_plain(rule, 'value')}{_in_source(after)}"
            loop += [f"if (value := {held}) {differs} {default!r}:", f"    add(f'{text}')"]
        else:
            scope |= {f"{key}_default": default, f"{key}_text": _stated(rule, default, depth, before, after)}
            # Many records share a citation, a period or a list of them: each is written once in a call.
            start.append(f"{key}_known = {{}}")
            loop += [
                f"if (value := {held}) is not {key}_default:",
                f"    if (text := {key}_known.get(id(value))) is None:",
                f"        text = {key}_known[id(value)] = {key}_text(value, {key}_known)",
                "    add(text)",
            ]
    if waiting:
        loop.append(f"add(f'{waiting}')")
    inside = ["", *start, "for held in instances:", *(f"    {line}" for line in loop)]
    return "def write(instances, add):" + "\n    ".join(inside)


def _line(depth: int, mark: str = "") -> str:
    return f"{mark}\n{'  ' * depth}"


def _in_source(text: str) -> str:
    """Return a text as it stands in an f-string, between the single quotation marks of its source."""
    return repr(f'"{text}')[2:-1].replace("{", "{{").replace("}", "}}")


def _is_plain(rule: Rule) -> bool:
    return isinstance(rule, Text | Whole | Flag)


def _plain(rule: Rule, value: str) -> str:
    """Return how a text, a number or a truth value is written in an f-string, from its name in the source."""
    if rule is CODE_RULE:  # it lets nothing through that would have to be escaped
        return f'"{{{value}}}"'
    if isinstance(rule, Text):
        return f"{{quoted({value})}}"
    return f"{{truth[{value}]}}" if isinstance(rule, Flag) else f"{{{value}}}"


def _stated(rule: Rule, default: object, depth: int, before: str, after: str) -> ValueWriter:
    """Return what writes a field with its value; what is equal to the default is not stated."""
    write = value_writer(rule, depth)
    return lambda value, known: "" if value == default else f"{before}{write(value, known)}{after}"


def value_writer(rule: Rule, depth: int) -> ValueWriter:
    """Return what writes a value of many lines, the last of which stands at a depth.

    Args:
        rule: What the value may be.
        depth: How many times two spaces stand before the last line.

    Example:
        >>> from partnermodel import Period
        >>> print(value_writer(Instance(Period), 0)(Period("2019"), {}))
        {
          "start": "2019"
        }
    """
    begin, comma, end = _line(depth + 1), _line(depth + 1, ","), _line(depth)
    if isinstance(rule, Instance):
        write_fields = fields_writer(rule.cls, depth + 1)

        def write_instance(value: Any, known: Known) -> str:
            pieces: list[str] = []
            write_fields([value], pieces.append)
            text = "".join(pieces).removesuffix(comma)
            return f"{{{begin}{text}{end}}}" if text else "{}"

        return write_instance
    if isinstance(rule, Many):
        write_item = value_writer(rule.item, depth + 1)

        def write_list(values: Any, known: Known) -> str:
            texts = []
            for value in values:
                if (text := known.get(id(value))) is None:
                    text = known[id(value)] = write_item(value, known)
                texts.append(text)
            return f"[{begin}{comma.join(texts)}{end}]" if texts else "[]"

        return write_list

    def write_json(value: Any, known: Known) -> str:
        text = msgspec.json.format(msgspec.json.encode(thawed(value)), indent=2).decode()
        return text.replace("\n", end)  # a line feed within a text is escaped

    return write_json
