"""From records to outlines that are ready to be encoded: the way back of what builds records from outlines.

For each class there is one function, written from its fields, that makes the outlines of many values. It
asks for each field by its name and makes what is nested on the spot, for neither a call nor a loop over
the fields is quick enough to be done a million times.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain, count, repeat
from typing import Any

import attrs

from partnermodel.formats.generated import function
from partnermodel.formats.twins import UNSTATED, file_fields, ready_outline
from partnermodel.values.mapping import thawed, thawed_texts
from partnermodel.values.rules import RULE, Instance, Many, Pairs, Text


def outlines_of(cls: type, values: Sequence[Any]) -> list[Any]:
    """Return the outline of each of some values. Encoded, it holds what the value states, and no more.

    An outline may share with its value what cannot change: it is there to be encoded, and not to be edited.

    Args:
        cls: The class of the values, one of ours.
        values: The values.

    Example:
        >>> import msgspec
        >>> from partnermodel import Citation
        >>> msgspec.json.encode(outlines_of(Citation, [Citation("press"), Citation("act", claim=True)]))
        b'[{"document":"press"},{"document":"act","claim":true}]'
    """
    made: list[Any] = _outliner(cls)(values)
    return made


@cache
def _outliner(cls: type) -> Callable[[Sequence[Any]], list[Any]]:
    """Return the function that makes the outlines of values of a class."""
    writer = _Writer()
    lines = [
        f"def outlines_of_{cls.__name__}(values):",
        "    made = []",
        "    for value in values:",
        f"        made.append({writer.outline(cls, 'value')})",
        "    return made",
    ]
    return function(f"outlines_of_{cls.__name__}", lines, writer.given)


@attrs.define
class _Writer:
    """Writes expressions, and keeps what they name: it has a number, so that no two names are one."""

    given: dict[str, object] = attrs.field(
        factory=lambda: {"unstated": UNSTATED, "thawed": thawed, "thawed_texts": thawed_texts}
    )
    _numbers: count[int] = attrs.field(factory=count)

    def outline(self, cls: type, value: str, *, found: str = "") -> str:
        """Return the expression for the outline of a value.

        Args:
            cls: The class of the value.
            value: The name of the value.
            found: The expression for the value, if it is to be given its name only here.
        """
        owners = chain([f"({value} := {found})"] if found else (), repeat(value))
        asked = zip(file_fields(cls).values(), owners, strict=False)
        fields = [self._field(field, f"{owner}.{field.name}") for field, owner in asked]
        return f"{self._known('outline', ready_outline(cls))}({', '.join(fields)})"

    def _field(self, field: attrs.Attribute[Any], asked: str) -> str:
        """Return the expression for what stands in an outline for a field.

        Args:
            field: The field; a list or a mapping is empty by default.
            asked: The expression for its value: it stands once in what is returned, and nothing is before it.
        """
        default, held = field.default, f"held_{next(self._numbers)}"
        match field.metadata[RULE]:
            case Instance(cls=cls) if default is None:
                return f"unstated if ({held} := {asked}) is None else {self.outline(cls, held)}"
            case Instance(cls=cls):
                # Another object may say as little as the default; its outline shows it.
                usual, made = self._known("default", default), f"made_{next(self._numbers)}"
                (blank,) = outlines_of(cls, [default])
                return (
                    f"unstated if ({held} := {asked}) is {usual} or"
                    f" ({made} := {self.outline(cls, held)}) == {self._known('blank', blank)} else {made}"
                )
            case Many(item=Instance(cls=cls)):
                each, one = f"each_{next(self._numbers)}", f"one_{next(self._numbers)}"
                # Most lists have one item, and a tuple of one is made more quickly than a list by a loop.
                alone = self.outline(cls, one, found=f"{held}[0]")
                return (
                    f"unstated if not ({held} := {asked}) else ({alone},) if len({held}) == 1"
                    f" else [{self.outline(cls, each)} for {each} in {held}]"
                )
            case Many():
                return f"{asked} or unstated"
            case Pairs(value=Text()):
                usual, items = self._known("default", default), f"items_{next(self._numbers)}"
                # What is one needs no sorting.
                return (
                    f"unstated if ({held} := {asked}) is {usual} or not ({items} := {held}._items)"
                    f" else {items} if len({items}) == 1 else thawed_texts({held})"
                )
            case Pairs():
                usual = self._known("default", default)
                return f"unstated if ({held} := {asked}) is {usual} else thawed({held}) or unstated"
            case _ if default:
                # A text may be equal to the default and still be another object.
                usual = self._known("default", default)
                return f"{usual} if ({held} := {asked}) == {usual} else {held}"
            case _:  # there is only one empty text
                return asked

    def _known(self, sort: str, thing: object) -> str:
        """Return the name under which the function will know something."""
        name = f"{sort}_{next(self._numbers)}"
        self.given[name] = thing
        return name
