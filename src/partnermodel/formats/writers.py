"""A function for each class that writes its instances as JSON, generated from the rules of the fields.

It is generated, as attrs generates a constructor, because a loop over the fields of each record costs
several times as much as reading them by name. What it does not see at once is written only once for
each chunk of records: a citation, a period, a list of them that many records share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
"""The text of what has been written, by its identity; whoever keeps one keeps the values alive."""

Add = Callable[[str], None]

_TRUTH = {False: "false", True: "true"}


@cache
def fields_writer(cls: type, depth: int, opening: str) -> Callable[[Iterable[Any], Add], None]:
    """Return the function that adds the pieces of the fields of each instance of a class.

    Args:
        cls: One of our classes.
        depth: How many times two spaces stand before each field.
        opening: What is added before the fields of each instance. Whoever calls closes the last one.

    Returns:
        A function of the instances, and of the function that takes each piece. Where a class requires
        none of its fields, a comma follows the last one.

    Example:
        >>> from partnermodel import Citation
        >>> pieces = []
        >>> fields_writer(Citation, 0, "")([Citation("press", claim=True)], pieces.append)
        >>> print("".join(pieces))
        "document": "press",
        "claim": true
    """
    fields = file_fields(cls)
    # The first field that is never left out has no comma: those before it bring one, and those after it.
    defaults = [field.default for field in fields.values()]
    first = defaults.index(attrs.NOTHING) if attrs.NOTHING in defaults else len(fields)
    comma = _line(depth, ",")
    names: dict[str, Any] = {"quoted": quoted, "truth": _TRUTH}
    start: list[str] = []
    loop: list[str] = []
    always = _literal(opening)

    for place, (key, field) in enumerate(fields.items()):
        before = f'{comma if place > first else ""}"{key}": '
        after = comma if place < first else ""
        held, rule, default = f"held.{field.name}", field.metadata[RULE], field.default
        template = _template(rule)
        if template is not None and default is attrs.NOTHING:
            always += _literal(before) + template.format(held) + _literal(after)
            continue
        if always:
            loop.append(f"add(f'{always}')")
            always = ""
        if template is not None:
            unlike = "is not" if default is None or default is False else "!="
            loop.append(f"if (value := {held}) {unlike} {default!r}:")
            loop.append(f"    add(f'{_literal(before)}{template.format('value')}{_literal(after)}')")
        else:
            names |= {f"{key}_default": default, f"{key}_text": _stated(rule, default, depth, before, after)}
            start.append(f"{key}_known = {{}}")
            loop.append(f"if (value := {held}) is not {key}_default:")
            loop.append(f"    if (text := {key}_known.get(id(value))) is None:")
            loop.append(f"        text = {key}_known[id(value)] = {key}_text(value, {key}_known)")
            loop.append("    add(text)")
    if always:
        loop.append(f"add(f'{always}')")

    lines = ["def write(instances, add):", *(f"    {line}" for line in start), "    for held in instances:"]
    source = "\n".join([*lines, *(f"        {line}" for line in loop)])
    exec(compile(source, f"<writer of {cls.__name__}>", "exec"), names)  # noqa: S102  (our own words alone)
    write: Callable[[Iterable[Any], Add], None] = names["write"]
    return write


def _line(depth: int, mark: str = "") -> str:
    return f"{mark}\n{'  ' * depth}"


def _literal(text: str) -> str:
    """Return a text as it stands in the source of an f-string between single quotation marks."""
    return repr(f"{text}\"'")[1:-4].replace("{", "{{").replace("}", "}}")


def _template(rule: Rule) -> str | None:
    """Return how a value stands in an f-string, or None when there is more to it than that."""
    match rule:
        case Text():
            # A code has no character that JSON escapes, and most texts of a relation are codes.
            return '"{{{}}}"' if rule is CODE_RULE else "{{quoted({})}}"
        case Whole():
            return "{{{}}}"
        case Flag():
            return "{{truth[{}]}}"
        case _:
            return None


def _stated(rule: Rule, default: object, depth: int, before: str, after: str) -> Callable[[Any, Known], str]:
    """Return what writes a field with its value; a value that is equal to the default is not stated."""
    write = _value_writer(rule, depth)
    return lambda value, known: "" if value == default else f"{before}{write(value, known)}{after}"


def _value_writer(rule: Rule, depth: int) -> Callable[[Any, Known], str]:
    """Return what writes a value whose last line stands at a depth; lists know the items they have written."""
    inner, comma, end = _line(depth + 1), _line(depth + 1, ","), _line(depth)
    match rule:
        case Instance(cls=cls):
            write_fields = fields_writer(cls, depth + 1, "")

            def write_instance(value: Any, known: Known) -> str:
                pieces: list[str] = []
                write_fields([value], pieces.append)
                return f"{{{inner}{''.join(pieces).removesuffix(comma)}{end}}}"

            return write_instance
        case Many(item=item):
            write_item = _value_writer(item, depth + 1)

            def write_list(values: Any, known: Known) -> str:
                texts = []
                for value in values:
                    if (text := known.get(id(value))) is None:
                        text = known[id(value)] = write_item(value, known)
                    texts.append(text)
                return f"[{inner}{comma.join(texts)}{end}]"

            return write_list
        case _:

            def write_json(value: Any, known: Known) -> str:
                text = msgspec.json.format(msgspec.json.encode(thawed(value)), indent=2).decode()
                return text.replace("\n", end)  # no text has a line feed in it that is not escaped

            return write_json
