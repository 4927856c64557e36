"""Records of two models that do not hold together yet: what must go back to what one side says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from partnermodel.errors import IntegrityError, Issue
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.merging.fields import Clash
from partnermodel.queries.merging.joining import Joiner
from partnermodel.values.text import shown
from partnermodel.vocabulary.vocabulary import Vocabulary
from partnermodel.wording import Worded, worded

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
    settling = _Settling(dict(chosen), vocabulary, sources, joiner)
    while True:
        records, words = settling.chosen.values(), settling.vocabulary
        try:
            return PartnerModel(name, records, vocabulary=words, language=language)
        except IntegrityError as error:
            settling.go_back(error.issues)


class _Settling:
    """What has been chosen so far, and what was said of it."""

    def __init__(
        self, chosen: dict[str, Record], vocabulary: Vocabulary, sources: Sources, joiner: Joiner
    ) -> None:
        self.chosen, self.vocabulary, self.sources, self.joiner = chosen, vocabulary, sources, joiner
        first = joiner.prefer == "a"
        self.ours = sources.a if first else sources.b
        self.words = sources.vocabularies[0 if first else 1]
        self.told: set[tuple[str, str]] = set()

    def go_back(self, issues: Sequence[Issue]) -> None:
        """Let what does not fit be what the preferred side says, and if that is no change, ever more."""
        before = dict(self.chosen)
        for issue in issues:
            holder = before[issue.records[0]]
            missing = list(_missing(holder, before)) if issue.code == "unknown-id" else []
            for field, id in missing:
                self._tell(holder, f"{field} {id}", *_lacking(holder, field, id, self.sources, self.joiner))
                self._provide(holder, field, id)
            if not missing:
                self._tell(holder, issue.code, *self._unfit(holder, issue))
                self._revert(issue.records, issue)
        if self.chosen == before:
            for issue in issues:
                self._revert((id for one in issue.records for id in _needed(before[one])), issue)
        if self.chosen == before and self.vocabulary != self.words:
            self._revert_words(issues[0])
        elif self.chosen == before:
            # The second side closes a circle once it is called anew; without the relation there is none.
            for issue in issues:
                self.chosen.pop(issue.records[0], None)

    def _revert(self, ids: Iterable[str], issue: Issue) -> None:
        """Let records be what the preferred side says that they are; tell of each that it changes."""
        for id in ids:
            now = self.chosen.get(id)
            if now is not None and now != self.ours.get(id):
                self._tell(now, issue.code, *self._unfit(now, issue))
            self._put([id])

    def _revert_words(self, issue: Issue) -> None:
        first, second = self.sources.vocabularies
        self.joiner.note(None, Clash("vocabulary", None, first, second), _does_not_fit(issue))
        self.vocabulary = self.words

    def _unfit(self, holder: Record, issue: Issue) -> tuple[Clash, Worded]:
        """Return what is said of a record that does not fit."""
        sides = self.sources.base, self.sources.a, self.sources.b
        versions = (one.get(holder.id) for one in sides)
        return Clash("", *versions), _does_not_fit(issue)

    def _tell(self, holder: Record, what: str, clash: Clash, reason: Worded) -> None:
        if (holder.id, what) not in self.told:
            self.told.add((holder.id, what))
            self.joiner.note(holder, clash, reason)

    def _provide(self, holder: Record, field: str, id: str) -> None:
        """Bring back what a record leads to, if the preferred side has it, or else let it not lead there."""
        if id in self.ours:
            self.chosen[id] = self.ours[id]
        elif field == "evidence" and (now := self.chosen.get(holder.id)) is not None:
            kept = tuple(citation for citation in now.evidence if citation.document != id)
            self.chosen[holder.id] = attrs.evolve(now, evidence=kept)
        else:
            self._put([holder.id])

    def _put(self, ids: Iterable[str]) -> None:
        """Let records be what the preferred side says that they are, or not be there."""
        for id in ids:
            if id in self.ours:
                self.chosen[id] = self.ours[id]
            else:
                self.chosen.pop(id, None)


def _does_not_fit(issue: Issue) -> Worded:
    return worded("what the two say does not fit together: {message}", message=issue.message)


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


def _lacking(holder: Record, field: str, id: str, sources: Sources, joiner: Joiner) -> tuple[Clash, Worded]:
    """Return what is said of a record that leads to what one side removed."""
    keeper, remover = joiner.sides if id in sources.a else joiner.sides[::-1]
    reason = worded("{one} removed {id}, and {other} needs it here", one=remover, other=keeper, id=shown(id))
    versions = (_part(one.get(holder.id), field, id) for one in (sources.base, sources.a, sources.b))
    return Clash(field, *versions), reason


def _part(record: Record | None, field: str, id: str) -> object:
    """Return what a version of a record says in a field of an id; None when it does not name it."""
    if record is None:
        return None
    if field == "evidence":
        return tuple(citation for citation in record.evidence if citation.document == id) or None
    return id if isinstance(record, Relation) and getattr(record, field) == id else None
