"""From outlines to records, quickly: the same rules as the constructors', asked once of each different value.

A register says the same few things many times: statuses, kinds, the ids at the ends of relations,
citations. So each different text is checked and kept once, and what else a field holds is looked at for
all records of a piece in one go. Records are filled without their constructors (see `filling`), which would
ask every rule of every value again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from functools import cache
from itertools import chain, islice
from operator import attrgetter
from typing import Any, TypeVar

import msgspec
from msgspec.structs import astuple

from partnermodel.formats.duplicate_keys import colons_of, is_unique
from partnermodel.formats.filling import Field, filler
from partnermodel.formats.sharing import Alike, Known
from partnermodel.formats.twins import decoder_of_many, unstated
from partnermodel.values.enforcement import disagreement_of
from partnermodel.values.fields import CODE_RULE, ID_RULE
from partnermodel.values.mapping import frozen, frozen_texts
from partnermodel.values.rules import RULE, Instance, Many, Pairs, Rule, Text
from partnermodel.vocabulary.vocabulary import STANDARD

T = TypeVar("T")

_REFUSED = object()


class Builder:
    """Makes the records of one document, and shares among them what they have in common.

    Args:
        ends_sought: Whether each end of a relation will be looked for among the ids of the other records:
            then it need not be looked at here, for what is found there is right.

    Attributes:
        keys: How many colons there must be in what was read, unless one is written as an escape: one after
            each key that was kept, and those in what was left unread or is shared. A key that was lost is not
            counted, nor one that may say the default, nor a colon in another text, so if there are no more
            in a file, no key of it was lost.
    """

    def __init__(self, *, ends_sought: bool = False) -> None:
        self._ends_sought = ends_sought
        self._values: defaultdict[type | Rule, Alike] = defaultdict(Alike)
        # Whether any value was refused: to look for one among good ones would compare it with each of them.
        self._refused = False
        # What was looked at, by its rule; the words of the standard vocabulary are right.
        self._known: dict[Rule, Known] = {
            CODE_RULE: Known(CODE_RULE, {code: code for code in _standard_codes()}),
            ID_RULE: Known(ID_RULE),
        }
        self.keys = 0

    @property
    def cited(self) -> Set[str]:
        """The ids of all documents that were cited: no other text is looked up by the rule of ids."""
        return self._known[ID_RULE].texts.keys()

    def built(self, cls: type[T], outlines: Sequence[Any]) -> tuple[list[T], set[int]]:
        """Return a record for each outline, and the places of those that break a rule.

        Args:
            cls: The class of the records, or of other values.
            outlines: What was decoded.

        Returns:
            The records, in the same order, and the places of those that must not be used.
        """
        way = filler(cls)  # type: ignore[arg-type]  # a class can be hashed
        doubtful: set[int] = set()
        columns = way.stated(outlines)
        self.keys += way.required * len(outlines) + sum(map(len, columns))
        stated = iter(columns)
        for field, values in zip(way.taken, stated, strict=False):
            self._take(field, values, outlines, doubtful)
        made_of = [
            self._made(field, values, outlines, doubtful)
            for field, values in zip(way.made, stated, strict=True)
        ]
        tables = [self._table(field) for field in way.looked_up]
        if not self._ends_sought:
            for field in way.ends:
                self._take(field, list(map(_getter(field), outlines)), outlines, doubtful)
        known = chain.from_iterable((table.texts, table.learn) for table in tables)
        made, counted = way.fill(outlines, *known, *made_of)
        self.keys += counted
        for field, table in zip(way.looked_up, tables, strict=True):
            if table.refused:
                doubtful.update(_places_of(field, outlines, table.refused))
        if (disagreeing := disagreement_of(cls)) is not None:
            doubtful.update(disagreeing(made, doubtful))
        return made, doubtful

    def _table(self, field: Field) -> Known:
        """Return the texts of a rule that were looked at."""
        rule = field.metadata[RULE]
        table = self._known.get(rule)
        if table is None:
            table = self._known[rule] = Known(rule)
        return table

    def _take(self, field: Field, stated: list[Any], outlines: Sequence[Any], doubtful: set[int]) -> None:
        """Look at what is stated in a field; add the places of what is refused."""
        rule = field.metadata[RULE]
        if not (rule.accepts_all(stated) if isinstance(rule, Text) else all(map(rule.accepts, stated))):
            refused = {value for value in stated if not rule.accepts(value)}
            doubtful.update(_places_of(field, outlines, refused))

    def _made(
        self, field: Field, stated: Sequence[Any], outlines: Sequence[Any], doubtful: set[int]
    ) -> Sequence[Any]:
        """Return what is made of what is stated in a field; add the places of what is refused."""
        if not stated:
            return ()
        match field.metadata[RULE]:
            case Instance(cls=cls):
                values = self._values_of(cls, stated)
            case Many(item=Instance(cls=cls)):
                values = self._tuples(cls, stated)
            case rule:
                values = self._mappings(rule, stated)
        if self._refused:
            places = _places_of_stated(field, outlines)
            doubtful.update(place for place, value in zip(places, values, strict=True) if _is_refused(value))
        return values

    def _tuples(self, cls: Any, stated: Sequence[Any]) -> Sequence[Any]:
        """Return the tuple of values that each tuple of outlines stands for."""
        made = self._values_of(cls, list(chain.from_iterable(stated)))
        if not self._values[cls].worth:
            return _grouped(made, stated)
        # Of a value that many records share, the tuple that holds it alone is shared as well.
        alone = {id(value): (value,) for value in made}
        items = iter(made)
        return [
            alone[id(next(items))] if len(group) == 1 else tuple(islice(items, len(group)))
            for group in stated
        ]

    def _values_of(self, cls: Any, outlines: Sequence[Any]) -> Sequence[Any]:
        """Return the value of each outline, or that it is refused; where many are alike, they are shared."""
        alike = self._values[cls]
        if not alike.worth:
            return self._all(cls, outlines)
        rows = list(map(astuple, outlines))
        known = alike.known
        try:
            found = list(map(known.get, rows))
        except TypeError:  # they hold what is unread, and cannot be compared
            alike.worth = False
            return self._all(cls, outlines)
        keys = self.keys + colons_of(outlines)
        missing = [place for place, value in enumerate(found) if value is None]
        fresh = {rows[place]: outlines[place] for place in missing}
        known.update(zip(fresh, self._all(cls, list(fresh.values())), strict=True))
        self.keys = keys  # also of those that were there
        for place in missing:
            found[place] = known[rows[place]]
        alike.weigh(len(rows))
        return found

    def _all(self, cls: Any, outlines: Sequence[Any]) -> Sequence[Any]:
        made, doubtful = self.built(cls, outlines)
        for place in doubtful:
            made[place] = _REFUSED
            self._refused = True
        return made

    def _mappings(self, rule: Any, stated: Sequence[Any]) -> Sequence[Any]:
        """Return the mapping that each unread text stands for."""
        texts = list(map(bytes, stated))
        self.keys += b"".join(texts).count(b":")
        alike = self._values[rule]
        if not alike.worth:
            return self._read(rule, texts)
        known = alike.known
        fresh = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(fresh, self._read(rule, fresh), strict=True))
        alike.weigh(len(texts))
        return [known[text] for text in texts]

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


def _grouped(values: Sequence[Any], groups: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """Return values, that were made of all items of some groups, in tuples as long as the groups."""
    found: list[tuple[Any, ...]] = []
    place = 0
    for group in groups:
        if len(group) == 1:  # as most are, and this is quicker than a slice
            found.append((values[place],))
            place += 1
        else:
            end = place + len(group)
            found.append(tuple(values[place:end]))
            place = end
    return found


def _getter(field: Field) -> Callable[[Any], Any]:
    """Return what gets from an outline the value of a field."""
    return attrgetter(field.alias or field.name)


def _places_of_stated(field: Field, outlines: Sequence[Any]) -> list[int]:
    """Return the places of the outlines that state something in a field."""
    blank = unstated(field)
    return [place for place, value in enumerate(map(_getter(field), outlines)) if value is not blank]


def _places_of(field: Field, outlines: Sequence[Any], refused: set[Any]) -> Iterable[int]:
    """Return the places of the outlines that hold a refused value in a field; a default is not looked at."""
    default = field.default
    return [
        place
        for place, value in enumerate(map(_getter(field), outlines))
        if value in refused and value is not default
    ]


def _is_refused(value: Any) -> bool:
    """Return whether a value, or one of a tuple of values, is refused."""
    return value is _REFUSED or (isinstance(value, tuple) and any(one is _REFUSED for one in value))


def _all_accepted(rule: Any, decoded: Sequence[Any]) -> bool:
    """Return whether mappings of text to text all keep their rule; False of any other mapping."""
    return (
        isinstance(rule, Pairs)
        and isinstance(rule.value, Text)
        and rule.key.accepts_all(set(chain.from_iterable(decoded)))
        and rule.value.accepts_all(list(chain.from_iterable(map(dict.values, decoded))))
    )
