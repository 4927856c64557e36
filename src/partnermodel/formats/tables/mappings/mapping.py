"""A mapping: which columns of a table make which fields of which records, and how cells are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

import attrs

from partnermodel.errors import Issue
from partnermodel.formats.tables.mappings.contradictions import field_faults, record_faults, sheet_faults
from partnermodel.model.relations import Relation
from partnermodel.values.enforcement import enforce
from partnermodel.values.fields import (
    BLOCK_FIELD,
    CODE_FIELD,
    FLAG_FIELD,
    LANGUAGE_FIELD,
    LINE_FIELD,
    LINE_RULE,
    choice,
    listed,
    listed_texts,
    many,
    mapped,
    one,
    plain,
    plain_or_none,
    ruled,
    whole,
    whole_or_none,
)
from partnermodel.values.mapping import EMPTY, FrozenMap
from partnermodel.values.rules import Pairs, Whole
from partnermodel.vocabulary.terms import ENTITY_TYPES
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary
from partnermodel.wording import Worded, worded

MAPPING_VERSION = 1

RECORD_TYPES = (*ENTITY_TYPES, Relation.scheme)
"""What a row may make."""

DATE_ORDERS = ("day-first", "month-first", "year-first")
"""How a date of three numbers is read. A month in words, English or Russian, is known in any order."""

UNMAPPED = ("report", "extra", "refuse")
"""What becomes of a column that no line names: told in the account, kept in `extra`, or a fault."""


@attrs.frozen
class FieldMapping:
    """Where the value of one field comes from, and how the cell is read.

    Exactly one of `columns`, `constant` and `record` says where it comes from. A cell that is empty, or
    that holds one of the texts in `blank`, states nothing, and the field is left out.

    Attributes:
        to: The field, by its path: `name`, `names.ru`, `kind`, `period.start`, `identifiers.inn`,
            `aliases`, `aliases.ru`, `evidence`, `stated.KIND.THROUGH`, `level.SCHEME`, `source`,
            `extra.owner:name`, …
        columns: The columns by their heads, whatever their case and spaces; `[G]` is the seventh, whatever
            its head, and `Head (2)` the second with one head. Of several, a field of one value takes the
            first that is not blank, a list takes all of them, and an id is made of all of them.
        constant: The text that every record has.
        record: The id of what another record mapping of the same row makes, by its `name`: for `source`,
            `target` and `evidence`. What a cell says there is an id, an identifier or a name of a record
            that some row makes.
        separator: What stands between several values in one cell, beside the ends of lines; not within
            quotation marks. Empty when a cell holds one.
        codes: The code for what a cell says, whatever its case: three spellings of a status may mean one.
        dates: In which order the numbers of a date stand.
        slug: Whether an id is made of the text: transliterated, in small letters, with hyphens.
        prefix: What is put before an id.
        json: Whether the cell holds JSON, as our own tables do for what a plain text cannot say.
        trimmed: Whether spaces at both ends are cut off, and those within it made one. Otherwise a text is
            taken to the letter: an identifier is not mended, quotation marks hold no separators together,
            and what stands twice in a cell is there twice.
        guarded: Whether an apostrophe at the beginning is taken away, which our own tables put before
            what a spreadsheet would take for a formula.
    """

    noun: ClassVar[Worded] = worded("a line of a mapping")

    to: str = attrs.field(converter=plain, metadata=LINE_FIELD)
    columns: tuple[str, ...] = attrs.field(
        default=(), converter=listed_texts, metadata=many(LINE_RULE), kw_only=True
    )
    constant: str | None = attrs.field(
        default=None, converter=plain_or_none, metadata=LINE_FIELD, kw_only=True
    )
    record: str | None = attrs.field(default=None, converter=plain_or_none, metadata=LINE_FIELD, kw_only=True)
    separator: str = attrs.field(default="", converter=plain, metadata=BLOCK_FIELD, kw_only=True)
    codes: FrozenMap[str, str] = attrs.field(
        default=EMPTY, converter=mapped, metadata=ruled(Pairs(LINE_RULE, LINE_RULE)), kw_only=True
    )
    dates: str = attrs.field(
        default="day-first", converter=plain, metadata=choice(*DATE_ORDERS), kw_only=True
    )
    slug: bool = attrs.field(default=False, metadata=FLAG_FIELD, kw_only=True)
    prefix: str = attrs.field(default="", converter=plain, metadata=LINE_FIELD, kw_only=True)
    json: bool = attrs.field(default=False, metadata=FLAG_FIELD, kw_only=True)
    trimmed: bool = attrs.field(default=True, metadata=FLAG_FIELD, kw_only=True)
    guarded: bool = attrs.field(default=False, metadata=FLAG_FIELD, kw_only=True)

    def __attrs_post_init__(self) -> None:
        enforce(self)

    def _contradictions(self) -> Iterator[Issue]:
        return field_faults(self)


def _listed_fields(values: Iterable[FieldMapping]) -> tuple[FieldMapping, ...]:
    """Return lines as a tuple; what is no list is left for the rule to refuse."""
    return listed(values)


@attrs.frozen
class RecordMapping:
    """What record a row makes.

    A relation is made when both its ends are. Rows that say the same thing of one record make it once, and
    what they say is put together.

    Attributes:
        type: The type of the record: `organisation`, …, `relation`.
        name: What other record mappings of the row call it; its type when nothing is said.
        when: The columns of which one must say something for the record to be made; any of its fields'
            when empty.
        each: The column whose cell names several, of which each makes a record: within this record
            mapping the column holds one of them at a time.
        separator: What stands between the values of `each`.
        fields: Where its fields come from. Without a line for `id`, an entity gets one of the first
            identifier that it has, or else a slug of its name.
    """

    noun: ClassVar[Worded] = worded("a record of a mapping")

    type: str = attrs.field(converter=plain, metadata=choice(*RECORD_TYPES))
    name: str | None = attrs.field(default=None, converter=plain_or_none, metadata=LINE_FIELD, kw_only=True)
    when: tuple[str, ...] = attrs.field(
        default=(), converter=listed_texts, metadata=many(LINE_RULE), kw_only=True
    )
    each: str | None = attrs.field(default=None, converter=plain_or_none, metadata=LINE_FIELD, kw_only=True)
    separator: str = attrs.field(default=";", converter=plain, metadata=BLOCK_FIELD, kw_only=True)
    fields: tuple[FieldMapping, ...] = attrs.field(
        default=(), converter=_listed_fields, metadata=many(FieldMapping), kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        enforce(self)

    @property
    def called(self) -> str:
        """What other record mappings of the row call it."""
        return self.type if self.name is None else self.name

    def _contradictions(self) -> Iterator[Issue]:
        return record_faults(self)


def _listed_records(values: Iterable[RecordMapping]) -> tuple[RecordMapping, ...]:
    """Return records as a tuple; what is no list is left for the rule to refuse."""
    return listed(values)


def _listed_numbers(values: Iterable[int]) -> tuple[int, ...]:
    """Return numbers as a tuple; what is no list is left for the rule to refuse."""
    return listed(values)


@attrs.frozen
class SheetMapping:
    """What the rows of one sheet, of one file without sheets, or of one frame make.

    Of several that fit a sheet, the one that names the sheet is taken, and then the one that names the file.

    Attributes:
        file: Which files it is for, as a pattern of their names, such as `2024*.csv`; all when None.
        sheet: The name of the sheet; all that no other mapping names when None.
        header: The first row of the header, as the user's program numbers rows. Frames and JSON have
            their own.
        header_rows: How many rows it takes. Of several, the head of a column is what they say, with
            ` / ` between; a blank in an upper one takes what stands left of it, as merged cells do.
        skip: The numbers of rows that are passed over.
        until: The last row; what stands below is passed over. All of them when None.
        drop: The columns that are left out on purpose.
        unmapped: What becomes of a column that no line names: `report`, `extra` or `refuse`.
        owner: Whose data it is that `extra` keeps: what stands before the colon of its keys.
        blank: The texts that say nothing, such as `-` or `нет данных`.
        decimal: What stands between a whole number and its fraction, `.` or `,`.
        records: What records each row makes.
    """

    noun: ClassVar[Worded] = worded("a sheet of a mapping")

    file: str | None = attrs.field(default=None, converter=plain_or_none, metadata=LINE_FIELD, kw_only=True)
    sheet: str | None = attrs.field(default=None, converter=plain_or_none, metadata=LINE_FIELD, kw_only=True)
    header: int = attrs.field(default=1, converter=whole, metadata=ruled(Whole(1)), kw_only=True)
    header_rows: int = attrs.field(default=1, converter=whole, metadata=ruled(Whole(1, 9)), kw_only=True)
    skip: tuple[int, ...] = attrs.field(
        default=(), converter=_listed_numbers, metadata=many(Whole(1)), kw_only=True
    )
    until: int | None = attrs.field(
        default=None, converter=whole_or_none, metadata=ruled(Whole(1)), kw_only=True
    )
    drop: tuple[str, ...] = attrs.field(
        default=(), converter=listed_texts, metadata=many(LINE_RULE), kw_only=True
    )
    unmapped: str = attrs.field(default="report", converter=plain, metadata=choice(*UNMAPPED), kw_only=True)
    owner: str = attrs.field(default="table", converter=plain, metadata=CODE_FIELD, kw_only=True)
    blank: tuple[str, ...] = attrs.field(
        default=(), converter=listed_texts, metadata=many(LINE_RULE), kw_only=True
    )
    decimal: str = attrs.field(default=".", converter=plain, metadata=choice(".", ","), kw_only=True)
    records: tuple[RecordMapping, ...] = attrs.field(
        default=(), converter=_listed_records, metadata=many(RecordMapping), kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        enforce(self)

    def _contradictions(self) -> Iterator[Issue]:
        return sheet_faults(self)


def _listed_sheets(values: Iterable[SheetMapping]) -> tuple[SheetMapping, ...]:
    """Return sheets as a tuple; what is no list is left for the rule to refuse."""
    return listed(values)


@attrs.frozen
class TableMapping:
    """What tables make a model.

    Attributes:
        name: The name of the model.
        language: The language (BCP 47) of its plain names and descriptions.
        vocabulary: The words that it adds to the standard ones.
        encoding: The encoding of the text files; UTF-8, or what their byte-order mark says, when None.
        delimiter: What stands between the cells of the text files; found out when None.
        sheets: What each of the sheets makes.
    """

    noun: ClassVar[Worded] = worded("a mapping")

    name: str = attrs.field(converter=plain, metadata=LINE_FIELD)
    language: str = attrs.field(default="und", converter=plain, metadata=LANGUAGE_FIELD, kw_only=True)
    vocabulary: Vocabulary = attrs.field(default=STANDARD, metadata=one(Vocabulary), kw_only=True)
    encoding: str | None = attrs.field(
        default=None, converter=plain_or_none, metadata=LINE_FIELD, kw_only=True
    )
    delimiter: str | None = attrs.field(
        default=None, converter=plain_or_none, metadata=BLOCK_FIELD, kw_only=True
    )
    sheets: tuple[SheetMapping, ...] = attrs.field(
        default=(), converter=_listed_sheets, metadata=many(SheetMapping), kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        enforce(self)
