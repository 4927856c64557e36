"""Records of two models that do not hold together yet: what must go back to what one side says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from partnermodel.errors import IntegrityError, Issue
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.merging.joining import Joiner
from partnermodel.values.text import shown
from partnermodel.vocabulary.vocabulary import Vocabulary
from partnermodel.wording import worded

Records = Mapping[str, Record]


@attrs.frozen
class Sources:
    """What the records come from.

    Attributes:
        base: The records of the common ancestor.
        a: Those of the first side.
        b: Those of the second.
        vocabularies: The vocabularies of the two sides.
    """

    base: Records
    a: Records
    b: Records
    vocabularies: tuple[Vocabulary, Vocabulary]


def settled(
    head: tuple[str, str, Vocabulary], chosen: dict[str, Record], sources: Sources, joiner: Joiner
) -> PartnerModel:
    """Return the model of records, after what does not fit has gone back to the side that is preferred.

    Each side fits by itself: where enough has gone back, the whole does. What goes back is noted.

    Args:
        head: The name, the language and the vocabulary of the model.
        chosen: The records, by id.
        sources: What they come from.
        joiner: The merge, which takes note.
    """
    name, language, vocabulary = head
    chosen = dict(chosen)
    told: set[tuple[str, str]] = set()
    ours = sources.a if joiner.prefer == "a" else sources.b
    words = sources.vocabularies[0 if joiner.prefer == "a" else 1]
    while True:
        try:
            return PartnerModel(name, chosen.values(), vocabulary=vocabulary, language=language)
        except IntegrityError as error:
            issues = error.issues
        before = dict(chosen)
        for issue in issues:
            holder = issue.records[0]
            missing = list(_missing(before[holder], before)) if issue.code == "unknown-id" else []
            for field, id in missing:
                if (holder, field) not in told:
                    told.add((holder, field))
                    _note_missing(before[holder], field, id, sources, joiner)
                if id in ours:
                    chosen[id] = ours[id]
                elif field == "evidence":
                    chosen[holder] = _without(before[holder], id)
                else:
                    _put(chosen, holder, ours)
            if not missing:
                if (holder, issue.code) not in told:
                    told.add((holder, issue.code))
                    _note_other(before[holder], issue, sources, joiner)
                for id in issue.records:
                    _put(chosen, id, ours)
        if chosen == before:  # what they lead to must go back as well, then the words, then everything
            for id in {id for issue in issues for one in issue.records for id in _needed(before[one])}:
                _put(chosen, id, ours)
        if chosen == before and vocabulary != words:
            vocabulary = words
        elif chosen == before:
            # The second side, called anew, may contradict itself; the first never does.
            chosen = dict(sources.a if chosen == ours else ours)
            vocabulary = sources.vocabularies[0] if chosen == sources.a else words


def _put(chosen: dict[str, Record], id: str, ours: Records) -> None:
    """Let a record be what one side says that it is, or not be there."""
    if id in ours:
        chosen[id] = ours[id]
    else:
        chosen.pop(id, None)


def _without(holder: Record, document: str) -> Record:
    """Return a record without its citations of a document."""
    return attrs.evolve(
        holder, evidence=tuple(citation for citation in holder.evidence if citation.document != document)
    )


def _missing(holder: Record, chosen: Records) -> Iterator[tuple[str, str]]:
    """Yield the fields of a record that lead to what is not there, and the ids."""
    if isinstance(holder, Relation):
        for end in ("source", "target"):
            if getattr(holder, end) not in chosen:
                yield end, getattr(holder, end)
    for id in dict.fromkeys(citation.document for citation in holder.evidence):
        if id not in chosen:
            yield "evidence", id


def _needed(holder: Record) -> Iterator[str]:
    if isinstance(holder, Relation):
        yield from (holder.source, holder.target)
    yield from (citation.document for citation in holder.evidence)


def _note_missing(holder: Record, field: str, id: str, sources: Sources, joiner: Joiner) -> None:
    keeper, remover = joiner.sides if id in sources.a else joiner.sides[::-1]
    reason = worded("{one} removed {id}, and {other} needs it here", one=remover, other=keeper, id=shown(id))
    versions = (_part(one.get(holder.id), field, id) for one in (sources.base, sources.a, sources.b))
    joiner.note(holder, field, *versions, reason)


def _part(record: Record | None, field: str, id: str) -> object:
    """Return what a version of a record says in a field of an id; None when it does not name it."""
    if record is None:
        return None
    if field == "evidence":
        return tuple(citation for citation in record.evidence if citation.document == id) or None
    return id if isinstance(record, Relation) and getattr(record, field) == id else None


def _note_other(holder: Record, issue: Issue, sources: Sources, joiner: Joiner) -> None:
    reason = worded("what the two say does not fit together: {message}", message=issue.message)
    versions = (one.get(holder.id) for one in (sources.base, sources.a, sources.b))
    joiner.note(holder, "", *versions, reason)
