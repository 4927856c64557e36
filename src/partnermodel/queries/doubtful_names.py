"""Doubts about what things are called: names, identifiers, ids and aliases that may mean one thing or two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from partnermodel.errors import Issue
from partnermodel.model.entities import Entity
from partnermodel.model.model import PartnerModel
from partnermodel.queries.answers import doubtful
from partnermodel.queries.callings import Callings
from partnermodel.queries.lookup import scopes_meet
from partnermodel.queries.matching.identities import are_branches, telling
from partnermodel.queries.sharing import Sharing
from partnermodel.values.homoglyphs import strays, unmixed
from partnermodel.values.text import folded, shown
from partnermodel.wording import Worded, worded

T = TypeVar("T")


def likely_duplicates(model: PartnerModel) -> Iterator[Issue]:
    """Yield entities of one type with the same name or identifier, and ids that differ only in looks.

    This is the first step of `find_duplicates`, which asks for more: identifiers are compared by the same
    rule, and names that are the same here are the same there. Legal forms and the like are left to it, as
    they take ten times as long, and who checks a file at every save must not wait.
    """
    hint = worded("If they are one, keep one; if not, tell them apart in their names.")
    names: Sharing[tuple[str, str]] = Sharing()
    numbers: Sharing[tuple[str, str, str]] = Sharing()
    looks: Sharing[str] = Sharing()
    called = model.once(Callings)
    for place, entity in enumerate(called.entities):
        scheme, texts = entity.scheme, called.texts(place)
        for name in _folded_names(entity, texts):
            names.add((scheme, name), entity)
        if entity.identifiers:
            for identifier in telling(entity):
                numbers.add((scheme, identifier.scheme, identifier.value), entity)
        looks.add(texts[1 + len(entity.names)], entity)
    for field, code, shared in (
        ("name", "same-name", names),
        ("identifiers", "same-identifier", numbers),
        ("id", "look-alike-id", looks),
    ):
        seen: set[tuple[str, ...]] = set()
        for cluster in shared.clusters():
            first, *others = cluster
            ids = tuple([one.id for one in cluster])
            if ids not in seen and not (code == "same-identifier" and are_branches(cluster)):
                seen.add(ids)
                message = _alike(code, _some(ids[1:]))
                value = None if code == "same-identifier" else getattr(first, field)
                yield doubtful(first, field, code, message, hint, *others, value=value)


def _folded_names(entity: Entity, texts: list[str]) -> list[str]:
    """Return the folded names of an entity, the plain one first, then the others in their own order.

    Args:
        entity: The entity.
        texts: Its folded texts: the plain name, and the others in the order of their languages.
    """
    number = len(entity.names)
    if number < 2:
        return texts[: 1 + number]
    in_language = dict(zip(sorted(entity.names), texts[1:], strict=False))
    return [texts[0], *[in_language[language] for language in entity.names]]


def _alike(code: str, ids: str) -> Worded:
    """Return in what two entities or more are alike."""
    match code:
        case "same-name":
            return worded("it is called the same as {ids}", ids=ids)
        case "same-identifier":
            return worded("it has the same identifier as {ids}", ids=ids)
    return worded("it has an id that looks like that of {ids}", ids=ids)


def _some(ids: Iterable[str]) -> str:
    first, rest = (given := list(ids))[:5], len(given) - 5
    told = ", ".join(map(shown, first))
    return worded("{some} and {rest} more", some=told, rest=rest) if rest > 0 else told


def ambiguous_aliases(model: PartnerModel) -> Iterator[Issue]:
    """Yield aliases that mean two entities of one type in one place."""
    held: dict[tuple[str, str], dict[str, list[int]]] = {}
    for entity in model.entities.values():
        for number, alias in enumerate(entity.aliases):
            holders = held.setdefault((entity.scheme, folded(alias.name)), {})
            holders.setdefault(entity.id, []).append(number)
    for holders in held.values():
        scopes = {
            id: frozenset(model.entity(id).aliases[number].scope for number in numbers)
            for id, numbers in holders.items()
        }
        asked: set[frozenset[str | None]] = set()
        for place, (id, numbers) in enumerate(holders.items()):
            # Whoever meets one holder meets every other that has the same scopes: one issue says it all.
            if scopes[id] in asked:
                continue
            asked.add(scopes[id])
            others = [
                other
                for other in list(holders)[place + 1 :]
                if any(scopes_meet(one, two) for one in scopes[id] for two in scopes[other])
            ]
            if others:
                name = model.entity(id).aliases[numbers[0]].name
                field, hint = f"aliases[{numbers[0]}].name", worded("Give each a scope of its own.")
                message = worded("the alias {name} means {ids} as well", name=shown(name), ids=_some(others))
                meant = (model[other] for other in others)
                yield doubtful(model[id], field, "ambiguous-alias", message, hint, *meant, value=name)


_PADDING = re.compile(r"^\s|\s\s|\s$")


def padded_names(model: PartnerModel) -> Iterator[Issue]:
    """Yield names and aliases with spaces at their ends, or two in a row."""
    for entity, field, text, mended in _names(model, _without_padding):
        message = worded("{text} has spaces too many", text=shown(text))
        hint = worded("Write {value}.", value=shown(mended, 1000))
        yield doubtful(entity, field, "padded-name", message, hint, value=text)


def _without_padding(text: str) -> str | None:
    """Return a text without the spaces that are too many in it, or None if none are."""
    if " ".join(text.split()) == text or not _PADDING.search(text):
        return None
    return re.sub(r"(\s)\s+", r"\1", text.strip())


def mixed_names(model: PartnerModel) -> Iterator[Issue]:
    """Yield names and aliases with a word of two alphabets, which nobody who looks for it finds."""
    for entity, field, text, (word, letters) in _names(model, strays):
        message = _mixed(shown(word), shown(letters), latin=letters.isascii())
        hint = worded("Write {value}.", value=shown(unmixed(text), 1000))
        yield doubtful(entity, field, "mixed-name", message, hint, value=text)


def _mixed(word: str, letters: str, *, latin: bool) -> Worded:
    if latin:
        return worded("in {word}, {letters} is Latin among Cyrillic letters", word=word, letters=letters)
    return worded("in {word}, {letters} is Cyrillic among Latin letters", word=word, letters=letters)


def _names(model: PartnerModel, look: Callable[[str], T | None]) -> Iterator[tuple[Entity, str, str, T]]:
    """Yield the names and aliases in which something is found: whose, in which field, the name, and what.

    Args:
        model: The model.
        look: Returns what there is to be said of a name, or None for nothing.
    """
    for entity in model.entities.values():
        if (found := look(entity.name)) is not None:
            yield entity, "name", entity.name, found
        if entity.names:
            for language, name in entity.names.items():
                if (found := look(name)) is not None:
                    yield entity, f"names[{shown(language)}]", name, found
        for number, alias in enumerate(entity.aliases):
            if (found := look(alias.name)) is not None:
                yield entity, f"aliases[{number}].name", alias.name, found
