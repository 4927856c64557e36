"""What the peers check in plain Python, as a user would: unique ids, ends and documents that exist, dates."""

from __future__ import annotations

import datetime
from typing import Any

from benchmarks.contestants.reading import LISTS

ID = r"^[^\s/\x00-\x1f]+$"
CODE = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
LINE = r"^[^\x00-\x1f]*\S[^\x00-\x1f]*$"
DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
DATE_OR_OPEN = rf"{DATE}|^\.\.$"
URL = r"^https?://\S+$"


def check_period(start: str | None, end: str | None) -> None:
    """Refuse days that no month has, and a period that ends before it starts."""
    for date in (start, end):
        if date is not None and len(date) == 10:
            datetime.date.fromisoformat(date)
    if start is not None and end is not None and end != "..":
        precision = min(len(start), len(end))
        if start[:precision] > end[:precision]:
            raise ValueError(f"the period ends ({end}) before it starts ({start})")


def check_references(register: Any) -> None:
    """Refuse ids that stand twice, and links to nothing."""
    ids: set[str] = set()
    for key in LISTS:
        for entity in getattr(register, key):
            if entity.id in ids:
                raise ValueError(f"{entity.id} is the id of two records")
            ids.add(entity.id)
    documents = {document.id for document in register.documents}
    known: set[tuple[str, ...]] = set()
    for relation in register.relations:
        for end in (relation.source, relation.target):
            if end not in ids:
                raise ValueError(f"no entity has the id {end}")
        if relation.source == relation.target:
            raise ValueError(f"{relation.source} is linked to itself")
        identity = (
            (relation.source, relation.kind, relation.target, relation.role or "")
            if relation.id is None
            else (relation.id,)
        )
        if identity in known:
            raise ValueError(f"two relations are {identity}")
        known.add(identity)
    for key in (*LISTS, "relations"):
        for record in getattr(register, key):
            for citation in record.evidence:
                if citation.document not in documents:
                    raise ValueError(f"no document has the id {citation.document}")
