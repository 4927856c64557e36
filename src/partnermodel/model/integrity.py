"""What a set of records must keep together: unique ids, ends that exist and fit, no circles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache, partial

import attrs

from partnermodel.errors import IntegrityError, Issue, Suggestions
from partnermodel.model.circles import circles
from partnermodel.model.entities import Document, Entity
from partnermodel.model.nouns import ENDS, TYPES, type_word
from partnermodel.model.relations import Record, Relation
from partnermodel.values.text import shown
from partnermodel.vocabulary.vocabulary import Vocabulary
from partnermodel.wording import alternatives, worded

Locate = Callable[[int], str]
"""From the place of a record in the sequence to the path by which a person finds it."""


@attrs.frozen
class Unread:
    """What is known of records that could not be read, so that nothing is held against their neighbours.

    Attributes:
        ids: What may be the id of one of them; a link to it is no fault.
        links: Where each of them links to: the path, `"entity"` or `"document"`, and the id.
    """

    ids: Set[str] = frozenset()
    links: Iterable[tuple[str, str, str]] = ()


# Said of very many faults, it is the same sentence.
_ADD = {
    noun: worded("Add the {noun}, or correct the id.", noun=TYPES[noun]) for noun in ("entity", "document")
}


class _Ids:
    """The records by id, but for ids that are derived, and what is said of an id that none of them has."""

    def __init__(self, records: Mapping[str, Record]) -> None:
        self.records = records
        self.documents = set(_ids_of(records, Document))
        # They may not hold this object, or all records would stay until the collector runs.
        self.suggestions = {
            "entity": Suggestions(partial(_ids_of, records, Entity)),
            "document": Suggestions(partial(_ids_of, records, Document)),
        }


def _ids_of(records: Mapping[str, Record], cls: type[Entity]) -> list[str]:
    return [id for id, record in records.items() if isinstance(record, cls)]


def integrity_faults(
    records: Sequence[Record],
    vocabulary: Vocabulary,
    locate: Locate,
    unread: Unread = Unread(),
) -> Iterator[Issue]:
    """Yield everything that makes the records contradict each other.

    Args:
        records: The records, in the order of the file or of the arguments.
        vocabulary: What the kinds of relation allow at their ends.
        locate: From a record's place in `records` to its path.
        unread: What is known of records that could not be read.
    """
    by_id: dict[str, Record] = {}
    yield from _duplicates(records, by_id, locate)
    ids = _Ids(by_id)
    types = {key: record.scheme for key, record in by_id.items() if isinstance(record, Entity)}
    sound: set[object] = set()  # kinds with the types at their ends that were found right
    for index, record in enumerate(records):
        for citation in record.evidence:
            if citation.document not in ids.documents:
                yield from _citation_faults(record, ids, partial(locate, index), unread.ids)
                break
        if isinstance(record, Relation):
            ends = record.kind, types.get(record.source), types.get(record.target)
            if ends not in sound or record.source == record.target:
                faults = list(_end_faults(record, ids, vocabulary, partial(locate, index), unread.ids))
                if not faults and None not in ends:
                    sound.add(ends)
                yield from faults
    for path, noun, key in unread.links:
        cls = Document if noun == "document" else Entity
        if not isinstance(by_id.get(key), cls) and key not in unread.ids:
            yield _missing(key, noun, ids, path)
    yield from _circles(records, vocabulary, locate)


def contradiction(source: str, faults: Sequence[Issue]) -> IntegrityError:
    """Return the error for records that contradict each other.

    Args:
        source: What the records are of, for the message.
        faults: What `integrity_faults` yields of them.
    """
    return IntegrityError(worded("the records of {source} contradict each other:", source=source), faults)


def _duplicates(records: Sequence[Record], by_id: dict[str, Record], locate: Locate) -> Iterator[Issue]:
    """Yield each record that has the id of an earlier one; put the others by id, but not by a derived one.

    No end and no citation leads to a derived id, as it has slashes; and it is derived of so much text that
    those of all relations would take a fifth of the room of the records. So first it is asked which of
    them may stand twice, by numbers alone.
    """
    suspects = _suspects(records)
    seen: set[str] = set()
    for index, record in enumerate(records):
        if not isinstance(record, Relation) or record.own_id is not None:
            own_id = record.id
            if own_id in by_id:
                yield _duplicate(own_id, locate(index), derived=False)
            else:
                by_id[own_id] = record
        elif suspects and _number(record) in suspects:
            derived = record.id
            if derived in seen:
                yield _duplicate(derived, locate(index), derived=True)
            seen.add(derived)


def _suspects(records: Iterable[Record]) -> set[int]:
    seen: set[int] = set()
    suspects: set[int] = set()
    for record in records:
        if isinstance(record, Relation) and record.own_id is None:
            number = _number(record)
            if number in seen:
                suspects.add(number)
            else:
                seen.add(number)
    return suspects


def _number(relation: Relation) -> int:
    """Return a number that is the same for relations with the same derived id, and seldom for others."""
    return hash((relation.source, relation.kind, relation.target, relation.role))


def _duplicate(id: str, path: str, *, derived: bool) -> Issue:
    seen = shown(id)
    if derived:
        message = worded("a second relation has the same source, kind, target and role: {id}", id=id)
        hint = worded("Remove one of the two, or give one an id of its own.")
    else:
        message = worded("{id} is the id of two records", id=seen)
        hint = worded("Give one of them another id; all records of a model share one set of ids.")
    return Issue("duplicate-id", f"{path}.id", seen, message, hint, records=(id,))


def _missing(
    id: str,
    noun: str,
    ids: _Ids,
    path: str,
    *holders: str,
) -> Issue:
    found, seen = ids.records.get(id), shown(id)
    if found is None:
        message = worded("no {noun} has the id {id}", noun=type_word(noun), id=seen)
        hint = ids.suggestions[noun].of(id) or _ADD[noun]
        return Issue("unknown-id", path, seen, message, hint, records=holders)
    message = worded(
        "{id} is {other}, and {wanted} belongs here",
        id=seen,
        other=worded("a relation")
        if isinstance(found, Relation)
        else worded("of the type {type}", type=type_word(found.scheme)),
        wanted=worded("an entity") if noun == "entity" else worded("a document"),
    )
    hint = (
        worded("A relation links two entities; make what they do together an initiative, and link to that.")
        if noun == "entity"
        else worded("Cite the document that says so.")
    )
    return Issue("wrong-end", path, seen, message, hint, records=holders)


def _citation_faults(record: Record, ids: _Ids, path: Callable[[], str], unread: Set[str]) -> Iterator[Issue]:
    for number, citation in enumerate(record.evidence):
        if citation.document not in unread and not isinstance(ids.records.get(citation.document), Document):
            place = f"{path()}.evidence[{number}].document"
            yield _missing(citation.document, "document", ids, place, record.id)


def _end_faults(
    relation: Relation,
    ids: _Ids,
    vocabulary: Vocabulary,
    path: Callable[[], str],
    unread: Set[str],
) -> Iterator[Issue]:
    if relation.source == relation.target:
        seen = shown(relation.target)
        yield Issue(
            "self-relation",
            f"{path()}.target",
            seen,
            worded("the relation leads from {source} to itself", source=seen),
            worded("Name two different records."),
            records=(relation.id,),
        )
    term = vocabulary.relation(relation.kind)
    for end, id in (("source", relation.source), ("target", relation.target)):
        entity = ids.records.get(id)
        if not isinstance(entity, Entity):
            if id not in unread:
                yield _missing(id, "entity", ids, f"{path()}.{end}", relation.id)
            continue
        allowed = () if term is None else term.sources if end == "source" else term.targets
        if allowed and entity.scheme not in allowed:
            seen = shown(id)
            message = worded(
                "{id} is of the type {type}, and the {end} of {kind} is of the type {types}",
                id=seen,
                type=type_word(entity.scheme),
                end=ENDS[end],
                kind=shown(relation.kind),
                types=_one_of(allowed),
            )
            yield Issue(
                "wrong-end",
                f"{path()}.{end}",
                seen,
                message,
                worded("Exchange the ends, or use another kind of relation."),
                records=(relation.id,),
            )


@lru_cache(maxsize=1000)
def _one_of(types: tuple[str, ...]) -> str:
    """Return types as words; of very many faults they are mostly the same."""
    return alternatives(map(type_word, types))


def _circles(records: Sequence[Record], vocabulary: Vocabulary, locate: Locate) -> Iterator[Issue]:
    for circle in circles(records, vocabulary):
        ids = [*(start for start, _ in circle), circle[0][0]]
        # A person can follow a dozen steps; all of them are in `records`.
        told = ids if len(ids) <= 12 else [*ids[:10], "…", ids[-1]]
        involved = tuple(sorted(records[index].id for _, index in circle))
        yield Issue(
            "circular-relation",
            locate(circle[0][1]),
            shown(ids[0]),
            worded("the relation closes a circle: {ids}", ids=" → ".join(told)),
            worded("Remove or turn round one of its relations."),
            records=involved,
        )
