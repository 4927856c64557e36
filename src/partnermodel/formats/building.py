"""From outlines to records, quickly: the same rules as the constructors', asked once of each different value.

A register says the same few things many times: statuses, kinds, the ids at the ends of relations,
citations. So the outlines of all records of a type are turned into columns, one a field, and
each different value of a column is checked, built and kept once. Records are filled through their
slots, as `pickle` and `copy` fill them, for their constructors would ask every rule of every value
again. Every step runs over a whole column in one call, and in its order: to jump about in memory
costs more than to compute.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import chain, islice, repeat
from typing import Any, TypeVar

import attrs
import msgspec
from msgspec.structs import astuple

from partnermodel.formats.duplicate_keys import is_unique
from partnermodel.formats.twins import UNSTATED, decoder_of_many, file_fields
from partnermodel.values.enforcement import contradictions_of
from partnermodel.values.fields import CODE_RULE, ID_RULE
from partnermodel.values.mapping import frozen, frozen_texts
from partnermodel.values.rules import RULE, Instance, Json, Many, Pairs, Rule, Text
from partnermodel.vocabulary.vocabulary import STANDARD

T = TypeVar("T")

Column = Iterable[Any]
Places = Iterable[int]

_REFUSED = object()


# So many values of a class are looked at before it is told whether enough of them are alike.
_TRIED = 2000


@attrs.define
class _Shelf:
    """The values of a class by what they hold, for as long as it is worth the time to look for them."""

    known: dict[Any, Any] = attrs.field(factory=dict)
    seen: int = 0
    worth: bool = True


class Builder:
    """Makes the records of one document, and shares among them what they have in common."""

    def __init__(self) -> None:
        self._values: dict[type, _Shelf] = {}
        # Whether any value was refused: to look for one among good ones would compare it with each of them.
        self._refused = False
        # What was found right, by its rule; the words of the standard vocabulary are.
        self._known: dict[Rule, dict[Any, Any]] = {CODE_RULE: {code: code for code in _standard_codes()}}

    def built(self, cls: type[T], outlines: Sequence[Any]) -> tuple[list[T], set[int]]:
        """Return a record for each outline, and the places of those that break a rule.

        Args:
            cls: The class of the records, or of other values.
            outlines: What was decoded.

        Returns:
            The records, in the same order, and the places of those that must not be used.
        """
        made = list(map(cls.__new__, repeat(cls, len(outlines))))
        doubtful: set[int] = set()
        columns = _columns(cls, outlines)
        for field in attrs.fields(cls):  # type: ignore[arg-type]  # they all are attrs classes
            column = columns.get(field.alias or field.name)
            values: Column
            if column is None:  # withheld from the class, or there is no record at all
                values = repeat(field.default)
            else:
                rule = field.metadata[RULE]
                values, refused = self._reader(rule)(rule, field.default, column)
                doubtful.update(refused)
            if hasattr(cls, field.name):
                deque(map(getattr(cls, field.name).__set__, made, values), maxlen=0)
            else:  # a class without slots
                deque(map(object.__setattr__, made, repeat(field.name), values), maxlen=0)
        if (contradictions := contradictions_of(cls)) is not None:
            doubtful.update(
                place
                for place, value in enumerate(made)
                if place not in doubtful and next(contradictions(value), None) is not None
            )
        return made, doubtful

    def _reader(self, rule: Rule) -> Callable[[Any, Any, Sequence[Any]], tuple[Column, Places]]:
        match rule:
            case Instance():
                return self._instances
            case Many(item=Instance()):
                return self._groups
            case Pairs() | Json():
                return self._mappings
            case _:
                return self._leaves

    def _leaves(self, rule: Rule, default: Any, column: Sequence[Any]) -> tuple[Column, Places]:
        """Return the values of a column of texts or numbers, and the places of those that are refused."""
        if column[0] is default and column.count(default) == len(column):
            return repeat(default), ()
        known = self._known.setdefault(rule, {}) if isinstance(rule, Text) else {}
        known[default] = default
        try:
            return list(map(known.__getitem__, column)), ()
        except KeyError:
            pass
        different = dict.fromkeys(column)
        fresh = [value for value in different if value not in known]
        if not (rule.accepts_all(fresh) if isinstance(rule, Text) else all(map(rule.accepts, fresh))):
            refused = {value for value in fresh if not rule.accepts(value)}
            return column, [place for place, value in enumerate(column) if value in refused]
        if rule is ID_RULE or len(known) < _TRIED or 2 * len(fresh) <= len(column):
            known.update(zip(fresh, fresh, strict=True))
            return list(map(known.__getitem__, column)), ()
        return column, ()

    def _instances(self, rule: Instance, default: Any, column: Sequence[Any]) -> tuple[Column, Places]:
        """Return the values of a column of outlines, and the places of those that are refused."""
        stated = [outline for outline in column if outline is not default]
        if not stated:
            return repeat(default), ()
        made = iter(self._shared(rule.cls, stated))
        values = [default if outline is default else next(made) for outline in column]
        return values, self._places(values)

    def _groups(self, rule: Any, default: Any, column: Sequence[Any]) -> tuple[Column, Places]:
        """Return the tuples of a column of tuples of outlines, and the places of those that are refused."""
        outlines = list(chain.from_iterable(column))
        if not outlines:
            return repeat(default), ()
        made = self._shared(rule.item.cls, outlines)
        # Of a value that many records share, the tuple that holds it alone is shared as well.
        alone = {id(value): (value,) for value in made}
        items = iter(made)
        groups = [
            alone[id(next(items))] if len(group) == 1 else tuple(islice(items, len(group)))
            for group in column
        ]
        if self._refused:
            return groups, [place for place, group in enumerate(groups) if _REFUSED in group]
        return groups, ()

    def _shared(self, cls: Any, outlines: Sequence[Any]) -> Sequence[Any]:
        """Return the value of each outline, or that it is refused; where many are alike, they are shared."""
        shelf = self._values.setdefault(cls, _Shelf())
        if not shelf.worth:
            return self._all(cls, outlines)
        rows = list(map(astuple, outlines))
        known = shelf.known
        try:
            found = list(map(known.get, rows))
        except TypeError:  # they hold what is unread, and cannot be compared
            shelf.worth = False
            return self._all(cls, outlines)
        missing = [place for place, value in enumerate(found) if value is None]
        fresh = {rows[place]: outlines[place] for place in missing}
        known.update(zip(fresh, self._all(cls, list(fresh.values())), strict=True))
        for place in missing:
            found[place] = known[rows[place]]
        shelf.seen += len(rows)
        shelf.worth = shelf.seen < _TRIED or 4 * len(known) < 3 * shelf.seen
        return found

    def _all(self, cls: Any, outlines: Sequence[Any]) -> Sequence[Any]:
        made, doubtful = self.built(cls, outlines)
        for place in doubtful:
            made[place] = _REFUSED
            self._refused = True
        return made

    def _mappings(self, rule: Any, default: Any, column: Sequence[Any]) -> tuple[Column, Places]:
        """Return the values of a column of unread texts, and the places of those that are refused."""
        if column.count(UNSTATED) == len(column):
            return repeat(default), ()
        texts = list(map(bytes, column))
        known = self._known.setdefault(rule, {})
        known[b""] = default
        fresh = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(fresh, self._read(rule, fresh), strict=True))
        values = list(map(known.__getitem__, texts))
        return values, self._places(values)

    def _places(self, values: Sequence[Any]) -> Places:
        """Return the places of what is refused."""
        return [place for place, value in enumerate(values) if value is _REFUSED] if self._refused else ()

    def _read(self, rule: Any, texts: Sequence[bytes]) -> Sequence[Any]:
        """Return the value of each text: all of them are read in one piece, or by halves if one is bad."""
        whole = b"[" + b",".join(texts) + b"]"
        try:
            decoded = decoder_of_many(rule).decode(whole)
            good = is_unique(whole, decoded)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            good = False
        if good and _all_accepted(rule, decoded):
            return list(map(frozen_texts, decoded))
        if good and all(map(rule.accepts, decoded)):
            return list(map(frozen, decoded))
        self._refused = True
        if good:
            return [frozen(value) if rule.accepts(value) else _REFUSED for value in decoded]
        if len(texts) == 1:
            return [_REFUSED]
        half = len(texts) // 2
        return [*self._read(rule, texts[:half]), *self._read(rule, texts[half:])]


@cache
def _standard_codes() -> tuple[str, ...]:
    return tuple({code for scheme in STANDARD.schemes for code in STANDARD.codes(scheme)})


def _columns(cls: type, outlines: Sequence[Any]) -> dict[str, list[Any]]:
    """Return the values of each field, by its key."""
    if not outlines:
        return {}
    cells = list(chain.from_iterable(map(astuple, outlines)))
    width = len(cells) // len(outlines)
    return {key: cells[place::width] for place, key in enumerate(file_fields(cls))}


def _all_accepted(rule: Any, decoded: Sequence[Any]) -> bool:
    """Return whether mappings of text to text all keep their rule; False of any other mapping."""
    return (
        isinstance(rule, Pairs)
        and isinstance(rule.value, Text)
        and rule.key.accepts_all(set(chain.from_iterable(decoded)))
        and rule.value.accepts_all(chain.from_iterable(map(dict.values, decoded)))
    )
