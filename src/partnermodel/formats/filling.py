"""How the records of one class are filled from their outlines: two functions, written from its fields.

A record is filled while it is not frozen, becomes what it is when all of it is there, and from then on
refuses every change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, TypeAlias

import attrs

from partnermodel.formats.generated import function
from partnermodel.formats.shape import LISTS
from partnermodel.formats.twins import file_fields
from partnermodel.model.relations import Relation
from partnermodel.values.fields import BLOCK_RULE, ID_RULE, LINE_RULE
from partnermodel.values.rules import RULE, Instance, Json, Many, Pairs, Text
from partnermodel.values.unfrozen import unfrozen

Field: TypeAlias = "attrs.Attribute[Any]"


class Filler:
    """How the records of one class are filled.

    Attributes:
        ends: The fields that hold the id of another record, at an end of a relation.
        looked_up: The fields whose values are looked up among the texts that their rule was asked about.
        taken: The fields whose values are taken as they are in the outlines, and looked at besides.
        made: The fields whose values are made of outlines, or of what outlines leave unread.
        withheld: The fields that the class refuses.
        columns: Returns a list for each field of `taken`, of what is stated, and for each field of
            `made`, of what all outlines hold.
        fill: Returns the records; it is given the outlines, a table for each field of `looked_up`, and the
            values of each field of `made`.
    """

    def __init__(self, cls: type) -> None:
        in_file = file_fields(cls)
        self.ends: list[Field] = []
        self.looked_up: list[Field] = []
        self.taken: list[Field] = []
        self.made: list[Field] = []
        for field in in_file.values():
            self._room_of(field, cls).append(field)
        self.withheld = [field for field in attrs.fields(cls) if _key(field) not in in_file]
        self.columns = self._columns(cls)
        self.fill = self._fill(cls)

    def _room_of(self, field: Field, cls: type) -> list[Field]:
        rule = field.metadata[RULE]
        of_others = rule.item if isinstance(rule, Many) else rule
        if isinstance(of_others, Instance | Pairs | Json):
            return self.made
        if cls is Relation and rule is ID_RULE and field.default is attrs.NOTHING:
            return self.ends
        # What is a record's own, such as its id, a name or a free text, is seldom said of another one.
        its_own = cls in LISTS.values() and (rule in (LINE_RULE, BLOCK_RULE) or _key(field) == "id")
        return self.looked_up if isinstance(rule, Text) and not its_own else self.taken

    def _columns(self, cls: type) -> Callable[..., tuple[list[Any], ...]]:
        name = f"columns_of_{cls.__name__}"
        lines = [
            f"def {name}(outlines):",
            "    return (",
            *(f"        [{_stated(field)}]," for field in self.taken),
            *(f"        [outline.{_key(field)} for outline in outlines]," for field in self.made),
            "    )",
        ]
        return function(name, lines, _defaults(self.taken))

    def _fill(self, cls: type) -> Callable[..., list[Any]]:
        name = f"fill_{cls.__name__}"
        made = [f"made_{_key(field)}" for field in self.made]
        known = [f"known_{_key(field)}" for field in self.looked_up]
        lines = [
            f"def {name}({', '.join(['outlines', *known, *made])}):",
            "    filled = []",
            *(f"    {field.name} = None" for field in self.ends),
            f"    for {''.join(f'value_{_key(field)}, ' for field in self.made)}outline in "
            f"zip({''.join(f'{column}, ' for column in made)}outlines):"
            if made
            else "    for outline in outlines:",
            "        record = Unfrozen()",
            *(line for field in self.ends for line in _once_in_a_row(field)),
            *(f"        record.{field.name} = {_looked_up(field)}" for field in self.looked_up),
            *(f"        record.{field.name} = outline.{_key(field)}" for field in self.taken),
            *(f"        record.{field.name} = value_{_key(field)}" for field in self.made),
            *(f"        record.{field.name} = default_{_key(field)}" for field in self.withheld),
            "        record.__class__ = Frozen",
            "        filled.append(record)",
            "    return filled",
        ]
        defaults = _defaults([*self.looked_up, *self.withheld])
        return function(name, lines, {"Frozen": cls, "Unfrozen": unfrozen(cls), **defaults})


@cache
def filler(cls: Any) -> Filler:
    """Return how the records of a class are filled."""
    return Filler(cls)


def _stated(field: Field) -> str:
    key = _key(field)
    if field.default is attrs.NOTHING:
        return f"outline.{key} for outline in outlines"
    return f"value for outline in outlines if (value := outline.{key}) is not default_{key}"


def _looked_up(field: Field) -> str:
    key = _key(field)
    if field.default is attrs.NOTHING:
        return f"known_{key}[outline.{key}]"
    return f"default_{key} if (value := outline.{key}) is default_{key} else known_{key}[value]"


def _once_in_a_row(field: Field) -> Iterator[str]:
    """Yield what fills a field so that what many records in a row hold, as in a sorted file, is held once."""
    key = _key(field)
    yield f"        if {key} != outline.{key}:"
    yield f"            {key} = outline.{key}"
    yield f"        record.{field.name} = {key}"


def _defaults(fields: Sequence[Field]) -> dict[str, object]:
    return {f"default_{_key(field)}": field.default for field in fields}


def _key(field: Field) -> str:
    return field.alias or field.name
