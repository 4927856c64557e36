"""A list of organisations from outside, looked up in a model: by id, by identifier or by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from partnermodel.errors import Suggestions
from partnermodel.model.catalogues import type_of
from partnermodel.model.entities import Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.model.nouns import type_word
from partnermodel.queries.callings import Callings, closed_up
from partnermodel.values.identifiers import Identifier
from partnermodel.values.text import folded, shown
from partnermodel.wording import Worded, alternatives, worded


@attrs.frozen
class Listed:
    """What an entry of a list means in a model.

    Attributes:
        asked: The texts of the list that mean it, as they were given.
        organisations: The ids of the organisations that it may mean: one, none, or several of one name.
        hint: What a person may look at when there is not exactly one; empty when nothing can be said.
    """

    asked: tuple[str, ...]
    organisations: tuple[str, ...]
    hint: str = ""


def looked_up(model: PartnerModel, given: Iterable[str | Identifier]) -> list[Listed]:
    """Return what each entry of a list means, in its order; entries that mean the same are one.

    An entry is an id, or else an identifier with or without its scheme, or else a whole name, in any
    language, or alias. Case, ё and е, quotation marks and spaces make no difference.

    Args:
        model: The model.
        given: The entries.
    """
    names = Suggestions(lambda: [name for one in model.organisations.values() for name in (one.id, one.name)])
    asked: dict[tuple[str, ...], list[str]] = {}
    hints: dict[tuple[str, ...], Worded] = {}
    for entry in dict.fromkeys((given,) if isinstance(given, str) else given):
        ids = tuple(_meant(model, entry))
        key = ids or ("", str(entry))
        asked.setdefault(key, []).append(str(entry))
        if not ids:
            hints[key] = _hint(model, str(entry), names)
        elif len(ids) > 1:
            hints[key] = worded("It may mean {ids}.", ids=alternatives(map(shown, ids)))
    return [Listed(tuple(texts), key if key[0] else (), hints.get(key, "")) for key, texts in asked.items()]


def _meant(model: PartnerModel, entry: str | Identifier) -> Iterator[str]:
    """Yield the ids of the organisations that an entry may mean."""
    if isinstance(entry, str) and entry in model.organisations:
        yield entry
        return
    needle = folded(str(entry))
    if not needle:
        return
    number = closed_up(str(entry))
    called = model.once(Callings)
    named: list[str] = []
    numbered: list[str] = []
    for place in called.holding(needle):
        entity = called.entities[place]
        if isinstance(entity, Organisation):
            if any(number in _written(one, entry) for one in entity.identifiers):
                numbered.append(entity.id)
            elif needle in called.texts(place):
                named.append(entity.id)
    yield from numbered or (named if isinstance(entry, str) else ())


def _written(identifier: Identifier, entry: str | Identifier) -> tuple[str, ...]:
    """Return how an identifier is written; whoever gives one with its scheme means no other scheme."""
    whole = closed_up(str(identifier))
    return (whole,) if isinstance(entry, Identifier) else (whole, closed_up(identifier.value))


def _hint(model: PartnerModel, entry: str, names: Suggestions) -> Worded:
    if entry in model:
        return worded(
            "{id} is of the type {type}, not organisation.",
            id=shown(entry),
            type=type_word(type_of(model[entry])),
        )
    return names.of(entry)
