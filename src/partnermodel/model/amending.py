"""Records more, or others in their place: what that touches is looked at, and all else is shared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from partnermodel.model.circles import family
from partnermodel.model.entities import Document, Entity
from partnermodel.model.relations import Record, Relation
from partnermodel.model.shelves import R, Shelf, Shelves, in_order, together
from partnermodel.vocabulary.vocabulary import Vocabulary


def amended(whole: Shelves, records: Sequence[Record], vocabulary: Vocabulary) -> Shelves | None:
    """Return records with others added, or put in the place of those whose ids they have.

    Whether the outcome holds together is found by looking at what the new ones touch. When it does
    not, nothing is said of why: `integrity_faults` is asked, who looks at everything and words it.

    Args:
        whole: Records that hold together.
        records: Those that are added.
        vocabulary: What the kinds of relation allow at their ends.

    Returns:
        All of them, or None when something of what is touched does not fit.
    """
    new = {record.id: record for record in records}
    if len(new) < len(records):
        return None
    after = _placed(whole, new)
    links = {id: one for id, one in new.items() if isinstance(one, Relation)}
    # What another type stands for now may no longer be an end, or a document, of what was there before.
    turned = {
        id for id, one in new.items() if id in whole.entities and type(one) is not type(whole.entities[id])
    }
    touched = dict(links)
    cited: Iterable[Record] = new.values()
    if turned:
        touched |= {
            id: one for id, one in after.relations.items() if one.source in turned or one.target in turned
        }
        cited = (*after.entities.values(), *after.relations.values())
    documents = after.by_type[Document.scheme]
    if all(one.document in documents for record in cited for one in record.evidence) and all(
        _fits(one, after.entities, vocabulary) for one in touched.values()
    ):
        return None if _closes_a_circle(links, after.relations, vocabulary) else after
    return None


def _placed(whole: Shelves, new: Mapping[str, Record]) -> Shelves:
    entities = {id: one for id, one in new.items() if isinstance(one, Entity)}
    relations = {id: one for id, one in new.items() if isinstance(one, Relation)}
    links = whole.relations
    # What is no relation can have the id of one only if that was given.
    if relations or not new.keys().isdisjoint(links.own_ids):
        links = Shelf(_with(links.by_id, relations, new))
    if not entities and new.keys().isdisjoint(whole.entities):
        return Shelves(whole.by_type, links, whole.entities)
    by_type = {
        scheme: _with(of_type, {id: one for id, one in entities.items() if one.scheme == scheme}, new)
        for scheme, of_type in whole.by_type.items()
    }
    return Shelves(by_type, links, together(by_type))


def _with(old: dict[str, R], added: dict[str, R], new: Mapping[str, Record]) -> dict[str, R]:
    """Return records of a type with those that are added, and without those that are of another type now."""
    gone = old.keys() & (new.keys() - added.keys())
    if not gone and not added:
        return old
    left = old.copy()
    for id in gone:
        del left[id]
    left.update(added)
    # What takes the place of another has the place of the other.
    return left if added.keys() <= old.keys() else in_order(left)


def _fits(relation: Relation, entities: Mapping[str, Entity], vocabulary: Vocabulary) -> bool:
    """Return whether a relation leads from one entity to another, each of a type that its kind allows."""
    source, target = entities.get(relation.source), entities.get(relation.target)
    if source is None or target is None or source is target:
        return False
    term = vocabulary.relation(relation.kind)
    return term is None or (
        (not term.sources or source.scheme in term.sources)
        and (not term.targets or target.scheme in term.targets)
    )


def _closes_a_circle(
    links: Mapping[str, Relation], relations: Mapping[str, Relation], vocabulary: Vocabulary
) -> bool:
    """Return whether one of some new relations leads back to where it began."""
    families = {one.kind: family(one.kind, vocabulary) for one in links.values()}
    wanted = {found[0] for found in families.values() if found is not None}
    if not wanted:
        return False
    ahead: dict[tuple[str, str], list[str]] = {}
    starts: list[tuple[str, str, str]] = []
    for id, one in relations.items():
        if one.kind not in families:
            families[one.kind] = family(one.kind, vocabulary)
        found = families[one.kind]
        if found is not None and found[0] in wanted:
            start, end = (one.target, one.source) if found[1] else (one.source, one.target)
            ahead.setdefault((found[0], start), []).append(end)
            if id in links:
                starts.append((found[0], start, end))
    return any(_leads(ahead, *start) for start in starts)


def _leads(ahead: Mapping[tuple[str, str], list[str]], name: str, goal: str, start: str) -> bool:
    """Return whether one gets from a start to a goal by the relations of one family."""
    stack, seen = [start], {start}
    while stack:
        at = stack.pop()
        if at == goal:
            return True
        for end in ahead.get((name, at), ()):
            if end not in seen:
                seen.add(end)
                stack.append(end)
    return False
