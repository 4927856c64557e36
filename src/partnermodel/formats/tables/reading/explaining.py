"""What is wrong with rows, in words: the faults of a document, each led back to the cell that made it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import attrs
import msgspec

from partnermodel.errors import Issue
from partnermodel.formats.salvage import Salvaged
from partnermodel.formats.shape import FORMAT_VERSION, LISTS
from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.formats.tables.reading.assembling import Document, line_at, putter
from partnermodel.formats.tables.reading.attempts import Attempt
from partnermodel.formats.tables.reading.faults import Drafts, Fault
from partnermodel.formats.tables.reading.makers import Maker
from partnermodel.model.integrity import integrity_faults
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.wording import Worded

_PATH = re.compile(r"^\$\.(\w+)\[(\d+)\](.*)$", re.DOTALL)


def explain(attempt: Attempt, known: Sequence[Fault]) -> PartnerModel | None:
    """Find every fault, in words; return the model when there is none after all.

    Args:
        attempt: The try at a model that found something wrong.
        known: What is known to be wrong with cells; it is not said of them again.
    """
    cells = {(position, fault.column) for fault in known for position in fault.positions}
    rows = {position for position, _ in cells}
    # A record whose id or identifier cannot be read may be taken for several.
    attempt.faults = [
        attrs.evolve(fault, positions=left)
        for fault in attempt.ambiguous
        if (left := [position for position in fault.positions if position not in rows])
    ]
    attempt.forget_links()  # what they could not find is to be noted again
    attempt.merged = []
    sections, sources = {}, {}
    for key, cls in LISTS.items():
        told = list(attempt.relations() if cls is Relation else attempt.entities(cls.scheme))
        sections[key] = msgspec.Raw(msgspec.json.encode([document for document, _ in told]))
        sources[key] = told
    head = {
        "format_version": FORMAT_VERSION,
        "name": attempt.mapping.name,
        "language": attempt.mapping.language,
    }
    sections |= {key: msgspec.Raw(msgspec.json.encode(value)) for key, value in head.items()}
    found = Salvaged(list(sections.items()))
    vocabulary = attempt.mapping.vocabulary
    faults = integrity_faults(found.records, vocabulary, found.locate, found.unread)
    cells.update((position, fault.column) for fault in attempt.faults for position in fault.positions)
    for issue in (*found.duplicates, *found.issues, *faults):
        fault = _fault(attempt, issue, sources)
        if not any((position, fault.column) in cells for position in fault.positions):
            attempt.faults.append(fault)
    if known or attempt.faults:
        return None
    return PartnerModel(
        attempt.mapping.name, found.records, vocabulary=vocabulary, language=attempt.mapping.language
    )


def _fault(attempt: Attempt, issue: Issue, sources: dict[str, list[tuple[Document, Drafts]]]) -> Fault:
    """Return a fault of a document as one of the rows that say what it finds fault with."""
    at = _PATH.match(issue.path)
    assert at is not None, "the head of the document is ours"
    document, drafts = sources[at[1]][int(at[2])]
    path = at[3]
    assert isinstance(issue.message, Worded), "the library words all that it says"
    if issue.code == "missing-field":
        path += "." + str(issue.message.values["key"]).strip('"')
    positions: list[int] = []
    column: int | None = None
    for maker, number in drafts:
        values = attempt.values_quietly(maker, number)
        own = _own_path(document, maker, values, path)
        line = None if own is None else line_at(maker.lines, values, own)
        if line is None and len(drafts) > 1 and issue.code != "missing-field":
            continue
        if not positions and line is not None:
            column = next(iter(maker.lines[line].places), None)
        positions += attempt.rows_of(maker, number)
    positions = positions or attempt.rows_of(*drafts[0])
    refusal = Refusal(issue.code, issue.message, issue.hint)
    return Fault(sorted(positions), column, refusal, silent=not issue.value, records=issue.records)


def _own_path(document: Document, maker: Maker, values: Sequence[Any], path: str) -> str | None:
    """Return where in the document of one draft stands what is at a path of the whole; None if nowhere."""
    found = re.match(r"^\.(\w+)(?:\[(\d+)\])?", path)
    if found is None:
        return path
    own: Document = {}
    for line, value in zip(maker.lines, values, strict=True):
        if value is not None:
            putter(line.target)(own, value)
    field, index = found[1], found[2]
    held = document.get(field)
    if index is None or not isinstance(held, list):
        return path if own.get(field) == held or not isinstance(held, str | int) else None
    items = own.get(field)
    if not isinstance(items, list) or held[int(index)] not in items:
        return None
    return f".{field}[{items.index(held[int(index)])}]" + path[found.end() :]
