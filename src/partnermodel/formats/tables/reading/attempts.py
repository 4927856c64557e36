"""One try at a model: of the drafts of all rows but the broken ones, by the strict reading of documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any

from partnermodel.formats.building import Builder
from partnermodel.formats.shape import LISTS
from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.formats.tables.mappings.mapping import TableMapping
from partnermodel.formats.tables.reading.assembling import Document, Merged, line_at, merged, putter
from partnermodel.formats.tables.reading.faults import Drafts, Fault
from partnermodel.formats.tables.reading.groups import Group, Joined
from partnermodel.formats.tables.reading.joining import Joiner
from partnermodel.formats.tables.reading.links import Key, Links, Resolve, repeated, types_at
from partnermodel.formats.tables.reading.makers import Maker
from partnermodel.formats.tables.reading.making import AT_ONCE, batches, build
from partnermodel.formats.tables.reading.naming import name_of
from partnermodel.formats.tables.reading.registers import Register
from partnermodel.formats.tables.reading.whole import Whole
from partnermodel.model.coherence import Gathering
from partnermodel.model.entities import Document as DocumentRecord
from partnermodel.model.model import PartnerModel, trusted
from partnermodel.model.relations import Record, Relation
from partnermodel.values.text import shown
from partnermodel.wording import worded


class Attempt:
    """One try at a model: of all rows, but for those that are known to be broken.

    Attributes:
        faults: What is wrong.
        joined: The entities, and what was joined.
        merged: What the drafts of each entity that has several say together.
    """

    def __init__(
        self,
        mapping: TableMapping,
        makers: Sequence[Maker],
        broken: set[int],
        lost: set[str],
        whole: Whole | None = None,
    ) -> None:
        """Join what rows say.

        Args:
            mapping: The mapping.
            makers: What made the drafts.
            broken: The positions of the rows that are left out.
            lost: What the records of those rows may be called by.
            whole: The records of all rows, for a try at those that are left.
        """
        self.faults: list[Fault] = []
        self.mapping, self._broken = mapping, broken
        self._entities = [maker for maker in makers if not maker.is_relation]
        self._relations = [maker for maker in makers if maker.is_relation]
        self._rows: dict[int, dict[int, list[int]]] = {}
        self._ids: dict[int, list[str | None]] = {}
        self.joined: Joined = Joiner(self._entities, broken).joined()
        self._whole = whole
        for node, refusal in (*self.joined.refused, *(() if whole is None else whole.strays(self.joined))):
            self._refuse(node.maker, node.number, "name", refusal)
        self.ambiguous = list(self.faults)
        for maker in self._entities:
            groups = self.joined.group_of[id(maker)]
            self._ids[id(maker)] = [None if group is None else group.id for group in groups]
        self._lost = lost
        self.merged: list[tuple[Group, Merged]] = []

    @cached_property
    def register(self) -> Register:
        """The entities, by whatever a cell may call them."""
        return Register(self.joined, lost=self._lost)

    @cached_property
    def _documents(self) -> Register:
        return Register(self.joined, DocumentRecord.scheme, lost=self._lost)

    # Rows

    def rows_of(self, maker: Maker, number: int) -> list[int]:
        """Return the positions of the rows that say a draft, and are not broken."""
        found = self._rows.get(id(maker))
        if found is None:
            found = self._rows[id(maker)] = {}
            for position, draft in zip(maker.positions, maker.drafts, strict=True):
                if position not in self._broken:
                    found.setdefault(draft, []).append(position)
        return found[number]

    def _refuse(self, maker: Maker, number: int, field: str, refusal: Refusal) -> None:
        line = next((line for line in maker.lines if line.target.field == field and line.places), None)
        column = None if line is None else line.places[0]
        self.faults.append(Fault(self.rows_of(maker, number), column, refusal))

    # Documents

    def values(self, maker: Maker, number: int, draft: Sequence[Any]) -> list[Any]:
        """Return what each line says, with the ids of the records that it leads to."""
        found = list(draft)
        for place, (line, led) in enumerate(zip(maker.lines, maker.refers, strict=True)):
            value = draft[place]
            if value is None or (led is None and not line.reader.is_looked_up):
                continue
            many = isinstance(value, tuple)
            ids = []
            for one in value if many else (value,):
                meant = self._find(maker, number, place, one) if led is None else self._ids[id(led)][one]
                if meant is not None:
                    ids.append(meant)
            found[place] = tuple(ids) if many else ids[0] if ids else None
        return found

    def _find(self, maker: Maker, number: int, place: int, text: str) -> str | None:
        line = maker.lines[place]
        if line.is_constant:
            return text
        found = self._meant(maker, number, line.target.field, text)
        if isinstance(found, Refusal):
            self.faults.append(Fault(self.rows_of(maker, number), line.places[0], found))
            return None
        return found

    def _meant(self, maker: Maker, number: int, field: str, text: str) -> str | Refusal:
        """Return the id of the record that a text means; of several, the only one that may stand there."""
        found = self.record(field, text)
        if isinstance(found, Refusal) or self._whole is not None:
            types = types_at(maker, number, field, self.mapping.vocabulary)
            found = self.record(field, text, types)
            if isinstance(found, Refusal):
                return found
            if self._whole is not None:
                return self._whole.doubt(field, text, types, found) or found.id
        return found.id

    def record(self, field: str, text: str, types: Sequence[str] = ()) -> Group | Refusal:
        """Return the record that a text means in a field where some types may stand, or why it means none."""
        return (self._documents if field == "evidence" else self.register).find(text, types)

    def entities(self, type: str) -> Iterator[tuple[Document, Drafts]]:
        """Yield what a document says of each entity of a type, and what says so."""
        puts = {id(maker): [putter(line.target) for line in maker.lines] for maker in self._entities}
        linked = {
            id(maker): any(
                led is not None or line.reader.is_looked_up
                for line, led in zip(maker.lines, maker.refers, strict=True)
            )
            for maker in self._entities
        }
        for group in self.joined.groups:
            if group.type != type:
                continue
            documents = []
            for node in group.nodes:
                draft = node.draft
                if linked[id(node.maker)]:
                    draft = tuple(self.values(node.maker, node.number, draft))
                document: Document = {}
                for put, value in zip(puts[id(node.maker)], draft, strict=True):
                    if value is not None:
                        put(document, value)
                documents.append(document)
            yield self._together(group, documents)

    def _together(self, group: Group, documents: list[Document]) -> tuple[Document, Drafts]:
        drafts = tuple((node.maker, node.number) for node in group.nodes)
        found = merged(documents, name_of(group))
        if len(documents) > 1:
            self.merged.append((group, found))
            self._conflicts(found, drafts, group.id)
        found.document["id"] = group.id
        return found.document, drafts

    def _conflicts(self, found: Merged, drafts: Drafts, id: str) -> None:
        """Take down what drafts of one record say against each other."""
        for path, place, earlier in found.conflicts:
            maker, number = drafts[place]
            against = self.rows_of(*drafts[earlier])[0]
            line = line_at(maker.lines, self.values_quietly(maker, number), path)
            column = None if line is None else next(iter(maker.lines[line].places), None)
            refusal = Refusal(
                "contradicting-rows",
                worded("an earlier row says something else of {id}", id=shown(id)),
                worded("Write the same in both rows, or give each record an id of its own if they are two."),
            )
            rows = self.rows_of(maker, number)
            self.faults.append(Fault(rows, column, refusal, records=(id,), against=against))

    @cached_property
    def _links(self) -> list[Links]:
        return [Links(maker, self._broken, self._resolver) for maker in self._relations]

    def forget_links(self) -> None:
        """Let the relations be looked up again, so that what is wrong with them is noted again."""
        for name in ("_links", "_again", "_repeated"):
            self.__dict__.pop(name, None)

    @cached_property
    def _again(self) -> frozenset[int]:
        return repeated(self._links)

    @cached_property
    def _repeated(self) -> list[tuple[Document, Drafts]]:
        """The relations that several rows say, put together."""
        again = self._again
        several: dict[Key, list[tuple[Document, Maker, int]]] = {}
        if again:
            for link in self._links:
                for place, key in enumerate(link.keys()):
                    if hash(key) in again:
                        one = (link.document(place), link.maker, link.numbers[place])
                        several.setdefault(key, []).append(one)
        found = []
        for key, some in several.items():
            some.sort(key=lambda one: (one[1].rank, one[1].positions[one[2]]))
            drafts = tuple((maker, number) for _, maker, number in some)
            whole = merged([document for document, _, _ in some], None)
            self._conflicts(whole, drafts, "/".join(str(one) for one in key if one is not None))
            found.append((whole.document, drafts))
        return found

    def _alone(self, link: Links) -> Sequence[int]:
        """Return the places of the relations that one row says each."""
        again = self._again
        if not again:
            return range(len(link.numbers))
        return [place for place, key in enumerate(link.keys()) if hash(key) not in again]

    def relations(self) -> Iterator[tuple[Document, Drafts]]:
        """Yield what a document says of each relation, and what says so."""
        for link in self._links:
            for place in self._alone(link):
                yield link.document(place), ((link.maker, link.numbers[place]),)
        yield from self._repeated

    def _outlined_relations(self) -> Iterator[list[Any]]:
        """Yield what documents say of relations, some at a time."""
        for link in self._links:
            places = self._alone(link)
            for start in range(0, len(places), AT_ONCE):
                yield link.outlines(places[start : start + AT_ONCE])
        if self._repeated:
            yield [document for document, _ in self._repeated]

    def _resolver(self, maker: Maker, place: int) -> Resolve | None:
        """Return what makes ids of the values of a line; what cannot be found is noted."""
        line, led = maker.lines[place], maker.refers[place]
        if led is not None:
            ids = self._ids[id(led)]
            if line.target.many:
                return lambda value, number: tuple(ids[one] for one in value)
            return lambda value, number: ids[value]
        if not line.reader.is_looked_up or line.is_constant:
            return None

        def find(text: str, number: int) -> str | None:
            found = self._meant(maker, number, line.target.field, text)
            if isinstance(found, Refusal):
                self.faults.append(Fault([maker.positions[number]], line.places[0], found))
                return None
            return found

        if line.target.many:
            return lambda value, number: tuple(filter(None, (find(one, number) for one in value)))
        return find

    def values_quietly(self, maker: Maker, number: int) -> list[Any]:
        """Return what each line of a draft says, without a word of what is wrong with it."""
        faults, self.faults = self.faults, []
        values = self.values(maker, number, maker.draft(number))
        self.faults = faults
        return values

    # Models

    def model(self, progress: Callable[[float], None]) -> PartnerModel | None:
        """Return the model, or None when anything is wrong."""
        builder = Builder()
        gathering = Gathering(self.mapping.vocabulary, builder.cited)
        good = True
        for step, cls in enumerate(LISTS.values()):
            made: list[Record] = []
            some = self._outlined_relations() if cls is Relation else batches(self.entities(cls.scheme))
            for outlines in some:
                good = good and build(cls, outlines, builder, made)
            if good:  # what is refused holds what nobody can compare
                gathering.add(cls.scheme, made)
            progress((step + 1) / (len(LISTS) + 1))
        if not good or self.faults:
            return None
        return trusted(self.mapping.name, gathering, self.mapping.vocabulary, self.mapping.language)
