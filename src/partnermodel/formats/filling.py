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
from partnermodel.formats.twins import file_fields, unstated
from partnermodel.model.relations import Relation
from partnermodel.values.dates import DATE_RULE
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
        required: How many fields of `ends` and `looked_up` each outline states for certain.
        stated: Returns a list for each field of `taken` and `made`, of what some outlines state there.
        fill: Returns the records, and how many values of `looked_up` are stated that need not be. It is given
            the outlines, for each field of `looked_up` a table of texts and what adds a text to it, and for
            each field of `made` what is made of what is stated there.
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
        self.required = sum(not _may_be_left_out(field) for field in (*self.ends, *self.looked_up))
        self.stated = self._stated(cls)
        self.fill = self._fill(cls)

    def _room_of(self, field: Field, cls: type) -> list[Field]:
        rule = field.metadata[RULE]
        of_others = rule.item if isinstance(rule, Many) else rule
        if isinstance(of_others, Instance | Pairs | Json):
            return self.made
        if cls is Relation and rule is ID_RULE and field.default is attrs.NOTHING:
            return self.ends
        # What is a record's own, such as its id, a free text, its name or its number in a register, is seldom
        # said of another one. And there are so many days that to look for one takes longer than to read it.
        its_own = (
            _key(field) == "id"
            or rule is DATE_RULE
            or (rule in (LINE_RULE, BLOCK_RULE) and (cls in LISTS.values() or not _may_be_left_out(field)))
        )
        return self.looked_up if isinstance(rule, Text) and not its_own else self.taken

    def _stated(self, cls: type) -> Callable[..., tuple[list[Any], ...]]:
        name = f"stated_in_{cls.__name__}"
        fields = [*self.taken, *self.made]
        lists = {field.name: f"stated_{_key(field)}" for field in fields}
        always = [field for field in fields if not _may_be_left_out(field)]
        perhaps = [field for field in fields if _may_be_left_out(field)]
        lines = [
            f"def {name}(outlines):",
            *(
                f"    {lists[field.name]} = [outline.{_key(field)} for outline in outlines]"
                for field in always
            ),
            *(f"    {lists[field.name]} = []" for field in perhaps),
            *(["    for outline in outlines:"] if perhaps else []),
            *(
                f"        if (value := outline.{_key(field)}) is not unstated_{_key(field)}:"
                f" {lists[field.name]}.append(value)"
                for field in perhaps
            ),
            f"    return {''.join(f'{held}, ' for held in lists.values()) or '()'}",
        ]
        return function(name, lines, _unstated(perhaps))

    def _fill(self, cls: type) -> Callable[..., tuple[list[Any], int]]:
        name = f"fill_{cls.__name__}"
        made = [f"made_{_key(field)}" for field in self.made]
        known = [f"{sort}_{_key(field)}" for field in self.looked_up for sort in ("known", "learn")]
        lines = [
            f"def {name}({', '.join(['outlines', *known, *made])}):",
            "    filled, stated = [], 0",
            *(f"    {field.name} = None" for field in self.ends),
            *(f"    {one} = iter({one})" for one in made),
            "    for outline in outlines:",
            "        record = Unfrozen()",
            *(line for field in self.ends for line in _once_in_a_row(field)),
            *(line for field in self.looked_up for line in _looked_up(field)),
            *(f"        record.{field.name} = outline.{_key(field)}" for field in self.taken),
            *(f"        record.{field.name} = {_next_made(field)}" for field in self.made),
            *(f"        record.{field.name} = default_{_key(field)}" for field in self.withheld),
            "        record.__class__ = Frozen",
            "        filled.append(record)",
            "    return filled, stated",
        ]
        fields = [*self.looked_up, *self.taken, *self.made]
        defaults = {f"default_{_key(field)}": field.default for field in (*self.made, *self.withheld)}
        return function(
            name, lines, {"Frozen": cls, "Unfrozen": unfrozen(cls), **_unstated(fields), **defaults}
        )


@cache
def filler(cls: Any) -> Filler:
    """Return how the records of a class are filled."""
    return Filler(cls)


def _next_made(field: Field) -> str:
    key = _key(field)
    return f"default_{key} if outline.{key} is unstated_{key} else next(made_{key})"


def _looked_up(field: Field) -> Iterator[str]:
    """Yield what fills a field with the text that is kept of all that are equal."""
    key, indent = _key(field), " " * 8
    if _may_be_left_out(field):
        yield f"        if (value := outline.{key}) is unstated_{key}:"
        yield f"            record.{field.name} = unstated_{key}"
        yield "        else:"
        yield "            stated += 1"
        indent = " " * 12
    else:
        yield f"        value = outline.{key}"
    yield f"{indent}try:"
    yield f"{indent}    record.{field.name} = known_{key}[value]"
    yield f"{indent}except KeyError:"
    yield f"{indent}    record.{field.name} = learn_{key}(value)"


def _once_in_a_row(field: Field) -> Iterator[str]:
    """Yield what fills a field so that what many records in a row hold, as in a sorted file, is held once."""
    key = _key(field)
    yield f"        if {key} != outline.{key}:"
    yield f"            {key} = outline.{key}"
    yield f"        record.{field.name} = {key}"


def _may_be_left_out(field: Field) -> bool:
    return field.default is not attrs.NOTHING


def _unstated(fields: Sequence[Field]) -> dict[str, object]:
    """Return what stands in an outline for each field that is not stated."""
    return {f"unstated_{_key(field)}": unstated(field) for field in fields}


def _key(field: Field) -> str:
    return field.alias or field.name
