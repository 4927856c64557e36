"""What is to be done with a sheet: its mapping, held against the heads that it really has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from partnermodel.errors import Issue
from partnermodel.formats.tables.cells.cells import CellReader
from partnermodel.formats.tables.mappings.mapping import FieldMapping, RecordMapping, SheetMapping
from partnermodel.formats.tables.mappings.paths import target
from partnermodel.formats.tables.reading.heads import Heads
from partnermodel.formats.tables.reading.lines import Line
from partnermodel.formats.tables.reading.makers import Maker
from partnermodel.formats.tables.sources.grid import Grid
from partnermodel.formats.tables.sources.places import letters, place
from partnermodel.model.relations import Relation
from partnermodel.values.text import shown
from partnermodel.vocabulary.vocabulary import Vocabulary
from partnermodel.wording import worded

MAPPED, DROPPED, REPORTED, KEPT = "mapped", "dropped", "reported", "kept"
"""What becomes of a column: it makes records, is left out on purpose, is told, or is kept in `extra`."""

Stream = tuple[int, str]
"""The place of a column that names several things in one cell, and what stands between them."""


@attrs.frozen
class Work:
    """What is made of the rows of a grid.

    Attributes:
        makers: What makes records, each after those that it refers to.
        streams: For each maker, the column whose cells name several things, or None.
        when: For each maker, the columns of which one must say something.
        uses: What becomes of each column, by its place.
    """

    makers: tuple[Maker, ...]
    streams: tuple[Stream | None, ...]
    when: tuple[tuple[int, ...], ...]
    uses: dict[int, str]


class Planner:
    """Makes the work of one grid; what the mapping and the heads do not agree on is in `issues`."""

    def __init__(
        self, grid: Grid, number: int, sheet: SheetMapping, heads: Heads, vocabulary: Vocabulary
    ) -> None:
        self.issues: list[Issue] = []
        self._grid, self._number = grid, number
        self._sheet, self._heads, self._vocabulary = sheet, heads, vocabulary
        self._uses: dict[int, str] = {}

    def work(self, rank: int) -> Work:
        """Return the work.

        Args:
            rank: The place of the sheet's mapping among all.
        """
        for name in self._sheet.drop:
            if (found := self._find(name)) is not None:
                self._uses[found] = DROPPED
        records = self._with_extra()
        entities = {one.called: number for number, one in enumerate(records) if one.type != Relation.scheme}
        led = [
            {entities[field.record] for field in record.fields if field.record is not None}
            for record in records
        ]
        streams = self._streams(records, led)
        makers, conditions = [], []
        for number, record in enumerate(records):
            lines = [self._line(record, field) for field in record.fields]
            makers.append(Maker(record, lines, (rank, number), self._number))
            when = [self._find(name) for name in record.when]
            conditions.append(tuple(one for one in when if one is not None))
        for maker in makers:
            names = [line.reader.field.record for line in maker.lines]
            maker.refers = [None if name is None else makers[entities[name]] for name in names]
        order = self._order(records, led)
        return Work(
            tuple(makers[one] for one in order),
            tuple(streams[one] for one in order),
            tuple(conditions[one] for one in order),
            self._uses,
        )

    def _find(self, name: str) -> int | None:
        found = self._heads.find(name)
        if found is None:
            self.issues.append(
                Issue(
                    "unknown-column",
                    place(self._grid, column=name),
                    shown(name),
                    worded("the table has no column {column}", column=shown(name)),
                    self._heads.hint(name),
                )
            )
        else:
            self._uses[found] = MAPPED
        return found

    def _line(self, record: RecordMapping, field: FieldMapping) -> Line:
        """Return a line at work: of several columns those that are there, of which there must be one."""
        places = [self._heads.find(name) for name in field.columns]
        found = [one for one in places if one is not None]
        self._uses.update((one, MAPPED) for one in found if self._uses.get(one) != KEPT)
        if field.columns and not found:
            for name in field.columns:
                self._find(name)
        reader = CellReader(record.type, field, self._sheet, self._vocabulary)
        line = Line(reader, found)
        if line.constant is not None and line.constant.refusal is not None:
            refusal = line.constant.refusal
            constant = shown(field.constant)
            self.issues.append(
                Issue(refusal.code, place(self._grid), constant, refusal.message, refusal.hint)
            )
        return line

    def _streams(self, records: Sequence[RecordMapping], led: Sequence[set[int]]) -> list[Stream | None]:
        """Return what each record is made of: a row, or each of several things in a cell of it."""
        found: list[Stream | None] = []
        for record in records:
            column = None if record.each is None else self._find(record.each)
            found.append(None if column is None else (column, record.separator))
        for _ in records:  # what refers to one of several things is itself one of as many
            for number, record in enumerate(records):
                several = {found[one] for one in (number, *led[number])} - {None}
                if len(several) > 1:
                    self._clash(record)
                    return found
                found[number] = next(iter(several), None)
        return found

    def _clash(self, record: RecordMapping) -> None:
        message = worded("{name} is one of the things in several columns at once", name=shown(record.called))
        hint = worded("Let it refer to records of one column with several things only.")
        self.issues.append(Issue("bad-each", place(self._grid), shown(record.called), message, hint))

    def _order(self, records: Sequence[RecordMapping], led: Sequence[set[int]]) -> list[int]:
        """Return the records so that each comes after those that it refers to."""
        order: list[int] = []
        waiting = list(range(len(records)))
        while waiting:
            ready = [one for one in waiting if led[one].issubset(order)]
            if not ready:
                name = records[waiting[0]].called
                message = worded("{name} refers to a record that refers back to it", name=shown(name))
                hint = worded("Take one of the two lines away.")
                self.issues.append(Issue("circular-record", place(self._grid), shown(name), message, hint))
                return order
            order += ready
            waiting = [one for one in waiting if one not in ready]
        return order

    def _with_extra(self) -> tuple[RecordMapping, ...]:
        """Return the records of the mapping, the first that can with a line for each column without one."""
        records = self._sheet.records
        named = set(self._named())
        free = [one for one in range(len(self._heads.names)) if one not in named | self._uses.keys()]
        self._uses.update(dict.fromkeys(free, REPORTED))
        if self._sheet.unmapped == "refuse":
            for one in free:
                if self._heads.names[one] is not None:
                    self._unmapped(one)
        if self._sheet.unmapped != "extra":
            return records
        keeper = next(
            (
                number
                for number, record in enumerate(records)
                if record.each is None
                and target(record.type, f"extra.{self._sheet.owner}:a") is not None
                and all(field.to != "extra" for field in record.fields)
            ),
            None,
        )
        if keeper is None:
            return records
        more = [
            FieldMapping(f"extra.{self._sheet.owner}:{self._key(one)}", columns=[self._heads.label(one)])
            for one in free
            if self._heads.names[one] is not None
        ]
        for one in free:
            if self._heads.names[one] is not None:
                self._uses[one] = KEPT
        kept = attrs.evolve(records[keeper], fields=(*records[keeper].fields, *more))
        return (*records[:keeper], kept, *records[keeper + 1 :])

    def _key(self, one: int) -> str:
        name = self._heads.column(one)
        return letters(name) if isinstance(name, int) else name

    def _unmapped(self, one: int) -> None:
        column = self._heads.column(one)
        message = worded("no line of the mapping names this column")
        hint = worded("Name it in a line, or under drop.")
        self.issues.append(
            Issue("unmapped-column", place(self._grid, column=column), shown(column), message, hint)
        )

    def _named(self) -> Iterator[int]:
        for record in self._sheet.records:
            names = [*record.when, *([] if record.each is None else [record.each])]
            for field in record.fields:
                names += field.columns
            yield from (found for name in names if (found := self._heads.find(name)) is not None)
