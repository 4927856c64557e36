"""Find records by what people call them, or by what they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from partnermodel.language.sayings import Saying, Untold, in_english, saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.entities import Entity
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.model.slips import refuse_slips
from partnermodel.queries.answers import Listing, named, stated, typed
from partnermodel.queries.callings import Callings, closed_up
from partnermodel.queries.entity_types import EntityType, entity_types
from partnermodel.values.columns import column_of, fields_of
from partnermodel.values.rows import Rows, rows_of
from partnermodel.values.table import Phrase, Table
from partnermodel.values.text import folded, shown
from partnermodel.vocabulary.terms import ENTITY_TYPES


@attrs.frozen
class Match:
    """An entity that was found, and by what.

    Attributes:
        entity: The entity.
        field: Where the text was found: `id`, `name`, `names`, `aliases` or `identifiers`; empty when
            no text was looked for.
        value: What stands there.
        language: The language tag of a name or an alias, or None when it is not stated.
        scope: For an alias, the place in which it means this entity; None when it means it everywhere.
        exact: Whether the whole value is what was looked for.
    """

    entity: Entity
    field: str = ""
    value: str = ""
    language: str | None = None
    scope: str | None = None
    exact: bool = False


@attrs.frozen
class Found(Listing[Match]):
    """What `find` returns: matches, the exact ones first, and otherwise in the order of the model."""

    items: tuple[Match, ...]
    caption: str
    _caption: Saying = attrs.field(repr=False, alias="told")
    _rows: tuple[tuple[Untold, ...], ...] = attrs.field(repr=False, alias="rows")

    def table(self, *, language: str = "en") -> Table:
        """Return the matches as a table.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        columns = ("name", "id", "type", "kind", "found-in", "text")
        width = len(self._rows[0]) if self._rows else len(columns)
        return Sheet(self._caption, columns[:width], self._rows).table(language)

    def rows(self) -> Rows:
        """Return a row for each match, for machines."""
        return rows_of(
            self.items,
            column_of("entity", "text", "entity.id"),
            column_of("name", "text", "entity.name"),
            column_of("type", "text", "entity.scheme"),
            column_of("kind", "text", "entity.kind"),
            *fields_of(Match, instead={"entity": ()}),
        )


@door
def find(
    model: PartnerModel,
    text: str | None = None,
    *,
    type: EntityType | None = None,
    kind: Codes = None,
    status: Codes = None,
    scope: str | None = None,
) -> Found:
    """Return the entities that are called or numbered by a text, or are of a type, kind or status.

    Case, ё and е, quotation marks and spaces make no difference. The text is looked for within
    ids, names in every language and aliases; an identifier must be given whole, with or without the
    name of its scheme. A text of quotation marks and spaces alone is within nothing.

    Args:
        model: The model.
        text: What to look for, or None for any.
        type: Only entities of this class, or of the type of this name, such as `organisation`.
        kind: Only entities of this kind or a narrower one; or of any of several.
        status: Only entities in this status or a narrower one; or in any of several.
        scope: An ISO 3166 code. Aliases that mean something else there are passed over: an alias
            counts when its own scope is the same, wider, narrower, or not stated.

    Returns:
        Each entity once, with the best reason for it.

    Raises:
        ValueError: The type is none of an entity.
        UnknownTermError: A kind or a status seems to be misspelt.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, find
        >>> college = Organisation("college", "College “Yolka”", kind="vocational-college")
        >>> model = PartnerModel("Town", [college])
        >>> [match.entity.id for match in find(model, "yolka", kind="educational-institution")]
        ['college']
    """
    refuse_slips(model, ("status",), status, "status")
    wanted_status = None if status is None else model.codes("status", status)
    wanted_kinds: dict[str, frozenset[str]] = {}
    types = None if type is None else entity_types(type)
    refuse_slips(model, tuple(types or ENTITY_TYPES), kind, "kind")
    needle = None if text is None else folded(text)
    scope = None if scope is None else scope.upper()
    called = None if needle is None else model.once(Callings)
    matches: list[Match] = []
    for place, entity in _candidates(model, called, needle):
        if types is not None and entity.scheme not in types:
            continue
        if kind is not None:
            if entity.scheme not in wanted_kinds:
                wanted_kinds[entity.scheme] = model.codes(entity.scheme, kind)
            if entity.kind not in wanted_kinds[entity.scheme]:
                continue
        if wanted_status is not None and entity.status not in wanted_status:
            continue
        if called is None or needle is None:
            matches.append(Match(entity))
            continue
        found = _matches(entity, called.texts(place), needle, scope)
        if best := min(found, key=lambda match: not match.exact, default=None):
            matches.append(best)
    matches.sort(key=lambda match: not match.exact)
    caption = _caption(len(matches), text, model.name)
    rows = tuple(_row(model, match) for match in matches)
    return Found(tuple(matches), in_english(caption), caption, rows)


def _caption(count: int, text: str | None, name: str) -> Saying:
    if text is None:
        return saying("found", count=count, name=name) if count else saying("found-nothing", name=name)
    if not count:
        return saying("found-nothing-for", text=shown(text), name=name)
    return saying("found-for", count=count, text=shown(text), name=name)


def _candidates(
    model: PartnerModel, called: Callings | None, needle: str | None
) -> Iterable[tuple[int, Entity]]:
    """Return the entities that may be found, each with its place among all."""
    if called is None or needle is None:
        return enumerate(model.entities.values())
    return ((place, called.entities[place]) for place in called.holding(needle))


def _row(model: PartnerModel, match: Match) -> tuple[Untold, ...]:
    entity = match.entity
    what = named(model, entity), entity.id, typed(entity.scheme), stated(model, entity.scheme, entity.kind)
    if not match.field:
        return what
    where = saying(f"found-in-{match.field}")
    if match.scope:
        where = saying("found-in-scope", where=where, scope=match.scope)
    language = model.language if match.field == "name" else match.language or "und"
    return *what, where, Phrase(match.value, language)


def _matches(entity: Entity, texts: list[str], needle: str, scope: str | None) -> Iterator[Match]:
    """Yield the places at which an entity has a folded text, the plainest first.

    Args:
        entity: The entity.
        texts: Its own texts, folded, in the order in which they are looked at here.
        needle: The folded text.
        scope: Where it is looked for.
    """
    folded_texts = iter(texts)
    for field, value, language in (
        ("name", entity.name, None),
        *(("names", name, language) for language, name in sorted(entity.names.items())),
        ("id", entity.id, None),
    ):
        if _within(needle, found := next(folded_texts)):
            yield Match(entity, field, value, language, exact=needle == found)
    for alias, found in zip(entity.aliases, folded_texts, strict=True):
        if _within(needle, found) and scopes_meet(scope, alias.scope):
            yield Match(entity, "aliases", alias.name, alias.language, alias.scope, needle == found)
    for identifier in entity.identifiers:
        if needle.replace(" ", "") in (closed_up(identifier.value), closed_up(str(identifier))):
            yield Match(entity, "identifiers", str(identifier), exact=True)


def _within(needle: str, text: str) -> bool:
    """Return whether a text holds another; nothing at all is held only by nothing at all."""
    return needle in text if needle else not text


def scopes_meet(one: str | None, other: str | None) -> bool:
    """Return whether two ISO 3166 codes have ground in common; what is not stated is everywhere.

    Example:
        >>> scopes_meet("RU", "RU-OMS"), scopes_meet("RU-OMS", "RU-TOM")
        (True, False)
    """
    if one is None or other is None or one == other:
        return True
    return one.startswith(f"{other}-") or other.startswith(f"{one}-")
