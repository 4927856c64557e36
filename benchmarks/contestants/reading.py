"""What a document says, read back from whatever a contestant made of it, to see that it is the same."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from benchmarks.contest import Answer

LISTS = (
    "organisations", "centres", "programmes", "initiatives",
    "groups", "persons", "places", "documents", "statements",
)  # fmt: skip
"""The lists of entities, in the order of the file."""

Row = tuple[Any, ...]


def answer_of(entities: Iterable[Row], relations: Iterable[Row]) -> Answer:
    """Return how many entities and relations there are, and a digest of what they say."""
    digest, counts = 0, []
    for rows in (entities, relations):
        count = 0
        for row in rows:
            count += 1
            digest = zlib.crc32(repr(row).encode(), digest)
        counts.append(count)
    return {"entities": counts[0], "relations": counts[1], "digest": digest}


def of_objects(document: Any) -> Answer:
    """Return the answer of a document made of objects with the fields of the file as attributes."""
    entities = (one for key in LISTS for one in getattr(document, key) or ())
    return of_records(entities, document.relations)


def of_records(entities: Iterable[Any], relations: Iterable[Any]) -> Answer:
    """Return the answer of records that are objects."""
    return answer_of(map(_entity, entities), map(_relation, relations))


def _entity(one: Any) -> Row:
    return (one.id, one.name, one.kind, one.status, *_period(one.period), *_cited(one.evidence))


def _relation(one: Any) -> Row:
    return (
        *(one.source, one.kind, one.target, one.role, one.status),
        *_period(one.period),
        *((one.level.scheme, one.level.value) if one.level is not None else ()),
        *_cited(one.evidence),
    )


def _period(period: Any) -> Row:
    return (None, None) if period is None else (period.start, period.end)


def _cited(evidence: Any) -> Iterator[Row]:
    for one in evidence or ():
        yield one.document, one.locator, one.confidence, one.claim


def of_dicts(document: Mapping[str, Any]) -> Answer:
    """Return the answer of a document of plain dictionaries."""
    entities = (
        (
            *(one["id"], one["name"], one.get("kind"), one.get("status", "unknown")),
            *_period_in(one),
            *_cited_in(one),
        )
        for key in LISTS
        for one in document.get(key, ())
    )
    relations = (
        (
            *(one["source"], one["kind"], one["target"], one.get("role"), one.get("status", "unknown")),
            *_period_in(one),
            *(one["level"].values() if "level" in one else ()),
            *_cited_in(one),
        )
        for one in document["relations"]
    )
    return answer_of(entities, relations)


def _period_in(one: Mapping[str, Any]) -> Row:
    period = one.get("period", {})
    return period.get("start"), period.get("end")


def _cited_in(one: Mapping[str, Any]) -> Iterator[Row]:
    for cited in one.get("evidence", ()):
        yield cited["document"], cited.get("locator"), cited.get("confidence"), cited.get("claim", False)
