"""A model as tables in memory: one for each type, or one of all nodes and one of all edges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from partnermodel.formats.shape import LISTS
from partnermodel.formats.tables.writing.flat_rows import flat_rows
from partnermodel.formats.tables.writing.heads import all_used, heads
from partnermodel.model.doors import door
from partnermodel.model.entities import ENTITY_CLASSES
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.values.collector import collector_paused
from partnermodel.values.columns import Column
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.rows import Rows

_ENTITIES = [key for key, cls in LISTS.items() if cls is not Relation]


@door
def tables(model: PartnerModel) -> FrozenMap[str, Rows]:
    """Return a model as tables: a table for each type of which it has a record, a row for each record.

    They are what `save_tables` writes, before it is written. A table has the columns that some record of
    its type uses, and None where a record does not. Whole numbers and truth values are what they are, all
    else is text; nothing is left out. The reference of tables says what stands in each column.

    Args:
        model: The model.

    Returns:
        The tables by the name of their list in the document: `organisations`, …, `relations`. Each is
        taken by `pyarrow.table` and `polars.DataFrame` as it is, and has `to_pandas` and `to_polars`.

    Example:
        >>> from partnermodel import Organisation, Relation
        >>> model = PartnerModel("Town", [Organisation("a", "A"), Organisation("b", "B", size=3),
        ...                               Relation("a", "funds", "b")])
        >>> list(tables(model))
        ['organisations', 'relations']
        >>> tables(model)["organisations"][1]
        {'id': 'b', 'name': 'B', 'status': 'unknown', 'size': 3}
    """
    found = {}
    with collector_paused():
        for key, cls in LISTS.items():
            rows = flat_rows(getattr(model, key).values())
            if rows:
                found[key] = _rows(heads([cls], all_used(rows)), rows)
    return FrozenMap(found)


@door
def node_table(model: PartnerModel) -> Rows:
    """Return all entities of a model as one table, as libraries of graphs take it.

    Args:
        model: The model.

    Returns:
        A row for each entity: its `id`, its `type`, such as `organisation`, and then the columns of
        `tables`, None where an entity does not use them.

    Example:
        >>> from partnermodel import Organisation
        >>> node_table(PartnerModel("Town", [Organisation("a", "A")]))[0]
        {'id': 'a', 'type': 'organisation', 'name': 'A', 'status': 'unknown'}
    """
    entities = [record for key in _ENTITIES for record in getattr(model, key).values()]
    rows = [{"type": entity.scheme, **row} for entity, row in zip(entities, flat_rows(entities), strict=True)]
    id, *others = heads(ENTITY_CLASSES, {"id", "name", *all_used(rows)})
    return _rows((id, Column("type", "text"), *others), rows)


@door
def edge_table(model: PartnerModel) -> Rows:
    """Return all relations of a model as one table, as libraries of graphs take it.

    Args:
        model: The model.

    Returns:
        A row for each relation: `source` and `target` first, then `kind` and, if any has one, `role`,
        then its `id`, derived where none was given, and the other columns of `tables`.

    Example:
        >>> from partnermodel import Organisation, Relation
        >>> town = [Organisation("a", "A"), Organisation("b", "B"), Relation("a", "funds", "b")]
        >>> edge_table(PartnerModel("Town", town))[0]
        {'source': 'a', 'target': 'b', 'kind': 'funds', 'id': 'a/funds/b', 'status': 'unknown'}
    """
    relations = model.relations.values()
    rows = [{**row, "id": relation.id} for relation, row in zip(relations, flat_rows(relations), strict=True)]
    return _rows(heads([Relation], {"source", "target", "kind", "id", *all_used(rows)}), rows)


def _rows(columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]) -> Rows:
    names = [one.name for one in columns]
    return Rows(tuple(columns), tuple(tuple(map(row.get, names)) for row in rows))


def tables_to_write(model: PartnerModel) -> Mapping[str, Rows]:
    """Return the tables of a model; of a model without records one without rows, so that there is a file."""
    return tables(model) or {"organisations": Rows((Column("id", "text"), Column("name", "text")), ())}
