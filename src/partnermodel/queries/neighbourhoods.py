"""What is near to something: all that a few relations lead to."""

from __future__ import annotations

import attrs

from partnermodel.language.amounts import Number
from partnermodel.language.sayings import Name, Untold, saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.entities import Entity
from partnermodel.model.filters import adjacency
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.model.slips import refuse_slips
from partnermodel.queries.answers import Listing, named, typed
from partnermodel.queries.later import Later
from partnermodel.values.columns import column_of
from partnermodel.values.rows import Rows, rows_of
from partnermodel.values.table import Table
from partnermodel.values.text import shown
from partnermodel.values.unfrozen import unfrozen
from partnermodel.wording import worded


@attrs.frozen
class Neighbour(Later):
    """An entity in the neighbourhood of another.

    Attributes:
        entity: The entity.
        distance: The least number of relations that lead to it: 0 for the one that was asked about.
        through: The ids of the relations from it to what is one relation nearer, sorted.
    """

    entity: Entity
    distance: int
    through: tuple[str, ...]

    def _make_through(self) -> tuple[str, ...]:
        return tuple(sorted([relation.id for relation in self._of]))


@attrs.frozen
class Neighbourhood(Later, Listing[Neighbour]):
    """What `neighbourhood` returns: the entities around one, the nearest first, then by id.

    Who they are, how far, and by which relations is found at once; a `Neighbour` and the rows of the
    table are made when somebody looks at them.
    """

    items: tuple[Neighbour, ...]
    entity: Entity
    hops: int
    _rows: tuple[tuple[Untold, ...], ...] = attrs.field(repr=False, alias="rows")

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each entity: what it is, how far away, and by which relations.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        columns = ("entity", "id", "type", "distance", "through")
        name = Name(self.entity.name, "und", self.entity.names)
        caption = saying("neighbourhood-of", name=name, hops=self.hops)
        return Sheet(caption, columns, self._rows).table(language)

    def rows(self) -> Rows:
        """Return a row for each entity, for machines."""
        return rows_of(
            self.items,
            column_of("entity", "text", "entity.id"),
            column_of("name", "text", "entity.name"),
            column_of("type", "text", "entity.scheme"),
            column_of("distance", "integer"),
            column_of("through", "ids"),
        )

    def _make_items(self) -> tuple[Neighbour, ...]:
        entities = self._model.entities
        items = []
        for distance, ring in enumerate(self._of):
            for id, relations in sorted(ring.items()):
                one = _OpenNeighbour()
                one.entity = entities[id]
                one.distance = distance
                one._of = relations
                one.__class__ = Neighbour
                items.append(one)
        return tuple(items)

    def _make_rows(self) -> tuple[tuple[Untold, ...], ...]:
        return tuple(
            (
                named(self._model, one.entity),
                one.entity.id,
                typed(one.entity.scheme),
                Number(one.distance),
                ", ".join(one.through),
            )
            for one in self.items
        )


_OpenNeighbour, _OpenNeighbourhood = unfrozen(Neighbour), unfrozen(Neighbourhood)


@door
def neighbourhood(
    model: PartnerModel, id: str, *, hops: int = 2, kind: Codes = None, status: Codes = None
) -> Neighbourhood:
    """Return the entities within a number of relations of one, of whatever type, in either direction.

    Args:
        model: The model. To ask about a day, filter it first: `neighbourhood(model.at("2024"), id)`.
        id: The id of an entity.
        hops: The greatest number of relations from it; 0 is the entity alone.
        kind: Only by relations of this kind or a narrower one; or of any of several.
        status: Only by relations in this status or a narrower one; or in any of several.

    Returns:
        The entities, the nearest first, with the distance of each and the relations that lead nearer.

    Raises:
        UnknownIdError: No entity has the id.
        UnknownTermError: A kind or a status seems to be misspelt.
        ValueError: `hops` is not a whole number from 0 up.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, neighbourhood
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Organisation("b", "B"), Organisation("c", "C"),
        ...     Relation("a", "funds", "b"), Relation("c", "advises", "b"),
        ... ])
        >>> [(one.entity.id, one.distance) for one in neighbourhood(model, "a")]
        [('a', 0), ('b', 1), ('c', 2)]
    """
    entity = model.entity(id)
    if not isinstance(hops, int) or isinstance(hops, bool) or hops < 0:
        raise ValueError(worded("hops is a whole number from 0 up, not {hops}", hops=shown(hops)))
    refuse_slips(model, ("relation",), kind, "kind")
    refuse_slips(model, ("status",), status, "status")
    kinds = None if kind is None else model.codes("relation", kind)
    statuses = None if status is None else model.codes("status", status)
    around = model.once(adjacency)
    nobody: tuple[Relation, ...] = ()
    # Each ring is what is one relation farther than the last, with the relations that lead back to it.
    rings: list[dict[str, list[Relation]]] = [{entity.id: []}]
    seen = {entity.id}
    for _ in range(hops):
        ring: dict[str, list[Relation]] = {}
        for nearer in rings[-1]:
            for relation in around.get(nearer, nobody):
                other = relation.target
                if other == nearer:
                    other = relation.source
                if (
                    other not in seen
                    and (kinds is None or relation.kind in kinds)
                    and (statuses is None or relation.status in statuses)
                ):
                    if other in ring:
                        ring[other].append(relation)
                    else:
                        ring[other] = [relation]
        if not ring:
            break
        seen.update(ring)
        rings.append(ring)
    found = _OpenNeighbourhood()
    found.entity = entity
    found.hops = hops
    found._model = model
    found._of = rings
    found.__class__ = Neighbourhood
    return found  # type: ignore[no-any-return]  # it is closed now
