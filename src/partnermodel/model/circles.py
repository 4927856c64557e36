"""Relations that lead back to where they began, where none may: nothing contains itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from partnermodel.model.relations import Record, Relation
from partnermodel.vocabulary.vocabulary import Vocabulary

# What contains what: "part-of" is read from the part, "hosts" from the whole; a circle through both is one.
_CONTAINMENT = {"part-of": False, "hosts": True}


def circles(records: Sequence[Record], vocabulary: Vocabulary) -> Iterator[list[tuple[str, int]]]:
    """Yield the circles that relations close, family by family.

    Args:
        records: Records, of which the relations are looked at; those to themselves are not.
        vocabulary: Which kinds must close no circle.

    Yields:
        For each step of a circle, the id that it leaves, and the place of the relation in `records`.
    """
    families: dict[str, dict[str, list[tuple[str, int]]]] = {}
    family_of: dict[str, tuple[str, bool] | None] = {}
    for index, record in enumerate(records):
        if not isinstance(record, Relation) or record.source == record.target:
            continue
        if record.kind not in family_of:
            family_of[record.kind] = family(record.kind, vocabulary)
        found = family_of[record.kind]
        if found is not None:
            name, backward = found
            start, end = (record.target, record.source) if backward else (record.source, record.target)
            families.setdefault(name, {}).setdefault(start, []).append((end, index))
    for links in families.values():
        ends = {end for leaving in links.values() for end, _ in leaving}
        if not ends.isdisjoint(links):  # else nothing leads on, as when colleges host centres
            yield from _cycles(links)


def family(kind: str, vocabulary: Vocabulary) -> tuple[str, bool] | None:
    """Return among which relations one of a kind must close no circle, and whether it is read backward."""
    found = None
    for code in vocabulary.wider("relation", kind):
        if code in _CONTAINMENT:
            return "containment", _CONTAINMENT[code]
        term = vocabulary.relation(code)
        if term is not None and term.acyclic:
            found = code, False
    return found


def containers(relations: Iterable[Relation], vocabulary: Vocabulary) -> dict[str, set[str]]:
    """Return what contains each thing directly: what it is part of, and what hosts it.

    Args:
        relations: Relations.
        vocabulary: Which kinds mean that something contains something.
    """
    found: dict[str, set[str]] = {}
    families: dict[str, tuple[str, bool] | None] = {}
    for relation in relations:
        if relation.kind not in families:
            families[relation.kind] = family(relation.kind, vocabulary)
        containing = families[relation.kind]
        if containing is not None and containing[0] == "containment":
            ends = (relation.source, relation.target)
            part, whole = ends[::-1] if containing[1] else ends
            found.setdefault(part, set()).add(whole)
    return found


def _cycles(links: Mapping[str, list[tuple[str, int]]]) -> Iterator[list[tuple[str, int]]]:
    """Yield circles as (node, index of the link that leaves it); without their nodes none would be left."""
    arriving: dict[str, list[str]] = {}
    for node, targets in links.items():
        for target, _ in targets:
            arriving.setdefault(target, []).append(node)
    # For each node that leads on for ever, how many of its links do; every other node is dropped.
    leading = {node: len(targets) for node, targets in links.items()}

    def drop(dropped: list[str]) -> None:
        while dropped:
            for node in arriving.get(dropped.pop(), ()):
                if node in leading:
                    leading[node] -= 1
                    if leading[node] == 0:
                        del leading[node]
                        dropped.append(node)

    drop([node for node in arriving if node not in links])
    untried = {node: iter(targets) for node, targets in links.items()}
    for start in sorted(leading):
        trail: list[tuple[str, int]] = []
        place: dict[str, int] = {}
        node = start
        while start in leading:
            if node not in place:
                place[node] = len(trail)
                target, index = next(link for link in untried[node] if link[0] in leading)
                trail.append((node, index))
                node = target
                continue
            first = place[node]
            circle = trail[first:]
            yield circle
            for gone, _ in circle:
                del leading[gone]
            drop([gone for gone, _ in circle])
            # Step back to the last node of the trail that leads on elsewhere.
            del trail[first:]
            while trail and trail[-1][0] not in leading:
                trail.pop()
            node = trail.pop()[0] if trail else start
            place.pop(node, None)
